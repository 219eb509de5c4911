// Runs of words of one kind on one line are drawn at once.
#include "dashboard/panels/meeting/difference.hpp"

namespace regiekamer::panels::meeting {
namespace {

using ui::Style;
using Kind = words::TextPart::Kind;

Style style_of(Kind kind) {
    return kind == Kind::added ? Style::strong16 : Style::row16;
}

/// Where the next words go.
class Lines {
public:
    Lines(ui::Ui& ui, const ui::Rect& rect)
        : ui_(ui), rect_(rect), x_(rect.x), y_(rect.y + 17), space_(ui::width(ui, Style::row16, " ")) {}

    /// As many words as this line still takes; the others go on on the next.
    void put(Kind kind, std::string_view words) {
        while (!words.empty() && !full_) {
            std::size_t taken = fitting(kind, words);
            if (taken == 0 && x_ > rect_.x) {
                next_line();
                continue;
            }
            if (taken == 0) taken = std::min(words.find(' '), words.size()); // a word wider than the place
            draw(kind, words.substr(0, taken));
            words.remove_prefix(std::min(words.size(), taken + 1));
        }
    }

private:
    [[nodiscard]] std::size_t fitting(Kind kind, std::string_view words) const {
        std::size_t fits = 0;
        for (std::size_t end = 0; end < words.size();) {
            end = std::min(words.find(' ', end + 1), words.size());
            if (x_ + ui::width(ui_, style_of(kind), words.substr(0, end)) > rect_.right()) break;
            fits = end;
        }
        return fits;
    }
    void draw(Kind kind, std::string_view words) {
        const bool added = kind == Kind::added, removed = kind == Kind::removed;
        const float end = ui::text_within(ui_, style_of(kind), {x_, y_}, rect_.right() - x_ + 1,
                                          added     ? ui_.palette.flow
                                          : removed ? ui_.palette.dim
                                                    : ui_.palette.text,
                                          words);
        if (added) ui::line(ui_, {x_, y_ + 3}, {end, y_ + 3}, ui_.palette.flow);
        if (removed) ui::line(ui_, {x_, y_ - 5}, {end, y_ - 5}, ui_.palette.dim);
        x_ = end + space_;
    }
    void next_line() {
        const float height = ui::line_height(Style::row16) + 2;
        if (y_ + 2 * height - 17 > rect_.bottom() + 4) {
            ui::text(ui_, Style::row16, {std::min(x_, rect_.right() - 14), y_}, ui_.palette.dim, "…");
            full_ = true;
            return;
        }
        x_ = rect_.x;
        y_ += height;
    }

    ui::Ui& ui_;
    ui::Rect rect_;
    float x_, y_, space_;
    bool full_ = false;
};

} // namespace

void draw_difference(ui::Ui& ui, const ui::Rect& rect, const std::vector<words::TextPart>& parts) {
    Lines lines(ui, rect);
    for (const auto& part : parts)
        lines.put(part.kind, part.text);
}

} // namespace regiekamer::panels::meeting
