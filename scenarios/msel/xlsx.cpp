// libxlsxwriter writes; here is what goes where.
#include "scenarios/msel/xlsx.hpp"

#include <array>
#include <fstream>
#include <span>
#include <xlsxwriter.h>

namespace regiekamer::msel {
namespace {

namespace fs = std::filesystem;
constexpr int paper_a4 = 9;
/// Characters: nr, tijd, van, aan, kanaal, inject, verwachte reactie, oefendoel, opmerking, handout, als, …
constexpr std::array<double, columns.size()> widths{6, 10, 18, 18, 12, 60, 50, 10, 30, 30, 14, 14, 12};

struct Styles {
    lxw_format *head, *cell;
    explicit Styles(lxw_workbook* book) : head(workbook_add_format(book)), cell(workbook_add_format(book)) {
        format_set_bold(head);
        format_set_bg_color(head, 0xD9D9D9);
        for (auto* format : {head, cell}) {
            format_set_text_wrap(format);
            format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
            format_set_border(format, LXW_BORDER_THIN);
        }
    }
};

/// A sheet with a row of heads that stays on screen and on every page.
class Sheet {
public:
    Sheet(lxw_workbook* book, const Styles& styles, const char* name, std::span<const std::string_view> heads,
          std::span<const double> column_widths)
        : sheet_(workbook_add_worksheet(book, name)), styles_(styles) {
        for (std::size_t i = 0; i < heads.size(); ++i)
            worksheet_set_column(sheet_, static_cast<lxw_col_t>(i), static_cast<lxw_col_t>(i),
                                 column_widths[i], nullptr);
        put(heads, styles_.head);
        worksheet_freeze_panes(sheet_, 1, 0);
        worksheet_repeat_rows(sheet_, 0, 0);
        worksheet_set_landscape(sheet_);
        worksheet_set_paper(sheet_, paper_a4);
        worksheet_fit_to_pages(sheet_, 1, 0);
        worksheet_set_header(sheet_, "&COEFENING OEFENING OEFENING");
        worksheet_set_footer(sheet_, "&L&A&R&P van &N");
    }
    template <class Cells>
    void row(const Cells& cells) {
        put(cells, styles_.cell);
    }

private:
    template <class Cells>
    void put(const Cells& cells, lxw_format* format) {
        lxw_col_t column = 0;
        for (const auto& cell : cells)
            worksheet_write_string(sheet_, row_, column++, std::string(cell).c_str(), format);
        ++row_;
    }
    lxw_worksheet* sheet_;
    const Styles& styles_;
    lxw_row_t row_ = 0;
};

void fill(lxw_workbook* book, const player::Scenario& scenario) {
    const Styles styles(book);
    Sheet script(book, styles, "Draaiboek", columns, widths);
    for (const auto& cells : cells_of(scenario))
        script.row(cells);
    using Heads = std::array<std::string_view, 3>;
    using Three = std::array<std::string, 3>;
    constexpr std::array<double, 3> three{20, 70, 20};
    Sheet aims(book, styles, "Doelen", Heads{"oefendoel", "tekst", ""}, three);
    for (const auto& aim : scenario.aims)
        aims.row(Three{aim.id, aim.text, ""});
    Sheet roles(book, styles, "Rollen", Heads{"functie", "naam", "gespeeld"}, three);
    for (const auto& role : scenario.roles)
        roles.row(Three{role.function.value, role.name, role.played ? "ja" : "responscel"});
    Sheet facts(book, styles, "Feiten", Heads{"feit", "", ""}, std::array<double, 3>{100, 2, 2});
    for (const auto& fact : scenario.facts)
        facts.row(Three{fact.text, "", ""});
}

} // namespace

Result<void> write_xlsx(const player::Scenario& scenario, const fs::path& file) {
    const fs::path part = file.string() + ".deel";
    if (!std::ofstream(part)) // the library would complain on standard error itself
        return refuse(file.string(), "a place where no file can be made",
                      "a place where a file can be written");
    lxw_workbook* book = workbook_new(part.c_str());
    if (book == nullptr) return refuse(file.string(), "no memory for a workbook", "a smaller scenario");
    fill(book, scenario);
    const lxw_error failed = workbook_close(book); // frees it
    std::error_code gone;
    if (failed != LXW_NO_ERROR) {
        fs::remove(part, gone);
        return refuse(file.string(), lxw_strerror(failed), "a place where a file can be written");
    }
    fs::rename(part, file, gone);
    if (gone) return refuse(file.string(), gone.message(), "a place where a file can be written");
    return {};
}

} // namespace regiekamer::msel
