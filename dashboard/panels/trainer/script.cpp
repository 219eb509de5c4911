// DRAAIBOEK: every inject with what became of it, the chosen one opened with what is expected and what can be
// done; it keeps itself in sight.
#include "dashboard/panels/trainer/clock.hpp"
#include "dashboard/panels/trainer/trainer.hpp"

#include "dashboard/words/inject_words.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace regiekamer::panels::trainer {
namespace {

using ui::ButtonKind;
using ui::Rect;
using ui::Style;
using ui::Ui;

constexpr float inject_height = 54, now_height = 24, button_gap = 8;
/// In a section narrower than this verbs are short; in one lower than that there is no foot.
constexpr float narrow_below = 480, low_below = 300, button_height = 40;

/// What the players are to do: in the words of the draaiboek, then the expectations that wait for it.
std::string expected_words(const Scene& scene, const MeasuredInject& one) {
    std::string words = one.inject == nullptr ? "" : one.inject->expected;
    for (const auto at : one.expectations) {
        const auto& measured = scene.script->results.expectations[at];
        if (!words.empty()) words += " · ";
        words += expectation_words(measured);
        if (measured.expectation->within)
            words += " (binnen " + words::duration(*measured.expectation->within) + ")";
    }
    return words.empty() ? std::string("verwacht: niets vastgelegd") : "verwacht: " + words;
}

/// "als niet: X": when a condition decides whether it is said at all.
std::string condition_words(const Scene& scene, const MeasuredInject& one) {
    if (one.inject == nullptr || one.inject->conditions.empty()) return {};
    const auto& condition = one.inject->conditions.front();
    std::string what = condition.expectation;
    for (const auto& expectation : scene.script->scenario->expectations)
        if (expectation.id == condition.expectation && !expectation.text.empty()) what = expectation.text;
    return (condition.met ? "als gedaan: " : "als niet gedaan: ") + what;
}

/// Of several expectations the one that needs an eye first.
const Measured* most_urgent(const Scene& scene, const MeasuredInject& one) {
    const auto rank = [](Score score) {
        constexpr std::array order{Score::missed, Score::open, Score::late, Score::met, Score::not_asked};
        return std::find(order.begin(), order.end(), score) - order.begin();
    };
    const Measured* worst = nullptr;
    for (const auto at : one.expectations) {
        const auto& measured = scene.script->results.expectations[at];
        if (worst == nullptr || rank(measured.score) < rank(worst->score)) worst = &measured;
    }
    return worst;
}

void draw_mark(Ui& ui, ui::Point at, const MeasuredInject& one) {
    switch (one.state) {
    case InjectState::planned:
        return ui::box_mark(ui, at, 13, ui.palette.text, false);
    case InjectState::delivered:
        return ui::play_mark(ui, at, 14, ui.palette.flow);
    case InjectState::held:
        return ui::pause_mark(ui, at, 13, ui.palette.attention);
    case InjectState::skipped:
        return ui::cross_mark(ui, at, 13, ui.palette.dim);
    case InjectState::not_applicable:
        return ui::line(ui, {at.x - 6, at.y}, {at.x + 6, at.y}, ui.palette.dim, 2);
    }
}

std::string state_words(const MeasuredInject& one) {
    std::string words(words::word_of(one.state));
    if (one.state == InjectState::planned)
        words = (one.moved ? "verplaatst " : "gepland ") + words::clock(one.at);
    if (one.times > 1) words += fmt::format(" {}×", one.times);
    if (one.state == InjectState::delivered && one.read) words += " · gelezen";
    return words;
}

/// The second line at the right; a missed reaction is a chip. Returns where it begins.
float draw_result(Ui& ui, const Scene& scene, const MeasuredInject& one, ui::Point end, float most) {
    std::string words = one.reason;
    ui::Colour colour = ui.palette.dim;
    Style style = Style::secondary15;
    if (one.state == InjectState::delivered) {
        const auto* worst = most_urgent(scene, one);
        if (worst == nullptr) return end.x;
        words = fmt::format("{}, {}", word(*worst), outcome_words(scene, *worst));
        if (worst->score == Score::missed)
            return ui::chip_right(ui, {end.x, end.y - 5}, words, Style::strong15).x;
        style = Style::strong15;
        colour = worst->score == Score::met ? ui.palette.text : ui.palette.attention;
        if (worst->score == Score::open) colour = ui.palette.text;
    } else if (one.state == InjectState::planned && one.at <= scene.now) {
        const bool overdue = overdue_inject(scene) != nullptr;
        words = overdue ? countdown(scene.now - one.at) + " te laat" : std::string("nu");
        if (overdue) style = Style::strong15, colour = ui.palette.critical;
    } else if (one.state == InjectState::planned && one.at - scene.now < hours(1)) {
        words = "over " + countdown(one.at - scene.now);
        style = Style::strong15, colour = ui.palette.text;
    }
    words = ui::shortened(ui, style, most, words);
    return words.empty() ? end.x : ui::text_right(ui, style, end, colour, words);
}

/// The two lines of an inject.
void draw_lines(Ui& ui, const Scene& scene, const MeasuredInject& one, const Rect& row, bool opened) {
    const float first = row.y + 22, second = row.y + 43, x = row.x + padding;
    const bool over = one.state == InjectState::skipped || one.state == InjectState::not_applicable;
    const auto colour = over ? ui.palette.dim : ui.palette.text;
    const float text = x + (row.w < narrow_below ? 82 : 104), right = row.right() - padding;
    ui::text(ui, Style::strong16, {x, first}, colour, offset(scene, one.at));
    if (row.w >= narrow_below) draw_mark(ui, {x + 84, first - 6}, one);
    const float state =
        ui::text_right(ui, Style::secondary15, {right, first}, ui.palette.dim, state_words(one));
    const std::string both = one.from + " → " + one.to;
    const bool apart = opened && ui::width(ui, Style::strong16, both) > state - text - 10;
    ui::text_within(ui, Style::strong16, {text, first}, state - text - 10, colour,
                    !opened ? one.text
                    : apart ? "→ " + one.to
                            : both);
    ui::text_within(ui, Style::secondary15, {x, second}, text - x - 6, ui.palette.dim,
                    fmt::format("{}{}", one.inject == nullptr ? "" : "nr ", one.nr.value) +
                        (one.aim ? " · " + *one.aim : ""));
    const float result = draw_result(ui, scene, one, {right, second}, row.w * 0.42F);
    std::string about = apart    ? one.from + " · " + one.medium
                        : opened ? one.medium
                                 : fmt::format("{} → {} · {}", one.from, one.to, one.medium);
    const auto condition = condition_words(scene, one);
    if (!opened && !condition.empty() && one.state == InjectState::planned) about += " · " + condition;
    ui::text_within(ui, Style::secondary15, {text, second}, result - text - 10, ui.palette.dim, about);
}

struct Verb {
    std::string_view id, verb, key;
    ButtonKind kind = ButtonKind::plain;
};

std::vector<Verb> verbs(const Scene& scene, const MeasuredInject& one, bool brief) {
    if (!leads(scene) || scene.looking_back) return {};
    if (one.state == InjectState::delivered) return {{"opnieuw", "Opnieuw verzenden", "O"}};
    std::vector<Verb> all{{"nu", "Nu verzenden", "Enter", ButtonKind::main}};
    if (one.state != InjectState::planned) {
        all.push_back({"weer", "Weer plannen", "H"});
        return all;
    }
    all.push_back({"vervalt", brief ? "Vervalt" : "Laten vervallen", "Del"});
    all.push_back({"houd", brief ? "Houd" : "Aanhouden", "H"});
    all.push_back({"later", brief ? "Later" : "5 min later", "+"});
    all.push_back({"eerder", brief ? "Eerder" : "5 min eerder", "−"});
    return all;
}

Intents does(const Scene& scene, Drafts& drafts, const MeasuredInject& one, std::string_view id) {
    if (id == "opnieuw") return deliver(scene, one);
    if (id == "vervalt" || id == "houd") return ask_reason(scene, drafts, one, id == "houd");
    if (id == "later" || id == "eerder") return move_by(scene, one, minutes(id == "later" ? 5 : -5));
    if (id == "weer") return move_by(scene, one, minutes(0));
    drafts.trainer.chosen.clear(); // on to the next one
    return deliver(scene, one);
}

/// How many lines of buttons they need.
float buttons_height(const Ui& ui, const std::vector<Verb>& all, float width) {
    if (all.empty()) return 0;
    float left = width, height = button_height;
    for (const auto& one : all) {
        const float wide = ui::button_width(ui, one.verb, one.key, button_height);
        if (wide > left && left < width) height += button_height + button_gap, left = width;
        left -= wide + button_gap;
    }
    return height + 12;
}

/// What the opened one says beneath its two lines.
struct Opened {
    std::string expected, note;
    std::vector<Verb> verbs;
    float text_height = 0, expected_height = 0, note_height = 0, buttons = 0;
    [[nodiscard]] float height() const {
        return inject_height + text_height + expected_height + note_height + buttons + 10;
    }
};

Opened opened_of(const Ui& ui, const Scene& scene, const MeasuredInject& one, float width, float most) {
    Opened opened;
    opened.expected = expected_words(scene, one);
    if (one.inject != nullptr && !one.inject->note.empty()) opened.note = "voor u: " + one.inject->note;
    if (auto condition = condition_words(scene, one); !condition.empty())
        opened.expected = condition + "\n" + opened.expected;
    opened.verbs = verbs(scene, one, width < narrow_below || most < low_below - 100);
    opened.buttons = buttons_height(ui, opened.verbs, width);
    float left = most - inject_height - opened.buttons - 10;
    const auto part = [&](Style style, const std::string& words, int lines) {
        const float line = ui::line_height(style);
        const float wanted =
            std::min(ui::wrapped_height(ui, style, width, words) + 4, line * static_cast<float>(lines) + 4);
        const float given = left < line + 4 ? 0 : std::min(wanted, std::floor((left - 4) / line) * line + 4);
        left -= given;
        return given;
    };
    opened.text_height = part(Style::row17, one.text, 5);
    opened.expected_height = part(Style::strong15, opened.expected, 4);
    if (!opened.note.empty()) opened.note_height = part(Style::secondary15, opened.note, 4);
    return opened;
}

Intents draw_opened(Ui& ui, const Scene& scene, const MeasuredInject& one, const Opened& opened, Rect body,
                    Drafts& drafts) {
    body.take_top(inject_height);
    const auto part = [&](Style style, float height, ui::Colour colour, const std::string& words) {
        if (height <= 0) return;
        const Rect place = body.take_top(height);
        ui::text_wrapped(ui, style, {place.x, place.y, place.w, place.h - 2}, colour, words);
    };
    part(Style::row17, opened.text_height, ui.palette.text, one.text);
    part(Style::strong15, opened.expected_height, ui.palette.text, opened.expected);
    part(Style::secondary15, opened.note_height, ui.palette.dim, opened.note);
    body.take_top(6);
    Rect line = body.take_top(button_height);
    for (const auto& verb : opened.verbs) {
        const float wide = ui::button_width(ui, verb.verb, verb.key, button_height);
        if (wide > line.w && line.w < body.w) {
            body.take_top(button_gap);
            line = body.take_top(button_height);
        }
        const Rect place = line.take_left(wide);
        line.take_left(button_gap);
        if (ui::button(ui, fmt::format("inject/{}", verb.id), place, verb.verb, verb.key, verb.kind))
            return does(scene, drafts, one, verb.id);
    }
    return {};
}

/// Which rows show: the chosen one in sight, what went before it above.
std::size_t first_shown(const std::vector<float>& heights, std::size_t at, float room, int scrolled) {
    std::size_t first = at;
    float above = 0;
    const float most = std::max(0.F, std::min(room * 0.5F, room - heights[at]));
    while (first > 0 && above + heights[first - 1] <= most)
        above += heights[--first];
    float beneath = 0;
    for (std::size_t i = first; i < heights.size(); ++i)
        beneath += heights[i];
    while (first > 0 && beneath + heights[first - 1] <= room)
        beneath += heights[--first];
    const auto wanted = static_cast<std::ptrdiff_t>(first) + scrolled;
    return static_cast<std::size_t>(
        std::clamp<std::ptrdiff_t>(wanted, 0, static_cast<std::ptrdiff_t>(heights.size()) - 1));
}

/// As much of it as fits; it always closes.
std::string counts_words(const Ui& ui, const measure::InjectCounts& counts, float room) {
    const auto other = counts.skipped + counts.held + counts.not_applicable;
    const std::string first = fmt::format("verzonden {} · gepland {}", counts.delivered, counts.planned);
    std::string words = first;
    if (counts.skipped > 0) words += fmt::format(" · vervallen {}", counts.skipped);
    if (counts.held > 0) words += fmt::format(" · aangehouden {}", counts.held);
    if (counts.not_applicable > 0) words += fmt::format(" · niet aan de orde {}", counts.not_applicable);
    if (ui::width(ui, Style::secondary15, words) <= room) return words;
    words = fmt::format("{} · anders {}", first, other);
    if (ui::width(ui, Style::secondary15, words) <= room) return words;
    return fmt::format("verzonden {} van {}", counts.delivered, counts.all());
}

void draw_earlier(Ui& ui, const Rect& line, const std::vector<MeasuredInject>& all, std::size_t first) {
    std::size_t told = 0;
    for (std::size_t i = 0; i < first; ++i)
        told += all[i].state == InjectState::delivered;
    const float y = line.centre().y + 5;
    const std::string words =
        first == 0 ? std::string("begin van het draaiboek")
                   : fmt::format("eerder: {} inject{}, {} verzonden", first, first == 1 ? "" : "s", told);
    float right = line.right() - padding;
    for (const char* keys : {"↑ ↓ kies · PgUp blader", "↑ ↓ · PgUp", "PgUp"})
        if (ui::width(ui, Style::secondary15, words) + ui::width(ui, Style::secondary15, keys) + 10 <=
            line.w - 2 * padding) {
            right = ui::text_right(ui, Style::secondary15, {right, y}, ui.palette.dim, keys);
            break;
        }
    ui::text_within(ui, Style::secondary15, {line.x + padding, y}, right - line.x - padding - 10,
                    ui.palette.dim, words);
}

void draw_foot(Ui& ui, const Scene& scene, Rect foot, std::size_t below, Drafts& drafts) {
    ui::separator(ui, foot);
    const auto& all = scene.script->results.injects;
    if (leads(scene) && !scene.looking_back) {
        const float w = ui::button_width(ui, "Nieuwe inject", "N", 36);
        const Rect place = foot.take_right(w + 8).inset(4, foot.h < 44 ? 1 : 4);
        if (ui::button(ui, "draaiboek/nieuw", place, "Nieuwe inject", "N")) open(drafts, Dialog::inject);
    }
    const std::string words = below == 0 ? std::string("einde van het draaiboek")
                                         : fmt::format("nog {}: tot nr {}, {}", below, all.back().nr.value,
                                                       offset(scene, all.back().at));
    ui::text_within(ui, Style::strong15, {foot.x + padding, foot.centre().y + 5}, foot.w - padding - 8,
                    ui.palette.dim, words);
}

void draw_now(Ui& ui, const Scene& scene, const Rect& line) {
    const std::string words =
        fmt::format("nu {} · {}", words::clock_seconds(scene.now), offset(scene, scene.now));
    const float y = line.centre().y;
    ui::line(ui, {line.x, y}, {line.x + 14, y}, ui.palette.text, 2);
    const float end = ui::text(ui, Style::strong15, {line.x + 20, y + 5}, ui.palette.text, words);
    ui::line(ui, {end + 8, y}, {line.right(), y}, ui.palette.text, 2);
}

} // namespace

