// The look of dialogs, once.
#include "dashboard/panels/dialogs/form.hpp"

#include "dashboard/panels/dialogs/moment_text.hpp"
#include "dashboard/words/time_words.hpp"
#include "messaging/codec/visible.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::panels {

using ui::Rect;
using ui::Style;

namespace {

/// The next one that begins with a letter that was pressed; -1: none.
int next_with_letter(ui::Ui& ui, std::span<const std::string> words, int from) {
    const auto count = static_cast<int>(words.size());
    for (int step = 1; step <= count; ++step) {
        const int at = (from + step) % count;
        const std::string& word = words[static_cast<std::size_t>(at)];
        const char first =
            word.empty() ? ' ' : static_cast<char>(std::tolower(static_cast<unsigned char>(word[0])));
        if (first < 'a' || first > 'z') continue;
        if (ui::pressed(ui, static_cast<ui::Key>(static_cast<int>(ui::Key::a) + (first - 'a')))) return at;
    }
    return -1;
}

/// The first number in a word, when it is one digit: "GRIP 2", "3  Grote brand"; -1: it has none, or a longer
/// one.
int number_in(const std::string& word) {
    const auto at = word.find_first_of("0123456789");
    if (at == std::string::npos || word.find_first_of("0123456789,", at + 1) == at + 1) return -1;
    return word[at] - '0';
}

/// Which one a digit stands for: the one with that number, and in a list that is not numbered the place in
/// it; -1: none.
int meant_by(int digit, std::span<const std::string> words) {
    std::size_t numbered = 0;
    int meant = -1;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const int number = number_in(words[i]);
        numbered += number >= 0 ? 1 : 0;
        if (number == digit && meant < 0) meant = static_cast<int>(i);
    }
    if (2 * numbered > words.size()) return meant;
    return digit < 1 || digit > static_cast<int>(words.size()) ? -1 : digit - 1;
}

constexpr float label_height = 24, field_height = 44, between = 8;
constexpr float around = 24 + 44;      // the frame of a modal and its title
constexpr float foot_height = 44 + 46; // the buttons, and the complaint above them
constexpr float first_guess = 400;     // before the first frame counted

float room(const ui::Ui& ui) {
    return ui.screen.h - 20;
}

} // namespace

Form::Form(ui::Ui& ui, Drafts& drafts, std::string_view title, float width, Keyboard keyboard)
    : ui_(ui), drafts_(drafts), keyboard_(keyboard), compact_(drafts.form_height > room(ui)),
      body_(ui::modal(ui, std::min(width, ui.screen.w - 20),
                      std::min(drafts.form_height > 0 ? drafts.form_height : first_guess, room(ui)), title)) {
    foot_ = body_.take_bottom(foot_height);
}

Rect Form::take(float height, float compact_height) {
    needed_ += height;
    return body_.take_top(compact_ ? compact_height : height);
}

void Form::words(std::string_view text) {
    const float height = ui::wrapped_height(ui_, Style::row16, body_.w, text) + 10;
    const Rect place = take(height, std::min(height, 2 * ui::line_height(Style::row16) + 6));
    if (place.h >= ui::line_height(Style::row16))
        ui::text_wrapped(ui_, Style::row16, place, ui_.palette.text, text);
}

