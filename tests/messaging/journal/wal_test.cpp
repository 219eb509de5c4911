// A WAL that is damaged in its middle: SQLite stops there and says nothing, so the journal must.
#include "messaging/journal/wal.hpp"

#include "tests/messaging/journal/support.hpp"

namespace wal_test {

using namespace regiekamer;
using namespace regiekamer::journal;
using namespace regiekamer::journal::testing;

namespace {

constexpr std::size_t page = 8192, frame = 24 + page;

/// The files as a killed writer of `rows` messages leaves them; the first `moved` stand in the file itself.
Head crashed_journal(const fs::path& image, int rows, int moved = 0) {
    const Folder folder;
    auto journal = Journal::open(folder / "j", Mode::exercise);
    REQUIRE(journal);
    for (int i = 1; i <= rows; ++i) {
        REQUIRE(append_one(*journal, event_text(std::to_string(i)), std::to_string(i)));
        if (i == moved) journal->checkpoint();
    }
    for (const char* suffix : {"", "-wal"})
        fs::copy_file((folder / "j").string() + suffix, image.string() + suffix);
    return journal->info().head;
}

fs::path wal_of(const fs::path& file) {
    return file.string() + "-wal";
}

void flip(const fs::path& file, std::size_t at) {
    std::string bytes = bytes_of(file);
    REQUIRE(at < bytes.size());
    bytes[at] = static_cast<char>(bytes[at] ^ 0x10);
    write_file(file, bytes);
}

std::size_t frames_of(const fs::path& file) {
    return (bytes_of(wal_of(file)).size() - 32) / frame;
}

WalReading reading_of(const std::string& bytes) {
    return read_wal({reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()}, page);
}

/// Neither a writer nor a reader opens it, and no byte of it changes.
std::string refused(const fs::path& file) {
    const std::string before = bytes_of(file), wal = bytes_of(wal_of(file));
    const auto journal = Journal::open(file, Mode::exercise);
    REQUIRE_FALSE(journal);
    CHECK_FALSE(Reader::open(file));
    CHECK((bytes_of(file) == before));
    CHECK((bytes_of(wal_of(file)) == wal));
    return sentence(journal.error());
}

} // namespace

TEST_CASE("a WAL that nobody touched checks to its last frame") {
    const Folder folder;
    crashed_journal(folder / "j", 60, 20);
    const std::string bytes = bytes_of(wal_of(folder / "j"));
    const auto reading = reading_of(bytes);
    // behind the frames of this session may stand those of the one before, which do not count
    CHECK(reading.frames > 40);
    CHECK(reading.commits_beyond == 0);
    CHECK(reading_of("") == WalReading{});
    CHECK(reading_of(bytes.substr(0, 31)) == WalReading{});
    CHECK(reading_of(bytes.substr(0, 32 + frame - 1)) == WalReading{});
    CHECK(reading_of(std::string(5 * frame, '\0')) == WalReading{});
    CHECK(reading_of(bytes.substr(0, bytes.size() / 2)).commits_beyond == 0);
}

TEST_CASE("a WAL damaged in its middle is refused, and verify and export give the rows before it") {
    const Folder folder;
    const Head head = crashed_journal(folder / "j", 60);
    const std::size_t frames = frames_of(folder / "j");
    const std::size_t middle = 32 + frames / 2 * frame;
    SECTION("in a page") {
        flip(wal_of(folder / "j"), middle + 24 + 4000);
    }
    SECTION("in the salts of a frame") {
        flip(wal_of(folder / "j"), middle + 9);
    }
    SECTION("in the checksum of a frame") {
        flip(wal_of(folder / "j"), middle + 17);
    }
    CHECK(read_wal(wal_of(folder / "j"), page).frames == frames / 2);
    const std::string why = refused(folder / "j");
    CHECK_THAT(why, ContainsSubstring("is damaged behind frame " + std::to_string(frames / 2)));
    CHECK_THAT(why, ContainsSubstring("keep both files as they are"));
    CHECK_THAT(why, ContainsSubstring("journal verify"));
    const auto verdict = verify(folder / "j", head);
    REQUIRE(verdict);
    REQUIRE(verdict->fault);
    CHECK(verdict->fault->kind == FaultKind::unreadable);
    CHECK(verdict->fault->sequence > 10);
    CHECK(verdict->fault->sequence < 60);
    CHECK_THAT(sentence(*verdict), ContainsSubstring("acknowledged messages"));
    std::stringstream lines;
    const auto out = export_lines(folder / "j", lines);
    REQUIRE_FALSE(out);
    CHECK_THAT(sentence(out.error()), ContainsSubstring("acknowledged messages"));
    const auto saved = import_lines(lines, folder / "saved");
    REQUIRE(saved);
    CHECK(saved->head.sequence == verdict->fault->sequence - 1);
}

TEST_CASE("a WAL whose own header is damaged is refused, though SQLite takes it for an empty one") {
    const Folder folder;
    crashed_journal(folder / "j", 30);
    flip(wal_of(folder / "j"), GENERATE(1U, 9U, 17U, 25U));
    CHECK_THAT(refused(folder / "j"), ContainsSubstring("is damaged behind frame 0"));
}

TEST_CASE("one commit that was cut off is dropped with a remark: nobody was told of it") {
    const Folder folder;
    crashed_journal(folder / "j", 30);
    const std::string wal = bytes_of(wal_of(folder / "j"));
    const Head before = [&] {
        crashed_journal(folder / "k", 30);
        return Reader::open(folder / "j")->info()->head;
    }();
    flip(wal_of(folder / "j"), wal.size() - 100);
    auto journal = Journal::open(folder / "j", Mode::exercise);
    REQUIRE(journal);
    CHECK_THAT(journal->remarks().commit_dropped, ContainsSubstring("cut off"));
    CHECK(journal->info().head.sequence == before.sequence - 1);
    REQUIRE(append_one(*journal, event_text("verder"), "verder"));
    CHECK(verdict_of(folder / "j") == "whole");
    CHECK(Journal::open(folder / "k", Mode::exercise)->remarks().commit_dropped.empty());
}

TEST_CASE("a reader beside a running writer is never told that its WAL is damaged") {
    const Folder folder;
    auto journal = Journal::open(folder / "j", Mode::exercise);
    REQUIRE(journal);
    for (int i = 1; i <= 200; ++i) {
        REQUIRE(append_one(*journal, event_text(std::to_string(i)), std::to_string(i)));
        if (i % 30 == 0) journal->checkpoint();
        REQUIRE(Reader::open(folder / "j"));
    }
}

TEST_CASE("rows that somebody's SQLite moved into the file after a crash are judged, and can be saved") {
    const Folder folder;
    const Head head = crashed_journal(folder / "j", 30, 10);
    sql(folder / "j", "SELECT 1 FROM message"); // takes the WAL into the file and removes it
    REQUIRE_FALSE(fs::exists(wal_of(folder / "j")));
    const auto verdict = verify(folder / "j", head);
    REQUIRE(verdict);
    REQUIRE(verdict->fault);
    CHECK(verdict->fault->kind == FaultKind::unfinished);
    CHECK(verdict->fault->sequence == 31);
    CHECK(verdict->info.head == head);
    CHECK_THAT(sentence(*verdict), ContainsSubstring("all rows prove right, but later ones may be missing"));
    CHECK_THAT(sentence(*verdict), ContainsSubstring("journal import"));
    std::stringstream lines;
    const auto out = export_lines(folder / "j", lines);
    REQUIRE_FALSE(out);
    CHECK_THAT(sentence(out.error()), ContainsSubstring("the lines of the 30 rows before it were given"));
    CHECK(import_lines(lines, folder / "saved")->head == head);
    CHECK(Journal::open(folder / "saved", Mode::exercise));
    // what is wrong in a row comes first
    sql(folder / "j", "UPDATE message SET sender='x' WHERE sequence=7");
    CHECK(verdict_of(folder / "j") == "altered 7");
}

TEST_CASE("a journal that is torn in its middle is refused at opening, by its first row that does not fit") {
    const Folder folder;
    make_journal(folder / "j", 4000);
    const std::string whole = bytes_of(folder / "j");
    const auto torn = [&](std::size_t at, std::size_t length) {
        std::string bytes = whole;
        write_file(folder / "j", bytes.replace(at, length, length, '\0'));
        const auto journal = Journal::open(folder / "j", Mode::exercise);
        REQUIRE_FALSE(journal);
        return sentence(journal.error());
    };
    const std::size_t middle = whole.size() / 2 / page * page;
    CHECK_THAT(torn(middle, page), ContainsSubstring("row ") && ContainsSubstring("cannot be read") &&
                                       ContainsSubstring("journal verify"));
    CHECK_THAT(torn(middle + page / 2, page / 2),
               ContainsSubstring("row ") && ContainsSubstring("journal verify"));
    write_file(folder / "j", whole);
    sql(folder / "j", "UPDATE message SET sender='x' WHERE sequence=1200");
    CHECK_THAT(sentence(Journal::open(folder / "j", Mode::exercise).error()),
               ContainsSubstring("row 1200 does not fit the chain") && ContainsSubstring("journal verify"));
}

TEST_CASE("a file cut within its first page, or with a damaged beginning, is told as that") {
    const Folder folder;
    make_journal(folder / "j", 30);
    const std::string whole = bytes_of(folder / "j");
    const auto said = [&](const std::string& bytes) {
        write_file(folder / "k", bytes);
        const auto journal = Journal::open(folder / "k", Mode::exercise);
        const auto verdict = verify(folder / "k");
        REQUIRE_FALSE(journal);
        REQUIRE_FALSE(verdict);
        CHECK(journal.error() == verdict.error());
        CHECK_FALSE(fs::exists(folder / "k.lock"));
        return sentence(journal.error());
    };
    CHECK_THAT(said(whole.substr(0, 4096)),
               ContainsSubstring("cut off after 4096 bytes") && ContainsSubstring("a backup"));
    for (const std::size_t at : {16U, 18U, 19U, 20U, 21U, 22U, 23U}) {
        std::string bytes = whole;
        bytes[at] = static_cast<char>(bytes[at] ^ 0x55);
        CHECK_THAT(said(bytes),
                   ContainsSubstring("whose first bytes are damaged") && ContainsSubstring("a backup"));
    }
}

} // namespace wal_test
