// SINDS U WEG WAS (S): what happened since a moment, in sentences by importance; each leads to its moment.
#include "dashboard/panels/since/since.hpp"

#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/news_line.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::panels {
namespace {

using ui::Key;
using ui::Rect;
using ui::Style;
using ui::Ui;

struct From {
    Sequence sequence = 0;
    std::string words;  ///< "sinds CoPI 2"
    bool there = false; ///< false: `words` says why not
    Sequence upto = 0;  ///< 0: the moment shown
};

/// What came while the user sat here they saw happen: it is no news.
From last_look(const Scene& scene) {
    const auto& look = scene.last_look;
    const Sequence upto = std::min(look.returned, scene.upto);
    if (look.sequence == 0) return {0, "alles van voor u hier kwam: u bent hier voor het eerst", true, upto};
    return {std::min(look.sequence, scene.upto), "toen u weg was", true, upto};
}

From last_meeting(const Scene& scene) {
    From from{0, "Er is nog geen overleg geweest.", false};
    for (const auto& [id, meeting] : scene.picture.meetings->meetings) {
        const auto& known = meeting.ended ? meeting.ended : meeting.started;
        if (!known || known->sequence <= from.sequence) continue;
        from = {known->sequence,
                fmt::format("sinds {} {}", words::meeting(scene.picture, id),
                            meeting.ended ? "was afgelopen" : "begon"),
                true};
    }
    return from;
}

From last_handover(const Scene& scene) {
    From from{0, "Er is nog geen overdracht geschreven.", false};
    for (const auto& [id, handover] : scene.picture.roster->handovers) {
        const Sequence sequence = handover.accepted ? handover.accepted->sequence : handover.written.sequence;
        if (!handover.written.said() || sequence <= from.sequence) continue;
        const auto& written = handover.written.value;
        from = {sequence,
                fmt::format("sinds de overdracht {} van {} aan {}", written.function.value,
                            words::person(scene.picture, written.from_person),
                            words::person(scene.picture, written.to_person)),
                true};
    }
    return from;
}

From moment_of(const Scene& scene, int from) {
    return from == 1 ? last_meeting(scene) : from == 2 ? last_handover(scene) : last_look(scene);
}

/// What somebody said or decided; what time, water or an absence did is news to whoever caused it, too.
bool is_act(picture::NewsKind kind) {
    using Kind = picture::NewsKind;
    switch (kind) {
    case Kind::grip:
    case Kind::incident_opened:
    case Kind::incident_closed:
    case Kind::decision:
    case Kind::meeting:
    case Kind::readiness:
    case Kind::situation:
    case Kind::note:
    case Kind::action_opened:
    case Kind::action_done:
    case Kind::withdrawn:
        return true;
    case Kind::alarm:
    case Kind::unfilled:
    case Kind::water:
    case Kind::action_late:
    case Kind::duty_gap:
        return false;
    }
    return false;
}

/// What one did oneself is no news, at whichever desk it was.
bool own_act(const Scene& scene, const picture::News& news) {
    const User& me = seated(scene);
    if (me.person.empty() || news.because.empty() || !is_act(news.kind) || !scene.fetch) return false;
    return std::all_of(news.because.begin(), news.because.end(), [&](Sequence sequence) {
        const auto said = scene.fetch(sequence);
        return said && said->message.person == me.person;
    });
}

} // namespace

SinceDraft since(const Scene& scene, int from) {
    SinceDraft draft;
    draft.from = from;
    draft.upto = scene.upto;
    const From moment = moment_of(scene, from);
    draft.when = moment.words;
    draft.before = moment.sequence;
    const bool bounded = moment.upto != 0 && moment.upto < scene.upto;
    const auto before = moment.there && scene.picture_at ? scene.picture_at(moment.sequence) : nullptr;
    const auto after = before && bounded ? scene.picture_at(moment.upto) : nullptr;
    if (before == nullptr || (bounded && after == nullptr)) return draft;
    const auto* entry = scene.log.find(moment.sequence);
    const Instant then = entry != nullptr ? scene.log.moment_of(*entry) : Instant{};
    if (entry != nullptr) draft.when += (from == 0 ? " · berichten na " : ", ") + words::date_clock(then);
    const auto* last = bounded ? scene.log.find(moment.upto) : nullptr;
    const Instant until = last != nullptr ? scene.log.moment_of(*last) : scene.now;
    if (last != nullptr) {
        draft.when += " tot en met " + words::clock_near(until, then);
        draft.upto = moment.upto;
        draft.later = scene.upto - moment.upto;
    }
    const auto difference =
        picture::difference({*before, then}, {after ? *after : scene.picture, until}, scene.log);
    draft.messages = difference.messages;
    for (const auto& news : difference.news)
        if (!own_act(scene, news))
            draft.lines.push_back(
                {words::news_line(scene.picture, news, scene.now), news.because, words::is_grave(news)});
    return draft;
}

