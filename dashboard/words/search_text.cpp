// One long text, and where each message ends in it.
#include "dashboard/words/search_text.hpp"

#include "dashboard/words/folded.hpp"
#include "dashboard/words/journal_line.hpp"
#include "dashboard/words/names.hpp"
#include "messaging/codec/codec.hpp"

#include <algorithm>

namespace regiekamer::words {

namespace {

/// A UUID: eight, four, four, four and twelve digits.
bool looks_made(std::string_view text) {
    return text.size() == 36 && text[8] == '-' && text[13] == '-' && text[18] == '-' && text[23] == '-';
}

/// Every text in a body, a space before each: sources, numbers to call, functions, also what the sentence of
/// the logboek does not say. The codec's JSON is walked as it is: names of members, numbers and words of
/// truth are passed over, and so are instants and identifiers that no person types.
std::string texts_of(const Body& body) {
    const std::string json = codec::encode_body(body);
    std::string texts;
    for (std::size_t at = 0; at < json.size(); ++at) {
        if (json[at] != '"') continue;
        std::string text;
        for (++at; at < json.size() && json[at] != '"'; ++at) {
            const bool escaped = json[at] == '\\' && ++at < json.size();
            if (at < json.size()) text += escaped && (json[at] == 'n' || json[at] == 't') ? ' ' : json[at];
        }
        const bool name = at + 1 < json.size() && json[at + 1] == ':';
        if (name || text.size() < 2 || read_instant(text) || looks_made(text)) continue;
        texts += ' ' + text;
    }
    return texts;
}

} // namespace

void SearchText::append(const picture::Picture& picture, const Recorded& fact) {
    if (fact.sequence <= ends_.size()) return;
    ends_.resize(fact.sequence - 1, text_.size()); // what is not there has no text
    const auto line = journal_line(picture, fact);
    text_ += folded(line.who);
    text_ += ' ';
    text_ += folded(line.text);
    if (fact.message.function) text_ += ' ' + folded(fact.message.function->value);
    if (fact.message.person) text_ += ' ' + folded(person(picture, *fact.message.person));
    // Ten thousand levels a day have no words that the sentence lacks.
    if (!std::holds_alternative<MeasurementTaken>(fact.message.body)) {
        const std::string texts = texts_of(fact.message.body);
        text_ += folded(texts);
        text_ += numbers_in(texts);
    }
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
