// One sentence about the other's act, one about one's own.
#include "dashboard/words/crossing.hpp"

#include "dashboard/words/journal_line.hpp"
#include "dashboard/words/names.hpp"

#include <fmt/format.h>

namespace regiekamer::words {

std::string crossing(const picture::Picture& picture, const Recorded& other, bool other_later,
                     bool mine_holds) {
    const auto line = journal_line(picture, other);
    const auto& message = other.message;
    const std::string function = message.function ? message.function->value : line.who;
    const std::string who =
        message.person ? fmt::format("{} ({})", person(picture, *message.person), function) : function;
    return fmt::format("{} {}: {}{} {}", who, other_later ? "legde net na u vast" : "was u net voor",
                       line.text, line.text.ends_with('.') ? "" : ".",
                       mine_holds ? "Wat u vastlegde geldt."
                                  : "Dat geldt. Wat u vastlegde staat in het logboek, maar geldt niet.");
}

} // namespace regiekamer::words
