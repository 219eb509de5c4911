// The fold of what the system tells about itself.
#include "dashboard/picture/system.hpp"

#include "dashboard/picture/apply.hpp"
#include "dashboard/picture/picture.hpp"

#include <algorithm>
#include <cmath>

namespace regiekamer::picture {
namespace {

std::int64_t hour_of(Instant at) {
    return std::chrono::floor<hours>(at.time_since_epoch()).count();
}

/// The hour before counts for the part of it that lies within the last sixty minutes.
std::int64_t per_hour(const Traffic& traffic, Instant now) {
    const std::int64_t hour = hour_of(now);
    const auto part = static_cast<double>((now - std::chrono::floor<hours>(now)).count()) /
                      static_cast<double>(microseconds(hours(1)).count());
    const auto counted = [&](double recent, double before) {
        return static_cast<std::int64_t>(std::llround(recent + before * (1 - part)));
    };
    if (hour == traffic.hour)
        return counted(static_cast<double>(traffic.this_hour), static_cast<double>(traffic.hour_before));
    return hour == traffic.hour + 1 ? counted(0, static_cast<double>(traffic.this_hour)) : 0;
}

/// When it came in, by the clock that its age is told by: an exercise has its own, which the hub's is not.
Instant came_in(const Recorded& fact) {
    return fact.message.status == Mode::exercise ? fact.message.time : fact.recorded;
}

bool troubled(const FeedReported& said, bool lost) {
    return lost || (said.state != FeedState::loopt && !said.ended.value_or(false));
}

FeedOverview overview_of(const Picture& picture, const FeedId& id, const Feed& feed, Instant now) {
    FeedOverview one;
    one.feed = id;
    one.lost = is_lost(picture, feed, now);
    if (feed.reported.said()) {
        one.health = feed.reported.value;
        one.health_since = feed.state_since;
        one.sequence = feed.reported.sequence;
    }
    if (feed.last_heard != Instant{}) one.heard = feed.last_heard;
    one.refused = feed.refused_total;
    if (feed.retry_asked.said())
        one.retry = {feed.retry_asked.time, feed.retry_asked.sequence, std::nullopt, {}};
    // What was answered to an earlier question is over once it is asked again.
    if (feed.retried.said() && feed.retried.sequence > feed.retry_asked.sequence)
        one.retry = {one.retry ? one.retry->asked : feed.retried.time, feed.retried.sequence,
                     feed.retried.value, feed.retried.time};
    for (const auto& [reason, refused] : feed.refused)
        one.aside.push_back(
            {reason, refused.value.count, refused.value.sample.value_or(""), refused.time, refused.sequence});
    std::sort(one.aside.begin(), one.aside.end(),
              [](const KeptAside& a, const KeptAside& b) { return a.sequence > b.sequence; });
    return one;
}

} // namespace

void apply(Picture& picture, const Recorded& fact, const CheckRecorded& body) {
    auto& newest = picture.system.edit().checks[body.subject];
    if (!newest.said() || newest.value.at <= body.at) newest = Known(body, fact);
}

void apply(Picture& picture, const Recorded& fact, const DeskJoined& body) {
    picture.system.edit().desks[body.desk] = Desk{Known(true, fact), body.version.value_or("")};
}

void apply(Picture& picture, const Recorded& fact, const DeskLeft& body) {
    picture.system.edit().desks[body.desk].present = Known(false, fact);
}

void apply(Picture& picture, const Recorded& fact, const FeedReported& body) {
    auto& feed = picture.system.edit().feeds[body.feed];
    const auto& before = feed.reported.value;
    if (!feed.reported.said() || before.state != body.state ||
        before.ended.value_or(false) != body.ended.value_or(false)) {
        feed.state_since = fact.message.time;
        feed.state_sequence = fact.sequence;
    }
    feed.reported = Known(body, fact);
    feed.reported_at = fact.recorded;
    // One that does not say when it heard something did so when it began to run.
    const bool heard_now = !body.heard && !body.again_minutes && body.state == FeedState::loopt;
    if (heard_now || body.heard)
        feed.last_heard =
            std::max(feed.last_heard, std::min(body.heard.value_or(came_in(fact)), came_in(fact)));
}

void apply(Picture& picture, const Recorded& fact, const FeedRefused& body) {
    auto& feed = picture.system.edit().feeds[body.feed];
    constexpr std::size_t reasons_max = 64; // reasons are free text: what is beyond is still counted
    if (feed.refused.size() < reasons_max || feed.refused.contains(body.reason)) {
        auto& all = feed.refused[body.reason];
        const std::int64_t count = all.value.count.value + body.count.value;
        all = Known(body, fact);
        all.value.count = Count(std::min(count, Count::max));
    }
    feed.refused_total += body.count.value;
    feed.last_heard = came_in(fact);
}

void apply(Picture& picture, const Recorded& fact, const FeedRetryAsked& body) {
    picture.system.edit().feeds[body.feed].retry_asked = Known(body, fact);
}

void apply(Picture& picture, const Recorded& fact, const FeedRetried& body) {
    auto& feed = picture.system.edit().feeds[body.feed];
    feed.retried = Known(body, fact);
}

void note_heard(Picture& picture, const Recorded& fact, std::string_view type, Instant at) {
    constexpr std::size_t sources_max = 1024; // a nonsensical sender does not fill the memory
    auto& system = picture.system.edit();
    const Heard heard{at, fact.recorded, fact.message.source, fact.sequence};
    system.heard[std::string(type)] = heard;
    const auto known = system.heard_from.find(fact.message.source);
    if (known != system.heard_from.end())
        known->second = heard;
    else if (system.heard_from.size() < sources_max)
        system.heard_from.emplace(fact.message.source, heard);
}

std::vector<DeskId> desks_present(const Picture& picture) {
    std::vector<DeskId> present;
    for (const auto& [id, desk] : picture.system->desks)
        if (desk.present.value) present.push_back(id);
    return present;
}

bool is_lost(const Picture& picture, const Feed& feed, Instant now) {
    constexpr minutes slack{1};
    const auto& said = feed.reported.value;
    if (!feed.reported.said() || !said.again_minutes || said.ended.value_or(false)) return false;
    // The clock of an exercise runs, stands still and jumps; a feed counts the minutes of the wall. There
    // others that were recorded since tell how many of those went by.
    const Instant wall = picture.exercise->started.said() ? picture.recorded : now;
    return wall > feed.reported_at + 2 * minutes(said.again_minutes->value) + slack;
}

std::vector<FeedId> feeds_troubled(const Picture& picture, Instant now) {
    std::vector<FeedId> found;
    for (const auto& [id, feed] : picture.system->feeds)
        if (feed.reported.said() && troubled(feed.reported.value, is_lost(picture, feed, now)))
            found.push_back(id);
    return found;
}

void note_traffic(Picture& picture, const Recorded& fact) {
    // What others wrote and a feed of ours passes on has their own source; the feed is who sent it.
    constexpr std::string_view by_source = "feed/", by_sender = "feed ";
    constexpr std::size_t feeds_max = 1024; // a nonsensical sender does not fill the memory
    const auto& message = fact.message;
    const bool own = message.source.starts_with(by_source);
    // A socket that the hub follows itself sends under its endpoint, and is a feed of that name.
    const bool followed = !own && fact.sender.find("://") != std::string::npos;
    if (!own && !followed && !fact.sender.starts_with(by_sender)) return;
    if (std::holds_alternative<FeedReported>(message.body) ||
        std::holds_alternative<FeedRefused>(message.body) ||
        std::holds_alternative<FeedRetried>(message.body))
        return;
    auto& all = picture.system.edit().traffic;
    // "feed/p2000/replay-…": what it recorded, played again, is its traffic too.
    const auto name = own        ? message.source.substr(by_source.size())
                      : followed ? fact.sender
                                 : fact.sender.substr(by_sender.size());
    const FeedId feed{followed ? fact.sender : name.substr(0, name.find('/'))};
    if (all.size() >= feeds_max && !all.contains(feed)) return;
    Traffic& traffic = all[feed];
    const std::int64_t hour = hour_of(came_in(fact));
    if (hour != traffic.hour) {
        traffic.hour_before = hour == traffic.hour + 1 ? traffic.this_hour : 0;
        traffic.this_hour = 0;
        traffic.hour = hour;
    }
    ++traffic.this_hour;
    ++traffic.total;
    traffic.last = came_in(fact);
    traffic.sequence = fact.sequence;
}

std::vector<FeedOverview> feeds_overview(const Picture& picture, Instant now) {
    std::map<FeedId, FeedOverview> found;
    for (const auto& [id, feed] : picture.system->feeds)
        found.emplace(id, overview_of(picture, id, feed, now));
    for (const auto& [id, traffic] : picture.system->traffic) {
        FeedOverview& one = found[id];
        one.feed = id;
        one.taken = traffic.total;
        one.per_hour = per_hour(traffic, now);
        one.heard = std::max(one.heard.value_or(traffic.last), traffic.last);
        if (one.sequence == 0) one.sequence = traffic.sequence;
    }
    std::vector<FeedOverview> list;
    list.reserve(found.size());
    for (auto& [id, one] : found)
        list.push_back(std::move(one));
    std::stable_sort(list.begin(), list.end(), [](const FeedOverview& a, const FeedOverview& b) {
        const auto rank = [](const FeedOverview& one) {
            if (!in_trouble(one)) return 2;
            return !one.lost && one.health->state == FeedState::fout ? 0 : 1;
        };
        return rank(a) < rank(b);
    });
    return list;
}

bool in_trouble(const FeedOverview& feed) {
    return feed.health && troubled(*feed.health, feed.lost);
}

const Heard* last_heard(const Picture& picture, std::string_view type) {
    const auto found = picture.system->heard.find(std::string(type));
    return found == picture.system->heard.end() ? nullptr : &found->second;
}

} // namespace regiekamer::picture
