// A screen of made-up content with every part of the toolkit on it: for the picture test and for looking.
#pragma once

#include "dashboard/panels/ui/ui.hpp"

#include <string>

/// What a person does in the demo.
struct DemoState {
    std::string typed;
    bool dialog = false, exercise = true, waking = false;
    int pressed = 0, tab = 0;
};

void draw_demo(regiekamer::ui::Ui& ui, DemoState& state);
