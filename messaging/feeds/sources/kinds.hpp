// The kinds of feed: how each takes what comes, and the reader that it has. A new kind is a line in
// kinds.cpp.
#pragma once

#include "messaging/feeds/import_feed.hpp"
#include "messaging/feeds/sources/origin.hpp"

namespace regiekamer::feeds {

struct ReaderSettings {
    Mode status{};                ///< of the hub
    std::filesystem::path config; ///< empty: none
    std::string what;             ///< "roster" or "events", of the kinds that need it
    AskRoster known{};            ///< what the hub knows of the roster; empty: nobody asks
};

struct Kind {
    std::string_view name, about;
    Pieces pieces{};
    std::size_t piece_bytes_max = 0;
    std::optional<milliseconds> every;   ///< of a web server or a file, where nothing else is said
    std::optional<milliseconds> silence; ///< longest that nothing comes, where nothing else is said
    bool with_config = false, with_what = false;
    /// A Problem: the configuration is wrong.
    Result<Reader> (*reader)(const ReaderSettings& settings) = nullptr;
    bool whole_by_form = false; ///< of half a line its reader sees that it is half
    bool of_others = false;     ///< whole events, which go on under their own source
};

const std::vector<Kind>& kinds();
/// Null: there is no kind of that name.
const Kind* kind_of(std::string_view name);
/// The kind's reader, or why it cannot be had.
Result<Reader> reader_of(const Kind& kind, const ReaderSettings& settings);

} // namespace regiekamer::feeds
