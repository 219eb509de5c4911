// Whatever is done to a journal behind its back shows, by its first place; and the Python reader, which has
// only the exported lines, says the same.
#include "tests/messaging/journal/support.hpp"
#include "tests/support/property.hpp"

#include <cstdio>
#include <map>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace verify_test {

using namespace regiekamer;
using namespace regiekamer::journal;
using namespace regiekamer::journal::testing;

namespace {

/// Runs tests/messaging/journal/read_journal.py on lines, without a shell, and gives the line it prints.
std::string python_says_of(const fs::path& lines, std::optional<Head> head = std::nullopt) {
    std::vector<std::string> words{
        "python3", REGIEKAMER_SOURCE_DIR "/tests/messaging/journal/read_journal.py", lines.string()};
    if (head) words.push_back(journal::to_text(*head));
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        ::dup2(ends[1], STDOUT_FILENO);
        std::vector<char*> arguments;
        arguments.reserve(words.size() + 1);
        for (auto& word : words)
            arguments.push_back(word.data());
        arguments.push_back(nullptr);
        ::execvp("python3", arguments.data());
        ::_exit(127);
    }
    ::close(ends[1]);
    std::string said;
    char buffer[256];
    for (ssize_t got = 0; (got = ::read(ends[0], buffer, sizeof buffer)) > 0;)
        said.append(buffer, static_cast<std::size_t>(got));
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    REQUIRE(WIFEXITED(status));
    REQUIRE(WEXITSTATUS(status) == 0);
    while (!said.empty() && said.back() == '\n')
        said.pop_back();
    return said;
}

std::string python_verdict(const fs::path& file, std::optional<Head> head = std::nullopt) {
    const fs::path lines = file.string() + ".lines";
    write_file(lines, exported(file));
    return python_says_of(lines, head);
}

/// Both readers' verdict, which must be one.
std::string verdict_of_both(const fs::path& file, std::optional<Head> head = std::nullopt) {
    std::string ours = verdict_of(file, head);
    CHECK(python_verdict(file, head) == ours);
    return ours;
}

std::string number(std::int64_t value) {
    return std::to_string(value);
}

/// Rows from `from` on move by `by`; through negative numbers, since each must be free.
std::string renumber(std::int64_t from, int by) {
    return "UPDATE message SET sequence=-(sequence+(" + number(by) + ")) WHERE sequence>=" + number(from) +
           "; UPDATE message SET sequence=-sequence WHERE sequence<0;";
}

std::string swap_rows(std::int64_t a, std::int64_t b) {
    return "UPDATE message SET sequence=-1 WHERE sequence=" + number(a) +
           "; UPDATE message SET sequence=" + number(a) + " WHERE sequence=" + number(b) +
           "; UPDATE message SET sequence=" + number(b) + " WHERE sequence=-1;";
}

std::string insert_row(std::int64_t at, const std::string& like = "1") {
    return "INSERT INTO message SELECT " + number(at) +
           ",recorded,'indringer',salt,digest,randomblob(32),event FROM message WHERE sequence=" + like + ";";
}

/// The same journal for every trial: made once, copied for each.
const std::string& template_bytes(std::size_t rows) {
    static std::map<std::size_t, std::string> made;
    std::string& bytes = made[rows];
    if (bytes.empty()) {
        const Folder folder;
        make_journal(folder / "j", rows);
        bytes = bytes_of(folder / "j");
    }
    return bytes;
}

} // namespace

TEST_CASE("what is no ordinary file is refused, not waited for") {
    const Folder folder;
    REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
    const auto verdict = verify(folder / "pipe");
    REQUIRE_FALSE(verdict);
    CHECK_THAT(sentence(verdict.error()), ContainsSubstring("no ordinary file, expected a journal"));
}

TEST_CASE("a journal that nobody touched is whole for both readers") {
    const Folder folder;
    const Head head = make_journal(folder / "j", 100);
    CHECK(verdict_of_both(folder / "j") == "whole");
    CHECK(verdict_of_both(folder / "j", head) == "whole");
    make_journal(folder / "empty", 0);
    CHECK(verdict_of_both(folder / "empty") == "whole");
    CHECK_THAT(sentence(*verify(folder / "j")), ContainsSubstring("whole: 100 messages, head 100:"));
}

