// A name that leads out of the folder is refused before anything is opened.
#include "scenarios/player/include.hpp"

#include "messaging/tables/file.hpp"
#include "scenarios/player/load.hpp"

#include <algorithm>

namespace regiekamer::player {
namespace {

namespace fs = std::filesystem;

tl::unexpected<std::vector<Misfit>> misfit(std::string found, std::string expected) {
    return tl::unexpected(std::vector<Misfit>{{std::move(found), std::move(expected)}});
}

bool within(const fs::path& folder, const fs::path& file) {
    const auto [end, ignored] = std::mismatch(folder.begin(), folder.end(), file.begin(), file.end());
    return end == folder.end();
}

} // namespace

tl::expected<IncludedFile, std::vector<Misfit>> included_file(const fs::path& scenario, std::string_view name,
                                                              std::size_t bytes_before) {
    const fs::path wanted(name);
    std::error_code failed;
    const fs::path folder = fs::weakly_canonical(fs::absolute(scenario, failed).parent_path(), failed);
    const fs::path file = fs::weakly_canonical(folder / wanted, failed);
    if (name.empty() || wanted.is_absolute() || failed || !within(folder, file))
        return misfit(tables::quote(name), "a file within the scenario's own folder");
    if (file == fs::weakly_canonical(fs::absolute(scenario, failed), failed))
        return misfit(tables::quote(name), "another file than the scenario itself");
    const std::size_t room = bytes_before < file_bytes_max ? file_bytes_max - bytes_before : 0;
    auto text = tables::read_file(file, room, "a file to include");
    if (text) return IncludedFile{scenario.parent_path() / wanted, std::move(*text)};
    std::vector<Misfit> misfits;
    for (const auto& error : text.error())
        misfits.push_back({tables::quote(name), error.message.starts_with("there is no")
                                                    ? "a file to include, and there is no such file"
                                                    : "a file to include (" + error.message + ")"});
    return tl::unexpected(misfits);
}

} // namespace regiekamer::player
