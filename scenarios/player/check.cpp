// References, cycles and oddities.
#include "scenarios/player/check.hpp"

#include "messaging/codec/codec.hpp"
#include "messaging/rights/rights.hpp"
#include "messaging/tables/nearest.hpp"
#include "scenarios/player/data.hpp"
#include "scenarios/player/load.hpp"
#include "scenarios/player/moment.hpp"
#include "scenarios/player/plan.hpp"
#include "scenarios/player/references.hpp"

#include <algorithm>
#include <array>

namespace regiekamer::player {

using namespace tables;

namespace {

std::string_view word(NameKind kind) {
    switch (kind) {
    case NameKind::aim:
        return "an aim's id";
    case NameKind::role:
        return "the function of a role";
    case NameKind::inject:
        return "an inject's nr";
    case NameKind::expectation:
        return "an expectation's id";
    case NameKind::branch:
        return "a branch's id";
    case NameKind::response:
        return "a response's id";
    }
    return {};
}

std::string by_whom(std::string_view type) {
    const std::string whose = rights::whose(type);
    return "by " + (whose.empty() ? "somebody who acts" : whose);
}

/// The expectation that both must and must not be met; empty: none.
std::string contradicted(const std::vector<Condition>& conditions) {
    for (const Condition& one : conditions)
        for (const Condition& other : conditions)
            if (one.met && !other.met && one.expectation == other.expectation) return one.expectation;
    return {};
}

/// What nobody says at a desk: the hub, a desk by itself, or a feed does.
bool of_no_player(std::string_view type) {
    static constexpr std::array types{DeskJoined::type,       DeskLeft::type,         FeedReported::type,
                                      FeedRefused::type,      FeedRetryAsked::type,   FeedRetried::type,
                                      CheckRecorded::type,    MeasurementTaken::type, ForecastIssued::type,
                                      StationDescribed::type, WarningReceived::type,  PageReceived::type};
    return std::find(types.begin(), types.end(), type) != types.end();
}

/// When the run is over: its last message.
microseconds end_of(const Scenario& scenario) {
    microseconds last{};
    for (const Inject& inject : scenario.injects)
        last = std::max(last, inject.at);
    for (const Line& line : scenario.lines)
        last = std::max(last, line.at);
    for (const Forecast& forecast : scenario.forecasts)
        last = std::max(last, forecast.issued);
    for (const Series& series : scenario.series)
        last = std::max(last,
                        series.from + series.every * (static_cast<std::int64_t>(series.values.size()) - 1));
    return last;
}

/// What a desk cannot bring into being under a name that a scenario knows, and the type that does.
struct Brought {
    const char *member, *by;
};
constexpr std::array brought{Brought{"incident", "incident.opened"}, Brought{"action", "action.opened"},
                             Brought{"meeting", "meeting.planned"},  Brought{"event", "event.registered"},
                             Brought{"decision", "decision.taken"},  Brought{"item", "situation.written"},
                             Brought{"swap", "swap.proposed"},       Brought{"handover", "handover.written"},
                             Brought{"request", "duty.asked"}};

class Oddities {
public:
    explicit Oddities(const Scenario& scenario)
        : scenario_(scenario), references_(scenario), end_(end_of(scenario)), complaints_(scenario.file) {
        for (const Line& line : scenario.lines) {
            bring(short_name(line.body), codec::encode_body(line.body), line.at);
            if (const auto* person = std::get_if<PersonRegistered>(&line.body))
                persons_.push_back(person->person.value);
        }
        for (const Response& response : scenario.responses)
            bring(response.type, boost::json::serialize(response.data), microseconds{0});
    }

