// One pass over the file, section by section; then what holds between the sections.
#include "scenarios/player/load.hpp"

#include "messaging/codec/codec.hpp"
#include "messaging/tables/file.hpp"
#include "messaging/tables/nearest.hpp"
#include "scenarios/player/block_times.hpp"
#include "scenarios/player/check.hpp"
#include "scenarios/player/data.hpp"
#include "scenarios/player/identity.hpp"
#include "scenarios/player/include.hpp"
#include "scenarios/player/moment.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace regiekamer::player {

using namespace tables;

namespace {

namespace fs = std::filesystem;

/// Of a file without .toml: `source` names it, with the run, in at most 256 bytes.
constexpr std::size_t name_max = 200;
/// Stands in while the file's own start is unreadable, so that the rest is read all the same.
constexpr Instant start_unknown = std::chrono::sys_days{std::chrono::year{2027} / 1 / 1};

class Loader {
public:
    Loader(const fs::path& file, std::string_view text)
        : complaints_(file.string()), text_(text), bytes_(text.size()) {
        scenario_.file = file.string();
        scenario_.name = file.stem().string();
        scenario_.digest = digest_hex(text);
    }

    tl::expected<Scenario, std::vector<Error>> load(const toml::table& root) {
        auto sections = sections_;
        sections.insert(sections.begin(), "scenario");
        Block top(root, complaints_, sections);
        if (const auto* table = top.table("scenario")) read_scenario(*table);
        for (const auto& table : included_) {
            Block block(table, complaints_, sections_);
            read_sections(table);
        }
        read_sections(root);
        names_.check(complaints_);
        for (Inject& inject : scenario_.injects)
            follow_branch(inject);
        for (Line& line : scenario_.lines)
            follow_branch(line);
        if (complaints_.count() == 0) check_cycles(scenario_, complaints_);
        if (scenario_.name.size() > name_max)
            complaints_.add({1, 1}, "a file name of " + std::to_string(scenario_.name.size()) + " bytes",
                            "at most " + std::to_string(name_max) + ": it stands in each message");
        if (entries_ > entries_max)
            complaints_.add({1, 1}, std::to_string(entries_) + " messages",
                            "at most " + std::to_string(entries_max));
        if (complaints_.count() == 0) check_sizes(scenario_, complaints_);
        if (complaints_.count() > 0) return tl::unexpected(std::move(complaints_).sorted());
        return std::move(scenario_);
    }

private:
    // roles and expectations are referred to by what comes before them too: references are checked last
    void read_sections(const toml::table& root) {
        each(root, "aim", &Loader::read_aim);
        each(root, "role", &Loader::read_role);
        each(root, "fact", &Loader::read_fact);
        each(root, "branch", &Loader::read_branch);
        each(root, "inject", &Loader::read_inject);
        each(root, "message", &Loader::read_line);
        each(root, "series", &Loader::read_series);
        each(root, "forecast", &Loader::read_forecast);
        each(root, "expect", &Loader::read_expectation);
        each(root, "response", &Loader::read_response);
    }

    /// What belongs to a branch is said when the branch is taken.
    template <class Item>
    void follow_branch(Item& item) {
        for (const Branch& branch : scenario_.branches)
            if (item.branch == branch.id)
                item.conditions.insert(item.conditions.end(), branch.conditions.begin(),
                                       branch.conditions.end());
    }

    void each(const toml::table& root, std::string_view section, void (Loader::*read)(const toml::table&)) {
        const toml::node* node = root.get(section);
        if (node == nullptr) return;
        const auto* list = node->as_array();
        if (list == nullptr) {
            complaints_.add(place_of(*node), shown(*node),
                            "[[" + std::string(section) + "]], a list of tables");
            return;
        }
        for (const toml::node& item : *list) {
            if (const auto* table = item.as_table())
                (this->*read)(*table);
            else
                complaints_.add(place_of(item), shown(item), "a table");
        }
    }

