// What every picture of a desk needs, in a window or as a still: the map, the lists, the colours, the size of
// the letters.
#pragma once

#include "dashboard/desk/kept.hpp"
#include "dashboard/desk/options.hpp"
#include "dashboard/desk/own_maps.hpp"
#include "dashboard/desk/source.hpp"
#include "dashboard/desk/window.hpp"
#include "dashboard/panels/base_map.hpp"
#include "dashboard/panels/panels.hpp"

namespace regiekamer::desk {

/// Says it on stderr; 1, the exit code.
int complain(const std::string& text);

/// The built-in map; without it, which is said on stderr, an empty one.
panels::BaseMap base_map();
/// The user's own layers; what is wrong with a file is told whole on stderr and in Dutch on the screen.
OwnMaps own_maps();
/// The lists that a desk sets at once; what is wrong in the user's own files is said on stderr, and the
/// program's count.
catalogue::Loaded catalogue_of_desk();

/// The colours that the user chose, tinted where they look back.
void dress(ui::Ui& ui, const Kept& kept, bool looking_back);
/// How large the letters are for who asked `percent`: less in a window that does not hold them.
float scale_in(const Window& window, int percent);

/// What the command line asks for, at the desk of this name.
Wanted wanted_by(const Options& options, std::string desk, const panels::User& user);

} // namespace regiekamer::desk
