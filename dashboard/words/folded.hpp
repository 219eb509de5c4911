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
/// Whether everything typed stands somewhere in the text, both folded: each word, in any order, and what
/// stands between quotes ("op de kade") as it is. A number of six digits or more is found however it is cut:
/// 06-00000101 in "0600000101" (see `numbers_in`).
bool has_words(std::string_view typed, std::string_view text);
/// Quotes as keyboards and text processors set them, “ ” „, as the plain one.
std::string plain_quotes(std::string text);
/// The telephone numbers of a text as digits alone, a space before each: " 0600000101". +31 becomes 0.
std::string numbers_in(std::string_view text);

} // namespace regiekamer::words
