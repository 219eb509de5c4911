// Runs of words of one kind on one line are drawn at once.
#include "dashboard/panels/meeting/difference.hpp"

#include <algorithm>

namespace regiekamer::panels::meeting {
namespace {

using ui::Rect;
using ui::Style;
using Kind = words::TextPart::Kind;

Style style_of(Kind kind) {
    return kind == Kind::added ? Style::strong16 : Style::row16;
}

struct Run {
    Kind kind{};
    std::string_view words;
    float x = 0;
};
using Line = std::vector<Run>;

/// Breaks at spaces, and a word that is wider than a line within it.
class Wrapping {
public:
    Wrapping(const ui::Ui& ui, float width)
        : ui_(ui), width_(width), space_(ui::width(ui, Style::row16, " ")), lines_(1) {}

    void put(Kind kind, std::string_view words) {
        while (!words.empty()) {
            std::size_t taken = fitting(kind, words);
            if (taken == 0 && x_ > 0) {
                next_line();
                continue;
            }
            if (taken == 0) taken = part_of_word(kind, words);
            lines_.back().push_back({kind, words.substr(0, taken), x_});
            x_ += ui::width(ui_, style_of(kind), words.substr(0, taken)) + space_;
            words.remove_prefix(taken);
            if (words.starts_with(' ')) words.remove_prefix(1);
        }
    }
    void next_line() {
        lines_.emplace_back();
        x_ = 0;
    }
    [[nodiscard]] const std::vector<Line>& lines() const { return lines_; }

private:
    /// As many whole words as this line still takes.
    [[nodiscard]] std::size_t fitting(Kind kind, std::string_view words) const {
        std::size_t fits = 0;
        for (std::size_t end = 0; end < words.size();) {
            end = std::min(words.find(' ', end + 1), words.size());
            if (x_ + ui::width(ui_, style_of(kind), words.substr(0, end)) > width_) break;
            fits = end;
        }
        return fits;
    }
    [[nodiscard]] std::size_t part_of_word(Kind kind, std::string_view words) const {
        const auto word = words.substr(0, words.find(' '));
        const auto within = ui::fitting(ui_, style_of(kind), width_, word);
        if (within > 0) return within;
        std::size_t character = 1; // narrower than one: a whole one all the same
        while (character < word.size() && (static_cast<unsigned char>(word[character]) & 0xC0U) == 0x80U)
            ++character;
        return character;
    }

    const ui::Ui& ui_;
    float width_, space_, x_ = 0;
    std::vector<Line> lines_;
};

void draw_run(ui::Ui& ui, const Run& run, ui::Point at) {
    const bool added = run.kind == Kind::added, removed = run.kind == Kind::removed;
    const float end = ui::text(ui, style_of(run.kind), at,
                               added     ? ui.palette.flow
                               : removed ? ui.palette.dim
                                         : ui.palette.text,
                               run.words);
    if (added) ui::line(ui, {at.x, at.y + 3}, {end, at.y + 3}, ui.palette.flow);
    if (removed) ui::line(ui, {at.x, at.y - 5}, {end, at.y - 5}, ui.palette.dim);
}

} // namespace

ui::ListView draw_difference(ui::Ui& ui, std::string_view id, const Rect& rect,
                             const std::vector<Paragraph>& paragraphs) {
    Wrapping wrapping(ui, rect.w - 10); // beside the mark that scrolls
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
        if (i > 0) wrapping.next_line();
        for (const auto& part : paragraphs[i])
            wrapping.put(part.kind, part.text);
    }
    const auto& lines = wrapping.lines();
    const auto view =
        ui::list(ui, id, rect, static_cast<int>(lines.size()), ui::line_height(Style::row16) + 2);
    for (int i = view.first; i < view.end(); ++i)
        for (const Run& run : lines[static_cast<std::size_t>(i)])
            draw_run(ui, run, {rect.x + run.x, view.row(i).y + 17});
    return view;
}

} // namespace regiekamer::panels::meeting
