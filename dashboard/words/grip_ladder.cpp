// The table, once.
#include "dashboard/words/grip_ladder.hpp"

namespace regiekamer::words {

std::span<const GripRung> grip_ladder() {
    static const std::vector<GripRung> rungs{
        {0,
         "gewone inzet, motorkapoverleg",
         "burgemeester, zo nodig geïnformeerd",
         "wie het hoogste team leidt, bij afschalen",
         "OvD-Bz op verzoek van een OvD of de meldkamer",
         {}},
        {1,
         "brongebied, meer diensten",
         "burgemeester",
         "elke OvD, leider CoPI of CaCo",
         "OvD-Bz, communicatieadviseur CoPI; OvD-Bz belt burgemeester en ARB",
         {Team::copi}},
        {2,
         "brongebied en effectgebied",
         "burgemeester",
         "leider CoPI of ROL",
         "ook AC-Bz, HTO's naar behoefte, gemeentesecretaris",
         {Team::copi, Team::rot}},
        {3,
         "welzijn van velen in één gemeente",
         "burgemeester (opperbevel)",
         "burgemeester, op advies van ROL",
         "ook leden GBT, alle HTO's, lokale crisisorganisatie",
         {Team::copi, Team::rot, Team::gbt, Team::team_bz}},
        {4,
         "over de gemeentegrens, of schaarste",
         "voorzitter veiligheidsregio (Wvr art. 39)",
         "voorzitter of burgemeester, op advies van ROL",
         "ook andere gemeenten; onze burgemeester zit in het RBT",
         {Team::copi, Team::rot, Team::rbt, Team::team_bz}},
        {5,
         "meer regio's",
         "iedere voorzitter; de bronregio coördineert",
         "de voorzitters samen",
         "als GRIP 4, met een liaison",
         {Team::copi, Team::rot, Team::rbt, Team::team_bz}}};
    return rungs;
}

} // namespace regiekamer::words
