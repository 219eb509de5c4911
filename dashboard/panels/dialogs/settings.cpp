// INSTELLINGEN: size of the text, colours.
#include "dashboard/panels/dialogs/dialogs.hpp"

#include <array>
#include <cmath>
#include <fmt/format.h>

namespace regiekamer::panels::dialogs {

Intents settings(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    static const std::vector<std::string> sizes{"80 %", "100 %", "125 %", "150 %", "175 %", "200 %"};
    static constexpr std::array percent{80, 100, 125, 150, 175, 200};
    static const std::vector<std::string> themes{"donker", "licht", "hoog contrast"};
    const int shown = static_cast<int>(std::lround(ui.scale * 100)), now = scene.text_percent;
    if (drafts.opened_now) {
        const auto* const found = std::find(percent.begin(), percent.end(), now);
        drafts.choice = found == percent.end() ? -1 : static_cast<int>(found - percent.begin());
        drafts.choice2 = static_cast<int>(scene.theme);
    }
    Form form(ui, drafts, "INSTELLINGEN", 720);
    form.choice("instelling/tekst", "Grootte van de tekst (Ctrl + en Ctrl −)", sizes, drafts.choice);
    if (now > shown) form.words(fmt::format("U koos {} %. Op dit scherm past hoogstens {} %.", now, shown));
    form.choice("instelling/thema", "Kleuren", themes, drafts.choice2);
    if (!form.confirmed("Stel in")) return {};
    Intents intents{SetTextSize{drafts.choice < 0 ? now : percent[static_cast<std::size_t>(drafts.choice)]},
                    SetTheme{static_cast<Theme>(drafts.choice2)}};
    close(drafts);
    return intents;
}

} // namespace regiekamer::panels::dialogs
