// The user's own maps at this desk: read once, and their tiles as textures, a few a frame so that no frame
// waits for a disk.
#pragma once

#include "dashboard/geo/own_layers.hpp"
#include "dashboard/panels/scene.hpp"

#include <list>
#include <map>

namespace regiekamer::desk {

/// UI thread only. Textures belong to the windows' OpenGL context, which is current when the scene is drawn;
/// those that are left go with it.
class OwnMaps {
public:
    static constexpr std::size_t tiles_a_frame = 3, all_tiles = 100'000;

    explicit OwnMaps(const std::filesystem::path& folder);

    [[nodiscard]] const geo::OwnLayers& layers() const { return layers_; }
    /// Gives the layers to a scene; while that is drawn at most so many tiles are read.
    void dress(panels::Scene& scene, std::size_t tiles_most);
    /// Whether tiles were asked for that had to wait, since the last call of `dress`.
    [[nodiscard]] bool wants_another_frame() const { return waiting_; }
    /// Which files were left out and where their fault is, in Dutch; empty: none.
    [[nodiscard]] std::string left_out() const;
    /// That tiles could not be read and why, in Dutch, once a map; empty: nothing new.
    std::string bad_tiles();

private:
    struct Tile {
        std::size_t layer;
        geo::TileId id;
        auto operator<=>(const Tile&) const = default;
    };
    struct Texture {
        unsigned name = 0; ///< 0: there is no such tile, or it cannot be read
        std::list<Tile>::iterator used;
    };
    struct Bad {
        Problem why; ///< of the first of them
        bool said = false;
    };
    std::uint64_t texture(const Tile& tile);
    unsigned read(const Tile& tile);
    void forget_oldest();

    geo::OwnLayers layers_;
    std::vector<geo::Mbtiles> files_;
    std::map<Tile, Texture> textures_;
    std::list<Tile> used_; ///< the last used in front
    std::size_t left_ = 0; ///< tiles that may still be read in this frame
    bool waiting_ = false;
    std::map<std::size_t, Bad> bad_; ///< maps with tiles that cannot be read
};

} // namespace regiekamer::desk