TEST_CASE("what was done to a row is named, and the row") {
    const Folder folder;
    write_file(folder / "j", template_bytes(40));
    const auto done = [&](const std::string& statement) {
        sql(folder / "j", statement);
        return verdict_of_both(folder / "j");
    };
    SECTION("event") {
        CHECK(done("UPDATE message SET event=CAST('{}' AS BLOB) WHERE sequence=17") == "altered 17");
    }
    SECTION("salt") {
        CHECK(done("UPDATE message SET salt=randomblob(16) WHERE sequence=17") == "altered 17");
    }
    SECTION("digest") {
        CHECK(done("UPDATE message SET digest=randomblob(32) WHERE sequence=17") == "altered 17");
    }
    SECTION("hash") {
        CHECK(done("UPDATE message SET hash=randomblob(32) WHERE sequence=17") == "altered 17");
    }
    SECTION("sender") {
        CHECK(done("UPDATE message SET sender='x' WHERE sequence=1") == "altered 1");
    }
    SECTION("recorded") {
        CHECK(done("UPDATE message SET recorded='2026-11-24T00:00:00.000001Z' WHERE sequence=40") ==
              "altered 40");
    }
    SECTION("deleted") {
        CHECK(done("DELETE FROM message WHERE sequence=17") == "missing 17");
    }
    SECTION("several deleted") {
        CHECK(done("DELETE FROM message WHERE sequence BETWEEN 1 AND 9") == "missing 1");
    }
    SECTION("deleted and renumbered") {
        CHECK(done("DELETE FROM message WHERE sequence=17;" + renumber(18, -1)) == "missing 17");
    }
    SECTION("swapped neighbours") {
        CHECK(done(swap_rows(17, 18)) == "moved 17");
    }
    SECTION("swapped") {
        CHECK(done(swap_rows(1, 40)) == "moved 1");
    }
    SECTION("moved behind the end") {
        CHECK(done("UPDATE message SET sequence=90 WHERE sequence=17") == "moved 17");
    }
    SECTION("moved to the front") {
        CHECK(done("UPDATE message SET sequence=1000 WHERE sequence=30;" + renumber(31, -1) + renumber(5, 1) +
                   "UPDATE message SET sequence=5 WHERE sequence>=1000;") == "moved 5");
    }
    SECTION("inserted") {
        CHECK(done(renumber(17, 1) + insert_row(17)) == "added 17");
    }
    SECTION("a copy inserted") {
        CHECK(done(renumber(17, 1) +
                   "INSERT INTO message SELECT 17,recorded,sender,salt,digest,hash,event FROM "
                   "message WHERE sequence=3") == "added 17");
    }
    SECTION("a copy over another") {
        CHECK(done("DELETE FROM message WHERE sequence=17; INSERT INTO message SELECT "
                   "17,recorded,sender,salt,digest,hash,event FROM message WHERE sequence=3") ==
              "altered 17");
    }
    SECTION("a copy of a later one inserted") {
        CHECK(done(renumber(17, 1) +
                   "INSERT INTO message SELECT 17,recorded,sender,salt,digest,hash,event FROM "
                   "message WHERE sequence=25") == "added 17");
    }
    SECTION("a copy behind the end") {
        CHECK(done("INSERT INTO message SELECT 41,recorded,sender,salt,digest,hash,event FROM message WHERE "
                   "sequence=3") == "added 41");
    }
    SECTION("moved to the back") {
        CHECK(done("UPDATE message SET sequence=1000 WHERE sequence=5;" + renumber(6, -1) +
                   "UPDATE message SET sequence=40 WHERE sequence=999;") == "moved 5");
    }
    SECTION("some moved to the back") {
        CHECK(done("UPDATE message SET sequence=sequence+1000 WHERE sequence BETWEEN 5 AND 7;"
                   "UPDATE message SET sequence=sequence-3 WHERE sequence BETWEEN 8 AND 20;"
                   "UPDATE message SET sequence=sequence-987 WHERE sequence>1000;") == "moved 5");
    }
    SECTION("before the first") {
        CHECK(done(insert_row(0)) == "added 0");
    }
    SECTION("blanked without a message that says so") {
        CHECK(done("UPDATE message SET event=NULL,salt=NULL WHERE sequence=17") == "blank 17");
    }
    SECTION("half blanked") {
        CHECK(done("UPDATE message SET event=NULL WHERE sequence=17") == "altered 17");
    }
    SECTION("another journal's name") {
        CHECK(done("UPDATE meta SET value='u' WHERE name='journal'") == "meta 0");
    }
    SECTION("the name of a journal that there may be") {
        CHECK(done("UPDATE meta SET value='0b0e4f5c-8d5e-4c59-8a77-1d2f3c4b5a69' WHERE name='journal'") ==
              "altered 1");
        CHECK_THAT(sentence(*verify(folder / "j")), ContainsSubstring("uuid in table meta"));
    }
    SECTION("said to be a copy") {
        sql(folder / "j", "UPDATE meta SET value='replica' WHERE name='kind'");
        CHECK(verdict_of(folder / "j") == "meta 0");
        CHECK_THAT(sentence(*verify(folder / "j")), ContainsSubstring("table meta was altered"));
    }
    SECTION("another mode") {
        CHECK(done("UPDATE meta SET value='actual' WHERE name='mode'") == "meta 0");
    }
}

