// TOETSEN: every key.
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/panels/views.hpp"

#include <fmt/format.h>

namespace regiekamer::panels::dialogs {
namespace {

struct KeyWords {
    std::string_view key, words;
};

/// The keys that work everywhere, but for those that the view in focus has taken.
std::string without_taken(View view, std::initializer_list<KeyWords> keys) {
    const auto taken = keys_taken_by(view);
    std::string text;
    for (const auto& [key, words] : keys) {
        const bool one_key = key.size() == 1 || key.front() == '1';
        if (one_key && taken.find(key.front()) != std::string_view::npos) continue;
        text += fmt::format("{}{}  {}", text.empty() ? "" : " · ", key, words);
    }
    return text;
}

} // namespace

Intents help(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    std::vector<std::string> all;
    if (shown_view(scene) == View::evenementen)
        all.push_back(
            "Evenementen: ↑ ↓  ander evenement · Shift+↑ ↓  andere stap · N  nieuw · V  wijzig · S  stap · "
            "B  GO of NO-GO · P  schouwpunt · M  moment · D  drempel · Shift+N  actie · C  taakkaart · Z  "
            "werkzaamheden · "
            "J  wordt incident · Q  stel eisen, Shift+Q  aan alle · H  per maand · Y  soort");
    if (shown_view(scene) == View::oefenleiding && sees_script(seated(scene)))
        all.push_back(
            "Oefenleiding: ↑ ↓  andere inject · Home  de volgende · Enter  nu verzenden · O  opnieuw "
            "· Del  laten "
            "vervallen · H  aanhouden of weer plannen · + −  5 minuten · N  nieuwe inject · Shift+↑ ↓ "
            " andere "
            "reactie · V  oordeel · W  waarneming · R  spreek als een rol (Esc stopt) · Spatie  pauze "
            "of speel · "
            "[ ]  tempo · J  tijdsprong · B  aftakken · Shift+B  vergelijk een tak · wiel  meer tijd");
    if (shown_view(scene) == View::gewekt)
        all.push_back(
            "Gewekt: 1  ik kom · 8  ik ben er · 2  ik kom niet · 3 tot 6  over hoeveel minuten · 7  "
            "onderweg, nieuwe tijd · Esc  later");
    if (shown_view(scene) == View::bezetting)
        all.push_back(
            "Bezetting: ↑ ↓  andere post, lege eerst (Tab naar de mensen) · Enter  vul of leeg deze "
            "post · B  nieuwe post · D  oefening vastleggen · J  oefening plannen");
    if (shown_view(scene) == View::koppelingen)
        all.push_back("Koppelingen: ↑ ↓  andere koppeling · O  bied opnieuw aan wat opzij ligt · Y  terug");
    if (shown_view(scene) == View::kaart)
        all.push_back(
            "Kaart: pijlen  schuif het kruis (Shift is fijn) · Spatie  kies wat daar ligt, of zet een "
            "punt · [ ]  "
            "volgend gebied of plaats · Page Up, Page Down  lees wat erin ligt · D  teken gebied · H  plaats "
            "· V  rookgebied · W  wijzig · Del "
            " trek in · L  "
            "meet · Enter  klaar, Esc  stop · 1 tot 6  laag aan of uit · + −  zoom · F  passend · /  "
            "zoek een plek of "
            "coördinaat · , .  vijf minuten terug of vooruit · P  terug");
    if (shown_view(scene) == View::inzet)
        all.push_back("Waterstand: ] [  in- en uitzoomen (wiel) · , .  eerder of later (slepen) · Home  weer "
                      "heel · Shift+D  "
                      "bewaar als CSV en PNG · klik  het scherm van toen");
    if (shown_view(scene) == View::overleg)
        all.push_back(
            "Overleg: S  begin, volgende fase, sluit af · B  beeld · J  oordeel · D  besluit · Y  maak er "
            "een actie van · C  gaat niet door · V  tekst in het beeld · P  sitrep · [ ]  ander overleg · "
            "↑ ↓  regel van het verslag, Shift+↑ ↓  tekst van het beeld: Enter wijzigt, 1 bevestigd, 2 "
            "onbevestigd, 3 achterhaald, L gelezen, Shift+L het hele "
            "onderwerp, Z leest een lange tekst heel (Page Up, Page Down)");
    if (shown_view(scene) == View::logboek)
        all.push_back(
            "Logboek: ↑ ↓  andere regel · Enter  het scherm van toen · /  zoek · F  filter · B  alleen "
            "belangrijk · L  ook meetwaarden en techniek · M  merk als belangrijk · C  verbeter een "
            "notitie · D  de hele regel · Del  wis het filter");
    if (shown_view(scene) == View::piket)
        all.push_back(
            "Piket: R  ruil aanvragen · V  neem nu over · Z  afwezig · O  overdracht maken · D  bevestig de "
            "overdracht · 1 tot 9  punt gedaan · ↑ ↓ en J  pak aan wat actie vraagt · Page Up, Page Down  "
            "terug of verder · [ ]  een week of maand · Home  vandaag · H  weken of maanden · P  weken en "
            "feestdagen per persoon · W  wisselrooster · X  beëindig een tijdelijk piket");
    const View view = shown_view(scene);
    all.push_back(without_taken(view, {{"N", "nieuwe actie"},
                                       {"R", "nieuw incident"},
                                       {"Shift+I", "incident wijzigen"},
                                       {"Shift+R", "incident sluiten"},
                                       {"G", "GRIP"},
                                       {"T", "team alarmeren"},
                                       {"E", "mijn opkomst"},
                                       {"O", "overleg plannen"},
                                       {"K", "notitie in het logboek"},
                                       {"C", "taakkaart"},
                                       {"F12", "alle acties"},
                                       {"B", "GRIP-bord"}}));
    if (shown_view(scene) == View::grip)
        all.push_back(
            "GRIP-bord: G  op- of afschalen, met de teams en acties die erbij horen · klik een trede "
            "om daarheen te "
            "gaan · T  nog een team · E  eigen opkomst · I  volgend incident");
    if (shown_view(scene) == View::actions)
        all.push_back(
            "Acties: 1 wie · 2 proces · 3 tijd · 4 open · 5 te laat · 6 wacht of geblokkeerd · 7 klaar · 8 "
            "alles · "
            "V  voor mij · H  alleen dit incident · ↑ ↓  kiezen · D  wat doet u met de gekozen actie");
    all.push_back(without_taken(view, {{"Enter", "alarm bevestigen"},
                                       {"A", "alle alarmen"},
                                       {"M", "geluid uit of aan"},
                                       {"F5", "bellen of voorstel beoordelen"},
                                       {"F9", "volgend alarm"},
                                       {"Ctrl+Z", "neem terug wat u in de laatste 10 seconden deed"}}));
    all.push_back(
        "←  vijf minuten terug · →  vijf minuten vooruit · Esc  terug naar nu, en sluit een venster");
    all.push_back(without_taken(view, {{"S", "sinds u weg was"},
                                       {"?", "waarom staat dit hier (wijs het eerst aan met Tab of de muis)"},
                                       {"/", "zoeken in het logboek"},
                                       {"D", "lees het bericht aan u (oefening)"},
                                       {"L", "ook meetwaarden"},
                                       {"W", "volgend meetpunt, op een smal scherm de grafiek groot"},
                                       {"Shift+W", "grafiek groot: water, wind, temperatuur"},
                                       {"F", "kaart passend"},
                                       {"P", "kaart groot: tekenen, meten, lagen"},
                                       {"I", "volgend incident"},
                                       {"1 tot 6", "tabblad, op een smal scherm"}}));
    all.push_back(
        without_taken(view, {{"Ctrl+K", "zoek een beeld, een daad, een mens of een moment"},
                             {"U", "wie ben ik"},
                             {"Shift+U", "bureau overdragen, of de overdracht lezen"},
                             {"F2", "rust of inzet"},
                             {"F3", "piket"},
                             {"F4", "evenementen"},
                             {"F7", "logboek"},
                             {"F8", "overleg"},
                             {"F11", "bezetting"},
                             {"Y", "koppelingen"},
                             {"Ctrl+W", "wandscherm"},
                             {"F10", "instellingen"},
                             {"Ctrl +, Ctrl −, Ctrl 0", "grootte van de tekst"},
                             {"Ctrl+Q", "sluiten"}}) +
        (scene.mode == Mode::exercise ? " · F6  oefening · Pause of Shift+F6  NO PLAY: alles stopt" : ""));
    Form form(ui, drafts, "TOETSEN", 860);
    form.read(all);
    form.shown();
    return {};
}

} // namespace regiekamer::panels::dialogs
