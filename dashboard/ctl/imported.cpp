#include "dashboard/ctl/imported.hpp"

#include "dashboard/ctl/terminal.hpp"
#include "dashboard/ctl/verbs.hpp"
#include "dashboard/typed/checks.hpp"
#include "messaging/codec/codec.hpp"
#include "messaging/codec/visible.hpp"
#include "messaging/link/client.hpp"
#include "scenarios/player/identity.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <boost/uuid/random_generator.hpp>
#include <boost/uuid/uuid_io.hpp>
#include <fmt/format.h>
#include <iostream>

namespace regiekamer::ctl {
namespace {

void print(const feeds::ImportLine& line, bool json) {
    if (json)
        std::cout << boost::json::object{{"line", line.line}, {"taken", line.taken}, {"text", line.text}}
                  << '\n';
    else
        std::cout << fmt::format("line {}: {}{}\n", line.line,
                                 line.taken ? "" : "refused: ", codec::visible(line.text));
}

std::vector<std::string> events_of(const feeds::Import& import, Mode mode) {
    boost::uuids::random_generator uuid;
    std::vector<std::string> events;
    events.reserve(import.bodies.size());
    for (const auto& body : import.bodies) {
        Message message;
        message.id = boost::uuids::to_string(uuid());
        message.source = "regiekamerctl/import";
        message.time = wall_clock();
        message.status = mode;
        // what an exercise says of somebody is said once, however often its journal is imported; with results
        // that were not there before it is another, and takes the place of what was said
        if (const auto* training = std::get_if<TrainingRecorded>(&body);
            training != nullptr && training->origin) {
            message.id = fmt::format("training/{}/{}/{}", *training->origin, training->person.value,
                                     training->function ? training->function->value : "");
            if (training->result) message.id += "/" + player::digest_hex(*training->result).substr(0, 16);
            message.time = training->at;
        }
        message.body = body;
        events.push_back(codec::encode(message));
    }
    return events;
}

} // namespace

void add_import_options(CLI::App& kind, ImportOptions& options) {
    kind.add_option("--connect", options.connect, "the hub's requests endpoint")
        ->capture_default_str()
        ->check(typed::is_endpoint);
    kind.add_flag("--json", options.json, "the report as JSON, one object a line");
}

bool report(const ImportOptions& options, const feeds::Import& import) {
    for (const auto& line : import.report)
        print(line, options.json);
    if (!import.good()) complain("nothing was imported: mend the refused lines and try again");
    return import.good();
}

int append(const ImportOptions& options, const feeds::Import& import, std::size_t known) {
    const auto told = [&](std::size_t count) {
        const std::string already = known == 0 ? "" : fmt::format(", {} known already", known);
        if (!options.json) std::cout << fmt::format("{} messages imported{}\n", count, already);
        return Exit::done;
    };
    if (import.bodies.empty()) return told(0);
    auto client = link::Client::connect(options.connect, "regiekamerctl");
    if (!client) return complain(client.error());
    const auto head = client->welcome().head.value;
    const auto results = client->append(events_of(import, client->welcome().mode));
    if (!results) {
        complain(results.error());
        return complain(
            "part of it may have been taken: import the same file again, what is there is not doubled");
    }
    for (const auto& result : *results)
        if (!result.ok) return complain(link::refusal_of(result));
    // what the hub had under the same id it acknowledges with the sequence of then
    const auto before = static_cast<std::size_t>(
        std::count_if(results->begin(), results->end(), [&](const wire::AppendResult& result) {
            return result.sequence && result.sequence->value <= head;
        }));
    known += before;
    return told(results->size() - before);
}

int take(const ImportOptions& options, const feeds::Import& import) {
    return report(options, import) ? append(options, import) : Exit::failed;
}

} // namespace regiekamer::ctl
