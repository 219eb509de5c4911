// The DOM is parsed by Boost.JSON; what it lets through is found by one walk over it and one scan of the
// bytes.
#include "messaging/codec/parse.hpp"

#include <array>
#include <boost/json/basic_parser_impl.hpp>
#include <charconv>
#include <cmath>
#include <set>
#include <vector>

namespace regiekamer::codec {
namespace {

namespace json = boost::json;

/// Builds the DOM as json::parser does, with numbers read exactly (Boost.JSON 1.81 may be one bit off), keys
/// counted, and numbers beyond a double noted.
struct Builder {
    static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

    json::value_stack stack;
    std::string number_start; ///< the digits before a break between two buffers
    std::size_t keys = 0;
    bool infinite = false;

    explicit Builder(json::storage_ptr storage, unsigned char* buffer, std::size_t size)
        : stack({}, buffer, size) {
        stack.reset(std::move(storage));
    }

    static bool on_document_begin(json::error_code&) { return true; }
    static bool on_document_end(json::error_code&) { return true; }
    static bool on_object_begin(json::error_code&) { return true; }
    bool on_object_end(std::size_t size, json::error_code&) { return stack.push_object(size), true; }
    static bool on_array_begin(json::error_code&) { return true; }
    bool on_array_end(std::size_t size, json::error_code&) { return stack.push_array(size), true; }
    bool on_key_part(json::string_view part, std::size_t, json::error_code&) {
        return stack.push_chars(part), true;
    }
    bool on_key(json::string_view part, std::size_t, json::error_code&) {
        ++keys;
        return stack.push_key(part), true;
    }
    bool on_string_part(json::string_view part, std::size_t, json::error_code&) {
        return stack.push_chars(part), true;
    }
    bool on_string(json::string_view part, std::size_t, json::error_code&) {
        return stack.push_string(part), true;
    }
    bool on_number_part(json::string_view part, json::error_code&) {
        number_start.append(part.data(), part.size());
        return true;
    }
    bool on_int64(std::int64_t value, json::string_view, json::error_code&) {
        number_start.clear();
        return stack.push_int64(value), true;
    }
    bool on_uint64(std::uint64_t value, json::string_view, json::error_code&) {
        number_start.clear();
        return stack.push_uint64(value), true;
    }
    bool on_double(double value, json::string_view part, json::error_code&) {
        std::string_view digits = part;
        if (!number_start.empty()) digits = number_start.append(digits);
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
        infinite = infinite || !std::isfinite(value);
        number_start.clear();
        return stack.push_double(value), true;
    }
    bool on_bool(bool value, json::error_code&) { return stack.push_bool(value), true; }
    bool on_null(json::error_code&) { return stack.push_null(), true; }
    static bool on_comment_part(json::string_view, json::error_code&) { return true; }
    static bool on_comment(json::string_view, json::error_code&) { return true; }
};

/// Members that a DOM holds: fewer than were written when a key stood twice.
std::size_t members_held(const json::value& value) {
    std::size_t count = 0;
    if (const auto* object = value.if_object()) {
        count = object->size();
        for (const auto& member : *object)
            if (member.value().is_structured()) count += members_held(member.value());
    } else if (const auto* list = value.if_array()) {
        for (const auto& item : *list)
            if (item.is_structured()) count += members_held(item);
    }
    return count;
}

/// The slow way, once something is known to be wrong: walks the text again and notes the place of the first
/// duplicate key, U+0000 or number out of range.
struct Locator {
    static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

    struct Level {
        bool object = false;
        std::set<std::string> keys;
        std::string key;
        std::size_t index = 0;
    };
    std::vector<Level> levels;
    std::string text;
    std::optional<Problem> problem;

    [[nodiscard]] std::string here() const {
        std::string pointer;
        for (const Level& level : levels)
            pointer += "/" + (level.object ? pointer_token(level.key) : std::to_string(level.index));
        return pointer;
    }
    bool note(const std::string& found, std::string expected) {
        if (!problem) problem = Problem{here(), cut(found, 60), std::move(expected)};
        return true;
    }
    bool done() {
        if (!levels.empty() && !levels.back().object) ++levels.back().index;
        return true;
    }
    bool open(bool object) {
        levels.push_back({object, {}, {}, 0});
        return true;
    }
    bool close() {
        levels.pop_back();
        return done();
    }
    bool take(std::string_view part) {
        text += part;
        return true;
    }

