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
    add({std::move(remark), false});
}

void Notices::answer(panels::Remark remark) {
    add({std::move(remark), true});
}

void Notices::add(Notice notice) {
    std::erase_if(kept_,
                  [&](const Notice& one) { return one.passing || one.remark.text == notice.remark.text; });
    if (kept_.size() == notices_most) {
        const auto light =
            std::find_if(kept_.begin(), kept_.end(), [](const Notice& one) { return !one.remark.serious; });
        kept_.erase(light == kept_.end() ? kept_.begin() : light);
    }
    kept_.push_back(std::move(notice));
}

void Notices::go_on() {
    std::erase_if(kept_, [](const Notice& one) { return one.passing; });
}

void Notices::put_away() {
    if (!kept_.empty()) kept_.pop_back();
}

void Notices::forget(std::string_view text) {
    std::erase_if(kept_, [&](const Notice& one) { return one.remark.text == text; });
}

std::optional<panels::Remark> Notices::shown() const {
    if (kept_.empty()) return std::nullopt;
    panels::Remark remark = kept_.back().remark;
    const std::size_t behind = kept_.size() - 1;
    if (behind > 0) remark.text += fmt::format(" (nog {} {})", behind, behind == 1 ? "melding" : "meldingen");
    return remark;
}

} // namespace regiekamer::desk
