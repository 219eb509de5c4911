// Reading a hub or a file to its end, and going to the moment that was named.
#include "dashboard/ctl/moment.hpp"

#include "dashboard/ctl/terminal.hpp"
#include "dashboard/picture/moment.hpp"
#include "dashboard/picture/moment_text.hpp"
#include "dashboard/typed/checks.hpp"
#include "messaging/codec/codec.hpp"
#include "messaging/journal/journal.hpp"
#include "messaging/link/client.hpp"

#include <memory>

namespace regiekamer::ctl {

using namespace typed;
namespace {

/// Reads on after a sequence; the end is an empty list.
using Source = picture::ReadBack;

Recorded recorded_of(const journal::Row& row) {
    return {row.sequence, row.recorded, row.sender, codec::read(row.event), row.hash};
}

Result<Source> from_file(const std::string& file, KnownThen& known) {
    auto reader = journal::Reader::open(file);
    if (!reader) return tl::unexpected(reader.error());
    const auto info = reader->info();
    if (!info) return tl::unexpected(info.error());
    known.mode = info->mode;
    known.journal = info->uuid;
    const auto shared = std::make_shared<journal::Reader>(std::move(*reader));
    return Source([shared](Sequence after, std::size_t limit) -> Result<std::vector<Recorded>> {
        const auto rows = shared->read(after, limit, wire::replay_bytes_max);
        if (!rows) return tl::unexpected(rows.error());
        std::vector<Recorded> facts;
        for (const auto& row : *rows)
            facts.push_back(recorded_of(row));
        return facts;
    });
}

Result<Source> from_hub(const std::string& endpoint, std::optional<Instant>& hub_now, KnownThen& known) {
    auto client = link::Client::connect(endpoint, "regiekamerctl");
    if (!client) return tl::unexpected(client.error());
    hub_now = client->welcome().time;
    known.mode = client->welcome().mode;
    known.journal = client->welcome().journal;
    const auto shared = std::make_shared<link::Client>(std::move(*client));
    return Source([shared](Sequence after, std::size_t limit) -> Result<std::vector<Recorded>> {
        const auto messages = shared->replay(after, std::min<std::size_t>(limit, wire::replay_limit_max));
        if (!messages) return tl::unexpected(messages.error());
        std::vector<Recorded> facts;
        for (const auto& [meta, event] : *messages)
            facts.push_back(
                {static_cast<Sequence>(meta.sequence.value), meta.recorded, meta.sender, codec::read(event)});
        return facts;
    });
}

Result<bool> read_all(const Source& source, picture::History& history) {
    Progress progress("read");
    for (;;) {
        auto facts = source(history.head(), 1000);
        if (!facts) return tl::unexpected(facts.error());
        if (facts->empty()) return true;
        for (auto& fact : *facts)
            history.append(std::move(fact));
        progress.at(history.head());
    }
}

/// Now, when nobody names it: of a hub its own clock (in an exercise the exercise clock), of a file as the
/// window shows it.
Instant now_of(const picture::Picture& picture, const std::optional<Instant>& hub_now, Mode mode) {
    if (!hub_now) return picture::now_of_file(picture, mode, wall_clock());
    return picture::exercise_now(picture, *hub_now).value_or(*hub_now);
}

} // namespace

Result<KnownThen> known_at(const Moment& wanted) {
    std::optional<Instant> hub_now;
    KnownThen known;
    const auto source =
        wanted.journal.empty() ? from_hub(wanted.connect, hub_now, known) : from_file(wanted.journal, known);
    if (!source) return tl::unexpected(source.error());
    known.history = std::make_shared<picture::History>(*source);
    auto& history = *known.history;
    if (const auto read = read_all(*source, history); !read) return tl::unexpected(read.error());
    Sequence sequence = history.head();
    std::optional<Instant> now;
    if (!wanted.at.empty()) {
        const auto latest =
            hub_now ? std::optional(now_of(history.current(), hub_now, known.mode)) : std::nullopt;
        const auto moment = picture::named_moment(wanted.at, history, latest);
        if (!moment) return tl::unexpected(moment.error());
        sequence = moment->sequence;
        now = moment->at;
    }
    if (!wanted.now.empty()) {
        const auto given = read_instant(wanted.now);
        if (!given) return tl::unexpected(Problem{"--now", given.error().found, given.error().expected});
        now = *given;
    }
    auto picture = history.at(sequence);
    if (!picture) return tl::unexpected(picture.error());
    known.picture = std::move(*picture);
    known.now = now ? *now : now_of(known.picture, hub_now, known.mode);
    known.hub_now = hub_now && wanted.at.empty() ? *hub_now : known.picture.recorded;
    if (known.mode == Mode::actual) known.hub_now = known.now;
    return known;
}

void add_moment(CLI::App& verb, Moment& moment) {
    auto* from = verb.add_option_group("source");
    from->add_option("--connect", moment.connect, "the hub's requests endpoint")->check(is_endpoint);
    from->add_option("--journal", moment.journal, "a journal file, read beside a running hub too");
    from->require_option(1);
    verb.add_option("--at", moment.at, "SEQUENCE, INSTANT or T+hh:mm: what was known then")->check(is_moment);
    verb.add_option(
            "--now", moment.now,
            "the instant for what is late, on duty, next (default: with --at that moment; else now, of "
            "the file of an exercise its last)")
        ->check(is_instant);
}

} // namespace regiekamer::ctl
