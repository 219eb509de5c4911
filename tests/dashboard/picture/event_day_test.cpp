// The day of an evenement: thresholds against what is measured and expected, and what coincides.
#include "dashboard/picture/event_day.hpp"

#include "dashboard/picture/alarms.hpp"
#include "tests/dashboard/picture/told.hpp"
#include "tests/support/property.hpp"

namespace event_day_test {

using namespace regiekamer;
using namespace regiekamer::picture;

namespace {

const PublicEventId festival = "festival";
const Instant opens = at(2027, 7, 3, 14);
const Instant now = opens + hours(1);

EventRegistered registered(const PublicEventId& id, Instant from, microseconds length = hours(9)) {
    EventRegistered body;
    body.event = id;
    body.name = id.value;
    body.class_ = EventClass::B;
    body.place = "Lammetjeswiel";
    body.from = from;
    body.until = from + length;
    return body;
}
void plans(Told& told, const char* quantity, const char* unit, Side side, std::array<double, 3> values) {
    for (std::size_t stage = 0; stage < 3; ++stage)
        told.tells(now - hours(500), EventThresholdSet{festival,
                                                       quantity,
                                                       static_cast<Stage>(stage),
                                                       side,
                                                       values.at(stage),
                                                       unit,
                                                       "maatregel " + std::to_string(stage),
                                                       {}});
}
void measures(Told& told, const char* quantity, const char* unit, double value, Instant when,
              const char* station = "Rotterdam") {
    MeasurementTaken body;
    body.station = station;
    body.quantity = quantity;
    body.unit = unit;
    body.at = when;
    body.value = value;
    told.tells(when, body);
}
Told planned() {
    Told told;
    told.tells(now - hours(600), registered(festival, opens));
    plans(told, "windstoot", "km/h", Side::boven, {39, 50, 62});
    plans(told, "onweer", "km", Side::onder, {30, 15, 10});
    return told;
}
DayQuantity row(const Told& told, const char* quantity, Instant when = now) {
    for (auto& one : day_quantities(told.picture, festival, when))
        if (one.quantity.value == quantity) return one;
    FAIL("no row " << quantity);
    return {};
}

} // namespace

TEST_CASE("measured weather stands at the highest stage it reached, whichever side the plan looks at") {
    Told told = planned();
    CHECK_FALSE(row(told, "windstoot").value.has_value());
    CHECK_FALSE(row(told, "windstoot").reached.has_value());
    measures(told, "windstoot", "m/s", 15, now - minutes(10)); // 54 km/h
    CHECK(row(told, "windstoot").value == Approx(54));
    CHECK(row(told, "windstoot").reached == Stage::maatregel);
    measures(told, "onweer", "km", 9.5, now - minutes(5));
    CHECK(row(told, "onweer").reached == Stage::stop);
    measures(told, "onweer", "km", 31, now - minutes(1));
    CHECK_FALSE(row(told, "onweer").reached.has_value());
}

TEST_CASE("of stations that still speak the worst counts, not one that fell silent") {
    Told told = planned();
    measures(told, "windstoot", "km/h", 90, now - hours(5), "Stil");
    measures(told, "windstoot", "km/h", 40, now - minutes(10), "Hoek");
    measures(told, "windstoot", "km/h", 30, now - minutes(5), "Zwak");
    CHECK(row(told, "windstoot").value == Approx(40));
}

TEST_CASE("a station that fell silent an hour ago hides none that still speaks") {
    Told told = planned();
    measures(told, "windstoot", "km/h", 95, now - minutes(70), "Stil");
    measures(told, "windstoot", "km/h", 90, now - minutes(5), "Hoek");
    CHECK(row(told, "windstoot").reached == Stage::stop);
    CHECK(row(told, "windstoot").station == Station("Hoek"));
    CHECK_FALSE(row(told, "windstoot").silent_since.has_value());
}

TEST_CASE("a measurement that is old says nothing of now, only since when there is none") {
    Told told = planned();
    measures(told, "windstoot", "km/h", 90, now - minutes(31));
    CHECK_FALSE(row(told, "windstoot").value.has_value());
    CHECK_FALSE(row(told, "windstoot").reached.has_value());
    CHECK(row(told, "windstoot").silent_since == now - minutes(31));
    measures(told, "windstoot", "km/h", 90, now - minutes(29));
    CHECK(row(told, "windstoot").reached == Stage::stop);
    CHECK_FALSE(row(told, "windstoot").silent_since.has_value());
}

TEST_CASE("an hourly series is not silent within its hour") {
    Told told = planned();
    measures(told, "windstoot", "km/h", 50, now - minutes(110));
    measures(told, "windstoot", "km/h", 90, now - minutes(50));
    CHECK(row(told, "windstoot").reached == Stage::stop);
    CHECK(row(told, "windstoot", now + minutes(41)).silent_since == now - minutes(50));
}

TEST_CASE("the station nearest to the evenement counts, not the worst; one that the plan names goes first") {
    Told told = planned();
    auto body = registered(festival, opens);
    body.point = Position{51.8680, 4.6485};
    told.tells(now - hours(300), body);
    told.tells(now - hours(300), StationDescribed{"Rotterdam", "Rotterdam Geulhaven", {51.9, 4.3}, {}});
    told.tells(now - hours(300), StationDescribed{"Gilze", "Gilze-Rijen", {51.57, 4.93}, {}});
    measures(told, "windstoot", "km/h", 45, now - minutes(10), "Rotterdam");
    measures(told, "windstoot", "km/h", 70, now - minutes(10), "Gilze");
    measures(told, "windstoot", "km/h", 90, now - minutes(10), "Onbekend");
    CHECK(row(told, "windstoot").value == Approx(45));
    CHECK(row(told, "windstoot").station == Station("Rotterdam"));
    CHECK(row(told, "windstoot").reached == Stage::attentie);
    EventThresholdSet named{festival, "windstoot", Stage::stop, Side::boven, 62, "km/h", {}, {}};
    named.origin = "tentboek, gemeten in gilze-rijen";
    told.tells(now - hours(1), named);
    CHECK(row(told, "windstoot").station == Station("Gilze"));
    CHECK(row(told, "windstoot").reached == Stage::stop);
    measures(told, "windstoot", "km/h", 20, now + hours(5), "Rotterdam");
    CHECK(row(told, "windstoot", now + hours(5)).station == Station("Rotterdam")); // Gilze fell silent
}

TEST_CASE("a forecast counts while the evenement runs, from now on") {
    Told told = planned();
    ForecastIssued body;
    body.station = "Rotterdam";
    body.quantity = "windstoot";
    body.unit = "km/h";
    body.issued = now - hours(1);
    body.points = {{opens - hours(2), 100}, {opens + hours(3), 51}, {opens + hours(10), 100}};
    told.tells(now - hours(1), body);
    CHECK(row(told, "windstoot", opens - hours(20)).to_be_reached == Stage::maatregel);
    CHECK(row(told, "windstoot", opens - hours(20)).expected_at == opens + hours(3));
    CHECK(row(told, "windstoot", opens - hours(20)).expected_station == Station("Rotterdam"));
    CHECK_FALSE(row(told, "windstoot", opens + hours(4)).expected.has_value());
}

TEST_CASE("KNMI's colours come from the warnings that hold; without any ever heard nothing is said") {
    Told told = planned();
    plans(told, knmi_code, "code", Side::boven, {1, 2, 3});
    CHECK(day_quantities(told.picture, festival, now).front().quantity.value == knmi_code);
    CHECK_FALSE(row(told, knmi_code).value.has_value());
    WarningReceived body;
    body.identifier = "w";
    body.sender = "knmi";
    body.sent = now - hours(2);
    body.msg_type = "Alert";
    body.severity = "Severe";
    body.onset = now + hours(1);
    body.expires = now + hours(3);
    told.tells(now - hours(2), body);
    CHECK(row(told, knmi_code).value == Approx(0));
    CHECK(row(told, knmi_code).to_be_reached == Stage::maatregel);
    CHECK(row(told, knmi_code, now + hours(2)).reached == Stage::maatregel);
}

TEST_CASE("what is not of the weather has no code of KNMI") {
    Told told = planned();
    plans(told, knmi_code, "code", Side::boven, {1, 2, 3});
    WarningReceived body;
    body.identifier = "w";
    body.sender = "ggd";
    body.sent = now - hours(1);
    body.msg_type = "Alert";
    body.severity = "Extreme";
    body.details.emplace().categories = std::vector<std::string>{"Health"};
    told.tells(now - hours(1), body);
    CHECK(row(told, knmi_code).value == Approx(0));
    body.identifier = "v";
    body.details->categories->push_back("Met");
    told.tells(now - hours(1), body);
    CHECK(row(told, knmi_code).value == Approx(3));
}

TEST_CASE("the day lasts until six the next morning; of several days today is shown") {
    Told told;
    told.tells(now - hours(600), registered(festival, opens, hours(24 * 3)));
    const auto& event = told.picture.events->events.at(festival);
    CHECK_FALSE(on_the_day(event, opens - hours(15)));
    CHECK(on_the_day(event, opens - hours(13)));
    CHECK(on_the_day(event, at(2027, 7, 7, 5)));
    CHECK_FALSE(on_the_day(event, at(2027, 7, 7, 6)));
    CHECK(day_shown(event, opens - hours(500)) == local_day(opens));
    CHECK(day_shown(event, opens + hours(24)) == local_day(opens) + date::days(1));
    CHECK(day_shown(event, at(2027, 7, 7, 5)) == local_day(opens) + date::days(3));
}

TEST_CASE("what coincides: its week, other evenementen, works, who has piket") {
    Told told = planned();
    told.tells(now - hours(500), registered("zelfde dag", opens + hours(2)));
    told.tells(now - hours(500), registered("zelfde week", opens - hours(60), hours(2)));
    told.tells(now - hours(500), registered("week erna", opens + hours(24 * 3)));
    WorksAnnounced works;
    works.works = "a15";
    works.title = "A15 nachtafsluiting";
    works.from = opens + hours(7);
    works.until = opens + hours(15);
    told.tells(now - hours(500), works);
    const auto week = week_of(told.picture.events->events.at(festival));
    REQUIRE(week.has_value());
    CHECK(iso_weekday(week->first) == 1);
    CHECK((week->last - week->first).count() == 7);
    auto found = coincidences(told.picture, festival);
    REQUIRE_FALSE(found.empty());
    CHECK(found.front().kind == Coincidence::Kind::duty); // nobody has it
    CHECK_FALSE(found.front().person.has_value());
    std::erase_if(found, [](const auto& one) { return one.kind == Coincidence::Kind::duty; });
    REQUIRE(found.size() == 3);
    CHECK(found[0].other == PublicEventId("zelfde dag"));
    CHECK(found[1].works == WorksId("a15"));
    CHECK(found[2].other == PublicEventId("zelfde week"));
    CHECK(found[0].same_day);
    CHECK_FALSE(found[2].same_day);
}

TEST_CASE("a week of an evenement begins on a Monday and covers its days") {
    holds("weeks", [] {
        PublicEvent event;
        const Instant from = at(2027, 1, 1) + hours(any_between(0, 24 * 700));
        event.from.value = from;
        event.until.value = from + hours(any_between(1, 400));
        const Week week = *week_of(event);
        MUST(iso_weekday(week.first) == 1);
        MUST(iso_weekday(week.last) == 1);
        MUST(week.first <= local_day(from));
        MUST(local_day(*event.until.value) < week.last);
    });
}

TEST_CASE("an open incident that grew from it is found") {
    Told told = planned();
    IncidentOpened body;
    body.incident = "2027-1";
    body.title = "Onwel";
    body.started = now;
    body.event = festival;
    told.tells(now, body);
    CHECK(incidents_of(told.picture, festival) == std::vector<IncidentId>{"2027-1"});
    told.tells(now, IncidentClosed{"2027-1", "klaar"});
    CHECK(incidents_of(told.picture, festival).empty());
}

TEST_CASE(
    "an evenement that runs while a STOP threshold is crossed is an alarm, one for as long as it lasts") {
    Told told = planned();
    const auto stops = [&](Instant when) {
        auto all = alarms(told.picture, when);
        std::erase_if(all, [](const Alarm& one) { return one.rule != AlarmRule::event_stop; });
        return all;
    };
    measures(told, "windstoot", "km/h", 61, now - minutes(30));
    CHECK(stops(now - minutes(30)).empty());
    measures(told, "windstoot", "km/h", 64, now - minutes(20));
    measures(told, "windstoot", "km/h", 55, now - minutes(10)); // squalls: it dips
    CHECK(stops(now - minutes(10)).empty());
    measures(told, "windstoot", "km/h", 70, now);
    REQUIRE(stops(now).size() == 1);
    const Alarm alarm = stops(now).front();
    CHECK(alarm.level == AlarmLevel::red);
    CHECK(alarm.since == now - minutes(20));
    CHECK(alarm.value == Approx(70));
    CHECK(alarm.threshold == Approx(62));
    CHECK(alarm.text == "maatregel 2");
    CHECK(alarm.event == festival);
    told.tells(now, AlarmAcknowledged{alarm.id});
    measures(told, "windstoot", "km/h", 72, now + minutes(10));
    REQUIRE(stops(now + minutes(10)).size() == 1);
    CHECK(stops(now + minutes(10)).front().state == AlarmState::acknowledged); // the same crossing
    measures(told, "onweer", "km", 8, now + minutes(10));
    CHECK(stops(now + minutes(10)).size() == 2); // of another quantity it is another
    told.tells(now + minutes(12), EventDecided{festival, GoDecision::NO_GO, "wind", {"burgemeester", {}}});
    CHECK(stops(now + minutes(12)).empty()); // it was stopped
}

TEST_CASE("before it begins and after its end nobody need be sent away") {
    Told told = planned();
    measures(told, "windstoot", "km/h", 90, opens - minutes(1));
    CHECK(stops_crossed(told.picture, opens - minutes(1)).empty());
    CHECK(stops_crossed(told.picture, opens).size() == 1);
    measures(told, "windstoot", "km/h", 90, opens + hours(9));
    CHECK(stops_crossed(told.picture, opens + hours(9)).empty());
}

} // namespace event_day_test
