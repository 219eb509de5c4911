// Who a capcode is, as people keep it: a spreadsheet (CSV), or TOML. For the names on the screen and for what
// is ours.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace regiekamer::feeds {

struct CapcodeTable {
    struct Row {
        std::size_t line{};
        std::int64_t capcode{};
        std::string name; ///< empty: the table says none
    };
    /// What could not be used of it.
    struct Odd {
        std::size_t line{};
        std::string found, expected;
        bool torn = false; ///< the row, and not only its capcode
    };
    std::vector<Row> rows;
    std::vector<Odd> odd;
    bool named = false; ///< it has a column for names
};

/// CSV with a column capcode, and for names omschrijving, naam or description; a file `*.toml` has them as
/// 1401230 = "Brandweer Alblasserdam" under [capcodes]. Rows of a Monitorcode name nobody, and without a
/// capcode there is nothing to say: both are passed over. Unexpected: nothing of it can be used, and why.
tl::expected<CapcodeTable, CapcodeTable::Odd> capcodes_of(std::string_view bytes,
                                                          const std::filesystem::path& file);

inline constexpr auto a_capcode = "a capcode of at most seven digits";
/// At most seven digits, padded or not; none: it is something else.
std::optional<std::int64_t> capcode_number(std::string_view text);

/// A public table has some 10,000 rows.
inline constexpr std::size_t capcode_table_bytes_max = 8 * 1024 * 1024;

} // namespace regiekamer::feeds
