// What the shell has to say to the user, kept until it was read: two things that happen together do not cover
// each other.
#pragma once

#include "dashboard/panels/scene.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace regiekamer::desk {

class Notices {
public:
    /// Stays until it is put away. What was said before in the same words goes: it is this one.
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
    [[nodiscard]] std::optional<panels::Remark> shown() const;

private:
    struct Notice {
        panels::Remark remark;
        bool passing;
    };
    void add(Notice notice);
    std::vector<Notice> kept_; ///< the newest last
};

} // namespace regiekamer::desk
