// The members of messages as the screen names them, where a message is shown whole.
#pragma once

#include <string_view>

namespace regiekamer::words {

/// "effective_from" is "vanaf"; empty: the vocabulary has no such member.
std::string_view member_label(std::string_view name);

} // namespace regiekamer::words
