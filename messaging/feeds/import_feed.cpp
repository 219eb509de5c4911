// The first time that a duty, person or evenement is met, its event has an id from its contents, so that a
// document read again after a restart changes nothing. A later change has an id that also knows what it
// changed and when: otherwise the third of A, B, A would be taken for the first.
#include "messaging/feeds/import_feed.hpp"

#include "messaging/codec/codec.hpp"
#include "messaging/codec/parse.hpp"
#include "messaging/journal/journal.hpp"

#include <algorithm>
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

/// A body that the document before had not, or had otherwise.
struct News {
    std::size_t at;
    std::string id; ///< empty: the first time that it is met, so from what is said
};

/// Judged as the document has it, before what the hub knows is put into it.
std::vector<News> news_of(const Import& import, Instant arrival, SaidBefore& before) {
    std::vector<News> news;
    for (std::size_t at = 0; at < import.bodies.size(); ++at) {
        const auto digest = digest_of(codec::encode_body(import.bodies[at]));
        auto& last = before[subject_of(import.bodies[at])];
        if (last == digest) continue;
        news.push_back({at, last.empty() ? std::string() : digest_of(digest + last + to_text(arrival))});
        last = digest;
    }
    return news;
}

bool is_known(const Body& body, const KnownPersons& known) {
    const auto* person = std::get_if<PersonRegistered>(&body);
    const auto found = person == nullptr ? known.end() : known.find(person->person);
    return found != known.end() && found->second == *person;
}

Became became_of(Import import, Instant arrival, SaidBefore& before, const AskRoster& ask) {
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
    const auto news = news_of(import, arrival, before);
    const bool of_persons = std::any_of(news.begin(), news.end(), [&](const News& one) {
        return std::holds_alternative<PersonRegistered>(import.bodies[one.at]);
    });
    const auto known = of_persons && ask ? ask().persons : KnownPersons{};
    keep_known(import, known);
    for (const News& one : news) {
        Body& body = import.bodies[one.at];
        if (is_known(body, known)) continue;
        auto id = one.id.empty() ? digest_of(codec::encode_body(body)) : one.id;
        became.said.push_back({std::move(body), std::move(id), {}});
    }
    return became;
}

} // namespace

Reader import_reader(ReadImport read, AskRoster known) {
    const auto before = std::make_shared<SaidBefore>();
    return {
        [read = std::move(read), known = std::move(known), before](std::string_view piece, Instant arrival) {
            if (auto large = too_large(piece.size())) {
                Became became;
                became.aside.push_back({"expected " + large->expected, {}});
                return became;
            }
            Import import = read(piece, arrival, {});
            if (import.days_alone && known) import = read(piece, arrival, known().changeovers);
            return became_of(std::move(import), arrival, *before, known);
        },
        [before](const Message& said) {
            (*before)[subject_of(said.body)] = digest_of(codec::encode_body(said.body));
        }};
}

} // namespace regiekamer::feeds
