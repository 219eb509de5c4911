// How much a hub takes in, against plain SQLite: one feed and one folding desk over tcp, acknowledged only
// when durable. Every round measures the raw library and each way of sending once, all on new files.
#include "tests/bench/events.hpp"
#include "tests/bench/raw_sqlite.hpp"
#include "tests/bench/rig.hpp"

namespace {

using namespace bench;

constexpr std::size_t count = 40'000, rounds = 5, raw_batch = 512;

struct Prepared {
    std::vector<std::string> ids, events;
};

Prepared prepare() {
    Prepared prepared;
    for (std::size_t n = 0; n < count; ++n) {
        prepared.ids.push_back(uuid_of(n));
        prepared.events.push_back(event_575(n, regiekamer::Mode::exercise));
    }
    return prepared;
}

double raw_seconds(const Prepared& prepared) {
    const Folder folder;
    RawSqlite database(folder / "raw.sqlite");
    return timed([&] {
        for (std::size_t n = 0; n < count; n += raw_batch) {
            database.begin();
            for (std::size_t i = n; i < std::min(count, n + raw_batch); ++i)
                database.insert(prepared.ids[i], prepared.events[i]);
            database.commit();
        }
    });
}

struct Taken {
    double acknowledged, folded;
};

/// Requests of `batch` events, at most `window` events without their answer.
Taken hub_seconds(const Prepared& prepared, std::size_t batch, std::size_t window) {
    const Folder folder;
    auto hub = start_hub(folder / "journal");
    FoldingDesk desk(by_tcp(*hub), count);
    Feed feed(by_tcp(*hub));
    Taken taken{};
    const auto start = Clock::now();
    for (std::size_t sent = 0, answered = 0; answered < count;) {
        while (sent < count && sent - answered + batch <= window) {
            const std::size_t now = std::min(batch, count - sent);
            feed.send(&prepared.events[sent], now);
            sent += now;
        }
        answered += feed.receive();
    }
    taken.acknowledged = seconds_since(start);
    desk.wait_for(count);
    taken.folded = seconds_since(start);
    return taken;
}

struct Way {
    const char* what;
    std::size_t batch, window;
    const char* target;
    Numbers taken, folded, ratio, folded_ratio;
};

void measure() {
    const auto prepared = prepare();
    std::vector<Way> ways{{"1 event a request", 1, 2048, "≥ 0.65", {}, {}, {}, {}},
                          {"50 events a request", 50, 2048, "≥ 0.75", {}, {}, {}, {}}};
    Numbers raw;
    raw_seconds(prepared); // the first round of all finds a cold disk
    for (std::size_t round = 0; round < rounds; ++round)
        for (auto& way : ways) {
            const double alone = raw_seconds(prepared);
            const auto taken = hub_seconds(prepared, way.batch, way.window);
            raw.add(count / alone);
            way.taken.add(count / taken.acknowledged);
            way.folded.add(count / taken.folded);
            way.ratio.add(alone / taken.acknowledged);
            way.folded_ratio.add(alone / taken.folded);
        }
    for (const auto& way : ways) {
        row(std::string("ingest, ") + way.what, rate(way.taken.median()), rate(raw.median()), way.ratio,
            way.target);
        row("  until the desk has folded all", rate(way.folded.median()), rate(raw.median()),
            way.folded_ratio, "");
    }
    remark("raw: SQLite, 512 rows a commit, WAL, FULL, (source, id) unique, the same hashes");
}

} // namespace

int main() {
    return bench::report("ingest", measure);
}
