// See the header.
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

} // namespace regiekamer::panels
