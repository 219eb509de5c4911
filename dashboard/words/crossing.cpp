// One sentence about the other's act, one about one's own.
#include "dashboard/words/crossing.hpp"

#include "dashboard/picture/crossing.hpp"
#include "dashboard/words/journal_line.hpp"
#include "dashboard/words/names.hpp"

#include <fmt/format.h>

namespace regiekamer::words {

std::string crossing(const picture::Picture& picture, const Recorded& mine, const Recorded& other,
                     bool mine_holds) {
    const auto line = journal_line(picture, other);
    const auto& message = other.message;
    const std::string function = message.function ? message.function->value : line.who;
    const std::string who =
        message.person ? fmt::format("{} ({})", person(picture, *message.person), function) : function;
    const bool later = other.sequence > mine.sequence;
    const bool same = picture::same_decision(mine.message.body, message.body);
    const std::string first = fmt::format("{} {}: {}{}", who,
                                          !later ? "was u net voor"
                                          : same ? "legde net na u hetzelfde vast"
                                                 : "legde net na u vast",
                                          line.text, line.text.ends_with('.') ? "" : ".");
    if (same)
        return fmt::format("{} {} Beide staan in het logboek.", first,
                           mine_holds ? "Het telt één keer, zoals u het vastlegde."
                                      : "U legde hetzelfde vast: het telt één keer, zoals de ander het zei.");
    return fmt::format("{} {}", first,
                       mine_holds ? "Wat u vastlegde geldt."
                                  : "Dat geldt. Wat u vastlegde staat in het logboek, maar geldt niet.");
}

} // namespace regiekamer::words
