// Time travel: the picture at any moment, read back from a real journal file. An argument is how many
// messages.
#include "dashboard/picture/history.hpp"
#include "dashboard/desk/source.hpp"
#include "tests/bench/events.hpp"
#include "tests/bench/measure.hpp"

#include <fstream>
#include <random>

namespace {

using namespace bench;
using regiekamer::Instant;
using regiekamer::microseconds;

constexpr std::size_t jumps = 2'000;
const Instant from{microseconds(1'800'000'000'000'000)};
constexpr microseconds every{500'000};

double resident_megabytes() {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;)
        if (word == "VmRSS:") {
            double kilobytes = 0;
            status >> kilobytes;
            return kilobytes / 1024;
        }
    return 0;
}

void print(const std::string& what, const Numbers& taken) {
    row(what, number("%.2f ms", taken.median() * 1e3) + " p50", "");
    row("  p99", number("%.2f ms", taken.percentile(0.99) * 1e3), "< 16 ms");
    row("  slowest", number("%.2f ms", taken.max() * 1e3), "≤ 50 ms");
}

void measure(std::uint64_t count) {
    using namespace regiekamer;
    const Folder folder;
    {
        auto journal = must(journal::Journal::open(folder / "journal", Mode::actual));
        append_stream(journal, count, Mode::actual, "2026-0142", from, every);
        journal.checkpoint();
    }
    const auto read_back = desk::read_back(folder / "journal");
    const double before = resident_megabytes();
    picture::History history(read_back);
    const double opening = timed([&] {
        for (auto facts = must(read_back(0, 1000)); !facts.empty();
             facts = must(read_back(history.head(), 1000))) {
            for (auto& fact : facts)
                history.append(std::move(fact));
            keep(history.current()); // as a window does between two helpings
        }
    });
    const std::string of = " of " + std::to_string(count);
    row("open, fold all" + of, number("%.2f s", opening), "");
    row("History in memory", number("%.0f MB", resident_megabytes() - before), "≤ 400 MB at 1,000,000");

    std::mt19937_64 random(20260142);
    Numbers anywhere, along;
    for (std::size_t jump = 0; jump < jumps; ++jump) {
        const Instant at = from + every * static_cast<std::int64_t>(random() % count);
        anywhere.add(timed([&] { keep(must(history.at(at))); }));
    }
    // dragging the time slider: a day in two thousand steps, back and forth
    for (std::size_t step = 0; step < jumps; ++step) {
        const std::size_t place = step < jumps / 2 ? step : jumps - step;
        const Instant at = from + every * static_cast<std::int64_t>(count / 4 + place * (count / 4) / jumps);
        along.add(timed([&] { keep(must(history.at(at))); }));
    }
    print("seek to any moment" + of, anywhere);
    print("seek, dragging" + of, along);
}

} // namespace

int main(int arguments, char** argument) {
    const std::uint64_t count = arguments > 1 ? std::strtoull(argument[1], nullptr, 10) : 100'000;
    return bench::report("history", [count] { measure(std::max<std::uint64_t>(count, 4)); });
}
