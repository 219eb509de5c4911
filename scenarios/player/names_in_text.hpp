// People whom a text names and whom nobody registered: found by how names are written, since no list has
// them.
#pragma once

#include <string>

namespace regiekamer::player {

/// The text with "iemand" in the place of what is written as a name: after a form of address ("mevrouw
/// Bakker"), after initials ("K. de Wit"), or with a usual given name ("Piet", "Fatima el Amrani"). Streets
/// and places stay.
std::string without_names(const std::string& text);

} // namespace regiekamer::player
