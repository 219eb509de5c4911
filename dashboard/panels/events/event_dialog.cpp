// EVENEMENT: a new one, or a change. Registering sets what its class is asked; another date sets the
// deadlines again; another class asks what that class asks and takes back what it no longer does.
#include "dashboard/catalogue/asked.hpp"
#include "dashboard/panels/dialogs/date_text.hpp"
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/panels/events/events_dialogs.hpp"
#include "dashboard/panels/events/events_words.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/refusal.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace regiekamer::panels {
namespace events {
namespace {

const std::vector<std::string>& classes() {
    static const std::vector<std::string> all{"melding", "A", "B", "C"};
    return all;
}

std::string contacts_text(const Scene& scene, const std::vector<Contact>& contacts) {
    std::string text;
    for (const auto& contact : contacts)
        text +=
            (text.empty() ? "" : "; ") + contact.role + " = " + words::person(scene.picture, contact.person);
    return text;
}

/// "hoofd beveiliging = T. Mulder; EHBO = S. Can".
std::optional<std::vector<Contact>> typed_contacts(const Scene& scene, Drafts& drafts) {
    std::vector<Contact> contacts;
    std::string_view rest = drafts.events.fields.contacts;
    while (!rest.empty()) {
        const auto end = std::min(rest.find(';'), rest.size());
        const std::string one = trimmed(std::string(rest.substr(0, end)));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (one.empty()) continue;
        const auto equal = one.find('=');
        const std::string role = trimmed(one.substr(0, equal));
        const std::string name = equal == std::string::npos ? std::string() : trimmed(one.substr(equal + 1));
        if (role.empty() || name.empty() || name.size() > name_bytes_max || role.size() > name_bytes_max) {
            ask_again(drafts, "Schrijf een contact als: hoofd beveiliging = T. Mulder; EHBO = S. Can",
                      &drafts.events.fields.contacts);
            return std::nullopt;
        }
        contacts.push_back({role, words::person_named(scene.picture, name)});
    }
    return contacts;
}

std::optional<Count> typed_count(Drafts& drafts) {
    std::string text = trimmed(drafts.events.fields.visitors);
    std::erase(text, '.');
    if (text.empty()) return Count(0);
    std::int64_t value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec == std::errc() && read.ptr == text.data() + text.size() && value >= 0 && value <= 10'000'000)
        return Count(value);
    ask_again(drafts, "Het aantal bezoekers is geen getal. Schrijf bijvoorbeeld 4000.",
              &drafts.events.fields.visitors);
    return std::nullopt;
}

/// Begin and end; neither is no date yet.
struct Period {
    std::optional<Instant> from, until;
};
std::optional<Period> typed_period(const Scene& scene, Drafts& drafts) {
    const auto& fields = drafts.events.fields;
    Period period;
    if (trimmed(fields.from).empty()) {
        if (trimmed(fields.until).empty()) return period;
        ask_again(drafts, "Er is een einde zonder begin. Vul het begin in.", &fields.from);
        return std::nullopt;
    }
    const auto today = picture::local_day(scene.now);
    period.from = typed_date(fields.from, scene.now, today);
    if (!period.from) {
        ask_again(drafts,
                  no_date_words(fields.from, scene.now, today,
                                "Het begin is niet te lezen. Schrijf 3-7-2027 14:00."),
                  &fields.from);
        return std::nullopt;
    }
    if (trimmed(fields.until).empty()) return period;
    period.until = typed_date(fields.until, scene.now, picture::local_day(*period.from), hours(24));
    if (!period.until)
        ask_again(drafts,
                  no_date_words(fields.until, scene.now, picture::local_day(*period.from),
                                "Het einde is niet te lezen. Schrijf 23:00 of 3-7-2027 23:00."),
                  &fields.until);
    else if (*period.until <= *period.from)
        ask_again(drafts, "Het einde ligt vóór het begin. Kijk de datum en de tijd na.", &fields.until);
    return drafts.complaint.empty() ? std::optional(period) : std::nullopt;
}

/// What was typed, whole; none, and a complaint.
std::optional<EventRegistered> typed_event(const Scene& scene, Drafts& drafts) {
    const auto& fields = drafts.events.fields;
    drafts.complaint.clear();
    EventRegistered body;
    const auto name = typed_name(drafts, fields.name, "Zeg hoe het evenement heet.");
    if (!name) return std::nullopt;
    if (fields.class_ < 0) {
        ask_again(drafts, "Kies de klasse: die bepaalt wat er gevraagd wordt.", &fields.class_);
        return std::nullopt;
    }
    const auto place = typed_name(drafts, fields.place, "Zeg waar het is.");
    if (!place) return std::nullopt;
    const auto period = typed_period(scene, drafts);
    const auto visitors = period ? typed_count(drafts) : std::nullopt;
    auto contacts = visitors ? typed_contacts(scene, drafts) : std::nullopt;
    if (!contacts) return std::nullopt;
    if (!trimmed(fields.organiser).empty()) {
        const auto organiser = typed_name(drafts, fields.organiser, "");
        if (!organiser) return std::nullopt;
        body.organiser = *organiser;
    }
    body.name = *name;
    body.class_ = static_cast<EventClass>(fields.class_);
    body.place = *place;
    body.from = period->from;
    body.until = period->until;
    body.visitors = *visitors;
    body.contacts = std::move(*contacts);
    return body;
}

/// What the class of before asked, the new one does not, and of which nothing came.
std::vector<RequirementId> unasked(const Scene& scene, const picture::PublicEvent& event,
                                   const std::vector<Body>& bodies) {
    std::vector<RequirementId> found;
    const auto before = scene.catalogue.requirements.classes.find(event.class_.value);
    if (before == scene.catalogue.requirements.classes.end()) return found;
    for (const auto& asked : before->second.requirements) {
        const bool still = std::any_of(bodies.begin(), bodies.end(), [&](const Body& body) {
            const auto* set = std::get_if<RequirementSet>(&body);
            return set != nullptr && set->requirement == asked.id;
        });
        const auto known = event.requirements.find(asked.id);
        if (!still && known != event.requirements.end() &&
            picture::state_of(known->second) == picture::RequirementState::open)
            found.push_back(asked.id);
    }
    return found;
}

/// Every message that set one of these is taken back, an earlier deadline too.
void take_back(const Scene& scene, const PublicEventId& event, const std::vector<RequirementId>& requirements,
               std::vector<Body>& acts) {
    constexpr std::size_t most = 10'000;
    if (requirements.empty() || !scene.fetch) return;
    const auto is_set = [](const picture::LogEntry& entry) {
        return picture::Log::is<RequirementSet>(entry);
    };
    for (const auto& entry : scene.log.newest(scene.upto, most, is_set)) {
        const auto fact = scene.withdrawn(entry.sequence) ? nullptr : scene.fetch(entry.sequence);
        const auto* set = fact ? std::get_if<RequirementSet>(&fact->message.body) : nullptr;
        if (set == nullptr || set->event != event ||
            std::find(requirements.begin(), requirements.end(), set->requirement) == requirements.end())
            continue;
        acts.emplace_back(MessageWithdrawn{MessageId(fact->message.id), fact->message.source,
                                           "hoort niet bij deze klasse"});
    }
}

EventUpdated difference(const picture::PublicEvent& before, const EventRegistered& after) {
    EventUpdated body;
    const auto set = [](auto& member, const auto& known, const auto& said) {
        if (known.value != said) member = said;
    };
    set(body.name, before.name, after.name);
    set(body.class_, before.class_, after.class_);
    set(body.place, before.place, after.place);
    set(body.visitors, before.visitors, after.visitors);
    set(body.organiser, before.organiser, after.organiser);
    set(body.contacts, before.contacts, *after.contacts);
    if (before.from.value != after.from) body.from = after.from;
    if (before.until.value != after.until) body.until = after.until;
    return body;
}

/// The deadlines of another date, the requirements of another class. Who left the requirements out gets them
/// with Q, or with the first date.
void add_what_changes(const Scene& scene, const picture::PublicEvent& before, const EventRegistered& after,
                      std::vector<Body>& acts) {
    const bool first_date = !before.from.value && after.from;
    if (before.requirements.empty() && !first_date) return;
    auto bodies = catalogue::newly_asked(scene.catalogue.requirements, &before, after);
    if (before.class_.value != after.class_)
        take_back(scene, after.event, unasked(scene, before, bodies), acts);
    for (auto& body : bodies)
        acts.push_back(std::move(body));
}

/// A melding that is more than one may be (and was not before): asked once more, since the field has
/// exceptions.
bool sure_of_class(Drafts& drafts, const picture::PublicEvent* before, const EventRegistered& body) {
    const auto beyond = picture::beyond_melding(body.class_, body.visitors, body.from, body.until);
    const auto was = before == nullptr ? picture::BeyondMelding()
                                       : picture::beyond_melding(before->class_.value, before->visitors.value,
                                                                 before->from.value, before->until.value);
    if (!beyond.any() || beyond == was) return true;
    const std::string words = beyond_words(beyond);
    if (std::exchange(drafts.ticks["evenement/toch/" + words], true)) return true;
    ask_again(drafts, words + " Klopt de klasse toch? Druk dan nog eens op Enter.",
              &drafts.events.fields.class_);
    return false;
}

Intents register_event(const Scene& scene, Drafts& drafts, EventRegistered body) {
    body.event = PublicEventId(dialogs::fresh_id());
    drafts.events.selected = body.event.value;
    drafts.events.filter = EventsDraft::Filter::all; // it must stand in the list
    drafts.events.requirement.clear();
    std::vector<Body> bodies{body};
    for (auto& one : catalogue::asked_of(scene.catalogue.requirements, body))
        bodies.push_back(std::move(one));
    return acts(drafts, std::move(bodies), "evenement " + body.name);
}

Intents change_event(const Scene& scene, Drafts& drafts, const PublicEventId& id, EventRegistered body) {
    const auto& before = *find(scene, id);
    if (before.from.value && !body.from) {
        ask_again(drafts,
                  "Een datum kan niet weg, alleen veranderen. Is het afgelast: leg met B een NO-GO vast.",
                  &drafts.events.fields.from);
        return {};
    }
    body.event = id;
    EventUpdated update = difference(before, body);
    if (update == EventUpdated{}) {
        drafts.complaint = "Er is niets veranderd.";
        return {};
    }
    update.event = id;
    std::vector<Body> bodies{update};
    add_what_changes(scene, before, body, bodies);
    return acts(drafts, std::move(bodies), body.name + " gewijzigd");
}

} // namespace

