// By namespace, never by prefix: what is not CAP's own is passed over, and what only looks like it is told.
#include "messaging/feeds/cap/cap_xml.hpp"

#include <map>

namespace regiekamer::feeds {
namespace {

bool is_feed(const pugi::xml_node& root) {
    return local_name(root) == "rss" || namespace_of(root) == "http://www.w3.org/2005/Atom";
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

using Places = std::map<std::string_view, CapText*>;

bool take(const Places& places, std::string_view name, const pugi::xml_node& element) {
    const auto found = places.find(name);
    if (found == places.end()) return false;
    take(*found->second, element);
    return true;
}

CapArea read_area(const pugi::xml_node& element, std::string_view space) {
    CapArea area;
    each_own(element, space, [&](std::string_view name, const pugi::xml_node& child) {
        if (name == "areaDesc") take(area.description, child);
        if (name == "polygon") area.polygons.push_back(text_of(child));
        if (name == "circle") area.circles.push_back(text_of(child));
        if (name != "geocode") return;
        CapText key, value;
        each_own(child, space, [&](std::string_view part, const pugi::xml_node& text) {
            if (part == "valueName") take(key, text);
            if (part == "value") take(value, text);
        });
        if (key && value) area.geocodes.emplace_back(*key, *value);
    });
    return area;
}

CapInfo read_info(const pugi::xml_node& element, std::string_view space) {
    CapInfo info;
    const Places places{{"language", &info.language},
                        {"category", &info.category},
                        {"event", &info.event},
                        {"urgency", &info.urgency},
                        {"severity", &info.severity},
                        {"certainty", &info.certainty},
                        {"effective", &info.effective},
                        {"onset", &info.onset},
                        {"expires", &info.expires},
                        {"headline", &info.headline},
                        {"description", &info.description},
                        {"instruction", &info.instruction}};
    each_own(element, space, [&](std::string_view name, const pugi::xml_node& child) {
        if (take(places, name, child) || name != "area") return;
        info.areas.push_back(read_area(child, space));
    });
    return info;
}

/// What the EDXL-DE envelope around it says that it carries; in version 2.0 that stands one element deeper.
CapText carried_as(const pugi::xml_node& alert) {
    for (auto at = alert.parent(); at; at = at.parent()) {
        const auto space = namespace_of(at);
        if (local_name(at) != "EDXLDistribution" ||
            !space.starts_with("urn:oasis:names:tc:emergency:EDXL:DE:"))
            continue;
        CapText status;
        each_own(at, space, [&](std::string_view name, const pugi::xml_node& child) {
            if (name != "distributionStatus") return;
            const auto within = next_element(child, child);
            take(status, within ? within : child);
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
    if (!found.alerts.empty()) return found;
    return tl::unexpected<std::string>(!found.look_alikes.empty() ? "an alert in another namespace than CAP's"
                                       : is_feed(root)            ? "a feed that holds links and no alerts"
                                                                  : "XML without a CAP alert");
}

OrReason<CapAlert> read_alert(const pugi::xml_node& element) {
    CapAlert alert;
    const std::string_view space = namespace_of(element);
    const Places places{
        {"identifier", &alert.identifier}, {"sender", &alert.sender},    {"sent", &alert.sent},
        {"status", &alert.status},         {"msgType", &alert.msg_type}, {"scope", &alert.scope},
        {"references", &alert.references}};
    alert.carried_as = carried_as(element);
    std::size_t areas = 0;
    each_own(element, space, [&](std::string_view name, const pugi::xml_node& child) {
        if (take(places, name, child) || name != "info" || areas > cap_areas_max) return;
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
