// What comes in from outside: CAP warnings, P2000 pages, and proposals drawn from them.
#pragma once

#include "messaging/vocabulary/values.hpp"

namespace regiekamer {

/// Area of a CAP warning: polygons as lists of positions; circles in CAP's own text form "lat,lon km";
/// geocodes as "name=value".
struct WarningArea {
    std::string description;
    std::vector<std::vector<Position>> polygons;
    std::vector<std::string> circles, geocodes;
    bool operator==(const WarningArea&) const = default;
};
BOOST_DESCRIBE_STRUCT(WarningArea, (), (description, polygons, circles, geocodes))

/// A CAP 1.2 alert (OASIS); member names as there. A Cancel may carry no more than its references.
struct WarningReceived {
    static constexpr std::string_view type = "warning.received";
    std::string identifier, sender;
    Instant sent;
    std::string msg_type; ///< Alert, Update, Cancel, Ack, Error
    std::optional<std::string> language, event, severity, urgency, certainty, headline, description,
        instruction;
    std::optional<Instant> onset, effective, expires;
    std::vector<std::string> references; ///< each "sender,identifier,sent"
    std::vector<WarningArea> areas;
    bool test{};
    std::optional<std::string> raw_digest;
    bool operator==(const WarningReceived&) const = default;
};
BOOST_DESCRIBE_STRUCT(WarningReceived, (),
                      (identifier, sender, sent, msg_type, language, event, severity, urgency, certainty,
                       headline, description, instruction, onset, effective, expires, references, areas, test,
                       raw_digest))

enum class PagePart { first, last };
BOOST_DESCRIBE_ENUM(PagePart, first, last)

/// One line of a P2000 decoder, at once; grouping and joining of parts is the fold's. A GRIP level named in
/// the text is a proposal, never a decision, and none in a test.
struct PageReceived {
    static constexpr std::string_view type = "page.received";
    std::vector<Capcode> capcodes; ///< group slots 2029568-2029583 left out
    std::optional<std::string> priority;
    std::string text;
    std::optional<std::string> place;
    Instant at; ///< the decoder's stamp; the message's `time` is arrival
    bool ours{};
    std::optional<GripLevel> grip;
    std::optional<bool> withdrawn; ///< "Intrekken Alarm"
    bool test{};
    std::optional<PagePart> part;
    std::string raw; ///< U+0000 as U+FFFD
    bool operator==(const PageReceived&) const = default;
};
BOOST_DESCRIBE_STRUCT(PageReceived, (),
                      (capcodes, priority, text, place, at, ours, grip, withdrawn, test, part, raw))

/// Accepting a proposal is the act itself, with `cause`; only dismissing needs a message.
struct ProposalDismissed {
    static constexpr std::string_view type = "proposal.dismissed";
    MessageId message;
    std::string reason;
    bool operator==(const ProposalDismissed&) const = default;
};
BOOST_DESCRIBE_STRUCT(ProposalDismissed, (), (message, reason))

} // namespace regiekamer
