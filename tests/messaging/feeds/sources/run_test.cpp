// A feed from end to end: its source, its record, a real hub that goes and comes back.
#include "server.hpp"
#include "tests/messaging/feeds/sources/fed.hpp"

namespace run_test {

using namespace fed;

TEST_CASE(
    "good, bad and endless lines come through to the end, are kept, and give the same when played again") {
    const TestHub hub;
    const auto pages =
        write(hub.folder / "pages", "multimon-ng 1.2.0\n" + good + "\n" + std::string(100'000, 'x') +
                                        "\nrest \xFF\nFLEX|1600/2/K/A|07.041|001420059|ALN|zonder\n" + good);
    const Stop stop;
    const auto ran = run_feed(spec_of("p2000", pages, hub.folder / "raw"), settings_of(hub.requests()), stop);
    REQUIRE(ran.has_value());
    CHECK(ran->messages == 3);
    CHECK(ran->aside == 2);
    const Told first(hub.requests());
    CHECK(first.all<PageReceived>().size() == 3);
    CHECK(first.all<FeedRefused>().size() == 2);
    CHECK(first.all<FeedReported>().front().state == FeedState::loopt);
    CHECK(first.all<FeedReported>().back().state == FeedState::stil);

    const auto files = raw_files(hub.folder / "raw", "proef");
    REQUIRE(files.size() == 1);
    ReplaySettings replay;
    replay.instant = true;
    const TestHub other;
    replay.connect = other.requests();
    for (std::size_t times = 1; times <= 2; ++times) { // twice on one hub is twice
        const auto played = replay_record(files[0], replay, stop);
        REQUIRE(played.has_value());
        const auto again = Told(other.requests()).all<PageReceived>();
        REQUIRE(again.size() == 3 * times);
        for (std::size_t i = 0; i < 3; ++i)
            CHECK(again[3 * (times - 1) + i] == first.all<PageReceived>()[i]);
    }

    const TestHub actual([](auto& settings) { settings.mode = Mode::actual; });
    replay.connect = actual.requests();
    const auto refused = replay_record(files[0], replay, stop);
    REQUIRE_FALSE(refused.has_value());
    CHECK_THAT(sentence(refused.error()), ContainsSubstring("never played into real work"));
    CHECK(Told(actual.requests()).messages.empty());
    CHECK_FALSE(retry_record(files[0], replay, stop).has_value()); // recorded for an exercise
}

TEST_CASE(
    "half a line is kept and is never a page: not when it comes, not when it is played or offered again") {
    const TestHub hub;
    const std::string exercise = "FLEX|2026-03-02 13:07:44|1600/2/K/A|05.033|001201234|ALN|P 1 BR flat "
                                 "Kade Proefdam GRIP 3 (Oefening)";
    Scripted source({Piece{exercise.substr(0, exercise.size() - 8), wall_clock(), true}, Fault{"weg"},
                     Piece{good, wall_clock()}});
    const Stop stop;
    const auto ran =
        run_feed(spec_of("p2000", "-", hub.folder / "raw"), settings_of(hub.requests()), stop, source);
    REQUIRE(ran.has_value());
    CHECK(ran->messages == 1);
    CHECK(ran->aside == 1);
    const Told told(hub.requests());
    const auto refused = told.all<FeedRefused>();
    REQUIRE(refused.size() == 1);
    CHECK(refused[0].reason == half_line);
    CHECK_THAT(refused[0].sample.value_or(""), ContainsSubstring("GRIP 3 (O"));

    const auto record = raw_files(hub.folder / "raw", "proef").at(0);
    ReplaySettings again;
    again.connect = hub.requests();
    again.instant = true;
    const auto tried = retry_record(record, again, stop);
    REQUIRE(tried.has_value());
    CHECK(tried->aside == 1);
    const auto played = replay_record(record, again, stop);
    REQUIRE(played.has_value());
    CHECK(played->aside == 1);
    for (const auto& page : Told(hub.requests()).all<PageReceived>())
        CHECK(page.text == "A1 Dam");
}

TEST_CASE("an event whose line has no end shows itself whole, or that it is half") {
    const TestHub hub;
    const std::string whole = note("a");
    Scripted source({Piece{whole, wall_clock(), true}, Piece{whole.substr(0, 40), wall_clock(), true}});
    const Stop stop;
    const auto ran = run_feed(spec_of("jsonl", "-"), settings_of(hub.requests()), stop, source);
    REQUIRE(ran.has_value());
    CHECK(ran->messages == 1);
    CHECK(ran->aside == 1);
}

TEST_CASE("a hub that is away is waited for, and nothing that was read is lost") {
    const Folder folder;
    const auto journal = folder / "journal";
    auto settings = exercise_on(journal);
    auto first = started(settings);
    const std::string endpoint = first->requests().at(0);
    settings.requests = {endpoint};
    /// Gives a line, ends the hub, gives another, starts it again.
    class Interrupting : public Source {
    public:
        std::function<void()> between;
        Pulled next(milliseconds, const Stop&) override {
            if (step_++ == 0) return Piece{good, wall_clock()};
            if (step_ == 2) return Nothing{};
            if (step_ == 3) {
                between();
                return Piece{good, wall_clock()};
            }
            return step_ == 4 ? Pulled(Nothing{}) : Pulled(Ended{});
        }

    private:
        int step_ = 0;
    } source;
    std::thread starter;
    source.between = [&] {
        first.reset();
        starter = std::thread([&] { first = started(settings); });
    };
    const Stop stop;
    const auto ran = run_feed(spec_of("p2000", "-"), settings_of(endpoint), stop, source);
    starter.join();
    REQUIRE(ran.has_value());
    CHECK(ran->refused == 0);
    CHECK(Told(endpoint).all<PageReceived>().size() == 2);
}

TEST_CASE("a feed that is to wait for its hub does not end because there is none yet") {
    const Folder folder;
    Stop stop;
    stop.stop(); // the wait has no other end here
    Scripted source({});
    auto settings = settings_of("ipc://" + (folder / "nobody").string());
    settings.wait = true;
    const auto ran = run_feed(spec_of("p2000", "-"), settings, stop, source);
    REQUIRE_FALSE(ran.has_value());
    CHECK_THAT(sentence(ran.error()), ContainsSubstring("asked to end before a hub answered"));
}

TEST_CASE("who is ended while the hub is away writes down what did not arrive") {
    const Folder folder;
    auto hub = started(exercise_on(folder / "journal"));
    Stop stop;
    class Last : public Source {
    public:
        std::function<void()> act;
        Pulled next(milliseconds, const Stop&) override {
            act();
            return Piece{good, wall_clock()};
        }
    } source;
    source.act = [&] {
        hub.reset();
        stop.stop();
    };
    const auto ran =
        run_feed(spec_of("p2000", "-", folder / "raw"), settings_of(hub->requests().at(0)), stop, source);
    REQUIRE(ran.has_value());
    CHECK(ran->messages == 1);
    CHECK(ran->undelivered == 1); // its own last words are none of what was read
    auto record = RawReader::open(raw_files(folder / "raw", "proef").at(0));
    std::size_t later = 0;
    for (auto line = record->next(); line && *line; line = record->next())
        if (const auto* one = std::get_if<RawLater>(&**line)) later += one->ids.size();
    CHECK(later >= 1);
}

TEST_CASE("a journal that took the place of the one before is told all anew") {
    const Folder folder;
    auto settings = exercise_on(folder / "een");
    auto hub = started(settings);
    const std::string endpoint = hub->requests().at(0);
    settings.requests = {endpoint};
    settings.journal = folder / "twee";
    const std::string roster = "functie;naam;van;tot\nOvD-Bz;A. Proef;01-12-2026 08:00;08-12-2026 08:00\n";
    auto spec = spec_of("csv", "-");
    spec.what = "roster";
    class Again : public Source {
    public:
        std::function<void()> between;
        std::string text;
        Pulled next(milliseconds, const Stop&) override {
            switch (step_++) {
            case 1:
                between();
                return Fault{"de server is weg"}; // something to say to the new hub
            case 0:                               // and not again: it did not change
                return Piece{text, wall_clock()};
            case 5:
                return Ended{};
            default:
                return Nothing{};
            }
        }

    private:
        int step_ = 0;
    } source;
    source.text = roster;
    source.between = [&] {
        hub.reset();
        hub = started(settings);
    };
    const Stop stop;
    REQUIRE(run_feed(spec, settings_of(endpoint), stop, source).has_value());
    CHECK(Told(endpoint).all<DutyRostered>().size() == 1);
}

TEST_CASE(
    "after a restart thresholds and forecasts are not said again, and a colour that went is withdrawn") {
    const TestHub hub([](auto& settings) { settings.mode = Mode::actual; });
    const auto config =
        write(hub.folder / "water.toml", "[water]\n[[water.station]]\nname = \"Dordrecht\"\ncodes = [\"p\"]\n"
                                         "[[water.station.threshold]]\nvalue = 200\nmeaning = \"kade\"\n"
                                         "severity = \"alarm\"\n");
    const Instant now = wall_clock();
    const auto level = [&](hours ahead, int cm) {
        return R"({"Tijdstip":")" + to_text(now + ahead) + R"(","Meetwaarde":{"Waarde_Numeriek":)" +
               std::to_string(cm) + R"(},"WaarnemingMetadata":{"Kwaliteitswaardecode":"00"}})";
    };
    const auto series = [](const char* process, const std::string& values) {
        return std::string(R"({"Locatie":{"Code":"p"},"AquoMetadata":{"Grootheid":{"Code":"WATHTE"},)") +
               R"("Eenheid":{"Code":"cm"},"Hoedanigheid":{"Code":"NAP"},"ProcesType":")" + process +
               R"("},"MetingenLijst":[)" + values + "]}";
    };
    const std::string water = R"({"Succesvol":true,"WaarnemingenLijst":[)" +
                              series("meting", level(hours(-1), 100)) + "," +
                              series("verwachting", level(hours(2), 180) + "," + level(hours(4), 220)) + "]}";
    const auto colours = [&](Instant at, int colour) {
        return "<report><metadata><report_created>" + to_text(at) +
               "</report_created></metadata><timeslice><timeslice_id>" + to_text(now) +
               "</timeslice_id><phenomenon><phenomenon_id>wind</phenomenon_id><location><location_id>ZH"
               "</location_id><location_warning_status>" +
               std::to_string(colour) +
               "</location_warning_status></location></phenomenon></timeslice></report>";
    };
    auto of_water = spec_of("water", "-");
    of_water.config = config;
    auto of_knmi = spec_of("weather", "-");
    of_knmi.name = "knmi";
    const Stop stop;
    const auto runs = [&](const FeedSpec& spec, const std::string& document) {
        Scripted source({Piece{document, wall_clock()}});
        const auto ran = run_feed(spec, settings_of(hub.requests()), stop, source);
        REQUIRE(ran.has_value());
        return ran->messages;
    };
    CHECK(runs(of_water, water) == 3);
    CHECK(runs(of_water, water) == 0);
    write(config, "[water]\n[[water.station]]\nname = \"Dordrecht\"\ncodes = [\"p\"]\n"
                  "[[water.station.threshold]]\nvalue = 210\nmeaning = \"kade\"\nseverity = \"alarm\"\n");
    CHECK(runs(of_water, water) == 1); // the new threshold
    CHECK(runs(of_knmi, colours(now - hours(1), 2)) == 1);
    CHECK(runs(of_knmi, colours(now - minutes(50), 2)) == 0);
    CHECK(runs(of_knmi, colours(now - minutes(40), 0)) == 1);
    const auto warnings = Told(hub.requests()).all<WarningReceived>();
    REQUIRE(warnings.size() == 2);
    CHECK(warnings[1].msg_type == "Cancel");
    CHECK(warnings[1].identifier == warnings[0].identifier);
    CHECK(runs(of_knmi, colours(now - minutes(30), 0)) == 0);
}

