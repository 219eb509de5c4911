// The table, in the order of the names; a test goes through every type of the vocabulary.
#include "dashboard/words/type_words.hpp"

#include "messaging/vocabulary/vocabulary.hpp"

#include <algorithm>
#include <array>

namespace regiekamer::words {
namespace {

struct TypeWords {
    std::string_view type, words;
};
constexpr std::array type_names{TypeWords{"absence.reported", "afwezigheid gemeld"},
                                TypeWords{"action.assigned", "actie overgedragen"},
                                TypeWords{"action.blocked", "actie geblokkeerd"},
                                TypeWords{"action.cancelled", "actie vervallen"},
                                TypeWords{"action.finished", "actie gereed"},
                                TypeWords{"action.opened", "actie geopend"},
                                TypeWords{"action.progressed", "voortgang van een actie"},
                                TypeWords{"action.reopened", "actie heropend"},
                                TypeWords{"action.rescheduled", "actie verzet"},
                                TypeWords{"action.taken_on", "actie opgepakt"},
                                TypeWords{"alarm.acknowledged", "alarm bevestigd"},
                                TypeWords{"alarm.shelved", "alarm weggezet"},
                                TypeWords{"area.drawn", "gebied getekend"},
                                TypeWords{"area.removed", "gebied weggehaald"},
                                TypeWords{"attendance.reported", "opkomst gemeld"},
                                TypeWords{"check.recorded", "controle vastgelegd"},
                                TypeWords{"decision.taken", "besluit"},
                                TypeWords{"desk.joined", "werkplek aangemeld"},
                                TypeWords{"desk.left", "werkplek weg"},
                                TypeWords{"duty.answered", "antwoord op een piketvraag"},
                                TypeWords{"duty.asked", "gevraagd voor piket"},
                                TypeWords{"duty.rostered", "piket ingeroosterd"},
                                TypeWords{"duty.withdrawn", "piket ingetrokken"},
                                TypeWords{"event.decided", "GO of NO-GO"},
                                TypeWords{"event.moment_set", "moment van een evenement"},
                                TypeWords{"event.registered", "evenement aangemeld"},
                                TypeWords{"event.threshold_set", "drempel van een evenement"},
                                TypeWords{"event.updated", "evenement gewijzigd"},
                                TypeWords{"exercise.branched", "oefening afgetakt"},
                                TypeWords{"exercise.clock_set", "oefenklok gezet"},
                                TypeWords{"exercise.ended", "oefening geëindigd"},
                                TypeWords{"exercise.halted", "NO PLAY"},
                                TypeWords{"exercise.started", "oefening begonnen"},
                                TypeWords{"expectation.judged", "reactie beoordeeld"},
                                TypeWords{"feed.refused", "bericht van een koppeling geweigerd"},
                                TypeWords{"feed.reported", "stand van een koppeling"},
                                TypeWords{"feed.retried", "koppeling bood opnieuw aan"},
                                TypeWords{"feed.retry_asked", "opnieuw aanbieden gevraagd"},
                                TypeWords{"finding.noted", "beeld of oordeel van een overleg"},
                                TypeWords{"forecast.issued", "verwachting"},
                                TypeWords{"grip.decided", "besluit over GRIP"},
                                TypeWords{"handover.accepted", "overdracht bevestigd"},
                                TypeWords{"handover.point_done", "punt van de overdracht gedaan"},
                                TypeWords{"handover.written", "overdracht geschreven"},
                                TypeWords{"incident.closed", "incident gesloten"},
                                TypeWords{"incident.opened", "incident geopend"},
                                TypeWords{"incident.updated", "incident gewijzigd"},
                                TypeWords{"inject.delivered", "inject verzonden"},
                                TypeWords{"inject.held", "inject vastgehouden"},
                                TypeWords{"inject.moved", "inject verzet"},
                                TypeWords{"inject.read", "inject gelezen"},
                                TypeWords{"inject.skipped", "inject vervallen"},
                                TypeWords{"inspection.noted", "punt van de schouw"},
                                TypeWords{"measurement.taken", "meting"},
                                TypeWords{"meeting.cancelled", "overleg afgezegd"},
                                TypeWords{"meeting.ended", "overleg afgelopen"},
                                TypeWords{"meeting.phase_entered", "fase van een overleg"},
                                TypeWords{"meeting.planned", "overleg gepland"},
                                TypeWords{"meeting.started", "overleg begonnen"},
                                TypeWords{"message.redacted", "inhoud verwijderd"},
                                TypeWords{"message.withdrawn", "bericht ingetrokken"},
                                TypeWords{"note.corrected", "notitie verbeterd"},
                                TypeWords{"note.written", "notitie"},
                                TypeWords{"observation.noted", "waarneming"},
                                TypeWords{"page.received", "P2000-melding"},
                                TypeWords{"person.alerted", "persoon gealarmeerd"},
                                TypeWords{"person.registered", "persoon ingeschreven"},
                                TypeWords{"person.removed", "persoon uitgeschreven"},
                                TypeWords{"place.marked", "plek op de kaart"},
                                TypeWords{"place.removed", "plek weggehaald"},
                                TypeWords{"post.filled", "post gevuld"},
                                TypeWords{"post.vacated", "post leeg"},
                                TypeWords{"proposal.dismissed", "voorstel afgewezen"},
                                TypeWords{"requirement.advised", "advies"},
                                TypeWords{"requirement.expected", "nieuwe datum beloofd"},
                                TypeWords{"requirement.met", "stap gereed"},
                                TypeWords{"requirement.set", "stap gevraagd"},
                                TypeWords{"requirement.submitted", "stap ingediend"},
                                TypeWords{"rotation.set", "wisselrooster"},
                                TypeWords{"situation.written", "tekst in het beeld"},
                                TypeWords{"station.described", "meetpunt"},
                                TypeWords{"swap.approved", "ruil goedgekeurd"},
                                TypeWords{"swap.consented", "akkoord met een ruil"},
                                TypeWords{"swap.proposed", "ruil voorgesteld"},
                                TypeWords{"swap.refused", "ruil afgewezen"},
                                TypeWords{"team.alerted", "team gealarmeerd"},
                                TypeWords{"team.stood_down", "team naar huis"},
                                TypeWords{"threshold.set", "grens van een meetpunt"},
                                TypeWords{"training.planned", "oefening gepland"},
                                TypeWords{"training.recorded", "oefening vastgelegd"},
                                TypeWords{"warning.received", "waarschuwing"},
                                TypeWords{"works.announced", "werkzaamheden"}};
static_assert(std::is_sorted(type_names.begin(), type_names.end(),
                             [](const TypeWords& a, const TypeWords& b) { return a.type < b.type; }));

} // namespace

std::string type_words(std::string_view type) {
    if (type.starts_with(type_prefix)) type.remove_prefix(type_prefix.size());
    const auto* found =
        std::lower_bound(type_names.begin(), type_names.end(), type,
                         [](const TypeWords& one, std::string_view wanted) { return one.type < wanted; });
    return std::string(found != type_names.end() && found->type == type ? found->words : type);
}

std::string source_words(std::string_view source) {
    const auto slash = source.find('/');
    const auto kind = source.substr(0, slash);
    if (slash == std::string_view::npos) return source == "hub" ? "de hub" : std::string(source);
    std::string_view name = source.substr(slash + 1);
    if (kind == "desk") return "werkplek " + std::string(name);
    if (kind == "feed") return "koppeling " + std::string(name);
    if (kind == "scenario") return "draaiboek " + std::string(name.substr(0, name.find('/')));
    return std::string(source);
}

} // namespace regiekamer::words
