// Reads the TOML of the P2000 feed.
#include "messaging/feeds/p2000_config.hpp"

#include "messaging/feeds/csv.hpp"
#include "messaging/tables/file.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <toml++/toml.h>

namespace regiekamer::feeds {
namespace {

constexpr std::size_t config_bytes_max = 1024 * 1024;

std::string place_of(const std::filesystem::path& file, const toml::source_region& region) {
    return fmt::format("{}:{}:{}", file.string(), region.begin.line, region.begin.column);
}

Result<std::int64_t> capcode_of(const std::string& text, const std::string& place) {
    std::int64_t number = -1;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (read.ec != std::errc() || read.ptr != end || number < 0 || number > 9'999'999)
        return refuse(place, text, "a capcode of at most seven digits");
    return number;
}

Result<std::int64_t> capcode_of(const toml::node& node, const std::string& place) {
    if (const auto* whole = node.as_integer()) return capcode_of(std::to_string(whole->get()), place);
    return capcode_of(node.value<std::string>().value_or("another value"), place);
}

/// The column "capcode" of a spreadsheet; its other columns are for people.
Result<void> add_table(const std::filesystem::path& file, std::set<std::int64_t>& capcodes) {
    std::ifstream in(file, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (!in.is_open()) return refuse(file.string(), "no file that can be read", "CSV with a column capcode");
    const auto table = read_csv(bytes);
    if (!table)
        return refuse(file.string() + ": " + table.error().where, table.error().found,
                      table.error().expected);
    if (std::find(table->header.begin(), table->header.end(), "capcode") == table->header.end())
        return refuse(file.string(), "no column capcode", "CSV with a column capcode");
    for (const auto& row : table->rows) {
        const auto capcode =
            capcode_of(CsvCells(*table, row)["capcode"], fmt::format("{}: line {}", file.string(), row.line));
        if (!capcode) return tl::unexpected(capcode.error());
        capcodes.insert(*capcode);
    }
    return {};
}

Result<P2000Config> read_ours(const std::filesystem::path& file, const toml::table& ours) {
    P2000Config config;
    config.everything = false;
    for (const auto& [key, node] : ours) {
        if (key.str() == "capcodes_from") {
            const auto name = node.value<std::string>();
            if (!name)
                return refuse(place_of(file, node.source()), "another value", "the name of a CSV file");
            if (auto added = add_table(file.parent_path() / *name, config.capcodes); !added)
                return tl::unexpected(added.error());
            continue;
        }
        if (key.str() != "capcodes" && key.str() != "places")
            return refuse(place_of(file, node.source()), std::string(key.str()),
                          "capcodes, capcodes_from or places");
        const auto* list = node.as_array();
        if (list == nullptr) return refuse(place_of(file, node.source()), std::string(key.str()), "a list");
        for (const auto& item : *list) {
            const std::string place = place_of(file, item.source());
            if (key.str() == "capcodes") {
                const auto capcode = capcode_of(item, place);
                if (!capcode) return tl::unexpected(capcode.error());
                config.capcodes.insert(*capcode);
            } else {
                const auto text = item.value<std::string>();
                if (!text || text->empty()) return refuse(place, "another value", "the name of a place");
                config.places.push_back(*text);
            }
        }
    }
    return config;
}

} // namespace

Result<P2000Config> load_p2000_config(const std::filesystem::path& file) {
    try {
        const auto text = tables::read_file(file, config_bytes_max, "a configuration with [ours]");
        if (!text) return refuse("", tables::text(text.error().front()), "");
        const toml::table table = toml::parse(*text, file.string());
        for (const auto& [key, node] : table)
            if (key.str() != "ours")
                return refuse(place_of(file, node.source()), std::string(key.str()), "[ours]");
        const auto* ours = table["ours"].as_table();
        if (ours == nullptr) return refuse(file.string(), "no [ours]", "[ours] with capcodes and places");
        return read_ours(file, *ours);
    } catch (const toml::parse_error& error) {
        return refuse(place_of(file, error.source()), std::string(error.description()), "TOML");
    }
}

} // namespace regiekamer::feeds
