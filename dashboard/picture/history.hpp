// History: the picture at any moment, live or past. The picture at t is what was known at t: the fold of all
// recorded up to t, except what was withdrawn up to t (design.md decision 8).
//
// Memory holds keyframes and a light index, not the past; past messages are read again through a callback. A
// keyframe is right for ever for its own moment. It serves as the start of a later picture only when the same
// messages are left out up to it: after a withdrawal the fold starts again from an earlier one.
#pragma once

#include "dashboard/picture/log.hpp"

#include <functional>
#include <list>
#include <map>

namespace regiekamer::picture {

/// Reads recorded messages again: at most `limit` after `after`, in order; empty at the end. In production
/// the journal's reader and the codec, in tests a vector. A blanked (redacted) row comes back as Foreign.
using ReadBack = std::function<Result<std::vector<Recorded>>(Sequence after, std::size_t limit)>;

/// One thread. References and pointers that it hands out hold until the next call that is not const.
class History {
public:
    /// Keyframes stand this far apart within the last `recent` messages, and `far_apart` before.
    static constexpr Sequence near_apart = 2'048, far_apart = 16'384, recent = 100'000;

    explicit History(ReadBack read_back);

    /// The next live message, which `read_back` must be able to find from here on. A sequence that was there
    /// before is left out.
    void append(Recorded fact);

    [[nodiscard]] Sequence head() const { return head_; }

    /// The picture at the head. After a withdrawal of something past the first call reads back; when that
    /// fails, this is the last picture that was right, and `trouble()` says why.
    const Picture& current();
    [[nodiscard]] const std::optional<Problem>& trouble() const { return trouble_; }

    /// The picture at a sequence: 0 is before the first message, beyond the head is the head.
    Result<Picture> at(Sequence sequence);
    /// The picture that was known at an instant: at(sequence_at(instant)).
    Result<Picture> at(Instant instant);
    /// The last sequence whose moment is not after `instant`; 0: none.
    [[nodiscard]] Sequence sequence_at(Instant instant) const { return log_.sequence_at(instant); }
    /// Moment of a sequence, the epoch for 0.
    [[nodiscard]] Instant moment_of(Sequence sequence) const;

    [[nodiscard]] const Log& log() const { return log_; }
    /// The message itself; a few hundred that were asked for last are kept.
    Result<std::shared_ptr<const Recorded>> message(Sequence sequence);
    /// What was withdrawn up to `sequence`, in order; the logboek strikes these.
    [[nodiscard]] std::vector<Sequence> withdrawn_at(Sequence sequence) const;
    /// The withdrawal (its sequence) that undoes a message up to `upto`; 0: none.
    [[nodiscard]] Sequence withdrawn_by(Sequence message, Sequence upto) const;
    /// What this withdrawal undoes, as far as it came in; 0: nothing, or it is no withdrawal.
    [[nodiscard]] Sequence undone_by(Sequence withdrawal) const;

    [[nodiscard]] std::size_t keyframes() const { return keyframes_.size(); }

private:
    struct Keyframe {
        Picture picture;
        std::vector<Sequence> left_out; ///< withdrawn messages up to the picture's sequence
    };
    struct Withdrawal {
        Sequence sequence{};
        std::vector<Sequence> targets; ///< as far as they came in
    };
    using Fact = std::shared_ptr<const Recorded>;

    bool index(const Recorded& fact);
    void keep(Keyframe frame);
    void thin_out();
    [[nodiscard]] Keyframe start_for(Sequence sequence, const std::vector<Sequence>& left_out) const;
    Result<Keyframe> fold_to(Sequence sequence);
    void remember(Fact fact);

    ReadBack read_back_;
    Log log_;
    Picture clock_; ///< of the exercise clock alone: whose moments the log has
    Sequence head_{};

    Keyframe current_;
    bool settled_{true}; ///< current_ is the picture at the head
    std::optional<Problem> trouble_;

    /// By sequence; several of one sequence where withdrawals came between.
    std::multimap<Sequence, Keyframe> keyframes_;
    std::vector<Keyframe> nearby_; ///< made on the last long way: looking around there is short
    Keyframe visited_;             ///< the last picture asked for: the next one is mostly close

    std::vector<Withdrawal> withdrawals_;                          ///< in order of sequence
    std::unordered_multimap<std::uint64_t, Sequence> by_identity_; ///< hash of (source, id) -> message
    std::unordered_multimap<std::uint64_t, std::size_t> awaited_;  ///< hash of a target -> withdrawal

    std::list<Fact> remembered_; ///< last used first
    std::unordered_map<Sequence, std::list<Fact>::iterator> remembered_at_;
};

} // namespace regiekamer::picture
