// One form after the other becomes the same rows.
#include "messaging/feeds/capcode_table.hpp"

#include "messaging/feeds/csv.hpp"
#include "messaging/tables/file.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace regiekamer::feeds {
namespace {

using CapcodesRead = tl::expected<CapcodeTable, CapcodeTable::Odd>;

constexpr std::array<const char*, 3> name_columns{"omschrijving", "naam", "description"};

bool of_a_monitorcode(const std::string& text) {
    return text.find("onitorcode") != std::string::npos;
}

void take(CapcodeTable& table, std::size_t line, const std::string& capcode, std::string name) {
    if (of_a_monitorcode(capcode) || of_a_monitorcode(name) || capcode.empty()) return;
    if (const auto number = capcode_number(capcode))
        table.rows.push_back({line, *number, std::move(name)});
    else
        table.odd.push_back({line, tables::quote(capcode), a_capcode});
}

CapcodesRead csv_of(std::string_view bytes) {
    const auto csv = read_csv_rows(bytes);
    if (!csv) return tl::unexpected(CapcodeTable::Odd{1, csv.error().found, csv.error().expected});
    const auto has = [&](const char* column) {
        return std::find(csv->header.begin(), csv->header.end(), column) != csv->header.end();
    };
    if (!has("capcode"))
        return tl::unexpected(CapcodeTable::Odd{1, "no column capcode", "CSV with a column capcode"});
    CapcodeTable table;
    table.named = std::any_of(name_columns.begin(), name_columns.end(), has);
    for (const auto& row : csv->rows) {
        if (row.problem) {
            table.odd.push_back({row.line, row.problem->found, row.problem->expected, true});
            continue;
        }
        const CsvCells cells(*csv, row);
        std::string name;
        for (const auto* column : name_columns)
            if (name.empty()) name = cells[column];
        take(table, row.line, cells["capcode"], std::move(name));
    }
    return table;
}

CapcodesRead toml_of(std::string_view bytes, const std::filesystem::path& file) {
    const auto root = tables::parse(bytes, file, capcode_table_bytes_max);
    if (!root) {
        const auto& error = root.error().front();
        return tl::unexpected(CapcodeTable::Odd{std::max<std::size_t>(error.line, 1), error.message, "TOML"});
    }
    const auto* capcodes = root->get_as<toml::table>("capcodes");
    if (capcodes == nullptr)
        return tl::unexpected(CapcodeTable::Odd{1, "no table capcodes", "TOML with a table capcodes"});
    CapcodeTable table;
    table.named = true;
    for (const auto& [key, value] : *capcodes) {
        const std::size_t line = value.source().begin.line;
        if (const auto* name = value.as_string())
            take(table, line, std::string(key.str()), name->get());
        else
            table.odd.push_back({line, tables::shown(value), "a text", true});
    }
    return table;
}

} // namespace

std::optional<std::int64_t> capcode_number(std::string_view text) {
    std::int64_t number = -1;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (read.ec != std::errc() || read.ptr != end || number < 0 || number > 9'999'999) return std::nullopt;
    return number;
}

CapcodesRead capcodes_of(std::string_view bytes, const std::filesystem::path& file) {
    return file.extension() == ".toml" ? toml_of(bytes, file) : csv_of(bytes);
}

} // namespace regiekamer::feeds
