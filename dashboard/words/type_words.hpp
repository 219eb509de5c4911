// What a message is and where it came from, in words: the names of types and sources are for programs.
#pragma once

#include <string>
#include <string_view>

namespace regiekamer::words {

/// "besluit over GRIP" of "nl.regiekamer.grip.decided", with or without the prefix; of a type that is not
/// known its own name.
std::string type_words(std::string_view type);
/// "werkplek ovd-1" of "desk/ovd-1", "draaiboek hoogwater" of what the player of an exercise says; else as it
/// is.
std::string source_words(std::string_view source);

} // namespace regiekamer::words
