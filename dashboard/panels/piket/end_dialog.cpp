// BEËINDIG: a temporary duty or an absence that ends sooner, or does not come. What of it is past stays.
#include "dashboard/panels/dialogs/date_text.hpp"
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/panels/piket/piket.hpp"
#include "dashboard/panels/piket/typed.hpp"
#include "dashboard/words/names.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::panels::piket {
namespace {

constexpr std::size_t shown_max = 9;

struct Endable {
    std::string id, words;
    Instant from, until;
    Change change;
    const DutyRostered* duty = nullptr;
    const picture::Known<AbsenceReported>* absence = nullptr;
};

/// What who sits here may end: the one asked for first, then the first to begin.
std::vector<Endable> endable(const Scene& scene, const std::string& subject) {
    std::vector<Endable> all;
    for (const auto& [id, one] : scene.picture.roster->duties) {
        const auto& duty = one.rostered.value;
        if (one.withdrawn || duty.until <= scene.now || !may_end(scene, duty)) continue;
        all.push_back({id.value,
                       fmt::format("{}: {}, {}", duty.function.value,
                                   words::person(scene.picture, duty.person), period(duty.from, duty.until)),
                       duty.from, duty.until, change_of(scene, duty.function), &duty, nullptr});
    }
    for (const auto& [id, absence] : scene.picture.roster->absences) {
        const auto& body = absence.value;
        if (body.until <= scene.now || !(may_plan(scene) || body.person == me(scene))) continue;
        if (scene.withdrawn && scene.withdrawn(absence.sequence)) continue;
        all.push_back({id.value,
                       fmt::format("Afwezig: {}, {}", words::person(scene.picture, body.person),
                                   period(body.from, body.until)),
                       body.from, body.until, change_of(scene, body.person), nullptr, &absence});
    }
    std::sort(all.begin(), all.end(), [&](const Endable& one, const Endable& other) {
        return std::tuple(one.id != subject, one.from, one.id) <
               std::tuple(other.id != subject, other.from, other.id);
    });
    if (all.size() > shown_max) all.resize(shown_max);
    return all;
}

Intents ended(const Scene& scene, Drafts& drafts, const Endable& one, Instant at, const std::string& reason) {
    if (one.duty != nullptr && at <= scene.now)
        return dialogs::act(drafts, DutyWithdrawn{one.duty->duty, reason}, "beëindigd: " + one.words);
    if (one.duty != nullptr) {
        auto body = *one.duty;
        body.until = at;
        body.reason = reason;
        return dialogs::act(drafts, body, "eindigt eerder: " + one.words);
    }
    if (one.from < at) {
        auto body = one.absence->value;
        body.until = at;
        return dialogs::act(drafts, body, "weer aanwezig: " + one.words);
    }
    const auto fact = scene.fetch ? scene.fetch(one.absence->sequence) : nullptr;
    if (fact)
        return dialogs::act(drafts,
                            MessageWithdrawn{MessageId(fact->message.id), fact->message.source, reason},
                            "niet meer afwezig: " + one.words);
    drafts.complaint = "Dit bericht is niet terug te vinden. Kies een einde na het begin.";
    return {};
}

} // namespace

Intents duty_end(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    auto& fields = drafts.piket.fields;
    if (drafts.opened_now) fields = {};
    const auto all = endable(scene, drafts.subject);
    std::vector<std::string> names;
    names.reserve(all.size());
    for (const auto& one : all)
        names.push_back(one.words);
    Form form(ui, drafts, "BEËINDIG TIJDELIJK PIKET", 900, Keyboard::nobody);
    if (all.empty()) {
        form.words(may_plan(scene) ? "Er is geen tijdelijk piket en niemand is afwezig gemeld."
                                   : "U hebt geen tijdelijk piket en u bent niet afwezig gemeld.");
        form.shown();
        return {};
    }
    if (drafts.opened_now && (all.size() == 1 || all.front().id == drafts.subject)) fields.option = 0;
    form.choice("einde/wat", "Wat eindigt", names, fields.option);
    form.field("einde/op", "Eindigt op (leeg: meteen)", fields.until, date_hint);
    form.field("einde/reden", "Reden", fields.reason, "is weer beter");
    const bool chosen = fields.option >= 0 && fields.option < static_cast<int>(all.size());
    const auto change =
        chosen ? all[static_cast<std::size_t>(fields.option)].change : change_of(scene, Function());
    form.words("Wat geweest is blijft in het rooster staan. " + words_of(change));
    if (!form.confirmed("Beëindig")) return {};
    if (!chosen) {
        ask_again(drafts, "Kies wat eindigt.", &fields.option);
        return {};
    }
    const auto& one = all[static_cast<std::size_t>(fields.option)];
    const auto reason = typed_text(drafts, fields.reason, "Schrijf op waarom: de ander leest dit.");
    if (!reason) return {};
    const auto end = trimmed(fields.until);
    const auto at = end.empty() ? std::optional(scene.now)
                                : typed_date(end, scene.now, picture::local_day(scene.now), change.clock);
    if (!at)
        ask_again(drafts,
                  no_date_words(
                      end, scene.now, picture::local_day(scene.now),
                      fmt::format("Het einde is niet te lezen. Schrijf {}, of laat het leeg.", date_hint)),
                  &fields.until);
    else if (!end.empty() && (*at < scene.now || *at <= one.from))
        ask_again(drafts, "Dit einde ligt vóór nu of vóór het begin. Laat het leeg om meteen te eindigen.",
                  &fields.until);
    else if (*at >= one.until)
        ask_again(drafts, "Het eindigt dan al vanzelf. Kies een eerder einde.", &fields.until);
    else
        return ended(scene, drafts, one, *at, *reason);
    return {};
}

} // namespace regiekamer::panels::piket
