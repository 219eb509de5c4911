// What a feed keeps of what came in: played again, offered again, and what it does when it cannot keep it.
#include "messaging/feeds/sources/relived.hpp"
#include "tests/messaging/feeds/sources/fed.hpp"

#include <future>
#include <thread>

namespace kept_test {

using namespace fed;

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

namespace {

std::string journal_of(const TestHub& hub) {
    return link::Client::connect(hub.requests(), "test")->welcome().journal;
}
/// A line that was kept under that id, a while ago.
std::string kept_as(const std::string& id, const std::string& bytes) {
    return write_raw_line(RawPiece{wall_clock() - minutes(5), bytes, {id}, {}, {}}) + "\n";
}
std::string head_for(const char* kind, const std::string& journal) {
    return write_raw_line(RawHead{"proef", kind, "", "", Mode::exercise, journal}) + "\n";
}
std::vector<std::string> ids_told(const TestHub& hub) {
    std::vector<std::string> ids;
    for (const auto& message : Told(hub.requests()).messages)
        if (!std::holds_alternative<FeedReported>(message.body)) ids.push_back(message.id);
    return ids;
}

} // namespace

TEST_CASE("what a feed had read when it was killed, and the hub has not, is offered again") {
    const TestHub hub;
    const std::string ours = journal_of(hub), other = "0b0e7f9c-7d5e-4f7e-8d0a-000000000000";
    ReplaySettings settings;
    settings.connect = hub.requests();
    const Stop stop;
    const auto retry = [&](const std::string& record) {
        const auto tried = retry_record(write(hub.folder / "proef-2026-03-02.jsonl", record), settings, stop);
        REQUIRE(tried.has_value());
        CHECK(tried->refused == 0);
        return tried->messages;
    };
    CHECK(retry(head_for("p2000", ours) + kept_as("a", good)) == 1);
    // The run after it has a head of its own. What was read for another journal was told there.
    CHECK(retry(head_for("p2000", ours) + kept_as("a", good) + kept_as("b", good) + head_for("p2000", ours) +
                kept_as("c", good) + head_for("p2000", other) + kept_as("d", good)) == 2);
    CHECK(ids_told(hub) == std::vector<std::string>{"a", "b", "c"});
    // Events of others have a source of their own.
    const std::string notes = head_for("jsonl", ours) + kept_as("n", note("n")) + kept_as("m", note("m"));
    hub.client().append(note("n"));
    CHECK(retry(notes) == 1);
    CHECK(retry(notes) == 0);
    CHECK(ids_told(hub) == std::vector<std::string>{"a", "b", "c", "n", "m"});
}

TEST_CASE("what a hub has is recalled since an instant, wherever that falls in its journal") {
    const TestHub hub;
    const Stop stop;
    std::vector<std::pair<std::string, Instant>> all;
    const auto recalled = [&](std::optional<Instant> since) {
        std::vector<std::string> ids;
        Delivery delivery(hub.requests(), "proef", {});
        REQUIRE(delivery.greet(stop).has_value());
        REQUIRE(delivery.recall(
            "", [&](const Message& said, Instant) { ids.push_back(said.id); }, stop, since));
        return ids;
    };
    CHECK(recalled(wall_clock()).empty());
    for (int i = 0; i < 9; ++i)
        hub.client().append(note(std::to_string(i)));
    Delivery delivery(hub.requests(), "proef", {});
    REQUIRE(delivery.greet(stop).has_value());
    delivery.recall(
        "test", [&](const Message& said, Instant recorded) { all.emplace_back(said.id, recorded); }, stop);
    REQUIRE(all.size() == 9);
    for (std::size_t first = 0; first < all.size(); ++first) {
        const auto ids = recalled(all[first].second);
        CHECK(ids.size() == all.size() - first);
        CHECK(ids.front() == all[first].first);
    }
    CHECK(recalled(all[0].second - hours(1)).size() == 9);
    CHECK(recalled(all[8].second + hours(1)).empty());
    CHECK(recalled(std::nullopt).size() == 9);
}

TEST_CASE("a feed that starts again offers what the run before it had not delivered, and that alone") {
    const TestHub hub;
    const auto raw = hub.folder / "raw";
    std::filesystem::create_directories(raw);
    write(raw / "proef-2026-03-02.jsonl",
          head_for("p2000", journal_of(hub)) + kept_as("killed", good) + kept_as("ended", good) +
              kept_as("refused", good) + write_raw_line(RawLater{{"ended"}, std::string(hub_away)}) + "\n" +
              write_raw_line(RawLater{{"refused"}, "the hub refused it: expected sense"}) + "\n" +
              write_raw_line(RawPiece{wall_clock() - minutes(5), good, {}, {{"toen niet", "x"}}, {}}) + "\n" +
              head_for("p2000", "") + kept_as("of-an-older-program", good));
    const Stop stop;
    for (int times = 0; times < 2; ++times) {
        Scripted nothing({});
        REQUIRE(run_feed(spec_of("p2000", "-", raw), settings_of(hub.requests()), stop, nothing));
        CHECK(ids_told(hub) == std::vector<std::string>{"killed", "ended"});
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

namespace {

std::string real_alert(Instant sent) {
    return "<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"><identifier>w1</identifier>"
           "<sender>p@voorbeeld.example</sender><sent>" +
           to_text(sent) +
           "</sent><status>Actual</status><msgType>Alert</msgType><scope>Public</scope><info><language>nl-NL"
           "</language><category>Met</category><event>wind</event><urgency>Expected</urgency><severity>"
           "Moderate</severity><certainty>Likely</certainty><area><areaDesc>x</areaDesc></area></info>"
           "</alert>";
}

} // namespace

TEST_CASE(
    "an alert of a clock that is ahead is put aside until its time has come; a retry judges it by now") {
    const TestHub hub([](auto& settings) { settings.mode = Mode::actual; });
    class Ahead : public Scripted {
    public:
        using Scripted::Scripted;
        std::vector<Instant> from;
        void again(Instant at) override { from.push_back(at); }
    };
    const Instant sent = wall_clock(), then = sent - minutes(11);
    Ahead source({Piece{real_alert(sent), then}});
    const Stop stop;
    const auto raw = hub.folder / "raw";
    const auto ran = run_feed(spec_of("cap", "-", raw), settings_of(hub.requests()), stop, source);
    REQUIRE(ran.has_value());
    CHECK(ran->aside == 1);
    CHECK(source.from == std::vector{sent - fast_clock});
    CHECK(Told(hub.requests()).all<WarningReceived>().empty());

    ReplaySettings again;
    again.connect = hub.requests();
    for (int times = 0; times < 2; ++times) {
        const auto tried = retry_record(raw_files(raw, "proef").at(0), again, stop);
        REQUIRE(tried.has_value());
        CHECK(tried->messages == 1);
        CHECK(tried->aside == 0);
        CHECK(Told(hub.requests()).all<WarningReceived>().size() == 1);
    }
}

TEST_CASE("an event of others that was of the future is judged by now when it is offered again") {
    const TestHub hub([](auto& settings) { settings.mode = Mode::actual; });
    const Instant now = wall_clock();
    std::string event = event_of("note.written", "n", R"({"note":"n","text":"op hoogte"})", to_text(now));
    event.replace(event.find("exercise"), std::string_view("exercise").size(), "actual");
    Scripted source({Piece{event, now - minutes(11)}});
    const Stop stop;
    const auto raw = hub.folder / "raw";
    const auto ran = run_feed(spec_of("jsonl", "-", raw), settings_of(hub.requests()), stop, source);
    REQUIRE(ran.has_value());
    CHECK(ran->aside == 1);
    ReplaySettings again;
    again.connect = hub.requests();
    const auto tried = retry_record(raw_files(raw, "proef").at(0), again, stop);
    REQUIRE(tried.has_value());
    CHECK(tried->aside == 0);
    CHECK(Told(hub.requests()).all<NoteWritten>().size() == 1);
}

namespace {

/// A document of levels at one station: minutes past ten, and cm.
std::string levels(const std::vector<std::pair<int, int>>& all) {
    std::string values;
    for (const auto& [minute, level] : all)
        values += std::string(values.empty() ? "" : ",") + R"({"Tijdstip":"2026-07-01T10:)" +
                  (minute < 10 ? "0" : "") + std::to_string(minute) +
                  R"(:00.000+01:00","Meetwaarde":{"Waarde_Numeriek":)" + std::to_string(level) +
                  R"(},"WaarnemingMetadata":{"Kwaliteitswaardecode":"00"}})";
    return R"({"WaarnemingenLijst":[{"Locatie":{"Code":"PROEF","Naam":"Proefdam"},"AquoMetadata":{"Grootheid":)"
           R"({"Code":"WATHTE"},"Eenheid":{"Code":"cm"},"Hoedanigheid":{"Code":"NAP"},"ProcesType":"meting"},"MetingenLijst":[)" +
           values + R"(]}],"Succesvol":true})";
}

const Instant of_levels = *read_instant("2026-07-01T12:00:00Z");

/// What a reader made of the documents, one after the other.
std::vector<Became> read_all(const std::vector<std::string>& documents, const char* kind = "water") {
    const auto reader = reader_of(*kind_of(kind), {Mode::exercise, {}, {}});
    REQUIRE(reader);
    std::vector<Became> all;
    for (const auto& document : documents)
        all.push_back((*reader)(document, of_levels));
    return all;
}

std::vector<std::string> ids_in(const Became& became) {
    std::vector<std::string> ids;
    for (const auto& said : became.said)
        ids.push_back(said.id);
    return ids;
}

/// The hub has what of these came through.
void tell(const TestHub& hub, const Became& became) {
    auto client = hub.client();
    for (const auto& said : became.said) {
        Message message;
        message.id = said.id;
        message.source = "feed/proef";
        message.time = *said.time;
        message.status = Mode::exercise;
        message.body = said.body;
        CHECK(client.append(codec::encode(message)).at("ok") == true);
    }
}

/// The level that counts at ten: what was said of it last.
double level_at_ten(const TestHub& hub) {
    double level = 0;
    for (const auto& taken : Told(hub.requests()).all<MeasurementTaken>())
        if (taken.at == *read_instant("2026-07-01T09:00:00Z")) level = taken.value.value_or(0);
    return level;
}

/// Takes levels of any age: the record of a test is read long after its days.
std::string head_of_water(const TestHub& hub) {
    const auto config = write(hub.folder / "water.toml", "[water]\nhours_back = 0\n");
    return write_raw_line(RawHead{"proef", "water", "", config, Mode::exercise}) + "\n";
}
std::string piece_of(const std::string& document, const Became& became, Instant arrival = of_levels) {
    return write_raw_line(RawPiece{arrival, document, ids_in(became), {}, {}}) + "\n";
}
std::string never_came(const Became& became) {
    return write_raw_line(RawLater{ids_in(became), "the hub was away"}) + "\n";
}

/// As often as one likes: the second time changes nothing.
void retry_twice(const TestHub& hub, const std::string& record) {
    ReplaySettings settings;
    settings.connect = hub.requests();
    const Stop stop;
    std::size_t had = 0;
    for (int times = 0; times < 2; ++times) {
        const auto tried = retry_record(record, settings, stop);
        REQUIRE(tried.has_value());
        CHECK(tried->refused == 0);
        const auto has = Told(hub.requests()).messages.size();
        if (times > 0) CHECK(has == had);
        had = has;
    }
}

} // namespace

TEST_CASE("a corrected value that never arrived is offered again under the id of then, and counts") {
    const TestHub hub;
    const std::vector<std::string> documents{levels({{0, 200}}), levels({{0, 210}})};
    const auto became = read_all(documents);
    tell(hub, became[0]);
    const auto record = write(hub.folder / "proef-2026-07-01.jsonl",
                              head_of_water(hub) + piece_of(documents[0], became[0]) +
                                  piece_of(documents[1], became[1]) + never_came(became[1]));
    retry_twice(hub, record);
    CHECK(level_at_ten(hub) == 210);
    CHECK(Told(hub.requests()).messages.back().id == ids_in(became[1]).at(0));
}

TEST_CASE("a value that came back to that of the day before, and never arrived, is offered again") {
    const TestHub hub;
    // What stands in the next day's document from the day before is no news to a feed that went on.
    const std::vector<std::string> documents{levels({{0, 200}, {10, 180}}), levels({{0, 210}, {10, 180}}),
                                             levels({{0, 200}, {10, 180}, {20, 170}})};
    const auto became = read_all(documents);
    REQUIRE(ids_in(became[2]).size() == 2);
    tell(hub, became[0]);
    tell(hub, became[1]);
    const auto record =
        write(hub.folder / "proef-2026-07-02.jsonl",
              head_of_water(hub) + piece_of(documents[2], became[2], wall_clock()) + never_came(became[2]));
    retry_twice(hub, record);
    CHECK(level_at_ten(hub) == 200);
    CHECK(Told(hub.requests()).messages.size() == 5);
}

TEST_CASE("a value that never arrived is not offered again when the source said otherwise since") {
    const TestHub hub;
    const std::vector<std::string> documents{levels({{0, 200}}), levels({{0, 210}, {10, 180}}),
                                             levels({{0, 200}, {10, 180}})};
    const auto became = read_all(documents);
    tell(hub, became[0]);
    tell(hub, became[2]);
    const auto record =
        write(hub.folder / "proef-2026-07-01.jsonl",
              head_of_water(hub) + piece_of(documents[0], became[0]) + piece_of(documents[1], became[1]) +
                  never_came(became[1]) + piece_of(documents[2], became[2]));
    retry_twice(hub, record);
    CHECK(level_at_ten(hub) == 200);
    CHECK(Told(hub.requests()).all<MeasurementTaken>().back().value == 180); // what nobody said otherwise
}

TEST_CASE("an NL-Alert that never arrived does not take the place of what it became since") {
    const TestHub hub;
    const auto alert = [](const std::string& until) {
        return R"({"data":[{"id":"n1","message":"Testbericht. Sluit ramen.","start_at":"2026-07-01T10:00:00Z",)"
               R"("stop_at":")" +
               until + R"(","area":[]}]})";
    };
    const std::vector<std::string> documents{alert("2026-07-01T11:00:00Z"), alert("2026-07-01T12:00:00Z")};
    const auto became = read_all(documents, "weather");
    tell(hub, became[1]);
    retry_twice(hub, write(hub.folder / "proef-2026-07-01.jsonl",
                           write_raw_line(RawHead{"proef", "weather", "", "", Mode::exercise}) + "\n" +
                               piece_of(documents[0], became[0]) + never_came(became[0]) +
                               piece_of(documents[1], became[1])));
    CHECK(Told(hub.requests()).all<WarningReceived>().back().expires == of_levels);
}

