// decode after encode is identity for every type, with bodies drawn from the published schemas: what a schema
// allows is read, and written back as it was. And no bytes at all make the decoder fail otherwise than with a
// Problem.
#include "messaging/codec/codec.hpp"
#include "messaging/codec/schema.hpp"
#include "tests/support/property.hpp"

#include <cmath>

namespace round_trip_test {

using namespace regiekamer;
namespace json = boost::json;

namespace {

std::string awkward_text() {
    static const std::vector<std::string> parts{"a", "Kade", "\"", "\\", "\n", "\t",
                                                "é", "€",    "😀",  "/",  "~",  " "};
    std::string text;
    for (const int part : any_numbers(0, static_cast<int>(parts.size())))
        text += parts[static_cast<std::size_t>(part)];
    return text;
}

/// Draws what a schema allows. The instants of a body follow each other, so that until is after from, and no
/// name comes twice.
class Drawing {
public:
    json::object object(const json::object& schema) {
        json::object drawn;
        const auto* required = schema.if_contains("required");
        for (const auto& [name, member] : schema.at("properties").as_object()) {
            const bool must_be = required && contains(required->as_array(), name);
            if (!must_be && !any_bool()) continue;
            json::value one = value(member.as_object());
            if (!one.is_null()) drawn[name] = std::move(one);
        }
        return drawn;
    }
    std::string instant() {
        last_ += microseconds{any_between<std::int64_t>(1, 86'400'000'000)};
        return to_text(last_);
    }

private:
    Instant last_{microseconds{any_between<std::int64_t>(946'684'800'000'000, 4'000'000'000'000'000)}};
    int names_ = 0;

    static bool contains(const json::array& list, std::string_view name) {
        return std::find(list.begin(), list.end(), json::value(name)) != list.end();
    }
    json::value value(const json::object& schema) {
        if (const auto* words = schema.if_contains("enum"))
            return words->at(any_between<std::size_t>(0, words->as_array().size()));
        const json::value& kind = schema.at("type");
        const std::string_view type = kind.is_array() ? kind.at(0).as_string() : kind.as_string();
        if (type == "object") return object(schema);
        if (type == "array") return list(schema.at("items").as_object());
        if (type == "string") return json::value(text(schema));
        if (type == "boolean") return any_bool();
        if (type == "integer")
            return any_between_64(schema.at("minimum").to_number<std::int64_t>(),
                                  schema.at("maximum").to_number<std::int64_t>() + 1);
        return number(schema);
    }
    json::array list(const json::object& item) {
        const auto* members = item.if_contains("properties");
        const bool polygon = members && members->as_object().contains("lat");
        json::array drawn;
        for (int left = polygon ? 3 : any_between(0, 4); left > 0; --left)
            drawn.push_back(value(item));
        return drawn;
    }
    std::string text(const json::object& schema) {
        if (schema.contains("format")) return instant();
        if (schema.contains("maxLength")) return "x" + std::to_string(++names_);
        const auto* pattern = schema.if_contains("pattern");
        if (!pattern) return awkward_text();
        return pattern->as_string() == Capcode::pattern ? std::to_string(any_between(1'000'000, 2'029'568))
                                                        : any_of<std::string>({"ma 09:00", "zo 23:59"});
    }
    static double number(const json::object& schema) {
        const auto bound = [&](const char* name, double otherwise) {
            return schema.contains(name) ? schema.at(name).to_number<double>() : otherwise;
        };
        const double low = bound("minimum", -1e6), high = bound("maximum", 1e6);
        return low + (high - low) * any_between(1, 1'000'001) / 1e6;
    }
};

/// Makes a drawn body keep the rules between its members.
void mend(json::object& body, const json::object& schema) {
    const bool one_of_two = schema.contains("oneOf"), not_both = schema.contains("not");
    if (body.contains("incident") && (one_of_two || not_both)) body.erase("event");
    if (one_of_two && !body.contains("event")) body["incident"] = "i-1";
    const auto replace = [&](const char* name, json::value by) {
        if (body.contains(name)) body[name] = std::move(by);
    };
    if (const auto* title = body.if_contains("title");
        title && title->is_string() && title->as_string().find_first_not_of(' ') == json::string::npos)
        body["title"] = "x";
    replace("zone", "Europe/Amsterdam");
    replace("persons", json::array{"p-1", "p-2"});
    replace("message_source", "desk/a");
    replace("identifier", "w-1");
    if (!body.contains("back_from") || !body.contains("back_until")) {
        body.erase("back_from");
        body.erase("back_until");
    }
    if (const auto* test = body.if_contains("test"); test && *test == true) body.erase("grip");
    if (body.contains("quality") && body.contains("station")) {
        if (body.at("quality") == "gat")
            body.erase("value");
        else
            body["value"] = 1.5;
    }
}

std::string any_event(std::string_view type, const json::object& schema) {
    Drawing drawing;
    json::object body = drawing.object(schema);
    mend(body, schema);
    return json::serialize(json::object{{"specversion", "1.0"},
                                        {"id", "m-1"},
                                        {"source", "test"},
                                        {"type", std::string(type_prefix) + std::string(type)},
                                        {"time", drawing.instant()},
                                        {"status", "exercise"},
                                        {"data", body}});
}

/// The same JSON, however the numbers are spelled; to the last digit is for decode after encode.
bool same(const json::value& one, const json::value& other) {
    if (one.is_number() && other.is_number()) {
        const auto a = one.to_number<double>(), b = other.to_number<double>();
        return std::abs(a - b) <= 1e-9 * std::abs(a);
    }
    if (one.is_array() && other.is_array())
        return std::equal(one.get_array().begin(), one.get_array().end(), other.get_array().begin(),
                          other.get_array().end(), same);
    if (!one.is_object() || !other.is_object()) return one == other;
    const auto& members = other.get_object();
    return one.get_object().size() == members.size() &&
           std::all_of(one.get_object().begin(), one.get_object().end(), [&](const auto& member) {
               const auto* found = members.if_contains(member.key());
               return found && same(member.value(), *found);
           });
}

} // namespace

TEST_CASE("every type reads back as it was written") {
    for (const std::string_view type : codec::type_names()) {
        const json::object schema = codec::body_schema(type).value();
        holds(std::string(type), [&] {
            const std::string event = any_event(type, schema);
            const auto message = codec::decode(event);
            if (!message) must(false, sentence(message.error().problem) + event);
            const std::string written = codec::encode(*message);
            must(same(json::parse(event), json::parse(written)), written + "\nis\n" + event);
            const auto again = codec::decode(written);
            if (!again) must(false, sentence(again.error().problem) + written);
            must(*again == *message, written);
        });
    }
}

TEST_CASE("any bytes are decoded or refused, never worse") {
    holds("random bytes", [] {
        const auto bytes = any_bytes();
        codec::decode(bytes);
        codec::read(bytes);
    });
    const json::object schema = codec::body_schema("action.opened").value();
    holds("a valid event with one byte changed", [&] {
        std::string text = any_event("action.opened", schema);
        text[any_between<std::size_t>(0, text.size())] = any_byte();
        const auto message = codec::decode(text);
        if (message) MUST(codec::decode(codec::encode(*message)).value() == *message);
    });
}

} // namespace round_trip_test
