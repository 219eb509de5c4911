// What happened since a moment, a sentence a fact.
#pragma once

#include "dashboard/picture/difference.hpp"

#include <string>

namespace regiekamer::words {

/// `picture` is the later one; `now` its instant. Total.
std::string news_line(const picture::Picture& picture, const picture::News& news, Instant now);
/// Whether it asks for attention, and not only for reading.
bool is_grave(const picture::News& news);

} // namespace regiekamer::words