Intents draw_script(Ui& ui, const Scene& scene, const Rect& rect, Drafts& drafts) {
    Intents intents;
    const auto& results = scene.script->results;
    const auto& all = results.injects;
    const std::string title = fmt::format("DRAAIBOEK · {} INJECTS", all.size());
    const float room = rect.w - 50 - ui::width_of_capitals(ui, Style::section14, title);
    const std::string remark = counts_words(ui, results.inject_counts, room);
    Rect body = ui::panel(ui, rect, title, remark);
    if (all.empty()) {
        ui::empty_text(ui, body, "Dit draaiboek heeft geen injects. Met [N] bedenkt u er een.");
        return intents;
    }
    const bool low = rect.h < low_below;
    const Rect earlier = body.take_top(low ? 0.F : 28.F), foot = body.take_bottom(low ? 36.F : 44.F);
    const auto* now = chosen(scene, drafts);
    const auto at = static_cast<std::size_t>(now - all.data());
    const float width = body.w - 2 * padding;
    // others are in sight beside the opened one, where there is room
    const float beside = body.h > 420 ? 2 * inject_height : body.h > 300 ? inject_height : 0;
    const float most = body.h - (beside > 0 ? beside + now_height : 0);
    const auto opened = opened_of(ui, scene, *now, width, most);
    std::vector<float> heights(all.size(), inject_height);
    heights[at] = std::min(opened.height(), body.h);
    const auto line = static_cast<std::size_t>( // the first that is still to come has nu above it
        std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.at > scene.now; }) -
        all.begin());
    const bool with_now = line < all.size() && !low;
    if (with_now) heights[line] += now_height;
    if (const float notches = ui::wheel(ui, body); notches != 0)
        drafts.trainer.scrolled -= static_cast<int>(std::lround(notches * 3));
    const auto count = static_cast<int>(all.size());
    drafts.trainer.scrolled = std::clamp(drafts.trainer.scrolled, -count, count);
    const auto first = first_shown(heights, at, body.h, drafts.trainer.scrolled);
    if (!low) draw_earlier(ui, earlier, all, first);
    std::size_t i = first;
    for (; i < all.size() && (body.h >= heights[i] || i == first); ++i) {
        if (with_now && i == line) draw_now(ui, scene, body.take_top(now_height));
        const auto& one = all[i];
        const Rect row = body.take_top(heights[i] - (with_now && i == line ? now_height : 0));
        if (i > first) ui::separator(ui, row);
        if (ui::row(ui, "draaiboek/" + one.nr.value, row, i == at)) {
            drafts.trainer.chosen = one.nr.value;
            drafts.trainer.scrolled = 0;
        }
        because(ui, row, {one.sequence});
        // without room for its text it says that as the others do
        draw_lines(ui, scene, one, row, i == at && opened.text_height > 0);
        if (i == at)
            for (auto& intent : draw_opened(ui, scene, one, opened, row.inset(padding, 0), drafts))
                intents.push_back(std::move(intent));
    }
    draw_foot(ui, scene, foot, all.size() - i, drafts);
    return intents;
}

} // namespace regiekamer::panels::trainer
