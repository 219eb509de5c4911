// Some senders write HTML into CAP's texts, where none belongs.
#include "messaging/feeds/cap/without_html.hpp"

#include "messaging/feeds/encoding.hpp"

#include <algorithm>
#include <array>

namespace regiekamer::feeds {
namespace {

/// A tag of HTML; size 0: none.
struct Tag {
    std::size_t size = 0;
    bool line = false; ///< it begins or ends a line
};

/// Only what HTML knows, so that "wind < 5 en > 3" stays as it is.
Tag tag_at(std::string_view text) {
    static constexpr std::array<std::string_view, 9> within{"b",      "i",    "u", "em",  "a",
                                                            "strong", "span", "s", "font"};
    static constexpr std::array<std::string_view, 17> lines{"p",  "br",    "ul",    "ol", "li", "div",
                                                            "hr", "h1",    "h2",    "h3", "h4", "h5",
                                                            "h6", "table", "tbody", "tr", "td"};
    constexpr std::size_t name_max = 12, bytes_max = 1'000;
    if (!text.starts_with('<')) return {};
    const std::size_t begin = text.starts_with("</") ? 2 : 1;
    const std::string_view rest = text.substr(begin, bytes_max);
    const std::string name = lower(rest.substr(0, std::min(rest.find_first_of(" \t\r\n/>"), name_max)));
    const auto close = rest.find('>');
    const bool line = std::find(lines.begin(), lines.end(), name) != lines.end();
    const bool known = line || std::find(within.begin(), within.end(), name) != within.end();
    if (!known || close == std::string_view::npos) return {};
    return {begin + close + 1, line};
}

using Entity = std::pair<std::string_view, std::string_view>;

const Entity* entity_at(std::string_view text) {
    static constexpr std::array<Entity, 7> entities{{{"&nbsp;", " "},
                                                     {"&lt;", "<"},
                                                     {"&gt;", ">"},
                                                     {"&quot;", "\""},
                                                     {"&#39;", "'"},
                                                     {"&apos;", "'"},
                                                     {"&amp;", "&"}}};
    if (!text.starts_with('&')) return nullptr;
    const auto* found = std::find_if(entities.begin(), entities.end(),
                                     [&](const Entity& one) { return text.starts_with(one.first); });
    return found == entities.end() ? nullptr : found;
}

} // namespace

std::string without_html(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        if (const Tag tag = tag_at(text.substr(at)); tag.size > 0) {
            if (tag.line && !out.empty() && out.back() != '\n') out += '\n';
            at += tag.size;
        } else if (const auto* entity = entity_at(text.substr(at))) {
            out += entity->second;
            at += entity->first.size();
        } else {
            out += text[at++];
        }
    }
    return std::string(stripped(out));
}

} // namespace regiekamer::feeds