    bool on_document_begin(json::error_code&) { return true; }
    bool on_document_end(json::error_code&) { return true; }
    bool on_object_begin(json::error_code&) { return open(true); }
    bool on_object_end(std::size_t, json::error_code&) { return close(); }
    bool on_array_begin(json::error_code&) { return open(false); }
    bool on_array_end(std::size_t, json::error_code&) { return close(); }
    bool on_key_part(json::string_view part, std::size_t, json::error_code&) { return take(part); }
    bool on_key(json::string_view part, std::size_t, json::error_code&) {
        take(part);
        Level& level = levels.back();
        level.key = std::exchange(text, {});
        if (level.key.find('\0') != std::string::npos) note("U+0000", "text without U+0000");
        if (!level.keys.insert(level.key).second) note("a second \"" + level.key + "\"", "each member once");
        return true;
    }
    bool on_string_part(json::string_view part, std::size_t, json::error_code&) { return take(part); }
    bool on_string(json::string_view part, std::size_t, json::error_code&) {
        take(part);
        if (text.find('\0') != std::string::npos) note("U+0000", "text without U+0000");
        text.clear();
        return done();
    }
    bool on_number_part(json::string_view part, json::error_code&) { return take(part); }
    bool on_int64(std::int64_t, json::string_view, json::error_code&) { return number(); }
    bool on_uint64(std::uint64_t, json::string_view, json::error_code&) { return number(); }
    bool on_double(double value, json::string_view part, json::error_code&) {
        take(part);
        if (!std::isfinite(value)) note(text, "a number within the range of a double");
        return number();
    }
    bool number() {
        text.clear();
        return done();
    }
    bool on_bool(bool, json::error_code&) { return done(); }
    bool on_null(json::error_code&) { return done(); }
    bool on_comment_part(json::string_view, json::error_code&) { return true; }
    bool on_comment(json::string_view, json::error_code&) { return true; }
};

[[gnu::cold]] std::optional<Problem> locate(std::string_view text, std::size_t nesting) {
    json::parse_options options;
    options.max_depth = nesting;
    json::basic_parser<Locator> parser(options);
    json::error_code ec;
    parser.write_some(false, text.data(), text.size(), ec);
    return std::move(parser.handler().problem);
}

/// The text of one member of the outermost object, as far as the text can be walked: what is wrong elsewhere,
/// even before or behind it, does not hide it.
struct MemberFinder {
    static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

    std::string_view wanted;
    std::size_t depth = 0;
    std::string part_of_key, text;
    bool there = false; ///< the value that comes next is the member's
    std::size_t seen = 0;
    std::optional<std::string> found;

