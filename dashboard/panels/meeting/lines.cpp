// The keys on one line: a finding of the record, or a text of the netcentrisch beeld. Its state changes with
// one key, which is one message.
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/meeting/last_read.hpp"
#include "dashboard/panels/meeting/meeting.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/refusal.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace regiekamer::panels::meeting {
namespace {

using ui::Key;
using Ids = std::vector<std::string>;

/// A narrow screen has its tabs on the digits.
bool has_tabs(const ui::Ui& ui) {
    return !ui::zones(ui.screen.w * ui.scale, ui.screen.h * ui.scale, ui.scale).tabs.empty();
}

Ids record_ids(const Scene& scene, const Drafts& drafts) {
    Ids ids;
    const auto clock = shown(scene, drafts);
    if (!clock) return ids;
    for (const auto kind : {FindingKind::beeld, FindingKind::oordeel})
        for (const auto* finding : picture::findings_of(scene.picture, clock->meeting))
            if (finding->noted.value.kind == kind) ids.push_back(finding->noted.value.finding.value);
    return ids;
}

Ids picture_ids(const Scene& scene) {
    Ids ids;
    if (!scene.incident) return ids;
    for (const auto& column : picture::situation(scene.picture, *scene.incident))
        for (const auto* item : column.items)
            ids.push_back(item->written.value.item.value);
    return ids;
}

/// The next or the one before; from elsewhere the first, or the last.
void step(ui::Ui& ui, const Ids& ids, int by, bool of_picture, MeetingDraft& draft) {
    if (ids.empty()) return;
    const auto count = static_cast<std::ptrdiff_t>(ids.size());
    const auto found = std::find(ids.begin(), ids.end(), draft.line);
    const auto at = found == ids.end() || draft.of_picture != of_picture ? (by > 0 ? 0 : count - 1)
                                                                         : (found - ids.begin()) + by;
    draft.line = ids[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(at, 0, count - 1))];
    draft.of_picture = of_picture;
    ui::focus(ui, (of_picture ? "beeld/" : "bevinding/") + draft.line); // Enter changes it, ? tells why
}

std::string said(Certainty state, const std::string& text) {
    return std::string(words::label(state)) + ": " + text;
}

/// The same line with another state; none: it has it already, or the line is gone.
std::optional<Act> with_state(const Scene& scene, const MeetingDraft& draft, Certainty state) {
    if (!draft.of_picture) {
        const auto* finding = scene.picture.meetings->findings.find(FindingId(draft.line));
        if (finding == nullptr || finding->noted.value.state == state) return std::nullopt;
        FindingNoted body = finding->noted.value;
        body.state = state;
        return Act{body, said(state, body.text), std::nullopt};
    }
    const auto* item = scene.picture.meetings->items.find(ItemId(draft.line));
    if (item == nullptr || item->written.value.state == state) return std::nullopt;
    SituationWritten body = item->written.value;
    body.replaces = body.item;
    body.item = ItemId(dialogs::fresh_id());
    body.state = state;
    return Act{body, said(state, body.text), std::nullopt};
}

void set_state(const Scene& scene, Drafts& drafts, Certainty state, Intents& intents) {
    auto& draft = drafts.meeting;
    const auto ids = draft.of_picture ? picture_ids(scene) : record_ids(scene, drafts);
    if (std::find(ids.begin(), ids.end(), draft.line) == ids.end()) {
        intents.push_back(Explain{"Kies eerst een regel van het verslag met ↑ ↓, of een tekst van het beeld "
                                  "met Shift+↑ ↓."});
        return;
    }
    const auto type = draft.of_picture ? SituationWritten::type : FindingNoted::type;
    if (auto why = words::not_allowed(scene.user.function, type); !why.empty()) {
        intents.push_back(Explain{std::move(why)});
        return;
    }
    auto act = with_state(scene, draft, state);
    if (!act) return;
    if (const auto* written = std::get_if<SituationWritten>(&act->body)) draft.line = written->item.value;
    intents.emplace_back(std::move(*act));
}

void read(const Scene& scene, MeetingDraft& draft, bool column) {
    if (!scene.incident || !draft.of_picture) return;
    for (const auto& one : picture::situation(scene.picture, *scene.incident))
        for (const auto* item : one.items) {
            if (item->written.value.item.value != draft.line) continue;
            if (column)
                mark_column_read(draft, one);
            else
                mark_read(draft, scene, *item);
        }
}

/// The chosen text gets the whole panel, or the list comes back.
void read_whole(const Scene& scene, MeetingDraft& draft, Intents& intents) {
    const auto ids = picture_ids(scene);
    if (draft.of_picture && std::find(ids.begin(), ids.end(), draft.line) != ids.end())
        draft.whole = !draft.whole;
    else
        intents.push_back(Explain{"Kies eerst een tekst van het beeld met Shift+↑ ↓."});
}

} // namespace

std::string state_keys(const ui::Ui& ui) {
    return has_tabs(ui) ? "Shift+1 bevestigd · 2 onbevestigd · 3 achterhaald"
                        : "1 bevestigd · 2 onbevestigd · 3 achterhaald";
}

void answer_line_keys(ui::Ui& ui, const Scene& scene, Drafts& drafts, Intents& intents) {
    auto& draft = drafts.meeting;
    for (const auto& [key, by] : {std::pair{Key::up, -1}, {Key::down, 1}}) {
        if (ui::pressed(ui, ui::with_shift(key)))
            step(ui, picture_ids(scene), by, true, draft);
        else if (ui::pressed(ui, key))
            step(ui, record_ids(scene, drafts), by, false, draft);
    }
    if (ui::pressed(ui, Key::z)) read_whole(scene, draft, intents);
    if (ui::pressed(ui, Key::l)) read(scene, draft, false);
    if (ui::pressed(ui, ui::with_shift(Key::l))) read(scene, draft, true);
    if (scene.looking_back) return;
    const bool digits = !has_tabs(ui);
    constexpr std::array states{std::pair{Key::d1, Certainty::bevestigd},
                                std::pair{Key::d2, Certainty::onbevestigd},
                                std::pair{Key::d3, Certainty::achterhaald}};
    for (const auto& [key, state] : states)
        if ((digits && ui::pressed(ui, key)) || ui::pressed(ui, ui::with_shift(key)))
            set_state(scene, drafts, state, intents);
}

} // namespace regiekamer::panels::meeting
