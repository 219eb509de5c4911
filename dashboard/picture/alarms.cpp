// Which alarms stand at an instant, what people did about them, and which comes first.
#include "dashboard/picture/alarms.hpp"

#include "dashboard/picture/event_day.hpp"
#include "dashboard/picture/page_begun_by.hpp"
#include "dashboard/picture/picture.hpp"
#include "dashboard/picture/piket_rules.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace regiekamer::picture {
namespace {

/// An id must fit in the 256 bytes of a name, whatever the subject was called.
constexpr std::size_t subject_bytes_max = 200;

std::string cut(std::string text) {
    if (text.size() <= subject_bytes_max) return text;
    std::size_t end = subject_bytes_max;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end; // not in the middle of a character
    text.resize(end);
    return text;
}

/// When somebody first put this function in the roster.
Instant first_planned(const Roster& roster, const Function& function) {
    std::optional<Instant> first;
    const auto said = [&](Instant at) { first = std::min(first.value_or(at), at); };
    for (const auto& [id, rotation] : roster.rotations)
        if (rotation.value.function == function) said(rotation.time);
    for (const auto& [id, duty] : roster.duties)
        if (duty.rostered.value.function == function) said(duty.rostered.time);
    return first.value_or(Instant{});
}

/// Since when nobody has this duty, over the changeovers too: a place that was empty last week is not empty
/// since Monday.
Instant empty_since(const Picture& picture, const Duty& empty) {
    constexpr auto looked_back = hours(26 * 7 * 24);
    if (empty.since == Instant::min()) return first_planned(*picture.roster, empty.function);
    const auto before = duties(picture, empty.function, empty.since - looked_back, empty.since);
    Instant since = empty.since;
    for (auto one = before.rbegin(); one != before.rend() && !one->person && one->since != Instant::min();
         ++one)
        since = one->since;
    return since;
}

/// Gathers the alarms of one picture; `level_since`: when the alarm reached its present level.
class Alarms {
public:
    Alarms(const Picture& picture, Instant now, const Function* own)
        : picture_(picture), now_(now), own_(own) {}

    std::vector<Alarm> all() {
        for (const IncidentId& incident : active_incidents(picture_, now_))
            of_attendance(incident);
        of_actions();
        of_pages();
        of_events();
        of_water();
        of_warnings();
        of_duties();
        of_feeds();
        std::sort(found_.begin(), found_.end(), [](const Alarm& a, const Alarm& b) {
            return std::tuple(a.state, -static_cast<int>(a.level), a.rule, b.grip, a.since, a.id) <
                   std::tuple(b.state, -static_cast<int>(b.level), b.rule, a.grip, b.since, b.id);
        });
        return std::move(found_);
    }

private:
    Alarm make(AlarmRule rule, AlarmLevel level, const std::string& subject, Sequence sequence) const {
        Alarm alarm;
        alarm.id = std::string(word_of(rule)) + '/' + cut(subject) + '/' + std::to_string(sequence);
        alarm.rule = rule;
        alarm.level = level;
        alarm.subject = subject;
        alarm.sequence = sequence;
        return alarm;
    }

    /// What people did about it. Acknowledged before it grew worse, it asks again.
    void add(Alarm alarm, Instant level_since = Instant::min()) {
        if (const AlarmAnswer* answer = picture_.logbook->alarms.find(alarm.id)) {
            const auto& shelved = answer->shelved;
            const auto& acknowledged = answer->acknowledged;
            if (shelved && shelved->value.until > now_) {
                alarm.state = AlarmState::shelved;
                alarm.shelved_until = shelved->value.until;
            } else if (acknowledged && acknowledged->time >= level_since &&
                       (!shelved || acknowledged->sequence > shelved->sequence)) {
                alarm.state = AlarmState::acknowledged;
            }
        }
        found_.push_back(std::move(alarm));
    }

