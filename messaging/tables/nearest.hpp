// The known word nearest to a misspelt one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace regiekamer::tables {

/// Letters to insert, remove, change or swap with their neighbour to make `a` into `b` (bytes count as
/// letters).
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The word of `known` nearest to `word` if it is near enough to be what was meant, else "".
std::string nearest(std::string_view word, const std::vector<std::string>& known);

} // namespace regiekamer::tables
