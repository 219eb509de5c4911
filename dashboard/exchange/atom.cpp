// Newest first, until there are enough lines that a person wants to read.
#include "dashboard/exchange/atom.hpp"

#include "dashboard/words/journal_line.hpp"
#include "dashboard/words/names.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <pugixml.hpp>

namespace regiekamer::exchange {
namespace {

struct Entry {
    Sequence sequence{};
    Instant published, updated;
    std::string author, type;
    words::JournalLine line;
    bool withdrawn{};
};

/// What the leaders of an exercise say to each other; an inject itself is for the players.
bool for_leaders(const Body& body) {
    return std::holds_alternative<ExpectationJudged>(body) ||
           std::holds_alternative<ObservationNoted>(body) || std::holds_alternative<InjectHeld>(body) ||
           std::holds_alternative<InjectSkipped>(body) || std::holds_alternative<InjectMoved>(body);
}

/// A redacted row has no time of its own left; and of real work nothing happened after it was recorded: one
/// clock that is years ahead would make the feed look unchanged from then on.
Instant moment_of(const Recorded& fact) {
    const Instant said = fact.message.time;
    if (said == Instant{}) return fact.recorded;
    return fact.message.status == Mode::actual ? std::min(said, fact.recorded) : said;
}

/// Nothing for a line that the logboek folds away.
std::optional<Entry> entry_of(picture::History& history, const picture::Picture& picture,
                              const Recorded& fact) {
    Entry entry;
    entry.line = words::journal_line(picture, fact);
    if (entry.line.weight == words::Weight::noise) return std::nullopt;
    entry.sequence = fact.sequence;
    entry.published = entry.updated = moment_of(fact);
    entry.type = type_of(fact.message.body);
    entry.author = fact.message.function ? fact.message.function->value : fact.message.source;
    if (const auto by = history.withdrawn_by(fact.sequence, picture.sequence); by != 0) {
        entry.withdrawn = true;
        if (const auto withdrawal = history.message(by)) entry.updated = moment_of(**withdrawal);
    }
    return entry;
}

Result<std::vector<Entry>> entries_of(picture::History& history, const picture::Picture& picture,
                                      const LogboekWanted& wanted) {
    std::vector<Entry> entries;
    const std::size_t known = history.log().entries().size();
    for (std::size_t index = known; index-- > 0 && entries.size() < wanted.most;) {
        const picture::LogEntry logged = history.log().entries()[index];
        if (logged.sequence > wanted.upto) continue;
        if (wanted.incident && history.log().incident_of(logged) != wanted.incident->value) continue;
        const auto fact = history.message(logged.sequence);
        if (!fact) return tl::unexpected(fact.error());
        if (!wanted.trainer && for_leaders((*fact)->message.body)) continue;
        if (auto entry = entry_of(history, picture, **fact)) entries.push_back(std::move(*entry));
    }
    return entries;
}

std::string tag_of(const Origin& origin, const std::string& what) {
    return fmt::format("tag:regiekamer.invalid,2026:{}{}", identifier_of(origin.journal), what);
}

void put_author(pugi::xml_node parent, const std::string& name) {
    const auto line = line_of(name, 256);
    put(parent.append_child("author"), "name",
        line.find_first_not_of(' ') == std::string::npos ? "onbekend" : line);
}

void put_entry(pugi::xml_node feed, const Entry& entry, const Origin& origin) {
    auto made = feed.append_child("entry");
    put(made, "id", tag_of(origin, fmt::format("/{}", entry.sequence)));
    const std::string words =
        (entry.withdrawn ? "Ingetrokken: " : "") +
        (entry.line.who.empty() ? entry.line.text : entry.line.who + ": " + entry.line.text);
    put(made, "title", titled(origin.mode, words, 160));
    put(made, "updated", to_text(entry.updated));
    put(made, "published", to_text(entry.published));
    put_author(made, entry.author);
    if (!entry.type.empty()) // of a redacted message nothing is left
        made.append_child("category").append_attribute("term") = line_of(entry.type, 256).c_str();
    auto content = made.append_child("content");
    content.append_attribute("type") = "text";
    content.text().set(titled(origin.mode, words, 300'000).c_str());
}

} // namespace

Result<std::string> atom(picture::History& history, const picture::Picture& picture, Instant now,
                         const Origin& origin, const LogboekWanted& wanted) {
    const auto entries = entries_of(history, picture, wanted);
    if (!entries) return tl::unexpected(entries.error());
    Instant updated = entries->empty() ? now : Instant::min();
    for (const auto& entry : *entries)
        updated = std::max(updated, entry.updated);

    pugi::xml_document document;
    declare(document);
    auto feed = document.append_child("feed");
    feed.append_attribute("xmlns") = "http://www.w3.org/2005/Atom";
    feed.append_attribute("xml:lang") = "nl";
    put(feed, "id",
        tag_of(origin, wanted.incident ? "/incident/" + identifier_of(wanted.incident->value) : ""));
    put(feed, "title",
        titled(origin.mode,
               wanted.incident ? "Logboek " + words::incident(picture, *wanted.incident)
                               : "Logboek Regiekamer",
               160));
    put(feed, "updated", to_text(updated));
    put_author(feed, "Regiekamer");
    put(feed, "generator", "Regiekamer");
    for (const auto& entry : *entries)
        put_entry(feed, entry, origin);
    return text_of(document);
}

} // namespace regiekamer::exchange
