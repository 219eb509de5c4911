// A spell of a report is the standing one of its colour that it shares most time with, else one of another
// colour; what is left over on one side begins, on the other ends.
#include "messaging/feeds/weather/knmi_standing.hpp"

#include <algorithm>

namespace regiekamer::feeds {
namespace {

constexpr std::size_t courses_most = 1'000; // 14 provinces of some ten phenomena

/// Both are always there: this program wrote them.
Instant begin_of(const WarningReceived& spell) {
    return spell.onset.value_or(spell.sent);
}
Instant end_of(const WarningReceived& spell) {
    return spell.expires.value_or(spell.sent);
}

/// The time that they share; below zero: there is time between them.
microseconds shared(const WarningReceived& one, const WarningReceived& other) {
    return std::min(end_of(one), end_of(other)) - std::max(begin_of(one), begin_of(other));
}

/// Whether a person would notice no difference.
bool is_same(WarningReceived standing, const WarningReceived& spell) {
    standing.sent = spell.sent;
    standing.msg_type = spell.msg_type;
    return standing == spell;
}

/// The identifier that it came with says when it begins. One that stands may have that of an hour that it
/// began in by an earlier report.
void make_unique(std::string& identifier, const std::vector<WarningReceived>& standing) {
    const std::string own = identifier;
    for (int number = 2; std::any_of(standing.begin(), standing.end(),
                                     [&](const auto& one) { return one.identifier == identifier; });
         ++number)
        identifier = own + "-" + std::to_string(number);
}

/// For each spell the standing one that it is; -1: none.
std::vector<int> matched(const std::vector<WarningReceived>& spells,
                         const std::vector<WarningReceived>& standing) {
    std::vector<int> matches(spells.size(), -1);
    std::vector<bool> taken(standing.size());
    for (const bool same_colour : {true, false})
        for (std::size_t i = 0; i < spells.size(); ++i) {
            if (matches[i] >= 0) continue;
            microseconds most{};
            for (std::size_t j = 0; j < standing.size(); ++j) {
                const bool fits = !taken[j] && (spells[i].severity == standing[j].severity) == same_colour;
                if (!fits || shared(spells[i], standing[j]) <= most) continue;
                most = shared(spells[i], standing[j]);
                matches[i] = static_cast<int>(j);
            }
            if (matches[i] >= 0) taken[static_cast<std::size_t>(matches[i])] = true;
        }
    return matches;
}

/// The hours that passed stand not in a report: it began when it was said to, and what was said of them is
/// no news for being left out.
void keep_passed(const WarningReceived& known, WarningReceived& spell) {
    if (begin_of(known) >= begin_of(spell)) return;
    spell.onset = known.onset;
    if (known.description && known.description->find(spell.description.value_or("")) != std::string::npos)
        spell.description = known.description;
}

WarningReceived cancelled(const WarningReceived& spell, Instant sent) {
    WarningReceived warning;
    warning.identifier = spell.identifier;
    warning.sender = knmi_sender;
    warning.sent = sent;
    warning.msg_type = "Cancel";
    warning.language = "nl-NL";
    warning.headline = spell.headline;
    return warning;
}

} // namespace

void KnmiStanding::recall(const WarningReceived& warning) {
    auto& standing = standing_[knmi_course_of(warning.identifier)];
    std::erase_if(standing, [&](const auto& one) { return one.identifier == warning.identifier; });
    if (warning.msg_type != "Cancel") standing.push_back(warning);
}

/// What is over needs no Cancel: it said so itself.
void KnmiStanding::forget_passed(Spells& standing, Instant now) {
    std::erase_if(standing, [&](const auto& one) { return end_of(one) <= now; });
}

std::vector<WarningReceived> KnmiStanding::take(KnmiReport report) {
    Spells say, over;
    if (standing_.size() > courses_most) standing_.clear();
    for (auto& [name, standing] : standing_) {
        forget_passed(standing, report.first);
        if (!report.courses.contains(name)) // it stands in the report no more
            follow(standing, {}, report.first, say, over);
    }
    for (auto& entry : report.courses) {
        auto& standing = standing_[entry.first];
        KnmiCourse& course = entry.second;
        if (course.unread)
            worsen(standing, std::move(course.spells), say);
        else
            follow(standing, std::move(course), report.first, say, over);
    }
    std::erase_if(standing_, [](const auto& course) { return course.second.empty(); });
    for (const auto& one : over)
        say.push_back(cancelled(one, report.sent));
    return say;
}

void KnmiStanding::follow(Spells& standing, KnmiCourse course, Instant first, Spells& say, Spells& over) {
    const auto matches = matched(course.spells, standing);
    Spells before = standing;
    for (std::size_t i = 0; i < course.spells.size(); ++i) {
        auto& spell = course.spells[i];
        if (matches[i] < 0) {
            make_unique(spell.identifier, standing);
            standing.push_back(spell);
            say.push_back(spell);
            continue;
        }
        auto& known = standing[static_cast<std::size_t>(matches[i])];
        std::erase_if(before, [&](const auto& one) { return one.identifier == known.identifier; });
        spell.identifier = known.identifier;
        if (spell.severity == known.severity && begin_of(spell) == first) keep_passed(known, spell);
        if (is_same(known, spell)) continue;
        spell.msg_type = "Update";
        known = spell;
        say.push_back(spell);
    }
    for (auto& one : before) {
        std::erase_if(standing, [&](const auto& other) { return other.identifier == one.identifier; });
        over.push_back(std::move(one));
    }
}

/// Of some hour nothing is known: it may be as bad as it was, or worse. So nothing is taken back, and what
/// is worse than what stands is said.
void KnmiStanding::worsen(Spells& standing, Spells spells, Spells& say) {
    for (auto& spell : spells) {
        Instant open = begin_of(spell); // up to here something as bad stands
        std::sort(standing.begin(), standing.end(),
                  [](const auto& one, const auto& other) { return begin_of(one) < begin_of(other); });
        for (const auto& one : standing)
            if (knmi_grade(one) >= knmi_grade(spell) && begin_of(one) <= open)
                open = std::max(open, end_of(one));
        if (open >= end_of(spell)) continue;
        const auto meets = std::find_if(standing.begin(), standing.end(), [&](const WarningReceived& one) {
            return one.severity == spell.severity && shared(one, spell) >= microseconds(0);
        });
        if (meets == standing.end()) {
            make_unique(spell.identifier, standing);
            standing.push_back(spell);
        } else {
            spell.identifier = meets->identifier;
            spell.msg_type = "Update";
            spell.onset = std::min(begin_of(*meets), begin_of(spell));
            spell.expires = std::max(end_of(*meets), end_of(spell));
            *meets = spell;
        }
        say.push_back(spell);
    }
}

} // namespace regiekamer::feeds
