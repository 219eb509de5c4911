// WAARSCHUWINGEN: all that hold, each as its sender said it, read to the end.
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/words/warning_words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::panels::dialogs {

Intents warnings(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    auto all = picture::active_warnings(scene.picture, scene.now);
    // The one that was asked for stands first.
    std::stable_partition(all.begin(), all.end(),
                          [&](const auto* one) { return one->value.identifier == drafts.subject; });
    std::vector<std::string> paragraphs;
    for (const auto* warning : all) {
        if (!paragraphs.empty()) paragraphs.emplace_back("– – –");
        const auto more = words::warning_text(warning->value, scene.now);
        paragraphs.insert(paragraphs.end(), more.begin(), more.end());
    }
    if (all.empty()) paragraphs.emplace_back("Er is geen waarschuwing van kracht.");
    Form form(ui, drafts, all.size() > 1 ? fmt::format("WAARSCHUWINGEN · {}", all.size()) : "WAARSCHUWING",
              860, Keyboard::nobody);
    form.read(paragraphs);
    form.shown();
    return {};
}

} // namespace regiekamer::panels::dialogs
