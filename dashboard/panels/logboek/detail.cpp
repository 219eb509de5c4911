// The detail of a line, in the pane of the logboek and in its dialog.
#include "dashboard/panels/logboek/detail.hpp"

#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/panels/log_lines.hpp"
#include "dashboard/words/members.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/page_words.hpp"
#include "dashboard/words/themes.hpp"
#include "dashboard/words/time_words.hpp"
#include "dashboard/words/type_words.hpp"

#include <algorithm>
#include <fmt/ranges.h>

namespace regiekamer::panels {
namespace {

using ui::Rect;
using ui::Style;
using ui::Ui;
using Rows = std::vector<std::pair<std::string, std::string>>;

std::string moment(Instant at) {
    return words::date(at) + " " + words::clock_seconds(at);
}

/// The hash that chains the journal up to this message, whole, so many digits a line.
void add_hash(Rows& rows, const Recorded& fact, std::size_t digits) {
    const std::string hex = fmt::format("{:02x}", fmt::join(fact.hash, ""));
    if (hex.find_first_not_of('0') == std::string::npos) {
        rows.emplace_back("hash", "niet bekend");
        return;
    }
    for (std::size_t at = 0; at < hex.size(); at += digits)
        rows.emplace_back(at == 0 ? "hash" : "", hex.substr(at, digits));
}

/// When, what and who, in the words of the screen.
Rows told(const Scene& scene, const Recorded& fact) {
    const Message& message = fact.message;
    Rows rows{{"gebeurd", moment(message.time)}, {"vastgelegd", moment(fact.recorded)}};
    rows.emplace_back("soort", words::type_words(type_of(message.body)));
    if (message.function) rows.emplace_back("functie", message.function->value);
    if (message.person) rows.emplace_back("persoon", words::person(scene.picture, *message.person));
    rows.emplace_back("gezegd door", words::source_words(message.source));
    const auto* page = std::get_if<PageReceived>(&message.body);
    for (auto& row : words::told_members(scene.picture, message))
        if (page == nullptr || !row.first.starts_with("capcodes")) rows.push_back(std::move(row));
    if (page == nullptr) return rows;
    if (!words::stamp_mark(*page, fact).empty())
        rows.emplace_back("let op", "de klok van de ontvanger wijkt af: de tijd van aankomst telt");
    for (auto& row : words::page_rows(*page, scene.catalogue.capcodes)) // each with who it is
        rows.push_back(std::move(row));
    return rows;
}

/// The envelope as it is written, what the hub added, and the body as it is on the wire.
Rows written(const Recorded& fact, std::size_t hash_digits) {
    const Message& message = fact.message;
    Rows rows{{"volgnummer", std::to_string(fact.sequence)},
              {"type", type_of(message.body)},
              {"source", message.source},
              {"sender", fact.sender.empty() ? std::string("niet bekend") : fact.sender},
              {"id", message.id}};
    if (message.cause) rows.emplace_back("cause", message.cause->value);
    add_hash(rows, fact, hash_digits);
    for (auto& row : words::raw_members(message))
        rows.push_back(std::move(row));
    return rows;
}

void draw_rows(Ui& ui, const Rows& rows, const Rect& body) {
    const float row_height = std::max(28.F, body.h / 30);
    const auto view = ui::list(ui, "bericht/leden", body, static_cast<int>(rows.size()), row_height);
    const float wide = std::min(160.F, body.w * 0.36F);
    for (int i = view.first; i < view.end(); ++i) {
        const auto& [name, value] = rows[static_cast<std::size_t>(i)];
        const Rect row = view.row(i);
        const float y = row.centre().y + 6, x = row.x + 14;
        ui::text_within(ui, Style::secondary15, {x, y}, wide - 8, ui.palette.dim, name);
        const float room = row.right() - x - wide - 14;
        ui::text_within(ui, Style::row16, {x + wide, y}, room, ui.palette.text, value);
        if (ui::width(ui, Style::row16, value) > room) ui::tooltip(ui, row, value);
    }
}

} // namespace

bool superseded(const Scene& scene, const Recorded& fact) {
    if (scene.withdrawn(fact.sequence)) return true;
    const auto id = note_of(fact);
    const auto* note = id ? scene.picture.logbook->notes.find(*id) : nullptr;
    if (note == nullptr) return false;
    const auto* written = std::get_if<NoteWritten>(&fact.message.body);
    const auto& text = written != nullptr ? written->text : std::get<NoteCorrected>(fact.message.body).text;
    return picture::text_of(*note) != text;
}

std::optional<NoteId> note_of(const Recorded& fact) {
    if (const auto* written = std::get_if<NoteWritten>(&fact.message.body)) return written->note;
    if (const auto* corrected = std::get_if<NoteCorrected>(&fact.message.body)) return corrected->note;
    return std::nullopt;
}

Act marked_important(const Scene& scene, const Recorded& fact) {
    const auto id = note_of(fact);
    const auto* note = id ? scene.picture.logbook->notes.find(*id) : nullptr;
    NoteWritten body;
    if (note != nullptr && note->written.said()) {
        body = note->written.value;
        body.text = picture::text_of(*note);
    } else {
        const auto line = line_of(scene, fact);
        body.note = NoteId(dialogs::fresh_id());
        body.text = line.who.empty() ? line.text : line.who + ": " + line.text;
        if (const auto* entry = scene.log.find(fact.sequence))
            if (const auto& incident = scene.log.incident_of(*entry); !incident.empty())
                body.incident = IncidentId(incident);
    }
    body.important = true;
    return {body, "als belangrijk gemerkt", MessageId(fact.message.id)};
}

void draw_message(Ui& ui, const Scene& scene, Sequence sequence, const Rect& rect, bool& raw) {
    const auto fact = scene.fetch(sequence);
    if (fact == nullptr) {
        ui::empty_text(ui, rect, "Kies een regel: hier staat dan alles wat erin staat.");
        return;
    }
    // chosen by who sat here before
    if (const auto* entry = scene.log.find(sequence); entry != nullptr && !may_read(scene, *entry)) {
        ui::empty_text(ui, rect, "Dit bericht is voor wie de oefening leidt.");
        return;
    }
    Rect body = rect;
    const auto line = line_of(scene, *fact);
    const std::string sentence = line.who.empty() ? line.text : line.who + ": " + line.text;
    const float width = body.w - 28;
    const float wanted = ui::wrapped_height(ui, Style::strong17, width, sentence);
    const float high = std::min({wanted, body.h * 0.35F, 160.F});
    ui::text_wrapped(ui, Style::strong17, {body.x + 14, body.y + 8, width, high}, ui.palette.text, sentence);
    body.take_top(high + 14);
    if (superseded(scene, *fact)) {
        const Rect struck = body.take_top(28);
        ui::text_within(ui, Style::strong15, {struck.x + 14, struck.y + 18}, width, ui.palette.attention,
                        scene.withdrawn(sequence) ? "Dit bericht is ingetrokken."
                                                  : "Deze notitie is later verbeterd.");
    }
    Rows rows = told(scene, *fact);
    if (raw)
        for (auto& row : written(*fact, rect.w > 490 ? 32 : 16))
            rows.push_back(std::move(row));
    const Rect fold = body.take_bottom(44);
    const std::string_view verb = raw ? "Verberg techniek" : "Techniek en kenmerken";
    if (ui::button(ui, "bericht/techniek", {fold.x + 14, fold.y + 4, ui::button_width(ui, verb, "H", 36), 36},
                   verb, ui::Shortcut{ui::Key::h}))
        raw = !raw;
    ui::separator(ui, body);
    draw_rows(ui, rows, body);
}

} // namespace regiekamer::panels
