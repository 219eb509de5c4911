// BUREAU OVERDRAGEN and OVERDRACHT LEZEN: who leaves writes it, who comes reads it and confirms; from then on
// the desk speaks in the name of the next.
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/panels/piket/typed.hpp"
#include "dashboard/words/folded.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/time_words.hpp"

#include <fmt/format.h>

namespace regiekamer::panels {
namespace {

constexpr std::size_t notes_bytes_max = 8'000;

/// What the next must know and what nobody need write down: it is derived when it is read.
std::vector<std::string> situation(const Scene& scene, const Function& function) {
    std::vector<std::string> lines;
    for (const auto& id : picture::active_incidents(scene.picture, scene.now))
        lines.push_back(fmt::format("{} · GRIP {}", words::incident(scene.picture, id),
                                    picture::grip_at(scene.picture, id, scene.now).level.value));
    if (lines.empty()) lines.emplace_back("Geen lopend incident");
    const auto actions = picture::tally_mine(scene.picture, function, scene.now);
    lines.push_back(fmt::format("{} {} van {} open, {} te laat", actions.unfinished,
                                actions.unfinished == 1 ? "actie" : "acties", function.value, actions.late));
    if (const auto meeting = picture::next_meeting(scene.picture, function, scene.now))
        lines.push_back(
            fmt::format("{} {}{}", meeting->started ? "Overleg bezig:" : "Volgend overleg:",
                        words::meeting(scene.picture, meeting->meeting),
                        (meeting->started ? " sinds " : " ") +
                            words::clock_near(meeting->started.value_or(meeting->at), scene.now)));
    return lines;
}

/// Whether what was typed is this person: the id, or the name however it is written.
bool is_named(const std::string& typed, const PersonId& person, const std::string& name) {
    const std::string said = words::folded(trimmed(typed));
    return !said.empty() && (said == words::folded(person.value) || said == words::folded(name));
}

/// "Nog te doen: Sleutel De Rederij · OvD-Bz · vóór zo 24 jan"; without owner and time it tells how things
/// stand.
std::string in_words(const HandoverPoint& point) {
    if (!point.owner && !point.due) return point.text;
    return "Nog te doen: " + point.text + (point.owner ? " · " + point.owner->value : std::string()) +
           (point.due ? " · vóór " + words::date_clock(*point.due) : std::string());
}

void tell_situation(Form& form, const Scene& scene, const Function& function) {
    for (const auto& line : situation(scene, function))
        form.words(line);
}

} // namespace

const picture::Handover* awaiting_handover(const Scene& scene) {
    const picture::Handover* newest = nullptr;
    if (scene.user.person.empty()) return newest;
    const PersonId me = words::person_named(scene.picture, scene.user.person.value);
    for (const auto& [id, handover] : scene.picture.roster->handovers) {
        const auto& body = handover.written.value;
        if (!handover.written.said() || handover.accepted || body.function != scene.user.function ||
            words::person_named(scene.picture, body.to_person.value) != me) // two may have one name
            continue;
        if (newest == nullptr || handover.written.sequence > newest->written.sequence) newest = &handover;
    }
    return newest;
}

namespace dialogs {

Intents desk_handover(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    const auto next = picture::next_duty(scene.picture, scene.user.function, scene.now);
    if (drafts.opened_now && next && next->person && *next->person != scene.user.person)
        drafts.text = words::person(scene.picture, *next->person);
    Form form(ui, drafts, "BUREAU OVERDRAGEN · " + scene.user.function.value, 860);
    form.field("bureau/aan", "Aan wie", drafts.text, "zoals in het rooster");
    form.field("bureau/notities", "Wat moet de volgende weten", drafts.text2,
               "wat loopt, wat is afgesproken, wie belt u nog");
    tell_situation(form, scene, scene.user.function);
    if (!form.confirmed("Draag over")) return {};
    const auto name =
        typed_text(drafts, drafts.text, "Vul in wie dit bureau van u overneemt.", name_bytes_max);
    if (!name) return {};
    const auto notes =
        typed_text(drafts, drafts.text2, "Schrijf op wat de volgende moet weten.", notes_bytes_max);
    if (!notes) return {};
    const auto to = piket::person_meant(scene, *name); // a part of a name will do
    if (to == scene.user.person) {
        ask_again(drafts, "Overdragen aan uzelf kan niet. Vul in wie dit bureau overneemt.", &drafts.text);
        return {};
    }
    const HandoverWritten body{
        HandoverId(fresh_id()), scene.user.function, scene.user.person, to, *notes, {}};
    open(drafts, Dialog::take_desk, body.handover.value);
    return {Act{body, "bureau overgedragen aan " + words::person(scene.picture, to), std::nullopt}};
}

Intents take_desk(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    const auto found = scene.picture.roster->handovers.find(HandoverId(drafts.subject));
    const bool theirs = found == scene.picture.roster->handovers.end() ||
                        words::person_named(scene.picture, scene.user.person.value) ==
                            words::person_named(scene.picture, found->second.written.value.to_person.value);
    Form form(ui, drafts, "OVERDRACHT LEZEN", 860, theirs ? Keyboard::nobody : Keyboard::first_field);
    if (found == scene.picture.roster->handovers.end() || !found->second.written.said()) {
        form.words("De overdracht is onderweg naar de hub.");
        form.shown();
        return {};
    }
    const auto& handover = found->second;
    const auto& body = handover.written.value;
    const auto to = words::person(scene.picture, body.to_person);
    form.words(fmt::format("{}: van {} aan {}, {}", body.function.value,
                           words::person(scene.picture, body.from_person), to,
                           words::date_clock(handover.written.time)));
    form.words(body.notes);
    for (const auto& point : picture::open_points(handover))
        form.words(in_words(point));
    tell_situation(form, scene, body.function);
    if (handover.accepted) {
        form.words("Bevestigd " + words::clock_near(handover.accepted->time, scene.now) + ".");
        form.shown();
        return {};
    }
    // At the desk of another nobody confirms by a stray Enter: who takes over types their own name.
    if (!theirs)
        form.field("bureau/wie", "Uw naam, als u overneemt", drafts.text, "wie overneemt vult dit in");
    if (!form.confirmed("Gelezen, " + to + " neemt over")) return {};
    if (!theirs && !is_named(drafts.text, body.to_person, to)) {
        ask_again(drafts,
                  trimmed(drafts.text).empty()
                      ? fmt::format("{} leest dit en vult hier de eigen naam in.", to)
                      : fmt::format("Deze overdracht is voor {}. Alleen die neemt over.", to),
                  &drafts.text);
        return {};
    }
    close(drafts);
    // First who sits here: the confirmation is the next one's.
    return {SetUser{{body.function, body.to_person}},
            Act{HandoverAccepted{body.handover, body.to_person}, "overdracht bevestigd", std::nullopt}};
}

} // namespace dialogs
} // namespace regiekamer::panels
