// What stands beside the question: the time that is left, whom to call, what to do first, what is not sure.
#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/log_lines.hpp"
#include "dashboard/panels/woken/woken.hpp"
#include "dashboard/words/double_hour.hpp"
#include "dashboard/words/journal_line.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace regiekamer::panels::woken {
namespace {

using ui::Rect;
using ui::Style;
using ui::Ui;

using ui::measure::padding;

bool is_here(const Scene& scene, const PersonId& person) {
    const auto& absences = scene.picture.roster->absences;
    return std::none_of(absences.begin(), absences.end(), [&](const auto& one) {
        const auto& away = one.second.value;
        return away.person == person && away.from <= scene.now && scene.now < away.until;
    });
}

/// Who fills the post of the function, else the deputy.
std::optional<PersonId> fills_post(const Scene& scene, const Function& function) {
    for (const auto& [id, post] : scene.picture.organisation->posts) {
        if (post.function.value != function) continue;
        for (const auto& person : {post.person.value, post.deputy.value})
            if (person && is_here(scene, *person)) return person;
    }
    return std::nullopt;
}

/// Who can be called for a function: who has its duty, else who fills its post, else the first registered for
/// it; nobody who is absent.
std::optional<PersonId> reachable(const Scene& scene, const Function& function) {
    if (const auto duty = picture::on_duty(scene.picture, function, scene.now); duty.person)
        return duty.person;
    if (auto person = fills_post(scene, function)) return person;
    for (const auto& [id, person] : scene.picture.roster->persons) {
        const auto& functions = person.registered.value.functions;
        if (!person.removed.value && is_here(scene, id) &&
            std::find(functions.begin(), functions.end(), function) != functions.end())
            return id;
    }
    return std::nullopt;
}

void draw_number(Ui& ui, const Scene& scene, const Rect& row, const Function& function) {
    const auto person = reachable(scene, function);
    const auto* known = person ? picture::find_person(scene.picture, *person) : nullptr;
    const std::string number = known != nullptr && known->phone ? *known->phone : "geen nummer bekend";
    const float left = ui::text_right(ui, known != nullptr ? Style::lead20 : Style::row16,
                                      {row.right() - padding, row.centre().y + 7},
                                      known != nullptr ? ui.palette.text : ui.palette.dim, number);
    const float room = left - row.x - padding - 12;
    ui::text_within(ui, Style::strong17, {row.x + padding, row.y + 26}, room, ui.palette.text,
                    words::sentence_case(function.value));
    ui::text_within(ui, Style::secondary15, {row.x + padding, row.y + 48}, room, ui.palette.dim,
                    person ? words::person(scene.picture, *person) : std::string("niemand ingevuld"));
}

struct Doubt {
    std::string text;
    Certainty state;
};

/// What of the picture nobody confirmed, in order of being written.
std::vector<Doubt> doubts_of(const Scene& scene, const IncidentId& incident) {
    std::vector<Doubt> doubts;
    for (const auto& column : picture::situation(scene.picture, incident))
        for (const auto* item : column.items)
            if (const auto& said = item->written.value;
                said.state == Certainty::onbevestigd || said.state == Certainty::onbekend)
                doubts.push_back({said.text, said.state});
    for (const auto& meeting : picture::meetings_of(scene.picture, incident, scene.now))
        for (const auto* finding : picture::findings_of(scene.picture, meeting.meeting))
            if (const auto& said = finding->noted.value;
                said.state == Certainty::onbevestigd || said.state == Certainty::onbekend)
                doubts.push_back({said.text, said.state});
    return doubts;
}

void draw_last_lines(Ui& ui, const Scene& scene, Rect body, Intents& intents) {
    ui::subsection(ui, body, "LAATSTE BERICHTEN · nieuwste eerst");
    const auto most = static_cast<std::size_t>(std::max(0.F, body.h / 38));
    for (const auto& entry :
         scene.log.newest(scene.upto, std::min<std::size_t>(most, 3),
                          [&](const auto& one) { return !is_noise(one) && may_read(scene, one); })) {
        const auto fact = scene.fetch(entry.sequence);
        if (fact == nullptr) continue;
        const Rect row = body.take_top(38);
        const auto line = words::journal_line(scene.picture, *fact);
        if (ui::row(ui, fmt::format("gewekt/bericht {}", entry.sequence), row))
            intents.push_back(LookAtMessage{entry.sequence});
        const float y = row.centre().y + 6;
        // a time of the hour that comes twice says which it is, and takes more room
        const float who = row.x + padding + (words::double_hour(entry.time).empty() ? 60.F : 86.F);
        ui::text(ui, Style::row16, {row.x + padding, y}, ui.palette.text, words::clock(entry.time));
        ui::text_within(ui, Style::secondary15, {who, y}, 110, ui.palette.dim, line.who);
        ui::text_within(ui, Style::row16, {who + 120, y}, row.right() - padding - who - 120, ui.palette.text,
                        line.text);
    }
}

} // namespace

