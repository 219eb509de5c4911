// What a P2000 page says between its lines: talk group, road, units and their region, and who its capcodes
// are. Conventions and hints, no facts (formats.md §2): derived for the reader, beside the text, which is
// always whole.
#pragma once

#include "messaging/vocabulary/message.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace regiekamer::words {

/// By capcode as a number: who it is, as somebody's table says.
using CapcodeNames = std::map<std::int64_t, std::string>;

/// "BDH-04"; empty: the text names none.
std::string talkgroup_of(const std::string& text);
/// "A29 Re 97,9", "N214"; empty: none. A1 and A2 alone are priorities of an ambulance.
std::string road_of(const std::string& text);
/// Call numbers of units, six digits fire and five ambulance, as they stand; numbers of a ride or incident
/// are none.
std::vector<std::string> units_of(const std::string& text);
/// The veiligheidsregio of a call number: its first two digits; empty: there is no such region.
std::string region_of_unit(const std::string& unit);
/// The old control room that most of these capcodes belong to, by their first two digits; empty: none known.
std::string region_of(const std::vector<Capcode>& capcodes);
/// "brandweer of gemeente", "ambulance", "politie", by the third digit; empty: not known.
std::string discipline_of(const Capcode& capcode);

/// What is wrong with the decoder's stamp, for beside the text: " (klok van de ontvanger wijkt af)"; empty:
/// nothing.
std::string stamp_mark(const PageReceived& page, const Recorded& fact);

/// Name and value of each, for the detail of a page; then each capcode with its name, else what its digits
/// hint at.
std::vector<std::pair<std::string, std::string>> page_rows(const PageReceived& page,
                                                           const CapcodeNames& names);

} // namespace regiekamer::words
