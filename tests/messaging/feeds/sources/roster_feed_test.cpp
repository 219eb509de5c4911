// A roster that is fed: it wipes nothing, and what did not arrive is said by the next run.
#include "tests/messaging/feeds/sources/fed.hpp"

namespace roster_feed_test {

using namespace fed;

TEST_CASE("an unchanged roster changes nothing, also after a restart; a fault and its end are reported") {
    const TestHub hub;
    const std::string roster = "functie;naam;van;tot\nOvD-Bz;A. Proef;01-12-2026 08:00;08-12-2026 08:00\n";
    auto spec = spec_of("csv", "-", hub.folder / "raw");
    spec.what = "roster";
    const Stop stop;
    for (int times = 0; times < 2; ++times) {
        Scripted source({Piece{roster, wall_clock()}, Fault{"de server is weg"}, Nothing{}, Heard{},
                         Piece{roster, wall_clock()}});
        const auto ran = run_feed(spec, settings_of(hub.requests()), stop, source);
        REQUIRE(ran.has_value());
        CHECK(ran->messages == (times == 0 ? 2U : 0U)); // the hub tells what was said
        spec.raw.clear();                               // also of a feed that keeps nothing
    }
    const TestHub other; // there nothing was said yet
    Scripted source({Piece{roster, wall_clock()}});
    CHECK(run_feed(spec, settings_of(other.requests()), stop, source)->messages == 2);
    const Told told(hub.requests());
    CHECK(told.all<DutyRostered>().size() == 1);
    CHECK(told.all<FeedRefused>().empty());
    std::vector<FeedState> states;
    for (const auto& reported : told.all<FeedReported>())
        states.push_back(reported.state);
    states.resize(4);
    CHECK(states == std::vector{FeedState::loopt, FeedState::fout, FeedState::loopt, FeedState::stil});
}

TEST_CASE("a roster that did not reach the hub is said by the next run") {
    const Folder folder;
    auto settings = exercise_on(folder / "journal");
    auto hub = started(settings);
    const std::string endpoint = hub->requests().at(0);
    settings.requests = {endpoint};
    const std::string roster = "functie;naam;van;tot\nOvD-Bz;A. Proef;01-12-2026 08:00;08-12-2026 08:00\n";
    auto spec = spec_of("csv", "-", folder / "raw");
    spec.what = "roster";
    Stop stop;
    class Last : public Source {
    public:
        std::function<Piece()> act;
        Pulled next(milliseconds, const Stop&) override { return act(); }
    } source;
    source.act = [&] {
        hub.reset();
        stop.stop();
        return Piece{roster, wall_clock()};
    };
    REQUIRE(run_feed(spec, settings_of(endpoint), stop, source).has_value());
    hub = started(settings);
    Scripted again({Piece{roster, wall_clock()}});
    const Stop other;
    const auto ran = run_feed(spec, settings_of(endpoint), other, again);
    REQUIRE(ran.has_value());
    CHECK(ran->messages == 2);
    CHECK(Told(endpoint).all<DutyRostered>().size() == 1);
}

namespace {

/// Somebody with a number, whom the hub knows as AC-Bz.
PersonRegistered registers(const TestHub& hub) {
    Message message;
    message.id = "m1";
    message.source = "test";
    message.time = wall_clock();
    message.status = Mode::exercise;
    PersonRegistered known;
    known.person = "p-p-proef";
    known.name = "P. Proef";
    known.functions = {Function("AC-Bz")};
    known.phone = "06-0000 9102";
    message.body = known;
    auto client = link::Client::connect(hub.requests(), "test");
    REQUIRE(client.has_value());
    const std::vector<std::string> events{codec::encode(message)};
    REQUIRE(client->append(events).has_value());
    known.functions.emplace_back("OvD-Bz"); // as it is to be after the roster below
    return known;
}
const std::string duty_of_proef = "functie;naam;van;tot\nOvD-Bz;P. Proef;30-11-2026 09:00;07-12-2026 09:00\n";

} // namespace

TEST_CASE("a roster from a feed keeps the number of who is registered at the hub") {
    const TestHub hub;
    const auto expected = registers(hub);
    auto spec = spec_of("csv", write(hub.folder / "roster.csv", duty_of_proef));
    spec.what = "roster";
    const Stop stop;
    REQUIRE(run_feed(spec, settings_of(hub.requests()), stop).has_value());
    const auto said = Told(hub.requests()).all<PersonRegistered>();
    REQUIRE(said.size() == 2);
    CHECK(said.back() == expected);
}

TEST_CASE("a roster that is offered again wipes nothing either; twice changes nothing") {
    const TestHub hub;
    const auto expected = registers(hub);
    // As the feed itself named them.
    const auto reader = reader_of(*kind_of("csv"), {Mode::exercise, {}, "roster"});
    REQUIRE(reader);
    std::vector<std::string> ids;
    for (const auto& one : (*reader)(duty_of_proef, wall_clock()).said)
        ids.push_back(one.id);
    const auto record = write(hub.folder / "proef-2026-03-02.jsonl",
                              write_raw_line(RawHead{"proef", "csv", "roster", "", Mode::exercise}) + "\n" +
                                  write_raw_line(RawPiece{wall_clock(), duty_of_proef, ids, {}, {}}) + "\n" +
                                  write_raw_line(RawLater{ids, "the hub was away"}) + "\n");
    ReplaySettings settings;
    settings.connect = hub.requests();
    const Stop stop;
    for (int times = 0; times < 2; ++times)
        REQUIRE(retry_record(record, settings, stop).has_value());
    const Told told(hub.requests());
    REQUIRE(told.messages.size() == 3); // with the one before
    CHECK(told.all<PersonRegistered>().back() == expected);
}

namespace {

std::string roster_with(const std::string& person) {
    return "functie;naam;van;tot\nOvD-Bz;" + person + ";30-11-2026 09:00;07-12-2026 09:00\n";
}

/// A record of one day on which the roster stood so; `came`: the hub got it.
void record_day(const Folder& folder, const std::string& day, const Reader& reader, const std::string& roster,
                bool came, Instant arrival) {
    std::vector<std::string> ids;
    for (const auto& one : reader(roster, arrival).said)
        ids.push_back(one.id);
    std::string text = write_raw_line(RawHead{"proef", "csv", "roster", "", Mode::exercise}) + "\n" +
                       write_raw_line(RawPiece{arrival, roster, ids, {}, {}}) + "\n";
    if (!came) text += write_raw_line(RawLater{ids, "the hub was away"}) + "\n";
    write(folder / ("proef-" + day + ".jsonl"), text);
}

} // namespace

TEST_CASE("a turn that never arrived is not offered again once the roster of a later day has another in it") {
    const TestHub hub;
    const Folder folder;
    const auto reader = reader_of(*kind_of("csv"), {Mode::exercise, {}, "roster"});
    REQUIRE(reader);
    const Instant day = wall_clock() - hours(72);
    record_day(folder, "2026-03-02", *reader, roster_with("A. Eerste"), false, day);
    record_day(folder, "2026-03-03", *reader, roster_with("B. Tweede"), false, day + hours(24));
    record_day(folder, "2026-03-04", *reader,
               "functie;naam;van;tot\nAC-Bz;C. Derde;30-11-2026 09:00;07-12-2026 09:00\n", false,
               day + hours(48));
    ReplaySettings settings;
    settings.connect = hub.requests();
    const Stop stop;
    SECTION("a day by itself") {
        REQUIRE(retry_record(folder / "proef-2026-03-02.jsonl", settings, stop).has_value());
        CHECK(Told(hub.requests()).all<DutyRostered>().empty());
        REQUIRE(retry_record(folder / "proef-2026-03-03.jsonl", settings, stop).has_value());
        const auto duties = Told(hub.requests()).all<DutyRostered>();
        REQUIRE(duties.size() == 1);
        CHECK(duties[0].person.value.find("tweede") != std::string::npos);
    }
    SECTION("all that was kept") {
        auto spec = spec_of("csv", "-", folder / "");
        spec.what = "roster";
        const auto answer = retry_kept(spec, settings, stop);
        CHECK(answer.pieces.value == 3);
        const auto duties = Told(hub.requests()).all<DutyRostered>();
        REQUIRE(duties.size() == 2);
        CHECK(duties[0].person.value.find("tweede") != std::string::npos);
        CHECK(duties[1].person.value.find("derde") != std::string::npos);
    }
}

} // namespace roster_feed_test
