// BLAKE2b by libsodium; every other file asks here.
#include "messaging/journal/chain.hpp"

#include <charconv>
#include <cstring>
#include <sodium.h>

namespace regiekamer::journal {
namespace {

/// libsodium picks its fastest code at its first call; that call is safe to repeat and from any thread.
bool started() {
    static const bool ready = sodium_init() >= 0;
    return ready;
}

/// One BLAKE2b-256 over parts, so that nothing needs to be copied together first.
class Blake {
public:
    Blake() {
        started();
        crypto_generichash_init(&state_, nullptr, 0, std::tuple_size_v<Hash>);
    }
    void add(const void* bytes, std::size_t size) {
        crypto_generichash_update(&state_, static_cast<const unsigned char*>(bytes), size);
    }
    Hash done() {
        Hash hash;
        crypto_generichash_final(&state_, hash.data(), hash.size());
        return hash;
    }

private:
    crypto_generichash_state state_;
};

int digit_of(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

} // namespace

std::string to_hex(std::span<const unsigned char> bytes) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const unsigned char byte : bytes) {
        text += digits[byte >> 4U];
        text += digits[byte & 15U];
    }
    return text;
}

Result<Hash> hash_from_hex(std::string_view text) {
    Hash hash{};
    bool fits = text.size() == 2 * hash.size();
    for (std::size_t i = 0; fits && i < hash.size(); ++i) {
        const int high = digit_of(text[2 * i]);
        const int low = digit_of(text[2 * i + 1]);
        fits = high >= 0 && low >= 0;
        if (fits) hash[i] = static_cast<unsigned char>(high * 16 + low);
    }
    if (!fits)
        return refuse({}, std::string(text.substr(0, 70)), "a hash of 64 hexadecimal digits in lower case");
    return hash;
}

std::string_view word(Mode mode) {
    return mode == Mode::actual ? "actual" : "exercise";
}

std::optional<Mode> mode_of(std::string_view text) {
    if (text == "actual") return Mode::actual;
    if (text == "exercise") return Mode::exercise;
    return std::nullopt;
}

Hash genesis(std::string_view uuid, Mode mode) {
    Blake blake;
    blake.add("regiekamer\n", 11);
    blake.add(uuid.data(), uuid.size());
    blake.add("\n", 1);
    blake.add(word(mode).data(), word(mode).size());
    return blake.done();
}

Hash digest_of(std::span<const unsigned char> salt, std::string_view event) {
    Blake blake;
    blake.add(salt.data(), salt.size());
    blake.add(event.data(), event.size());
    return blake.done();
}

Hash hash_of(const Hash& previous, Sequence sequence, std::string_view recorded, std::string_view sender,
             std::span<const unsigned char, 32> digest) {
    // a row's own part is short: one buffer and one call are quicker than seven
    std::array<unsigned char, 256> part;
    const std::size_t size = 32 + 20 + recorded.size() + sender.size() + 3 + 32;
    if (size > part.size()) {
        Blake blake;
        const std::string numbers = std::to_string(sequence) + '\n';
        blake.add(previous.data(), previous.size());
        blake.add(numbers.data(), numbers.size());
        blake.add(recorded.data(), recorded.size());
        blake.add("\n", 1);
        blake.add(sender.data(), sender.size());
        blake.add("\n", 1);
        blake.add(digest.data(), digest.size());
        return blake.done();
    }
    unsigned char* at = std::copy(previous.begin(), previous.end(), part.data());
    std::array<char, 20> number;
    const char* end = std::to_chars(number.data(), number.data() + number.size(), sequence).ptr;
    at = std::copy(static_cast<const char*>(number.data()), end, at);
    *at++ = '\n';
    at = std::copy(recorded.begin(), recorded.end(), at);
    *at++ = '\n';
    at = std::copy(sender.begin(), sender.end(), at);
    *at++ = '\n';
    at = std::copy(digest.begin(), digest.end(), at);
    started();
    Hash hash;
    crypto_generichash(hash.data(), hash.size(), part.data(), static_cast<std::size_t>(at - part.data()),
                       nullptr, 0);
    return hash;
}

std::int64_t key_of(std::string_view uuid, std::string_view source, std::string_view id) {
    static_assert(crypto_shorthash_KEYBYTES == 16 && crypto_shorthash_BYTES == 8);
    // the first half of "01234567-89ab-…" is random enough to key with: it keeps keys of journals apart
    std::array<unsigned char, 16> secret{};
    std::copy_n(uuid.begin(), std::min(uuid.size(), secret.size()), secret.begin());
    // no event holds U+0000, so the seam is certain
    std::array<unsigned char, 520> pair; // NOLINT: filled as far as it is used
    std::vector<unsigned char> longer;
    const std::size_t size = source.size() + 1 + id.size();
    if (size > pair.size()) longer.resize(size);
    unsigned char* const first = longer.empty() ? pair.data() : longer.data();
    unsigned char* const seam = std::copy(source.begin(), source.end(), first);
    *seam = 0;
    std::copy(id.begin(), id.end(), seam + 1);
    std::int64_t key = 0;
    std::array<unsigned char, 8> out{};
    crypto_shorthash(out.data(), first, size, secret.data());
    for (const unsigned char byte : out)
        key = static_cast<std::int64_t>(static_cast<std::uint64_t>(key) << 8U | byte);
    return key;
}

std::vector<Salt> fresh_salts(std::size_t count) {
    started();
    std::vector<Salt> salts(count);
    randombytes_buf(salts.data(), count * sizeof(Salt));
    return salts;
}

std::string fresh_uuid() {
    Salt bytes = fresh_salts(1).front();
    bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0fU) | 0x40U);
    bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3fU) | 0x80U);
    std::string text = to_hex(bytes);
    for (const std::size_t at : {20U, 16U, 12U, 8U})
        text.insert(at, 1, '-');
    return text;
}

bool is_uuid(std::string_view text) {
    if (text.size() != 36) return false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool joint = at == 8 || at == 13 || at == 18 || at == 23;
        if (joint ? text[at] != '-' : digit_of(text[at]) < 0) return false;
    }
    return true;
}

} // namespace regiekamer::journal
