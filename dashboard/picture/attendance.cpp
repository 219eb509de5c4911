// Opkomst: the folds, and how each function stands at an instant along the chain of domain.md §7.
#include "dashboard/picture/attendance.hpp"

#include "dashboard/picture/apply.hpp"
#include "dashboard/picture/picture.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

namespace regiekamer::picture {
namespace {

bool lists(const TeamCall& call, const Function& function) {
    const auto& functions = call.alerted.value.functions;
    return std::find(functions.begin(), functions.end(), function) != functions.end();
}

bool coming(AttendanceState state) {
    return state == AttendanceState::bevestigd || state == AttendanceState::onderweg ||
           state == AttendanceState::aanwezig;
}

bool any_active(const IncidentAttendance& all, const Function& function) {
    return std::any_of(all.teams.begin(), all.teams.end(), [&](const auto& entry) {
        return !entry.second.stood_down && lists(entry.second, function);
    });
}

/// Everything about one function, gathered before judging it.
struct Case {
    const Picture* picture;
    const FunctionCalls* calls;
    Instant now;
    FunctionAttendance* out;

    [[nodiscard]] const PersonReport* report(const PersonId& person) const {
        const auto found = calls->reports.find(person);
        return found == calls->reports.end() ? nullptr : &found->second;
    }
};

/// The first call by name that still stands: one that came with a team's alarmering goes with it.
const PersonCall* first_call(const IncidentAttendance& all, const FunctionCalls& calls) {
    const auto stands = [&](const PersonCall& call) {
        const auto team = all.teams.find(call.alert);
        return team == all.teams.end() || !team->second.stood_down;
    };
    const auto found = std::find_if(calls.calls.begin(), calls.calls.end(), stands);
    return found == calls.calls.end() ? nullptr : &*found;
}

/// The clock of the function: its earliest alarmering that still stands, of its team or by name (who comes
/// already is not late later because a team is alerted too), else the first that anyone said.
bool start_clock(const IncidentAttendance& all, const Function& function, const FunctionCalls& calls,
                 FunctionAttendance& out) {
    const TeamCall* first = nullptr;
    for (const auto& [alert, call] : all.teams) {
        if (call.stood_down || !lists(call, function)) continue;
        const auto order = [](const TeamCall& c) { return std::tie(c.alerted.time, c.alerted.sequence); };
        if (!first || order(call) < order(*first)) first = &call;
    }
    const PersonCall* named = first_call(all, calls);
    if (first) out.team = first->alerted.value.team;
    if (first && !(named && named->at < first->alerted.time)) {
        out.alerted = first->alerted.time;
        out.norm_minutes = first->alerted.value.norm_minutes;
        out.alert_sequence = first->alerted.sequence;
        return true;
    }
    if (named) {
        out.alerted = named->at;
        out.norm_minutes = norm_of(function);
        if (!out.norm_minutes && first) out.norm_minutes = first->alerted.value.norm_minutes;
        out.alert_sequence = named->sequence;
        return true;
    }
    const PersonReport* earliest = nullptr;
    for (const auto& [person, report] : calls.reports)
        if (!earliest || report.latest.sequence < earliest->latest.sequence) earliest = &report;
    if (!earliest) return false;
    out.uncalled = true;
    out.alerted = earliest->latest.time;
    out.alert_sequence = earliest->latest.sequence;
    return true;
}

/// Who fills the function: someone who is there, else someone who comes, else someone who was relieved; the
/// first who said so stays.
void find_person(const Case& one) {
    FunctionAttendance& out = *one.out;
    const auto rank = [](AttendanceState state) {
        if (state == AttendanceState::aanwezig) return 0;
        if (coming(state)) return 1;
        return state == AttendanceState::afgelost ? 2 : 3;
    };
    const PersonReport* best = nullptr;
    std::tuple<int, Instant, Sequence> best_order{};
    for (const auto& [person, report] : one.calls->reports) {
        const auto& since = report.present ? report.present : report.confirmed;
        const std::tuple order{rank(report.latest.value.state), since ? since->time : report.latest.time,
                               report.latest.sequence};
        if (best && best_order <= order) continue;
        best = &report;
        best_order = order;
        out.person = person;
    }
    if (best && std::get<0>(best_order) < 3) {
        constexpr std::array states{Turnout::bevestigd, Turnout::onderweg, Turnout::aanwezig,
                                    Turnout::afgelost, Turnout::afgemeld};
        out.state = states[static_cast<std::size_t>(best->latest.value.state)];
        out.answered = true;
        out.eta = best->latest.value.eta;
        out.where = best->latest.value.where;
        out.sequence = best->latest.sequence;
        out.simulated = best->latest.simulated;
        if (best->confirmed) out.confirmed = best->confirmed->time;
        return;
    }
    // Nobody comes: the one who was called first stays in sight.
    if (!one.calls->calls.empty()) out.person = one.calls->calls.front().person;
    const PersonReport* declined = out.person ? one.report(*out.person) : nullptr;
    out.declined = declined != nullptr;
    out.state = declined ? Turnout::afgemeld : Turnout::gealarmeerd;
    out.sequence = declined ? declined->latest.sequence : out.alert_sequence;
    out.simulated = declined && declined->latest.simulated;
}

/// Achterwacht: while nobody comes, the last other person who was called; afterwards a second one who comes
/// too.
void find_backup(const Case& one) {
    FunctionAttendance& out = *one.out;
    const auto put = [&](const PersonId& person, Instant alerted, Sequence sequence) {
        const PersonReport* said = one.report(person);
        out.backup = Backup{person, alerted, std::nullopt, std::nullopt, sequence};
        if (!said) return;
        out.backup->state = said->latest.value.state;
        out.backup->eta = said->latest.value.eta;
        out.backup->sequence = std::max(sequence, said->latest.sequence);
    };
    for (const PersonCall& call : one.calls->calls) {
        if (out.person == call.person) continue;
        const PersonReport* said = one.report(call.person);
        if (out.answered && !(said && coming(said->latest.value.state))) continue;
        const bool again = out.backup && out.backup->person == call.person; // the first call starts the clock
        if (!again) put(call.person, call.at, call.sequence);
    }
    if (out.backup || !out.answered) return;
    for (const auto& [person, report] : one.calls->reports)
        if (out.person != person && coming(report.latest.value.state))
            return put(person, report.latest.time, report.latest.sequence);
}

void judge_norm(const Case& one) {
    FunctionAttendance& out = *one.out;
    for (const auto& [person, report] : one.calls->reports)
        if (report.present && (!out.present || report.present->time < *out.present))
            out.present = report.present->time;
    out.spent = std::max(microseconds{0}, played(*one.picture, out.alerted, out.present.value_or(one.now)));
    if (!out.norm_minutes) return;
    out.norm_by = played_after(*one.picture, out.alerted, minutes{out.norm_minutes->value});
    if (out.present)
        out.norm = *out.present <= *out.norm_by ? NormState::met : NormState::missed;
    else
        out.norm = one.now <= *out.norm_by ? NormState::running : NormState::missed;
}

/// How far along the chain; "Ik kom niet" of the one called first jumps to its 8-minute step. Where nobody
/// was alerted no chain runs.
void climb_chain(const Case& one) {
    FunctionAttendance& out = *one.out;
    if (out.answered || out.uncalled) return;
    const PersonReport* said = out.person ? one.report(*out.person) : nullptr;
    /// When the chain is so far; a no goes on from its 8-minute step.
    const auto reached = [&](minutes after) {
        const Instant by_clock = played_after(*one.picture, out.alerted, after);
        if (!said || !said->declined) return by_clock;
        const minutes from_no = std::max(minutes{0}, after - minutes{8});
        return std::min(by_clock, played_after(*one.picture, said->declined->time, from_no));
    };
    constexpr std::array steps{minutes{0}, minutes{2}, minutes{5}, minutes{8}, minutes{12}};
    for (std::size_t step = 0; step < steps.size(); ++step)
        if (one.now >= reached(steps[step])) out.step = static_cast<ChainStep>(step);
    if (out.step >= ChainStep::backup_alerted) out.backup_from = reached(minutes{8});
    if (out.step != ChainStep::unfilled) return;
    out.state = Turnout::niet_bezet;
    out.unfilled_since = reached(minutes{12});
    const Instant gone_by = out.norm_by.value_or(played_after(*one.picture, out.alerted, minutes{30}));
    if (one.now >= gone_by) out.step = ChainStep::norm_passed;
}

std::optional<FunctionAttendance> judge(const Picture& picture, const IncidentId& incident,
                                        const IncidentAttendance& all, const Function& function,
                                        Instant now) {
    static const FunctionCalls nothing;
    const auto found = all.functions.find(function);
    const FunctionCalls& calls = found == all.functions.end() ? nothing : found->second;
    FunctionAttendance out;
    out.incident = incident;
    out.function = function;
    if (!start_clock(all, function, calls, out)) return std::nullopt;
    out.since = std::max(minutes{0}, std::chrono::floor<minutes>(played(picture, out.alerted, now)));
    const Case one{&picture, &calls, now, &out};
    find_person(one);
    find_backup(one);
    judge_norm(one);
    climb_chain(one);
    return out;
}

/// niet bezet, afgemeld, gealarmeerd by the time left; then who comes by eta; then who is there; then
/// relieved.
bool before(const FunctionAttendance& a, const FunctionAttendance& b) {
    const auto group = [](const FunctionAttendance& one) {
        switch (one.state) {
        case Turnout::niet_bezet:
            return 0;
        case Turnout::afgemeld:
            return 1;
        case Turnout::gealarmeerd:
            return 2;
        case Turnout::onderweg:
        case Turnout::bevestigd:
            return 3;
        case Turnout::aanwezig:
            return 4;
        case Turnout::afgelost:
            return 5;
        }
        return 6;
    };
    const auto when = [](const FunctionAttendance& one) {
        return (one.answered ? one.eta : one.norm_by).value_or(Instant::max());
    };
    const std::tuple order_a{group(a), when(a)}, order_b{group(b), when(b)};
    if (order_a != order_b) return order_a < order_b;
    return std::tie(a.alerted, a.function) < std::tie(b.alerted, b.function);
}

} // namespace

void apply(Picture& picture, const Recorded& fact, const TeamAlerted& body) {
    auto& call = picture.attendance.edit().incidents.edit(body.incident).teams[body.alert];
    const bool again = call.alerted.said() && !call.stood_down;
    const Instant first = call.alerted.time;
    call = {{body, fact}, std::nullopt};
    if (again) call.alerted.time = std::min(first, call.alerted.time); // a correction starts no new clock
}

void apply(Picture& picture, const Recorded& fact, const TeamStoodDown& body) {
    auto& all = picture.attendance.edit().incidents.edit(body.incident);
    std::set<Function> released;
    for (auto& [alert, call] : all.teams) {
        if (call.stood_down || call.alerted.value.team != body.team) continue;
        call.stood_down = Known<bool>(true, fact);
        released.insert(call.alerted.value.functions.begin(), call.alerted.value.functions.end());
    }
    // What was said counted for that alarmering: a later one starts afresh.
    for (const Function& function : released)
        if (!any_active(all, function)) all.functions.erase(function);
}

void apply(Picture& picture, const Recorded& fact, const PersonAlerted& body) {
    auto& all = picture.attendance.edit().incidents.edit(body.incident);
    all.functions[body.function].calls.push_back(
        {body.alert, body.person, body.medium, body.attempt, fact.message.time, fact.sequence});
}

void apply(Picture& picture, const Recorded& fact, const AttendanceReported& body) {
    auto& all = picture.attendance.edit().incidents.edit(body.incident);
    PersonReport& report = all.functions[body.function].reports[body.person];
    report.latest = {body, fact};
    const auto first = [&](std::optional<Known<bool>>& known) {
        if (!known) known = Known<bool>(true, fact);
    };
    if (coming(body.state)) first(report.confirmed);
    if (body.state == AttendanceState::aanwezig) first(report.present);
    if (body.state == AttendanceState::afgemeld)
        first(report.declined);
    else
        report.declined.reset();
}

std::vector<FunctionAttendance> attendance(const Picture& picture, const IncidentId& incident, Instant now) {
    const auto* all = picture.attendance->incidents.find(incident);
    if (!all) return {};
    std::set<Function> functions;
    for (const auto& [function, calls] : all->functions)
        functions.insert(function);
    for (const auto& [alert, call] : all->teams)
        if (!call.stood_down)
            functions.insert(call.alerted.value.functions.begin(), call.alerted.value.functions.end());
    std::vector<FunctionAttendance> list;
    for (const Function& function : functions)
        if (auto one = judge(picture, incident, *all, function, now)) list.push_back(std::move(*one));
    std::sort(list.begin(), list.end(), before);
    return list;
}

std::optional<Instant> all_went_home(const Picture& picture, const IncidentId& incident) {
    const auto* all = picture.attendance->incidents.find(incident);
    std::optional<Instant> last;
    if (all == nullptr) return last;
    for (const auto& [alert, call] : all->teams) {
        if (!call.stood_down) return std::nullopt;
        last = std::max(last.value_or(Instant::min()), call.stood_down->time);
    }
    return last;
}

std::optional<FunctionAttendance> attendance_of(const Picture& picture, const IncidentId& incident,
                                                const Function& function, Instant now) {
    const auto* all = picture.attendance->incidents.find(incident);
    return all ? judge(picture, incident, *all, function, now) : std::nullopt;
}

/// Two desks that alert at once call somebody twice: only a later call repeats.
ChainDone chain_done(const Picture& picture, const FunctionAttendance& one) {
    ChainDone done;
    const auto* all = picture.attendance->incidents.find(one.incident);
    const auto known = all ? all->functions.find(one.function) : decltype(all->functions.begin()){};
    if (all == nullptr || known == all->functions.end() || !one.person) return done;
    std::optional<Instant> first;
    for (const PersonCall& call : known->second.calls) {
        if (call.person != *one.person || call.at < one.alerted) continue;
        const bool again = call.attempt.value > 1 || (first && call.at >= *first + minutes{1});
        if (again && !done.repeated) done.repeated = call.at;
        if (call.medium == Medium::telefoon && !done.phoned) done.phoned = call.at;
        if (!first) first = call.at;
    }
    return done;
}

bool unconfirmed(const FunctionAttendance& one) {
    static_assert(confirm_norm == minutes{2}, "the step `repeated` is the norm");
    return !one.answered && one.step >= ChainStep::repeated;
}

std::optional<PersonId> backup_due(const Picture& picture, const FunctionAttendance& one, Instant now) {
    if (!one.backup_from || !one.person) return std::nullopt; // first somebody must have been called
    if (one.backup && one.backup->state != AttendanceState::afgemeld) return std::nullopt;
    const auto* all = picture.attendance->incidents.find(one.incident);
    const auto known = all ? all->functions.find(one.function) : decltype(all->functions.begin()){};
    const auto spoken_to = [&](const PersonId& person) {
        if (all == nullptr || known == all->functions.end()) return false;
        const FunctionCalls& calls = known->second;
        return calls.reports.contains(person) ||
               std::any_of(calls.calls.begin(), calls.calls.end(),
                           [&](const PersonCall& call) { return call.person == person; });
    };
    const Roster& roster = *picture.roster;
    const auto of_function = [&](const Function& function) { return function == one.function; };
    const bool listed =
        std::any_of(roster.rotations.begin(), roster.rotations.end(),
                    [&](const auto& entry) { return of_function(entry.second.value.function); }) ||
        std::any_of(roster.duties.begin(), roster.duties.end(),
                    [&](const auto& entry) { return of_function(entry.second.rostered.value.function); });
    constexpr auto list_length =
        hours{24 * 7 * 10}; // of a rotation one in seven, with weeks that were swapped
    if (listed)
        for (const Duty& duty : duties(picture, one.function, now, now + list_length))
            if (duty.person && !spoken_to(*duty.person) && !absent(picture, *duty.person, now))
                return duty.person;
    for (const auto& [id, person] : roster.persons) { // no list: whoever is registered for it
        const auto& functions = person.registered.value.functions;
        if (std::any_of(functions.begin(), functions.end(), of_function) && !spoken_to(id) &&
            !absent(picture, id, now))
            return id;
    }
    return std::nullopt;
}

std::optional<AlertId> standing_alert(const Picture& picture, const IncidentId& incident,
                                      const Function& function) {
    const auto* all = picture.attendance->incidents.find(incident);
    if (all == nullptr) return std::nullopt;
    if (const auto known = all->functions.find(function);
        known != all->functions.end() && !known->second.calls.empty())
        return known->second.calls.back().alert;
    for (const auto& [alert, call] : all->teams)
        if (!call.stood_down && lists(call, function)) return alert;
    return std::nullopt;
}

AttendanceTally tally(const std::vector<FunctionAttendance>& functions) {
    AttendanceTally sum;
    sum.functions = functions.size();
    for (const FunctionAttendance& one : functions) {
        sum.unanswered += !one.answered && !one.uncalled;
        sum.declined += one.declined;
        sum.unfilled += one.state == Turnout::niet_bezet;
        sum.coming += one.state == Turnout::bevestigd || one.state == Turnout::onderweg;
        sum.present += one.state == Turnout::aanwezig;
        sum.norm_missed += one.norm == NormState::missed;
    }
    return sum;
}

std::vector<ActiveTeam> active_teams(const Picture& picture, const IncidentId& incident) {
    const auto* all = picture.attendance->incidents.find(incident);
    if (!all) return {};
    std::map<Team, std::vector<const TeamCall*>> by_team;
    for (const auto& [alert, call] : all->teams)
        if (!call.stood_down) by_team[call.alerted.value.team].push_back(&call);
    std::vector<ActiveTeam> teams;
    for (auto& [team, calls] : by_team) {
        std::sort(calls.begin(), calls.end(), [](const TeamCall* a, const TeamCall* b) {
            return std::tie(a->alerted.time, a->alerted.sequence) <
                   std::tie(b->alerted.time, b->alerted.sequence);
        });
        ActiveTeam active{team, calls.front()->alerted.time, {}, calls.front()->alerted.sequence};
        for (const TeamCall* call : calls)
            for (const Function& function : call->alerted.value.functions)
                if (std::find(active.functions.begin(), active.functions.end(), function) ==
                    active.functions.end())
                    active.functions.push_back(function);
        teams.push_back(std::move(active));
    }
    return teams;
}

std::optional<Count> norm_of(const Function& function) {
    const auto teams = home_teams(function);
    if (teams.empty()) return std::nullopt;
    switch (teams.front()) {
    case MeetingTeam::copi:
        return Count{30};
    case MeetingTeam::rot:
        return Count{45};
    case MeetingTeam::gbt:
        return Count{60};
    case MeetingTeam::rbt:
        return Count{60};
    case MeetingTeam::team_bz:
        return Count{90};
    case MeetingTeam::overig:
    case MeetingTeam::vdo:
        break;
    }
    return std::nullopt;
}

} // namespace regiekamer::picture
