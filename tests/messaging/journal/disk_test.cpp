// A disk that is full, and one that fails: what was acknowledged stays, and nothing else is said.
#include "tests/messaging/journal/support.hpp"

#include <cstring>
#include <functional>
#include <sqlite3.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

namespace disk_test {

using namespace regiekamer;
using namespace regiekamer::journal;
using namespace regiekamer::journal::testing;

namespace {

/// A disk of `size`, where the machine allows one to be made.
class SmallDisk {
public:
    explicit SmallDisk(const char* size) {
        const std::string options = std::string("mode=0700,size=") + size;
        mounted_ = ::mount("tmpfs", folder_.path.c_str(), "tmpfs", 0, options.c_str()) == 0;
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    ~SmallDisk() {
        if (mounted_) ::umount2(folder_.path.c_str(), MNT_DETACH);
    }
    [[nodiscard]] bool mounted() const { return mounted_; }
    fs::path operator/(const std::string& name) const { return folder_ / name; }

private:
    Folder folder_;
    bool mounted_ = false;
};

/// Which operation of the disk fails: the n-th of a kind, and all after it or only that one.
struct Failing {
    int syncs_left = -1, writes_left = -1;
    int write_code = SQLITE_IOERR_WRITE;
    bool for_good = true;

    bool now(int& left) const {
        if (left < 0) return false;
        if (left > 0) {
            --left;
            return false;
        }
        if (!for_good) left = -1;
        return true;
    }
};
Failing failing; // NOLINT: SQLite's own table of functions leaves no other place

/// A file of the real disk behind one that fails when told.
struct ShimFile {
    sqlite3_file base;
    sqlite3_file* real;
};
sqlite3_io_methods shim_methods; // NOLINT
sqlite3_vfs shim_vfs;            // NOLINT

sqlite3_file* real(sqlite3_file* file) {
    return reinterpret_cast<ShimFile*>(file)->real;
}

int shim_write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
    if (failing.now(failing.writes_left)) return failing.write_code;
    return real(file)->pMethods->xWrite(real(file), bytes, size, at);
}

int shim_sync(sqlite3_file* file, int flags) {
    if (failing.now(failing.syncs_left)) return SQLITE_IOERR_FSYNC;
    return real(file)->pMethods->xSync(real(file), flags);
}

int shim_open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out) {
    auto* lower = static_cast<sqlite3_vfs*>(vfs->pAppData);
    auto* shim = reinterpret_cast<ShimFile*>(file);
    shim->real = reinterpret_cast<sqlite3_file*>(shim + 1);
    shim->base.pMethods = nullptr;
    const int code = lower->xOpen(lower, name, shim->real, flags, out);
    if (shim->real->pMethods != nullptr) shim->base.pMethods = &shim_methods;
    return code;
}

/// Puts the shim in front of every file that SQLite opens from now on. Only in a child process.
void put_shim_in_front() {
    sqlite3_vfs* lower = sqlite3_vfs_find(nullptr);
    shim_methods = {
        3,
        [](sqlite3_file* f) { return real(f)->pMethods->xClose(real(f)); },
        [](sqlite3_file* f, void* b, int n, sqlite3_int64 a) {
            return real(f)->pMethods->xRead(real(f), b, n, a);
        },
        shim_write,
        [](sqlite3_file* f, sqlite3_int64 s) { return real(f)->pMethods->xTruncate(real(f), s); },
        shim_sync,
        [](sqlite3_file* f, sqlite3_int64* s) { return real(f)->pMethods->xFileSize(real(f), s); },
        [](sqlite3_file* f, int l) { return real(f)->pMethods->xLock(real(f), l); },
        [](sqlite3_file* f, int l) { return real(f)->pMethods->xUnlock(real(f), l); },
        [](sqlite3_file* f, int* r) { return real(f)->pMethods->xCheckReservedLock(real(f), r); },
        [](sqlite3_file* f, int o, void* a) { return real(f)->pMethods->xFileControl(real(f), o, a); },
        [](sqlite3_file* f) { return real(f)->pMethods->xSectorSize(real(f)); },
        [](sqlite3_file* f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); },
        [](sqlite3_file* f, int r, int s, int e, void volatile** p) {
            return real(f)->pMethods->xShmMap(real(f), r, s, e, p);
        },
        [](sqlite3_file* f, int o, int n, int l) { return real(f)->pMethods->xShmLock(real(f), o, n, l); },
        [](sqlite3_file* f) { real(f)->pMethods->xShmBarrier(real(f)); },
        [](sqlite3_file* f, int d) { return real(f)->pMethods->xShmUnmap(real(f), d); },
        [](sqlite3_file* f, sqlite3_int64 a, int n, void** p) {
            return real(f)->pMethods->xFetch(real(f), a, n, p);
        },
        [](sqlite3_file* f, sqlite3_int64 a, void* p) { return real(f)->pMethods->xUnfetch(real(f), a, p); }};
    shim_vfs = *lower;
    shim_vfs.zName = "shim";
    shim_vfs.szOsFile = static_cast<int>(sizeof(ShimFile)) + lower->szOsFile;
    shim_vfs.pAppData = lower;
    shim_vfs.xOpen = shim_open;
    shim_vfs.xDelete = [](sqlite3_vfs* v, const char* name, int sync) {
        auto* below = static_cast<sqlite3_vfs*>(v->pAppData);
        return below->xDelete(below, name, sync);
    };
    sqlite3_vfs_register(&shim_vfs, 1);
}

