#include "scenarios/player/from_journal.hpp"

#include "messaging/codec/codec.hpp"
#include "scenarios/player/data.hpp"
#include "scenarios/player/moment.hpp"
#include "scenarios/player/names_in_text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <regex>
#include <set>

namespace regiekamer::player {
namespace json = boost::json;
namespace {

/// What is of this run or of these machines, and not of what happened.
bool left_out(const std::string& type) {
    for (const char* prefix : {"exercise.", "desk.", "feed.", "message.", "alarm.", "check.", "training."})
        if (type.starts_with(prefix)) return true;
    return type.starts_with("inject.") || type == "expectation.judged" || type == "observation.noted";
}

/// Function names in the place of people: for their ids, their names and the parts of their names.
class Masks {
public:
    explicit Masks(std::span<const Recorded> journal) {
        for (const auto& recorded : journal)
            if (const auto* person = std::get_if<PersonRegistered>(&recorded.message.body))
                ids_.insert(person->person.value), registered_[person->name] = person->person.value;
        for (const auto& recorded : journal)
            meet(recorded.message);
        for (const auto& recorded : journal)
            meet_all(recorded.message);
        for (const auto& [name, id] : registered_)
            name_parts(name, id);
        constexpr std::size_t id_least = 4; // a person called "7" is not looked for in texts
        for (const auto& [id, label] : labels_) {
            if (id.find(' ') != std::string::npos) name_parts(id, id); // who was never registered is his name
            if (id.size() >= id_least) wanted_.insert(id);
        }
        for (const auto& [name, label] : names_)
            wanted_.insert(name);
    }

    /// The text without people in it.
    [[nodiscard]] std::string masked(std::string text) const {
        if (const auto id = labels_.find(text); id != labels_.end()) return id->second;
        if (const auto name = names_.find(text); name != names_.end()) return name->second;
        const bool sentence = text.find(' ') != std::string::npos; // else an id may be part of another's
        if (!sentence) text = with_masked_parts(text);
        for (const auto& name : wanted_) {
            const auto known = names_.find(name);
            if (known == names_.end() && !sentence) continue;
            replace(text, name, known == names_.end() ? labels_.at(name) : known->second);
        }
        static const std::regex mail(R"([^\s<>()]+@[^\s<>()]+\.[a-zA-Z]+)"),
            phone(R"((\+|\b0)[0-9][0-9 \-]{7,14}\b)");
        text = std::regex_replace(text, mail, "(adres)");
        text = std::regex_replace(text, phone, "(nummer)");
        return sentence ? without_names(text) : text;
    }

private:
    struct LongestFirst {
        bool operator()(const std::string& a, const std::string& b) const {
            return a.size() != b.size() ? a.size() > b.size() : a < b;
        }
    };

    void meet(const Message& message) {
        const Body& body = message.body;
        if (message.person && message.function) learn(message.person->value, message.function->value);
        if (const auto* person = std::get_if<PersonRegistered>(&body))
            learn(person->person.value,
                  person->functions.empty() ? "medewerker" : person->functions[0].value);
        if (const auto* alerted = std::get_if<PersonAlerted>(&body))
            learn(alerted->person.value, alerted->function.value);
        if (const auto* reported = std::get_if<AttendanceReported>(&body))
            learn(reported->person.value, reported->function.value);
        if (const auto* rostered = std::get_if<DutyRostered>(&body))
            learn(rostered->person.value, rostered->function.value);
        const auto contacts = [&](const auto& list) {
            for (const auto& contact : list)
                learn(contact.person.value, contact.role);
        };
        if (const auto* event = std::get_if<EventRegistered>(&body); event != nullptr && event->contacts)
            contacts(*event->contacts);
        if (const auto* event = std::get_if<EventUpdated>(&body); event != nullptr && event->contacts)
            contacts(*event->contacts);
    }

