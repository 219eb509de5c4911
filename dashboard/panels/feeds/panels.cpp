// The two panels of KOPPELINGEN.
#include "dashboard/panels/because.hpp"
#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/feeds/feeds.hpp"
#include "dashboard/words/feed_words.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/refusal.hpp"
#include "dashboard/words/time_words.hpp"

#include <fmt/format.h>

namespace regiekamer::panels::feeds {
namespace {

using picture::FeedOverview;
using ui::Rect;
using ui::Style;
using ui::Ui;

using ui::measure::padding;
constexpr float feed_height = 78, aside_height = 104, again_height = 62;

/// Each state has a shape of its own.
void draw_state_mark(Ui& ui, const FeedOverview& feed, ui::Point at) {
    if (!feed.health) return ui::open_dot(ui, at, 13, ui.palette.dim);
    if (feed.health->ended.value_or(false)) return ui::open_dot(ui, at, 13, ui.palette.dim);
    if (feed.lost) return ui::triangle(ui, at, 15, ui.palette.critical);
    switch (feed.health->state) {
    case FeedState::loopt:
        return ui::check_mark(ui, at, 15, ui.palette.confirmation);
    case FeedState::stil:
        return ui::open_dot(ui, at, 13, ui.palette.attention);
    case FeedState::fout:
        return ui::triangle(ui, at, 15, ui.palette.critical);
    }
}

std::string refused_words(std::int64_t count) {
    if (count == 0) return "niets opzij gelegd";
    return fmt::format("{} opzij gelegd", words::counted(count));
}

void draw_feed(Ui& ui, const Scene& scene, const FeedOverview& feed, const Rect& row, bool selected,
               Drafts& drafts) {
    because(ui, row, {feed.sequence});
    if (ui::row(ui, "koppeling/" + feed.feed.value, row, selected)) drafts.feed = feed.feed.value;
    draw_state_mark(ui, feed, {row.x + 24, row.y + 20});
    const float x = row.x + 46, width = row.right() - x - padding;
    const float left = ui::text_right(ui, Style::strong16, {row.right() - padding, row.y + 26},
                                      in_trouble(feed) ? ui.palette.attention : ui.palette.text,
                                      words::feed_state(feed, scene.now));
    ui::text_within(ui, Style::row17, {x, row.y + 26}, left - x - 10, ui.palette.text, feed.feed.value);
    const std::string heard = feed.heard ? "laatst gehoord " + words::clock_near(*feed.heard, scene.now) +
                                               ", " + words::age(*feed.heard, scene.now)
                                         : std::string("nog nooit gehoord");
    ui::text_within(ui, Style::secondary15, {x, row.y + 48}, width, ui.palette.dim,
                    fmt::format("{} · {} per uur · {} in totaal", heard, words::counted(feed.per_hour),
                                words::counted(feed.taken)));
    std::string about = refused_words(feed.refused);
    if (feed.health && feed.health->note)
        about = words::feed_note(*feed.health->note) + (feed.refused > 0 ? " · " + about : "");
    ui::text_within(ui, Style::secondary15, {x, row.y + 68}, width,
                    in_trouble(feed) ? ui.palette.text : ui.palette.dim, about);
}

void draw_kept(Ui& ui, const Scene& scene, const picture::KeptAside& kept, const Rect& row) {
    because(ui, row, {kept.sequence});
    const float x = row.x + padding, width = row.w - 2 * padding;
    const float left = ui::text_right(
        ui, Style::strong16, {row.right() - padding, row.y + 26}, ui.palette.text,
        fmt::format("{} · {}", words::clock_near(kept.at, scene.now),
                    kept.count.value == 1 ? "1 keer" : words::counted(kept.count.value) + " keer"));
    ui::text_within(ui, Style::strong16, {x, row.y + 26}, left - x - 10, ui.palette.text,
                    words::sentence_case(words::feed_note(kept.reason)));
    const Rect sample{x, row.y + 36, width, row.h - 42};
    ui::text_wrapped(ui, Style::secondary15, sample, ui.palette.dim,
                     kept.sample.empty() ? std::string("Zonder voorbeeld.")
                                         : words::feed_sample(kept.sample));
}

/// The key, and beside it what came of it the last time.
void draw_again(Ui& ui, const Scene& scene, const FeedOverview& feed, const Rect& row, Intents& intents) {
    constexpr std::string_view verb = "Bied opnieuw aan";
    if (keeps_nothing(feed)) {
        const Rect words{row.x + padding, row.y + 8, row.w - 2 * padding, row.h - 12};
        ui::text_wrapped(ui, Style::secondary15, words, ui.palette.dim,
                         "Deze bron volgt de hub zelf. Wat hij weigert, bewaart hij niet.");
        return;
    }
    const bool may =
        !scene.looking_back && words::not_allowed(scene.user.function, FeedRetryAsked::type).empty();
    const float width = ui::button_width(ui, verb, "O");
    const Rect place{row.x + padding, row.y + 8, width, ui::measure::button_height};
    if (ui::button(ui, "koppeling/opnieuw", place, verb, "O",
                   may ? ui::ButtonKind::plain : ui::ButtonKind::disabled))
        add(intents, offer_again(scene, feed));
    std::string said = words::feed_retry(feed, scene.now);
    if (said.empty())
        said = "Wat opzij ligt, wordt opnieuw gelezen: dat helpt als de instelling verbeterd is.";
    const Rect beside{place.right() + 12, row.y + 8, row.right() - padding - place.right() - 12, row.h - 12};
    if (feed.retry) because(ui, beside, {feed.retry->sequence});
    ui::text_wrapped(ui, Style::secondary15, beside, feed.retry ? ui.palette.text : ui.palette.dim, said);
}

} // namespace

void draw_list(Ui& ui, const Scene& scene, const Rect& rect, Drafts& drafts) {
    const auto all = picture::feeds_overview(scene.picture, scene.now);
    Rect body = ui::panel(ui, rect, fmt::format("KOPPELINGEN · {}", all.size()),
                          all.empty() ? std::string() : words::feeds_state(all));
    const Rect foot = body.take_bottom(34);
    const auto view = ui::list(ui, "koppelingen", body, static_cast<int>(all.size()), feed_height);
    const auto* now = chosen(all, drafts);
    if (std::exchange(drafts.feed_stepped, false) && now != nullptr) {
        const auto at = static_cast<int>(now - all.data());
        if (at < view.first) ui::scroll_to(ui, "koppelingen", at);
        if (at >= view.end()) ui::scroll_to(ui, "koppelingen", std::max(0, at - view.shown + 1));
        ui::want_another_frame(ui); // in which the list stands there
    }
    for (int i = view.first; i < view.end(); ++i) {
        const auto& feed = all[static_cast<std::size_t>(i)];
        if (i > view.first) ui::separator(ui, view.row(i));
        draw_feed(ui, scene, feed, view.row(i), &feed == now, drafts);
    }
    if (all.empty())
        ui::empty_text(ui, body,
                       "Er is nog geen koppeling die iets liet horen. De beheerder start ze met "
                       "regiekamerctl feed run en een bestand.");
    ui::list_foot(ui, foot, view);
}

void draw_aside(Ui& ui, const Scene& scene, const Rect& rect, const Drafts& drafts, Intents& intents) {
    const auto all = picture::feeds_overview(scene.picture, scene.now);
    const auto* feed = chosen(all, drafts);
    Rect body = ui::panel(ui, rect, "OPZIJ GELEGD" + (feed == nullptr ? "" : " · " + feed->feed.value),
                          feed == nullptr ? std::string() : refused_words(feed->refused));
    if (feed != nullptr) draw_again(ui, scene, *feed, body.take_top(again_height), intents);
    const Rect foot = body.take_bottom(34);
    static const std::vector<picture::KeptAside> none;
    const auto& aside = feed == nullptr ? none : feed->aside;
    const auto view = ui::list(ui, "opzij", body, static_cast<int>(aside.size()), aside_height);
    for (int i = view.first; i < view.end(); ++i) {
        if (i > view.first) ui::separator(ui, view.row(i));
        draw_kept(ui, scene, aside[static_cast<std::size_t>(i)], view.row(i));
    }
    if (aside.empty())
        ui::empty_text(ui, body,
                       "Wat een koppeling niet kan lezen, staat hier met de reden. Het origineel blijft bij "
                       "de koppeling bewaard.");
    ui::list_foot(ui, foot, view);
}

} // namespace regiekamer::panels::feeds
