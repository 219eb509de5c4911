// What differs between two versions of a text, word by word: for who read the one and now reads the other.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace regiekamer::words {

/// Words that belong together: in both versions, only in the new one, or only in the old.
struct TextPart {
    enum class Kind { same, added, removed } kind{};
    std::string text; ///< words with one space between them
    bool operator==(const TextPart&) const = default;
};

/// In the order of the new text; what went stands before what came in its place. As many words stay as can.
/// Words end at white space; texts of more than a thousand words that differ in more than their ends are
/// taken as wholly rewritten.
std::vector<TextPart> text_difference(std::string_view before, std::string_view after);

} // namespace regiekamer::words
