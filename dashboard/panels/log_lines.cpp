// The words of a line: of one message as they are read here, and over how many lines they are drawn.
#include "dashboard/panels/log_lines.hpp"

namespace regiekamer::panels {
namespace {

words::JournalLine plain_line(const Scene& scene, const Recorded& fact) {
    if (scene.script == nullptr) return words::journal_line(scene.picture, fact);
    return words::journal_line(scene.picture, measure::named(fact, *scene.script->scenario));
}

/// "Ingetrokken: GRIP 2 vanaf 21:19 (meteen teruggenomen)".
std::string withdrawn_words(const Scene& scene, const Recorded& target, const std::string& reason) {
    const auto line = plain_line(scene, target);
    std::string text = "Ingetrokken: " + line.text;
    if (!reason.empty()) text += " (" + reason + ")";
    return text;
}

} // namespace

words::JournalLine line_of(const Scene& scene, const Recorded& fact) {
    auto line = plain_line(scene, fact);
    const auto* withdrawn = std::get_if<MessageWithdrawn>(&fact.message.body);
    const Sequence sequence = withdrawn != nullptr && scene.undone ? scene.undone(fact.sequence) : 0;
    const auto target = sequence == 0 ? nullptr : scene.fetch(sequence);
    if (target != nullptr) line.text = withdrawn_words(scene, *target, withdrawn->reason);
    return line;
}

void draw_sentence(ui::Ui& ui, ui::Style style, const ui::Rect& place, ui::Colour colour,
                   std::string_view words, bool struck) {
    const float line = ui::line_height(style);
    if (place.h < two_lines || ui::width(ui, style, words) <= place.w) {
        const float y = place.centre().y + 6;
        const float end = ui::text_within(ui, style, {place.x, y}, place.w, colour, words);
        if (struck) ui::line(ui, {place.x, y - 5}, {end, y - 5}, ui.palette.dim);
        return;
    }
    const ui::Rect box{place.x, place.centre().y - line, place.w, 2 * line};
    const float used = ui::text_wrapped(ui, style, box, colour, words);
    for (float y = box.y + line / 2; struck && y < box.y + used; y += line)
        ui::line(ui, {box.x, y}, {box.right(), y}, ui.palette.dim);
}

} // namespace regiekamer::panels