    void of_attendance(const IncidentId& incident) {
        for (const FunctionAttendance& one : attendance(picture_, incident, now_)) {
            const bool unanswered = !one.answered && one.step >= ChainStep::called;
            const bool too_late = one.answered && !one.present && one.norm == NormState::missed;
            const bool called = !one.answered && !unanswered && own_ != nullptr && one.function == *own_ &&
                                one.state == Turnout::gealarmeerd;
            if (!unanswered && !too_late && !called) continue;
            const bool red = called || (unanswered && one.unfilled_since.has_value());
            const auto rule = called       ? AlarmRule::called
                              : unanswered ? AlarmRule::not_filled
                                           : AlarmRule::norm_missed;
            Alarm alarm =
                make(rule, red ? AlarmLevel::red : AlarmLevel::amber, one.function.value, one.alert_sequence);
            alarm.since = one.alerted;
            alarm.by = one.norm_by;
            alarm.function = one.function;
            alarm.person = one.person;
            alarm.incident = incident;
            alarm.declined = one.declined;
            if (one.backup) {
                alarm.backup_declined = one.backup->state == AttendanceState::afgemeld;
                alarm.backup = one.backup->person;
                alarm.backup_since = one.backup->alerted;
            }
            if (unanswered) alarm.backup_due = backup_due(picture_, one, now_);
            // A step of the chain that is due asks again.
            const auto worse = alarm.backup_due ? one.backup_from : std::nullopt;
            add(std::move(alarm), red && unanswered ? *one.unfilled_since : worse.value_or(Instant::min()));
        }
    }

    void of_actions() {
        for (const Action* action : unfinished_actions(picture_, now_)) {
            const auto& incident = action->opened.value.incident;
            const Incident* found = incident ? find_incident(picture_, *incident) : nullptr;
            if (!incident || (found && found->closed)) continue;
            if (!action->due.value || now_ - *action->due.value < action_alarm_after) continue;
            Alarm alarm =
                make(AlarmRule::action_late, AlarmLevel::amber, action->id.value, action->due.sequence);
            alarm.text = action->opened.value.title;
            alarm.since = *action->due.value;
            alarm.by = action->due.value;
            alarm.function = action->owner.value;
            alarm.person = action->person.value;
            alarm.incident = incident;
            add(std::move(alarm));
        }
    }

    void of_pages() {
        for (const Proposal& proposal : open_proposals(picture_)) {
            const PageAlarm* page = page_begun_by(picture_, proposal.sequence);
            const bool grip = proposal.kind == Proposal::Kind::grip;
            if (!page || page->test) continue;
            // That something happens in our municipality is to be judged; that we are called is to be
            // answered.
            const bool called = !grip && mentions_ovd_bz(*page);
            if (!grip && !called && (page->grip || now_ - proposal.at > page_is_news)) continue;
            Alarm alarm =
                make(grip ? AlarmRule::grip_proposed : AlarmRule::page_for_us,
                     called ? AlarmLevel::red : AlarmLevel::amber, proposal.message.value, proposal.sequence);
            alarm.text = proposal.text;
            alarm.since = proposal.at;
            alarm.grip = proposal.level;
            alarm.message = proposal.message;
            if (called) alarm.function = Function{"OvD-Bz"};
            add(std::move(alarm));
        }
    }

    /// Who runs an evenement goes by its plan: at STOP it is cleared, and the burgemeester decides.
    void of_events() {
        for (const StopCrossed& stop : stops_crossed(picture_, now_)) {
            Alarm alarm = make(AlarmRule::event_stop, AlarmLevel::red,
                               stop.event.value + '/' + stop.quantity.value, stop.sequence);
            alarm.text = stop.measure;
            alarm.since = stop.since;
            alarm.value = stop.value;
            alarm.threshold = stop.threshold;
            alarm.event = stop.event;
            alarm.quantity = stop.quantity;
            alarm.unit = stop.unit;
            add(std::move(alarm));
        }
    }

    /// Of each series the highest threshold of severity alarm that is crossed.
    void of_water() {
        for (const SeriesKey& key : series_keys(picture_)) {
            const auto highest = highest_crossed(picture_, key, now_, ThresholdSeverity::alarm);
            if (!highest) continue;
            Alarm alarm = make(AlarmRule::water_high, AlarmLevel::red, key.station.value,
                               std::max(highest->crossing_sequence, highest->threshold.sequence));
            alarm.text = highest->threshold.value.meaning;
            alarm.since = highest->since.value_or(highest->threshold.time);
            alarm.threshold = highest->threshold.value.value;
            alarm.series = key;
            if (const auto newest = latest(picture_, key, now_)) alarm.value = newest->value;
            add(std::move(alarm));
        }
    }

