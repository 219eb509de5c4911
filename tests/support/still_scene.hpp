// The Scene of a window that stands still: one picture and nothing to fetch, for tests of what only reads
// one.
#pragma once

#include "dashboard/panels/base_map.hpp"
#include "dashboard/panels/scene.hpp"

/// Fill `picture` and `now`, then ask for the scene; it looks into this.
struct StillScene {
    regiekamer::picture::Picture picture;
    regiekamer::Instant now{};
    regiekamer::panels::BaseMap map;

    [[nodiscard]] regiekamer::panels::Scene scene() const {
        return {.picture = picture,
                .now = now,
                .live_now = now,
                .user = {},
                .incident = {},
                .log = log_,
                .fetch = {},
                .withdrawn = {},
                .data = {},
                .waiting = waiting_,
                .undo = {},
                .map = map,
                .catalogue = lists_};
    }

private:
    regiekamer::picture::Log log_;
    regiekamer::catalogue::Catalogue lists_;
    std::vector<regiekamer::Message> waiting_;
};
