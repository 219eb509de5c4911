// Hub, player and link, put together.
#include "dashboard/desk/source.hpp"

#include "dashboard/desk/broken_off.hpp"
#include "dashboard/desk/kept.hpp"
#include "messaging/codec/codec.hpp"
#include "messaging/link/client.hpp"
#include "scenarios/player/load.hpp"
#include "scenarios/player/moment.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <fmt/format.h>
#include <mutex>

namespace regiekamer::desk {

Result<std::unique_ptr<player::Scenario>> load_scenario(const std::string& file) {
    auto loaded = player::load(file);
    if (loaded) return std::make_unique<player::Scenario>(std::move(*loaded));
    std::string all;
    for (const auto& error : loaded.error())
        all += (all.empty() ? "" : "\n") + player::text(error);
    return refuse("", all, "");
}

namespace {

/// Exercises may run side by side, each with a hub; of real work there is one.
constexpr int exercise_hubs_max = 10;

hub::Settings hub_settings(Mode mode, const std::filesystem::path& journal, int nth) {
    hub::Settings settings;
    settings.mode = mode;
    settings.journal = journal;
    const auto next = [&](std::string_view endpoint) {
        const auto colon = endpoint.rfind(':') + 1;
        return fmt::format("{}{}", endpoint.substr(0, colon),
                           std::stoi(std::string(endpoint.substr(colon))) + 2 * nth);
    };
    const bool exercise = mode == Mode::exercise;
    settings.requests = {next(exercise ? hub::exercise_requests : hub::default_requests)};
    settings.live = {next(exercise ? hub::exercise_live : hub::default_live)};
    return settings;
}

/// The default ports when they are free; else, in an exercise, the next that are; else the desk works without
/// them, by inproc. Where others can join is said.
Result<std::unique_ptr<hub::Hub>> open_hub(Mode mode, const std::filesystem::path& journal,
                                           std::vector<std::string>& remarks) {
    std::string taken;
    for (int nth = 0; nth < (mode == Mode::exercise ? exercise_hubs_max : 1); ++nth) {
        auto settings = hub_settings(mode, journal, nth);
        auto hub = hub::Hub::start(settings);
        if (hub && nth > 0)
            remarks.push_back(
                fmt::format("Poort in gebruik ({}). Andere werkplekken sluiten hier aan met --connect {}",
                            taken, settings.requests[0]));
        if (hub) return hub;
        const std::string where = hub.error().where;
        if (where != settings.requests[0] && where != settings.live[0]) return hub;
        if (taken.empty()) taken = where;
    }
    remarks.push_back(fmt::format("Poort in gebruik ({}): andere werkplekken kunnen hier niet bij.", taken));
    auto settings = hub_settings(mode, journal, 0);
    settings.requests.clear();
    settings.live.clear();
    return hub::Hub::start(settings);
}

/// A journal that is there keeps its mode.
Mode mode_of(const std::string& journal, Mode otherwise) {
    const auto reader = journal::Reader::open(journal);
    const auto info = reader ? reader->info() : Result<journal::Info>(tl::unexpected(reader.error()));
    return info ? info->mode : otherwise;
}

std::filesystem::path fresh_journal(const std::string& scenario) {
    std::string stamp = to_text(wall_clock()).substr(0, 19);
    std::replace(stamp.begin(), stamp.end(), ':', '-');
    return state_folder() /
           fmt::format("oefening-{}-{}.journal", std::filesystem::path(scenario).stem().string(), stamp);
}

link::Settings link_settings(const Wanted& wanted, Mode mode) {
    link::Settings settings;
    settings.desk = wanted.desk;
    settings.function = wanted.function;
    settings.person = wanted.person;
    settings.mode = mode;
    settings.wake = wanted.wake;
    return settings;
}

std::optional<std::vector<Function>> functions(const std::vector<std::string>& names) {
    if (names.empty()) return std::nullopt;
    return std::vector<Function>(names.begin(), names.end());
}

Result<bool> tell_first(hub::Hub& hub, const Wanted& wanted) {
    auto client = link::Client::connect(std::string(hub::Hub::inproc_requests), wanted.desk, seconds(3),
                                        wanted.function, &hub.context());
    if (!client) return tl::unexpected(client.error());
    const auto results = client->append(std::vector{wanted.first});
    if (!results) return tl::unexpected(results.error());
    if (!results->front().ok) return tl::unexpected(link::refusal_of(results->front()));
    return true;
}

Result<Source> own_hub(const Wanted& wanted) {
    Source source;
    if (!wanted.exercise.empty()) {
        auto scenario = load_scenario(wanted.exercise);
        if (!scenario) return tl::unexpected(scenario.error());
        source.scenario = std::move(*scenario);
        source.mode = Mode::exercise;
    }
    source.journal = !wanted.journal.empty()    ? std::filesystem::path(wanted.journal)
                     : !wanted.exercise.empty() ? fresh_journal(wanted.exercise)
                                                : state_folder() / "regiekamer.journal";
    if (wanted.exercise.empty()) source.mode = mode_of(source.journal, Mode::actual);
    const bool anew = wanted.journal.empty() && source.scenario && !wanted.from;
    if (const auto left = anew ? broken_off(state_folder(), *source.scenario, wall_clock()) : std::nullopt) {
        source.journal = *left;
        source.remarks.push_back(
            "Deze oefening brak af en gaat hier verder waar zij was. Een nieuwe begint u met "
            "--journal en de naam van een nieuw bestand.");
    }
    const auto alive = last_alive(source.journal); // before the hub has it
    if (std::filesystem::exists(source.journal)) comes_free(source.journal);
    auto hub = open_hub(source.mode, source.journal, source.remarks);
    if (!hub) return tl::unexpected(hub.error());
    source.hub = std::move(*hub);
    if (!source.hub->remarks().keys_made_again.empty())
        source.remarks.emplace_back("De lijst van id's in het journaal klopte niet en is opnieuw gemaakt. "
                                    "Geen bericht is veranderd.");
    if (!source.hub->remarks().commit_dropped.empty())
        source.remarks.emplace_back(
            "Het journaal eindigde in een bericht dat niet heel was, zoals na stroomuitval. "
            "Het was nog niet bevestigd en is weggelaten.");
    if (!wanted.first.empty())
        if (const auto told = tell_first(*source.hub, wanted); !told) return tl::unexpected(told.error());
    auto settings = link_settings(wanted, source.mode);
    settings.requests = hub::Hub::inproc_requests;
    settings.live = hub::Hub::inproc_live;
    settings.context = &source.hub->context();
    source.link = std::make_unique<link::Link>(settings);
    if (source.scenario) {
        player::Settings play;
        play.requests = hub::Hub::inproc_requests;
        play.live = hub::Hub::inproc_live;
        play.context = &source.hub->context();
        play.options.rate = wanted.rate;
        play.options.from = wanted.from;
        play.options.play = functions(wanted.play);
        play.options.hub_stood_still_from = alive.value_or(Instant());
        source.player = std::make_unique<player::Player>(*source.scenario, play);
    }
    return source;
}

/// What the copies of a hub's journals begin with: a desk may know several hubs, and a hub several journals.
std::string copy_prefix(const Wanted& wanted) {
    std::string hub = wanted.connect;
    for (char& letter : hub)
        if (std::isalnum(static_cast<unsigned char>(letter)) == 0) letter = '_';
    return fmt::format("kopie-{}-{}-", wanted.desk, hub);
}

std::optional<std::filesystem::path> newest_copy(const std::string& prefix) {
    std::optional<std::filesystem::path> newest;
    std::error_code gone;
    for (const auto& entry : std::filesystem::directory_iterator(state_folder(), gone)) {
        const auto name = entry.path().filename().string();
        if (!name.starts_with(prefix) || entry.path().extension() != ".journal") continue;
        if (!newest || entry.last_write_time(gone) > std::filesystem::last_write_time(*newest, gone))
            newest = entry.path();
    }
    return newest;
}

struct HubJournal {
    std::string uuid;
    Mode mode{};
    bool copy_only = false; ///< the hub does not answer
};

/// Follows a hub, with a copy of its journal to read the past from.
Source following(const Wanted& wanted, const HubJournal& journal) {
    Source source;
    source.mode = journal.mode;
    source.journal = state_folder() / (copy_prefix(wanted) + journal.uuid + ".journal");
    auto settings = link_settings(wanted, source.mode);
    settings.requests = wanted.connect;
    settings.live = link::live_beside(wanted.connect);
    settings.replica = source.journal;
    settings.journal = journal.uuid;
    source.link = std::make_unique<link::Link>(settings);
    return source;
}

/// What a shared hub has now, or, while it does not answer, had the last time.
Result<HubJournal> hub_or_copy(const Wanted& wanted) {
    // One greeting first: the replica is named after the hub's journal.
    const auto client = link::Client::connect(wanted.connect, wanted.desk);
    if (client) return HubJournal{client->welcome().journal, client->welcome().mode};
    const auto copy = newest_copy(copy_prefix(wanted));
    const auto reader =
        copy ? journal::Reader::open(*copy) : Result<journal::Reader>(tl::unexpected(client.error()));
    const auto info = reader ? reader->info() : Result<journal::Info>(tl::unexpected(client.error()));
    if (!info) return tl::unexpected(client.error());
    return HubJournal{info->uuid, info->mode, true};
}

/// The branch of that hub's exercise that this desk played, when a crash broke it off: with a hub and a
/// player of its own, as it was.
Result<std::optional<Source>> branch_of(const Wanted& wanted, const std::string& parent,
                                        const player::Scenario& scenario) {
    std::error_code gone;
    const std::array folders{state_folder(), std::filesystem::current_path(gone)};
    const auto left = broken_off_branch(folders, parent, scenario, wall_clock());
    if (!left) return std::optional<Source>();
    Wanted branch = wanted;
    branch.connect.clear();
    branch.journal = left->string();
    auto source = own_hub(branch);
    if (!source) return tl::unexpected(source.error());
    source->remarks.insert(
        source->remarks.begin(),
        "De tak die u speelde brak af en gaat hier verder waar hij was. Sluit u dit venster "
        "en start u opnieuw, dan bent u in de gedeelde oefening.");
    return std::optional(std::move(*source));
}

Result<Source> shared_hub(const Wanted& wanted) {
    std::unique_ptr<player::Scenario> scenario; // to read along, not to play
    if (!wanted.exercise.empty()) {
        auto loaded = load_scenario(wanted.exercise);
        if (!loaded) return tl::unexpected(loaded.error());
        scenario = std::move(*loaded);
    }
    const auto journal = hub_or_copy(wanted);
    if (!journal) return tl::unexpected(journal.error());
    if (scenario) {
        auto branch = branch_of(wanted, journal->uuid, *scenario);
        if (!branch) return tl::unexpected(branch.error());
        if (*branch) return std::move(**branch);
    }
    auto source = following(wanted, *journal);
    source.scenario = std::move(scenario);
    source.copy_only = journal->copy_only;
    if (journal->copy_only)
        source.remarks = {
            "De hub antwoordt niet. U ziet de kopie van de vorige keer; wat u doet wacht tot hij er is."};
    return source;
}

} // namespace

Result<Source> open_source(const Wanted& wanted) {
    return wanted.connect.empty() ? own_hub(wanted) : shared_hub(wanted);
}

picture::ReadBack read_back(const std::filesystem::path& journal) {
    // Opened at the first read: a replica is made by the link a moment after the desk starts.
    auto reader = std::make_shared<std::optional<journal::Reader>>();
    return [reader, journal](Sequence after, std::size_t limit) -> Result<std::vector<Recorded>> {
        if (!*reader) {
            auto opened = journal::Reader::open(journal);
            if (!opened) return tl::unexpected(opened.error());
            *reader = std::move(*opened);
        }
        const auto rows = (*reader)->read(after, limit, std::size_t{4} * 1024 * 1024);
        if (!rows) return tl::unexpected(rows.error());
        std::vector<Recorded> facts;
        facts.reserve(rows->size());
        for (const auto& row : *rows)
            facts.push_back({row.sequence, row.recorded, row.sender, codec::read(row.event), row.hash});
        return facts;
    };
}

Result<std::filesystem::path> play_to(const std::string& file, const std::string& until,
                                      const std::filesystem::path& folder,
                                      const std::vector<std::string>& played) {
    auto scenario = load_scenario(file);
    if (!scenario) return tl::unexpected(scenario.error());
    const auto journal = folder / "oefening.journal";
    hub::Settings settings;
    settings.mode = Mode::exercise;
    settings.journal = journal;
    auto hub = hub::Hub::start(settings);
    if (!hub) return tl::unexpected(hub.error());
    player::Settings play;
    play.requests = hub::Hub::inproc_requests;
    play.live = hub::Hub::inproc_live;
    play.context = &(*hub)->context();
    play.options.instant = true;
    play.options.until = player::read_offset(until);
    play.options.play = functions(played);
    player::Player player(**scenario, play);
    const auto state = player.wait_for(seconds(60));
    if (state.problem) return tl::unexpected(*state.problem);
    if (state.phase != player::Phase::finished)
        return refuse(file, "a run that did not end within a minute", "a shorter scenario");
    return journal;
}

} // namespace regiekamer::desk
