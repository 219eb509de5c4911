// Keeps an act from when it is said until shortly after it came back.
#include "dashboard/desk/crossings.hpp"

#include "dashboard/picture/crossing.hpp"

#include <algorithm>

namespace regiekamer::desk {

void Crossings::said(const std::string& id, const Body& body) {
    auto subject = picture::subject_of(body);
    if (!subject.empty()) own_.push_back({id, std::move(subject), std::nullopt, {}});
}

void Crossings::refused(const std::string& id) {
    std::erase_if(own_, [&](const Own& own) { return own.id == id; });
}

std::optional<Crossing> Crossings::hears(const Recorded& fact) {
    std::erase_if(
        own_, [&](const Own& own) { return own.back && fact.recorded - own.back->recorded > same_moment; });
    if (own_.empty()) return std::nullopt;
    const auto mine =
        std::find_if(own_.begin(), own_.end(), [&](const Own& own) { return own.id == fact.message.id; });
    if (mine != own_.end()) {
        mine->back = fact;
        if (mine->before.empty()) return std::nullopt;
        return Crossing{fact, mine->before.back()};
    }
    const auto subject = picture::subject_of(fact.message.body);
    std::optional<Crossing> found;
    for (auto& own : own_) {
        if (own.subject != subject) continue;
        if (own.back)
            found = Crossing{*own.back, fact};
        else
            own.before.push_back(fact);
    }
    return found;
}

} // namespace regiekamer::desk
