// Letters become spaces, then two numbers are left or it is no coordinate.
#include "dashboard/geo/coordinate_text.hpp"

#include "dashboard/geo/projection.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <vector>

namespace regiekamer::geo {
namespace {

/// Whether east was named before north: "E4.661 N51.865".
bool east_first(std::string_view text) {
    const auto north = text.find('N'), east = text.find_first_of("EO");
    return north != std::string_view::npos && east != std::string_view::npos && east < north;
}

/// Upper case, words and signs of direction and degrees taken out. None: it holds letters that mean something
/// else.
std::optional<std::string> plain(std::string_view typed) {
    std::string text;
    for (std::size_t i = 0; i < typed.size(); ++i) {
        const char c = typed[i];
        if (typed.substr(i).starts_with("\xC2\xB0")) { // °
            text += ' ';
            ++i;
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

bool near_here(double lat, double lon) {
    return lat >= 50 && lat <= 54.5 && lon >= 2 && lon <= 8;
}

} // namespace

std::optional<Position> read_coordinate(std::string_view typed) {
    auto text = plain(typed);
    if (!text) return std::nullopt;
    const bool swapped = east_first(*text);
    for (char& c : *text)
        if (c == 'N' || c == 'E' || c == 'O' || c == 'X' || c == 'Y' || c == '=') c = ' ';
    auto words = words_of(*text);
    std::erase(words, ",");
    if (words.size() == 1) words = cut(words.front());
    if (words.size() != 2) return std::nullopt;
    for (std::string* word : {&words[0], &words[1]}) {
        if (word->ends_with(',')) word->pop_back();
        if (word->starts_with(',')) word->erase(0, 1);
    }
    auto one = number(words[0]), other = number(words[1]);
    if (!one || !other) return std::nullopt;
    if (swapped) std::swap(one, other);
    if (near_here(*one, *other)) return Position{*one, *other};
    if (near_here(*other, *one)) return Position{*other, *one}; // lon, lat, as GeoJSON has it
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
