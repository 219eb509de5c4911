// Export, import and branches.
#include "tests/messaging/journal/support.hpp"
#include "tests/support/property.hpp"

#include <fstream>

namespace exchange_test {

using namespace regiekamer;
using namespace regiekamer::journal;
using namespace regiekamer::journal::testing;

namespace {

Result<Info> import_text(const std::string& text, const fs::path& file) {
    std::istringstream lines(text);
    return import_lines(lines, file);
}

/// The Problem of an import, which leaves nothing behind but the lock.
std::string import_refusal(const Folder& folder, const std::string& text) {
    const auto info = import_text(text, folder / "new");
    REQUIRE_FALSE(info);
    CHECK_FALSE(fs::exists(folder / "new"));
    CHECK_FALSE(fs::exists(folder / "new.new"));
    CHECK_FALSE(fs::exists(folder / "new.new-wal"));
    return sentence(info.error());
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

} // namespace

TEST_CASE("an export has a line for the journal and one for each message, the event last as it came") {
    const Folder folder;
    make_journal(folder / "j", 2);
    const auto info = Reader::open(folder / "j")->info();
    const std::string text = exported(folder / "j");
    CHECK(text.starts_with(
        "{\"journal\":\"" + info->uuid +
        "\",\"mode\":\"exercise\",\"format\":1}\n"
        "{\"sequence\":1,\"recorded\":\"2026-11-24T00:00:00.000000Z\",\"sender\":\"ovd-1\",\"salt\":\""));
    CHECK(text.ends_with("\"hash\":\"" + to_hex(info->head.hash) +
                         "\",\"event\":" + event_text("note-2", "text 15838") + "}\n"));
}

TEST_CASE("import of an export gives the same bytes back, and the journal goes on") {
    holds("export after import is the same", [] {
        const Folder folder;
        {
            auto journal = Journal::open(folder / "j", any_of({Mode::actual, Mode::exercise}));
            const auto rows = any_between(0, 20);
            for (int i = 0; i < rows; ++i) {
                const std::string id = std::to_string(i);
                const std::string event =
                    event_text(id, any_of<std::string>({"", "é \\\" {}", "],\\u0041 "}));
                const std::string sender = any_of<std::string>({"ovd-1", "a\"b\\c", "éé", "{\"event\":1}"});
                const Draft draft{sender, event, "desk/ovd-1", id};
                MUST(journal->append({&draft, 1}, midnight).has_value());
            }
        }
        const std::string text = exported(folder / "j");
        const auto info = import_text(text, folder / "new");
        MUST(info.has_value());
        MUST(exported(folder / "new") == text);
        MUST(verdict_of(folder / "new", info->head) == "whole");
        auto journal = Journal::open(folder / "new", info->mode);
        MUST(journal.has_value());
        MUST(journal->info().head == info->head);
        if (info->head.sequence > 0) {
            const auto first = journal->read(0, 1, 1);
            MUST(append_one(*journal, first->front().event, "0")->repeated);
        }
    });
}

TEST_CASE("a redacted row goes out and in") {
    const Folder folder;
    {
        auto journal = Journal::open(folder / "j", Mode::exercise);
        REQUIRE(append_one(*journal, event_text("a"), "a"));
        REQUIRE(append_one(*journal, redaction_text("r", 1), "r"));
    }
    sql(folder / "j", "UPDATE message SET event=NULL,salt=NULL WHERE sequence=1");
    const std::string text = exported(folder / "j");
    REQUIRE(import_text(text, folder / "new"));
    CHECK(exported(folder / "new") == text);
    CHECK(verify(folder / "new")->redacted == std::vector<Sequence>{1});
}

TEST_CASE("an import is refused by line, and leaves no journal") {
    const Folder folder;
    make_journal(folder / "j", 5);
    const std::string text = exported(folder / "j");
    CHECK_THAT(import_refusal(folder, ""), ContainsSubstring("line 1: nothing"));
    CHECK_THAT(import_refusal(folder, "hallo\n"),
               ContainsSubstring("line 1: hallo, expected {\"journal\":UUID"));
    CHECK_THAT(import_refusal(folder, replaced(text, "\"format\":1", "\"format\":2")),
               ContainsSubstring("line 1: export format 2, written by a newer version"));
    CHECK_THAT(import_refusal(folder, replaced(text, "\"mode\":\"exercise\"", "\"mode\":\"echt\"")),
               ContainsSubstring("line 1"));
    CHECK_THAT(import_refusal(folder, text + std::string(5'000'000, '0') + "\n"),
               ContainsSubstring("line 7: more than 4 MB, expected a line of a `journal export`"));
    std::ifstream endless("/dev/zero", std::ios::binary);
    CHECK_FALSE(import_lines(endless, folder / "new"));
    CHECK_THAT(import_refusal(folder, text.substr(0, text.size() - 1)),
               ContainsSubstring("line 6: a line that is cut off"));
    CHECK_THAT(import_refusal(folder, text.substr(0, text.size() - 40)),
               ContainsSubstring("line 6: a line that is cut off"));
    CHECK_THAT(import_refusal(folder, replaced(text, "{\"sequence\":2,", "{\"sequence\":3,")),
               ContainsSubstring("line 3: sequence 3, expected 2"));
    CHECK_THAT(import_refusal(folder, replaced(text, "{\"sequence\":2,", "{\"sequence\": 2,")),
               ContainsSubstring("line 3"));
    CHECK_THAT(import_refusal(folder, replaced(text, "{\"sequence\":2,", "{\"sequence\":02,")),
               ContainsSubstring("line 3"));
    CHECK_THAT(import_refusal(folder, replaced(text, "text 15838", "text 15839")),
               ContainsSubstring("line 3: row 2 was altered"));
    CHECK_THAT(import_refusal(folder, replaced(text, "\"mode\":\"exercise\"", "\"mode\":\"actual\"")),
               ContainsSubstring("line 1: table meta was altered"));
    // and after all that the name is still free
    CHECK(import_text(text, folder / "new"));
}

TEST_CASE("neither import nor branch replaces a file") {
    const Folder folder;
    make_journal(folder / "j", 5);
    write_file(folder / "there", "van iemand");
    CHECK_THAT(sentence(import_text(exported(folder / "j"), folder / "there").error()),
               ContainsSubstring("a file that exists"));
    CHECK_THAT(sentence(branch(folder / "j", folder / "there", 3).error()),
               ContainsSubstring("a file that exists"));
    CHECK_THAT(sentence(branch(folder / "j", folder / "no/where", 3).error()),
               ContainsSubstring("no such folder"));
    CHECK(bytes_of(folder / "there") == "van iemand");
}

TEST_CASE("a branch keeps what was said, under a uuid and chain of its own") {
    const Folder folder;
    make_journal(folder / "j", 20);
    const auto parent = Reader::open(folder / "j");
    const auto info = branch(folder / "j", folder / "b", 12);
    REQUIRE(info);
    CHECK(info->head.sequence == 12);
    CHECK(info->uuid != parent->info()->uuid);
    CHECK(info->mode == Mode::exercise);
    CHECK(verdict_of(folder / "b", info->head) == "whole");
    const auto old_rows = parent->read(0, 12, 1 << 20);
    const auto new_rows = Reader::open(folder / "b")->read(0, 20, 1 << 20);
    REQUIRE(new_rows->size() == 12);
    for (std::size_t i = 0; i < 12; ++i) {
        CHECK(new_rows->at(i).event == old_rows->at(i).event);
        CHECK(new_rows->at(i).recorded == old_rows->at(i).recorded);
        CHECK(new_rows->at(i).sender == old_rows->at(i).sender);
        CHECK(new_rows->at(i).hash != old_rows->at(i).hash);
    }
    // salts and digests too
    const std::string lines = exported(folder / "j");
    const auto from = lines.find("\"salt\"");
    const auto salt = lines.substr(from, lines.find(",\"hash\"") - from);
    CHECK_THAT(exported(folder / "b"), ContainsSubstring(salt));
    auto child = Journal::open(folder / "b", Mode::exercise);
    CHECK(append_one(*child, event_text("note-3", "text 23757"), "note-3")->repeated);
    CHECK(append_one(*child, event_text("verder"), "verder")->sequence == 13);
}

TEST_CASE("a branch from a running journal, of nothing and of everything") {
    const Folder folder;
    auto journal = Journal::open(folder / "j", Mode::actual);
    for (int i = 0; i < 5; ++i)
        REQUIRE(append_one(*journal, event_text(std::to_string(i)), std::to_string(i)));
    CHECK(branch(folder / "j", folder / "none", 0)->head.sequence == 0);
    CHECK(branch(folder / "j", folder / "all", 5)->head.sequence == 5);
    CHECK_THAT(sentence(branch(folder / "j", folder / "more", 6).error()),
               ContainsSubstring("--until: 6, expected at most 5"));
    CHECK_FALSE(fs::exists(folder / "more"));
    CHECK(verdict_of(folder / "none") == "whole");
}

TEST_CASE("a branch of an altered journal, or without the message that redacts, is refused") {
    const Folder folder;
    {
        auto journal = Journal::open(folder / "j", Mode::exercise);
        for (int i = 1; i <= 5; ++i)
            REQUIRE(append_one(*journal, event_text(std::to_string(i)), std::to_string(i)));
        REQUIRE(append_one(*journal, redaction_text("r", 2), "r"));
    }
    sql(folder / "j", "UPDATE message SET event=NULL,salt=NULL WHERE sequence=2");
    CHECK_THAT(sentence(branch(folder / "j", folder / "b", 4).error()),
               ContainsSubstring("before the message that redacts row 2"));
    CHECK(branch(folder / "j", folder / "b", 6));
    CHECK(verify(folder / "b")->redacted == std::vector<Sequence>{2});
    sql(folder / "j", "UPDATE message SET sender='x' WHERE sequence=3");
    CHECK_THAT(sentence(branch(folder / "j", folder / "c", 6).error()),
               ContainsSubstring("row 3 does not fit"));
    CHECK_FALSE(fs::exists(folder / "c"));
}

} // namespace exchange_test
