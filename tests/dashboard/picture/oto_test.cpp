// Who is able, what lapses, and what the plan of the year leaves open.
#include "dashboard/picture/oto.hpp"
#include "tests/dashboard/picture/told.hpp"
#include "tests/support/catch.hpp"

namespace oto_test {

using namespace regiekamer;
using namespace regiekamer::picture;

namespace {

const Instant now = at(2027, 6, 15, 9);

PostFilled post(const char* id, const char* function, std::optional<PersonId> person,
                std::optional<PersonId> deputy = {}) {
    return {id, function, std::move(person), std::move(deputy)};
}

TrainingRecorded record(const char* person, const char* subject, Instant when,
                        std::optional<Instant> until = {}) {
    TrainingRecorded body;
    body.person = person;
    body.subject = subject;
    body.at = when;
    body.valid_until = until;
    return body;
}

} // namespace

TEST_CASE("vacant posts stand first, then those without a deputy") {
    Told told;
    told.tells(now, post("1", "teamleider opvang", "p1", "p2"));
    told.tells(now, post("2", "woordvoerder", "p3"));
    told.tells(now, post("3", "crisiscoördinator", {}));
    const auto states = post_states(told.picture);
    REQUIRE(states.size() == 3);
    CHECK(states[0].function == Function("crisiscoördinator"));
    CHECK(states[1].function == Function("woordvoerder"));
}

TEST_CASE("a record without an end counts for a year; the one that holds longest decides") {
    Told told;
    told.tells(now, post("1", "teamleider opvang", "p1", "p2"));
    told.tells(now, post("2", "woordvoerder", "p3", "p4"));
    told.tells(now, record("p1", "basis", at(2026, 6, 20)));                // ends in five days
    told.tells(now, record("p2", "basis", at(2026, 6, 10)));                // ended five days ago
    told.tells(now, record("p3", "basis", at(2025, 1, 1), at(2030, 1, 1))); // years to go
    told.tells(now, record("p3", "oefening", at(2026, 1, 1)));
    const auto skills = person_skills(told.picture, now);
    REQUIRE(skills.size() == 4);
    CHECK(skills[0].person == PersonId("p4"));
    CHECK(skills[0].state == Skill::never);
    CHECK(skills[1].state == Skill::lapsed);
    CHECK(skills[2].state == Skill::lapsing);
    CHECK(skills[3].state == Skill::valid);
    CHECK(skills[3].valid_until == at(2030, 1, 1));
    CHECK(skills[3].records.size() == 2);
}

TEST_CASE("a record under the registered name counts for the person") {
    Told told;
    PersonRegistered person;
    person.person = "p1";
    person.name = "K. de Wit";
    told.tells(now, person);
    told.tells(now, post("1", "teamleider opvang", "p1"));
    told.tells(now, record("K. de Wit", "Oefening: hoogwater", at(2027, 1, 22)));
    REQUIRE(person_skills(told.picture, now).size() == 1);
    CHECK(person_skills(told.picture, now).front().state == Skill::valid);
}

TEST_CASE("who has piket is there too, and who was trained under a name that nobody knows") {
    Told told;
    PersonRegistered person;
    person.person = "p1";
    person.name = "Renée Bökkerink";
    person.functions = {Function("OvD-Bz")};
    told.tells(now, person);
    person.person = "p2";
    person.name = "José Müller";
    told.tells(now, person);
    told.tells(now, record("José Müller", "basis", at(2026, 1, 1), at(2027, 5, 1)));
    auto other = record("Piet Los", "Oefening: hoogwater", at(2027, 5, 22));
    other.function = Function("AC-Bz");
    told.tells(now, other);
    const auto skills = person_skills(told.picture, now);
    REQUIRE(skills.size() == 3);
    CHECK(skills[0].person == PersonId("p1"));
    CHECK(skills[0].state == Skill::never);
    CHECK(skills[0].functions == std::vector{Function("OvD-Bz")});
    CHECK(skills[1].person == PersonId("p2"));
    CHECK(skills[1].state == Skill::lapsed);
    CHECK(skills[2].person == PersonId("Piet Los"));
    CHECK(skills[2].functions == std::vector{Function("AC-Bz")});
    const auto gaps = oto_gaps(told.picture, now);
    REQUIRE(gaps.size() == 1); // what lapsed; of the roster nobody asks a plan for who never was trained
    CHECK(gaps[0].kind == OtoGap::Kind::lapses_unplanned);
    CHECK(gaps[0].person == PersonId("p2"));
    told.tells(now, PersonRemoved{"p1"});
    CHECK(person_skills(told.picture, now).size() == 2);
}

TEST_CASE("what the plan leaves open closes when something is planned, filled or recorded") {
    Told told;
    told.tells(now, post("1", "teamleider opvang", "p1"));
    told.tells(now, post("2", "woordvoerder", {}));
    auto gaps = oto_gaps(told.picture, now);
    REQUIRE(gaps.size() == 4); // vacant; p1 never trained; both functions unplanned
    told.tells(now, TrainingPlanned{"t1", "opvang", at(2027, 9, 1), {Function("teamleider opvang")}});
    told.tells(now, post("2", "woordvoerder", "p2"));
    told.tells(now, record("p2", "basis", at(2027, 3, 1), at(2029, 3, 1)));
    gaps = oto_gaps(told.picture, now);
    CHECK(gaps.empty());
    CHECK(oto_gaps(told.picture, at(2028, 2, 1)).size() ==
          3); // a new year: p1 untrained still, nothing planned
}

TEST_CASE("the plan of the year counts who was there; other years have their own") {
    Told told;
    told.tells(now, TrainingPlanned{"t1", "opvang", at(2027, 3, 1), {}});
    told.tells(now, TrainingPlanned{"t2", "GBT", at(2027, 2, 1), {}});
    told.tells(now, TrainingPlanned{"t3", "later", at(2028, 1, 1), {}});
    auto there = record("p1", "opvang", at(2027, 3, 1));
    there.training = TrainingId("t1");
    told.tells(now, there);
    const auto plan = plan_of_year(told.picture, now);
    REQUIRE(plan.size() == 2);
    CHECK(plan[0].training == TrainingId("t2"));
    CHECK(plan[1].attended == 1);
}

TEST_CASE("a function of the list that nobody spoke of is an empty post, and is missing") {
    Told told;
    const std::vector<AskedPost> asked{{"burgemeester", "locoburgemeester", "GBT"},
                                       {"teamleider opvang", "", ""},
                                       {"teamleider opvang", "", ""}};
    auto states = post_states(told.picture, asked);
    REQUIRE(states.size() == 3);
    CHECK(states[0].post == PostId{"functie/burgemeester"});
    CHECK(states[2].post == PostId{"functie/teamleider opvang/2"});
    CHECK(oto_gaps(told.picture, at(2027, 6, 1), asked).size() == 5); // 3 empty, 2 functions not exercised
    PostFilled filled;
    filled.post = "anders genoemd";
    filled.function = "Burgemeester"; // as somebody wrote it
    filled.person = PersonId{"Hofstede"};
    told.tells(at(2027, 1, 1), filled);
    states = post_states(told.picture, asked);
    REQUIRE(states.size() == 3);
    CHECK(states.back().person == PersonId{"Hofstede"});
    CHECK(states.back().asked == &asked.front());
}

} // namespace oto_test
