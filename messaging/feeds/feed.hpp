// What every feed has in common: what came in, a piece at a time, and what each piece became.
#pragma once

#include "messaging/vocabulary/message.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace regiekamer::feeds {

/// What a piece says, before it is a message of this feed. A source is read again and again, also after a
/// restart, so what says the same twice has the same `id` and `time`, and the hub knows that it has it.
struct Said {
    Body body;
    std::string id;              ///< of the event, from the contents; empty: each is new (a page of a pager)
    std::optional<Instant> time; ///< the source's own instant; none: the arrival
    std::string event{}; ///< it came as a whole event of somebody else: sent on as it stands, byte for byte
};

/// A piece, or a part of one, that became nothing.
struct Aside {
    std::string reason; ///< English, the same words for the same fault: they are counted
    std::string sample; ///< what it was, cut to `sample_bytes_max` at a character
};
inline constexpr std::size_t sample_bytes_max = 400;

struct Became {
    std::vector<Said> said;
    std::vector<Aside> aside;
    std::vector<std::string> remarks; ///< what was taken although it differs from what the source should send
    std::optional<Instant> again{};   ///< something was set aside as of the future: from then on it is not
};

/// One kind of source: a piece (a line, or a whole document) and its arrival in, what it became out. Keeps
/// what it needs to tell news from what was said before (repeats, thresholds); asks no clock; never throws,
/// whatever the bytes. One thread.
class Reader {
public:
    using Take = std::function<Became(std::string_view piece, Instant arrival)>;
    using Recall = std::function<void(const Message& said)>;

    Reader() = default;
    template <class T>
    requires std::is_invocable_r_v<Became, T&, std::string_view, Instant> Reader(T take)
        : take_(std::move(take)) {} // NOLINT(google-explicit-constructor): a lambda is a reader
    Reader(Take take, Recall recall) : take_(std::move(take)), recall_(std::move(recall)) {}

    Became operator()(std::string_view piece, Instant arrival) const { return take_(piece, arrival); }
    /// After a restart: what the hub has of this feed, in its order, before the first piece. So the same is
    /// not said twice, and what was said and is over is ended.
    void recall(const Message& said) const {
        if (recall_) recall_(said);
    }
    /// Whether it wants to be told that.
    [[nodiscard]] bool recalls() const { return recall_ != nullptr; }
    explicit operator bool() const { return take_ != nullptr; }

private:
    Take take_;
    Recall recall_;
};

} // namespace regiekamer::feeds