    void of_warnings() {
        for (const Known<WarningReceived>* warning : active_warnings(picture_, now_)) {
            const int severity = severity_rank(warning->value);
            if (severity < 3 || warning->value.urgency == "Past") continue;
            Alarm alarm = make(AlarmRule::warning_active, severity > 3 ? AlarmLevel::red : AlarmLevel::amber,
                               warning->value.identifier, warning->sequence);
            alarm.text = warning->value.headline.value_or(warning->value.event.value_or(""));
            alarm.since = begin_of(warning->value);
            alarm.by = warning->value.expires;
            add(std::move(alarm));
        }
    }

    void of_duties() {
        for (const Function& function : planned_functions(picture_, now_)) {
            const Duty duty = on_duty(picture_, function, now_);
            // A roster that was imported has turns and no rotation that says "hard"; the OvD-Bz's always is.
            if (duty.person || !(duty.hard || function.value == "OvD-Bz")) continue;
            Alarm alarm = make(AlarmRule::duty_empty, AlarmLevel::red, function.value,
                               std::max(duty.sequence, duty.absence_sequence));
            alarm.since = empty_since(picture_, duty);
            alarm.function = function;
            alarm.person = duty.absent;
            if (duty.until != Instant::max()) alarm.by = duty.until;
            add(std::move(alarm));
        }
    }

    void of_feeds() {
        for (const FeedId& id : feeds_troubled(picture_, now_)) {
            const Feed& feed = picture_.system->feeds.at(id);
            // It says every five minutes how it is: that is no new alarm.
            const bool lost = is_lost(picture_, feed, now_);
            Alarm alarm = make(AlarmRule::feed_down, AlarmLevel::amber, id.value,
                               lost ? feed.reported.sequence : feed.state_sequence);
            alarm.text = lost ? "gives no sign of life" : feed.reported.value.note.value_or("");
            alarm.since = lost ? feed.reported.time : feed.state_since;
            add(std::move(alarm));
        }
    }

    const Picture& picture_;
    Instant now_;
    const Function* own_; ///< whose desk; null: of everybody
    std::vector<Alarm> found_;
};

} // namespace

std::string_view word_of(AlarmRule rule) {
    switch (rule) {
    case AlarmRule::called:
        return "gealarmeerd";
    case AlarmRule::page_for_us:
        return "oproep";
    case AlarmRule::not_filled:
        return "niet-bezet";
    case AlarmRule::grip_proposed:
        return "grip-voorstel";
    case AlarmRule::norm_missed:
        return "opkomstnorm";
    case AlarmRule::event_stop:
        return "evenement-stop";
    case AlarmRule::water_high:
        return "water";
    case AlarmRule::warning_active:
        return "waarschuwing";
    case AlarmRule::action_late:
        return "te-laat";
    case AlarmRule::duty_empty:
        return "piket-leeg";
    case AlarmRule::feed_down:
        return "bron";
    }
    return "";
}

std::vector<Alarm> alarms(const Picture& picture, Instant now) {
    return Alarms(picture, now, nullptr).all();
}

std::vector<Alarm> alarms_for(const Picture& picture, const Function& function, Instant now) {
    auto list = Alarms(picture, now, &function).all();
    std::erase_if(list, [&](const Alarm& alarm) {
        return alarm.rule == AlarmRule::action_late && alarm.function != function;
    });
    return list;
}

bool can_go_by_itself(AlarmRule rule) {
    return rule != AlarmRule::called && rule != AlarmRule::page_for_us && rule != AlarmRule::grip_proposed &&
           rule != AlarmRule::action_late;
}

bool was_acknowledged(const Picture& picture, const AlarmId& alarm) {
    const AlarmAnswer* answer = picture.logbook->alarms.find(alarm);
    return answer != nullptr && answer->acknowledged.has_value();
}

AlarmTally tally(const std::vector<Alarm>& list) {
    AlarmTally sum;
    for (const Alarm& alarm : list) {
        sum.fresh += alarm.state == AlarmState::fresh;
        sum.acknowledged += alarm.state == AlarmState::acknowledged;
        sum.shelved += alarm.state == AlarmState::shelved;
        sum.red += alarm.state == AlarmState::fresh && alarm.level == AlarmLevel::red;
    }
    return sum;
}

} // namespace regiekamer::picture
