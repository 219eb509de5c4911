// Lists and numbers of a configuration, each misfit with its place.
#include "messaging/feeds/config_file.hpp"

#include <cmath>

namespace regiekamer::feeds {

std::vector<std::string> texts_of(tables::Block& block, std::string_view key) {
    std::vector<std::string> texts;
    if (!block.has(key)) return texts;
    const auto* list = block.array(key);
    if (list == nullptr) return texts;
    for (const auto& node : *list) {
        const auto* text = node.as_string();
        if (text == nullptr || text->get().empty())
            block.misfit(node, "text that is not empty");
        else
            texts.push_back(text->get());
    }
    return texts;
}

std::optional<double> number_of(tables::Block& block, const toml::table& table, std::string_view key) {
    const toml::node* node = table.get(key);
    if (node == nullptr) return std::nullopt;
    const auto number = node->is_number() ? node->value<double>() : std::nullopt;
    if (number && std::isfinite(*number)) return number;
    block.misfit(*node, "a number");
    return std::nullopt;
}

} // namespace regiekamer::feeds
