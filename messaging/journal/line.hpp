// One line of an export: the row with everything that its hash is made of, in one form only, so that export
// after import gives the same bytes. Inside this folder only.
//
//   {"journal":"<uuid>","mode":"exercise","format":1}
//   {"sequence":1,"recorded":"…","sender":"…","salt":"<hex>","digest":"<hex>","hash":"<hex>","event":{…}}
//
// Members without spaces between them, hex in lower case, the event last and just as the sender wrote it; a
// redacted row has "salt":null and "event":null.
#pragma once

#include "messaging/journal/builder.hpp"

namespace regiekamer::journal {

std::string first_line(const Identity& identity);
void append_line(std::string& out, const FullRow& row);

/// A row read back. The event is a view into the line.
struct ReadLine {
    Sequence sequence{};
    std::string recorded, sender;
    std::optional<Salt> salt;
    Hash digest{}, hash{};
    std::optional<std::string_view> event;
    [[nodiscard]] FullRow row() const;
};

/// Without `where`: the caller knows the line.
Result<Identity> read_first_line(std::string_view line);
Result<ReadLine> read_line(std::string_view line);

} // namespace regiekamer::journal
