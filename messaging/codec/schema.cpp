// Schemas derived from the same descriptions as the reader, so that they cannot drift from it.
#include "messaging/codec/schema.hpp"

#include "messaging/codec/codec.hpp"
#include "messaging/codec/description.hpp"

namespace regiekamer::codec {
namespace {

namespace json = boost::json;

template <class T>
json::object schema_of();

/// Text of 1-256 bytes. JSON Schema counts characters, so the bound is the bytes' upper one.
json::object name_schema() {
    return {{"type", "string"}, {"minLength", 1}, {"maxLength", name_bytes_max}};
}
json::object pattern_schema(std::string_view pattern) {
    return {{"type", "string"}, {"pattern", pattern}};
}
json::object range_schema(double low, double high) {
    return {{"type", "number"}, {"minimum", low}, {"maximum", high}};
}

/// `null` is absent, so an optional member may be null.
json::object or_null(json::object schema) {
    if (auto* words = schema.if_contains("enum")) {
        words->as_array().push_back(nullptr);
    } else {
        schema["type"] = json::array{schema.at("type"), "null"};
    }
    return schema;
}

json::object present(std::string_view member) {
    return {{"required", json::array{member}},
            {"properties", json::object{{member, json::object{{"not", json::object{{"type", "null"}}}}}}}};
}

void add_choice(json::object& schema, const Choice& choice) {
    const json::array both{present(choice.first), present(choice.second)};
    if (choice.required)
        schema["oneOf"] = both;
    else
        schema["not"] = json::object{{"allOf", both}};
}

template <Described T>
json::object object_schema() {
    json::object properties;
    json::array required;
    each_member<T>([&](std::string_view name, auto pointer) {
        using Member = std::decay_t<decltype(std::declval<T&>().*pointer)>;
        properties[name] = schema_of<Member>();
        if constexpr (!Optional<Member>) required.push_back(json::value(name));
    });
    json::object schema{{"type", "object"}, {"properties", properties}};
    if (!required.empty()) schema["required"] = required;
    if constexpr (requires { T::choice; }) add_choice(schema, T::choice);
    if constexpr (requires { T::schema_rule; }) schema["allOf"] = json::array{json::parse(T::schema_rule)};
    return schema;
}

template <class T>
json::object schema_of() {
    if constexpr (Optional<T>) {
        return or_null(schema_of<typename T::value_type>());
    } else if constexpr (List<T>) {
        return {{"type", "array"}, {"items", schema_of<typename T::value_type>()}};
    } else if constexpr (Named<T>) {
        return name_schema();
    } else if constexpr (Patterned<T>) {
        return pattern_schema(T::pattern);
    } else if constexpr (Bounded<T>) {
        return {{"type", "integer"}, {"minimum", T::min}, {"maximum", T::max}};
    } else if constexpr (Enumerated<T>) {
        json::array words;
        for (const auto& [text, value] : words_of<T>)
            words.push_back(json::value(text));
        return {{"enum", words}};
    } else if constexpr (std::is_same_v<T, Instant>) {
        return {{"type", "string"}, {"format", "date-time"}, {"pattern", instant_pattern}};
    } else if constexpr (std::is_same_v<T, Rate>) {
        return range_schema(0, Rate::max);
    } else if constexpr (std::is_same_v<T, Position>) {
        json::object schema = object_schema<Position>();
        schema["properties"] = json::object{{"lat", range_schema(-90, 90)}, {"lon", range_schema(-180, 180)}};
        return schema;
    } else if constexpr (std::is_same_v<T, std::string>) {
        return {{"type", "string"}};
    } else if constexpr (std::is_same_v<T, bool>) {
        return {{"type", "boolean"}};
    } else if constexpr (std::is_same_v<T, double>) {
        return {{"type", "number"}};
    } else {
        return object_schema<T>();
    }
}

/// Calls `visit(name, schema)` for each type.
template <class Visit>
void each_schema(Visit&& visit) {
    boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, Bodies>>([&](auto tag) {
        using T = typename decltype(tag)::type;
        visit(T::type, &object_schema<T>);
    });
}

json::object envelope_schema(std::string_view type) {
    const json::object text{{"type", "string"}, {"minLength", 1}, {"maxLength", 256}};
    json::object properties{
        {"specversion", json::object{{"const", "1.0"}}},
        {"id", text},
        {"source", text},
        {"type", json::object{{"const", std::string(type_prefix) + std::string(type)}}},
        {"subject", json::object{{"type", json::array{"string", "null"}}, {"maxLength", 256}}},
        {"time", schema_of<Instant>()},
        {"status", schema_of<Mode>()},
        {"data", json::object{{"$ref", "#/components/schemas/" + std::string(type)}}}};
    for (const std::string_view name : {"function", "person", "cause"})
        properties[name] = or_null(name_schema());
    return {{"type", "object"},
            {"properties", properties},
            {"required", json::array{"specversion", "id", "source", "type", "time", "status", "data"}}};
}

json::object operation(std::string_view action, std::string_view channel, std::string_view summary) {
    return {{"action", action},
            {"channel", json::object{{"$ref", "#/channels/" + std::string(channel)}}},
            {"summary", summary}};
}

} // namespace

Result<json::object> body_schema(std::string_view type) {
    if (type.starts_with(type_prefix)) type.remove_prefix(type_prefix.size());
    json::object found;
    each_schema([&](std::string_view name, json::object (*make)()) {
        if (name != type) return;
        found["$schema"] = "https://json-schema.org/draft/2020-12/schema";
        found["title"] = std::string(type_prefix) + std::string(name);
        for (auto& member : make())
            found.insert(member);
    });
    if (found.empty()) return refuse("--type", std::string(type), "a type of this vocabulary");
    return found;
}

json::object asyncapi(std::string_view version) {
    json::object schemas, messages, references;
    each_schema([&](std::string_view name, json::object (*make)()) {
        schemas[name] = make();
        messages[name] = json::object{{"name", std::string(type_prefix) + std::string(name)},
                                      {"contentType", "application/cloudevents+json"},
                                      {"payload", envelope_schema(name)}};
        references[name] = json::object{{"$ref", "#/components/messages/" + std::string(name)}};
    });
    const auto channel = [&](std::string_view address, std::string_view description) {
        return json::object{{"address", address}, {"description", description}, {"messages", references}};
    };
    const auto server = [](std::string_view host, std::string_view description) {
        return json::object{{"host", host}, {"protocol", "zmtp"}, {"description", description}};
    };
    return {
        {"asyncapi", "3.0.0"},
        {"info", json::object{{"title", "Regiekamer"},
                              {"version", version},
                              {"description", "CloudEvents 1.0 over ZeroMQ, protocol 1."}}},
        {"defaultContentType", "application/cloudevents+json"},
        {"servers", json::object{{"actual", server("127.0.0.1:11200", "requests; live on port 11201")},
                                 {"exercise", server("127.0.0.1:11210", "requests; live on port 11211")}}},
        {"channels",
         json::object{{"append", channel("APPEND", "DEALER to ROUTER: APPEND, request id, 1 to 512 events.")},
                      {"live", channel("{type}", "SUB to XPUB: type, meta, event.")}}},
        {"operations",
         json::object{{"append", operation("receive", "append", "The hub takes events and answers RESULT.")},
                      {"publish", operation("send", "live", "The hub publishes what is journaled.")}}},
        {"components", json::object{{"schemas", schemas}, {"messages", messages}}}};
}

} // namespace regiekamer::codec
