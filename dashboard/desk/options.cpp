// The command line, by CLI11; its exit codes become 0 and 2, and its words those of regiekamerctl.
#include "dashboard/desk/options.hpp"

#include "dashboard/desk/kept.hpp"
#include "dashboard/panels/views.hpp"
#include "dashboard/typed/checks.hpp"
#include "dashboard/typed/misuse.hpp"
#include "messaging/codec/visible.hpp"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <fmt/format.h>
#include <iostream>
#include <map>

namespace regiekamer::desk {
namespace {

const std::map<std::string, panels::View>& views() {
    static const auto all = [] {
        std::map<std::string, panels::View> names{{"auto", panels::View::automatic}};
        for (const auto& entry : panels::views())
            names.emplace(entry.name, entry.view);
        return names;
    }();
    return all;
}

std::string view_names() {
    std::string names = "auto";
    for (const auto& entry : panels::views())
        names += fmt::format(", {}", entry.name);
    return names;
}

struct PixelSize {
    int width = 0, height = 0;
};

std::optional<PixelSize> read_size(const std::string& text) {
    PixelSize size;
    char rest = 0;
    if (std::sscanf(text.c_str(), "%dx%d%c", &size.width, &size.height, &rest) != 2) return std::nullopt;
    if (size.width < 320 || size.height < 240 || size.width > 8192 || size.height > 8192) return std::nullopt;
    return size;
}

std::string is_size(const std::string& text) {
    if (read_size(text)) return {};
    return fmt::format("\"{}\" is not WIDTHxHEIGHT, from 320x240 to 8192x8192, such as 1920x1080", text);
}

std::string is_endpoint_or_none(const std::string& text) {
    return text == "none" ? std::string() : typed::is_endpoint(text);
}

std::vector<std::string> names_of_views() {
    std::vector<std::string> names{"auto"};
    for (const auto& entry : panels::views())
        names.emplace_back(entry.name);
    return names;
}

} // namespace

std::optional<int> read_options(int count, char** arguments, Options& options) {
    CLI::App app("Examples:\n"
                 "  regiekamer --exercise scenarios/hoogwater.toml --rate 20\n"
                 "  regiekamer --connect tcp://127.0.0.1:11210\n"
                 "  regiekamer --journal oefening.journal --at T+16:37 --screenshot beeld.png\n"
                 "Without options: a hub of its own on the journal in the state folder.\n",
                 "regiekamer");
    app.set_version_flag("--version", std::string("regiekamer ") + REGIEKAMER_VERSION);
    std::string size, now, view = "auto", theme;
    auto* journal = app.add_option("--journal", options.journal, "a journal: with its own hub on it");
    app.add_option("--connect", options.connect, "the requests endpoint of a shared hub")
        ->excludes(journal)
        ->check(typed::is_endpoint);
    auto* exercise = app.add_option(
        "--exercise", options.exercise,
        "a scenario: runs it with a hub of its own; with --connect the draaiboek of what runs there");
    app.add_option("--rate", options.rate, "exercise seconds a second")
        ->needs(exercise)
        ->check(typed::number_above_0(Rate::max));
    app.add_option("--play", options.play,
                   "a function that somebody plays (again for more); all others answer by themselves")
        ->needs(exercise);
    app.add_option("--actual", options.actual,
                   "in an exercise: the live hub that is followed beside it, or none")
        ->capture_default_str()
        ->check(is_endpoint_or_none);
    app.add_option("--view", view, view_names())->check(typed::one_of(names_of_views()));
    app.add_option("--size", size, "WIDTHxHEIGHT in pixels")->check(is_size);
    app.add_option("--at", options.at, "look at SEQUENCE, INSTANT or T+hh:mm; begin an exercise there")
        ->check(typed::is_moment);
    app.add_option("--now", now,
                   "fix the clock at this instant (default: with --at that moment; else "
                   "now, of the file of an exercise its last)")
        ->check(typed::is_instant);
    app.add_option("--text", options.text_percent, "size of the text in percent")
        ->check(typed::whole_number(80, 200));
    app.add_option("--theme", theme, "donker, licht or contrast")
        ->check(typed::one_of({"donker", "licht", "contrast"}));
    app.add_option("--screenshot", options.screenshot, "write one settled frame as PNG and stop");
    app.add_flag("--tekst", options.text_only)->description("print what stands on the screen and stop");
    try {
        app.parse(count, arguments);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) return app.exit(error);
        std::cerr << "regiekamer: "
                  << codec::visible_lines(typed::misuse(app, {arguments + 1, arguments + count}, error))
                  << '\n';
        return 2;
    }
    if (const auto wanted = read_size(size)) {
        options.width = wanted->width;
        options.height = wanted->height;
        options.sized = true;
    }
    if (const auto instant = read_instant(now)) options.now = *instant;
    options.view = views().at(view);
    options.theme = theme_named(theme);
    return std::nullopt;
}

} // namespace regiekamer::desk