    void read_scenario(const toml::table& table) {
        Block block(table, complaints_,
                    {"title", "kind", "summary", "municipality", "start", "seed", "notes", "include"});
        scenario_.title = block.text("title");
        scenario_.kind = block.optional_text("kind").value_or("");
        scenario_.summary = block.optional_text("summary").value_or("");
        scenario_.municipality = block.optional_text("municipality").value_or("");
        scenario_.notes = block.optional_text("notes").value_or("");
        scenario_.seed = block.whole("seed", 1);
        if (block.has("include"))
            if (const auto* files = block.array("include")) include(*files);
        const std::size_t before = complaints_.count();
        const std::string start = block.text("start");
        if (complaints_.count() != before) return;
        const auto instant = read_instant(start);
        if (instant)
            scenario_.start = *instant;
        else if (instant.error().expected.starts_with("an RFC 3339"))
            complaints_.add(block.place("start"), quote(start),
                            R"(an instant with zone, such as "2027-01-22T12:00:00+01:00")");
        else // a form that is right, and a day or year that is not
            complaints_.add(block.place("start"), quote(start), instant.error().expected);
    }

    void read_aim(const toml::table& table) {
        Block block(table, complaints_, {"id", "text"});
        Aim aim{block.name("id"), block.text("text"), block.place()};
        names_.declare(NameKind::aim, aim.id, block.place("id"), complaints_);
        scenario_.aims.push_back(std::move(aim));
    }

    void read_role(const toml::table& table) {
        Block block(table, complaints_, {"function", "name", "played"});
        Role role{block.name("function"), block.optional_name("name").value_or(""), block.truth("played"),
                  block.place()};
        names_.declare(NameKind::role, role.function.value, block.place("function"), complaints_);
        scenario_.roles.push_back(std::move(role));
    }

    /// Reads each file once; the digest is of all of them.
    void include(const toml::array& files) {
        for (const toml::node& node : files) {
            const auto* name = node.as_string();
            if (name == nullptr) {
                complaints_.add(place_of(node), shown(node), "the name of a file in quotes");
                continue;
            }
            auto file = included_file(scenario_.file, name->get(), bytes_);
            if (!file) {
                for (const auto& [found, expected] : file.error())
                    complaints_.add(place_of(node), found, expected);
                continue;
            }
            bytes_ += file->text.size();
            text_ += file->text;
            scenario_.digest = digest_hex(text_);
            if (auto table = tables::parse(file->text, file->path, file_bytes_max))
                included_.push_back(std::move(*table));
            else
                for (const Error& error : table.error())
                    complaints_.add(
                        {error.line, error.column, std::make_shared<const std::string>(error.file)},
                        error.message, "a TOML file");
        }
    }

    void read_fact(const toml::table& table) {
        Block block(table, complaints_, {"text"});
        scenario_.facts.push_back({block.text("text"), block.place()});
    }

    void read_branch(const toml::table& table) {
        Block block(table, complaints_, {"id", "text", "if", "unless"});
        Branch branch{block.name("id"), block.text("text"), conditions(block), block.place()};
        names_.declare(NameKind::branch, branch.id, block.place("id"), complaints_);
        if (branch.conditions.empty())
            complaints_.add(block.place(), "a branch without a condition", "if or unless");
        scenario_.branches.push_back(std::move(branch));
    }

    std::optional<std::string> branch_of(Block& block) {
        auto branch = block.optional_name("branch");
        if (branch) names_.refer(NameKind::branch, *branch, block.place("branch"));
        return branch;
    }

