// What a line means stands in p2000_line; here it becomes what every feed gives.
#include "messaging/feeds/p2000_feed.hpp"

#include "messaging/feeds/p2000_line.hpp"
#include "messaging/vocabulary/page_words.hpp"

#include <fmt/format.h>

namespace regiekamer::feeds {
namespace {

Became became_of(std::string_view line, Instant arrival, const P2000Config& config) {
    Became became;
    P2000Line read = read_p2000_line(line, config, arrival);
    if (auto* page = std::get_if<PageReceived>(&read)) {
        if (stamp_doubtful(*page, arrival, arrival))
            became.remarks.push_back(
                page->at == arrival
                    ? std::string("the decoder's clock was never set")
                    : fmt::format("the decoder's clock is {} minutes off",
                                  std::chrono::duration_cast<minutes>(page->at - arrival).count()));
        if (percent_may_damage(page->raw))
            became.remarks.emplace_back("a % in the text: the decoder may have damaged it");
        became.said.push_back({std::move(*page), {}, {}});
    } else if (auto* problem = std::get_if<Problem>(&read)) {
        became.aside.push_back({"expected " + problem->expected, std::move(problem->found)});
    }
    return became;
}

} // namespace

Reader p2000_reader(P2000Config config) {
    return [config = std::move(config)](std::string_view line, Instant arrival) {
        return became_of(line, arrival, config);
    };
}

} // namespace regiekamer::feeds
