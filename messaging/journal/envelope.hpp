// What the journal itself reads from an event: under what it is known, and whether it redacts another. The
// codec would do, but a journal stands beneath it.
#pragma once

#include "messaging/journal/journal.hpp"

namespace regiekamer::journal {

/// The envelope's members. Views into the event, or into `kept` when the event writes them with escapes.
class Envelope {
public:
    /// Nothing when the event is no JSON object with these three members as text.
    static std::optional<Envelope> of(std::string_view event);

    [[nodiscard]] std::string_view source() const { return member(0); }
    [[nodiscard]] std::string_view id() const { return member(1); }
    [[nodiscard]] std::string_view type() const { return member(2); }

private:
    [[nodiscard]] std::string_view member(std::size_t at) const { return kept_ ? (*kept_)[at] : views_[at]; }

    std::array<std::string_view, 3> views_;
    std::shared_ptr<const std::array<std::string, 3>> kept_; ///< rarely: with escapes undone
};

/// The sequence that a `message.redacted` names; nothing for any other event.
std::optional<Sequence> redacted_by(const Envelope& envelope, std::string_view event);

} // namespace regiekamer::journal
