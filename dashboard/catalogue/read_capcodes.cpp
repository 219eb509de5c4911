#include "dashboard/catalogue/read_capcodes.hpp"

#include "messaging/feeds/csv.hpp"
#include "messaging/feeds/p2000_config.hpp"

#include <algorithm>
#include <array>

namespace regiekamer::catalogue {
namespace {

constexpr std::size_t table_bytes_max = 8 * 1024 * 1024; ///< the public tables have some 10,000 rows

std::string name_of(const feeds::CsvCells& cells) {
    static const std::array<std::string, 3> columns{"omschrijving", "naam", "description"};
    for (const auto& column : columns)
        if (!cells[column].empty()) return cells[column];
    return {};
}

/// How many rows of a table give each name to each capcode.
using Rows = std::map<std::int64_t, std::map<std::string, int>>;

void add_names(const Rows& rows, words::CapcodeNames& names) {
    for (const auto& [capcode, given] : rows) {
        const auto most = std::max_element(given.begin(), given.end(),
                                           [](const auto& a, const auto& b) { return a.second < b.second; });
        names.emplace(capcode, most->first); // an earlier table goes before this one
    }
}

} // namespace

void read_capcode_table(std::string_view bytes, const std::filesystem::path& file, words::CapcodeNames& names,
                        std::vector<tables::Error>& complaints) {
    const auto complain = [&](std::size_t line, std::string message) {
        complaints.push_back({file.string(), static_cast<std::uint32_t>(line), 0, std::move(message), {}});
    };
    const auto table = feeds::read_csv_rows(bytes);
    if (!table) return complain(0, table.error().found + ", expected " + table.error().expected);
    const auto has = [&](const char* column) {
        return std::find(table->header.begin(), table->header.end(), column) != table->header.end();
    };
    if (!has("capcode") || !(has("omschrijving") || has("naam") || has("description")))
        return complain(1, "found other columns, expected capcode, and omschrijving or naam");
    Rows rows;
    for (const auto& row : table->rows) {
        const feeds::CsvCells cells(*table, row);
        const auto capcode = row.problem ? std::nullopt : feeds::capcode_number(cells["capcode"]);
        if (!capcode) {
            complain(row.line, "found no capcode of at most seven digits; the row was left out");
            continue;
        }
        const std::string name = name_of(cells);
        if (!name.empty() && name.find("onitorcode") == std::string::npos) ++rows[*capcode][name];
    }
    add_names(rows, names);
}

words::CapcodeNames read_capcodes(const std::filesystem::path& folder,
                                  std::vector<tables::Error>& complaints) {
    std::vector<std::filesystem::path> files;
    std::error_code ec;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ec))
        if (entry.path().extension() == ".csv") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    words::CapcodeNames names;
    for (const auto& file : files) {
        const auto bytes = tables::read_file(file, table_bytes_max, "a table of capcodes");
        if (bytes)
            read_capcode_table(*bytes, file, names, complaints);
        else
            complaints.insert(complaints.end(), bytes.error().begin(), bytes.error().end());
    }
    return names;
}

} // namespace regiekamer::catalogue
