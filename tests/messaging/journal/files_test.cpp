// Files that are no journal of ours: one clear sentence each, and nothing changed.
#include "tests/messaging/journal/support.hpp"

#include <map>

namespace files_test {

using namespace regiekamer;
using namespace regiekamer::journal;
using namespace regiekamer::journal::testing;

namespace {

/// All files of a folder with their bytes.
std::map<std::string, std::string> contents(const fs::path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.is_regular_file()) files[entry.path().filename().string()] = bytes_of(entry.path());
    return files;
}

/// What opening says; and that it, and a reader's opening, changed no byte and left no file.
std::string refusal(const Folder& folder, const fs::path& file, Mode mode = Mode::exercise) {
    const auto before = contents(folder.path);
    const auto journal = Journal::open(file, mode);
    REQUIRE_FALSE(journal);
    CHECK((contents(folder.path) == before));
    return sentence(journal.error());
}

std::string reader_refusal(const fs::path& file) {
    const auto reader = Reader::open(file);
    REQUIRE_FALSE(reader);
    return sentence(reader.error());
}

/// The files as a killed writer leaves them: copied while it holds them open.
void crash_image(const fs::path& file, const fs::path& image) {
    for (const char* suffix : {"", "-wal"})
        fs::copy_file(file.string() + suffix, image.string() + suffix, fs::copy_options::overwrite_existing);
}

} // namespace

