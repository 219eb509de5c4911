// A feed from end to end: its source, its record, a real hub.
#include "messaging/codec/codec.hpp"
#include "messaging/feeds/sources/replay.hpp"
#include "messaging/feeds/sources/run.hpp"
#include "server.hpp"
#include "tests/messaging/hub/test_hub.hpp"

#include <deque>
#include <fstream>

namespace run_test {

using namespace regiekamer;
using namespace regiekamer::feeds;

namespace {

const std::string good = "FLEX|2026-03-02 13:07:44|1600/2/K/A|05.033|001420059|ALN|A1 Dam";

struct Told {
    std::vector<Message> messages;
    explicit Told(const std::string& requests) {
        auto client = link::Client::connect(requests, "test");
        REQUIRE(client.has_value());
        Sequence after = 0;
        for (;;) {
            const auto page = client->replay(after);
            REQUIRE(page.has_value());
            if (page->empty()) return;
            for (const auto& [meta, event] : *page)
                messages.push_back(codec::read(event));
            after += page->size();
        }
    }
    template <class T>
    [[nodiscard]] std::vector<T> all() const {
        std::vector<T> found;
        for (const auto& message : messages)
            if (const auto* body = std::get_if<T>(&message.body)) found.push_back(*body);
        return found;
    }
};

FeedSpec spec_of(const char* kind, const std::string& from, const std::filesystem::path& raw = {}) {
    FeedSpec spec;
    spec.name = "proef";
    spec.kind = kind_of(kind);
    spec.from = from;
    spec.raw = raw;
    return spec;
}

RunSettings settings_of(const std::string& connect) {
    RunSettings settings;
    settings.connect = connect;
    settings.back_off = link::BackOff(milliseconds(1), milliseconds(5));
    return settings;
}

std::string write(const std::filesystem::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
    return file.string();
}

/// What a test says came, and then the end.
class Scripted : public Source {
public:
    explicit Scripted(std::deque<Pulled> all) : all_(std::move(all)) {}
    Pulled next(milliseconds, const Stop&) override {
        if (all_.empty()) return Ended{};
        auto one = std::move(all_.front());
        all_.pop_front();
        return one;
    }

private:
    std::deque<Pulled> all_;
};

} // namespace

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

TEST_CASE("in an exercise a feed, and a night that is played again, speak at the time of the exercise") {
    const TestHub hub;
    auto client = hub.client();
    const auto set_clock = [&](const std::string& id, const std::string& at) {
        client.append(event_of("exercise.clock_set", id,
                               R"({"run":"r","at":")" + at + R"(","rate":1,"running":false})"));
    };
    const auto page_times = [&] {
        std::vector<Instant> times;
        for (const auto& message : Told(hub.requests()).messages)
            if (std::holds_alternative<PageReceived>(message.body)) times.push_back(message.time);
        return times;
    };
    const Stop stop;
    const auto raw = hub.folder.path / "raw";
    set_clock("c1", "2027-01-23T03:00:00Z");
    REQUIRE(run_feed(spec_of("p2000", write(hub.folder.path / "lines", good + "\n"), raw),
                     settings_of(hub.requests()), stop));
    set_clock("c2", "2027-01-23T04:00:00Z");
    ReplaySettings again;
    again.connect = hub.requests();
    again.instant = true;
    REQUIRE(replay_record(raw_files(raw, "proef").at(0), again, stop));
    CHECK(page_times() ==
          std::vector{*read_instant("2027-01-23T03:00:00Z"), *read_instant("2027-01-23T04:00:00Z")});
}

TEST_CASE("a record that was cut off says how much of it was left out; what is no record is refused") {
    const TestHub hub;
    const std::string head = write_raw_line(RawHead{"proef", "p2000", "", "", Mode::exercise}),
                      piece = write_raw_line(RawPiece{wall_clock(), good, {}, {}, {}});
    ReplaySettings settings;
    settings.connect = hub.requests();
    settings.instant = true;
    const Stop stop;
    const auto cut = replay_record(
        write(hub.folder / "cut.jsonl", head + "\n" + piece + "\n" + piece.substr(0, 60)), settings, stop);
    REQUIRE(cut.has_value());
    CHECK(cut->pieces == 1);
    CHECK(cut->aside == 1);
    CHECK_THAT(cut->why, ContainsSubstring("half a line"));
    for (const std::string& text : {std::string(), head.substr(0, 25)})
        CHECK_THAT(sentence(replay_record(write(hub.folder / "none.jsonl", text), settings, stop).error()),
                   ContainsSubstring("no head that can be read"));
}

TEST_CASE("what was put aside is offered again once its reader can read it; twice changes nothing") {
    const TestHub hub;
    const auto record = write(hub.folder / "proef-2026-03-02.jsonl",
                              write_raw_line(RawHead{"proef", "p2000", "", "", Mode::exercise}) + "\n" +
                                  write_raw_line(RawPiece{wall_clock(), good, {"al-gezegd"}, {}, {}}) + "\n" +
                                  write_raw_line(RawPiece{wall_clock(), good, {}, {{"toen niet", "x"}}, {}}) +
                                  "\n" + write_raw_line(RawPiece{wall_clock(), good, {"weg"}, {}, {}}) +
                                  "\n" + write_raw_line(RawLater{{"weg"}, "the hub was away"}) + "\n");
    ReplaySettings settings;
    settings.connect = hub.requests();
    const Stop stop;
    for (int times = 0; times < 2; ++times) {
        const auto tried = retry_record(record, settings, stop);
        REQUIRE(tried.has_value());
        CHECK(tried->pieces == 2);
        CHECK(tried->refused == 0);
        const Told told(hub.requests());
        CHECK(told.messages.size() == 2);
        CHECK(told.messages.back().id == "weg");
    }
}

TEST_CASE("a desk asks a feed to offer again what it put aside, and is told what came of it") {
    const TestHub hub;
    const auto raw = hub.folder / "raw";
    std::filesystem::create_directories(raw);
    const std::string other_journal = "0b0e7f9c-7d5e-4f7e-8d0a-000000000000";
    const auto aside = [](const char* bytes) {
        return write_raw_line(RawPiece{wall_clock(), bytes, {}, {{"toen niet", "x"}}, {}}) + "\n";
    };
    // What was recorded for the journal of another hub is not for this one.
    write(raw / "proef-2026-03-02.jsonl",
          write_raw_line(RawHead{"proef", "p2000", "", "", Mode::exercise}) + "\n" + aside(good.c_str()) +
              aside("half een regel") +
              write_raw_line(RawHead{"proef", "p2000", "", "", Mode::exercise, other_journal}) + "\n" +
              aside(good.c_str()) + write_raw_line(RawHead{"proef", "p2000", "", "", Mode::actual}) + "\n" +
              aside(good.c_str()));
    /// Nothing comes until the answer is there.
    class Quiet : public Source {
    public:
        std::function<bool()> over;
        Pulled next(milliseconds, const Stop&) override {
            return over() ? Pulled(Ended{}) : Pulled(Nothing{});
        }
    } source;
    auto client = link::Client::connect(hub.requests(), "desk");
    REQUIRE(client.has_value());
    std::string asked;
    source.over = [&] {
        // Live tells it only to who listens already: it is asked until it is answered.
        const Told told(hub.requests());
        if (!told.all<FeedRetried>().empty()) return true;
        asked = "vraag-" + std::to_string(told.messages.size());
        const std::array question{event_of("feed.retry_asked", asked, R"({"feed":"proef"})"),
                                  event_of("feed.retry_asked", asked + "-x", R"({"feed":"andere"})")};
        REQUIRE(client->append(question).has_value());
        return false;
    };
    auto settings = settings_of(hub.requests());
    settings.live = hub.live();
    const Stop stop;
    REQUIRE(run_feed(spec_of("p2000", "-", raw), settings, stop, source).has_value());
    const Told told(hub.requests());
    const auto answers = told.all<FeedRetried>();
    REQUIRE_FALSE(answers.empty());
    CHECK(answers[0].pieces.value == 2);
    CHECK(answers[0].messages.value == 1);
    CHECK(answers[0].aside.value == 1);
    CHECK(answers[0].note.value_or("").starts_with("expected a FLEX line"));
    CHECK(told.all<PageReceived>().size() == 1);
    for (const auto& message : told.messages)
        if (std::holds_alternative<FeedRetried>(message.body))
            CHECK(message.cause.value_or(MessageId()).value.starts_with("vraag-"));
}

TEST_CASE("a feed that keeps nothing says so when it is asked") {
    FeedSpec spec = spec_of("p2000", "-");
    const Stop stop;
    const auto answer = retry_kept(spec, {}, stop);
    CHECK(answer.pieces.value == 0);
    CHECK(answer.note == "this feed keeps nothing");
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
    auto record = RawReader::open(raw_files(folder / "raw", "proef").at(0));
    std::size_t later = 0;
    for (auto line = record->next(); line && *line; line = record->next())
        if (const auto* one = std::get_if<RawLater>(&**line)) later += one->ids.size();
    CHECK(later >= 1);
}

TEST_CASE("what cannot be kept is reported as a fault; what is fed goes on") {
    const TestHub hub;
    const auto file = write(hub.folder / "no-folder", "x");
    const Stop stop;
    Scripted source({Piece{good, wall_clock()}, Nothing{}, Piece{good, wall_clock()}});
    const auto ran = run_feed(spec_of("p2000", "-", file), settings_of(hub.requests()), stop, source);
    REQUIRE(ran.has_value());
    CHECK(ran->messages == 2);
    CHECK(ran->not_kept == 2);
    const Told told(hub.requests());
    CHECK(told.all<PageReceived>().size() == 2);
    const auto reports = told.all<FeedReported>();
    REQUIRE(reports.size() >= 2);
    CHECK(std::any_of(reports.begin(), reports.end(), [](const FeedReported& one) {
        return one.state == FeedState::fout && one.note &&
               one.note->find("cannot be kept") != std::string::npos;
    }));
    CHECK_FALSE(reports.back().ended.value_or(false)); // it did not end as it should
}

TEST_CASE("a folder that is watched does not keep what comes in") {
    const TestHub hub;
    const auto folder = hub.folder / "in";
    std::filesystem::create_directories(folder);
    const Stop stop;
    const auto ran =
        run_feed(spec_of("cap", folder.string(), folder / "."), settings_of(hub.requests()), stop);
    REQUIRE_FALSE(ran.has_value());
    CHECK_THAT(sentence(ran.error()), ContainsSubstring("another folder to keep what came in"));
}

TEST_CASE("a night of warnings that is played says how many are over by the clock of the exercise") {
    const TestHub hub;
    auto client = hub.client();
    client.append(event_of("exercise.clock_set", "c1",
                           R"({"run":"r","at":"2027-01-23T03:00:00Z","rate":1,"running":false})"));
    const auto alert = [](const std::string& id, const std::string& expires) {
        return "<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"><identifier>" + id +
               "</identifier><sender>p@voorbeeld.example</sender><sent>2026-07-01T10:00:00+02:00</sent>"
               "<status>Exercise</status><msgType>Alert</msgType><scope>Public</scope><info><language>nl-NL"
               "</language><category>Met</category><event>wind</event><urgency>Expected</urgency><severity>"
               "Moderate</severity><certainty>Likely</certainty><expires>" +
               expires +
               "</expires><headline>Geel</headline><area><areaDesc>x</areaDesc></area></info></alert>";
    };
    const auto record = write(
        hub.folder / "cap-2026-07-01.jsonl",
        write_raw_line(RawHead{"proef", "cap", "", "", Mode::exercise}) + "\n" +
            write_raw_line(RawPiece{wall_clock(), alert("w1", "2026-07-01T20:00:00+02:00"), {"x"}, {}, {}}) +
            "\n" +
            write_raw_line(RawPiece{wall_clock(), alert("w2", "2027-02-01T20:00:00+01:00"), {"y"}, {}, {}}) +
            "\n");
    ReplaySettings replay;
    replay.connect = hub.requests();
    replay.instant = true;
    const Stop stop;
    const auto played = replay_record(record, replay, stop);
    REQUIRE(played.has_value());
    CHECK(played->messages == 2);
    CHECK(played->expired == 1);
    CHECK_THAT(Told(hub.requests()).all<FeedReported>().back().note.value_or(""),
               ContainsSubstring("1 waarschuwing was al verlopen"));
}

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

TEST_CASE("a PUB socket of others is followed") {
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
    publisher.send(zmq::buffer(note("c")));
    while (Told(hub.requests()).all<NoteWritten>().size() < 3)
        std::this_thread::yield();
    stop.stop();
    feed.join();
    CHECK(Told(hub.requests()).all<FeedReported>().back().note == "de koppeling is gestopt");
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

} // namespace run_test
