// One frame of the window without GL: everything drawn at 1920×1080 over the hoogwater exercise at its
// height, with 100,000 lines in the journal. The vertices are counted with it: software GL takes 1.2 ms for
// each thousand.
#include "dashboard/desk/session.hpp"
#include "dashboard/desk/source.hpp"
#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/panels.hpp"
#include "tests/bench/events.hpp"
#include "tests/bench/measure.hpp"
#include "tests/support/gui.hpp"

namespace {

using namespace bench;
using regiekamer::panels::View;

constexpr std::uint64_t lines = 100'000;
constexpr int frames = 2'000;

/// The exercise up to the hours that most is going on, and then the lines of a very talkative feed.
regiekamer::Sequence fill(const std::filesystem::path& file) {
    using namespace regiekamer;
    auto journal = must(journal::Journal::open(file, Mode::exercise));
    const auto played = journal.info().head.sequence;
    append_stream(journal, lines - std::min<std::uint64_t>(lines, played), Mode::exercise, "2027-0122",
                  must(read_instant("2027-01-23T03:00:00Z")), microseconds(1000));
    journal.checkpoint();
    return journal.info().head.sequence;
}

void measure() {
    using namespace regiekamer;
    const Folder folder;
    const auto file =
        must(desk::play_to(REGIEKAMER_SOURCE_DIR "/scenarios/hoogwater.toml", "T+15:30", folder.path()));
    const auto head = fill(file);
    const auto map = must(panels::load_base_map(REGIEKAMER_SOURCE_DIR "/assets/map/alblasserdam.geojson"));
    desk::Kept kept;
    kept.named = true;
    const catalogue::Catalogue lists;
    desk::Session session(Mode::exercise, desk::read_back(file), nullptr, "bench", kept, map, lists);
    must(session.read_all());
    const std::string of = number(" of %.0f lines", static_cast<double>(head));

    for (const auto& [name, view] : {std::pair{"inzet", View::inzet}, {"rust", View::rust}}) {
        session.show(view);
        panels::Drafts drafts;
        Gui gui([&](ui::Ui& ui) { panels::draw(ui, session.scene(), drafts); });
        gui.frame(100);
        Numbers taken;
        for (int frame = 0; frame < frames; ++frame)
            taken.add(timed([&] { gui.frame(); }));
        row("frame without GL, " + std::string(name) + of, number("%.3f ms", taken.median() * 1e3) + " p50",
            "");
        row("  p99", number("%.3f ms", taken.percentile(0.99) * 1e3), "≤ 1 ms");
        row("  vertices", std::to_string(gui.vertices()), "≤ 20,000");
    }
}

} // namespace

int main() {
    return bench::report("frame", measure);
}
