// Splits a decoder's line into head and text. Only the head has a form; the text is a person's.
#include "messaging/feeds/p2000_line.hpp"

#include "messaging/feeds/p2000_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace regiekamer::feeds {
namespace {

constexpr std::int64_t group_slot_first = 2'029'568, group_slot_last = 2'029'583;

bool is_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto c = static_cast<unsigned char>(text[at]);
        const std::size_t more = c < 0x80                ? 0
                                 : c >= 0xC2 && c < 0xE0 ? 1
                                 : c >= 0xE0 && c < 0xF0 ? 2
                                 : c >= 0xF0 && c < 0xF5 ? 3
                                                         : 9;
        if (more == 9 || at + more >= text.size() + (more == 0 ? 1 : 0)) return false;
        for (std::size_t i = 1; i <= more; ++i)
            if ((static_cast<unsigned char>(text[at + i]) & 0xC0U) != 0x80U) return false;
        const auto second = more > 0 ? static_cast<unsigned char>(text[at + 1]) : 0;
        // Overlong forms, surrogates and what lies beyond U+10FFFF.
        if ((c == 0xE0 && second < 0xA0) || (c == 0xED && second > 0x9F) || (c == 0xF0 && second < 0x90) ||
            (c == 0xF4 && second > 0x8F))
            return false;
        at += more + 1;
    }
    return true;
}

/// Text that JSON can carry: UTF-8 (else read as Latin-1), U+0000 shown as U+FFFD.
std::string clean(std::string_view bytes) {
    const bool utf8 = is_utf8(bytes);
    std::string text;
    for (const char c : bytes) {
        const auto code = static_cast<unsigned char>(c);
        if (code == 0) {
            text += "\xEF\xBF\xBD";
        } else if (utf8 || code < 0x80) {
            text += c;
        } else {
            text += static_cast<char>(0xC0U | (code >> 6U));
            text += static_cast<char>(0x80U | (code & 0x3FU));
        }
    }
    return text;
}

/// The decoder's clock is UTC without saying so: "2026-03-02 13:07:44".
Result<Instant> stamp(std::string_view text) {
    if (text.size() != 19 || text[10] != ' ') return refuse({}, std::string(text), "YYYY-MM-DD HH:MM:SS");
    return read_instant(std::string(text.substr(0, 10)) + "T" + std::string(text.substr(11)) + "Z");
}

struct Head {
    Instant at;
    std::optional<PagePart> part;
    std::vector<Capcode> capcodes;
    std::string_view text;
};

std::optional<PagePart> part_of(std::string_view mode) {
    // 1600/2/K/A: K complete, F more follows, C the last of several. 1600/2/A has no such field.
    if (mode.find("/F/") != std::string_view::npos) return PagePart::first;
    if (mode.find("/C/") != std::string_view::npos) return PagePart::last;
    return std::nullopt;
}

bool read_capcodes(std::string_view text, std::vector<Capcode>& out) {
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        const auto word = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (word.empty()) continue;
        std::int64_t number = 0;
        const auto read = std::from_chars(word.data(), word.data() + word.size(), number);
        if (read.ec != std::errc() || read.ptr != word.data() + word.size()) return false;
        if (number < 0 || number > 9'999'999) return false;
        if (number >= group_slot_first && number <= group_slot_last) continue;
        std::string digits = std::to_string(number);
        digits.insert(0, 7 - digits.size(), '0');
        const Capcode capcode{digits};
        if (std::find(out.begin(), out.end(), capcode) == out.end()) out.push_back(capcode);
    }
    return true;
}

bool is_kind(std::string_view word) {
    static constexpr std::array<std::string_view, 7> kinds{"ALN", "NUM", "TON", "UNK", "SEC", "INS", "BIN"};
    return std::find(kinds.begin(), kinds.end(), word) != kinds.end();
}

