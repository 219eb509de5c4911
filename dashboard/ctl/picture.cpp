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
namespace {

/// While an exercise runs, verdicts, observations and what becomes of the draaiboek are not for who plays.
void leave_to_leaders(boost::json::object& picture) {
    auto* exercise = picture.at("exercise").if_object();
    if (exercise == nullptr || exercise->at("phase") == "ended") return;
    exercise->at("judged") = boost::json::array();
    exercise->at("observations") = boost::json::array();
    boost::json::array delivered;
    for (auto& inject : exercise->at("injects").as_array())
        if (inject.at("state") == "delivered") delivered.push_back(std::move(inject));
    exercise->at("injects") = std::move(delivered);
}

} // namespace

void add_picture(CLI::App& app, int& exit_code) {
    const auto moment = std::make_shared<Moment>();
    const auto trainer = std::make_shared<bool>(false);
    auto* verb = app.add_subcommand("picture",
                                    "Example: regiekamerctl picture --journal oefening.journal --at T+16:37\n"
                                    "Prints the picture as JSON, with all that the screen derives from it.");
    add_moment(*verb, *moment);
    answers_json_already(*verb);
    verb->add_flag("--trainer", *trainer, "of a running exercise also what only its leaders see");
    verb->callback([moment, trainer, &exit_code] {
        const auto known = known_at(*moment);
        if (!known) {
            exit_code = complain(known.error());
            return;
        }
        const auto loaded = catalogue::load(catalogue::assets_folder(), catalogue::config_folder());
        for (const auto& left_out : loaded.complaints)
            complain(tables::text(left_out));
        auto json = picture::to_json(known->picture, known->now, loaded.catalogue.posts);
        if (!*trainer) leave_to_leaders(json);
        std::cout << json << '\n';
        exit_code = Exit::done;
    });
}

} // namespace regiekamer::ctl
