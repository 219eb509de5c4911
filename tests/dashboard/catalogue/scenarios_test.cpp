// The scenarios that are in the box act by the task cards.
#include "dashboard/catalogue/catalogue.hpp"
#include "dashboard/picture/due_times.hpp"
#include "dashboard/picture/picture.hpp"
#include "scenarios/player/load.hpp"
#include "scenarios/player/moment.hpp"
#include "scenarios/player/plan.hpp"
#include "tests/support/catch.hpp"

#include <fmt/format.h>

namespace scenarios_test {

using namespace regiekamer;
namespace fs = std::filesystem;

namespace {

const fs::path top = REGIEKAMER_SOURCE_DIR;

/// A draaiboek that is told in order, with every branch of it.
class Told {
public:
    explicit Told(const fs::path& file) : plan_(player::plan(player::load(file).value())) {}

    /// What is untrue of the rules that its actions name, one a line.
    std::string untrue(const catalogue::TaskCards& cards) {
        std::string all;
        for (const player::Entry& entry : plan_.entries) {
            const Message message = player::message_of(plan_, entry, "run-1", entry.due);
            picture::fold(picture_, {++sequence_, message.time, "test", message});
            if (const auto* opened = reckoned(entry)) all += other_rule(cards, *opened) + other_due(*opened);
        }
        // of GRIP and of the peak another time may be known later; the alarm comes once
        for (const player::Entry& entry : plan_.entries)
            if (const auto* opened = reckoned(entry); opened != nullptr && opened->due_rule->starts_with('A'))
                all += other_due(*opened);
        return all;
    }

private:
    static const ActionOpened* reckoned(const player::Entry& entry) {
        const auto* opened = std::get_if<ActionOpened>(&entry.body);
        const bool both = opened != nullptr && opened->due && opened->due_rule && *opened->due_rule != "N";
        return both ? opened : nullptr;
    }

    static std::string other_rule(const catalogue::TaskCards& cards, const ActionOpened& opened) {
        if (!opened.card) return {};
        const auto* line = cards.line(*opened.card);
        const std::string rule = line == nullptr ? "no such line" : picture::to_text(line->due);
        if (rule == *opened.due_rule) return {};
        return fmt::format("{}: {}, on the card ({}) {}\n", opened.action.value, *opened.due_rule,
                           *opened.card, rule);
    }

    [[nodiscard]] std::string other_due(const ActionOpened& opened) const {
        const auto by_rule = picture::due_by_rule(picture_, *picture::find_action(picture_, opened.action));
        if (by_rule == opened.due) return {};
        return fmt::format("{}: due {}, by its rule {} {}\n", opened.action.value,
                           player::offset_text(*opened.due - plan_.start), *opened.due_rule,
                           by_rule ? player::offset_text(*by_rule - plan_.start) : "not known");
    }

    player::Plan plan_;
    picture::Picture picture_;
    Sequence sequence_ = 0;
};

} // namespace

TEST_CASE("an action of a scenario that names the rule of its card is due when that rule says") {
    const auto loaded = catalogue::load(top / "assets", "/nergens");
    std::size_t told = 0;
    for (const auto& file : fs::directory_iterator(top / "scenarios")) {
        if (file.path().extension() != ".toml") continue;
        ++told;
        INFO(file.path().string());
        CHECK(Told(file.path()).untrue(loaded.catalogue.cards) == "");
    }
    CHECK(told == 12);
}

} // namespace scenarios_test
