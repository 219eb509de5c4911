// What the journal's tests have in common: a folder that goes away, journals made by appending, and a hand
// that changes a file behind the journal's back.
#pragma once

#include "messaging/journal/chain.hpp"
#include "messaging/journal/exchange.hpp"
#include "messaging/journal/journal.hpp"
#include "messaging/journal/verify.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/folder.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <unistd.h>

namespace regiekamer::journal::testing {

namespace fs = std::filesystem;

inline const Instant midnight = *read_instant("2026-11-24T00:00:00Z");

/// An event as the hub takes it; `filling` makes two with one id differ.
inline std::string event_text(const std::string& id, const std::string& filling = "",
                              const std::string& source = "desk/ovd-1") {
    return R"({"specversion":"1.0","id":")" + id + R"(","source":")" + source +
           R"(","type":"nl.regiekamer.note.written","time":"2026-11-24T02:12:09Z","status":"exercise","data":{"note":")" +
           id + R"(","text":")" + filling + R"("}})";
}

inline std::string redaction_text(const std::string& id, Sequence sequence) {
    return R"({"specversion":"1.0","id":")" + id +
           R"(","source":"desk/ovd-1","type":"nl.regiekamer.message.redacted","time":"2026-11-24T02:12:09Z",)"
           R"("status":"exercise","data":{"sequence":)" +
           std::to_string(sequence) + R"(,"reason":"wet"}})";
}

/// Appends one event and expects an answer of the journal as a whole.
inline Result<Stored> append_one(Journal& journal, const std::string& event, const std::string& id,
                                 const std::string& source = "desk/ovd-1", Instant now = midnight) {
    const Draft draft{"ovd-1", event, source, id};
    auto answers = journal.append({&draft, 1}, now);
    REQUIRE(answers);
    REQUIRE(answers->size() == 1);
    return answers->front();
}

/// A closed journal of `rows` notes.
inline Head make_journal(const fs::path& file, std::size_t rows, Mode mode = Mode::exercise) {
    auto journal = Journal::open(file, mode);
    REQUIRE(journal);
    for (std::size_t i = 1; i <= rows; ++i) {
        const std::string id = "note-" + std::to_string(i);
        REQUIRE(append_one(*journal, event_text(id, "text " + std::to_string(i * 7919)), id));
    }
    return journal->info().head;
}

inline void sql(const fs::path& file, const std::string& statement) {
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
    database.exec(statement);
}

inline std::string bytes_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

inline void write_file(const fs::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
}

inline std::string exported(const fs::path& file) {
    std::ostringstream out;
    const auto done = export_lines(file, out);
    INFO((done ? "" : sentence(done.error())));
    REQUIRE(done);
    return out.str();
}

/// "whole", or the fault as "altered 17": what the Python reader prints too.
inline std::string short_verdict(const Verdict& verdict) {
    if (!verdict.fault) return "whole";
    return std::string(word(verdict.fault->kind)) + " " + std::to_string(verdict.fault->sequence);
}

inline std::string verdict_of(const fs::path& file, std::optional<Head> head = std::nullopt) {
    const auto verdict = verify(file, head);
    INFO((verdict ? "" : sentence(verdict.error())));
    REQUIRE(verdict);
    return short_verdict(*verdict);
}

} // namespace regiekamer::journal::testing
