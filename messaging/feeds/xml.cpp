// pugixml knows no namespaces, takes a cut file and any depth, and would take bad UTF-8: what it does not
// keep, is kept here. It expands no entities but XML's own five, and reads no DTD.
#include "messaging/feeds/xml.hpp"

#include "messaging/feeds/encoding.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace regiekamer::feeds {
namespace {

constexpr int depth_max = 64;
constexpr int attributes_max = 64; // on the way from the root: each is asked for its namespace
constexpr int elements_max = 100'000;

bool same_letters(std::string_view one, std::string_view other) {
    return std::equal(one.begin(), one.end(), other.begin(), other.end(), [](char a, char b) {
        return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
    });
}

bool begins_like(std::string_view text, std::string_view start) {
    return text.size() >= start.size() && same_letters(text.substr(0, start.size()), start);
}

/// The encoding that the XML declaration names; empty: none.
std::string_view declared_encoding(std::string_view text) {
    if (!text.starts_with("<?xml")) return {};
    const auto declaration = text.substr(0, std::min<std::size_t>(text.find("?>"), 300));
    auto at = declaration.find("encoding");
    if (at != std::string_view::npos) at = declaration.find_first_of("\"'", at);
    if (at == std::string_view::npos) return {};
    const auto end = declaration.find(declaration[at], at + 1);
    return end == std::string_view::npos ? std::string_view() : declaration.substr(at + 1, end - at - 1);
}

/// Who says Latin-1 and sends UTF-8 is believed by what he sends: by chance it is hardly ever valid.
OrReason<std::string> decoded(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
        bytes.find('\0') != std::string_view::npos)
        return tl::unexpected<std::string>("an encoding other than UTF-8 and ISO-8859-1");
    if (is_utf8(bytes)) return std::string(bytes);
    const auto encoding = declared_encoding(bytes);
    for (const std::string_view latin :
         {"ISO-8859-1", "ISO-8859-15", "latin1", "windows-1252", "cp1252", "US-ASCII"})
        if (same_letters(encoding, latin)) return utf8_of_latin1(bytes);
    return tl::unexpected<std::string>("bytes that are no UTF-8");
}

OrReason<XmlTree> walked(XmlTree tree) {
    int roots = 0;
    for (const auto& child : tree->children()) {
        if (child.type() == pugi::node_doctype) return tl::unexpected<std::string>("a DOCTYPE");
        if (child.type() == pugi::node_element) ++roots;
    }
    if (roots != 1) return tl::unexpected<std::string>("no XML: not one element around all");
    int depth = 1, elements = 0;
    std::array<int, depth_max + 1> attributes{}; // down to each level
    for (pugi::xml_node at = tree->document_element(); at;) {
        if (depth > depth_max) return tl::unexpected<std::string>("elements more than 64 deep");
        if (++elements > elements_max) return tl::unexpected<std::string>("more than 100,000 elements");
        int& here = attributes[static_cast<std::size_t>(depth)];
        here = attributes[static_cast<std::size_t>(depth - 1)];
        for (auto one = at.first_attribute(); one; one = one.next_attribute())
            if (++here > attributes_max)
                return tl::unexpected<std::string>("more than 64 attributes around an element");
        if (at.first_child()) {
            at = at.first_child();
            ++depth;
            continue;
        }
        while (at && !at.next_sibling() && depth > 1) {
            at = at.parent();
            --depth;
        }
        at = depth > 1 ? at.next_sibling() : pugi::xml_node();
    }
    return tree;
}

} // namespace

OrReason<XmlTree> read_xml(std::string_view bytes) {
    if (bytes.size() > xml_bytes_max) return tl::unexpected<std::string>("more than 2 MB");
    if (stripped(bytes).empty()) return tl::unexpected<std::string>("nothing at all");
    const auto text = decoded(bytes);
    if (!text) return tl::unexpected(text.error());
    const auto begin = stripped(*text);
    if (begins_like(begin, "<!doctype html") || begins_like(begin, "<html"))
        return tl::unexpected<std::string>("HTML instead of XML");
    auto tree = std::make_unique<pugi::xml_document>();
    const auto read = tree->load_buffer(begin.data(), begin.size(), pugi::parse_default | pugi::parse_doctype,
                                        pugi::encoding_utf8);
    if (!read) return tl::unexpected<std::string>("no XML, or cut off");
    return walked(std::move(tree));
}

std::string_view local_name(const pugi::xml_node& element) {
    const std::string_view name = element.name();
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string_view namespace_of(const pugi::xml_node& element) {
    const std::string_view name = element.name();
    const auto colon = name.find(':');
    const std::string wanted =
        colon == std::string_view::npos ? "xmlns" : "xmlns:" + std::string(name.substr(0, colon));
    for (auto at = element; at; at = at.parent())
        if (const auto declared = at.attribute(wanted.c_str())) return declared.value();
    return {};
}

std::string text_of(const pugi::xml_node& element) {
    std::string text;
    for (const auto& child : element.children())
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) text += child.value();
    return cleaned(stripped(text));
}

pugi::xml_node next_element(const pugi::xml_node& element, const pugi::xml_node& root, bool inside) {
    const auto is_element = [](const pugi::xml_node& node) { return node.type() == pugi::node_element; };
    if (inside)
        if (const auto child = element.find_child(is_element)) return child;
    for (auto at = element; at && at != root; at = at.parent())
        for (auto next = at.next_sibling(); next; next = next.next_sibling())
            if (is_element(next)) return next;
    return {};
}

} // namespace regiekamer::feeds
