// Textures with the plainest OpenGL, and forgetting what was used longest ago.
#include "dashboard/desk/own_maps.hpp"

#include "dashboard/geo/tile_pixels.hpp"
#include "dashboard/words/layer_words.hpp"

#include <GL/gl.h>
#include <fmt/format.h>

namespace regiekamer::desk {
namespace {

/// 256 tiles of 256 × 256 are 64 MB.
constexpr std::size_t textures_most = 256;

unsigned made_texture(const geo::TilePixels& pixels) {
    GLint before = 0;
    glGetIntegerv(GL_TEXTURE_BINDING_2D, &before);
    GLuint name = 0;
    glGenTextures(1, &name);
    glBindTexture(GL_TEXTURE_2D, name);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, pixels.width, pixels.height, 0, GL_RGBA, GL_UNSIGNED_BYTE,
                 pixels.rgba.data());
    glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(before));
    return name;
}

} // namespace

OwnMaps::OwnMaps(const std::filesystem::path& folder) : layers_(geo::load_own_layers(folder)) {
    for (std::size_t i = 0; i < layers_.tile_files.size();) {
        auto file = geo::Mbtiles::open(layers_.tile_files[i]);
        if (file) {
            files_.push_back(std::move(*file));
            ++i;
            continue;
        }
        layers_.problems.push_back(file.error()); // gone between two looks
        layers_.tile_files.erase(layers_.tile_files.begin() + static_cast<std::ptrdiff_t>(i));
        layers_.tiles.erase(layers_.tiles.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

void OwnMaps::dress(panels::Scene& scene, std::size_t tiles_most) {
    left_ = tiles_most;
    waiting_ = false;
    scene.layers = &layers_;
    scene.tile = [this](std::size_t layer, const geo::TileId& id) { return texture({layer, id}); };
}

std::uint64_t OwnMaps::texture(const Tile& tile) {
    if (tile.layer >= files_.size()) return 0;
    if (const auto found = textures_.find(tile); found != textures_.end()) {
        used_.splice(used_.begin(), used_, found->second.used);
        return found->second.name;
    }
    if (left_ == 0) {
        waiting_ = true;
        return 0;
    }
    --left_;
    forget_oldest();
    used_.push_front(tile);
    const unsigned name = read(tile);
    textures_.emplace(tile, Texture{name, used_.begin()});
    return name;
}

unsigned OwnMaps::read(const Tile& tile) {
    const auto bytes = files_[tile.layer].tile(tile.id);
    if (bytes && !*bytes) return 0; // there is none: that is no fault
    const auto pixels =
        bytes ? geo::decode_tile(**bytes) : Result<geo::TilePixels>(tl::unexpected(bytes.error()));
    if (pixels) return made_texture(*pixels);
    bad_.try_emplace(tile.layer, Bad{pixels.error(), false});
    return 0;
}

void OwnMaps::forget_oldest() {
    if (used_.size() < textures_most) return;
    const auto oldest = textures_.find(used_.back());
    if (oldest->second.name != 0) glDeleteTextures(1, &oldest->second.name);
    textures_.erase(oldest);
    used_.pop_back();
}

std::string OwnMaps::left_out() const {
    if (layers_.problems.empty()) return {};
    const auto& first = layers_.problems.front();
    std::string text = fmt::format("De kaartlaag {} is niet gebruikt: {}.", words::layer_file(first),
                                   words::layer_fault(first));
    if (layers_.problems.size() > 1)
        text += fmt::format(" En nog {}: zie EIGEN LAGEN op de kaart [P].", layers_.problems.size() - 1);
    return text + " Verbeter het bestand en start opnieuw.";
}

std::string OwnMaps::bad_tiles() {
    for (auto& [layer, bad] : bad_)
        if (!std::exchange(bad.said, true))
            return fmt::format("Van het kaartbeeld {} zijn stukken niet te lezen: {}. Die staan er niet op.",
                               layers_.tiles[layer].name, words::tile_fault(bad.why));
    return {};
}

} // namespace regiekamer::desk
