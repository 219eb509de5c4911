// Reads the TOML of the P2000 feed.
#include "messaging/feeds/p2000_config.hpp"

#include <charconv>
#include <fmt/format.h>
#include <toml++/toml.h>

namespace regiekamer::feeds {
namespace {

std::string place_of(const std::filesystem::path& file, const toml::source_region& region) {
    return fmt::format("{}:{}:{}", file.string(), region.begin.line, region.begin.column);
}

Result<std::int64_t> capcode_of(const toml::node& node, const std::string& place) {
    const auto text = node.value<std::string>();
    std::int64_t number = node.value<std::int64_t>().value_or(-1);
    if (text) {
        const char* end = text->data() + text->size();
        const auto read = std::from_chars(text->data(), end, number);
        if (read.ec != std::errc() || read.ptr != end) number = -1;
    }
    if (number < 0 || number > 9'999'999)
        return refuse(place, text.value_or("another value"), "a capcode of at most seven digits");
    return number;
}

Result<P2000Config> read_ours(const std::filesystem::path& file, const toml::table& ours) {
    P2000Config config;
    config.everything = false;
    for (const auto& [key, node] : ours) {
        if (key.str() != "capcodes" && key.str() != "places")
            return refuse(place_of(file, node.source()), std::string(key.str()), "capcodes or places");
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
        const toml::table table = toml::parse_file(file.string());
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
