// Reads the TOML of the P2000 feed, and the spreadsheet that it may name.
#include "messaging/feeds/p2000_config.hpp"

#include "messaging/feeds/config_file.hpp"

#include <algorithm>

namespace regiekamer::feeds {
namespace {

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
        if (const auto bytes = tables::read_file(file, capcode_table_bytes_max, "a table of capcodes"))
            config.capcodes.merge(read_capcode_column(*bytes, file, complaints));
        else
            complaints.add(block.place("capcodes_from"), tables::quote(*name),
                           "a table of capcodes (" + bytes.error().front().message + ")");
    }
    return config;
}

} // namespace

std::set<std::int64_t> read_capcode_column(std::string_view bytes, const std::filesystem::path& file,
                                           tables::Complaints& complaints) {
    const auto name = std::make_shared<const std::string>(file.string());
    const auto complain = [&](const CapcodeTable::Odd& odd) {
        complaints.add({static_cast<std::uint32_t>(odd.line), 1, name}, odd.found, odd.expected);
    };
    std::set<std::int64_t> capcodes;
    const auto table = capcodes_of(bytes, file);
    if (!table) {
        complain(table.error());
        return capcodes;
    }
    for (const auto& row : table->rows)
        capcodes.insert(row.capcode);
    const auto doubtful =
        std::find_if(table->odd.begin(), table->odd.end(), [](const CapcodeTable::Odd& odd) {
            return odd.torn || odd.found.find_first_of("0123456789") != std::string::npos;
        });
    if (doubtful != table->odd.end()) // one says enough of a file that may be another one
        complain(*doubtful);
    else if (capcodes.empty())
        complain({1, "no capcode", "a table with capcodes in it"});
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