TEST_CASE("in a night that is played faster an update is not of before what it replaces") {
    Relived relived;
    const Instant then = *read_instant("2026-07-01T12:00:00Z"), now = *read_instant("2027-01-23T03:00:00Z");
    const auto sent = [&](Instant said, Instant arrival, Instant played, const char* identifier = "w1",
                          const std::vector<std::string>& references = {}) {
        WarningReceived warning;
        warning.sender = "knmi";
        warning.identifier = identifier;
        warning.references = references;
        warning.sent = said;
        Became became;
        became.said.push_back({warning, "", said});
        relived.move(became, arrival, played);
        return std::get<WarningReceived>(became.said.front().body).sent;
    };
    const Instant alert = sent(then, then + seconds(30), now);
    CHECK(alert == now - seconds(30));
    CHECK(sent(then + minutes(20), then + minutes(23), now + minutes(2)) >= alert); // ten times as fast
    const Instant last = sent(then + minutes(21), then + minutes(24), now + minutes(3));
    const std::vector<std::string> named{"knmi,w1,2026-07-01T12:21:00+00:00"};
    CHECK(sent(then + minutes(22), then + minutes(44), now + minutes(4), "w2", named) >= last);
}

TEST_CASE(
    "in a night that is played again an old warning that comes late stays old, and no two get one time") {
    Relived relived;
    const Instant then = *read_instant("2026-07-01T12:00:00Z"), now = *read_instant("2027-01-23T03:00:00Z");
    const auto sent = [&](const char* identifier, Instant said) {
        WarningReceived warning;
        warning.sender = "knmi";
        warning.identifier = identifier;
        warning.sent = said;
        Became became;
        became.said.push_back({warning, "", said});
        relived.move(became, then, now);
        return std::get<WarningReceived>(became.said.front().body).sent;
    };
    CHECK(sent("new", then - minutes(5)) == now - minutes(5));
    CHECK(sent("old", then - hours(48)) == now - hours(48));
    CHECK(sent("new", then - minutes(15)) == now - minutes(15)); // the feed gave an earlier one of it again
    CHECK(sent("new", then - minutes(4)) == now - minutes(4));
}

