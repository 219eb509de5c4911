// An exercise that a crash broke off is gone on with; one that runs, has ended, or is of long ago is not.
#include "dashboard/desk/broken_off.hpp"

#include "dashboard/desk/source.hpp"
#include "messaging/journal/store.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/folder.hpp"

#include <thread>

namespace broken_off_test {

using namespace regiekamer;
namespace fs = std::filesystem;

namespace {

/// What is on the disk when the program that has it open is killed now.
void killed(const fs::path& journal, const fs::path& there) {
    fs::create_directory(there);
    for (const char* part : {"", "-wal"})
        fs::copy_file(journal.string() + part, there / (journal.filename().string() + part));
}

/// Plays a scenario in this journal until a part of it was told, or all of it.
template <class Then>
void plays(const fs::path& journal, bool whole, Then then) {
    desk::Wanted wanted;
    wanted.journal = journal.string();
    wanted.exercise = REGIEKAMER_SOURCE_DIR "/scenarios/verdrinking.toml";
    wanted.rate = whole ? 100'000 : 0.001;
    auto source = desk::open_source(wanted);
    REQUIRE(source);
    auto state = source->player->state();
    const auto enough = [&] {
        return whole ? state.ended : state.running && source->player->state().delivered > 5;
    };
    for (int turns = 0; turns < 6'000 && !enough(); ++turns)
        state = source->player->wait_for(milliseconds{10});
    REQUIRE(enough());
    then();
}

} // namespace

TEST_CASE("the run that a crash broke off today is the one to go on with") {
    const Folder folder;
    const auto scenario = desk::load_scenario(REGIEKAMER_SOURCE_DIR "/scenarios/verdrinking.toml");
    REQUIRE(scenario);
    const fs::path crashed = folder / "crashed";
    const auto journal = folder / "oefening-verdrinking-2026-11-29T10-00-00.journal";
    plays(journal, false, [&] {
        CHECK_FALSE(desk::broken_off(folder.path, **scenario, wall_clock(), milliseconds{0})); // it runs
        CHECK_FALSE(desk::comes_free(journal, milliseconds{0}));
        const auto before = wall_clock();
        desk::still_alive(journal);
        REQUIRE(desk::last_alive(journal));
        CHECK(*desk::last_alive(journal) >= before - seconds{1}); // a file system may keep whole seconds
        CHECK(*desk::last_alive(journal) <= wall_clock() + seconds{1});
        killed(journal, crashed);
    });
    CHECK(desk::comes_free(journal, milliseconds{0}));
    CHECK_FALSE(desk::last_alive(folder / "none.journal"));
    CHECK_FALSE(desk::broken_off(folder.path, **scenario, wall_clock())); // it was closed
    CHECK(desk::broken_off(crashed, **scenario, wall_clock()) == crashed / journal.filename());
    CHECK_FALSE(desk::broken_off(crashed, **scenario, wall_clock() + hours(13)));
    auto other = **scenario;
    other.digest = "another text";
    CHECK_FALSE(desk::broken_off(crashed, other, wall_clock()));
    other = **scenario;
    other.name = "brand";
    CHECK_FALSE(desk::broken_off(crashed, other, wall_clock()));
    CHECK_FALSE(desk::broken_off(folder / "none", **scenario, wall_clock()));
}

TEST_CASE("who has a journal open and lives is not waited for, however long a killed program would be") {
    const Folder folder;
    const auto journal = folder / "oefening-verdrinking-2026-11-29T10-00-00.journal";
    const auto lock = journal::Lock::take(journal);
    REQUIRE(lock);
    std::jthread lives([&](const std::stop_token& stop) {
        while (!stop.stop_requested())
            desk::still_alive(journal);
    });
    const auto begun = std::chrono::steady_clock::now();
    CHECK_FALSE(desk::comes_free(journal, seconds{20}));
    CHECK(std::chrono::steady_clock::now() - begun < seconds{20});
}

TEST_CASE("a run that was over when the program was killed is not gone on with") {
    const Folder folder;
    const auto scenario = desk::load_scenario(REGIEKAMER_SOURCE_DIR "/scenarios/verdrinking.toml");
    REQUIRE(scenario);
    const auto journal = folder / "oefening-verdrinking-2026-11-29T10-00-00.journal";
    plays(journal, true, [&] { killed(journal, folder / "over"); });
    CHECK_FALSE(desk::broken_off(folder / "over", **scenario, wall_clock()));
}

} // namespace broken_off_test
