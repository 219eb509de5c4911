// The header: real or exercise, which GRIP, since when, where, what comes next, what time, how old, what
// alarms.
#include "dashboard/panels/alarms/alarms.hpp"
#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/panels.hpp"
#include "dashboard/panels/trainer/trainer.hpp"
#include "dashboard/words/double_hour.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/refusal.hpp"
#include "dashboard/words/time_words.hpp"

#include <fmt/format.h>

namespace regiekamer::panels {
namespace {

using ui::Rect;
using ui::Style;
using ui::Ui;

/// Baselines of the two lines of a header cell, by its height.
float first_line(const Rect& cell) {
    return cell.y + cell.h * 0.43F;
}
float second_line(const Rect& cell) {
    return cell.y + cell.h * 0.75F;
}
constexpr float pad = 16;
/// Cells lower than the look's own hold smaller letters; in the lowest there is no room for the segments.
constexpr float ordinary_cell = 80, low_cell = 50, one_line_cell = 40;

/// Cells too low for two lines (200 % on a small screen) say the most important thing, and the rest behind it
/// where all of that fits.
bool one_line(const Rect& cell) {
    return cell.h < one_line_cell;
}
void draw_one_line(Ui& ui, const Rect& cell, Style style, ui::Colour colour, std::string_view words,
                   std::string_view rest = {}, ui::Colour rest_colour = {}) {
    const float y = cell.centre().y + ui::cap_height(style) / 2, width = cell.w - pad;
    float x = cell.x + pad / 2;
    x = ui::text_within(ui, style, {x, y}, width, colour, words) + 10;
    if (!rest.empty() && x + ui::width(ui, Style::secondary15, rest) < cell.right() - 4)
        ui::text(ui, Style::secondary15, {x, y}, rest_colour, rest);
}

bool exercise(const Scene& scene) {
    return scene.mode == Mode::exercise;
}

void draw_mode(Ui& ui, const Scene& scene, const Rect& cell) {
    const Rect block = cell.inset(0);
    if (exercise(scene)) {
        ui::stripes(ui, block);
        const float wide = ui::width(ui, Style::mode26, "OEFENING");
        const Style style = wide < cell.w ? Style::mode26 : Style::strong16;
        const float w = std::min(cell.w, ui::width(ui, style, "OEFENING") + (one_line(cell) ? 8.F : 24.F)),
                    h = std::min(44.F, cell.h - 4);
        const Rect plate{block.centre().x - w / 2, block.centre().y - h / 2, w, h};
        ui::fill(ui, plate, ui.palette.on_exercise);
        ui::text_in(ui, style, plate, ui.palette.exercise, "OEFENING", ui::Align::centre);
        return;
    }
    if (in_action(scene)) {
        ui::fill(ui, block, ui.palette.solid);
        ui::text_in(ui, Style::mode26, block, ui.palette.on_solid, "ECHT", ui::Align::centre);
    } else {
        ui::frame(ui, block, ui.palette.dim, 0, 2);
        ui::text_in(ui, Style::mode26, block, ui.palette.dim, "RUST", ui::Align::centre);
    }
}

constexpr float segment_step = 29, segments_width = 5 * segment_step;
void draw_segments(Ui& ui, ui::Point at, std::int64_t level) {
    for (int i = 0; i < 5; ++i) {
        const Rect part{at.x + static_cast<float>(i) * segment_step, at.y, 25, 6};
        if (i < level)
            ui::fill(ui, part, ui.palette.on_grip);
        else
            ui::frame(ui, part, ui.palette.on_grip_sub.faded(0.5F));
    }
}

/// Since when, in the longest words that fit: cut in the middle of a time it would say something else.
std::string since_words(const Ui& ui, const Scene& scene, const picture::Grip& grip, float width) {
    if (!grip.since) return "niet opgeschaald";
    const std::string near = words::clock_near(*grip.since, scene.now);
    std::string long_ago = words::minutes_of(scene.now - *grip.since);
    for (std::string words : {fmt::format("sinds {} · {}", near, long_ago), "sinds " + near, near})
        if (ui::width(ui, Style::secondary15, words) <= width) return words;
    return long_ago;
}

void draw_grip(Ui& ui, const Scene& scene, const Rect& cell) {
    if (!in_action(scene)) {
        if (!all_known(scene)) // an all-clear that may be false
            return draw_one_line(ui, cell, Style::strong17, ui.palette.text, "GRIP nog niet bekend");
        if (one_line(cell))
            return draw_one_line(ui, cell, Style::title24, ui.palette.text, "Geen inzet", "GRIP 0",
                                 ui.palette.dim);
        ui::text_within(ui, Style::title24, {cell.x + pad, first_line(cell)}, cell.w - pad, ui.palette.text,
                        "Geen inzet");
        ui::text_within(ui, Style::secondary15, {cell.x + pad, second_line(cell)}, cell.w - pad,
                        ui.palette.dim, "GRIP 0");
        return;
    }
    const auto grip = picture::grip_at(scene.picture, *scene.incident, scene.now);
    const auto level = static_cast<std::size_t>(grip.level.value);
    because(ui, cell, {grip.sequence});
    ui::fill(ui, cell, ui.palette.grip[level]);
    const Style style = cell.h < low_cell        ? Style::title24
                        : cell.h < ordinary_cell ? Style::answer30
                                                 : Style::grip40;
    if (one_line(cell))
        return draw_one_line(ui, cell, style, ui.palette.on_grip, fmt::format("GRIP {}", level),
                             grip.since ? "sinds " + words::clock_near(*grip.since, scene.now)
                                        : std::string("niet opgeschaald"),
                             ui.palette.on_grip_sub);
    const std::string title = fmt::format("GRIP {}", level);
    ui::text(ui, style, {cell.x + pad, first_line(cell) + (style == Style::grip40 ? 5.F : 0.F)},
             ui.palette.on_grip, title);
    ui::text_within(ui, Style::secondary15, {cell.x + pad, cell.y + cell.h * 0.75F}, cell.w - pad - 4,
                    ui.palette.on_grip_sub, since_words(ui, scene, grip, cell.w - pad - 4));
    if (cell.h >= ordinary_cell)
        draw_segments(ui, {cell.x + pad, cell.bottom() - 12}, grip.level.value);
    else if (const float x = cell.x + pad + ui::width(ui, style, title) + 14;
             cell.h >= low_cell && x + segments_width <= cell.right())
        draw_segments(ui, {x, first_line(cell) - 13}, grip.level.value); // beneath they would touch the words
}

std::string teams_in_words(const Scene& scene) {
    std::string teams;
    for (const auto& team : picture::active_teams(scene.picture, *scene.incident))
        teams += (teams.empty() ? "" : " + ") + std::string(words::label(team.team));
    if (!teams.empty()) return teams;
    return picture::all_went_home(scene.picture, *scene.incident) ? "alle teams naar huis"
                                                                  : "nog geen team gealarmeerd";
}

/// How many there are, and the highest GRIP when it is another's: that may never be out of sight.
std::string others_in_words(const Scene& scene, const std::vector<IncidentId>& active, std::int64_t shown) {
    std::int64_t highest = shown;
    const IncidentId* other = nullptr;
    for (const auto& one : active) {
        const auto level = picture::grip_at(scene.picture, one, scene.now).level.value;
        if (level > highest) {
            highest = level;
            other = &one;
        }
    }
    if (other == nullptr) return fmt::format("{} incidenten [I] · ", active.size());
    return fmt::format("ook GRIP {}: {} [I] · ", highest, words::incident(scene.picture, *other));
}

/// Where there is little room the municipality goes first: "Hoogwater Alblasserdam – Kade" is "Hoogwater –
/// Kade".
std::string without_municipality(const picture::Incident& incident, std::string title) {
    const std::string& named = incident.municipality.value;
    const auto at = named.empty() ? std::string::npos : title.find(" " + named);
    if (at != std::string::npos && at > 0) title.erase(at, named.size() + 1);
    return title;
}

/// Who has piket; where there is little room without initials.
std::string on_duty_words(const Ui& ui, const Scene& scene, float width) {
    std::string whole, brief;
    for (const char* function : {"OvD-Bz", "AC-Bz"}) {
        const auto duty = picture::on_duty(scene.picture, Function(function), scene.now);
        const std::string name =
            duty.person ? words::person(scene.picture, *duty.person) : std::string("niet ingevuld");
        const auto initials = name.find(". ");
        whole += fmt::format("{}{} {}", whole.empty() ? "" : " · ", function, name);
        brief += fmt::format("{}{} {}", brief.empty() ? "" : " · ", function,
                             initials == std::string::npos ? name : name.substr(initials + 2));
    }
    return ui::width(ui, Style::secondary15, whole) <= width ? whole : brief;
}

/// The title of the incident, in the largest letters in which it is whole.
void draw_title(Ui& ui, ui::Point baseline, float width, std::string_view title) {
    const auto fits = [&](Style style) { return ui::width(ui, style, title) <= width; };
    const Style style = fits(Style::title24)    ? Style::title24
                        : fits(Style::strong17) ? Style::strong17
                        : fits(Style::strong16) ? Style::strong16
                                                : Style::strong15;
    ui::text_within(ui, style, baseline, width, ui.palette.text, title);
}

Intents draw_incident(Ui& ui, const Scene& scene, const Rect& cell) {
    Intents intents;
    const float width = cell.w - 2 * pad;
    if (!in_action(scene)) {
        if (one_line(cell)) {
            draw_one_line(ui, cell, Style::strong17, ui.palette.text, "Alblasserdam – gewone dag");
            return intents;
        }
        draw_title(ui, {cell.x + pad, first_line(cell)}, width, "Alblasserdam – gewone dag");
        ui::text_within(ui, Style::secondary15, {cell.x + pad, second_line(cell)}, width, ui.palette.dim,
                        on_duty_words(ui, scene, width));
        return intents;
    }
    const auto active = picture::active_incidents(scene.picture, scene.now);
    if (active.size() > 1 && ui::touch(ui, "kop/incident", cell, "volgend incident"))
        for (std::size_t i = 0; i < active.size(); ++i)
            if (active[i] == *scene.incident)
                intents.push_back(ShowIncident{active[(i + 1) % active.size()]});
    const auto* incident = picture::find_incident(scene.picture, *scene.incident);
    if (incident != nullptr)
        because(ui, cell, {incident->title.sequence, incident->place.sequence, incident->addresses.sequence});
    std::string title = words::incident(scene.picture, *scene.incident);
    if (incident != nullptr && ui::width(ui, Style::strong16, title) > width)
        title = without_municipality(*incident, std::move(title));
    if (one_line(cell)) {
        const auto shown = picture::grip_at(scene.picture, *scene.incident, scene.now).level.value;
        draw_one_line(ui, cell, Style::strong17, ui.palette.text,
                      (active.size() > 1 ? others_in_words(scene, active, shown) : std::string()) + title);
        return intents;
    }
    draw_title(ui, {cell.x + pad, first_line(cell)}, width, title);
    std::string addresses, authority, teams = teams_in_words(scene);
    if (incident != nullptr && incident->addresses.value)
        addresses = fmt::format("{} adressen · ", incident->addresses.value->value);
    const auto level = picture::grip_at(scene.picture, *scene.incident, scene.now).level;
    if (cell.w > 300)
        authority = picture::authority_at(level) == picture::Authority::burgemeester
                        ? "gezag: burgemeester · "
                        : "gezag: voorzitter veiligheidsregio · ";
    const std::string others =
        active.size() > 1 ? others_in_words(scene, active, level.value) : std::string();
    std::string in_short = teams;
    constexpr std::string_view team_bz = "team Bevolkingszorg";
    if (const auto at = teams.find(team_bz); at != std::string::npos)
        in_short.replace(at, team_bz.size(), "team Bz");
    std::string about; // who is there goes before how many live there and who has the gezag
    for (const std::string& words :
         {fmt::format("{}{}{}{}", others, addresses, authority, teams),
          fmt::format("{}{}{}{}", others, addresses, authority, in_short),
          fmt::format("{}{}{}", others, authority, teams), fmt::format("{}{}{}", others, authority, in_short),
          others + teams, others + in_short}) {
        about = words;
        if (ui::width(ui, Style::secondary15, about) <= width) break;
    }
    ui::text_within(ui, Style::secondary15, {cell.x + pad, second_line(cell)}, width, ui.palette.dim, about);
    return intents;
}

/// As whom the next words are said: never to be forgotten.
void draw_speaking(Ui& ui, const Scene& scene, const Rect& cell) {
    ui::fill(ui, cell, ui.palette.raised);
    ui::fill(ui, {cell.x, cell.y, 4, cell.h}, ui.palette.attention);
    const float x = cell.x + pad, width = cell.w - pad - 8;
    const std::string words = "Spreekt als " + scene.user.function.value;
    if (one_line(cell))
        return draw_one_line(ui, cell, Style::strong16, ui.palette.attention, words, "Esc stopt",
                             ui.palette.text);
    const bool fits = ui::width(ui, Style::title21, words) <= width;
    ui::text_within(ui, fits ? Style::title21 : Style::strong16, {x, first_line(cell)}, width,
                    ui.palette.attention, words);
    ui::text_within(ui, Style::secondary15, {x, second_line(cell)}, width, ui.palette.text,
                    scene.user.person.empty()
                        ? std::string("Esc stopt")
                        : words::person(scene.picture, scene.user.person) + " · Esc stopt");
}

/// What comes next for this role: for who leads an exercise the next inject, else the next overleg.
void draw_meeting(Ui& ui, const Scene& scene, const Rect& cell) {
    if (scene.speaker) return draw_speaking(ui, scene, cell);
    ui::fill(ui, {cell.x, cell.y, 4, cell.h}, ui.palette.flow);
    const float x = cell.x + pad, width = cell.w - pad - 8;
    if (scene.script != nullptr &&
        trainer::draw_next_inject(ui, scene, cell, {x, first_line(cell)}, {x, second_line(cell)}))
        return;
    const auto meeting = picture::next_meeting(scene.picture, scene.user.function, scene.now);
    if (!meeting) {
        const auto others = picture::upcoming_meetings(scene.picture, scene.now);
        // cut before "voor u" it would say something else
        const std::string_view none = others.empty() ? "Geen overleg" : "Geen overleg voor u";
        const bool large = ui::width(ui, Style::title24, none) <= width;
        ui::text_within(ui, large ? Style::title24 : Style::strong16, {x, first_line(cell)}, width,
                        ui.palette.text, none);
        std::string more;
        if (!others.empty())
            more =
                fmt::format("wel {} {}", words::label(others.front().team),
                            words::clock_near(others.front().started.value_or(others.front().at), scene.now));
        if (scene.incident && !scene.looking_back &&
            words::not_allowed(scene.user.function, MeetingPlanned::type).empty()) {
            const std::string with_key = more + " · plan met [O]";
            if (more.empty())
                more = "plan er een met [O]";
            else if (ui::width(ui, Style::secondary15, with_key) <= width)
                more = with_key;
        }
        ui::text_within(ui, Style::secondary15, {x, second_line(cell)}, width, ui.palette.dim, more);
        return;
    }
    because(ui, cell, {meeting->sequence});
    const bool running = meeting->state == picture::MeetingState::running;
    const Instant at = meeting->started.value_or(meeting->at);
    // on another day its day is what must be read; the clock stands beneath it
    const bool today = picture::local_day(at) == picture::local_day(scene.now) || at - scene.now < hours(12);
    ui::text_within(
        ui, Style::title24, {x, first_line(cell)}, width, ui.palette.text,
        fmt::format("{} {}", words::label(meeting->team), today ? words::clock(at) : words::short_date(at)));
    std::string about =
        running ? fmt::format("bezig, {} min", meeting->used.count()) : words::due(meeting->at, scene.now);
    if (!today) about = words::clock(at) + " · " + about;
    if (running && meeting->phase) about += fmt::format(" · {}", words::label(*meeting->phase));
    if (!running && !meeting->place.empty()) about += " · " + meeting->place;
    const bool late = !running && meeting->at < scene.now - seconds(30);
    ui::text_within(ui, Style::secondary15, {x, second_line(cell)}, width,
                    late ? ui.palette.attention : ui.palette.dim, about);
}

void draw_clock(Ui& ui, const Scene& scene, const Rect& cell) {
    const bool small = cell.w < 220;
    std::string kind = "echte tijd", brief;
    if (scene.looking_back) {
        kind = "teruggekeken";
        brief = "terug"; // half of the long word would be none
    } else if (exercise(scene)) {
        const double rate = picture::exercise_rate(scene.picture);
        brief = rate > 0 ? "×" + words::number(rate, rate < 1 ? 1 : 0) : "stil";
        kind = "oefentijd " + brief;
    }
    const auto about = scene.looking_back ? ui.palette.attention : ui.palette.dim;
    if (one_line(cell))
        return draw_one_line(ui, cell, Style::title24, ui.palette.text, words::clock_seconds(scene.now), kind,
                             about);
    const Style style = cell.h < low_cell        ? Style::title24
                        : cell.h < ordinary_cell ? Style::answer30
                        : small                  ? Style::clock32
                                                 : Style::clock38;
    // which of the two hours it is, in the hour that comes twice, stands in full beneath the clock
    constexpr std::size_t hh_mm_ss = 8;
    ui::text(ui, style, {cell.x + pad, first_line(cell) + (cell.h < ordinary_cell ? 0.F : 6.F)},
             ui.palette.text, words::clock_seconds(scene.now).substr(0, hh_mm_ss));
    const float most = cell.w - pad - 4;
    const std::string twice(words::double_hour(scene.now)), which = twice + (twice.empty() ? "" : " · ");
    const std::string end = fmt::format(" · {}", brief.empty() ? kind : brief);
    std::string line = fmt::format("{}{} · {}", which, words::date(scene.now), kind);
    for (const auto& shorter : {fmt::format("{}{} · {}", which, words::short_date(scene.now), kind),
                                fmt::format("{}{}{}", which, words::short_date(scene.now), end),
                                twice.empty() ? words::short_date(scene.now) + end : twice + end})
        if (ui::width(ui, Style::secondary15, line) > most) line = shorter;
    ui::text_within(ui, Style::secondary15, {cell.x + pad, second_line(cell)}, most, about, line);
}

/// Who sits here, and so who says what is said; "naam onbekend" until they said it.
std::string who_in_words(const Ui& ui, const Scene& scene, float width) {
    const std::string& function = scene.user.function.value;
    if (!scene.user.person.empty()) return function + " · " + words::person(scene.picture, scene.user.person);
    for (const char* unknown : {" · naam onbekend [U]", " · uw naam? [U]", " · naam? [U]", " · wie? [U]"})
        if (ui::width(ui, Style::strong15, function + unknown) <= width) return function + unknown;
    return function + " · [U]";
}

/// Where there is one line: how old the data are, and who sits here as far as there is room.
void draw_age_and_who(Ui& ui, const Scene& scene, const Rect& cell, ui::Colour colour,
                      const std::string& heard) {
    const std::string old =
        scene.data.heard ? " · " + words::age(*scene.data.heard, scene.data.wall_now) : std::string();
    const float room = cell.w - pad;
    std::string age = heard;
    if (ui::width(ui, Style::strong15, heard + old) <= room) age += old;
    const float left = room - ui::width(ui, Style::strong15, age) - 10;
    std::string who = who_in_words(ui, scene, left);
    if (ui::width(ui, Style::secondary15, who) > left) who = scene.user.function.value;
    draw_one_line(ui, cell, Style::strong15, colour, age, who,
                  scene.user.person.empty() ? ui.palette.attention : ui.palette.dim);
}

std::string waiting_words(std::size_t unsent) {
    return fmt::format("{} wacht{}", unsent, unsent == 1 ? "" : "en");
}

/// The first that is no wider, else the last.
std::string longest_within(const Ui& ui, Style style, float width, std::initializer_list<std::string> all) {
    for (const auto& one : all)
        if (ui::width(ui, style, one) <= width) return one;
    return *(all.end() - 1);
}

/// What became of what was done here, as long as the room allows; `age` before it.
std::string sent_in_words(const Ui& ui, float width, const DataState& data, const std::string& age) {
    const auto longest = [&](std::initializer_list<std::string> all) {
        return longest_within(ui, Style::secondary15, width, all);
    };
    const std::string wait = waiting_words(data.unsent);
    if (data.kind != DataState::Kind::away)
        return data.unsent == 0 ? longest({age + "alles verstuurd", age.substr(0, age.find(" · "))})
                                : longest({age + fmt::format("{} niet bevestigd", data.unsent),
                                           fmt::format("{} niet bevestigd", data.unsent)});
    if (data.unsent == 0) return longest({age + "verbinding weg", "verbinding weg"});
    return longest({age + "verbinding weg · " + wait, "verbinding weg · " + wait, "weg · " + wait});
}

/// Why the hub does not fit, in the longest words that do; what waits goes before the reason.
std::string refusal_in_words(const Ui& ui, float width, const DataState& data) {
    std::string brief = data.trouble;
    for (const std::string_view begin :
         {"die hub heeft een ", "die hub is ", "die hub ", "de kopie hier is van een "})
        if (brief.starts_with(begin)) brief.erase(0, begin.size());
    if (constexpr std::string_view end = " bij deze werkplek"; brief.ends_with(end))
        brief.erase(brief.size() - end.size());
    const std::string wait = data.unsent == 0 ? std::string() : waiting_words(data.unsent) + " · ";
    return longest_within(ui, Style::secondary15, width,
                          {wait + data.trouble, wait + "hub " + brief, wait + brief});
}

/// Who sits here; "Gegevens van 04:37 · 12 s oud": over 60 s amber, over 5 min red.
void draw_data(Ui& ui, const Scene& scene, const Rect& cell) {
    const float x = cell.x + pad, width = cell.w - pad - 6;
    const DataState& data = scene.data;
    const auto age = data.heard ? data.wall_now - *data.heard : microseconds::max();
    const auto colour = age > minutes(5)    ? ui.palette.critical
                        : age > seconds(60) ? ui.palette.attention
                                            : ui.palette.text;
    std::string first = "Nog geen gegevens", second;
    // Beside the clock of an exercise, or of the moment looked at, the time of that clock.
    const Instant heard = !data.heard                             ? data.wall_now
                          : exercise(scene) || scene.looking_back ? scene.now - (data.wall_now - *data.heard)
                                                                  : *data.heard;
    switch (data.kind) {
    case DataState::Kind::connecting:
        second = "verbinding zoeken";
        break;
    case DataState::Kind::catching_up:
        first = "Gegevens inlezen";
        second = fmt::format("{} van {}", data.received, data.head);
        break;
    case DataState::Kind::live:
    case DataState::Kind::away:
        if (data.heard) {
            first = (cell.w < 200 ? "Van " : "Gegevens van ") + words::clock(heard);
            if (cell.w < 200 && data.kind == DataState::Kind::away) // how old is what counts now
                first = words::age(*data.heard, data.wall_now);
            second = words::age(*data.heard, data.wall_now) + " · ";
        }
        second = sent_in_words(ui, width, data, second);
        break;
    case DataState::Kind::refused:
        first = "Geen verbinding";
        if (data.heard) { // how old is never left out
            const std::string old = words::age(*data.heard, data.wall_now);
            first =
                longest_within(ui, Style::strong15, width, {first + " · " + old, "Geen hub · " + old, old});
        }
        second = refusal_in_words(ui, width, data);
        break;
    }
    const bool three = cell.h >= 66;
    const bool trouble = data.kind != DataState::Kind::live || age > seconds(60);
    if (one_line(cell)) {
        const bool unsent =
            data.kind == DataState::Kind::away || (data.unsent > 0 && data.kind != DataState::Kind::refused);
        if (unsent || trouble)
            draw_one_line(ui, cell, Style::strong15, unsent ? ui.palette.attention : colour,
                          unsent ? second : first);
        else
            draw_age_and_who(ui, scene, cell, colour, data.heard ? "Van " + words::clock(heard) : first);
        return;
    }
    // A name that would be cut has the second line; how old the data are then stands with their time.
    const bool apart = three && !trouble && data.heard && data.unsent == 0 && !scene.user.person.empty() &&
                       ui::width(ui, Style::strong15, who_in_words(ui, scene, width)) > width;
    if (apart) {
        const std::string lines[]{scene.user.function.value, words::person(scene.picture, scene.user.person)};
        for (int i = 0; i < 2; ++i)
            ui::text_within(ui, Style::strong15,
                            {x, cell.y + cell.h * (0.31F + 0.27F * static_cast<float>(i))}, width,
                            ui.palette.text, lines[i]);
        // How old is never left out: before that go what was sent and the words around the clock.
        std::string both = first + " · " + second;
        for (const std::string& shorter :
             {first + " · " + words::age(*data.heard, data.wall_now),
              words::clock(heard) + " · " + words::age(*data.heard, data.wall_now)})
            if (ui::width(ui, Style::secondary15, both) > width) both = shorter;
        ui::text_within(ui, Style::secondary15, {x, cell.y + cell.h * 0.84F}, width, ui.palette.dim, both);
        return;
    }
    const ui::Point top{x, three ? cell.y + cell.h * 0.31F : first_line(cell) - 3};
    if (!three && trouble) // where only one fits, trouble goes first
        ui::text_within(ui, Style::strong15, top, width, colour, first);
    else
        ui::text_within(ui, Style::strong15, top, width,
                        scene.user.person.empty() ? ui.palette.attention : ui.palette.text,
                        who_in_words(ui, scene, width));
    if (three) ui::text_within(ui, Style::strong15, {x, cell.y + cell.h * 0.58F}, width, colour, first);
    ui::text_within(ui, Style::secondary15, {x, three ? cell.y + cell.h * 0.84F : second_line(cell)}, width,
                    data.unsent > 0 || data.kind == DataState::Kind::away ? ui.palette.attention
                                                                          : ui.palette.dim,
                    second);
}

void draw_alarms(Ui& ui, const Scene& scene, const Rect& cell) {
    // who leads sees how many the players have, as the line beneath says which
    const auto tally =
        picture::tally(exercise(scene) && sees_script(seated(scene))
                           ? trainer::players_alarms(scene)
                           : picture::alarms_for(scene.picture, scene.user.function, scene.now));
    const std::size_t open = tally.fresh + tally.acknowledged;
    const bool filled = tally.fresh > 0 && !scene.looking_back; // the past raises no alarm
    const std::string count = open > 0           ? fmt::format("{} alarm{}", open, open == 1 ? "" : "en")
                              : all_known(scene) ? std::string("Geen alarm")
                                                 : std::string("Nog niet bekend");
    if (filled) ui::fill(ui, cell, ui.palette.alarm);
    const auto colour = filled ? ui.palette.on_alarm : ui.palette.text;
    float x = cell.x + 14;
    if (one_line(cell)) {
        if (open > 0) {
            ui::triangle(ui, {x + 6, cell.centre().y}, 16, colour);
            x += 14;
        }
        draw_one_line(ui, {x, cell.y, cell.right() - x, cell.h}, Style::strong17, colour, count,
                      alarms::why_silent(scene), colour);
        return;
    }
    if (open > 0) {
        ui::triangle(ui, {x + 9, first_line(cell) - 8}, 18, colour);
        x += 26;
    }
    const float width = cell.right() - x - 4;
    ui::text_within(ui, Style::lead20, {x, first_line(cell)}, width, colour, count);
    const auto silent = alarms::why_silent(scene);
    std::string unheard = fmt::format("{} nieuw · {}", tally.fresh, silent);
    if (ui::width(ui, Style::secondary15, unheard) > cell.w - 18) unheard = silent; // never cut before "uit"
    ui::text_within(ui, Style::secondary15, {cell.x + 14, second_line(cell)}, cell.w - 18,
                    filled ? ui.palette.on_alarm : ui.palette.dim,
                    !silent.empty()      ? unheard
                    : scene.looking_back ? "op dat moment"
                    : filled             ? fmt::format("{} niet bevestigd", tally.fresh)
                    : open == 0          ? "0 open"
                                         : "alle bevestigd");
}

} // namespace

Intents draw_header(Ui& ui, const Scene& scene, const ui::Zones& zones, Drafts& drafts) {
    ui::surface(ui, zones.header);
    const auto& cells = zones.cells;
    draw_mode(ui, scene, cells.mode);
    draw_grip(ui, scene, cells.grip);
    Intents intents;
    if (cells.meeting.empty() && scene.speaker)
        draw_speaking(ui, scene, cells.incident);
    else
        intents = draw_incident(ui, scene, cells.incident);
    if (!cells.meeting.empty()) draw_meeting(ui, scene, cells.meeting);
    draw_clock(ui, scene, cells.clock);
    if (!cells.data.empty()) draw_data(ui, scene, cells.data);
    if (!scene.waiting.empty()) {
        if (ui::touch(ui, "kop/niet bevestigd", cells.data, "wat niet bevestigd is"))
            open(drafts, Dialog::outbox);
    } else if (!scene.looking_back && !cells.data.empty() &&
               ui::touch(ui, "kop/wie", cells.data, "wie u bent")) {
        open(drafts, Dialog::who);
    }
    if (!scene.looking_back && in_action(scene) && ui::touch(ui, "kop/grip", cells.grip, "GRIP en opkomst"))
        intents.push_back(Show{View::grip});
    if (!scene.looking_back && !cells.meeting.empty() &&
        ui::touch(ui, "kop/overleg", cells.meeting, "het overleg"))
        intents.push_back(Show{View::overleg});
    draw_alarms(ui, scene, cells.alarms);
    if (!scene.looking_back && ui::touch(ui, "kop/alarmen", cells.alarms, "alle alarmen"))
        open(drafts, Dialog::alarms);
    for (const Rect& cell : {cells.clock, cells.data})
        if (!cell.empty()) ui::line(ui, {cell.x, cell.y + 1}, {cell.x, cell.bottom() - 1}, ui.palette.line);
    return intents;
}

} // namespace regiekamer::panels
