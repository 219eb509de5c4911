// The clocks of the public: first facts, shelter and housing from the start of the incident, the duiding
// from that of the GBT.
#include "dashboard/picture/public_norms.hpp"

#include "dashboard/picture/picture.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>

namespace regiekamer::picture {
namespace {

struct NormLine {
    std::string_view card;
    PublicNorm norm;
};
constexpr std::array lines{NormLine{"0.5", PublicNorm::first_facts}, NormLine{"5.5", PublicNorm::first_facts},
                           NormLine{"6.7", PublicNorm::first_facts}, NormLine{"7.2", PublicNorm::first_facts},
                           NormLine{"3.6", PublicNorm::shelter},     NormLine{"6.5", PublicNorm::shelter},
                           NormLine{"6.9", PublicNorm::housing}};

/// Lines that ask for the same, with a time that is not the norm's: by the peak, for witnesses, or the
/// burgemeester's word.
constexpr std::array other_lines{NormLine{"1.13", PublicNorm::shelter}, NormLine{"4.5", PublicNorm::shelter},
                                 NormLine{"4.9", PublicNorm::duiding}};
constexpr std::string_view shelter_at_high_water = "1.13";

template <class Lines>
std::optional<PublicNorm> norm_in(const Lines& some, std::string_view card) {
    const auto line =
        std::find_if(some.begin(), some.end(), [&](const NormLine& one) { return one.card == card; });
    if (line == some.end()) return std::nullopt;
    return line->norm;
}

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

bool names_any(const std::string& text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return text.find(word) != std::string::npos; });
}

/// "Verklaring burgemeester"; not "Verklaring burgemeester voorbereiden", "Tekst voor de verklaring": who
/// has written it has not said it.
bool is_duiding(const std::string& title, const Function& owner) {
    if (!names_any(title, {"duiding", "verklaring", "toespraak", "persconferentie"})) return false;
    if (names_any(title, {"voorbereid", "tekst", "concept", "plannen"})) return false;
    return names_any(title, {"burgemeester"}) || names_any(lower(owner.value), {"burgemeester"});
}

/// "Opvang Sporthal Blokweer openen", "Tijdelijke huisvesting regelen".
std::optional<PublicNorm> norm_in_title(const ActionOpened& action) {
    const std::string title = lower(action.title);
    if (title.starts_with("opvang") && names_any(title, {" open"})) return PublicNorm::shelter;
    if (names_any(title, {"huisvesting"})) return PublicNorm::housing;
    if (is_duiding(title, action.owner)) return PublicNorm::duiding;
    return std::nullopt;
}

ClockState state_of(const PublicClock& clock, Instant now) {
    if (clock.met_at) return *clock.met_at <= clock.by ? ClockState::met : ClockState::met_late;
    return now <= clock.by ? ClockState::running : ClockState::missed;
}

} // namespace

std::optional<PublicNorm> norm_of_card(std::string_view card) {
    return norm_in(lines, card);
}

std::optional<AskedNorm> norm_asked(const ActionOpened& action) {
    const std::string_view card = action.card ? std::string_view(*action.card) : std::string_view();
    if (const auto norm = norm_of_card(card)) return AskedNorm{*norm, AskedTime::norm};
    if (const auto norm = norm_in(other_lines, card))
        return AskedNorm{*norm, card == shelter_at_high_water ? AskedTime::instead : AskedTime::beside};
    if (const auto norm = norm_in_title(action)) return AskedNorm{*norm, AskedTime::beside};
    return std::nullopt;
}

minutes term_of(PublicNorm norm) {
    switch (norm) {
    case PublicNorm::first_facts:
        return minutes{30};
    case PublicNorm::shelter:
        return minutes{3 * 60};
    case PublicNorm::housing:
        return minutes{48 * 60};
    case PublicNorm::duiding:
        return minutes{60};
    }
    return minutes{0};
}

namespace {

/// When the GBT began its first meeting about the incident.
const Known<bool>* first_gbt(const Picture& picture, const IncidentId& incident) {
    const Known<bool>* first = nullptr;
    for (const auto& [id, meeting] : picture.meetings->meetings) {
        const auto& plan = meeting.planned;
        if (!plan.said() || plan.value.team != MeetingTeam::gbt || plan.value.incident != incident) continue;
        if (meeting.started && (!first || meeting.started->time < first->time)) first = &*meeting.started;
    }
    return first;
}

PublicClock clock_from(PublicNorm norm, Instant from, bool asked, Sequence sequence) {
    PublicClock clock;
    clock.norm = norm;
    clock.from = from;
    clock.by = from + term_of(norm);
    clock.asked = asked;
    clock.sequence = sequence;
    return clock;
}

/// One action of this incident that asks for the norm of the clock.
void count_in(PublicClock& clock, const Action& action, AskedTime time) {
    clock.asked = true;
    const auto& due = action.due.value;
    if (time != AskedTime::norm && due && due != clock.by && (!clock.appointed || *due < *clock.appointed))
        clock.appointed = due;
    if (!clock.met_at) clock.sequence = std::max(clock.sequence, action.opened.sequence);
    const bool first = !clock.met_at || action.state.time < *clock.met_at;
    if (action.state.value != ActionState::gereed || !first) return;
    clock.met_at = action.state.time;
    clock.sequence = action.state.sequence;
}

} // namespace

std::vector<PublicClock> public_clocks(const Picture& picture, const IncidentId& incident, Instant now) {
    const Incident* found = find_incident(picture, incident);
    if (!found || !found->started.said()) return {};
    std::vector<PublicClock> clocks;
    for (const PublicNorm norm : {PublicNorm::first_facts, PublicNorm::shelter, PublicNorm::housing})
        clocks.push_back(
            clock_from(norm, found->started.value, norm == PublicNorm::first_facts, found->started.sequence));
    if (const auto* gbt = first_gbt(picture, incident))
        clocks.push_back(clock_from(PublicNorm::duiding, gbt->time, true, gbt->sequence));
    bool by_norm = false;
    std::optional<Instant> instead; // of the shelter
    for (const ActionId& id : picture.actions->public_norms) {
        const Action& action = *picture.actions->actions.find(id);
        const auto asked = norm_asked(action.opened.value);
        if (!asked || action.opened.value.incident != incident) continue;
        if (action.state.value == ActionState::vervallen) continue;
        const auto at = static_cast<std::size_t>(asked->norm);
        if (at >= clocks.size()) continue; // duiding before the GBT meets
        count_in(clocks[at], action, asked->time);
        if (asked->norm != PublicNorm::shelter) continue;
        by_norm = by_norm || asked->time == AskedTime::norm;
        const auto& due = action.due.value;
        if (asked->time == AskedTime::instead && due && (!instead || *due < *instead)) instead = due;
    }
    if (instead && !by_norm) {
        PublicClock& shelter = clocks[static_cast<std::size_t>(PublicNorm::shelter)];
        shelter.by = *instead;
        shelter.appointed = instead;
        shelter.by_appointment = true;
    }
    for (PublicClock& clock : clocks)
        clock.state = state_of(clock, now);
    return clocks;
}

} // namespace regiekamer::picture
