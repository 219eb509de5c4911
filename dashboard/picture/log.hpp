// The index of all messages: what the logboek and the timeline list without holding the messages themselves.
#pragma once

#include "dashboard/picture/picture.hpp"

#include <algorithm>
#include <unordered_map>

namespace regiekamer::picture {

/// One message, lightly: about 72 bytes. Read the message itself by its sequence (History::message).
struct LogEntry {
    Sequence sequence{};
    Instant recorded, time;
    Instant moment;           ///< by moment_after, never back: sorted
    Instant told;             ///< running maximum of everybody's `time`
    std::uint16_t type{};     ///< Body's index; see Log::is<T>
    std::uint32_t function{}; ///< names().function: who acted; 0 none
    std::uint32_t incident{}; ///< which incident it is about; 0 none
    bool important{};         ///< a note marked so
};

/// Append-only, in order of sequence. One thread.
class Log {
public:
    /// Which bodies an entry holds: is<NoteWritten>(entry).
    template <class T>
    static bool is(const LogEntry& entry) {
        return entry.type == boost::mp11::mp_find<BodyVariant, T>::value;
    }
    static bool is_foreign(const LogEntry& entry) { return is<Foreign>(entry); }

    /// `picture` as it is known by then: tells which incident an action or an overleg belongs to.
    void append(const Recorded& fact, Instant moment, const Picture& picture);

    [[nodiscard]] const std::vector<LogEntry>& entries() const { return entries_; }
    /// nullptr: not there.
    [[nodiscard]] const LogEntry* find(Sequence sequence) const;
    /// The last sequence whose moment is not after `at`; 0: none.
    [[nodiscard]] Sequence sequence_at(Instant at) const;
    /// An entry's moment. In an exercise in which no player spoke, the clock is what everybody says it is.
    [[nodiscard]] Instant moment_of(const LogEntry& entry) const {
        return entries_.back().moment == Instant{} ? entry.told : entry.moment;
    }

    [[nodiscard]] const std::string& function_of(const LogEntry& entry) const;
    [[nodiscard]] const std::string& incident_of(const LogEntry& entry) const;

    /// The newest entries up to `upto` that `wanted` takes, newest first, after leaving out `skip` of them.
    template <class Wanted>
    std::vector<LogEntry> newest(Sequence upto, std::size_t most, Wanted&& wanted,
                                 std::size_t skip = 0) const {
        std::vector<LogEntry> found;
        for (std::size_t index = count_until(upto); index-- > 0 && found.size() < most;) {
            if (!wanted(entries_[index])) continue;
            if (skip > 0)
                --skip;
            else
                found.push_back(entries_[index]);
        }
        return found;
    }
    /// How many up to `upto` are wanted. Walks the whole index: keep the answer.
    template <class Wanted>
    std::size_t count(Sequence upto, Wanted&& wanted) const {
        const auto end = entries_.begin() + static_cast<std::ptrdiff_t>(count_until(upto));
        return static_cast<std::size_t>(std::count_if(entries_.begin(), end, wanted));
    }

private:
    [[nodiscard]] std::size_t count_until(Sequence upto) const;
    std::uint32_t name(const std::string& text);

    std::vector<LogEntry> entries_;
    std::vector<std::string> names_{std::string{}};
    std::unordered_map<std::string, std::uint32_t> numbers_;
};

} // namespace regiekamer::picture
