// What can be said of a message without knowing its body.
#include "messaging/vocabulary/message.hpp"

namespace regiekamer {

bool simulated(const Message& message) {
    return message.status == Mode::exercise && message.person && message.person->value == simulated_person;
}

bool of_the_future(Instant time, Mode status, Instant arrival) {
    return status == Mode::actual && time > arrival + fast_clock;
}

std::string type_of(const Body& body) {
    return std::visit(
        [](const auto& value) {
            if constexpr (requires { value.data; } && std::is_same_v<std::decay_t<decltype(value)>, Foreign>)
                return value.type;
            else
                return std::string(type_prefix) + std::string(value.type);
        },
        body);
}

} // namespace regiekamer
