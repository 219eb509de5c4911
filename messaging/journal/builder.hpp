// A journal in the making: under a name of its own until it is whole, so that a half-written one never stands
// under the journal's name. Inside this folder only.
#pragma once

#include "messaging/journal/store.hpp"

namespace regiekamer::journal {

/// One row with everything the chain is made of. Views live as long as the caller keeps them.
struct FullRow {
    Sequence sequence{};
    std::string_view recorded, sender;
    std::optional<std::span<const unsigned char>> salt; ///< none in a redacted row
    std::span<const unsigned char> digest;
    Hash hash{};
    std::optional<std::string_view> event; ///< none in a redacted row
};

/// The caller holds the lock of the final name.
class Builder {
public:
    static Result<Builder> create(const std::filesystem::path& file, const Identity& identity);
    Builder(Builder&&) noexcept = default;
    Builder& operator=(Builder&&) = delete;
    ~Builder();

    void add(const FullRow& row);
    /// Everything to the disk, still under the name `made()`.
    Result<void> settle();
    [[nodiscard]] const std::filesystem::path& made() const { return made_; }
    /// Settles, then gives it its name. Never over a file that stands there.
    Result<void> finish();

private:
    Builder(std::filesystem::path file, Identity identity);
    void open();
    void remove_made() const;

    std::filesystem::path file_, made_;
    Identity identity_;
    Connection database_;
    std::unique_ptr<Query> insert_;
    std::vector<std::pair<std::int64_t, std::int64_t>> keys_; ///< for table known
};

} // namespace regiekamer::journal
