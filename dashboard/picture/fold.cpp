// One message into the picture: its own fold, what it says of a proposal, and where the picture stands then.
#include "dashboard/picture/apply.hpp"
#include "dashboard/picture/moment.hpp"
#include "dashboard/picture/picture.hpp"

#include <algorithm>

namespace regiekamer::picture {

namespace {

/// Where the clock was set ahead is known from the clock and from what the player told: from nothing else.
void note_jump(Picture& picture, const Recorded& fact) {
    if (fact.message.status != Mode::exercise) return;
    if (from_player(fact.message) || moves_the_clock(fact.message.body))
        picture.exercise.edit().jumps.observe(fact);
}

} // namespace

void fold(Picture& picture, const Recorded& fact) {
    if (fact.sequence != 0 && fact.sequence == picture.sequence) return; // a repeat changes nothing
    std::visit([&](const auto& body) { apply(picture, fact, body); }, fact.message.body);
    note_jump(picture, fact);
    note_traffic(picture, fact);
    note_cause(picture, fact);
    pass_over(picture, fact);
}

void apply(Picture&, const Recorded&, const Foreign&) {}

void pass_over(Picture& picture, const Recorded& fact) {
    picture.sequence = fact.sequence;
    picture.recorded = fact.recorded;
    picture.moment = moment_after(picture, fact);
}

bool from_player(const Message& message) {
    return message.source.starts_with("scenario/");
}

Instant moment_after(const Picture& then, const Recorded& fact) {
    if (fact.message.source.empty()) return then.moment; // redacted: what is left of it has no moment
    if (fact.message.status == Mode::actual) return fact.recorded;
    // what people say lies between the injects, where the clock stood that they looked at
    const auto said = from_player(fact.message) ? fact.message.time
                                                : exercise_now(then, fact.recorded).value_or(then.moment);
    return std::max(then.moment, said);
}

Instant default_now(const Picture& picture) {
    return picture.moment == Instant{} ? picture.recorded : picture.moment;
}

Instant now_of_file(const Picture& picture, Mode mode, Instant wall) {
    const Instant last = default_now(picture);
    return mode == Mode::actual || last == Instant{} ? std::max(wall, last) : last;
}

} // namespace regiekamer::picture
