// The kinds of value that a table has, each with its sentence.
#include "messaging/tables/block.hpp"

#include "messaging/tables/nearest.hpp"
#include "messaging/vocabulary/values.hpp"

#include <algorithm>

namespace regiekamer::tables {

Block::Block(const toml::table& table, Complaints& complaints, std::vector<std::string> known)
    : table_(table), complaints_(complaints) {
    for (const auto& [key, node] : table) {
        const std::string word(key.str());
        if (std::find(known.begin(), known.end(), word) != known.end()) continue;
        std::string list;
        for (const std::string& name : known)
            list += (list.empty() ? "" : ", ") + name;
        complaints.add(place_of(key), "the key " + quote(word), "one of " + list, nearest(word, known));
    }
}

Place Block::place(std::string_view key) const {
    const toml::node* node = table_.get(key);
    return node == nullptr ? place() : place_of(*node);
}

const toml::node* Block::required(std::string_view key) {
    const toml::node* node = table_.get(key);
    if (node == nullptr) complaints_.add(place(), "nothing", "the key " + quote(key));
    return node;
}

void Block::misfit(const toml::node& node, const std::string& expected) {
    complaints_.add(place_of(node), shown(node), expected);
}

std::string Block::text_of(const toml::node& node) {
    const auto* value = node.as_string();
    if (value == nullptr) {
        misfit(node, "text");
        return {};
    }
    if (value->get().empty()) misfit(node, "text that is not empty");
    if (value->get().find('\0') != std::string::npos)
        complaints_.add(place_of(node), "the character U+0000", "text without it");
    return value->get();
}

std::string Block::name_of(const toml::node& node) {
    std::string value = text_of(node);
    if (value.size() > name_bytes_max)
        complaints_.add(place_of(node), std::to_string(value.size()) + " bytes", "text of at most 256 bytes");
    return value;
}

std::string Block::text(std::string_view key) {
    const toml::node* node = required(key);
    return node == nullptr ? std::string() : text_of(*node);
}

std::optional<std::string> Block::optional_text(std::string_view key) {
    if (!has(key)) return std::nullopt;
    return text(key);
}

std::string Block::name(std::string_view key) {
    const toml::node* node = required(key);
    return node == nullptr ? std::string() : name_of(*node);
}

std::optional<std::string> Block::optional_name(std::string_view key) {
    if (!has(key)) return std::nullopt;
    return name(key);
}

std::string Block::number_or_name(std::string_view key) {
    const toml::node* node = required(key);
    if (node == nullptr) return {};
    if (const auto* number = node->as_integer()) return std::to_string(number->get());
    return name_of(*node);
}

bool Block::truth(std::string_view key) {
    const toml::node* node = required(key);
    if (node == nullptr) return false;
    if (const auto* value = node->as_boolean()) return value->get();
    misfit(*node, "true or false");
    return false;
}

std::int64_t Block::whole(std::string_view key, std::int64_t otherwise) {
    const toml::node* node = table_.get(key);
    if (node == nullptr) return otherwise;
    if (const auto* value = node->as_integer()) return value->get();
    misfit(*node, "a whole number");
    return otherwise;
}

const toml::table* Block::table(std::string_view key) {
    const toml::node* node = required(key);
    if (node == nullptr) return nullptr;
    if (!node->is_table()) misfit(*node, "a table");
    return node->as_table();
}

const toml::array* Block::array(std::string_view key) {
    const toml::node* node = required(key);
    if (node == nullptr) return nullptr;
    if (!node->is_array()) misfit(*node, "a list");
    return node->as_array();
}

} // namespace regiekamer::tables
