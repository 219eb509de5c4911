// One table of a scenario file, read key by key; every misfit becomes an Error with its place.
#pragma once

#include "scenarios/player/scenario.hpp"

#include <toml++/toml.h>

namespace regiekamer::player {

Place place_of(const toml::node& node);
Place place_of(const toml::key& key);
/// What stood there, in words: `"text"`, `12`, `a table`, `a date`.
std::string shown(const toml::node& node);
std::string quote(std::string_view text);

/// All that is wrong with one file.
class Complaints {
public:
    explicit Complaints(std::string file) : file_(std::move(file)) {}
    void add(Place place, const std::string& found, const std::string& expected, std::string hint = {});
    /// In the order of the file.
    std::vector<Error> sorted() &&;
    [[nodiscard]] std::size_t count() const { return errors_.size(); }

private:
    std::string file_;
    std::vector<Error> errors_;
};

/// Reads the keys of one table. A key that is not in `known` is complained of at once; a required key that is
/// missing or of another kind gives a complaint and an empty value, so that the reading goes on.
class Block {
public:
    Block(const toml::table& table, Complaints& complaints, std::vector<std::string> known);

    [[nodiscard]] Place place() const { return place_of(table_); }
    /// The place of a key's value, or of the table when it has none.
    [[nodiscard]] Place place(std::string_view key) const;
    [[nodiscard]] bool has(std::string_view key) const { return table_.contains(key); }

    std::string text(std::string_view key);
    std::optional<std::string> optional_text(std::string_view key);
    /// Text of 1 to 256 bytes.
    std::string name(std::string_view key);
    std::optional<std::string> optional_name(std::string_view key);
    /// A name that may be written as a whole number (`nr = 12`).
    std::string number_or_name(std::string_view key);
    bool truth(std::string_view key);
    std::int64_t whole(std::string_view key, std::int64_t otherwise);
    microseconds offset(std::string_view key);
    microseconds duration(std::string_view key);
    /// A table, or an array, or null with a complaint.
    const toml::table* table(std::string_view key);
    const toml::array* array(std::string_view key);

private:
    /// The node, or null; complains when it is missing.
    const toml::node* required(std::string_view key);
    std::string text_of(const toml::node& node);
    std::string name_of(const toml::node& node);
    void misfit(const toml::node& node, const std::string& expected);

    const toml::table& table_;
    Complaints& complaints_;
};

} // namespace regiekamer::player
