// FILTER: which lines of the logboek show; and the two other dialogs of the logboek: a message whole, and the
// correction of a note.
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/panels/logboek/detail.hpp"
#include "dashboard/panels/palette/entries.hpp"
#include "dashboard/panels/trainer/trainer.hpp"
#include "dashboard/words/functions.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/time_words.hpp"

#include <charconv>

namespace regiekamer::panels::dialogs {
namespace {

std::vector<std::string> themes() {
    std::vector<std::string> all{"alles"};
    for (int theme = 0; theme < words::theme_count; ++theme)
        all.emplace_back(words::label(static_cast<words::Theme>(theme)));
    return all;
}

std::vector<std::string> functions() {
    std::vector<std::string> all{"iedereen"};
    const auto& known = words::functions();
    all.insert(all.end(), known.begin(), known.end());
    return all;
}

/// The newest five incidents that were opened.
std::vector<IncidentId> incidents(const Scene& scene) {
    std::vector<std::pair<Instant, IncidentId>> known;
    for (const auto& [id, incident] : scene.picture.incidents->incidents)
        if (incident.started.said()) known.emplace_back(incident.started.value, id);
    std::sort(known.begin(), known.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<IncidentId> ids;
    for (std::size_t i = 0; i < std::min<std::size_t>(5, known.size()); ++i)
        ids.push_back(known[i].second);
    return ids;
}

/// Empty is no limit; false, and a complaint, when it cannot be read.
bool read_limit(const Scene& scene, Drafts& drafts, const std::string& typed, std::optional<Instant>& limit) {
    limit.reset();
    if (trimmed(typed).empty()) return true;
    limit = palette::past_moment(scene, typed);
    if (!limit) ask_again(drafts, "De tijd is niet te lezen. Schrijf 14:30 of 22-01 14:30, tot nu.", &typed);
    return limit.has_value();
}

Sequence sequence_of(const std::string& subject) {
    Sequence sequence = 0;
    std::from_chars(subject.data(), subject.data() + subject.size(), sequence);
    return sequence;
}

} // namespace

Intents log_filter(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    auto& draft = drafts.logbook;
    const auto ids = incidents(scene);
    std::vector<std::string> titles{"alle"};
    for (const auto& id : ids)
        titles.push_back(words::incident(scene.picture, id));
    draft.incident = std::min(draft.incident, static_cast<int>(ids.size()));
    Form form(ui, drafts, "WAT STAAT ER IN HET LOGBOEK", 900, Keyboard::nobody);
    form.choice("filter/soort", "Soort", themes(), draft.theme);
    form.choice("filter/functie", "Van wie", functions(), draft.function);
    form.choice("filter/incident", "Incident", titles, draft.incident);
    form.field("filter/van", "Vanaf (leeg is het begin)", draft.from, "14:30 of 22-01 14:30");
    form.field("filter/tot", "Tot en met (leeg is nu)", draft.until, "14:30 of 22-01 14:30");
    if (!form.confirmed("Laat zien")) return {};
    LogFilter filter = draft.filter;
    if (!read_limit(scene, drafts, draft.from, filter.from) ||
        !read_limit(scene, drafts, draft.until, filter.until))
        return {};
    if (filter.from && filter.until && *filter.from > *filter.until) {
        ask_again(drafts, "Het einde ligt voor het begin.", &draft.until);
        return {};
    }
    filter.theme.reset();
    if (draft.theme > 0) filter.theme = static_cast<words::Theme>(draft.theme - 1);
    filter.function = draft.function > 0 ? functions()[static_cast<std::size_t>(draft.function)] : "";
    filter.incident = draft.incident > 0 ? ids[static_cast<std::size_t>(draft.incident - 1)].value : "";
    draft.filter = filter;
    close(drafts);
    return {};
}

Intents message(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    ui::Rect body = ui::modal(ui, 900, 720, "BERICHT", 480);
    const bool opened = std::exchange(drafts.opened_now, false);
    ui::Rect foot = body.take_bottom(ui::measure::button_height);
    body.take_bottom(8);
    const Sequence sequence = sequence_of(drafts.subject);
    draw_message(ui, scene, sequence, body, drafts.logbook.raw);
    Intents intents;
    if (const auto fact = scene.fetch(sequence); opened && fact != nullptr)
        if (auto read = trainer::read_act(scene, *fact)) intents.push_back(*read);
    const ui::Rect right = foot.take_right(ui::button_width(ui, "Sluit", "Esc"));
    const bool shut = ui::button(ui, "bericht/sluit", right, "Sluit", ui::Shortcut{ui::Key::escape});
    foot.take_right(10);
    const ui::Rect main = foot.take_right(ui::button_width(ui, "Scherm van toen", "Enter"));
    const bool look = ui::button(ui, "bericht/toen", main, "Scherm van toen", ui::Shortcut{ui::Key::enter},
                                 ui::ButtonKind::main);
    if (!shut && !look) return intents;
    close(drafts);
    if (look) {
        intents.push_back(LookAtMessage{sequence});
        intents.push_back(Show{View::automatic});
    }
    return intents;
}

Intents correct_note(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    const NoteId id(drafts.subject);
    const auto* note = scene.picture.logbook->notes.find(id);
    if (note == nullptr || scene.looking_back) {
        close(drafts);
        return {};
    }
    if (drafts.opened_now) drafts.text = picture::text_of(*note);
    Form form(ui, drafts, "NOTITIE VERBETEREN", 760);
    form.words("De oude regel blijft staan, doorgehaald. Eronder komt wat u nu schrijft.");
    form.field("verbeter/tekst", "Zo moet het zijn", drafts.text);
    form.field("verbeter/reden", "Waarom (mag leeg)", drafts.text2, "verkeerd verstaan");
    if (!form.confirmed("Verbeter")) return {};
    const auto text = typed_text(drafts, drafts.text, "Er staat nog niets.", 8'000);
    if (!text) return {};
    if (*text == picture::text_of(*note)) {
        ask_again(drafts, "Dit staat er al zo.", &drafts.text);
        return {};
    }
    NoteCorrected body{id, *text, std::nullopt};
    if (!trimmed(drafts.text2).empty()) {
        body.reason = typed_text(drafts, drafts.text2, "");
        if (!body.reason) return {};
    }
    return act(drafts, body, "notitie verbeterd");
}

} // namespace regiekamer::panels::dialogs
