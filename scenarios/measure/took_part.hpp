// Who took part in a run, in which role, and what each did himself of what was expected: for the training
// record of the real crisis organisation.
#pragma once

#include "scenarios/measure/measuring.hpp"

#include <span>

namespace regiekamer::measure {

/// One person in one role that is played, at a desk or by a program of his own, under a name.
struct Participant {
    struct Sat {
        Instant from;
        std::optional<Instant> until; ///< none: to the end of the journal
    };
    PersonId person;  ///< as the journal has it: an identifier means nothing outside it
    std::string name; ///< as that journal registered him, else `person` as it is
    Function function;
    std::vector<Sat> sat;
    bool acted = false; ///< said anything; who only sat there was not exercised
    /// Of the expectations: those of this role, and those of several together.
    Counts alone, together;
};

struct TookPart {
    std::optional<std::string> title; ///< of the exercise; none: none was started
    Instant held;                     ///< wall clock: when it was exercised, not which day it played
    std::optional<std::string> left;  ///< of a branch: the journal of the run that it left
    std::vector<Participant> people;  ///< by name, then by function
};

/// Who leads or looks on, who speaks for a role that is simulated, and who played in the run that a branch
/// left are no participants of this one.
TookPart took_part(std::span<const Recorded> messages);

/// Counts for each what he did himself: what was said in time or late for who said it, what was missed or is
/// open for who sat in the role when its time was up (at `end` where it has none).
void credit(TookPart& took_part, std::span<const Recorded> messages, std::span<const Measured> measured,
            Instant end);

} // namespace regiekamer::measure
