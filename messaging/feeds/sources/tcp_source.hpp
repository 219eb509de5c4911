// Lines from a program that serves them on a TCP port, such as a decoder of P2000 elsewhere.
#pragma once

#include "messaging/feeds/sources/stream_source.hpp"
#include "messaging/link/ticks.hpp"

namespace regiekamer::feeds {

/// Connects, and connects again when the connection ends.
class TcpSource : public Source {
public:
    TcpSource(std::string host, std::string port, std::size_t line_bytes_max, link::BackOff back_off);
    Pulled next(milliseconds longest, const Stop& stop) override;

private:
    using Steady = std::chrono::steady_clock::time_point;
    Pulled connect(const Stop& stop);
    Fault hang_up(const std::string& why);

    std::string host_, port_;
    std::size_t line_bytes_max_;
    Lines lines_;
    link::BackOff back_off_;
    Descriptor connection_{-1};
    Steady retry_at_{}, connected_at_{};
    bool told_ = false;          ///< that the connection stands
    std::optional<Fault> fault_; ///< to be told after the last line
};

} // namespace regiekamer::feeds
