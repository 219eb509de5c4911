// Several feeds in one TOML file that people write (assets/feeds.toml is an example).
#pragma once

#include "messaging/feeds/sources/kinds.hpp"
#include "messaging/tables/file.hpp"

namespace regiekamer::feeds {

/// One feed, from a file or from a command line.
struct FeedSpec {
    std::string name;
    const Kind* kind = nullptr;
    std::string from;
    std::optional<milliseconds> every, silence; ///< none: the kind's
    std::filesystem::path config;               ///< empty: none
    std::string what, body, authorities;
    std::vector<std::string> headers;
    std::filesystem::path raw;    ///< the folder that keeps what came in; empty: nothing is kept
    std::filesystem::path beside; ///< the folder of the file: relative paths stand in it
};

/// A Problem where the folder that is watched also keeps what came in: its record would be read as news, and
/// kept again, for ever.
Result<void> check_kept(const FeedSpec& spec);

/// "30s", "15m", "2h", "1d", "500ms": none: it is no such thing, or not between 100 ms and 30 days.
std::optional<milliseconds> read_duration(std::string_view text);

inline constexpr std::size_t feeds_file_bytes_max = 1024 * 1024;

/// All that is wrong with the file, each with its line and column; also what is wrong in a configuration that
/// it names.
tables::Read<std::vector<FeedSpec>> read_feeds(std::string_view text, const std::filesystem::path& file);
tables::Read<std::vector<FeedSpec>> load_feeds(const std::filesystem::path& file);

/// Names are of files, desks and messages: letters, digits, - and _, at most 40.
bool is_feed_name(std::string_view name);

} // namespace regiekamer::feeds
