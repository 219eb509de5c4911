// What the hub says, and what follows from it. A misfit ends the connection: after one wrong answer no order
// holds.
#include "messaging/link/worker.hpp"

#include "messaging/codec/codec.hpp"

#include <algorithm>
#include <boost/uuid/random_generator.hpp>
#include <boost/uuid/uuid_io.hpp>
#include <iterator>

namespace regiekamer::link {
namespace {

constexpr std::size_t live_batch_max = 256;

Sequence sequence_of(SequenceNumber number) {
    return static_cast<Sequence>(number.value);
}

Recorded decoded(const journal::Row& row) {
    return {row.sequence, row.recorded, row.sender, codec::read(row.event), row.hash};
}

Result<journal::Row> read_row(std::string_view meta_json, std::string_view event) {
    auto meta = wire::from_json<wire::Meta>(meta_json);
    if (!meta) return tl::unexpected(meta.error());
    journal::Row row;
    row.sequence = sequence_of(meta->sequence);
    row.recorded = meta->recorded;
    row.sender = std::move(meta->sender);
    const auto hash = journal::hash_from_hex(meta->hash);
    if (!hash) return tl::unexpected(hash.error());
    row.hash = *hash;
    row.event = event;
    return row;
}

/// The rows of EVENTS, which follow on `after` without a gap.
Result<std::vector<journal::Row>> read_page(const Frames& frames, Sequence after) {
    if (frames.size() % 2 == 0) return refuse("EVENTS", "half a message", "meta and event");
    std::vector<journal::Row> rows;
    rows.reserve(frames.size() / 2);
    for (std::size_t at = 3; at < frames.size(); at += 2) {
        auto row = read_row(text(frames[at]), text(frames[at + 1]));
        if (!row) return tl::unexpected(row.error());
        if (row->sequence != after + rows.size() + 1)
            return refuse("EVENTS", "message " + std::to_string(row->sequence),
                          "message " + std::to_string(after + rows.size() + 1));
        rows.push_back(std::move(*row));
    }
    return rows;
}

} // namespace

Result<void> Link::Worker::take_answer(const Frames& frames) {
    const auto request = line_.answered(frames);
    if (!request) return refuse("", "an answer to something that was not asked", "answers in order");
    auto taken = take_answer_to(*request, frames);
    if (taken && greeted_) { // of a hub that is a misfit nothing counts as heard: the data here grow old
        const std::lock_guard lock(shared.mutex);
        shared.state.heard = wall_clock();
    }
    return taken;
}

Result<void> Link::Worker::take_answer_to(const Request& request, const Frames& frames) {
    const auto verb = text(frames.front());
    const auto answers = [&](Verb asked, std::string_view answer) {
        return request.verb == asked && verb == answer;
    };
    if (verb == "ERROR") {
        take_error(frames, request);
        return {};
    }
    if (answers(Verb::hello, "WELCOME")) return take_welcome(frames, request);
    if (answers(Verb::verify, "EVENTS")) return take_verified(frames);
    if (answers(Verb::ping, "PONG")) return take_pong(frames, request);
    if (answers(Verb::append, "RESULT")) return take_results(frames, request);
    if (answers(Verb::announce, "RESULT")) return {}; // nobody waits for what became of it
    if (answers(Verb::replay, "EVENTS")) return take_events(frames, request);
    return refuse("", "an answer \"" + std::string(verb.substr(0, 20)) + "\"", "the one that was asked for");
}

std::optional<Problem> Link::Worker::misfit(const wire::Welcome& welcome) const {
    if (welcome.protocol != wire::protocol)
        return Problem{"protocol", std::to_string(welcome.protocol), std::to_string(wire::protocol)};
    const auto& state = shared.state; // this thread alone writes it
    const auto mode = settings.mode ? settings.mode : delivered_ > 0 ? state.mode : std::nullopt;
    const auto word = [](Mode which) { return std::string(which == Mode::exercise ? "exercise" : "actual"); };
    if (mode && *mode != welcome.mode) return Problem{"mode", word(welcome.mode), word(*mode)};
    if (delivered_ == 0 && settings.journal.empty())
        return std::nullopt; // nothing yet that could be mixed up
    if (!state.journal.empty() && state.journal != welcome.journal)
        return Problem{"journal", "another journal: " + welcome.journal, state.journal};
    const auto head = sequence_of(welcome.head);
    const auto known = std::max(delivered_, known_head_.sequence);
    if (head < known)
        return Problem{"journal", "a shorter journal: " + std::to_string(head) + " messages",
                       "at least the " + std::to_string(known) + " that it had"};
    return std::nullopt;
}

Result<void> Link::Worker::take_welcome(const Frames& frames, const Request& request) {
    const auto welcome = wire::from_json<wire::Welcome>(text(frames[2]));
    if (!welcome) return tl::unexpected(welcome.error());
    if (const auto problem = misfit(*welcome)) {
        refuse_hub(*problem);
        return {};
    }
    const auto hash = journal::hash_from_hex(welcome->hash);
    if (!hash) return tl::unexpected(hash.error());
    head_ = sequence_of(welcome->head);
    const bool compare = delivered_ > 0 && shared.state.journal == welcome->journal;
    anchor_ = compare ? known_head_ : journal::Head{};
    known_head_ = {head_, *hash};
    pinged_at_ = ticks();
    best_round_trip_ = {};
    {
        const std::lock_guard lock(shared.mutex);
        auto& state = shared.state;
        state.journal = welcome->journal;
        state.mode = welcome->mode;
        state.trouble.reset();
        shared.news = true;
    }
    measure_clock(welcome->time, ticks() - request.at);
    if (!settings.replica.empty() && !replica_) {
        if (const auto problem = open_replica(welcome->journal, welcome->mode)) lose_replica(*problem);
        if (!line_.is_open()) return {};
    }
    cursor_ = resume_after();
    return verify();
}

/// A hub that was set back to an older copy and went on from there has our journal's uuid and another
/// history. It shows at the last message that the desk knows: that one's hash stands for all before it.
Result<void> Link::Worker::verify() {
    if (anchor_.sequence == 0 && replica_) anchor_ = replica_->head();
    if (anchor_.sequence == 0) {
        greet();
        return {};
    }
    wire::Replay page;
    page.after = static_cast<std::int64_t>(anchor_.sequence - 1);
    page.limit = 1;
    const auto json = wire::to_json(page);
    Request request;
    request.verb = Verb::verify;
    if (!line_.ask(request, {json})) return refuse("", "the socket takes nothing", "");
    return {};
}

Result<void> Link::Worker::take_verified(const Frames& frames) {
    const auto rows = read_page(frames, anchor_.sequence - 1);
    if (!rows) return tl::unexpected(rows.error());
    if (rows->size() != 1) return refuse("EVENTS", std::to_string(rows->size()) + " messages", "1");
    if (rows->front().hash != anchor_.hash) {
        known_head_ = anchor_; // the desk's own history stays the one to compare with
        refuse_hub({"journal",
                    "another history: hash " + journal::to_hex(rows->front().hash) + " at message " +
                        std::to_string(anchor_.sequence),
                    journal::to_hex(anchor_.hash)});
        return {};
    }
    greet();
    return {};
}

void Link::Worker::greet() {
    greeted_ = true;
    const std::lock_guard lock(shared.mutex);
    shared.state.refusal.reset();
}

/// A replica of another journal refuses the hub: history would be read from the one and live from the other.
/// Any other failure (a full disk) does not: a desk without history is better than none.
std::optional<Problem> Link::Worker::open_replica(const std::string& journal, Mode mode) {
    replica_retry_at_ = {};
    std::error_code missing;
    if (std::filesystem::exists(settings.replica, missing)) {
        const auto reader = journal::Reader::open(settings.replica);
        const auto info = reader ? reader->info() : tl::unexpected(reader.error());
        if (info && info->uuid != journal) {
            refuse_hub({settings.replica.string(), "a copy of another journal: " + info->uuid, journal});
            return std::nullopt;
        }
    }
    auto opened = journal::Replica::open(settings.replica, journal, mode);
    if (!opened) return opened.error();
    replica_ = std::move(*opened);
    if (replica_->head().sequence > head_) {
        refuse_hub({"journal", "a shorter journal: " + std::to_string(head_) + " messages",
                    "at least the " + std::to_string(replica_->head().sequence) + " of " +
                        settings.replica.string()});
        replica_.reset();
    }
    return std::nullopt;
}

Sequence Link::Worker::resume_after() const {
    return replica_ ? std::min(delivered_, replica_->head().sequence) : delivered_;
}

/// A sample that took long says little: answers wait behind pages of EVENTS.
void Link::Worker::measure_clock(Instant hub, Ticks round_trip) {
    const auto now = ticks();
    const bool sharp = best_round_trip_ == Ticks{} || round_trip <= 2 * best_round_trip_ + milliseconds(5);
    if (!sharp && now - clock_measured_at_ < minutes(1)) return;
    best_round_trip_ = best_round_trip_ == Ticks{} ? round_trip : std::min(best_round_trip_, round_trip);
    clock_measured_at_ = now;
    const auto half = std::chrono::duration_cast<microseconds>(round_trip / 2);
    const std::lock_guard lock(shared.mutex);
    shared.state.clock_offset = hub + half - wall_clock();
}

void Link::Worker::take_head(const wire::Pong& pong) {
    const auto head = sequence_of(pong.head);
    if (head < known_head_.sequence) return; // a heartbeat that was under way
    const auto hash = journal::hash_from_hex(pong.hash);
    if (hash) known_head_ = {head, *hash};
    head_ = std::max(head_, head);
}

Result<void> Link::Worker::take_pong(const Frames& frames, const Request& request) {
    const auto pong = wire::from_json<wire::Pong>(text(frames[2]));
    if (!pong) return tl::unexpected(pong.error());
    take_head(*pong);
    measure_clock(pong->time, ticks() - request.at);
    return {};
}

Result<void> Link::Worker::take_results(const Frames& frames, const Request& request) {
    if (frames.size() != request.count + 2)
        return refuse("RESULT", std::to_string(frames.size() - 2) + " results",
                      std::to_string(request.count));
    std::vector<wire::AppendResult> results;
    for (std::size_t at = 2; at < frames.size(); ++at) {
        auto result = wire::from_json<wire::AppendResult>(text(frames[at]));
        if (!result) return tl::unexpected(result.error());
        results.push_back(std::move(*result));
    }
    const std::lock_guard lock(shared.mutex);
    auto settled = shared.outbox.settle(results);
    if (!settled) return tl::unexpected(settled.error());
    std::move(settled->begin(), settled->end(), std::back_inserter(shared.outcomes));
    shared.news = true;
    return {};
}

void Link::Worker::take_error(const Frames& frames, const Request& request) {
    const auto error = wire::from_json<wire::Error>(text(frames[2]));
    const std::string reason = error ? error->reason : "an error without a reason";
    switch (request.verb) {
    case Verb::hello:
    case Verb::verify:
    case Verb::replay:
        return refuse_hub({"", reason, ""});
    case Verb::ping:
        return fail({"", reason, ""});
    case Verb::announce:
        return;
    case Verb::append:
        break;
    }
    const std::lock_guard lock(shared.mutex);
    auto refused = shared.outbox.refuse_oldest(request.count, {"", reason, ""});
    std::move(refused.begin(), refused.end(), std::back_inserter(shared.outcomes));
    shared.news = true;
}

Result<void> Link::Worker::take_events(const Frames& frames, const Request& request) {
    const auto head = wire::from_json<wire::EventsHead>(text(frames[2]));
    if (!head) return tl::unexpected(head.error());
    auto rows = read_page(frames, request.after);
    if (!rows) return tl::unexpected(rows.error());
    if (request.after > cursor_) return {}; // asked before the replica was reopened further back
    const auto told = sequence_of(head->head);
    if (rows->empty() && told > request.after)
        return refuse("EVENTS", "no messages", std::to_string(told - request.after) + " messages");
    // REPLAY is the truth: what live named beyond it is not there, or will be named again.
    head_ = rows->empty() ? told : std::max(head_, told);
    const Sequence last = request.after + rows->size();
    if (!rows->empty() && last < head_ && !ask_replay(last, rows->size()))
        return refuse("", "the socket takes nothing more", "");
    const auto old = std::min<Sequence>(cursor_ - request.after, rows->size()); // live was faster
    rows->erase(rows->begin(), rows->begin() + static_cast<std::ptrdiff_t>(old));
    deliver(std::move(*rows));
    return {};
}

void Link::Worker::read_live() {
    const auto reserved = line_.under_way(Verb::replay) * wire::replay_limit_max;
    const auto space = room();
    const auto take_max = std::min(live_batch_max, space > reserved ? space - reserved : 0);
    std::vector<journal::Row> rows;
    bool heard = false;
    for (std::size_t count = 0; count < live_batch_max; ++count) {
        const auto frames = line_.live();
        if (!frames) break;
        if (!greeted_) continue; // not known yet whose voice this is
        heard = true;
        if (frames->size() == 2 && text(frames->front()) == "hub") {
            if (const auto pong = wire::from_json<wire::Pong>(text((*frames)[1]))) take_head(*pong);
            continue;
        }
        if (frames->size() != 3) continue; // live is a hint: what does not fit is mended by REPLAY
        auto row = read_row(text((*frames)[1]), text((*frames)[2]));
        if (!row) continue;
        head_ = std::max(head_, row->sequence);
        if (rows.size() < take_max && row->sequence == cursor_ + rows.size() + 1)
            rows.push_back(std::move(*row));
    }
    if (heard) {
        const std::lock_guard lock(shared.mutex);
        shared.state.heard = wall_clock();
    }
    deliver(std::move(rows));
}

void Link::Worker::deliver(std::vector<journal::Row> rows) {
    if (rows.empty()) return;
    if (replica_) append_to_replica(rows);
    std::vector<Recorded> fresh;
    fresh.reserve(rows.size());
    for (const auto& row : rows) {
        if (row.sequence <= delivered_) continue; // only the replica lacked it
        fresh.push_back(decoded(row));
        exercise_.follow(fresh.back().message, row.recorded);
    }
    cursor_ = rows.back().sequence;
    delivered_ = std::max(delivered_, cursor_);
    const std::lock_guard lock(shared.mutex);
    shared.news = shared.news || (shared.queue.empty() && !fresh.empty());
    std::move(fresh.begin(), fresh.end(), std::back_inserter(shared.queue));
    shared.state.received = delivered_;
}

void Link::Worker::append_to_replica(std::span<const journal::Row> rows) {
    const auto kept = replica_->head().sequence;
    const auto first =
        std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.sequence > kept; });
    if (first == rows.end()) return;
    const auto appended = replica_->append(rows.subspan(static_cast<std::size_t>(first - rows.begin())));
    if (!appended) lose_replica(appended.error());
}

