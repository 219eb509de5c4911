// regiekamerctl sitrep: the sitrep of an incident, as text or as HTML that prints on A4.
#include "dashboard/report/sitrep.hpp"

#include "dashboard/ctl/moment.hpp"
#include "dashboard/ctl/terminal.hpp"
#include "dashboard/ctl/verbs.hpp"

#include <iostream>
#include <memory>

namespace regiekamer::ctl {
namespace {

struct SitrepOptions {
    Moment moment;
    std::string incident, function = "informatiemanager";
    bool html = false;
};

int run(const SitrepOptions& options) {
    const auto known = known_at(options.moment);
    if (!known) return complain(known.error());
    auto incident = picture::leading_incident(known->picture, known->now);
    if (!options.incident.empty()) incident = IncidentId(options.incident);
    if (!incident) return complain("no incident is open then; name a closed one with --incident");
    const auto* found = picture::find_incident(known->picture, *incident);
    if (found == nullptr) return complain("incident " + incident->value + " is not known");
    const auto sitrep =
        report::sitrep(known->picture, *incident, known->now, known->mode, Function(options.function));
    std::cout << (options.html ? report::as_html(sitrep) : report::as_text(sitrep));
    return Exit::done;
}

} // namespace

void add_sitrep(CLI::App& app, int& exit_code) {
    const auto options = std::make_shared<SitrepOptions>();
    auto* verb = app.add_subcommand(
        "sitrep", "Example: regiekamerctl sitrep --journal oefening.journal --html > sitrep.html\n"
                  "Prints the sitrep of an incident (default: the leading one).");
    add_moment(*verb, options->moment);
    verb->add_option("--incident", options->incident, "its identifier");
    verb->add_option("--function", options->function, "who makes it")->capture_default_str();
    verb->add_flag("--html", options->html, "as HTML that prints on A4");
    verb->callback([options, &exit_code] { exit_code = run(*options); });
}

} // namespace regiekamer::ctl
