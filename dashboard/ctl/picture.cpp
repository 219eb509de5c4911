// regiekamerctl picture: what is known at a moment, as JSON with stable names.
#include "dashboard/catalogue/catalogue.hpp"
#include "dashboard/catalogue/folders.hpp"
#include "dashboard/ctl/moment.hpp"
#include "dashboard/ctl/terminal.hpp"
#include "dashboard/ctl/verbs.hpp"
#include "dashboard/picture/json.hpp"

#include <iostream>
#include <memory>

namespace regiekamer::ctl {

void add_picture(CLI::App& app, int& exit_code) {
    const auto moment = std::make_shared<Moment>();
    auto* verb = app.add_subcommand("picture",
                                    "Example: regiekamerctl picture --journal oefening.journal --at T+16:37\n"
                                    "Prints the picture as JSON, with all that the screen derives from it.");
    add_moment(*verb, *moment);
    answers_json_already(*verb);
    verb->callback([moment, &exit_code] {
        const auto known = known_at(*moment);
        if (!known) {
            exit_code = complain(known.error());
            return;
        }
        const auto loaded = catalogue::load(catalogue::assets_folder(), catalogue::config_folder());
        for (const auto& left_out : loaded.complaints)
            complain(tables::text(left_out));
        std::cout << picture::to_json(known->picture, known->now, loaded.catalogue.posts) << '\n';
        exit_code = Exit::done;
    });
}

} // namespace regiekamer::ctl
