// Who may say what: the table as the field has it.
#include "messaging/codec/codec.hpp"
#include "messaging/rights/rights.hpp"
#include "tests/support/catch.hpp"

namespace rights_test {

using namespace regiekamer;

namespace {

const Function ovd{"OvD-Bz"}, planner{"piketplanner"}, coordinator{"evenementencoördinator"},
    trainer{"oefenleider"}, observer{"waarnemer"}, onlooker{"meekijker"}, arb{"ARB"};

} // namespace

TEST_CASE("who looks on says nothing but that the desk is there") {
    std::size_t allowed = 0;
    for (const std::string_view type : codec::type_names()) {
        if (!rights::may(onlooker, type)) continue;
        ++allowed;
        CHECK(type.starts_with("desk."));
    }
    CHECK(allowed == 2);
}

TEST_CASE("a waarnemer writes what was seen, and touches nothing") {
    CHECK(rights::may<ObservationNoted>(observer));
    CHECK(rights::may<NoteWritten>(observer));
    CHECK(rights::may<ExerciseHalted>(observer)); // NO PLAY is everybody's
    CHECK_FALSE(rights::may<FeedRetryAsked>(observer));
    CHECK_FALSE(rights::may<GripDecided>(observer));
    CHECK_FALSE(rights::may<ActionFinished>(observer));
    CHECK_FALSE(rights::may<AlarmAcknowledged>(observer));
}

TEST_CASE("the crisis organisation runs the incident, not the roster's rules") {
    CHECK(rights::may<GripDecided>(ovd));
    CHECK(rights::may<TeamAlerted>(ovd));
    CHECK(rights::may<FeedRetryAsked>(ovd));
    CHECK(rights::may<SwapProposed>(ovd));
    CHECK_FALSE(rights::may<SwapApproved>(ovd));
    CHECK_FALSE(rights::may<RotationSet>(ovd));
    CHECK_FALSE(rights::may<RequirementSet>(ovd));
    CHECK(rights::whose(SwapApproved::type) == "piketplanner, ARB of oefenleider");
}

TEST_CASE("whose something is names everybody who may, and nobody else") {
    for (const std::string_view type : codec::type_names()) {
        const std::string whose = rights::whose(type);
        INFO(type << ": " << whose);
        const bool all_who_act = whose.empty();
        for (const Function& one : {ovd, planner, coordinator, trainer, observer, onlooker, arb}) {
            const bool crisis = one == ovd || (one == arb && rights::may(ovd, type));
            const std::string named = crisis ? "iemand van de crisisorganisatie" : one.value;
            const bool acts = one != observer && one != onlooker;
            if (all_who_act)
                CHECK((!acts || rights::may(one, type)));
            else
                CHECK((whose.find(named) != std::string::npos) == rights::may(one, type));
        }
    }
}

TEST_CASE("a function that no list knows helps in the crisis organisation") {
    CHECK(rights::may<ActionOpened>(Function("dijkwacht")));
    CHECK_FALSE(rights::may<InjectDelivered>(Function("dijkwacht")));
}

TEST_CASE("planner, coordinator and trainer have what is theirs") {
    CHECK(rights::may<SwapApproved>(planner));
    CHECK(rights::may<PersonRegistered>(planner));
    CHECK_FALSE(rights::may<GripDecided>(planner));
    CHECK(rights::may<RequirementMet>(coordinator));
    CHECK(rights::may<IncidentOpened>(coordinator)); // an event that becomes an incident
    CHECK_FALSE(rights::may<GripDecided>(coordinator));
    CHECK(rights::may<InjectDelivered>(trainer));
    CHECK(rights::may<GripDecided>(trainer)); // the responscel speaks for everybody
    CHECK(rights::may<RotationSet>(arb));
    CHECK(rights::may<EventRegistered>(arb));
}

TEST_CASE("a type is known with and without its prefix; a foreign one is for who acts") {
    CHECK_FALSE(rights::may(ovd, "nl.regiekamer.swap.approved"));
    CHECK_FALSE(rights::may(ovd, "swap.approved"));
    CHECK(rights::may(ovd, "eu.example.thing"));
    CHECK_FALSE(rights::may(onlooker, "eu.example.thing"));
}

TEST_CASE("who makes an incident of an evenement takes its place on the map along, and runs no incident") {
    CHECK(rights::may<IncidentOpened>(coordinator));
    CHECK(rights::may<PlaceMarked>(coordinator));
    CHECK_FALSE(rights::may<PlaceRemoved>(coordinator));
    CHECK_FALSE(rights::may<AreaDrawn>(coordinator));
    CHECK_FALSE(rights::may<GripDecided>(coordinator));
    CHECK_FALSE(rights::may<PlaceMarked>(planner));
}

} // namespace rights_test