TEST_CASE("a database of another program is refused") {
    const Folder folder;
    {
        SQLite::Database other((folder / "j").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        other.exec("CREATE TABLE message(x)");
    }
    CHECK_THAT(refusal(folder, folder / "j"), ContainsSubstring("j: a database of another program"));
    CHECK_THAT(reader_refusal(folder / "j"), ContainsSubstring("a database of another program"));
}

TEST_CASE("a newer format is refused with its number") {
    const Folder folder;
    make_journal(folder / "j", 3);
    sql(folder / "j", "PRAGMA user_version=2");
    CHECK_THAT(refusal(folder, folder / "j"),
               ContainsSubstring("journal format 2, written by a newer version, expected format 1"));
    CHECK_THAT(reader_refusal(folder / "j"), ContainsSubstring("newer version"));
}

TEST_CASE("a file that is no database, an empty file and a folder are refused") {
    const Folder folder;
    write_file(folder / "text", std::string(5000, 'x'));
    CHECK_THAT(refusal(folder, folder / "text"), ContainsSubstring("no database"));
    CHECK_THAT(reader_refusal(folder / "text"), ContainsSubstring("no database"));
    write_file(folder / "short", "SQLite format 3");
    CHECK_THAT(refusal(folder, folder / "short"), ContainsSubstring("no database"));
    write_file(folder / "empty", "");
    CHECK_THAT(refusal(folder, folder / "empty"), ContainsSubstring("an empty file, expected a journal"));
    CHECK_THAT(reader_refusal(folder / "empty"), ContainsSubstring("an empty file"));
    CHECK_THAT(refusal(folder, folder.path), ContainsSubstring("a folder, expected a journal"));
}

TEST_CASE("a folder that is missing is said to be, and a reader makes no file") {
    const Folder folder;
    CHECK_THAT(refusal(folder, folder / "no/j"), ContainsSubstring("no such folder"));
    CHECK_THAT(reader_refusal(folder / "j"), ContainsSubstring("no such file"));
    CHECK(contents(folder.path).empty());
}

TEST_CASE("a journal of the other mode is refused") {
    const Folder folder;
    make_journal(folder / "j", 3);
    CHECK_THAT(refusal(folder, folder / "j", Mode::actual),
               ContainsSubstring("a journal whose mode is exercise, expected actual"));
}

TEST_CASE("a second writer is refused while the first runs, and let in after it") {
    const Folder folder;
    {
        auto first = Journal::open(folder / "j", Mode::exercise);
        REQUIRE(first);
        const auto second = Journal::open(folder / "j", Mode::exercise);
        REQUIRE_FALSE(second);
        CHECK_THAT(sentence(second.error()), ContainsSubstring("in use by another hub or desk"));
        CHECK(append_one(*first, event_text("a"), "a"));
    }
    CHECK(fs::exists(folder / "j.lock"));
    CHECK(Journal::open(folder / "j", Mode::exercise));
}

TEST_CASE("a journal that is named by a link has one lock and one WAL, whatever it is called") {
    const Folder folder;
    make_journal(folder / "j", 3);
    fs::create_directory(folder / "elsewhere");
    const fs::path link = folder / "elsewhere" / "link";
    fs::create_symlink("../j", link);
    {
        auto first = Journal::open(link, Mode::exercise);
        REQUIRE(first);
        CHECK_THAT(sentence(Journal::open(folder / "j", Mode::exercise).error()),
                   ContainsSubstring("in use by another hub or desk"));
        REQUIRE(append_one(*first, event_text("a"), "a"));
        const auto read = Reader::open(link)->info();
        REQUIRE(read);
        CHECK(read->head == first->info().head);
        CHECK(verdict_of(link, read->head) == "whole");
        crash_image(folder / "j", folder / "image");
    }
    fs::create_symlink("../image", folder / "elsewhere" / "killed");
    const auto again = Journal::open(folder / "elsewhere" / "killed", Mode::exercise);
    REQUIRE(again);
    CHECK(again->info().head.sequence == 4);
}

TEST_CASE("a journal that another program keeps locked is refused, and opens afterwards") {
    const Folder folder;
    make_journal(folder / "j", 3);
    {
        SQLite::Database other((folder / "j").string(), SQLite::OPEN_READWRITE);
        other.exec("BEGIN IMMEDIATE");
        const auto journal = Journal::open(folder / "j", Mode::exercise);
        REQUIRE_FALSE(journal);
        CHECK_THAT(sentence(journal.error()), ContainsSubstring("locked by another program"));
    }
    CHECK(Journal::open(folder / "j", Mode::exercise)->info().head.sequence == 3);
}

TEST_CASE("a read-only file is refused for writing, even to root, and can be read") {
    const Folder folder;
    const Head head = make_journal(folder / "j", 3);
    fs::permissions(folder / "j", fs::perms(0400));
    CHECK_THAT(refusal(folder, folder / "j"), ContainsSubstring("a read-only file"));
    CHECK(Reader::open(folder / "j")->info()->head == head);
}

TEST_CASE("a writer that was killed is followed by one that has everything") {
    const Folder folder;
    auto journal = Journal::open(folder / "j", Mode::exercise);
    for (int i = 0; i < 50; ++i)
        REQUIRE(append_one(*journal, event_text(std::to_string(i)), std::to_string(i)));
    crash_image(folder / "j", folder / "image");
    const auto again = Journal::open(folder / "image", Mode::exercise);
    REQUIRE(again);
    CHECK(again->info().head == journal->info().head);
    CHECK(verdict_of(folder / "image", journal->info().head) == "whole");
}

TEST_CASE("a journal whose WAL is gone is refused, also when a reader looked or an empty WAL stands there") {
    const Folder folder;
    auto journal = Journal::open(folder / "j", Mode::exercise);
    for (int i = 0; i < 50; ++i)
        REQUIRE(append_one(*journal, event_text(std::to_string(i)), std::to_string(i)));
    crash_image(folder / "j", folder / "image");
    fs::rename(folder / "image-wal", folder / "kept");
    CHECK_THAT(reader_refusal(folder / "image"), ContainsSubstring("its WAL"));
    const auto journal_refused = Journal::open(folder / "image", Mode::exercise);
    REQUIRE_FALSE(journal_refused);
    CHECK_THAT(sentence(journal_refused.error()), ContainsSubstring("is gone"));
    CHECK_FALSE(fs::exists(folder / "image.lock"));
    CHECK_FALSE(fs::exists(folder / "image-wal"));
    CHECK(verify(folder / "image")->fault->kind == FaultKind::unfinished);
    write_file(folder / "image-wal", "");
    CHECK_THAT(sentence(Journal::open(folder / "image", Mode::exercise).error()),
               ContainsSubstring("is gone"));
    // with its WAL back it is whole again
    fs::rename(folder / "kept", folder / "image-wal");
    CHECK(Journal::open(folder / "image", Mode::exercise)->info().head == journal->info().head);
}

TEST_CASE("what is left of a journal without its WAL can be exported and made a journal again") {
    const Folder folder;
    auto journal = Journal::open(folder / "j", Mode::exercise);
    for (int i = 0; i < 50; ++i) {
        REQUIRE(append_one(*journal, event_text(std::to_string(i)), std::to_string(i)));
        if (i == 29) journal->checkpoint();
    }
    crash_image(folder / "j", folder / "image");
    fs::remove(folder / "image-wal");
    std::stringstream lines;
    const auto out = export_lines(folder / "image", lines);
    REQUIRE_FALSE(out);
    CHECK_THAT(sentence(out.error()), ContainsSubstring("is gone") && ContainsSubstring("30 rows"));
    const auto info = import_lines(lines, folder / "saved");
    REQUIRE(info);
    CHECK(info->head.sequence == 30);
    CHECK(info->uuid == journal->info().uuid);
    CHECK(verdict_of(folder / "saved", journal->info().head) == "cut 31");
}

TEST_CASE("another journal's WAL is refused") {
    const Folder folder;
    const std::size_t rows = GENERATE(1U, 40U, 3000U);
    auto ours = Journal::open(folder / "a", Mode::exercise);
    auto theirs = Journal::open(folder / "b", Mode::exercise);
    for (std::size_t i = 0; i < rows; ++i) {
        const std::string id = std::to_string(i);
        REQUIRE(append_one(*ours, event_text(id), id));
        REQUIRE(append_one(*theirs, event_text(id, "van een ander"), id));
        if (i == rows / 2) {
            ours->checkpoint();
            theirs->checkpoint();
        }
    }
    crash_image(folder / "a", folder / "image");
    fs::copy_file(folder / "b-wal", folder / "image-wal", fs::copy_options::overwrite_existing);
    const auto journal = Journal::open(folder / "image", Mode::exercise);
    REQUIRE_FALSE(journal);
    INFO(sentence(journal.error()));
    CHECK(journal.error().where == (folder / "image").string());
    const auto verdict = verify(folder / "image");
    CHECK((!verdict || verdict->fault));
    // nothing was moved out of it into the file
    CHECK((bytes_of(folder / "image") == bytes_of(folder / "a")));
    CHECK((bytes_of(folder / "image-wal") == bytes_of(folder / "b-wal")));
}

TEST_CASE("a foreign trigger is refused by writer, reader and verify") {
    const Folder folder;
    make_journal(folder / "j", 3);
    sql(folder / "j", "CREATE TRIGGER t AFTER INSERT ON message BEGIN DELETE FROM message; END");
    const auto journal = Journal::open(folder / "j", Mode::exercise);
    REQUIRE_FALSE(journal);
    CHECK_THAT(sentence(journal.error()), ContainsSubstring("a foreign trigger \"t\""));
    CHECK_THAT(reader_refusal(folder / "j"), ContainsSubstring("a foreign trigger"));
    CHECK_FALSE(verify(folder / "j"));
}

TEST_CASE("a journal whose end does not fit the chain gets no new rows") {
    const Folder folder;
    make_journal(folder / "j", 30);
    sql(folder / "j", "UPDATE message SET sender='x' WHERE sequence=29");
    CHECK_THAT(sentence(Journal::open(folder / "j", Mode::exercise).error()),
               ContainsSubstring("row 29 does not fit the chain"));
}

namespace {

/// What verify says of a damaged file must be what export and import then give.
void check_damaged(const Folder& folder, const std::string& bytes, Sequence rows, bool cut) {
    for (const char* name : {"damaged", "damaged-wal", "damaged-shm", "saved", "saved.lock"})
        fs::remove(folder / name);
    write_file(folder / "damaged", bytes);
    const auto verdict = verify(folder / "damaged");
    if (!verdict) {
        CHECK_THAT(sentence(verdict.error()), ContainsSubstring("no row of it can be read"));
        CHECK_THAT(sentence(verdict.error()), !ContainsSubstring("journal verify"));
        return;
    }
    INFO(sentence(*verdict));
    REQUIRE(verdict->fault);
    const Sequence right = verdict->info.head.sequence;
    // bytes of an event alone, within a page that is otherwise right
    if (!cut && verdict->fault->kind == FaultKind::altered) return;
    if (verdict->fault->kind == FaultKind::damaged) {
        CHECK(right == rows);
    } else {
        CHECK(verdict->fault->kind == FaultKind::unreadable);
        CHECK(verdict->fault->sequence == right + 1);
        CHECK(right < rows);
    }
    std::stringstream lines;
    const auto out = export_lines(folder / "damaged", lines);
    CHECK(out.has_value() == (right == rows));
    if (!out) CHECK_THAT(sentence(out.error()), ContainsSubstring("row " + std::to_string(right + 1)));
    const auto saved = import_lines(lines, folder / "saved");
    INFO((saved ? "" : sentence(saved.error())));
    REQUIRE(saved);
    CHECK(saved->head == verdict->info.head);
    CHECK(verdict_of(folder / "saved") == "whole");
}

} // namespace

TEST_CASE(
    "of a damaged file verify names the first row that cannot be read, and the rows before it are saved") {
    const Folder folder;
    make_journal(folder / "j", 400);
    std::istringstream lines(exported(folder / "j"));
    REQUIRE(import_lines(lines, folder / "whole")); // with its table of keys filled
    const std::string whole = bytes_of(folder / "whole");
    const std::size_t page = 8192, pages = whole.size() / page;
    REQUIRE(pages > 12);
    SECTION("its tail was cut off") {
        for (const std::size_t left :
             {whole.size() - 1, whole.size() - 4096, whole.size() - page, whole.size() - 3 * page,
              whole.size() / 2, 5 * page, 4 * page + 17, page + 1})
            check_damaged(folder, whole.substr(0, left), 400, true);
    }
    SECTION("pages were overwritten, whole or half") {
        const char filling = GENERATE('\0', static_cast<char>(0xa5));
        for (std::size_t at = 1; at < pages; at += 1 + pages / 12) {
            std::string bytes = whole;
            check_damaged(folder, bytes.replace(at * page, page, page, filling), 400, false);
            bytes = whole;
            check_damaged(folder, bytes.replace(at * page + page / 2, page / 2, page / 2, filling), 400,
                          false);
        }
    }
}

TEST_CASE(
    "a table of ids that does not say what the messages say is made again at opening, and that is told") {
    const Folder folder;
    make_journal(folder / "j", 40);
    std::istringstream lines(exported(folder / "j"));
    REQUIRE(import_lines(lines, folder / "k"));
    CHECK(Journal::open(folder / "k", Mode::exercise).value().remarks().keys_made_again.empty());
    const std::string change = GENERATE(
        "DELETE FROM known", "DELETE FROM known WHERE sequence=7",
        "UPDATE known SET key=key+1 WHERE sequence=7", "INSERT INTO known VALUES(5,7)",
        "UPDATE known SET sequence=900 WHERE sequence=7", "UPDATE meta SET value='9999' WHERE name='known'",
        "UPDATE meta SET value='3' WHERE name='known'");
    INFO(change);
    sql(folder / "k", change);
    {
        auto journal = Journal::open(folder / "k", Mode::exercise);
        REQUIRE(journal);
        CHECK_THAT(journal->remarks().keys_made_again, ContainsSubstring("made again"));
        const auto again =
            append_one(*journal, event_text("note-7", "text " + std::to_string(7 * 7919)), "note-7");
        REQUIRE(again);
        CHECK(again->repeated);
        CHECK(again->sequence == 7);
        CHECK_FALSE(append_one(*journal, event_text("note-7", "other"), "note-7"));
    }
    CHECK(verdict_of(folder / "k") == "whole");
    CHECK(Journal::open(folder / "k", Mode::exercise).value().remarks().keys_made_again.empty());
}

TEST_CASE("a journal of before there was a sum of its ids opens as it is") {
    const Folder folder;
    make_journal(folder / "j", 40);
    std::istringstream lines(exported(folder / "j"));
    REQUIRE(import_lines(lines, folder / "k"));
    sql(folder / "k", "DELETE FROM meta WHERE name='known_sum'");
    CHECK(Journal::open(folder / "k", Mode::exercise).value().remarks().keys_made_again.empty());
    CHECK(Journal::open(folder / "k", Mode::exercise).value().remarks().keys_made_again.empty());
    CHECK(verdict_of(folder / "k") == "whole");
}

TEST_CASE("a file cut in half or with a page overwritten is refused or found, and never a crash") {
    const Folder folder;
    make_journal(folder / "j", 400);
    const std::string whole = bytes_of(folder / "j");
    for (std::size_t page = 1; page * 8192 < whole.size(); ++page) {
        std::string damaged = whole;
        damaged.replace(page * 8192, 8192, std::string(8192, static_cast<char>(0xa5)));
        write_file(folder / "damaged", damaged);
        const auto verdict = verify(folder / "damaged");
        CHECK((!verdict || verdict->fault));
        write_file(folder / "damaged", whole.substr(0, page * 8192));
        const auto cut = verify(folder / "damaged");
        CHECK((!cut || cut->fault));
        for (const char* suffix : {"", "-wal", "-shm"})
            fs::remove((folder / "damaged").string() + suffix);
    }
}

} // namespace files_test
