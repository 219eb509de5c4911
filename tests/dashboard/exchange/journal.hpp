// A journal in memory, for what goes out and needs the past.
#pragma once

#include "dashboard/exchange/text.hpp"
#include "dashboard/picture/history.hpp"
#include "tests/dashboard/picture/told.hpp"

/// An actual journal: its moments are when things were recorded.
class Journal {
public:
    explicit Journal(regiekamer::Mode mode = regiekamer::Mode::actual) : mode_(mode) {}

    /// `dated`: what the sender's clock said; none: the same.
    regiekamer::Sequence tells(regiekamer::Instant when, regiekamer::Body body,
                               std::optional<regiekamer::Instant> dated = std::nullopt) {
        regiekamer::Recorded fact;
        fact.sequence = facts_.size() + 1;
        fact.recorded = when;
        fact.message.id = "m" + std::to_string(fact.sequence);
        fact.message.source = "desk/test";
        fact.message.time = dated.value_or(when);
        fact.message.status = mode_;
        fact.message.function = regiekamer::Function("OvD-Bz");
        fact.message.body = std::move(body);
        facts_.push_back(fact);
        history.append(fact);
        return fact.sequence;
    }
    void withdraws(regiekamer::Instant when, regiekamer::Sequence sequence) {
        tells(when, regiekamer::MessageWithdrawn{"m" + std::to_string(sequence), "desk/test", "vergissing"});
    }

private:
    regiekamer::Mode mode_;
    std::vector<regiekamer::Recorded> facts_;

public:
    regiekamer::picture::History history{[this](regiekamer::Sequence after, std::size_t limit) {
        const auto from = std::min<std::size_t>(after, facts_.size());
        const auto until = std::min(facts_.size(), from + limit);
        return regiekamer::Result<std::vector<regiekamer::Recorded>>(
            std::vector<regiekamer::Recorded>(facts_.begin() + static_cast<std::ptrdiff_t>(from),
                                              facts_.begin() + static_cast<std::ptrdiff_t>(until)));
    }};
};

inline regiekamer::IncidentOpened opened(const char* title, regiekamer::Instant started) {
    regiekamer::IncidentOpened body;
    body.incident = "2027-0122";
    body.title = title;
    body.kind = "hoogwater";
    body.municipality = "Alblasserdam";
    body.place = "Kade";
    body.started = started;
    return body;
}

inline regiekamer::GripDecided grip(int level, regiekamer::Instant from) {
    return {"2027-0122", level, "effecten", {"leider CoPI", {}}, from};
}

/// Drawn with the clock.
inline regiekamer::AreaDrawn area(const char* id, regiekamer::AreaKind kind) {
    return {id, "2027-0122", kind, "Kade", {{51.86, 4.64}, {51.87, 4.64}, {51.87, 4.66}, {51.86, 4.66}}};
}
