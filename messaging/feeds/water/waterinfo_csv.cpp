// Waterinfo's two exports: one value a row with Aquo's columns, and the one of its graphs, with Meting and
// Verwachting side by side. Times are MET all year, in neither with a zone.
#include "messaging/feeds/csv.hpp"
#include "messaging/feeds/encoding.hpp"
#include "messaging/feeds/water/water_series.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <map>
#include <tuple>

namespace regiekamer::feeds {
namespace {

/// "GROOTHEID_ CODE" and "WAARNEMINGTIJD (MET/CET)" have spaces and remarks that come and go.
std::string column_key(std::string_view text) {
    std::string key;
    for (const char c : text.substr(0, text.find('(')))
        if (c != ' ' && c != '\t') key += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return key;
}

/// The columns that are read, by their place; the first of a name counts.
class Columns {
public:
    explicit Columns(const std::vector<std::string>& header) {
        for (std::size_t index = 0; index < header.size(); ++index)
            places_.try_emplace(column_key(header[index]), index);
    }
    [[nodiscard]] bool has(const std::string& name) const { return places_.contains(name); }
    [[nodiscard]] std::string_view cell(const CsvRow& row, const std::string& name) const {
        const auto found = places_.find(name);
        if (found == places_.end() || found->second >= row.cells.size()) return {};
        return stripped(row.cells[found->second]);
    }

private:
    std::map<std::string, std::size_t> places_;
};

template <class Number>
bool whole(std::string_view text, Number& number) {
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    return read.ec == std::errc() && read.ptr == end && !text.empty();
}

/// "7-5-2020" and "14:10:00" (or 14:10), MET.
std::optional<Instant> met(std::string_view day, std::string_view clock) {
    const auto first = day.find('-'), second = day.find('-', first + 1);
    if (first == std::string_view::npos || second == std::string_view::npos) return std::nullopt;
    unsigned d = 0, m = 0, h = 0, min = 0, s = 0;
    int y = 0;
    if (!whole(day.substr(0, first), d) || !whole(day.substr(first + 1, second - first - 1), m) ||
        !whole(day.substr(second + 1), y) || y < 2000 || y > 2099)
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(y), std::chrono::month(m), std::chrono::day(d)};
    const auto colon = clock.find(':');
    if (!date.ok() || colon == std::string_view::npos || !whole(clock.substr(0, colon), h))
        return std::nullopt;
    const auto rest = clock.substr(colon + 1);
    const auto again = rest.find(':');
    if (!whole(rest.substr(0, again), min)) return std::nullopt;
    if (again != std::string_view::npos && !whole(rest.substr(again + 1), s)) return std::nullopt;
    if (h > 23 || min > 59 || s > 59) return std::nullopt;
    return Instant{std::chrono::sys_days(date)} + hours(h) + minutes(min) + seconds(s) - hours(1);
}

/// "-12,5"
std::optional<double> decimal(std::string_view cell) {
    std::string text(cell);
    std::replace(text.begin(), text.end(), ',', '.');
    double value = 0;
    return whole(std::string_view(text), value) ? std::optional(value) : std::nullopt;
}

/// The words of Waterinfo as the codes behind them.
std::string_view quality_code(std::string_view text) {
    const std::string key = column_key(text);
    if (key.starts_with("normale")) return "00";
    if (key.starts_with("hiaat")) return "99";
    return text;
}

class Reading {
public:
    Reading(const Columns& columns, Became& became) : columns_(columns), became_(became) {}

