// One overload a body that speaks of times of its own.
#include "messaging/feeds/sources/relived.hpp"

#include <algorithm>
#include <chrono>

namespace regiekamer::feeds {
namespace {

void shift(std::optional<Instant>& at, microseconds by) {
    if (at) *at += by;
}

/// References keep what they name: sender and identifier say which alert it is.
void shift(WarningReceived& warning, microseconds by) {
    warning.sent += by;
    shift(warning.onset, by);
    shift(warning.effective, by);
    shift(warning.expires, by);
}

void shift(MeasurementTaken& taken, microseconds by) {
    taken.at += by;
}

void shift(ForecastIssued& forecast, microseconds by) {
    forecast.issued += by;
    for (auto& point : forecast.points)
        point.at += by;
}

template <class Body>
void shift_own(Body& body, microseconds by) {
    if constexpr (requires { shift(body, by); }) shift(body, by);
}

} // namespace

/// What takes the place of a warning or ends it is not of before it, however the night moved meanwhile. Of
/// others it is not: an old one stays old.
void Relived::keep_order(WarningReceived& warning) {
    const Instant then = warning.sent - by_;
    const auto not_before = [&](const std::string& key) {
        if (const auto known = sent_.find(key); known != sent_.end() && known->second.then <= then)
            warning.sent = std::max(warning.sent, known->second.moved);
    };
    const std::string own = warning.sender + "," + warning.identifier;
    not_before(own);
    for (const auto& reference : warning.references) // "sender,identifier,sent", the sent as it was then
        not_before(reference.substr(0, reference.find(',', reference.find(',') + 1)));
    auto& last = sent_.try_emplace(own, Sent{then, warning.sent}).first->second;
    if (last.then <= then) last = {then, warning.sent};
}

void Relived::move(Became& became, Instant then, Instant now) {
    constexpr minutes right{1};
    const microseconds by = now - then;
    if (std::chrono::abs(by - by_) > right) by_ = by;
    for (auto& said : became.said) {
        shift(said.time, by_);
        std::visit([this](auto& body) { shift_own(body, by_); }, static_cast<BodyVariant&>(said.body));
        if (auto* warning = std::get_if<WarningReceived>(&said.body)) keep_order(*warning);
    }
}

/// `raw` keeps the stamp of then; only whether it is one at all is read of it.
void Relived::move_pages(Became& became, Instant arrival, Instant now) {
    constexpr minutes right{1};
    constexpr seconds ahead{1};
    const microseconds by = now - arrival;
    if (by > pages_by_ + right || by < pages_by_ - ahead) pages_by_ = by;
    for (auto& said : became.said)
        if (auto* page = std::get_if<PageReceived>(&said.body)) page->at += pages_by_;
}

} // namespace regiekamer::feeds
