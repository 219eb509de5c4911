// A disk that is full: the hub refuses, goes on, and takes up again when there is room.
#include "tests/messaging/hub/test_hub.hpp"

#include <fstream>
#include <sys/mount.h>

namespace full_disk_test {

using namespace wire_client;

namespace {

/// A disk of a megabyte, where the machine allows one to be made.
struct SmallDisk {
    Folder folder;
    bool mounted = ::mount("tmpfs", folder.path.c_str(), "tmpfs", 0, "mode=0700,size=1m") == 0;

    SmallDisk() = default;
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    ~SmallDisk() {
        if (mounted) ::umount2(folder.path.c_str(), MNT_DETACH);
    }
};

} // namespace

TEST_CASE("on a full disk a batch is refused whole and the hub goes on") {
    const SmallDisk disk;
    if (!disk.mounted) {
        WARN("skipped: this user may not mount a small tmpfs");
        return;
    }
    const auto ballast = disk.folder.path / "ballast";
    std::ofstream(ballast) << std::string(200'000, 'x');
    auto settings = exercise_on(disk.folder.path / "journal.sqlite");
    settings.desk_left_after = milliseconds(500);
    auto hub = started(settings);
    Client client(hub->requests().at(0));
    client.append(event_of("desk.joined", "j", R"({"desk":"ovd-1"})"));
    const std::string padding = R"({"x":")" + std::string(5'000, 'x') + R"("})";
    std::int64_t head = 1;
    std::vector<boost::json::object> refused;
    for (int i = 0; refused.empty() && i < 1'000; ++i) {
        const auto n = std::to_string(i);
        const auto results = client.append({event("a" + n, padding), event("b" + n, padding)});
        if (results[0].at("ok") == true)
            head = number(results[1], "sequence");
        else
            refused = results;
    }
    REQUIRE(refused.size() == 2);
    for (const auto& result : refused) {
        CHECK(result.at("ok") == false);
        CHECK_THAT(text(result, "reason"), ContainsSubstring("full"));
        CHECK_FALSE(result.contains("pointer"));
        CHECK(text(result, "id").size() >= 2);
    }
    CHECK(number(client.ping(), "head") >= head);
    CHECK(client.replay(head - 1, 10).size() >= 3);
    std::filesystem::remove(ballast);
    CHECK(client.append(event("room again")).at("ok") == true);
    // what the hub itself had to say in between was kept until it could be said
    CHECK(eventually([&] {
        Client other(hub->requests().at(0));
        const auto rows = other.replay(1, 1'000);
        return std::any_of(rows.begin(), rows.end(), [](const auto& frame) {
            return frame.find("nl.regiekamer.desk.left") != std::string::npos;
        });
    }));
    hub.reset(); // before its disk goes
}

} // namespace full_disk_test
