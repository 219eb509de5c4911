// Where the panels of PIKET stand, its keys, and what several of them ask of the scene.
#include "dashboard/panels/piket/piket.hpp"

#include "dashboard/panels/piket/chart.hpp"
#include "dashboard/panels/tabs.hpp"
#include "dashboard/words/date_words.hpp"
#include "dashboard/words/functions.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/refusal.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace regiekamer::panels::piket {
namespace {

using ui::Key;

/// Ten years back and ahead.
constexpr int weeks_away_max = 520;

void answer_paging(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    auto& draft = drafts.piket;
    if (ui::pressed(ui, Key::page_down)) draft.week += draft.columns;
    if (ui::pressed(ui, Key::page_up)) draft.week -= draft.columns;
    if (ui::pressed(ui, Key::bracket_right))
        draft.week += draft.months ? month_step(scene, draft.week, true) : 1;
    if (ui::pressed(ui, Key::bracket_left))
        draft.week += draft.months ? month_step(scene, draft.week, false) : -1;
    if (ui::pressed(ui, Key::home)) draft.week = 0;
    if (ui::pressed(ui, Key::h)) draft.months = !draft.months;
    draft.week = std::clamp(draft.week, -weeks_away_max, weeks_away_max);
}

void answer_choosing(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    const int step = ui::pressed(ui, Key::down) ? 1 : ui::pressed(ui, Key::up) ? -1 : 0;
    const auto* now = chosen_ask(scene, drafts);
    if (step == 0 || now == nullptr) return;
    const auto& all = asks(scene, drafts);
    const auto count = static_cast<std::ptrdiff_t>(all.size());
    const auto at = std::clamp<std::ptrdiff_t>(now - all.data() + step, 0, count - 1);
    drafts.piket.chosen = all[static_cast<std::size_t>(at)].key;
    ui::scroll_to(ui, "vraagt-actie", static_cast<int>(std::max<std::ptrdiff_t>(0, at - 1)));
}

} // namespace

bool may_plan(const Scene& scene) {
    return words::not_allowed(scene.user.function, RotationSet::type).empty();
}

bool may_end(const Scene& scene, const DutyRostered& duty) {
    return words::not_allowed(scene.user.function, DutyWithdrawn::type).empty() &&
           (may_plan(scene) || duty.person == me(scene));
}

PersonId me(const Scene& scene) {
    return words::person_named(scene.picture, scene.user.person.value);
}

const std::vector<picture::DutyAsk>& asks(const Scene& scene, Drafts& drafts) {
    auto& looked = drafts.piket.looked;
    const Instant minute = std::chrono::floor<minutes>(scene.now);
    if (looked.upto != scene.upto || looked.minute != minute) {
        looked.upto = scene.upto;
        looked.minute = minute;
        looked.asks = picture::duty_asks(scene.picture, minute);
        looked.shares = picture::shares(scene.picture, ovd, minute, minute + picture::look_ahead);
    }
    return looked.asks;
}

const picture::DutyAsk* chosen_ask(const Scene& scene, Drafts& drafts) {
    const auto& all = asks(scene, drafts);
    if (all.empty()) return nullptr;
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.key == drafts.piket.chosen; });
    return found == all.end() ? &all.front() : &*found;
}

Intents open_ask(const Scene& scene, Drafts& drafts, const picture::DutyAsk& ask) {
    using Kind = picture::DutyAsk::Kind;
    drafts.piket.chosen = ask.key;
    if (ask.kind == Kind::swap) {
        open(drafts, Dialog::swap_answer, ask.swap->value);
        return {};
    }
    if (ask.kind == Kind::request) {
        open(drafts, Dialog::duty_answer, ask.asked.front().value);
        return {};
    }
    if (auto why = words::not_allowed(scene.user.function, DutyAsked::type); !why.empty())
        return {Explain{std::move(why)}};
    open(drafts, Dialog::duty_ask, ask.key);
    return {};
}

std::vector<Function> functions_in_order(const picture::Picture& picture) {
    auto functions = picture::duty_functions(picture);
    const auto place = [](const Function& function) {
        const int at = words::place_in(words::functions(), function.value);
        return at < 0 ? 1000 : at;
    };
    std::stable_sort(functions.begin(), functions.end(),
                     [&](const Function& one, const Function& other) { return place(one) < place(other); });
    return functions;
}

const picture::Handover* handover_of(const picture::Picture& picture, const Function& function) {
    const auto rank = [](const picture::Handover& one) {
        return std::tuple(!one.accepted, !picture::open_points(one).empty(), one.written.sequence);
    };
    const picture::Handover* best = nullptr;
    for (const auto& [id, one] : picture.roster->handovers)
        if (one.written.said() && one.written.value.function == function &&
            (best == nullptr || rank(*best) < rank(one)))
            best = &one;
    return best;
}

