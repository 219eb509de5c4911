// Two streets of one name lie in every second town, and a withdrawal often names no more than that. What else
// a page has of its region tells them apart.
#include "dashboard/picture/page_withdrawal.hpp"

#include "messaging/vocabulary/page_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace regiekamer::picture {

namespace {

using Words = std::set<std::string>;

constexpr std::size_t compared_max = 256; // alarms at one place that are taken apart
constexpr std::size_t walked_at_once = 64;
constexpr std::size_t disorder_max = 64; // pages that may come before one that was sent earlier

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}
bool is_number(std::string_view word) {
    return !word.empty() && std::all_of(word.begin(), word.end(), is_digit);
}
bool is_priority_code(std::string_view word) {
    return word.size() == 2 && std::string_view("ABCP").find(word[0]) != std::string_view::npos &&
           is_digit(word[1]);
}
/// "BDH-04", "BRT-OTO-02"; and what looks like it, the houses "10-12"
bool is_talkgroup(std::string_view word) {
    const auto dash = word.find('-');
    return dash != std::string_view::npos && word.size() <= 11 && is_number(word.substr(word.rfind('-') + 1));
}
template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// What a page says, taken apart.
struct Said {
    Words where;      ///< the words that tell what and where
    Words numbers;    ///< of five digits or more: call numbers, bon, rit
    Words regions;    ///< what the call numbers begin with
    Words talkgroups; ///< "BDH-04"
    Words letters;    ///< what those begin with
};

/// Takes words one by one: what a word is depends on the one before it.
class Taking {
public:
    void take(const std::string& word) {
        static constexpr std::array<std::string_view, 5> of_withdrawal{"ALARM", "BRW", "AMBU", "POL",
                                                                       "BRANDWEER"};
        static constexpr std::array<std::string_view, 6> of_ride{"BON", "RIT", "RITNR", "ICNUM", "GMS", "NR"};
        if (word.empty()) return;
        const bool withdraws = word == "INTREKKEN" || (withdraws_ && is_one_of(of_withdrawal, word));
        const bool priority = word == "P" || word == "PRIO";
        const bool level = after_priority_ && word.size() == 1 && is_digit(word[0]);
        if (is_number(word) && word.size() >= 5)
            number(word);
        else if (is_talkgroup(word))
            talkgroup(word);
        else if (!withdraws && !priority && !level && !is_priority_code(word))
            said.where.insert(word);
        withdraws_ = withdraws;
        after_priority_ = priority;
        after_ride_ = is_one_of(of_ride, std::string_view(word).substr(0, word.find(':')));
    }
    Said said;

private:
    /// A unit has six digits, an ambulance five; the first two are its region's, 01 to 25.
    void number(const std::string& word) {
        said.numbers.insert(word);
        const std::string region = word.substr(0, 2);
        if (!after_ride_ && word.size() <= 6 && region >= "01" && region <= "25") said.regions.insert(region);
    }
    void talkgroup(const std::string& word) {
        if (is_digit(word[0])) return;
        said.talkgroups.insert(word);
        said.letters.insert(word.substr(0, word.find('-')));
    }
    bool withdraws_ = false, after_priority_ = false, after_ride_ = false;
};

/// Without what stands in brackets.
Said said_in(const std::string& normalised) {
    Taking taking;
    std::string word;
    int depth = 0;
    for (const char letter : normalised) {
        if (depth == 0 && (letter == ' ' || letter == '(')) taking.take(std::exchange(word, {}));
        if (letter == '(')
            ++depth;
        else if (letter == ')' && depth > 0)
            --depth;
        else if (depth == 0 && letter != ' ')
            word += letter;
    }
    taking.take(word);
    return std::move(taking.said);
}

/// The old control room's block of each capcode; 18 is of the whole country.
Words blocks_of(const auto& capcodes) {
    Words blocks;
    for (const Capcode& capcode : capcodes)
        if (const auto block = capcode.value.substr(0, 2); block != "18") blocks.insert(block);
    return blocks;
}

bool meet(const Words& one, const Words& other) {
    return std::any_of(one.begin(), one.end(), [&](const std::string& word) { return other.contains(word); });
}
bool part(const Words& one, const Words& other) {
    return !one.empty() && !other.empty() && !meet(one, other);
}

/// A postcode alone is the place of a postcode with its town.
bool at_one_place(const std::string& a, const std::string& other) {
    const std::string b = normalise(other);
    return a == b || a.starts_with(b + " ") || b.starts_with(a + " ");
}

/// All may stand there. Most pages lack the letters: those are not taken apart.
bool may_have(const std::string& normalised, const Words& words) {
    return std::all_of(words.begin(), words.end(),
                       [&](const std::string& word) { return normalised.find(word) != std::string::npos; });
}

