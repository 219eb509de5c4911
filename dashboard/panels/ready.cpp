// KAN HET: whether what must work does: checks, feeds, alarms. And the keys of the views.
#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/panels.hpp"
#include "dashboard/words/feed_words.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::panels {
namespace {

using ui::Rect;
using ui::Style;
using ui::Ui;

struct ReadyLine {
    bool good;
    std::string title, about;
};

/// What is older came from a source that is dead, whatever it says (formats.md §4).
constexpr hours stale{48};

/// The newest of what comes from outside: good while it is fresh. Weeks may go by without a warning, so for
/// those it is enough that the feed that brought the last one still runs.
ReadyLine last_line(const Scene& scene, const std::vector<picture::FeedOverview>& feeds,
                    const picture::Heard& heard, std::string_view name) {
    ReadyLine line{true, fmt::format("{} van {}", name, words::clock_near(heard.at, scene.now)),
                   words::age(heard.at, scene.now)};
    if (heard.at > scene.now + minutes(10)) { // as what feeds read is put aside
        line.good = false;
        line.about = "die tijd ligt in de toekomst: kijk de bron na";
    } else if (heard.at < scene.now - stale) {
        const auto runs = [&](const picture::FeedOverview& feed) {
            return heard.source == "feed/" + feed.feed.value && feed.health && !picture::in_trouble(feed) &&
                   feed.heard && *feed.heard >= scene.now - stale;
        };
        line.good = name == "Waarschuwingen" && std::any_of(feeds.begin(), feeds.end(), runs);
        line.about += line.good ? " · de koppeling werkt" : " · kijk de bron na";
    }
    return line;
}

std::vector<ReadyLine> ready_lines(const Scene& scene) {
    std::vector<ReadyLine> lines;
    for (const auto& [subject, check] : scene.picture.system->checks) {
        const auto& value = check.value;
        lines.push_back(
            {value.result == CheckResult::goed,
             fmt::format("{} {}", words::label(subject), words::short_date(value.at)),
             fmt::format("{}{}", words::label(value.result), value.note ? " · " + *value.note : "")});
    }
    const auto feeds = picture::feeds_overview(scene.picture, scene.now);
    for (const auto& feed : feeds) {
        // "p2000 stil", and since when beneath it: so that neither is cut.
        const std::string state = words::feed_state(feed, scene.now);
        const auto since = state.find(" sinds ");
        const bool good = feed.health && !picture::in_trouble(feed);
        std::string about = feed.heard ? words::age(*feed.heard, scene.now) : "nog nooit gehoord";
        if (!good && since != std::string::npos)
            about = fmt::format("{} · {}", state.substr(since + 1), about);
        if (feed.refused > 0) about += fmt::format(" · {} niet gelezen", feed.refused);
        lines.push_back({good, fmt::format("{} {}", feed.feed.value, state.substr(0, since)), about});
    }
    for (const auto& [type, name] : {std::pair{"page.received", "P2000"},
                                     {"measurement.taken", "Water"},
                                     {"warning.received", "Waarschuwingen"}})
        if (const auto* heard = picture::last_heard(scene.picture, type))
            lines.push_back(last_line(scene, feeds, *heard, name));
    if (feeds.empty()) lines.push_back({false, "Geen koppelingen", "er komt niets vanzelf binnen"});
    const auto tally =
        picture::tally(picture::alarms_for(scene.picture, scene.user.function, scene.now)); // as the header
    const bool linked =
        scene.data.kind != DataState::Kind::away && scene.data.kind != DataState::Kind::refused;
    lines.push_back({tally.fresh == 0 && linked, "Alarmen",
                     fmt::format("{} open, {} niet bevestigd{}", tally.fresh + tally.acknowledged,
                                 tally.fresh, linked ? "" : " · verbinding weg")});
    std::stable_sort(lines.begin(), lines.end(),
                     [](const ReadyLine& a, const ReadyLine& b) { return !a.good && b.good; });
    return lines;
}

} // namespace

Intents draw_ready(Ui& ui, const Scene& scene, const Rect& rect, Drafts&) {
    if (!all_known(scene)) {
        const Rect body = ui::panel(ui, rect, "KAN HET");
        ui::empty_text(ui, body, "Nog niet bekend: de gegevens worden ingelezen.");
        return {};
    }
    const auto lines = ready_lines(scene);
    const auto bad = static_cast<std::size_t>(
        std::count_if(lines.begin(), lines.end(), [](const ReadyLine& line) { return !line.good; }));
    Rect body = ui::panel(ui, rect, fmt::format("KAN HET · {} goed, {} let op", lines.size() - bad, bad));
    const auto view = ui::list(ui, "kan het", body, static_cast<int>(lines.size()), 56);
    for (int i = view.first; i < view.end(); ++i) {
        const auto& line = lines[static_cast<std::size_t>(i)];
        const Rect row = view.row(i);
        if (i > view.first) ui::separator(ui, row);
        if (line.good)
            ui::check_mark(ui, {row.x + 26, row.y + 19}, 16, ui.palette.confirmation);
        else
            ui::triangle(ui, {row.x + 26, row.y + 19}, 16, ui.palette.attention);
        ui::text_within(ui, Style::strong17, {row.x + 50, row.y + 24}, row.w - 64, ui.palette.text,
                        line.title);
        ui::text_within(ui, Style::secondary15, {row.x + 50, row.y + 46}, row.w - 64, ui.palette.dim,
                        line.about);
    }
    return {};
}

} // namespace regiekamer::panels
