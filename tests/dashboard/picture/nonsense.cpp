// Instantiated for every type of the vocabulary here, and nowhere else: it takes the compiler half a minute.
#include "tests/dashboard/picture/nonsense.hpp"

#include <boost/describe.hpp>
#include <boost/mp11.hpp>

using namespace regiekamer;

template <class T>
T Nonsense::any() {
    if constexpr (std::is_same_v<T, std::string>) {
        static const char* const words[] = {"", "0.5", "3.6", "copi", "P 1 OVD-BZ GRIP 2", "overleg", "é"};
        return words[below(7)];
    } else if constexpr (std::is_same_v<T, bool>) {
        return below(2) == 1;
    } else if constexpr (std::is_same_v<T, double>) {
        return static_cast<double>(below(400)) - 50;
    } else if constexpr (std::is_same_v<T, Instant>) {
        return start + minutes(below(2'000));
    } else if constexpr (requires(T t) { t.emplace_back(); }) {
        T list;
        for (std::size_t left = below(4); left > 0; --left)
            list.push_back(any<typename T::value_type>());
        return list;
    } else if constexpr (requires(T t) { t.has_value(); }) {
        return below(2) == 1 ? T(any<typename T::value_type>()) : T();
    } else if constexpr (requires {
                             T::min;
                             T::max;
                         }) {
        return T(T::min + static_cast<std::int64_t>(below(5)));
    } else if constexpr (std::is_same_v<T, Rate>) {
        return Rate{static_cast<double>(below(100))};
    } else if constexpr (std::is_same_v<T, Capcode>) {
        return Capcode{"142005" + std::to_string(below(4))};
    } else if constexpr (std::is_same_v<T, Changeover>) {
        return Changeover{};
    } else if constexpr (std::is_enum_v<T>) {
        T value{};
        std::size_t pick = below(boost::mp11::mp_size<boost::describe::describe_enumerators<T>>::value);
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>([&](auto one) {
            if (pick-- == 0) value = one.value;
        });
        return value;
    } else if constexpr (requires(T t) {
                             t.empty();
                             t.value;
                         }) {
        static const char* const names[] = {"a", "b", "OvD-Bz", "m3", "m10", "te-laat/a/1"};
        return T(names[below(6)]);
    } else {
        T body{};
        boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>(
            [&](auto member) {
                using Member = std::decay_t<decltype(body.*member.pointer)>;
                body.*member.pointer = any<Member>();
            });
        return body;
    }
}

Body Nonsense::any_body() {
    const std::size_t type = below(boost::mp11::mp_size<BodyVariant>::value);
    return boost::mp11::mp_with_index<boost::mp11::mp_size<BodyVariant>::value>(type, [&](auto index) {
        using T = boost::mp11::mp_at_c<BodyVariant, index>;
        if constexpr (std::is_same_v<T, Foreign>)
            return Body{Foreign{"org.example.x", "{}"}};
        else
            return Body{any<T>()};
    });
}

MessageWithdrawn Nonsense::withdrawal() {
    const auto target = 1 + below(sequence_ + 5);
    const std::string source = target % 3 == 0 ? "scenario/x/run" : "desk/a";
    return {"m" + std::to_string(target), below(10) == 0 ? "desk/other" : source, "vergissing"};
}

Recorded Nonsense::next(Mode mode, unsigned withdrawals) {
    Recorded fact;
    fact.sequence = ++sequence_;
    fact.recorded = start + seconds(sequence_);
    fact.message.id = "m" + std::to_string(sequence_);
    fact.message.source = sequence_ % 3 == 0 ? "scenario/x/run" : "desk/a";
    fact.message.time = any<Instant>();
    fact.message.status = mode;
    fact.message.function = any<std::optional<Function>>();
    fact.message.person = any<std::optional<PersonId>>();
    fact.message.cause = any<std::optional<MessageId>>();
    fact.message.body = below(100) < withdrawals ? Body{withdrawal()} : any_body();
    return fact;
}
