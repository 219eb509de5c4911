// Splits a decoder's line into head and text. Only the head has a form; the text is a person's.
#include "messaging/feeds/p2000_line.hpp"

#include "messaging/feeds/bytes.hpp"
#include "messaging/feeds/p2000_text.hpp"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <chrono>

namespace regiekamer::feeds {
namespace {

constexpr std::string_view stamp_form = "0000-00-00 00:00:00";

bool is_stamp(std::string_view text) {
    return text.size() == stamp_form.size() &&
           std::equal(text.begin(), text.end(), stamp_form.begin(), [](char found, char form) {
               return form == '0' ? found >= '0' && found <= '9' : found == form;
           });
}

/// The decoder's clock is UTC without saying so: "2026-03-02 13:07:44". One that was never set (1970) says no
/// instant that can be, and the arrival counts: a page is not lost for the clock of who heard it.
std::optional<Instant> stamp(std::string_view text, Instant arrival) {
    if (!is_stamp(text)) return std::nullopt;
    return read_instant(std::string(text.substr(0, 10)) + "T" + std::string(text.substr(11)) + "Z")
        .value_or(arrival);
}

struct Head {
    Instant at;
    std::optional<PagePart> part;
    std::vector<Capcode> capcodes;
    std::string_view text;
    bool wild = false; ///< a number was no capcode
};

/// 1600/2/K/A: K complete, F more follows, C the last of several; A to D is the phase. Some decoders print
/// the two the other way round, and 1600/2/A has only the phase.
std::optional<PagePart> part_of(std::string_view mode) {
    std::string letters;
    std::copy_if(mode.begin(), mode.end(), std::back_inserter(letters),
                 [](char c) { return c >= 'A' && c <= 'K'; });
    if (letters.size() != 2 || letters.find('K') != std::string::npos) return std::nullopt;
    if (letters.find('F') != std::string::npos) return PagePart::first;
    return letters.find('C') != std::string::npos ? std::optional(PagePart::last) : std::nullopt;
}

/// Of a capcode that bit errors made too long the page is not lost: the others count, and `raw` has it.
bool read_capcodes(std::string_view text, Head& head) {
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        const auto word = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (word.empty()) continue;
        if (word.find_first_not_of("0123456789") != std::string_view::npos) return false;
        const auto number = capcode_number(word);
        head.wild = head.wild || !number;
        if (!number || (*number >= Capcode::group_slot_first && *number <= Capcode::group_slot_last))
            continue;
        std::string digits = std::to_string(*number);
        digits.insert(0, 7 - digits.size(), '0');
        auto& out = head.capcodes;
        const Capcode capcode{digits};
        if (std::find(out.begin(), out.end(), capcode) == out.end()) out.push_back(capcode);
    }
    return true;
}

bool is_kind(std::string_view word) {
    static constexpr std::array<std::string_view, 7> kinds{"ALN", "NUM", "TON", "UNK", "SEC", "INS", "BIN"};
    return std::find(kinds.begin(), kinds.end(), word) != kinds.end();
}

/// The part before the next bar, taken off; nullopt when there is no bar.
std::optional<std::string_view> take_field(std::string_view& line) {
    const auto bar = line.find('|');
    if (bar == std::string_view::npos) return std::nullopt;
    const auto field = line.substr(0, bar);
    line.remove_prefix(bar + 1);
    return field;
}

/// "1600/2/K/A"
bool is_mode(std::string_view field) {
    return field.find('/') != std::string_view::npos &&
           field.find_first_not_of("0123456789/ABCDFK") == std::string_view::npos;
}

/// "[000123456] NUM 0612", a bar or a blank after the bracket.
std::optional<Head> read_bracket(std::string_view line, Head head) {
    const auto open = line.find('['), close = line.find(']');
    if (open != 0 || close == std::string_view::npos) return std::nullopt;
    if (!read_capcodes(line.substr(1, close - 1), head)) return std::nullopt;
    line.remove_prefix(close + 1);
    while (!line.empty() && (line.front() == ' ' || line.front() == '|'))
        line.remove_prefix(1);
    const auto end = std::min(line.find(' '), line.size());
    if (!is_kind(line.substr(0, end))) return std::nullopt;
    line.remove_prefix(std::min(end + 1, line.size()));
    head.text = line;
    return head;
}

/// C and D: only the bars of the head count, text may hold more.
std::optional<Head> read_bars(std::string_view line, Instant arrival) {
    take_field(line); // FLEX
    auto field = take_field(line);
    if (!field) return std::nullopt;
    Head head;
    head.at = arrival;
    if (!is_mode(*field)) {
        const auto at = stamp(*field, arrival);
        if (!at) return std::nullopt;
        head.at = *at;
        field = take_field(line);
    }
    if (!field || !take_field(line)) return std::nullopt; // mode; cycle and frame
    head.part = part_of(*field);
    if (line.starts_with("[")) return read_bracket(line, std::move(head));
    const auto capcodes = take_field(line), kind = take_field(line);
    if (!capcodes || !kind || !is_kind(*kind) || !read_capcodes(*capcodes, head)) return std::nullopt;
    head.text = line;
    return head;
}

/// A, B and what is numeric of all.
std::optional<Head> read_brackets(std::string_view line, Instant arrival) {
    line.remove_prefix(std::string_view("FLEX: ").size());
    const auto open = line.find('[');
    if (line.size() < 20 || open == std::string_view::npos) return std::nullopt;
    Head head;
    const auto at = stamp(line.substr(0, 19), arrival);
    if (!at) return std::nullopt;
    head.at = *at;
    head.part = part_of(line.substr(20, open > 20 ? open - 20 : 0));
    return read_bracket(line.substr(open), std::move(head));
}

bool is_long_capcode(std::string_view field) {
    return field.size() == 10 &&
           std::all_of(field.begin(), field.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Whether a member of the group comes next. The text of a page may begin with ten digits and a bar too, such
/// as a telephone number: what is beyond all capcodes is a member, with a bit error, where one comes behind
/// it.
bool begins_with_member(std::string_view line) {
    for (auto field = take_field(line); field && is_long_capcode(*field); field = take_field(line))
        if (capcode_number(*field)) return true;
    return false;
}

/// "3.0.K": which piece of the page, and whether more follow.
bool is_fragment(std::string_view field) {
    return field.size() >= 5 && field.size() <= 7 && std::count(field.begin(), field.end(), '.') == 2 &&
           std::string_view("KFC").find(field.back()) != std::string_view::npos;
}

/// What FLEX_NEXT writes in a text as two letters.
std::string unescaped(std::string_view text) {
    std::string made;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char next = at + 1 < text.size() ? text[at + 1] : '\0';
        if (text[at] == '\\' && (next == 'n' || next == 'r' || next == 't')) {
            made += ' ';
            ++at;
        } else {
            made += text[at];
            if (text[at] == '%' && next == '%') ++at;
        }
    }
    return made;
}

/// E. `made` keeps the text that the head shows.
std::optional<Head> read_next(std::string_view line, Instant arrival, std::string& made) {
    take_field(line); // FLEX_NEXT
    const auto mode = take_field(line), frame = take_field(line), capcode = take_field(line),
               address = take_field(line), number = take_field(line), kind = take_field(line);
    if (!mode || !frame || !capcode || !address || !number || !kind) return std::nullopt;
    if (!is_mode(*mode) || !is_long_capcode(*capcode) || !is_kind(*kind)) return std::nullopt;
    Head head;
    head.at = arrival;
    if (!read_capcodes(*capcode, head)) return std::nullopt;
    if (is_fragment(line.substr(0, line.find('|')))) {
        const auto fragment = take_field(line).value_or("0.0.K");
        if (fragment.back() == 'F') head.part = PagePart::first;
        if (fragment.back() == 'C') head.part = PagePart::last;
    }
    const bool group = address->find('G') != std::string_view::npos;
    while (group && begins_with_member(line))
        if (!read_capcodes(*take_field(line), head)) return std::nullopt;
    made = unescaped(line);
    head.text = made;
    return head;
}

/// Of JSON: --timestamp adds a second key of that name, in local time, where the decoder's own is UTC. The
/// one that is nearest to the arrival is meant.
std::optional<Instant> stamp_in_json(std::string_view line, Instant arrival) {
    constexpr std::string_view key = R"("timestamp":")";
    std::optional<Instant> nearest;
    const auto off = [&](Instant at) { return std::chrono::abs(at - arrival); };
    for (auto at = line.find(key); at != std::string_view::npos; at = line.find(key, at + 1)) {
        const auto found = stamp(line.substr(at + key.size(), stamp_form.size()), arrival);
        if (found && (!nearest || off(*found) < off(*nearest))) nearest = found;
    }
    return nearest;
}

/// F.
std::optional<Head> read_json(std::string_view line, Instant arrival, std::string& made) {
    boost::json::error_code failed;
    boost::json::parse_options options;
    options.max_depth = 4;
    const auto value = boost::json::parse(line, failed, {}, options);
    const auto* object = failed ? nullptr : value.if_object();
    if (object == nullptr) return std::nullopt;
    const auto text = [&](const char* name) -> const boost::json::string* {
        const auto* member = object->if_contains(name);
        return member == nullptr ? nullptr : member->if_string();
    };
    const auto *demodulator = text("demod_name"), *message = text("message"), *at = text("timestamp");
    const auto* capcode = object->if_contains("capcode");
    if (demodulator == nullptr || !demodulator->starts_with("flex") || capcode == nullptr)
        return std::nullopt;
    Head head;
    const auto digits =
        capcode->is_string() ? std::string(capcode->get_string()) : boost::json::serialize(*capcode);
    if (!read_capcodes(digits, head)) return std::nullopt;
    const auto other = at == nullptr ? std::nullopt : stamp(*at, arrival);
    head.at = stamp_in_json(line, arrival).value_or(other.value_or(arrival));
    for (const auto* said : {message, text("tone"), text("tone_long")}) // a tone page has no message
        if (said != nullptr) made.append(said->begin(), said->end());
    head.text = made;
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

/// Of A and B a stamp and a blank follow: "FLEX: " may be a label as well.
bool begins_head(std::string_view line) {
    for (const std::string_view start : {"FLEX|", "FLEX_NEXT|", "{\""})
        if (line.starts_with(start)) return true;
    constexpr std::string_view bracket = "FLEX: ";
    const auto stamped = line.substr(std::min(bracket.size(), line.size()));
    return line.starts_with(bracket) && stamped.size() > stamp_form.size() &&
           is_stamp(stamped.substr(0, stamp_form.size())) && stamped[stamp_form.size()] == ' ';
}

/// What may stand before the head: a byte order mark, --label's "LABEL: ", --timestamp's
/// "YYYY-MM-DD HH:MM:SS: ".
std::string_view without_prefix(std::string_view line) {
    constexpr std::string_view mark = "\xEF\xBB\xBF", colon = ": ";
    constexpr std::size_t prefix_max = 120;
    if (line.starts_with(mark)) line.remove_prefix(mark.size());
    if (line.starts_with('{') || begins_head(line)) return line;
    for (auto at = line.find(colon); at < prefix_max; at = line.find(colon, at + 1))
        if (const auto rest = line.substr(at + colon.size()); begins_head(rest)) return rest;
    return line;
}

/// What of the configuration makes the page ours: a capcode, else a place.
std::optional<std::string> ours_by(const PageReceived& page, const PageText& text,
                                   const P2000Config& config) {
    for (const auto& capcode : page.capcodes)
        if (config.capcodes.contains(std::stoll(capcode.value))) return capcode.value;
    if (text.place &&
        std::find(config.places.begin(), config.places.end(), *text.place) != config.places.end())
        return text.place;
    return std::nullopt;
}

} // namespace

void read_text(PageReceived& page, const std::string& said, const P2000Config& config) {
    const PageText text = read_page_text(said, config);
    page.priority = text.priority;
    page.place = text.place;
    page.grip = text.grip;
    page.test = text.test;
    page.withdrawn = text.withdrawn ? std::optional(true) : std::nullopt;
    page.ours_by = ours_by(page, text, config);
    page.ours = config.everything || page.ours_by;
}

P2000Line read_p2000_line(std::string_view line, const P2000Config& config, Instant arrival) {
    while (!line.empty() && (line.back() == '\r' || line.back() == '\n'))
        line.remove_suffix(1);
    const std::string sample = text_of(line.substr(0, 200));
    if (line.size() > p2000_line_bytes_max) return Problem{"line", sample, "at most 8 KiB a line"};
    const std::string_view body = without_prefix(line);
    if (is_banner(body)) return NoPage{};
    std::string made;
    const auto head = body.starts_with("FLEX|")        ? read_bars(body, arrival)
                      : body.starts_with("FLEX: ")     ? read_brackets(body, arrival)
                      : body.starts_with("FLEX_NEXT|") ? read_next(body, arrival, made)
                      : body.starts_with("{")          ? read_json(text_of(body), arrival, made)
                                                       : std::nullopt;
    if (!head) return Problem{"line", sample, "a FLEX line of multimon-ng with its head"};
    P2000Page read{{}, head->wild};
    PageReceived& page = read.page;
    page.at = head->at;
    page.part = head->part;
    page.capcodes = head->capcodes;
    page.text = text_of(head->text);
    page.raw = text_of(line);
    read_text(page, page.text, config);
    return read;
}

} // namespace regiekamer::feeds
