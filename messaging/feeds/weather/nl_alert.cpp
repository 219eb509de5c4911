// {"data":[{"id","message","type","start_at","stop_at","area":["lat,lon lat,lon"]}]}
#include "messaging/feeds/weather/nl_alert.hpp"

#include "messaging/codec/parse.hpp"
#include "messaging/feeds/cap/cap_shape.hpp"
#include "messaging/feeds/encoding.hpp"

#include <algorithm>
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

/// Dutch comes before the English, which follows on ***.
std::string dutch(const std::string& message) {
    return std::string(stripped(std::string_view(message).substr(0, message.find("***"))));
}

bool is_test(const json::object& alert, const std::string& message) {
    const std::string text = lower(message + " " + text_at(alert, "type"));
    return text.find("controlebericht") != std::string::npos || text.find("testbericht") != std::string::npos;
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
    constexpr std::size_t headline_max = 120;
    const std::string text = dutch(message);
    const auto sentence = text.substr(0, text.find_first_of(".!\n"));
    const auto head = cut_at(sentence, headline_max);
    const bool says_so = sentence.starts_with("NL-Alert"); // as the real ones begin
    warning.headline =
        (says_so ? "" : "NL-Alert: ") + std::string(head) + (head.size() < sentence.size() ? "…" : "");
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