    void read_inject(const toml::table& table) {
        Block block(table, complaints_,
                    {"nr", "at", "from", "to", "medium", "text", "aim", "expected", "note", "handout",
                     "branch", "if", "unless"});
        Inject inject;
        inject.nr = block.number_or_name("nr");
        inject.at = moment(block, "at");
        inject.from = block.name("from");
        inject.to = block.name("to");
        inject.medium = block.text("medium");
        inject.text = block.text("text");
        inject.aim = block.optional_name("aim");
        inject.expected = block.optional_text("expected").value_or("");
        inject.note = block.optional_text("note").value_or("");
        inject.handout = block.optional_text("handout").value_or("");
        inject.branch = branch_of(block);
        inject.conditions = conditions(block);
        inject.place = block.place();
        names_.declare(NameKind::inject, inject.nr, block.place("nr"), complaints_);
        names_.refer(NameKind::role, inject.from, block.place("from"));
        if (inject.aim) names_.refer(NameKind::aim, *inject.aim, block.place("aim"));
        ++entries_;
        scenario_.injects.push_back(std::move(inject));
    }

    void read_line(const toml::table& table) {
        Block block(table, complaints_, {"at", "from", "person", "type", "data", "branch", "if", "unless"});
        Line line;
        line.at = moment(block, "at");
        line.from = block.name("from");
        if (auto person = block.optional_name("person")) line.person = std::move(*person);
        line.branch = branch_of(block);
        line.conditions = conditions(block);
        line.place = block.place();
        names_.refer(NameKind::role, line.from.value, block.place("from"));
        const std::string type = type_name(block, true);
        const auto* data = block.table("data");
        ++entries_;
        ++lines_;
        if (type.empty() || data == nullptr) return;
        const std::size_t before = complaints_.count();
        Data body = read_data(*data, complaints_);
        resolve_instants(type, body, start(), complaints_);
        fill_identifier(type, body, "message/" + std::to_string(lines_));
        if (complaints_.count() != before) {
            check_shape(type, body, true, complaints_); // the rest of what is wrong with it
            return;
        }
        if (auto read = read_body(type, body, complaints_)) {
            line.body = std::move(*read);
            scenario_.lines.push_back(std::move(line));
        }
    }

    void read_series(const toml::table& table) {
        Block block(table, complaints_, {"station", "quantity", "unit", "every", "from", "values"});
        Series series = values_of(block);
        entries_ += series.values.size();
        claim_instants(block, series);
        scenario_.series.push_back(std::move(series));
    }

    void read_forecast(const toml::table& table) {
        Block block(table, complaints_,
                    {"station", "quantity", "unit", "every", "from", "values", "issued", "origin"});
        Forecast forecast{values_of(block), moment(block, "issued"), block.optional_text("origin")};
        if (const auto* values = table.get_as<toml::array>("values"))
            for (std::size_t i = 0; i < forecast.points.values.size(); ++i)
                if (!forecast.points.values[i])
                    complaints_.add(place_of(*values->get(i)), "nan", "a number: a forecast has no gaps");
        const std::string key = forecast.points.station.value + "/" + forecast.points.quantity.value;
        if (!forecasts_.emplace(key, forecast.issued).second)
            complaints_.add(block.place("issued"), offset_text(forecast.issued) + " a second time",
                            "one forecast of " + quote(key) + " at a time");
        ++entries_;
        scenario_.forecasts.push_back(std::move(forecast));
    }

    Series values_of(Block& block) {
        Series series;
        series.station = block.name("station");
        series.quantity = block.name("quantity");
        series.unit = block.name("unit");
        series.every = duration(block, "every");
        series.from = moment(block, "from");
        series.place = block.place();
        const auto* values = block.array("values");
        if (values == nullptr) return series;
        if (values->empty()) complaints_.add(block.place("values"), "an empty list", "at least one value");
        if (values->size() > entries_max) {
            complaints_.add(block.place("values"), std::to_string(values->size()) + " values",
                            "at most " + std::to_string(entries_max));
            return series;
        }
        for (const toml::node& node : *values)
            series.values.push_back(value_of(node));
        const auto last = series.from + series.every * static_cast<std::int64_t>(series.values.size());
        if (!reachable(last))
            complaints_.add(block.place("values"), "values until " + offset_text(last),
                            "years from 2000 to 2099");
        return series;
    }

