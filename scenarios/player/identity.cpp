// Hashes by libsodium.
#include "scenarios/player/identity.hpp"

#include <array>
#include <sodium.h>

namespace regiekamer::player {
namespace {

using Digest = std::array<unsigned char, 32>;

Digest digest(std::string_view bytes) {
    Digest out{};
    crypto_generichash(out.data(), out.size(),
                       reinterpret_cast<const unsigned char*>(bytes.data()), // libsodium reads bytes
                       bytes.size(), nullptr, 0);
    return out;
}

std::string hex(const unsigned char* bytes, std::size_t count) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        text += digits[bytes[i] >> 4U];
        text += digits[bytes[i] & 15U];
    }
    return text;
}

/// 16 bytes as a UUID of the given version.
std::string uuid_text(unsigned char* bytes, unsigned version) {
    bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0FU) | (version << 4U));
    bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3FU) | 0x80U);
    std::string text = hex(bytes, 16);
    for (const std::size_t at : {20U, 16U, 12U, 8U})
        text.insert(at, 1, '-');
    return text;
}

} // namespace

std::string digest_hex(std::string_view bytes) {
    const Digest all = digest(bytes);
    return hex(all.data(), all.size());
}

std::string derived_uuid(std::string_view bytes) {
    Digest all = digest(bytes);
    return uuid_text(all.data(), 8);
}

std::string event_id(std::string_view run, std::string_view entry, std::uint64_t repetition) {
    std::string bytes(run);
    bytes.append("\n").append(entry).append("\n").append(std::to_string(repetition));
    return derived_uuid(bytes);
}

std::string new_run() {
    std::array<unsigned char, 16> bytes{};
    static const int ready = sodium_init();
    if (ready >= 0) randombytes_buf(bytes.data(), bytes.size());
    return uuid_text(bytes.data(), 4);
}

} // namespace regiekamer::player