    std::vector<Error> all() && {
        for (std::size_t i = 0; i < scenario_.injects.size(); ++i)
            look_at(scenario_.injects[i], i == 0 ? nullptr : &scenario_.injects[i - 1]);
        for (const Line& line : scenario_.lines) {
            look_at_conditions(line, "message");
            look_at_what_it_is_about(line);
            look_at_due(line);
        }
        for (const Branch& branch : scenario_.branches)
            look_at(branch);
        for (const Aim& aim : scenario_.aims)
            look_at(aim);
        for (const Role& role : scenario_.roles)
            look_at(role);
        for (const Expectation& expectation : scenario_.expectations)
            look_at(expectation);
        for (const Response& response : scenario_.responses)
            look_at(response);
        return std::move(complaints_).sorted();
    }

private:
    [[nodiscard]] const Role* role_of(const std::string& function) const {
        const auto found = std::find_if(scenario_.roles.begin(), scenario_.roles.end(),
                                        [&](const Role& role) { return role.function.value == function; });
        return found == scenario_.roles.end() ? nullptr : &*found;
    }

    void look_at(const Inject& inject, const Inject* before) {
        const std::string name = "inject " + inject.nr;
        const Role* to = role_of(inject.to);
        if (to == nullptr || !to->played) {
            complaints_.add(inject.place, name + " to " + quote(inject.to) + ", whom nobody plays",
                            "a role that is played",
                            to == nullptr ? nearest(inject.to, functions()) : std::string());
        }
        if (inject.from == inject.to)
            complaints_.add(inject.place, name + " from and to " + quote(inject.to), "another who says it");
        if (before != nullptr && inject.at < before->at)
            complaints_.add(inject.place,
                            name + " at " + offset_text(inject.at) + " after one at " +
                                offset_text(before->at),
                            "times in order");
        if (!inject.aim && !scenario_.aims.empty())
            complaints_.add(inject.place, name + " without an aim", "the aim that it practises");
        if (inject.at < microseconds{0})
            complaints_.add(inject.place, name + " before the start", "a time from T+00:00");
        look_at_conditions(inject, name);
        look_at_haste(inject, name);
    }

    /// Late the moment that it is opened: a slip of the hand more often than a wish.
    void look_at_due(const Line& line) {
        const auto* opened = std::get_if<ActionOpened>(&line.body);
        const auto* moved = std::get_if<ActionRescheduled>(&line.body);
        const auto due = opened ? opened->due : moved ? std::optional(moved->due) : std::nullopt;
        if (!due || *due >= scenario_.start + line.at) return;
        complaints_.add(line.place,
                        "action " + quote(opened ? opened->action.value : moved->action.value) + " due at " +
                            offset_text(*due - scenario_.start) + ", before it is " +
                            (opened ? "opened" : "moved") + " at " + offset_text(line.at),
                        "a due time after that, or none");
    }

    /// An item can be judged too early: what it asks for cannot have happened by then.
    template <class Item>
    void look_at_conditions(const Item& item, const std::string& name) {
        const std::string both = contradicted(item.conditions);
        if (!both.empty() && !impossible_branch(item.branch))
            complaints_.add(item.place, name + " both if and unless " + quote(both),
                            "one of the two: it is never said");
        for (const Inject* after : references_.awaited(item.conditions))
            if (item.at <= after->at)
                complaints_.add(item.place,
                                name + " judged at " + offset_text(item.at) + ", not after inject " +
                                    after->nr + " at " + offset_text(after->at),
                                "a condition that can be met by then");
    }

    /// Who is told off for what they did not do must have had the time for it.
    void look_at_haste(const Inject& item, const std::string& name) {
        for (const Condition& condition : item.conditions) {
            if (condition.met) continue;
            for (const auto* part : references_.parts(condition.expectation)) {
                const Inject* after = part->after ? references_.inject(*part->after) : nullptr;
                const microseconds from = after == nullptr ? microseconds{0} : after->at;
                if (!part->within || item.at <= from || from + *part->within <= item.at) continue;
                complaints_.add(item.place,
                                name + " unless " + quote(part->id) + " at " + offset_text(item.at) +
                                    ", while there is time for that until " +
                                    offset_text(from + *part->within),
                                "a time after its time limit");
            }
        }
    }

