// {"data":[{"id","message","type","start_at","stop_at","area":["lat,lon lat,lon"]}]}
#include "messaging/feeds/weather/nl_alert.hpp"

#include "messaging/codec/parse.hpp"
#include "messaging/feeds/cap/cap_shape.hpp"
#include "messaging/feeds/encoding.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace regiekamer::feeds {
namespace {

namespace json = boost::json;

constexpr std::size_t depth_max = 32;

std::string text_at(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    if (value == nullptr) return {};
    if (const auto* text = value->if_string()) return std::string(stripped(*text));
    return value->is_int64() || value->is_uint64() ? json::serialize(*value) : std::string();
}

constexpr std::string_view title = "NL-Alert";

/// Without the "NL-Alert" that stands above it, and what parts the two.
std::string_view untitled(std::string_view text) {
    if (!text.starts_with(title)) return text;
    const auto first = text.find_first_not_of(" \t\r\n.:!|-", title.size());
    return first == std::string_view::npos ? std::string_view() : text.substr(first);
}

/// Dutch comes before the English, which follows on ***; some have *** around their title too.
std::string dutch(std::string_view message) {
    constexpr std::string_view stars = "***";
    for (auto rest = message; !rest.empty();) {
        const auto end = rest.find(stars);
        const auto part = stripped(rest.substr(0, end));
        if (!untitled(part).empty()) return std::string(part);
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + stars.size());
    }
    return {};
}

/// "14. Sluit ramen" and "St. Jansstraat": what stands before this full stop is a number or, since it is that
/// short, perhaps an abbreviation. A sentence too many harms less than half a one.
bool is_short(std::string_view before) {
    constexpr std::size_t abbreviation_max = 3;
    const auto blank = before.find_last_of(" \n\t.");
    const auto last = blank == std::string_view::npos ? before : before.substr(blank + 1);
    return last.size() <= abbreviation_max || (last.back() >= '0' && last.back() <= '9');
}

/// Up to the end of the first sentence that says something, without its full stop.
std::string_view first_sentence(std::string_view text) {
    const auto from = text.size() - untitled(text).size();
    for (std::size_t at = from; at < text.size(); ++at) {
        if (text[at] == '\n') return stripped(text.substr(0, at));
        const bool last = at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\n';
        const auto before = text.substr(from, at - from);
        if (last && (text[at] == '!' || text[at] == '?' || (text[at] == '.' && !is_short(before))))
            return text.substr(0, at);
    }
    return text;
}

std::string headline_of(std::string_view text) {
    constexpr std::size_t headline_max = 120;
    auto sentence = first_sentence(text);
    if (sentence.ends_with('.')) sentence.remove_suffix(1);
    std::string head(cut_at(sentence, headline_max));
    std::replace_if(
        head.begin(), head.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    const bool says_so = sentence.starts_with(title); // as the real ones begin
    return (says_so ? "" : "NL-Alert: ") + head + (head.size() < sentence.size() ? "…" : "");
}

/// Whether one of the few words before this place, in the same clause, says no: "geen NL-Alert testbericht".
bool is_denied(std::string_view before) {
    constexpr int words_back = 3;
    for (int back = 0; back < words_back; ++back) {
        before = stripped(before);
        const auto blank = before.find_last_of(" \n\t");
        const auto word = blank == std::string_view::npos ? before : before.substr(blank + 1);
        if (word == "geen" || word == "niet" || word == "no" || word == "not") return true;
        // Another clause: "geen ramp, dit is een controlebericht", "geen ramp maar een controlebericht".
        if (word.empty() || word == "maar" || word.find_first_of(".,:;!?") != std::string_view::npos)
            return false;
        before.remove_suffix(word.size());
    }
    return false;
}

/// A message that says of itself that it is none is real: what is real and taken for a test warns nobody.
bool is_test(const json::object& alert, const std::string& message) {
    constexpr std::array<std::string_view, 2> words{"controlebericht", "testbericht"};
    const std::string text = lower(message), kind = lower(text_at(alert, "type"));
    bool said = false;
    for (const auto word : words) {
        if (kind.find(word) != std::string::npos) return true;
        for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
            if (is_denied(std::string_view(text).substr(0, at))) return false;
            said = true;
        }
    }
    return said;
}

WarningArea area_of(const json::object& alert, Became& became) {
    constexpr std::size_t polygons_max = 1'000;
    WarningArea area;
    area.description = "NL-Alert";
    const auto* shapes = alert.if_contains("area");
    if (shapes == nullptr || !shapes->is_array()) return area;
    for (const auto& shape : shapes->get_array()) {
        const auto* text = shape.if_string();
        auto polygon = text == nullptr ? std::nullopt : read_polygon(*text);
        if (polygon && area.polygons.size() < polygons_max)
            area.polygons.push_back(std::move(polygon->points));
        else
            remark(became, "a polygon that is none");
    }
    return area;
}

OrReason<WarningReceived> warning_of(const json::value& value, Became& became) {
    const auto* alert = value.if_object();
    if (alert == nullptr) return tl::unexpected<std::string>("an NL-Alert that is no object");
    WarningReceived warning;
    warning.identifier = text_at(*alert, "id");
    warning.sender = "NL-Alert";
    warning.details.emplace().categories =
        std::vector<std::string>{"Safety"}; // which danger it is stands in the words only
    warning.msg_type = "Alert";
    if (warning.identifier.empty() || warning.identifier.size() > 200)
        return tl::unexpected<std::string>("an NL-Alert without id");
    const std::string message = text_at(*alert, "message"), until = text_at(*alert, "stop_at");
    const auto from = read_instant(text_at(*alert, "start_at"));
    if (message.empty()) return tl::unexpected<std::string>("an NL-Alert without message");
    if (!from) return tl::unexpected<std::string>("unreadable start_at");
    warning.sent = *from;
    warning.onset = *from;
    if (const auto stop = read_instant(until))
        warning.expires = *stop;
    else if (!until.empty())
        return tl::unexpected<std::string>("unreadable stop_at");
    warning.language = "nl-NL";
    warning.event = "NL-Alert";
    warning.severity = "Severe";
    warning.urgency = "Immediate";
    warning.certainty = "Observed";
    const std::string text = dutch(message);
    warning.headline = headline_of(text.empty() ? message : text);
    warning.description = text.empty() ? message : text;
    warning.areas.push_back(area_of(*alert, became));
    warning.test = is_test(*alert, message);
    return warning;
}

} // namespace

OrReason<std::vector<WarningReceived>> read_nl_alerts(std::string_view bytes, Became& became) {
    if (bytes.size() > nl_alert_bytes_max) return tl::unexpected<std::string>("more than 4 MB");
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    const auto root = codec::parse(bytes, depth_max);
    if (!root) return tl::unexpected<std::string>("no JSON, or cut off");
    const auto* object = root->if_object();
    const auto* data = object == nullptr ? nullptr : object->if_contains("data");
    if (data == nullptr || !data->is_array()) return tl::unexpected<std::string>("JSON without data");
    std::vector<WarningReceived> warnings;
    std::set<std::string> seen;
    for (const auto& value : data->get_array()) {
        auto warning = warning_of(value, became);
        if (warning && !seen.insert(warning->identifier).second)
            remark(became, "the same NL-Alert twice, of which the first counts");
        else if (warning)
            warnings.push_back(std::move(*warning));
        else if (became.aside.size() < 100)
            became.aside.push_back(set_aside(warning.error(), json::serialize(value)));
    }
    return warnings;
}

} // namespace regiekamer::feeds
