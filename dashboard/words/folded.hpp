// Text as it is searched: without capitals and accents. The palette and the logboek find by it.
#pragma once

#include <string>
#include <string_view>

namespace regiekamer::words {

/// Small letters without accents ("Één café" -> "een cafe"); anything that is no Latin letter stays as it is,
/// bytes that are no UTF-8 too.
std::string folded(std::string_view text);

/// How well a name fits what was typed, both folded; 0: not at all. Every word typed must be found: at the
/// beginning of the name (best), of one of its words, within it, or (one word, three letters or more) letter
/// by letter in order.
int fit(std::string_view typed, std::string_view name);
/// Whether every word typed stands somewhere in the text, both folded.
bool has_words(std::string_view typed, std::string_view text);

} // namespace regiekamer::words
