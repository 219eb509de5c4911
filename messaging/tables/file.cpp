// What can be wrong with a file before anything in it is read.
#include "messaging/tables/file.hpp"

#include <fmt/format.h>
#include <fstream>

namespace regiekamer::tables {
namespace {

namespace fs = std::filesystem;

tl::unexpected<std::vector<Error>> refused(const fs::path& file, std::string message) {
    return tl::unexpected(std::vector<Error>{{file.string(), 0, 0, std::move(message), {}}});
}

} // namespace

Read<std::string> read_file(const fs::path& file, std::size_t bytes_max, std::string_view what) {
    std::error_code failed;
    if (!fs::exists(file, failed))
        return refused(file, fmt::format("there is no such file, expected {}", what));
    if (fs::is_directory(file, failed))
        return refused(file, fmt::format("found a folder, expected {}", what));
    std::ifstream in(file, std::ios::binary);
    std::string text(bytes_max + 1, '\0');
    if (in) in.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (!in.is_open() || in.bad()) return refused(file, "found a file that cannot be read, expected text");
    text.resize(static_cast<std::size_t>(in.gcount()));
    if (text.size() > bytes_max)
        return refused(file, fmt::format("found more than {} bytes, expected at most that", bytes_max));
    return text;
}

Read<toml::table> parse(std::string_view text, const fs::path& file, std::size_t bytes_max) {
    if (text.size() > bytes_max)
        return refused(file, fmt::format("found {} bytes, expected at most {}", text.size(), bytes_max));
    try {
        return toml::parse(text, file.string());
    } catch (const toml::parse_error& error) {
        const auto& at = error.source().begin;
        return tl::unexpected(
            std::vector<Error>{{file.string(), at.line, at.column, std::string(error.description()), {}}});
    }
}

} // namespace regiekamer::tables
