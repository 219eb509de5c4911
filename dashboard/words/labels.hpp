// The field's own words for the enumerations of the vocabulary and the picture, as the screen writes them.
#pragma once

#include "dashboard/picture/picture.hpp"

#include <string>
#include <string_view>

namespace regiekamer::words {

std::string_view label(Team team);                 ///< "CoPI", "ROT", "team Bevolkingszorg"
std::string_view label(MeetingTeam team);          ///< as above, and "VDO"
std::string_view label(AttendanceState state);     ///< "Bevestigd"
std::string_view label(Certainty state);           ///< "onbevestigd"
std::string_view label(Phase phase);               ///< "beeld"
std::string_view label(PlaceKind kind);            ///< "CoPI", "opvanglocatie"
std::string_view label(AreaKind kind);             ///< "brongebied"
std::string_view label(EventClass class_);         ///< "melding", "A"
std::string_view label(GoDecision decision);       ///< "GO", "aangepast", "NO-GO"
std::string_view label(picture::EventState state); ///< "Voorwaarden open"
std::string_view label(CheckSubject subject);      ///< "Testalarm"
std::string_view label(CheckResult result);        ///< "let op"
std::string_view label(FeedState state);           ///< "loopt"
std::string_view label(Medium medium);
/// "handtekening niet gecontroleerd"; empty: it came from where nothing is signed.
std::string signature(const WarningReceived& warning);
std::string_view label(Verdict verdict); ///< "akkoord", "voorwaarden"

/// "2,58 m" from centimetres; "18,5 m/s" otherwise: the value with a decimal comma and its unit.
std::string level_metres(double centimetres);
/// With a decimal comma; what has more than fifteen digits as a power of ten.
std::string number(double value, int decimals);
/// The fewest decimals that tell its first three digits and its tenths: 0,05 is not 0,1.
int telling_decimals(double value);
/// "1.204": thousands with a point, as numbers are written here.
std::string counted(std::int64_t count);
std::string quantity(double value, std::string_view unit);
/// KNMI's code as a number (picture/event_day.hpp): "oranje".
std::string knmi_colour(double code);

/// First letter as a capital, also é and the like left as they are.
std::string sentence_case(std::string text);
/// What is simulated says so, once, wherever it stands: `text` with "(simulatie)" behind it.
std::string as_simulated(std::string text, bool simulated);

} // namespace regiekamer::words
