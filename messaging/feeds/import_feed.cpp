// The first time that a duty, person or evenement is met, its event has an id from its contents, so that a
// document read again after a restart changes nothing. A later change has an id that also knows what it
// changed and when: otherwise the third of A, B, A would be taken for the first.
#include "messaging/feeds/import_feed.hpp"

#include "messaging/codec/codec.hpp"
#include "messaging/codec/parse.hpp"
#include "messaging/journal/journal.hpp"

#include <array>
#include <fmt/format.h>
#include <map>
#include <memory>
#include <sodium.h>

namespace regiekamer::feeds {
namespace {

constexpr std::size_t lines_told_max = 20;

std::string digest_of(const std::string& text) {
    std::array<unsigned char, 16> bytes{};
    crypto_generichash(bytes.data(), bytes.size(), reinterpret_cast<const unsigned char*>(text.data()),
                       text.size(), nullptr, 0);
    return journal::to_hex(bytes);
}

/// What a body of an import is about.
std::string subject_of(const Body& body) {
    if (const auto* duty = std::get_if<DutyRostered>(&body)) return "duty/" + duty->duty.value;
    if (const auto* person = std::get_if<PersonRegistered>(&body)) return "person/" + person->person.value;
    if (const auto* event = std::get_if<EventRegistered>(&body)) return "event/" + event->event.value;
    return codec::encode_body(body);
}

using SaidBefore = std::map<std::string, std::string>; ///< subject -> digest of what was said last

Became became_of(Import import, Instant arrival, SaidBefore& before) {
    Became became;
    for (const auto& line : import.report) {
        if (line.taken || became.aside.size() == lines_told_max) continue;
        became.aside.push_back({"a line that cannot be read, so that nothing of the document is taken",
                                codec::cut(fmt::format("line {}: {}", line.line, line.text), 300)});
    }
    if (!import.good()) {
        if (became.aside.empty()) became.aside.push_back({"a document in which nothing can be read", {}});
        return became;
    }
    for (auto& body : import.bodies) {
        const auto digest = digest_of(codec::encode_body(body));
        auto& last = before[subject_of(body)];
        if (last == digest) continue;
        const auto id = last.empty() ? digest : digest_of(digest + last + to_text(arrival));
        last = digest;
        became.said.push_back({std::move(body), id, {}});
    }
    return became;
}

} // namespace

Reader import_reader(ReadImport read) {
    const auto before = std::make_shared<SaidBefore>();
    return {[read = std::move(read), before](std::string_view piece, Instant arrival) {
                if (auto large = too_large(piece.size())) {
                    Became became;
                    became.aside.push_back({"expected " + large->expected, {}});
                    return became;
                }
                return became_of(read(piece, arrival), arrival, *before);
            },
            [before](const Message& said) {
                (*before)[subject_of(said.body)] = digest_of(codec::encode_body(said.body));
            }};
}

} // namespace regiekamer::feeds
