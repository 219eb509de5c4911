// Text: placed by its baseline, cut between characters, spaced, wrapped. Nothing here builds a string, but
// for letters that the font does not have: those are said in words.
#include "dashboard/panels/ui/paint.hpp"

#include <cfloat>
#include <cstring>

namespace regiekamer::ui {

namespace {

constexpr std::string_view ellipsis = "…";
/// Space between letters of section titles, in parts of the CSS size.
constexpr float spacing = 0.05F;

ImFont* font_of(const Ui& ui, Style style) {
    return ui.fonts_->font(style);
}

float width_px(const ImFont* font, std::string_view words) {
    if (words.empty()) return 0;
    return font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, words.data(), words.data() + words.size()).x;
}

/// One character of UTF-8 and how many bytes it takes; a broken byte counts as one character.
struct Character {
    ImWchar code;
    std::size_t size;
};
Character character_at(std::string_view words, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(words[i]); };
    const unsigned char lead = byte(at);
    if (lead < 0x80) return {lead, 1};
    const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    if (size == 1 || at + size > words.size()) return {0xFFFD, 1};
    std::uint32_t code = lead & (0xFFU >> (size + 1));
    for (std::size_t i = 1; i < size; ++i)
        code = code << 6U | (byte(at + i) & 0x3FU);
    return {static_cast<ImWchar>(code > 0xFFFF ? 0xFFFD : code), size};
}

/// Letters of another script, as against signs: Greek to Georgian and beyond, Chinese to Korean, the forms of
/// Arabic.
bool is_letter(ImWchar code) {
    return (code >= 0x0370 && code < 0x2000) || (code >= 0x2E80 && code < 0xD800) ||
           (code >= 0xF900 && code < 0xFE00) || (code >= 0xFE70 && code < 0xFEFF);
}

/// Accents that stand apart from their letter, and what only chooses the form of a sign.
bool is_mark(ImWchar code) {
    return (code >= 0x0300 && code < 0x0370) || code == 0x200D || code == 0xFE0E || code == 0xFE0F;
}

/// A text as the font can show it: each run of letters that it has not is named, so that nobody takes a row
/// of question marks for what was written. What was written stays as it is, in the message and in the record.
class Readable {
public:
    Readable(const ImFont* font, std::string_view words) : words_(words) {
        for (std::size_t at = 0; at < words.size();) {
            if (static_cast<unsigned char>(words[at]) < first_lead) {
                ++at;
                continue;
            }
            const auto one = character_at(words, at);
            if (has(font, words, at, one)) {
                at += one.size;
                continue;
            }
            made_.append(words.substr(kept_, at - kept_));
            kept_ = at = end_of_run(font, words, at);
        }
        if (kept_ == 0) return;
        made_.append(words.substr(kept_));
        words_ = made_;
    }
    Readable(const Readable&) = delete;
    Readable& operator=(const Readable&) = delete;
    Readable(Readable&&) = delete;
    Readable& operator=(Readable&&) = delete;
    ~Readable() = default;
    [[nodiscard]] std::string_view words() const { return words_; }

private:
    static constexpr unsigned char first_lead = 0xC6; ///< U+0180: what is below it every font has

    static bool has(const ImFont* font, std::string_view words, std::size_t at, const Character& one) {
        if (static_cast<unsigned char>(words[at]) >= 0xF0)
            return one.size == 1; // signs beyond the font's plane
        return font->FindGlyphNoFallback(one.code) != nullptr;
    }
    /// The end of what the font has not; spaces between two such words are of the run.
    std::size_t end_of_run(const ImFont* font, std::string_view words, std::size_t at) {
        bool letters = false, marks_only = true;
        std::size_t end = at;
        while (at < words.size()) {
            const auto one = character_at(words, at);
            const bool space = words[at] == ' ';
            if (!space && (static_cast<unsigned char>(words[at]) < first_lead || has(font, words, at, one)))
                break;
            letters = letters || (one.size < 4 && is_letter(one.code));
            marks_only = marks_only && (space || (one.size < 4 && is_mark(one.code)));
            at += one.size;
            if (!space) end = at;
        }
        if (!marks_only) made_.append(letters ? "[ander schrift]" : "[teken]");
        return end;
    }

    std::string made_;
    std::string_view words_;
    std::size_t kept_ = 0;
};

float top_px(const Ui& ui, const ImFont* font, float baseline) {
    return paint::px(ui, baseline) - std::floor(font->Ascent + 0.5F);
}

Rect recorded_box(const Ui& ui, Style style, Point baseline, float wide) {
    const float high = css_size(style);
    return {baseline.x, baseline.y - high * 0.95F, std::max(wide, 1 / ui.scale), high * 1.21F};
}

