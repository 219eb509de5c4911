// Plain files, whole or a Problem.
#include "dashboard/desk/written_file.hpp"

#include <algorithm>
#include <fstream>

namespace regiekamer::desk {

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

Result<std::filesystem::path> write_text(const std::filesystem::path& file, const std::string& text) {
    std::ofstream out(file, std::ios::binary);
    out << text;
    out.close();
    if (!out)
        return refuse(file.string(), "it cannot be written", "a folder with room, in which you may write");
    return file;
}

} // namespace regiekamer::desk
