// A desk's copy.
#include "tests/messaging/journal/support.hpp"

namespace replica_test {

using namespace regiekamer;
using namespace regiekamer::journal;
using namespace regiekamer::journal::testing;

namespace {

std::vector<Row> rows_of(const fs::path& file) {
    const auto reader = Reader::open(file);
    REQUIRE(reader);
    const auto rows = reader->read(0, 1000, 1 << 24);
    REQUIRE(rows);
    return *rows;
}

} // namespace

TEST_CASE("a replica holds what the hub's journal holds, and goes on where it stopped") {
    const Folder folder;
    const Head head = make_journal(folder / "hub", 30);
    const auto rows = rows_of(folder / "hub");
    const auto hub = Reader::open(folder / "hub")->info();
    {
        auto replica = Replica::open(folder / "desk", hub->uuid, hub->mode);
        REQUIRE(replica);
        CHECK(replica->head() == Head{0, genesis(hub->uuid, hub->mode)});
        CHECK(replica->append(std::span(rows).first(10))->sequence == 10);
    }
    auto replica = Replica::open(folder / "desk", hub->uuid, hub->mode);
    REQUIRE(replica);
    CHECK(replica->head().sequence == 10);
    CHECK(replica->append(std::span(rows).subspan(10)) == head);
    const auto copied = rows_of(folder / "desk");
    REQUIRE(copied.size() == 30);
    for (std::size_t i = 0; i < copied.size(); ++i) {
        CHECK(copied[i].event == rows[i].event);
        CHECK(copied[i].hash == rows[i].hash);
        CHECK(copied[i].recorded == rows[i].recorded);
        CHECK(copied[i].sender == rows[i].sender);
    }
    const auto verdict = verify(folder / "desk", head);
    REQUIRE(verdict);
    CHECK_FALSE(verdict->fault);
    CHECK(verdict->info.replica);
    CHECK(short_verdict(*verify(folder / "desk", Head{31, head.hash})) == "cut 31");
    CHECK(short_verdict(*verify(folder / "desk", Head{30, Hash{}})) == "altered 30");
}

TEST_CASE("a replica takes no row that does not follow, and stores nothing of that batch") {
    const Folder folder;
    make_journal(folder / "hub", 5);
    auto rows = rows_of(folder / "hub");
    auto replica = Replica::open(folder / "desk", "u", Mode::exercise);
    REQUIRE(replica);
    rows.erase(rows.begin() + 2);
    const auto refused = replica->append(rows);
    REQUIRE_FALSE(refused);
    CHECK_THAT(sentence(refused.error()), ContainsSubstring("message 4, expected message 3"));
    CHECK(replica->head().sequence == 0);
    CHECK(replica->append(std::span(rows).first(2))->sequence == 2);
}

TEST_CASE("a replica of another journal or mode is refused, and is no journal to append to") {
    const Folder folder;
    { REQUIRE(Replica::open(folder / "desk", "u", Mode::exercise)); }
    CHECK_THAT(sentence(Replica::open(folder / "desk", "v", Mode::exercise).error()),
               ContainsSubstring("a copy of journal u, expected one of journal v"));
    CHECK_THAT(sentence(Replica::open(folder / "desk", "u", Mode::actual).error()),
               ContainsSubstring("exercise"));
    CHECK_THAT(sentence(Journal::open(folder / "desk", Mode::exercise).error()),
               ContainsSubstring("a desk's copy"));
    make_journal(folder / "hub", 1);
    CHECK_THAT(sentence(Replica::open(folder / "hub", "u", Mode::exercise).error()),
               ContainsSubstring("a hub's own journal"));
    std::ostringstream out;
    CHECK_THAT(sentence(export_lines(folder / "desk", out).error()), ContainsSubstring("no salts"));
    CHECK(out.str().empty());
}

TEST_CASE("a redacted row reaches a replica as an empty event") {
    const Folder folder;
    auto replica = Replica::open(folder / "desk", "u", Mode::exercise);
    REQUIRE(replica);
    const Row row{1, midnight, "ovd-1", {}, ""};
    REQUIRE(replica->append({&row, 1}));
    CHECK(rows_of(folder / "desk").front().event.empty());
}

} // namespace replica_test
