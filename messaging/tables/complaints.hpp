// Gathers what is wrong with one file while it is read.
#pragma once

#include "messaging/tables/error.hpp"

#include <string_view>
#include <toml++/toml.h>
#include <vector>

namespace regiekamer::tables {

Place place_of(const toml::node& node);
Place place_of(const toml::key& key);
/// What stood there, in words: `"text"`, `12`, `a table`, `a date`.
std::string shown(const toml::node& node);
std::string quote(std::string_view text);

/// All that is wrong with one file, and with what it includes.
class Complaints {
public:
    explicit Complaints(std::string file) : file_(std::move(file)) {}
    void add(const Place& place, const std::string& found, const std::string& expected,
             std::string hint = {});
    /// In the order of the file; then what it includes.
    std::vector<Error> sorted() &&;
    [[nodiscard]] std::size_t count() const { return errors_.size(); }

private:
    std::string file_;
    std::vector<Error> errors_;
};

} // namespace regiekamer::tables
