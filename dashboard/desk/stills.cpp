// The same session and the same panels as in the window, drawn once when they have settled.
#include "dashboard/desk/stills.hpp"

#include "dashboard/desk/branch.hpp"
#include "dashboard/desk/desk_name.hpp"
#include "dashboard/desk/furnishing.hpp"
#include "dashboard/desk/offscreen.hpp"
#include "dashboard/desk/session.hpp"
#include "dashboard/panels/drafts.hpp"
#include "messaging/codec/visible.hpp"

#include <iostream>
#include <unistd.h>

namespace regiekamer::desk {
namespace {

/// A folder that goes away with the program.
struct TemporaryFolder {
    std::filesystem::path path;
    TemporaryFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "regiekamer-XXXXXX").string();
        if (mkdtemp(name.data()) != nullptr) path = name;
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        if (!path.empty()) std::filesystem::remove_all(path, ignored);
    }
};

/// The name and the settings for a still picture: no dialog, without a kept name the user is OvD-Bz.
Kept still_kept(const Options& options) {
    Kept kept = load_kept();
    wear_once(kept, options.text_percent, options.theme);
    return kept;
}

int draw_still(const Options& options, Session& session) {
    OwnMaps maps = own_maps();
    if (const auto left_out = maps.left_out(); !left_out.empty()) session.remark({left_out, true});
    if (!options.at.empty())
        if (const auto moment = session.look_at(options.at); !moment)
            return complain(sentence(moment.error()));
    if (options.now) session.fix_now(*options.now);
    session.show_only(options.view);
    ui::Fonts fonts;
    fonts.build(ui::text_scale(session.kept().text_percent, static_cast<float>(options.width),
                               static_cast<float>(options.height)));
    if (!fonts.complaint().empty()) std::cerr << "regiekamer: " << fonts.complaint() << '\n';
    ui::Ui ui;
    panels::Drafts drafts;
    dress(ui, session.kept(), false);
    const auto draw = [&](ui::Ui& frame) {
        panels::Scene scene = session.scene();
        maps.dress(scene, OwnMaps::all_tiles);
        panels::draw(frame, scene, drafts);
    };
    if (options.screenshot.empty()) {
        const auto rendered = render(options.width, options.height, fonts, ui, draw);
        if (!rendered) return complain(sentence(rendered.error()));
    } else {
        const auto written = render_png(options.screenshot, options.width, options.height, fonts, ui, draw);
        if (!written) return complain(sentence(written.error()));
    }
    if (options.text_only) std::cout << codec::visible_lines(ui::seen_as_text(ui)) << std::flush;
    if (!std::cout)
        return complain("standard output could not be written (a full disk?): the text is not whole");
    return 0;
}

} // namespace

int still_of_file(const Options& options) {
    const TemporaryFolder folder;
    std::filesystem::path journal = options.journal;
    std::unique_ptr<player::Scenario> scenario; // outlives the session
    if (!options.exercise.empty()) {
        auto loaded = load_scenario(options.exercise);
        if (!loaded) return complain(sentence(loaded.error()));
        scenario = std::move(*loaded);
    }
    if (scenario && journal.empty()) {
        const auto played = play_to(options.exercise, options.at, folder.path, options.play);
        if (!played) return complain(sentence(played.error()));
        journal = *played;
    }
    const auto reader = journal::Reader::open(journal);
    if (!reader) return complain(sentence(reader.error()));
    const auto info = reader->info();
    if (!info) return complain(sentence(info.error()));
    const auto map = base_map();
    const auto lists = catalogue_of_desk();
    Session session(info->mode, read_back(journal), nullptr, "foto", still_kept(options), map,
                    lists.catalogue);
    session.remark_on(lists.complaints);
    if (!session.kept().complaint.empty()) session.remark({session.kept().complaint, true});
    if (scenario) session.practises(*scenario, false);
    session.remember_as(journal.string());
    if (const auto read = session.read_all(); !read) return complain(sentence(read.error()));
    return draw_still(options, session);
}

int still_of_hub(const Options& options) {
    auto source = open_source(wanted_by(options, desk_name() + "-foto", {Function("meekijker"), {}}));
    if (!source) return complain(sentence(source.error()));
    if (source->copy_only)
        return complain(options.connect + ": no hub answers there, expected one to look at");
    const auto map = base_map();
    const auto lists = catalogue_of_desk();
    Session session(source->mode, read_back(source->journal), source->link.get(), desk_name() + "-foto",
                    still_kept(options), map, lists.catalogue);
    session.remark_on(lists.complaints);
    if (source->scenario) session.practises(*source->scenario, false);
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (std::chrono::steady_clock::now() < until) {
        session.receive(100'000);
        const auto state = source->link->state();
        if (state.phase == link::Phase::live && state.received >= state.head && !session.receive(100'000))
            break;
        usleep(2'000);
    }
    return draw_still(options, session);
}

} // namespace regiekamer::desk