TEST_CASE("an event of others that the hub refuses is counted as put aside") {
    const TestHub hub;
    const std::string one = note("a"), other = note("a", "iets anders");
    Scripted source({Piece{one, wall_clock()}, Nothing{}, Piece{other, wall_clock()}, Nothing{}});
    const Stop stop;
    const auto ran = run_feed(spec_of("jsonl", "-"), settings_of(hub.requests()), stop, source);
    REQUIRE(ran.has_value());
    CHECK(ran->refused == 1);
    CHECK_THAT(Told(hub.requests()).all<FeedRefused>().at(0).reason, ContainsSubstring("the hub refused it"));
}

TEST_CASE("a PUB socket of others is followed, also when it sent what is too large") {
    const TestHub hub;
    const auto endpoint = "ipc://" + (hub.folder.path / "pub").string();
    zmq::context_t context(1);
    zmq::socket_t publisher(context, zmq::socket_type::xpub);
    publisher.bind(endpoint);
    Stop stop;
    std::thread feed(
        [&] { CHECK(run_feed(spec_of("zmq", endpoint), settings_of(hub.requests()), stop).has_value()); });
    zmq::message_t subscribed;
    REQUIRE(publisher.recv(subscribed).has_value()); // it is there
    for (const std::string& event : {note("a"), note("b")}) {
        publisher.send(zmq::buffer(std::string("topic")), zmq::send_flags::sndmore);
        publisher.send(zmq::buffer(event));
    }
    publisher.send(zmq::buffer(std::string(2'000'000, 'x')));
    publisher.send(zmq::buffer(note("c")));
    while (Told(hub.requests()).all<NoteWritten>().size() < 3)
        std::this_thread::yield();
    stop.stop();
    feed.join();
    const Told told(hub.requests());
    CHECK(told.all<FeedReported>().back().note == "de koppeling is gestopt");
    CHECK(told.all<FeedRefused>().at(0).reason == "the event is larger than 256 KiB");
}

TEST_CASE("last words reach the hub, though an answer was no longer waited for") {
    const TestHub hub;
    Stop stop;
    Delivery delivery(hub.requests(), "proef", {});
    REQUIRE(delivery.greet(stop).has_value());
    stop.stop();
    CHECK_FALSE(delivery.exercise_clock(stop)); // given up at once, and the connection with it
    CHECK(delivery.last({{"laatste", note("laatste"), false}}, seconds(10)).has_value());
    CHECK(Told(hub.requests()).all<NoteWritten>().size() == 1);
}

} // namespace run_test
