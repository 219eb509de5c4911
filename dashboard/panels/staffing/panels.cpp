// The four panels of BEZETTING.
#include "dashboard/panels/because.hpp"
#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/staffing/staffing.hpp"
#include "dashboard/picture/oto.hpp"
#include "dashboard/picture/time_zone.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/refusal.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::panels::staffing {
namespace {

using picture::Skill;
using ui::Rect;
using ui::Style;
using ui::Ui;

using ui::measure::padding;
constexpr float foot_height = 56, row_height = 56;

ui::ButtonKind may(const Scene& scene, std::string_view type) {
    return words::not_allowed(scene.user.function, type).empty() && !scene.looking_back
               ? ui::ButtonKind::plain
               : ui::ButtonKind::disabled;
}

/// The button under a list, and what of the list is hidden.
bool draw_foot(Ui& ui, const Scene& scene, Rect foot, const ui::ListView& view, std::string_view id,
               std::string_view verb, ui::Key key, std::string_view type) {
    const Rect place = foot.take_right(ui::button_width(ui, verb, ui::key_name(key)) + 24).inset(0, 6);
    ui::list_foot(ui, foot, view);
    return ui::button(ui, id, {place.x - 8, place.y, place.w, place.h}, verb, ui::key_name(key),
                      may(scene, type));
}

std::string_view words_of(Skill state) {
    switch (state) {
    case Skill::never:
        return "nooit geoefend";
    case Skill::lapsed:
        return "verlopen";
    case Skill::lapsing:
        return "verloopt";
    case Skill::valid:
        return "geoefend";
    }
    return {};
}

void draw_skill_mark(Ui& ui, Skill state, ui::Point at) {
    if (state == Skill::valid) return ui::check_mark(ui, at, 15, ui.palette.confirmation);
    ui::triangle(ui, at, 15, state == Skill::lapsing ? ui.palette.attention : ui.palette.critical);
}

std::string names_of(const std::vector<Function>& functions) {
    std::string text;
    for (const auto& function : functions)
        text += (text.empty() ? "" : ", ") + function.value;
    return text;
}

std::string year_of(Instant at) {
    const std::string date = words::date(at);
    return date.substr(date.size() - 4);
}

/// A moment of the next calendar year.
Instant a_year_later(Instant at) {
    const date::year_month_day day{picture::local_day(at)};
    return picture::day_start(date::local_days{(day.year() + date::years(1)) / 6 / 15});
}

/// Who stands in, else who does as a rule; and of an empty post what it is for.
std::string deputy_words(const Scene& scene, const picture::PostState& post) {
    if (post.deputy) return "vervanger " + words::person(scene.picture, *post.deputy);
    std::string words = "geen vervanger";
    if (post.asked == nullptr) return words;
    if (!post.asked->deputy.empty()) words += fmt::format(" (als regel de {})", post.asked->deputy);
    if (!post.person && !post.asked->task.empty()) words += " · " + post.asked->task;
    return words;
}

/// True when the user may; else says whose it is.
bool may_else_why(const Scene& scene, std::string_view type, Intents& intents) {
    if (scene.looking_back) return false;
    auto why = words::not_allowed(scene.user.function, type);
    if (why.empty()) return true;
    intents.push_back(Explain{std::move(why)});
    return false;
}

void draw_post(Ui& ui, const Scene& scene, const picture::PostState& post, const Rect& row, Drafts& drafts,
               Intents& intents) {
    because(ui, row, {post.sequence});
    if (ui::row(ui, "post/" + post.post.value, row) && may_else_why(scene, PostFilled::type, intents))
        open(drafts, Dialog::post, post.post.value);
    if (post.person)
        ui::check_mark(ui, {row.x + 24, row.y + 20}, 15, ui.palette.confirmation);
    else
        ui::triangle(ui, {row.x + 24, row.y + 20}, 15, ui.palette.critical);
    const float x = row.x + 46, width = row.right() - x - padding;
    const float left = ui::text_right(ui, Style::strong16, {row.right() - padding, row.y + 24},
                                      post.person ? ui.palette.text : ui.palette.critical,
                                      post.person ? ui::shortened(ui, Style::strong16, row.w * 0.5F,
                                                                  words::person(scene.picture, *post.person))
                                                  : std::string("Niet ingevuld"));
    ui::text_within(ui, Style::row17, {x, row.y + 24}, left - x - 10, ui.palette.text, post.function.value);
    ui::text_within(ui, Style::secondary15, {x, row.y + 46}, width,
                    post.deputy ? ui.palette.dim : ui.palette.attention, deputy_words(scene, post));
}

} // namespace

