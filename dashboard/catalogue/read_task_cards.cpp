// One pass over a card; what is wrong is complained of and the reading goes on, so that all is said at once.
#include "dashboard/catalogue/read_task_cards.hpp"

#include "dashboard/catalogue/files.hpp"
#include "dashboard/words/functions.hpp"
#include "messaging/tables/block.hpp"
#include "messaging/tables/nearest.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace regiekamer::catalogue {
namespace {

namespace fs = std::filesystem;
using tables::Block;
constexpr std::size_t lines_max = 99;
constexpr int nr_max = 99;
constexpr const char* rules = R"(a time such as "A+10m", "G2+30m", "P-6u", "B-2u", "D+4u" or "N")";

/// "4" of "1.4"; 0 when it is not a line of that card.
int place_in_card(std::string_view nr, int card) {
    const std::string start = fmt::format("{}.", card);
    if (!nr.starts_with(start)) return 0;
    nr.remove_prefix(start.size());
    int place = 0;
    const auto [end, failed] = std::from_chars(nr.data(), nr.data() + nr.size(), place);
    const bool whole = failed == std::errc() && end == nr.data() + nr.size();
    return whole && nr.front() != '0' && place <= static_cast<int>(lines_max) ? place : 0;
}

class TaskCardReading {
public:
    explicit TaskCardReading(const fs::path& file) : complaints_(file.string()) {
        card_.file = file.string();
    }

    tables::Read<TaskCard> read(const toml::table& root) {
        Block top(root, complaints_, {"nr", "title", "grip", "dilemma", "partners", "kinds", "action"});
        read_nr(top);
        card_.title = top.name("title");
        card_.grip = top.optional_text("grip").value_or("");
        card_.dilemma = top.optional_text("dilemma").value_or("");
        card_.partners = names(top, "partners");
        card_.kinds = names(top, "kinds");
        if (const auto* list = top.array("action")) read_lines(*list);
        if (complaints_.count() > 0) return tl::unexpected(std::move(complaints_).sorted());
        return std::move(card_);
    }

private:
    void read_nr(Block& top) {
        if (top.required("nr") == nullptr) return;
        const auto nr = top.whole("nr", -1);
        if (nr >= 0 && nr <= nr_max)
            card_.nr = static_cast<int>(nr);
        else if (top.required("nr")->is_integer())
            complaints_.add(top.place("nr"), std::to_string(nr),
                            fmt::format("a number from 0 to {}", nr_max));
    }

    std::vector<std::string> names(Block& top, std::string_view key) {
        std::vector<std::string> list;
        if (!top.has(key)) return list;
        const auto* array = top.array(key);
        if (array == nullptr) return list;
        for (const toml::node& item : *array) {
            const auto* text = item.as_string();
            if (text != nullptr && !text->get().empty() && text->get().size() <= name_bytes_max)
                list.push_back(text->get());
            else
                top.misfit(item, "text of 1 to 256 bytes");
        }
        return list;
    }

    void read_lines(const toml::array& list) {
        if (list.empty() || list.size() > lines_max)
            complaints_.add(tables::place_of(list), fmt::format("{} actions", list.size()),
                            fmt::format("1 to {} of [[action]]", lines_max));
        for (const toml::node& item : list) {
            if (const auto* table = item.as_table())
                read_line(*table);
            else
                complaints_.add(tables::place_of(item), tables::shown(item), "a table");
        }
    }

    void read_line(const toml::table& table) {
        Block block(table, complaints_, {"nr", "title", "owner", "due", "norm", "process"});
        CardLine line;
        line.nr = block.name("nr");
        if (block.has("nr") && place_in_card(line.nr, card_.nr) == 0)
            complaints_.add(block.place("nr"), tables::quote(line.nr),
                            fmt::format("a line of card {}, such as \"{}.4\"", card_.nr, card_.nr));
        const bool known = std::any_of(card_.lines.begin(), card_.lines.end(),
                                       [&](const CardLine& one) { return one.nr == line.nr; });
        if (known && !line.nr.empty())
            complaints_.add(block.place("nr"), tables::quote(line.nr) + " a second time", "each line once");
        line.title = block.name("title");
        line.owner = owner(block);
        line.due = due(block);
        if (block.has("norm")) line.norm = block.truth("norm");
        line.process =
            block.has("process") ? block.name("process") : std::string(words::process_of(line.owner));
        card_.lines.push_back(std::move(line));
    }

    Function owner(Block& block) {
        const std::string name = block.name("owner");
        const auto& known = words::owners();
        if (!name.empty() && std::find(known.begin(), known.end(), name) == known.end())
            complaints_.add(block.place("owner"), "the owner " + tables::quote(name),
                            "a function that may own an action", nearest_owner(name, known));
        return Function(name);
    }

    /// Capitals first: "hto publieke zorg" is nearer than any slip of the hand.
    static std::string nearest_owner(const std::string& name, const std::vector<std::string>& known) {
        const int same = words::place_in(known, name);
        return same >= 0 ? known[static_cast<std::size_t>(same)] : tables::nearest(name, known);
    }

    picture::DueRule due(Block& block) {
        const std::string text = block.name("due");
        if (text.empty()) return {};
        const auto rule = picture::read_due_rule(text);
        auto place = block.place("due");
        if (!rule) {
            place.column += static_cast<std::uint32_t>(rule.error().at) + 1; // behind the quote
            complaints_.add(place, tables::quote(text) + " with " + rule.error().found,
                            rule.error().expected + ": " + rules);
            return {};
        }
        if (rule->anchor == picture::DueRule::Anchor::predecessor)
            complaints_.add(place, tables::quote(text), rules);
        return *rule;
    }

    tables::Complaints complaints_;
    TaskCard card_;
};

} // namespace

tables::Read<TaskCard> read_task_card(const fs::path& file, const toml::table& root) {
    return TaskCardReading(file).read(root);
}

TaskCards load_task_cards(const fs::path& program, const fs::path& user,
                          std::vector<tables::Error>& complaints) {
    TaskCards all;
    auto files = files_of(program, user);
    // The program's names first: a card of the user's with another name does not take the nr of one of them.
    std::stable_partition(files.begin(), files.end(),
                          [&](const Places& places) { return places.back().parent_path() == program; });
    for (const Places& places : files)
        read_first<TaskCard>(places, read_task_card, complaints, [&](TaskCard card) {
            const TaskCard* other = all.find(card.nr);
            if (other == nullptr) return all.cards.push_back(std::move(card));
            const std::string nr = fmt::format("nr {}", card.nr);
            complaints.push_back({card.file,
                                  1,
                                  1,
                                  fmt::format("found {}, which {} has, expected a nr of its own", nr,
                                              fs::path(other->file).filename().string()),
                                  {},
                                  nr});
        });
    std::sort(all.cards.begin(), all.cards.end(),
              [](const TaskCard& a, const TaskCard& b) { return a.nr < b.nr; });
    return all;
}

} // namespace regiekamer::catalogue
