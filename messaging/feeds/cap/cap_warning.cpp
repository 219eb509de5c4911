// The rules of formats.md section 3, one function each.
#include "messaging/feeds/cap/cap_warning.hpp"

#include "messaging/codec/codec.hpp"
#include "messaging/feeds/cap/cap_shape.hpp"
#include "messaging/feeds/encoding.hpp"
#include "messaging/feeds/reading.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <span>

namespace regiekamer::feeds {
namespace {

using Words = std::span<const std::string_view>;

constexpr std::array<std::string_view, 5> statuses{"Actual", "Exercise", "System", "Test", "Draft"};
constexpr std::array<std::string_view, 5> msg_types{"Alert", "Update", "Cancel", "Ack", "Error"};
constexpr std::array<std::string_view, 3> scopes{"Public", "Restricted", "Private"};
/// Gravest first.
constexpr std::array<std::string_view, 5> severities{"Extreme", "Severe", "Moderate", "Minor", "Unknown"};
constexpr std::array<std::string_view, 5> urgencies{"Immediate", "Expected", "Future", "Past", "Unknown"};
constexpr std::array<std::string_view, 5> certainties{"Observed", "Likely", "Possible", "Unlikely",
                                                      "Unknown"};

constexpr std::size_t blocks_max = 200;

tl::unexpected<std::string> reason(std::string text) {
    return tl::unexpected<std::string>(std::move(text));
}

std::size_t place_in(Words words, const std::optional<std::string>& word) {
    return static_cast<std::size_t>(std::find(words.begin(), words.end(), word.value_or("")) - words.begin());
}

/// Empty: it is one of the words.
std::string misfit(const CapText& text, Words words, const std::string& name) {
    if (!text) return "no " + name;
    return place_in(words, text) < words.size() ? "" : "unreadable " + name;
}

/// Name of something: there, and not longer than anything that is one.
std::string misfit(const CapText& text, const std::string& name, std::size_t bytes_max = 1'000) {
    if (!text) return "no " + name;
    return text->empty() || text->size() > bytes_max ? "unreadable " + name : "";
}

OrReason<Instant> time_of(const std::string& text, const std::string& name, Became& became) {
    const auto instant = read_instant(text);
    if (instant) {
        if (text.find_first_of("Zz.") != std::string::npos) remark(became, "a time not in CAP's form");
        return *instant;
    }
    return reason(read_instant(text + "Z") ? "a time without its offset" : "unreadable " + name);
}

/// Empty optional elements are absent.
std::string read_time(const CapText& text, const std::string& name, std::optional<Instant>& out,
                      Became& became) {
    if (!text || text->empty()) return {};
    const auto instant = time_of(*text, name, became);
    if (!instant) return instant.error();
    out = *instant;
    return {};
}

std::string head_misfit(const CapAlert& alert) {
    for (const auto& found :
         {misfit(alert.identifier, "identifier", name_bytes_max), misfit(alert.sender, "sender"),
          misfit(alert.sent, "sent"), misfit(alert.status, statuses, "status"),
          misfit(alert.msg_type, msg_types, "msgType"), misfit(alert.scope, scopes, "scope")})
        if (!found.empty()) return found;
    return {};
}

/// formats.md: exercise goes only to an exercise journal, actual only to an actual one.
std::string status_misfit(const std::string& status, Mode mode) {
    if (status == "Draft") return "a draft";
    if (status == "Exercise" && mode == Mode::actual) return "an exercise alert, and this journal is real";
    if (status == "Actual" && mode == Mode::exercise) return "a real alert, and this journal is an exercise";
    return {};
}

/// An envelope can make an alert less real than it says, never more.
std::string status_of(const CapAlert& alert, Became& became) {
    const bool known = place_in(statuses, alert.carried_as) < statuses.size();
    if (*alert.status != "Actual" || !known || alert.carried_as == alert.status) return *alert.status;
    remark(became, "an alert that says Actual, in an envelope that says otherwise");
    return *alert.carried_as;
}

std::string info_misfit(const CapInfo& info) {
    for (const auto& found :
         {misfit(info.category, "category"), misfit(info.event, "event"),
          misfit(info.urgency, urgencies, "urgency"), misfit(info.severity, severities, "severity"),
          misfit(info.certainty, certainties, "certainty")})
        if (!found.empty()) return found;
    return {};
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

std::string language_of(const CapInfo& info) {
    return info.language && !info.language->empty() ? *info.language : "en-US"; // CAP's default
}

/// The blocks in the language that is shown.
std::vector<const CapInfo*> chosen(const std::vector<CapInfo>& infos, const CapConfig& config) {
    std::string language = infos.empty() ? "" : lower(language_of(infos.front()));
    const auto speaks = [](const CapInfo& info, const std::string& wanted) {
        const std::string has = lower(language_of(info));
        return has == wanted || has.substr(0, has.find_first_of("-_")) == wanted;
    };
    for (const auto& wanted : config.languages) {
        const auto found = std::find_if(infos.begin(), infos.end(),
                                        [&](const CapInfo& info) { return speaks(info, lower(wanted)); });
        if (found == infos.end()) continue;
        language = lower(language_of(*found));
        break;
    }
    std::vector<const CapInfo*> all;
    for (const auto& info : infos)
        if (lower(language_of(info)) == language) all.push_back(&info);
    return all;
}

WarningArea area_of(const CapArea& area, Became& became) {
    WarningArea out;
    out.description = without_html(area.description.value_or(""));
    for (const auto& text : area.polygons) {
        const auto polygon = read_polygon(text);
        if (polygon) out.polygons.push_back(polygon->points);
        if (polygon && polygon->closed_here) remark(became, "a polygon that was not closed");
        if (!polygon) remark(became, "a polygon that is none");
    }
    for (const auto& text : area.circles) {
        if (auto circle = read_circle(text))
            out.circles.push_back(std::move(*circle));
        else
            remark(became, "a circle that is none");
    }
    for (const auto& [name, value] : area.geocodes)
        out.geocodes.emplace_back(name).append("=").append(value);
    if (out.description.empty()) {
        remark(became, "an area without areaDesc");
        if (!out.geocodes.empty()) out.description = out.geocodes.front();
    }
    return out;
}

/// Adds a text of a block to what earlier blocks said, once.
void add_text(std::optional<std::string>& place, const CapText& text, std::set<std::string>& said) {
    std::string more = text ? without_html(*text) : "";
    if (more.empty() || !said.insert(more).second) return;
    place = place ? *place + "\n" + more : std::move(more);
}

/// The gravest word of two.
void take_word(std::optional<std::string>& place, const CapText& word, Words words) {
    if (!place || place_in(words, word) < place_in(words, place)) place = word;
}

/// Adds one block to what the ones before it said.
std::string add_info(WarningReceived& warning, const CapInfo& info, std::set<std::string>& said,
                     Became& became) {
    const bool first = !warning.event;
    std::optional<Instant> onset, effective, expires;
    for (const auto& found : {read_time(info.onset, "onset", onset, became),
                              read_time(info.effective, "effective", effective, became),
                              read_time(info.expires, "expires", expires, became)})
        if (!found.empty()) return found;
    // Whoever leaves an instant out says less than who names it: from sent on, without end.
    const auto joined = [first](std::optional<Instant>& place, const std::optional<Instant>& more,
                                bool later) {
        if (first)
            place = more;
        else if (!place || !more)
            place.reset();
        else
            place = later ? std::max(*place, *more) : std::min(*place, *more);
    };
    joined(warning.onset, onset, false);
    joined(warning.effective, effective, false);
    joined(warning.expires, expires, true);
    const bool gravest = place_in(severities, info.severity) < place_in(severities, warning.severity);
    if (first || gravest) {
        warning.event = without_html(*info.event);
        if (info.headline && !info.headline->empty()) warning.headline = without_html(*info.headline);
    }
    take_word(warning.severity, info.severity, severities);
    take_word(warning.urgency, info.urgency, urgencies);
    take_word(warning.certainty, info.certainty, certainties);
    add_text(warning.description, info.description, said);
    add_text(warning.instruction, info.instruction, said);
    for (const auto& area : info.areas)
        warning.areas.push_back(area_of(area, became));
    return {};
}

/// "sender,identifier,sent" by white space.
std::vector<std::string> references_of(const std::string& text, Became& became) {
    std::vector<std::string> all;
    std::string_view rest = text;
    while (!(rest = stripped(rest)).empty()) {
        const auto end = std::min(rest.find_first_of(" \t\r\n"), rest.size());
        const auto one = rest.substr(0, end);
        rest.remove_prefix(end);
        const auto first = one.find(','), last = one.rfind(',');
        if (first == std::string_view::npos || first == 0 || last <= first + 1 || last + 1 == one.size())
            remark(became, "a reference that is none");
        else
            all.emplace_back(one);
    }
    return all;
}

/// Over before it was sent. Of an Update or Cancel that is a way to say that the earlier one no longer holds.
std::string order_misfit(WarningReceived& warning, Became& became) {
    if (!warning.expires || *warning.expires >= warning.sent) return {};
    if (warning.msg_type == "Alert") return "expires before it was sent";
    remark(became, "expires before it was sent");
    return {};
}

/// A tag of HTML; size 0: none.
struct Tag {
    std::size_t size = 0;
    bool line = false; ///< it begins or ends a line
};

/// Only what HTML knows, so that "wind < 5 en > 3" stays as it is.
Tag tag_at(std::string_view text) {
    static constexpr std::array<std::string_view, 9> within{"b",      "i",    "u", "em",  "a",
                                                            "strong", "span", "s", "font"};
    static constexpr std::array<std::string_view, 17> lines{"p",  "br",    "ul",    "ol", "li", "div",
                                                            "hr", "h1",    "h2",    "h3", "h4", "h5",
                                                            "h6", "table", "tbody", "tr", "td"};
    constexpr std::size_t name_max = 12, bytes_max = 1'000;
    if (!text.starts_with('<')) return {};
    const std::size_t begin = text.starts_with("</") ? 2 : 1;
    const std::string_view rest = text.substr(begin, bytes_max);
    const std::string name = lower(rest.substr(0, std::min(rest.find_first_of(" \t\r\n/>"), name_max)));
    const auto close = rest.find('>');
    const bool line = std::find(lines.begin(), lines.end(), name) != lines.end();
    const bool known = line || std::find(within.begin(), within.end(), name) != within.end();
    if (!known || close == std::string_view::npos) return {};
    return {begin + close + 1, line};
}

using Entity = std::pair<std::string_view, std::string_view>;

const Entity* entity_at(std::string_view text) {
    static constexpr std::array<Entity, 7> entities{{{"&nbsp;", " "},
                                                     {"&lt;", "<"},
                                                     {"&gt;", ">"},
                                                     {"&quot;", "\""},
                                                     {"&#39;", "'"},
                                                     {"&apos;", "'"},
                                                     {"&amp;", "&"}}};
    if (!text.starts_with('&')) return nullptr;
    const auto* found = std::find_if(entities.begin(), entities.end(),
                                     [&](const Entity& one) { return text.starts_with(one.first); });
    return found == entities.end() ? nullptr : found;
}

} // namespace

OrReason<WarningReceived> warning_of(const CapAlert& alert, const CapConfig& config, Mode mode,
                                     Became& became) {
    if (auto found = head_misfit(alert); !found.empty()) return reason(found);
    const std::string status = status_of(alert, became);
    if (auto found = status_misfit(status, mode); !found.empty()) return reason(found);
    WarningReceived warning;
    warning.identifier = *alert.identifier;
    warning.sender = *alert.sender;
    warning.msg_type = *alert.msg_type;
    warning.test = status == "Test" || status == "System";
    const auto sent = time_of(*alert.sent, "sent", became);
    if (!sent) return reason(sent.error());
    warning.sent = *sent;
    for (const auto& id : {warning.identifier, warning.sender})
        if (id.find_first_of(" ,<&") != std::string::npos)
            remark(became, "an identifier or sender with a space, comma, < or &");
    warning.references = references_of(alert.references.value_or(""), became);
    const bool speaks = warning.msg_type == "Alert" || warning.msg_type == "Update";
    if (speaks && alert.infos.empty()) return reason("no info");
    if (warning.msg_type != "Alert" && warning.references.empty())
        remark(became, "an Update or Cancel that names no earlier alert");
    const auto infos = chosen(alert.infos, config);
    if (infos.size() > blocks_max) return reason("more than 200 info blocks in one language");
    if (infos.size() > 1) remark(became, "several info blocks in one language, joined");
    std::set<std::string> said;
    for (const CapInfo* info : infos) {
        if (auto found = info_misfit(*info); !found.empty()) return reason(found);
        if (auto found = add_info(warning, *info, said, became); !found.empty()) return reason(found);
    }
    if (!infos.empty()) warning.language = language_of(*infos.front());
    if (auto found = order_misfit(warning, became); !found.empty()) return reason(found);
    return warning;
}

bool fit(WarningReceived& warning, Became& became) {
    constexpr std::size_t bytes_max = codec::event_bytes_max - 4'000; // room for the envelope
    const auto size = [&] { return codec::encode_body(warning).size(); };
    if (size() <= bytes_max) return true;
    remark(became, "shapes left out: too large for one message");
    // A shape is as large as its number of points; half of them go until it fits.
    std::size_t most = 0;
    for (const auto& area : warning.areas)
        for (const auto& polygon : area.polygons)
            most = std::max(most, polygon.size());
    for (std::size_t limit = most / 2; most > 0; limit /= 2) {
        for (auto& area : warning.areas)
            std::erase_if(area.polygons, [&](const auto& polygon) { return polygon.size() > limit; });
        if (size() <= bytes_max) return true;
        if (limit == 0) break;
    }
    return false;
}

std::string without_html(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        if (const Tag tag = tag_at(text.substr(at)); tag.size > 0) {
            if (tag.line && !out.empty() && out.back() != '\n') out += '\n';
            at += tag.size;
        } else if (const auto* entity = entity_at(text.substr(at))) {
            out += entity->second;
            at += entity->first.size();
        } else {
            out += text[at++];
        }
    }
    return std::string(stripped(out));
}

} // namespace regiekamer::feeds
