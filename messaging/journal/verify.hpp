// Whether a journal is what was once written: the first row that was altered, is missing, was moved or added.
#pragma once

#include "messaging/journal/journal.hpp"

#include <optional>

namespace regiekamer::journal {

enum class FaultKind {
    altered,    ///< the row is not what was chained (or, against a head, it and what follows was rewritten)
    missing,    ///< it is gone
    moved,      ///< another row stands in its place, or it stands elsewhere
    added,      ///< a row that was never chained stands in its place
    blank,      ///< emptied, and no later message.redacted names it
    derived,    ///< table `known` does not say what the events say
    cut,        ///< the journal ends before the head that somebody holds
    unreadable, ///< the file is damaged there; the rows before it prove right
    damaged,    ///< the file is, but every row can be read and proves right
    meta,       ///< table `meta` does not say what the rows were chained under
    unfinished, ///< every row proves right, but the WAL that may hold later ones is gone
};

/// `altered` … `unfinished`, as tools print it.
std::string_view word(FaultKind kind);

/// Whether it is about one row; else about the file.
bool names_row(FaultKind kind);

struct Fault {
    FaultKind kind{};
    Sequence sequence{}; ///< the first place in the journal that is wrong; 0 of `meta`
    std::string why;     ///< one sentence
};

struct Verdict {
    Info info;                      ///< the head is the last row's, right or wrong
    std::vector<Sequence> redacted; ///< emptied rows that a later message names; they verify
    std::optional<Fault> fault;     ///< none: whole
};

/// Reads the whole journal, beside a running writer too. `head`: one that somebody kept; without it a cut
/// tail or a journal rewritten from some row on cannot show. A replica has no salts: of it only the numbering
/// and the head are judged. A Problem: the file is no journal that can be opened.
Result<Verdict> verify(const std::filesystem::path& file, std::optional<Head> head = std::nullopt);

/// "whole: 412 messages, …" or "row 17 was altered: …".
std::string sentence(const Verdict& verdict);

/// "SEQUENCE:HASH", as `journal info` prints it and `verify --head` takes it.
Result<Head> head_from_text(std::string_view text);
std::string to_text(const Head& head);

} // namespace regiekamer::journal
