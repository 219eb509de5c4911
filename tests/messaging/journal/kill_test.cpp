// A process that is killed while it appends loses nothing that it acknowledged, and doubles nothing.
#include "tests/messaging/journal/support.hpp"

#include <csignal>
#include <map>
#include <random>
#include <sys/wait.h>
#include <unistd.h>

namespace kill_test {

using namespace regiekamer;
using namespace regiekamer::journal;
using namespace regiekamer::journal::testing;

namespace {

/// What the child tells after each append that returned.
struct Acknowledged {
    std::uint64_t name{};
    Sequence sequence{};
};

/// The child: sends batches of names for ever, the last few of the round before once more, as an outbox
/// would.
[[noreturn]] void append_for_ever(const fs::path& file, int out, std::uint64_t from) {
    auto journal = Journal::open(file, Mode::exercise);
    if (!journal) ::_exit(3);
    for (std::uint64_t name = from;;) {
        std::vector<std::string> ids, events;
        for (std::uint64_t i = 0; i < 1 + name % 7; ++i) {
            ids.push_back(std::to_string(name + i));
            events.push_back(event_text(ids.back(), std::string(400, 'x')));
        }
        std::vector<Draft> batch;
        for (std::size_t i = 0; i < ids.size(); ++i)
            batch.push_back({"kind", events[i], "desk/ovd-1", ids[i]});
        const auto answers = journal->append(batch, wall_clock());
        if (!answers) ::_exit(4);
        std::vector<Acknowledged> told;
        for (std::size_t i = 0; i < ids.size(); ++i) {
            if (!answers->at(i)) ::_exit(5);
            told.push_back({name + i, answers->at(i)->sequence});
        }
        const auto bytes = static_cast<ssize_t>(told.size() * sizeof(Acknowledged));
        if (::write(out, told.data(), static_cast<std::size_t>(bytes)) != bytes) ::_exit(6);
        name += ids.size();
        if (name % 5 == 0) journal->checkpoint();
    }
}

} // namespace

TEST_CASE("a writer killed at any moment has lost and doubled nothing that it acknowledged") {
    const Folder folder;
    std::map<std::uint64_t, Sequence> acknowledged;
    std::mt19937 random(20261124); // NOLINT: the same rounds every time
    std::uint64_t from = 1;
    for (int round = 0; round < 50; ++round) {
        int ends[2];
        REQUIRE(::pipe(ends) == 0);
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            ::close(ends[0]);
            append_for_ever(folder / "j", ends[1], from);
        }
        ::close(ends[1]);
        const std::size_t enough = random() % 60;
        Acknowledged told;
        bool killed = false;
        // what stands in the pipe when it dies was acknowledged too
        for (std::size_t count = 0;; ++count) {
            if (count >= enough && !killed) {
                ::usleep(random() % 2000); // anywhere in an append, not just behind one
                ::kill(child, SIGKILL);
                killed = true;
            }
            if (::read(ends[0], &told, sizeof told) != sizeof told) break;
            acknowledged[told.name] = told.sequence;
        }
        ::close(ends[0]);
        int status = 0;
        ::waitpid(child, &status, 0);
        REQUIRE(WIFSIGNALED(status));
        // the next one says again what it may have said already
        const std::uint64_t last = acknowledged.empty() ? 0 : acknowledged.rbegin()->first;
        from = last > 5 ? last - 5 : 1;
    }
    REQUIRE(acknowledged.size() > 300);
    REQUIRE(verdict_of(folder / "j") == "whole");
    auto journal = Journal::open(folder / "j", Mode::exercise);
    REQUIRE(journal);
    for (const auto& [name, sequence] : acknowledged) {
        const std::string id = std::to_string(name);
        const auto again = append_one(*journal, event_text(id, std::string(400, 'x')), id);
        REQUIRE(again);
        REQUIRE(again->repeated);
        REQUIRE(again->sequence == sequence);
    }
    std::map<std::string, int> times;
    const auto rows = journal->read(0, 1'000'000, 1U << 30U);
    for (const auto& row : *rows)
        ++times[row.event];
    CHECK(times.size() == rows->size());
}

} // namespace kill_test
