// From injects to cells, and to the bytes that Excel opens.
#include "scenarios/msel/sheet.hpp"

#include "messaging/vocabulary/sheet_cell.hpp"
#include "scenarios/player/moment.hpp"

#include <fmt/format.h>

namespace regiekamer::msel {
namespace {

using player::Expectation;
using player::Inject;
using player::Scenario;

std::string minutes_text(microseconds span) {
    return fmt::format("{} min", std::chrono::duration_cast<minutes>(span).count());
}

std::string expected_of(const Scenario& scenario, const Inject& inject) {
    std::string lines = inject.expected;
    for (const Expectation& expectation : scenario.expectations)
        if (expectation.after == inject.nr) lines += (lines.empty() ? "" : "\n") + line_of(expectation);
    return lines;
}

std::string condition_of(const Scenario& scenario, const Inject& inject, bool met) {
    std::size_t own = inject.conditions.size();
    for (const auto& branch : scenario.branches) // they were added behind
        if (inject.branch == branch.id) own -= branch.conditions.size();
    for (std::size_t i = 0; i < own; ++i)
        if (inject.conditions[i].met == met) return inject.conditions[i].expectation;
    return {};
}

} // namespace

std::string words_of(const Expectation& expectation) {
    std::string line = expectation.by ? expectation.by->value : std::string();
    if (expectation.within)
        line += fmt::format("{}binnen {}", line.empty() ? "" : " ", minutes_text(*expectation.within));
    const auto& what = expectation.text.empty() ? expectation.type : expectation.text;
    return fmt::format("{}{}{}", line, line.empty() ? "" : ": ", what);
}

std::string line_of(const Expectation& expectation) {
    return fmt::format("{} [{}]", words_of(expectation), expectation.id);
}

std::vector<Cells> cells_of(const Scenario& scenario) {
    std::vector<Cells> rows;
    for (const Inject& inject : scenario.injects)
        rows.push_back({inject.nr, player::offset_text(inject.at), inject.from, inject.to, inject.medium,
                        inject.text, expected_of(scenario, inject), inject.aim.value_or(""), inject.note,
                        inject.handout, condition_of(scenario, inject, true),
                        condition_of(scenario, inject, false), inject.branch.value_or("")});
    return rows;
}

std::string to_csv(const std::vector<Cells>& rows) {
    std::string out = "\xEF\xBB\xBF";
    const auto line = [&](const auto& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i)
            out += (i > 0 ? ";" : "") + sheet_cell(std::string(cells[i]));
        out += "\r\n";
    };
    line(columns);
    for (const Cells& row : rows)
        line(row);
    return out;
}

std::string text(const CellError& error) {
    return fmt::format("{}found {}, expected {}", error.cell.empty() ? "" : error.cell + ": ", error.found,
                       error.expected);
}

} // namespace regiekamer::msel
