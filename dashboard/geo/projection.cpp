// One PROJ context and one transformation a thread: PROJ shares neither between threads.
#include "dashboard/geo/projection.hpp"

#include <cmath>
#include <memory>
#include <proj.h>

namespace regiekamer::geo {
namespace {

struct DestroyContext {
    void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
};
struct DestroyTransformation {
    void operator()(PJ* transformation) const { proj_destroy(transformation); }
};

class Transformation {
public:
    Transformation() : context_(proj_context_create()) {
        proj_context_set_enable_network(context_.get(), 0);
        proj_log_level(context_.get(), PJ_LOG_NONE);
        const std::unique_ptr<PJ, DestroyTransformation> made(
            proj_create_crs_to_crs(context_.get(), "EPSG:4326", "EPSG:28992", nullptr));
        if (made) both_.reset(proj_normalize_for_visualization(context_.get(), made.get()));
    }
    /// Longitude and latitude to x and y, or back.
    std::optional<PJ_COORD> operator()(PJ_DIRECTION direction, double one, double other) {
        if (!both_ || !std::isfinite(one) || !std::isfinite(other)) return std::nullopt;
        proj_errno_reset(both_.get());
        const PJ_COORD made = proj_trans(both_.get(), direction, proj_coord(one, other, 0, 0));
        if (proj_errno(both_.get()) != 0 || !std::isfinite(made.xy.x) || !std::isfinite(made.xy.y))
            return std::nullopt;
        return made;
    }

private:
    std::unique_ptr<PJ_CONTEXT, DestroyContext> context_;
    std::unique_ptr<PJ, DestroyTransformation> both_;
};

Transformation& transformation() {
    static thread_local Transformation made;
    return made;
}

} // namespace

bool rd_like(double x, double y) {
    return x >= -7'000 && x <= 300'000 && y >= 289'000 && y <= 629'000;
}

std::optional<Rd> to_rd(const Position& at) {
    const auto made = transformation()(PJ_FWD, at.lon, at.lat);
    if (!made || !rd_like(made->xy.x, made->xy.y)) return std::nullopt;
    return Rd{made->xy.x, made->xy.y};
}

std::optional<Position> to_wgs84(const Rd& at) {
    if (!rd_like(at.x, at.y)) return std::nullopt;
    const auto made = transformation()(PJ_INV, at.x, at.y);
    return made ? std::optional(Position{made->xy.y, made->xy.x}) : std::nullopt;
}

} // namespace regiekamer::geo
