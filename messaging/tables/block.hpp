// One table of a TOML file that people write, read key by key; every misfit becomes an Error with its place.
#pragma once

#include "messaging/tables/complaints.hpp"

#include <optional>

namespace regiekamer::tables {

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
    /// A table, or an array, or null with a complaint.
    const toml::table* table(std::string_view key);
    const toml::array* array(std::string_view key);

    /// The node, or null; complains when it is missing.
    const toml::node* required(std::string_view key);
    /// Complains of a value that is not what it should be.
    void misfit(const toml::node& node, const std::string& expected);

private:
    std::string text_of(const toml::node& node);
    std::string name_of(const toml::node& node);

    const toml::table& table_;
    Complaints& complaints_;
};

} // namespace regiekamer::tables
