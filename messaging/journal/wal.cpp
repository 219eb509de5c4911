// The walk over a WAL's frames, as SQLite itself would walk it, and further.
#include "messaging/journal/wal.hpp"

#include <cstdint>
#include <fstream>
#include <iterator>
#include <optional>
#include <vector>

namespace regiekamer::journal {
namespace {

using Bytes = std::span<const unsigned char>;

constexpr std::size_t header_bytes = 32, frame_header_bytes = 24;
constexpr std::uint32_t magic_little = 0x377f0682, magic_big = 0x377f0683;

std::uint32_t big_endian_word(Bytes bytes, std::size_t at) {
    return static_cast<std::uint32_t>(bytes[at]) << 24U | static_cast<std::uint32_t>(bytes[at + 1]) << 16U |
           static_cast<std::uint32_t>(bytes[at + 2]) << 8U | bytes[at + 3];
}

/// Two words that go on from frame to frame; the magic number tells the order of the bytes that they add.
struct WalSum {
    std::uint32_t first{}, second{};
    bool big_endian{};
    bool operator==(const WalSum&) const = default;

    void add(Bytes bytes) {
        for (std::size_t at = 0; at + 8 <= bytes.size(); at += 8) {
            first += word(bytes, at) + second;
            second += word(bytes, at + 4) + first;
        }
    }

private:
    [[nodiscard]] std::uint32_t word(Bytes bytes, std::size_t at) const {
        return big_endian ? big_endian_word(bytes, at) : __builtin_bswap32(big_endian_word(bytes, at));
    }
};

struct WalSalts {
    std::uint32_t first{}, second{};
    bool operator==(const WalSalts&) const = default;
};

struct WalHeader {
    std::size_t page_bytes{};
    WalSalts salts;
    std::optional<WalSum> sum; ///< none: the header is damaged, and SQLite takes nothing of the WAL
};

bool is_page_size(std::size_t bytes) {
    return bytes >= 512 && bytes <= 65536 && (bytes & (bytes - 1)) == 0;
}

WalHeader read_wal_header(Bytes bytes, std::size_t page_bytes) {
    WalHeader header{big_endian_word(bytes, 8), {big_endian_word(bytes, 16), big_endian_word(bytes, 20)}, {}};
    const auto magic = big_endian_word(bytes, 0);
    WalSum sum{0, 0, magic == magic_big};
    sum.add(bytes.first(24));
    const bool right = (magic == magic_little || magic == magic_big) && is_page_size(header.page_bytes) &&
                       sum.first == big_endian_word(bytes, 24) && sum.second == big_endian_word(bytes, 28);
    if (right) {
        header.sum = sum;
        return header;
    }
    header.page_bytes = page_bytes;
    // the frames of this session stand in front; behind them may be those of an earlier one
    if (bytes.size() >= header_bytes + frame_header_bytes)
        header.salts = {big_endian_word(bytes, header_bytes + 8), big_endian_word(bytes, header_bytes + 12)};
    return header;
}

std::vector<unsigned char> bytes_of_wal(const std::filesystem::path& wal) {
    std::ifstream stream(wal, std::ios::binary);
    std::vector<unsigned char> bytes;
    std::error_code error;
    const auto size = std::filesystem::file_size(wal, error);
    if (!stream || error) return bytes;
    bytes.resize(size);
    stream.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(size));
    bytes.resize(static_cast<std::size_t>(stream.gcount()));
    return bytes;
}

} // namespace

WalReading read_wal(Bytes bytes, std::size_t page_bytes) {
    WalReading reading;
    if (bytes.size() < header_bytes) return reading;
    const WalHeader header = read_wal_header(bytes, page_bytes);
    std::optional<WalSum> sum = header.sum;
    const std::size_t frame_bytes = frame_header_bytes + header.page_bytes;
    for (std::size_t at = header_bytes; at + frame_bytes <= bytes.size(); at += frame_bytes) {
        const Bytes frame = bytes.subspan(at, frame_bytes);
        const bool same_session =
            WalSalts{big_endian_word(frame, 8), big_endian_word(frame, 12)} == header.salts;
        bool sums = false;
        if (sum) {
            sum->add(frame.first(8));
            sum->add(frame.subspan(frame_header_bytes));
            sums = sum->first == big_endian_word(frame, 16) && sum->second == big_endian_word(frame, 20);
            if (sums && same_session) {
                ++reading.frames;
                continue;
            }
            sum.reset();
        }
        // the sum does not cover the salts: where it fits, it is they that were damaged
        const bool ends_commit = big_endian_word(frame, 4) != 0;
        if (ends_commit && (same_session || sums)) ++reading.commits_beyond;
    }
    return reading;
}

WalReading read_wal(const std::filesystem::path& wal, std::size_t page_bytes) {
    WalReading reading = read_wal(bytes_of_wal(wal), page_bytes);
    if (reading.commits_beyond == 0) return reading;
    // a frame that a writer was just writing stands there the second time
    const WalReading again = read_wal(bytes_of_wal(wal), page_bytes);
    if (again.frames != reading.frames) reading = {again.frames, 0};
    return reading;
}

} // namespace regiekamer::journal
