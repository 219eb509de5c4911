// GRIP: the level, who decided, why; and what comes with it, to be seen and ticked before it is said: the
// teams of that level, and the lines of the task cards.
#include "dashboard/panels/action_board/card_lines.hpp"
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/panels/grip_board/alerting.hpp"
#include "dashboard/panels/which_incident.hpp"
#include "dashboard/words/grip_ladder.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/names.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::panels::dialogs {
namespace {

/// What comes with the step, as a box: its words, and the messages that it becomes.
struct Follows {
    TickLine tick;
    Intents intents;
};

bool belongs(Team team, int level) {
    const auto& teams = words::grip_ladder()[static_cast<std::size_t>(level)].teams;
    return std::find(teams.begin(), teams.end(), team) != teams.end();
}

/// Teams that stand and have no place at this level.
std::vector<Team> going_home(const Scene& scene, int level) {
    std::vector<Team> teams;
    for (const auto& one : picture::active_teams(scene.picture, *scene.incident))
        if (one.team != Team::overig && !belongs(one.team, level)) teams.push_back(one.team);
    return teams;
}

/// Going up alerts who is not there yet; who does not belong to the level goes home.
void call_teams(std::vector<Follows>& all, const Scene& scene, int level, bool up) {
    const auto active = picture::active_teams(scene.picture, *scene.incident);
    const auto stands = [&](Team team) {
        return std::any_of(active.begin(), active.end(), [&](const auto& one) { return one.team == team; });
    };
    for (const Team team : words::grip_ladder()[static_cast<std::size_t>(level)].teams) {
        const auto* members = members_of(team);
        if (!up || members == nullptr || stands(team)) continue;
        const std::string name(words::label(team));
        TickLine tick{"alarmeer/" + name, fmt::format("Alarmeer {}: {}", name, who_comes(scene, *members)),
                      fmt::format("norm {} min", members->norm_minutes)};
        all.push_back({std::move(tick), alert_of(scene, *members)});
    }
    for (const Team team : going_home(scene, level)) {
        const std::string name(words::label(team));
        const bool replaced = team == Team::gbt && level >= 4;
        TickLine tick{"naar huis/" + name,
                      replaced ? name + " gaat op in het RBT" : fmt::format("{} naar huis", name),
                      {}};
        Act act{TeamStoodDown{*scene.incident, team}, name + " naar huis", std::nullopt};
        all.push_back({std::move(tick), Intents{std::move(act)}});
    }
}

/// In the order in which they are said: alarms first.
std::vector<Follows> what_follows(const Scene& scene, int level, int current) {
    std::vector<Follows> all;
    call_teams(all, scene, level, level >= current); // at the same level: who was forgotten
    if (level != current)
        for (const auto& needless : needless_actions(scene, level, going_home(scene, level)))
            all.push_back({needless.tick,
                           Intents{Act{ActionCancelled{needless.action->id, needless.reason},
                                       "Vervallen: " + needless.action->opened.value.title, std::nullopt}}});
    for (const auto& line : lines_of_grip(scene, level, scene.now))
        all.push_back({line.tick, Intents{opened(scene, {scene.incident, std::nullopt}, line)}});
    return all;
}

/// What is asked: every step has a reason, and one that is not the next up is asked for in so many words.
std::string why(int level, int current) {
    if (level < current)
        return fmt::format("Waarom afschalen naar GRIP {}", level); // with whom is said beneath
    if (level == current + 2) return fmt::format("Waarom slaat u GRIP {} over", current + 1);
    if (level == current + 3) return fmt::format("Waarom slaat u GRIP {} en {} over", current + 1, level - 1);
    if (level > current + 3)
        return fmt::format("Waarom slaat u GRIP {} tot en met {} over", current + 1, level - 1);
    return "Waarom";
}

std::string about(int level) {
    const auto& rung = words::grip_ladder()[static_cast<std::size_t>(level)];
    return fmt::format("GRIP {}: {}. Gezag: {}. Besluit: {}. Gealarmeerd: {}.", level, rung.scope,
                       rung.authority, rung.deciders, rung.alerted);
}

void begin(Drafts& drafts, int current) {
    const auto wanted = std::exchange(drafts.grip_board.level, std::nullopt);
    if (wanted)
        drafts.choice = *wanted;
    else if (drafts.subject.empty())
        drafts.choice = std::min(current + 1, 5);
    drafts.choice2 = words::usual_decider(current, drafts.choice);
}

/// Somebody who does not decide on this level as a rule: asked once more, since it may be so all the same.
bool sure_of_decider(Drafts& drafts, int level, int current) {
    const auto& decider = words::deciders()[static_cast<std::size_t>(drafts.choice2)];
    if (level <= current || words::decides_as_a_rule(current, level, decider)) return true;
    const std::string asked = fmt::format("grip/toch/{}/{}", level, decider);
    if (std::exchange(drafts.ticks[asked], true)) return true;
    ask_again(drafts,
              fmt::format("Over GRIP {} besluit als regel {}. Klopt {} toch? Druk dan nog eens op Enter.",
                          level, words::grip_ladder()[static_cast<std::size_t>(level)].deciders, decider),
              &drafts.choice2);
    return false;
}

std::optional<GripDecided> decided(const Scene& scene, Drafts& drafts, int current) {
    const auto reason = typed_text(drafts, drafts.text, "Schrijf op waarom: dat hoort bij het besluit.");
    if (!reason || !sure_of_decider(drafts, drafts.choice, current)) return std::nullopt;
    GripDecided body;
    body.incident = *scene.incident;
    body.level = GripLevel(drafts.choice);
    body.reason = *reason;
    body.decided_by.function = Function(words::deciders()[static_cast<std::size_t>(drafts.choice2)]);
    if (!trimmed(drafts.text2).empty()) {
        const auto name = typed_text(drafts, drafts.text2, "", 256);
        if (!name) return std::nullopt;
        body.decided_by.person = words::person_named(scene.picture, *name);
    }
    body.effective_from = scene.now;
    return body;
}

/// What the ladder would not expect; it may be so all the same.
void warn(Form& form, int decider, int level, int current) {
    if (!words::decides_as_a_rule(current, level, words::deciders()[static_cast<std::size_t>(decider)]))
        form.words(level < current
                       ? "Let op: als regel besluit wie het hoogste team leidt."
                       : fmt::format("Let op: over GRIP {} besluit als regel {}.", level,
                                     words::grip_ladder()[static_cast<std::size_t>(level)].deciders));
}

} // namespace

