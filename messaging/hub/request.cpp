// The table of design.md, "Requests", row by row.
#include "messaging/hub/request.hpp"

#include "messaging/codec/parse.hpp"
#include "messaging/hub/readable.hpp"

#include <iterator>

namespace regiekamer::hub {
namespace {

using Ask = decltype(Request::ask);

/// The frames after verb and request id.
struct Rest {
    Multipart& received;
    std::size_t first, count;

    [[nodiscard]] std::string_view text(std::size_t at) const {
        return received.frames[first + at].to_string_view();
    }
};

/// The protocol that a HELLO names, whatever else it holds: a later protocol may greet otherwise.
std::optional<std::string> other_protocol(std::string_view greeting) {
    const auto parsed = codec::parse(greeting, 8);
    if (!parsed || !parsed->is_object()) return std::nullopt;
    const auto* named = parsed->get_object().if_contains("protocol");
    if (named == nullptr || (!named->is_number() && !named->is_string())) return std::nullopt;
    if (named->is_string()) return codec::found_text(*named);
    boost::json::error_code failed;
    const auto number = named->to_number<std::int64_t>(failed);
    if (!failed && number == wire::protocol) return std::nullopt;
    return codec::found_text(*named);
}

Ask read_hello(const Rest& rest) {
    if (rest.count != 1) return Misfit{"HELLO takes one frame after the request id"};
    const auto other = other_protocol(rest.text(0));
    if (other && other->starts_with('"'))
        return Misfit{"HELLO: /protocol: the text " + *other + ", expected the number " +
                      std::to_string(wire::protocol) + ", without quotes"};
    if (other)
        return Misfit{"the greeting is in protocol " + *other + ", this hub speaks protocol " +
                      std::to_string(wire::protocol)};
    auto hello = wire::from_json<wire::Hello>(rest.text(0));
    if (!hello) return Misfit{"HELLO: " + sentence(hello.error())};
    if (hello->desk.empty() || hello->desk.size() > wire::desk_bytes_max ||
        has_control_character(hello->desk))
        return Misfit{"HELLO: /desk: a desk's name is 1 to 64 bytes without control characters"};
    if (hello->desk == "hub") return Misfit{"HELLO: /desk: \"hub\" is the hub's own name"};
    return std::move(*hello);
}

Ask read_append(const Rest& rest) {
    if (rest.count == 0) return Misfit{"APPEND without an event; it takes 1 to 512, a frame each"};
    if (rest.count > wire::append_events_max)
        return Misfit{"APPEND of " + std::to_string(rest.count) + " events; it takes at most 512"};
    std::size_t bytes = rest.received.bytes;
    for (std::size_t i = 0; i < rest.first; ++i)
        bytes -= rest.received.frames[i].size();
    if (bytes > wire::append_bytes_max)
        return Misfit{"APPEND of " + std::to_string(bytes) + " bytes; it takes at most 8388608 together"};
    const auto begin = rest.received.frames.begin() + static_cast<std::ptrdiff_t>(rest.first);
    return Append{{std::make_move_iterator(begin), std::make_move_iterator(rest.received.frames.end())}};
}

Ask read_replay(const Rest& rest) {
    if (rest.count != 1) return Misfit{"REPLAY takes one frame after the request id"};
    auto replay = wire::from_json<wire::Replay>(rest.text(0));
    if (!replay) return Misfit{"REPLAY: " + sentence(replay.error())};
    return *replay;
}

Ask read_ask(std::string_view verb, const Rest& rest) {
    if (verb == "APPEND") return read_append(rest);
    // only events may be long: the other verbs' frames were all kept unless someone sends nonsense
    if (rest.received.frames.size() != rest.first + rest.count)
        return Misfit{"a request of " + std::to_string(rest.received.bytes) + " bytes"};
    if (verb == "REPLAY") return read_replay(rest);
    if (verb == "HELLO") return read_hello(rest);
    if (verb != "PING")
        return Misfit{"unknown verb \"" + quoted(verb, 20) +
                      "\"; this hub knows HELLO, APPEND, REPLAY and PING"};
    if (rest.count == 0) return Ping{};
    return Misfit{"PING takes no frame after the request id"};
}

} // namespace

Request read_request(Multipart& received, std::size_t first) {
    Request request;
    const auto& frames = received.frames;
    if (received.count < first + 2 || frames.size() < first + 2) {
        request.ask = Misfit{"a request is a verb, a request id, and the verb's own frames"};
        return request;
    }
    const auto id = frames[first + 1].to_string_view();
    if (id.empty() || id.size() > wire::request_id_bytes_max) {
        request.ask = Misfit{"a request id of " + std::to_string(id.size()) + " bytes; it takes 1 to 64"};
        return request;
    }
    request.id = std::string(id);
    request.ask = read_ask(frames[first].to_string_view(), {received, first + 2, received.count - first - 2});
    return request;
}

} // namespace regiekamer::hub
