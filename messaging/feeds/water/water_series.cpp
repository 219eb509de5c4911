// Names, units, qualities and positions of Rijkswaterstaat in our words.
#include "messaging/feeds/water/water_series.hpp"

#include <array>
#include <cmath>

namespace regiekamer::feeds {
namespace {

bool is_level(const Quantity& quantity) {
    return quantity.value == "waterstand" || quantity.value == "astronomisch getij";
}

} // namespace

WaterValue water_value(Instant at, std::optional<double> value, std::string_view quality, double scale,
                       Became& became) {
    constexpr double impossible = 1e6; // 999999999 stands for a gap; no level, flow or wind comes near
    if (quality == "99" || !value || !std::isfinite(*value) || std::abs(*value) >= impossible) {
        if (quality != "99") remark(became, "no possible value, and no quality that says gap");
        return {at, std::nullopt, Quality::gat};
    }
    // 2.05 m is 205 cm, not a hair less: a threshold stands there.
    constexpr double tenths_of_mm = 100;
    if (scale != 1) value = std::round(*value * scale * tenths_of_mm) / tenths_of_mm;
    if (quality == "00" || quality == "0") return {at, value, Quality::goed};
    if (quality.empty()) remark(became, "values without a quality");
    return {at, value, Quality::twijfel};
}

Quantity water_quantity(std::string_view code) {
    static constexpr std::array<std::pair<std::string_view, const char*>, 9> known{
        {{"WATHTE", "waterstand"},
         {"WATHTEVERWACHT", "waterstand"},
         {"WATHTBRKD", "astronomisch getij"},
         {"Waterhoogte", "waterstand"},
         {"Q", "afvoer"},
         {"Hm0", "golfhoogte"},
         {"WINDSHD", "wind"},
         {"WINDST", "windstoot"},
         {"WINDRTG", "windrichting"}}};
    for (const auto& [theirs, ours] : known)
        if (theirs == code) return ours;
    return Quantity(std::string(code));
}

double water_scale(const Quantity& quantity, std::string_view unit) {
    if (!is_level(quantity)) return 1;
    return unit == "m" ? 100 : unit == "dm" ? 10 : unit == "mm" ? 0.1 : 1;
}

Unit water_unit(const Quantity& quantity, std::string_view unit, std::string_view datum) {
    static constexpr std::array<std::string_view, 5> datums{"NAP", "MSL", "TAW", "PLAATSLR", "LAT"};
    std::string text(unit == "m3/s" ? "m³/s" : unit == "graad" ? "°" : unit);
    if (water_scale(quantity, unit) != 1) text = "cm";
    for (const auto known : datums)
        if (known == datum) text.append(" ").append(datum);
    return Unit(text);
}

/// Krüger's series to the third order, as in Karney, "Transverse Mercator with an accuracy of a few
/// nanometers" (2011): far below a metre within the zone.
std::optional<Position> of_utm31(double x, double y) {
    if (!(x > 100'000 && x < 1'200'000 && y > 5'000'000 && y < 7'000'000)) return std::nullopt;
    constexpr double degree = 3.14159265358979323846 / 180, a = 6378137, f = 1 / 298.257222101;
    constexpr double n = f / (2 - f), k0 = 0.9996, central = 3 * degree;
    const double radius = a / (1 + n) * (1 + n * n / 4 + n * n * n * n / 64);
    const double beta[] = {n / 2 - 2 * n * n / 3 + 37 * n * n * n / 96, n * n / 48 + n * n * n / 15,
                           17 * n * n * n / 480};
    const double delta[] = {2 * n - 2 * n * n / 3 - 2 * n * n * n, 7 * n * n / 3 - 8 * n * n * n / 5,
                            56 * n * n * n / 15};
    const double xi = y / (k0 * radius), eta = (x - 500'000) / (k0 * radius);
    double xi_sphere = xi, eta_sphere = eta;
    for (int order = 1; order <= 3; ++order) {
        xi_sphere -= beta[order - 1] * std::sin(2 * order * xi) * std::cosh(2 * order * eta);
        eta_sphere -= beta[order - 1] * std::cos(2 * order * xi) * std::sinh(2 * order * eta);
    }
    const double conformal = std::asin(std::sin(xi_sphere) / std::cosh(eta_sphere));
    double lat = conformal;
    for (int order = 1; order <= 3; ++order)
        lat += delta[order - 1] * std::sin(2 * order * conformal);
    const double lon = central + std::atan2(std::sinh(eta_sphere), std::cos(xi_sphere));
    return Position{lat / degree, lon / degree};
}

} // namespace regiekamer::feeds
