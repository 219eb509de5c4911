// Where the panels of KOPPELINGEN stand, and its keys.
#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/feeds/feeds.hpp"
#include "dashboard/panels/tabs.hpp"
#include "dashboard/words/feed_words.hpp"
#include "dashboard/words/refusal.hpp"

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
    if (!at.aside.empty()) draw_aside(ui, scene, at.aside, drafts, intents);
    if (!zones.bottom.empty())
        add(intents, scene.looking_back ? draw_timeline(ui, scene, zones.bottom, drafts)
                                        : draw_view_keys(ui, scene, zones.bottom, drafts));
}

bool keeps_nothing(const picture::FeedOverview& feed) {
    return feed.feed.value.find("://") != std::string::npos;
}

Intents offer_again(const Scene& scene, const picture::FeedOverview& feed) {
    Intents intents;
    if (auto why = words::not_allowed(scene.user.function, FeedRetryAsked::type); !why.empty())
        intents.push_back(Explain{std::move(why)});
    else if (keeps_nothing(feed))
        intents.push_back(
            Explain{"De hub volgt " + feed.feed.value + " zelf. Wat hij weigert, bewaart hij niet."});
    else if (words::feed_ended(feed))
        intents.push_back(Explain{feed.feed.value +
                                  " draait niet, dus kan hij niets opnieuw aanbieden. De beheerder "
                                  "start hem weer met regiekamerctl feed."});
    else
        intents.push_back(Act{FeedRetryAsked{feed.feed},
                              feed.feed.value + " is gevraagd opnieuw aan te bieden wat opzij ligt",
                              std::nullopt});
    return intents;
}

void answer_keys(ui::Ui& ui, const Scene& scene, Drafts& drafts, Intents& intents) {
    if (drafts.dialog != Dialog::none || ui.modal_open || ui.typing) return;
    if (!scene.looking_back && ui::pressed(ui, ui::Key::o)) {
        const auto all = picture::feeds_overview(scene.picture, scene.now);
        if (const auto* feed = chosen(all, drafts)) add(intents, offer_again(scene, *feed));
        return;
    }
    const int step = ui::pressed(ui, ui::Key::down) ? 1 : ui::pressed(ui, ui::Key::up) ? -1 : 0;
    if (step == 0) return;
    const auto all = picture::feeds_overview(scene.picture, scene.now);
    const auto* now = chosen(all, drafts);
    if (now == nullptr) return;
    const auto at =
        std::clamp<std::ptrdiff_t>(now - all.data() + step, 0, static_cast<std::ptrdiff_t>(all.size()) - 1);
    drafts.feed = all[static_cast<std::size_t>(at)].feed.value;
    drafts.feed_stepped = true;
}

} // namespace regiekamer::panels::feeds