namespace dialogs {
namespace {

constexpr float row_height = 38;

/// The three moments, 1 to 3.
void draw_choices(Ui& ui, const Scene& scene, Rect bar, Drafts& drafts) {
    static constexpr std::string_view names[]{"Laatst gekeken", "Laatste overleg", "Overdracht"};
    for (int i = 0; i < 3; ++i) {
        const auto key = static_cast<Key>(static_cast<int>(Key::d1) + i);
        const float wide = std::min(bar.w, ui::button_width(ui, names[i], ui::key_name(key)));
        const Rect place = bar.take_left(wide);
        bar.take_left(8);
        const auto kind = i == drafts.since.from ? ui::ButtonKind::selected : ui::ButtonKind::plain;
        if (!ui::button(ui, fmt::format("sinds/{}", i), place, names[i], ui::Shortcut{key}, kind)) continue;
        drafts.since = panels::since(scene, i);
        drafts.choice = 0;
        ui::scroll_to(ui, "sinds", 0);
    }
}

void draw_news(Ui& ui, const SinceDraft::Line& line, const Rect& place) {
    const float x = place.x + 38, y = place.centre().y + 6;
    if (line.grave)
        ui::triangle(ui, {place.x + 20, place.centre().y}, 13, ui.palette.attention);
    else
        ui::dot(ui, {place.x + 20, place.centre().y}, 8, ui.palette.dim);
    ui::text_within(ui, line.grave ? Style::strong17 : Style::row17, {x, y}, place.right() - x - 12,
                    ui.palette.text, line.sentence);
    if (ui::width(ui, Style::strong17, line.sentence) > place.right() - x - 12)
        ui::tooltip(ui, place, line.sentence);
}

std::string several(std::size_t count, std::string_view one, std::string_view more) {
    return fmt::format("{} {}", count, count == 1 ? one : more);
}

std::string head_words(const SinceDraft& draft) {
    std::string words = draft.when;
    if (!draft.lines.empty())
        words += fmt::format(" · {} uit {}", several(draft.lines.size(), "punt", "punten"),
                             several(draft.messages, "bericht", "berichten"));
    if (draft.later > 0) words += fmt::format(" · daarna nog {}, met u erbij", draft.later);
    return words;
}

std::string nothing_words(const SinceDraft& draft) {
    if (draft.messages == 0 && draft.from == 0) return "Niets: er kwam geen bericht toen u weg was.";
    if (draft.messages == 0) return "Niets: er is sindsdien geen bericht gekomen.";
    if (draft.messages == 1) return "Niets van belang. Er kwam 1 bericht; het staat in het logboek [F7].";
    return fmt::format("Niets van belang. Er kwamen {} berichten; ze staan in het logboek [F7].",
                       draft.messages);
}

} // namespace

Intents since(Ui& ui, const Scene& scene, Drafts& drafts) {
    Intents intents;
    if (std::exchange(drafts.opened_now, false) || drafts.since.from < 0)
        drafts.since = panels::since(scene, std::max(0, drafts.since.from));
    Rect body = ui::modal(ui, 1100, 700, "SINDS U WEG WAS", 420);
    draw_choices(ui, scene, body.take_top(ui::measure::button_height), drafts);
    const SinceDraft& draft = drafts.since;
    const Rect head = body.take_top(34);
    ui::text_within(ui, Style::secondary15, {head.x + 4, head.y + 23}, head.w - 8, ui.palette.dim,
                    head_words(draft));
    const Rect foot = body.take_bottom(34);
    const auto count = static_cast<int>(draft.lines.size());
    const auto view = ui::list(ui, "sinds", body, count, row_height);
    if (count == 0) ui::empty_text(ui, body, nothing_words(draft));
    const int before = drafts.choice;
    if (ui::pressed(ui, Key::down)) ++drafts.choice;
    if (ui::pressed(ui, Key::up)) --drafts.choice;
    drafts.choice = std::clamp(drafts.choice, 0, std::max(0, count - 1));
    if (drafts.choice != before && drafts.choice < view.first) ui::scroll_to(ui, "sinds", drafts.choice);
    if (drafts.choice != before && drafts.choice >= view.end())
        ui::scroll_to(ui, "sinds", drafts.choice - view.shown + 1);
    const SinceDraft::Line* wanted = nullptr;
    for (int i = view.first; i < view.end(); ++i) {
        const auto& line = draft.lines[static_cast<std::size_t>(i)];
        if (i > view.first) ui::separator(ui, view.row(i));
        if (ui::row(ui, fmt::format("sinds/regel/{}", i), view.row(i), i == drafts.choice)) wanted = &line;
        draw_news(ui, line, view.row(i));
    }
    ui::list_foot(ui, foot, view, "↑ ↓ kies · Enter het scherm van toen · ? de berichten · Esc sluit");
    if (ui::pressed(ui, Key::enter) && drafts.choice < count)
        wanted = &draft.lines[static_cast<std::size_t>(drafts.choice)];
    if (wanted != nullptr && !wanted->because.empty())
        intents.push_back(LookAtMessage{wanted->because.back()});
    const bool why = ui::pressed(ui, Key::question) || ui::pressed(ui, ui::with_shift(Key::question)) ||
                     ui::pressed(ui, ui::with_shift(Key::slash));
    if (why && drafts.choice < count) {
        auto sequences = draft.lines[static_cast<std::size_t>(drafts.choice)].because;
        if (!sequences.empty()) {
            open(drafts, Dialog::reasons);
            drafts.reasons = std::move(sequences);
            return intents;
        }
    }
    if (wanted != nullptr || ui::pressed(ui, Key::escape)) close(drafts);
    return intents;
}

} // namespace dialogs
} // namespace regiekamer::panels