void Form::read(std::span<const std::string> paragraphs) {
    if (!compact_) {
        for (const auto& paragraph : paragraphs)
            words(paragraph);
        return;
    }
    std::vector<std::string> lines;
    const float width = body_.w - 8; // beside it the bar of the list
    for (const auto& paragraph : paragraphs) {
        auto more = ui::wrapped_lines(ui_, Style::row16, width, paragraph);
        needed_ += static_cast<float>(more.size()) * ui::line_height(Style::row16) + 10;
        lines.insert(lines.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    const Rect foot = body_.take_bottom(26);
    const auto view =
        ui::list(ui_, "form/lees", body_, static_cast<int>(lines.size()), ui::line_height(Style::row16));
    ui::page(ui_, "form/lees", view);
    for (int i = view.first; i < view.end(); ++i)
        ui::text_within(ui_, Style::row16, {body_.x, view.row(i).y + 17}, width, ui_.palette.text,
                        lines[static_cast<std::size_t>(i)]);
    if (view.above() + view.below() > 0)
        ui::text_within(ui_, Style::strong15, {foot.x, foot.y + 18}, foot.w, ui_.palette.dim,
                        fmt::format("nog {} regels · Page Down en Page Up", view.above() + view.below()));
}

void Form::large(std::string_view text) {
    const Rect place = take(52, 44);
    ui::text_in(ui_, Style::answer30, place, ui_.palette.text, text);
}

void Form::field(std::string_view id, std::string_view label, std::string& value, std::string_view hint) {
    Rect place = take(label_height + field_height + between, field_height + 4);
    if (compact_) { // beside the field, so that a filled one is named too
        Rect head = place.take_left(std::min(place.w * 0.4F, 300.F));
        place.take_left(8);
        head.h = field_height;
        if (ui::width(ui_, Style::strong15, label) > head.w)
            ui::text_wrapped(ui_, Style::strong15, head, ui_.palette.dim, label);
        else
            ui::text_within(ui_, Style::strong15, {head.x, head.centre().y + 5}, head.w, ui_.palette.dim,
                            label);
    } else {
        const Rect head = place.take_top(label_height);
        ui::text_within(ui_, Style::strong15, {head.x, head.y + 17}, head.w, ui_.palette.dim, label);
    }
    fields_.push_back(&value);
    if (first_field_ && drafts_.opened_now && keyboard_ == Keyboard::first_field) ui::focus(ui_, id);
    first_field_ = false;
    if (drafts_.missing == &value) {
        ui::focus(ui_, id);
        drafts_.missing = nullptr;
    }
    const auto typed = ui::text_input(ui_, id, place.take_top(field_height), value, hint);
    if (typed.changed) drafts_.complaint.clear();
    if (typed.cancelled) close(drafts_);
    entered_ = entered_ || typed.entered;
}

float Form::rows_height(std::span<const std::string> words) const {
    float left = body_.w, height = field_height;
    for (const auto& word : words) {
        const float width = ui::button_width(ui_, word, {});
        if (width > left && left < body_.w) {
            height += field_height + 6;
            left = body_.w;
        }
        left -= width + 6;
    }
    return height;
}

bool Form::choice_rows(std::string_view id, Rect place, std::span<const std::string> words, int& chosen) {
    bool changed = false;
    Rect line = place.take_top(field_height);
    for (int i = 0; i < static_cast<int>(words.size()); ++i) {
        const auto& word = words[static_cast<std::size_t>(i)];
        const float width = ui::button_width(ui_, word, {});
        if (width > line.w && line.w < place.w) {
            place.take_top(6);
            line = place.take_top(field_height);
        }
        const Rect at = line.take_left(width);
        line.take_left(6);
        const auto kind = i == chosen ? ui::ButtonKind::selected : ui::ButtonKind::plain;
        const auto part = fmt::format("{}/{}", id, word);
        const bool pressed = ui::button(ui_, part, at, word, std::string_view(), kind);
        ui::is_choice(ui_, i == std::clamp(chosen, 0, static_cast<int>(words.size()) - 1));
        if (!pressed) continue;
        chosen = i;
        changed = true;
    }
    return changed;
}

/// A digit, or the arrows or a first letter from the one that has the focus.
bool Form::choice_keys(std::string_view id, std::span<const std::string> words, int& chosen) {
    const auto count = static_cast<int>(words.size());
    for (int digit = 0; first_choice_ && digit <= 9; ++digit) {
        const int meant = meant_by(digit, words);
        if (meant < 0 || !ui::pressed(ui_, static_cast<ui::Key>(static_cast<int>(ui::Key::d0) + digit)))
            continue;
        chosen = meant;
        return true;
    }
    for (int i = 0; i < count; ++i) {
        if (!ui::has_focus(ui_, fmt::format("{}/{}", id, words[static_cast<std::size_t>(i)]))) continue;
        const bool on = ui::pressed(ui_, ui::Key::right) || ui::pressed(ui_, ui::Key::down);
        const bool back = ui::pressed(ui_, ui::Key::left) || ui::pressed(ui_, ui::Key::up);
        const int letter = next_with_letter(ui_, words, i);
        if (!on && !back && letter < 0) return false;
        chosen = letter >= 0 ? letter : (i + (on ? 1 : -1) + count) % count;
        ui::focus(ui_, fmt::format("{}/{}", id, words[static_cast<std::size_t>(chosen)]));
        return true;
    }
    return false;
}

bool Form::compact_choice(std::string_view id, std::string_view label, std::span<const std::string> words,
                          int& chosen) {
    const auto count = static_cast<int>(words.size());
    const std::string shown = fmt::format(
        "{}: {}", label, chosen < 0 ? std::string("kies") : words[static_cast<std::size_t>(chosen)]);
    Rect place = take(0, field_height + 4);
    const bool next = ui::button(ui_, id, place.take_top(field_height), shown, "volgende");
    ui::is_choice(ui_);
    int step = next ? 1 : 0;
    if (ui::has_focus(ui_, id))
        step = ui::pressed(ui_, ui::Key::right) ? 1 : ui::pressed(ui_, ui::Key::left) ? -1 : step;
    if (step == 0) return false;
    chosen = chosen < 0 ? 0 : (chosen + step + count) % count;
    return true;
}

bool Form::choice(std::string_view id, std::string_view label, std::span<const std::string> words,
                  int& chosen) {
    const float height = label_height + rows_height(words) + between;
    bool changed = false;
    if (compact_) {
        needed_ += height;
        changed = compact_choice(id, label, words, chosen);
    } else {
        Rect place = take(height, height);
        const Rect head = place.take_top(label_height);
        ui::text_within(ui_, Style::strong15, {head.x, head.y + 17}, head.w, ui_.palette.dim, label);
        changed = choice_rows(id, place, words, chosen);
    }
    if (drafts_.missing == &chosen && !words.empty()) {
        const auto part = static_cast<std::size_t>(std::clamp(chosen, 0, static_cast<int>(words.size()) - 1));
        ui::focus(ui_, compact_ ? std::string(id) : fmt::format("{}/{}", id, words[part]));
        drafts_.missing = nullptr;
    }
    changed = choice_keys(id, words, chosen) || changed;
    first_choice_ = false;
    if (changed) drafts_.complaint.clear();
    return changed;
}

namespace {

constexpr float tick_height = 32, wrapped_tick_height = 26;
constexpr float box_width = 36;

/// What is ticked is read whole first: a line that is too long goes on in the rows beneath it.
struct TickRow {
    const TickLine* line;
    std::string words;
    int row, rows; ///< of its line
};

std::vector<TickRow> rows_of(const ui::Ui& ui, std::span<const TickLine> lines, float width) {
    std::vector<TickRow> all;
    for (const auto& line : lines) {
        const float remark = ui::width(ui, Style::secondary15, line.remark) + 24;
        auto parts = ui::wrapped_lines(ui, Style::row16, width - remark - box_width, line.words);
        if (parts.empty()) parts.emplace_back();
        const auto rows = static_cast<int>(parts.size());
        for (int row = 0; row < rows; ++row)
            all.push_back({&line, std::move(parts[static_cast<std::size_t>(row)]), row, rows});
    }
    return all;
}

/// The box and the remark stand in the first row of a line; pressing any of its rows ticks it.
void draw_tick(ui::Ui& ui, const ui::ListView& view, int at, const TickRow& row, Drafts& drafts) {
    const Rect place = view.row(at);
    const TickLine& line = *row.line;
    ui::text(ui, Style::row16, {place.x + box_width, place.centre().y + 6},
             line.locked ? ui.palette.dim : ui.palette.text, row.words);
    if (row.row > 0) return;
    const float remark = ui::text_right(ui, Style::secondary15, {place.right() - 8, place.centre().y + 5},
                                        ui.palette.dim, line.remark);
    if (line.locked) return;
    const Rect first{place.x, place.y, remark - place.x - 16, place.h};
    const bool on = ticked(drafts, line);
    bool pressed = ui::checkbox(ui, line.id, first, on, line.words);
    ui::is_choice(ui);
    const int rest = std::min(row.rows, view.end() - at) - 1;
    if (rest > 0) {
        const Rect beneath{first.x, place.bottom(), first.w, place.h * static_cast<float>(rest)};
        pressed = ui::touch(ui, line.id + "/vervolg", beneath) || pressed;
        ui::is_choice(ui, false); // Tab stops once at a line
    }
    if (!pressed) return;
    drafts.ticks[line.id] = !on;
    drafts.complaint.clear();
}

} // namespace

bool ticked(const Drafts& drafts, const TickLine& line) {
    const auto said = drafts.ticks.find(line.id);
    return !line.locked && (said == drafts.ticks.end() ? line.ticked : said->second);
}

void Form::ticks(std::string_view id, std::string_view label, std::span<const TickLine> lines,
                 int shown_max) {
    if (lines.empty()) return;
    const auto rows = rows_of(ui_, lines, body_.w);
    const auto count = static_cast<int>(rows.size());
    const float row_height = rows.size() > lines.size() ? wrapped_tick_height : tick_height;
    const float shown =
        std::min(row_height * static_cast<float>(count), tick_height * static_cast<float>(shown_max));
    const float height = label_height + shown + between;
    // In a low window as high as what stands beneath it leaves, by what the last frame counted of that.
    const float beneath = std::max(0.F, drafts_.form_height - around - foot_height - needed_ - height);
    const float least = std::min(height, label_height + 3 * tick_height + between);
    Rect place = take(height, std::clamp(body_.h - beneath, least, height));
    const Rect head = place.take_top(label_height);
    place.take_bottom(between);
    const auto on = std::count_if(lines.begin(), lines.end(),
                                  [&](const TickLine& line) { return ticked(drafts_, line); });
    const auto view = ui::list(ui_, id, place, count, row_height);
    for (int i = view.first; i < view.end(); ++i)
        draw_tick(ui_, view, i, rows[static_cast<std::size_t>(i)], drafts_);
    std::string title = fmt::format("{} · {} van {} · A alles of niets", label, on, lines.size());
    const auto hidden = std::count_if(rows.begin(), rows.end(), [&](const TickRow& row) {
        const auto at = static_cast<int>(&row - rows.data());
        return row.row == 0 && (at < view.first || at + row.rows > view.end());
    });
    if (hidden > 0) title += fmt::format(" · nog {} [PgDn]", hidden);
    ui::text_within(ui_, Style::strong15, {head.x, head.y + 17}, head.w, ui_.palette.dim, title);
    if (!ui::pressed(ui_, ui::Key::a)) return;
    for (const auto& line : lines)
        if (!line.locked) drafts_.ticks[line.id] = on == 0;
}

bool Form::button(std::string_view id, std::string_view verb, ui::Key key) {
    Rect line = take(field_height + between, field_height + 4).take_top(field_height);
    const auto place = line.take_left(std::min(line.w, ui::button_width(ui_, verb, ui::key_name(key)) + 60));
    return ui::button(ui_, id, place, verb, ui::Shortcut{key});
}

void Form::complain() {
    if (drafts_.complaint.empty()) return;
    const Rect place = foot_.take_top(42);
    const Rect words{place.x + 26, place.y, place.w - 26, place.h};
    const bool one_line = ui::width(ui_, Style::strong16, drafts_.complaint) <= words.w;
    ui::triangle(ui_, {place.x + 9, one_line ? place.y + 15 : place.centre().y}, 14, ui_.palette.attention);
    if (one_line)
        ui::text_within(ui_, Style::strong16, {words.x, place.y + 21}, words.w, ui_.palette.text,
                        drafts_.complaint);
    else // what must be mended is read whole
        ui::text_wrapped(ui_, Style::strong15, words, ui_.palette.text, drafts_.complaint);
}

void Form::end() {
    drafts_.opened_now = false;
    const float height = needed_ + around + foot_height;
    if (height != drafts_.form_height) ui::want_another_frame(ui_);
    drafts_.form_height = height;
}

bool Form::confirmed(std::string_view verb) {
    complain();
    Rect buttons = foot_.take_bottom(44);
    const Rect main = buttons.take_right(ui::button_width(ui_, verb, "Enter"));
    buttons.take_right(10);
    const Rect cancel = buttons.take_right(ui::button_width(ui_, "Annuleer", "Esc"));
    const bool done = ui::button(ui_, "form/doe", main, verb, "Enter", ui::ButtonKind::main);
    const bool cancelled =
        ui::button(ui_, "form/annuleer", cancel, "Annuleer", ui::Shortcut{ui::Key::escape});
    if (drafts_.dialog == Dialog::none) return false; // Esc was pressed in a field
    end();
    if (cancelled) {
        close(drafts_);
        return false;
    }
    return (done || entered_ || ui::pressed(ui_, ui::Key::enter)) && readable();
}

/// What a field holds may come from elsewhere: pasted, or read from a message.
bool Form::readable() {
    for (const auto* field : fields_) {
        if (codec::all_visible(trimmed(*field))) continue;
        ask_again(drafts_,
                  "Er staat een teken in dat niet te zien is. Haal het weg, of typ de tekst opnieuw.", field);
        return false;
    }
    return true;
}

void Form::shown() {
    Rect buttons = foot_.take_bottom(44);
    const Rect main = buttons.take_right(ui::button_width(ui_, "Sluit", "Enter"));
    const bool done = ui::button(ui_, "form/doe", main, "Sluit", "Enter", ui::ButtonKind::main);
    end();
    if (done || ui::pressed(ui_, ui::Key::enter) || ui::pressed(ui_, ui::Key::escape)) close(drafts_);
}

void ask_again(Drafts& drafts, std::string complaint, const void* about) {
    drafts.complaint = std::move(complaint);
    drafts.missing = about;
}

std::string trimmed(const std::string& text) {
    const auto from = text.find_first_not_of(" \t\r\n");
    if (from == std::string::npos) return {};
    return text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1);
}

std::optional<std::string> typed_text(Drafts& drafts, const std::string& text, const char* complaint,
                                      std::size_t bytes_max) {
    auto words = trimmed(text);
    if (!words.empty() && words.size() <= bytes_max) return words;
    ask_again(drafts,
              words.empty() ? complaint : fmt::format("Dit is te lang: hoogstens {} tekens.", bytes_max),
              &text);
    return std::nullopt;
}

std::string past_words(Instant at, Instant now, const std::string& typed) {
    return fmt::format("Die tijd is al voorbij: {} was {}, en het is nu {}. Schrijf een tijd die nog komt.",
                       typed.empty() ? "dat" : typed, words::clock_near(at, now), words::clock(now));
}

std::optional<Instant> typed_future(Drafts& drafts, const std::string& text, Instant now) {
    const auto at = typed_coming_moment(text, now);
    if (at && *at >= now - minutes(1)) return at;
    ask_again(drafts,
              at ? past_words(*at, now) : "De tijd is niet te lezen. Schrijf 14:30, +15 of 24-12 09:00.",
              &text);
    return std::nullopt;
}

} // namespace regiekamer::panels