    bool value() {
        there = false;
        return true;
    }
    bool enter() {
        ++depth;
        return value();
    }
    bool leave() {
        --depth;
        return true;
    }
    bool on_document_begin(json::error_code&) { return true; }
    bool on_document_end(json::error_code&) { return true; }
    bool on_object_begin(json::error_code&) { return enter(); }
    bool on_object_end(std::size_t, json::error_code&) { return leave(); }
    bool on_array_begin(json::error_code&) { return enter(); }
    bool on_array_end(std::size_t, json::error_code&) { return leave(); }
    bool on_key_part(json::string_view part, std::size_t, json::error_code&) {
        part_of_key += part;
        return true;
    }
    bool on_key(json::string_view part, std::size_t, json::error_code&) {
        part_of_key += part;
        there = depth == 1 && part_of_key == wanted;
        if (there) ++seen;
        part_of_key.clear();
        return true;
    }
    bool on_string_part(json::string_view part, std::size_t, json::error_code&) {
        if (there) text += part;
        return true;
    }
    bool on_string(json::string_view part, std::size_t, json::error_code&) {
        if (there) found = std::exchange(text, {}).append(part);
        return value();
    }
    bool on_number_part(json::string_view, json::error_code&) { return true; }
    bool on_int64(std::int64_t, json::string_view, json::error_code&) { return value(); }
    bool on_uint64(std::uint64_t, json::string_view, json::error_code&) { return value(); }
    bool on_double(double, json::string_view, json::error_code&) { return value(); }
    bool on_bool(bool, json::error_code&) { return value(); }
    bool on_null(json::error_code&) { return value(); }
    bool on_comment_part(json::string_view, json::error_code&) { return true; }
    bool on_comment(json::string_view, json::error_code&) { return true; }
};

constexpr std::size_t deep_enough = 256;

/// `at`: how many bytes were read.
[[gnu::cold]] Problem malformed(const json::error_code& ec, std::size_t nesting, std::string_view text,
                                std::size_t at) {
    const std::string most = std::to_string(nesting);
    if (ec == json::error::too_deep)
        return {"", "nesting deeper than " + most, "at most " + most + " levels"};
    std::string found = cut(ec.message(), 40);
    // in JSON such a byte is always part of a text, where only UTF-8 can be wrong with it
    if (at < text.size() && static_cast<unsigned char>(text[at]) >= 0x80) found = "bytes that are no UTF-8";
    if (at == 0 && text.starts_with("\xEF\xBB\xBF")) found = "a byte order mark";
    return {"", found + " at byte " + std::to_string(at + 1), "one JSON text in UTF-8"};
}

} // namespace

Result<json::value> parse(std::string_view text, std::size_t nesting, json::storage_ptr storage) {
    json::parse_options options;
    options.max_depth = nesting;
    std::array<unsigned char, 4096> buffer; // NOLINT: left raw on purpose, the stack writes before it reads
    json::basic_parser<Builder> parser(options, std::move(storage), buffer.data(), buffer.size());
    json::error_code ec;
    const std::size_t used = parser.write_some(false, text.data(), text.size(), ec);
    if (!ec && used < text.size()) ec = json::error::extra_data;
    if (ec) return tl::unexpected(malformed(ec, nesting, text, used));
    Builder& built = parser.handler();
    json::value value = built.stack.release();
    const bool perhaps_nul = text.find("\\u0000") != std::string_view::npos; // a raw one is no JSON
    if (perhaps_nul || built.infinite || built.keys != members_held(value))
        if (auto problem = locate(text, nesting)) return tl::unexpected(std::move(*problem));
    return value;
}

std::optional<std::string> text_member(std::string_view text, std::string_view member) {
    json::parse_options options;
    options.max_depth = deep_enough;   // the parser recurses: behind deeper nesting nothing is found
    options.allow_invalid_utf8 = true; // in another member; in this one the caller will not have it
    json::basic_parser<MemberFinder> parser(options);
    parser.handler().wanted = member;
    json::error_code ec;
    parser.write_some(false, text.data(), text.size(), ec);
    auto& finder = parser.handler();
    if (finder.seen != 1 || !finder.found) return std::nullopt; // said twice: nobody knows which it is
    const std::string quoted = json::serialize(json::value(*finder.found));
    if (finder.found->find('\0') != std::string::npos || !json::parse(quoted, ec).is_string() || ec)
        return std::nullopt;
    return std::move(finder.found);
}

std::string pointer_token(std::string_view member) {
    std::string token;
    for (const char c : member) {
        if (c == '~')
            token += "~0";
        else if (c == '/')
            token += "~1";
        else
            token += c;
    }
    return token;
}

std::string cut(std::string_view text, std::size_t characters) {
    const auto starts = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    std::size_t seen = 0, last = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!starts(text[at])) continue;
        if (seen + 1 == characters) last = at;
        if (seen++ == characters) return std::string(text.substr(0, last)) + "…";
    }
    return std::string(text);
}

std::string found_text(const json::value& value) {
    if (const auto* number = value.if_double()) { // as people write it: 2.5, where Boost.JSON has 2.5E0
        std::array<char, 32> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), *number).ptr;
        return {digits.data(), end};
    }
    return cut(json::serialize(value), 60);
}

} // namespace regiekamer::codec
