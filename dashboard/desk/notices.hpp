// What the shell has to say to the user, kept until it was read: two things that happen together do not cover
// each other. What is not serious goes by itself; a refusal never does.
#pragma once

#include "dashboard/panels/scene.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace regiekamer::desk {

class Notices {
public:
    /// How long one stands that is not serious, counted from when nothing lay over it.
    static constexpr auto stays = seconds(60), passes = seconds(12);

    /// A serious one stays until it is put away. What was said before in the same words goes: it is this one.
    void say(panels::Remark remark);
    /// An answer to what the user just did: they look at it, and the next thing said takes its place.
    void answer(panels::Remark remark);
    /// The user does the next thing: what they did before that is answered.
    void go_on();
    /// The one that is shown was read.
    void put_away();
    /// What was said in these words holds no longer.
    void forget(std::string_view text);

    /// The newest, and how many wait behind it; none: nothing is to be said.
    std::optional<panels::Remark> shown(Instant now);

private:
    struct Notice {
        panels::Remark remark;
        std::optional<Instant> since{}; ///< it is the one that is shown
    };
    void add(panels::Remark remark);
    std::vector<Notice> kept_; ///< the newest last
};

} // namespace regiekamer::desk
