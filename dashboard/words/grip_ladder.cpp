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
         {},
         "wie hoogste team leidt",
         "OvD-Bz op verzoek"},
        {1,
         "brongebied, meer diensten",
         "burgemeester",
         "elke OvD, leider CoPI of CaCo",
         "OvD-Bz, communicatieadviseur CoPI; OvD-Bz belt burgemeester en ARB",
         {Team::copi},
         "elke OvD, leider CoPI, CaCo",
         "OvD-Bz, comm.adviseur"},
        {2,
         "brongebied en effectgebied",
         "burgemeester",
         "leider CoPI of ROL",
         "ook AC-Bz, HTO's naar behoefte, gemeentesecretaris",
         {Team::copi, Team::rot},
         "leider CoPI, ROL",
         "+ AC-Bz, HTO's, secretaris"},
        {3,
         "welzijn van velen in één gemeente",
         "burgemeester (opperbevel)",
         "burgemeester, op advies van ROL",
         "ook leden GBT, alle HTO's, lokale crisisorganisatie",
         {Team::copi, Team::rot, Team::gbt, Team::team_bz},
         "burgemeester",
         "+ GBT, alle HTO's, lokaal"},
        {4,
         "over de gemeentegrens, of schaarste",
         "voorzitter veiligheidsregio (Wvr art. 39)",
         "voorzitter of burgemeester, op advies van ROL",
         "ook andere gemeenten; onze burgemeester zit in het RBT",
         {Team::copi, Team::rot, Team::rbt, Team::team_bz},
         "voorzitter, burgemeester",
         "+ andere gemeenten"},
        {5,
         "meer regio's",
         "iedere voorzitter; de bronregio coördineert",
         "de voorzitters samen",
         "als GRIP 4, met een liaison",
         {Team::copi, Team::rot, Team::rbt, Team::team_bz},
         "voorzitters samen",
         "+ liaison"}};
    return rungs;
}

} // namespace regiekamer::words
