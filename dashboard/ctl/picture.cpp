// regiekamerctl picture: what is known at a moment, as JSON with stable names.
#include "dashboard/ctl/terminal.hpp"
#include "dashboard/ctl/verbs.hpp"
#include "dashboard/picture/history.hpp"
#include "dashboard/picture/json.hpp"
#include "dashboard/picture/moment.hpp"
#include "dashboard/picture/moment_text.hpp"
#include "messaging/codec/codec.hpp"
#include "messaging/hub/hub.hpp"
#include "messaging/journal/journal.hpp"
#include "messaging/link/client.hpp"

#include <iostream>
#include <memory>

namespace regiekamer::ctl {
namespace {

struct Options {
    std::string connect, journal, at, now;
};

/// Reads on after a sequence; the end is an empty list.
using Source = picture::ReadBack;

Recorded recorded_of(const journal::Row& row) {
    return {row.sequence, row.recorded, row.sender, codec::read(row.event)};
}

Result<Source> from_file(const std::string& file) {
    auto reader = journal::Reader::open(file);
    if (!reader) return tl::unexpected(reader.error());
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

Result<Source> from_hub(const std::string& endpoint, std::optional<Instant>& hub_now) {
    auto client = link::Client::connect(endpoint, "regiekamerctl");
    if (!client) return tl::unexpected(client.error());
    hub_now = client->welcome().time;
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

/// Now, when nobody names it: of a hub its own clock (in an exercise the exercise clock), of a file its last
/// moment.
Instant now_of(const picture::Picture& picture, const std::optional<Instant>& hub_now) {
    if (!hub_now) return picture::default_now(picture);
    return picture::exercise_now(picture, *hub_now).value_or(*hub_now);
}

int run(const Options& options) {
    std::optional<Instant> hub_now;
    const auto source =
        options.journal.empty() ? from_hub(options.connect, hub_now) : from_file(options.journal);
    if (!source) return complain(source.error());
    picture::History history(*source);
    if (const auto read = read_all(*source, history); !read) return complain(read.error());
    Sequence sequence = history.head();
    std::optional<Instant> now;
    if (!options.at.empty()) {
        const auto moment = picture::named_moment(options.at, history);
        if (!moment) return complain(moment.error());
        sequence = moment->sequence;
        now = moment->at;
    }
    if (!options.now.empty()) {
        const auto given = read_instant(options.now);
        if (!given) return complain(Problem{"--now", given.error().found, given.error().expected});
        now = *given;
    }
    const auto picture = history.at(sequence);
    if (!picture) return complain(picture.error());
    std::cout << picture::to_json(*picture, now.value_or(now_of(*picture, hub_now))) << '\n';
    return Exit::done;
}

} // namespace

void add_picture(CLI::App& app, int& exit_code) {
    const auto options = std::make_shared<Options>();
    auto* verb = app.add_subcommand("picture",
                                    "Example: regiekamerctl picture --journal oefening.journal --at T+16:37\n"
                                    "Prints the picture as JSON, with all that the screen derives from it.");
    auto* from = verb->add_option_group("source");
    from->add_option("--connect", options->connect, "the hub's requests endpoint");
    from->add_option("--journal", options->journal, "a journal file, read beside a running hub too");
    from->require_option(1);
    verb->add_option("--at", options->at, "SEQUENCE, INSTANT or T+hh:mm: what was known then");
    verb->add_option("--now", options->now,
                     "the instant for what is late, on duty, next (default: that moment)");
    answers_json_already(*verb);
    verb->callback([options, &exit_code] { exit_code = run(*options); });
}

} // namespace regiekamer::ctl
