// OphalenWaarnemingen and OphalenLaatsteWaarnemingen: the old host writes codes in lists of one, the new one
// as text; both are read everywhere.
#include "messaging/codec/parse.hpp"
#include "messaging/feeds/encoding.hpp"
#include "messaging/feeds/water/water_series.hpp"

#include <algorithm>

namespace regiekamer::feeds {
namespace {

namespace json = boost::json;

constexpr std::size_t json_depth_max = 32;

const json::value* member(const json::value* value, std::string_view name) {
    const auto* object = value == nullptr ? nullptr : value->if_object();
    return object == nullptr ? nullptr : object->if_contains(name);
}

/// Text, or the first text of a list.
std::string_view text_in(const json::value* value) {
    if (value != nullptr && value->is_array())
        value = value->get_array().empty() ? nullptr : &value->get_array().front();
    const auto* text = value == nullptr ? nullptr : value->if_string();
    return text == nullptr ? std::string_view() : stripped(*text);
}

/// The Code of a member that is an object, or the member itself.
std::string_view code_in(const json::value* owner, std::string_view name) {
    const auto* value = member(owner, name);
    return value != nullptr && value->is_object() ? text_in(member(value, "Code")) : text_in(value);
}

std::optional<double> number_in(const json::value* value) {
    if (value == nullptr || !value->is_number()) return std::nullopt;
    return value->to_number<double>();
}

std::string_view quality_in(const json::value& measurement) {
    const auto* about = member(&measurement, "WaarnemingMetadata");
    const auto* code = member(about, "Kwaliteitswaardecode");
    return text_in(code != nullptr ? code : member(about, "KwaliteitswaardecodeLijst"));
}

std::optional<Position> point_of(const json::value* place) {
    const auto lat = number_in(member(place, "Lat")), lon = number_in(member(place, "Lon"));
    if (lat && lon && *lat >= -90 && *lat <= 90 && *lon >= -180 && *lon <= 180) return Position{*lat, *lon};
    const auto x = number_in(member(place, "X")), y = number_in(member(place, "Y"));
    return x && y ? of_utm31(*x, *y) : std::nullopt;
}

/// None: it is left out, and said so.
std::optional<WaterSeries> described(const json::value& list, Became& became) {
    const auto* place = member(&list, "Locatie");
    const auto* about = member(&list, "AquoMetadata");
    const auto group = code_in(about, "Groepering");
    const auto kind = code_in(about, "ProcesType"), quantity = code_in(about, "Grootheid");
    if (!group.empty() && group != "NVT") {
        remark(became, grouping_left_out);
        return std::nullopt;
    }
    WaterSeries series;
    series.code = text_in(member(place, "Code"));
    series.name = text_in(member(place, "Naam"));
    series.point = point_of(place);
    series.datum = code_in(about, "Hoedanigheid");
    series.quantity = kind == "astronomisch" ? Quantity("astronomisch getij") : water_quantity(quantity);
    series.unit = water_unit(series.quantity, code_in(about, "Eenheid"), series.datum);
    series.expected = kind == "verwachting" || kind == "astronomisch" || quantity == "WATHTBRKD" ||
                      quantity == "WATHTEVERWACHT";
    const auto named = [](const auto& name) { return !name.empty() && name.size() <= name_bytes_max; };
    if (named(series.code) && named(quantity) && named(series.unit.value)) return series;
    became.aside.push_back(
        set_aside("a series without location, quantity or unit", json::serialize(about ? *about : list)));
    return std::nullopt;
}

/// The last values of a gauge that ended long ago: no instant of ours, and nothing wrong with it.
bool is_of_last_century(std::string_view stamp) {
    return stamp.size() > 4 && stamp[4] == '-' && stamp >= "1" && stamp < "2000" &&
           std::all_of(stamp.begin(), stamp.begin() + 4, [](char c) { return c >= '0' && c <= '9'; });
}

void read_values(const json::value& list, WaterSeries& series, Became& became) {
    const auto* measurements = member(&list, "MetingenLijst");
    if (measurements == nullptr || !measurements->is_array()) return;
    bool told = false;
    const double scale = water_scale(series.quantity, code_in(member(&list, "AquoMetadata"), "Eenheid"));
    for (const auto& one : measurements->get_array()) {
        const auto stamp = text_in(member(&one, "Tijdstip"));
        const auto at = read_instant(stamp);
        if (!at && is_of_last_century(stamp)) {
            remark(became, "values of before 2000, left out");
            continue;
        }
        if (!at && !std::exchange(told, true))
            became.aside.push_back(set_aside("a value without a readable time", json::serialize(one)));
        if (!at) continue;
        const auto value = number_in(member(member(&one, "Meetwaarde"), "Waarde_Numeriek"));
        series.values.push_back(water_value(*at, value, quality_in(one), scale, became));
    }
}

} // namespace

OrReason<WaterDocument> read_rws_json(std::string_view bytes, Became& became) {
    WaterDocument document;
    if (bytes.size() > water_bytes_max) return tl::unexpected<std::string>("more than 4 MB");
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (stripped(bytes).empty()) return document; // HTTP 204: no data
    const auto root = codec::parse(bytes, json_depth_max);
    if (!root) return tl::unexpected<std::string>("no JSON, or cut off");
    if (const auto* fault = member(&*root, "Foutmelding"); fault != nullptr && fault->is_string()) {
        if (const auto* good = member(&*root, "Succesvol"); good && good->is_bool() && !good->get_bool())
            remark(became, "the source has no data: " + std::string(cut_at(cleaned(text_in(fault)), 200)));
        else
            became.aside.push_back(set_aside("the source refused the question", text_in(fault)));
        return document;
    }
    if (const auto* good = member(&*root, "Succesvol"); good && good->is_bool() && !good->get_bool()) {
        remark(became, "the source has no data");
        return document;
    }
    const auto* lists = member(&*root, "WaarnemingenLijst");
    if (lists == nullptr || !lists->is_array())
        return tl::unexpected<std::string>("JSON without a WaarnemingenLijst");
    std::size_t values = 0;
    for (const auto& list : lists->get_array()) {
        auto series = described(list, became);
        if (!series) continue;
        read_values(list, *series, became);
        values += series->values.size();
        if (values > water_values_max) return tl::unexpected<std::string>("more than 30,000 values");
        document.push_back(std::move(*series));
    }
    return document;
}

} // namespace regiekamer::feeds
