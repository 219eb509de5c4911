// Keyframes, withdrawal, and the way from a keyframe to any moment.
#include "dashboard/picture/history.hpp"

#include "dashboard/picture/apply.hpp"
#include "dashboard/picture/moment.hpp"

#include <algorithm>
#include <set>

namespace regiekamer::picture {
namespace {

constexpr std::size_t page = 512;           ///< messages read back at once
constexpr std::size_t remembered_max = 512; ///< whole messages kept for the logboek
constexpr std::size_t extra_frames_max = 4; ///< keyframes between two regular ones, left by withdrawals

/// FNV-1a over source, a zero, id. The hub stores a (source, id) once.
std::uint64_t identity(std::string_view source, std::string_view id) {
    std::uint64_t hash = 14695981039346656037ULL;
    const auto take = [&](char c) { hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL; };
    for (const char c : source)
        take(c);
    take('\0');
    for (const char c : id)
        take(c);
    return hash;
}

bool starts_with(const std::vector<Sequence>& left_out, const std::vector<Sequence>& prefix, Sequence upto) {
    const auto end = std::upper_bound(left_out.begin(), left_out.end(), upto);
    return std::equal(left_out.begin(), end, prefix.begin(), prefix.end());
}

} // namespace

History::History(ReadBack read_back) : read_back_(std::move(read_back)) {}

void History::append(Recorded recorded) {
    if (recorded.sequence <= head_) return;
    const auto fact = std::make_shared<const Recorded>(std::move(recorded));
    const bool rewrites = index(*fact);
    head_ = fact->sequence;
    if (rewrites) settled_ = false;
    if (settled_) {
        fold(current_.picture, *fact);
        if (head_ % near_apart == 0) keep(current_);
    }
    if (moves_the_clock(fact->message.body)) // also of what is withdrawn: people looked at that clock
        fold(clock_, *fact);
    else
        pass_over(clock_, *fact);
    log_.append(*fact, clock_.moment, current_.picture);
    remember(fact);
}

/// Notes who is who, and tells whether what was folded so far, or this message itself, is to be left out.
bool History::index(const Recorded& fact) {
    const Message& message = fact.message;
    const std::uint64_t own = identity(message.source, message.id);
    const auto* withdrawn = std::get_if<MessageWithdrawn>(&message.body);
    bool rewrites = false;
    if (!withdrawn) {
        // Withdrawn before it came in. A withdrawal itself is only undone by a later one.
        const auto [first, last] = awaited_.equal_range(own);
        for (auto awaiting = first; awaiting != last; ++awaiting) {
            withdrawals_[awaiting->second].targets.push_back(fact.sequence);
            rewrites = true;
        }
    } else {
        const std::uint64_t target = identity(withdrawn->message_source, withdrawn->message.value);
        Withdrawal withdrawal{fact.sequence, {}};
        const auto [first, last] = by_identity_.equal_range(target);
        for (auto named = first; named != last; ++named)
            withdrawal.targets.push_back(named->second);
        rewrites = !withdrawal.targets.empty();
        awaited_.emplace(target, withdrawals_.size());
        withdrawals_.push_back(std::move(withdrawal));
    }
    by_identity_.emplace(own, fact.sequence);
    return rewrites;
}

std::vector<Sequence> History::withdrawn_at(Sequence sequence) const {
    // From the last to the first: a withdrawal that a later one undid does nothing.
    std::set<Sequence> left_out;
    for (auto one = withdrawals_.rbegin(); one != withdrawals_.rend(); ++one) {
        if (one->sequence > sequence || left_out.contains(one->sequence)) continue;
        for (const Sequence target : one->targets)
            if (target <= sequence) left_out.insert(target);
    }
    return {left_out.begin(), left_out.end()};
}

Sequence History::undone_by(Sequence withdrawal) const {
    const auto found =
        std::lower_bound(withdrawals_.begin(), withdrawals_.end(), withdrawal,
                         [](const Withdrawal& one, Sequence sequence) { return one.sequence < sequence; });
    if (found == withdrawals_.end() || found->sequence != withdrawal || found->targets.empty()) return 0;
    return found->targets.front();
}

Sequence History::withdrawn_by(Sequence message, Sequence upto) const {
    std::set<Sequence> undone;
    for (auto one = withdrawals_.rbegin(); one != withdrawals_.rend(); ++one) {
        if (one->sequence > upto || undone.contains(one->sequence)) continue;
        for (const Sequence target : one->targets) {
            if (target == message && target <= upto) return one->sequence;
            undone.insert(target);
        }
    }
    return 0;
}

Instant History::moment_of(Sequence sequence) const {
    const LogEntry* entry = log_.find(sequence);
    return entry ? log_.moment_of(*entry) : Instant{};
}

const Picture& History::current() {
    if (settled_) return current_.picture;
    auto rebuilt = fold_to(head_);
    if (!rebuilt) {
        trouble_ = rebuilt.error();
        return current_.picture;
    }
    current_ = std::move(*rebuilt);
    settled_ = true;
    trouble_.reset();
    keep(current_);
    return current_.picture;
}

Result<Picture> History::at(Sequence sequence) {
    auto frame = fold_to(std::min(sequence, head_));
    if (!frame) return tl::unexpected(frame.error());
    visited_ = std::move(*frame);
    return visited_.picture;
}

Result<Picture> History::at(Instant instant) {
    return at(sequence_at(instant));
}

/// The nearest earlier picture in which the same messages are left out.
History::Keyframe History::start_for(Sequence sequence, const std::vector<Sequence>& left_out) const {
    const auto fits = [&](const Keyframe& frame) {
        return frame.picture.sequence <= sequence &&
               starts_with(left_out, frame.left_out, frame.picture.sequence);
    };
    const Keyframe* best = nullptr;
    const auto consider = [&](const Keyframe& frame) {
        if ((!best || frame.picture.sequence > best->picture.sequence) && fits(frame)) best = &frame;
    };
    for (auto at = keyframes_.upper_bound(sequence); at != keyframes_.begin() && !best;)
        consider((--at)->second);
    for (const Keyframe& frame : nearby_)
        consider(frame);
    consider(visited_);
    consider(current_);
    return best ? *best : Keyframe{};
}

Result<History::Keyframe> History::fold_to(Sequence sequence) {
    const std::vector<Sequence> left_out = withdrawn_at(sequence);
    Keyframe frame = start_for(sequence, left_out);
    if (sequence - frame.picture.sequence > near_apart) nearby_.clear();
    const auto upto = [&](Sequence last) {
        return std::vector<Sequence>(left_out.begin(),
                                     std::upper_bound(left_out.begin(), left_out.end(), last));
    };
    while (frame.picture.sequence < sequence) {
        const Sequence before = frame.picture.sequence;
        const auto facts = read_back_(before, std::min<std::size_t>(page, sequence - before));
        if (!facts) return tl::unexpected(facts.error());
        for (const Recorded& fact : *facts) {
            if (fact.sequence <= frame.picture.sequence || fact.sequence > sequence) continue;
            if (std::binary_search(left_out.begin(), left_out.end(), fact.sequence))
                pass_over(frame.picture, fact);
            else
                fold(frame.picture, fact);
            if (fact.sequence % near_apart == 0) {
                frame.left_out = upto(fact.sequence);
                if (fact.sequence + recent < head_ && fact.sequence + far_apart >= sequence)
                    nearby_.push_back(frame);
                keep(frame);
            }
        }
        if (frame.picture.sequence == before)
            return refuse("journal", "nothing after message " + std::to_string(before),
                          "messages up to " + std::to_string(sequence));
    }
    frame.left_out = left_out;
    return frame;
}

void History::keep(Keyframe frame) {
    const Sequence sequence = frame.picture.sequence;
    const bool old = sequence + recent < head_;
    if (old && sequence % far_apart != 0) return;
    const auto [first, last] = keyframes_.equal_range(sequence);
    for (auto same = first; same != last; ++same)
        if (same->second.left_out == frame.left_out) return;
    keyframes_.emplace(sequence, std::move(frame));
    thin_out();
}

/// Of one regular place the first and the newest variant stay; between those, a few of the recent past.
void History::thin_out() {
    std::size_t extra = 0;
    for (auto at = keyframes_.begin(); at != keyframes_.end();) {
        const auto next = keyframes_.upper_bound(at->first);
        const bool old = at->first + recent < head_;
        const bool regular = at->first % (old ? far_apart : near_apart) == 0;
        if (regular) extra = 0;
        if (!regular && (old || ++extra > extra_frames_max)) {
            at = keyframes_.erase(at, next);
            continue;
        }
        const auto newest = std::prev(next);
        if (at != newest && std::next(at) != newest) keyframes_.erase(std::next(at), newest);
        at = next;
    }
}

Result<std::shared_ptr<const Recorded>> History::message(Sequence sequence) {
    const auto known = remembered_at_.find(sequence);
    if (known != remembered_at_.end()) {
        remembered_.splice(remembered_.begin(), remembered_, known->second);
        return remembered_.front();
    }
    if (sequence == 0 || sequence > head_)
        return refuse("journal", "message " + std::to_string(sequence), "1 to " + std::to_string(head_));
    // A list is read from the newest down, so what stands before comes along.
    constexpr Sequence back = 48, ahead = 16;
    auto facts = read_back_(sequence > back ? sequence - back : 0, back + ahead);
    if (!facts) return tl::unexpected(facts.error());
    Fact wanted;
    for (Recorded& fact : *facts) {
        auto one = std::make_shared<const Recorded>(std::move(fact));
        if (one->sequence == sequence) wanted = one;
        remember(std::move(one));
    }
    if (!wanted)
        return refuse("journal", "nothing at " + std::to_string(sequence), "the message that was there");
    return wanted;
}

void History::remember(Fact fact) {
    const Sequence sequence = fact->sequence;
    if (remembered_at_.contains(sequence)) return;
    remembered_.push_front(std::move(fact));
    remembered_at_[sequence] = remembered_.begin();
    if (remembered_.size() <= remembered_max) return;
    remembered_at_.erase(remembered_.back()->sequence);
    remembered_.pop_back();
}

} // namespace regiekamer::picture