    [[nodiscard]] bool impossible_branch(const std::optional<std::string>& id) const {
        return id &&
               std::any_of(scenario_.branches.begin(), scenario_.branches.end(), [&](const Branch& one) {
                   return one.id == *id && !contradicted(one.conditions).empty();
               });
    }

    /// A way that is never taken, or along which nothing happens.
    void look_at(const Branch& branch) {
        const std::string name = "branch " + quote(branch.id);
        if (const std::string both = contradicted(branch.conditions); !both.empty())
            complaints_.add(branch.place, name + " both if and unless " + quote(both),
                            "one of the two: it is never taken");
        const auto follows = [&](const auto& item) { return item.branch == branch.id; };
        if (std::none_of(scenario_.injects.begin(), scenario_.injects.end(), follows) &&
            std::none_of(scenario_.lines.begin(), scenario_.lines.end(), follows))
            complaints_.add(branch.place, name + " that nobody uses", "an inject or message of it");
    }

    void look_at(const Aim& aim) {
        const auto practises = [&](const auto& item) { return item.aim == aim.id; };
        if (std::none_of(scenario_.injects.begin(), scenario_.injects.end(), practises))
            complaints_.add(aim.place, "aim " + quote(aim.id) + " without an inject",
                            "an inject that practises it");
    }

    /// Who plays must get something to do.
    void look_at(const Role& role) {
        const auto gets = [&](const Inject& inject) { return inject.to == role.function.value; };
        if (role.played && std::none_of(scenario_.injects.begin(), scenario_.injects.end(), gets))
            complaints_.add(role.place,
                            "role " + quote(role.function.value) + " that is played, without an inject",
                            "an inject to it");
    }

    void look_at(const Expectation& expectation) {
        look_at_sayer(expectation);
        look_at_window(expectation);
        look_at_subject(expectation);
        look_at_state(expectation);
        look_at_owner(expectation.where, name_of(expectation), expectation.place);
        std::vector<Condition> conditions; // of what all of its parts wait for
        for (const auto& id : expectation.all)
            if (const auto* part = references_.expectation(id); part != nullptr && part->after)
                if (const auto* after = references_.inject(*part->after))
                    conditions.insert(conditions.end(), after->conditions.begin(), after->conditions.end());
        if (const std::string both = contradicted(conditions); !both.empty())
            complaints_.add(expectation.place,
                            name_of(expectation) + " of what is asked both if and unless " + quote(both),
                            "an expectation that can be met");
    }

    static std::string name_of(const Expectation& expectation) {
        return "expectation " + quote(expectation.id);
    }

    /// Somebody must be there to say it, a player or the scenario itself, and may say it.
    void look_at_sayer(const Expectation& expectation) {
        if (expectation.type.empty()) return; // made of others
        const bool told = std::any_of(scenario_.lines.begin(), scenario_.lines.end(), [&](const Line& line) {
            return line.from == expectation.by && short_name(line.body) == expectation.type;
        });
        if (of_no_player(expectation.type) && !told) {
            complaints_.add(expectation.place,
                            name_of(expectation) + " of " + expectation.type +
                                ", which comes from a hub or a feed and from no player",
                            "an expectation that can be met");
            return;
        }
        const auto may = [&](const Function& function) { return rights::may(function, expectation.type); };
        if (!expectation.by) {
            if (std::none_of(scenario_.roles.begin(), scenario_.roles.end(),
                             [&](const Role& role) { return role.played && may(role.function); }))
                complaints_.add(expectation.place, name_of(expectation) + ", which no player may say",
                                "an expectation that can be met");
            return;
        }
        const bool said = std::any_of(scenario_.lines.begin(), scenario_.lines.end(), [&](const Line& line) {
            return line.from == *expectation.by && short_name(line.body) == expectation.type;
        });
        const Role* by = role_of(expectation.by->value);
        if (by == nullptr || said) return;
        if (!by->played)
            complaints_.add(expectation.place,
                            name_of(expectation) + " by " + quote(expectation.by->value) +
                                ", whom nobody plays",
                            "an expectation that can be met");
        else if (!may(*expectation.by))
            complaints_.add(expectation.place,
                            name_of(expectation) + " by " + quote(expectation.by->value) +
                                ", who may not say " + expectation.type,
                            by_whom(expectation.type));
    }