Intents acts(Drafts& drafts, std::vector<Body> bodies, const std::string& text) {
    close(drafts);
    Intents intents;
    for (auto& body : bodies)
        intents.push_back(Act{std::move(body), text, std::nullopt});
    return intents;
}

std::optional<std::string> typed_name(Drafts& drafts, const std::string& text, const char* complaint) {
    return typed_text(drafts, text, complaint, name_bytes_max);
}

void open_event_form(const Scene& scene, Drafts& drafts, const PublicEventId& id) {
    const auto* event = find(scene, id);
    drafts.events.fields = {};
    open(drafts, Dialog::event, event == nullptr ? std::string() : id.value);
    if (event == nullptr) return;
    auto& fields = drafts.events.fields;
    fields.name = event->name.value;
    fields.class_ = static_cast<int>(event->class_.value);
    fields.place = event->place.value;
    if (event->from.value) fields.from = date_text(*event->from.value);
    if (event->until.value) fields.until = date_text(*event->until.value);
    if (event->visitors.value.value > 0) fields.visitors = std::to_string(event->visitors.value.value);
    fields.organiser = event->organiser.value;
    fields.contacts = contacts_text(scene, event->contacts.value);
}

Intents set_requirements(const Scene& scene, const PublicEventId& id) {
    if (auto why = words::not_allowed(scene.user.function, RequirementSet::type); !why.empty())
        return {Explain{std::move(why)}};
    const auto* event = find(scene, id);
    if (event == nullptr) return {};
    if (!event->from.value)
        return {Explain{"Zonder datum zijn er geen termijnen. Vul met V eerst de datum in."}};
    Intents intents;
    for (auto& body :
         catalogue::asked_of(scene.catalogue.requirements, {id, event->class_.value, event->organiser.value,
                                                            *event->from.value, event->until.value})) {
        if (std::holds_alternative<EventThresholdSet>(body) && !event->thresholds.empty()) continue;
        const auto* set = std::get_if<RequirementSet>(&body);
        // One that the file now says otherwise (another title, party or deadline) is asked again so.
        if (const auto known =
                set == nullptr ? event->requirements.end() : event->requirements.find(set->requirement);
            known != event->requirements.end() && known->second.set.value == *set)
            continue;
        const auto* moment = std::get_if<EventMomentSet>(&body);
        if (moment != nullptr && scene.picture.events->moments.contains(moment->moment)) continue;
        intents.push_back(Act{std::move(body), "eisen aan " + event->name.value, std::nullopt});
    }
    if (intents.empty()) return {Explain{"Alles wat deze klasse vraagt, is al gesteld."}};
    return intents;
}

