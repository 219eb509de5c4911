// The leaves of the reader: texts, numbers, instants, positions.
#include "messaging/codec/read.hpp"

#include <algorithm>

namespace regiekamer::codec {
namespace {

namespace json = boost::json;

const json::string* text_of(const json::value& value, const Path& at, Reading& reading) {
    const auto* text = value.if_string();
    if (text == nullptr) reading.misfit(at, value, "text");
    return text;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool fits_changeover(std::string_view text) {
    static constexpr std::array<std::string_view, 7> days{"ma", "di", "wo", "do", "vr", "za", "zo"};
    if (text.size() != 8 || text[2] != ' ' || text[5] != ':') return false;
    if (std::find(days.begin(), days.end(), text.substr(0, 2)) == days.end()) return false;
    if (!is_digit(text[3]) || !is_digit(text[4]) || !is_digit(text[6]) || !is_digit(text[7])) return false;
    return (text[3] - '0') * 10 + (text[4] - '0') < 24 && text[6] < '6';
}

} // namespace

bool read_value(const json::value& value, std::string& out, const Path& at, Reading& reading) {
    const auto* text = text_of(value, at, reading);
    if (text != nullptr) out.assign(text->data(), text->size());
    return text != nullptr;
}

bool read_value(const json::value& value, bool& out, const Path& at, Reading& reading) {
    const bool* truth = value.if_bool();
    if (truth == nullptr) return reading.misfit(at, value, "true or false");
    out = *truth;
    return true;
}

bool read_value(const json::value& value, double& out, const Path& at, Reading& reading) {
    if (!value.is_number()) return reading.misfit(at, value, "a number");
    out = value.to_number<double>();
    return true;
}

bool read_value(const json::value& value, std::int64_t& out, const Path& at, Reading& reading) {
    return read_whole(value, -9'007'199'254'740'992, 9'007'199'254'740'992, out, at, reading);
}

bool read_whole(const json::value& value, std::int64_t low, std::int64_t high, std::int64_t& out,
                const Path& at, Reading& reading) {
    const auto wrong = [&] {
        return reading.misfit(at, value,
                              "a whole number from " + std::to_string(low) + " to " + std::to_string(high));
    };
    if (const auto* number = value.if_int64()) {
        out = *number;
    } else if (const auto* real = value.if_double()) {
        // Beyond 2^53 a double no longer names one whole number.
        if (std::trunc(*real) != *real || std::fabs(*real) > 9'007'199'254'740'992.0) return wrong();
        out = static_cast<std::int64_t>(*real);
    } else {
        return wrong();
    }
    return out >= low && out <= high ? true : wrong();
}

bool read_value(const json::value& value, Instant& out, const Path& at, Reading& reading) {
    const auto* text = text_of(value, at, reading);
    if (text == nullptr) return false;
    auto instant = read_instant(*text);
    if (!instant) return reading.refuse(at, cut(*text, 60), std::move(instant.error().expected));
    out = *instant;
    return true;
}

bool read_name(const json::value& value, std::string& out, const Path& at, Reading& reading) {
    const auto* text = text_of(value, at, reading);
    if (text == nullptr) return false;
    if (text->empty() || text->size() > name_bytes_max)
        return reading.refuse(at, text->empty() ? "empty text" : std::to_string(text->size()) + " bytes",
                              "text of 1 to 256 bytes");
    out.assign(text->data(), text->size());
    return true;
}

bool read_value(const json::value& value, Position& out, const Path& at, Reading& reading) {
    const auto* object = value.if_object();
    if (object == nullptr) return reading.misfit(at, value, "an object");
    if (!read_members(*object, out, at, reading)) return false;
    if (std::fabs(out.lat) > 90) return reading.misfit({&at, "lat"}, object->at("lat"), "-90 to 90");
    if (std::fabs(out.lon) > 180) return reading.misfit({&at, "lon"}, object->at("lon"), "-180 to 180");
    return true;
}

bool read_value(const json::value& value, Rate& out, const Path& at, Reading& reading) {
    if (!read_value(value, out.value, at, reading)) return false;
    if (out.value < 0 || out.value > Rate::max) return reading.misfit(at, value, "0 to 100000");
    return true;
}

bool read_value(const json::value& value, Capcode& out, const Path& at, Reading& reading) {
    const auto* text = text_of(value, at, reading);
    if (text == nullptr) return false;
    if (text->size() != 7 || !std::all_of(text->begin(), text->end(), is_digit))
        return reading.refuse(at, cut(*text, 60), "seven digits");
    out.value.assign(text->data(), text->size());
    const std::int64_t number = std::stoll(out.value);
    if (number >= Capcode::group_slot_first && number <= Capcode::group_slot_last)
        return reading.refuse(at, out.value, "a receiver: the group slots 2029568 to 2029583 are left out");
    return true;
}

bool read_value(const json::value& value, Changeover& out, const Path& at, Reading& reading) {
    const auto* text = text_of(value, at, reading);
    if (text == nullptr) return false;
    if (!fits_changeover(*text))
        return reading.refuse(at, cut(*text, 60), "a weekday and time such as ma 09:00");
    out.value.assign(text->data(), text->size());
    return true;
}

std::size_t find_members(const json::object& object, std::span<const std::string_view> names,
                         std::span<const json::value*> found) {
    std::size_t known = 0, next = 0;
    for (const auto& [key, value] : object) {
        const std::string_view name = key;
        for (std::size_t tried = 0; tried < names.size(); ++tried, ++next) {
            if (next == names.size()) next = 0;
            if (names[next] != name) continue;
            found[next++] = &value;
            ++known;
            break;
        }
    }
    return known;
}

void keep_unknown(const json::object& object, std::span<const std::string_view> known, const Path& at,
                  Reading& reading) {
    for (const auto& [key, value] : object) {
        const std::string_view name = key;
        if (std::find(known.begin(), known.end(), name) == known.end())
            reading.unknown->push_back({at.pointer() + "/" + pointer_token(name), json::serialize(value)});
    }
}

} // namespace regiekamer::codec
