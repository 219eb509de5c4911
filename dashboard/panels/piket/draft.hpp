// What a person has chosen or is typing on the board Piket.
#pragma once

#include "dashboard/picture/piket_rules.hpp"

#include <array>
#include <string>
#include <vector>

namespace regiekamer::panels {

struct PiketDraft {
    int week = 0;        ///< the first week of the chart, counted from the present one
    int columns = 8;     ///< weeks that fit the chart, as it was last drawn
    bool months = false; ///< half a year in narrow columns, instead of some weeks
    std::string chosen;  ///< the key of the line of VRAAGT ACTIE that the keys are on; gone: the first

    /// The fields of the dialogs, filled when one opens.
    struct Fields {
        std::string who, whom, from, until, reason;
        std::string text;                    ///< notes of an overdracht
        std::array<std::string, 3> points{}; ///< "wat; wie; wanneer"
        std::string persons, weeks, change;  ///< of a rotation: names in turn, weeks each, "ma 09:00"
        int function = 0, option = -1, way = 0;
        std::string warned; ///< what was said before something that asks twice
    } fields;

    /// What a year ahead asks for, kept since looking walks the whole roster: for this head and minute.
    struct Looked {
        Sequence upto = 0;
        Instant minute;
        std::vector<picture::DutyAsk> asks;
        std::vector<picture::Share> shares; ///< of the OvD-Bz
    } looked;

    /// The table of fairness, kept for the same reason; `function` is the one chosen, 0: all together.
    struct Weighed {
        Sequence upto = 0;
        Instant minute;
        int function = 0;
        std::vector<picture::Fairness> rows;
    } weighed;
};

} // namespace regiekamer::panels