    /// There must be time for it before the scenario is over.
    void look_at_window(const Expectation& expectation) {
        if (expectation.type.empty()) return;
        const std::string name = name_of(expectation);
        const Inject* after = expectation.after ? references_.inject(*expectation.after) : nullptr;
        const microseconds from = after == nullptr ? microseconds{0} : after->at;
        if (after != nullptr && !contradicted(after->conditions).empty())
            complaints_.add(expectation.place, name + " after inject " + after->nr + ", which is never said",
                            "an inject that can come");
        else if (after != nullptr && from >= end_)
            complaints_.add(expectation.place,
                            name + " after inject " + after->nr + " at " + offset_text(from) +
                                ", where the scenario ends",
                            "time to do it before the end");
        else if (expectation.within && from + *expectation.within > end_)
            complaints_.add(expectation.place,
                            name + " until " + offset_text(from + *expectation.within) +
                                ", past the end of the scenario at " + offset_text(end_),
                            "a time limit before the end");
    }

    /// What it is about must have come by then.
    void look_at_subject(const Expectation& expectation) {
        for (const Brought& kind : brought) {
            const auto* value = expectation.where.if_contains(kind.member);
            if (value == nullptr || !value->is_string() || expectation.type == kind.by) continue;
            if (expectation.type == EventDecided::type) continue; // its decision is GO, aangepast or NO-GO
            const std::string id(value->as_string());
            const std::string about = name_of(expectation) + " about " + kind.member + " " + quote(id);
            const auto found = brought_.find({kind.member, id});
            if (found == brought_.end()) {
                complaints_.add(expectation.place, about + ", which does not come in the scenario",
                                "one that a " + std::string(kind.by) + " of the scenario brings");
                continue;
            }
            const Inject* after = expectation.after ? references_.inject(*expectation.after) : nullptr;
            const microseconds from = after == nullptr ? microseconds{0} : after->at;
            if (expectation.within && found->second > from + *expectation.within)
                complaints_.add(expectation.place,
                                about + " of " + offset_text(found->second) + ", after its time limit at " +
                                    offset_text(from + *expectation.within),
                                "an expectation that can be met");
        }
    }

    /// "Ik kom niet" is an attendance too: who asks for no state is content with the opposite.
    void look_at_state(const Expectation& expectation) {
        if (expectation.type != AttendanceReported::type || expectation.where.contains("state")) return;
        complaints_.add(expectation.place,
                        name_of(expectation) + " of " + expectation.type +
                            " in any state, so of who is not coming too",
                        "the state that is meant, such as where = { state = \"aanwezig\" }");
    }

    /// The decision on an evenement is GO, aangepast or NO-GO; the event of a warning is a word of the
    /// weather.
    static bool is_word(std::string_view type, std::string_view member) {
        return (type == EventDecided::type && member == "decision") ||
               (type == WarningReceived::type && member == "event");
    }

