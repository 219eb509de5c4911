// Which alarms stand, which is worst, and what acknowledging and shelving do.
#include "dashboard/picture/alarms.hpp"

#include "tests/dashboard/picture/told.hpp"
#include "tests/support/catch.hpp"

namespace alarms_test {

using namespace regiekamer;
using namespace regiekamer::picture;

namespace {

const Instant alarmed_at = at(2027, 1, 23, 4, 15);
Instant after(int minute, int second = 0) {
    return alarmed_at + minutes(minute) + seconds(second);
}

struct Night : Told {
    Night() {
        tells(alarmed_at - hours(1),
              IncidentOpened{
                  "i", "Hoogwater", "hoogwater", "Alblasserdam", "Kade", {}, alarmed_at - hours(1), {}, {}});
        tells(alarmed_at, TeamAlerted{"a", "i", Team::copi, {"informatiemanager CoPI"}, 30});
    }
    std::vector<Alarm> now(Instant when) { return alarms(picture, when); }
};

} // namespace

TEST_CASE("nobody confirmed: no alarm before 5 minutes, amber from 5, red from 12") {
    Night night;
    CHECK(night.now(after(4, 59)).empty());
    REQUIRE(night.now(after(5)).size() == 1);
    CHECK(night.now(after(5))[0].level == AlarmLevel::amber);
    night.tells(after(8), PersonAlerted{"a", "i", "informatiemanager CoPI", "Jansen", Medium::app, 1});
    night.tells(after(8), PersonAlerted{"a", "i", "informatiemanager CoPI", "Mulder", Medium::app, 1});
    const Alarm red = night.now(after(22)).at(0);
    CHECK(red.level == AlarmLevel::red);
    CHECK(red.id == AlarmId{"niet-bezet/informatiemanager CoPI/2"});
    CHECK(red.since == alarmed_at);
    CHECK(red.by == after(30));
    CHECK(red.backup == PersonId{"Mulder"});
    CHECK(red.incident == IncidentId{"i"});
    night.tells(after(23),
                AttendanceReported{
                    "i", "informatiemanager CoPI", "Mulder", AttendanceState::onderweg, after(40), {}});
    CHECK(night.now(after(23)).empty());
    REQUIRE(night.now(after(31)).size() == 1); // comes, but too late
    CHECK(night.now(after(31))[0].id == AlarmId{"opkomstnorm/informatiemanager CoPI/2"});
    night.tells(after(24), IncidentClosed{"i", "klaar"});
    CHECK(night.now(after(31)).empty());
}

TEST_CASE("an acknowledged alarm rings no more, until it grows worse") {
    Night night;
    night.tells(after(6), AlarmAcknowledged{"niet-bezet/informatiemanager CoPI/2"});
    CHECK(night.now(after(7))[0].state == AlarmState::acknowledged);
    CHECK(night.now(after(12))[0].state == AlarmState::fresh);
    night.tells(after(13), AlarmAcknowledged{"niet-bezet/informatiemanager CoPI/2"});
    CHECK(night.now(after(14))[0].state == AlarmState::acknowledged);
    const auto sum = tally(night.now(after(14)));
    CHECK(sum.acknowledged == 1);
    CHECK(sum.red == 0);
}

TEST_CASE("a shelved alarm comes back when its time is over") {
    Night night;
    night.tells(after(13), AlarmAcknowledged{"niet-bezet/informatiemanager CoPI/2"});
    night.tells(after(13), AlarmShelved{"niet-bezet/informatiemanager CoPI/2", after(20), "AC-Bz zoekt"});
    const Alarm shelved = night.now(after(14))[0];
    CHECK(shelved.state == AlarmState::shelved);
    CHECK(shelved.shelved_until == after(20));
    CHECK(night.now(after(20))[0].state == AlarmState::fresh);
}

TEST_CASE("a late action is an alarm for its owner, not for others") {
    Told told;
    ActionOpened action;
    action.action = "actie-1-13";
    action.incident = "i";
    action.title = "Opvang open";
    action.owner = "teamleider opvang";
    action.due = alarmed_at;
    told.tells(alarmed_at - hours(2), action);
    CHECK(alarms_for(told.picture, "teamleider opvang", after(4)).empty());
    const auto list = alarms_for(told.picture, "teamleider opvang", after(5));
    REQUIRE(list.size() == 1);
    CHECK(list[0].id == AlarmId{"te-laat/actie-1-13/1"});
    CHECK(list[0].text == "Opvang open");
    CHECK(list[0].by == alarmed_at);
    CHECK(alarms_for(told.picture, "OvD-Bz", after(5)).empty());
    CHECK(alarms(told.picture, after(5)).size() == 1);
    told.tells(after(6), ActionRescheduled{"actie-1-13", after(60), "sleutel"});
    CHECK(alarms(told.picture, after(7)).empty());
    CHECK(alarms(told.picture, after(66))[0].id == AlarmId{"te-laat/actie-1-13/2"});
}

TEST_CASE("water above a threshold of severity alarm is an alarm, the highest one crossed") {
    Told told;
    const auto threshold = [&](double value, ThresholdSeverity severity) {
        told.tells(alarmed_at, ThresholdSet{"Dordrecht", "waterstand", "cm NAP", value,
                                            "m" + std::to_string(value), severity});
    };
    threshold(210, ThresholdSeverity::aandacht);
    threshold(250, ThresholdSeverity::alarm);
    threshold(280, ThresholdSeverity::alarm);
    const auto measures = [&](int minute, double value) {
        return told.tells(after(minute), MeasurementTaken{"Dordrecht", "waterstand", "cm NAP", after(minute),
                                                          value, Quality::goed});
    };
    measures(0, 240);
    CHECK(alarms(told.picture, after(1)).empty());
    const Sequence crossing = measures(10, 252);
    measures(20, 258);
    const auto list = alarms(told.picture, after(21));
    REQUIRE(list.size() == 1);
    CHECK(list[0].id == AlarmId{"water/Dordrecht/" + std::to_string(crossing)});
    CHECK(list[0].level == AlarmLevel::red);
    CHECK(list[0].value == 258);
    CHECK(list[0].threshold == 250);
    CHECK(list[0].since == after(10));
    measures(30, 281);
    CHECK(alarms(told.picture, after(31))[0].threshold == 280);
    measures(40, 200);
    CHECK(alarms(told.picture, after(41)).empty());
}

TEST_CASE("an alarm of water says all that its height means, and is new when another meaning is set there") {
    Told told;
    const auto threshold = [&](const std::string& meaning, ThresholdSeverity severity) {
        return told.tells(alarmed_at,
                          ThresholdSet{"Dordrecht", "waterstand", "cm NAP", 250, meaning, severity});
    };
    threshold("kade overstroomt", ThresholdSeverity::alarm);
    told.tells(alarmed_at,
               MeasurementTaken{"Dordrecht", "waterstand", "cm NAP", alarmed_at, 252, Quality::goed});
    threshold("waakpeil", ThresholdSeverity::aandacht);
    const auto text = [&] { return alarms(told.picture, after(1)).at(0).text; };
    CHECK(text() == "kade overstroomt");
    const Sequence later = threshold("tunnel dicht", ThresholdSeverity::alarm);
    CHECK(text() == "tunnel dicht; kade overstroomt");
    CHECK(alarms(told.picture, after(1)).at(0).id == AlarmId{"water/Dordrecht/" + std::to_string(later)});
}

TEST_CASE("a severe warning is amber, an extreme one red, a moderate one or a test none") {
    Told told;
    const auto warns = [&](const std::string& id, const std::string& severity, bool test) {
        WarningReceived warning;
        warning.identifier = id;
        warning.sender = "knmi";
        warning.sent = alarmed_at;
        warning.msg_type = "Alert";
        warning.severity = severity;
        warning.expires = after(60);
        warning.test = test;
        told.tells(alarmed_at, warning);
    };
    warns("geel", "Moderate", false);
    warns("proef", "Extreme", true);
    CHECK(alarms(told.picture, after(1)).empty());
    warns("oranje", "Severe", false);
    warns("rood", "Extreme", false);
    const auto list = alarms(told.picture, after(1));
    REQUIRE(list.size() == 2);
    CHECK(list[0].subject == "rood");
    CHECK(list[0].level == AlarmLevel::red);
    CHECK(list[1].level == AlarmLevel::amber);
    CHECK(alarms(told.picture, after(61)).empty());
}

TEST_CASE("a page for OvD-Bz and a GRIP in a page are alarms until accepted or dismissed") {
    Told told;
    PageReceived page;
    page.text = "P 1 GRIP 2 Kade Alblasserdam OVD-BZ";
    page.at = alarmed_at;
    page.ours = true;
    page.grip = 2;
    told.tells(alarmed_at, page);
    auto list = alarms(told.picture, after(1));
    REQUIRE(list.size() == 2);
    CHECK(list[0].rule == AlarmRule::page_for_us);
    CHECK(list[0].message == MessageId{"m1"});
    CHECK(list[0].level == AlarmLevel::red);
    CHECK(list[1].rule == AlarmRule::grip_proposed);
    CHECK(list[1].grip == GripLevel{2});
    told.tells(after(2), ProposalDismissed{"m1", "oefening van de buren"});
    CHECK(alarms(told.picture, after(3)).empty());
}

TEST_CASE("a feed that says again that it fails is no new alarm; that it says nothing any more is one") {
    Told told;
    const Instant now = at(2027, 1, 23, 4, 37);
    FeedReported failed{FeedId("water"), FeedState::fout, "de server antwoordt niet", {}};
    failed.again_minutes = Count(5);
    told.tells(now, failed);
    const auto first = alarms(told.picture, now);
    REQUIRE(first.size() == 1);
    told.tells(now + minutes(5), failed);
    const auto again = alarms(told.picture, now + minutes(6));
    REQUIRE(again.size() == 1);
    CHECK(again[0].id == first[0].id);
    CHECK(again[0].since == now);
    const auto lost = alarms(told.picture, now + minutes(30));
    REQUIRE(lost.size() == 1);
    CHECK(lost[0].id != first[0].id);
    CHECK(lost[0].since == now + minutes(5));
}

TEST_CASE("an empty hard piket and a feed that is silent are alarms") {
    Told told;
    RotationSet rotation;
    rotation.rotation = "r";
    rotation.function = "OvD-Bz";
    rotation.persons = {"p-1"};
    rotation.from = alarmed_at - hours(24);
    rotation.zone = "Europe/Amsterdam";
    rotation.hard = true;
    told.tells(alarmed_at, rotation);
    CHECK(alarms(told.picture, after(1)).empty());
    const Sequence absence = told.tells(alarmed_at, AbsenceReported{"z", "p-1", alarmed_at, after(600), {}});
    told.tells(alarmed_at, FeedReported{"p2000", FeedState::stil, {}});
    const auto list = alarms(told.picture, after(1));
    REQUIRE(list.size() == 2);
    CHECK(list[0].id == AlarmId{"piket-leeg/OvD-Bz/" + std::to_string(absence)});
    CHECK(list[0].level == AlarmLevel::red);
    CHECK(list[1].id == AlarmId{"bron/p2000/3"});
    told.tells(after(2), FeedReported{"p2000", FeedState::loopt, {}});
    CHECK(alarms(told.picture, after(3)).size() == 1);
}

TEST_CASE("a duty is empty since nobody has it: not since the last changeover, nor since 1970") {
    Told told;
    RotationSet rotation;
    rotation.rotation = "r";
    rotation.function = "OvD-Bz";
    rotation.persons = {"p-1", "p-2"};
    rotation.from = alarmed_at - hours(24 * 60);
    rotation.zone = "Europe/Amsterdam";
    rotation.hard = true;
    told.tells(rotation.from, rotation);
    const Instant left = alarmed_at - hours(24 * 20); // three changeovers ago
    for (const char* id : {"p-1", "p-2"})
        told.tells(left, AbsenceReported{AbsenceId(std::string("z-") + id), id, left, after(60'000), {}});
    const auto since = [&](Instant at) { return alarms(told.picture, at).at(0).since; };
    CHECK(since(after(1)) == left);
    CHECK(since(after(9 * 24 * 60)) == left);

    Told ahead; // only of a week to come is it known who has it
    const Instant planned = alarmed_at - hours(3);
    for (const int week : {1, 2})
        ahead.tells(planned, DutyRostered{DutyId("d" + std::to_string(week)),
                                          "OvD-Bz",
                                          "p-1",
                                          alarmed_at + hours(24 * 7 * week),
                                          alarmed_at + hours(24 * 7 * (week + 1)),
                                          {}});
    const auto list = alarms(ahead.picture, after(1));
    if (!list.empty()) CHECK(list[0].since == planned);
    CHECK(list.size() == 1);
}

TEST_CASE("fresh alarms come before acknowledged ones, red before amber, then by rule and age") {
    Night night;
    night.tells(alarmed_at, FeedReported{"p2000", FeedState::fout, {}});
    night.tells(alarmed_at, FeedReported{"cap", FeedState::stil, {}});
    auto list = night.now(after(13));
    REQUIRE(list.size() == 3);
    CHECK(list[0].rule == AlarmRule::not_filled);
    night.tells(after(14), AlarmAcknowledged{list[0].id});
    list = night.now(after(15));
    CHECK(list[0].rule == AlarmRule::feed_down);
    CHECK(list[2].rule == AlarmRule::not_filled);
}

TEST_CASE("an alarm's id fits in a name, however long its subject") {
    Told told;
    std::string name;
    while (name.size() < 250)
        name += "é";
    told.tells(alarmed_at, FeedReported{name, FeedState::stil, {}});
    const Alarm only = alarms(told.picture, after(1)).at(0);
    CHECK(only.id.value.size() <= name_bytes_max);
    CHECK(only.subject == name);
    told.tells(after(2), AlarmAcknowledged{only.id});
    CHECK(alarms(told.picture, after(3)).at(0).state == AlarmState::acknowledged);
}

} // namespace alarms_test