    /// Whoever else a body is about: who is absent, swaps, stands in, is asked.
    void meet_all(const Message& message) {
        const std::string text = codec::encode_body(message.body);
        if (text.find("person") == std::string::npos && text.find("deputy") == std::string::npos) return;
        json::error_code ec;
        meet_in(json::parse(text, ec));
    }
    void meet_in(const json::value& value) {
        if (const auto* list = value.if_array())
            for (const auto& item : *list)
                meet_in(item);
        const auto* object = value.if_object();
        if (object == nullptr) return;
        const auto* known = object->if_contains("function");
        const std::string function = known != nullptr && known->is_string() ? std::string(known->as_string())
                                                                            : std::string("medewerker");
        const auto one = [&](const json::value& person) {
            if (person.is_string()) learn(std::string(person.as_string()), function);
        };
        for (const auto& member : *object) {
            meet_in(member.value());
            if (member.key() == "person" || member.key() == "from_person" || member.key() == "to_person" ||
                member.key() == "deputy")
                one(member.value());
            if (member.key() == "persons" && member.value().is_array())
                std::ranges::for_each(member.value().as_array(), one);
        }
    }

    /// The first function that somebody is known by; the second of a function gets a number. One person is
    /// one label, said by id or by name; what is simulated stays so.
    void learn(const std::string& said, const std::string& function) {
        const auto named = registered_.find(said);
        const std::string& id = named == registered_.end() ? said : named->second;
        if (id.empty() || id == simulated_person || labels_.contains(id)) return;
        std::string label;
        do {
            const int nth = ++taken_[function];
            label = nth == 1 ? function : function + " " + std::to_string(nth);
        } while (label != id && ids_.contains(label)); // somebody else's id
        ids_.insert(id);
        labels_[id] = label;
    }
    void add_name(const std::string& name, const std::string& label) {
        const auto [known, fresh] = names_.emplace(name, label);
        if (!fresh && known->second != label) known->second = "een collega"; // two people have it
    }
    /// "Karin de Wit": the whole of it, "Karin", "Wit", "de Wit" and "De Wit".
    void name_parts(const std::string& name, const std::string& id) {
        constexpr std::size_t part_least = 4;
        const auto found = labels_.find(id);
        if (found == labels_.end()) return;
        const std::string& label = found->second;
        add_name(name, label);
        const auto first = name.find(' '), last = name.rfind(' ');
        if (first == std::string::npos) return;
        const std::string given = name.substr(0, first), behind = name.substr(first + 1),
                          family = name.substr(last + 1);
        const bool initials = given.find('.') != std::string::npos;
        if (given.size() + 1 >= part_least && !initials) add_name(given, label);
        if (family.size() >= part_least) add_name(family, label);
        if (behind == family) return;
        add_name(behind, label);
        std::string capital = behind;
        capital[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(capital[0])));
        if (capital != behind) add_name(capital, label);
    }
    /// An identifier made of others: "ovd-bz/p-k-de-wit/2026-11-23T08:00", as rosters are imported. The same
    /// for all who name it.
    [[nodiscard]] std::string with_masked_parts(const std::string& id) const {
        std::string made;
        for (std::size_t from = 0; from <= id.size();) {
            const auto end = std::min(id.find('/', from), id.size());
            const auto part = id.substr(from, end - from);
            const auto person = labels_.find(part);
            if (from > 0) made += '/';
            made += person == labels_.end() ? part : person->second;
            from = end + 1;
        }
        return made;
    }
    static void replace(std::string& text, const std::string& name, const std::string& label) {
        for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at)) {
            if (!stands_alone(text, at, name.size())) {
                ++at;
                continue;
            }
            const auto from = name.find(' ') == std::string::npos ? given_before(text, at) : at;
            text.replace(from, at + name.size() - from, label);
            at = from + label.size();
        }
    }
    /// Where a given name before a surname begins: "Piet Jansen" of who is registered as "P. Jansen". A word
    /// that often begins a sentence, or a title, is none.
    static std::size_t given_before(const std::string& text, std::size_t at) {
        static const std::set<std::string> none{
            "Aan",  "Bij", "Burgemeester", "Collega", "Dan", "De",      "Dhr",     "En",       "Familie",
            "Heer", "Het", "Maar",         "Meneer",  "Met", "Mevr",    "Mevrouw", "Na",       "Naar",
            "Om",   "Ook", "Tegen",        "Toen",    "Van", "Volgens", "Voor",    "Wethouder"};
        if (at < 3 || text[at - 1] != ' ') return at;
        std::size_t from = at - 1;
        while (from > 0 && std::islower(static_cast<unsigned char>(text[from - 1])) != 0)
            --from;
        if (from == 0 || from == at - 1 || std::isupper(static_cast<unsigned char>(text[from - 1])) == 0)
            return at;
        --from;
        const bool alone = from == 0 || std::isalnum(static_cast<unsigned char>(text[from - 1])) == 0;
        return alone && !none.contains(text.substr(from, at - 1 - from)) ? from : at;
    }
    static bool stands_alone(const std::string& text, std::size_t at, std::size_t size) {
        const auto letter = [](char c) {
            return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
        };
        return (at == 0 || !letter(text[at - 1])) && (at + size == text.size() || !letter(text[at + size]));
    }

    std::map<std::string, std::string> labels_;     ///< by person id
    std::map<std::string, std::string> names_;      ///< by name, or a part of one
    std::map<std::string, std::string> registered_; ///< names to person ids
    std::set<std::string> ids_;
    std::map<std::string, int> taken_;
    std::set<std::string, LongestFirst> wanted_;
};

