// The fold of CAP warnings, what a message accepts or dismisses, and which warnings hold.
#include "dashboard/picture/warnings.hpp"

#include "dashboard/picture/apply.hpp"
#include "dashboard/picture/picture.hpp"

#include <algorithm>

namespace regiekamer::picture {

namespace {

/// CAP 1.2: "sender,identifier,sent"; neither holds a comma. What is none names nothing.
std::optional<WarningKey> referent(const std::string& reference) {
    const auto first = reference.find(',');
    if (first == std::string::npos || first == 0) return std::nullopt;
    const auto second = reference.find(',', first + 1);
    std::string identifier =
        reference.substr(first + 1, second == std::string::npos ? second : second - first - 1);
    if (identifier.empty()) return std::nullopt;
    return WarningKey{reference.substr(0, first), std::move(identifier)};
}

/// Of two under one identifier: the real one before the test, the signed one before what anybody can write,
/// and then the later one.
bool takes_the_place(const WarningReceived& one, const WarningReceived& of) {
    if (one.test != of.test) return of.test;
    const bool was_signed = of.signature == SignatureCheck::geldig;
    if (was_signed && one.signature != SignatureCheck::geldig) return false;
    return of.sent <= one.sent;
}

} // namespace

void apply(Picture& picture, const Recorded& fact, const WarningReceived& body) {
    note_heard(picture, fact, body.type, body.sent);
    if (body.signature == SignatureCheck::ongeldig)
        return; // it stands in the logboek, and ends or begins nothing
    if (body.msg_type == "Ack" || body.msg_type == "Error") return; // an answer warns of nothing
    auto& warnings = picture.warnings.edit();
    const WarningKey key{body.sender, body.identifier};
    auto& known = warnings.received[key];
    if (!known.said() || takes_the_place(body, known.value)) known = Known(body, fact);
    // A test replaces nothing that may be real.
    if (body.test || (body.msg_type != "Update" && body.msg_type != "Cancel")) return;
    const auto note = [&](Known<Instant>& last) {
        if (!last.said() || last.value < body.sent) last = Known(body.sent, fact);
    };
    // Nor does anybody take back what another said: CAP's references are of the sender's own messages.
    for (const std::string& reference : body.references) {
        const auto named = referent(reference);
        if (!named || *named == key || named->sender != body.sender) continue;
        auto& replaced = warnings.replaced[*named];
        note(replaced.last);
        if (body.signature == SignatureCheck::geldig) note(replaced.last_signed);
    }
}

void apply(Picture& picture, const Recorded& fact, const ProposalDismissed& body) {
    picture.warnings.edit().dismissed[body.message] = Known(body.reason, fact);
}

void note_cause(Picture& picture, const Recorded& fact) {
    if (!fact.message.cause) return;
    const MessageId& cause = *fact.message.cause;
    if (const auto* opened = std::get_if<IncidentOpened>(&fact.message.body))
        picture.warnings.edit().incident_accepted.try_emplace(cause, Known(opened->incident, fact));
    if (const auto* decided = std::get_if<GripDecided>(&fact.message.body))
        picture.warnings.edit().grip_accepted.try_emplace(cause, Known(decided->incident, fact));
}

const WarningReceived* find_warning(const Picture& picture, const std::string& reference) {
    const auto key = referent(reference);
    if (!key) return nullptr;
    const auto found = picture.warnings->received.find(*key);
    return found == picture.warnings->received.end() ? nullptr : &found->second.value;
}

Instant begin_of(const WarningReceived& warning) {
    return warning.onset.value_or(warning.effective.value_or(warning.sent));
}

Instant end_of(const WarningReceived& warning) {
    return warning.expires.value_or(warning.sent + hours(24));
}

int severity_rank(const WarningReceived& warning) {
    static constexpr std::string_view ranks[] = {"", "Minor", "Moderate", "Severe", "Extreme"};
    for (int rank = 4; rank > 0; --rank)
        if (warning.severity && *warning.severity == ranks[rank]) return rank;
    return 0;
}

namespace {

/// Under an identifier that was used again later there is a new message: nobody could have replaced it yet.
bool is_replaced(const Picture& picture, const WarningKey& key, const WarningReceived& warning) {
    const auto found = picture.warnings->replaced.find(key);
    if (found == picture.warnings->replaced.end()) return false;
    const bool is_signed = warning.signature == SignatureCheck::geldig;
    const auto& last = is_signed ? found->second.last_signed : found->second.last;
    return last.said() && last.value >= warning.sent;
}

} // namespace

std::vector<const Known<WarningReceived>*> active_warnings(const Picture& picture, Instant now) {
    std::vector<const Known<WarningReceived>*> active;
    for (const auto& [key, known] : picture.warnings->received) {
        const WarningReceived& warning = known.value;
        const bool speaks = warning.msg_type == "Alert" || warning.msg_type == "Update";
        if (speaks && !warning.test && now < end_of(warning) && !is_replaced(picture, key, warning))
            active.push_back(&known);
    }
    std::stable_sort(active.begin(), active.end(), [](const auto* one, const auto* other) {
        return std::pair(-severity_rank(one->value), begin_of(one->value)) <
               std::pair(-severity_rank(other->value), begin_of(other->value));
    });
    return active;
}

} // namespace regiekamer::picture
