// When an expectation is met.
#include "scenarios/player/expectation.hpp"
#include "tests/support/catch.hpp"

namespace expectation_test {

using namespace regiekamer;
using namespace regiekamer::player;
namespace json = boost::json;

namespace {

const Instant start = *read_instant("2027-01-22T11:00:00Z");

Message said(Body body, microseconds at, const char* function = "leider CoPI", const char* id = "m") {
    Message message;
    message.id = id;
    message.source = "desk/x";
    message.status = Mode::exercise;
    message.time = start + at;
    message.function = Function(function);
    message.body = std::move(body);
    return message;
}
GripDecided grip(int level) {
    return {"i", level, "r", {"leider CoPI", std::nullopt}, start};
}
InjectDelivered inject(const char* nr) {
    return {"run", nr, "a", "b", "app", "t", std::nullopt, std::nullopt};
}

bool met(Expectation expectation, const std::vector<Message>& messages) {
    expectation.id = "e";
    if (expectation.type.empty()) expectation.type = "grip.decided";
    const std::vector<Expectation> all{expectation};
    Evidence evidence(all, start);
    Sequence sequence = 0;
    for (const Message& message : messages)
        evidence.observe({++sequence, message.time, "test", message});
    return evidence.met("e");
}

} // namespace

TEST_CASE("an expectation is met by a message of its type with at least its members, said by whom it names") {
    Expectation wanted;
    CHECK_FALSE(met(wanted, {}));
    CHECK(met(wanted, {said(grip(1), minutes{1})}));
    CHECK_FALSE(met(wanted, {said(NoteWritten{"n", {}, {}, "grip", {}}, minutes{1})}));
    wanted.where = json::parse(R"({"level":2,"decided_by":{"function":"leider CoPI"}})").as_object();
    CHECK_FALSE(met(wanted, {said(grip(1), minutes{1})}));
    CHECK(met(wanted, {said(grip(1), minutes{1}), said(grip(2), minutes{2})}));
    wanted.by = Function("burgemeester");
    CHECK_FALSE(met(wanted, {said(grip(2), minutes{2})}));
    CHECK(met(wanted, {said(grip(2), minutes{2}, "burgemeester")}));
}

TEST_CASE("after counts from the inject's delivery, within from there or from the start") {
    Expectation wanted;
    wanted.within = minutes{20};
    CHECK(met(wanted, {said(grip(1), minutes{20})}));
    CHECK_FALSE(met(wanted, {said(grip(1), minutes{21})}));
    wanted.after = "7";
    CHECK_FALSE(met(wanted, {said(grip(1), minutes{1})}));
    CHECK_FALSE(met(wanted, {said(grip(1), minutes{1}), said(inject("7"), minutes{2})}));
    CHECK(met(wanted, {said(inject("7"), minutes{60}), said(grip(1), minutes{80})}));
    CHECK_FALSE(met(wanted, {said(inject("7"), minutes{60}), said(grip(1), minutes{81})}));
    CHECK_FALSE(met(wanted, {said(inject("8"), minutes{60}), said(grip(1), minutes{61})}));
}

TEST_CASE("without by it is met by players alone: not by the draaiboek, a simulated role, or who leads") {
    const auto from = [](const char* source, const char* function, const char* person = nullptr) {
        Message message = said(grip(1), minutes{1}, function);
        message.source = source;
        if (person != nullptr) message.person = PersonId(person);
        return message;
    };
    ExerciseStarted started{"run", "proef", "Proef", start, {}, "digest"};
    started.roles = {{Function("OvD-Bz"), true}, {Function("burgemeester"), false}};
    const Message begun = [&] {
        Message message = said(started, minutes{0}, "oefenleiding");
        message.source = "scenario/proef/run";
        return message;
    }();
    const Expectation wanted;
    CHECK(met(wanted, {begun, from("desk/een", "OvD-Bz")}));
    CHECK_FALSE(met(wanted, {begun, from("scenario/proef/run", "OvD-Bz")}));
    CHECK_FALSE(met(wanted, {begun, from("scenario/proef/run", "OvD-Bz", "simulatie")}));
    CHECK_FALSE(met(wanted, {begun, from("desk/twee", "oefenleider")}));
    CHECK_FALSE(met(wanted, {begun, from("desk/twee", "responscel")}));
    CHECK_FALSE(met(wanted, {begun, from("desk/twee", "burgemeester")})); // who leads speaks for it
    const Message seat = said(DeskJoined{"drie", {}}, minutes{0}, "burgemeester");
    CHECK(met(wanted, {begun, seat, from("desk/drie", "burgemeester")})); // somebody came to play it
    Message leads = said(DeskJoined{"twee", {}}, minutes{0}, "oefenleider");
    leads.source = "desk/twee";
    CHECK_FALSE(met(wanted, {begun, leads, from("desk/twee", "een omwonende")}));
    Message nobody = from("feed/p2000", "x");
    nobody.function.reset();
    CHECK_FALSE(met(wanted, {begun, nobody}));
    Expectation by = wanted;
    by.by = Function("burgemeester");
    CHECK(met(by, {begun, from("scenario/proef/run", "burgemeester")}));
    CHECK_FALSE(met(by, {begun, seat, from("scenario/proef/run", "burgemeester")}));
    by.by = Function("OvD-Bz"); // whom somebody plays the draaiboek does nothing for
    CHECK_FALSE(met(by, {begun, from("scenario/proef/run", "OvD-Bz")}));
    CHECK(met(by, {begun, from("desk/een", "OvD-Bz")}));
}

TEST_CASE("a tijdsprong takes no time: it moves the deadline and counts in no reaction") {
    Expectation wanted;
    wanted.id = "e";
    wanted.type = "grip.decided";
    wanted.after = "7";
    wanted.within = minutes{20};
    wanted.by = Function("leider CoPI");
    const std::vector<Expectation> all{wanted};
    Evidence evidence(all, start);
    Sequence sequence = 0;
    const auto hub = [&](int minute) { return *read_instant("2026-11-24T10:00:00Z") + minutes{minute}; };
    const auto tell = [&](Message message, int minute) {
        evidence.observe({++sequence, hub(minute), "test", std::move(message)});
        return sequence;
    };
    const auto clock = [&](int at, bool running) {
        return said(ExerciseClockSet{"run", start + minutes{at}, Rate{1}, running}, minutes{at},
                    "oefenleider");
    };
    tell(said(ExerciseStarted{"run", "proef", "Proef", start, {}, ""}, minutes{0}, "oefenleiding"), 0);
    tell(clock(0, true), 0);
    tell(said(inject("7"), minutes{5}), 5);
    tell(clock(15, false), 15); // a pause of an hour
    tell(clock(15, true), 75);
    const Sequence before = sequence;
    tell(clock(60, true), 80); // at T+20 to T+60
    CHECK(evidence.outcome("e", before).deadline == start + minutes{25});
    CHECK(evidence.outcome("e").deadline == start + minutes{65});
    tell(said(grip(1), minutes{62}, "leider CoPI"), 82);
    const Outcome outcome = evidence.outcome("e");
    CHECK(outcome.met == start + minutes{62});
    CHECK(outcome.reaction == microseconds(minutes{17}));
    REQUIRE(evidence.jumps().all().size() == 1);
    CHECK(evidence.jumps().all()[0].from == start + minutes{20});
}

TEST_CASE("what was withdrawn counts no more") {
    const Message first = said(grip(2), minutes{1}, "leider CoPI", "one");
    CHECK_FALSE(met({}, {first, said(MessageWithdrawn{"one", "desk/x", "vergissing"}, minutes{2})}));
    CHECK(met({}, {first, said(MessageWithdrawn{"one", "desk/y", "vergissing"}, minutes{2})}));
}

TEST_CASE("containing is by value, in lists in any order") {
    const auto fits = [](const char* have, const char* want) {
        return contains(json::parse(have), json::parse(want));
    };
    CHECK(fits("2.0", "2"));
    CHECK(fits(R"({"a":[1,{"b":2,"c":3}]})", R"({"a":[{"b":2}]})"));
    CHECK_FALSE(fits(R"({"a":[1]})", R"({"a":[2]})"));
    CHECK_FALSE(fits(R"({"a":1})", R"({"b":1})"));
    CHECK_FALSE(fits(R"("2")", "2"));
    CHECK(fits("{}", "{}"));
}

} // namespace expectation_test