TEST_CASE("a column of another kind is altered, though its bytes are the same") {
    const Folder folder;
    write_file(folder / "j", template_bytes(40));
    sql(folder / "j", "UPDATE message SET sender=CAST(sender AS BLOB) WHERE sequence=17");
    CHECK(verdict_of(folder / "j") == "altered 17");
}

TEST_CASE("a cut tail shows against a head that was kept, and only there") {
    const Folder folder;
    const Head head = make_journal(folder / "j", 40);
    sql(folder / "j", "DELETE FROM message WHERE sequence>31");
    CHECK(verdict_of_both(folder / "j") == "whole");
    CHECK(verdict_of_both(folder / "j", head) == "cut 32");
    sql(folder / "j", "DELETE FROM message");
    CHECK(verdict_of_both(folder / "j", head) == "cut 1");
}

TEST_CASE("a journal rewritten from a row on with all its hashes shows against a head that was kept") {
    const Folder folder;
    make_journal(folder / "j", 40);
    Head kept;
    {
        auto journal = Journal::open(folder / "j", Mode::exercise);
        kept = journal->info().head;
        REQUIRE(append_one(*journal, event_text("later"), "later"));
    }
    sql(folder / "j", "DELETE FROM message WHERE sequence>35");
    {
        auto journal = Journal::open(folder / "j", Mode::exercise);
        for (int i = 36; i < 45; ++i)
            REQUIRE(append_one(*journal, event_text("f" + number(i)), "f" + number(i)));
    }
    CHECK(verdict_of_both(folder / "j") == "whole");
    CHECK(verdict_of_both(folder / "j", kept) == "altered 40");
}

TEST_CASE("a redacted row verifies and is named, when a later message names it") {
    const Folder folder;
    {
        auto journal = Journal::open(folder / "j", Mode::exercise);
        for (int i = 1; i <= 10; ++i)
            REQUIRE(append_one(*journal, event_text(number(i)), number(i)));
        REQUIRE(append_one(*journal, redaction_text("r", 4), "r"));
        REQUIRE(append_one(*journal, event_text("na"), "na"));
    }
    sql(folder / "j", "UPDATE message SET event=NULL,salt=NULL WHERE sequence=4");
    CHECK(verdict_of_both(folder / "j") == "whole");
    CHECK(verify(folder / "j")->redacted == std::vector<Sequence>{4});
    CHECK_THAT(sentence(*verify(folder / "j")), ContainsSubstring("redacted: 4"));
    CHECK_THAT(exported(folder / "j"), ContainsSubstring("\"salt\":null,\"digest\":"));
    CHECK_THAT(exported(folder / "j"), ContainsSubstring("\"event\":null}\n"));
    {
        auto journal = Journal::open(folder / "j", Mode::exercise);
        REQUIRE(journal);
        CHECK(journal->read(3, 1, 1000)->front().event.empty());
        CHECK(append_one(*journal, event_text("verder"), "verder")->sequence == 13);
    }
    SECTION("a second blank row is a fault") {
        sql(folder / "j", "UPDATE message SET event=NULL,salt=NULL WHERE sequence=2");
        CHECK(verdict_of_both(folder / "j") == "blank 2");
    }
    SECTION("a blank row that only an earlier message names is a fault") {
        {
            auto journal = Journal::open(folder / "j", Mode::exercise);
            REQUIRE(append_one(*journal, redaction_text("r2", 15), "r2"));
            REQUIRE(append_one(*journal, event_text("laat"), "laat")->sequence == 15);
        }
        sql(folder / "j", "UPDATE message SET event=NULL,salt=NULL WHERE sequence=15");
        CHECK(verdict_of_both(folder / "j") == "blank 15");
    }
    SECTION("its digest still counts") {
        sql(folder / "j", "UPDATE message SET digest=randomblob(32) WHERE sequence=4");
        CHECK(verdict_of_both(folder / "j") == "altered 4");
    }
}

