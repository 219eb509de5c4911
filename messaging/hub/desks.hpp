// Who speaks on which connection, and which desks are there. Time comes in as an argument.
#pragma once

#include "messaging/vocabulary/system.hpp"

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace regiekamer::hub {

using Steady = std::chrono::steady_clock::time_point;
using Sender = std::shared_ptr<const std::string>;

class Desks {
public:
    /// Connections whose name is kept; past it the one that was silent longest must greet again.
    static constexpr std::size_t connections_max = 10'000;
    static constexpr std::size_t joined_max = 10'000;

    /// `left_after`: how long after its last request a desk that joined has left.
    explicit Desks(std::chrono::milliseconds left_after);

    /// HELLO: from here on the connection speaks for `desk`.
    void greet(const std::string& connection, const std::string& desk, Steady now);
    /// Any request: the desk of this connection is still there.
    void heard(const std::string& connection, Steady now);
    /// Who sends on this connection: its HELLO's desk, or `anoniem`.
    [[nodiscard]] Sender sender(const std::string& connection) const;
    /// A journaled desk.joined that came over `connection`.
    void joined(const std::string& connection, const DeskJoined& body, Steady now);
    /// A journaled desk.left: the hub has nothing to add.
    void left(const DeskLeft& body);

    /// The desks that are gone by `now`, each told once.
    std::vector<DeskLeft> gone(Steady now);
    /// When `gone` may next have one; the far future when no desk is there.
    [[nodiscard]] Steady next_due() const;

private:
    struct Connection {
        Sender desk;
        std::string joined; ///< desk that joined over this connection, if other than `desk`
        Steady heard;
    };
    struct Joined {
        std::optional<std::string> version;
        Steady heard;
    };
    Connection& connection(const std::string& id, Steady now);

    std::chrono::milliseconds left_after_;
    Sender anonymous_;
    std::unordered_map<std::string, Connection> connections_;
    std::unordered_map<std::string, Joined> joined_;
};

} // namespace regiekamer::hub
