// A quick walk over the event's own members; Boost.JSON only where an escape stands in the way.
#include "messaging/journal/envelope.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <optional>

namespace regiekamer::journal {
namespace {

namespace json = boost::json;

constexpr std::array<std::string_view, 3> members{"source", "id", "type"};
constexpr std::string_view redacted_type = "nl.regiekamer.message.redacted";

bool blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// A walk over the members of one object, by someone who trusts that it was checked once.
struct Walk {
    std::string_view text;
    std::size_t at = 0;
    bool escaped = false; ///< some text on the way had an escape

    void skip_blanks() {
        while (at < text.size() && blank(text[at]))
            ++at;
    }
    bool take(char c) {
        skip_blanks();
        if (at >= text.size() || text[at] != c) return false;
        ++at;
        return true;
    }
    /// The inside of a string whose opening quote was taken.
    std::optional<std::string_view> rest_of_string(bool& had_escape) {
        const std::size_t from = at;
        had_escape = false;
        for (;;) {
            const std::size_t quote = text.find('"', at);
            if (quote == std::string_view::npos) return std::nullopt;
            // an odd number of backslashes before it: it is part of the text
            std::size_t slashes = 0;
            while (quote - slashes > from && text[quote - slashes - 1] == '\\')
                ++slashes;
            at = quote + 1;
            if (slashes % 2 == 0) {
                const auto inside = text.substr(from, quote - from);
                had_escape = inside.find('\\') != std::string_view::npos;
                return inside;
            }
        }
    }
    /// Steps over a value that is no string: up to the comma or bracket that ends it.
    bool skip_value() {
        int depth = 0;
        bool had_escape = false;
        while (at < text.size()) {
            const char c = text[at];
            if (depth == 0 && (c == ',' || c == '}')) return true;
            ++at;
            if (c == '"') {
                if (!rest_of_string(had_escape)) return false;
            } else if (c == '{' || c == '[') {
                ++depth;
            } else if (c == '}' || c == ']') {
                --depth;
            }
        }
        return false;
    }
};

/// The three members where the event writes them plainly. Stops at the third: they mostly stand in front.
bool find(std::string_view event, std::array<std::string_view, 3>& views) {
    Walk walk{event};
    std::size_t found = 0;
    bool in_key = false;
    bool in_value = false;
    if (!walk.take('{')) return false;
    do {
        if (!walk.take('"')) return false;
        const auto key = walk.rest_of_string(in_key);
        if (!key || in_key || !walk.take(':')) return false;
        const auto member = std::find(members.begin(), members.end(), *key);
        walk.skip_blanks();
        if (member == members.end()) {
            if (!walk.skip_value()) return false;
            continue;
        }
        if (!walk.take('"')) return false;
        const auto value = walk.rest_of_string(in_value);
        if (!value || in_value) return false;
        views[static_cast<std::size_t>(member - members.begin())] = *value;
        if (++found == members.size()) return true;
    } while (walk.take(','));
    return false;
}

} // namespace

std::optional<Envelope> Envelope::of(std::string_view event) {
    Envelope envelope;
    if (find(event, envelope.views_)) return envelope;
    boost::system::error_code error;
    const json::value parsed = json::parse({event.data(), event.size()}, error);
    const json::object* object = error ? nullptr : parsed.if_object();
    if (object == nullptr) return std::nullopt;
    std::array<std::string, 3> kept;
    for (std::size_t i = 0; i < members.size(); ++i) {
        const json::value* value = object->if_contains({members[i].data(), members[i].size()});
        if (value == nullptr || !value->is_string()) return std::nullopt;
        kept[i].assign(value->get_string().data(), value->get_string().size());
    }
    envelope.kept_ = std::make_shared<const std::array<std::string, 3>>(std::move(kept));
    return envelope;
}

std::optional<Sequence> redacted_by(const Envelope& envelope, std::string_view event) {
    if (envelope.type() != redacted_type) return std::nullopt;
    boost::system::error_code error;
    const json::value parsed = json::parse({event.data(), event.size()}, error);
    const json::object* object = error ? nullptr : parsed.if_object();
    const json::value* data = object == nullptr ? nullptr : object->if_contains("data");
    const json::object* body = data == nullptr ? nullptr : data->if_object();
    const json::value* sequence = body == nullptr ? nullptr : body->if_contains("sequence");
    if (sequence == nullptr) return std::nullopt;
    // 2.0 is a whole number on this wire
    const auto whole = sequence->to_number<std::int64_t>(error);
    if (error || whole <= 0) return std::nullopt;
    return static_cast<Sequence>(whole);
}

} // namespace regiekamer::journal