TEST_CASE("in a night that is played faster no page is of later than now, and in its own time none moves") {
    const auto moved = [](Relived& relived, Instant stamp, Instant arrival, Instant now) {
        PageReceived page;
        page.at = stamp;
        Became became;
        became.said.push_back({page, "", std::nullopt});
        relived.move_pages(became, arrival, now);
        return std::get<PageReceived>(became.said.front().body).at;
    };
    const Instant then = of_levels, now = then + hours(5000);
    Relived fast;
    for (int second = 0; second < 600; second += 40) {
        const Instant arrival = then + seconds(second), played = now + milliseconds(second * 50);
        CHECK(moved(fast, arrival - seconds(1), arrival, played) <= played);
        CHECK(moved(fast, arrival - seconds(1), arrival, played) >= played - seconds(62));
    }
    Relived slow; // distances stay as they were
    const Instant first = moved(slow, then, then, now);
    CHECK(moved(slow, then + seconds(60), then + seconds(60), now + seconds(60) + milliseconds(3)) ==
          first + seconds(60));
    Relived at_home;
    CHECK(moved(at_home, then, then, then + seconds(20)) == then);
}

TEST_CASE("a play that is asked to end says so to the desk, which then misses nothing of it") {
    const TestHub hub;
    const auto record = write(hub.folder / "proef-2026-03-02.jsonl",
                              write_raw_line(RawHead{"proef", "p2000", "", "", Mode::exercise}) + "\n" +
                                  write_raw_line(RawPiece{of_levels, good, {"a"}, {}, {}}) + "\n" +
                                  write_raw_line(RawPiece{of_levels + hours(5), good, {"b"}, {}, {}}) + "\n");
    ReplaySettings replay;
    replay.connect = hub.requests();
    replay.last_answer = seconds(10);
    Stop stop;
    auto played = std::async(std::launch::async, [&] { return replay_record(record, replay, stop); });
    while (Told(hub.requests()).all<PageReceived>().empty())
        std::this_thread::yield();
    stop.stop();
    REQUIRE(played.get().has_value());
    const auto last = Told(hub.requests()).all<FeedReported>().back();
    CHECK(last.state == FeedState::stil);
    CHECK(last.note == "de opname is gestopt");
    CHECK(last.ended == true);
}

