// stb reads png and jpg (and some more that no tile is).
#include "dashboard/geo/tile_pixels.hpp"

#include <fmt/format.h>
#include <stb/stb_image.h>

namespace regiekamer::geo {

Result<TilePixels> decode_tile(const std::string& bytes) {
    constexpr int side_most = 1'024;
    TilePixels made;
    const auto* data = reinterpret_cast<const stbi_uc*>(bytes.data());
    const int size = static_cast<int>(bytes.size());
    int channels = 0;
    if (bytes.empty() || stbi_info_from_memory(data, size, &made.width, &made.height, &channels) == 0)
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