TEST_CASE("an escaped type, a sequence of 4.0 and one beyond all rows are read as JSON says") {
    const Folder folder;
    {
        auto journal = Journal::open(folder / "j", Mode::exercise);
        for (int i = 1; i <= 5; ++i)
            REQUIRE(append_one(*journal, event_text(number(i)), number(i)));
        REQUIRE(append_one(
            *journal,
            R"({"id":"r","source":"s","type":"nl.regiekamer.message.\u0072edacted","data":{"sequence":4.0}})",
            "r", "s"));
        REQUIRE(append_one(*journal, redaction_text("r9", 999), "r9"));
    }
    sql(folder / "j", "UPDATE message SET event=NULL,salt=NULL WHERE sequence=4");
    CHECK(verdict_of_both(folder / "j") == "whole");
}

TEST_CASE("the derived table of keys is derived again") {
    const Folder folder;
    {
        auto journal = Journal::open(folder / "j", Mode::exercise);
        for (int i = 1; i <= 5000; ++i)
            REQUIRE(append_one(*journal, event_text(number(i)), number(i)));
        journal->checkpoint();
        REQUIRE(append_one(*journal, redaction_text("r", 70), "r"));
    }
    REQUIRE(verdict_of(folder / "j") == "whole");
    const auto done = [&](const std::string& statement) {
        sql(folder / "j", statement);
        return verdict_of(folder / "j");
    };
    SECTION("deleted") {
        CHECK(done("DELETE FROM known WHERE sequence=70") == "derived 70");
    }
    SECTION("altered") {
        CHECK(done("UPDATE known SET key=key+1 WHERE sequence=70") == "derived 70");
    }
    SECTION("swapped") {
        CHECK(done("UPDATE known SET sequence=CASE sequence WHEN 70 THEN 90 ELSE 70 END WHERE sequence IN "
                   "(70,90)") == "derived 70");
    }
    SECTION("added") {
        CHECK(done("INSERT INTO known VALUES(1,70)") == "derived 70");
    }
    SECTION("added for no row") {
        CHECK(done("INSERT INTO known VALUES(1,7000)") == "derived 7000");
    }
    SECTION("said to reach further") {
        CHECK(done("UPDATE meta SET value='9999' WHERE name='known'") == "derived 5002");
    }
    SECTION("in a blanked row it is not judged") {
        CHECK(done("UPDATE message SET event=NULL,salt=NULL WHERE sequence=70; UPDATE known SET key=1 WHERE "
                   "sequence=70") == "whole");
    }
}

