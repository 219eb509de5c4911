// Which of many boxes a view touches, without looking at all of them: a grid over their common box.
#pragma once

#include "dashboard/geo/shape.hpp"

#include <cstdint>

namespace regiekamer::geo {

class Grid {
public:
    Grid() = default;
    /// About one box a cell; a box that lies over many cells stands in a list of its own.
    explicit Grid(std::span<const Box> boxes);
    /// The indices of the boxes that touch `view`, in order, each once.
    [[nodiscard]] std::vector<std::uint32_t> touching(const Box& view) const;
    [[nodiscard]] const Box& whole() const { return whole_; }

private:
    struct Cells {
        std::size_t left, right, low, high; ///< inclusive
    };
    [[nodiscard]] Cells cells_of(const Box& box) const;

    std::vector<Box> boxes_;
    Box whole_;
    std::size_t side_ = 0; ///< cells in a row and in a column
    std::vector<std::vector<std::uint32_t>> cells_;
    std::vector<std::uint32_t> large_;
};

} // namespace regiekamer::geo
