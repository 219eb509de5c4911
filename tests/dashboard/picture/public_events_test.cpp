// Evenementen: readiness and its reasons, urgency, agenda, thresholds.
#include "dashboard/picture/public_events.hpp"

#include "tests/dashboard/picture/told.hpp"
#include "tests/support/property.hpp"

namespace public_events_test {

using namespace regiekamer;
using namespace regiekamer::picture;

namespace {

using Why = ReadinessReason::Why;
const PublicEventId festival = "lammetjeswiel";
const Instant now = at(2027, 6, 15, 10);
const Instant opens = at(2027, 7, 3, 14);

EventRegistered registered(std::optional<Instant> from = opens, EventClass class_ = EventClass::B) {
    EventRegistered body;
    body.event = festival;
    body.name = "Lammetjeswielfestival";
    body.class_ = class_;
    body.place = "Lammetjeswiel";
    body.from = from;
    if (from) body.until = *from + hours(9);
    body.visitors = 4000;
    body.organiser = "Stichting Wielfeest";
    return body;
}
RequirementSet requirement(const RequirementId& id, Instant deadline,
                           RequirementKind kind = RequirementKind::document) {
    return {festival, id, kind, "Eis " + id.value, "A. Visser", deadline};
}
RequirementAdvised advice(const RequirementId& id, Verdict verdict) {
    RequirementAdvised body;
    body.event = festival;
    body.requirement = id;
    body.verdict = verdict;
    return body;
}
RequirementSubmitted submitted(const RequirementId& id, const std::string& version) {
    return {festival, id, version, std::nullopt};
}
RequirementMet met(const RequirementId& id) {
    return {festival, id, now, std::nullopt};
}
Readiness ready(const Told& told, Instant when = now) {
    return readiness(told.picture, festival, when);
}
RequirementState state(const Told& told, const RequirementId& id) {
    return state_of(told.picture.events->events.at(festival).requirements.at(id));
}

} // namespace

TEST_CASE("an evenement without date or without anything come in is gepland") {
    Told told;
    told.tells(now, registered(std::nullopt));
    CHECK(ready(told).state == EventState::gepland);
    REQUIRE(ready(told).reasons.size() == 1);
    CHECK(ready(told).reasons[0].why == Why::no_date);
    told.tells(now, registered());
    told.tells(now, requirement("plan", now - hours(24 * 8)));
    CHECK(ready(told).state == EventState::gepland);
    CHECK(ready(told).late == 1);
    CHECK(ready(told).reasons[0].why == Why::missing);
    CHECK(ready(told).reasons[0].late);
    CHECK(ready(told).reasons[0].by == "A. Visser");
}

TEST_CASE("a melding of which nothing is asked is akkoord, a class B is not") {
    Told told;
    told.tells(now, registered(opens, EventClass::melding));
    CHECK(ready(told).state == EventState::akkoord);
    told.tells(now, registered(opens, EventClass::B));
    CHECK(ready(told).state == EventState::gepland);
}

TEST_CASE("from submitted by way of advice to akkoord") {
    Told told;
    told.tells(now, registered());
    told.tells(now, requirement("plan", at(2027, 6, 18)));
    told.tells(now, submitted("plan", "1"));
    CHECK(ready(told).state == EventState::in_advies);
    CHECK(ready(told).reasons[0].why == Why::unjudged);

    RequirementAdvised conditions = advice("plan", Verdict::voorwaarden);
    conditions.conditions = {"extra EHBO-post"};
    const Sequence advised = told.tells(now, conditions);
    CHECK(ready(told).state == EventState::voorwaarden_open);
    CHECK(ready(told).reasons[0].why == Why::conditions);
    CHECK(ready(told).reasons[0].conditions == std::vector<std::string>{"extra EHBO-post"});
    CHECK(ready(told).reasons[0].sequence == advised);

    told.tells(now, met("plan"));
    CHECK(ready(told).state == EventState::akkoord);
    CHECK(ready(told).reasons.empty());
    CHECK(ready(told).done == 1);
}

TEST_CASE("a rejected plan is open until a new version is judged; advice on the old one does not count") {
    Told told;
    told.tells(now, registered());
    told.tells(now, requirement("plan", at(2027, 6, 18)));
    told.tells(now, submitted("plan", "2"));
    told.tells(now, advice("plan", Verdict::afgekeurd));
    CHECK(state(told, "plan") == RequirementState::rejected);
    CHECK(ready(told).reasons[0].why == Why::rejected);
    told.tells(now, submitted("plan", "3"));
    CHECK(state(told, "plan") == RequirementState::submitted);
    RequirementAdvised old = advice("plan", Verdict::akkoord);
    old.version = "2";
    told.tells(now, old);
    CHECK(state(told, "plan") == RequirementState::submitted);
    old.version = "3";
    told.tells(now, old);
    CHECK(state(told, "plan") == RequirementState::done);
}

TEST_CASE("of several parties the strictest decides") {
    Told told;
    told.tells(now, registered());
    told.tells(now, requirement("plan", at(2027, 6, 18)));
    RequirementAdvised police = advice("plan", Verdict::afgekeurd);
    police.party = "politie";
    told.tells(now, police);
    RequirementAdvised brigade = advice("plan", Verdict::akkoord);
    brigade.party = "brandweer";
    told.tells(now, brigade);
    CHECK(state(told, "plan") == RequirementState::rejected);
    police.verdict = Verdict::akkoord;
    told.tells(now, police);
    CHECK(state(told, "plan") == RequirementState::done);
}

TEST_CASE("late is after the deadline, promised or not; the promise is told beside it") {
    Told told;
    told.tells(now, registered());
    told.tells(now, requirement("ghor", at(2027, 5, 22), RequirementKind::advies));
    told.tells(now, submitted("ander", "1"));
    told.tells(now, RequirementExpected{festival, "ghor", at(2027, 6, 17), std::string("I. Peters")});
    const ReadinessReason reason = ready(told).reasons.at(0);
    CHECK(reason.late);
    CHECK_FALSE(reason.promise_late);
    CHECK(reason.by == "I. Peters");
    CHECK(reason.expected == at(2027, 6, 17));
    CHECK(ready(told, at(2027, 6, 18)).reasons[0].promise_late);
    CHECK(ready(told).state == EventState::voorwaarden_open);
    CHECK_FALSE(ready(told, at(2027, 5, 22)).reasons[0].late);
    told.tells(now, submitted("ghor", "1"));
    CHECK_FALSE(ready(told).reasons[0].late); // now it waits for who judges it
}

TEST_CASE("steps of the last days do not hold akkoord back, until they are late") {
    Told told;
    told.tells(now, registered());
    told.tells(now, requirement("plan", at(2027, 6, 5)));
    told.tells(now, met("plan"));
    told.tells(now, requirement("briefing", at(2027, 6, 30, 19), RequirementKind::stap));
    told.tells(now, requirement("schouw", at(2027, 7, 3, 12), RequirementKind::stap));
    CHECK(ready(told).state == EventState::akkoord);
    CHECK(ready(told).later.size() == 2);
    CHECK(ready(told, at(2027, 7, 1)).state == EventState::voorwaarden_open);
    CHECK(ready(told, at(2027, 7, 1)).reasons[0].why == Why::step_to_do);
    told.tells(now, requirement("besluit", at(2027, 6, 22), RequirementKind::stap));
    CHECK(ready(told).state == EventState::in_advies);
}

TEST_CASE("an open point of the schouw holds the evenement back until it is gereed") {
    Told told;
    told.tells(now, registered(opens, EventClass::melding));
    told.tells(now, InspectionNoted{"1", festival, "hek sluit niet", PointState::open});
    CHECK(ready(told).state == EventState::voorwaarden_open);
    CHECK(ready(told).reasons[0].why == Why::inspection);
    told.tells(now, InspectionNoted{"1", festival, "hek sluit niet", PointState::gereed});
    CHECK(ready(told).state == EventState::akkoord);
}

TEST_CASE("the decision has the last word") {
    Told told;
    told.tells(now, registered());
    EventDecided decided;
    decided.event = festival;
    decided.decision = GoDecision::NO_GO;
    told.tells(now, decided);
    CHECK(ready(told).state == EventState::no_go);
    decided.decision = GoDecision::aangepast;
    told.tells(now, decided);
    CHECK(ready(told).state == EventState::go);
}

TEST_CASE(
    "what its calendar cancelled and plans again stays NO-GO, and asks for a decision until there is one") {
    Told told;
    told.tells(now, registered());
    const auto decides = [&](GoDecision decision, const std::string& reason) {
        told.tells(now, EventDecided{festival, decision, reason, {"organisator", {}}});
    };
    decides(GoDecision::NO_GO, std::string(cancelled_in_calendar));
    CHECK(ready(told).reasons.empty());
    told.tells(now, requirement("plan", now - hours(1)));
    const Sequence again = told.tells(now, registered());
    const auto anew = ready(told);
    CHECK(anew.state == EventState::no_go);
    REQUIRE(anew.reasons.size() == 2);
    CHECK(anew.reasons[0].why == Why::planned_again); // before what is late
    CHECK(anew.reasons[0].deadline == opens);
    CHECK(anew.reasons[0].sequence == again);
    decides(GoDecision::NO_GO, std::string(cancelled_in_calendar)); // and cancelled once more
    CHECK(ready(told).reasons[0].why == Why::missing);
    told.tells(now, registered());
    CHECK(ready(told).reasons[0].why == Why::planned_again);
    decides(GoDecision::NO_GO,
            "te weinig beveiligers"); // what a person decided, a calendar does not question
    told.tells(now, registered());
    CHECK(ready(told).reasons[0].why == Why::missing);
    decides(GoDecision::GO, "alles is er");
    CHECK(ready(told).state == EventState::go);
}

TEST_CASE("an update changes only what it names") {
    Told told;
    const Sequence first = told.tells(now, registered());
    EventUpdated update;
    update.event = festival;
    update.visitors = 5000;
    const Sequence second = told.tells(now, update);
    const PublicEvent& event = told.picture.events->events.at(festival);
    CHECK(event.visitors.value == Count(5000));
    CHECK(event.visitors.sequence == second);
    CHECK(event.name.value == "Lammetjeswielfestival");
    CHECK(event.name.sequence == first);
}

TEST_CASE("the most urgent evenement stands first, what is over last") {
    Told told;
    const auto add = [&](const PublicEventId& id, Instant from, std::optional<Instant> deadline) {
        EventRegistered body = registered(from);
        body.event = id;
        told.tells(now, body);
        if (deadline)
            told.tells(now, RequirementSet{id, "plan", RequirementKind::document, "plan", "x", *deadline});
    };
    add("over", at(2027, 6, 1), at(2027, 5, 1));
    add("rustig", at(2027, 6, 19), std::nullopt);
    add("straks", at(2027, 8, 28), at(2027, 6, 24));
    add("laat", at(2027, 9, 13), at(2027, 6, 7));
    CHECK(events_by_urgency(told.picture, now) ==
          std::vector<PublicEventId>{"laat", "straks", "rustig", "over"});
    const Instant during = at(2027, 6, 19, 1); // what goes on now goes before what is late
    CHECK(events_by_urgency(told.picture, during).front() == PublicEventId("rustig"));
}

TEST_CASE("what runs now goes before what is late, and what crossed a stop before all; then what is today") {
    Told told;
    const auto add = [&](const char* id, Instant from, Instant until) {
        EventRegistered body = registered(from);
        body.event = PublicEventId(id);
        body.until = until;
        told.tells(now, body);
    };
    const auto hours_on = [](int count) { return now + hours(count); };
    add("laat", at(2027, 9, 13), at(2027, 9, 14));
    auto late = requirement("plan", at(2027, 6, 7));
    late.event = "laat";
    told.tells(now, late);
    add("straks", hours_on(2), hours_on(4));
    add("loopt", hours_on(-1), hours_on(5));
    add("waait", hours_on(-2), hours_on(5));
    add("afgelast", hours_on(-3), hours_on(5));
    told.tells(now, EventDecided{"afgelast", GoDecision::NO_GO, "onweer", {"burgemeester", {}}});
    EventRegistered endless = registered(hours_on(-2));
    endless.event = "zonder-einde";
    endless.until.reset();
    told.tells(now, endless);
    told.tells(now, EventThresholdSet{"waait", "windstoot", Stage::stop, Side::boven, 60, "km/h", {}, {}});
    told.tells(now, MeasurementTaken{"Rotterdam", "windstoot", "km/h", now, 62, Quality::goed});
    CHECK(events_by_urgency(told.picture, now) ==
          std::vector<PublicEventId>{"waait", "zonder-einde", "loopt", "straks", "laat", "afgelast"});
}

TEST_CASE("the agenda has seven local days, with what is late on today and what is promised on its day") {
    Told told;
    told.tells(now, registered());
    told.tells(now, requirement("ghor", at(2027, 5, 22), RequirementKind::advies));
    told.tells(now, requirement("plan", at(2027, 6, 5)));
    told.tells(now, requirement("plattegrond", at(2027, 6, 18, 23)));
    told.tells(now, RequirementExpected{festival, "ghor", at(2027, 6, 17), std::nullopt});
    told.tells(now, EventMomentSet{"overleg", festival, "vooroverleg", at(2027, 6, 18, 9)});
    told.tells(now, EventMomentSet{"later", festival, "open", opens});
    const auto days = agenda(told.picture, now);
    REQUIRE(days.size() == 7);
    CHECK(days[0].day == local_day(now));
    REQUIRE(days[0].items.size() == 1);
    CHECK(days[0].items[0].title == "Eis plan");
    CHECK(days[0].items[0].late);
    REQUIRE(days[2].items.size() == 1);
    CHECK(days[2].items[0].kind == AgendaItem::Kind::expected);
    CHECK(days[2].items[0].late);
    CHECK(days[2].items[0].deadline == at(2027, 5, 22));
    REQUIRE(days[3].items.size() == 2);
    CHECK(days[3].items[0].title == "vooroverleg");
    CHECK(days[3].items[1].title == "Eis plattegrond");
    CHECK(days[1].items.empty());
}

TEST_CASE("an evenement of several days stands on each of them") {
    Told told;
    EventRegistered body = registered(at(2027, 6, 14, 10));
    body.until = at(2027, 6, 17, 22);
    told.tells(now, body);
    const auto days = agenda(told.picture, now);
    for (std::size_t day = 0; day < 7; ++day)
        CHECK(days[day].items.size() == (day < 3 ? 1 : 0));
}

TEST_CASE("a threshold of an evenement is held against the newest value of its quantity and unit") {
    Told told;
    told.tells(now, registered());
    told.tells(now, EventThresholdSet{festival, "windstoot", Stage::stop, Side::boven, 75, "km/h", {}, {}});
    told.tells(now, EventThresholdSet{festival, "onweer", Stage::stop, Side::onder, 10, "km", {}, {}});
    told.tells(now, MeasurementTaken{"A", "windstoot", "km/h", now - minutes(20), 80, Quality::goed});
    told.tells(now, MeasurementTaken{"B", "windstoot", "km/h", now - minutes(10), 60, Quality::goed});
    told.tells(now, MeasurementTaken{"A", "windstoot", "m/s", now, 99, Quality::goed});
    told.tells(now, MeasurementTaken{"A", "onweer", "km", now, 10, Quality::goed});
    const auto states = threshold_states(told.picture, festival, now);
    REQUIRE(states.size() == 2);
    CHECK(states[0].key.quantity == Quantity("onweer"));
    CHECK(states[0].crossed);
    CHECK(states[1].value == 60);
    CHECK_FALSE(states[1].crossed);
}

TEST_CASE("whatever is said of requirements, counts close and every open one has its reason") {
    holds("counts", [] {
        Told told;
        if (any_bool()) told.tells(now, registered());
        const int facts = any_between(0, 30);
        for (int fact = 0; fact < facts; ++fact) {
            const RequirementId id = std::to_string(any_between(0, 5));
            const Instant when = now + hours(any_between(-1000, 1000));
            switch (any_between(0, 6)) {
            case 0:
                told.tells(now,
                           requirement(id, when, any_of({RequirementKind::stap, RequirementKind::document})));
                break;
            case 1:
                told.tells(now, submitted(id, std::to_string(any_between(0, 3))));
                break;
            case 2:
                told.tells(now, met(id));
                break;
            case 3:
                told.tells(now, RequirementExpected{festival, id, when, std::nullopt});
                break;
            case 4:
                told.tells(now,
                           advice(id, any_of({Verdict::akkoord, Verdict::voorwaarden, Verdict::afgekeurd})));
                break;
            default:
                told.tells(now, InspectionNoted{id.value, festival, "punt", PointState::open});
                break;
            }
        }
        const Readiness found = ready(told);
        const auto asked = std::count_if(found.reasons.begin(), found.reasons.end(),
                                         [](const auto& reason) { return reason.requirement.has_value(); });
        MUST(found.total == found.done + static_cast<std::size_t>(asked) + found.later.size());
        const auto late_ones = std::count_if(found.reasons.begin(), found.reasons.end(),
                                             [](const auto& reason) { return reason.late; });
        MUST(found.late == static_cast<std::size_t>(late_ones));
        MUST(std::is_partitioned(found.reasons.begin(), found.reasons.end(),
                                 [](const auto& reason) { return reason.late; }));
        if (found.state == EventState::akkoord) MUST(found.reasons.empty());
        agenda(told.picture, now);
    });
}

} // namespace public_events_test