TEST_CASE("random edits, deletions, swaps, insertions and tail cuts are all found at their first row") {
    constexpr std::int64_t rows = 60;
    const Folder folder;
    const std::string& bytes = template_bytes(rows);
    write_file(folder / "head", bytes);
    const Head head = Reader::open(folder / "head")->info()->head;
    holds("the first row is named", [&] {
        write_file(folder / "j", bytes);
        const auto what = any_between(0, 8);
        const auto at = any_between<std::int64_t>(1, rows + 1);
        const auto other = any_between<std::int64_t>(1, rows + 1);
        const std::string place = number(at);
        std::int64_t first = at;
        switch (what) {
        case 0: {
            const auto byte = any_between(1, 150);
            sql(folder / "j", "UPDATE message SET event=CAST(substr(event,1," + number(byte - 1) +
                                  ")||x'01'||substr(event," + number(byte + 1) +
                                  ") AS BLOB) WHERE sequence=" + place);
            break;
        }
        case 1: {
            const auto column = any_of<std::string>({"salt", "digest", "hash"});
            sql(folder / "j", "UPDATE message SET " + column + "=CAST(substr(" + column +
                                  ",1,7)||randomblob(2)||substr(" + column +
                                  ",10) AS BLOB) WHERE sequence=" + place);
            break;
        }
        case 2:
            sql(folder / "j",
                "UPDATE message SET recorded='2030-01-01T00:00:00.000000Z',sender='x' WHERE sequence=" +
                    place);
            break;
        case 3:
            sql(folder / "j", "DELETE FROM message WHERE sequence=" + place);
            break;
        case 4:
            if (at == other) return;
            sql(folder / "j", swap_rows(at, other));
            first = std::min(at, other);
            break;
        case 5:
            sql(folder / "j", renumber(at, 1) + insert_row(at, number(other >= at ? other + 1 : other)));
            break;
        case 6:
            sql(folder / "j", "DELETE FROM message WHERE sequence=" + place + ";" + renumber(at + 1, -1));
            break;
        default:
            sql(folder / "j", "DELETE FROM message WHERE sequence>=" + place);
            break;
        }
        // with a head also what stands at the very end shows: its last row gone
        const auto verdict = verify(folder / "j", head);
        MUST(verdict.has_value());
        MUST(verdict->fault.has_value());
        must(verdict->fault->sequence == static_cast<Sequence>(first),
             "that row is named: " + sentence(*verdict));
        const auto kind = verdict->fault->kind;
        if (what == 4) MUST(kind == FaultKind::moved);
        if (what == 5) MUST(kind == FaultKind::added || at > rows);
        if (what == 7) MUST(kind == FaultKind::cut);
        if (what < 3) MUST(kind == FaultKind::altered);
    });
}

TEST_CASE("the Python reader says in words that a line is half or none, and that those before it are right") {
    const Folder folder;
    make_journal(folder / "j", 5);
    const std::string whole = exported(folder / "j");
    const auto says = [&](const std::string& bytes) {
        write_file(folder / "lines", bytes);
        return python_says_of(folder / "lines");
    };
    const std::string before =
        "is cut off or no line of a journal export; what stands before it proves right";
    CHECK(says(whole) == "whole");
    CHECK(says(whole.substr(0, whole.size() - 1)) == "unreadable 5: line 6 " + before); // no line break
    CHECK(says(whole.substr(0, whole.size() - 40)) == "unreadable 5: line 6 " + before);
    for (const char* line : {"geen JSON\n", "{}\n", "[\n",
                             R"({"sequence":6,"event":{}})"
                             "\n"})
        CHECK(says(whole + line) == "unreadable 6: line 7 " + before);
    for (const char* bytes : {"", "x", "[1]\n", "{}\n"})
        CHECK(says(bytes) == "unreadable 1: line 1 " + before);
    // What was altered before it is said first.
    std::string altered = whole.substr(0, whole.size() - 40);
    const auto sender = altered.find("\"sender\":\"") + 10;
    altered[sender] = altered[sender] == 'x' ? 'y' : 'x';
    CHECK(says(altered) == "altered 1");
}

TEST_CASE("the Python reader says the same of random changes") {
    constexpr std::int64_t rows = 25;
    const Folder folder;
    write_file(folder / "head", template_bytes(rows));
    const Head head = Reader::open(folder / "head")->info()->head;
    std::srand(20261124);
    const auto random = [](int below) { return std::rand() % below; };
    for (int trial = 0; trial < 15; ++trial) {
        write_file(folder / "j", template_bytes(rows));
        for (int changes = random(3); changes >= 0; --changes) {
            const auto at = 1 + random(rows);
            switch (random(6)) {
            case 0:
                sql(folder / "j", "UPDATE message SET event=CAST('{}' AS BLOB) WHERE sequence=" + number(at));
                break;
            case 1:
                sql(folder / "j", "UPDATE message SET sender='x' WHERE sequence=" + number(at));
                break;
            case 2:
                sql(folder / "j", "DELETE FROM message WHERE sequence=" + number(at));
                break;
            case 3:
                sql(folder / "j", renumber(at, 1));
                break;
            case 4:
                sql(folder / "j", "DELETE FROM message WHERE sequence>" + number(at));
                break;
            default:
                sql(folder / "j", "UPDATE message SET salt=NULL,event=NULL WHERE sequence=" + number(at));
                break;
            }
        }
        CHECK(verdict_of_both(folder / "j", head) != "whole");
        verdict_of_both(folder / "j");
    }
}

} // namespace verify_test
