// What came in as bytes, as text that a message can carry.
#pragma once

#include "messaging/feeds/encoding.hpp"

namespace regiekamer::feeds {

/// Text that JSON can carry: UTF-8 (else read as Latin-1), U+0000 shown as U+FFFD.
std::string text_of(std::string_view bytes);

/// The beginning of a piece as the sample of an Aside.
std::string sample_of(std::string_view bytes);

} // namespace regiekamer::feeds
