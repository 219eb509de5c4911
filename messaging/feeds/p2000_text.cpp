// Reads the conventions of Dutch pager texts. They are conventions, not a format: what is not recognised
// stays in the text, which is always shown whole.
#include "messaging/feeds/p2000_text.hpp"

#include "messaging/feeds/encoding.hpp"
#include "messaging/vocabulary/page_words.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>
#include <vector>

namespace regiekamer::feeds {
namespace {

bool is_word(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || (static_cast<unsigned char>(c) >= 0x80);
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Whether `word` stands in `text` with no word character on either side.
bool names(std::string_view text, std::string_view word) {
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const bool starts = at == 0 || !is_word(text[at - 1]);
        const auto end = at + word.size();
        if (starts && (end == text.size() || !is_word(text[end]))) return true;
    }
    return false;
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::size_t at = 0;
    while (at < text.size()) {
        while (at < text.size() && text[at] == ' ')
            ++at;
        const auto end = std::min(text.find(' ', at), text.size());
        if (end > at) words.emplace_back(text.substr(at, end - at));
        at = end;
    }
    return words;
}

/// Drops what stands between parentheses: it may come before and after the priority.
std::string without_parentheses(std::string_view text) {
    std::string kept;
    int depth = 0;
    for (const char c : text) {
        if (c == '(') ++depth;
        if (depth == 0) kept += c;
        if (c == ')' && depth > 0) --depth;
    }
    return kept;
}

bool is_digit_to_5(const std::string& word) {
    return word.size() == 1 && word[0] >= '1' && word[0] <= '5';
}

std::optional<std::string> priority_of(const std::string& small) {
    static constexpr std::array<std::string_view, 6> ambulance{"a0", "a1", "a2", "b1", "b2", "c2"};
    const auto words = words_of(without_parentheses(small));
    if (words.empty()) return std::nullopt;
    const std::string& first = words[0];
    if (std::find(ambulance.begin(), ambulance.end(), first) != ambulance.end())
        return std::string{static_cast<char>(std::toupper(static_cast<unsigned char>(first[0]))), first[1]};
    if (first.size() == 2 && first[0] == 'p' && is_digit_to_5(first.substr(1))) return "P " + first.substr(1);
    if (is_digit_to_5(first)) return "P " + first; // leading bare digit: police
    for (std::size_t i = 0; i + 1 < words.size(); ++i)
        if ((words[i] == "prio" || (i == 0 && words[i] == "p")) && is_digit_to_5(words[i + 1]))
            return "P " + words[i + 1];
    return std::nullopt;
}

/// "P 5", "P5", "prio 5" is a proefalarm. A bare digit at the begin is a priority of the police, or a house
/// ("5 Dam"): that says nothing of a test, and an alarm must not be taken for one.
bool says_test_priority(const std::string& small, const std::optional<std::string>& priority) {
    const auto words = words_of(without_parentheses(small));
    return priority == "P 5" && !is_digit_to_5(words.front());
}

/// The talkgroup of an exercise has -OTO- in it: opleiden, trainen, oefenen.
bool is_test(const std::string& small, const std::optional<std::string>& priority) {
    // Whole words: a fire at the Oefencentrum is none.
    static constexpr std::array<std::string_view, 18> said{
        "proefalarm", "proefoproep", "proefmelding", "proefbericht", "test",         "testoproep",
        "testalarm",  "testmelding", "testbericht",  "testpage",     "test-oproep",  "oefening",
        "oefenalarm", "oefenoproep", "oefenmelding", "oefeninzet",   "oefenbericht", "oefen"};
    const auto numbered = [&](std::string_view word) { // "PROEFALARM1"
        const auto at = small.find(word);
        return word.size() > 5 && at != std::string::npos && (at == 0 || !is_word(small[at - 1])) &&
               at + word.size() < small.size() && is_digit(small[at + word.size()]);
    };
    return says_test_priority(small, priority) || small.find("-oto-") != std::string::npos ||
           std::any_of(said.begin(), said.end(),
                       [&](std::string_view word) { return names(small, word) || numbered(word); });
}

/// A level that a text names: GRIP, then blanks, colons or hyphens, then one digit 0-5 that stands alone.
struct NamedLevel {
    int level = 0;
    bool new_one = false; ///< "naar GRIP 1"
    bool over = false;    ///< "GRIP 1 opgeheven"
};

/// ", opgeheven"
bool begins_with_end(std::string_view after) {
    static constexpr std::array<std::string_view, 4> ends{"opgeheven", "ingetrokken", "beeindigd",
                                                          "beëindigd"};
    while (!after.empty() && !is_word(after.front()))
        after.remove_prefix(1);
    return std::any_of(ends.begin(), ends.end(),
                       [&](std::string_view word) { return names(after.substr(0, word.size() + 1), word); });
}

std::vector<NamedLevel> levels_named(std::string_view small) {
    std::vector<NamedLevel> levels;
    for (auto at = small.find("grip"); at != std::string_view::npos; at = small.find("grip", at + 4)) {
        if (at > 0 && is_word(small[at - 1])) continue;
        auto digit = at + 4;
        while (digit < small.size() && (small[digit] == ' ' || small[digit] == ':' || small[digit] == '-'))
            ++digit;
        if (digit >= small.size() || small[digit] < '0' || small[digit] > '5') continue;
        if (digit + 1 < small.size() && is_word(small[digit + 1])) continue;
        const auto before = small.substr(0, at);
        const bool new_one = before == "naar " || before.ends_with(" naar ");
        levels.push_back({small[digit] - '0', new_one, begins_with_end(small.substr(digit + 1))});
    }
    return levels;
}

/// "opgeschaald van GRIP 1 naar GRIP 2": the last. "einde GRIP 2", "GRIP 1 afgeschaald" name a level that
/// ends and no new one: they propose GRIP 0, and a person judges (formats.md §2). Only "naar" before GRIP
/// names a new one: units go "naar kazerne" too.
std::optional<GripLevel> grip_of(const std::string& small) {
    const auto levels = levels_named(small);
    if (levels.empty()) return std::nullopt;
    const auto new_one = std::find_if(levels.rbegin(), levels.rend(), [](auto& one) { return one.new_one; });
    if (new_one != levels.rend()) return GripLevel(new_one->level);
    const bool ends = names(small, "einde") || small.find("afgeschaald") != std::string::npos ||
                      small.find("afschalen") != std::string::npos ||
                      small.find("afschaling") != std::string::npos || levels.back().over;
    return GripLevel(ends ? 0 : levels.back().level);
}

bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

bool is_capital_letter_only(const std::string& word) {
    return std::all_of(word.begin(), word.end(), is_capital);
}
bool is_number(const std::string& word) {
    return !word.empty() && std::all_of(word.begin(), word.end(), is_digit);
}

/// "Rotterdam" of "Rotterdam ROTTDM bon 41234", "Bergen op Zoom": words with a capital, and what joins them.
std::string town_at_start(std::string_view text) {
    static constexpr std::array<std::string_view, 12> joining{"op",  "aan", "de",  "den", "der", "ter",
                                                              "van", "het", "bij", "en",  "in",  "a/d"};
    std::string town, between;
    for (const auto& word : words_of(cut_at(text, 60))) {
        const bool joins = std::find(joining.begin(), joining.end(), word) != joining.end();
        if (joins && !town.empty()) {
            between += " " + word;
            continue;
        }
        const bool begins = is_capital(word[0]) || word.starts_with("'s-") || word.starts_with("'t");
        if (!begins || is_capital_letter_only(word) ||
            std::any_of(word.begin(), word.end(), [](char c) { return is_digit(c) || c == ':' || c == '('; }))
            break;
        if (!town.empty()) town.append(between).append(" ");
        town += word;
        between.clear();
    }
    return town;
}

/// The control rooms' own name of a town: four to six capitals before call numbers and the like, in a text
/// that is not all capitals: "ROTTDM", "RIDDKK".
std::optional<std::string> town_code_of(const std::string& text) {
    static constexpr std::array<std::string_view, 6> no_towns{"AMBU", "GRIP", "PRIO",
                                                              "KNRM", "MICU", "RITNR"};
    static constexpr std::array<std::string_view, 5> tails{"bon", "rit", "ritnr", "icnum", "gms"};
    if (std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
        return std::nullopt;
    const auto words = words_of(text);
    for (std::size_t i = words.size(); i-- > 1;) {
        const std::string& word = words[i];
        std::string small = lower(word);
        while (!small.empty() && small.back() == ':')
            small.pop_back();
        if (is_number(word) || std::find(tails.begin(), tails.end(), small) != tails.end()) continue;
        const bool code = word.size() >= 4 && word.size() <= 6 && is_capital_letter_only(word) &&
                          std::find(no_towns.begin(), no_towns.end(), word) == no_towns.end();
        return code ? std::optional(word) : std::nullopt;
    }
    return std::nullopt;
}

/// Postcode: 1234 AB or 1234AB, with the town behind it when it stands there.
std::optional<std::string> postcode_of(std::string_view text) {
    for (std::size_t at = 0; at + 6 <= text.size(); ++at) {
        if (at > 0 && is_word(text[at - 1])) continue;
        if (text[at] < '1' || !is_digit(text[at]) || !std::all_of(&text[at + 1], &text[at + 4], is_digit))
            continue;
        const auto letters = at + (text[at + 4] == ' ' ? 5U : 4U);
        if (letters + 2 > text.size() || !is_capital(text[letters]) || !is_capital(text[letters + 1]))
            continue;
        if (letters + 2 < text.size() && is_word(text[letters + 2])) continue;
        const auto town = town_at_start(text.substr(letters + 2));
        return std::string(text.substr(at, 4)) + " " + std::string(text.substr(letters, 2)) +
               (town.empty() ? "" : " " + town);
    }
    return std::nullopt;
}

/// Without accents, which one writes and another does not; of Latin-1, where the names of places are.
std::string plain(std::string_view text) {
    static constexpr std::string_view letters =
        "aaaaaa?ceeeeiiii?nooooo?ouuuuy??aaaaaa?ceeeeiiii?nooooo?ouuuuy?y";
    std::string made;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto next = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0U;
        const bool accented =
            text[at] == '\xC3' && next >= 0x80 && next < 0xC0 && letters[next - 0x80] != '?';
        made += accented ? letters[next - 0x80] : text[at];
        if (accented) ++at;
    }
    return made;
}

std::optional<std::string> place_of(const std::string& text, const std::string& small,
                                    const P2000Config& config) {
    const std::string said = plain(small);
    for (const auto& place : config.places)
        if (names(said, plain(lower(normalise(place))))) return place;
    if (auto postcode = postcode_of(text)) return postcode;
    return town_code_of(text);
}

/// "(Intrekken Alarm Brw)", "(Intrekken)", "Intrekken alarm": said of the alarm, not inside a sentence.
bool withdraws(const std::string& small) {
    if (!names(small, "intrekken")) return false;
    return small.find("(intrekken") != std::string::npos ||
           small.find("intrekken alarm") != std::string::npos ||
           small.find_first_not_of(' ') == small.find("intrekken");
}

} // namespace

PageText read_page_text(const std::string& text, const P2000Config& config) {
    const std::string small = lower(normalise(text)); // runs of blanks count as one
    PageText page;
    page.priority = priority_of(small);
    page.withdrawn = withdraws(small);
    page.test = is_test(small, page.priority);
    if (!page.test) page.grip = grip_of(small);
    page.place = place_of(text, small, config);
    return page;
}

} // namespace regiekamer::feeds