const picture::Handover* shown_handover(const Scene& scene) {
    const auto* own = handover_of(scene.picture, scene.user.function);
    return own != nullptr ? own : handover_of(scene.picture, ovd);
}

std::string period(Instant from, Instant until) {
    if (until == Instant::max())
        return from == Instant::min() ? "altijd" : "vanaf " + words::date_clock(from);
    if (from == Instant::min()) return "tot " + words::date_clock(until);
    const bool whole = words::clock(from) == "09:00" && words::clock(until) == "09:00";
    if (whole) return words::short_date(from) + " – " + words::short_date_near(until, from);
    return words::date_clock(from) + " – " + words::clock_near(until, from);
}

Intents confirm_handover(const Scene& scene) {
    const auto* handover = shown_handover(scene);
    if (handover == nullptr) return {Explain{"Er is nog geen overdracht geschreven."}};
    const auto& body = handover->written.value;
    if (handover->accepted) return {Explain{"Deze overdracht is al bevestigd."}};
    if (body.to_person != me(scene))
        return {Explain{"Deze overdracht is voor " + words::person(scene.picture, body.to_person) +
                        ". Alleen wie overneemt bevestigt."}};
    return {Act{HandoverAccepted{body.handover, body.to_person}, "overdracht bevestigd", std::nullopt}};
}

void draw(ui::Ui& ui, const Scene& scene, const ui::Zones& zones, Drafts& drafts, Intents& intents) {
    draw_tabs(ui, zones.tabs, ui::roster_tabs(zones.fit), drafts);
    const auto at = ui::roster_zones(zones, drafts.tab);
    if (!at.roster.empty()) {
        ui::Rect roster = at.roster;
        ui::Rect beneath;
        if (roster.h >= asks_beneath_from) {
            beneath =
                roster.take_bottom(std::min(roster.h * 0.4F, asks_height(ui, asks(scene, drafts).size())));
            roster.take_bottom(ui::measure::gap);
        }
        add(intents, draw_roster(ui, scene, roster, drafts));
        if (!beneath.empty()) add(intents, draw_asks(ui, scene, beneath, drafts));
    }
    if (!at.side.empty()) {
        ui::Rect side = at.side;
        const bool two = scene.user.function != ovd;
        const auto top = side.take_top(std::min(side.h * 0.45F, two ? 300.F : 164.F));
        side.take_top(ui::measure::gap);
        add(intents, draw_now(ui, scene, top, drafts));
        add(intents, draw_points(ui, scene, side, drafts, zones.tabs.empty()));
    }
    if (!zones.bottom.empty())
        add(intents, scene.looking_back ? draw_timeline(ui, scene, zones.bottom, drafts)
                                        : draw_view_keys(ui, scene, zones.bottom, drafts));
}

void answer_keys(ui::Ui& ui, const Scene& scene, Drafts& drafts, Intents& intents) {
    if (drafts.dialog != Dialog::none) return;
    answer_paging(ui, scene, drafts);
    answer_choosing(ui, scene, drafts);
    if (ui::pressed(ui, Key::p)) open(drafts, Dialog::fairness);
    if (scene.looking_back) return;
    struct Opens {
        Key key;
        Dialog dialog;
        std::string_view type;
    };
    constexpr std::array acts{Opens{Key::r, Dialog::swap, SwapProposed::type},
                              Opens{Key::v, Dialog::take_over, DutyRostered::type},
                              Opens{Key::z, Dialog::absence, AbsenceReported::type},
                              Opens{Key::o, Dialog::handover, HandoverWritten::type},
                              Opens{Key::w, Dialog::rotation, RotationSet::type},
                              Opens{Key::x, Dialog::duty_end, DutyWithdrawn::type}};
    for (const auto& act : acts) {
        if (!ui::pressed(ui, act.key)) continue;
        if (auto why = words::not_allowed(scene.user.function, act.type); !why.empty())
            intents.push_back(Explain{std::move(why)});
        else
            open(drafts, act.dialog);
    }
    if (ui::pressed(ui, Key::d)) add(intents, confirm_handover(scene));
    if (!ui::pressed(ui, Key::j)) return;
    if (const auto* ask = chosen_ask(scene, drafts))
        add(intents, open_ask(scene, drafts, *ask));
    else
        intents.push_back(Explain{"Niets vraagt nu actie."});
}

} // namespace regiekamer::panels::piket
