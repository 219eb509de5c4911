// One overload a type; a type without its sentence does not compile. Short Dutch, the field's own words.
#include "dashboard/words/journal_line.hpp"

#include "dashboard/words/alarm_words.hpp"
#include "dashboard/words/date_words.hpp"
#include "dashboard/words/feed_words.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/page_text.hpp"
#include "dashboard/words/page_words.hpp"
#include "dashboard/words/time_words.hpp"
#include "dashboard/words/warning_words.hpp"
#include "messaging/vocabulary/page_words.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace regiekamer::words {
namespace {

using picture::Picture;

/// What a sentence may need beside its body.
struct Context {
    const Picture& picture;
    const Recorded& fact;
    [[nodiscard]] std::string when(Instant at) const { return clock_near(at, fact.message.time); }
    [[nodiscard]] std::string day(Instant at) const { return short_date_near(at, fact.message.time); }
    [[nodiscard]] std::string day_clock(Instant at) const { return date_clock_near(at, fact.message.time); }
    [[nodiscard]] std::string until(const std::optional<Instant>& at) const {
        return at ? " vóór " + when(*at) : std::string();
    }
};

JournalLine said(std::string text) {
    return {{}, std::move(text), Weight::normal};
}
JournalLine said(std::string who, std::string text) {
    return {std::move(who), std::move(text), Weight::normal};
}
JournalLine strong(std::string who, std::string text) {
    return {std::move(who), std::move(text), Weight::strong};
}
JournalLine noise(std::string who, std::string text) {
    return {std::move(who), std::move(text), Weight::noise};
}

std::string because(const std::string& reason) {
    return reason.empty() ? "" : ": " + reason;
}
std::string because(const std::optional<std::string>& reason) {
    return reason ? because(*reason) : "";
}
std::string sure(Certainty state) {
    return state == Certainty::bevestigd ? "" : " · " + std::string(label(state));
}
std::string list(const auto& items, const auto& text) {
    std::string all;
    for (const auto& item : items)
        all += (all.empty() ? "" : ", ") + text(item);
    return all;
}
std::string functions(const std::vector<Function>& all) {
    return list(all, [](const Function& function) { return function.value; });
}

// incident
JournalLine line(const Context&, const IncidentOpened& body) {
    return strong("Incident", body.title + (body.place.empty() ? "" : ", " + body.place));
}
JournalLine line(const Context& at, const IncidentUpdated& body) {
    const std::string name = body.title ? *body.title : incident(at.picture, body.incident);
    return said("Incident bijgewerkt: " + name +
                (body.addresses ? fmt::format(", {} adressen", body.addresses->value) : ""));
}
JournalLine line(const Context& at, const IncidentClosed& body) {
    return strong("Incident", incident(at.picture, body.incident) + " gesloten" + because(body.reason));
}
JournalLine line(const Context&, const AreaDrawn& body) {
    return said(fmt::format("{} ingetekend: {}", sentence_case(std::string(label(body.kind))), body.label));
}
JournalLine line(const Context&, const AreaRemoved& body) {
    return said("Gebied vervallen" + because(body.reason));
}
JournalLine line(const Context&, const PlaceMarked& body) {
    return said(fmt::format("{}: {}{}", sentence_case(std::string(label(body.kind))), body.label,
                            body.state ? ", " + *body.state : ""));
}
JournalLine line(const Context&, const PlaceRemoved&) {
    return said("Plaats vervallen");
}

// grip, attendance
JournalLine line(const Context& at, const GripDecided& body) {
    return strong("GRIP",
                  fmt::format("GRIP {} vanaf {} · {}{}", body.level.value, at.when(body.effective_from),
                              decider(at.picture, body.decided_by), because(body.reason)));
}
JournalLine line(const Context&, const TeamAlerted& body) {
    return strong("Alarm", fmt::format("{} gealarmeerd, norm {} min: {}", label(body.team),
                                       body.norm_minutes.value, functions(body.functions)));
}
JournalLine line(const Context&, const TeamStoodDown& body) {
    return said("Alarm", fmt::format("{} ingetrokken", label(body.team)));
}
JournalLine line(const Context& at, const PersonAlerted& body) {
    return said("Alarm",
                fmt::format("{} {} gealarmeerd per {}{}", body.function.value,
                            person(at.picture, body.person), label(body.medium),
                            body.attempt.value > 1 ? fmt::format(", poging {}", body.attempt.value) : ""));
}
JournalLine line(const Context& at, const AttendanceReported& body) {
    return said(body.function.value, fmt::format("{}: {}{}{}", person(at.picture, body.person),
                                                 label(body.state), body.where ? " " + *body.where : "",
                                                 body.eta ? ", verwacht " + at.when(*body.eta) : ""));
}

// meeting, situation
JournalLine line(const Context& at, const MeetingPlanned& body) {
    return said(fmt::format("{} {} gepland om {}{}", label(body.team), body.number.value, at.when(body.at),
                            body.place.empty() ? "" : ", " + body.place));
}
JournalLine line(const Context& at, const MeetingStarted& body) {
    return said("Overleg", meeting(at.picture, body.meeting) + " begonnen");
}
JournalLine line(const Context& at, const MeetingEnded& body) {
    return said("Overleg", meeting(at.picture, body.meeting) + " afgelopen");
}
JournalLine line(const Context& at, const MeetingPhaseEntered& body) {
    return {"Overleg", fmt::format("{}: {}", meeting(at.picture, body.meeting), label(body.phase)),
            Weight::noise};
}
JournalLine line(const Context& at, const MeetingCancelled& body) {
    return said("Overleg", meeting(at.picture, body.meeting) + " gaat niet door" + because(body.reason));
}
JournalLine line(const Context&, const FindingNoted& body) {
    return said(body.kind == FindingKind::beeld ? "Beeld" : "Oordeel", body.text + sure(body.state));
}
JournalLine line(const Context& at, const DecisionTaken& body) {
    return strong("Besluit", body.text + at.until(body.due) + (body.owner ? " · " + body.owner->value : ""));
}
JournalLine line(const Context&, const SituationWritten& body) {
    return said(body.text + sure(body.state) + (body.origin ? " (" + *body.origin + ")" : ""));
}

// action
JournalLine line(const Context& at, const ActionOpened& body) {
    return said(fmt::format("Actie voor {}: {}{}", body.owner.value, body.title, at.until(body.due)));
}
JournalLine line(const Context& at, const ActionAssigned& body) {
    return said(fmt::format("Actie naar {}{}: {}", body.owner.value,
                            body.person ? " (" + person(at.picture, *body.person) + ")" : "",
                            action(at.picture, body.action)));
}
JournalLine line(const Context& at, const ActionTakenOn& body) {
    return said("Opgepakt: " + action(at.picture, body.action));
}
JournalLine line(const Context& at, const ActionProgressed& body) {
    return said(fmt::format("{}: {}", action(at.picture, body.action), body.note));
}
JournalLine line(const Context& at, const ActionBlocked& body) {
    return said(fmt::format("Geblokkeerd: {}{}", action(at.picture, body.action), because(body.reason)));
}
JournalLine line(const Context& at, const ActionFinished& body) {
    return said(fmt::format("Gereed: {}{}", action(at.picture, body.action), because(body.note)));
}
JournalLine line(const Context& at, const ActionReopened& body) {
    return said(fmt::format("Heropend: {}{}", action(at.picture, body.action), because(body.reason)));
}
JournalLine line(const Context& at, const ActionCancelled& body) {
    return said(fmt::format("Vervallen: {}{}", action(at.picture, body.action), because(body.reason)));
}
JournalLine line(const Context& at, const ActionRescheduled& body) {
    return said(fmt::format("{}: nu vóór {}{}", action(at.picture, body.action), at.when(body.due),
                            because(body.reason)));
}

// roster
JournalLine line(const Context&, const PersonRegistered& body) {
    return noise("Rooster", body.name + " staat in de lijst: " + functions(body.functions));
}
JournalLine line(const Context& at, const PersonRemoved& body) {
    return said("Rooster", person(at.picture, body.person) + " is uit de lijst");
}
JournalLine line(const Context&, const RotationSet& body) {
    return noise("Rooster", fmt::format("{}: {} personen, wissel {}", body.function.value,
                                        body.persons.size(), body.changeover.value));
}
JournalLine line(const Context& at, const DutyRostered& body) {
    return said("Rooster",
                fmt::format("{}: {} van {} tot {}{}", body.function.value, person(at.picture, body.person),
                            at.day_clock(body.from), at.day_clock(body.until), because(body.reason)));
}
JournalLine line(const Context&, const DutyWithdrawn& body) {
    return said("Rooster", "Dienst vervallen" + because(body.reason));
}
JournalLine line(const Context& at, const DutyAsked& body) {
    return said("Rooster",
                fmt::format("{} gevraagd voor {}, {} tot {}", person(at.picture, body.person),
                            body.function.value, at.day_clock(body.from), at.day_clock(body.until)));
}
JournalLine line(const Context& at, const DutyAnswered& body) {
    return said("Rooster", fmt::format("{} zegt {} voor {}, {}", person(at.picture, body.person),
                                       body.answer == YesNo::ja ? "ja" : "nee", body.function.value,
                                       at.day_clock(body.from)));
}
JournalLine line(const Context& at, const AbsenceReported& body) {
    return said("Rooster",
                fmt::format("{} afwezig van {} tot {}{}", person(at.picture, body.person),
                            at.day_clock(body.from), at.day_clock(body.until), because(body.reason)));
}
JournalLine line(const Context& at, const SwapProposed& body) {
    return said("Rooster", fmt::format("Ruil gevraagd, {}: {} voor {}, {}", body.function.value,
                                       person(at.picture, body.to_person),
                                       person(at.picture, body.from_person), at.day_clock(body.from)));
}
/// ": OvD-Bz, L. Visser voor K. de Wit, ma 30 nov 09:00"; empty for one that nobody asked.
std::string of_swap(const Context& at, const SwapId& id) {
    const auto& picture = at.picture;
    const auto found = picture.roster->swaps.find(id);
    if (found == picture.roster->swaps.end() || !found->second.proposed.said()) return {};
    const auto& swap = found->second.proposed.value;
    return fmt::format(": {}, {} voor {}, {}", swap.function.value, person(picture, swap.to_person),
                       person(picture, swap.from_person), at.day_clock(swap.from));
}
JournalLine line(const Context& at, const SwapConsented& body) {
    return said("Rooster",
                person(at.picture, body.person) + " is akkoord met de ruil" + of_swap(at, body.swap));
}
JournalLine line(const Context& at, const SwapApproved& body) {
    return said("Rooster", "Ruil goedgekeurd" + of_swap(at, body.swap) + because(body.reason));
}
JournalLine line(const Context& at, const SwapRefused& body) {
    return said("Rooster", "Ruil afgewezen" + of_swap(at, body.swap) + because(body.reason));
}
JournalLine line(const Context& at, const HandoverWritten& body) {
    return said("Overdracht", fmt::format("{}: {} aan {}, {} punten", body.function.value,
                                          person(at.picture, body.from_person),
                                          person(at.picture, body.to_person), body.points.size()));
}
JournalLine line(const Context&, const HandoverPointDone&) {
    return said("Overdracht", "Punt van de overdracht gereed");
}
JournalLine line(const Context& at, const HandoverAccepted& body) {
    return said("Overdracht", "Overgenomen door " + person(at.picture, body.person));
}

// event
JournalLine line(const Context& at, const EventRegistered& body) {
    return said("Evenement", fmt::format("{} ({}), {}{}", body.name, label(body.class_), body.place,
                                         body.from ? ", " + at.day(*body.from) : ", nog geen datum"));
}
/// What the message says anew, as it is from then on.
std::string changed(const Context& at, const EventUpdated& body) {
    std::vector<std::string> parts;
    if (body.name) parts.push_back("heet " + *body.name);
    if (body.class_) parts.push_back("klasse " + std::string(label(*body.class_)));
    if (body.from) parts.push_back("begint " + at.day_clock(*body.from));
    if (body.until) parts.push_back("eindigt " + at.day_clock(*body.until));
    if (body.place) parts.push_back(*body.place);
    if (body.visitors) parts.push_back(counted(body.visitors->value) + " bezoekers");
    if (body.organiser) parts.push_back("organisator " + *body.organiser);
    if (body.contacts) parts.emplace_back("contacten");
    if (body.point) parts.emplace_back("plek op de kaart");
    return list(parts, [](const std::string& part) { return part; });
}
JournalLine line(const Context& at, const EventUpdated& body) {
    const std::string parts = changed(at, body);
    return said("Evenement",
                public_event(at.picture, body.event) + " bijgewerkt" + (parts.empty() ? "" : ": " + parts));
}
JournalLine line(const Context& at, const EventDecided& body) {
    return strong("Evenement",
                  fmt::format("{}: {} · {}{}", public_event(at.picture, body.event), label(body.decision),
                              decider(at.picture, body.decided_by), because(body.reason)));
}
JournalLine line(const Context& at, const EventMomentSet& body) {
    return said("Evenement", fmt::format("{}: {} om {}", public_event(at.picture, body.event), body.title,
                                         at.day_clock(body.at)));
}
JournalLine line(const Context& at, const RequirementSet& body) {
    return noise("Evenement", fmt::format("{}: {} van {} vóór {}", public_event(at.picture, body.event),
                                          body.title, body.by, at.day(body.deadline)));
}
JournalLine line(const Context& at, const RequirementExpected& body) {
    return said("Evenement",
                fmt::format("{}: {} verwacht {}", public_event(at.picture, body.event),
                            requirement(at.picture, body.event, body.requirement), at.day(body.at)));
}
JournalLine line(const Context& at, const RequirementSubmitted& body) {
    return said("Evenement", fmt::format("{}: {} binnen{}", public_event(at.picture, body.event),
                                         requirement(at.picture, body.event, body.requirement),
                                         body.version ? ", versie " + *body.version : ""));
}
JournalLine line(const Context& at, const RequirementMet& body) {
    return said("Evenement", fmt::format("{}: {} is gereed", public_event(at.picture, body.event),
                                         requirement(at.picture, body.event, body.requirement)));
}
JournalLine line(const Context& at, const RequirementAdvised& body) {
    return said("Evenement", fmt::format("{}: {} {}{}", public_event(at.picture, body.event),
                                         requirement(at.picture, body.event, body.requirement),
                                         label(body.verdict), body.party ? " · " + *body.party : ""));
}
JournalLine line(const Context& at, const InspectionNoted& body) {
    return said("Schouw", fmt::format("{}: {}, {}", public_event(at.picture, body.event), body.text,
                                      body.state == PointState::open ? "open" : "gereed"));
}
JournalLine line(const Context& at, const EventThresholdSet& body) {
    return noise("Evenement", fmt::format("{}: {} bij {} {}{}", public_event(at.picture, body.event),
                                          body.quantity.value, body.side == Side::boven ? "boven" : "onder",
                                          quantity(body.value, body.unit.value), because(body.measure)));
}
JournalLine line(const Context& at, const WorksAnnounced& body) {
    return said("Werk", fmt::format("{}, {}, {} tot {}", body.title, body.place, at.day(body.from),
                                    at.day(body.until)));
}

// water, weather, warnings, pages
/// The quantities of KNMI's hours.
bool of_weather(const Quantity& measured) {
    constexpr std::array words{"wind", "windrichting", "windstoot", "temperatuur", "neerslag", "luchtdruk"};
    return std::find(words.begin(), words.end(), measured.value) != words.end();
}
/// Who says what was measured: who wrote it down, else the feed that brought it; of a draaiboek nobody, so
/// what it is about.
std::string measurer(const Context& at, const Quantity& measured) {
    constexpr std::string_view of_feed = "feed/";
    const auto& message = at.fact.message;
    if (message.function && !message.function->empty()) return message.function->value;
    if (message.source.starts_with(of_feed)) {
        const auto name = message.source.substr(of_feed.size());
        return name.substr(0, name.find('/'));
    }
    return of_weather(measured) ? "Weer" : measured.value == "waterstand" ? "Water" : "Meting";
}
JournalLine line(const Context& at, const MeasurementTaken& body) {
    const std::string source = measurer(at, body.quantity);
    // A level is known by its unit; of what else is measured the unit does not say what it is.
    const std::string what =
        body.station.value + (body.quantity.value == "waterstand" ? "" : ": " + body.quantity.value);
    if (!body.value) return noise(source, what + ": geen waarde om " + at.when(body.at));
    return noise(source, fmt::format("{} {} (gemeten {}){}", what, quantity(*body.value, body.unit.value),
                                     at.when(body.at), body.quality == Quality::twijfel ? " · twijfel" : ""));
}
JournalLine line(const Context& at, const ForecastIssued& body) {
    std::string text = body.station.value + ": nieuwe verwachting";
    const auto peak = std::max_element(body.points.begin(), body.points.end(),
                                       [](const auto& a, const auto& b) { return a.value < b.value; });
    if (peak != body.points.end())
        text += fmt::format(", hoogste {} om {}", quantity(peak->value, body.unit.value), at.when(peak->at));
    return said(body.origin.value_or(measurer(at, body.quantity)), text);
}
JournalLine line(const Context& at, const ThresholdSet& body) {
    return noise(measurer(at, body.quantity), fmt::format("{}: {} bij {}", body.station.value, body.meaning,
                                                          quantity(body.value, body.unit.value)));
}
JournalLine line(const Context& at, const StationDescribed& body) {
    return noise(measurer(at, {}), "Meetpunt " + body.name);
}
const WarningReceived* earlier_of(const Context& at, const WarningReceived& body) {
    for (const auto& reference : body.references)
        if (const auto* earlier = picture::find_warning(at.picture, reference)) return earlier;
    return nullptr;
}

/// What it says of the warning, or what is known of the earlier message that it answers.
std::string about(const WarningReceived& body, const WarningReceived* earlier) {
    if (body.headline || body.event) return warning_name(body);
    if (earlier != nullptr) return warning_name(*earlier);
    return body.references.empty() ? "een waarschuwing zonder naam" : "bericht " + body.references.front();
}

/// An intrekking that takes nothing back here says so.
std::string cancelled(const WarningReceived& body, const WarningReceived* earlier) {
    if (body.references.empty()) return "Ingetrokken: "; // by its own name, as KNMI's report does
    if (earlier == nullptr) return "Intrekking van wat hier niet bekend is: ";
    if (earlier->signature == SignatureCheck::geldig && body.signature != SignatureCheck::geldig)
        return "Telt niet, want niet ondertekend. Intrekking van: ";
    return "Ingetrokken: ";
}
JournalLine line(const Context& at, const WarningReceived& body) {
    const auto checked = signature(body);
    const std::string mark = checked.empty() ? "" : " (" + checked + ")";
    const auto* earlier = earlier_of(at, body);
    const std::string what = (body.test ? "Test: " : "") + about(body, earlier);
    const std::string note = body.details && body.details->note ? ": " + *body.details->note : "";
    if (body.msg_type == "Cancel") return said(body.sender, cancelled(body, earlier) + what + note + mark);
    // These answer a message, and warn of nothing.
    if (body.msg_type == "Ack") return said(body.sender, "Ontvangst bevestigd: " + what + note + mark);
    if (body.msg_type == "Error") return said(body.sender, "Niet aangenomen: " + what + note + mark);
    const std::string until = body.expires ? ", tot " + at.when(*body.expires) : "";
    return strong(body.sender, (body.msg_type == "Update" ? "Bijgewerkt: " : "") + what + until + mark);
}
JournalLine line(const Context& at, const PageReceived& body) {
    const std::string mark = std::string(percent_may_damage(body.raw) ? " (kan beschadigd zijn: %)" : "") +
                             stamp_mark(body, at.fact);
    // Who asks for the OvD-Bz stands out, also where that is another's: formats.md §2.
    const Weight weight = body.test                    ? Weight::noise
                          : mentions_ovd_bz(body.text) ? Weight::strong
                          : body.ours                  ? Weight::normal
                                                       : Weight::noise;
    return {"P2000", (body.test ? "Test: " : "") + page_text(body) + mark, weight};
}
JournalLine line(const Context&, const ProposalDismissed& body) {
    return said("Voorstel afgewezen" + because(body.reason));
}

// logboek
/// Whether the note stood there already in these words: then it was only marked.
bool only_marks(const Context& at, const NoteWritten& body) {
    const auto* note = at.picture.logbook->notes.find(body.note);
    if (note == nullptr || !note->written.said() || note->written.sequence >= at.fact.sequence) return false;
    const auto& corrections = note->corrections;
    return note->written.value.text == body.text ||
           std::any_of(corrections.begin(), corrections.end(),
                       [&](const auto& one) { return one.corrected.value.text == body.text; });
}
JournalLine line(const Context& at, const NoteWritten& body) {
    if (body.important.value_or(false) && only_marks(at, body))
        return {{}, "Als belangrijk gemerkt: " + body.text, Weight::strong};
    return {{}, body.text, body.important.value_or(false) ? Weight::strong : Weight::normal};
}
JournalLine line(const Context&, const NoteCorrected& body) {
    return said("Verbeterd: " + body.text + because(body.reason));
}
JournalLine line(const Context&, const MessageWithdrawn& body) {
    return said("Bericht ingetrokken" + because(body.reason));
}
JournalLine line(const Context&, const MessageRedacted& body) {
    return said("Logboek",
                fmt::format("Inhoud van bericht {} verwijderd{}", body.sequence.value, because(body.reason)));
}
JournalLine line(const Context& at, const AlarmAcknowledged& body) {
    return said("Alarm bevestigd: " + alarm_name(at.picture, body.alarm));
}
JournalLine line(const Context& at, const AlarmShelved& body) {
    return said(fmt::format("Alarm weggezet tot {}: {}{}", at.when(body.until),
                            alarm_name(at.picture, body.alarm), because(body.reason)));
}

// exercise
JournalLine line(const Context&, const ExerciseStarted& body) {
    return strong("Oefening", "Begin oefening: " + body.title);
}
JournalLine line(const Context& at, const ExerciseClockSet& body) {
    return noise("Oefenleiding",
                 body.running
                     ? fmt::format("Klok loopt ×{} vanaf {}",
                                   number(body.rate.value, body.rate.value < 1 ? 1 : 0), at.when(body.at))
                     : "Klok staat stil op " + at.when(body.at));
}
JournalLine line(const Context&, const ExerciseHalted& body) {
    return strong("NO PLAY", "Oefening gestopt" + because(body.reason));
}
JournalLine line(const Context&, const ExerciseEnded&) {
    return strong("Oefening", "Einde oefening");
}
JournalLine line(const Context&, const ExerciseBranched& body) {
    return said("Oefening", fmt::format("Afgetakt na bericht {}", body.parent_sequence.value));
}
JournalLine line(const Context&, const InjectDelivered& body) {
    return said(body.from, fmt::format("aan {} ({}): {}", body.to, body.medium, body.text));
}
JournalLine line(const Context&, const InjectRead& body) {
    return noise("Oefening", "Inject " + body.inject.value + " gelezen");
}
JournalLine line(const Context&, const InjectHeld& body) {
    return noise("Oefenleiding", "Inject " + body.inject.value + " aangehouden" + because(body.reason));
}
JournalLine line(const Context&, const InjectSkipped& body) {
    return noise("Oefenleiding", "Inject " + body.inject.value + " vervallen" + because(body.reason));
}
JournalLine line(const Context& at, const InjectMoved& body) {
    return noise("Oefenleiding", "Inject " + body.inject.value + " verplaatst naar " + at.when(body.at));
}
JournalLine line(const Context&, const ExpectationJudged& body) {
    const std::string verdict = body.verdict == ExpectationVerdict::gehaald ? "gehaald"
                                : body.verdict == ExpectationVerdict::deels ? "deels gehaald"
                                                                            : "gemist";
    return said("Waarneming", body.expectation.value + " " + verdict + because(body.reason));
}
JournalLine line(const Context&, const ObservationNoted& body) {
    return said("Waarneming", body.text);
}

// bezetting, system
JournalLine line(const Context& at, const PostFilled& body) {
    return said("Bezetting",
                body.function.value + ": " +
                    (body.person ? person(at.picture, *body.person) : std::string("niet ingevuld")));
}
JournalLine line(const Context&, const PostVacated& body) {
    return said("Bezetting", body.function.value + " is leeg");
}
JournalLine line(const Context& at, const TrainingRecorded& body) {
    return said("Opleiding", person(at.picture, body.person) + ": " + body.subject +
                                 (body.valid_until ? ", geldig tot " + date(*body.valid_until) : ""));
}
JournalLine line(const Context& at, const TrainingPlanned& body) {
    return said("Opleiding", body.subject + " gepland op " + at.day(body.at));
}
JournalLine line(const Context&, const CheckRecorded& body) {
    return said(std::string(label(body.subject)), std::string(label(body.result)) + because(body.note));
}
JournalLine line(const Context&, const DeskJoined& body) {
    return noise("Werkplek", body.desk.value + " doet mee");
}
JournalLine line(const Context&, const DeskLeft& body) {
    return noise("Werkplek", body.desk.value + " is weg");
}
JournalLine line(const Context&, const FeedReported& body) {
    return {"Koppeling",
            fmt::format("{} {}{}", body.feed.value,
                        body.ended.value_or(false) ? std::string_view("klaar") : label(body.state),
                        because(body.note ? std::optional(feed_note(*body.note)) : std::nullopt)),
            body.state == FeedState::loopt ? Weight::noise : Weight::normal};
}
JournalLine line(const Context&, const FeedRefused& body) {
    return noise("Koppeling", fmt::format("{}: {} niet gelezen ({})", body.feed.value, body.count.value,
                                          feed_note(body.reason)));
}
JournalLine line(const Context&, const FeedRetryAsked& body) {
    return said("Koppeling", body.feed.value + ": gevraagd om opnieuw aan te bieden wat opzij ligt");
}
JournalLine line(const Context&, const FeedRetried& body) {
    return said("Koppeling", body.feed.value + " " + feed_retried(body));
}
JournalLine line(const Context&, const Foreign& body) {
    return said(body.type.empty() ? "Onleesbaar" : "Ander bericht",
                body.type.empty() ? "Bericht dat dit programma niet kent" : body.type);
}

} // namespace

JournalLine journal_line(const Picture& picture, const Recorded& fact) {
    JournalLine made = std::visit(
        [&](const auto& body) {
            return line(Context{picture, fact}, body);
        },
        fact.message.body);
    if (made.who.empty()) made.who = fact.message.function ? fact.message.function->value : fact.sender;
    made.text = as_simulated(std::move(made.text), simulated(fact.message));
    return made;
}

} // namespace regiekamer::words
