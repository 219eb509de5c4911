// One cell of a CSV as a Dutch spreadsheet opens it: whoever wrote its text, it reckons with none of it.
#pragma once

#include <string>
#include <string_view>

namespace regiekamer {

/// The text of a cell between `;`: with a ' before what a spreadsheet would take for a formula (OWASP, "CSV
/// Injection"), and in quotes where it must be.
std::string sheet_cell(std::string text);

/// What a cell says: without the ' that sheet_cell put before it.
std::string_view without_guard(std::string_view cell);

} // namespace regiekamer
