// The command line, by CLI11; its exit codes become 0 and 2.
#include "dashboard/desk/options.hpp"

#include "dashboard/desk/kept.hpp"
#include "dashboard/panels/views.hpp"

#include <CLI/CLI.hpp>
#include <charconv>
#include <fmt/format.h>
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

bool read_size(const std::string& text, Options& options) {
    int width = 0, height = 0;
    char rest = 0;
    if (std::sscanf(text.c_str(), "%dx%d%c", &width, &height, &rest) != 2) return false;
    if (width < 320 || height < 240 || width > 8192 || height > 8192) return false;
    options.width = width;
    options.height = height;
    options.sized = true;
    return true;
}

/// In the words of regiekamerctl; CLI11's Range lets nan pass.
std::string is_rate(const std::string& text) {
    double rate = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), rate);
    if (read.ec == std::errc() && read.ptr == text.data() + text.size() && rate > 0 && rate <= Rate::max)
        return {};
    return fmt::format("\"{}\" is not a number above 0, to {}", text, Rate::max);
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
    app.add_option("--connect", options.connect, "the requests endpoint of a shared hub")->excludes(journal);
    auto* exercise = app.add_option(
        "--exercise", options.exercise,
        "a scenario: runs it with a hub of its own; with --connect the draaiboek of what runs there");
    app.add_option("--rate", options.rate, "exercise seconds a second")->needs(exercise)->check(is_rate);
    app.add_option("--play", options.play,
                   "a function that somebody plays (again for more); all others answer by themselves")
        ->needs(exercise);
    app.add_option("--actual", options.actual,
                   "in an exercise: the live hub that is followed beside it, or none")
        ->capture_default_str();
    app.add_option("--view", view, view_names());
    app.add_option("--size", size, "WIDTHxHEIGHT in pixels");
    app.add_option("--at", options.at, "look at SEQUENCE, INSTANT or T+hh:mm; begin an exercise there");
    app.add_option("--now", now, "fix the clock at this instant");
    app.add_option("--text", options.text_percent, "size of the text in percent")->check(CLI::Range(80, 200));
    app.add_option("--theme", theme, "donker, licht or contrast")
        ->check(CLI::IsMember({"donker", "licht", "contrast"}));
    app.add_option("--screenshot", options.screenshot, "write one settled frame as PNG and stop");
    app.add_flag("--tekst", options.text_only)->description("print what stands on the screen and stop");
    try {
        app.parse(count, arguments);
        if (!size.empty() && !read_size(size, options))
            throw CLI::ValidationError("--size", "expected WIDTHxHEIGHT, such as 1920x1080");
        if (!views().contains(view)) throw CLI::ValidationError("--view", "expected one of " + view_names());
        if (!now.empty()) {
            const auto instant = read_instant(now);
            if (!instant) throw CLI::ValidationError("--now", "expected " + instant.error().expected);
            options.now = *instant;
        }
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    options.view = views().at(view);
    options.theme = theme_named(theme);
    return std::nullopt;
}

} // namespace regiekamer::desk