void draw_counter(Ui& ui, const Scene& scene, const Rect& rect, const FunctionAttendance& alarm) {
    Rect body = ui::panel(ui, rect, "UITERLIJK AANWEZIG");
    const bool tight = body.h < 90;
    body = body.inset(padding + 4, tight ? 2 : 8);
    if (!alarm.norm_by) {
        ui::text_in(ui, Style::answer30, body.take_top(60), ui.palette.text,
                    words::minutes_of(alarm.spent) + " geleden");
        ui::text_in(ui, Style::row17, body.take_top(30), ui.palette.dim,
                    "voor deze functie is geen norm bekend");
        return;
    }
    const auto left = *alarm.norm_by - scene.now;
    const bool late = left <= microseconds(0);
    const std::string words = late ? words::minutes_of(-left) + " te laat" : "nog " + words::minutes_of(left);
    const bool large = body.h > 120 && ui::width(ui, Style::counter64, words) < body.w;
    const auto fits = [&](Style style) { return ui::width(ui, style, words) <= body.w; };
    ui::text_in(ui,
                large                   ? Style::counter64
                : fits(Style::answer30) ? Style::answer30
                : fits(Style::title24)  ? Style::title24
                                        : Style::strong18, // a time that is cut is another time
                body.take_top(large   ? 76
                              : tight ? 32
                                      : 40),
                late ? ui.palette.critical : ui.palette.text, words);
    const Rect bar = tight ? Rect{} : body.take_bottom(14);
    const std::string by = fmt::format("aanwezig vóór {}", words::clock_near(*alarm.norm_by, scene.now));
    std::string about =
        fmt::format("gealarmeerd {} · {} (norm {})", words::clock_near(alarm.alerted, scene.now), by,
                    alarm.norm_minutes->value);
    const Style style = tight ? Style::secondary15 : Style::row17;
    if (ui::width(ui, style, about) > body.w) about = by; // by when goes before since when
    ui::text_in(ui, style, body, ui.palette.text, about);
    if (tight) return;
    const auto whole = static_cast<double>(microseconds(minutes(alarm.norm_minutes->value)).count());
    const double gone = whole <= 0 ? 1 : static_cast<double>(alarm.spent.count()) / whole;
    ui::progress(ui, {bar.x, bar.y, bar.w, 8}, static_cast<float>(std::clamp(gone, 0.0, 1.0)),
                 late ? ui.palette.critical : ui.palette.attention);
}

void draw_numbers(Ui& ui, const Scene& scene, const Rect& rect) {
    static const std::array<Function, 4> functions{Function("leider CoPI"), Function("AC-Bz"),
                                                   Function("ARB"), Function("burgemeester")};
    Rect body = ui::panel(ui, rect, "BEL", "meldkamer: C2000 of 112");
    for (const auto& function : functions) {
        if (function == scene.user.function || body.h < 54) continue;
        const Rect row = body.take_top(std::min(62.F, body.h));
        ui::separator(ui, row);
        draw_number(ui, scene, row, function);
    }
}

