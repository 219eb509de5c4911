// The rules of formats.md section 3, one function each.
#include "messaging/feeds/cap/cap_warning.hpp"

#include "messaging/codec/codec.hpp"
#include "messaging/feeds/cap/cap_details.hpp"
#include "messaging/feeds/cap/cap_shape.hpp"
#include "messaging/feeds/cap/cap_time.hpp"
#include "messaging/feeds/cap/without_html.hpp"
#include "messaging/feeds/encoding.hpp"
#include "messaging/feeds/reading.hpp"

#include <algorithm>
#include <array>
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
    if (const auto time = read_cap_time(text)) {
        if (!time->as_cap) remark(became, "a time not in CAP's form");
        return time->at;
    }
    return reason(read_cap_time(text + "Z") ? "a time without its offset" : "unreadable " + name);
}

/// Empty optional elements are absent. What no calendar has (the year 9999 for "no end") is told and left
/// out: a warning is not lost for it.
std::string read_time(const CapText& text, const std::string& name, std::optional<Instant>& out,
                      Became& became) {
    if (!text || text->empty()) return {};
    if (const auto instant = time_of(*text, name, became))
        out = *instant;
    else if (instant.error().starts_with("unreadable"))
        remark(became, "a time that cannot be read, left out");
    else
        return instant.error();
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
    if (*alert.status != "Actual" || !alert.carried_as || alert.carried_as == alert.status)
        return *alert.status;
    remark(became, "an alert that says Actual, in an envelope that says otherwise");
    return place_in(statuses, alert.carried_as) < statuses.size() ? *alert.carried_as : *alert.status;
}

std::string categories_misfit(const CapTexts& categories) {
    for (const auto& one : categories)
        if (auto found = misfit(one, "category"); !found.empty()) return found;
    return categories.empty() ? "no category" : "";
}

std::string info_misfit(const CapInfo& info) {
    for (const auto& found :
         {categories_misfit(info.categories), misfit(info.event, "event"),
          misfit(info.urgency, urgencies, "urgency"), misfit(info.severity, severities, "severity"),
          misfit(info.certainty, certainties, "certainty")})
        if (!found.empty()) return found;
    return {};
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

/// Feet above mean sea level.
std::optional<double> height_of(const CapText& text, Became& became) {
    if (!text || text->empty()) return std::nullopt;
    const auto height = read_number(*text);
    if (!height) remark(became, "a height that is none");
    return height;
}

/// Whether a block is about a place of ours: by a code of ours, or by no code of the kinds that are asked.
bool concerns_us(const CapInfo& info, const std::vector<std::string>& geocodes) {
    if (geocodes.empty()) return true;
    bool coded = false, uncoded = info.areas.empty();
    for (const auto& area : info.areas) {
        bool told = false;
        for (const auto& [name, value] : area.geocodes) {
            const std::string kind = name + "=", code = kind + value;
            for (const auto& own : geocodes) {
                if (own == code) return true;
                told = told || own.starts_with(kind);
            }
        }
        (told ? coded : uncoded) = true;
    }
    return uncoded || !coded;
}

/// Without the blocks about places of others, if one is about ours: theirs would colour it.
void leave_others_out(std::vector<const CapInfo*>& infos, const CapConfig& config) {
    const auto ours = [&](const CapInfo* info) { return concerns_us(*info, config.geocodes); };
    if (std::any_of(infos.begin(), infos.end(), ours))
        std::erase_if(infos, [&](const CapInfo* info) { return !ours(info); });
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
    out.altitude = height_of(area.altitude, became);
    out.ceiling = height_of(area.ceiling, became);
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
        warning.headline = info.headline && !info.headline->empty()
                               ? std::optional(without_html(*info.headline))
                               : std::nullopt; // that of a milder block would say less than there is
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
    auto infos = chosen(alert.infos, config);
    leave_others_out(infos, config);
    if (infos.size() > blocks_max) return reason("more than 200 info blocks in one language");
    if (infos.size() > 1) remark(became, "several info blocks in one language, joined");
    std::set<std::string> said;
    for (const CapInfo* info : infos) {
        if (auto found = info_misfit(*info); !found.empty()) return reason(found);
        if (auto found = add_info(warning, *info, said, became); !found.empty()) return reason(found);
    }
    warning.details = details_of(alert, status, infos, became);
    if (!infos.empty()) warning.language = language_of(*infos.front());
    if (auto found = order_misfit(warning, became); !found.empty()) return reason(found);
    return warning;
}

namespace {

/// Below these corners a shape says little of where it is.
constexpr std::size_t coarsest = 8;

std::size_t largest(const WarningReceived& warning) {
    std::size_t most = 0;
    for (const auto& area : warning.areas)
        for (const auto& polygon : area.polygons)
            most = std::max(most, polygon.size());
    return most;
}

/// Every second corner goes; the last, which is the first again, stays.
void thin(std::vector<Position>& polygon) {
    std::size_t kept = 0;
    for (std::size_t at = 0; at < polygon.size(); ++at)
        if (at % 2 == 0 || at + 1 == polygon.size()) polygon[kept++] = polygon[at];
    polygon.resize(kept);
}

} // namespace

bool fit(WarningReceived& warning, Became& became) {
    constexpr std::size_t bytes_max = codec::event_bytes_max - 4'000; // room for the envelope
    constexpr std::size_t details_bytes_max = 64'000;
    const auto size = [&] { return codec::encode_body(warning).size(); };
    if (size() <= bytes_max) return true;
    WarningReceived bare = warning;
    bare.details.reset();
    if (size() - codec::encode_body(bare).size() > details_bytes_max) {
        remark(became, "details left out: too large for one message");
        warning = std::move(bare);
        if (size() <= bytes_max) return true;
    }
    remark(became, "shapes made coarser: too large for one message");
    for (std::size_t most = largest(warning); most > coarsest; most = largest(warning)) {
        for (auto& area : warning.areas)
            for (auto& polygon : area.polygons)
                if (polygon.size() > std::max(most / 2, coarsest)) thin(polygon);
        if (size() <= bytes_max) return true;
    }
    remark(became, "shapes left out: too large for one message");
    for (auto& area : warning.areas)
        area.polygons.clear();
    return size() <= bytes_max;
}

} // namespace regiekamer::feeds
