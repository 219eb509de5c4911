// Two runs beside each other, as a trainer talks them over: until where they are the same, and then what went
// differently, in sentences.
#pragma once

#include "dashboard/report/exercise_report.hpp"

namespace regiekamer::report {

/// What differs: "GRIP 2", how it went here and there ("besloten vr 22 jan 14:10"), and in a sentence.
struct ComparedRow {
    std::string subject, here, there, sentence;
};

struct Comparison {
    std::string here, there;       ///< names of the runs
    std::string title;             ///< of the exercise
    bool exercise = true;          ///< else it is of real incidents
    Origin here_from, there_from;  ///< the journals that prove it
    Sequence common = 0;           ///< so many messages they have alike from the beginning
    std::optional<Instant> parted; ///< moment of the last of those
    Instant until;                 ///< compared up to where the shorter run is
    std::size_t alike = 0;         ///< things that went the same in both
    std::vector<ComparedRow> rows; ///< GRIP, decisions, actions, opkomst, expectations, injects
};

/// Names and moments as the reports have them; moments less than a minute apart count as the same.
Comparison compare(const ExerciseReport& here, const ExerciseReport& there);

std::string as_text(const Comparison& comparison); ///< a sentence a line
std::string as_html(const Comparison& comparison); ///< one page for A4

} // namespace regiekamer::report
