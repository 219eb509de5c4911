#include "scenarios/player/from_journal.hpp"

#include "messaging/codec/codec.hpp"
#include "scenarios/player/data.hpp"
#include "scenarios/player/moment.hpp"

#include <algorithm>
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

/// Function names in the place of people: for their ids, their names and their surnames.
class Masks {
public:
    explicit Masks(std::span<const Recorded> journal) {
        for (const auto& recorded : journal) {
            const auto& message = recorded.message;
            if (message.person && message.function) learn(message.person->value, message.function->value);
            if (const auto* person = std::get_if<PersonRegistered>(&message.body)) {
                learn(person->person.value,
                      person->functions.empty() ? "medewerker" : person->functions[0].value);
                names_[person->name] = person->person.value;
            }
            if (const auto* alerted = std::get_if<PersonAlerted>(&message.body))
                learn(alerted->person.value, alerted->function.value);
            if (const auto* reported = std::get_if<AttendanceReported>(&message.body))
                learn(reported->person.value, reported->function.value);
            if (const auto* rostered = std::get_if<DutyRostered>(&message.body))
                learn(rostered->person.value, rostered->function.value);
        }
        constexpr std::size_t id_least = 4; // a person called "7" is not looked for in texts
        for (const auto& [id, label] : labels_)
            if (id.size() >= id_least) longest_first_.insert(id);
        for (const auto& [name, id] : names_) {
            longest_first_.insert(name);
            if (const auto surname = name.rfind(' ');
                surname != std::string::npos && name.size() - surname > 4)
                surnames_[name.substr(surname + 1)] = id;
        }
        for (const auto& [name, id] : surnames_)
            longest_first_.insert(name);
    }

    /// The text without people in it.
    [[nodiscard]] std::string masked(std::string text) const {
        if (const auto id = labels_.find(text); id != labels_.end()) return id->second;
        for (const auto& name : longest_first_)
            for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at)) {
                if (!stands_alone(text, at, name.size())) {
                    ++at;
                    continue;
                }
                const auto& label = label_of(name);
                text.replace(at, name.size(), label);
                at += label.size();
            }
        static const std::regex mail(R"([^\s<>()]+@[^\s<>()]+\.[a-zA-Z]+)"),
            phone(R"((\+|\b0)[0-9][0-9 \-]{7,14}\b)");
        text = std::regex_replace(text, mail, "(adres)");
        return std::regex_replace(text, phone, "(nummer)");
    }

private:
    struct LongestFirst {
        bool operator()(const std::string& a, const std::string& b) const {
            return a.size() != b.size() ? a.size() > b.size() : a < b;
        }
    };

    /// The first function that somebody is known by; the second of a function gets a number.
    void learn(const std::string& id, const std::string& function) {
        if (id.empty() || labels_.contains(id)) return;
        const int nth = ++taken_[function];
        labels_[id] = nth == 1 ? function : function + " " + std::to_string(nth);
    }
    [[nodiscard]] const std::string& label_of(const std::string& name) const {
        if (const auto found = names_.find(name); found != names_.end()) return labels_.at(found->second);
        if (const auto found = surnames_.find(name); found != surnames_.end())
            return labels_.at(found->second);
        return labels_.at(name);
    }
    static bool stands_alone(const std::string& text, std::size_t at, std::size_t size) {
        const auto letter = [](char c) {
            return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
        };
        return (at == 0 || !letter(text[at - 1])) && (at + size == text.size() || !letter(text[at + size]));
    }

    std::map<std::string, std::string> labels_;           ///< by person id
    std::map<std::string, std::string> names_, surnames_; ///< to person ids
    std::map<std::string, int> taken_;
    std::set<std::string, LongestFirst> longest_first_;
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

/// The body with its times from the start, and without how a person is reached.
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
    if (auto* object = value.if_object();
        object != nullptr && std::holds_alternative<PersonRegistered>(body)) {
        object->erase("phone");
        object->erase("email");
    }
    return value;
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
        told.push_back(&message);
    }
    std::stable_sort(told.begin(), told.end(),
                     [](const auto* a, const auto* b) { return a->time < b->time; });
    return told;
}

std::string said_by(const Message& message) {
    return message.function ? message.function->value : std::string("meldkamer");
}

/// What was delivered before the start is not delivered again: it is told.
std::string inject_text(const InjectDelivered& inject, const std::string& at, const Masks& masks) {
    if (at.starts_with("T-"))
        return "\n[[message]]\nat = " + toml(at) + "\nfrom = " + toml(masks.masked(inject.from)) +
               "\ntype = \"note.written\"\ndata = { text = " +
               toml(masks.masked("Aan " + inject.to + " (" + inject.medium + "): " + inject.text)) + " }\n";
    return "\n[[inject]]\nnr = " + toml(inject.inject.value) + "\nat = " + toml(at) +
           "\nfrom = " + toml(masks.masked(inject.from)) + "\nto = " + toml(masks.masked(inject.to)) +
           "\nmedium = " + toml(inject.medium) + "\ntext = " + toml(masks.masked(inject.text)) + "\n";
}

std::string roles_text(const std::vector<const Message*>& told, const Masks& masks) {
    std::set<std::string> roles;
    for (const auto* message : told) {
        roles.insert(said_by(*message));
        if (const auto* inject = std::get_if<InjectDelivered>(&message->body))
            roles.insert({masks.masked(inject->from), masks.masked(inject->to)});
    }
    std::string out;
    for (const auto& role : roles)
        out += "\n[[role]]\nfunction = " + toml(role) + "\nname = " + toml(role) + "\nplayed = true\n";
    return out;
}

} // namespace

Result<std::string> scenario_from(std::span<const Recorded> journal, const Stretch& stretch) {
    const auto told = told_in(journal, stretch.until);
    const bool any =
        std::any_of(told.begin(), told.end(), [&](const auto* one) { return one->time >= stretch.from; });
    if (!any)
        return refuse("journal",
                      "nothing said from " + to_text(stretch.from) +
                          (stretch.until == Instant::max() ? "" : " until " + to_text(stretch.until)),
                      "a stretch in which something happened");
    const Masks masks(journal);
    std::string title = stretch.title, kind = "overig", place = "Alblasserdam";
    for (const auto* message : told)
        if (const auto* opened = std::get_if<IncidentOpened>(&message->body)) {
            if (title.empty()) title = opened->title;
            kind = opened->kind.value;
            place = opened->municipality;
            break;
        }
    const Instant start = std::chrono::floor<seconds>(stretch.from);
    std::string out = "# Made from a journal. All of it is told as it was; with played = false a role is "
                      "simulated where the scenario\n"
                      "# tells nothing of it. Add aims and expectations.\n"
                      "[scenario]\ntitle = " +
                      toml(masks.masked(title.empty() ? "Zonder titel" : title)) + "\nkind = " + toml(kind) +
                      "\nsummary = " + toml(masks.masked("Naar wat er gebeurde: " + title)) +
                      "\nmunicipality = " + toml(place) + "\nstart = " + toml(to_text(start)) +
                      "\nseed = 1\n" + roles_text(told, masks);
    for (const auto* message : told) {
        const std::string at = offset_text(std::chrono::floor<seconds>(message->time - start));
        if (const auto* inject = std::get_if<InjectDelivered>(&message->body)) {
            out += inject_text(*inject, at, masks);
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
