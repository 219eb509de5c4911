// Described structs -> JSON text, straight into bytes: no DOM between.
#pragma once

#include "messaging/codec/description.hpp"
#include "messaging/codec/text.hpp"
#include "messaging/vocabulary/message.hpp"

namespace regiekamer::codec {

void write_value(Text& out, std::string_view text);
void write_value(Text& out, Instant instant);
inline void write_value(Text& out, double number) {
    out.add_number(number); // the shortest text that reads back the same
}
inline void write_value(Text& out, std::int64_t number) {
    out.add_number(number);
}
inline void write_value(Text& out, const std::string& text) {
    write_value(out, std::string_view(text));
}
inline void write_value(Text& out, bool truth) {
    out.add(truth ? std::string_view("true") : std::string_view("false"));
}
inline void write_value(Text& out, Rate rate) {
    write_value(out, rate.value);
}
template <class T>
requires Named<T> || Patterned<T>
void write_value(Text& out, const T& text) {
    write_value(out, std::string_view(text.value));
}
template <Bounded T>
void write_value(Text& out, const T& number) {
    write_value(out, number.value);
}
template <Enumerated E>
void write_value(Text& out, E value) {
    out.add('"');
    out.add(word(value));
    out.add('"');
}
template <class T>
void write_value(Text& out, const std::vector<T>& list);

/// `,"name":`, made when compiling.
template <class Member>
struct MemberStart {
    static constexpr std::string_view name = wire_name(Member::name);
    static constexpr auto letters = [] {
        std::array<char, name.size() + 4> all{',', '"'};
        std::copy(name.begin(), name.end(), all.begin() + 2);
        all[name.size() + 2] = '"';
        all[name.size() + 3] = ':';
        return all;
    }();
    static constexpr std::string_view text{letters.data(), letters.size()};
};

/// An object with the members that are there; `out` gets no comma before the first.
template <Described T>
void write_value(Text& out, const T& value) {
    out.add('{');
    boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>(
        [&]<class Member>(Member) {
            const auto& member = value.*Member::pointer;
            const auto put = [&](const auto& present) {
                constexpr std::string_view start = MemberStart<Member>::text;
                out.add(out.last() == '{' ? start.substr(1) : start);
                write_value(out, present);
            };
            if constexpr (Optional<std::decay_t<decltype(member)>>) {
                if (member) put(*member);
            } else {
                put(member);
            }
        });
    out.add('}');
}

template <class T>
void write_value(Text& out, const std::vector<T>& list) {
    out.add('[');
    for (const auto& item : list) {
        if (out.last() != '[') out.add(',');
        write_value(out, item);
    }
    out.add(']');
}

/// A body as `encode_body` has it, behind what `out` holds already.
void write_body(Text& out, const Body& body);

} // namespace regiekamer::codec
