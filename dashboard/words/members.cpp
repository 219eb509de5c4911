// Walks the body's JSON, which the codec makes from the description.
#include "dashboard/words/members.hpp"

#include "dashboard/words/member_labels.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/time_words.hpp"
#include "messaging/codec/codec.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <fmt/format.h>
#include <functional>
#include <optional>

namespace regiekamer::words {
namespace {

using Rows = std::vector<std::pair<std::string, std::string>>;
/// A polygon of a thousand corners is told by its beginning.
constexpr std::size_t rows_max = 200;

/// What an identifier stands for; an instant as the clock shows it; other text as it is.
std::string text_of(const picture::Picture& picture, std::string_view member, const std::string& text) {
    if (const auto at = read_instant(text)) return date(*at) + " " + clock_seconds(*at);
    if (member == "incident") return incident(picture, IncidentId(text));
    if (member == "event") return public_event(picture, PublicEventId(text));
    if (member == "action" || member == "depends_on") return action(picture, ActionId(text));
    if (member == "meeting") return meeting(picture, MeetingId(text));
    if (member == "person" || member == "persons" || member == "deputy" || member == "from_person" ||
        member == "to_person")
        return person(picture, PersonId(text));
    return text;
}

/// A word of the wire that the screen writes otherwise.
std::string_view word_of(std::string_view member, std::string_view text) {
    if (member != "team" && member != "kind") return text;
    using Pair = std::pair<std::string_view, std::string_view>;
    constexpr std::array words{Pair{"copi", "CoPI"}, Pair{"rot", "ROT"},
                               Pair{"gbt", "GBT"},   Pair{"rbt", "RBT"},
                               Pair{"vdo", "VDO"},   Pair{"team_bz", "team Bevolkingszorg"}};
    for (const auto& [wire, screen] : words)
        if (text == wire) return screen;
    return text;
}

/// A UUID: 8-4-4-4-12 digits.
bool is_uuid(std::string_view text) {
    if (text.size() != 36) return false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool dash = at == 8 || at == 13 || at == 18 || at == 23;
        if (dash != (text[at] == '-')) return false;
        if (!dash && std::isxdigit(static_cast<unsigned char>(text[at])) == 0) return false;
    }
    return true;
}

/// Members that name the message's own subject to programs, or another's.
bool identifies(std::string_view member) {
    constexpr std::array names{"absence",  "aim",     "alarm",       "alert",          "area",   "decision",
                               "duty",     "finding", "handover",    "item",           "moment", "post",
                               "replaces", "request", "requirement", "rotation",       "run",    "swap",
                               "training", "works",   "message",     "scenario_digest"};
    return std::find(names.begin(), names.end(), member) != names.end();
}

std::string value_text(const picture::Picture& picture, std::string_view member,
                       const boost::json::value& value) {
    if (value.is_bool()) return value.get_bool() ? "ja" : "nee";
    if (value.is_string())
        return text_of(picture, member, std::string(word_of(member, std::string_view(value.get_string()))));
    return boost::json::serialize(value);
}

std::string label_of(std::string_view name) {
    const auto words = member_label(name);
    return std::string(words.empty() ? name : words);
}

struct Way {
    std::string_view member; ///< the last name
    std::string path;        ///< the words of all
    bool first = false;      ///< it is the first member of the body
};

/// How a member is written; nothing: it is left out.
using Tell = std::function<std::optional<std::string>(const Way&, const boost::json::value&)>;

void walk(const boost::json::value& value, const Way& way, bool raw, const Tell& tell, Rows& rows) {
    if (rows.size() >= rows_max) return;
    if (const auto* object = value.if_object()) {
        bool first = way.path.empty();
        for (const auto& [name, inner] : *object) {
            const std::string label = raw ? std::string(name) : label_of(name);
            walk(inner, {name, way.path.empty() ? label : way.path + ", " + label, first}, raw, tell, rows);
            first = false;
        }
    } else if (const auto* array = value.if_array()) {
        std::size_t at = 0;
        for (const auto& one : *array) {
            ++at;
            walk(one, {way.member, array->size() == 1 ? way.path : fmt::format("{} {}", way.path, at), false},
                 raw, tell, rows);
        }
    } else if (auto text = tell(way, value)) {
        rows.emplace_back(way.path, std::move(*text));
    }
}

Rows rows_of(const Message& message, bool raw, const Tell& tell) {
    const std::string text = codec::encode_body(message.body);
    boost::json::error_code failed;
    const auto data = boost::json::parse(text, failed);
    Rows rows;
    if (failed)
        rows.emplace_back("inhoud", text);
    else
        walk(data, {}, raw, tell, rows);
    return rows;
}

/// Says nothing to a person: an identifier that was not read as a name.
bool only_identifies(const Way& way, const boost::json::value& value, const std::string& shown) {
    if (!value.is_string() || shown != std::string_view(value.get_string())) return false;
    if (is_uuid(shown) || identifies(way.member)) return true;
    const bool own = way.first && (way.member == "note" || way.member == "place" || way.member == "meeting" ||
                                   way.member == "action" || way.member == "observation");
    return own && shown.find(' ') == std::string::npos;
}

} // namespace

Rows members(const picture::Picture& picture, const Message& message) {
    return rows_of(message, false, [&](const Way& way, const boost::json::value& value) {
        return std::optional(value_text(picture, way.member, value));
    });
}

Rows told_members(const picture::Picture& picture, const Message& message) {
    return rows_of(message, false,
                   [&](const Way& way, const boost::json::value& value) -> std::optional<std::string> {
                       auto text = value_text(picture, way.member, value);
                       if (only_identifies(way, value, text)) return std::nullopt;
                       return text;
                   });
}

Rows raw_members(const Message& message) {
    return rows_of(message, true, [](const Way&, const boost::json::value& value) {
        return std::optional(value.is_string() ? std::string(value.get_string())
                                               : boost::json::serialize(value));
    });
}

} // namespace regiekamer::words
