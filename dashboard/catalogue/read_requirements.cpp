// One pass over the file; what is wrong is complained of and the reading goes on.
#include "dashboard/catalogue/read_requirements.hpp"

#include "messaging/tables/block.hpp"
#include "messaging/tables/nearest.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace regiekamer::catalogue {
namespace {

using tables::Block;
using tables::Complaints;
constexpr const char* times = R"(a time such as "B-4w", "B-3d 19:00", "B-2u", "E+4w" or "1 nov")";
constexpr std::size_t entries_max = 200;

class RequirementsReading {
public:
    explicit RequirementsReading(const std::filesystem::path& file) : complaints_(file.string()) {}

    tables::Read<ClassRequirements> read(const toml::table& root) {
        Block top(root, complaints_, {"class", "requirement", "moment", "threshold"});
        read_.class_ = word<EventClass>(top, "class", {"melding", "A", "B", "C"});
        each(root, "requirement", &RequirementsReading::read_requirement);
        each(root, "moment", &RequirementsReading::read_moment);
        each(root, "threshold", &RequirementsReading::read_threshold);
        if (read_.requirements.empty() && complaints_.count() == 0)
            complaints_.add({1, 1}, "no requirement", "at least one [[requirement]]");
        if (complaints_.count() > 0) return tl::unexpected(std::move(complaints_).sorted());
        return std::move(read_);
    }

private:
    void each(const toml::table& root, std::string_view section,
              void (RequirementsReading::*take)(const toml::table&)) {
        const toml::node* node = root.get(section);
        if (node == nullptr) return;
        const auto* list = node->as_array();
        if (list == nullptr || list->size() > entries_max) {
            complaints_.add(tables::place_of(*node), tables::shown(*node),
                            "[[" + std::string(section) + "]], a list of at most " +
                                std::to_string(entries_max) + " tables");
            return;
        }
        for (const toml::node& item : *list) {
            if (const auto* table = item.as_table())
                (this->*take)(*table);
            else
                complaints_.add(tables::place_of(item), tables::shown(item), "a table");
        }
    }

    /// One of the words of an enumeration, in its order.
    template <class Enum>
    Enum word(Block& block, std::string_view key, const std::vector<std::string>& words) {
        const std::size_t before = complaints_.count();
        const std::string text = block.text(key);
        if (complaints_.count() != before) return {};
        const auto found = std::find(words.begin(), words.end(), text);
        if (found != words.end()) return static_cast<Enum>(found - words.begin());
        std::string list;
        for (const auto& one : words)
            list += (list.empty() ? "" : ", ") + one;
        complaints_.add(block.place(key), tables::quote(text), "one of " + list,
                        tables::nearest(text, words));
        return {};
    }

    EventTime time(Block& block, std::string_view key) {
        const std::size_t before = complaints_.count();
        const std::string text = block.text(key);
        if (complaints_.count() != before) return {};
        const auto time = read_event_time(text);
        if (!time) complaints_.add(block.place(key), tables::quote(text), times);
        return time.value_or(EventTime{});
    }

    std::string id(Block& block, std::set<std::string>& given) {
        std::string name = block.name("id");
        if (!name.empty() && name.size() > id_bytes_max)
            complaints_.add(block.place("id"), std::to_string(name.size()) + " bytes",
                            "an id of at most 64 bytes");
        else if (!name.empty() && !given.insert(name).second)
            complaints_.add(block.place("id"), tables::quote(name) + " for the second time",
                            "another id for each");
        return name;
    }

    void read_requirement(const toml::table& table) {
        Block block(table, complaints_, {"id", "kind", "title", "by", "due"});
        AskedRequirement asked;
        asked.id = RequirementId(id(block, requirement_ids_));
        asked.kind = word<RequirementKind>(block, "kind", {"document", "advies", "stap"});
        asked.title = block.name("title");
        asked.by = block.name("by");
        asked.due = time(block, "due");
        read_.requirements.push_back(std::move(asked));
    }

    void read_moment(const toml::table& table) {
        Block block(table, complaints_, {"id", "title", "at"});
        AskedMoment asked;
        asked.id = id(block, moment_ids_);
        asked.title = block.name("title");
        asked.at = time(block, "at");
        read_.moments.push_back(std::move(asked));
    }

    double number(const toml::table& table, Block& block, std::string_view key) {
        const toml::node* node = table.get(key);
        const auto value = node == nullptr ? std::nullopt : node->value<double>();
        if (value && std::isfinite(*value)) return *value;
        complaints_.add(block.place(key), node == nullptr ? "nothing" : tables::shown(*node),
                        "the key " + tables::quote(key) + ", a number");
        return 0;
    }

    void read_threshold(const toml::table& table) {
        Block block(table, complaints_,
                    {"quantity", "unit", "side", "attentie", "maatregel", "stop", "measures"});
        AskedThreshold asked;
        asked.quantity = Quantity(block.name("quantity"));
        asked.unit = Unit(block.name("unit"));
        asked.side = word<Side>(block, "side", {"boven", "onder"});
        asked.values = {number(table, block, "attentie"), number(table, block, "maatregel"),
                        number(table, block, "stop")};
        const auto& v = asked.values;
        const bool rising = v[0] <= v[1] && v[1] <= v[2], falling = v[0] >= v[1] && v[1] >= v[2];
        if (asked.side == Side::boven ? !rising : !falling)
            complaints_.add(block.place("stop"), "stages that go to and fro",
                            asked.side == Side::boven ? "attentie below maatregel below stop"
                                                      : "attentie above maatregel above stop");
        if (block.has("measures")) read_measures(block, asked);
        read_.thresholds.push_back(std::move(asked));
    }

    void read_measures(Block& block, AskedThreshold& asked) {
        const auto* list = block.array("measures");
        if (list == nullptr) return;
        if (list->size() != asked.measures.size())
            return complaints_.add(block.place("measures"), std::to_string(list->size()) + " measures",
                                   "three: at attentie, maatregel and stop");
        for (std::size_t i = 0; i < asked.measures.size(); ++i) {
            if (const auto* text = list->get(i)->as_string())
                asked.measures.at(i) = text->get();
            else
                complaints_.add(tables::place_of(*list->get(i)), tables::shown(*list->get(i)), "text");
        }
    }

    static constexpr std::size_t id_bytes_max = 64; // a moment's id holds the evenement's too

    Complaints complaints_;
    ClassRequirements read_;
    std::set<std::string> requirement_ids_, moment_ids_;
};

} // namespace

tables::Read<ClassRequirements> read_requirements(const std::filesystem::path& file,
                                                  const toml::table& root) {
    return RequirementsReading(file).read(root);
}

} // namespace regiekamer::catalogue
