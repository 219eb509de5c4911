// One function a kind of news; each looks at one section of both pictures.
#include "dashboard/picture/difference.hpp"

#include "dashboard/picture/piket_rules.hpp"

#include <algorithm>
#include <iterator>

namespace regiekamer::picture {
namespace {

using All = std::vector<News>;

News news(NewsKind kind, std::string subject, std::string text, std::vector<Sequence> because) {
    News one;
    one.kind = kind;
    one.subject = std::move(subject);
    one.text = std::move(text);
    std::erase(because, Sequence{0});
    std::sort(because.begin(), because.end());
    one.because = std::move(because);
    return one;
}

void incidents(const Moment& before, const Moment& now, All& all) {
    for (const auto& [id, incident] : now.picture.incidents->incidents) {
        const Incident* was = find_incident(before.picture, id);
        const auto level_was = was ? grip_at(*was, before.at).level.value : 0;
        const Grip grip = grip_at(incident, now.at);
        if (level_was != grip.level.value) {
            all.push_back(news(NewsKind::grip, id.value, grip.reason, {grip.sequence}));
            all.back().was = level_was;
            all.back().is = grip.level.value;
            all.back().at = grip.since;
        }
        const bool opened = incident.started.said() && !(was && was->started.said());
        if (opened && !incident.closed) {
            all.push_back(
                news(NewsKind::incident_opened, id.value, incident.place.value, {incident.started.sequence}));
            all.back().at = incident.started.value;
        }
        if (incident.closed && !(was && was->closed)) {
            all.push_back(news(NewsKind::incident_closed, id.value, incident.closed->value,
                               {incident.closed->sequence}));
            all.back().at = incident.closed->time;
        }
    }
}

/// What has news of its own is not told twice.
bool told_elsewhere(AlarmRule rule) {
    return rule == AlarmRule::not_filled || rule == AlarmRule::water_high || rule == AlarmRule::action_late;
}

void alarm_news(const Moment& before, const Moment& now, All& all) {
    const auto were = alarms(before.picture, before.at);
    for (const auto& alarm : alarms(now.picture, now.at)) {
        const bool there =
            std::any_of(were.begin(), were.end(), [&](const Alarm& one) { return one.id == alarm.id; });
        if (there || told_elsewhere(alarm.rule)) continue;
        all.push_back(news(NewsKind::alarm, alarm.id.value, alarm.text, {alarm.sequence}));
        all.back().at = alarm.since;
        all.back().alarm = alarm;
    }
}

void unfilled(const Moment& before, const Moment& now, All& all) {
    for (const auto& [id, calls] : now.picture.attendance->incidents)
        for (const auto& one : attendance(now.picture, id, now.at)) {
            if (one.state != Turnout::niet_bezet && one.state != Turnout::afgemeld) continue;
            const auto was = attendance_of(before.picture, id, one.function, before.at);
            if (was && was->state == one.state) continue;
            all.push_back(news(NewsKind::unfilled, id.value, {}, {one.alert_sequence, one.sequence}));
            all.back().function = one.function;
            all.back().at = one.alerted;
            all.back().is = one.state == Turnout::afgemeld ? 1 : 0;
        }
}

void water(const Moment& before, const Moment& now, All& all) {
    for (const auto& key : series_keys(now.picture)) {
        const auto were = threshold_states(before.picture, key, before.at);
        for (const auto& state : threshold_states(now.picture, key, now.at)) {
            const double level = state.threshold.value.value;
            const std::string& meaning = state.threshold.value.meaning;
            const bool was = std::any_of(were.begin(), were.end(), [&](const ThresholdState& one) {
                return one.crossed && one.threshold.value.value == level &&
                       one.threshold.value.meaning == meaning;
            });
            if (was == state.crossed) continue;
            const auto newest = latest(now.picture, key, now.at);
            all.push_back(news(NewsKind::water, key.station.value, meaning,
                               {state.threshold.sequence, state.crossed ? state.crossing_sequence
                                                          : newest      ? newest->sequence
                                                                        : 0}));
            all.back().is = state.crossed ? 1 : 0;
            all.back().threshold = level;
            all.back().at = state.since;
            if (newest) all.back().value = newest->value;
        }
    }
}

void meetings(const Moment& before, const Moment& now, All& all) {
    for (const auto& [id, decision] : now.picture.meetings->decisions) {
        const Decision* was = before.picture.meetings->decisions.find(id);
        if (!decision.taken.said() || (was && was->taken.sequence == decision.taken.sequence)) continue;
        all.push_back(
            news(NewsKind::decision, id.value, decision.taken.value.text, {decision.taken.sequence}));
        all.back().at = decision.taken.time;
        all.back().function = decision.taken.value.owner;
    }
    for (const auto& [id, meeting] : now.picture.meetings->meetings) {
        if (!meeting.planned.said() && !meeting.started) continue;
        const Meeting* was = before.picture.meetings->meetings.find(id);
        const auto state = state_of(meeting);
        const bool known = was && (was->planned.said() || was->started);
        if (known && state_of(*was) == state) continue;
        const auto clock = clock_of(id, meeting, now.at);
        all.push_back(news(NewsKind::meeting, id.value,
                           meeting.cancelled ? meeting.cancelled->value : std::string(), {clock.sequence}));
        all.back().is = static_cast<std::int64_t>(state);
        all.back().at = state == MeetingState::ended     ? clock.ended
                        : state == MeetingState::running ? clock.started
                                                         : clock.at;
    }
}

void action_news(const Moment& before, const Moment& now, All& all) {
    for (const auto& entry : now.picture.actions->actions) {
        const ActionId& id = entry.first; // by name: not every compiler lets a lambda have a binding
        const Action& action = entry.second;
        if (!action.opened.said()) continue;
        const Action* was = find_action(before.picture, id);
        const bool known = was && was->opened.said();
        const auto add = [&](NewsKind kind, std::vector<Sequence> because) {
            all.push_back(news(kind, id.value, action.opened.value.title, std::move(because)));
            all.back().function = action.owner.value;
            all.back().at = kind == NewsKind::action_done ? action.state.time : action.due.value;
        };
        const bool done = action.state.value == ActionState::gereed;
        if (late(action, now.at) && !(known && late(*was, before.at)))
            add(NewsKind::action_late, {action.opened.sequence, action.due.sequence});
        else if (!known && unfinished(action))
            add(NewsKind::action_opened, {action.opened.sequence});
        if (done && !(known && was->state.value == ActionState::gereed))
            add(NewsKind::action_done, {action.state.sequence});
    }
}

void add_gap(const Gap& gap, bool empty, Sequence because, Instant horizon, All& all) {
    all.push_back(news(NewsKind::duty_gap, gap.function.value, {}, {because}));
    all.back().function = gap.function;
    all.back().is = empty ? 1 : 0;
    all.back().at = gap.from;
    if (gap.until < horizon) all.back().until = gap.until;
}

/// As far ahead as the board of piket looks; both rosters over the same time, so that a place that only came
/// nearer is no news.
void duty_gaps(const Moment& before, const Moment& now, All& all) {
    const Instant horizon = now.at + look_ahead;
    const auto were = gaps(before.picture, now.at, horizon), are = gaps(now.picture, now.at, horizon);
    for (const Gap& gap : are)
        if (std::none_of(were.begin(), were.end(), [&](const Gap& was) {
                return was.function == gap.function && was.from <= gap.from && was.until >= gap.until;
            }))
            add_gap(gap, true, gap.sequence, horizon, all);
    for (const Gap& was : were)
        if (std::none_of(are.begin(), are.end(), [&](const Gap& gap) {
                return gap.function == was.function && gap.from < was.until && was.from < gap.until;
            }))
            add_gap(was, false, on_duty(now.picture, was.function, was.from).sequence, horizon, all);
}

void event_news(const Moment& before, const Moment& now, All& all) {
    for (const auto& [id, event] : now.picture.events->events) {
        if (!event.name.said()) continue;
        const auto was = before.picture.events->events.find(id);
        const bool known = was != before.picture.events->events.end() && was->second.name.said();
        const auto state = readiness(now.picture, id, now.at).state;
        const auto state_was = known ? readiness(before.picture, id, before.at).state : state;
        const bool again = known && planned_again(event) && !planned_again(was->second);
        if (known && state == state_was && !again) continue;
        std::vector<Sequence> because{known ? Sequence{0} : event.name.sequence,
                                      event.decided ? event.decided->sequence : 0,
                                      again ? event.registered : 0};
        for (const auto& [name, requirement] : event.requirements)
            because.push_back(cause_of(requirement));
        if (known) std::erase_if(because, [&](Sequence one) { return one <= before.picture.sequence; });
        all.push_back(news(NewsKind::readiness, id.value, event.name.value, std::move(because)));
        all.back().was = known ? static_cast<std::int64_t>(state_was) : -1;
        all.back().is = static_cast<std::int64_t>(state);
        all.back().at = event.from.value;
    }
}

void texts(const Moment& before, const Moment& now, All& all) {
    for (const auto& [id, item] : now.picture.meetings->items) {
        const SituationItem* was = before.picture.meetings->items.find(id);
        if (!item.written.said() || !stands(now.picture, item)) continue;
        if (was && was->written.sequence == item.written.sequence) continue;
        all.push_back(news(NewsKind::situation, item.written.value.column.value, item.written.value.text,
                           {item.written.sequence}));
        all.back().at = item.written.time;
        all.back().was = static_cast<std::int64_t>(earlier_versions(now.picture, id).size());
        all.back().is = static_cast<std::int64_t>(item.written.value.state);
    }
    for (const Note* note : important_notes(now.picture)) {
        const Note* was = before.picture.logbook->notes.find(note->written.value.note);
        if (was && was->written.said() && was->written.value.important.value_or(false) &&
            text_of(*was) == text_of(*note))
            continue;
        const Sequence corrected =
            note->corrections.empty() ? 0 : note->corrections.back().corrected.sequence;
        all.push_back(news(NewsKind::note, note->written.value.note.value, text_of(*note),
                           {note->written.sequence, corrected}));
        all.back().at = note->written.time;
        all.back().function = note->function;
    }
}

/// What is only in the log: how much was said, and what was taken back.
void messages(const Moment& before, const Moment& now, const Log& log, Difference& difference) {
    const auto& entries = log.entries();
    auto entry = std::upper_bound(entries.begin(), entries.end(), before.picture.sequence,
                                  [](Sequence from, const LogEntry& one) { return from < one.sequence; });
    for (; entry != entries.end() && entry->sequence <= now.picture.sequence; ++entry) {
        ++difference.messages;
        if (!Log::is<MessageWithdrawn>(*entry)) continue;
        difference.news.push_back(news(NewsKind::withdrawn, {}, {}, {entry->sequence}));
        difference.news.back().at = entry->time;
        difference.news.back().function = Function(log.function_of(*entry));
    }
}

} // namespace

Difference difference(const Moment& before, const Moment& now, const Log& log) {
    Difference all;
    incidents(before, now, all.news);
    alarm_news(before, now, all.news);
    unfilled(before, now, all.news);
    water(before, now, all.news);
    meetings(before, now, all.news);
    action_news(before, now, all.news);
    duty_gaps(before, now, all.news);
    event_news(before, now, all.news);
    texts(before, now, all.news);
    messages(before, now, log, all);
    std::stable_sort(all.news.begin(), all.news.end(), [](const News& a, const News& b) {
        if (a.kind != b.kind) return a.kind < b.kind;
        return a.at.value_or(Instant{}) > b.at.value_or(Instant{});
    });
    return all;
}

} // namespace regiekamer::picture
