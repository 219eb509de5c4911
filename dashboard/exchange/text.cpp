// Cutting between characters, and what XML asks.
#include "dashboard/exchange/text.hpp"

#include "messaging/codec/visible.hpp"

#include <cctype>
#include <fmt/format.h>
#include <pugixml.hpp>
#include <sstream>

namespace regiekamer::exchange {

std::string line_of(std::string_view text, std::size_t most) {
    std::string line = codec::plain_line(text);
    std::size_t characters = 0;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if ((static_cast<unsigned char>(line[at]) & 0xC0U) == 0x80U) continue; // within a character
        if (++characters <= most) continue;
        line.resize(at);
        return line + "…";
    }
    return line;
}

std::string titled(Mode mode, std::string_view text, std::size_t most) {
    return (mode == Mode::exercise ? "OEFENING · " : "") + line_of(text, most);
}

std::string identifier_of(std::string_view text) {
    std::string made;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = byte < 0x80 && (std::isalnum(byte) != 0 || c == '-' || c == '.' || c == '_');
        if (plain)
            made += c;
        else
            made += fmt::format("%{:02X}", byte);
    }
    return made;
}

std::string readable_identifier(const std::string& text) {
    return line_of(text) == text ? text : identifier_of(text);
}

void declare(pugi::xml_document& document) {
    auto declaration = document.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
}

std::string text_of(const pugi::xml_document& document) {
    std::ostringstream out;
    document.save(out, "  ", pugi::format_default, pugi::encoding_utf8);
    return std::move(out).str();
}

void put(pugi::xml_node parent, const char* name, const std::string& text) {
    if (!text.empty()) parent.append_child(name).text().set(text.c_str());
}

} // namespace regiekamer::exchange