    /// A misspelt id is about nothing, and a misspelt person is nobody: both are legal, and never meant.
    void look_at_what_it_is_about(const Line& line) {
        const std::string type = short_name(line.body);
        boost::json::error_code ec;
        const auto read = boost::json::parse(codec::encode_body(line.body), ec);
        const auto* body = read.if_object();
        if (body == nullptr) return;
        for (const Brought& kind : brought) {
            const auto* value = body->if_contains(kind.member);
            const bool names = value != nullptr && value->is_string();
            if (!names || type == kind.by || is_word(type, kind.member)) continue;
            const std::string id(value->as_string());
            if (brought_.contains({kind.member, id})) continue;
            complaints_.add(line.place,
                            "message " + type + " about " + kind.member + " " + quote(id) +
                                ", which does not come in the scenario",
                            "one that a " + std::string(kind.by) + " of the scenario brings");
        }
        look_at_owner(*body, "message " + type, line.place);
        look_at_person(line.person, type, line.place);
    }

    /// Who must do it has to be somebody: nobody plays or simulates a function that is no role. One that is
    /// filled in when it is said ("{from}") is not known yet.
    void look_at_owner(const boost::json::object& body, const std::string& name, const Place& place) {
        const auto* value = body.if_contains("owner");
        if (value == nullptr || !value->is_string()) return;
        const std::string owner(value->as_string());
        if (owner.find('{') != std::string::npos || role_of(owner) != nullptr) return;
        complaints_.add(place, name + " for " + quote(owner) + ", which is no role", "the function of a role",
                        nearest(owner, functions()));
    }

    [[nodiscard]] std::vector<std::string> functions() const {
        std::vector<std::string> all;
        for (const Role& role : scenario_.roles)
            all.push_back(role.function.value);
        return all;
    }

    /// Who is registered at all must be there under this id; a scenario without registered people names them.
    void look_at_person(const std::optional<PersonId>& person, const std::string& type, const Place& place) {
        if (!person || persons_.empty()) return;
        if (std::find(persons_.begin(), persons_.end(), person->value) != persons_.end()) return;
        const std::string near = nearest(person->value, persons_);
        if (near.empty()) return; // a name that is shown as it is
        complaints_.add(place, "message " + type + " by " + quote(person->value) + ", whom nobody registered",
                        "a person of the scenario", near);
    }

    /// Notes what a message of the scenario brings into being, the first time.
    void bring(const std::string& type, const std::string& body, microseconds at) {
        for (const Brought& kind : brought) {
            if (type != kind.by) continue;
            boost::json::error_code ec;
            const auto read = boost::json::parse(body, ec);
            const auto* object = read.if_object();
            const auto* value = object == nullptr ? nullptr : object->if_contains(kind.member);
            if (value == nullptr || !value->is_string()) continue;
            const auto [known, fresh] =
                brought_.emplace(std::pair{kind.member, std::string(value->as_string())}, at);
            if (!fresh) known->second = std::min(known->second, at);
        }
    }

    /// An answer that can never be heard.
    void look_at(const Response& response) {
        const std::string name = "response " + quote(response.id);
        for (const auto* data : {&response.data, &response.wrong_data})
            look_at_owner(*data, name, response.place);
        if (response.silent == 100)
            complaints_.add(response.place, name + " that is always silent", "silent below 100");
        if (const std::string both = contradicted(response.conditions); !both.empty())
            complaints_.add(response.place, name + " both if and unless " + quote(both),
                            "one of the two: it is never said");
        const Inject* inject = response.after ? references_.inject(*response.after) : nullptr;
        if (inject != nullptr && inject->at + response.least > end_)
            complaints_.add(response.place,
                            name + " from " + offset_text(inject->at + response.least) +
                                ", after the last message at " + offset_text(end_),
                            "an answer before the end");
        const Role* role = role_of(response.from.value);
        if (inject != nullptr && inject->from == response.from.value && role != nullptr)
            complaints_.add(response.place, name + " of the role that inject " + inject->nr + " is from",
                            "an answer of another role");
    }

    static std::string short_name(const Body& body) { return type_of(body).substr(type_prefix.size()); }

