// One long text, and where each message ends in it.
#include "dashboard/words/search_text.hpp"

#include "dashboard/words/folded.hpp"
#include "dashboard/words/journal_line.hpp"
#include "dashboard/words/names.hpp"

#include <algorithm>

namespace regiekamer::words {

void SearchText::append(const picture::Picture& picture, const Recorded& fact) {
    if (fact.sequence <= ends_.size()) return;
    ends_.resize(fact.sequence - 1, text_.size()); // what is not there has no text
    const auto line = journal_line(picture, fact);
    text_ += folded(line.who);
    text_ += ' ';
    text_ += folded(line.text);
    if (fact.message.function) text_ += ' ' + folded(fact.message.function->value);
    if (fact.message.person) text_ += ' ' + folded(person(picture, *fact.message.person));
    ends_.push_back(text_.size());
    const auto* redacted = std::get_if<MessageRedacted>(&fact.message.body);
    if (redacted == nullptr || redacted->sequence.value < 1) return;
    const auto gone = static_cast<Sequence>(redacted->sequence.value);
    if (gone >= fact.sequence) return;
    const auto from = gone < 2 ? 0 : ends_[gone - 2];
    std::fill(text_.begin() + static_cast<std::ptrdiff_t>(from),
              text_.begin() + static_cast<std::ptrdiff_t>(ends_[gone - 1]), ' ');
}

std::string_view SearchText::at(Sequence sequence) const {
    if (sequence == 0 || sequence > ends_.size()) return {};
    const auto from = sequence < 2 ? 0 : ends_[sequence - 2];
    return std::string_view(text_).substr(from, ends_[sequence - 1] - from);
}

} // namespace regiekamer::words
