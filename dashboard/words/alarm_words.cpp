// One sentence a rule.
#include "dashboard/words/alarm_words.hpp"

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
    text.detail =
        fmt::format("gealarmeerd {}, {}", clock_near(alarm.since, now), minutes_of(now - alarm.since));
    if (alarm.backup) {
        text.detail += " · achterwacht " + person(picture, *alarm.backup);
        if (alarm.backup_declined)
            text.detail += " afgemeld";
        else if (alarm.backup_since)
            text.detail += fmt::format(" {} niet bevestigd", minutes_of(now - *alarm.backup_since));
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

AlarmText water_high(const Alarm& alarm, Instant now) {
    AlarmText text{alarm.text.empty() ? alarm.subject : fmt::format("{}: {}", alarm.subject, alarm.text), {}};
    if (alarm.value) text.detail = level_metres(*alarm.value) + " NAP";
    if (alarm.threshold) text.detail += ", grens " + level_metres(*alarm.threshold);
    text.detail += " · sinds " + clock_near(alarm.since, now);
    return text;
}

std::string since(const Alarm& alarm, Instant now) {
    if (alarm.since > now) // a warning comes before what it warns of
        return fmt::format("vanaf {}, {}", clock_near(alarm.since, now), due(alarm.since, now));
    return fmt::format("sinds {}, {}", clock_near(alarm.since, now), minutes_of(now - alarm.since));
}

std::string page_of(const Picture& picture, const Alarm& alarm) {
    const auto* page = alarm.message ? picture::find_page(picture, *alarm.message) : nullptr;
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
    case AlarmRule::water_high:
        return water_high(alarm, now);
    case AlarmRule::warning_active:
        return {alarm.text, since(alarm, now) + (alarm.by ? " · tot " + clock_near(*alarm.by, now) : "")};
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
