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

Result<std::filesystem::path> write_file(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream out(file, std::ios::binary);
    const bool opened = out.is_open();
    out << bytes;
    out.close();
    if (out) return file;
    std::error_code ignored;
    if (opened && std::filesystem::is_regular_file(file, ignored))
        std::filesystem::remove(file, ignored); // half of it
    return refuse(file.string(), "it cannot be written", "a folder with room, in which you may write");
}

} // namespace regiekamer::desk
