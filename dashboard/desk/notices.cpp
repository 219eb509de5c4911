// The order of what is to be said, and the words that count it.
#include "dashboard/desk/notices.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::desk {
namespace {

/// More than anybody reads; the oldest goes, one that is not serious first.
constexpr std::size_t notices_most = 9;

} // namespace

void Notices::say(panels::Remark remark) {
    add(std::move(remark));
}

void Notices::answer(panels::Remark remark) {
    remark.passing = true;
    add(std::move(remark));
}

void Notices::add(panels::Remark remark) {
    std::erase_if(kept_,
                  [&](const Notice& one) { return one.remark.passing || one.remark.text == remark.text; });
    if (kept_.size() == notices_most) {
        const auto light =
            std::find_if(kept_.begin(), kept_.end(), [](const Notice& one) { return !one.remark.serious; });
        kept_.erase(light == kept_.end() ? kept_.begin() : light);
    }
    for (auto& one : kept_)
        one.since.reset();
    kept_.push_back({std::move(remark)});
}

void Notices::go_on() {
    std::erase_if(kept_, [](const Notice& one) { return one.remark.passing; });
}

void Notices::put_away() {
    if (!kept_.empty()) kept_.pop_back();
}

void Notices::forget(std::string_view text) {
    std::erase_if(kept_, [&](const Notice& one) { return one.remark.text == text; });
}

std::optional<panels::Remark> Notices::shown(Instant now) {
    const auto over = [&](const Notice& one) {
        return !one.remark.serious && one.since && now - *one.since >= (one.remark.passing ? passes : stays);
    };
    while (!kept_.empty() && over(kept_.back()))
        kept_.pop_back();
    if (kept_.empty()) return std::nullopt;
    if (!kept_.back().since) kept_.back().since = now;
    panels::Remark remark = kept_.back().remark;
    const std::size_t behind = kept_.size() - 1;
    if (behind > 0) remark.text += fmt::format(" (nog {} {})", behind, behind == 1 ? "melding" : "meldingen");
    return remark;
}

} // namespace regiekamer::desk