struct Ended {
    int status = 0;
    std::vector<Sequence> acknowledged;
};

/// Runs `act` in a child whose disk can fail; it tells the sequences that it acknowledges.
Ended in_child(const std::function<void(int out)>& act) {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        ::close(ends[0]);
        ::close(STDERR_FILENO); // the sentence it ends with is not for the test's reader
        put_shim_in_front();
        act(ends[1]);
        ::_exit(0);
    }
    ::close(ends[1]);
    Ended ended;
    Sequence sequence = 0;
    while (::read(ends[0], &sequence, sizeof sequence) == sizeof sequence)
        ended.acknowledged.push_back(sequence);
    ::close(ends[0]);
    ::waitpid(child, &ended.status, 0);
    return ended;
}

/// Appends up to 30 messages, with a checkpoint after each tenth, acknowledging each that was stored.
void append_thirty(const fs::path& file, int out) {
    auto journal = Journal::open(file, Mode::exercise);
    if (!journal) return;
    const auto start = journal->info().head.sequence;
    for (Sequence i = start; i < start + 30; ++i) {
        const std::string id = std::to_string(i);
        const std::string event = event_text(id, std::string(3000, 'x'));
        const Draft draft{"x", event, "desk/ovd-1", id};
        const auto answers = journal->append({&draft, 1}, midnight);
        if (!answers) continue;
        const Sequence sequence = answers->front()->sequence;
        if (::write(out, &sequence, sizeof sequence) != sizeof sequence) ::_exit(9);
        if (i % 10 == 9) journal->checkpoint();
    }
}

} // namespace

