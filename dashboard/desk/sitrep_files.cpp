// Two files beside each other, named after the incident.
#include "dashboard/desk/sitrep_files.hpp"

#include "dashboard/desk/written_file.hpp"

#include <fmt/format.h>

namespace regiekamer::desk {
Result<std::filesystem::path> write_sitrep(const report::Sitrep& sitrep, const IncidentId& incident,
                                           const std::filesystem::path& folder) {
    const std::string name = fmt::format("sitrep-{}-{}", harmless(incident.value), sitrep.number);
    if (auto text = write_file(folder / (name + ".txt"), report::as_text(sitrep)); !text) return text;
    return write_file(folder / (name + ".html"), report::as_html(sitrep));
}

} // namespace regiekamer::desk
