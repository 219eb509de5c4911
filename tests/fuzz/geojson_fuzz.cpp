// Any bytes as a layer of the user's: read whole or refused, and what was read can be drawn.
#include "dashboard/geo/coordinate_text.hpp"
#include "dashboard/geo/layer.hpp"

#include <cstdlib>

using namespace regiekamer;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    geo::read_coordinate(bytes);
    const auto layer = geo::read_geojson("fuzz", bytes);
    if (!layer) return 0;
    if (layer->grid.touching({-90, -180, 90, 180}).size() != layer->features.size()) std::abort();
    for (const auto& feature : layer->features)
        if (geo::rings_at(feature, 50).empty() || feature.box.empty()) std::abort();
    geo::features_inside(*layer, geo::Ring{{50, 3}, {50, 7}, {54, 5}});
    return 0;
}
