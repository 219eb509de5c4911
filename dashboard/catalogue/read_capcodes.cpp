#include "dashboard/catalogue/read_capcodes.hpp"

#include "messaging/feeds/capcode_table.hpp"

#include <algorithm>

namespace regiekamer::catalogue {
namespace {

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
    const auto complain = [&](std::size_t line, std::uint32_t column, std::string message) {
        complaints.push_back(
            {file.string(), static_cast<std::uint32_t>(line), column, std::move(message), {}});
    };
    const auto table = feeds::capcodes_of(bytes, file);
    if (!table)
        return complain(table.error().line, 1,
                        "found " + table.error().found + ", expected " + table.error().expected);
    if (!table->named)
        return complain(1, 1, "found other columns, expected capcode, and omschrijving or naam");
    Rows rows;
    for (const auto& row : table->rows)
        if (!row.name.empty()) ++rows[row.capcode][row.name];
    for (const auto& odd : table->odd)
        complain(odd.line, 0, "found no capcode of at most seven digits; the row was left out");
    add_names(rows, names);
}

words::CapcodeNames read_capcodes(const std::filesystem::path& folder,
                                  std::vector<tables::Error>& complaints) {
    std::vector<std::filesystem::path> files;
    std::error_code ec;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ec))
        if (entry.path().extension() == ".csv" || entry.path().extension() == ".toml")
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    words::CapcodeNames names;
    for (const auto& file : files) {
        const auto bytes = tables::read_file(file, feeds::capcode_table_bytes_max, "a table of capcodes");
        if (bytes)
            read_capcode_table(*bytes, file, names, complaints);
        else
            complaints.insert(complaints.end(), bytes.error().begin(), bytes.error().end());
    }
    return names;
}

} // namespace regiekamer::catalogue
