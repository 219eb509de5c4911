// Any bytes as the metadata of an MBTiles file, name=value a line: what is taken can be drawn. The file
// itself is SQLite's to read.
#include "dashboard/geo/mbtiles.hpp"

#include <cstdlib>

using namespace regiekamer;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    std::string_view bytes(reinterpret_cast<const char*>(data), size);
    geo::MbtilesMetadata said;
    while (!bytes.empty()) {
        const auto line = bytes.substr(0, bytes.find('\n'));
        bytes.remove_prefix(std::min(line.size() + 1, bytes.size()));
        const auto equals = line.find('=');
        if (equals != std::string_view::npos)
            said[std::string(line.substr(0, equals))] = line.substr(equals + 1);
    }
    const auto number = [&](const char* name) {
        return std::atoi(said[name].c_str());
    }; // NOLINT: any number will do
    const auto info = geo::read_mbtiles_info(said, [&] { return std::pair{number("low"), number("high")}; });
    if (!info) return 0;
    if (info->zoom_min < 0 || info->zoom_min > info->zoom_max || info->zoom_max > 22) std::abort();
    if (!info->bounds) return 0;
    const auto& box = *info->bounds;
    if (box.empty() || !box.overlaps({-90, -180, 90, 180})) std::abort();
    for (const int zoom : {info->zoom_min, info->zoom_max}) {
        const auto first = geo::tile_at({box.north, box.west}, zoom),
                   last = geo::tile_at({box.south, box.east}, zoom);
        if (first.x < 0 || first.y < 0 || last.x < first.x || last.y < first.y || last.x >= 1 << zoom)
            std::abort();
    }
    return 0;
}
