// Their words, their room and their button.
#include "dashboard/panels/notices.hpp"

#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/panels.hpp"
#include "dashboard/panels/views.hpp"
#include "dashboard/words/names.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace regiekamer::panels {
namespace {

using ui::Rect;
using ui::Style;
using ui::Ui;

constexpr float map_foot = 40;
constexpr float notice_gap = 10, body_keeps = 240, notice_button = 44;

/// Those that stand first: they are lowest.
std::vector<Notice> wanted_notices(const Scene& scene) {
    std::vector<Notice> all;
    if (scene.remark)
        all.push_back({Notice::Kind::remark, scene.remark->text, "opmerking/sluit", "Sluit", "X",
                       scene.remark->serious, !scene.remark->passing});
    const auto* handover = scene.looking_back ? nullptr : awaiting_handover(scene);
    if (handover != nullptr)
        all.push_back({Notice::Kind::handover,
                       "Overdracht van " + words::person(scene.picture, handover->written.value.from_person) +
                           " wacht op u",
                       "overdracht/lees", "Lees en bevestig", "Shift+U", false, true});
    if (scene.undo && !scene.looking_back)
        all.push_back({Notice::Kind::undo,
                       (scene.data.kind == DataState::Kind::live ? "Gedaan: " : "Wacht op verbinding: ") +
                           scene.undo->text,
                       "neem terug", "Neem terug", fmt::format("Ctrl+Z · {} s", scene.undo->left.count())});
    std::stable_sort(all.begin(), all.end(),
                     [](const Notice& a, const Notice& b) { return a.stands && !b.stands; });
    return all;
}

float notice_text_width(const Ui& ui, const Notice& notice) {
    const float most = ui.screen.w - 40 - ui::button_width(ui, notice.verb, notice.key) - 70;
    return std::min(ui::width(ui, Style::strong16, notice.words) + 1, most);
}

/// The bar with its foot at `bottom`.
Rect bar_at(const Ui& ui, const Notice& notice, float bottom) {
    const float text = notice_text_width(ui, notice);
    const float lines = ui::wrapped_height(ui, Style::strong16, text, notice.words);
    const float width = text + ui::button_width(ui, notice.verb, notice.key) + 70;
    const float height = std::clamp(lines + 20, 60.F, 110.F);
    return {ui.screen.centre().x - width / 2, bottom - height, width, height};
}

bool draw_notice(Ui& ui, const Notice& notice) {
    const Rect& place = notice.place;
    const auto colour = notice.serious ? ui.palette.attention : ui.palette.flow;
    ui::fill(ui, place, ui.palette.raised, ui::measure::corner);
    ui::frame(ui, place, colour, ui::measure::corner, 2);
    if (notice.serious)
        ui::triangle(ui, {place.x + 24, place.centre().y}, 18, colour);
    else
        ui::dot(ui, {place.x + 24, place.centre().y}, 10, colour);
    const float text = notice_text_width(ui, notice);
    const float shown = std::min(ui::wrapped_height(ui, Style::strong16, text, notice.words), place.h - 12);
    ui::text_wrapped(ui, Style::strong16, {place.x + 46, place.centre().y - shown / 2, text, shown},
                     ui.palette.text, notice.words);
    const float button = ui::button_width(ui, notice.verb, notice.key);
    return ui::button(
        ui, notice.id,
        {place.right() - button - 8, place.centre().y - notice_button / 2, button, notice_button},
        notice.verb, notice.key);
}

} // namespace

std::vector<Notice> place_notices(const Ui& ui, const Scene& scene, ui::Zones& zones) {
    std::vector<Notice> all = wanted_notices(scene);
    // GEWEKT is read in one look: nothing lies over it. One notice at a time stands in the bar beneath.
    if (shown_view(scene) == View::gewekt && !zones.bottom.empty()) {
        std::stable_sort(all.begin(), all.end(), [](const Notice& a, const Notice& b) {
            const auto rank = [](const Notice& one) {
                return one.kind == Notice::Kind::remark ? 0 : one.kind == Notice::Kind::undo ? 1 : 2;
            };
            return rank(a) < rank(b);
        });
        if (all.size() > 1) all.resize(1);
        for (auto& one : all)
            one.place = bar_at(ui, one, zones.bottom.bottom() - 4);
        return all;
    }
    float bottom = zones.body.bottom();
    bool over_foot = shown_view(scene) == View::kaart; // there the coordinates stand
    for (auto& one : all) {
        if (!one.stands && std::exchange(over_foot, false)) bottom -= map_foot;
        one.place = bar_at(ui, one, bottom);
        bottom = one.place.y - notice_gap;
        const float room = zones.body.bottom() - bottom;
        if (one.stands && zones.body.h - room >= body_keeps) zones.body.take_bottom(room);
    }
    return all;
}

void draw_notices(Ui& ui, const Scene& scene, const std::vector<Notice>& notices, Drafts& drafts,
                  Intents& intents) {
    for (const auto& one : notices) {
        if (!draw_notice(ui, one)) continue;
        switch (one.kind) {
        case Notice::Kind::undo:
            intents.emplace_back(std::in_place_type<TakeBack>);
            break;
        case Notice::Kind::handover:
            if (const auto* handover = awaiting_handover(scene))
                open(drafts, Dialog::take_desk, handover->written.value.handover.value);
            break;
        case Notice::Kind::remark:
            intents.emplace_back(std::in_place_type<PutAway>);
            break;
        }
    }
}

} // namespace regiekamer::panels
