// Beside an exercise the real side is followed (design.md, decision 9): a link of its own to the live hub, a
// picture of its own, and what of it breaks through. Nothing is ever said to it from here.
#pragma once

#include "dashboard/panels/scene.hpp"
#include "dashboard/picture/history.hpp"
#include "messaging/link/link.hpp"

#include <set>

namespace regiekamer::desk {

class RealSide {
public:
    struct Endpoints {
        std::string requests, live;
    };
    /// Of the live hub; it need not be there. `copy`: a file for what it says, made anew and taken
    /// away again. `wake` is called on the link's thread.
    RealSide(const Endpoints& endpoints, const std::string& desk, std::filesystem::path copy,
             std::function<void()> wake);
    ~RealSide();
    RealSide(const RealSide&) = delete;
    RealSide& operator=(const RealSide&) = delete;
    RealSide(RealSide&&) = delete;
    RealSide& operator=(RealSide&&) = delete;

    /// Folds what came in; true when something did.
    bool receive(std::size_t limit);
    [[nodiscard]] Sequence received() const { return history_.head(); }
    /// What asks of this function and was not put away; the newest first.
    [[nodiscard]] std::optional<panels::RealNews> news(const Function& function);
    /// What `news` gave last was seen; the next shows then.
    void put_away();
    /// News that this returns once: it must be heard and notified.
    std::optional<panels::RealNews> must_sound(const Function& function);
    /// Whether the live hub answers.
    [[nodiscard]] bool followed() const;

private:
    [[nodiscard]] Instant now() const;

    std::filesystem::path copy_;
    std::unique_ptr<link::Link> link_;
    picture::History history_;
    std::set<std::string> seen_, sounded_; ///< keys of picture::Breaking
    std::string shown_;                    ///< likewise; empty: nothing is
};

} // namespace regiekamer::desk
