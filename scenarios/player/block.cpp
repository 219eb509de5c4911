// The kinds of value that a scenario file has, each with its sentence.
#include "scenarios/player/block.hpp"

#include "scenarios/player/moment.hpp"
#include "scenarios/player/nearest.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::player {
namespace {

constexpr std::size_t shown_bytes_max = 60;

Place place_at(const toml::source_region& region) {
    return {region.begin.line, region.begin.column};
}

} // namespace

Place place_of(const toml::node& node) {
    return place_at(node.source());
}
Place place_of(const toml::key& key) {
    return place_at(key.source());
}

std::string quote(std::string_view text) {
    std::string out = "\"";
    std::size_t size = std::min(text.size(), shown_bytes_max);
    while (size < text.size() && size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U)
        --size; // never half a character
    for (const char c : text.substr(0, size))
        out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    return out + (size < text.size() ? "…\"" : "\"");
}

std::string shown(const toml::node& node) {
    switch (node.type()) {
    case toml::node_type::string:
        return quote(node.as_string()->get());
    case toml::node_type::integer:
        return std::to_string(node.as_integer()->get());
    case toml::node_type::floating_point:
        return fmt::format("{}", node.as_floating_point()->get());
    case toml::node_type::boolean:
        return node.as_boolean()->get() ? "true" : "false";
    case toml::node_type::table:
        return "a table";
    case toml::node_type::array:
        return "a list";
    case toml::node_type::date:
    case toml::node_type::time:
    case toml::node_type::date_time:
        return "a date or time without quotes";
    case toml::node_type::none:
        break;
    }
    return "nothing";
}

void Complaints::add(Place place, const std::string& found, const std::string& expected, std::string hint) {
    errors_.push_back(
        {file_, place.line, place.column, "found " + found + ", expected " + expected, std::move(hint)});
}

std::vector<Error> Complaints::sorted() && {
    std::stable_sort(errors_.begin(), errors_.end(), [](const Error& a, const Error& b) {
        return std::pair(a.line, a.column) < std::pair(b.line, b.column);
    });
    return std::move(errors_);
}

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

microseconds Block::offset(std::string_view key) {
    const toml::node* node = required(key);
    if (node == nullptr) return {};
    const auto* value = node->as_string();
    const auto read = value == nullptr ? std::nullopt : read_offset(value->get());
    if (!read) misfit(*node, R"(a time from the start, such as "T+01:15" or "T-00:30:00")");
    return read.value_or(microseconds{});
}

microseconds Block::duration(std::string_view key) {
    const toml::node* node = required(key);
    if (node == nullptr) return {};
    const auto* value = node->as_string();
    const auto read = value == nullptr ? std::nullopt : read_duration(value->get());
    if (!read || read->count() <= 0) misfit(*node, R"(a duration above nothing, such as "10m" or "1h30m")");
    return read.value_or(microseconds{});
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

std::string text(const Error& error) {
    std::string line = error.file;
    if (error.line > 0) line += ":" + std::to_string(error.line) + ":" + std::to_string(error.column);
    line += ": " + error.message;
    if (!error.hint.empty()) line += "; did you mean " + quote(error.hint) + "?";
    return line;
}

} // namespace regiekamer::player
