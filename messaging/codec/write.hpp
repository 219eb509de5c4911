// Described structs -> JSON text, straight into a string: no DOM between.
#pragma once

#include "messaging/codec/description.hpp"

#include "messaging/vocabulary/message.hpp"

#include <string>

namespace regiekamer::codec {

void write_value(std::string& out, std::string_view text);
void write_value(std::string& out, double number); ///< shortest text that reads back the same
void write_value(std::string& out, std::int64_t number);
inline void write_value(std::string& out, const std::string& text) {
    write_value(out, std::string_view(text));
}
inline void write_value(std::string& out, bool truth) {
    out += truth ? "true" : "false";
}
inline void write_value(std::string& out, Instant instant) {
    out += '"';
    out.append(to_text(instant)) += '"';
}
inline void write_value(std::string& out, Rate rate) {
    write_value(out, rate.value);
}
template <class T>
requires Named<T> || Patterned<T>
void write_value(std::string& out, const T& text) {
    write_value(out, std::string_view(text.value));
}
template <Bounded T>
void write_value(std::string& out, const T& number) {
    write_value(out, number.value);
}
template <Enumerated E>
void write_value(std::string& out, E value) {
    out += '"';
    out.append(word(value)) += '"';
}
template <class T>
void write_value(std::string& out, const std::vector<T>& list);

/// An object with the members that are there; `out` gets no comma before the first.
template <Described T>
void write_value(std::string& out, const T& value) {
    out += '{';
    each_member<T>([&](std::string_view name, auto pointer) {
        const auto& member = value.*pointer;
        const auto put = [&](const auto& present) {
            if (out.back() != '{') out += ',';
            out += '"';
            out.append(name).append("\":", 2);
            write_value(out, present);
        };
        if constexpr (Optional<std::decay_t<decltype(member)>>) {
            if (member) put(*member);
        } else {
            put(member);
        }
    });
    out += '}';
}

template <class T>
void write_value(std::string& out, const std::vector<T>& list) {
    out += '[';
    for (const auto& item : list) {
        if (out.back() != '[') out += ',';
        write_value(out, item);
    }
    out += ']';
}

/// A body as `encode_body` has it, behind what `out` holds already.
void append_body(std::string& out, const Body& body);

} // namespace regiekamer::codec