    std::optional<double> value_of(const toml::node& node) {
        const auto number = node.value<double>();
        if (!number || !node.is_number() || std::isinf(*number)) {
            complaints_.add(place_of(node), shown(node), "a number, or nan for a gap");
            return std::nullopt;
        }
        if (std::isnan(*number)) return std::nullopt;
        return number;
    }

    /// A gauge has one value at a time; two series that overlap would contradict each other.
    void claim_instants(const Block& block, const Series& series) {
        auto& taken = measured_[series.station.value + "/" + series.quantity.value];
        for (std::size_t i = 0; i < series.values.size(); ++i) {
            const auto at = series.from + series.every * static_cast<std::int64_t>(i);
            if (taken.insert(at).second) continue;
            complaints_.add(block.place("values"), "a second value at " + offset_text(at),
                            "one value of a station and quantity at a time");
            return;
        }
    }

    void read_expectation(const toml::table& table) {
        Block block(table, complaints_,
                    {"id", "text", "type", "where", "by", "after", "within", "aim", "any", "all"});
        if (block.has("any") || block.has("all")) return read_compound(block);
        Expectation expectation;
        expectation.id = block.name("id");
        expectation.text = block.optional_text("text").value_or("");
        expectation.type = type_name(block, false);
        if (auto by = block.optional_name("by")) expectation.by = std::move(*by);
        if (block.has("after")) expectation.after = block.number_or_name("after");
        if (block.has("within")) expectation.within = duration(block, "within");
        expectation.aim = block.optional_name("aim");
        expectation.place = block.place();
        names_.declare(NameKind::expectation, expectation.id, block.place("id"), complaints_);
        if (expectation.by) names_.refer(NameKind::role, expectation.by->value, block.place("by"));
        if (expectation.after) names_.refer(NameKind::inject, *expectation.after, block.place("after"));
        if (expectation.aim) names_.refer(NameKind::aim, *expectation.aim, block.place("aim"));
        if (const auto* where = block.has("where") ? block.table("where") : nullptr) {
            Data data = read_data(*where, complaints_);
            if (!expectation.type.empty()) {
                resolve_instants(expectation.type, data, start(), complaints_);
                check_shape(expectation.type, data, false, complaints_);
            }
            expectation.where = data.value.as_object();
        }
        scenario_.expectations.push_back(std::move(expectation));
    }

    /// Any or all of other expectations.
    void read_compound(Block& block) {
        Expectation expectation;
        expectation.id = block.name("id");
        expectation.text = block.optional_text("text").value_or("");
        expectation.aim = block.optional_name("aim");
        expectation.place = block.place();
        expectation.any = parts(block, "any");
        expectation.all = parts(block, "all");
        names_.declare(NameKind::expectation, expectation.id, block.place("id"), complaints_);
        if (expectation.aim) names_.refer(NameKind::aim, *expectation.aim, block.place("aim"));
        if (block.has("any") && block.has("all"))
            complaints_.add(block.place("all"), "any and all together", "one of the two");
        for (const char* key : {"type", "where", "by", "after", "within"})
            if (block.has(key))
                complaints_.add(block.place(key), quote(key) + " beside any or all",
                                "it in the expectations that this one is made of");
        scenario_.expectations.push_back(std::move(expectation));
    }

