// What a person writes as the place that a feed comes from, and the source that it means.
#pragma once

#include "messaging/feeds/sources/http_source.hpp"

#include <filesystem>

namespace regiekamer::feeds {

/// How a kind of feed takes what comes.
enum class Pieces { lines, documents, frames };

struct SourceSettings {
    Pieces pieces = Pieces::lines;
    std::size_t piece_bytes_max = 64 * 1024; ///< of a line
    std::optional<milliseconds> every;       ///< none: a file is read once
    HttpSettings http;                       ///< all but its url and schedule
    link::BackOff back_off{milliseconds(1000), milliseconds(60'000)};
};

/// `from`: "-", a file, a folder, "http(s)://…", "tcp://host:port" (frames: a ZeroMQ endpoint). A relative
/// path stands in `beside`. A Problem: nothing can come from there for pieces like these.
Result<std::unique_ptr<Source>> open_source(const std::string& from, const SourceSettings& settings,
                                            const std::filesystem::path& beside = {});

/// The same judgement without opening anything.
Result<void> check_origin(const std::string& from, Pieces pieces, const std::filesystem::path& beside = {});

} // namespace regiekamer::feeds
