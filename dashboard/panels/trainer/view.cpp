// Where the zones of OEFENLEIDING stand, and its keys. While a role is spoken for, letters are that role's.
#include "dashboard/panels/trainer/trainer.hpp"

#include "dashboard/panels/tabs.hpp"
#include "dashboard/panels/trainer/clock.hpp"

#include <algorithm>
#include <array>

namespace regiekamer::panels::trainer {
namespace {

using ui::Key;

/// What stands there instead of the zones; empty: nothing is in the way.
std::string_view missing(const Scene& scene) {
    if (!sees_script(seated(scene)))
        return "Dit beeld is voor de oefenleider en de waarnemers. Wie speelt, ziet het draaiboek niet. Met "
               "[U] zegt u "
               "wie u bent.";
    if (scene.mode != Mode::exercise)
        return "Dit is geen oefening. Oefenleiding is er alleen in een oefening.";
    if (!scene.picture.exercise->started.said()) return "Hier komt het draaiboek zodra de oefening begint.";
    if (scene.script == nullptr)
        return "Geen draaiboek. Start dit scherm met het bestand van deze oefening erbij: --exercise "
               "BESTAND.";
    return {};
}

/// The next one up or down in a list of pointers.
template <class T>
const T* step(const std::vector<const T*>& list, const T* now, int by) {
    if (list.empty()) return nullptr;
    const auto found = std::find(list.begin(), list.end(), now);
    const auto at = found == list.end() ? 0 : found - list.begin() + by;
    return list[static_cast<std::size_t>(
        std::clamp<std::ptrdiff_t>(at, 0, static_cast<std::ptrdiff_t>(list.size()) - 1))];
}

/// As the timeline of the other views.
void answer_looking_back(ui::Ui& ui, const Scene& scene, Intents& intents) {
    if (ui::pressed(ui, Key::left)) intents.emplace_back(LookAt{scene.now - minutes(5)});
    if (ui::pressed(ui, Key::right) && scene.looking_back)
        intents.emplace_back(LookAt{scene.now + minutes(5)});
}

void answer_choosing(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    auto& draft = drafts.trainer;
    const int by = ui::pressed(ui, Key::down) ? 1 : ui::pressed(ui, Key::up) ? -1 : 0;
    if (by != 0) {
        std::vector<const MeasuredInject*> list;
        for (const auto& one : scene.script->results.injects)
            list.push_back(&one);
        if (const auto* one = step(list, chosen(scene, drafts), by)) draft.chosen = one->nr.value;
        draft.scrolled = 0;
    }
    const int among = ui::pressed(ui, ui::with_shift(Key::down)) ? 1
                      : ui::pressed(ui, ui::with_shift(Key::up)) ? -1
                                                                 : 0;
    if (among != 0)
        if (const auto* one = step(in_order(scene), chosen_expectation(scene, drafts), among))
            draft.expected = one->expectation->id;
    if (ui::pressed(ui, Key::home)) draft.chosen.clear(), draft.scrolled = 0;
    if (ui::pressed(ui, Key::page_down)) draft.scrolled += 8;
    if (ui::pressed(ui, Key::page_up)) draft.scrolled -= 8;
}

/// What is done with the chosen inject.
void answer_inject(ui::Ui& ui, const Scene& scene, Drafts& drafts, Intents& intents) {
    const auto* one = chosen(scene, drafts);
    if (one == nullptr) return;
    const bool told = one->state == InjectState::delivered;
    if (ui::pressed(ui, Key::enter)) {
        if (told)
            intents.push_back(Explain{"Deze inject is al verzonden. Met [O] verzendt u hem opnieuw."});
        else
            add(intents, deliver(scene, *one)), drafts.trainer.chosen.clear();
    }
    if (ui::pressed(ui, Key::o)) {
        if (told)
            add(intents, deliver(scene, *one));
        else
            intents.push_back(Explain{"Deze inject is nog niet verzonden. Met [Enter] verzendt u hem."});
    }
    if (ui::pressed(ui, Key::del)) add(intents, ask_reason(scene, drafts, *one, false));
    if (ui::pressed(ui, Key::h)) {
        if (one->state == InjectState::planned || told)
            add(intents, ask_reason(scene, drafts, *one, true));
        else
            add(intents, move_by(scene, *one, minutes(0)));
    }
    // on most keyboards + is Shift and =
    if (ui::pressed(ui, Key::plus) || ui::pressed(ui, ui::with_shift(Key::plus)) ||
        ui::pressed(ui, ui::with_shift(Key::equal)))
        add(intents, move_by(scene, *one, minutes(5)));
    if (ui::pressed(ui, Key::minus)) add(intents, move_by(scene, *one, minutes(-5)));
}

void answer_dialogs(ui::Ui& ui, const Scene& scene, Drafts& drafts, Intents& intents) {
    struct Opens {
        Key key;
        Dialog dialog;
        std::string_view type;
    };
    constexpr std::array acts{Opens{Key::n, Dialog::inject, InjectDelivered::type},
                              Opens{Key::w, Dialog::observation, ObservationNoted::type},
                              Opens{Key::r, Dialog::speak_as, InjectDelivered::type},
                              Opens{Key::j, Dialog::time_jump, ExerciseClockSet::type}};
    for (const auto& act : acts) {
        if (!ui::pressed(ui, act.key)) continue;
        if (auto why = refused(scene, act.type); !why.empty())
            intents.push_back(Explain{std::move(why)});
        else
            open(drafts, act.dialog);
    }
    if (ui::pressed(ui, Key::v)) add(intents, ask_verdict(scene, drafts));
    if (ui::pressed(ui, Key::b)) add(intents, ask_branch(scene, drafts));
}

} // namespace

void draw(ui::Ui& ui, const Scene& scene, const ui::Zones& zones, Drafts& drafts, Intents& intents) {
    const auto why = missing(scene);
    const bool transport =
        sees_script(seated(scene)) && scene.mode == Mode::exercise && scene.picture.exercise->started.said();
    if (!zones.bottom.empty())
        add(intents, transport ? draw_transport(ui, scene, zones.bottom, drafts)
                               : draw_view_keys(ui, scene, zones.bottom, drafts));
    if (!why.empty()) {
        ui::empty_text(ui, ui::panel(ui, ui::whole_zone(zones), "OEFENLEIDING"), why);
        return;
    }
    draw_tabs(ui, zones.tabs, ui::exercise_tabs(zones.fit), drafts);
    const auto at = ui::exercise_zones(zones, drafts.tab);
    if (!at.script.empty()) add(intents, draw_script(ui, scene, at.script, drafts));
    if (!at.roles.empty()) add(intents, draw_roles(ui, scene, at.roles, drafts));
    if (!at.aims.empty()) draw_aims(ui, scene, at.aims);
    if (!at.expected.empty()) add(intents, draw_expected(ui, scene, at.expected, drafts));
    if (!at.observations.empty()) add(intents, draw_observations(ui, scene, at.observations, drafts));
}

void answer_keys(ui::Ui& ui, const Scene& scene, Drafts& drafts, Intents& intents) {
    if (!sees_script(seated(scene)) || scene.mode != Mode::exercise || run_of(scene).empty()) return;
    answer_clock_keys(ui, scene, intents);
    if (drafts.dialog == Dialog::none) answer_looking_back(ui, scene, intents);
    if (scene.speaker) return;
    answer_dialogs(ui, scene, drafts, intents);
    if (scene.script == nullptr || drafts.dialog != Dialog::none) return;
    answer_choosing(ui, scene, drafts);
    answer_inject(ui, scene, drafts, intents);
}

} // namespace regiekamer::panels::trainer
