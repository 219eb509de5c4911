// Cheap questions first: the theme of an entry is a look in a table, its text a walk through memory.
#include "dashboard/panels/logboek/find.hpp"

#include "dashboard/panels/log_lines.hpp"
#include "dashboard/words/folded.hpp"
#include "dashboard/words/search_text.hpp"

namespace regiekamer::panels {
namespace {

using picture::LogEntry;

enum class Fit { no, yes, noise };

Fit fits(const Scene& scene, const LogEntry& entry, const LogFilter& filter) {
    if (!may_read(scene, entry)) return Fit::no;
    if (filter.important && !entry.important) return Fit::no;
    if (filter.theme && words::theme_of(entry) != *filter.theme) return Fit::no;
    if (filter.from && entry.time < *filter.from) return Fit::no;
    if (filter.until && entry.time > *filter.until) return Fit::no;
    if (!filter.function.empty() && scene.log.function_of(entry) != filter.function) return Fit::no;
    if (!filter.incident.empty() && scene.log.incident_of(entry) != filter.incident) return Fit::no;
    if (!filter.text.empty() &&
        (scene.search == nullptr || !words::has_words(filter.text, scene.search->at(entry.sequence))))
        return Fit::no;
    return is_noise(entry) && !filter.noise ? Fit::noise : Fit::yes;
}

} // namespace

bool find_on(LogFound& found, const Scene& scene, const LogFilter& filter, std::size_t most) {
    const auto& entries = scene.log.entries();
    std::size_t head = entries.size();
    while (head > 0 && entries[head - 1].sequence > scene.upto)
        --head;
    const bool leads = sees_script(seated(scene));
    if (!(found.filter == filter) || found.leads != leads || head < found.head) {
        found = {};
        found.filter = filter;
        found.leads = leads;
        found.head = found.next = head;
    }
    const auto look = [&](std::size_t index, std::vector<std::uint32_t>& into) {
        const Fit fit = fits(scene, entries[index], filter);
        if (fit == Fit::yes) into.push_back(static_cast<std::uint32_t>(index));
        if (fit == Fit::noise) ++found.folded_away;
    };
    for (; found.head < head && most > 0; ++found.head, --most)
        look(found.head, found.newer);
    for (; found.next > 0 && most > 0; --most)
        look(--found.next, found.older);
    return found.done() && found.head == head;
}

} // namespace regiekamer::panels