Intents set_all_requirements(const Scene& scene, const EventsDraft& draft) {
    Intents all;
    for (const auto& id : listed(scene, draft)) {
        const auto& event = *find(scene, id);
        if (!event.requirements.empty() || !event.from.value || *event.from.value < scene.now) continue;
        for (auto& intent : set_requirements(scene, id))
            all.push_back(std::move(intent));
    }
    if (all.empty()) return {Explain{"Aan elk komend evenement met een datum is al iets gevraagd."}};
    return all;
}

} // namespace events

namespace dialogs {

Intents event(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    const PublicEventId id(drafts.subject);
    const bool known = events::find(scene, id) != nullptr;
    auto& fields = drafts.events.fields;
    Form form(ui, drafts, known ? "WIJZIG EVENEMENT" : "NIEUW EVENEMENT", 860);
    form.field("evenement/naam", "Naam", fields.name, "Lammetjeswielfestival");
    form.choice("evenement/klasse", "Klasse", events::classes(), fields.class_);
    form.field("evenement/plaats", "Waar", fields.place, "Lammetjeswiel");
    form.field("evenement/van", "Begin (leeg is nog geen datum)", fields.from, "3-7-2027 14:00");
    form.field("evenement/tot", "Einde", fields.until, "23:00, of 4-7-2027 01:00");
    form.field("evenement/bezoekers", "Bezoekers", fields.visitors, "4000");
    form.field("evenement/organisator", "Organisator", fields.organiser, "Stichting Wielfeest");
    form.field("evenement/contact", "Contact op de dag", fields.contacts,
               "hoofd beveiliging = T. Mulder; EHBO = S. Can");
    if (!form.confirmed(known ? "Leg vast" : "Registreer")) return {};
    auto body = events::typed_event(scene, drafts);
    if (!body || !events::sure_of_class(drafts, events::find(scene, id), *body)) return {};
    return known ? events::change_event(scene, drafts, id, std::move(*body))
                 : events::register_event(scene, drafts, std::move(*body));
}

} // namespace dialogs
} // namespace regiekamer::panels
