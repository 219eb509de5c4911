// Liberal in form, since every hub has its own: one may stand for a list of one, a number for its text.
#include "messaging/feeds/cap/cap_json.hpp"

#include "messaging/codec/parse.hpp"
#include "messaging/feeds/cap/cap_xml.hpp"
#include "messaging/feeds/encoding.hpp"

namespace regiekamer::feeds {
namespace {

namespace json = boost::json;

constexpr std::size_t nesting_max = 32; // formats.md section 1

const json::value* member(const json::value& value, std::string_view name) {
    const auto* object = value.if_object();
    const auto* found = object == nullptr ? nullptr : object->if_contains(name);
    return found == nullptr || found->is_null() ? nullptr : found;
}

/// Calls with each of a list, with the value itself when it is none, and not at all when it is absent.
template <class Visit>
void each(const json::value* value, Visit&& visit) {
    if (value == nullptr) return;
    if (const auto* list = value->if_array()) {
        for (const auto& one : *list)
            visit(one);
        return;
    }
    visit(*value);
}

CapText text_at(const json::value& value, std::string_view name) {
    const auto* found = member(value, name);
    if (found != nullptr && found->is_array()) // category is a list
        found = found->get_array().empty() ? nullptr : &found->get_array().front();
    if (found == nullptr) return std::nullopt;
    if (const auto* text = found->if_string()) return std::string(stripped(*text));
    if (found->is_number() || found->is_bool()) return json::serialize(*found);
    return std::nullopt;
}

void texts_at(const json::value& value, std::string_view name, std::vector<std::string>& out) {
    each(member(value, name), [&](const json::value& one) {
        if (const auto* text = one.if_string()) out.emplace_back(stripped(*text));
    });
}

/// References as one text, as a list of them, or as objects.
CapText references_at(const json::value& alert) {
    CapText all;
    each(member(alert, "references"), [&](const json::value& one) {
        std::string reference;
        if (const auto* text = one.if_string()) reference = *text;
        const auto sender = text_at(one, "sender"), identifier = text_at(one, "identifier"),
                   sent = text_at(one, "sent");
        if (sender && identifier && sent) reference = *sender + "," + *identifier + "," + *sent;
        all = all.value_or("") + " " + reference;
    });
    return all;
}

CapArea area_of(const json::value& value) {
    CapArea area;
    area.description = text_at(value, "areaDesc");
    texts_at(value, "polygon", area.polygons);
    texts_at(value, "circle", area.circles);
    each(member(value, "geocode"), [&](const json::value& one) {
        const auto key = text_at(one, "valueName"), code = text_at(one, "value");
        if (key && code) area.geocodes.emplace_back(*key, *code);
    });
    return area;
}

CapInfo info_of(const json::value& value) {
    CapInfo info;
    info.language = text_at(value, "language");
    info.category = text_at(value, "category");
    info.event = text_at(value, "event");
    info.urgency = text_at(value, "urgency");
    info.severity = text_at(value, "severity");
    info.certainty = text_at(value, "certainty");
    info.effective = text_at(value, "effective");
    info.onset = text_at(value, "onset");
    info.expires = text_at(value, "expires");
    info.headline = text_at(value, "headline");
    info.description = text_at(value, "description");
    info.instruction = text_at(value, "instruction");
    each(member(value, "area"), [&](const json::value& one) { info.areas.push_back(area_of(one)); });
    return info;
}

} // namespace

OrReason<std::vector<json::value>> find_json_alerts(std::string_view bytes) {
    if (bytes.size() > cap_json_bytes_max) return tl::unexpected<std::string>("more than 4 MB");
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    const auto root = codec::parse(bytes, nesting_max);
    if (!root) return tl::unexpected<std::string>("no JSON, or cut off");
    std::vector<json::value> alerts;
    const auto* list = member(*root, "warnings");
    if (list == nullptr && !root->is_array() && member(*root, "identifier") == nullptr)
        return tl::unexpected<std::string>("JSON without warnings");
    const auto* all = list == nullptr ? &*root : list;
    if (all->is_array() && all->get_array().size() > cap_alerts_max)
        return tl::unexpected<std::string>("more than 5,000 alerts");
    each(all, [&](const json::value& one) {
        const auto* alert = member(one, "alert");
        alerts.push_back(alert == nullptr ? one : *alert);
    });
    return alerts;
}

OrReason<CapAlert> read_json_alert(const json::value& value) {
    if (!value.is_object()) return tl::unexpected<std::string>("a warning that is no object");
    CapAlert alert;
    alert.identifier = text_at(value, "identifier");
    alert.sender = text_at(value, "sender");
    alert.sent = text_at(value, "sent");
    alert.status = text_at(value, "status");
    alert.msg_type = text_at(value, "msgType");
    alert.scope = text_at(value, "scope");
    alert.references = references_at(value);
    std::size_t areas = 0;
    each(member(value, "info"), [&](const json::value& one) {
        if (areas > cap_areas_max) return;
        alert.infos.push_back(info_of(one));
        areas += alert.infos.back().areas.size();
    });
    if (areas > cap_areas_max) return tl::unexpected<std::string>("more than 1,000 areas");
    return alert;
}

} // namespace regiekamer::feeds
