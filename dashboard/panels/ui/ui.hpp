// The drawing toolkit in one include. Example of a panel:
//
//     Rect body = panel(ui, zone, "VOOR MIJ · 4 · eerst wat het eerst moet", "1 te laat");
//     const ListView view = list(ui, "voor mij", body, 4, 64);
//     for (int i = view.first; i < view.end(); ++i) {
//         Rect place = view.row(i);
//         if (row(ui, ids[i], place)) …;
//         text(ui, Style::action18, {place.x + 50, place.y + 24}, ui.palette.text, what);
//     }
#pragma once

#include "dashboard/panels/ui/canvas.hpp"  // IWYU pragma: export
#include "dashboard/panels/ui/context.hpp" // IWYU pragma: export
#include "dashboard/panels/ui/layout.hpp"  // IWYU pragma: export
#include "dashboard/panels/ui/map.hpp"     // IWYU pragma: export
#include "dashboard/panels/ui/widgets.hpp" // IWYU pragma: export
