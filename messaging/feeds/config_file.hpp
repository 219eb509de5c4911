// A TOML file with one table in it, read strictly: how the readers of documents are configured.
#pragma once

#include "messaging/tables/block.hpp"
#include "messaging/tables/file.hpp"

#include <filesystem>
#include <string_view>
#include <vector>

namespace regiekamer::feeds {

inline constexpr std::size_t config_bytes_max = 1'000'000;

/// Reads [name] of a text by `read(table, complaints)`; `file` is where it stands.
template <class Config, class ReadTable>
tables::Read<Config> read_config(std::string_view text, const std::filesystem::path& file,
                                 std::string_view name, ReadTable&& read) {
    const auto root = tables::parse(text, file, config_bytes_max);
    if (!root) return tl::unexpected(root.error());
    tables::Complaints complaints(file.string());
    Config config{};
    tables::Block block(*root, complaints, {std::string(name)});
    if (const auto* table = block.table(name)) config = read(*table, complaints);
    if (complaints.count() > 0) return tl::unexpected(std::move(complaints).sorted());
    return config;
}

/// The same of a file; `read` is that of a kind, such as read_water_config.
template <class Config>
tables::Read<Config> load_config(const std::filesystem::path& file,
                                 tables::Read<Config> (*read)(std::string_view,
                                                              const std::filesystem::path&)) {
    const auto text = tables::read_file(file, config_bytes_max, "a TOML file");
    if (!text) return tl::unexpected(text.error());
    return read(*text, file);
}

/// The texts of a list; none when the key is absent.
std::vector<std::string> texts_of(tables::Block& block, std::string_view key);
/// A finite number, whole or not; none, with a complaint, when it is something else.
std::optional<double> number_of(tables::Block& block, const toml::table& table, std::string_view key);

} // namespace regiekamer::feeds
