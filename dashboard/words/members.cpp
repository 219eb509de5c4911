// Walks the body's JSON, which the codec makes from the description.
#include "dashboard/words/members.hpp"

#include "dashboard/words/names.hpp"
#include "dashboard/words/time_words.hpp"
#include "messaging/codec/codec.hpp"

#include <fmt/format.h>

namespace regiekamer::words {
namespace {

using Rows = std::vector<std::pair<std::string, std::string>>;
/// A polygon of a thousand corners is told by its beginning.
constexpr std::size_t rows_max = 200;

std::string value_text(const picture::Picture& picture, const boost::json::value& value) {
    if (value.is_bool()) return value.get_bool() ? "ja" : "nee";
    if (!value.is_string()) return boost::json::serialize(value);
    const std::string text(value.get_string());
    if (const auto at = read_instant(text)) return date(*at) + " " + clock_seconds(*at);
    return person(picture, PersonId(text)); // the text itself when nobody is called so
}

void walk(const picture::Picture& picture, const boost::json::value& value, const std::string& path,
          Rows& rows) {
    if (rows.size() >= rows_max) return;
    if (const auto* object = value.if_object()) {
        for (const auto& [name, member] : *object)
            walk(picture, member, path.empty() ? std::string(name) : path + " " + std::string(name), rows);
    } else if (const auto* array = value.if_array()) {
        std::size_t at = 0;
        for (const auto& one : *array)
            walk(picture, one, fmt::format("{} {}", path, ++at), rows);
    } else {
        rows.emplace_back(path, value_text(picture, value));
    }
}

} // namespace

Rows members(const picture::Picture& picture, const Message& message) {
    const std::string text = codec::encode_body(message.body);
    boost::json::error_code failed;
    const auto data = boost::json::parse(text, failed);
    Rows rows;
    if (failed)
        rows.emplace_back("data", text);
    else
        walk(picture, data, {}, rows);
    return rows;
}

} // namespace regiekamer::words
