// The hub on a journal of its own in a temporary folder; two links, woken by their threads.
#include "tests/support/two_desks.hpp"

#include "messaging/codec/codec.hpp"
#include "messaging/hub/hub.hpp"
#include "messaging/link/link.hpp"
#include "tests/support/folder.hpp"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <stdexcept>

using namespace regiekamer;

namespace {

[[noreturn]] void fail(const std::string& why) {
    throw std::runtime_error(why);
}

/// Journals what a test told before anybody acted; the desks know it already.
std::string begin(const std::filesystem::path& file, Mode mode, const std::vector<Recorded>& so_far) {
    auto journal = journal::Journal::open(file, mode);
    if (!journal) fail(sentence(journal.error()));
    std::vector<std::string> events;
    std::vector<journal::Draft> drafts;
    events.reserve(so_far.size());
    for (const auto& fact : so_far) {
        const auto& event = events.emplace_back(codec::encode(fact.message));
        drafts.push_back({"test", event, fact.message.source, fact.message.id});
    }
    if (!drafts.empty()) {
        const auto stored = journal->append(drafts, so_far.front().recorded);
        if (!stored) fail(sentence(stored.error()));
    }
    return journal->info().uuid;
}

std::unique_ptr<hub::Hub> started(const std::filesystem::path& journal, Mode mode) {
    hub::Settings settings;
    settings.mode = mode;
    settings.journal = journal;
    settings.requests = settings.live = {"tcp://127.0.0.1:*"};
    auto hub = hub::Hub::start(settings);
    if (!hub) fail(sentence(hub.error()));
    return std::move(*hub);
}

/// A desk's side of the wire, waited for without sleeping.
class WireEnd {
public:
    WireEnd(link::Settings settings, std::vector<Recorded>& received) : received_(received) {
        settings.announce = false;
        settings.wake = [this] {
            const std::lock_guard lock(mutex_);
            woken_ = true;
            wake_.notify_one();
        };
        link_ = std::make_unique<link::Link>(std::move(settings));
    }
    void send(const Message& message) {
        if (const auto id = link_->send(message); !id) fail(sentence(id.error()));
    }
    /// The message with this source and id, once it is here; all that comes with it is received too.
    Result<Recorded> receive(const Message& wanted) {
        const auto until = std::chrono::steady_clock::now() + seconds(20);
        for (;;) {
            for (auto& fact : link_->drain(1000))
                received_.push_back(std::move(fact));
            for (const auto& outcome : link_->outcomes())
                if (outcome.refused) return tl::unexpected(*outcome.refused);
            const auto found = std::find_if(received_.rbegin(), received_.rend(), [&](const Recorded& fact) {
                return fact.message.id == wanted.id && fact.message.source == wanted.source;
            });
            if (found != received_.rend()) return *found;
            std::unique_lock lock(mutex_);
            if (!wake_.wait_until(lock, until, [this] { return woken_; })) fail("it did not come back");
            woken_ = false;
        }
    }

private:
    std::vector<Recorded>& received_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool woken_ = false;
    std::unique_ptr<link::Link> link_; ///< last: its thread wakes the members above
};

} // namespace

struct TwoDesks::Room {
    Folder folder;
    std::string uuid;
    std::unique_ptr<hub::Hub> hub;
    std::vector<Recorded> at_first, at_second; ///< as received
    picture::History second;
    std::unique_ptr<WireEnd> ends[2]; ///< after the hub: links in its context end before it

    Room(Mode mode, const std::vector<Recorded>& so_far)
        : uuid(begin(folder.path / "hub.journal", mode, so_far)),
          hub(started(folder.path / "hub.journal", mode)), at_first(so_far), at_second(so_far),
          second([this](Sequence after, std::size_t limit) {
              const auto from = std::min<std::size_t>(after, at_second.size());
              const auto until = std::min(at_second.size(), from + limit);
              return std::vector<Recorded>(at_second.begin() + static_cast<std::ptrdiff_t>(from),
                                           at_second.begin() + static_cast<std::ptrdiff_t>(until));
          }) {
        for (const auto& fact : so_far)
            second.append(fact);
        link::Settings here;
        here.requests = hub::Hub::inproc_requests;
        here.live = hub::Hub::inproc_live;
        here.context = &hub->context();
        here.desk = "test";
        here.after = so_far.size();
        here.journal = uuid;
        link::Settings there = here;
        there.requests = hub->requests().front();
        there.live = hub->live().front();
        there.context = nullptr;
        there.desk = "other";
        ends[0] = std::make_unique<WireEnd>(here, at_first);
        ends[1] = std::make_unique<WireEnd>(there, at_second);
    }
};

TwoDesks::TwoDesks(Mode mode, const std::vector<Recorded>& so_far)
    : room_(std::make_unique<Room>(mode, so_far)) {}
TwoDesks::~TwoDesks() = default;

Result<Recorded> TwoDesks::say(At desk, const Message& message) {
    auto& [first, second] = room_->ends;
    auto& sender = desk == At::first ? first : second;
    auto& other = desk == At::first ? second : first;
    sender->send(message);
    auto fact = sender->receive(message);
    if (!fact) return fact;
    if (const auto seen = other->receive(message); !seen) return seen;
    fact->recorded = message.time;
    Recorded& at_second = room_->at_second.back();
    at_second.recorded = message.time;
    room_->second.append(at_second);
    return fact;
}

const picture::Picture& TwoDesks::seen_at_second() {
    return room_->second.current();
}
