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
/// The members of an event, in the order in which they mostly stand.
enum Attribute : std::size_t {
    specversion,
    id,
    source,
    type,
    subject,
    time,
    status,
    function,
    person,
    cause,
    data,
    data_base64
};
constexpr std::array<std::string_view, 12> attribute_names{"specversion", "id",    "source", "type",
                                                           "subject",     "time",  "status", "function",
                                                           "person",      "cause", "data",   "data_base64"};

[[gnu::cold]] Misfit misfit(std::string_view member, std::string found, std::string expected) {
    return Problem{"/" + std::string(member), std::move(found), std::move(expected)};
}

struct Attributes {
    std::array<const json::value*, attribute_names.size()> values{};
    std::size_t known = 0;

    explicit Attributes(const json::object& event) : known(find_members(event, attribute_names, values)) {}
    /// nullptr when absent or null
    const json::value* operator[](Attribute name) const {
        const auto* value = values[name];
        return value == nullptr || value->is_null() ? nullptr : value;
    }
};

/// A text of the envelope that is there, 1 to 256 bytes; `subject` alone may be empty.
Misfit read_text(const json::value& value, Attribute name, std::string& out) {
    const auto* text = value.if_string();
    if (text == nullptr) return misfit(attribute_names[name], found_text(value), "text");
    if (text->empty() && name != subject)
        return misfit(attribute_names[name], "empty text", "text of 1 to 256 bytes");
    if (text->size() > attribute_bytes_max)
        return misfit(attribute_names[name], std::to_string(text->size()) + " bytes",
                      "text of at most 256 bytes");
    out.assign(text->data(), text->size());
    return std::nullopt;
}

Misfit read_required(const Attributes& event, Attribute name, std::string& out) {
    const auto* value = event[name];
    return value == nullptr ? misfit(attribute_names[name], "nothing", "this member")
                            : read_text(*value, name, out);
}

Misfit read_name(const Attributes& event, Attribute name, auto& out) {
    const auto* value = event[name];
    return value == nullptr ? std::nullopt : read_text(*value, name, out.emplace().value);
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

Misfit read_when(const Attributes& event, Message& message) {
    const Path root;
    Reading reading;
    for (const Attribute name : {time, status}) {
        const auto* value = event[name];
        if (value == nullptr) return misfit(attribute_names[name], "nothing", "this member");
        const Path at{&root, attribute_names[name]};
        const bool fits = name == time ? read_value(*value, message.time, at, reading)
                                       : read_value(*value, message.status, at, reading);
        if (!fits) return std::move(reading.problem);
    }
    return std::nullopt;
}

/// Everything but the body; its type comes out beside the message.
Misfit read_envelope(const Attributes& event, Message& message, std::string& type_name) {
    if (auto problem = read_required(event, specversion, type_name)) return problem;
    if (type_name != "1.0") return misfit("specversion", cut(type_name, 60), "1.0");
    if (auto problem = read_required(event, id, message.id)) return problem;
    if (auto problem = read_required(event, source, message.source)) return problem;
    if (auto problem = read_required(event, type, type_name)) return problem;
    if (auto problem = check_type(type_name)) return problem;
    if (const auto* value = event[subject])
        if (auto problem = read_text(*value, subject, message.subject.emplace())) return problem;
    if (auto problem = read_when(event, message)) return problem;
    if (auto problem = read_name(event, function, message.function)) return problem;
    if (auto problem = read_name(event, person, message.person)) return problem;
    if (auto problem = read_name(event, cause, message.cause)) return problem;
    if (const auto* binary = event[data_base64])
        return misfit("data_base64", found_text(*binary), "data as a JSON object");
    const auto* body = event.values[data];
    if (body == nullptr) return misfit("data", "nothing", "this member");
    return body->is_object() ? std::nullopt : misfit("data", found_text(*body), "an object");
}

Misfit read_data(const json::value& value, const std::string& type_name, Message& message) {
    if (!type_name.starts_with(type_prefix)) {
        message.body = Foreign{type_name, json::serialize(value)};
        return std::nullopt;
    }
    const auto first = message.unknown.size();
    if (auto problem = read_body(type_name, value, message.body, &message.unknown)) {
        if (problem->where != "/type") problem->where.insert(0, "/data");
        return problem;
    }
    for (auto at = first; at < message.unknown.size(); ++at)
        message.unknown[at].pointer.insert(0, "/data");
    return std::nullopt;
}

/// With the id, wherever what is wrong stands: who sent several must know which one it was.
[[gnu::cold]] Refusal refusal(std::string_view event, Problem problem) {
    auto readable = text_member(event, attribute_names[id]);
    if (!readable || readable->size() > attribute_bytes_max) readable.emplace();
    return {std::move(*readable), std::move(problem)};
}

Misfit read_event(const Attributes& event, const json::object& object, Message& message) {
    std::string type_name;
    if (auto problem = read_envelope(event, message, type_name)) return problem;
    if (event.known < object.size()) {
        Reading reading;
        reading.unknown = &message.unknown;
        keep_unknown(object, attribute_names, Path{}, reading);
    }
    return read_data(*event.values[data], type_name, message);
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
void put(Text& out, std::string_view start, const T& value) {
    out.add(start);
    write_value(out, value);
}

} // namespace

tl::expected<Message, Refusal> decode(std::string_view event) {
    tl::expected<Message, Refusal> decoded;     // filled in place: a message is large to move
    std::array<unsigned char, 16 * 1024> arena; // NOLINT: left raw on purpose, the DOM writes before it reads
    json::monotonic_resource memory(arena.data(), arena.size());
    if (event.size() > event_bytes_max) {
        decoded = tl::unexpected(
            refusal(event, {"", std::to_string(event.size()) + " bytes", "at most 262144 bytes"}));
    } else if (const auto parsed = parse(event, nesting_max, &memory); !parsed) {
        decoded = tl::unexpected(refusal(event, parsed.error()));
    } else if (const auto* object = parsed->if_object(); object == nullptr) {
        decoded = tl::unexpected(refusal(event, {"", found_text(*parsed), "a CloudEvent: a JSON object"}));
    } else {
        const Attributes attributes(*object);
        if (auto problem = read_event(attributes, *object, *decoded))
            decoded = tl::unexpected(refusal(event, std::move(*problem)));
    }
    return decoded;
}

Message read(std::string_view event) {
    if (auto message = decode(event)) return std::move(*message);
    Message message;
    json::error_code ec;
    const json::value parsed = json::parse(event, ec);
    const auto* object = ec ? nullptr : parsed.if_object();
    std::string type_name;
    if (object != nullptr) read_envelope(Attributes(*object), message, type_name);
    const auto* body = object == nullptr ? nullptr : object->if_contains("data");
    message.body = Foreign{type_name, body == nullptr ? "{}" : json::serialize(*body)};
    return message;
}

std::string encode(const Message& message) {
    Text text(1024);
    put(text, R"({"specversion":"1.0","id":)", message.id);
    put(text, R"(,"source":)", message.source);
    put(text, R"(,"type":)", type_of(message.body));
    if (message.subject) put(text, R"(,"subject":)", *message.subject);
    put(text, R"(,"time":)", message.time);
    put(text, R"(,"status":)", message.status);
    if (message.function) put(text, R"(,"function":)", *message.function);
    if (message.person) put(text, R"(,"person":)", *message.person);
    if (message.cause) put(text, R"(,"cause":)", *message.cause);
    text.add(R"(,"data":)");
    write_body(text, message.body);
    text.add('}');
    std::string out = std::move(text).take();
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
