// A picture that is told one thing after another, for the tests of the folds.
#pragma once

#include "dashboard/picture/picture.hpp"
#include "dashboard/picture/time_zone.hpp"

/// Local time in Alblasserdam: at(2027, 6, 14, 9) is Monday 14 June, nine o'clock.
inline regiekamer::Instant at(int year, int month, int day, int hour = 0, int minute = 0, int second = 0) {
    using namespace regiekamer;
    const date::local_days local{date::year(year) / month / day};
    return picture::from_local(picture::LocalInstant(local) + hours(hour) + minutes(minute) +
                               seconds(second));
}

/// Folds bodies in the order in which they are told; each gets the next sequence.
class Told {
public:
    regiekamer::picture::Picture picture;

    explicit Told(regiekamer::Mode mode = regiekamer::Mode::actual) : mode_(mode) {}

    /// Returns the sequence. The message's id is "m" and that number.
    template <class Body>
    regiekamer::Sequence tells(regiekamer::Instant when, Body body,
                               std::optional<regiekamer::MessageId> cause = std::nullopt,
                               const std::string& source = "desk/test",
                               std::optional<regiekamer::PersonId> person = std::nullopt) {
        regiekamer::Recorded fact;
        fact.sequence = ++sequence_;
        fact.recorded = when;
        fact.message.id = "m" + std::to_string(sequence_);
        fact.message.source = source;
        fact.message.time = when;
        fact.message.status = mode_;
        fact.message.person = std::move(person);
        fact.message.cause = std::move(cause);
        fact.message.body = std::move(body);
        regiekamer::picture::fold(picture, fact);
        return sequence_;
    }

private:
    regiekamer::Mode mode_;
    regiekamer::Sequence sequence_ = 0;
};
