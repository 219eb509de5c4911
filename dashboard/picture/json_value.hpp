// Values of the vocabulary and the picture as JSON values; only for the json_*.cpp files beside it.
#pragma once

#include "dashboard/picture/known.hpp"
#include "messaging/codec/description.hpp"

#include <boost/json.hpp>
#include <cmath>
#include <set>

namespace regiekamer::picture {

using JsonValue = boost::json::value;
using JsonObject = boost::json::object;
using JsonArray = boost::json::array;

inline JsonValue json_of(bool truth) {
    return truth;
}
/// JSON has no number for what is not finite (a rise between two values near the ends of a double).
inline JsonValue json_of(double number) {
    return std::isfinite(number) ? JsonValue(number) : JsonValue(nullptr);
}
inline JsonValue json_of(int number) {
    return number;
}
inline JsonValue json_of(std::size_t number) {
    return number;
}
inline JsonValue json_of(const std::string& text) {
    return JsonValue(text);
}
inline JsonValue json_of(std::string_view text) {
    return JsonValue(text);
}
inline JsonValue json_of(const char* text) {
    return JsonValue(text);
}
inline JsonValue json_of(JsonObject object) {
    return object;
}
inline JsonValue json_of(JsonArray array) {
    return array;
}
inline JsonValue json_of(JsonValue value) {
    return value;
}
inline JsonValue json_of(Rate rate) {
    return rate.value;
}
inline JsonValue json_of(minutes span) {
    return span.count();
}
/// null for "none yet", "always was" and "no end".
inline JsonValue json_of(Instant at) {
    if (at == Instant{} || at == Instant::min() || at == Instant::max()) return nullptr;
    return JsonValue(regiekamer::to_text(at));
}
template <class T>
requires codec::Named<T> || codec::Patterned<T> JsonValue json_of(const T& text) {
    return JsonValue(text.value);
}
template <codec::Bounded T>
JsonValue json_of(const T& number) {
    return number.value;
}
template <codec::Enumerated E>
JsonValue json_of(E word) {
    return JsonValue(codec::word(word));
}
template <codec::Described T>
JsonValue json_of(const T& value);
template <codec::Optional T>
JsonValue json_of(const T& value);
template <class T>
JsonValue json_of(const Known<T>& known);
template <class T>
JsonValue json_of(const std::vector<T>& list);
template <class T>
JsonValue json_of(const std::set<T>& set);

/// An object of names and values in turn.
inline void put_members(JsonObject&) {}
template <class T, class... Rest>
void put_members(JsonObject& object, std::string_view name, const T& value, const Rest&... rest) {
    object[name] = json_of(value);
    put_members(object, rest...);
}
template <class... Members>
JsonObject object_of(const Members&... members) {
    JsonObject object;
    put_members(object, members...);
    return object;
}

/// A list of what `make` makes of each item.
template <class List, class Make>
JsonArray array_of(const List& list, Make&& make) {
    JsonArray array;
    for (const auto& item : list)
        array.push_back(make(item));
    return array;
}

/// The members of a body as on the wire, absent ones as null.
template <codec::Described T>
JsonObject members_of(const T& value) {
    JsonObject object;
    codec::each_member<T>(
        [&](std::string_view name, auto pointer) { object[name] = json_of(value.*pointer); });
    return object;
}
/// Those of a known body, with the sequence of the message that set it.
template <codec::Described T>
JsonObject members_of(const Known<T>& known) {
    JsonObject object = members_of(known.value);
    object["sequence"] = known.sequence;
    object["time"] = json_of(known.time);
    return object;
}

template <codec::Described T>
JsonValue json_of(const T& value) {
    return members_of(value);
}
template <codec::Optional T>
JsonValue json_of(const T& value) {
    return value ? json_of(*value) : JsonValue(nullptr);
}
/// The value alone: null until somebody said so.
template <class T>
JsonValue json_of(const Known<T>& known) {
    return known.said() ? json_of(known.value) : JsonValue(nullptr);
}
template <class T>
JsonValue json_of(const std::vector<T>& list) {
    return array_of(list, [](const T& item) { return json_of(item); });
}
template <class T>
JsonValue json_of(const std::set<T>& set) {
    return array_of(set, [](const T& item) { return json_of(item); });
}

} // namespace regiekamer::picture
