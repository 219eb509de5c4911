// Which files there are, by name.
#include "dashboard/catalogue/files.hpp"

#include <map>

namespace regiekamer::catalogue {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t file_bytes_max = 1024 * 1024;

} // namespace

std::vector<Places> files_of(const fs::path& program, const fs::path& user) {
    std::map<std::string, Places> by_name;
    for (const auto& folder : {user, program}) {
        std::error_code failed;
        for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end;
             entry.increment(failed))
            if (entry->path().extension() == ".toml")
                by_name[entry->path().filename().string()].push_back(entry->path());
    }
    std::vector<Places> files;
    files.reserve(by_name.size());
    for (auto& [name, places] : by_name)
        files.push_back(std::move(places));
    return files;
}

tables::Read<toml::table> parse_file(const fs::path& file) {
    const auto text = tables::read_file(file, file_bytes_max, "a TOML file");
    if (!text) return tl::unexpected(text.error());
    return tables::parse(*text, file, file_bytes_max);
}

} // namespace regiekamer::catalogue
