// Where the desk's messages come from: a hub of its own (perhaps with an exercise player on it) or a shared
// one. Either way through a link, and either way with a journal file to read the past from.
#pragma once

#include "dashboard/picture/history.hpp"
#include "messaging/hub/hub.hpp"
#include "messaging/link/link.hpp"
#include "scenarios/player/player.hpp"

#include <filesystem>
#include <memory>

namespace regiekamer::desk {

/// The members stand in the order in which they must end: player and link before the hub whose context they
/// use.
struct Source {
    Mode mode = Mode::actual;
    std::filesystem::path journal; ///< to read the past from: the hub's own, or the replica
    std::unique_ptr<hub::Hub> hub;
    std::unique_ptr<player::Scenario> scenario;
    std::unique_ptr<link::Link> link;
    std::unique_ptr<player::Player> player;
    bool copy_only = false; ///< the shared hub does not answer yet: what there is, is the copy of last time
    std::vector<std::string> remarks; ///< Dutch: what the user should know (a port was taken)
};

struct Wanted {
    std::string journal, connect, exercise;
    double rate = 1;
    std::optional<microseconds> from = std::nullopt; ///< where in the exercise to begin
    std::vector<std::string> play = {}; ///< functions that people play; none: as the scenario says
    std::string first = {};             ///< an event that the own hub is told before the player hears of it
    std::string desk = "werkplek";
    std::string function = "OvD-Bz", person = {};
    std::function<void()> wake;
};

/// A scenario file, found whole; its errors are one text.
Result<std::unique_ptr<player::Scenario>> load_scenario(const std::string& file);

/// Starts what was asked for. A Problem is for stderr.
Result<Source> open_source(const Wanted& wanted);

/// Reads a journal file back as messages.
picture::ReadBack read_back(const std::filesystem::path& journal);

/// A whole exercise up to `until` ("T+16:37"), played at once on a new journal in `folder`; the journal's
/// file.
Result<std::filesystem::path> play_to(const std::string& scenario, const std::string& until,
                                      const std::filesystem::path& folder,
                                      const std::vector<std::string>& play = {});

} // namespace regiekamer::desk
