// Written by hand and read by hand: a general parser would accept other forms of the same.
#include "messaging/journal/line.hpp"

#include <boost/json.hpp>
#include <charconv>

namespace regiekamer::journal {
namespace {

/// A cursor that takes what must stand there.
struct Taker {
    std::string_view rest;

    bool take(std::string_view text) {
        if (!rest.starts_with(text)) return false;
        rest.remove_prefix(text.size());
        return true;
    }
    bool number(Sequence& value) {
        const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), value);
        if (error != std::errc{}) return false;
        rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
        return true;
    }
    /// A JSON string with its quotes.
    bool string(std::string& value) {
        std::size_t end = 1;
        while (end < rest.size() && rest[end] != '"')
            end += rest[end] == '\\' ? 2 : 1;
        if (end >= rest.size()) return false;
        boost::system::error_code error;
        const auto parsed = boost::json::parse({rest.data(), end + 1}, error);
        if (error || !parsed.is_string()) return false;
        value.assign(parsed.get_string().data(), parsed.get_string().size());
        rest.remove_prefix(end + 1);
        return true;
    }
    /// `size` bytes in hex, between quotes.
    bool hex(std::span<unsigned char> bytes) {
        const std::size_t digits = bytes.size() * 2;
        if (rest.size() < digits + 2 || rest[0] != '"' || rest[digits + 1] != '"') return false;
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            const char* at = rest.data() + 1 + 2 * i;
            if (std::from_chars(at, at + 2, bytes[i], 16).ptr != at + 2) return false;
        }
        rest.remove_prefix(digits + 2);
        return true;
    }
};

constexpr const char* row_form =
    "a line as `journal export` writes it, with sequence, recorded, sender, salt, digest, "
    "hash and event";

bool read_members(Taker& at, ReadLine& line) {
    if (!(at.take("{\"sequence\":") && at.number(line.sequence) && at.take(",\"recorded\":") &&
          at.string(line.recorded) && at.take(",\"sender\":") && at.string(line.sender) &&
          at.take(",\"salt\":")))
        return false;
    if (!at.take("null") && !at.hex(line.salt.emplace())) return false;
    if (!(at.take(",\"digest\":") && at.hex(line.digest) && at.take(",\"hash\":") && at.hex(line.hash) &&
          at.take(",\"event\":") && at.rest.size() > 1 && at.rest.back() == '}'))
        return false;
    const auto event = at.rest.substr(0, at.rest.size() - 1);
    if (event != "null") line.event = event;
    return line.salt.has_value() == line.event.has_value();
}

} // namespace

std::string first_line(const Identity& identity) {
    return "{\"journal\":\"" + identity.uuid + "\",\"mode\":\"" + std::string(word(identity.mode)) +
           "\",\"format\":" + std::to_string(format) + "}\n";
}

void append_line(std::string& out, const FullRow& row) {
    out += "{\"sequence\":";
    out += std::to_string(row.sequence);
    out += ",\"recorded\":";
    out += boost::json::serialize(boost::json::string_view(row.recorded.data(), row.recorded.size()));
    out += ",\"sender\":";
    out += boost::json::serialize(boost::json::string_view(row.sender.data(), row.sender.size()));
    out += ",\"salt\":";
    if (row.salt) {
        out += '"' + to_hex(*row.salt) + '"';
    } else {
        out += "null";
    }
    out += ",\"digest\":\"" + to_hex(row.digest) + "\",\"hash\":\"" + to_hex(row.hash) + "\",\"event\":";
    out += row.event.value_or("null");
    out += "}\n";
}

FullRow ReadLine::row() const {
    FullRow full{sequence, recorded, sender, std::nullopt, digest, hash, event};
    if (salt) full.salt = *salt;
    return full;
}

Result<Identity> read_first_line(std::string_view line) {
    Taker at{line};
    Identity identity;
    std::string mode;
    Sequence version = 0;
    const bool fits = at.take("{\"journal\":") && at.string(identity.uuid) && at.take(",\"mode\":") &&
                      at.string(mode) && at.take(",\"format\":") && at.number(version) && at.rest == "}";
    if (fits && version > format)
        return refuse({}, "export format " + std::to_string(version) + ", written by a newer version",
                      "format " + std::to_string(format));
    const auto known = mode_of(mode);
    if (fits && known) identity.mode = *known;
    if (!fits || !known || first_line(identity) != std::string(line) + '\n')
        return refuse({}, std::string(line.substr(0, 60)),
                      "{\"journal\":UUID,\"mode\":\"actual\" or \"exercise\",\"format\":1}");
    return identity;
}

Result<ReadLine> read_line(std::string_view text) {
    Taker at{text};
    ReadLine line;
    if (!read_members(at, line)) return refuse({}, std::string(text.substr(0, 60)), row_form);
    std::string again;
    append_line(again, line.row());
    if (again.compare(0, again.size() - 1, text) != 0)
        return refuse({}, std::string(text.substr(0, 60)), row_form);
    return line;
}

} // namespace regiekamer::journal