/// What belongs to which incident or event, so that one case is told and no other.
class Cases {
public:
    explicit Cases(const std::vector<const Message*>& told) {
        for (const auto* message : told) {
            if (const auto* opened = std::get_if<IncidentOpened>(&message->body);
                opened != nullptr && opened->event)
                grown_[opened->incident.value] = "event/" + opened->event->value;
            const auto body = members_of(*message);
            const std::string owner = owner_of(body);
            if (owner.empty()) continue;
            for (const char* kind : parts)
                if (const auto id = text_of(body, kind); !id.empty()) owners_.emplace(key(kind, id), owner);
        }
    }
    /// Whether it is of the incident, of the event that this grew from, or of no case at all.
    [[nodiscard]] bool tells(const Message& message, const std::string& incident) const {
        const std::string owner = owner_of(members_of(message));
        if (owner.empty() || owner == "incident/" + incident) return true;
        const auto grown = grown_.find(incident);
        return grown != grown_.end() && grown->second == owner;
    }

private:
    /// Those that name a case bring these into being; later messages name these alone.
    static constexpr std::array<const char*, 11> parts{"action", "meeting", "decision", "item",
                                                       "alert",  "area",    "place",    "finding",
                                                       "note",   "point",   "moment"};
    static std::string key(std::string_view kind, const std::string& id) {
        return std::string(kind) + "/" + id;
    }
    static json::object members_of(const Message& message) {
        json::error_code ec;
        auto value = json::parse(codec::encode_body(message.body), ec);
        return value.is_object() ? std::move(value.as_object()) : json::object();
    }
    static std::string text_of(const json::object& body, std::string_view member) {
        const auto* value = body.if_contains(member);
        return value != nullptr && value->is_string() ? std::string(value->as_string()) : std::string();
    }
    [[nodiscard]] std::string owner_of(const json::object& body) const {
        for (const char* kind : {"incident", "event"})
            if (const auto id = text_of(body, kind); !id.empty()) return key(kind, id);
        for (const char* kind : parts)
            if (const auto id = text_of(body, kind); !id.empty())
                if (const auto owner = owners_.find(key(kind, id)); owner != owners_.end())
                    return owner->second;
        return {};
    }

    std::map<std::string, std::string> owners_; ///< "action/a-1" to "incident/2026-0142"
    std::map<std::string, std::string> grown_;  ///< an incident to the event that it grew from
};

std::string toml(const std::string& text) {
    return json::serialize(json::value(text)); // JSON's escapes are all of TOML's too
}

bool bare(std::string_view key) {
    return !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-';
    });
}

/// Who sent a warning and which it is: later ones refer to it.
bool is_reference(const json::key_value_pair& member) {
    return member.value().is_string() && (member.key() == "sender" || member.key() == "identifier");
}

std::string toml(const json::value& value, const Masks& masks) {
    if (const auto* text = value.if_string())
        return toml(looks_like_offset(*text) ? std::string(*text) : masks.masked(std::string(*text)));
    if (const auto* list = value.if_array()) {
        std::string out = "[";
        for (const auto& item : *list)
            out += (out.size() > 1 ? ", " : "") + toml(item, masks);
        return out + "]";
    }
    if (const auto* object = value.if_object()) {
        std::string out = "{";
        for (const auto& member : *object) {
            if (member.value().is_null()) continue;
            out += (out.size() > 1 ? ", " : " ") +
                   (bare(member.key()) ? std::string(member.key()) : toml(std::string(member.key()))) +
                   " = " +
                   (is_reference(member) ? toml(std::string(member.value().as_string()))
                                         : toml(member.value(), masks));
        }
        return out + " }";
    }
    if (value.is_double()) {
        const std::string number = json::serialize(value);
        return number.find_first_of(".eE") == std::string::npos ? number + ".0" : number;
    }
    return json::serialize(value);
}

