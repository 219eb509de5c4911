// What came in, as it came in: an append-only file of JSON lines a feed a day, so that what was read wrongly
// can be read again, and a night of traffic played again. See read_raw_line for what stands in it.
#pragma once

#include "messaging/feeds/feed.hpp"

#include <filesystem>
#include <fstream>
#include <variant>

namespace regiekamer::feeds {

/// The first line, and again whenever the feed was started: how to read what follows.
struct RawHead {
    std::string feed, kind, what, config;
    Mode mode{};
    std::string journal{}; ///< uuid of the hub's; empty: not known
    bool operator==(const RawHead&) const = default;
};

/// A piece, and what it became. The hub need not have it yet.
struct RawPiece {
    Instant arrival;
    std::string bytes;
    std::vector<std::string> became; ///< ids of events
    std::vector<Aside> aside;
    std::vector<std::string> remarks;
};

/// The reason of half a line. It is kept, and never read: half a page reads as another page, of an exercise
/// whose word for that was cut off as a real one.
inline constexpr std::string_view half_line = "half a line, whose end never came";
[[nodiscard]] bool is_half(const RawPiece& piece);
Became half_of(std::string_view line);

/// The reason of what never reached a hub; all others are of what it refused.
inline constexpr std::string_view hub_away = "the hub was away when the feed was ended";

/// Told later of events above: the hub refused them, or never got them.
struct RawLater {
    std::vector<std::string> ids;
    std::string reason;
};

using RawLine = std::variant<RawHead, RawPiece, RawLater>;

/// {"feed":"p2000","kind":"p2000","what":"","config":"","mode":"actual","journal":"…","format":1}
/// {"arrival":"…Z","text":"…","became":["id"],"aside":[{"reason":"…","sample":"…"}],"remarks":["…"]}
///   ("base64" in the place of "text" for bytes that are no UTF-8 or hold U+0000)
/// {"ids":["id"],"reason":"…"}
std::string write_raw_line(const RawLine& line);
Result<RawLine> read_raw_line(std::string_view line);

/// Writes one feed's files, FOLDER/NAME-YYYY-MM-DD.jsonl; the day is that of the arrival in UTC.
class RawFile {
public:
    RawFile(std::filesystem::path folder, RawHead head)
        : folder_(std::move(folder)), head_(std::move(head)) {}
    ~RawFile();
    RawFile(const RawFile&) = delete;
    RawFile& operator=(const RawFile&) = delete;
    /// A Problem when it cannot be written; the next line is tried again.
    Result<void> add(const RawLine& line, Instant now);

private:
    std::filesystem::path folder_;
    RawHead head_;
    std::string day_;
    int file_ = -1;
};

/// Reads a record line by line; "line N" is the place of a Problem, which ends it.
class RawReader {
public:
    static Result<RawReader> open(const std::filesystem::path& file);
    /// None: the end. A last line without its end was cut off while it was written, and is passed over.
    Result<std::optional<RawLine>> next();
    [[nodiscard]] std::size_t line() const { return line_; }
    /// How many half lines were passed over.
    [[nodiscard]] std::size_t torn() const { return torn_; }

private:
    explicit RawReader(std::ifstream in) : in_(std::move(in)) {}
    std::ifstream in_;
    std::size_t line_ = 0, torn_ = 0;
};

/// The files of a feed, oldest first.
std::vector<std::filesystem::path> raw_files(const std::filesystem::path& folder, const std::string& feed);

} // namespace regiekamer::feeds
