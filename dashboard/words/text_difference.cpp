// The longest common subsequence of words, by the table of lengths, after what both ends share is taken off.
#include "dashboard/words/text_difference.hpp"

#include <algorithm>
#include <cstdint>

namespace regiekamer::words {
namespace {

using Kind = TextPart::Kind;
using Words = std::vector<std::string_view>;

constexpr std::size_t words_max = 1'000;
constexpr std::string_view white = " \t\r\n";

Words words_of(std::string_view text) {
    Words words;
    for (auto at = text.find_first_not_of(white); at != std::string_view::npos;
         at = text.find_first_not_of(white, at)) {
        const auto end = std::min(text.find_first_of(white, at), text.size());
        words.push_back(text.substr(at, end - at));
        at = end;
    }
    return words;
}

/// Gathers words of one kind into one part.
class Parts {
public:
    void add(Kind kind, std::string_view word) {
        if (parts_.empty() || parts_.back().kind != kind) parts_.push_back({kind, {}});
        std::string& text = parts_.back().text;
        if (!text.empty()) text += ' ';
        text += word;
    }
    void add(Kind kind, const Words& words, std::size_t from, std::size_t until) {
        for (; from < until; ++from)
            add(kind, words[from]);
    }
    std::vector<TextPart> take() { return std::move(parts_); }

private:
    std::vector<TextPart> parts_;
};

/// The stretch in which two texts differ, after what both ends share.
struct Middle {
    std::size_t first = 0, old_end = 0, new_end = 0;
    Middle(const Words& before, const Words& after) : old_end(before.size()), new_end(after.size()) {
        while (first < old_end && first < new_end && before[first] == after[first])
            ++first;
        while (old_end > first && new_end > first && before[old_end - 1] == after[new_end - 1])
            --old_end, --new_end;
    }
};

void add_middle(Parts& parts, const Words& before, const Words& after, const Middle& middle) {
    const std::size_t rows = middle.old_end - middle.first, columns = middle.new_end - middle.first;
    if (rows > words_max || columns > words_max) {
        parts.add(Kind::removed, before, middle.first, middle.old_end);
        return parts.add(Kind::added, after, middle.first, middle.new_end);
    }
    // Lengths of what two tails share.
    std::vector<std::uint16_t> lengths((rows + 1) * (columns + 1), 0);
    const auto length = [&](std::size_t row, std::size_t column) -> std::uint16_t& {
        return lengths[row * (columns + 1) + column];
    };
    const auto same = [&](std::size_t row, std::size_t column) {
        return before[middle.first + row] == after[middle.first + column];
    };
    for (std::size_t row = rows; row-- > 0;)
        for (std::size_t column = columns; column-- > 0;)
            length(row, column) = same(row, column)
                                      ? static_cast<std::uint16_t>(length(row + 1, column + 1) + 1)
                                      : std::max(length(row + 1, column), length(row, column + 1));
    std::size_t row = 0, column = 0;
    while (row < rows || column < columns) {
        if (row < rows && column < columns && same(row, column)) {
            parts.add(Kind::same, after[middle.first + column]);
            ++row, ++column;
        } else if (row < rows && (column == columns || length(row + 1, column) >= length(row, column + 1))) {
            parts.add(Kind::removed, before[middle.first + row++]);
        } else {
            parts.add(Kind::added, after[middle.first + column++]);
        }
    }
}

} // namespace

std::vector<TextPart> text_difference(std::string_view before, std::string_view after) {
    const Words was = words_of(before), is = words_of(after);
    const Middle middle(was, is);
    Parts parts;
    parts.add(Kind::same, is, 0, middle.first);
    add_middle(parts, was, is, middle);
    parts.add(Kind::same, is, middle.new_end, is.size());
    return parts.take();
}

} // namespace regiekamer::words
