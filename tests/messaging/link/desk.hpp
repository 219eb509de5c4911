// A desk in a test: a link, and everything it has brought so far.
#pragma once

#include "messaging/link/link.hpp"
#include "tests/messaging/link/fake_hub.hpp"

#include <atomic>

namespace regiekamer {

link::Settings settings_for(const FakeHub& hub, const std::string& desk = "ovd-1");

class Desk {
public:
    explicit Desk(link::Settings settings);

    /// Takes what has come, and returns all texts of notes so far, in order of arrival.
    const std::vector<std::string>& notes();
    /// Whether the sequences so far are after+1, after+2, … without a gap or a repeat.
    bool in_order();
    bool reaches(link::Phase phase);
    /// Waits until so many notes have come.
    bool has_notes(std::size_t count);
    std::string says(const std::string& text);
    /// What became of the acts so far, in order.
    const std::vector<link::Outcome>& outcomes();
    bool has_outcomes(std::size_t count);
    link::State state() const { return link_->state(); }
    link::Link& link() { return *link_; }
    int wakes() const { return wakes_; }
    void leaves() { link_.reset(); }

private:
    Sequence after_;
    std::atomic<int> wakes_{0};
    std::vector<Sequence> sequences_;
    std::vector<std::string> notes_;
    std::vector<link::Outcome> outcomes_;
    std::unique_ptr<link::Link> link_; ///< last, so that its thread ends before what it wakes
};

Message note(const std::string& text, Mode mode = Mode::exercise);
std::vector<std::string> note_events(std::size_t first, std::size_t count);

} // namespace regiekamer
