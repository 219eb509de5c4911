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

constexpr std::size_t number_digits_min = 6, number_digits_max = 16;

/// A number is also found when it is written with other cuts.
bool stands_in(std::string_view wanted, std::string_view text) {
    if (text.find(wanted) != std::string_view::npos) return true;
    if (wanted.find_first_not_of("+0123456789-.()/ ") != std::string_view::npos) return false;
    const std::string digits = numbers_in(wanted);
    return digits.size() > number_digits_min && text.find(digits.substr(1)) != std::string_view::npos;
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
        if (const auto sign = text.substr(i, 3);
            sign == "\u2018" || sign == "\u2019") { // as no keyboard has it
            result += '\'';
            i += 2;
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

std::string plain_quotes(std::string text) {
    for (const std::string_view quote : {"\u201C", "\u201D", "\u201E", "\u00AB", "\u00BB"})
        for (auto at = text.find(quote); at != std::string::npos; at = text.find(quote, at + 1))
            text.replace(at, quote.size(), "\"");
    return text;
}

std::string numbers_in(std::string_view text) {
    constexpr std::string_view between = " -.()/";
    const auto is_digit = [](char one) { return one >= '0' && one <= '9'; };
    std::string all;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_digit(text[at])) continue;
        const bool abroad = at > 0 && text[at - 1] == '+';
        std::string digits;
        for (; at < text.size() && (is_digit(text[at]) || between.find(text[at]) != std::string_view::npos);
             ++at)
            if (is_digit(text[at])) digits += text[at];
        if (abroad && digits.starts_with("31")) digits.replace(0, 2, "0");
        if (digits.size() >= number_digits_min && digits.size() <= number_digits_max) all += ' ' + digits;
    }
    return all;
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
    while (!typed.empty()) {
        const bool phrase = typed.front() == '"';
        if (phrase) typed.remove_prefix(1);
        const auto end = std::min(typed.find(phrase ? '"' : ' '), typed.size());
        if (end > 0 && !stands_in(typed.substr(0, end), text)) return false;
        typed.remove_prefix(std::min(typed.size(), end + 1));
    }
    return true;
}

} // namespace regiekamer::words
