// Drains as a window would, and remembers.
#include "tests/messaging/link/desk.hpp"

namespace regiekamer {

link::Settings settings_for(const FakeHub& hub, const std::string& desk) {
    link::Settings settings;
    settings.requests = hub.requests();
    settings.live = hub.live();
    settings.desk = desk;
    settings.announce = false;
    return settings;
}

Desk::Desk(link::Settings settings) : after_(settings.after) {
    settings.wake = [this] { ++wakes_; };
    link_ = std::make_unique<link::Link>(std::move(settings));
}

const std::vector<std::string>& Desk::notes() {
    for (const auto& recorded : link_->drain(1000)) {
        sequences_.push_back(recorded.sequence);
        if (const auto* written = std::get_if<NoteWritten>(&recorded.message.body))
            notes_.push_back(written->text);
    }
    return notes_;
}

bool Desk::in_order() {
    for (std::size_t at = 0; at < sequences_.size(); ++at)
        if (sequences_[at] != after_ + at + 1) return false;
    return true;
}

bool Desk::reaches(link::Phase phase) {
    return eventually([&] { return state().phase == phase; });
}

bool Desk::has_notes(std::size_t count) {
    return eventually([&] { return notes().size() >= count; });
}

std::string Desk::says(const std::string& text) {
    return link_->send(note(text)).value();
}

const std::vector<link::Outcome>& Desk::outcomes() {
    for (auto& outcome : link_->outcomes())
        outcomes_.push_back(std::move(outcome));
    return outcomes_;
}

bool Desk::has_outcomes(std::size_t count) {
    return eventually([&] { return outcomes().size() >= count; });
}

Message note(const std::string& text, Mode mode) {
    Message message;
    message.time = wall_clock();
    message.status = mode;
    NoteWritten written;
    written.note = NoteId("n-" + text.substr(0, 20));
    written.text = text;
    message.body = written;
    return message;
}

std::vector<std::string> note_events(std::size_t first, std::size_t count) {
    std::vector<std::string> events;
    for (std::size_t at = first; at < first + count; ++at)
        events.push_back(note_event("e-" + std::to_string(at), std::to_string(at)));
    return events;
}

} // namespace regiekamer