/// What the desk itself says happens now: in an exercise that is exercise time.
Instant Link::Worker::said_at() const {
    const auto& state = shared.state; // this thread alone writes what is read here
    if (state.mode != Mode::exercise || !exercise_.clock) return wall_clock();
    return exercise_.clock->now(wall_clock() + state.clock_offset);
}

Seat Link::Worker::seat_now() const {
    const std::lock_guard lock(shared.mutex);
    return shared.seat;
}

/// desk.joined, once a connection and for each who takes the desk; no act of the user, so it waits in no
/// outbox.
bool Link::Worker::announce() {
    if (!settings.announce) return true;
    Seat seat;
    {
        const std::lock_guard lock(shared.mutex);
        if (announced_ && !shared.seat_changed) return true;
        shared.seat_changed = false;
        seat = shared.seat;
    }
    announced_ = true;
    Message message;
    message.id = to_string(boost::uuids::random_generator()());
    message.source = "desk/" + settings.desk;
    message.time = said_at();
    message.status = *shared.state.mode;
    if (!seat.function.empty()) message.function = Function(seat.function);
    if (!seat.person.empty()) message.person = PersonId(seat.person);
    DeskJoined joined;
    joined.desk = DeskId(settings.desk);
    message.body = joined;
    Request request;
    request.verb = Verb::announce;
    request.count = 1;
    const auto event = codec::encode(message);
    return line_.ask(request, {event});
}

} // namespace regiekamer::link
