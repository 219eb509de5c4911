// Evenementen in words: dates, what is asked, where it stands.
#pragma once

#include "dashboard/panels/events/events.hpp"
#include "dashboard/picture/melding.hpp"

#include <string>

namespace regiekamer::panels::events {

std::string day_words(const picture::PublicEvent& event);    ///< "za 3 jul", "13–18 sep", "geen datum"
std::string period_words(const picture::PublicEvent& event); ///< "za 3 jul 2027, 14:00–23:00"
std::string days_away(Instant at, Instant now); ///< "over 18 dagen", "vandaag", "gisteren", "3 dagen geleden"
/// The same of an evenement: while it lasts "vandaag", or "bezig, dag 3 van 6".
std::string when_words(const picture::PublicEvent& event, Instant now);
std::string days_late(Instant deadline, Instant now); ///< "24 dagen te laat", in hours on the day itself
/// "Een melding heeft hoogstens 250 bezoekers.": what it may be where it is more; empty: it is not.
std::string beyond_words(const picture::BeyondMelding& beyond);
/// What turns it ready: "Advies GHOR binnen", "Veiligheidsplan: nieuwe versie".
std::string wanted(const picture::ReadinessReason& reason);
/// "Advies GHOR 24 dagen te laat", "Verkeersplan over 3 dagen".
std::string urgency(const picture::ReadinessReason& reason, Instant now);
std::string station_words(const Scene& scene, const Station& station); ///< its name, where it was described
std::string quantity_words(const picture::DayQuantity& row);           ///< "Windstoot (km/h)"
std::string value_words(const Quantity& quantity, const Unit& unit, double value); ///< "62", "oranje"
std::string state_words(const picture::Requirement& requirement,
                        Instant now); ///< "do 20 mei, met voorwaarden"

} // namespace regiekamer::panels::events
