// Text surgery by the lines on which blocks begin, so that comments and order survive.
#include "scenarios/msel/into.hpp"

#include "scenarios/player/moment.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

namespace regiekamer::msel {
namespace {

using player::Inject;
using player::Scenario;

std::string toml_text(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        const auto code = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            out += '\\', out += c;
        else if (c == '\n')
            out += "\\n";
        else if (c == '\t')
            out += "\\t";
        else if (code < 0x20 || code == 0x7F)
            out += fmt::format("\\u{:04X}", code);
        else
            out += c;
    }
    return out + '"';
}

void key(std::string& out, std::string_view name, std::string_view value) {
    if (!value.empty()) out += fmt::format("{} = {}\n", name, toml_text(value));
}

std::string block_of(const Inject& inject) {
    std::string out = "[[inject]]\n";
    key(out, "nr", inject.nr);
    key(out, "at", player::offset_text(inject.at));
    key(out, "from", inject.from);
    key(out, "to", inject.to);
    key(out, "medium", inject.medium);
    key(out, "text", inject.text);
    key(out, "aim", inject.aim.value_or(""));
    key(out, "expected", inject.expected);
    key(out, "note", inject.note);
    key(out, "handout", inject.handout);
    for (const auto& condition : inject.conditions)
        key(out, condition.met ? "if" : "unless", condition.expectation);
    key(out, "branch", inject.branch.value_or(""));
    return out;
}

/// As a sheet has it: without the conditions of its branch.
Inject own(const Scenario& scenario, Inject inject) {
    for (const auto& branch : scenario.branches)
        if (inject.branch == branch.id)
            inject.conditions.resize(inject.conditions.size() - branch.conditions.size());
    return inject;
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size() - 1) + 1;
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return lines;
}

/// The first lines of all blocks of the scenario's own file.
std::set<std::uint32_t> block_starts(const Scenario& scenario) {
    std::set<std::uint32_t> starts;
    const auto add = [&](const auto& list, const auto& place) {
        for (const auto& one : list)
            if (const tables::Place& at = place(one); !at.file || *at.file == scenario.file)
                starts.insert(at.line);
    };
    const auto own_place = [](const auto& one) -> const tables::Place& { return one.place; };
    add(scenario.aims, own_place);
    add(scenario.roles, own_place);
    add(scenario.facts, own_place);
    add(scenario.branches, own_place);
    add(scenario.injects, own_place);
    add(scenario.lines, own_place);
    add(scenario.series, own_place);
    add(scenario.expectations, own_place);
    add(scenario.forecasts,
        [](const player::Forecast& one) -> const tables::Place& { return one.points.place; });
    return starts;
}

bool is_aside(const std::string& line) {
    const auto first = line.find_first_not_of(" \t\r\n");
    return first == std::string::npos || line[first] == '#';
}

/// The lines [begin, end) of a block, without what belongs to the next: comments above it and empty lines.
struct Span {
    std::size_t begin = 0, end = 0;
};
Span span_of(const std::vector<std::string>& lines, const std::set<std::uint32_t>& starts,
             std::uint32_t line) {
    const auto next = starts.upper_bound(line);
    Span span{line - 1, next == starts.end() ? lines.size() : *next - 1};
    while (span.end > span.begin + 1 && is_aside(lines[span.end - 1]))
        --span.end;
    return span;
}

bool same(const Inject& a, const Inject& b) {
    return block_of(a) == block_of(b);
}

} // namespace

std::string with_injects(std::string_view text, const Scenario& scenario,
                         const std::vector<Inject>& injects) {
    auto lines = lines_of(text);
    const auto starts = block_starts(scenario);
    std::map<std::string, const Inject*> before;
    for (const Inject& inject : scenario.injects)
        before.emplace(inject.nr, &inject);
    std::set<std::string> kept;
    std::size_t after = lines.size(); // where what is new goes: behind the row above it
    std::map<std::size_t, std::string> inserted;
    for (const Inject& inject : injects) {
        kept.insert(inject.nr);
        const auto found = before.find(inject.nr);
        const bool here = found != before.end() &&
                          (!found->second->place.file || *found->second->place.file == scenario.file);
        if (!here) {
            if (found == before.end() || !same(own(scenario, *found->second), inject))
                inserted[after] += "\n" + block_of(inject);
            continue;
        }
        const Span span = span_of(lines, starts, found->second->place.line);
        after = span.end;
        if (same(own(scenario, *found->second), inject)) continue;
        for (std::size_t i = span.begin; i < span.end; ++i)
            lines[i].clear();
        lines[span.begin] = block_of(inject);
    }
    for (const Inject& inject : scenario.injects) {
        if (kept.contains(inject.nr) || (inject.place.file && *inject.place.file != scenario.file)) continue;
        const Span span = span_of(lines, starts, inject.place.line);
        for (std::size_t i = span.begin; i < span.end; ++i)
            lines[i].clear();
    }
    std::string out;
    for (std::size_t i = 0; i <= lines.size(); ++i) {
        if (const auto more = inserted.find(i); more != inserted.end()) out += more->second;
        if (i < lines.size()) out += lines[i];
    }
    return out;
}

std::string new_scenario(const std::string& title, const std::string& start,
                         const std::vector<Inject>& injects) {
    std::string out = "[scenario]\n";
    key(out, "title", title);
    key(out, "start", start);
    std::set<std::string> aims, played, others;
    for (const Inject& inject : injects) {
        if (inject.aim) aims.insert(*inject.aim);
        played.insert(inject.to);
    }
    for (const Inject& inject : injects)
        if (!played.contains(inject.from)) others.insert(inject.from);
    for (const auto& aim : aims)
        out += fmt::format("\n[[aim]]\nid = {}\ntext = {}\n", toml_text(aim),
                           toml_text("Nog te schrijven: " + aim));
    for (const auto* roles : {&played, &others})
        for (const auto& role : *roles)
            out += fmt::format("\n[[role]]\nfunction = {}\nplayed = {}\n", toml_text(role), roles == &played);
    for (const Inject& inject : injects)
        out += "\n" + block_of(inject);
    return out;
}

} // namespace regiekamer::msel
