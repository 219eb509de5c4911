// Counting, batching and reading by line; what a line means stands in p2000_line.
#include "messaging/feeds/p2000_feed.hpp"

#include "messaging/feeds/p2000_line.hpp"

#include <boost/uuid/random_generator.hpp>
#include <boost/uuid/uuid_io.hpp>
#include <istream>

namespace regiekamer::feeds {
namespace {

constexpr std::size_t batch_max = 256;
const FeedId feed_name{"p2000"};

/// One line without its end, at most a byte more than allowed: the rest of an endless line is read and
/// dropped.
bool read_line(std::istream& in, std::string& line) {
    line.clear();
    auto* bytes = in.rdbuf();
    for (int c = bytes->sbumpc(); c != std::char_traits<char>::eof(); c = bytes->sbumpc()) {
        if (c == '\n') return true;
        if (line.size() <= p2000_line_bytes_max) line += static_cast<char>(c);
    }
    return !line.empty();
}

} // namespace

P2000Feed::P2000Feed(P2000Config config, Mode status) : config_(std::move(config)), status_(status) {}

Message P2000Feed::message(Body body, Instant arrival) {
    static thread_local boost::uuids::random_generator uuid;
    Message made;
    made.id = boost::uuids::to_string(uuid());
    made.source = "feed/p2000";
    made.time = arrival;
    made.status = status_;
    made.body = std::move(body);
    return made;
}

void P2000Feed::tell_refusals(std::vector<Message>& out, Instant arrival, bool all) {
    for (auto& [reason, refusals] : refusals_) {
        if (refusals.count == 0 || (!all && arrival < refusals.told + minutes(1))) continue;
        out.push_back(
            message(FeedRefused{feed_name, reason, Count(refusals.count), refusals.sample}, arrival));
        refusals.count = 0;
        refusals.told = arrival;
    }
}

std::vector<Message> P2000Feed::take(std::string_view line, Instant arrival) {
    std::vector<Message> out;
    P2000Line read = read_p2000_line(line, config_);
    if (std::holds_alternative<NoPage>(read)) return out;
    if (!reported_) {
        out.push_back(message(FeedReported{feed_name, FeedState::loopt, std::nullopt}, arrival));
        reported_ = true;
    }
    if (auto* page = std::get_if<PageReceived>(&read)) {
        ++pages_;
        out.push_back(message(std::move(*page), arrival));
    } else if (auto* problem = std::get_if<Problem>(&read)) {
        ++refused_;
        Refusals& refusals = refusals_[problem->expected];
        ++refusals.count;
        refusals.sample = problem->found;
    }
    tell_refusals(out, arrival, false);
    return out;
}

std::vector<Message> P2000Feed::finish(Instant arrival) {
    std::vector<Message> out;
    tell_refusals(out, arrival, true);
    if (reported_)
        out.push_back(message(FeedReported{feed_name, FeedState::stil, "einde van de invoer"}, arrival));
    reported_ = false;
    return out;
}

void run_p2000(std::istream& in, P2000Feed& feed, const std::function<Instant()>& clock,
               const Deliver& deliver) {
    std::vector<Message> batch;
    const auto hand_over = [&] {
        if (!batch.empty()) deliver(batch);
        batch.clear();
    };
    for (std::string line; read_line(in, line);) {
        for (auto& message : feed.take(line, clock()))
            batch.push_back(std::move(message));
        if (in.rdbuf()->in_avail() <= 0 || batch.size() >= batch_max) hand_over();
    }
    for (auto& message : feed.finish(clock()))
        batch.push_back(std::move(message));
    hand_over();
}

} // namespace regiekamer::feeds
