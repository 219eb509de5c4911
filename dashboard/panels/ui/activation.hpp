// How what has the focus was pressed, for who must tell Enter (which may also be the dialog's) from Space.
#pragma once

namespace regiekamer::ui {

/// Whether the frame that is being drawn began with Enter on what has the focus.
bool activated_by_enter();

} // namespace regiekamer::ui