/// What says more of people than an exercise needs: how they are reached, why they are away, who organises.
void leave_out_people(const Body& body, json::object& members) {
    for (const char* member : {"phone", "email", "contacts"})
        members.erase(member);
    if (members.contains("organiser")) members["organiser"] = "organisator";
    const std::string type(short_type(type_of(body)));
    for (const char* theme : {"absence.", "swap.", "duty."})
        if (type.starts_with(theme)) members.erase("reason");
}

/// The body with its times from the start, and without what is personal.
json::value retold(const Body& body, Instant start) {
    json::error_code ec;
    json::value value = json::parse(codec::encode_body(body), ec);
    codec::each_instant(short_type(type_of(body)), value, [&](json::value& instant, const std::string&) {
        const auto* text = instant.if_string();
        const auto read =
            text == nullptr ? Result<Instant>(refuse({}, {}, {})) : read_instant(std::string_view(*text));
        constexpr auto offset_most = hours(9'999);
        if (read && std::chrono::abs(*read - start) <= offset_most)
            instant = offset_text(std::chrono::floor<seconds>(*read - start));
    });
    if (auto* object = value.if_object(); object != nullptr) leave_out_people(body, *object);
    return value;
}

/// Who leads an exercise, or looks on.
bool leads(const Message& message) {
    return message.function &&
           (*message.function == Function("oefenleider") || *message.function == Function("waarnemer"));
}

std::set<std::pair<std::string, std::string>> withdrawn_in(std::span<const Recorded> journal, Instant until) {
    std::set<std::pair<std::string, std::string>> all;
    for (const auto& recorded : journal)
        if (const auto* taken_back = std::get_if<MessageWithdrawn>(&recorded.message.body);
            taken_back != nullptr && recorded.message.time <= until)
            all.emplace(taken_back->message_source, taken_back->message.value);
    return all;
}

/// What is told, in order of time; what was said at once stays in its order.
std::vector<const Message*> told_in(std::span<const Recorded> journal, Instant until) {
    const auto withdrawn = withdrawn_in(journal, until);
    std::vector<const Message*> told;
    for (const auto& recorded : journal) {
        const auto& message = recorded.message;
        const bool inject = std::holds_alternative<InjectDelivered>(message.body);
        const std::string type(short_type(type_of(message.body)));
        if (message.time > until || withdrawn.contains({message.source, message.id})) continue;
        if (std::holds_alternative<Foreign>(message.body) || (left_out(type) && !inject)) continue;
        if (!inject && leads(message)) continue; // what steered that run is nothing that happened
        const auto* page = std::get_if<PageReceived>(&message.body);
        if (page != nullptr && !page->ours) continue; // somebody else's alarm, with an address in it
        told.push_back(&message);
    }
    std::stable_sort(told.begin(), told.end(),
                     [](const auto* a, const auto* b) { return a->time < b->time; });
    return told;
}

/// An inject that was sent again is another one here.
class Numbers {
public:
    std::string of(const std::string& nr) {
        const int nth = ++times_[nr];
        if (nth == 1) return nr;
        const std::string again = nr + "-" + std::to_string(nth);
        return times_.contains(again) ? of(again) : (++times_[again], again);
    }

private:
    std::map<std::string, int> times_;
};

std::string said_by(const Message& message) {
    return message.function ? message.function->value : std::string("meldkamer");
}

/// What was delivered before the start is not delivered again: it is told.
std::string inject_text(const InjectDelivered& inject, const std::string& at, const Masks& masks,
                        Numbers& numbers) {
    if (at.starts_with("T-"))
        return "\n[[message]]\nat = " + toml(at) + "\nfrom = " + toml(masks.masked(inject.from)) +
               "\ntype = \"note.written\"\ndata = { text = " +
               toml(masks.masked("Aan " + inject.to + " (" + inject.medium + "): " + inject.text)) + " }\n";
    return "\n[[inject]]\nnr = " + toml(numbers.of(inject.inject.value)) + "\nat = " + toml(at) +
           "\nfrom = " + toml(masks.masked(inject.from)) + "\nto = " + toml(masks.masked(inject.to)) +
           "\nmedium = " + toml(inject.medium) + "\ntext = " + toml(masks.masked(inject.text)) + "\n";
}

std::string roles_text(const std::vector<const Message*>& told, const Masks& masks) {
    std::set<std::string> roles;
    for (const auto* message : told) {
        if (const auto* inject = std::get_if<InjectDelivered>(&message->body)) // whoever sent it
            roles.insert({masks.masked(inject->from), masks.masked(inject->to)});
        else
            roles.insert(said_by(*message));
    }
    std::string out;
    for (const auto& role : roles)
        out += "\n[[role]]\nfunction = " + toml(role) + "\nname = " + toml(role) + "\nplayed = true\n";
    return out;
}

/// The incident that is told: the one that was asked for, else the first that opens in the stretch, else the
/// last before it. Null: there is none.
Result<const IncidentOpened*> case_of(const std::vector<const Message*>& told, const Stretch& stretch) {
    const IncidentOpened *within = nullptr, *before = nullptr;
    std::vector<std::string> known;
    for (const auto* message : told) {
        const auto* opened = std::get_if<IncidentOpened>(&message->body);
        if (opened == nullptr) continue;
        known.push_back(opened->incident.value);
        if (opened->incident.value == stretch.incident) return opened;
        if (message->time < stretch.from)
            before = opened;
        else if (within == nullptr)
            within = opened;
    }
    if (stretch.incident.empty()) return within != nullptr ? within : before;
    std::string all;
    for (const auto& id : known)
        all += (all.empty() ? "" : ", ") + id;
    return refuse("incident", stretch.incident, all.empty() ? "a journal with an incident" : "one of " + all);
}

} // namespace

