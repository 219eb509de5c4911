// Errors as values: the one header that names the expected type, so that std::expected can replace it.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace regiekamer {

/// Why something was refused: the place (a JSON pointer, file:line:column, an option), what stood there, and
/// what would have been right. All three are English; the screen words them in Dutch.
struct Problem {
    std::string where, found, expected;
    bool operator==(const Problem&) const = default;
};

template <class T>
using Result = tl::expected<T, Problem>;

/// A Problem as the error of any Result.
inline tl::unexpected<Problem> refuse(std::string where, std::string found, std::string expected) {
    return tl::unexpected<Problem>(Problem{std::move(where), std::move(found), std::move(expected)});
}

/// "where: found …, expected …": one line for a log or stderr.
inline std::string sentence(const Problem& problem) {
    std::string line = problem.where;
    if (!line.empty()) line += ": ";
    line += problem.found;
    if (!problem.expected.empty()) line += ", expected " + problem.expected;
    return line;
}

} // namespace regiekamer
