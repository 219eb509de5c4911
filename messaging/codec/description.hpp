// What Boost.Describe knows of a type, in the words of the wire. Reader, writer and schema all go through
// here.
#pragma once

#include "messaging/vocabulary/rare.hpp"
#include "messaging/vocabulary/values.hpp"

#include <array>
#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <string_view>
#include <type_traits>

namespace regiekamer::codec {

template <class T>
struct is_optional : std::false_type {};
template <class T>
struct is_optional<std::optional<T>> : std::true_type {};
template <class T>
struct is_optional<Rare<T>> : std::true_type {};
template <class T>
struct is_vector : std::false_type {};
template <class T>
struct is_vector<std::vector<T>> : std::true_type {};
template <class T>
struct is_name : std::false_type {};
template <class Tag>
struct is_name<Name<Tag>> : std::true_type {};
template <class T>
struct is_whole : std::false_type {};
template <std::int64_t low, std::int64_t high>
struct is_whole<Whole<low, high>> : std::true_type {};

template <class T>
concept Optional = is_optional<T>::value;
template <class T>
concept List = is_vector<T>::value;
template <class T>
concept Named = is_name<T>::value;
template <class T>
concept Bounded = is_whole<T>::value;
template <class T>
concept Patterned = requires {
    T::pattern;
};
template <class T>
concept Described = boost::describe::has_describe_members<T>::value;
template <class T>
concept Enumerated = boost::describe::has_describe_enumerators<T>::value;

/// A member's name on the wire: a trailing underscore only keeps it from being a C++ keyword (`class_`).
constexpr std::string_view wire_name(const char* member) {
    std::string_view name = member;
    if (name.ends_with('_')) name.remove_suffix(1);
    return name;
}

/// Calls `visit(wire name, pointer to member)` for each described member, in order.
template <Described T, class Visit>
constexpr void each_member(Visit&& visit) {
    boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>(
        [&](auto member) { visit(wire_name(member.name), member.pointer); });
}

template <Described T>
inline constexpr std::size_t member_count =
    boost::mp11::mp_size<boost::describe::describe_members<T, boost::describe::mod_public>>::value;

/// The wire names of the described members, in order.
template <Described T>
constexpr auto member_names_in_order() {
    std::array<std::string_view, member_count<T>> names{};
    std::size_t at = 0;
    each_member<T>([&](std::string_view name, auto) { names[at++] = name; });
    return names;
}
template <Described T>
inline constexpr auto member_names_of = member_names_in_order<T>();

/// The words of an enum as on the wire, in order, with their values.
template <Enumerated E>
constexpr auto words() {
    using List = boost::describe::describe_enumerators<E>;
    std::array<std::pair<std::string_view, E>, boost::mp11::mp_size<List>::value> all{};
    std::size_t at = 0;
    boost::mp11::mp_for_each<List>([&](auto enumerator) {
        const std::string_view other = spelled(enumerator.value);
        all[at++] = {other.empty() ? std::string_view(enumerator.name) : other, enumerator.value};
    });
    return all;
}
template <Enumerated E>
inline constexpr auto words_of = words<E>();

/// The word of one enumerator; "" for a value that has none (never read from the wire).
template <Enumerated E>
constexpr std::string_view word(E value) {
    for (const auto& [text, known] : words_of<E>)
        if (known == value) return text;
    return {};
}

} // namespace regiekamer::codec