    void read_response(const toml::table& table) {
        Block block(table, complaints_,
                    {"id", "from", "after", "on", "where", "said_by", "type", "data", "delay", "silent",
                     "late", "wrong", "wrong_data", "if", "unless"});
        Response response;
        response.id = block.name("id");
        response.from = block.name("from");
        response.place = block.place();
        names_.declare(NameKind::response, response.id, block.place("id"), complaints_);
        names_.refer(NameKind::role, response.from.value, block.place("from"));
        read_cause(block, response);
        read_delay(block, response);
        response.silent = percent(block, "silent");
        response.late = percent(block, "late");
        response.wrong = percent(block, "wrong");
        if (const auto sum = response.silent + response.late + response.wrong; sum > 100)
            complaints_.add(block.place("silent"), std::to_string(sum) + " percent in all",
                            "silent, late and wrong together at most 100");
        if (response.wrong > 0 && !block.has("wrong_data"))
            complaints_.add(block.place("wrong"), "wrong without wrong_data", "what is said then");
        response.conditions = conditions(block);
        response.type = type_name(block, true);
        read_answer(block, response);
        scenario_.responses.push_back(std::move(response));
    }

    /// What a response answers: an inject, or messages of a type.
    void read_cause(Block& block, Response& response) {
        if (block.has("after") == block.has("on"))
            complaints_.add(block.place(), block.has("on") ? "after and on together" : "neither after nor on",
                            "what is answered: an inject (after) or a type (on)");
        if (block.has("after")) {
            response.after = block.number_or_name("after");
            names_.refer(NameKind::inject, *response.after, block.place("after"));
            for (const char* key : {"where", "said_by"})
                if (block.has(key))
                    complaints_.add(block.place(key), quote(key) + " beside after", "it with on alone");
        }
        if (!block.has("on")) return;
        response.on = type_name(block, false, "on");
        if (auto by = block.optional_name("said_by")) {
            names_.refer(NameKind::role, *by, block.place("said_by"));
            if (*by == response.from.value)
                complaints_.add(block.place("said_by"), "an answer to itself", "another role");
            response.said_by = std::move(*by);
        }
        const auto* where = block.has("where") ? block.table("where") : nullptr;
        if (where == nullptr || response.on.empty()) return;
        Data data = read_data(*where, complaints_);
        resolve_instants(response.on, data, start(), complaints_);
        check_shape(response.on, data, false, complaints_);
        response.where = data.value.as_object();
    }

    /// One duration, or the shortest and the longest.
    void read_delay(Block& block, Response& response) {
        const auto* list = block.array("delay");
        if (list == nullptr) return;
        std::vector<microseconds> both;
        for (const toml::node& node : *list) {
            const auto* text = node.as_string();
            const auto span = text == nullptr ? std::nullopt : read_duration(text->get());
            if (span)
                both.push_back(*span);
            else
                complaints_.add(place_of(node), shown(node), R"(a duration in quotes, such as "3m")");
        }
        if (both.size() == 2 && list->size() == 2 && both[1] < both[0])
            complaints_.add(block.place("delay"), "the longest before the shortest",
                            R"(the shortest and the longest, such as ["2m", "6m"])");
        else if (both.size() == list->size() && both.size() != 2)
            complaints_.add(block.place("delay"), std::to_string(both.size()) + " durations",
                            R"(the shortest and the longest, such as ["2m", "6m"])");
        else if (both.size() == 2)
            response.least = both[0], response.most = both[1];
    }

    std::int64_t percent(Block& block, std::string_view key) {
        const std::int64_t chance = block.whole(key, 0);
        if (chance >= 0 && chance <= 100) return chance;
        complaints_.add(block.place(key), std::to_string(chance), "a chance of 0 to 100 percent");
        return 0;
    }

    void read_answer(Block& block, Response& response) {
        const auto* data = block.table("data");
        const auto* wrong = block.has("wrong_data") ? block.table("wrong_data") : nullptr;
        const std::string cause = response.after ? "inject.delivered" : response.on;
        if (data == nullptr || response.type.empty() || cause.empty()) return;
        Data body = read_data(*data, complaints_);
        resolve_instants(response.type, body, start(), complaints_, true);
        check_answer(response.type, body, cause, complaints_);
        response.data = body.value.as_object();
        if (wrong == nullptr) return;
        Data mistaken = read_data(*wrong, complaints_);
        resolve_instants(response.type, mistaken, start(), complaints_, true);
        response.wrong_data = mistaken.value.as_object();
        for (const auto& member : response.data)
            if (!response.wrong_data.contains(member.key()))
                mistaken.value.as_object()[member.key()] = member.value();
        check_answer(response.type, mistaken, cause, complaints_);
    }

