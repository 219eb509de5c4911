// What became of an inject, in the words of the board and of the report.
#pragma once

#include "scenarios/measure/measuring.hpp"

#include <string_view>

namespace regiekamer::words {

std::string_view word_of(measure::InjectState state); ///< "verzonden"

} // namespace regiekamer::words