    void take(const CsvRow& row) {
        const bool graph = !columns_.has("waarnemingdatum");
        if (const auto group = columns_.cell(row, "groepering_code"); !group.empty() && group != "NVT")
            return remark(became_, grouping_left_out);
        const auto at =
            graph ? met(columns_.cell(row, "datum"), columns_.cell(row, "tijd"))
                  : met(columns_.cell(row, "waarnemingdatum"), columns_.cell(row, "waarnemingtijd"));
        if (!at) return aside("a row without a readable time", row);
        if (!graph)
            return put(row, false, *at, columns_.cell(row, "numeriekewaarde"),
                       quality_code(columns_.cell(row, "kwaliteitsoordeel_code")));
        // The graph leaves out what is not good, and leaves a cell empty where there is nothing.
        for (const auto& [column, expected] : {std::pair("meting", false), std::pair("verwachting", true)})
            if (const auto cell = columns_.cell(row, column); !cell.empty())
                put(row, expected, *at, cell, "00");
    }
    WaterDocument document() && { return std::move(document_); }
    [[nodiscard]] std::size_t values() const { return values_; }

private:
    void aside(const char* reason, const CsvRow& row) {
        std::string sample = "line " + std::to_string(row.line) + ":";
        for (const auto& cell : row.cells)
            if (sample.size() < sample_bytes_max) sample += " " + cell + ";";
        if (aside_[reason]++ < 3) became_.aside.push_back(set_aside(reason, sample));
    }

    void put(const CsvRow& row, bool expected, Instant at, std::string_view cell, std::string_view quality) {
        const bool graph = !columns_.has("waarnemingdatum");
        const auto code = columns_.cell(row, graph ? "locatie" : "locatie_code");
        const auto name = columns_.cell(row, graph ? "locatie" : "meetpunt_identificatie");
        const auto quantity = columns_.cell(row, graph ? "parameter" : "grootheid_code");
        const auto unit = columns_.cell(row, graph ? "eenheid" : "eenheid_code");
        auto datum = columns_.cell(row, "hoedanigheid_code");
        if (graph && water_quantity(quantity).value == "waterstand") datum = "NAP";
        const auto named = [](std::string_view text) {
            return !text.empty() && text.size() <= name_bytes_max - 10; // a datum comes behind a unit
        };
        const auto station = code.empty() ? name : code;
        if (!named(station) || !named(quantity) || !named(unit))
            return aside("a row without location, quantity or unit", row);
        expected = expected || quantity == "WATHTBRKD" || quantity == "WATHTEVERWACHT";
        const auto [place, added] = places_.try_emplace(
            {std::string(station), std::string(quantity), std::string(unit), std::string(datum), expected},
            document_.size());
        if (added)
            document_.push_back({std::string(station),
                                 std::string(name),
                                 std::nullopt,
                                 water_quantity(quantity),
                                 water_unit(water_quantity(quantity), unit, datum),
                                 std::string(datum),
                                 expected,
                                 {}});
        document_[place->second].values.push_back(
            water_value(at, decimal(cell), quality, water_scale(water_quantity(quantity), unit), became_));
        ++values_;
    }

    const Columns& columns_;
    Became& became_;
    WaterDocument document_;
    std::map<std::tuple<std::string, std::string, std::string, std::string, bool>, std::size_t> places_;
    std::map<std::string, int> aside_;
    std::size_t values_ = 0;
};

} // namespace

OrReason<WaterDocument> read_waterinfo_csv(std::string_view bytes, Became& became) {
    if (bytes.size() > water_bytes_max) return tl::unexpected<std::string>("more than 4 MB");
    std::string text = cleaned(utf8_of(bytes)); // U+0000 too
    for (std::size_t at = 0; at < text.size(); ++at)
        if (text[at] == '\r' && (at + 1 == text.size() || text[at + 1] != '\n')) text[at] = '\n';
    // Before it is cut in rows: a million torn ones take long, and much room.
    if (static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) > water_values_max)
        return tl::unexpected<std::string>("more than 30,000 values");
    const auto table = read_csv_rows(text);
    if (!table) return tl::unexpected<std::string>("no table");
    const Columns columns(table->header);
    if (!columns.has("waarnemingdatum") && !(columns.has("datum") && columns.has("locatie")))
        return tl::unexpected<std::string>("a table without Waterinfo's columns");
    Reading reading(columns, became);
    for (const auto& row : table->rows) {
        if (row.problem)
            became.aside.size() < 20
                ? became.aside.push_back(set_aside("a row that is torn", row.problem->where))
                : void();
        else
            reading.take(row);
    }
    return std::move(reading).document();
}

} // namespace regiekamer::feeds
