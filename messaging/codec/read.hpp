// JSON -> described structs. Every misfit comes back with its place; the place is built only when needed.
#pragma once

#include "messaging/codec/description.hpp"
#include "messaging/codec/parse.hpp"
#include "messaging/vocabulary/message.hpp"

#include <cmath>
#include <span>

namespace regiekamer::codec {

/// Where the reader stands: a list on the stack, made into a JSON pointer only for a Problem.
struct Path {
    const Path* up = nullptr;
    std::string_view member;
    std::size_t index = 0;

    [[nodiscard]] std::string pointer() const {
        if (up == nullptr) return std::string(member); // the root carries its own prefix
        return up->pointer() + "/" + (member.empty() ? std::to_string(index) : pointer_token(member));
    }
};

/// One reading: the first problem met, and the members that nobody knows. What words a problem is marked
/// cold: the way of a good message must fit the instruction cache, or decoding takes a third longer.
struct Reading {
    std::optional<Problem> problem;
    std::vector<UnknownMember>* unknown = nullptr;

    [[gnu::cold]] bool refuse(const Path& at, std::string found, std::string expected) {
        problem = Problem{at.pointer(), std::move(found), std::move(expected)};
        return false;
    }
    /// A value of another kind than the type has.
    [[gnu::cold]] bool misfit(const Path& at, const boost::json::value& value, std::string expected) {
        return refuse(at, found_text(value), std::move(expected));
    }
};

bool read_value(const boost::json::value& value, std::string& out, const Path& at, Reading& reading);
bool read_value(const boost::json::value& value, bool& out, const Path& at, Reading& reading);
bool read_value(const boost::json::value& value, double& out, const Path& at, Reading& reading);
bool read_value(const boost::json::value& value, std::int64_t& out, const Path& at, Reading& reading);
bool read_value(const boost::json::value& value, Instant& out, const Path& at, Reading& reading);
bool read_value(const boost::json::value& value, Position& out, const Path& at, Reading& reading);
bool read_value(const boost::json::value& value, Rate& out, const Path& at, Reading& reading);
bool read_value(const boost::json::value& value, Capcode& out, const Path& at, Reading& reading);
bool read_value(const boost::json::value& value, Changeover& out, const Path& at, Reading& reading);
/// Free text of 1-256 bytes.
bool read_name(const boost::json::value& value, std::string& out, const Path& at, Reading& reading);
/// A whole number from low to high; 2.0 is one.
bool read_whole(const boost::json::value& value, std::int64_t low, std::int64_t high, std::int64_t& out,
                const Path& at, Reading& reading);
/// Notes the members of `object` that are not among `known`.
void keep_unknown(const boost::json::object& object, std::span<const std::string_view> known, const Path& at,
                  Reading& reading);

template <Named T>
bool read_value(const boost::json::value& value, T& out, const Path& at, Reading& reading) {
    return read_name(value, out.value, at, reading);
}
template <Bounded T>
bool read_value(const boost::json::value& value, T& out, const Path& at, Reading& reading) {
    return read_whole(value, T::min, T::max, out.value, at, reading);
}
template <Enumerated E>
bool read_value(const boost::json::value& value, E& out, const Path& at, Reading& reading) {
    if (const auto* text = value.if_string()) {
        for (const auto& [known, enumerator] : words_of<E>)
            if (*text == known) {
                out = enumerator;
                return true;
            }
    }
    std::string expected = "one of";
    for (const auto& [known, enumerator] : words_of<E>)
        expected += " " + std::string(known) + ",";
    expected.pop_back();
    const auto* text = value.if_string();
    return text ? reading.refuse(at, cut(*text, 60), expected) : reading.misfit(at, value, expected);
}
template <Optional T>
bool read_value(const boost::json::value& value, T& out, const Path& at, Reading& reading) {
    if (value.is_null()) return true;
    return read_value(value, out.emplace(), at, reading);
}
template <class T>
bool read_value(const boost::json::value& value, std::vector<T>& out, const Path& at, Reading& reading) {
    const auto* list = value.if_array();
    if (list == nullptr) return reading.misfit(at, value, "a list");
    out.resize(list->size());
    for (std::size_t i = 0; i < out.size(); ++i)
        if (!read_value((*list)[i], out[i], Path{&at, {}, i}, reading)) return false;
    return true;
}

template <Described T>
bool read_value(const boost::json::value& value, T& out, const Path& at, Reading& reading);

/// Finds the members of `object` that have one of these names; found[i] belongs to names[i]. Writers mostly
/// keep our order, so each name is looked for behind the last one found. How many of the members were known.
std::size_t find_members(const boost::json::object& object, std::span<const std::string_view> names,
                         std::span<const boost::json::value*> found);

/// The members of a described struct, by name; null is absent.
template <Described T>
bool read_members(const boost::json::object& object, T& out, const Path& at, Reading& reading) {
    constexpr auto& names = member_names_of<T>;
    std::array<const boost::json::value*, names.size()> found{};
    const std::size_t known = find_members(object, names, found);
    std::size_t next = 0;
    bool fits = true;
    each_member<T>([&](std::string_view name, auto pointer) {
        const auto* value = found[next++];
        if (!fits) return;
        auto& member = out.*pointer;
        if (value == nullptr || value->is_null()) {
            if constexpr (!Optional<std::decay_t<decltype(member)>>)
                fits = reading.refuse(Path{&at, name}, "nothing", "this member");
            return;
        }
        fits = read_value(*value, member, Path{&at, name}, reading);
    });
    if (fits && reading.unknown != nullptr && known != object.size())
        keep_unknown(object, names, at, reading);
    return fits;
}

/// The rules of a body that its members' types do not carry: a choice of two members, from before until, and
/// what `broken_rule` in the vocabulary says.
template <Described T>
bool keeps_rules(const T& body, const Path& at, Reading& reading) {
    const auto placed = [&](Problem problem) __attribute__((cold)) {
        problem.where = at.pointer() + problem.where;
        reading.problem = std::move(problem);
        return false;
    };
    if constexpr (requires { T::choice; }) {
        int present = 0;
        each_member<T>([&](std::string_view name, auto pointer) {
            if constexpr (Optional<std::decay_t<decltype(body.*pointer)>>)
                if ((name == T::choice.first || name == T::choice.second) && (body.*pointer).has_value())
                    ++present;
        });
        const std::string first(T::choice.first), second(T::choice.second);
        if (present == 2) return placed({"/" + second, "both", "only one of " + first + " or " + second});
        if (present == 0 && T::choice.required)
            return placed({"/" + first, "nothing", first + " or " + second});
    }
    if constexpr (requires { body.from < body.until; }) {
        const std::optional<Instant> from = body.from, until = body.until;
        if (from && until && *until <= *from)
            return placed({"/until", to_text(*until), "an instant after from"});
    }
    if constexpr (requires { broken_rule(body); })
        if (auto problem = broken_rule(body)) return placed(std::move(*problem));
    return true;
}

template <Described T>
bool read_value(const boost::json::value& value, T& out, const Path& at, Reading& reading) {
    const auto* object = value.if_object();
    if (object == nullptr) return reading.misfit(at, value, "an object");
    return read_members(*object, out, at, reading) && keeps_rules(out, at, reading);
}

/// A body of this type into `body`; pointers start at the body. What is wrong with it, if anything.
std::optional<Problem> read_body(std::string_view type, const boost::json::value& data, Body& body,
                                 std::vector<UnknownMember>* unknown);

} // namespace regiekamer::codec
