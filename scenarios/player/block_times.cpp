// Offsets and durations, each with its sentence.
#include "scenarios/player/block_times.hpp"

#include "scenarios/player/moment.hpp"

namespace regiekamer::player {

microseconds offset_of(tables::Block& block, std::string_view key) {
    const toml::node* node = block.required(key);
    if (node == nullptr) return {};
    const auto* value = node->as_string();
    const auto read = value == nullptr ? std::nullopt : read_offset(value->get());
    if (!read) block.misfit(*node, R"(a time from the start, such as "T+01:15" or "T-00:30:00")");
    return read.value_or(microseconds{});
}

microseconds duration(tables::Block& block, std::string_view key) {
    const toml::node* node = block.required(key);
    if (node == nullptr) return {};
    const auto* value = node->as_string();
    const auto read = value == nullptr ? std::nullopt : read_duration(value->get());
    if (!read || read->count() <= 0)
        block.misfit(*node, R"(a duration above nothing, such as "10m" or "1h30m")");
    return read.value_or(microseconds{});
}

} // namespace regiekamer::player
