// The envelope: CloudEvents 1.0 in structured JSON, held to design.md's "Accepted".
#include "messaging/codec/codec.hpp"

#include "messaging/codec/read.hpp"
#include "messaging/codec/write.hpp"

#include <algorithm>
#include <array>

namespace regiekamer::codec {
namespace {

namespace json = boost::json;
using Misfit = std::optional<Problem>;

constexpr std::size_t attribute_bytes_max = 256;
constexpr std::array<std::string_view, 10> envelope_members{
    "specversion", "id", "source", "type", "subject", "time", "status", "function", "person", "cause"};

Misfit misfit(std::string_view member, std::string found, std::string expected) {
    return Problem{"/" + std::string(member), std::move(found), std::move(expected)};
}

/// An event whose members are asked for in the order in which they mostly stand.
struct Attributes {
    const json::object& event;
    std::size_t next = 0, known = 0;

    const json::value* find(std::string_view name) {
        const auto* value = find_member(event, name, next);
        if (value != nullptr) ++known;
        return value;
    }
};

/// A text attribute of the envelope. Absent or null: a Problem when it is required.
Misfit read_attribute(Attributes& event, std::string_view name, bool required, bool may_be_empty,
                      std::optional<std::string>& out) {
    const auto* value = event.find(name);
    if (value == nullptr || value->is_null())
        return required ? misfit(name, "nothing", "this member") : std::nullopt;
    const auto* text = value->if_string();
    if (text == nullptr) return misfit(name, found_text(*value), "text");
    if (text->empty() && !may_be_empty) return misfit(name, "empty text", "text of 1 to 256 bytes");
    if (text->size() > attribute_bytes_max)
        return misfit(name, std::to_string(text->size()) + " bytes", "text of at most 256 bytes");
    out.emplace(text->data(), text->size());
    return std::nullopt;
}

bool type_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '_' || c == '-';
}

Misfit check_type(const std::string& type) {
    if (!std::all_of(type.begin(), type.end(), type_character))
        return misfit("type", cut(type, 60), "letters, digits, dot, underscore and hyphen");
    if (type.starts_with(type_prefix)) return std::nullopt;
    if (type.starts_with("hub") || type.find('.') == std::string::npos)
        return misfit("type", cut(type, 60), "a type of this vocabulary, or a foreign one with a dot in it");
    return std::nullopt;
}

Misfit read_specversion(Attributes& event) {
    std::optional<std::string> version;
    if (auto problem = read_attribute(event, "specversion", true, false, version)) return problem;
    return *version == "1.0" ? std::nullopt : misfit("specversion", cut(*version, 60), "1.0");
}

Misfit read_who(Attributes& event, Message& message) {
    std::optional<std::string> function, person, cause;
    for (auto [name, out] :
         {std::pair{"function", &function}, std::pair{"person", &person}, std::pair{"cause", &cause}})
        if (auto problem = read_attribute(event, name, false, false, *out)) return problem;
    if (function) message.function = Function(std::move(*function));
    if (person) message.person = PersonId(std::move(*person));
    if (cause) message.cause = MessageId(std::move(*cause));
    return std::nullopt;
}

/// Everything but the body; `type` comes out beside the message.
Misfit read_envelope(Attributes& event, Message& message, std::string& type) {
    std::optional<std::string> id, source, type_text;
    if (auto problem = read_specversion(event)) return problem;
    if (auto problem = read_attribute(event, "id", true, false, id)) return problem;
    message.id = std::move(*id);
    if (auto problem = read_attribute(event, "source", true, false, source)) return problem;
    message.source = std::move(*source);
    if (auto problem = read_attribute(event, "type", true, false, type_text)) return problem;
    type = std::move(*type_text);
    if (auto problem = check_type(type)) return problem;
    if (auto problem = read_attribute(event, "subject", false, true, message.subject)) return problem;

    const Path root;
    Reading reading;
    for (const std::string_view name : {"time", "status"}) {
        const auto* value = event.find(name);
        if (value == nullptr || value->is_null()) return misfit(name, "nothing", "this member");
        const bool fits = name == "time" ? read_value(*value, message.time, {&root, name}, reading)
                                         : read_value(*value, message.status, {&root, name}, reading);
        if (!fits) return reading.problem;
    }
    if (auto problem = read_who(event, message)) return problem;
    if (const auto* binary = event.find("data_base64"); binary != nullptr && !binary->is_null())
        return misfit("data_base64", found_text(*binary), "data as a JSON object");
    const auto* data = event.find("data");
    if (data == nullptr) return misfit("data", "nothing", "this member");
    return data->is_object() ? std::nullopt : misfit("data", found_text(*data), "an object");
}

void keep_unknown_attributes(const json::object& event, Message& message) {
    for (const auto& [key, value] : event) {
        const std::string_view name = key;
        if (name == "data" ||
            std::find(envelope_members.begin(), envelope_members.end(), name) != envelope_members.end())
            continue;
        message.unknown.push_back({"/" + pointer_token(name), json::serialize(value)});
    }
}

Misfit read_body(const json::object& event, const std::string& type, Message& message) {
    const json::value& data = event.at("data");
    if (!type.starts_with(type_prefix)) {
        message.body = Foreign{type, json::serialize(data)};
        return std::nullopt;
    }
    const auto first = message.unknown.size();
    auto body = decode_body(type, data, &message.unknown);
    if (!body) {
        Problem problem = std::move(body.error());
        if (problem.where != "/type") problem.where.insert(0, "/data");
        return problem;
    }
    for (auto at = first; at < message.unknown.size(); ++at)
        message.unknown[at].pointer.insert(0, "/data");
    message.body = std::move(*body);
    return std::nullopt;
}

std::string readable_id(const json::object& event) {
    const auto* id = event.if_contains("id");
    const auto* text = id == nullptr ? nullptr : id->if_string();
    return text != nullptr && text->size() <= attribute_bytes_max ? std::string(*text) : std::string();
}

/// Sets a member by pointer; its parent is there, since it was read from there.
void put_back(json::value& event, const UnknownMember& member) {
    const auto slash = member.pointer.rfind('/');
    json::error_code ec;
    auto* parent = event.find_pointer(member.pointer.substr(0, slash), ec);
    if (parent == nullptr || !parent->is_object()) return;
    std::string name = member.pointer.substr(slash + 1);
    for (auto at = name.find('~'); at != std::string::npos; at = name.find('~', at + 1))
        name.replace(at, 2, name.substr(at, 2) == "~1" ? "/" : "~");
    parent->get_object()[name] = json::parse(member.json, ec);
}

template <class T>
void put(std::string& out, std::string_view name, const T& value) {
    out.append(",\"").append(name).append("\":");
    write_value(out, value);
}

} // namespace

