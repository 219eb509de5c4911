// The words and marks of opkomst, once for the panel and the GRIP board.
#include "dashboard/panels/attendance_words.hpp"

#include "dashboard/words/labels.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/time_words.hpp"

#include <fmt/format.h>

namespace regiekamer::panels {

using picture::FunctionAttendance;
using picture::Turnout;

std::string since_norm(const FunctionAttendance& one) {
    if (!one.norm_minutes) return fmt::format("{} min", one.since.count());
    const auto until = std::chrono::floor<minutes>(one.spent);
    return fmt::format("{}/{}", until.count(), one.norm_minutes->value);
}

namespace {

std::string state_words(const FunctionAttendance& one) {
    switch (one.state) {
    case Turnout::gealarmeerd:
        return picture::unconfirmed(one) ? "niet bevestigd" : "gealarmeerd";
    case Turnout::niet_bezet:
        return one.declined ? "Afgemeld" : "Niet bezet";
    case Turnout::afgemeld:
        return "Afgemeld";
    case Turnout::bevestigd:
        return one.eta ? "Bevestigd " + words::clock(*one.eta) : "Bevestigd";
    case Turnout::onderweg:
        return one.eta ? "Onderweg " + words::clock(*one.eta) : "Onderweg";
    case Turnout::aanwezig:
        return one.where ? "Aanwezig " + *one.where : "Aanwezig";
    case Turnout::afgelost:
        return "Afgelost";
    }
    return {};
}

} // namespace

std::string turnout_words(const FunctionAttendance& one) {
    return words::as_simulated(state_words(one), one.simulated);
}

std::string nobody_words(const Scene& scene) {
    const auto home =
        scene.incident ? picture::all_went_home(scene.picture, *scene.incident) : std::optional<Instant>{};
    if (!home) return "Nog niemand gealarmeerd. Alarmeer een team met [T], of met een besluit [G].";
    return fmt::format("Alle teams zijn naar huis ({}). Wie er was, staat in het logboek [F7].",
                       words::clock_near(*home, scene.now));
}

void draw_turnout(ui::Ui& ui, const FunctionAttendance& one, ui::Point at) {
    switch (one.state) {
    case Turnout::aanwezig:
    case Turnout::afgelost:
        ui::check_mark(ui, at, 13, ui.palette.confirmation);
        break;
    case Turnout::onderweg:
        ui::dot(ui, at, 11, ui.palette.flow);
        break;
    case Turnout::bevestigd:
        ui::open_dot(ui, at, 11, ui.palette.flow);
        break;
    case Turnout::gealarmeerd:
        if (!picture::unconfirmed(one)) {
            ui::diamond(ui, at, 11, unanswered_colour(ui.palette, one));
            break;
        }
        [[fallthrough]];
    case Turnout::niet_bezet:
    case Turnout::afgemeld:
        ui::triangle(ui, at, 12, unanswered_colour(ui.palette, one));
        break;
    }
}

ui::Colour unanswered_colour(const ui::Palette& palette, const FunctionAttendance& one) {
    if (one.state == Turnout::niet_bezet || one.state == Turnout::afgemeld) return palette.critical;
    return picture::unconfirmed(one) ? palette.attention : palette.dim;
}

std::optional<Act> backup_act(const Scene& scene, const IncidentId& incident, const Function& function,
                              const PersonId& person) {
    const auto alert = picture::standing_alert(scene.picture, incident, function);
    if (!alert) return std::nullopt;
    PersonAlerted body{*alert, incident, function, person, Medium::app, Count(1)};
    return Act{body, fmt::format("Achterwacht {} gealarmeerd", words::person(scene.picture, person)),
               std::nullopt};
}

} // namespace regiekamer::panels
