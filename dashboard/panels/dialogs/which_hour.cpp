#include "dashboard/panels/dialogs/which_hour.hpp"

#include "dashboard/words/double_hour.hpp"

#include <array>
#include <utility>

namespace regiekamer::panels {

WhichHour take_which_hour(std::string_view& text) {
    static constexpr std::array<std::pair<std::string_view, WhichHour>, 4> words{
        {{" zt", WhichHour::summer},
         {" zomertijd", WhichHour::summer},
         {" wt", WhichHour::winter},
         {" wintertijd", WhichHour::winter}}};
    for (const auto& [word, which] : words)
        if (text.ends_with(word)) {
            text.remove_suffix(word.size());
            return which;
        }
    return WhichHour::unsaid;
}

std::optional<Instant> in_that_hour(Instant first, WhichHour which, Instant now) {
    if (words::double_hour(first).empty())
        return which == WhichHour::unsaid ? std::optional(first) : std::nullopt;
    const Instant second = first + hours(1);
    if (which == WhichHour::unsaid) {
        const bool is_second = words::double_hour(now) == words::double_hour(second);
        return is_second && now - first < hours(2) ? second : first;
    }
    return which == WhichHour::winter ? second : first;
}

} // namespace regiekamer::panels