Result<std::string> scenario_from(std::span<const Recorded> journal, const Stretch& stretch) {
    auto told = told_in(journal, stretch.until);
    const auto chosen = case_of(told, stretch);
    if (!chosen) return tl::unexpected(chosen.error());
    if (*chosen != nullptr) {
        const Cases cases(told);
        std::erase_if(told, [&](const auto* one) { return !cases.tells(*one, (*chosen)->incident.value); });
    }
    const bool any =
        std::any_of(told.begin(), told.end(), [&](const auto* one) { return one->time >= stretch.from; });
    if (!any)
        return refuse("journal",
                      "nothing said from " + to_text(stretch.from) +
                          (stretch.until == Instant::max() ? "" : " until " + to_text(stretch.until)),
                      "a stretch in which something happened");
    const Masks masks(journal);
    std::string title = stretch.title, kind = "overig", place = "Alblasserdam";
    if (const auto* opened = *chosen; opened != nullptr) {
        if (title.empty()) title = opened->title;
        kind = opened->kind.value;
        place = opened->municipality;
    }
    const Instant start = std::chrono::floor<seconds>(stretch.from);
    std::string out =
        "# Made from a journal. All of it is told as it was; with played = false a role is "
        "simulated where the scenario\n"
        "# tells nothing of it. Add aims and expectations.\n"
        "# People are named after their function, and who has none here is iemand. Read its texts "
        "all the same.\n"
        "[scenario]\ntitle = " +
        toml(masks.masked(title.empty() ? "Zonder titel" : title)) + "\nkind = " + toml(kind) +
        "\nsummary = " + toml(masks.masked("Naar wat er gebeurde: " + title)) +
        "\nmunicipality = " + toml(place) + "\nstart = " + toml(to_text(start)) + "\nseed = 1\n" +
        roles_text(told, masks);
    Numbers numbers;
    for (const auto* message : told) {
        const std::string at = offset_text(std::chrono::floor<seconds>(message->time - start));
        if (const auto* inject = std::get_if<InjectDelivered>(&message->body)) {
            out += inject_text(*inject, at, masks, numbers);
            continue;
        }
        out += "\n[[message]]\nat = " + toml(at) + "\nfrom = " + toml(said_by(*message));
        if (message->person) out += "\nperson = " + toml(masks.masked(message->person->value));
        out += "\ntype = " + toml(std::string(short_type(type_of(message->body)))) +
               "\ndata = " + toml(retold(message->body, start), masks) + "\n";
    }
    return out;
}

} // namespace regiekamer::player
