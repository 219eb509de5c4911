// What is said about a file: in the order of its lines, cut to what a person can read.
#include "messaging/tables/complaints.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>

namespace regiekamer::tables {
namespace {

constexpr std::size_t shown_bytes_max = 60;

Place place_at(const toml::source_region& region) {
    return {region.begin.line, region.begin.column, region.path};
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

void Complaints::add(const Place& place, const std::string& found, const std::string& expected,
                     std::string hint) {
    errors_.push_back({place.file ? *place.file : file_, place.line, place.column,
                       "found " + found + ", expected " + expected, std::move(hint), found});
}

std::vector<Error> Complaints::sorted() && {
    const auto order = [this](const Error& error) {
        return std::tuple(error.file != file_, std::string_view(error.file), error.line, error.column);
    };
    std::stable_sort(errors_.begin(), errors_.end(),
                     [&](const Error& a, const Error& b) { return order(a) < order(b); });
    return std::move(errors_);
}

std::string text(const Error& error) {
    std::string line = error.file;
    if (error.line > 0) line += ":" + std::to_string(error.line);
    if (error.line > 0 && error.column > 0) line += ":" + std::to_string(error.column);
    line += ": " + error.message;
    if (!error.hint.empty()) line += "; did you mean " + quote(error.hint) + "?";
    return line;
}

} // namespace regiekamer::tables
