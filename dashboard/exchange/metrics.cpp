// One function writes a line, so that a label is escaped in one place.
#include "dashboard/exchange/metrics.hpp"

#include "dashboard/picture/alarms.hpp"
#include "messaging/codec/description.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>

namespace regiekamer::exchange {
namespace {

using Label = std::pair<std::string_view, std::string>;
using Labels = std::vector<Label>;

/// Label values of the text format: \, " and line break.
std::string escaped(std::string_view text) {
    std::string made;
    for (const char c : text) {
        if (c == '\\' || c == '"') made += '\\';
        made += c;
    }
    return made;
}

/// Of what identifies two that differ stay two; words are cut to what a person reads.
std::string label_value(std::string_view label, const std::string& text) {
    const bool identifies = label == "incident" || label == "feed";
    return escaped(identifies ? readable_identifier(text) : line_of(text, 200));
}

double since(Instant then, Instant now) {
    return std::max(0.0, std::chrono::duration<double>(now - then).count());
}
double timestamp(Instant at) {
    return std::chrono::duration<double>(at.time_since_epoch()).count();
}

class Page {
public:
    explicit Page(Mode mode) : mode_(codec::word(mode)) {}

    /// A gauge begins; its values follow.
    void gauge(std::string_view name, std::string_view help) {
        name_ = "regiekamer_" + std::string(name);
        text_ += fmt::format("# HELP {0} {1}\n# TYPE {0} gauge\n", name_, help);
    }
    void value(double number, const Labels& labels = {}) {
        text_ += fmt::format("{}{{mode=\"{}\"", name_, mode_);
        for (const auto& [label, words] : labels)
            text_ += fmt::format(",{}=\"{}\"", label, label_value(label, words));
        text_ += fmt::format("}} {}\n", number);
    }
    std::string text() && { return std::move(text_); }

private:
    std::string mode_, name_, text_;
};

void put_journal(Page& page, const picture::Picture& picture, Instant now) {
    page.gauge("journal_sequence", "Number of the last message in the journal.");
    page.value(static_cast<double>(picture.sequence));
    page.gauge("journal_recorded_timestamp_seconds", "When the last message was recorded.");
    page.value(timestamp(picture.recorded));
    page.gauge("clock_timestamp_seconds",
               "The clock that people look at; in an exercise the exercise clock.");
    page.value(timestamp(now));
}

void put_incidents(Page& page, const picture::Picture& picture, Instant now) {
    const auto active = picture::active_incidents(picture, now);
    page.gauge("incident_grip", "GRIP level of each open incident.");
    for (const auto& id : active)
        page.value(static_cast<double>(picture::grip_at(picture, id, now).level.value),
                   {{"incident", id.value}});
    page.gauge("incident_info", "Title and municipality of each open incident; always 1.");
    for (const auto& id : active) {
        const auto& incident = *picture::find_incident(picture, id);
        page.value(1, {{"incident", id.value},
                       {"title", incident.title.value},
                       {"municipality", incident.municipality.value}});
    }
    std::map<IncidentId, picture::AttendanceTally> opkomst;
    for (const auto& id : active)
        opkomst.emplace(id, picture::tally(picture::attendance(picture, id, now)));
    page.gauge("attendance_missing", "Functions that were alerted and that nobody answered for.");
    for (const auto& [id, tally] : opkomst)
        page.value(static_cast<double>(tally.unanswered), {{"incident", id.value}});
    page.gauge("attendance_norm_missed", "Functions that are or were later than their opkomstnorm.");
    for (const auto& [id, tally] : opkomst)
        page.value(static_cast<double>(tally.norm_missed), {{"incident", id.value}});
}

void put_actions(Page& page, const picture::Picture& picture, Instant now) {
    const auto tally = picture::tally_all(picture, now);
    page.gauge("actions_open", "Actions that are not finished.");
    page.value(static_cast<double>(tally.unfinished));
    page.gauge("actions_late", "Those of them whose time is over.");
    page.value(static_cast<double>(tally.late));
}

/// All combinations, so that none is missing when it is 0.
void put_alarms(Page& page, const picture::Picture& picture, Instant now) {
    using picture::AlarmLevel;
    using picture::AlarmState;
    constexpr std::array<std::pair<AlarmState, const char*>, 3> states{
        {{AlarmState::fresh, "fresh"},
         {AlarmState::acknowledged, "acknowledged"},
         {AlarmState::shelved, "shelved"}}};
    constexpr std::array<std::pair<AlarmLevel, const char*>, 2> levels{
        {{AlarmLevel::red, "red"}, {AlarmLevel::amber, "amber"}}};
    const auto alarms = picture::alarms(picture, now);
    page.gauge("alarms", "Alarms by state and level.");
    for (const auto& [state, state_word] : states)
        for (const auto& [level, level_word] : levels) {
            const auto count = std::count_if(alarms.begin(), alarms.end(),
                                             [s = state, l = level](const picture::Alarm& alarm) {
                                                 return alarm.state == s && alarm.level == l;
                                             });
            page.value(static_cast<double>(count), {{"state", state_word}, {"level", level_word}});
        }
}

void put_feeds(Page& page, const picture::Picture& picture, Instant hub_now) {
    const auto& system = *picture.system;
    page.gauge("feed_up", "1 when the feed runs and still says so.");
    for (const auto& [id, feed] : system.feeds)
        if (feed.reported.said())
            page.value(feed.reported.value.state == FeedState::loopt &&
                               !picture::is_lost(picture, feed, hub_now)
                           ? 1
                           : 0,
                       {{"feed", id.value}});
    page.gauge("feed_silent_seconds", "Since the source of the feed was last heard.");
    for (const auto& feed : picture::feeds_overview(picture, hub_now))
        if (feed.heard) page.value(since(*feed.heard, hub_now), {{"feed", feed.feed.value}});
    page.gauge("heard_silent_seconds", "Since something of this type last came in.");
    for (const auto& [type, heard] : system.heard)
        page.value(since(heard.recorded, hub_now), {{"type", type}});
}

} // namespace

std::string metrics(const picture::Picture& picture, Instant now, Instant hub_now, const Origin& origin) {
    Page page(origin.mode);
    put_journal(page, picture, now);
    put_incidents(page, picture, now);
    put_actions(page, picture, now);
    put_alarms(page, picture, now);
    put_feeds(page, picture, hub_now);
    return std::move(page).text();
}

} // namespace regiekamer::exchange
