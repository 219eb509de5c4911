// When something is due, and what it waits for, as people type it.
#pragma once

#include "dashboard/panels/dialogs/form.hpp"

namespace regiekamer::panels {

struct TypedDue {
    std::optional<Instant> due;
    std::optional<std::string> rule; ///< as typed; without `due` it is reckoned when its time comes
};
/// "14:30", "+20", "24-12 09:00", or a rule: "P-6u", "G3+30m", "V+30m" (after what it waits for). Nothing
/// typed is no due time. None, and a complaint, when it cannot be read or is past.
std::optional<TypedDue> typed_due(Drafts& drafts, const Scene& scene, const std::string& text,
                                  const std::vector<ActionId>& after);

/// The one open action that is meant by a part of its title or the nr of its card. Nothing typed is none; an
/// empty optional, and a complaint, when it is none or more than one.
std::optional<std::vector<ActionId>> typed_action(Drafts& drafts, const Scene& scene,
                                                  const std::string& text);

} // namespace regiekamer::panels