    const Scenario& scenario_;
    References references_;
    microseconds end_;
    std::map<std::pair<std::string, std::string>, microseconds>
        brought_;                      ///< kind and id: since when it is there
    std::vector<std::string> persons_; ///< ids of who is registered
    Complaints complaints_;
};

} // namespace

void Names::declare(NameKind kind, const std::string& name, Place place, Complaints& complaints) {
    if (name.empty()) return; // complained of when it was read
    const auto [first, fresh] = given_[kind].emplace(name, place);
    if (!fresh)
        complaints.add(
            place, quote(name) + " a second time (first on line " + std::to_string(first->second.line) + ")",
            std::string(word(kind)) + " that is used once");
}

void Names::refer(NameKind kind, const std::string& name, const Place& place) {
    if (!name.empty()) named_.push_back({kind, name, place});
}

void Names::check(Complaints& complaints) const {
    for (const Reference& reference : named_) {
        const auto names = given_.find(reference.kind);
        if (names != given_.end() && names->second.contains(reference.name)) continue;
        std::vector<std::string> known;
        if (names != given_.end())
            for (const auto& [name, place] : names->second)
                known.push_back(name);
        complaints.add(reference.place, quote(reference.name), std::string(word(reference.kind)),
                       nearest(reference.name, known));
    }
}

namespace {

void check_waiting(const Scenario& scenario, const References& references, Complaints& complaints) {
    Graph graph(scenario.injects.size());
    for (std::size_t i = 0; i < graph.size(); ++i)
        for (const Inject* awaited : references.awaited(scenario.injects[i].conditions))
            graph[i].push_back(static_cast<std::size_t>(awaited - scenario.injects.data()));
    const auto loops = loops_of(graph);
    for (std::size_t i = 0; i < graph.size(); ++i)
        if (loops[i] != 0)
            complaints.add(scenario.injects[i].place,
                           "inject " + quote(scenario.injects[i].nr) + " that waits for itself",
                           "a condition that does not follow from the inject");
}

void check_making(const Scenario& scenario, const References& references, Complaints& complaints) {
    const auto& all = scenario.expectations;
    Graph graph(all.size());
    for (std::size_t i = 0; i < graph.size(); ++i)
        for (const auto* list : {&all[i].any, &all[i].all})
            for (const auto& id : *list)
                if (const auto* part = references.expectation(id))
                    graph[i].push_back(static_cast<std::size_t>(part - all.data()));
    const auto loops = loops_of(graph);
    for (std::size_t i = 0; i < graph.size(); ++i)
        for (const std::size_t part : graph[i])
            if (loops[i] != 0 && loops[part] == loops[i])
                complaints.add(all[i].place, "expectation " + quote(all[i].id) + " made of itself",
                               "expectations that are made of others");
}

} // namespace

void check_cycles(const Scenario& scenario, Complaints& complaints) {
    const References references(scenario);
    check_waiting(scenario, references, complaints);
    check_making(scenario, references, complaints);
}

void check_sizes(const Scenario& scenario, Complaints& complaints) {
    const std::string any_run(36, 'r'); // as long as a uuid
    const Plan made = plan(scenario);
    for (const Entry& entry : made.entries) {
        const auto bytes = codec::encode(message_of(made, entry, any_run, entry.due)).size();
        if (bytes > codec::event_bytes_max)
            complaints.add(entry.place, "a message of " + std::to_string(bytes) + " bytes",
                           "one of at most " + std::to_string(codec::event_bytes_max) + ", as a hub takes");
    }
}

std::vector<Error> warnings(const Scenario& scenario) {
    return Oddities(scenario).all();
}

Findings check(const std::filesystem::path& file) {
    Findings findings;
    auto scenario = load(file);
    if (!scenario) {
        findings.errors = std::move(scenario.error());
        return findings;
    }
    findings.warnings = warnings(*scenario);
    findings.injects = scenario->injects.size();
    findings.messages = scenario->injects.size() + scenario->lines.size() + scenario->forecasts.size();
    for (const Series& series : scenario->series)
        findings.messages += series.values.size();
    return findings;
}

} // namespace regiekamer::player
