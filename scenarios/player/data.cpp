// What the vocabulary says of a body is asked of its published schema, so that nothing is known twice.
#include "scenarios/player/data.hpp"

#include "messaging/codec/codec.hpp"
#include "messaging/codec/schema.hpp"
#include "messaging/tables/nearest.hpp"
#include "scenarios/player/identity.hpp"
#include "scenarios/player/moment.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace regiekamer::player {

using namespace tables;

namespace {

namespace json = boost::json;

/// Room for the envelope under the hub's limit on an event.
constexpr std::size_t body_bytes_max = codec::event_bytes_max - 8 * 1024;

/// Types whose first member is the id of what they bring into being.
constexpr std::array<std::string_view, 17> creating_types{
    "note.written",     "finding.noted",    "decision.taken",  "situation.written", "action.opened",
    "area.drawn",       "place.marked",     "meeting.planned", "team.alerted",      "rotation.set",
    "duty.rostered",    "absence.reported", "swap.proposed",   "handover.written",  "inspection.noted",
    "training.planned", "works.announced"};

std::string token(std::string_view member) {
    std::string out;
    for (const char c : member) {
        if (c == '~')
            out += "~0";
        else if (c == '/')
            out += "~1";
        else
            out += c;
    }
    return out;
}

class Conversion {
public:
    Conversion(Data& data, Complaints& complaints) : data_(data), complaints_(complaints) {}

    json::value convert(const toml::node& node, const std::string& pointer) {
        data_.values[pointer] = place_of(node);
        switch (node.type()) {
        case toml::node_type::table:
            return convert_table(*node.as_table(), pointer);
        case toml::node_type::array: {
            json::array list;
            for (const toml::node& item : *node.as_array())
                list.push_back(convert(item, pointer + "/" + std::to_string(list.size())));
            return list;
        }
        case toml::node_type::string:
            if (node.as_string()->get().find('\0') != std::string::npos)
                complaints_.add(place_of(node), "the character U+0000", "text without it");
            return json::value(node.as_string()->get());
        case toml::node_type::integer:
            return node.as_integer()->get();
        case toml::node_type::floating_point:
            if (!std::isfinite(node.as_floating_point()->get())) break;
            return node.as_floating_point()->get();
        case toml::node_type::boolean:
            return node.as_boolean()->get();
        case toml::node_type::date:
        case toml::node_type::time:
        case toml::node_type::date_time:
        case toml::node_type::none:
            complaints_.add(place_of(node), shown(node),
                            R"(a time in quotes, such as "T+01:15" or "2027-01-22T12:00:00+01:00")");
            return nullptr;
        }
        complaints_.add(place_of(node), "a number that is not finite", "a number");
        return nullptr;
    }

private:
    json::value convert_table(const toml::table& table, const std::string& pointer) {
        json::object object;
        for (const auto& [key, member] : table) {
            const std::string at = pointer + "/" + token(key.str());
            data_.keys[at] = place_of(key);
            object[key.str()] = convert(member, at);
        }
        return object;
    }

    Data& data_;
    Complaints& complaints_;
};

/// Whether the schema allows a value of this JSON type.
bool allows(const json::object& schema, std::string_view type) {
    const auto* types = schema.if_contains("type");
    if (types == nullptr) return false;
    if (const auto* only = types->if_string()) return *only == type;
    const auto* several = types->if_array();
    return several != nullptr && std::any_of(several->begin(), several->end(),
                                             [&](const json::value& one) { return one.as_string() == type; });
}

std::string in_words(const json::object& schema) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> words{
        {{"string", "text"},
         {"integer", "a whole number"},
         {"number", "a number"},
         {"boolean", "true or false"},
         {"array", "a list"},
         {"object", "a table"}}};
    for (const auto& [type, phrase] : words)
        if (allows(schema, type)) return std::string(phrase);
    return "another value";
}

bool fits_kind(const json::object& schema, const json::value& value) {
    switch (value.kind()) {
    case json::kind::string:
        return allows(schema, "string");
    case json::kind::bool_:
        return allows(schema, "boolean");
    case json::kind::array:
        return allows(schema, "array");
    case json::kind::object:
        return allows(schema, "object");
    case json::kind::double_:
        return allows(schema, "number") ||
               (allows(schema, "integer") && value.get_double() == std::floor(value.get_double()));
    case json::kind::int64:
    case json::kind::uint64:
        return allows(schema, "number") || allows(schema, "integer");
    case json::kind::null:
        return true; // complained of when it was read
    }
    return false;
}

std::string found_text(const json::value& value) {
    if (value.is_object()) return "a table";
    if (value.is_array()) return "a list";
    if (const auto* text = value.if_string()) return quote(*text);
    if (value.is_double()) return fmt::format("{}", value.get_double());
    return json::serialize(value);
}

/// Walks a value along its schema.
class Shape {
public:
    Shape(const Data& data, bool whole, Complaints& complaints)
        : data_(data), whole_(whole), complaints_(complaints) {}