namespace {

/// One of EERSTE 4: an action of this incident, or a line of the card that comes with "Ik kom".
struct FirstLine {
    const picture::Action* action = nullptr;
    const OfferedLine* line = nullptr;
    std::string title;
    std::optional<Instant> due;
};

std::vector<FirstLine> lines_of(const Scene& scene, const FunctionAttendance& alarm,
                                const std::vector<OfferedLine>& to_come) {
    std::vector<FirstLine> all;
    for (const auto* action : picture::mine(scene.picture, scene.user.function, scene.now))
        if (action->opened.value.incident == alarm.incident)
            all.push_back({action, nullptr, action->opened.value.title, action->due.value});
    for (const auto& line : to_come)
        all.push_back({nullptr, &line, line.line->title, line.due});
    std::stable_sort(all.begin(), all.end(), [](const FirstLine& a, const FirstLine& b) {
        return a.due.value_or(Instant::max()) < b.due.value_or(Instant::max());
    });
    return all;
}

void draw_first(Ui& ui, const Scene& scene, const FunctionAttendance& alarm, const FirstLine& one,
                const Rect& row, Drafts& drafts, Intents& intents) {
    const std::string id = "gewekt/actie " + (one.action ? one.action->id.value : one.line->line->nr);
    if (one.action != nullptr && ui::row(ui, id, row))
        open(drafts, Dialog::action_detail, one.action->id.value);
    ui::box_mark(ui, {row.x + 26, row.centre().y}, 18, ui.palette.dim, false);
    if (ui::touch(ui, id + "/gereed", {row.x + 8, row.y, 36, row.h}, "Gereed: " + one.title)) {
        if (one.action != nullptr)
            intents.push_back(
                Act{ActionFinished{one.action->id, std::nullopt}, "Gereed: " + one.title, std::nullopt});
        else
            add(intents, open_line(scene, alarm, *one.line, true));
    }
    const bool late = one.due && *one.due < scene.now;
    float right = row.right() - padding;
    if (late)
        right = ui::chip_right(ui, {right, row.centre().y}, words::due(*one.due, scene.now)).x;
    else if (one.due)
        right = ui::text_right(ui, Style::strong17, {right, row.centre().y + 6}, ui.palette.text,
                               words::due(*one.due, scene.now));
    ui::text_within(ui, Style::row17, {row.x + 50, row.centre().y + 6}, right - row.x - 64,
                    one.action != nullptr ? ui.palette.text : ui.palette.dim, one.title);
}

} // namespace

Intents draw_first_four(Ui& ui, const Scene& scene, const Rect& rect, const FunctionAttendance& alarm,
                        Drafts& drafts) {
    Intents intents;
    const auto to_come = first_lines(scene, alarm);
    const auto all = lines_of(scene, alarm, to_come);
    constexpr float lowest = 30;
    const float room = std::max(0.F, rect.h - ui::measure::section_head);
    const auto shown = std::min({std::size_t{4}, all.size(), static_cast<std::size_t>(room / lowest)});
    std::string remark = all.size() > shown ? fmt::format("nog {}", all.size() - shown) : std::string();
    if (!to_come.empty() && !alarm.answered)
        remark += (remark.empty() ? "" : " · ") + std::string("grijs: komt op uw lijst met [1] Ik kom");
    Rect body = ui::panel(ui, rect, fmt::format("EERSTE {} · uw acties", shown), remark);
    if (all.empty()) {
        ui::empty_text(ui, body, "Nog geen acties voor u bij dit incident. Open er een met [N].");
        return intents;
    }
    for (std::size_t at = 0; at < shown; ++at) {
        const Rect row = body.take_top(std::min(38.F, room / static_cast<float>(shown)));
        if (at > 0) ui::separator(ui, row);
        draw_first(ui, scene, alarm, all[at], row, drafts, intents);
    }
    return intents;
}

Intents draw_uncertain(Ui& ui, const Scene& scene, const Rect& rect, const FunctionAttendance& alarm) {
    Intents intents;
    const auto doubts = doubts_of(scene, alarm.incident);
    Rect body = ui::panel(ui, rect, fmt::format("NIET ZEKER · {}", doubts.size()));
    Rect last = body.take_bottom(body.h < 150 ? 0 : std::min(body.h / 2, 40 + 3 * 38.F));
    const auto view = ui::list(ui, "gewekt/niet zeker", body, static_cast<int>(doubts.size()), 38);
    for (int i = view.first; i < view.end(); ++i) {
        const auto& doubt = doubts[static_cast<std::size_t>(i)];
        const Rect row = view.row(i);
        if (i > view.first) ui::separator(ui, row);
        const float left = ui::text_right(ui, Style::strong16, {row.right() - padding, row.centre().y + 6},
                                          ui.palette.attention, words::label(doubt.state));
        ui::text_within(ui, Style::row16, {row.x + padding, row.centre().y + 6}, left - row.x - padding - 12,
                        ui.palette.text, doubt.text);
    }
    if (doubts.empty())
        ui::empty_text(ui, body, "Hier staat wat nog niet bevestigd is. Nu is daarvan niets gemeld.");
    if (!last.empty()) draw_last_lines(ui, scene, last, intents);
    return intents;
}

} // namespace regiekamer::panels::woken
