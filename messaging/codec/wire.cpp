// The frames that are not events, through the same reader and writer as the bodies.
#include "messaging/codec/wire.hpp"

#include "messaging/codec/read.hpp"
#include "messaging/codec/write.hpp"

namespace regiekamer::wire {

template <class T>
std::string to_json(const T& value) {
    codec::Text text(256);
    codec::write_value(text, value);
    return std::move(text).take();
}

template <class T>
Result<T> from_json(std::string_view text) {
    const auto parsed = codec::parse(text, 8);
    if (!parsed) return tl::unexpected(parsed.error());
    T value;
    codec::Reading reading;
    if (!codec::read_value(*parsed, value, codec::Path{}, reading))
        return tl::unexpected(std::move(*reading.problem));
    return value;
}

// clang-format off
template std::string to_json(const Hello&);        template Result<Hello> from_json(std::string_view);
template std::string to_json(const Welcome&);      template Result<Welcome> from_json(std::string_view);
template std::string to_json(const Pong&);         template Result<Pong> from_json(std::string_view);
template std::string to_json(const Replay&);       template Result<Replay> from_json(std::string_view);
template std::string to_json(const EventsHead&);   template Result<EventsHead> from_json(std::string_view);
template std::string to_json(const Meta&);         template Result<Meta> from_json(std::string_view);
template std::string to_json(const AppendResult&); template Result<AppendResult> from_json(std::string_view);
template std::string to_json(const Error&);        template Result<Error> from_json(std::string_view);
// clang-format on

} // namespace regiekamer::wire