    void check(const json::object& schema, const json::value& value, const std::string& pointer) {
        if (const auto* words = schema.if_contains("enum"))
            return check_word(words->as_array(), value, pointer);
        if (!fits_kind(schema, value))
            return complaints_.add(data_.place(pointer), found_text(value), in_words(schema));
        if (const auto* object = value.if_object()) check_members(schema, *object, pointer);
        if (const auto* list = value.if_array()) {
            const json::object& items = schema.at("items").as_object();
            for (std::size_t i = 0; i < list->size(); ++i)
                check(items, (*list)[i], pointer + "/" + std::to_string(i));
        }
        if (value.is_number()) check_range(schema, value, pointer);
    }

private:
    void check_word(const json::array& words, const json::value& value, const std::string& pointer) {
        if (std::find(words.begin(), words.end(), value) != words.end()) return;
        std::vector<std::string> known;
        std::string list;
        for (const json::value& word : words) {
            if (!word.is_string()) continue;
            known.emplace_back(word.get_string());
            list += (list.empty() ? "" : ", ") + known.back();
        }
        const auto* text = value.if_string();
        complaints_.add(data_.place(pointer), found_text(value), "one of " + list,
                        text == nullptr ? std::string() : nearest(*text, known));
    }

    void check_members(const json::object& schema, const json::object& object, const std::string& pointer) {
        const json::object& properties = schema.at("properties").as_object();
        std::vector<std::string> known;
        for (const auto& property : properties)
            known.emplace_back(property.key());
        for (const auto& member : object) {
            const std::string at = pointer + "/" + token(member.key());
            if (const auto* inner = properties.if_contains(member.key())) {
                check(inner->as_object(), member.value(), at);
                continue;
            }
            const auto key = data_.keys.find(at);
            complaints_.add(key == data_.keys.end() ? data_.place(at) : key->second,
                            "the member " + quote(std::string_view(member.key())), "a member of this type",
                            nearest(member.key(), known));
        }
        const auto* required = schema.if_contains("required");
        if (required == nullptr || (!whole_ && pointer.empty())) return;
        for (const json::value& name : required->as_array())
            if (!object.contains(name.as_string()))
                complaints_.add(data_.place(pointer), "nothing", "the member " + quote(name.as_string()));
    }

    void check_range(const json::object& schema, const json::value& value, const std::string& pointer) {
        const auto* low = schema.if_contains("minimum");
        const auto* high = schema.if_contains("maximum");
        const double number = value.to_number<double>();
        if (low == nullptr || high == nullptr) return;
        if (number >= low->to_number<double>() && number <= high->to_number<double>()) return;
        const bool whole = json::serialize(schema.at("type")).find("integer") != std::string::npos;
        complaints_.add(data_.place(pointer), found_text(value),
                        (whole ? "a whole number from " : "a number from ") + found_text(*low) + " to " +
                            found_text(*high));
    }

    const Data& data_;
    bool whole_;
    Complaints& complaints_;
};

} // namespace

std::string_view short_type(std::string_view type) {
    if (type.starts_with(type_prefix)) type.remove_prefix(type_prefix.size());
    return type;
}

Place Data::place(const std::string& pointer) const {
    for (std::string at = pointer;; at.erase(at.rfind('/'))) {
        if (const auto found = values.find(at); found != values.end()) return found->second;
        if (at.rfind('/') == std::string::npos) return {};
    }
}

Data read_data(const toml::table& table, Complaints& complaints) {
    Data data;
    data.value = Conversion(data, complaints).convert(table, {});
    return data;
}

void resolve_instants(std::string_view type, Data& data, Instant start, Complaints& complaints, bool answer) {
    codec::each_instant(short_type(type), data.value, [&](json::value& value, const std::string& pointer) {
        const auto* text = value.if_string();
        if (text == nullptr || (answer && text->starts_with('{'))) return; // the shape complains
        Result<Instant> instant = read_instant(*text);
        if (looks_like_offset(*text)) {
            const auto offset = read_offset(*text);
            instant = offset ? read_instant(to_text(start + *offset)) : refuse({}, {}, {});
        }
        if (instant)
            value = to_text(*instant);
        else
            complaints.add(data.place(pointer), quote(*text),
                           R"(a time such as "T+01:15", or an instant with zone from 2000 to 2099)");
        if (!instant) value = nullptr; // complained of once is enough
    });
}

bool check_shape(std::string_view type, const Data& data, bool whole, Complaints& complaints) {
    const auto schema = codec::body_schema(type);
    if (!schema) return false;
    const std::size_t before = complaints.count();
    Shape(data, whole, complaints).check(*schema, data.value, {});
    return complaints.count() == before;
}

std::optional<Body> read_body(std::string_view type, const Data& data, Complaints& complaints) {
    if (!check_shape(type, data, true, complaints)) return std::nullopt;
    auto body = codec::decode_body(std::string(type_prefix) + std::string(short_type(type)), data.value);
    if (!body) {
        complaints.add(data.place(body.error().where), body.error().found, body.error().expected);
        return std::nullopt;
    }
    if (const auto bytes = codec::encode_body(*body).size(); bytes > body_bytes_max) {
        complaints.add(data.place({}), std::to_string(bytes) + " bytes",
                       "at most " + std::to_string(body_bytes_max));
        return std::nullopt;
    }
    return std::move(*body);
}

