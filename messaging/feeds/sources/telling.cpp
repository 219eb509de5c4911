// How it goes is told when it changes; what was put aside at most once a minute a reason, with its count.
#include "messaging/feeds/sources/telling.hpp"

#include "messaging/codec/codec.hpp"
#include "messaging/feeds/bytes.hpp"

#include <algorithm>
#include <boost/uuid/random_generator.hpp>
#include <boost/uuid/uuid_io.hpp>
#include <fmt/ranges.h>

namespace regiekamer::feeds {
namespace {

constexpr auto apart = minutes(1);
constexpr auto remark_stands = hours(1);
constexpr auto other_reasons = "other reasons";

} // namespace

std::string new_id() {
    static thread_local boost::uuids::random_generator uuid;
    return boost::uuids::to_string(uuid());
}

Telling::Telling(TellingSettings settings, Instant now) : settings_(std::move(settings)), heard_(now) {
    if (settings_.source.empty()) settings_.source = "feed/" + settings_.name;
}

Outgoing Telling::outgoing(Body body, std::string id, Instant time, const std::string& cause) const {
    Message message;
    message.id = std::move(id);
    message.source = settings_.source;
    message.time = time;
    message.status = settings_.status;
    if (!cause.empty()) message.cause = MessageId(cause);
    message.body = std::move(body);
    Outgoing made{message.id, codec::encode(message), false};
    return made;
}

void Telling::note_remarks(const std::vector<std::string>& remarks, Instant now) {
    std::erase_if(remarks_, [&](const auto& one) { return one.second + remark_stands < now; });
    for (const auto& text : remarks)
        if (remarks_.contains(text) || remarks_.size() < reasons_max) remarks_[text] = now;
}

std::optional<std::string> Telling::remarks_note(Instant now) const {
    constexpr std::size_t most = 3;
    std::vector<std::string> all;
    for (const auto& [text, at] : remarks_)
        if (at + remark_stands >= now && all.size() < most) all.push_back(text);
    if (all.empty()) return std::nullopt;
    return fmt::format("{}", fmt::join(all, "; "));
}

std::vector<Outgoing> Telling::take(Became became, Instant arrival, const std::vector<std::string>& ids) {
    std::vector<Outgoing> out;
    note_remarks(became.remarks, arrival);
    if (!became.said.empty() || !became.aside.empty()) {
        heard(arrival);
        for (auto& one : due(arrival))
            out.push_back(std::move(one));
    }
    for (const auto& one : became.aside)
        aside(one.reason, one.sample, arrival);
    for (std::size_t at = 0; at < became.said.size(); ++at) {
        auto& said = became.said[at];
        if (!said.event.empty() && !settings_.own_words) {
            out.push_back({std::move(said.id), std::move(said.event), false});
            continue;
        }
        const bool again = !said.id.empty();
        std::string id = again ? std::move(said.id) : at < ids.size() ? ids[at] : new_id();
        out.push_back(outgoing(std::move(said.body), std::move(id), said.time.value_or(moment(arrival))));
        out.back().again = again;
    }
    for (auto& one : due(arrival))
        out.push_back(std::move(one));
    return out;
}

void Telling::heard(Instant now) {
    heard_ = std::max(heard_, now);
    source_heard_ = heard_;
    running_ = true;
    fault_.reset();
}

void Telling::fault(const std::string& sentence, Instant) {
    fault_ = sentence;
}

void Telling::aside(const std::string& reason, const std::string& sample, Instant now) {
    const bool known = aside_.contains(reason) || aside_.size() < reasons_max;
    auto& counted = aside_.try_emplace(known ? reason : other_reasons, Counted{0, {}, now}).first->second;
    if (counted.count++ == 0) counted.sample = sample_of(sample);
}

void Telling::report(std::vector<Outgoing>& out, FeedState state, std::optional<std::string> note,
                     Instant now, bool last, bool ended) {
    // A fault that is worded otherwise each time is told once a minute; all else again as a sign of life.
    if (told_ == state && now < told_at_ + (told_note_ == note ? says_again : apart)) return;
    told_ = state;
    told_note_ = note;
    told_at_ = now;
    FeedReported reported{FeedId{settings_.name}, state, std::move(note), {}};
    if (source_heard_) reported.heard = moment(*source_heard_);
    if (!last) reported.again_minutes = Count(says_again.count());
    if (ended) reported.ended = true;
    out.push_back(outgoing(std::move(reported), new_id(), moment(now)));
}

void Telling::tell_aside(std::vector<Outgoing>& out, Instant now, bool all) {
    for (auto each = aside_.begin(); each != aside_.end();) {
        auto& [reason, counted] = *each;
        if (!all && counted.next > now) {
            ++each;
        } else if (counted.count == 0) {
            each = aside_.erase(each);
        } else {
            std::optional<std::string> sample;
            if (!counted.sample.empty()) sample = std::move(counted.sample);
            out.push_back(
                outgoing(FeedRefused{FeedId{settings_.name}, reason, Count(counted.count), std::move(sample)},
                         new_id(), moment(now)));
            counted = {0, {}, now + apart};
            ++each;
        }
    }
}

std::vector<Outgoing> Telling::due(Instant now) {
    std::vector<Outgoing> out;
    if (!settings_.health) return out;
    const bool silent = settings_.silence && heard_ + *settings_.silence <= now;
    if (fault_)
        report(out, FeedState::fout, fault_, now);
    else if (!not_kept_.empty())
        report(out, FeedState::fout, not_kept_, now);
    else if (silent)
        report(out, FeedState::stil, std::nullopt, now);
    else if (running_)
        report(out, FeedState::loopt, remarks_note(now), now);
    if (silent) running_ = false;
    tell_aside(out, now, false);
    return out;
}

Outgoing Telling::answer(FeedRetried answer, const std::string& asked, Instant now) const {
    return outgoing(std::move(answer), new_id(), moment(now), asked);
}

Instant Telling::next_due() const {
    Instant due = Instant::max();
    if (settings_.silence && told_ != FeedState::stil && !fault_) due = heard_ + *settings_.silence;
    if (told_) due = std::min(due, told_at_ + says_again);
    for (const auto& [reason, counted] : aside_)
        due = std::min(due, counted.next);
    return due;
}

std::vector<Outgoing> Telling::finish(const std::string& note, Instant now, bool ended) {
    std::vector<Outgoing> out;
    if (!settings_.health) return out;
    tell_aside(out, now, true);
    told_at_ = {};
    if (told_)
        report(out, FeedState::stil, kept_all_ ? note : note + "; wat binnenkwam is niet allemaal bewaard",
               now, true, ended && kept_all_);
    told_.reset();
    return out;
}

} // namespace regiekamer::feeds