TEST_CASE("on a full disk the batch is refused whole, reading goes on, and with room again writing too") {
    const SmallDisk disk("1m");
    if (!disk.mounted()) {
        WARN("skipped: this user may not mount a small tmpfs");
        return;
    }
    write_file(disk / "ballast", std::string(200 * 1024, 'x'));
    auto opened = Journal::open(disk / "j", Mode::exercise);
    INFO((opened ? "" : sentence(opened.error())));
    REQUIRE(opened);
    std::optional<Problem> problem;
    Head head;
    int stored = 0;
    for (int i = 0; i < 1000 && !problem; ++i) {
        head = opened->info().head;
        std::vector<std::string> ids, events;
        std::vector<Draft> batch;
        for (int k = 0; k < 5; ++k) {
            ids.push_back(std::to_string(i) + "-" + std::to_string(k));
            events.push_back(event_text(ids.back(), std::string(2000, 'x')));
        }
        for (std::size_t k = 0; k < 5; ++k)
            batch.push_back({"x", events[k], "desk/ovd-1", ids[k]});
        const auto answers = opened->append(batch, midnight);
        if (!answers) problem = answers.error();
        stored += answers ? 1 : 0;
    }
    REQUIRE(problem);
    CHECK(stored > 3);
    CHECK_THAT(sentence(*problem), ContainsSubstring("the disk is full"));
    CHECK(opened->info().head == head);
    CHECK(opened->read(0, 10'000, 1 << 24)->size() == head.sequence);
    CHECK(verdict_of(disk / "j", head) == "whole");
    opened->checkpoint(); // fails too, and may
    CHECK(opened->read(0, 10'000, 1 << 24)->size() == head.sequence);
    fs::remove(disk / "ballast");
    const auto after = append_one(*opened, event_text("na"), "na");
    REQUIRE(after);
    CHECK(after->sequence == head.sequence + 1);
    // what was refused was not stored: its id is free
    CHECK_FALSE(
        append_one(*opened, event_text(std::to_string(stored) + "-0", "x"), std::to_string(stored) + "-0")
            ->repeated);
    CHECK(verdict_of(disk / "j", opened->info().head) == "whole");
}

TEST_CASE("a journal that does not fit on the disk is not half made") {
    const SmallDisk disk("64k");
    if (!disk.mounted()) {
        WARN("skipped: this user may not mount a small tmpfs");
        return;
    }
    write_file(disk / "ballast", std::string(48 * 1024, 'x'));
    const auto journal = Journal::open(disk / "j", Mode::exercise);
    REQUIRE_FALSE(journal);
    CHECK_THAT(sentence(journal.error()), ContainsSubstring("the disk is full"));
    CHECK_FALSE(fs::exists(disk / "j"));
    CHECK_FALSE(fs::exists(disk / "j.new"));
    const Folder folder;
    make_journal(folder / "big", 300);
    std::istringstream lines(exported(folder / "big"));
    const auto imported = import_lines(lines, disk / "j");
    REQUIRE_FALSE(imported);
    CHECK_THAT(sentence(imported.error()), ContainsSubstring("the disk is full"));
    CHECK_FALSE(fs::exists(disk / "j"));
}

TEST_CASE("after a failed fsync the process ends at once, and what it acknowledged is there") {
    const int first = GENERATE(0, 1, 2, 5, 12);
    const Folder folder;
    make_journal(folder / "j", 3);
    const auto ended = in_child([&](int out) {
        auto journal = Journal::open(folder / "j", Mode::exercise);
        failing.syncs_left = first;
        for (int i = 0; i < 1000; ++i) {
            const std::string id = std::to_string(i);
            const std::string event = event_text(id);
            const Draft draft{"x", event, "desk/ovd-1", id};
            const auto answers = journal->append({&draft, 1}, midnight);
            if (!answers) ::_exit(8); // a Problem is not enough
            const Sequence sequence = answers->front()->sequence;
            if (::write(out, &sequence, sizeof sequence) != sizeof sequence) ::_exit(9);
        }
    });
    REQUIRE(WIFEXITED(ended.status));
    CHECK(WEXITSTATUS(ended.status) == 1);
    // one of them may have been for the WAL's own header
    CHECK(ended.acknowledged.size() <= static_cast<std::size_t>(first));
    CHECK(ended.acknowledged.size() + 1 >= static_cast<std::size_t>(first));
    auto journal = Journal::open(folder / "j", Mode::exercise);
    REQUIRE(journal);
    CHECK(journal->info().head.sequence >= 3 + ended.acknowledged.size());
    CHECK(verdict_of(folder / "j") == "whole");
}

TEST_CASE("a write or fsync that fails anywhere, once or for good, never makes a false acknowledgement") {
    const bool for_good = GENERATE(true, false);
    const int kind = GENERATE(0, 1, 2); // fsync, write, write for want of room
    const Folder folder;
    for (int step = 0; step < 60; step += 1 + step / 12) {
        for (const char* suffix : {"", "-wal", "-shm"})
            fs::remove((folder / "j").string() + suffix);
        make_journal(folder / "j", 3);
        const auto ended = in_child([&](int out) {
            failing.for_good = for_good;
            failing.write_code = kind == 2 ? SQLITE_FULL : SQLITE_IOERR_WRITE;
            (kind == 0 ? failing.syncs_left : failing.writes_left) = step;
            append_thirty(folder / "j", out);
        });
        INFO("step " << step << ", kind " << kind << ", for good " << for_good << ", status "
                     << ended.status);
        REQUIRE(WIFEXITED(ended.status));
        REQUIRE(WEXITSTATUS(ended.status) <= 1);
        const auto journal = Journal::open(folder / "j", Mode::exercise);
        INFO((journal ? "" : sentence(journal.error())));
        REQUIRE(journal);
        const auto last = ended.acknowledged.empty() ? 3 : ended.acknowledged.back();
        REQUIRE(journal->info().head.sequence >= last);
        REQUIRE(verdict_of(folder / "j") == "whole");
    }
}

} // namespace disk_test
