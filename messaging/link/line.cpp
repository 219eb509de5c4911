// Answers come in order, so a queue of requests is all the bookkeeping there is.
#include "messaging/link/line.hpp"

#include <algorithm>
#include <array>

namespace regiekamer::link {
namespace {

constexpr seconds silence_max{3};  ///< nothing heard at all; the hub speaks every second
constexpr seconds greeting_max{3}; ///< until WELCOME
constexpr seconds answer_max{10};  ///< a slow disk may hold up an APPEND

std::string_view word(Verb verb) {
    switch (verb) {
    case Verb::hello:
        return "HELLO";
    case Verb::append:
    case Verb::announce:
        return "APPEND";
    case Verb::verify:
    case Verb::replay:
        return "REPLAY";
    case Verb::ping:
        return "PING";
    }
    return "";
}

} // namespace

Line::Line(zmq::context_t& context, std::string requests, std::string live)
    : context_(context), requests_(std::move(requests)), live_(std::move(live)) {}

Result<void> Line::open() {
    // Live first: what is published from now on waits there until REPLAY has reached it.
    auto subscription = connect_live(context_, live_);
    if (!subscription) return tl::unexpected(subscription.error());
    auto sockets = connect_requests(context_, requests_);
    if (!sockets) return tl::unexpected(sockets.error());
    subscription_ = std::move(*subscription);
    sockets_ = std::move(*sockets);
    heard_ = live_heard_ = ticks();
    return {};
}

void Line::close() {
    sockets_.reset();
    subscription_.reset();
    under_way_.clear();
}

void Line::wait(int descriptor, milliseconds longest) {
    std::array<zmq::pollitem_t, 4> items{};
    std::size_t count = 0;
    items.at(count++) = {nullptr, descriptor, ZMQ_POLLIN, 0};
    if (is_open()) {
        items.at(count++) = {subscription_->handle(), 0, ZMQ_POLLIN, 0};
        items.at(count++) = {sockets_->dealer.handle(), 0, ZMQ_POLLIN, 0};
        items.at(count++) = {sockets_->monitor.handle(), 0, ZMQ_POLLIN, 0};
    }
    link::wait(std::span(items).first(count), longest);
}

bool Line::ask(Request request, const std::vector<std::string_view>& rest) {
    request.id = std::to_string(++ids_);
    request.at = ticks();
    std::vector<std::string_view> frames{word(request.verb), request.id};
    frames.insert(frames.end(), rest.begin(), rest.end());
    if (!send_frames(sockets_->dealer, frames)) return false;
    under_way_.push_back(std::move(request));
    return true;
}

std::optional<Problem> Line::ended() {
    if (!sockets_->ended()) return std::nullopt;
    return Problem{"", "the hub at " + requests_ + " is not there", ""};
}

std::optional<Problem> Line::silent() const {
    const auto now = ticks();
    if (now - heard_ > silence_max)
        return Problem{"", "nothing heard from the hub at " + requests_ + " for 3 seconds", ""};
    if (under_way_.empty()) return std::nullopt;
    const auto& oldest = under_way_.front();
    const auto limit = oldest.verb == Verb::hello ? greeting_max : answer_max;
    if (now - oldest.at > limit)
        return Problem{"", "the hub at " + requests_ + " does not answer " + std::string(word(oldest.verb)),
                       ""};
    return std::nullopt;
}

std::optional<Frames> Line::answer() {
    auto frames = receive_frames(sockets_->dealer);
    if (frames) heard_ = ticks();
    return frames;
}

std::optional<Frames> Line::live() {
    auto frames = receive_frames(*subscription_);
    if (frames) heard_ = live_heard_ = ticks();
    return frames;
}

std::optional<Request> Line::answered(const Frames& frames) {
    if (frames.size() < 3 || under_way_.empty() || text(frames[1]) != under_way_.front().id)
        return std::nullopt;
    Request request = std::move(under_way_.front());
    under_way_.pop_front();
    return request;
}

std::size_t Line::under_way(Verb verb) const {
    return static_cast<std::size_t>(std::count_if(
        under_way_.begin(), under_way_.end(), [&](const Request& request) { return request.verb == verb; }));
}

} // namespace regiekamer::link
