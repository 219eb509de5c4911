// Walks the body's JSON, which the codec makes from the description.
#include "dashboard/words/members.hpp"

#include "dashboard/words/member_labels.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/time_words.hpp"
#include "messaging/codec/codec.hpp"

#include <fmt/format.h>

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

std::string value_text(const picture::Picture& picture, std::string_view member,
                       const boost::json::value& value) {
    if (value.is_bool()) return value.get_bool() ? "ja" : "nee";
    if (value.is_string()) return text_of(picture, member, std::string(value.get_string()));
    return boost::json::serialize(value);
}

std::string label_of(std::string_view name) {
    const auto words = member_label(name);
    return std::string(words.empty() ? name : words);
}

/// `member` is the last name on the way, `path` the words of all.
void walk(const picture::Picture& picture, const boost::json::value& value, std::string_view member,
          const std::string& path, Rows& rows) {
    if (rows.size() >= rows_max) return;
    if (const auto* object = value.if_object()) {
        for (const auto& [name, inner] : *object)
            walk(picture, inner, name, path.empty() ? label_of(name) : path + ", " + label_of(name), rows);
    } else if (const auto* array = value.if_array()) {
        std::size_t at = 0;
        for (const auto& one : *array)
            walk(picture, one, member, array->size() == 1 ? path : fmt::format("{} {}", path, ++at), rows);
    } else {
        rows.emplace_back(path, value_text(picture, member, value));
    }
}

} // namespace

Rows members(const picture::Picture& picture, const Message& message) {
    const std::string text = codec::encode_body(message.body);
    boost::json::error_code failed;
    const auto data = boost::json::parse(text, failed);
    Rows rows;
    if (failed)
        rows.emplace_back("inhoud", text);
    else
        walk(picture, data, {}, {}, rows);
    return rows;
}

} // namespace regiekamer::words
