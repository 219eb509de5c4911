// kill -9 of a hub under load, 50 rounds on one journal: nothing acknowledged is lost, nothing is doubled.
#include "messaging/journal/journal.hpp"
#include "tests/messaging/hub/test_hub.hpp"

#include <map>
#include <signal.h> // NOLINT: kill is POSIX
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace kill_test {

using namespace wire_client;

namespace {

/// A hub_process; what it was bound to comes from its first line.
class Process {
public:
    explicit Process(const std::filesystem::path& journal) {
        int ends[2];
        if (pipe(ends) != 0) throw std::runtime_error("no pipe");
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
        posix_spawn_file_actions_addclose(&actions, ends[0]);
        std::string words[] = {HUB_PROCESS, journal.string(), "tcp://127.0.0.1:*", "tcp://127.0.0.1:*"};
        char* arguments[] = {words[0].data(), words[1].data(), words[2].data(), words[3].data(), nullptr};
        const int failed = posix_spawn(&pid_, HUB_PROCESS, &actions, nullptr, arguments, environ);
        posix_spawn_file_actions_destroy(&actions);
        close(ends[1]);
        for (char c = 0; failed == 0 && read(ends[0], &c, 1) == 1 && c != '\n';)
            endpoint_ += c;
        close(ends[0]);
        if (!endpoint_.starts_with("tcp://")) throw std::runtime_error("the hub did not start");
    }
    ~Process() { kill_hard(); }
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    [[nodiscard]] const std::string& endpoint() const { return endpoint_; }
    void kill_hard() {
        if (pid_ <= 0) return;
        kill(pid_, SIGKILL);
        waitpid(pid_, nullptr, 0);
        pid_ = 0;
    }

private:
    pid_t pid_ = 0;
    std::string endpoint_;
};

using Acknowledged = std::map<std::string, std::int64_t>; // event id -> sequence

/// Keeps a window of requests under way until `enough` events are acknowledged; the hub is then killed with
/// the rest still under way. The ids that were sent and not answered come back, to be sent again.
Frames load(Process& hub, int round, std::size_t enough, const Frames& again, Acknowledged& acknowledged) {
    constexpr int window = 20;
    constexpr int of = 7;
    Client client(hub.endpoint());
    std::map<std::string, Frames> under_way;
    int sent = 0;
    const auto send = [&](const Frames& ids) {
        Frames events;
        for (const auto& id : ids)
            events.push_back(event(id));
        const auto request = std::to_string(sent);
        client.send_append(request, events);
        under_way[request] = ids;
        ++sent;
    };
    const auto send_new = [&] {
        Frames ids;
        for (int i = 0; i < of; ++i)
            ids.push_back(std::to_string(round) + "/" + std::to_string(sent) + "/" + std::to_string(i));
        send(ids);
    };
    for (std::size_t at = 0; at < again.size(); at += 100)
        send({again.begin() + static_cast<std::ptrdiff_t>(at),
              again.begin() + static_cast<std::ptrdiff_t>(std::min(at + 100, again.size()))});
    for (int i = 0; i < window; ++i)
        send_new();
    for (std::size_t count = 0; count < enough;) {
        const auto answer = client.receive();
        REQUIRE(answer.size() >= 3);
        REQUIRE(answer[0] == "RESULT");
        for (std::size_t i = 2; i < answer.size(); ++i, ++count) {
            const auto result = object(answer[i]);
            REQUIRE(result.at("ok") == true);
            const auto known = acknowledged.emplace(text(result, "id"), number(result, "sequence"));
            CHECK(known.first->second == number(result, "sequence"));
        }
        under_way.erase(answer[1]);
        send_new();
    }
    hub.kill_hard();
    Frames unanswered;
    for (const auto& [request, ids] : under_way)
        unanswered.insert(unanswered.end(), ids.begin(), ids.end());
    return unanswered;
}

} // namespace

TEST_CASE("of a hub killed under load 50 times nothing acknowledged is lost or doubled") {
    const Folder folder;
    const auto journal = folder.path / "journal.sqlite";
    Acknowledged acknowledged;
    Frames unanswered;
    for (int round = 0; round < 50; ++round) {
        Process hub(journal);
        // another amount each round, so that the kill falls at another moment of the batch
        const auto enough = unanswered.size() + 50 + static_cast<std::size_t>(round * 37 % 400);
        unanswered = load(hub, round, enough, unanswered, acknowledged);
    }
    const Process hub(journal); // opens what was left, as it would be opened after a power cut
    const auto reader = regiekamer::journal::Reader::open(journal);
    REQUIRE(reader.has_value());
    std::map<std::string, regiekamer::Sequence> stored;
    regiekamer::Sequence last = 0;
    for (;;) {
        const auto rows = reader->read(last, 1'000, 10'000'000);
        REQUIRE(rows.has_value());
        if (rows->empty()) break;
        for (const auto& row : *rows) {
            REQUIRE(row.sequence == last + 1);
            last = row.sequence;
            REQUIRE(stored.emplace(text(object(row.event), "id"), row.sequence).second); // none twice
        }
    }
    CHECK(acknowledged.size() > 50 * 50);
    for (const auto& [id, sequence] : acknowledged) {
        const auto found = stored.find(id);
        REQUIRE(found != stored.end());
        REQUIRE(found->second == static_cast<regiekamer::Sequence>(sequence));
    }
}

} // namespace kill_test
