// Any bytes as the picture of a tile: as many pixels as it says, and no more than a tile has. The decoder is
// stb's.
#include "dashboard/geo/tile_pixels.hpp"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const auto pixels = regiekamer::geo::decode_tile({reinterpret_cast<const char*>(data), size});
    if (!pixels) return 0;
    const auto corners = static_cast<std::size_t>(pixels->width) * static_cast<std::size_t>(pixels->height);
    if (pixels->width < 1 || pixels->height < 1 || corners > 1'024 * 1'024 ||
        pixels->rgba.size() != 4 * corners)
        std::abort();
    return 0;
}
