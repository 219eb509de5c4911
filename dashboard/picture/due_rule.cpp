// One pass over the letters of a rule.
#include "dashboard/picture/due_rule.hpp"

#include <array>

namespace regiekamer::picture {
namespace {

using Anchor = DueRule::Anchor;

struct Letter {
    char letter;
    Anchor anchor;
    bool backwards; ///< may be before
};
constexpr std::array letters{Letter{'A', Anchor::alarm, false},      Letter{'G', Anchor::grip, false},
                             Letter{'P', Anchor::peak, true},        Letter{'B', Anchor::start, true},
                             Letter{'D', Anchor::detection, false},  Letter{'N', Anchor::aftermath, false},
                             Letter{'V', Anchor::predecessor, false}};

struct TimeUnit {
    char letter;
    minutes length;
};
constexpr std::array units{TimeUnit{'d', minutes(24 * 60)}, TimeUnit{'u', minutes(60)},
                           TimeUnit{'m', minutes(1)}};
constexpr std::size_t digits_max = 4;

bool digit(char c) {
    return c >= '0' && c <= '9';
}

class Reading {
public:
    explicit Reading(std::string_view text) : text_(text) {}

    tl::expected<DueRule, DueRuleMisread> rule() {
        DueRule rule;
        const Letter* letter = find(letters);
        if (letter == nullptr) return misread("A, G, P, B, D or N");
        rule.anchor = letter->anchor;
        if (rule.anchor == Anchor::grip) {
            if (at_ >= text_.size() || text_[at_] < '1' || text_[at_] > '5')
                return misread("the level of the GRIP, 1 to 5");
            rule.level = text_[at_++] - '0';
        }
        if (rule.anchor == Anchor::aftermath)
            return at_ == text_.size() ? tl::expected<DueRule, DueRuleMisread>(rule)
                                       : misread("nothing behind N");
        const bool before = at_ < text_.size() && text_[at_] == '-';
        if (before && !letter->backwards) return misread("\"+\": only P and B can be before");
        if (at_ >= text_.size() || (text_[at_] != '+' && !before))
            return misread(letter->backwards ? "\"+\" or \"-\"" : "\"+\"");
        ++at_;
        return amount(rule, before);
    }

private:
    tl::expected<DueRule, DueRuleMisread> amount(DueRule rule, bool before) {
        const std::size_t first = at_;
        std::int64_t number = 0;
        while (at_ < text_.size() && digit(text_[at_]) && at_ - first < digits_max)
            number = number * 10 + (text_[at_++] - '0');
        if (at_ == first) return misread("a number of one to four digits");
        if (text_[first] == '0' && at_ - first > 1) {
            at_ = first;
            return misread("a number that does not start with 0");
        }
        const TimeUnit* unit = find(units);
        if (unit == nullptr) return misread("m (minutes), u (hours) or d (days)");
        if (at_ != text_.size()) return misread("nothing more");
        rule.offset = number * unit->length * (before ? -1 : 1);
        return rule;
    }

    template <class Table>
    const typename Table::value_type* find(const Table& table) {
        if (at_ >= text_.size()) return nullptr;
        for (const auto& one : table)
            if (one.letter == text_[at_]) return ++at_, &one;
        return nullptr;
    }
    [[nodiscard]] tl::unexpected<DueRuleMisread> misread(std::string expected) const {
        const auto rest = text_.substr(std::min(at_, text_.size()));
        return tl::unexpected(DueRuleMisread{at_, rest.empty() ? std::string("the end") : std::string(rest),
                                             std::move(expected)});
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

} // namespace

tl::expected<DueRule, DueRuleMisread> read_due_rule(std::string_view text) {
    return Reading(text).rule();
}

std::string to_text(const DueRule& rule) {
    std::string text;
    for (const Letter& one : letters)
        if (one.anchor == rule.anchor) text = one.letter;
    if (rule.anchor == Anchor::aftermath) return text;
    if (rule.anchor == Anchor::grip) text += std::to_string(rule.level);
    const auto size = rule.offset < minutes(0) ? -rule.offset : rule.offset;
    text += rule.offset < minutes(0) ? '-' : '+';
    // Hours up to two days, as the cards say "P-24u".
    const bool days = size >= minutes(48 * 60) && size % minutes(24 * 60) == minutes(0);
    const bool hours_only = size >= minutes(120) && size % minutes(60) == minutes(0);
    const TimeUnit& unit = units[days ? 0 : hours_only ? 1 : 2];
    return text + std::to_string(size / unit.length) + unit.letter;
}

} // namespace regiekamer::picture
