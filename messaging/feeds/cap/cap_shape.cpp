// Numbers are read exactly, in the C locale, and must stand for something on earth.
#include "messaging/feeds/cap/cap_shape.hpp"

#include "messaging/feeds/encoding.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace regiekamer::feeds {
namespace {

constexpr std::string_view spaces = " \t\r\n";

std::optional<Position> pair(std::string_view text) {
    const auto comma = text.find(',');
    if (comma == std::string_view::npos) return std::nullopt;
    const auto lat = read_number(text.substr(0, comma)), lon = read_number(stripped(text.substr(comma + 1)));
    if (!lat || !lon || std::abs(*lat) > 90 || std::abs(*lon) > 180) return std::nullopt;
    return Position{*lat, *lon};
}

/// The first word, taken off; what a comma ends goes on behind the blanks.
std::string_view word(std::string_view& text) {
    text = stripped(text);
    auto end = std::min(text.find_first_of(spaces), text.size());
    while (end > 0 && end < text.size() && text[end - 1] == ',')
        end = std::min(text.find_first_of(spaces, text.find_first_not_of(spaces, end)), text.size());
    const auto first = text.substr(0, end);
    text.remove_prefix(end);
    return first;
}

} // namespace

std::optional<double> read_number(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    double value = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    if (read.ec != std::errc() || read.ptr != end || !std::isfinite(value)) return std::nullopt;
    return value;
}

std::optional<CapPolygon> read_polygon(std::string_view text) {
    CapPolygon polygon;
    for (auto one = word(text); !one.empty(); one = word(text)) {
        const auto point = pair(one);
        if (!point) return std::nullopt;
        polygon.points.push_back(*point);
    }
    if (polygon.points.size() < 3) return std::nullopt;
    if (polygon.points.front() != polygon.points.back()) {
        polygon.points.push_back(polygon.points.front());
        polygon.closed_here = true;
    }
    if (polygon.points.size() < 4) return std::nullopt;
    return polygon;
}

std::optional<std::string> read_circle(std::string_view text) {
    const auto centre = word(text);
    const auto radius = word(text);
    const auto km = read_number(radius);
    if (!pair(centre) || !km || *km < 0 || *km > 20'100 || !stripped(text).empty()) return std::nullopt;
    std::string circle(centre);
    std::erase_if(circle, [](char c) { return spaces.find(c) != std::string_view::npos; });
    return circle + " " + std::string(radius);
}

} // namespace regiekamer::feeds
