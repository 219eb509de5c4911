// By namespace, never by prefix: what is not CAP's own is passed over, and what only looks like it is told.
#include "messaging/feeds/cap/cap_xml.hpp"

#include "messaging/feeds/encoding.hpp"

#include <array>
#include <map>

namespace regiekamer::feeds {
namespace {

bool is_feed(const pugi::xml_node& root) {
    return local_name(root) == "rss" || namespace_of(root) == "http://www.w3.org/2005/Atom";
}

/// A feed in calm weather.
bool is_empty_feed(const pugi::xml_node& root) {
    if (!is_feed(root)) return false;
    for (auto at = root; at; at = next_element(at, root))
        if (local_name(at) == "entry" || local_name(at) == "item") return false;
    return true;
}

/// The children of the element's own namespace, each with its local name.
template <class Visit>
void each_own(const pugi::xml_node& element, std::string_view space, Visit&& visit) {
    for (const auto& child : element.children())
        if (child.type() == pugi::node_element && namespace_of(child) == space)
            visit(local_name(child), child);
}

/// Of what may stand once, the first counts.
void take(CapText& place, const pugi::xml_node& element) {
    if (!place) place = text_of(element);
}

/// Where the children of an element go, by their names.
struct Places {
    std::map<std::string_view, CapText*> once{};
    std::map<std::string_view, CapTexts*> lists{};
    std::map<std::string_view, CapPairs*> pairs{};
};

/// An element with a valueName and a value.
void take_pair(CapPairs& pairs, const pugi::xml_node& element, std::string_view space) {
    CapText key, value;
    each_own(element, space, [&](std::string_view part, const pugi::xml_node& text) {
        if (part == "valueName") take(key, text);
        if (part == "value") take(value, text);
    });
    if (key && value) pairs.emplace_back(*key, *value);
}

/// False: the element has no place here.
bool take(const Places& places, std::string_view name, const pugi::xml_node& element,
          std::string_view space) {
    if (const auto one = places.once.find(name); one != places.once.end())
        take(*one->second, element);
    else if (const auto list = places.lists.find(name); list != places.lists.end())
        list->second->push_back(text_of(element));
    else if (const auto pair = places.pairs.find(name); pair != places.pairs.end())
        take_pair(*pair->second, element, space);
    else
        return false;
    return true;
}

CapArea read_area(const pugi::xml_node& element, std::string_view space) {
    CapArea area;
    const Places places{
        {{"areaDesc", &area.description}, {"altitude", &area.altitude}, {"ceiling", &area.ceiling}},
        {{"polygon", &area.polygons}, {"circle", &area.circles}},
        {{"geocode", &area.geocodes}}};
    each_own(element, space,
             [&](std::string_view name, const pugi::xml_node& child) { take(places, name, child, space); });
    return area;
}

CapResource read_resource(const pugi::xml_node& element, std::string_view space) {
    CapResource resource;
    const Places places{{{"resourceDesc", &resource.description},
                         {"mimeType", &resource.mime_type},
                         {"size", &resource.size},
                         {"uri", &resource.uri},
                         {"digest", &resource.digest}}};
    each_own(element, space, [&](std::string_view name, const pugi::xml_node& child) {
        take(places, name, child, space);
        resource.inside |= name == "derefUri";
    });
    return resource;
}

CapInfo read_info(const pugi::xml_node& element, std::string_view space) {
    CapInfo info;
    const Places places{{{"language", &info.language},
                         {"event", &info.event},
                         {"urgency", &info.urgency},
                         {"severity", &info.severity},
                         {"certainty", &info.certainty},
                         {"audience", &info.audience},
                         {"effective", &info.effective},
                         {"onset", &info.onset},
                         {"expires", &info.expires},
                         {"senderName", &info.sender_name},
                         {"headline", &info.headline},
                         {"description", &info.description},
                         {"instruction", &info.instruction},
                         {"web", &info.web},
                         {"contact", &info.contact}},
                        {{"category", &info.categories}, {"responseType", &info.response_types}},
                        {{"eventCode", &info.event_codes}, {"parameter", &info.parameters}}};
    each_own(element, space, [&](std::string_view name, const pugi::xml_node& child) {
        if (take(places, name, child, space)) return;
        if (name == "resource") info.resources.push_back(read_resource(child, space));
        if (name == "area") info.areas.push_back(read_area(child, space));
    });
    return info;
}

/// What the EDXL-DE envelope around it says that it carries. Version 1.0 has the word itself, 2.0 a value in
/// an element of its own, beside the address of the list that the word is from.
CapText carried_as(const pugi::xml_node& alert) {
    static constexpr std::array words{"Actual", "Exercise", "System", "Test"};
    for (auto at = alert.parent(); at; at = at.parent()) {
        if (lower(local_name(at)) != "edxldistribution" ||
            !namespace_of(at).starts_with("urn:oasis:names:tc:emergency:EDXL:DE:"))
            continue;
        CapText status;
        each_own(at, namespace_of(at), [&](std::string_view name, const pugi::xml_node& child) {
            if (name != "distributionStatus") return;
            status = text_of(child);
            for (auto one = child; one; one = next_element(one, child))
                for (const std::string_view word : words)
                    if (lower(text_of(one)) == lower(word)) status = word;
        });
        return status;
    }
    return std::nullopt;
}

} // namespace

bool is_cap(std::string_view space) {
    return space == "urn:oasis:names:tc:emergency:cap:1.2" || space == "urn:oasis:names:tc:emergency:cap:1.1";
}

OrReason<CapDocument> find_alerts(const pugi::xml_document& tree) {
    CapDocument found;
    const auto root = tree.document_element();
    for (auto at = root; at;) {
        const bool named = local_name(at) == "alert";
        const bool ours = named && is_cap(namespace_of(at));
        if (ours) found.alerts.push_back(at);
        if (named && !ours) found.look_alikes.push_back(at);
        at = next_element(at, root, !ours);
    }
    found.alone = !found.alerts.empty() && found.alerts.front() == root;
    if (found.alerts.size() > cap_alerts_max) return tl::unexpected<std::string>("more than 5,000 alerts");
    if (!found.alerts.empty() || (found.look_alikes.empty() && is_empty_feed(root))) return found;
    return tl::unexpected<std::string>(!found.look_alikes.empty() ? "an alert in another namespace than CAP's"
                                       : is_feed(root)            ? "a feed that holds links and no alerts"
                                                                  : "XML without a CAP alert");
}

OrReason<CapAlert> read_alert(const pugi::xml_node& element) {
    CapAlert alert;
    const std::string_view space = namespace_of(element);
    const Places places{{{"identifier", &alert.identifier},
                         {"sender", &alert.sender},
                         {"sent", &alert.sent},
                         {"status", &alert.status},
                         {"msgType", &alert.msg_type},
                         {"source", &alert.source},
                         {"scope", &alert.scope},
                         {"restriction", &alert.restriction},
                         {"addresses", &alert.addresses},
                         {"note", &alert.note},
                         {"references", &alert.references},
                         {"incidents", &alert.incidents}},
                        {{"code", &alert.codes}}};
    alert.carried_as = carried_as(element);
    std::size_t areas = 0;
    each_own(element, space, [&](std::string_view name, const pugi::xml_node& child) {
        if (take(places, name, child, space) || name != "info" || areas > cap_areas_max) return;
        alert.infos.push_back(read_info(child, space));
        areas += alert.infos.back().areas.size();
    });
    if (areas > cap_areas_max) return tl::unexpected<std::string>("more than 1,000 areas");
    each_own(
        element, "http://www.w3.org/2000/09/xmldsig#",
        [&](std::string_view name, const pugi::xml_node&) { alert.has_signature |= name == "Signature"; });
    return alert;
}

} // namespace regiekamer::feeds
