// Rectangles with their messages, of one frame.
#include "dashboard/panels/because.hpp"

#include <algorithm>

namespace regiekamer::panels {
namespace {

/// The smallest rectangle around a point; of two alike the one said last.
const ui::Ui::Because* around(const ui::Ui& ui, ui::Point at) {
    const ui::Ui::Because* found = nullptr;
    const auto area = [](const ui::Rect& rect) { return rect.w * rect.h; };
    for (const auto& one : ui.because_)
        if (one.rect.contains(at) && (found == nullptr || area(one.rect) <= area(found->rect))) found = &one;
    return found;
}

} // namespace

void because(ui::Ui& ui, const ui::Rect& rect, std::span<const Sequence> sequences) {
    const std::size_t from = ui.because_sequences_.size();
    for (const Sequence sequence : sequences)
        if (sequence != 0) ui.because_sequences_.push_back(sequence);
    const std::size_t count = ui.because_sequences_.size() - from;
    if (count > 0 && !rect.empty()) ui.because_.push_back({rect, from, count});
}

std::vector<Sequence> behind(const ui::Ui& ui) {
    const ui::Rect* focused = ui::focused_rect(ui);
    const auto* found = focused != nullptr ? around(ui, focused->centre()) : nullptr;
    if (found == nullptr) found = around(ui, ui.mouse);
    if (found == nullptr) return {};
    const auto from = ui.because_sequences_.begin() + static_cast<std::ptrdiff_t>(found->from);
    std::vector<Sequence> sequences(from, from + static_cast<std::ptrdiff_t>(found->count));
    std::sort(sequences.begin(), sequences.end());
    sequences.erase(std::unique(sequences.begin(), sequences.end()), sequences.end());
    return sequences;
}

} // namespace regiekamer::panels
