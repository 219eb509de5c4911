// Each step from the time that it is due; done is only what somebody recorded.
#include "dashboard/words/chain_words.hpp"

#include "dashboard/words/names.hpp"
#include "dashboard/words/time_words.hpp"

#include <fmt/format.h>

namespace regiekamer::words {
namespace {

using picture::ChainStep;
using picture::FunctionAttendance;
using picture::Picture;

void add(std::string& text, const std::string& more) {
    if (!more.empty()) text += (text.empty() ? "" : " · ") + more;
}

std::string done_words(const Picture& picture, const FunctionAttendance& one, const picture::ChainDone& done,
                       Instant now) {
    std::string text;
    if (done.repeated && done.repeated != done.phoned)
        add(text, "herhaald " + clock_near(*done.repeated, now));
    if (done.phoned) add(text, "gebeld " + clock_near(*done.phoned, now));
    if (one.backup)
        add(text, fmt::format("achterwacht {} gealarmeerd {}", person(picture, one.backup->person),
                              clock_near(one.backup->alerted, now)));
    return text;
}

/// What must be done now: of the steps that were passed over only the last, which asks most.
std::string now_words(const Picture& picture, const FunctionAttendance& one, const picture::ChainDone& done,
                      Instant now) {
    const bool missed = one.step == ChainStep::norm_passed;
    if (const auto due = picture::backup_due(picture, one, now))
        return fmt::format("{}nu achterwacht {} alarmeren [F5]", missed ? "norm niet gehaald · " : "",
                           person(picture, *due));
    switch (one.step) {
    case ChainStep::alerted:
        return {};
    case ChainStep::repeated:
        return done.repeated || done.phoned ? std::string() : "nu herhalen en bellen";
    case ChainStep::called:
        return done.phoned ? std::string() : "nu moet de meldkamer bellen";
    case ChainStep::backup_alerted:
        return one.backup ? std::string() : "geen achterwacht in het rooster: bel zelf iemand";
    case ChainStep::unfilled:
        return one.function.value == "AC-Bz" ? "nu ARB inlichten" : "nu AC-Bz of ARB inlichten";
    case ChainStep::norm_passed:
        return "norm niet gehaald: schrijf op waarom";
    }
    return {};
}

std::string next_words(const FunctionAttendance& one, Instant now) {
    switch (one.step) {
    case ChainStep::alerted:
        return "na 2 min herhalen en bellen";
    case ChainStep::repeated:
        return "na 5 min belt de meldkamer";
    case ChainStep::called:
        return "na 8 min de achterwacht";
    case ChainStep::backup_alerted:
        return "na 12 min zonder antwoord: niet bezet";
    case ChainStep::unfilled:
        return one.norm_by ? "norm loopt tot " + clock_near(*one.norm_by, now) : std::string();
    case ChainStep::norm_passed:
        return {};
    }
    return {};
}

} // namespace

ChainWords chain_words(const Picture& picture, const FunctionAttendance& one, Instant now) {
    if (one.answered || one.uncalled) return {};
    if (!one.person && one.step < ChainStep::norm_passed)
        return {{}, "niemand heeft deze functie nu: bel zelf iemand", {}};
    const auto done = picture::chain_done(picture, one);
    return {done_words(picture, one, done, now), now_words(picture, one, done, now), next_words(one, now)};
}

std::string one_line(const ChainWords& chain) {
    std::string text = chain.now;
    add(text, chain.done);
    add(text, chain.next);
    return text;
}

} // namespace regiekamer::words