Intents draw_posts(Ui& ui, const Scene& scene, const Rect& rect, Drafts& drafts) {
    Intents intents;
    const auto posts = picture::post_states(scene.picture, scene.catalogue.posts);
    const auto vacant =
        std::count_if(posts.begin(), posts.end(), [](const auto& post) { return !post.person; });
    Rect body = ui::panel(ui, rect, fmt::format("BEZETTING · {} posten · leeg eerst", posts.size()),
                          posts.empty() ? std::string("nog geen posten")
                          : vacant == 0 ? "alles ingevuld"
                                        : fmt::format("{} leeg", vacant));
    const Rect foot = body.take_bottom(foot_height);
    const auto view = ui::list(ui, "posten", body, static_cast<int>(posts.size()), row_height);
    for (int i = view.first; i < view.end(); ++i) {
        if (i > view.first) ui::separator(ui, view.row(i));
        draw_post(ui, scene, posts[static_cast<std::size_t>(i)], view.row(i), drafts, intents);
    }
    if (posts.empty())
        ui::empty_text(ui, body,
                       "Hier staan de functies van de lokale crisisorganisatie. Voeg een post toe met [B].");
    if (draw_foot(ui, scene, foot, view, "posten/nieuw", "Post toevoegen", ui::Key::b, PostFilled::type))
        open(drafts, Dialog::post);
    return intents;
}

Intents draw_skills(Ui& ui, const Scene& scene, const Rect& rect, Drafts& drafts) {
    Intents intents;
    const auto skills = picture::person_skills(scene.picture, scene.now);
    const auto valid = std::count_if(skills.begin(), skills.end(), [](const auto& one) {
        return one.state == Skill::valid || one.state == Skill::lapsing;
    });
    Rect body = ui::panel(ui, rect,
                          fmt::format("GEOEFENDHEID · {} {} · eerst wie het mist", skills.size(),
                                      skills.size() == 1 ? "mens" : "mensen"),
                          fmt::format("{} geoefend", valid));
    const Rect foot = body.take_bottom(foot_height);
    const auto view = ui::list(ui, "geoefendheid", body, static_cast<int>(skills.size()), row_height);
    for (int i = view.first; i < view.end(); ++i) {
        const auto& skill = skills[static_cast<std::size_t>(i)];
        const Rect row = view.row(i);
        if (i > view.first) ui::separator(ui, row);
        const std::string name = words::person(scene.picture, skill.person);
        std::vector<Sequence> records;
        for (const auto& record : skill.records)
            records.push_back(record.sequence);
        because(ui, row, records);
        if (ui::row(ui, "geoefend/" + skill.person.value, row) &&
            may_else_why(scene, TrainingRecorded::type, intents)) {
            open(drafts, Dialog::training);
            drafts.text = name;
        }
        draw_skill_mark(ui, skill.state, {row.x + 24, row.y + 20});
        std::string state(words_of(skill.state));
        if (skill.valid_until)
            state += fmt::format(" {}{}", skill.state == Skill::valid ? "tot " : "",
                                 words::date(*skill.valid_until));
        const float x = row.x + 46;
        const float left =
            ui::text_right(ui, Style::strong16, {row.right() - padding, row.y + 24}, ui.palette.text, state);
        ui::text_within(ui, Style::row17, {x, row.y + 24}, left - x - 10, ui.palette.text, name);
        std::string about = names_of(skill.functions);
        if (!skill.records.empty())
            about += fmt::format(" · laatst {}, {} · {} keer", skill.records.front().value.subject,
                                 words::date(skill.records.front().value.at), skill.records.size());
        ui::text_within(ui, Style::secondary15, {x, row.y + 46}, row.right() - x - padding, ui.palette.dim,
                        about);
    }
    if (skills.empty())
        ui::empty_text(ui, body,
                       "Hier staat wie geoefend is: wie een post heeft of in het rooster staat. Leg een "
                       "oefening vast met "
                       "[D], of lees er een "
                       "in: regiekamerctl import training JOURNAAL.");
    if (draw_foot(ui, scene, foot, view, "geoefendheid/nieuw", "Oefening vastleggen", ui::Key::d,
                  TrainingRecorded::type))
        open(drafts, Dialog::training);
    return intents;
}

