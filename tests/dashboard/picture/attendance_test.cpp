// Opkomst along the chain of domain.md §7 and against the norms of §2.
#include "dashboard/picture/attendance.hpp"

#include "tests/dashboard/picture/told.hpp"
#include "tests/support/catch.hpp"

namespace attendance_test {

using namespace regiekamer;
using namespace regiekamer::picture;

namespace {

const Instant alarmed_at = at(2027, 1, 23, 4, 15);
Instant after(int minute, int second = 0) {
    return alarmed_at + minutes(minute) + seconds(second);
}
const Function im = "informatiemanager CoPI";

struct Night : Told {
    Night() {
        tells(alarmed_at, TeamAlerted{"a", "i", Team::copi, {im, "OvD-Bz"}, 30});
        calls(0, im, "Jansen");
    }
    void calls(int minute, const Function& function, const PersonId& person) {
        tells(after(minute), PersonAlerted{"a", "i", function, person, Medium::app, 1});
    }
    void says(int minute, const Function& function, const PersonId& person, AttendanceState state,
              std::optional<Instant> eta = {}) {
        tells(after(minute), AttendanceReported{"i", function, person, state, eta, {}});
    }
    FunctionAttendance of(const Function& function, Instant now) {
        return attendance_of(picture, "i", function, now).value();
    }
};

} // namespace

TEST_CASE("an unanswered function climbs the chain at 0, 2, 5, 8, 12 minutes and at the norm") {
    Night night;
    const auto step = [&](Instant now) { return night.of(im, now).step; };
    CHECK(step(after(0)) == ChainStep::alerted);
    CHECK(step(after(1, 59)) == ChainStep::alerted);
    CHECK(step(after(2)) == ChainStep::repeated);
    CHECK(step(after(5)) == ChainStep::called);
    CHECK(step(after(8)) == ChainStep::backup_alerted);
    CHECK(step(after(12)) == ChainStep::unfilled);
    CHECK(step(after(30)) == ChainStep::norm_passed);
    CHECK(night.of(im, after(11, 59)).state == Turnout::gealarmeerd);
    const auto late = night.of(im, after(22));
    CHECK(late.state == Turnout::niet_bezet);
    CHECK(late.unfilled_since == after(12));
    CHECK(late.since == minutes(22));
    CHECK(late.norm_minutes == Count{30});
    CHECK(late.norm_by == after(30));
    CHECK(late.person == PersonId{"Jansen"});
    CHECK_FALSE(late.answered);
    CHECK(late.alert_sequence == 1);
}

TEST_CASE("for whom nobody alerted no chain runs: that he does not come, he said unasked") {
    Told told;
    told.tells(after(0), AttendanceReported{"i", "ROL", "Vreemd", AttendanceState::afgemeld, {}, {}});
    const auto one = attendance_of(told.picture, "i", "ROL", after(60)).value();
    CHECK(one.uncalled);
    CHECK(one.step == ChainStep::alerted);
    CHECK_FALSE(one.norm_by);
    CHECK(tally(attendance(told.picture, "i", after(60))).unanswered == 0);
}

TEST_CASE("'Ik kom niet' jumps to the 8-minute step and goes on from there") {
    Night night;
    night.says(1, im, "Jansen", AttendanceState::afgemeld);
    CHECK(night.of(im, after(1)).step == ChainStep::backup_alerted);
    CHECK(night.of(im, after(4)).state == Turnout::afgemeld);
    CHECK(night.of(im, after(40)).declined);
    CHECK(tally({night.of(im, after(40))}).declined == 1);
    CHECK(night.of(im, after(5)).state == Turnout::niet_bezet);
    CHECK(night.of(im, after(5)).unfilled_since == after(5));
}

TEST_CASE("the second person who is alerted is the achterwacht, and fills the function when he comes") {
    Night night;
    night.calls(8, im, "Mulder");
    night.calls(10, im, "Mulder");
    auto now = night.of(im, after(22));
    REQUIRE(now.backup);
    CHECK(now.backup->person == PersonId{"Mulder"});
    CHECK(now.backup->alerted == after(8));
    CHECK_FALSE(now.backup->state);
    night.says(23, im, "Mulder", AttendanceState::bevestigd, after(50));
    now = night.of(im, after(24));
    CHECK(now.answered);
    CHECK(now.state == Turnout::bevestigd);
    CHECK(now.person == PersonId{"Mulder"});
    CHECK(now.eta == after(50));
    CHECK_FALSE(now.backup); // the first one never answered
}

TEST_CASE("of two who confirm the first stays, the second is the achterwacht") {
    Night night;
    night.calls(8, im, "Mulder");
    night.says(9, im, "Mulder", AttendanceState::bevestigd);
    night.says(10, im, "Jansen", AttendanceState::bevestigd);
    const auto now = night.of(im, after(12));
    CHECK(now.person == PersonId{"Mulder"});
    REQUIRE(now.backup);
    CHECK(now.backup->person == PersonId{"Jansen"});
    CHECK(now.backup->state == AttendanceState::bevestigd);
}

TEST_CASE("what a simulated role reports is known as simulated, in an exercise only") {
    for (const auto mode : {Mode::exercise, Mode::actual}) {
        Told told(mode);
        told.tells(alarmed_at, TeamAlerted{"a", "i", Team::copi, {im, "OvD-Bz"}, 30});
        told.tells(after(3), AttendanceReported{"i", im, "Jansen", AttendanceState::onderweg, after(20), {}},
                   {}, "scenario/x/1", PersonId{std::string(simulated_person)});
        told.tells(after(4), AttendanceReported{"i", "OvD-Bz", "Bakker", AttendanceState::bevestigd, {}, {}});
        CHECK(attendance_of(told.picture, "i", im, after(5))->simulated == (mode == Mode::exercise));
        CHECK_FALSE(attendance_of(told.picture, "i", "OvD-Bz", after(5))->simulated);
    }
}

TEST_CASE("the norm is met by being there in time, not by confirming") {
    Night night;
    night.says(2, "OvD-Bz", "De Wit", AttendanceState::onderweg, after(27));
    CHECK(night.of("OvD-Bz", after(29)).norm == NormState::running);
    CHECK(night.of("OvD-Bz", after(31)).norm == NormState::missed);
    night.says(27, "OvD-Bz", "De Wit", AttendanceState::aanwezig);
    const auto there = night.of("OvD-Bz", after(60));
    CHECK(there.norm == NormState::met);
    CHECK(there.state == Turnout::aanwezig);
    CHECK(there.confirmed == after(2));
    CHECK(there.present == after(27));
    night.says(31, im, "Jansen", AttendanceState::aanwezig);
    CHECK(night.of(im, after(60)).norm == NormState::missed);
    night.says(90, "OvD-Bz", "De Wit", AttendanceState::afgelost);
    CHECK(night.of("OvD-Bz", after(91)).norm == NormState::met);
    CHECK(night.of("OvD-Bz", after(91)).state == Turnout::afgelost);
}

TEST_CASE("someone relieved gives way to who took over") {
    Night night;
    night.says(10, im, "Jansen", AttendanceState::aanwezig);
    night.says(300, im, "Mulder", AttendanceState::aanwezig);
    night.says(301, im, "Jansen", AttendanceState::afgelost);
    CHECK(night.of(im, after(302)).person == PersonId{"Mulder"});
    CHECK(night.of(im, after(302)).norm == NormState::met);
}

TEST_CASE("unanswered come first, then who is on the way by eta, then who is there") {
    Night night;
    night.tells(after(0),
                TeamAlerted{"b", "i", Team::team_bz, {"HTO Publieke zorg", "HTO Ondersteuning"}, 90});
    night.tells(after(5), TeamAlerted{"c", "i", Team::rot, {"AC-Bz"}, 45});
    night.says(1, "OvD-Bz", "De Wit", AttendanceState::aanwezig);
    night.says(2, "HTO Ondersteuning", "Dekker", AttendanceState::bevestigd, after(55));
    night.says(2, "HTO Publieke zorg", "Postma", AttendanceState::onderweg, after(37));
    const auto list = attendance(night.picture, "i", after(13));
    std::vector<std::string> order;
    for (const auto& one : list)
        order.push_back(one.function.value);
    CHECK(order ==
          std::vector<std::string>{im.value, "AC-Bz", "HTO Publieke zorg", "HTO Ondersteuning", "OvD-Bz"});
    const auto sum = tally(list);
    CHECK(sum.functions == 5);
    CHECK(sum.unanswered == 2);
    CHECK(sum.unfilled == 1);
    CHECK(sum.coming == 2);
    CHECK(sum.present == 1);
}

TEST_CASE("a team that was stood down starts afresh when it is alerted again") {
    Night night;
    night.says(1, im, "Jansen", AttendanceState::aanwezig);
    night.tells(after(60), TeamStoodDown{"i", Team::copi});
    CHECK(attendance(night.picture, "i", after(61)).empty());
    CHECK(active_teams(night.picture, "i").empty());
    night.tells(after(120), TeamAlerted{"b", "i", Team::copi, {im}, 30});
    const auto now = night.of(im, after(121));
    CHECK_FALSE(now.answered);
    CHECK(now.alerted == after(120));
    CHECK_FALSE(now.person);
}

TEST_CASE("a function of two teams keeps what was said when one is stood down") {
    Night night;
    night.tells(after(10), TeamAlerted{"b", "i", Team::rot, {im}, 45});
    night.says(11, im, "Jansen", AttendanceState::aanwezig);
    night.tells(after(60), TeamStoodDown{"i", Team::copi});
    CHECK(night.of(im, after(61)).state == Turnout::aanwezig);
    CHECK(night.of(im, after(61)).team == Team::rot);
}

TEST_CASE("an alarmering that is sent again with the same id starts no new clock") {
    Night night;
    night.tells(after(10), TeamAlerted{"a", "i", Team::copi, {im, "OvD-Bz", "leider CoPI"}, 30});
    CHECK(night.of(im, after(12)).since == minutes(12));
    CHECK(attendance(night.picture, "i", after(12)).size() == 3);
    REQUIRE(active_teams(night.picture, "i").size() == 1);
    CHECK(active_teams(night.picture, "i")[0].since == alarmed_at);
    CHECK(active_teams(night.picture, "i")[0].functions.size() == 3);
}

TEST_CASE("who is alerted by name only is held to the norm of the function's team") {
    Told told;
    told.tells(alarmed_at, PersonAlerted{"x", "i", "OvD-Bz", "De Wit", Medium::pager, 1});
    told.tells(alarmed_at, PersonAlerted{"y", "i", "wijkbeheer", "Smit", Medium::telefoon, 1});
    CHECK(attendance_of(told.picture, "i", "OvD-Bz", after(1))->norm_minutes == Count{30});
    CHECK(attendance_of(told.picture, "i", "wijkbeheer", after(1))->norm == NormState::none);
    CHECK(norm_of("AC-Bz") == Count{45});
    CHECK(norm_of("HTO Omgevingszorg") == Count{90});
    CHECK(norm_of("burgemeester") == Count{60});
}

TEST_CASE("who was alerted by name keeps that clock when his team is alerted later") {
    Told told;
    told.tells(alarmed_at, PersonAlerted{"x", "i", "OvD-Bz", "De Wit", Medium::app, 1});
    told.tells(after(9),
               AttendanceReported{"i", "OvD-Bz", "De Wit", AttendanceState::bevestigd, after(24), {}});
    told.tells(after(11), TeamAlerted{"a", "i", Team::copi, {im, "OvD-Bz"}, 30});
    const auto now = attendance_of(told.picture, "i", "OvD-Bz", after(12)).value();
    CHECK(now.alerted == alarmed_at);
    CHECK(now.norm_by == after(30));
    CHECK(now.team == Team::copi);
    CHECK(now.answered);
    CHECK(attendance_of(told.picture, "i", im, after(12))->alerted == after(11));
}

TEST_CASE("a call that came with an alarmering goes with it") {
    Night night;
    night.tells(after(10), TeamAlerted{"b", "i", Team::rot, {im}, 45});
    night.tells(after(60), TeamStoodDown{"i", Team::copi});
    CHECK(night.of(im, after(61)).alerted == after(10));
}

TEST_CASE("who comes of his own accord is shown, without a norm") {
    Told told;
    told.tells(alarmed_at, AttendanceReported{"i", "ARB", "Visser", AttendanceState::onderweg, {}, {}});
    const auto now = attendance_of(told.picture, "i", "ARB", after(3)).value();
    CHECK(now.state == Turnout::onderweg);
    CHECK(now.norm == NormState::none);
    CHECK_FALSE(attendance_of(told.picture, "i", "OvD-Bz", after(3)));
}

TEST_CASE("who was just alerted is gealarmeerd; niet bevestigd begins when the norm for it has passed") {
    Night night;
    CHECK_FALSE(unconfirmed(night.of(im, after(0))));
    CHECK_FALSE(unconfirmed(night.of(im, after(1, 59))));
    CHECK(unconfirmed(night.of(im, after(2))));
    night.says(3, im, "Jansen", AttendanceState::bevestigd);
    CHECK_FALSE(unconfirmed(night.of(im, after(4))));
}

TEST_CASE("from 8 minutes on the next of the list is to be alerted, until somebody is") {
    Night night;
    RotationSet list;
    list.rotation = "r";
    list.function = im;
    list.persons = {"Jansen", "Weg", "Mulder", "Blom"};
    list.from = alarmed_at - hours(1);
    list.days = 7;
    list.changeover = Changeover{"ma 09:00"};
    list.zone = "Europe/Amsterdam";
    night.tells(alarmed_at, list);
    night.tells(alarmed_at, AbsenceReported{"a", "Weg", alarmed_at, after(60), {}});
    const auto due = [&](Instant now) { return backup_due(night.picture, night.of(im, now), now); };
    CHECK_FALSE(due(after(7, 59)));
    CHECK(due(after(8)) == PersonId{"Mulder"}); // who is away is passed over
    CHECK(standing_alert(night.picture, "i", im) == AlertId{"a"});
    night.calls(9, im, "Mulder");
    CHECK_FALSE(due(after(10)));
    night.says(11, im, "Mulder", AttendanceState::afgemeld);
    CHECK(due(after(11)) == PersonId{"Blom"});
    night.calls(11, im, "Blom");
    night.says(12, im, "Blom", AttendanceState::bevestigd);
    CHECK_FALSE(due(after(20)));
}

TEST_CASE("ik kom niet makes the achterwacht due at once") {
    Night night;
    PersonRegistered mulder;
    mulder.person = "Mulder";
    mulder.name = "P. Mulder";
    mulder.functions = {im};
    night.tells(alarmed_at, mulder); // no rotation: whoever is registered for it
    night.says(1, im, "Jansen", AttendanceState::afgemeld);
    CHECK(backup_due(night.picture, night.of(im, after(1)), after(1)) == PersonId{"Mulder"});
}

TEST_CASE("what a tijdsprong skipped counts in no opkomst: nobody could answer or come in it") {
    Told told(Mode::exercise);
    const RunId run("run");
    told.tells(after(-10), ExerciseStarted{run, "proef", "Proef", after(-10), {}, "00"});
    told.tells(after(-10), ExerciseClockSet{run, after(-10), Rate{1}, true});
    told.tells(after(0), TeamAlerted{"a", "i", Team::copi, {im, "OvD-Bz"}, 30});
    told.tells(after(3), ExerciseClockSet{run, after(43), Rate{1}, true}); // forty minutes ahead
    const auto of = [&](const Function& function, Instant now) {
        return attendance_of(told.picture, "i", function, now).value();
    };
    CHECK(of(im, after(44)).since == minutes(4));
    CHECK(of(im, after(44)).step == ChainStep::repeated);
    CHECK(of(im, after(44)).norm == NormState::running);
    CHECK(of(im, after(44)).norm_by == after(70));
    CHECK(of(im, after(45)).step == ChainStep::called);
    CHECK(of(im, after(49)).backup_from == after(48));
    CHECK(of(im, after(52)).unfilled_since == after(52));
    told.tells(after(60), AttendanceReported{"i", im, "Jansen", AttendanceState::aanwezig, {}, {}});
    CHECK(of(im, after(69)).spent == minutes(20));
    CHECK(of(im, after(69)).norm == NormState::met);
    told.tells(after(62), AttendanceReported{"i", "OvD-Bz", "Bos", AttendanceState::afgemeld, {}, {}});
    CHECK(of("OvD-Bz", after(62)).step == ChainStep::unfilled); // of itself past the eighth minute
}

} // namespace attendance_test
