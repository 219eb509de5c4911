// What a person is looking for in the logboek, and what was found so far.
#pragma once

#include "dashboard/words/themes.hpp"

#include <optional>
#include <string>
#include <vector>

namespace regiekamer::panels {

/// Which lines are wanted; what is not said wants all.
struct LogFilter {
    std::optional<words::Theme> theme;
    std::string function, incident; ///< who acted; which incident it is about
    std::optional<Instant> from, until;
    bool important = false, noise = false;
    std::string text; ///< folded
    bool operator==(const LogFilter&) const = default;
};

/// The lines found, as a search through a long journal goes on over several frames: from the newest down, and
/// what came in meanwhile.
struct LogFound {
    LogFilter filter;
    bool leads = false;                      ///< found for who leads or observes an exercise
    std::size_t head = 0;                    ///< entries looked at from where it began, new ones included
    std::size_t next = 0;                    ///< entries still to look at, from the newest down
    std::vector<std::uint32_t> older, newer; ///< indices into the log's entries; `newer` oldest first
    std::size_t folded_away = 0;             ///< fit, but are machine noise

    [[nodiscard]] std::size_t size() const { return older.size() + newer.size(); }
    /// Newest first.
    [[nodiscard]] std::uint32_t operator[](std::size_t row) const {
        return row < newer.size() ? newer[newer.size() - 1 - row] : older[row - newer.size()];
    }
    [[nodiscard]] bool done() const { return next == 0; }
};

struct LogbookDraft {
    LogFilter filter;
    LogFound found;
    std::string typed;   ///< in the search field
    Sequence chosen = 0; ///< 0: the newest line
    bool raw = false;    ///< the detail shows how the message is written and chained

    // the filter dialog
    int theme = 0, function = 0, incident = 0;
    std::string from, until;
};

} // namespace regiekamer::panels