tl::expected<Message, Refusal> decode(std::string_view event) {
    const auto refused = [](std::string id, Problem problem) {
        return tl::unexpected(Refusal{std::move(id), std::move(problem)});
    };
    if (event.size() > event_bytes_max)
        return refused("", {"", std::to_string(event.size()) + " bytes", "at most 262144 bytes"});
    std::array<unsigned char, 16 * 1024> arena; // NOLINT: left raw on purpose, the DOM writes before it reads
    json::monotonic_resource memory(arena.data(), arena.size());
    const auto parsed = parse(event, nesting_max, &memory);
    if (!parsed) return refused("", parsed.error());
    const auto* object = parsed->if_object();
    if (object == nullptr) return refused("", {"", found_text(*parsed), "a CloudEvent: a JSON object"});

    Message message;
    std::string type;
    Attributes attributes{*object};
    if (auto problem = read_envelope(attributes, message, type))
        return refused(readable_id(*object), *problem);
    if (attributes.known < object->size()) keep_unknown_attributes(*object, message);
    if (auto problem = read_body(*object, type, message)) return refused(message.id, *problem);
    return message;
}

Message read(std::string_view event) {
    if (auto message = decode(event)) return std::move(*message);
    Message message;
    json::error_code ec;
    const json::value parsed = json::parse(event, ec);
    const auto* object = ec ? nullptr : parsed.if_object();
    std::string type;
    if (object != nullptr) {
        Attributes attributes{*object};
        read_envelope(attributes, message, type);
    }
    const auto* data = object == nullptr ? nullptr : object->if_contains("data");
    message.body = Foreign{type, data == nullptr ? "{}" : json::serialize(*data)};
    return message;
}

std::string encode(const Message& message) {
    std::string out = R"({"specversion":"1.0")";
    out.reserve(1024);
    put(out, "id", message.id);
    put(out, "source", message.source);
    put(out, "type", type_of(message.body));
    if (message.subject) put(out, "subject", *message.subject);
    put(out, "time", message.time);
    put(out, "status", message.status);
    if (message.function) put(out, "function", *message.function);
    if (message.person) put(out, "person", *message.person);
    if (message.cause) put(out, "cause", *message.cause);
    out.append(",\"data\":");
    append_body(out, message.body);
    out += '}';
    if (message.unknown.empty()) return out;
    json::value event = json::parse(out);
    for (const auto& member : message.unknown)
        put_back(event, member);
    return json::serialize(event);
}

std::string one_line(std::string_view event) {
    std::string line(event);
    std::replace_if(
        line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    return line;
}

} // namespace regiekamer::codec
