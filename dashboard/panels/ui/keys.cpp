// Names of keys on buttons, and which key prints which character.
#include "dashboard/panels/ui/keys.hpp"

#include <array>

namespace regiekamer::ui {

namespace {

/// In the order of Key.
constexpr std::array<std::string_view, 74> names{
    "",    "Enter", "Esc",   "Tab", "Spatie", "Backspace", "Del", "Insert", "←",  "→",  "↑",  "↓",  "Home",
    "End", "PgUp",  "PgDn",  "F1",  "F2",     "F3",        "F4",  "F5",     "F6", "F7", "F8", "F9", "F10",
    "F11", "F12",   "Pause", "/",   ",",      ".",         "+",   "-",      "=",  "[",  "]",  "?",  "0",
    "1",   "2",     "3",     "4",   "5",      "6",         "7",   "8",      "9",  "A",  "B",  "C",  "D",
    "E",   "F",     "G",     "H",   "I",      "J",         "K",   "L",      "M",  "N",  "O",  "P",  "Q",
    "R",   "S",     "T",     "U",   "V",      "W",         "X",   "Y",      "Z"};
static_assert(names.size() == static_cast<std::size_t>(Key::z) + 1);

Key offset(Key from, char32_t by) {
    return static_cast<Key>(static_cast<std::uint8_t>(from) + static_cast<std::uint8_t>(by));
}

} // namespace

std::string_view key_name(Key key) {
    return names.at(static_cast<std::size_t>(key));
}

Key key_of(char32_t character) {
    if (character >= U'a' && character <= U'z') return offset(Key::a, character - U'a');
    if (character >= U'A' && character <= U'Z') return offset(Key::a, character - U'A');
    if (character >= U'0' && character <= U'9') return offset(Key::d0, character - U'0');
    switch (character) {
    case U' ':
        return Key::space;
    case U'/':
        return Key::slash;
    case U',':
        return Key::comma;
    case U'.':
        return Key::period;
    case U'+':
        return Key::plus;
    case U'-':
        return Key::minus;
    case U'=':
        return Key::equal;
    case U'[':
        return Key::bracket_left;
    case U']':
        return Key::bracket_right;
    case U'?':
        return Key::question;
    default:
        return Key::none;
    }
}

bool works_while_typing(const KeyPress& press) {
    if (press.key >= Key::f1 && press.key <= Key::pause) return true;
    if (!press.ctrl) return false;
    constexpr std::array own{Key::a,    Key::c,     Key::v,         Key::x,    Key::y,  Key::z,
                             Key::left, Key::right, Key::backspace, Key::del,  Key::up, Key::down,
                             Key::home, Key::end,   Key::insert,    Key::enter};
    for (const Key key : own)
        if (press.key == key) return false;
    return true;
}

} // namespace regiekamer::ui
