// Where the panels of KOPPELINGEN stand, and its keys.
#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/feeds/feeds.hpp"
#include "dashboard/panels/tabs.hpp"

#include <algorithm>

namespace regiekamer::panels::feeds {

const picture::FeedOverview* chosen(const std::vector<picture::FeedOverview>& all, const Drafts& drafts) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.feed.value == drafts.feed; });
    if (found != all.end()) return &*found;
    return all.empty() ? nullptr : &all.front();
}

void draw(ui::Ui& ui, const Scene& scene, const ui::Zones& zones, Drafts& drafts, Intents& intents) {
    draw_tabs(ui, zones.tabs, ui::feed_tabs(zones.fit), drafts);
    const auto at = ui::feed_zones(zones, drafts.tab);
    if (!at.list.empty()) draw_list(ui, scene, at.list, drafts);
    if (!at.aside.empty()) draw_aside(ui, scene, at.aside, drafts);
    if (!zones.bottom.empty())
        add(intents, scene.looking_back ? draw_timeline(ui, scene, zones.bottom, drafts)
                                        : draw_view_keys(ui, scene, zones.bottom, drafts));
}

void answer_keys(ui::Ui& ui, const Scene& scene, Drafts& drafts, Intents&) {
    if (drafts.dialog != Dialog::none || ui.modal_open || ui.typing) return;
    const int step = ui::pressed(ui, ui::Key::down) ? 1 : ui::pressed(ui, ui::Key::up) ? -1 : 0;
    if (step == 0) return;
    const auto all = picture::feeds_overview(scene.picture, scene.now);
    const auto* now = chosen(all, drafts);
    if (now == nullptr) return;
    const auto at =
        std::clamp<std::ptrdiff_t>(now - all.data() + step, 0, static_cast<std::ptrdiff_t>(all.size()) - 1);
    drafts.feed = all[static_cast<std::size_t>(at)].feed.value;
}

} // namespace regiekamer::panels::feeds
