// Where the panels of BEZETTING stand, and its keys.
#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/staffing/staffing.hpp"
#include "dashboard/panels/tabs.hpp"
#include "dashboard/picture/oto.hpp"
#include "dashboard/words/refusal.hpp"

#include <array>

namespace regiekamer::panels::staffing {

namespace {

/// An arrow that no list took: it gives the keyboard to the first post, an empty one where there is any; on a
/// narrow screen to the first line of what its tab shows.
void enter_list(ui::Ui& ui, const ui::Zones& zones, const Scene& scene, const Drafts& drafts) {
    if (!ui::pressed(ui, ui::Key::down) && !ui::pressed(ui, ui::Key::up)) return;
    const auto at = ui::staffing_zones(zones, drafts.tab);
    if (const auto posts = picture::post_states(scene.picture, scene.catalogue.posts);
        !at.posts.empty() && !posts.empty()) {
        ui::scroll_to(ui, "posten", 0);
        ui::focus(ui, "post/" + posts.front().post.value);
        return;
    }
    const auto skills = picture::person_skills(scene.picture, scene.now);
    if (at.skills.empty() || skills.empty()) return;
    ui::scroll_to(ui, "geoefendheid", 0);
    ui::focus(ui, "geoefend/" + skills.front().person.value);
}

} // namespace

void draw(ui::Ui& ui, const Scene& scene, const ui::Zones& zones, Drafts& drafts, Intents& intents) {
    draw_tabs(ui, zones.tabs, ui::staffing_tabs(zones.fit), drafts);
    const auto at = ui::staffing_zones(zones, drafts.tab);
    if (!at.posts.empty()) add(intents, draw_posts(ui, scene, at.posts, drafts));
    if (!at.skills.empty()) add(intents, draw_skills(ui, scene, at.skills, drafts));
    if (!at.plan.empty()) add(intents, draw_plan(ui, scene, at.plan, drafts));
    if (!at.gaps.empty()) draw_gaps(ui, scene, at.gaps);
    if (!zones.bottom.empty())
        add(intents, scene.looking_back ? draw_timeline(ui, scene, zones.bottom, drafts)
                                        : draw_view_keys(ui, scene, zones.bottom, drafts));
    if (drafts.dialog == Dialog::none && !scene.looking_back) enter_list(ui, zones, scene, drafts);
}

void answer_keys(ui::Ui& ui, const Scene& scene, Drafts& drafts, Intents& intents) {
    if (drafts.dialog != Dialog::none || scene.looking_back) return;
    struct Opens {
        ui::Key key;
        Dialog dialog;
        std::string_view type;
    };
    constexpr std::array acts{Opens{ui::Key::b, Dialog::post, PostFilled::type},
                              Opens{ui::Key::d, Dialog::training, TrainingRecorded::type},
                              Opens{ui::Key::j, Dialog::plan_training, TrainingPlanned::type}};
    for (const auto& act : acts) {
        if (!ui::pressed(ui, act.key)) continue;
        if (auto why = words::not_allowed(scene.user.function, act.type); !why.empty())
            intents.push_back(Explain{std::move(why)});
        else
            open(drafts, act.dialog);
    }
}

} // namespace regiekamer::panels::staffing
