// What the readers of whole documents have in common: how they set aside, tell the same from news, and name
// what they say.
#pragma once

#include "messaging/feeds/feed.hpp"

#include <deque>
#include <initializer_list>
#include <map>
#include <utility>

namespace regiekamer::feeds {

/// With the sample cleaned and cut.
Aside set_aside(std::string reason, std::string_view sample);

/// What was sent by a clock that is ahead of ours, until `may_be`, from when on it may be taken. A sender
/// whose clock is wrong is no reason to lose its alert.
void set_aside_future(Became& became, std::string_view sample, Instant may_be);
inline constexpr std::string_view sent_in_future = "sent in the future";

/// Adds a remark, unless it stands there or there are enough of them to know that something is wrong.
void remark(Became& became, std::string text);

/// An identifier (a UUID by name) that is the same for the same parts.
std::string id_of(std::initializer_list<std::string_view> parts);

/// What a body is about where a later one of the same feed takes its place: a duty, a person, an evenement,
/// a value at an instant, a warning. Empty: it stands by itself.
std::string subject_of(const Body& body);

/// What was said under a name, as far back as `most` names: a source is read again and again.
class Memory {
public:
    explicit Memory(std::size_t most) : most_(most) {}
    /// What was last said under the name; nullptr: nothing, or it is forgotten.
    [[nodiscard]] const std::string* find(const std::string& name) const;
    /// Whether it is news, which it is once.
    bool news(const std::string& name, std::string content);

    /// The id to say it under; none: it is what was said last. `own` is the id that its contents give. What
    /// comes back after something else was said takes the id of that along: the hub would take it for the
    /// first time that it was said, and keep what came between. The same history gives the same ids.
    std::optional<std::string> say(const std::string& name, std::string content, std::string own);
    /// The same where something outside the name took the place of what was said: it is news in any case.
    std::string say_again(const std::string& name, std::string content, std::string own);
    /// What the hub has of this feed, in its order.
    void recall(const std::string& name, std::string content, std::string id);

private:
    struct Said {
        std::string content;
        std::vector<std::string> ids; ///< under which something was said, the newest last
    };
    std::pair<Said*, bool> place_of(const std::string& name);

    std::size_t most_;
    std::map<std::string, Said> said_;
    std::deque<std::string> order_;
};

/// A reader that cannot throw: what goes wrong in it sets the whole piece aside.
Reader guarded(Reader reader);

} // namespace regiekamer::feeds
