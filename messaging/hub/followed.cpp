// Counting what a feed sends; see the header.
#include "messaging/hub/followed.hpp"

#include "messaging/hub/readable.hpp"

#include <algorithm>

namespace regiekamer::hub {
namespace {

constexpr std::size_t sample_characters = 200;
constexpr auto other_reasons = "other reasons";

} // namespace

Followed::Followed(std::string endpoint, std::chrono::milliseconds silent_after,
                   std::chrono::milliseconds refused_every)
    : endpoint_(std::make_shared<const std::string>(std::move(endpoint))), silent_after_(silent_after),
      refused_every_(refused_every) {}

void Followed::heard(Steady now) {
    heard_ = now;
    running_ = true;
}

void Followed::refused(const std::string& reason, std::string_view sample, Steady now) {
    const bool known = refusals_.contains(reason) || refusals_.size() < reasons_max;
    auto& refusals =
        refusals_.try_emplace(known ? reason : other_reasons, Refusals{0, {}, now}).first->second;
    if (refusals.count++ == 0) refusals.sample = quoted(sample, sample_characters);
}

std::vector<FeedWord> Followed::due(Steady now) {
    std::vector<FeedWord> words;
    const FeedId feed(*endpoint_);
    if (running_ && heard_ + silent_after_ <= now) running_ = false;
    const auto state = running_ ? FeedState::loopt : FeedState::stil;
    if (told_ ? *told_ != state : running_) {
        told_ = state;
        words.emplace_back(FeedReported{feed, state, std::nullopt});
    }
    for (auto each = refusals_.begin(); each != refusals_.end();) {
        auto& [reason, refusals] = *each;
        if (refusals.next > now) {
            ++each;
        } else if (refusals.count == 0) {
            each = refusals_.erase(each);
        } else {
            words.emplace_back(
                FeedRefused{feed, reason, refusals.count, std::optional(std::move(refusals.sample))});
            refusals = {0, {}, now + refused_every_};
            ++each;
        }
    }
    return words;
}

Steady Followed::next_due() const {
    Steady due = running_ ? heard_ + silent_after_ : Steady::max();
    if (running_ && told_ != FeedState::loopt) due = Steady::min();
    for (const auto& [reason, refusals] : refusals_)
        due = std::min(due, refusals.next);
    return due;
}

} // namespace regiekamer::hub
