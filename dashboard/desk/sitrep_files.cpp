// Two files beside each other, named after the incident.
#include "dashboard/desk/sitrep_files.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>

namespace regiekamer::desk {
namespace {

/// Identifiers are anybody's text: only what is harmless in a file name stays.
std::string harmless(std::string text) {
    constexpr std::size_t longest = 60;
    text.resize(std::min(text.size(), longest));
    for (char& c : text) {
        const bool plain =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
        if (!plain) c = '_';
    }
    return text;
}

Result<std::filesystem::path> write(const std::filesystem::path& file, const std::string& text) {
    std::ofstream out(file, std::ios::binary);
    out << text;
    out.close();
    if (!out)
        return refuse(file.string(), "it cannot be written", "a folder with room, in which you may write");
    return file;
}

} // namespace

Result<std::filesystem::path> write_sitrep(const report::Sitrep& sitrep, const IncidentId& incident,
                                           const std::filesystem::path& folder) {
    const std::string name = fmt::format("sitrep-{}-{}", harmless(incident.value), sitrep.number);
    if (auto text = write(folder / (name + ".txt"), report::as_text(sitrep)); !text) return text;
    return write(folder / (name + ".html"), report::as_html(sitrep));
}

} // namespace regiekamer::desk