    std::vector<std::string> parts(Block& block, std::string_view key) {
        std::vector<std::string> ids;
        const auto* list = block.has(key) ? block.array(key) : nullptr;
        if (list == nullptr) return ids;
        if (list->empty())
            complaints_.add(block.place(key), "an empty list", "at least one expectation's id");
        for (const toml::node& node : *list) {
            const auto* id = node.as_string();
            if (id == nullptr || id->get().empty()) {
                complaints_.add(place_of(node), shown(node), "an expectation's id in quotes");
                continue;
            }
            names_.refer(NameKind::expectation, id->get(), place_of(node));
            ids.push_back(id->get());
        }
        return ids;
    }

    /// A type of the vocabulary without its prefix, or empty after a complaint.
    std::string type_name(Block& block, bool said, std::string_view key = "type") {
        const std::size_t before = complaints_.count();
        const std::string written = block.text(key);
        if (complaints_.count() != before) return {};
        std::string type(short_type(written));
        const auto members = codec::member_names(type);
        if (members.empty()) {
            std::vector<std::string> known;
            for (const std::string_view name : codec::type_names())
                known.emplace_back(name);
            complaints_.add(block.place(key), quote(written), "a type of the vocabulary",
                            nearest(type, known));
            return {};
        }
        // who names the run speaks as the player or the trainer, and no file knows the run
        if (said && std::find(members.begin(), members.end(), "run") != members.end()) {
            complaints_.add(block.place(key), quote(written),
                            "a type without a run: the player says exercise.* and inject.* itself");
            return {};
        }
        return type;
    }

    std::vector<Condition> conditions(Block& block) {
        std::vector<Condition> all;
        for (const bool met : {true, false}) {
            const char* key = met ? "if" : "unless";
            const auto id = block.optional_name(key);
            if (!id) continue;
            names_.refer(NameKind::expectation, *id, block.place(key));
            all.push_back({*id, met});
        }
        return all;
    }

    [[nodiscard]] Instant start() const {
        return scenario_.start == Instant{} ? start_unknown : scenario_.start;
    }
    [[nodiscard]] bool reachable(microseconds offset) const {
        return read_instant(to_text(start() + offset)).has_value();
    }
    microseconds moment(Block& block, std::string_view key) {
        const auto offset = offset_of(block, key);
        if (reachable(offset)) return offset;
        complaints_.add(block.place(key), offset_text(offset), "years from 2000 to 2099");
        return {};
    }

    Scenario scenario_;
    Complaints complaints_;
    Names names_;
    std::vector<std::string> sections_{"aim",     "role",   "fact",     "branch", "inject",
                                       "message", "series", "forecast", "expect", "response"};
    std::vector<toml::table> included_;
    std::string text_;      ///< of the file and what it includes so far
    std::size_t bytes_ = 0; ///< likewise
    std::size_t entries_ = 0, lines_ = 0;
    std::map<std::string, std::set<microseconds>> measured_;
    std::set<std::pair<std::string, microseconds>> forecasts_;
};

} // namespace

tl::expected<Scenario, std::vector<Error>> load_text(std::string_view text, const fs::path& file) {
    const auto root = tables::parse(text, file, file_bytes_max);
    if (!root) return tl::unexpected(root.error());
    return Loader(file, text).load(*root);
}

tl::expected<Scenario, std::vector<Error>> load(const fs::path& file) {
    const auto text = tables::read_file(file, file_bytes_max, "a scenario file");
    if (!text) return tl::unexpected(text.error());
    return load_text(*text, file);
}

} // namespace regiekamer::player
