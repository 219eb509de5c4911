// What comes in from outside: CAP warnings, P2000 pages, and proposals drawn from them.
#pragma once

#include "messaging/vocabulary/rare.hpp"
#include "messaging/vocabulary/values.hpp"

#include <algorithm>

namespace regiekamer {

/// Area of a CAP warning: polygons as lists of positions; circles in CAP's own text form "lat,lon km";
/// geocodes as "name=value"; heights in feet above mean sea level.
struct WarningArea {
    std::string description;
    std::vector<std::vector<Position>> polygons;
    std::vector<std::string> circles, geocodes;
    std::optional<double> altitude{}, ceiling{};
    bool operator==(const WarningArea&) const = default;
};
BOOST_DESCRIBE_STRUCT(WarningArea, (), (description, polygons, circles, geocodes, altitude, ceiling))

/// A picture, map or text that goes with a warning, by its address; what a sender puts inside the alert is
/// kept with what came in, not here.
struct WarningResource {
    std::string description;
    std::optional<std::string> mime_type;
    std::optional<Whole<0, 9'007'199'254'740'992>> size; ///< bytes
    std::optional<std::string> uri, digest;              ///< SHA-1
    bool operator==(const WarningResource&) const = default;
};
BOOST_DESCRIBE_STRUCT(WarningResource, (), (description, mime_type, size, uri, digest))

/// What else CAP lets a sender say. Names as there; codes and parameters as "name=value".
struct WarningDetails {
    std::optional<std::string> status; ///< Actual, Exercise, System, Test
    std::optional<std::string> scope;  ///< Public, Restricted, Private
    std::optional<std::string> source, restriction;
    std::optional<std::vector<std::string>> addresses, codes;
    std::optional<std::string> note;
    std::optional<std::vector<std::string>> incidents, categories, response_types;
    std::optional<std::string> audience;
    std::optional<std::vector<std::string>> event_codes;
    std::optional<std::string> sender_name, web, contact;
    std::optional<std::vector<std::string>> parameters;
    std::optional<std::vector<WarningResource>> resources;
    bool operator==(const WarningDetails&) const = default;
};
BOOST_DESCRIBE_STRUCT(WarningDetails, (),
                      (status, scope, source, restriction, addresses, codes, note, incidents, categories,
                       response_types, audience, event_codes, sender_name, web, contact, parameters,
                       resources))

/// Of a CAP alert: whether a configured certificate made it. An invalid one counts for nothing.
enum class SignatureCheck { geldig, ongeldig, niet_gecontroleerd };
BOOST_DESCRIBE_ENUM(SignatureCheck, geldig, ongeldig, niet_gecontroleerd)
constexpr std::string_view spelled(SignatureCheck word) {
    return word == SignatureCheck::niet_gecontroleerd ? "niet gecontroleerd" : "";
}

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
    std::optional<SignatureCheck> signature{}; ///< none: it came from where nothing is signed
    Rare<WarningDetails> details{};
    static constexpr std::string_view schema_rule =
        R"({"properties":{"identifier":{"minLength":1,"maxLength":256},"areas":{"items":{"properties":)"
        R"({"polygons":{"items":{"minItems":3}}}}}}})";
    bool operator==(const WarningReceived&) const = default;
};
BOOST_DESCRIBE_STRUCT(WarningReceived, (),
                      (identifier, sender, sent, msg_type, language, event, severity, urgency, certainty,
                       headline, description, instruction, onset, effective, expires, references, areas, test,
                       raw_digest, signature, details))

inline std::optional<Problem> broken_rule(const WarningArea& body) {
    for (std::size_t at = 0; at < body.polygons.size(); ++at)
        if (body.polygons[at].size() < 3)
            return Problem{"/polygons/" + std::to_string(at),
                           std::to_string(body.polygons[at].size()) + " positions", "at least 3 positions"};
    return std::nullopt;
}
inline std::optional<Problem> broken_rule(const WarningReceived& body) {
    return unnamed("/identifier", body.identifier);
}

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
    std::string raw;                      ///< U+0000 as U+FFFD; of a line of at most 8 KiB
    std::optional<std::string> ours_by{}; ///< the capcode or place of the configuration that makes it ours
    static constexpr std::string_view schema_rule =
        R"({"properties":{"raw":{"maxLength":8192}},"anyOf":[{"properties":{"test":{"const":false}}},)"
        R"({"properties":{"grip":{"type":"null"}}}]})";
    bool operator==(const PageReceived&) const = default;
};
BOOST_DESCRIBE_STRUCT(PageReceived, (),
                      (capcodes, priority, text, place, at, ours, grip, withdrawn, test, part, raw, ours_by))

/// A byte of the line is one character of `raw`, whatever it was, so the line's limit counts characters.
inline std::optional<Problem> broken_rule(const PageReceived& body) {
    if (body.test && body.grip)
        return Problem{"/grip", std::to_string(body.grip->value), "no level: a test proposes none"};
    const auto characters = std::count_if(body.raw.begin(), body.raw.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    });
    if (characters > 8192)
        return Problem{"/raw", std::to_string(characters) + " characters",
                       "at most 8192: a longer line is feed.refused"};
    return std::nullopt;
}

/// Accepting a proposal is the act itself, with `cause`; only dismissing needs a message.
struct ProposalDismissed {
    static constexpr std::string_view type = "proposal.dismissed";
    MessageId message;
    std::string reason;
    bool operator==(const ProposalDismissed&) const = default;
};
BOOST_DESCRIBE_STRUCT(ProposalDismissed, (), (message, reason))

} // namespace regiekamer