/// Draws `words` from pixel x on, cut with "…" when wider than `most` pixels; returns the pixel x where it
/// ends.
float draw_cut(Ui& ui, Style style, float x, float baseline, float most, Colour colour,
               std::string_view all) {
    ImFont* font = font_of(ui, style);
    const Readable shown(font, all);
    const std::string_view words = shown.words();
    const std::size_t fits = fitting(ui, style, most / ui.scale, words);
    const ImVec2 at{x, top_px(ui, font, baseline)};
    const ImU32 ink = paint::packed(colour);
    if (fits > 0) ui.draw_->AddText(font, font->FontSize, at, ink, words.data(), words.data() + fits);
    float end = x + width_px(font, words.substr(0, fits));
    if (fits < words.size()) {
        ui.draw_->AddText(font, font->FontSize, {std::floor(end), at.y}, ink, ellipsis.data(),
                          ellipsis.data() + ellipsis.size());
        end += width_px(font, ellipsis);
    }
    return end;
}

/// Walks the lines of a wrapped text; `each(line, rest, index)` returns whether to go on.
template <class Each>
int wrap(const Ui& ui, Style style, float width, std::string_view all, Each each) {
    const ImFont* font = font_of(ui, style);
    const Readable shown(font, all);
    std::string_view words = shown.words();
    int lines = 0;
    while (!words.empty()) {
        const std::string_view paragraph = paint::first_line(words);
        const char* cut = font->CalcWordWrapPositionA(
            1, paragraph.data(), paragraph.data() + paragraph.size(), std::max(1.F, width * ui.scale));
        std::size_t size = static_cast<std::size_t>(cut - paragraph.data());
        if (size == 0 && !paragraph.empty()) size = character_at(paragraph, 0).size;
        if (!each(words.substr(0, size), words, lines++)) return lines;
        words.remove_prefix(size);
        if (size == paragraph.size() && !words.empty())
            words.remove_prefix(1); // the line break itself
        else
            while (!words.empty() && words.front() == ' ')
                words.remove_prefix(1);
    }
    return lines;
}

} // namespace

namespace paint {

std::string_view first_line(std::string_view words) {
    return words.substr(0, words.find('\n'));
}

float middle(const Rect& box, Style style) {
    return box.y + box.h / 2 + cap_height(style) / 2;
}

float words(Ui& ui, Style style, Point baseline, Colour colour, std::string_view all) {
    ImFont* font = font_of(ui, style);
    const Readable shown(font, first_line(all));
    const std::string_view words = shown.words();
    if (words.empty()) return baseline.x;
    ui.draw_->AddText(font, font->FontSize, {px(ui, baseline.x), top_px(ui, font, baseline.y)},
                      packed(colour), words.data(), words.data() + words.size());
    return baseline.x + width_px(font, words) / ui.scale;
}

void centred(Ui& ui, Style style, const Rect& box, Colour colour, std::string_view words) {
    words = first_line(words);
    const float wide = std::min(box.w, width(ui, style, words));
    draw_cut(ui, style, px(ui, box.x + (box.w - wide) / 2), middle(box, style), box.w * ui.scale, colour,
             words);
}

float spaced(Ui& ui, Style style, Point baseline, Colour colour, std::string_view all) {
    ImFont* font = font_of(ui, style);
    const Readable shown(font, first_line(all));
    const std::string_view words = shown.words();
    const float y = top_px(ui, font, baseline.y), gap = std::round(css_size(style) * spacing * ui.scale);
    float x = px(ui, baseline.x);
    for (std::size_t at = 0; at < words.size();) {
        const auto [code, size] = character_at(words, at);
        font->RenderChar(ui.draw_, font->FontSize, {x, y}, packed(colour), code);
        x += font->GetCharAdvance(code) + gap;
        at += size;
    }
    return x / ui.scale;
}

} // namespace paint

float width(const Ui& ui, Style style, std::string_view words) {
    const Readable shown(font_of(ui, style), paint::first_line(words));
    return width_px(font_of(ui, style), shown.words()) / ui.scale;
}

float width_of_capitals(const Ui& ui, Style style, std::string_view all) {
    const Readable shown(font_of(ui, style), paint::first_line(all));
    const std::string_view words = shown.words();
    std::size_t count = 0;
    for (std::size_t at = 0; at < words.size(); at += character_at(words, at).size)
        ++count;
    const float gap = std::round(css_size(style) * spacing * ui.scale);
    return (width_px(font_of(ui, style), words) + gap * static_cast<float>(count)) / ui.scale;
}

float line_height(Style style) {
    return std::round(css_size(style) * 1.38F);
}
float cap_height(Style style) {
    return css_size(style) * 0.727F;
}

