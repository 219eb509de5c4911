// An inject made up on the spot, and why one is held or lapses.
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/panels/trainer/clock.hpp"
#include "dashboard/panels/trainer/trainer.hpp"
#include "dashboard/words/functions.hpp"

#include <charconv>
#include <fmt/format.h>

namespace regiekamer::panels::trainer {
namespace {

const std::vector<std::string>& media() {
    static const std::vector<std::string> all{"telefoon",     "mondeling", "portofoon",     "app",
                                              "mail",         "pager",     "sociale media", "LCMS",
                                              "noodtelefoon", "koerier"};
    return all;
}

/// "geen", then the aims by their letter.
std::vector<std::string> aims(const Scene& scene) {
    std::vector<std::string> all{"geen"};
    if (scene.script != nullptr)
        for (const auto& aim : scene.script->scenario->aims)
            all.push_back(aim.id);
    return all;
}

/// X1, X2 …: after the last one that was told.
InjectNr next_number(const Scene& scene) {
    int last = 0;
    for (const auto& [nr, inject] : scene.picture.exercise->injects) {
        int number = 0;
        const auto& text = nr.value;
        if (text.size() < 2 || text.front() != 'X') continue;
        const auto read = std::from_chars(text.data() + 1, text.data() + text.size(), number);
        if (read.ec == std::errc() && read.ptr == text.data() + text.size()) last = std::max(last, number);
    }
    return InjectNr(fmt::format("X{}", last + 1));
}

/// The first role that is played: most is told to them.
std::string first_player(const Scene& scene) {
    for (const auto& role : scene.picture.exercise->started.value.roles)
        if (role.played) return role.function.value;
    return {};
}

} // namespace

Intents inject(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    if (auto why = refused(scene, InjectDelivered::type); !why.empty())
        return close(drafts), Intents{Explain{why}};
    if (drafts.opened_now) {
        drafts.text2 = first_player(scene);
        drafts.choice = std::max(0, words::place_in(media(), drafts.trainer.medium));
    }
    const auto offered = aims(scene);
    Form form(ui, drafts, fmt::format("NIEUWE INJECT {}", next_number(scene).value), 860);
    form.field("inject/van", "Van", drafts.text, "wie belt of mailt: omwonende, politie");
    form.field("inject/aan", "Aan", drafts.text2, "de functie die hem krijgt");
    form.field("inject/tekst", "Tekst, zoals hij gezegd wordt", drafts.text3, "OEFENING OEFENING OEFENING");
    form.choice("inject/kanaal", "Kanaal", media(), drafts.choice);
    if (offered.size() > 1) form.choice("inject/doel", "Oefendoel", offered, drafts.choice2);
    if (!form.confirmed("Verzend")) return {};
    const auto from = typed_text(drafts, drafts.text, "Van wie komt hij?", name_bytes_max);
    if (!from) return {};
    const auto to = typed_text(drafts, drafts.text2, "Wie krijgt hem?", name_bytes_max);
    if (!to) return {};
    const auto text = typed_text(drafts, drafts.text3, "Er staat nog geen tekst.", 8'000);
    if (!text) return {};
    InjectDelivered body{
        run_of(scene), next_number(scene), *from, *to, media()[static_cast<std::size_t>(drafts.choice)],
        *text,         std::nullopt,       true};
    if (drafts.choice2 > 0) body.aim = offered[static_cast<std::size_t>(drafts.choice2)];
    drafts.trainer.medium = body.medium;
    return dialogs::act(drafts, body, fmt::format("inject {} verzonden", body.inject.value));
}

Intents ask_reason(const Scene& scene, Drafts& drafts, const MeasuredInject& one, bool hold) {
    if (auto why = refused(scene, InjectHeld::type); !why.empty()) return {Explain{std::move(why)}};
    if (one.state == InjectState::delivered) return {Explain{"Deze inject is al verzonden; dat blijft zo."}};
    open(drafts, Dialog::inject_reason, one.nr.value);
    drafts.trainer.hold = hold;
    return {};
}

Intents inject_reason(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    if (auto why = refused(scene, InjectHeld::type); !why.empty())
        return close(drafts), Intents{Explain{why}};
    const bool hold = drafts.trainer.hold;
    Form form(ui, drafts, fmt::format("INJECT {} {}", drafts.subject, hold ? "AANHOUDEN" : "LATEN VERVALLEN"),
              720);
    form.words(hold ? "Hij blijft staan tot u hem verzendt of weer plant."
                    : "Hij komt niet meer, tenzij u hem alsnog verzendt of weer plant.");
    form.field("inject/reden", "Waarom (mag leeg)", drafts.text, "de spelers zijn nog niet zover");
    if (!form.confirmed(hold ? "Houd aan" : "Laat vervallen")) return {};
    std::optional<std::string> reason;
    if (!trimmed(drafts.text).empty()) {
        reason = typed_text(drafts, drafts.text, "");
        if (!reason) return {};
    }
    const InjectNr nr(drafts.subject);
    drafts.trainer.chosen = nr.value; // the next key is about the same one
    if (hold)
        return dialogs::act(drafts, InjectHeld{run_of(scene), nr, reason},
                            fmt::format("inject {} aangehouden", nr.value));
    return dialogs::act(drafts, InjectSkipped{run_of(scene), nr, reason},
                        fmt::format("inject {} vervallen", nr.value));
}

} // namespace regiekamer::panels::trainer