/// FLEX|TS|1600/2/K/A|07.041|002029568 001599101|ALN|text — only the first six bars count, text may hold
/// more.
std::optional<Head> read_bars(std::string_view line) {
    std::array<std::string_view, 6> field;
    for (auto& part : field) {
        const auto bar = line.find('|');
        if (bar == std::string_view::npos) return std::nullopt;
        part = line.substr(0, bar);
        line.remove_prefix(bar + 1);
    }
    Head head;
    const auto at = stamp(field[1]);
    if (!at || !is_kind(field[5]) || !read_capcodes(field[4], head.capcodes)) return std::nullopt;
    head.at = *at;
    head.part = part_of(field[2]);
    head.text = line;
    return head;
}

/// FLEX: TS 1600/2/A 07.041 [000123456] NUM 0612
std::optional<Head> read_brackets(std::string_view line) {
    line.remove_prefix(std::string_view("FLEX: ").size());
    if (line.size() < 20) return std::nullopt;
    Head head;
    const auto at = stamp(line.substr(0, 19));
    const auto open = line.find('['), close = line.find(']');
    if (!at || open == std::string_view::npos || close == std::string_view::npos || close < open)
        return std::nullopt;
    head.at = *at;
    head.part = part_of(line.substr(20, open > 20 ? open - 20 : 0));
    if (!read_capcodes(line.substr(open + 1, close - open - 1), head.capcodes)) return std::nullopt;
    line.remove_prefix(close + 1);
    while (!line.empty() && line.front() == ' ')
        line.remove_prefix(1);
    const auto end = std::min(line.find(' '), line.size());
    if (!is_kind(line.substr(0, end))) return std::nullopt;
    line.remove_prefix(std::min(end + 1, line.size()));
    head.text = line;
    return head;
}

bool is_banner(std::string_view line) {
    static constexpr std::array<std::string_view, 7> starts{
        "multimon-ng",  "Enabled demodulators:", "Available demodulators:",
        "FLEX: State:", "FLEX: CAPCODE:",        "  (C) ",
        "  (c) "};
    return line.find_first_not_of(" \t") == std::string_view::npos ||
           std::any_of(starts.begin(), starts.end(),
                       [&](std::string_view start) { return line.starts_with(start); });
}

/// What may stand before FLEX: --label's "LABEL: " and --timestamp's "YYYY-MM-DD HH:MM:SS: ".
std::string_view without_prefix(std::string_view line) {
    if (line.starts_with("FLEX")) return line;
    for (const std::string_view start : {"FLEX|", "FLEX: "}) {
        const auto at = line.find(start);
        // Not found is beyond any length.
        if (at <= 120 && line.substr(0, at).ends_with(": ")) return line.substr(at);
    }
    return line;
}

bool concerns_us(const PageReceived& page, const PageText& text, const P2000Config& config) {
    if (config.everything) return true;
    const auto own = [&](const Capcode& capcode) {
        return config.capcodes.contains(std::stoll(capcode.value));
    };
    if (std::any_of(page.capcodes.begin(), page.capcodes.end(), own)) return true;
    return text.place &&
           std::find(config.places.begin(), config.places.end(), *text.place) != config.places.end();
}

} // namespace

P2000Line read_p2000_line(std::string_view line, const P2000Config& config) {
    while (!line.empty() && (line.back() == '\r' || line.back() == '\n'))
        line.remove_suffix(1);
    const std::string sample = clean(line.substr(0, 200));
    if (line.size() > p2000_line_bytes_max) return Problem{"line", sample, "at most 8 KiB a line"};
    const std::string_view body = without_prefix(line);
    if (is_banner(body)) return NoPage{};
    const auto head = body.starts_with("FLEX|")    ? read_bars(body)
                      : body.starts_with("FLEX: ") ? read_brackets(body)
                                                   : std::nullopt;
    if (!head) return Problem{"line", sample, "a FLEX line of multimon-ng with its head"};
    PageReceived page;
    page.at = head->at;
    page.part = head->part;
    page.capcodes = head->capcodes;
    page.text = clean(head->text);
    page.raw = clean(line);
    const PageText text = read_page_text(page.text, config);
    page.priority = text.priority;
    page.place = text.place;
    page.grip = text.grip;
    page.test = text.test;
    if (text.withdrawn) page.withdrawn = true;
    page.ours = concerns_us(page, text, config);
    return page;
}

} // namespace regiekamer::feeds
