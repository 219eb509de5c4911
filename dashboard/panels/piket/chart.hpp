// The chart of the roster as geometry: which weeks stand in which columns, and where an instant stands. And
// what stands in one cell of it.
#pragma once

#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/ui/ui.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace regiekamer::panels::piket {

/// Weeks on the screen: linear within a week; the one in which summer time begins or ends is as wide as the
/// others.
struct Chart {
    std::vector<Instant> starts; ///< of each week, and the end of the last
    float left = 0, column = 0;
    bool months = false;

    [[nodiscard]] std::size_t weeks() const { return starts.size() - 1; }
    [[nodiscard]] Instant from() const { return starts.front(); }
    [[nodiscard]] Instant until() const { return starts.back(); }
    [[nodiscard]] float x(Instant at) const;
};
/// As many weeks as fit; says so in the drafts, by which the keys page.
Chart chart_of(const Scene& scene, Drafts& drafts, const ui::Rect& body);
/// By how many weeks a step of one month forth or back moves the chart.
int month_step(const Scene& scene, int week, bool forth);

/// When piket changes, where that is the same for all functions; empty: it is not, and each row says its own.
std::string one_change(const Scene& scene);
/// Where little height is left, heads and rows are low.
bool low(const ui::Ui& ui);
float head_height(const ui::Ui& ui, const Chart& chart);
void draw_head(ui::Ui& ui, const Scene& scene, const Chart& chart, const ui::Rect& head);

/// What is the matter with a duty: in words, and as a mark that needs no colour.
struct Trouble {
    std::string_view words, mark; ///< both empty: nothing
};
inline constexpr Trouble twice{"dubbel", "2×"}, asked_swap{"ruil gevraagd", "R"}, no_rest{"zonder rust", "!"},
    said_no{"zei nee", "N"};

/// Two letters a person where the cells are narrow: initials, and of those who share them the surname's own.
struct ShortNames {
    std::map<PersonId, std::string> of;
    std::string explained; ///< "Ku B. Kuijper · Ko B. Kok": of those whose initials are shared
};
ShortNames short_names(const Scene& scene, const std::vector<Function>& functions, const Chart& chart);

/// One turn as it stands in its place.
void draw_cell(ui::Ui& ui, const Scene& scene, const picture::Duty& duty, const ui::Rect& place,
               const Trouble& trouble, bool planned, const ShortNames& names);
/// What the cell says to who points at it.
std::string cell_words(const Scene& scene, const picture::Duty& duty, const Trouble& trouble);

} // namespace regiekamer::panels::piket
