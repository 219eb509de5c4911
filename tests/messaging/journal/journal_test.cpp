// The writer and its readers: numbers, times, repeats, refusals.
#include "tests/messaging/journal/support.hpp"
#include "tests/support/property.hpp"

#include <map>

namespace journal_test {

using namespace regiekamer;
using namespace regiekamer::journal;
using namespace regiekamer::journal::testing;

TEST_CASE("a new journal is empty, its head the genesis, and only its owner may read it") {
    const Folder folder;
    {
        const auto journal = Journal::open(folder / "j", Mode::exercise);
        REQUIRE(journal);
        CHECK(journal->info().head.sequence == 0);
        CHECK(journal->info().head.hash == genesis(journal->info().uuid, Mode::exercise));
        CHECK(journal->info().uuid.size() == 36);
        CHECK(journal->info().format == 1);
        CHECK_FALSE(journal->info().replica);
    }
    for (const char* name : {"j", "j.lock"})
        CHECK((fs::status(folder / name).permissions() & fs::perms::mask) == fs::perms(0600));
}

TEST_CASE("messages are numbered from 1, chained, and read back as they came") {
    const Folder folder;
    auto journal = Journal::open(folder / "j", Mode::exercise);
    REQUIRE(journal);
    const std::string event = R"({ "id" : "a", "source":"s" ,"type":"x.y", "data":{ "t":"één" } })";
    const auto first = append_one(*journal, event, "a", "s");
    REQUIRE(first);
    CHECK(first->sequence == 1);
    CHECK(first->recorded == midnight);
    CHECK_FALSE(first->repeated);
    REQUIRE(append_one(*journal, event_text("b"), "b"));
    const auto rows = journal->read(0, 10, 1 << 20);
    REQUIRE(rows);
    REQUIRE(rows->size() == 2);
    CHECK(rows->front().event == event);
    CHECK(rows->front().sender == "ovd-1");
    CHECK(rows->front().hash == first->hash);
    CHECK(rows->back().hash == journal->info().head.hash);
    CHECK(rows->back().sequence == 2);
}

TEST_CASE("reading stops at the limit and at the bytes, but gives at least one message") {
    const Folder folder;
    make_journal(folder / "j", 10);
    const auto reader = Reader::open(folder / "j");
    REQUIRE(reader);
    CHECK(reader->read(0, 3, 1 << 20)->size() == 3);
    CHECK(reader->read(8, 100, 1 << 20)->size() == 2);
    CHECK(reader->read(10, 100, 1 << 20)->empty());
    CHECK(reader->read(0, 100, 1)->size() == 1);
    const auto one = reader->read(4, 1, 1)->front();
    CHECK(one.sequence == 5);
    CHECK(reader->read(0, 100, event_text("note-1", "text 7919").size() * 2 + 10)->size() == 2);
}

TEST_CASE("recorded never goes back, whatever the clock does") {
    const Folder folder;
    {
        auto journal = Journal::open(folder / "j", Mode::exercise);
        REQUIRE(journal);
        CHECK(append_one(*journal, event_text("a"), "a", "desk/ovd-1", midnight)->recorded == midnight);
        CHECK(append_one(*journal, event_text("b"), "b", "desk/ovd-1", midnight)->recorded ==
              midnight + microseconds{1});
        CHECK(append_one(*journal, event_text("c"), "c", "desk/ovd-1", midnight - hours{1})->recorded ==
              midnight + microseconds{2});
    }
    auto again = Journal::open(folder / "j", Mode::exercise);
    REQUIRE(again);
    CHECK(again->info().recorded == midnight + microseconds{2});
    CHECK(append_one(*again, event_text("d"), "d", "desk/ovd-1", midnight - hours{9})->recorded ==
          midnight + microseconds{3});
}

TEST_CASE("a repeated id with the same bytes is acknowledged with its first sequence and stored once") {
    const Folder folder;
    auto journal = Journal::open(folder / "j", Mode::exercise);
    REQUIRE(journal);
    const auto first = append_one(*journal, event_text("a"), "a");
    REQUIRE(append_one(*journal, event_text("b"), "b"));
    const auto second = append_one(*journal, event_text("a"), "a");
    REQUIRE(second);
    CHECK(second->repeated);
    CHECK(second->sequence == first->sequence);
    CHECK(second->recorded == first->recorded);
    CHECK(second->hash == first->hash);
    CHECK(journal->info().head.sequence == 2);
}

TEST_CASE("a repeated id with other bytes is refused by itself, the same id of another source is not") {
    const Folder folder;
    auto journal = Journal::open(folder / "j", Mode::exercise);
    REQUIRE(journal);
    REQUIRE(append_one(*journal, event_text("a"), "a"));
    const std::string other = event_text("a", "anders");
    const std::string elsewhere = event_text("a", "", "feed/x");
    const std::string fresh = event_text("b");
    const std::vector<Draft> batch{{"ovd-1", other, "desk/ovd-1", "a"},
                                   {"ovd-1", elsewhere, "feed/x", "a"},
                                   {"ovd-1", fresh, "desk/ovd-1", "b"}};
    const auto answers = journal->append(batch, midnight);
    REQUIRE(answers);
    REQUIRE_FALSE(answers->at(0));
    CHECK(answers->at(0).error().where == "/id");
    CHECK_THAT(answers->at(0).error().expected, ContainsSubstring("message 1"));
    CHECK(answers->at(1)->sequence == 2);
    CHECK(answers->at(2)->sequence == 3);
}

TEST_CASE("repeats are found within a batch too") {
    const Folder folder;
    auto journal = Journal::open(folder / "j", Mode::exercise);
    REQUIRE(journal);
    const std::string event = event_text("a");
    const std::string other = event_text("a", "anders");
    const std::vector<Draft> batch{
        {"x", event, "desk/ovd-1", "a"}, {"x", event, "desk/ovd-1", "a"}, {"x", other, "desk/ovd-1", "a"}};
    const auto answers = journal->append(batch, midnight);
    REQUIRE(answers);
    CHECK(answers->at(0)->sequence == 1);
    CHECK(answers->at(1)->repeated);
    CHECK(answers->at(1)->sequence == 1);
    CHECK_FALSE(answers->at(2));
    CHECK(journal->info().head.sequence == 1);
}

TEST_CASE("an id written with escapes is the same id after reopening") {
    const Folder folder;
    const std::string event = R"({"source":"desk\/1","id":"\u0061","type":"x.y","data":{}})";
    {
        auto journal = Journal::open(folder / "j", Mode::exercise);
        REQUIRE(append_one(*journal, event, "a", "desk/1"));
    }
    auto journal = Journal::open(folder / "j", Mode::exercise);
    CHECK(append_one(*journal, event, "a", "desk/1")->repeated);
    CHECK_FALSE(append_one(*journal, event_text("a", "", "desk/1"), "a", "desk/1"));
}

TEST_CASE("what was stored is known again after reopening, from memory and from the table") {
    const Folder folder;
    const std::size_t rows = 10'000;
    std::vector<std::string> events, ids;
    for (std::size_t i = 0; i < rows; ++i) {
        ids.push_back("n" + std::to_string(i));
        events.push_back(event_text(ids.back()));
    }
    const auto draft = [&](std::size_t i) { return Draft{"x", events[i], "desk/ovd-1", ids[i]}; };
    for (int round = 0; round < 3; ++round) {
        auto journal = Journal::open(folder / "j", Mode::exercise);
        REQUIRE(journal);
        for (std::size_t i = 0; i < rows; i += 500) {
            std::vector<Draft> batch;
            for (std::size_t k = i; k < i + 500; ++k)
                batch.push_back(draft(k));
            const auto answers = journal->append(batch, midnight);
            REQUIRE(answers);
            for (std::size_t k = 0; k < 500; ++k) {
                REQUIRE(answers->at(k));
                REQUIRE(answers->at(k)->sequence == i + k + 1);
                REQUIRE(answers->at(k)->repeated == (round > 0));
            }
            if (i == 6000)
                journal->checkpoint(); // the keys so far go into the table, the rest stays in memory
        }
        CHECK(journal->info().head.sequence == rows);
    }
    CHECK(verdict_of(folder / "j") == "whole");
    SQLite::Database database((folder / "j").string());
    CHECK(database.execAndGet("SELECT count(*) FROM known").getInt() >= 6000);
}

TEST_CASE("a reader sees what a running writer commits") {
    const Folder folder;
    auto journal = Journal::open(folder / "j", Mode::actual);
    REQUIRE(journal);
    const auto reader = Reader::open(folder / "j");
    REQUIRE(reader);
    CHECK(reader->info()->head == journal->info().head);
    for (int i = 0; i < 20; ++i) {
        const std::string id = std::to_string(i);
        REQUIRE(append_one(*journal, event_text(id), id));
        CHECK(reader->info()->head == journal->info().head);
        CHECK(reader->read(journal->info().head.sequence - 1, 10, 1000)->front().event == event_text(id));
        if (i % 5 == 0) journal->checkpoint();
    }
    CHECK(reader->info()->uuid == journal->info().uuid);
    CHECK(reader->info()->mode == Mode::actual);
    CHECK(verdict_of(folder / "j") == "whole");
}

TEST_CASE("any series of appends, repeats and reopenings answers as a plain map does") {
    holds("the journal is a map from (source, id) to its first event", [] {
        const Folder folder;
        std::map<std::string, std::pair<std::string, Sequence>> model;
        auto journal = Journal::open(folder / "j", Mode::exercise);
        Sequence last = 0;
        const auto acts = any_pairs(12, 8);
        for (const auto& [name, what] : acts) {
            if (what == 7) {
                { const auto closing = std::move(*journal); }
                journal = Journal::open(folder / "j", Mode::exercise);
                MUST(journal.has_value());
                continue;
            }
            const std::string id = std::to_string(name);
            const std::string event = event_text(id, what < 5 ? "een" : "twee");
            const auto answer = append_one(*journal, event, id);
            const auto [at, fresh] = model.try_emplace(id, event, last + 1);
            last += fresh ? 1 : 0;
            MUST(answer.has_value() == (at->second.first == event));
            if (answer) MUST(answer->sequence == at->second.second);
            if (answer) MUST(answer->repeated == !fresh);
        }
        MUST(journal->info().head.sequence == last);
        MUST(verdict_of(folder / "j") == "whole");
    });
}

} // namespace journal_test
