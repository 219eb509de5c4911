// regiekamerctl schema: the published vocabulary.
#include "messaging/codec/schema.hpp"
#include "messaging/codec/codec.hpp"
#include "messaging/tables/nearest.hpp"

#include "dashboard/ctl/terminal.hpp"
#include "dashboard/ctl/verbs.hpp"
#include "dashboard/typed/checks.hpp"

#include <iostream>
#include <memory>

namespace regiekamer::ctl {

using namespace typed;
namespace {

/// Indented, since people read it too; Boost.JSON writes one line only.
void print(std::ostream& out, const boost::json::value& value, const std::string& indent) {
    const std::string deeper = indent + "  ";
    std::string before = "\n" + deeper;
    if (const auto* object = value.if_object(); object != nullptr && !object->empty()) {
        out << '{';
        for (const auto& member : *object) {
            out << std::exchange(before, ",\n" + deeper) << boost::json::serialize(member.key()) << ": ";
            print(out, member.value(), deeper);
        }
        out << '\n' << indent << '}';
    } else if (const auto* list = value.if_array();
               list != nullptr && !list->empty() && list->front().is_structured()) {
        out << '[';
        for (const auto& item : *list) {
            out << std::exchange(before, ",\n" + deeper);
            print(out, item, deeper);
        }
        out << '\n' << indent << ']';
    } else {
        out << boost::json::serialize(value);
    }
}

/// An unknown type, with the known one nearest to it.
int unknown(std::string type) {
    if (type.starts_with(type_prefix)) type.erase(0, type_prefix.size());
    const auto names = codec::type_names();
    const auto near = tables::nearest(type, {names.begin(), names.end()});
    return complain(
        Problem{"--type", "\"" + type + "\"",
                "a type of this vocabulary" +
                    (near.empty() ? std::string(", such as grip.decided") : "; did you mean " + near + "?")});
}

int run(const std::optional<std::string>& type) {
    const auto schema =
        type ? codec::body_schema(*type) : Result<boost::json::object>(codec::asyncapi(REGIEKAMER_VERSION));
    if (!schema) return unknown(*type);
    print(std::cout, *schema, "");
    std::cout << '\n';
    return Exit::done;
}

} // namespace

void add_schema(CLI::App& app, int& exit_code) {
    const auto type = std::make_shared<std::optional<std::string>>();
    auto* verb =
        app.add_subcommand("schema", "Example: regiekamerctl schema --type grip.decided\n"
                                     "Prints an AsyncAPI 3 document, or one body's JSON Schema 2020-12.");
    verb->add_option("--type", *type, "a message type, with or without nl.regiekamer.");
    answers_json_already(*verb);
    verb->callback([type, &exit_code] { exit_code = run(*type); });
}

} // namespace regiekamer::ctl
