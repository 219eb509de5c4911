// Liberal in form, since every hub has its own: one may stand for a list of one, a number for its text.
#include "messaging/feeds/cap/cap_json.hpp"

#include "messaging/codec/parse.hpp"
#include "messaging/feeds/cap/cap_xml.hpp"
#include "messaging/feeds/cap/json_members.hpp"
#include "messaging/feeds/cap/nws_json.hpp"
#include "messaging/feeds/encoding.hpp"

namespace regiekamer::feeds {
namespace {

namespace json = boost::json;

constexpr std::size_t nesting_max = 32; // formats.md section 1

CapText text_at(const json::value& value, std::string_view name) {
    const auto* found = member(value, name);
    if (found != nullptr && found->is_array()) // of what may stand once, the first counts
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

/// What CAP writes as one text of words, as that or as a list of them.
CapText joined_at(const json::value& value, std::string_view name) {
    const auto* found = member(value, name);
    if (found == nullptr || !found->is_array()) return text_at(value, name);
    CapTexts words;
    texts_at(value, name, words);
    std::string all;
    for (const auto& word : words) {
        const bool quoted = word.find_first_of(" \t\r\n") != std::string::npos && !word.starts_with('"');
        all += (all.empty() ? "" : " ") + (quoted ? '"' + word + '"' : word);
    }
    return all;
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

void pairs_at(const json::value& value, std::string_view name, CapPairs& out) {
    each(member(value, name), [&](const json::value& one) {
        const auto key = text_at(one, "valueName"), code = text_at(one, "value");
        if (key && code) out.emplace_back(*key, *code);
    });
}

CapArea area_of(const json::value& value) {
    CapArea area;
    area.description = text_at(value, "areaDesc");
    texts_at(value, "polygon", area.polygons);
    texts_at(value, "circle", area.circles);
    pairs_at(value, "geocode", area.geocodes);
    area.altitude = text_at(value, "altitude");
    area.ceiling = text_at(value, "ceiling");
    return area;
}

CapResource resource_of(const json::value& value) {
    return {text_at(value, "resourceDesc"), text_at(value, "mimeType"), text_at(value, "size"),
            text_at(value, "uri"),          text_at(value, "digest"),   member(value, "derefUri") != nullptr};
}

CapInfo info_of(const json::value& value) {
    CapInfo info;
    info.language = text_at(value, "language");
    texts_at(value, "category", info.categories);
    info.event = text_at(value, "event");
    texts_at(value, "responseType", info.response_types);
    info.urgency = text_at(value, "urgency");
    info.severity = text_at(value, "severity");
    info.certainty = text_at(value, "certainty");
    info.audience = text_at(value, "audience");
    pairs_at(value, "eventCode", info.event_codes);
    info.effective = text_at(value, "effective");
    info.onset = text_at(value, "onset");
    info.expires = text_at(value, "expires");
    info.sender_name = text_at(value, "senderName");
    info.headline = text_at(value, "headline");
    info.description = text_at(value, "description");
    info.instruction = text_at(value, "instruction");
    info.web = text_at(value, "web");
    info.contact = text_at(value, "contact");
    pairs_at(value, "parameter", info.parameters);
    each(member(value, "resource"),
         [&](const json::value& one) { info.resources.push_back(resource_of(one)); });
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
    const auto* features = member(*root, "features");
    const auto* list = features == nullptr ? member(*root, "warnings") : features;
    if (list == nullptr && !root->is_array() && member(*root, "identifier") == nullptr)
        return tl::unexpected<std::string>("JSON without warnings");
    const auto* all = list == nullptr ? &*root : list;
    if (all->is_array() && all->get_array().size() > cap_alerts_max)
        return tl::unexpected<std::string>("more than 5,000 alerts");
    each(all, [&](const json::value& one) {
        const auto* alert = member(one, "alert");
        if (features != nullptr)
            alerts.push_back(cap_of_nws(one));
        else
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
    alert.source = text_at(value, "source");
    alert.scope = text_at(value, "scope");
    alert.restriction = text_at(value, "restriction");
    alert.addresses = joined_at(value, "addresses");
    texts_at(value, "code", alert.codes);
    alert.note = text_at(value, "note");
    alert.incidents = joined_at(value, "incidents");
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
