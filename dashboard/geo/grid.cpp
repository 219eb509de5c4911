// A box stands in each cell that it touches; the answer is sorted, so that nothing is given twice.
#include "dashboard/geo/grid.hpp"

#include <algorithm>
#include <cmath>

namespace regiekamer::geo {
namespace {

constexpr std::size_t side_max = 256, cells_of_one_max = 64;

std::size_t cell(double at, double low, double high, std::size_t side) {
    if (!(high > low)) return 0;
    const double part = std::clamp((at - low) / (high - low), 0.0, 1.0);
    return std::min(side - 1, static_cast<std::size_t>(part * static_cast<double>(side)));
}

} // namespace

Grid::Grid(std::span<const Box> boxes) : boxes_(boxes.begin(), boxes.end()) {
    for (const auto& box : boxes_)
        whole_.reach(box);
    side_ = std::clamp<std::size_t>(static_cast<std::size_t>(std::sqrt(static_cast<double>(boxes.size()))), 1,
                                    side_max);
    cells_.resize(side_ * side_);
    for (std::uint32_t i = 0; i < boxes_.size(); ++i) {
        if (boxes_[i].empty()) continue;
        const Cells at = cells_of(boxes_[i]);
        if ((at.right - at.left + 1) * (at.high - at.low + 1) > cells_of_one_max) {
            large_.push_back(i);
            continue;
        }
        for (auto row = at.low; row <= at.high; ++row)
            for (auto column = at.left; column <= at.right; ++column)
                cells_[row * side_ + column].push_back(i);
    }
}

Grid::Cells Grid::cells_of(const Box& box) const {
    return {cell(box.west, whole_.west, whole_.east, side_), cell(box.east, whole_.west, whole_.east, side_),
            cell(box.south, whole_.south, whole_.north, side_),
            cell(box.north, whole_.south, whole_.north, side_)};
}

std::vector<std::uint32_t> Grid::touching(const Box& view) const {
    std::vector<std::uint32_t> found;
    if (side_ == 0 || !whole_.overlaps(view)) return found;
    const auto take = [&](std::uint32_t i) {
        if (boxes_[i].overlaps(view)) found.push_back(i);
    };
    std::for_each(large_.begin(), large_.end(), take);
    const Cells at = cells_of(view);
    for (auto row = at.low; row <= at.high; ++row)
        for (auto column = at.left; column <= at.right; ++column)
            std::for_each(cells_[row * side_ + column].begin(), cells_[row * side_ + column].end(), take);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

} // namespace regiekamer::geo
