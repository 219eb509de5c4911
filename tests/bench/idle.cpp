// What a hub and a desk cost while nothing happens, in this process: ten seconds of processor time.
#include "tests/bench/rig.hpp"

#include <sys/resource.h>

namespace {

using namespace bench;

double processor_seconds() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

void measure() {
    const Folder folder;
    auto hub = start_hub(folder / "journal");
    const FoldingDesk inproc(inside(*hub), 0);
    std::this_thread::sleep_for(std::chrono::seconds(1));
    Numbers part;
    for (int round = 0; round < 5; ++round) {
        const double before = processor_seconds();
        std::this_thread::sleep_for(std::chrono::seconds(2));
        part.add((processor_seconds() - before) / 2 * 100);
    }
    row("idle: hub and link, of one core",
        number("%.2f %%", part.median()) + number(" (%.2f", part.min()) + number("–%.2f)", part.max()),
        "≤ 0.5 %");
}

} // namespace

int main() {
    return bench::report("idle", measure);
}
