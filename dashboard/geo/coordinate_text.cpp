// Letters become spaces, then two numbers are left, or four or six where minutes and seconds are said; or it
// is no coordinate.
#include "dashboard/geo/coordinate_text.hpp"

#include "dashboard/geo/projection.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <span>
#include <vector>

namespace regiekamer::geo {
namespace {

/// Whether east was named before north: "E4.661 N51.865".
bool east_first(std::string_view text) {
    const auto north = text.find('N'), east = text.find_first_of("EO");
    return north != std::string_view::npos && east != std::string_view::npos && east < north;
}

/// The signs of degrees, minutes and seconds, as keyboards and telephones have them.
constexpr std::array<std::string_view, 10> signs{"°", "º", "'", "′", "’", "‘", "\"", "″", "”", "“"};

/// Upper case, words and signs of direction and degrees taken out. None: it holds letters that mean something
/// else.
std::optional<std::string> plain(std::string_view typed) {
    std::string text;
    for (std::size_t i = 0; i < typed.size(); ++i) {
        const char c = typed[i];
        const auto* const sign = std::find_if(signs.begin(), signs.end(), [&](std::string_view one) {
            return typed.substr(i).starts_with(one);
        });
        if (sign != signs.end()) {
            text += ' ';
            i += sign->size() - 1;
        } else if (c >= 'a' && c <= 'z') {
            text += static_cast<char>(c - 'a' + 'A');
        } else {
            text += c == ';' || c == ':' || c == '/' || c == '\t' ? ' ' : c;
        }
    }
    for (const std::string_view word : {"RD", "WGS84", "LAT", "LON"})
        if (const auto at = text.find(word); at != std::string::npos)
            text.replace(at, word.size(), word.size(), ' ');
    return text;
}

/// "51.865", "51,865", "105000", "-3".
std::optional<double> number(std::string text) {
    if (std::count(text.begin(), text.end(), ',') + std::count(text.begin(), text.end(), '.') > 1)
        return std::nullopt;
    std::replace(text.begin(), text.end(), ',', '.');
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
    return value;
}

std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : text + " ") {
        if (c != ' ') {
            word += c;
        } else if (!word.empty()) {
            words.push_back(std::exchange(word, {}));
        }
    }
    return words;
}

/// Without spaces: "51.865,4.661" has one comma between its numbers, "51,865,4,661" its second.
std::vector<std::string> cut(const std::string& word) {
    const auto commas = std::count(word.begin(), word.end(), ',');
    if (commas != 1 && commas != 3) return {};
    auto at = word.find(',');
    if (commas == 3) at = word.find(',', at + 1);
    return {word.substr(0, at), word.substr(at + 1)};
}

/// "51 51 54" as degrees; none: minutes or seconds of 60 or more, or degrees with a fraction before them.
std::optional<double> degrees(std::span<const std::string> parts) {
    double value = 0, worth = 1;
    for (std::size_t i = 0; i < parts.size(); ++i, worth /= 60) {
        const auto one = number(parts[i]);
        const bool last = i + 1 == parts.size();
        if (!one || *one < 0 || (i > 0 && *one >= 60) || (!last && *one != std::floor(*one)))
            return std::nullopt;
        value += *one * worth;
    }
    return value;
}

/// "105.000" with the point of thousands: 105000.
std::optional<double> thousands(const std::string& word) {
    const auto point = word.find_first_of(".,");
    const auto value = number(word);
    if (!value || point == std::string::npos || point > 3 || word.size() != point + 4) return std::nullopt;
    return std::round(*value * 1'000);
}

bool near_here(double lat, double lon) {
    return lat >= 50 && lat <= 54.5 && lon >= 2 && lon <= 8;
}

} // namespace

std::optional<Position> read_coordinate(std::string_view typed) {
    auto text = plain(typed);
    if (!text) return std::nullopt;
    const bool swapped = east_first(*text);
    const bool directions =
        text->find('N') != std::string::npos && text->find_first_of("EO") != std::string::npos;
    for (char& c : *text)
        if (c == 'N' || c == 'E' || c == 'O' || c == 'X' || c == 'Y' || c == '=') c = ' ';
    auto words = words_of(*text);
    std::erase(words, ",");
    if (words.size() == 1) words = cut(words.front());
    const std::size_t half = words.size() / 2;
    // Minutes only with a direction: "06 51 52 53" is a telephone number.
    if (words.size() % 2 != 0 || half < 1 || half > (directions ? 3U : 1U)) return std::nullopt;
    for (auto& word : words) {
        if (word.ends_with(',')) word.pop_back();
        if (word.starts_with(',')) word.erase(0, 1);
    }
    const std::span<const std::string> all(words);
    auto one = half == 1 ? number(words[0]) : degrees(all.first(half)),
         other = half == 1 ? number(words[1]) : degrees(all.last(half));
    if (!one || !other) return std::nullopt;
    if (swapped) std::swap(one, other);
    if (near_here(*one, *other)) return Position{*one, *other};
    if (near_here(*other, *one)) return Position{*other, *one}; // lon, lat, as GeoJSON has it
    if (half > 1) return std::nullopt;
    if (const auto x = thousands(words[0]), y = thousands(words[1]); x && y) return to_wgs84({*x, *y});
    return to_wgs84({*one, *other});
}

std::string wgs84_text(const Position& at) {
    return fmt::format("{:.5f}, {:.5f}", at.lat, at.lon);
}

std::string rd_text(const Position& at) {
    const auto rd = to_rd(at);
    return rd ? fmt::format("RD {:.0f} {:.0f}", rd->x, rd->y) : std::string("buiten RD");
}

std::string coordinate_text(const Position& at) {
    return wgs84_text(at) + " · " + rd_text(at);
}

} // namespace regiekamer::geo
