// Folders that are not there hold no files; a file that cannot be read is an error of that file.
#include "dashboard/catalogue/files.hpp"

#include <fstream>
#include <map>

namespace regiekamer::catalogue {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t file_bytes_max = 1024 * 1024;

tl::unexpected<std::vector<player::Error>> refused(const fs::path& file, std::string sentence) {
    return tl::unexpected(std::vector<player::Error>{{file.string(), 0, 0, std::move(sentence), {}}});
}

} // namespace

std::vector<Places> files_of(const fs::path& program, const fs::path& user) {
    std::map<std::string, Places> by_name;
    for (const auto& folder : {user, program}) {
        std::error_code failed;
        for (const auto& entry : fs::directory_iterator(folder, failed))
            if (entry.path().extension() == ".toml")
                by_name[entry.path().filename().string()].push_back(entry.path());
    }
    std::vector<Places> files;
    files.reserve(by_name.size());
    for (auto& [name, places] : by_name)
        files.push_back(std::move(places));
    return files;
}

tl::expected<toml::table, std::vector<player::Error>> parse_file(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string text(file_bytes_max + 1, '\0');
    if (in) in.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (!in.is_open() || in.bad()) return refused(file, "found a file that cannot be read, expected text");
    text.resize(static_cast<std::size_t>(in.gcount()));
    if (text.size() > file_bytes_max)
        return refused(file, "found more than 1 MiB, expected a list of a few pages");
    try {
        return toml::parse(text, file.string());
    } catch (const toml::parse_error& error) {
        const auto& at = error.source().begin;
        return tl::unexpected(std::vector<player::Error>{
            {file.string(), at.line, at.column, std::string(error.description()), {}}});
    }
}

} // namespace regiekamer::catalogue
