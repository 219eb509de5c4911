// One sentence a rule.
#include "dashboard/words/alarm_words.hpp"

#include "dashboard/picture/event_day.hpp"
#include "dashboard/picture/page_begun_by.hpp"
#include "dashboard/words/chain_words.hpp"
#include "dashboard/words/feed_words.hpp"

#include "dashboard/words/labels.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/page_text.hpp"
#include "dashboard/words/time_words.hpp"

#include <fmt/format.h>

namespace regiekamer::words {
namespace {

using picture::Alarm;
using picture::AlarmRule;
using picture::Picture;

/// The step of the piket chain that must be done now; the achterwacht stands in the line already.
std::string must_do(const Picture& picture, const Alarm& alarm, Instant now) {
    if (!alarm.incident || !alarm.function || alarm.backup_due) return {};
    const auto one = picture::attendance_of(picture, *alarm.incident, *alarm.function, now);
    return one ? chain_words(picture, *one, now).now : std::string();
}

AlarmText not_filled(const Picture& picture, const Alarm& alarm, Instant now) {
    const bool red = alarm.level == picture::AlarmLevel::red;
    // Who says no has answered: what is missing is another.
    AlarmText text{fmt::format("{} {}", sentence_case(alarm.subject),
                               alarm.declined ? "afgemeld · nog niemand anders"
                               : red          ? "niet bezet"
                                              : "niet bevestigd"),
                   {}};
    text.detail = fmt::format("gealarmeerd {}, {}", clock_near(alarm.since, now),
                              minutes_of(picture::played(picture, alarm.since, now)));
    if (alarm.backup) {
        text.detail += " · achterwacht " + person(picture, *alarm.backup);
        if (alarm.backup_declined)
            text.detail += " afgemeld";
        else if (alarm.backup_since)
            text.detail += fmt::format(" {} niet bevestigd",
                                       minutes_of(picture::played(picture, *alarm.backup_since, now)));
    }
    if (alarm.backup_due)
        text.detail +=
            fmt::format(" · achterwacht {} nog niet gealarmeerd", person(picture, *alarm.backup_due));
    if (const auto must = must_do(picture, alarm, now); !must.empty()) text.detail += " · " + must;
    if (alarm.by) text.detail += " · norm tot " + clock_near(*alarm.by, now);
    return text;
}

AlarmText norm_missed(const Picture& picture, const Alarm& alarm, Instant now) {
    AlarmText text{sentence_case(alarm.subject) + " niet op tijd", {}};
    if (alarm.person) text.detail = person(picture, *alarm.person) + " is onderweg";
    if (alarm.by)
        text.detail += fmt::format("{}norm was {}, {}", text.detail.empty() ? "" : " · ",
                                   clock_near(*alarm.by, now), due(*alarm.by, now));
    return text;
}

/// Between its threshold and the lower level at which it goes, a level has fallen and the alarm stands.
AlarmText water_high(const Alarm& alarm, Instant now) {
    AlarmText text{alarm.text.empty() ? alarm.subject : fmt::format("{}: {}", alarm.subject, alarm.text), {}};
    const std::string unit = alarm.series ? alarm.series->unit.value : "cm NAP";
    if (alarm.value) text.detail = quantity(*alarm.value, unit);
    if (alarm.threshold) {
        const bool below = alarm.value && *alarm.value < *alarm.threshold;
        const auto limit = [&](double value) {
            return unit == "cm NAP" ? level_metres(value) : quantity(value, unit);
        };
        text.detail += (below ? ", weer onder de grens " : ", grens ") + limit(*alarm.threshold);
        if (below && alarm.series)
            text.detail +=
                ", alarm tot onder " + limit(*alarm.threshold - picture::hysteresis(*alarm.series));
    }
    text.detail += " · sinds " + clock_near(alarm.since, now);
    return text;
}

/// What is so, what the plan says to do, and who decides.
AlarmText event_stop(const Picture& picture, const Alarm& alarm, Instant now) {
    const auto found = picture.events->events.find(alarm.event.value_or(PublicEventId{}));
    const std::string name = found == picture.events->events.end() ? alarm.subject : found->second.name.value;
    const std::string what = alarm.quantity.value_or(Quantity{}).value,
                      unit = alarm.unit.value_or(Unit{}).value;
    const auto said = [&](double value) {
        return what == picture::knmi_code ? knmi_colour(value) : quantity(value, unit);
    };
    AlarmText text{fmt::format("{}: STOP · {} {}", name, what, said(alarm.value.value_or(0))), {}};
    if (alarm.threshold) text.title += fmt::format(" (stop {})", said(*alarm.threshold));
    text.detail = fmt::format("organisator: {} · burgemeester besluit, leg vast [F4 B] · sinds {}",
                              alarm.text.empty() ? "leg stil volgens het plan" : alarm.text,
                              clock_near(alarm.since, now));
    return text;
}

std::string since(const Alarm& alarm, Instant now) {
    if (alarm.since > now) // a warning comes before what it warns of
        return fmt::format("vanaf {}, {}", clock_near(alarm.since, now), due(alarm.since, now));
    return fmt::format("sinds {}, {}", clock_near(alarm.since, now), minutes_of(now - alarm.since));
}

std::string page_of(const Picture& picture, const Alarm& alarm) {
    const auto* page = alarm.message ? picture::page_begun_by(picture, alarm.sequence) : nullptr;
    return page == nullptr ? alarm.text : page_text(*page);
}

bool feed_failed(const Picture& picture, const std::string& feed) {
    const auto found = picture.system->feeds.find(FeedId(feed));
    return found != picture.system->feeds.end() && found->second.reported.value.state == FeedState::fout;
}

AlarmText text_of(const Picture& picture, const Alarm& alarm, Instant now) {
    switch (alarm.rule) {
    case AlarmRule::called:
        return {sentence_case(alarm.subject) + " gealarmeerd: geef antwoord",
                since(alarm, now) + (alarm.by ? " · aanwezig vóór " + clock_near(*alarm.by, now) : "")};
    case AlarmRule::page_for_us:
        return {(alarm.level == picture::AlarmLevel::red ? "Oproep OvD-Bz: " : "Melding bij ons: ") +
                    page_of(picture, alarm),
                "P2000 " + clock_near(alarm.since, now)};
    case AlarmRule::not_filled:
        return not_filled(picture, alarm, now);
    case AlarmRule::grip_proposed:
        return {fmt::format("Voorstel GRIP {}", alarm.grip ? alarm.grip->value : 0),
                fmt::format("P2000 {}: {}", clock_near(alarm.since, now), alarm.text)};
    case AlarmRule::norm_missed:
        return norm_missed(picture, alarm, now);
    case AlarmRule::event_stop:
        return event_stop(picture, alarm, now);
    case AlarmRule::water_high:
        return water_high(alarm, now);
    case AlarmRule::warning_active:
        return {alarm.text, since(alarm, now) + (alarm.by ? " · tot " + clock_near(*alarm.by, now)
                                                          : " · geen einde genoemd")};
    case AlarmRule::action_late:
        return {alarm.text, alarm.by
                                ? due(*alarm.by, now) + (alarm.function ? " · " + alarm.function->value : "")
                                : since(alarm, now)};
    case AlarmRule::duty_empty:
        return {alarm.subject + ": niemand heeft piket",
                since(alarm, now) +
                    (alarm.person ? " · " + person(picture, *alarm.person) + " afwezig" : "") +
                    " · piketplanner regelt vervanging, wie kan neemt nu over [F3 V]"};
    case AlarmRule::feed_down:
        return {fmt::format("Koppeling {}: {}", alarm.subject,
                            feed_failed(picture, alarm.subject) ? "fout" : "stil"),
                since(alarm, now) + (alarm.text.empty() ? "" : " · " + feed_note(alarm.text))};
    }
    return {};
}

} // namespace

std::string alarm_name(const Picture& picture, const AlarmId& id) {
    const auto first = id.value.find('/'), last = id.value.rfind('/');
    if (first == std::string::npos || last == first) return id.value;
    const std::string rule = id.value.substr(0, first), about = id.value.substr(first + 1, last - first - 1);
    const auto is = [&](AlarmRule one) { return rule == picture::word_of(one); };
    if (is(AlarmRule::called)) return "oproep voor " + about;
    const auto page = [&](const char* what) {
        const auto* found = picture::find_page(picture, MessageId(about));
        return found == nullptr ? std::string(what) : fmt::format("{}: {}", what, found->text);
    };
    if (is(AlarmRule::page_for_us)) return page("oproep van P2000");
    if (is(AlarmRule::not_filled)) return about + " zonder bevestiging"; // amber or red by then
    if (is(AlarmRule::grip_proposed)) return page("GRIP-voorstel van P2000");
    if (is(AlarmRule::norm_missed)) return about + " niet op tijd";
    if (is(AlarmRule::event_stop)) {
        const auto event = picture.events->events.find(PublicEventId(about.substr(0, about.rfind('/'))));
        return (event == picture.events->events.end() ? about : event->second.name.value) + ": STOP";
    }
    if (is(AlarmRule::water_high)) {
        const auto station = picture.series->stations.find(Station(about));
        return "water bij " +
               (station == picture.series->stations.end() ? about : station->second.value.name);
    }
    if (is(AlarmRule::warning_active)) return "waarschuwing";
    if (is(AlarmRule::action_late)) {
        const auto* action = picture::find_action(picture, ActionId(about));
        return action == nullptr ? "actie te laat" : action->opened.value.title + " te laat";
    }
    if (is(AlarmRule::duty_empty)) return about + ": niemand heeft piket";
    if (is(AlarmRule::feed_down)) return "koppeling " + about;
    return id.value;
}

AlarmText alarm_text(const Picture& picture, const Alarm& alarm, Instant now) {
    AlarmText text = text_of(picture, alarm, now);
    if (alarm.incident && picture::active_incidents(picture, now).size() > 1)
        text.detail = incident(picture, *alarm.incident) + (text.detail.empty() ? "" : " · " + text.detail);
    return text;
}

} // namespace regiekamer::words
