// One word an enumerator; -Wswitch-enum names the one that is forgotten.
#include "dashboard/words/labels.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <fmt/format.h>

namespace regiekamer::words {

std::string_view label(Team team) {
    switch (team) {
    case Team::copi:
        return "CoPI";
    case Team::rot:
        return "ROT";
    case Team::gbt:
        return "GBT";
    case Team::rbt:
        return "RBT";
    case Team::team_bz:
        return "team Bevolkingszorg";
    case Team::overig:
        return "losse functies";
    }
    return "";
}

std::string_view label(MeetingTeam team) {
    switch (team) {
    case MeetingTeam::copi:
        return "CoPI";
    case MeetingTeam::rot:
        return "ROT";
    case MeetingTeam::gbt:
        return "GBT";
    case MeetingTeam::rbt:
        return "RBT";
    case MeetingTeam::team_bz:
        return "Team Bz";
    case MeetingTeam::overig:
        return "Overleg";
    case MeetingTeam::vdo:
        return "VDO";
    }
    return "";
}

std::string_view label(AttendanceState state) {
    switch (state) {
    case AttendanceState::bevestigd:
        return "Bevestigd";
    case AttendanceState::onderweg:
        return "Onderweg";
    case AttendanceState::aanwezig:
        return "Aanwezig";
    case AttendanceState::afgelost:
        return "Afgelost";
    case AttendanceState::afgemeld:
        return "Afgemeld";
    }
    return "";
}

std::string_view label(Certainty state) {
    switch (state) {
    case Certainty::bevestigd:
        return "bevestigd";
    case Certainty::onbevestigd:
        return "onbevestigd";
    case Certainty::achterhaald:
        return "achterhaald";
    case Certainty::onbekend:
        return "onbekend";
    }
    return "";
}

std::string_view label(Phase phase) {
    switch (phase) {
    case Phase::beeld:
        return "beeld";
    case Phase::oordeel:
        return "oordeel";
    case Phase::besluit:
        return "besluit";
    }
    return "";
}

std::string_view label(PlaceKind kind) {
    switch (kind) {
    case PlaceKind::copi:
        return "CoPI";
    case PlaceKind::opvang:
        return "opvanglocatie";
    case PlaceKind::uitgangsstelling:
        return "uitgangsstelling";
    case PlaceKind::actiecentrum:
        return "actiecentrum";
    case PlaceKind::overig:
        return "plaats";
    }
    return "";
}

std::string_view label(AreaKind kind) {
    switch (kind) {
    case AreaKind::bron:
        return "brongebied";
    case AreaKind::effect:
        return "effectgebied";
    case AreaKind::rook:
        return "rook";
    case AreaKind::afzetting:
        return "afzetting";
    case AreaKind::evacuatie:
        return "evacuatie";
    case AreaKind::route:
        return "route";
    }
    return "";
}

std::string_view label(EventClass class_) {
    switch (class_) {
    case EventClass::melding:
        return "melding";
    case EventClass::A:
        return "A";
    case EventClass::B:
        return "B";
    case EventClass::C:
        return "C";
    }
    return "";
}

std::string_view label(GoDecision decision) {
    switch (decision) {
    case GoDecision::GO:
        return "GO";
    case GoDecision::aangepast:
        return "GO, aangepast";
    case GoDecision::NO_GO:
        return "NO-GO";
    }
    return "";
}

std::string_view label(picture::EventState state) {
    switch (state) {
    case picture::EventState::gepland:
        return "Gepland";
    case picture::EventState::in_advies:
        return "In advies";
    case picture::EventState::voorwaarden_open:
        return "Voorwaarden open";
    case picture::EventState::akkoord:
        return "Akkoord";
    case picture::EventState::go:
        return "GO";
    case picture::EventState::no_go:
        return "NO-GO";
    }
    return "";
}

std::string_view label(CheckSubject subject) {
    switch (subject) {
    case CheckSubject::testalarm:
        return "Testalarm";
    case CheckSubject::contactlijst:
        return "Contactlijst";
    case CheckSubject::back_up:
        return "Back-up";
    case CheckSubject::koppelingen:
        return "Koppelingen";
    case CheckSubject::overig:
        return "Controle";
    }
    return "";
}

std::string_view label(CheckResult result) {
    switch (result) {
    case CheckResult::goed:
        return "goed";
    case CheckResult::let_op:
        return "let op";
    case CheckResult::fout:
        return "fout";
    }
    return "";
}

std::string_view label(FeedState state) {
    switch (state) {
    case FeedState::loopt:
        return "loopt";
    case FeedState::stil:
        return "stil";
    case FeedState::fout:
        return "fout";
    }
    return "";
}

std::string_view label(Medium medium) {
    switch (medium) {
    case Medium::app:
        return "app";
    case Medium::pager:
        return "pager";
    case Medium::telefoon:
        return "telefoon";
    }
    return "";
}

std::string_view label(Verdict verdict) {
    switch (verdict) {
    case Verdict::akkoord:
        return "akkoord";
    case Verdict::voorwaarden:
        return "akkoord onder voorwaarden";
    case Verdict::afgekeurd:
        return "afgekeurd";
    }
    return "";
}

std::string number(double value, int decimals) {
    constexpr double longest = 1e15; // a text of three hundred digits fits nowhere
    std::string text =
        std::fabs(value) < longest ? fmt::format("{:.{}f}", value, decimals) : fmt::format("{:.2e}", value);
    std::replace(text.begin(), text.end(), '.', ',');
    const bool is_zero = text.find_first_of("123456789") == std::string::npos; // "-0,0" is nought
    if (text.starts_with('-')) text.replace(0, 1, is_zero ? "" : "\u2212");
    return text;
}

int telling_decimals(double value) {
    constexpr int least = 1, most = 9;
    if (value == 0 || !std::isfinite(value)) return 0;
    const int wanted =
        std::clamp(2 - static_cast<int>(std::floor(std::log10(std::fabs(value)))), least, most);
    const std::string text = fmt::format("{:.{}f}", value, wanted);
    int decimals = wanted;
    for (auto digit = text.rbegin(); decimals > 0 && *digit == '0'; ++digit)
        --decimals;
    return decimals;
}

std::string level_metres(double centimetres) {
    return number(centimetres / 100, 2) + " m";
}

std::string quantity(double value, std::string_view unit) {
    if (unit == "cm NAP") return level_metres(value) + " NAP";
    return number(value, telling_decimals(value)) + " " + std::string(unit);
}

std::string knmi_colour(double code) {
    static const char* const colours[] = {"groen", "geel", "oranje", "rood"};
    return colours[static_cast<std::size_t>(std::clamp(code, 0.0, 3.0))];
}

std::string counted(std::int64_t count) {
    std::string text = std::to_string(count);
    for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > (count < 0 ? 1 : 0); at -= 3)
        text.insert(static_cast<std::size_t>(at), ".");
    return text;
}

std::string as_simulated(std::string text, bool simulated) {
    if (!simulated || text.find(simulated_person) != std::string::npos) return text;
    return text.empty() ? std::string(simulated_person) : text + fmt::format(" ({})", simulated_person);
}

std::string sentence_case(std::string text) {
    if (!text.empty()) text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    return text;
}

std::string signature(const WarningReceived& warning) {
    if (!warning.signature) return {};
    switch (*warning.signature) {
    case SignatureCheck::geldig:
        return "handtekening geldig";
    case SignatureCheck::ongeldig:
        return "handtekening ongeldig";
    case SignatureCheck::niet_gecontroleerd:
        break;
    }
    return "handtekening niet gecontroleerd";
}

} // namespace regiekamer::words