Intents draw_plan(Ui& ui, const Scene& scene, const Rect& rect, Drafts& drafts) {
    auto plan = picture::plan_of_year(scene.picture, scene.now);
    const std::size_t this_year = plan.size();
    for (auto& one : picture::plan_of_year(scene.picture, a_year_later(scene.now)))
        plan.push_back(std::move(one)); // what is planned for the next may not vanish until January
    const std::string years =
        year_of(scene.now) +
        (plan.size() > this_year ? " EN " + year_of(a_year_later(scene.now)) : std::string());
    Rect body = ui::panel(ui, rect, fmt::format("OTO-PLAN {} · {} · op datum", years, plan.size()));
    const Rect foot = body.take_bottom(foot_height);
    const auto view = ui::list(ui, "oto-plan", body, static_cast<int>(plan.size()), row_height);
    for (int i = view.first; i < view.end(); ++i) {
        const auto& one = plan[static_cast<std::size_t>(i)];
        const Rect row = view.row(i);
        if (i > view.first) ui::separator(ui, row);
        const bool over = one.planned.value.at < scene.now;
        because(ui, row, {one.planned.sequence});
        const float y = row.y + 24;
        const std::string when = static_cast<std::size_t>(i) < this_year
                                     ? words::date_clock(one.planned.value.at)
                                     : words::date(one.planned.value.at);
        std::string title = when + " · " + one.planned.value.subject;
        const auto& functions = one.planned.value.functions;
        std::string about = functions.empty() ? "voor iedereen" : names_of(functions);
        const std::string state =
            over ? fmt::format("{} aanwezig", one.attended) : words::due(one.planned.value.at, scene.now);
        // Where both do not fit what it is about has the line, and the state goes beside for whom it is.
        const float room = row.w - 2 * padding;
        if (ui::width(ui, Style::strong16, title) > room) { // a long subject has the line for itself
            title = one.planned.value.subject;
            about = when + " · " + about;
        }
        const bool beside = ui::width(ui, Style::strong16, title + state) + 10 <= room;
        const float left =
            ui::text_right(ui, Style::strong16, {row.right() - padding, beside ? y : row.y + 46},
                           over && one.attended == 0 ? ui.palette.attention : ui.palette.text, state);
        const float until = left - row.x - padding - 10;
        ui::text_within(ui, Style::strong16, {row.x + padding, y}, beside ? until : room, ui.palette.text,
                        title);
        ui::text_within(ui, Style::secondary15, {row.x + padding, row.y + 46}, beside ? room : until,
                        ui.palette.dim, about);
    }
    if (plan.empty())
        ui::empty_text(ui, body, "Voor dit jaar is nog niets gepland. Plan een oefening met [J].");
    if (draw_foot(ui, scene, foot, view, "oto-plan/nieuw", "Oefening plannen", ui::Key::j,
                  TrainingPlanned::type))
        open(drafts, Dialog::plan_training);
    return {};
}

void draw_gaps(Ui& ui, const Scene& scene, const Rect& rect) {
    using Kind = picture::OtoGap::Kind;
    const auto gaps = picture::oto_gaps(scene.picture, scene.now, scene.catalogue.posts);
    Rect body = ui::panel(ui, rect, fmt::format("ONTBREEKT · {}", gaps.size()));
    Rect foot = body.take_bottom(34);
    const auto view = ui::list(ui, "oto-gaten", body, static_cast<int>(gaps.size()), 50);
    for (int i = view.first; i < view.end(); ++i) {
        const auto& gap = gaps[static_cast<std::size_t>(i)];
        const Rect row = view.row(i);
        if (i > view.first) ui::separator(ui, row);
        const bool red = gap.kind == Kind::post_vacant;
        ui::triangle(ui, {row.x + 24, row.y + 18}, 14, red ? ui.palette.critical : ui.palette.attention);
        std::string title, about;
        if (gap.kind == Kind::post_vacant) {
            title = "Post leeg: " + gap.function.value;
            about = "wijs iemand aan";
        } else if (gap.kind == Kind::lapses_unplanned) {
            title = words::person(scene.picture, *gap.person) +
                    (gap.by ? fmt::format(": {} {}", *gap.by <= scene.now ? "verlopen" : "verloopt",
                                          words::short_date(*gap.by))
                            : ": nooit geoefend");
            about = "niets gepland voor " + gap.function.value;
        } else {
            title = "Dit jaar geen oefening: " + gap.function.value;
            about = "plan er een vóór 31 december";
        }
        ui::text_within(ui, Style::strong16, {row.x + 46, row.y + 22}, row.w - 60, ui.palette.text, title);
        ui::text_within(ui, Style::secondary15, {row.x + 46, row.y + 43}, row.w - 60, ui.palette.dim, about);
    }
    if (gaps.empty())
        ui::empty_text(ui, body,
                       picture::post_states(scene.picture, scene.catalogue.posts).empty()
                           ? "Nog geen posten ingevuld. Pas daarna is te zeggen wat er ontbreekt."
                           : "Niets: elke post is gevuld, geoefend en staat in het plan.");
    ui::list_foot(ui, foot, view);
}

} // namespace regiekamer::panels::staffing
