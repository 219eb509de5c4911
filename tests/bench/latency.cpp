// How long an act waits for its acknowledgement, and until a desk shows it, against a plain SQLite commit at
// the same pace (a disk that is asked ten times a second answers slower than one that is kept busy).
#include "tests/bench/events.hpp"
#include "tests/bench/raw_sqlite.hpp"
#include "tests/bench/rig.hpp"

#include <functional>

namespace {

using namespace bench;

constexpr std::size_t rounds = 5;

/// Seconds of each of `count` works, begun `per_second` times a second.
Numbers paced(std::size_t count, double per_second, const std::function<void(std::size_t)>& work) {
    Numbers taken;
    auto next = Clock::now();
    for (std::size_t i = 0; i < count; ++i) {
        next += std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(1 / per_second));
        std::this_thread::sleep_until(next);
        taken.add(timed([&] { work(i); }));
        next = std::max(next, Clock::now() - std::chrono::milliseconds(1)); // late: no hurry afterwards
    }
    return taken;
}

Numbers raw_commits(const std::vector<std::string>& events, double per_second) {
    const Folder folder;
    RawSqlite database(folder / "raw.sqlite");
    return paced(events.size(), per_second, [&](std::size_t i) {
        database.begin();
        database.insert(uuid_of(i), events[i]);
        database.commit();
    });
}

struct Acks {
    Numbers acknowledged, folded_after; ///< seconds; the second: folded minus acknowledged
};

Acks hub_acks(const std::vector<std::string>& events, double per_second, bool tcp) {
    const Folder folder;
    auto hub = start_hub(folder / "journal");
    const auto way = tcp ? by_tcp(*hub) : inside(*hub);
    Acks acks;
    FoldingDesk desk(way, events.size());
    Feed feed(way);
    std::vector<Clock::time_point> answered;
    acks.acknowledged = paced(events.size(), per_second, [&](std::size_t i) {
        feed.send(&events[i], 1);
        feed.receive();
        answered.push_back(Clock::now());
    });
    desk.wait_for(events.size());
    for (std::size_t i = 0; i < events.size(); ++i)
        acks.folded_after.add(std::chrono::duration<double>(desk.folded_at(i + 1) - answered[i]).count());
    return acks;
}

void measure_at(double per_second, std::size_t samples) {
    std::vector<std::string> events;
    for (std::size_t n = 0; n < samples; ++n)
        events.push_back(event_575(n, regiekamer::Mode::exercise));
    Numbers raw;
    std::array<Numbers, 2> all, later, ratio;
    for (std::size_t round = 0; round < rounds; ++round)
        for (const bool tcp : {false, true}) {
            const auto commits = raw_commits(events, per_second);
            const auto acks = hub_acks(events, per_second, tcp);
            raw.add(commits);
            all.at(tcp).add(acks.acknowledged);
            later.at(tcp).add(acks.folded_after);
            ratio.at(tcp).add(acks.acknowledged.median() / commits.median());
        }
    for (const bool tcp : {false, true}) {
        const std::string how = std::string(tcp ? "tcp" : "inproc") + number(" at %.0f/s", per_second);
        row("ack p50, " + how, number("%.2f ms", all.at(tcp).median() * 1e3),
            number("%.2f ms", raw.median() * 1e3), ratio.at(tcp), "≤ 2");
        row("  p99", number("%.2f ms", all.at(tcp).percentile(0.99) * 1e3),
            number("%.2f ms", raw.percentile(0.99) * 1e3), {}, "");
        row("  folded after the ack, p50", number("%.2f ms", later.at(tcp).median() * 1e3), "≤ 0.5 ms");
    }
}

} // namespace

int main() {
    return bench::report("latency", [] {
        measure_at(10, 20);
        measure_at(1'000, 1'000);
        bench::remark("raw: SQLite, one row a commit, paced alike");
    });
}
