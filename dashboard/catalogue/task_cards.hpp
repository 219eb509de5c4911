// Taakkaarten: the first actions of bevolkingszorg by kind of incident (taakkaarten.md), from
// assets/taskcards/*.toml and the user's own in the config folder.
#pragma once

#include "dashboard/picture/due_rule.hpp"
#include "messaging/vocabulary/values.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regiekamer::catalogue {

struct CardLine {
    std::string nr; ///< "1.4": the action's `card`
    std::string title;
    Function owner;
    picture::DueRule due;
    bool norm = false;   ///< follows a verified norm; else a default for the user to edit
    std::string process; ///< empty: of no process
    bool operator==(const CardLine&) const = default;
};

struct TaskCard {
    int nr = 0; ///< 0: the basis, with which every card starts
    std::string title, grip, dilemma;
    std::vector<std::string> partners;
    std::vector<std::string> kinds; ///< of incidents that it belongs to; of the basis none: all
    std::vector<CardLine> lines;
    std::string file; ///< where it came from
    bool operator==(const TaskCard&) const = default;
};

struct TaskCards {
    std::vector<TaskCard> cards; ///< by nr

    /// nullptr: there is none.
    [[nodiscard]] const TaskCard* find(int nr) const;
    [[nodiscard]] const CardLine* line(std::string_view nr) const;
    /// The card of a kind of incident, without the basis.
    [[nodiscard]] const TaskCard* of_kind(const Kind& kind) const;
};

} // namespace regiekamer::catalogue
