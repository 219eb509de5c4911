// The bottom bar of every view but INZET: a key for each view, the acts of an ordinary day, the last message.
#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/views.hpp"
#include "dashboard/words/refusal.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::panels {
namespace {

using ui::ButtonKind;
using ui::Rect;
using ui::Style;
using ui::Ui;

/// The bar from left to right. What does not fit is behind "Meer", which opens the palette: nothing is left
/// out unsaid.
class Bar {
public:
    /// Measuring draws nothing and only adds up what all would need.
    /// Tight: as narrow as the words allow, so that more views stand there.
    Bar(Ui& ui, Rect inside, bool measuring, bool tight = false)
        : ui_(ui), inside_(inside), measuring_(measuring), between_(tight ? 5.F : 8.F),
          spare_(tight ? -6.F : 8.F) {}

    bool button(std::string_view id, std::string_view verb, ui::Key key, ButtonKind kind) {
        const float wanted = width(verb, ui::key_name(key));
        needed_ += wanted + between_;
        if (measuring_) return false;
        if (left_out_ > 0 || inside_.w < wanted) { // in their order: what comes after is left out too
            ++left_out_;
            return false;
        }
        const Rect place = inside_.take_left(wanted);
        inside_.take_left(between_);
        return ui::button(ui_, id, place, verb, ui::key_name(key), kind);
    }
    /// Keeps room at the right; true when the palette is asked for.
    bool more() {
        const Rect place = inside_.take_right(width(more_verb, more_key));
        inside_.take_right(between_);
        return ui::button(ui_, "toets/meer", place, more_verb, more_key);
    }
    [[nodiscard]] const Rect& rest() const { return inside_; }
    [[nodiscard]] float needed() const { return needed_; }
    void space() {
        needed_ += 18;
        inside_.take_left(18);
    }

private:
    static constexpr std::string_view more_verb = "Meer", more_key = "Ctrl+K";

    float width(std::string_view verb, std::string_view key) const {
        return ui::button_width(ui_, verb, key) + spare_;
    }

    Ui& ui_;
    Rect inside_;
    bool measuring_;
    float between_, spare_;
    float needed_ = 0;
    int left_out_ = 0;
};

void draw_views(Bar& bar, const Scene& scene, Intents& intents) {
    const View shown = shown_view(scene);
    for (const auto& entry : views()) {
        if (!entry.in_bar || !offered(entry, scene)) continue;
        const bool to_incident = entry.view == View::rust && scene.incident && shown == View::rust;
        const auto kind = entry.view == shown && !to_incident ? ButtonKind::selected : ButtonKind::plain;
        // a key that this view has taken leads elsewhere; the button still does what it says
        const auto name = ui::key_name(entry.key);
        const bool taken =
            name.size() == 1 && keys_taken_by(shown).find(name.front()) != std::string_view::npos;
        if (bar.button(fmt::format("beeld/{}", entry.name), to_incident ? "Inzet" : entry.title,
                       taken ? ui::Key::none : entry.key, kind))
            intents.push_back(Show{to_incident ? View::automatic : entry.view});
    }
}

void draw_acts(Bar& bar, const Scene& scene, Drafts& drafts) {
    const auto act = [&](std::string_view id, std::string_view verb, ui::Key key, Dialog dialog,
                         std::string_view type) {
        const bool may = words::not_allowed(scene.user.function, type).empty();
        if (bar.button(id, verb, key, may ? ButtonKind::plain : ButtonKind::disabled)) open(drafts, dialog);
    };
    if (scene.looking_back) return;
    if (shown_view(scene) != View::piket) // there R asks for a ruil
        act("toets/incident", "Nieuw incident", ui::Key::r, Dialog::incident, IncidentOpened::type);
    if (shown_view(scene) != View::evenementen) // there N makes an evenement, and Shift+N an action
        act("toets/actie", "Nieuwe actie", ui::Key::n, Dialog::action, ActionOpened::type);
    act("toets/notitie", "Notitie", ui::Key::k, Dialog::note, NoteWritten::type);
}

void draw_last(Ui& ui, const Rect& rest, const Scene& scene) {
    const auto& entries = scene.log.entries();
    const std::string last = entries.empty()
                                 ? std::string("Nog geen berichten")
                                 : "Laatste bericht " + words::clock_near(entries.back().time, scene.now);
    const std::string_view keys = "F1 hulp · U wie ben ik";
    if (rest.w <
        std::max(ui::width(ui, Style::secondary15, last), ui::width(ui, Style::secondary15, keys)) + 20)
        return;
    ui::text_right(ui, Style::secondary15, {rest.right() - 6, rest.y + 16}, ui.palette.text, last);
    ui::text_right(ui, Style::secondary15, {rest.right() - 6, rest.y + 38}, ui.palette.dim, keys);
}

} // namespace

Intents draw_view_keys(Ui& ui, const Scene& scene, const Rect& rect, Drafts& drafts) {
    Intents intents;
    ui::surface(ui, rect);
    const auto fill = [&](Bar& bar) {
        draw_views(bar, scene, intents);
        if (scene.mode == Mode::exercise && !sees_script(seated(scene)) && // theirs is the view
            bar.button("toets/oefening", "Oefening", ui::Key::f6, ButtonKind::plain))
            open(drafts, Dialog::exercise);
        bar.space();
        draw_acts(bar, scene, drafts);
    };
    const Rect inside = rect.inset(10, 12);
    Bar measured(ui, inside, true);
    fill(measured);
    const bool tight = measured.needed() > inside.w;
    Bar bar(ui, inside, false, tight);
    if (tight && bar.more()) open(drafts, Dialog::palette);
    fill(bar);
    draw_last(ui, bar.rest(), scene);
    return intents;
}

} // namespace regiekamer::panels
