// Reads the TOML of the P2000 feed, and the spreadsheet that it may name.
#include "messaging/feeds/p2000_config.hpp"

#include "messaging/feeds/config_file.hpp"
#include "messaging/feeds/csv.hpp"

#include <algorithm>
#include <charconv>

namespace regiekamer::feeds {
namespace {

constexpr auto a_capcode = "a capcode of at most seven digits";
constexpr std::size_t capcode_table_bytes_max = 8 * 1024 * 1024; // a public one has some 10,000 rows

std::optional<std::int64_t> capcode_of(const toml::node& node) {
    if (const auto* whole = node.as_integer()) return capcode_number(std::to_string(whole->get()));
    const auto* text = node.as_string();
    return text == nullptr ? std::nullopt : capcode_number(text->get());
}

P2000Config ours_of(const toml::table& table, tables::Complaints& complaints,
                    const std::filesystem::path& folder) {
    P2000Config config;
    config.everything = false;
    tables::Block block(table, complaints, {"capcodes", "capcodes_from", "places"});
    if (const auto* list = block.has("capcodes") ? block.array("capcodes") : nullptr)
        for (const auto& node : *list) {
            if (const auto capcode = capcode_of(node))
                config.capcodes.insert(*capcode);
            else
                block.misfit(node, a_capcode);
        }
    config.places = texts_of(block, "places");
    if (const auto name = block.optional_text("capcodes_from")) {
        const auto file = folder / *name;
        if (const auto bytes = tables::read_file(file, capcode_table_bytes_max, "CSV"))
            config.capcodes.merge(read_capcode_column(*bytes, file, complaints));
        else
            complaints.add(block.place("capcodes_from"), tables::quote(*name),
                           "CSV with a column capcode (" + bytes.error().front().message + ")");
    }
    return config;
}

} // namespace

std::optional<std::int64_t> capcode_number(std::string_view text) {
    std::int64_t number = -1;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (read.ec != std::errc() || read.ptr != end || number < 0 || number > 9'999'999) return std::nullopt;
    return number;
}

std::set<std::int64_t> read_capcode_column(std::string_view bytes, const std::filesystem::path& file,
                                           tables::Complaints& complaints) {
    const auto name = std::make_shared<const std::string>(file.string());
    const auto at = [&](std::size_t line) {
        return tables::Place{static_cast<std::uint32_t>(line), 1, name};
    };
    std::set<std::int64_t> capcodes;
    const auto table = read_csv_rows(bytes);
    if (!table) {
        complaints.add(at(1), table.error().found, table.error().expected);
        return capcodes;
    }
    if (std::find(table->header.begin(), table->header.end(), "capcode") == table->header.end()) {
        complaints.add(at(1), "no column capcode", "CSV with a column capcode");
        return capcodes;
    }
    for (const auto& row : table->rows) {
        const std::string cell = row.problem ? std::string() : CsvCells(*table, row)["capcode"];
        if (const auto capcode = capcode_number(cell)) {
            capcodes.insert(*capcode);
            continue;
        }
        if (row.problem)
            complaints.add(at(row.line), row.problem->found, row.problem->expected);
        else
            complaints.add(at(row.line), tables::quote(cell), a_capcode);
        break; // one row says enough of a file that may be another one
    }
    return capcodes;
}

tables::Read<P2000Config> read_p2000_config(std::string_view text, const std::filesystem::path& file) {
    return read_config<P2000Config>(text, file, "ours",
                                    [&](const toml::table& table, tables::Complaints& complaints) {
                                        return ours_of(table, complaints, file.parent_path());
                                    });
}

tables::Read<P2000Config> load_p2000_config(const std::filesystem::path& file) {
    return load_config(file, read_p2000_config);
}

} // namespace regiekamer::feeds
