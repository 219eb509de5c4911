// What people say of the exercise: a verdict beside the derived one, and what they saw.
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/panels/dialogs/moment_text.hpp"
#include "dashboard/panels/trainer/clock.hpp"
#include "dashboard/panels/trainer/trainer.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::panels::trainer {

Intents ask_verdict(const Scene& scene, Drafts& drafts) {
    if (auto why = refused(scene, ExpectationJudged::type); !why.empty()) return {Explain{std::move(why)}};
    const auto* one = chosen_expectation(scene, drafts);
    if (one == nullptr) return {Explain{"Er is nog niets gevraagd om over te oordelen."}};
    open(drafts, Dialog::verdict, one->expectation->id);
    return {};
}

Intents verdict(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    static const std::vector<std::string> words{"gehaald", "deels", "gemist"};
    const Measured* one = nullptr;
    if (scene.script != nullptr)
        for (const auto& each : scene.script->results.expectations)
            if (each.expectation->id == drafts.subject) one = &each;
    auto why = refused(scene, ExpectationJudged::type);
    if (one == nullptr || !why.empty()) {
        close(drafts);
        return why.empty() ? Intents{} : Intents{Explain{std::move(why)}};
    }
    if (drafts.opened_now) {
        drafts.choice = one->judged                   ? static_cast<int>(one->judged->verdict)
                        : one->score == Score::met    ? 0
                        : one->score == Score::missed ? 2
                                                      : 1;
        if (one->judged) drafts.text = one->judged->reason;
    }
    Form form(ui, drafts, "UW OORDEEL", 780);
    form.words(expectation_words(*one) + "\n" +
               fmt::format("Het journaal zegt: {}{}{}. Dat blijft staan; uw oordeel komt ernaast.",
                           word(*one), outcome_words(scene, *one).empty() ? "" : ", ",
                           outcome_words(scene, *one)));
    form.choice("oordeel/wat", "Oordeel", words, drafts.choice);
    form.field("oordeel/waarom", "Waarom", drafts.text, "wat u zag en hoorde");
    if (!form.confirmed("Leg vast")) return {};
    const auto reason = typed_text(drafts, drafts.text, "Zeg ook waarom.");
    if (!reason) return {};
    const auto chosen = static_cast<ExpectationVerdict>(std::clamp(drafts.choice, 0, 2));
    return dialogs::act(
        drafts, ExpectationJudged{run_of(scene), ExpectationId(one->expectation->id), chosen, *reason},
        "oordeel: " + words[static_cast<std::size_t>(chosen)]);
}

Intents observation(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    static const std::vector<std::string> marks{"geen", "sterk", "verbeterpunt", "vraag voor de debrief"};
    if (auto why = refused(scene, ObservationNoted::type); !why.empty())
        return close(drafts), Intents{Explain{std::move(why)}};
    std::vector<std::string> aims{"geen"};
    if (scene.script != nullptr)
        for (const auto& aim : scene.script->scenario->aims)
            aims.push_back(aim.id);
    Form form(ui, drafts, "WAARNEMING", 860);
    form.field("waarneming/tekst", "Wat ziet u", drafts.text, "wie doet of zegt wat");
    form.field("waarneming/moment", fmt::format("Wanneer (leeg: nu, {})", words::clock_seconds(scene.now)),
               drafts.text2, "14:30");
    if (aims.size() > 1) form.choice("waarneming/doel", "Oefendoel", aims, drafts.choice);
    form.choice("waarneming/merk", "Merk", marks, drafts.choice2);
    if (!form.confirmed("Leg vast")) return {};
    const auto text = typed_text(drafts, drafts.text, "Er staat nog niets.", 8'000);
    if (!text) return {};
    ObservationNoted body{run_of(scene), ObservationId(dialogs::fresh_id()), std::nullopt, scene.now, *text,
                          std::nullopt};
    if (!trimmed(drafts.text2).empty()) {
        const auto at = typed_moment(trimmed(drafts.text2), scene.now - hours(12)); // the last such time
        if (!at || *at > scene.now) {
            ask_again(drafts, "Schrijf een tijd die geweest is: 14:30.", &drafts.text2);
            return {};
        }
        body.at = *at;
    }
    if (drafts.choice > 0) body.aim = aims[static_cast<std::size_t>(drafts.choice)];
    if (drafts.choice2 > 0) body.mark = marks[static_cast<std::size_t>(drafts.choice2)];
    return dialogs::act(drafts, body, "waarneming");
}

} // namespace regiekamer::panels::trainer