void fill_identifier(std::string_view type, Data& data, const std::string& entry) {
    type = short_type(type);
    if (std::find(creating_types.begin(), creating_types.end(), type) == creating_types.end()) return;
    const auto members = codec::member_names(type);
    auto& object = data.value.as_object();
    // handed out by the entry alone, so that it is the same in every run
    if (!members.empty() && !object.contains(members.front())) object[members.front()] = derived_uuid(entry);
}

namespace {

/// Calls `put(name)` for each "{name}" of a text and puts what it gives there.
template <class Put>
std::string replaced(std::string_view text, const Put& put) {
    std::string out;
    while (!text.empty()) {
        const auto open = text.find('{'), close = text.find('}', open == text.npos ? 0 : open);
        if (open == text.npos || close == text.npos) break;
        out.append(text.substr(0, open)).append(put(text.substr(open + 1, close - open - 1)));
        text.remove_prefix(close + 1);
    }
    return out.append(text);
}

/// The member's name when the text is "{member}" and nothing else.
std::optional<std::string_view> whole_member(std::string_view text) {
    if (text.size() < 3 || text.front() != '{' || text.find('}') != text.size() - 1) return std::nullopt;
    return text.substr(1, text.size() - 2);
}

std::optional<json::value> filled_value(const json::value& value, const json::object& from) {
    if (const auto* text = value.if_string()) {
        if (const auto name = whole_member(*text)) {
            const auto* member = from.if_contains(*name);
            return member == nullptr ? std::nullopt : std::optional<json::value>(*member);
        }
        return json::value(replaced(*text, [&](std::string_view name) -> std::string {
            const auto* member = from.if_contains(name);
            if (member == nullptr) return {};
            return member->is_string() ? std::string(member->get_string()) : json::serialize(*member);
        }));
    }
    if (const auto* object = value.if_object()) return filled_in(*object, from);
    if (const auto* list = value.if_array()) {
        json::array all;
        for (const json::value& item : *list)
            if (auto filled = filled_value(item, from)) all.push_back(std::move(*filled));
        return json::value(std::move(all));
    }
    return value;
}

/// Any value that the schema allows, to hold an answer against its shape before there is anything to answer.
json::value sample(const json::object& schema) {
    if (const auto* words = schema.if_contains("enum")) return words->as_array().front();
    if (allows(schema, "string")) return "x";
    if (allows(schema, "boolean")) return true;
    if (allows(schema, "array")) return json::array{};
    if (allows(schema, "object")) {
        json::object object;
        const auto* required = schema.if_contains("required");
        if (required != nullptr)
            for (const json::value& name : required->as_array())
                object[name.as_string()] = sample(schema.at("properties").at(name.as_string()).as_object());
        return object;
    }
    const auto* low = schema.if_contains("minimum");
    return low == nullptr ? json::value(1) : *low;
}

void check_members_named(const json::value& value, const std::string& pointer, const Data& data,
                         std::string_view cause_type, Complaints& complaints) {
    if (const auto* text = value.if_string())
        replaced(*text, [&](std::string_view name) -> std::string {
            std::vector<std::string> known;
            for (const auto& member : codec::member_names(cause_type))
                known.emplace_back(member);
            if (std::find(known.begin(), known.end(), name) == known.end())
                complaints.add(data.place(pointer), quote("{" + std::string(name) + "}"),
                               "a member of " + std::string(cause_type) + ", which is answered",
                               nearest(name, known));
            return {};
        });
    if (const auto* object = value.if_object())
        for (const auto& member : *object)
            check_members_named(member.value(), pointer + "/" + token(member.key()), data, cause_type,
                                complaints);
    if (const auto* list = value.if_array())
        for (std::size_t i = 0; i < list->size(); ++i)
            check_members_named((*list)[i], pointer + "/" + std::to_string(i), data, cause_type, complaints);
}

} // namespace

json::value filled_in(const json::object& data, const json::object& from) {
    json::object all;
    for (const auto& member : data)
        if (auto filled = filled_value(member.value(), from)) all[member.key()] = std::move(*filled);
    return all;
}

void check_answer(std::string_view type, const Data& data, std::string_view cause_type,
                  Complaints& complaints) {
    const std::size_t before = complaints.count();
    check_members_named(data.value, {}, data, cause_type, complaints);
    const auto schema = codec::body_schema(cause_type);
    if (complaints.count() != before || !schema) return;
    json::object any;
    for (const auto& property : schema->at("properties").as_object())
        any[property.key()] = sample(property.value().as_object());
    Data filled = data;
    filled.value = filled_in(data.value.as_object(), any);
    fill_identifier(type, filled, "sample");
    check_shape(type, filled, true, complaints);
}

} // namespace regiekamer::player
