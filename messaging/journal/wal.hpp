// What stands in a WAL, frame by frame: SQLite reads up to the first frame that does not check and says
// nothing of what comes behind it. A power cut in a commit that was not acknowledged leaves that too, and the
// two must be told apart before anything is written. Inside this folder only.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>

namespace regiekamer::journal {

struct WalReading {
    std::size_t frames{}; ///< that check, from the first on
    /// Ends of commits of the same session from the first frame on that does not check.
    std::size_t commits_beyond{};
    bool operator==(const WalReading&) const = default;

    /// The one commit that was not on the disk yet when the power went: nobody was told of it.
    [[nodiscard]] bool one_dropped() const { return commits_beyond == 1; }
    /// With synchronous=FULL a commit is only begun when the one before it stands on the disk.
    [[nodiscard]] bool loses_acknowledged() const { return commits_beyond > 1; }
};

/// Of the bytes of a WAL (the SQLite file format, chapter 4). `page_bytes` for a header that is damaged
/// itself.
WalReading read_wal(std::span<const unsigned char> bytes, std::size_t page_bytes);

/// Of the WAL's file, beside a running writer too; nothing when there is none.
WalReading read_wal(const std::filesystem::path& wal, std::size_t page_bytes);

} // namespace regiekamer::journal
