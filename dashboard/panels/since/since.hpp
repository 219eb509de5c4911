// "Sinds u weg was", reckoned.
#pragma once

#include "dashboard/panels/scene.hpp"
#include "dashboard/panels/since/draft.hpp"

namespace regiekamer::panels {

/// What is told by itself: more than a little news.
inline constexpr std::size_t telling = 3;

/// What happened since one of the moments (0 last looked, 1 last meeting, 2 last hand-over) up to the moment
/// shown.
SinceDraft since(const Scene& scene, int from);

} // namespace regiekamer::panels
