// Looking up cards and lines.
#include "dashboard/catalogue/task_cards.hpp"

#include <algorithm>

namespace regiekamer::catalogue {

const TaskCard* TaskCards::find(int nr) const {
    const auto found =
        std::find_if(cards.begin(), cards.end(), [&](const TaskCard& card) { return card.nr == nr; });
    return found == cards.end() ? nullptr : &*found;
}

const CardLine* TaskCards::line(std::string_view nr) const {
    for (const TaskCard& card : cards)
        for (const CardLine& line : card.lines)
            if (line.nr == nr) return &line;
    return nullptr;
}

const TaskCard* TaskCards::of_kind(const Kind& kind) const {
    for (const TaskCard& card : cards)
        if (std::find(card.kinds.begin(), card.kinds.end(), kind.value) != card.kinds.end()) return &card;
    return nullptr;
}

} // namespace regiekamer::catalogue
