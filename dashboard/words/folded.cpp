// Folding by a table of the Latin letters that Dutch and its neighbours write.
#include "dashboard/words/folded.hpp"

#include <algorithm>
#include <array>

namespace regiekamer::words {
namespace {

/// U+00C0 to U+017F, a letter each; ' ' stays as it is.
constexpr std::string_view latin =
    "aaaaaaaceeeeiiiidnooooo ouuuuy saaaaaaaceeeeiiiidnooooo ouuuuy yaaaaaaccccccccddddeeeeeeeeeegggggggghhhh"
    "iiiiiiiiii  jjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(latin.size() == 0x180 - 0xC0);

/// Calls `visit` with each word; false as soon as that is false.
template <class Visit>
bool every_word(std::string_view typed, Visit&& visit) {
    while (!typed.empty()) {
        const auto end = std::min(typed.find(' '), typed.size());
        if (end > 0 && !visit(typed.substr(0, end))) return false;
        typed.remove_prefix(std::min(typed.size(), end + 1));
    }
    return true;
}

bool begins_word(std::string_view name, std::size_t at) {
    constexpr std::string_view between = " -/.,:;()·'\"+";
    return at == 0 || between.find(name[at - 1]) != std::string_view::npos ||
           static_cast<unsigned char>(name[at - 1]) >= 0x80;
}

int word_fit(std::string_view word, std::string_view name) {
    if (name.substr(0, word.size()) == word) return 100;
    bool within = false;
    for (auto at = name.find(word); at != std::string_view::npos; at = name.find(word, at + 1)) {
        if (begins_word(name, at)) return 80;
        within = true;
    }
    return within ? 40 : 0;
}

bool in_order(std::string_view letters, std::string_view name) {
    std::size_t at = 0;
    for (const char letter : letters) {
        at = name.find(letter, at);
        if (at == std::string_view::npos) return false;
        ++at;
    }
    return true;
}

} // namespace

std::string folded(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x80) {
            result += static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
            continue;
        }
        const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0U;
        const bool pair = byte >= 0xC3 && byte <= 0xC5 && (next & 0xC0U) == 0x80;
        const auto letter = pair ? ((byte & 0x1FU) << 6U) + (next & 0x3FU) - 0xC0 : 0U;
        if (pair && latin[letter] != ' ') {
            result += latin[letter];
            ++i;
        } else {
            result += text[i];
        }
    }
    return result;
}

int fit(std::string_view typed, std::string_view name) {
    int total = 0, count = 0;
    const bool all = every_word(typed, [&](std::string_view word) {
        const int one = word_fit(word, name);
        total += one;
        ++count;
        return one > 0;
    });
    if (count == 0) return 1;
    if (all) return total / count;
    return count == 1 && typed.size() >= 3 && in_order(typed, name) ? 10 : 0;
}

bool has_words(std::string_view typed, std::string_view text) {
    return every_word(typed,
                      [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

} // namespace regiekamer::words