TEST_CASE("a night that is played again brings the times of its warnings and its water along") {
    const TestHub hub;
    auto client = hub.client();
    const Instant now = *read_instant("2027-01-23T03:00:00Z"), then = *read_instant("2026-07-01T12:00:00Z");
    client.append(event_of("exercise.clock_set", "c1",
                           R"({"run":"r","at":"2027-01-23T03:00:00Z","rate":1,"running":false})"));
    const auto alert = [](const std::string& type, const std::string& id, const std::string& rest) {
        return "<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"><identifier>" + id +
               "</identifier><sender>p@voorbeeld.example</sender><sent>2026-07-01T10:00:00+02:00</sent>"
               "<status>Exercise</status><msgType>" +
               type + "</msgType><scope>Public</scope>" + rest + "</alert>";
    };
    const std::string info =
        "<info><language>nl-NL</language><category>Met</category><event>wind</event><urgency>Expected"
        "</urgency><severity>Moderate</severity><certainty>Likely</certainty>"
        "<effective>2026-07-01T12:00:00Z</effective><onset>2026-07-01T13:00:00Z</onset>"
        "<expires>2026-07-01T18:00:00Z</expires><headline>Geel</headline><area><areaDesc>x</areaDesc>"
        "</area></info>";
    const auto play = [&](const char* kind, const std::vector<std::pair<Instant, std::string>>& pieces) {
        std::string text = write_raw_line(RawHead{"proef", kind, "", "", Mode::exercise}) + "\n";
        for (const auto& [arrival, bytes] : pieces)
            text += write_raw_line(RawPiece{arrival, bytes, {"x"}, {}, {}}) + "\n";
        ReplaySettings replay;
        replay.connect = hub.requests();
        replay.rate = 1e6;
        const Stop stop;
        const auto played =
            replay_record(write(hub.folder / (std::string(kind) + ".jsonl"), text), replay, stop);
        REQUIRE(played.has_value());
        CHECK(played->refused == 0);
        return played->expired;
    };
    CHECK(play("cap", {{then, alert("Alert", "w1", info)},
                       {then, alert("Cancel", "w2",
                                    "<references>p@voorbeeld.example,w1,2026-07-01T10:00:00+02:00"
                                    "</references>")}}) == 0);
    const auto warnings = Told(hub.requests()).all<WarningReceived>();
    REQUIRE(warnings.size() == 2);
    CHECK(warnings[0].effective == now);
    CHECK(warnings[0].onset == now + hours(1));
    CHECK(warnings[0].expires == now + hours(6));
    CHECK(warnings[0].sent == now - hours(4));
    CHECK(warnings[1].references.at(0).starts_with("p@voorbeeld.example,w1,")); // whom it ends
    play("water", {{then, levels({{0, 200}})}, {then + seconds(40), levels({{0, 200}, {50, 210}})}});
    const auto levels_told = Told(hub.requests()).all<MeasurementTaken>();
    REQUIRE(levels_told.size() == 2);
    CHECK(levels_told[0].at == now - hours(3));
    CHECK(levels_told[1].at == levels_told[0].at + minutes(50)); // as one, whatever the rate
    // A page is then of its minute, as it was when it came in.
    const Instant stamp = *read_instant("2026-03-02T13:07:44Z");
    play("p2000", {{stamp + seconds(1), good}});
    CHECK(Told(hub.requests()).all<PageReceived>().back().at == now - seconds(1));
    // Whose clock stands in that night has the times of then.
    client.append(event_of("exercise.clock_set", "c2",
                           R"({"run":"r","at":"2026-07-01T12:00:20Z","rate":1,"running":false})"));
    play("water", {{then, levels({{0, 200}})}});
    CHECK(Told(hub.requests()).all<MeasurementTaken>().back().at == *read_instant("2026-07-01T09:00:00Z"));
}

} // namespace kept_test
