// TOETSEN: every key.
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/panels/views.hpp"

namespace regiekamer::panels::dialogs {

Intents help(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    Form form(ui, drafts, "TOETSEN", 860);
    if (shown_view(scene) == View::evenementen)
        form.words(
            "Evenementen: ↑ ↓  ander evenement · Shift+↑ ↓  andere stap · N  nieuw · V  wijzig · S  stap · B "
            " GO "
            "of NO-GO · P  schouwpunt · M  moment · D  drempel · A  actie · Z  werkzaamheden · J  wordt "
            "incident · Q  stel eisen · H  per maand · Y  soort");
    if (shown_view(scene) == View::piket)
        form.words(
            "Piket: R  ruil aanvragen · V  neem nu over · Z  afwezig · O  overdracht maken · B  bevestig de "
            "overdracht · 1 tot 9  punt gedaan · ↑ ↓ en J  pak aan wat actie vraagt · Page Up, Page Down of "
            "[ ]  8 weken terug of verder · Home  deze week");
    form.words(
        "N  nieuwe actie · R  nieuw incident · G  GRIP · T  team alarmeren · E  mijn opkomst · O  overleg "
        "plannen · K  notitie in het logboek");
    form.words(
        "Enter  alarm bevestigen · F5  bellen of voorstel beoordelen · F9  volgend alarm · Ctrl+Z  neem "
        "terug wat u in de laatste 10 seconden deed");
    form.words("←  vijf minuten terug · →  vijf minuten vooruit · Esc  terug naar nu, en sluit een venster");
    form.words("/  zoeken in het logboek · L  ook meetwaarden · W  volgend meetpunt · F  kaart passend · I  "
               "volgend incident · 1 tot 6  tabblad, op een smal scherm");
    form.words(std::string("Ctrl+K  zoek een beeld, een daad, een mens of een moment · U  wie ben ik · F2  "
                           "rust of inzet · F10  instellingen · Ctrl +, Ctrl −, Ctrl 0  "
                           "grootte van de tekst · Ctrl+Q  sluiten") +
               (scene.mode == Mode::exercise ? " · F6  oefening" : ""));
    form.shown();
    return {};
}

} // namespace regiekamer::panels::dialogs
