// decode after encode is identity for every type, with bodies made from their descriptions; and no bytes at
// all make the decoder fail otherwise than with a Problem.
#include "messaging/codec/codec.hpp"
#include "messaging/codec/description.hpp"
#include "tests/support/property.hpp"

namespace round_trip_test {

using namespace regiekamer;

namespace {

std::string any_text() {
    static const std::vector<std::string> parts{"a", "Kade", "\"", "\\", "\n", "\t",
                                                "é", "€",    "😀",  "/",  "~",  " "};
    std::string text;
    for (const auto& part : *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(parts)))
        text += part;
    return text;
}
Instant any_instant() {
    return Instant{microseconds{*rc::gen::inRange<std::int64_t>(946'684'800'000'000, 4'102'444'799'999'999)}};
}
double any_number(double low, double high) {
    return low + (high - low) * (*rc::gen::inRange(0, 1'000'001)) / 1e6;
}

template <class T>
T any() {
    if constexpr (codec::Optional<T>) {
        return *rc::gen::arbitrary<bool>() ? T(any<typename T::value_type>()) : T();
    } else if constexpr (codec::List<T>) {
        T list;
        for (int left = *rc::gen::inRange(0, 4); left > 0; --left)
            list.push_back(any<typename T::value_type>());
        return list;
    } else if constexpr (codec::Named<T>) {
        return T("x" + any_text().substr(0, 0) + std::to_string(*rc::gen::inRange(0, 99)));
    } else if constexpr (codec::Bounded<T>) {
        return T(*rc::gen::inRange<std::int64_t>(T::min, T::max + 1));
    } else if constexpr (codec::Enumerated<T>) {
        const auto& words = codec::words_of<T>;
        return words[*rc::gen::inRange<std::size_t>(0, words.size())].second;
    } else if constexpr (std::is_same_v<T, Instant>) {
        return any_instant();
    } else if constexpr (std::is_same_v<T, Rate>) {
        return Rate{any_number(0.001, 1000)};
    } else if constexpr (std::is_same_v<T, Capcode>) {
        return Capcode{std::to_string(*rc::gen::inRange(1'000'000, 2'029'568))};
    } else if constexpr (std::is_same_v<T, Changeover>) {
        return Changeover{};
    } else if constexpr (std::is_same_v<T, Position>) {
        return Position{any_number(-90, 90), any_number(-180, 180)};
    } else if constexpr (std::is_same_v<T, std::string>) {
        return any_text();
    } else if constexpr (std::is_same_v<T, bool>) {
        return *rc::gen::arbitrary<bool>();
    } else if constexpr (std::is_same_v<T, double>) {
        return any_number(-1e6, 1e6);
    } else {
        T value{};
        codec::each_member<T>([&](std::string_view, auto pointer) {
            auto& member = value.*pointer;
            member = any<std::decay_t<decltype(member)>>();
        });
        return value;
    }
}

/// Makes a random body keep the rules between its members.
template <class T>
void mend(T& body) {
    if constexpr (requires { T::choice; })
        if constexpr (requires { body.incident.reset(); }) {
            body.event.reset();
            if (!body.incident) body.incident = IncidentId("i-1");
        }
    if constexpr (requires { body.from < body.until; }) {
        if constexpr (std::is_same_v<std::decay_t<decltype(body.from)>, Instant>)
            body.until = std::min(body.from, *read_instant("2098-01-01T00:00:00Z")) + hours(1);
        if constexpr (codec::Optional<std::decay_t<decltype(body.from)>>) body.from.reset();
        if constexpr (std::is_same_v<std::decay_t<decltype(body.from)>, Instant>)
            body.from = *std::optional<Instant>(body.until) - hours(1);
    }
    if constexpr (std::is_same_v<T, ActionOpened>) body.title += "x";
    if constexpr (std::is_same_v<T, AreaDrawn>) body.polygon.resize(3);
    if constexpr (std::is_same_v<T, WorksAnnounced>)
        if (body.polygon) body.polygon->resize(3);
    if constexpr (std::is_same_v<T, WarningReceived>) {
        body.identifier = "w-1";
        for (auto& area : body.areas)
            for (auto& polygon : area.polygons)
                polygon.resize(3);
    }
    if constexpr (std::is_same_v<T, PageReceived>)
        if (body.test) body.grip.reset();
    if constexpr (std::is_same_v<T, RotationSet>)
        body.persons.resize(2, "p-1"), body.zone = "Europe/Amsterdam";
    if constexpr (std::is_same_v<T, MessageWithdrawn>) body.message_source = "desk/a";
    if constexpr (std::is_same_v<T, SwapProposed>) {
        body.back_until.reset(), body.back_from.reset();
        body.from_person = "p-1", body.to_person = "p-2";
    }
    if constexpr (std::is_same_v<T, MeasurementTaken>) {
        if (body.quality == Quality::gat)
            body.value.reset();
        else
            body.value = 1.5;
    }
}

template <class T>
Message any_message() {
    Message message;
    message.id = "m-1";
    message.source = "test";
    message.time = any_instant();
    T body = any<T>();
    mend(body);
    message.body = body;
    return message;
}

} // namespace

TEST_CASE("every type reads back as it was written") {
    boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, Bodies>>([](auto tag) {
        using T = typename decltype(tag)::type;
        holds(std::string(T::type), [] {
            const Message message = any_message<T>();
            const auto again = codec::decode(codec::encode(message));
            if (!again) RC_FAIL(sentence(again.error().problem) + codec::encode(message));
            RC_ASSERT(*again == message);
        });
    });
}

TEST_CASE("any bytes are decoded or refused, never worse") {
    holds("random bytes", [] {
        const auto bytes = *rc::gen::container<std::string>(rc::gen::arbitrary<char>());
        codec::decode(bytes);
        codec::read(bytes);
    });
    holds("a valid event with one byte changed", [] {
        std::string text = codec::encode(any_message<ActionOpened>());
        text[*rc::gen::inRange<std::size_t>(0, text.size())] = *rc::gen::arbitrary<char>();
        const auto message = codec::decode(text);
        if (message) RC_ASSERT(codec::decode(codec::encode(*message)).value() == *message);
    });
}

} // namespace round_trip_test
