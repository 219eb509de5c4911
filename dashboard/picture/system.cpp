// The fold of what the system tells about itself.
#include "dashboard/picture/system.hpp"

#include "dashboard/picture/apply.hpp"
#include "dashboard/picture/picture.hpp"

namespace regiekamer::picture {

void apply(Picture& picture, const Recorded& fact, const CheckRecorded& body) {
    auto& newest = picture.system.edit().checks[body.subject];
    if (!newest.said() || newest.value.at <= body.at) newest = Known(body, fact);
}

void apply(Picture& picture, const Recorded& fact, const DeskJoined& body) {
    picture.system.edit().desks[body.desk] = Desk{Known(true, fact), body.version.value_or("")};
}

void apply(Picture& picture, const Recorded& fact, const DeskLeft& body) {
    picture.system.edit().desks[body.desk].present = Known(false, fact);
}

void apply(Picture& picture, const Recorded& fact, const FeedReported& body) {
    auto& feed = picture.system.edit().feeds[body.feed];
    feed.reported = Known(body, fact);
    feed.last_heard = fact.recorded;
}

void apply(Picture& picture, const Recorded& fact, const FeedRefused& body) {
    auto& feed = picture.system.edit().feeds[body.feed];
    constexpr std::size_t reasons_max = 64; // reasons are free text: what is beyond is still counted
    if (feed.refused.size() < reasons_max || feed.refused.contains(body.reason))
        feed.refused[body.reason] = Known(body, fact);
    feed.refused_total += body.count.value;
    feed.last_heard = fact.recorded;
}

void note_heard(Picture& picture, const Recorded& fact, std::string_view type, Instant at) {
    constexpr std::size_t sources_max = 1024; // a nonsensical sender does not fill the memory
    auto& system = picture.system.edit();
    const Heard heard{at, fact.recorded, fact.message.source, fact.sequence};
    system.heard[std::string(type)] = heard;
    const auto known = system.heard_from.find(fact.message.source);
    if (known != system.heard_from.end())
        known->second = heard;
    else if (system.heard_from.size() < sources_max)
        system.heard_from.emplace(fact.message.source, heard);
}

std::vector<DeskId> desks_present(const Picture& picture) {
    std::vector<DeskId> present;
    for (const auto& [id, desk] : picture.system->desks)
        if (desk.present.value) present.push_back(id);
    return present;
}

std::vector<FeedId> feeds_troubled(const Picture& picture) {
    std::vector<FeedId> troubled;
    for (const auto& [id, feed] : picture.system->feeds)
        if (feed.reported.said() && feed.reported.value.state != FeedState::loopt) troubled.push_back(id);
    return troubled;
}

const Heard* last_heard(const Picture& picture, std::string_view type) {
    const auto found = picture.system->heard.find(std::string(type));
    return found == picture.system->heard.end() ? nullptr : &found->second;
}

} // namespace regiekamer::picture
