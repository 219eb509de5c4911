// A hub's client for the command line and for tests: one connection, no thread, every call waits for its
// answer.
#pragma once

#include "messaging/codec/wire.hpp"

#include <chrono>
#include <memory>
#include <span>
#include <zmq.hpp>

namespace regiekamer::link {

/// One message of a journal as the wire gives it; `event` is empty when it was redacted.
using Journaled = std::pair<wire::Meta, std::string>;

/// Lives on one thread. It does not reconnect: after a Problem that is not a refusal by the hub, make a new
/// one.
class Client {
public:
    /// Says HELLO. Tries again until `timeout`, so a hub that is just starting is waited for. `timeout` also
    /// bounds each later answer. `context`: the hub's own, for its inproc endpoints; else one is made.
    static Result<Client> connect(const std::string& requests, const std::string& desk,
                                  std::chrono::milliseconds timeout = std::chrono::seconds(3),
                                  const std::string& function = {}, zmq::context_t* context = nullptr);
    Client(Client&&) noexcept;
    Client& operator=(Client&&) noexcept;
    ~Client();

    /// What the hub said at HELLO: mode, journal, head.
    [[nodiscard]] const wire::Welcome& welcome() const;

    /// From here on an answer is waited for so long, and no longer once `descriptor` can be read (-1: none):
    /// who is asked to end does not wait for a hub that hangs.
    void patience(std::chrono::milliseconds timeout, int descriptor = -1);

    /// Appends in order, in as many requests as it takes; a result an event. An event over 256 KiB is refused
    /// here: the hub's socket would end the connection without a word.
    Result<std::vector<wire::AppendResult>> append(std::span<const std::string> events);
    /// At most `limit` (and at most 1000) messages after `after`; fewer where they are large, none at the
    /// head.
    Result<std::vector<Journaled>> replay(Sequence after, std::size_t limit = wire::replay_limit_max);
    /// Head and clock of the hub now.
    Result<wire::Pong> ping();

private:
    struct Connection;
    explicit Client(std::unique_ptr<Connection> connection);
    std::unique_ptr<Connection> connection_;
};

/// The refusal in a RESULT as a Problem; `found` is the reason where nothing was found in particular.
Problem refusal_of(const wire::AppendResult& result);

} // namespace regiekamer::link
