// The picture as JSON: the names that people script against, and that it is the same every time.
#include "dashboard/picture/json.hpp"

#include "messaging/codec/codec.hpp"
#include "tests/dashboard/picture/told.hpp"
#include "tests/support/property.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace json_test {

using namespace regiekamer;
using namespace regiekamer::picture;

namespace {

const Instant monday = at(2027, 6, 14, 9);

/// The good example of every type, in order of name, once.
std::vector<Message> examples() {
    std::vector<std::filesystem::path> files;
    const auto folder = std::filesystem::path(REGIEKAMER_SOURCE_DIR) / "tests/examples";
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        if (name.ends_with(".json") && name.find(".bad-") == std::string::npos) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    std::vector<Message> messages;
    for (const auto& file : files) {
        std::ifstream in(file);
        messages.push_back(codec::read(std::string(std::istreambuf_iterator<char>(in), {})));
    }
    return messages;
}

Picture folded(const std::vector<Message>& messages) {
    Picture picture;
    Sequence sequence = 0;
    for (const Message& message : messages)
        fold(picture, {++sequence, monday + seconds(sequence), "test", message});
    return picture;
}

} // namespace

TEST_CASE("an empty picture has all names, with nothing in them") {
    const auto json = to_json(Picture{}, monday);
    std::string names;
    for (const auto& member : json)
        names += std::string(member.key()) + ' ';
    CHECK(names == "sequence recorded moment now leading_incident incidents not_reached for "
                   "upcoming_meetings actions late_actions notes alarms alarm_counts roster events agenda "
                   "works series stations warnings pages proposals exercise organisation system ");
    CHECK(json.at("recorded").is_null());
    CHECK(json.at("incidents").as_array().empty());
    CHECK(json.at("exercise").is_null());
    CHECK(json.at("agenda").as_array().size() == 7);
}

TEST_CASE("every type of the vocabulary, in any order and repeated, gives a picture that can be told") {
    const std::vector<Message> all = examples();
    REQUIRE(all.size() >= codec::type_names().size());
    holds("total", [&] {
        const auto order = any_numbers(0, static_cast<int>(all.size()));
        std::vector<Message> told;
        for (const int index : order)
            told.push_back(all[static_cast<std::size_t>(index)]);
        const Picture once = folded(told), again = folded(told);
        MUST(once == again);
        const Instant now = all.front().time + hours(any_between(-2000, 2000));
        MUST(boost::json::serialize(to_json(once, now)) == boost::json::serialize(to_json(again, now)));
        MUST(boost::json::parse(boost::json::serialize(to_json(once, now))) == to_json(once, now));
    });
}

TEST_CASE("what grows beyond every number is null: the rest stays JSON") {
    Told told;
    for (const double value : {-1e305, 1e305})
        told.tells(monday, MeasurementTaken{"Dordrecht", "waterstand", "cm NAP",
                                            monday + minutes(value > 0 ? 10 : 0), value, Quality::goed});
    const auto json = to_json(told.picture, monday + minutes(10));
    CHECK(json.at("series").at(0).at("rise_per_hour").is_null());
    CHECK(boost::json::parse(boost::json::serialize(json)) == json);
}

TEST_CASE("who is on duty and what is not filled stands under roster") {
    Told told;
    RotationSet rotation;
    rotation.rotation = "ovd";
    rotation.function = "OvD-Bz";
    rotation.persons = {"p-1"};
    rotation.from = monday;
    rotation.zone = "Europe/Amsterdam";
    told.tells(monday, rotation);
    told.tells(monday, PersonRegistered{"p-1", "K. de Wit", {}, Pool::regionaal, {"OvD-Bz"}, {}, {}});
    told.tells(monday, AbsenceReported{"a", "p-1", monday + hours(24), monday + hours(48), {}});
    const auto json = to_json(told.picture, monday);
    const auto& duty = json.at("roster").at("functions").at(0).at("now");
    CHECK(duty.at("name") == "K. de Wit");
    CHECK(duty.at("until") == to_text(monday + hours(24)).c_str());
    CHECK(duty.at("layer") == "rotation");
    CHECK(duty.at("sequence") == 1);
    CHECK(json.at("roster").at("gaps").at(0).at("absent") == "p-1");
    CHECK(json.at("for").at("OvD-Bz").at("on_duty").at("person") == "p-1");
}

TEST_CASE("a post that must be filled and that nobody spoke of is vacant, as on the screen") {
    Told told;
    told.tells(monday, PostFilled{"arb", "ARB", PersonId("p-1"), std::nullopt});
    const std::vector<AskedPost> asked{{"burgemeester", "locoburgemeester", "GBT"}, {"ARB", "", ""}};
    const auto organisation = to_json(told.picture, monday, asked).at("organisation");
    REQUIRE(organisation.at("vacant").as_array().size() == 1);
    CHECK(organisation.at("vacant").at(0) == "functie/burgemeester");
    REQUIRE(organisation.at("posts").as_array().size() == 2);
    CHECK(organisation.at("posts").at(1).at("function") == "burgemeester");
    CHECK(organisation.at("posts").at(1).at("person").is_null());
    CHECK(to_json(told.picture, monday).at("organisation").at("vacant").as_array().empty());
}

TEST_CASE("an evenement tells why it is not ready, water its thresholds, a page what it proposes") {
    Told told;
    EventRegistered event;
    event.event = "e";
    event.name = "Havenfestival";
    event.from = monday + hours(2000);
    told.tells(monday, event);
    told.tells(monday,
               RequirementSet{"e", "plan", RequirementKind::document, "plan", "org", monday - hours(1)});
    told.tells(monday, ThresholdSet{"D", "waterstand", "cm NAP", 180, "voorwaarschuwing",
                                    ThresholdSeverity::aandacht});
    told.tells(monday,
               ThresholdSet{"D", "waterstand", "cm NAP", 180, "kade dicht", ThresholdSeverity::alarm});
    told.tells(monday, MeasurementTaken{"D", "waterstand", "cm NAP", monday, 190, Quality::goed});
    PageReceived page;
    page.text = "P 1 GRIP 1 Alblasserdam OVD-BZ";
    page.at = monday;
    page.ours = true;
    page.grip = 1;
    told.tells(monday, page);
    const auto json = to_json(told.picture, monday);
    const auto& shown = json.at("events").at(0);
    CHECK(shown.at("state") == "gepland");
    CHECK(shown.at("reasons").at(0).at("why") == "missing");
    CHECK(shown.at("reasons").at(0).at("late") == true);
    CHECK(json.at("series").at(0).at("latest").at("value") == 190.0);
    CHECK(json.at("series").at(0).at("thresholds").at(0).at("crossed") == true);
    CHECK(json.at("series").at(0).at("thresholds").at(0).at("meaning") == "voorwaarschuwing");
    CHECK(json.at("series").at(0).at("thresholds").at(1).at("meaning") == "kade dicht");
    CHECK(json.at("proposals").as_array().size() == 2);
    CHECK(json.at("proposals").at(1).at("level") == 1);
    CHECK(json.at("pages").at(0).at("ovd_bz") == true);
    CHECK(json.at("system").at("heard").at("page.received").at("sequence") == 6);
}

} // namespace json_test
