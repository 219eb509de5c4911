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
    for (const Message& message : messages)
        evidence.observe(message);
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
