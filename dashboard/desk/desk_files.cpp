// What the user asks to keep: the sitrep, a plot, the report, what two runs differ in. Each says where it
// stands.
#include "dashboard/desk/desk.hpp"

#include "dashboard/desk/compared_runs.hpp"
#include "dashboard/desk/desk_name.hpp"
#include "dashboard/desk/report_file.hpp"
#include "dashboard/desk/series_files.hpp"
#include "dashboard/desk/sitrep_files.hpp"

#include <fmt/format.h>

namespace regiekamer::desk {

void Desk::compare_runs(Window& window) {
    const auto& branched = session_.current().exercise->branched;
    if (!branched) {
        session_.remark({"Dit is geen tak: er is geen vorige run om naast te leggen.", false});
        return;
    }
    const auto made =
        compare_with_parent(source_.journal, branched->value.parent_journal, source_.scenario.get());
    if (!made) {
        session_.remark(
            {"Er is niet vergeleken: " + made.error().where + " gaf " + made.error().found + ".", true});
        return;
    }
    window.clipboard(made->text);
    session_.remark(
        {"De verschillen met de oefening zonder deze tak staan op het klembord en in " + made->page.string(),
         false});
}

void Desk::write_sitrep_of(const IncidentId& incident, Window& window) {
    const auto scene = session_.scene();
    const auto sitrep =
        report::sitrep(scene.picture, incident, scene.now, source_.mode, session_.kept().user.function);
    const auto file = write_sitrep(sitrep, incident, state_folder());
    if (!file) {
        session_.remark(
            {"De sitrep is niet geschreven: " + file.error().where + " kan niet. Maak ruimte.", true});
        return;
    }
    window.clipboard(report::as_text(sitrep));
    NoteWritten note;
    note.note = NoteId(fmt::format("sitrep/{}/{}/{}", desk_name(), sitrep.number, to_text(wall_clock())));
    note.incident = incident;
    note.text = fmt::format("{}{} gemaakt", report::sitrep_note, sitrep.number);
    session_.obey({panels::Act{note, note.text, std::nullopt}});
    session_.remark(
        {fmt::format("Sitrep {} staat op het klembord en in {}", sitrep.number, file->string()), false});
}

void Desk::keep_series(const panels::ExportSeries& wanted) {
    Window::let_go();
    const auto written = write_series(session_.scene(), wanted, fonts_, ui::light_palette(), state_folder());
    session_.remark(written ? panels::Remark{"De grafiek staat in " + written->csv.string() +
                                                 (written->png.empty() ? " (een beeld maken lukt hier niet)"
                                                                       : " en " + written->png.string()),
                                             written->png.empty()}
                            : panels::Remark{"De grafiek is niet bewaard: " + written.error().where +
                                                 " kan niet. Maak ruimte.",
                                             true});
}

void Desk::write_the_report() {
    const auto page = write_report(source_.journal, source_.scenario.get(), state_folder());
    session_.remark(page ? panels::Remark{"Het verslag staat in " + page->string(), false}
                         : panels::Remark{"Het verslag is niet geschreven: " + page.error().where + " gaf " +
                                              page.error().found + ".",
                                          true});
}

} // namespace regiekamer::desk