Intents grip(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    if (!scene.incident) {
        close(drafts);
        return {};
    }
    static const std::vector<std::string> levels{"GRIP 0", "GRIP 1", "GRIP 2", "GRIP 3", "GRIP 4", "GRIP 5"};
    const auto current =
        static_cast<int>(picture::grip_at(scene.picture, *scene.incident, scene.now).level.value);
    if (drafts.opened_now) begin(drafts, current);
    Form form(ui, drafts, with_incident(scene, fmt::format("GRIP · nu GRIP {}", current)), 1000);
    if (form.choice("grip/niveau", "Naar", levels, drafts.choice)) {
        drafts.choice2 = words::usual_decider(current, drafts.choice);
        ui::focus(ui, "grip/reden");
    }
    const int level = drafts.choice;
    if (level == current) {
        form.words(
            fmt::format("Het is al GRIP {}. Hier staat wat erbij hoort en nog niet is gedaan.", level));
    } else {
        form.choice("grip/besluit", "Besloten door", words::deciders(), drafts.choice2);
        form.field("grip/reden", why(level, current), drafts.text,
                   level < current ? "bron onder controle, minder effecten"
                                   : "effecten buiten het brongebied");
        form.field("grip/wie", "Wie dat is (mag leeg)", drafts.text2, "T. de Boer");
    }
    form.words(about(level));
    if (level != current) warn(form, drafts.choice2, level, current);
    if (level == current + 2) form.words("Let op: u slaat een niveau over. Schrijf op waarom.");
    if (level > current + 2)
        form.words(fmt::format("Let op: u slaat {} niveaus over. Schrijf op waarom.", level - current - 1));
    if (level < current) form.words("Let op: dit is afschalen. Stem af met het team eronder.");
    const auto follows = what_follows(scene, level, current);
    std::vector<TickLine> lines;
    lines.reserve(follows.size());
    for (const auto& one : follows)
        lines.push_back(one.tick);
    form.ticks("grip/volgt", "Dit hoort erbij", lines, ui.screen.h > 1000 ? 11 : 8);
    if (!form.confirmed(level == current ? std::string("Zet uit wat is aangevinkt")
                                         : fmt::format("Leg vast: GRIP {}", level)))
        return {};
    Intents intents;
    if (level != current) {
        const auto body = decided(scene, drafts, current);
        if (!body) return {};
        intents.emplace_back(
            Act{*body, with_incident(scene, fmt::format("GRIP {}", level)), cause_of(drafts)});
    } else if (std::none_of(follows.begin(), follows.end(),
                            [&](const Follows& one) { return ticked(drafts, one.tick); })) {
        drafts.complaint = fmt::format("Het is al GRIP {}{}", current,
                                       follows.empty() ? ", en alles wat erbij hoort is gedaan."
                                                       : ". Vink aan wat nog moet gebeuren.");
        return {};
    }
    for (const auto& one : follows)
        if (ticked(drafts, one.tick)) intents.insert(intents.end(), one.intents.begin(), one.intents.end());
    if (level == 0 && level != current)
        intents.emplace_back(Explain{
            "Afgeschaald naar GRIP 0. Is het voorbij, ook de nafase? Sluit het incident met Shift+R."});
    close(drafts);
    return intents;
}

} // namespace regiekamer::panels::dialogs
