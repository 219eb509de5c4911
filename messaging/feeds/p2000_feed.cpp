// What a line means stands in p2000_line; here it becomes what every feed gives.
#include "messaging/feeds/p2000_feed.hpp"

#include "messaging/feeds/p2000_line.hpp"
#include "messaging/vocabulary/page_words.hpp"

#include <algorithm>
#include <memory>

namespace regiekamer::feeds {
namespace {

/// A long page comes in parts, cut anywhere: in the name of a place, in GRIP, in the word that makes it an
/// exercise. What is read of a later part is read of all up to it.
class Parts {
public:
    void take(PageReceived& page, Instant arrival, const P2000Config& config) {
        std::erase_if(open_,
                      [&](const Open& one) { return std::chrono::abs(one.arrival - arrival) > part_window; });
        const auto before = std::find_if(open_.rbegin(), open_.rend(), [&](const Open& one) {
            return shares(one, page) && one.text.size() + page.text.size() <= p2000_line_bytes_max;
        });
        // The same part for others of the group, or once more.
        const bool again = before != open_.rend() && before->last == page.text;
        Open now{page.capcodes, page.text, page.text, arrival};
        if (before != open_.rend() && !again) {
            now.text = before->text + page.text;
            read_text(page, now.text, config);
            open_.erase(std::next(before).base());
        }
        if (page.part != PagePart::first || again) return;
        open_.push_back(std::move(now));
        if (open_.size() > most) open_.erase(open_.begin());
    }

private:
    static constexpr auto part_window = minutes(8); // two FLEX cycles
    static constexpr std::size_t most = 64;
    struct Open {
        std::vector<Capcode> capcodes;
        std::string text, last; ///< of all parts, of the last
        Instant arrival;
    };
    static bool shares(const Open& one, const PageReceived& page) {
        return std::find_first_of(one.capcodes.begin(), one.capcodes.end(), page.capcodes.begin(),
                                  page.capcodes.end()) != one.capcodes.end();
    }

    std::vector<Open> open_; ///< of which more is to come
};

Became became_of(std::string_view line, Instant arrival, const P2000Config& config, Parts& parts) {
    Became became;
    P2000Line read = read_p2000_line(line, config, arrival);
    if (auto* made = std::get_if<P2000Page>(&read)) {
        PageReceived* const page = &made->page;
        if (made->wild) became.remarks.emplace_back("a number that is no capcode was left out");
        if (stamp_doubtful(*page, arrival, arrival))
            became.remarks.emplace_back(page->at == arrival
                                            ? "the decoder's clock was never set"
                                            : "the decoder's clock is more than 5 minutes off");
        if (percent_may_damage(page->raw))
            became.remarks.emplace_back("a % in the text: the decoder may have damaged it");
        if (page->part) parts.take(*page, arrival, config);
        became.said.push_back({std::move(*page), {}, {}});
    } else if (auto* problem = std::get_if<Problem>(&read)) {
        became.aside.push_back({"expected " + problem->expected, std::move(problem->found)});
    }
    return became;
}

} // namespace

Reader p2000_reader(P2000Config config) {
    return [config = std::move(config), parts = std::make_shared<Parts>()](
               std::string_view line, Instant arrival) { return became_of(line, arrival, config, *parts); };
}

} // namespace regiekamer::feeds