class Withdrawal {
public:
    explicit Withdrawal(const PageAlarm& page)
        : page_(page), said_(said_in(page.normalised)), blocks_(blocks_of(page.capcodes)) {
        if (page.place) place_ = normalise(*page.place);
    }

    struct Fit {
        std::size_t index = 0;
        int rank = 0;      ///< the more, the more they have in common
        bool tied = false; ///< by a unit or a capcode
        Words where;       ///< what the alarm says
    };
    /// None: it cannot be this alarm.
    [[nodiscard]] std::optional<Fit> fit(const PageAlarm& alarm, std::size_t index) const {
        const bool same_place = place_ && alarm.place && at_one_place(*place_, *alarm.place);
        if (place_ && alarm.place && !same_place) return std::nullopt;
        bool words = !said_.where.empty() && may_have(alarm.normalised, said_.where);
        if (!words && !same_place) return std::nullopt;
        Said there = said_in(alarm.normalised);
        words = words &&
                std::includes(there.where.begin(), there.where.end(), said_.where.begin(), said_.where.end());
        if (!words && !same_place) return std::nullopt;
        const bool unit = meet(said_.numbers, there.numbers), capcode = shares_capcode(alarm);
        if (!unit && !capcode && !of_one_region(alarm, there, same_place)) return std::nullopt;
        const int rank = (words ? 16 : 0) + (unit ? 8 : 0) + (capcode ? 4 : 0) +
                         (meet(said_.talkgroups, there.talkgroups) ? 2 : 0) +
                         (there.where == said_.where ? 1 : 0);
        return Fit{index, rank, unit || capcode, std::move(there.where)};
    }

private:
    [[nodiscard]] bool shares_capcode(const PageAlarm& alarm) const {
        return std::any_of(page_.capcodes.begin(), page_.capcodes.end(),
                           [&](const Capcode& capcode) { return alarm.capcodes.contains(capcode); });
    }
    /// Something says so, or nothing says anything of it.
    [[nodiscard]] bool of_one_region(const PageAlarm& alarm, const Said& there, bool same_place) const {
        if (part(said_.regions, there.regions)) return false;
        const Words blocks = blocks_of(alarm.capcodes);
        if (same_place || meet(said_.regions, there.regions) || meet(said_.letters, there.letters) ||
            meet(blocks_, blocks))
            return true;
        return !part(said_.letters, there.letters) && !part(blocks_, blocks);
    }

    const PageAlarm& page_;
    Said said_;
    Words blocks_;
    std::optional<std::string> place_;
};

bool is_open(const PageAlarm& alarm) {
    return !alarm.withdrawal && !alarm.withdrawn && !alarm.test;
}

} // namespace

std::vector<std::size_t> alarms_to_withdraw(const Warnings& warnings, const PageAlarm& withdrawal,
                                            std::size_t first) {
    const Withdrawal said(withdrawal);
    std::vector<Withdrawal::Fit> fits;
    std::optional<std::size_t> best; // of those that have as much in common the newest
    const auto compare = [&](const PageAlarm& alarm, std::size_t index) {
        if (!is_open(alarm) || apart(alarm.at, withdrawal.at) > page_memory) return;
        auto fit = said.fit(alarm, index);
        if (!fit) return;
        const bool newer = best && fit->rank == fits[*best].rank && index > fits[*best].index;
        if (!best || newer || fit->rank > fits[*best].rank) best = fits.size();
        fits.push_back(std::move(*fit));
    };
    const std::size_t size = warnings.pages.size();
    first = std::max(first, size - std::min(size, page_recent_max));
    for (std::size_t end = size; end > first && fits.size() < compared_max;) {
        std::size_t index = std::max(first, end - std::min(end, walked_at_once));
        const std::size_t begin = index;
        warnings.pages.visit(begin, end, [&](const PageAlarm& alarm) { compare(alarm, index++); });
        end = begin;
    }
    if (!best) return {};
    const Withdrawal::Fit& closest = fits[*best];
    std::vector<std::size_t> closed;
    for (const auto& fit : fits) {
        if (fit.rank == closest.rank && fit.where != closest.where) return {};
        const bool upscaled = fit.tied && fit.where == closest.where;
        if (fit.index == closest.index || upscaled) closed.push_back(fit.index);
    }
    return closed;
}

std::optional<std::size_t> withdrawal_before(const Warnings& warnings, std::size_t index) {
    const PageAlarm& alarm = warnings.pages[index];
    std::optional<std::size_t> found;
    std::size_t other = index - std::min(index, disorder_max);
    warnings.pages.visit(other, index, [&](const PageAlarm& page) {
        const std::size_t at = other++;
        if (!page.withdrawal || page.test || page.at <= alarm.at || page.at - alarm.at > page_memory) return;
        const auto fit = Withdrawal(page).fit(alarm, index);
        if (fit && fit->tied && said_in(page.normalised).where == fit->where) found = at;
    });
    return found;
}

} // namespace regiekamer::picture
