// The codec judges; here each refusal gets the words that it is counted by.
#include "messaging/feeds/cloud_events.hpp"

#include "messaging/codec/codec.hpp"
#include "messaging/feeds/bytes.hpp"
#include "messaging/feeds/reading.hpp"

#include <fmt/format.h>

namespace regiekamer::feeds {
namespace {

std::string_view trimmed(std::string_view piece) {
    constexpr std::string_view blank = " \t\r\n";
    const auto first = piece.find_first_not_of(blank);
    if (first == std::string_view::npos) return {};
    return piece.substr(first, piece.find_last_not_of(blank) - first + 1);
}

Became aside(std::string reason, std::string_view piece) {
    Became became;
    became.aside.push_back({std::move(reason), sample_of(piece)});
    return became;
}

Became became_of(std::string_view piece, Mode status, Instant arrival) {
    const auto text = trimmed(piece);
    if (text.empty()) return {};
    if (text.size() > codec::event_bytes_max) return aside("the event is larger than 256 KiB", text);
    auto message = codec::decode(text);
    if (!message) {
        const Problem& problem = message.error().problem;
        return aside(fmt::format("{}expected {}", problem.where.empty() ? "" : problem.where + ": ",
                                 problem.expected.empty() ? "another event" : problem.expected),
                     text);
    }
    if (message->status != status)
        return aside(status == Mode::exercise ? "/status: expected exercise: this hub is one"
                                              : "/status: expected actual: this hub is no exercise",
                     text);
    if (of_the_future(message->time, status, arrival)) return aside(std::string(future_reason), text);
    Became became;
    became.said.push_back(
        {std::move(message->body), std::move(message->id), message->time, std::string(text)});
    return became;
}

} // namespace

Reader cloud_event_reader(Mode status) {
    return [status](std::string_view piece, Instant arrival) { return became_of(piece, status, arrival); };
}

} // namespace regiekamer::feeds
