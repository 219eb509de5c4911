// What is wrong with a TOML file that people write: each misfit with its line and column, what stood there,
// what would have been right, and the known word that was perhaps meant.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace regiekamer::tables {

/// Where something stands in a file; both count from 1, 0 is nowhere. `file` is null where only one is read.
struct Place {
    std::uint32_t line = 0, column = 0;
    std::shared_ptr<const std::string> file{};
    bool operator==(const Place&) const = default;
};

/// What is wrong, or odd, in a file.
struct Error {
    std::string file;
    std::uint32_t line = 0, column = 0;
    std::string message; ///< "found …, expected …"
    std::string hint;    ///< the known word nearest to what was found, or empty
    std::string found{}; ///< what stood there, as the message says it; empty where the file is no TOML
    bool operator==(const Error&) const = default;
};

/// "file:line:column: found …, expected …; did you mean "text"?"
std::string text(const Error& error);

} // namespace regiekamer::tables