std::size_t fitting(const Ui& ui, Style style, float width, std::string_view words) {
    const ImFont* font = font_of(ui, style);
    const float most = width * ui.scale + 0.5F, less = most - width_px(font, ellipsis);
    float wide = 0;
    std::size_t fits = 0;
    for (std::size_t at = 0; at < words.size();) {
        const auto [code, size] = character_at(words, at);
        wide += font->GetCharAdvance(code);
        if (wide > most) {
            while (fits > 0 && words[fits - 1] == ' ')
                --fits; // no space before "…"
            return fits;
        }
        at += size;
        if (wide <= less) fits = at;
    }
    return words.size();
}

std::string shortened(const Ui& ui, Style style, float width, std::string_view all) {
    const Readable shown(font_of(ui, style), all);
    const std::string_view words = shown.words();
    const auto fits = fitting(ui, style, width, words);
    if (fits >= words.size()) return std::string(words);
    const auto last = words.substr(0, fits).find_last_not_of(" .,;:");
    return std::string(words.substr(0, last == std::string_view::npos ? 0 : last + 1)) + "…";
}

float text(Ui& ui, Style style, Point baseline, Colour colour, std::string_view words) {
    const float end = paint::words(ui, style, baseline, colour, words);
    if (!words.empty())
        paint::record(ui, SeenKind::text, {}, words, recorded_box(ui, style, baseline, end - baseline.x));
    return end;
}

float text_right(Ui& ui, Style style, Point baseline_end, Colour colour, std::string_view words) {
    const float start = baseline_end.x - width(ui, style, words);
    text(ui, style, {start, baseline_end.y}, colour, words);
    return start;
}

void text_centre(Ui& ui, Style style, Point baseline_middle, Colour colour, std::string_view words) {
    text(ui, style, {baseline_middle.x - width(ui, style, words) / 2, baseline_middle.y}, colour, words);
}

float text_within(Ui& ui, Style style, Point baseline, float width, Colour colour, std::string_view words) {
    if (words.empty() || width <= 0) return baseline.x;
    const float end = draw_cut(ui, style, paint::px(ui, baseline.x), baseline.y, width * ui.scale, colour,
                               paint::first_line(words)) /
                      ui.scale;
    paint::record(ui, SeenKind::text, {}, words, recorded_box(ui, style, baseline, end - baseline.x));
    return end;
}

float text_in(Ui& ui, Style style, const Rect& box, Colour colour, std::string_view words, Align align) {
    const float wide = std::min(box.w, width(ui, style, words));
    const float x = align == Align::left     ? box.x
                    : align == Align::centre ? box.x + (box.w - wide) / 2
                                             : box.right() - wide;
    return text_within(ui, style, {x, paint::middle(box, style)}, box.right() - x, colour, words);
}

float text_wrapped(Ui& ui, Style style, const Rect& box, Colour colour, std::string_view words) {
    if (words.empty()) return 0;
    const float high = line_height(style);
    const int most = std::max(1, static_cast<int>((box.h + 0.5F) / high));
    const float lift = (high - css_size(style)) / 2 + css_size(style) * 0.95F;
    const int lines =
        wrap(ui, style, box.w, words, [&](std::string_view line, std::string_view rest, int index) {
            const bool last = index + 1 == most;
            draw_cut(ui, style, paint::px(ui, box.x), box.y + lift + high * static_cast<float>(index),
                     box.w * ui.scale, colour, last ? paint::first_line(rest) : line);
            return !last;
        });
    const float used = high * static_cast<float>(lines);
    paint::record(ui, SeenKind::text, {}, words, {box.x, box.y, box.w, used});
    return used;
}

float wrapped_height(const Ui& ui, Style style, float width, std::string_view words) {
    const int lines =
        wrap(ui, style, width, words, [](std::string_view, std::string_view, int) { return true; });
    return line_height(style) * static_cast<float>(lines);
}

std::vector<std::string> wrapped_lines(const Ui& ui, Style style, float width, std::string_view words) {
    std::vector<std::string> lines;
    wrap(ui, style, width, words, [&](std::string_view line, std::string_view, int) {
        lines.emplace_back(line);
        return true;
    });
    return lines;
}

float capitals(Ui& ui, Style style, Point baseline, float width, Colour colour, std::string_view words) {
    if (words.empty() || width <= 0) return baseline.x;
    float end = baseline.x;
    if (width_of_capitals(ui, style, words) <= width)
        end = paint::spaced(ui, style, baseline, colour, words);
    else // too narrow: give up the spacing before giving up letters
        end = draw_cut(ui, style, paint::px(ui, baseline.x), baseline.y, width * ui.scale, colour,
                       paint::first_line(words)) /
              ui.scale;
    paint::record(ui, SeenKind::text, {}, words, recorded_box(ui, style, baseline, end - baseline.x));
    return end;
}

} // namespace regiekamer::ui
