// CAP 1.2 §3.2: the elements that no clock, map or alarm asks for, each under its own name.
#include "messaging/feeds/cap/cap_details.hpp"

#include "messaging/feeds/cap/without_html.hpp"
#include "messaging/feeds/encoding.hpp"
#include "messaging/feeds/reading.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace regiekamer::feeds {
namespace {

using Text = std::optional<std::string>;
using Texts = std::optional<std::vector<std::string>>;

Text said(const CapText& text) {
    std::string plain = text ? without_html(*text) : "";
    return plain.empty() ? Text() : Text(std::move(plain));
}

/// An address or code: as it stands.
Text as_is(const CapText& text) {
    return text && !text->empty() ? text : std::nullopt;
}

void add(Texts& list, std::string text) {
    if (text.empty()) return;
    if (!list) list.emplace();
    if (std::find(list->begin(), list->end(), text) == list->end()) list->push_back(std::move(text));
}

void add_all(Texts& list, const CapTexts& more) {
    for (const auto& one : more)
        add(list, one);
}

void add_pairs(Texts& list, const CapPairs& more) {
    for (const auto& [name, value] : more)
        add(list, fmt::format("{}={}", name, value));
}

/// A text of a block, below what earlier blocks said, once.
void add_line(Texts& lines, const CapText& text) {
    if (auto more = said(text)) add(lines, std::move(*more));
}

Text joined(const Texts& lines) {
    if (!lines) return std::nullopt;
    std::string all;
    for (const auto& line : *lines)
        all += (all.empty() ? "" : "\n") + line;
    return all;
}

/// Words with spaces between them; one that holds a space stands in double quotes.
Texts words_of(const CapText& text) {
    constexpr std::string_view blank = " \t\r\n";
    Texts all;
    std::string_view rest = text ? stripped(*text) : std::string_view();
    while (!rest.empty()) {
        const bool quoted = rest.front() == '"' && rest.find('"', 1) != std::string_view::npos;
        const auto end = quoted ? rest.find('"', 1) : std::min(rest.find_first_of(blank), rest.size());
        add(all, std::string(rest.substr(quoted ? 1 : 0, quoted ? end - 1 : end)));
        rest.remove_prefix(std::min(end + (quoted ? 1 : 0), rest.size()));
        rest = stripped(rest);
    }
    return all;
}

WarningResource resource_of(const CapResource& resource, Became& became) {
    WarningResource out;
    out.description = said(resource.description).value_or("");
    out.mime_type = as_is(resource.mime_type);
    out.uri = as_is(resource.uri);
    out.digest = as_is(resource.digest);
    if (resource.inside) remark(became, "a resource inside the alert: it stands with what came in only");
    if (!resource.size || resource.size->empty()) return out;
    std::int64_t bytes = 0;
    const char* end = resource.size->data() + resource.size->size();
    const auto read = std::from_chars(resource.size->data(), end, bytes);
    if (read.ec == std::errc() && read.ptr == end && bytes >= 0 && bytes <= out.size->max)
        out.size = bytes;
    else
        remark(became, "a size that is none");
    return out;
}

/// What the blocks say in texts: one sender mostly says the same in each.
struct Lines {
    Texts audience, sender_name, web, contact;
};

void add_block(WarningDetails& details, Lines& lines, const CapInfo& info, Became& became) {
    add_all(details.categories, info.categories);
    add_all(details.response_types, info.response_types);
    add_pairs(details.event_codes, info.event_codes);
    add_pairs(details.parameters, info.parameters);
    add_line(lines.audience, info.audience);
    add_line(lines.sender_name, info.sender_name);
    add(lines.web, info.web.value_or(""));
    add_line(lines.contact, info.contact);
    for (const auto& one : info.resources) {
        auto resource = resource_of(one, became);
        if (!details.resources) details.resources.emplace();
        auto& all = *details.resources;
        if (std::find(all.begin(), all.end(), resource) == all.end()) all.push_back(std::move(resource));
    }
}

} // namespace

WarningDetails details_of(const CapAlert& alert, const std::string& status,
                          std::span<const CapInfo* const> infos, Became& became) {
    WarningDetails details;
    details.status = status;
    details.scope = alert.scope;
    details.source = said(alert.source);
    details.restriction = said(alert.restriction);
    details.addresses = words_of(alert.addresses);
    add_all(details.codes, alert.codes);
    details.note = said(alert.note);
    details.incidents = words_of(alert.incidents);
    Lines lines;
    for (const CapInfo* info : infos)
        add_block(details, lines, *info, became);
    details.audience = joined(lines.audience);
    details.sender_name = joined(lines.sender_name);
    details.web = joined(lines.web);
    details.contact = joined(lines.contact);
    return details;
}

} // namespace regiekamer::feeds
