// A ' is put before every text that a ' would be taken from again, so that each comes back as it was.
#include "messaging/vocabulary/sheet_cell.hpp"

namespace regiekamer {
namespace {

/// Where the text begins that a spreadsheet would reckon with, behind any '; npos: it would not.
std::size_t formula_at(std::string_view text) {
    const auto first = text.find_first_not_of('\'');
    constexpr std::string_view starts = "=+-@\t";
    return first != std::string_view::npos && starts.find(text[first]) != std::string_view::npos
               ? first
               : std::string_view::npos;
}

} // namespace

std::string sheet_cell(std::string text) {
    if (formula_at(text) != std::string_view::npos) text.insert(0, 1, '\'');
    if (text.find_first_of(";\"\r\n") == std::string::npos) return text;
    for (std::size_t at = 0; (at = text.find('"', at)) != std::string::npos; at += 2)
        text.insert(at, 1, '"');
    return '"' + text + '"';
}

std::string_view without_guard(std::string_view cell) {
    const auto first = formula_at(cell);
    if (first != std::string_view::npos && first > 0) cell.remove_prefix(1);
    return cell;
}

} // namespace regiekamer
