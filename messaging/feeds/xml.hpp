// XML from strangers: a tree that was read whole and is small enough to walk, or the reason why there is
// none.
#pragma once

#include "messaging/vocabulary/problem.hpp"

#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace regiekamer::feeds {

inline constexpr std::size_t xml_bytes_max = 2'000'000; ///< formats.md section 3

/// A reason why something is not taken: English, the same words for the same fault.
template <class T>
using OrReason = tl::expected<T, std::string>;

using XmlTree = std::unique_ptr<pugi::xml_document>;

/// UTF-8, or ISO-8859-1 and Windows-1252 where it says so. Refused: any DOCTYPE (so that no entity is ever
/// defined and no file or address named), what is no XML to its end, or
/// is so deep or wide that walking it would take long.
OrReason<XmlTree> read_xml(std::string_view bytes);

/// The name without its prefix.
std::string_view local_name(const pugi::xml_node& element);
/// What the prefix, or its absence, stands for where the element stands; empty: no namespace.
std::string_view namespace_of(const pugi::xml_node& element);
/// Its own text, CDATA too, cleaned, without white space at its ends.
std::string text_of(const pugi::xml_node& element);

/// The element after this one in the order of the document, not beyond `root`; empty: there is none.
/// `inside` false passes over what stands within it.
pugi::xml_node next_element(const pugi::xml_node& element, const pugi::xml_node& root, bool inside = true);

} // namespace regiekamer::feeds
