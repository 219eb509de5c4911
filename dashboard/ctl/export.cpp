// regiekamerctl export: the picture for other programs, in the formats that they read.
#include "dashboard/exchange/atom.hpp"
#include "dashboard/exchange/cap.hpp"
#include "dashboard/exchange/geojson.hpp"
#include "dashboard/exchange/metrics.hpp"

#include "dashboard/ctl/moment.hpp"
#include "dashboard/ctl/terminal.hpp"
#include "dashboard/ctl/verbs.hpp"
#include "dashboard/typed/checks.hpp"

#include <memory>

namespace regiekamer::ctl {

using namespace typed;
namespace {

struct ExportOptions {
    Moment moment;
    std::string incident, output, sender = "regiekamer";
    std::size_t most = 200;
    bool trainer = false;
};

exchange::Origin origin_of(const KnownThen& known) {
    return {known.mode, known.journal};
}

std::optional<IncidentId> named(const ExportOptions& options) {
    return options.incident.empty() ? std::nullopt : std::optional(IncidentId(options.incident));
}

/// A name that nobody knows is a slip of the pen, and its file would be empty for ever.
std::optional<Problem> unknown_incident(const ExportOptions& options, const KnownThen& known) {
    if (options.incident.empty() || picture::find_incident(known.picture, IncidentId(options.incident)))
        return std::nullopt;
    return Problem{"--incident", options.incident + ", which is not known", "an incident of this journal"};
}

/// The incident that was named, else the leading one, else the one that was closed last: its Cancel is still
/// to be read.
std::optional<IncidentId> incident_for(const ExportOptions& options, const KnownThen& known) {
    if (auto wanted = named(options)) return wanted;
    if (auto leading = picture::leading_incident(known.picture, known.now)) return leading;
    std::optional<IncidentId> last;
    Sequence closed = 0;
    for (const auto& [id, incident] : known.picture.incidents->incidents)
        if (incident.closed && incident.closed->sequence > closed) {
            closed = incident.closed->sequence;
            last = id;
        }
    return last;
}

Result<std::string> as_cap(const ExportOptions& options, KnownThen& known) {
    if (const auto fits = exchange::fits_as_sender(options.sender); !fits)
        return tl::unexpected(fits.error());
    const auto incident = incident_for(options, known);
    if (!incident)
        return refuse("--incident", "no incident at that moment", "an incident that declares something");
    const auto all = exchange::declarations(*known.history, *incident, known.picture.sequence, known.now);
    if (!all) return tl::unexpected(all.error());
    if (all->empty())
        return refuse("--incident", incident->value + ", which declares nothing",
                      "an incident with GRIP 1 or more, or with an area");
    return exchange::cap(all->back(), *incident,
                         {options.sender, origin_of(known), known.picture.exercise->started.value.title});
}

Result<std::string> as_geojson(const ExportOptions& options, KnownThen& known) {
    return exchange::geojson(known.picture, known.now, origin_of(known), named(options));
}

Result<std::string> as_atom(const ExportOptions& options, KnownThen& known) {
    return exchange::atom(*known.history, known.picture, known.now, origin_of(known),
                          {known.picture.sequence, options.most, named(options), options.trainer});
}

Result<std::string> as_metrics(const ExportOptions&, KnownThen& known) {
    return exchange::metrics(known.picture, known.now, known.hub_now, origin_of(known));
}

using Maker = Result<std::string> (*)(const ExportOptions&, KnownThen&);

int run_export(const ExportOptions& options, Maker make) {
    auto known = known_at(options.moment);
    if (!known) return complain(known.error());
    if (const auto problem = unknown_incident(options, *known)) return complain(*problem);
    const auto text = make(options, *known);
    return text ? write_output(options.output, *text) : complain(text.error());
}

/// A format: its own options come after.
CLI::App& add_format(CLI::App& verb, const char* name, const char* help,
                     const std::shared_ptr<ExportOptions>& options, Maker make, int& exit_code) {
    auto* format = verb.add_subcommand(name, help);
    add_moment(*format, options->moment);
    format->add_option("--output", options->output,
                       "a file, written whole or not at all (default: standard output)");
    format->callback([options, make, &exit_code] { exit_code = run_export(*options, make); });
    return *format;
}

void add_incident(CLI::App& format, ExportOptions& options, const char* help) {
    format.add_option("--incident", options.incident, help);
}

} // namespace

void add_export(CLI::App& app, int& exit_code) {
    const auto options = std::make_shared<ExportOptions>();
    auto* verb = app.add_subcommand(
        "export",
        "Example: regiekamerctl export cap --connect tcp://127.0.0.1:11200 --output incident.xml\n"
        "Writes the picture for other programs. What comes from an exercise says so, and is never Actual.");
    verb->require_subcommand(1);
    auto& cap = add_format(
        *verb, "cap",
        "Example: regiekamerctl export cap --journal echt.journal --incident 2027-0122\n"
        "CAP 1.2 of what the desk declares of an incident, GRIP and areas: Alert, then Update, at the\n"
        "end Cancel, each with references to what it replaces. For organisations, not for the public.",
        options, as_cap, exit_code);
    add_incident(cap, *options, "its identifier (default: the leading one, else the one closed last)");
    cap.add_option("--sender", options->sender, "who sends it, as agreed with the receiver")
        ->capture_default_str();
    auto& geojson =
        add_format(*verb, "geojson",
                   "Example: regiekamerctl export geojson --journal echt.journal --output beeld.geojson\n"
                   "GeoJSON (RFC 7946): incidents, areas, places, events, works, stations, warnings.",
                   options, as_geojson, exit_code);
    add_incident(geojson, *options, "incidents, areas and places of this one alone");
    auto& atom = add_format(
        *verb, "atom",
        "Example: regiekamerctl export atom --connect tcp://127.0.0.1:11200 --output logboek.atom\n"
        "The logboek as an Atom feed, newest first. It names people as the logboek does.",
        options, as_atom, exit_code);
    add_incident(atom, *options, "lines of this one alone");
    atom.add_option("--most", options->most, "how many lines")
        ->capture_default_str()
        ->check(whole_number(1, 10'000));
    atom.add_flag("--trainer", options->trainer,
                  "of an exercise also verdicts, observations and how its injects were steered");
    add_format(*verb, "metrics",
               "Example: regiekamerctl export metrics --connect tcp://127.0.0.1:11200 \\\n"
               "           --output /var/lib/prometheus/node-exporter/regiekamer.prom\n"
               "Gauges for the textfile collector of node-exporter.",
               options, as_metrics, exit_code);
}

} // namespace regiekamer::ctl
