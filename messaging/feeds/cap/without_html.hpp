// Text without the HTML that some senders escape into it.
#pragma once

#include <string>
#include <string_view>

namespace regiekamer::feeds {

/// Tags and entities that HTML knows go, a block of it becomes a line; all else stays as it is.
std::string without_html(std::string_view text);

} // namespace regiekamer::feeds
