// Who is registered at a hub, and when its piket changes: a roster that is read says little of its persons
// and may say no times, and what it leaves out is as the hub knows it.
#pragma once

#include "messaging/feeds/import.hpp"
#include "messaging/feeds/sources/stop.hpp"
#include "messaging/link/client.hpp"

namespace regiekamer::feeds {

/// Lives on one thread. Each look reads only what the hub journaled since the one before.
class Registered {
public:
    explicit Registered(std::string endpoint, zmq::context_t* context = nullptr);

    /// Waits for a hub that is away, until it is asked to end: then what was known last.
    const KnownRoster& look(const Stop& stop);

private:
    /// False: the hub was away.
    bool read(const Stop& stop);
    void take(const std::string& event);
    void count();

    /// What was said of a person or a rotation, under what can withdraw it.
    struct Said {
        std::string id, source;
        Body body;
    };
    std::string endpoint_, journal_;
    zmq::context_t* context_;
    Sequence read_ = 0;
    std::vector<Said> said_;
    KnownRoster known_;
};

} // namespace regiekamer::feeds
