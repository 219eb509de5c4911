// stb reads png and jpg (and some more that no tile is).
#include "dashboard/geo/tile_pixels.hpp"

#include <fmt/format.h>
#include <stb/stb_image.h>
#include <string_view>

namespace regiekamer::geo {
namespace {

constexpr std::string_view png_begins = "\x89PNG\r\n\x1a\n", jpg_begins = "\xff\xd8";

/// Whether each part of a png lies within it: stb makes room for what a part says that it is, up to 2 GB.
bool parts_fit(std::string_view png) {
    constexpr std::size_t around = 12; // length, name and sum
    for (png.remove_prefix(png_begins.size()); png.size() >= around;) {
        std::size_t length = 0;
        for (const char byte : png.substr(0, 4))
            length = length * 256 + static_cast<unsigned char>(byte);
        if (length > png.size() - around) return false;
        png.remove_prefix(length + around);
    }
    return true;
}

bool is_picture(std::string_view bytes) {
    return bytes.starts_with(jpg_begins) || (bytes.starts_with(png_begins) && parts_fit(bytes));
}

} // namespace

Result<TilePixels> decode_tile(const std::string& bytes) {
    constexpr int side_most = 1'024;
    TilePixels made;
    const auto* data = reinterpret_cast<const stbi_uc*>(bytes.data());
    const int size = static_cast<int>(bytes.size());
    int channels = 0;
    if (!is_picture(bytes) || stbi_info_from_memory(data, size, &made.width, &made.height, &channels) == 0)
        return refuse("", "no picture", "png or jpg");
    if (made.width < 1 || made.height < 1 || made.width > side_most || made.height > side_most)
        return refuse("", fmt::format("{}x{}", made.width, made.height), "at most 1024x1024");
    stbi_uc* pixels = stbi_load_from_memory(data, size, &made.width, &made.height, &channels, 4);
    if (pixels == nullptr) return refuse("", "a broken picture", "png or jpg");
    made.rgba.assign(pixels, pixels + static_cast<std::size_t>(made.width) *
                                          static_cast<std::size_t>(made.height) * 4);
    stbi_image_free(pixels);
    return made;
}

} // namespace regiekamer::geo
