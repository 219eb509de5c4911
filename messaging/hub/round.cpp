// Checking, storing and wording; see the header.
#include "messaging/hub/round.hpp"

#include "messaging/codec/parse.hpp"
#include "messaging/codec/wire.hpp"

#include <boost/uuid/random_generator.hpp>
#include <boost/uuid/uuid_io.hpp>

namespace regiekamer::hub {
namespace {

constexpr std::size_t found_characters = 60;

std::string_view word(Mode mode) {
    return mode == Mode::actual ? "actual" : "exercise";
}

} // namespace

Candidate check(zmq::message_t frame, Sender sender, Mode mode, std::optional<Body>& presence) {
    Candidate candidate;
    candidate.frame = std::move(frame);
    candidate.sender = std::move(sender);
    const auto bytes = candidate.frame.to_string_view();
    auto message = codec::decode(bytes);
    if (!message) {
        candidate.id = std::move(message.error().id);
        candidate.refused = std::move(message.error().problem);
        return candidate;
    }
    candidate.id = std::move(message->id);
    if (message->status != mode) {
        candidate.refused = Problem{"/status", std::string(word(message->status)),
                                    std::string(word(mode)) + ", as this hub's journal is"};
        return candidate;
    }
    candidate.source = std::move(message->source);
    candidate.type = type_of(message->body);
    candidate.time = message->time;
    if (std::holds_alternative<DeskJoined>(message->body) || std::holds_alternative<DeskLeft>(message->body))
        presence = std::move(message->body);
    if (bytes.find_first_of("\r\n") != std::string_view::npos) candidate.line = codec::one_line(bytes);
    return candidate;
}

Candidate own_event(Body body, Mode mode, Instant now) {
    static thread_local boost::uuids::random_generator uuids;
    static const auto hub = std::make_shared<const std::string>("hub");
    Message message;
    message.id = boost::uuids::to_string(uuids());
    message.source = *hub;
    message.time = now;
    message.status = mode;
    message.body = std::move(body);
    Candidate candidate;
    candidate.line = codec::encode(message);
    candidate.sender = hub;
    candidate.id = std::move(message.id);
    candidate.source = std::move(message.source);
    candidate.type = type_of(message.body);
    return candidate;
}

void Round::clear() {
    asked.clear();
    candidates.clear();
    presences.clear();
    from_feeds.clear();
    bytes = 0;
}

bool store(Round& round, journal::Journal& journal, Instant now) {
    std::vector<journal::Draft> drafts;
    std::vector<Candidate*> drafted;
    drafts.reserve(round.candidates.size());
    drafted.reserve(round.candidates.size());
    for (auto& candidate : round.candidates) {
        if (candidate.refused) continue;
        drafts.push_back({*candidate.sender, candidate.event(), candidate.source, candidate.id});
        drafted.push_back(&candidate);
    }
    if (drafts.empty()) return true;
    auto stored = journal.append(drafts, now);
    for (std::size_t i = 0; i < drafted.size(); ++i) {
        if (!stored)
            drafted[i]->refused = Problem{"journal", stored.error().found, stored.error().expected};
        else if (auto& each = (*stored)[i])
            drafted[i]->stored = *each;
        else
            drafted[i]->refused = std::move(each.error());
    }
    return stored.has_value();
}

std::string result_frame(const Candidate& candidate) {
    wire::AppendResult result;
    result.ok = !candidate.refused;
    result.id = candidate.id;
    if (result.ok) {
        result.sequence = static_cast<std::int64_t>(candidate.stored.sequence);
        result.recorded = candidate.stored.recorded;
        return wire::to_json(result);
    }
    result.reason = sentence(*candidate.refused);
    // a place is a pointer into the event; what befell the batch as a whole has none
    if (const auto& where = candidate.refused->where; where.empty() || where.front() == '/')
        result.pointer = where;
    result.found = codec::cut(candidate.refused->found, found_characters);
    result.expected = candidate.refused->expected;
    return wire::to_json(result);
}

std::string meta_frame(Sequence sequence, Instant recorded, std::string_view sender,
                       const journal::Hash& hash) {
    return wire::to_json(wire::Meta{static_cast<std::int64_t>(sequence), recorded, std::string(sender),
                                    journal::to_hex(hash)});
}

} // namespace regiekamer::hub
