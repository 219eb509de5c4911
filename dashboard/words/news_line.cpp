// A sentence a kind of news.
#include "dashboard/words/news_line.hpp"

#include "dashboard/words/alarm_words.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/time_words.hpp"

#include <fmt/format.h>

namespace regiekamer::words {
namespace {

using picture::News;
using picture::NewsKind;
using picture::Picture;

std::string when(const News& news, Instant now, const char* before = " om ") {
    return news.at ? before + clock_near(*news.at, now) : std::string();
}
std::string reason_words(const std::string& reason) {
    return reason.empty() ? reason : ": " + reason;
}
std::string owner(const News& news) {
    return news.function && !news.function->empty() ? " (" + news.function->value + ")" : std::string();
}

std::string grip_line(const Picture& picture, const News& news, Instant now) {
    const std::string name = incident(picture, IncidentId(news.subject));
    return fmt::format("{}: GRIP {} werd GRIP {}{}{}", name, news.was, news.is, when(news, now),
                       reason_words(news.text));
}

std::string water_line(const News& news, Instant now) {
    const std::string level = news.value ? " nu " + level_metres(*news.value) : std::string();
    if (news.is == 1)
        return fmt::format("Water {} boven {}{}{},{}", news.subject, level_metres(news.threshold.value_or(0)),
                           reason_words(news.text), when(news, now, " sinds "), level);
    return fmt::format("Water {} weer onder {}{},{}", news.subject, level_metres(news.threshold.value_or(0)),
                       reason_words(news.text), level);
}

std::string meeting_line(const Picture& picture, const News& news, Instant now) {
    std::string name = meeting(picture, MeetingId(news.subject));
    switch (static_cast<picture::MeetingState>(news.is)) {
    case picture::MeetingState::planned:
        return "Overleg gepland: " + name + when(news, now);
    case picture::MeetingState::running:
        return "Overleg loopt: " + name + when(news, now, " sinds ");
    case picture::MeetingState::ended:
        return "Overleg afgelopen: " + name + when(news, now);
    case picture::MeetingState::cancelled:
        return "Overleg gaat niet door: " + name + reason_words(news.text);
    }
    return name;
}

/// What lasts already began before now.
std::string gap_line(const News& news, Instant now) {
    std::string line =
        fmt::format("Piket {}: {}", news.is == 1 ? "niet ingevuld" : "weer ingevuld", news.subject);
    line += news.at && *news.at <= now ? std::string(", nu") : when(news, now, " vanaf ");
    if (news.until) line += " tot " + clock_near(*news.until, now);
    return line;
}

std::string event_line(const News& news, Instant now) {
    const auto state = label(static_cast<picture::EventState>(news.is));
    if (news.was < 0)
        return fmt::format("Nieuw evenement: {}, {}{}", news.text, state, when(news, now, ", "));
    if (news.was == news.is)
        return fmt::format("Evenement {}: {}, en staat weer in de agenda. Besluit opnieuw", news.text, state);
    return fmt::format("Evenement {}: {} werd {}", news.text,
                       label(static_cast<picture::EventState>(news.was)), state);
}

} // namespace

std::string news_line(const Picture& picture, const News& news, Instant now) {
    switch (news.kind) {
    case NewsKind::grip:
        return grip_line(picture, news, now);
    case NewsKind::incident_opened:
        return fmt::format("Nieuw incident: {}{}{}", incident(picture, IncidentId(news.subject)),
                           news.text.empty() ? "" : ", " + news.text, when(news, now, ", begonnen "));
    case NewsKind::incident_closed:
        return "Incident gesloten: " + incident(picture, IncidentId(news.subject)) + when(news, now) +
               reason_words(news.text);
    case NewsKind::alarm:
        return "Alarm: " + (news.alarm ? alarm_text(picture, *news.alarm, now).title : news.text) +
               when(news, now, " sinds ");
    case NewsKind::unfilled:
        return fmt::format("{}: {}{}", sentence_case(news.function ? news.function->value : ""),
                           news.is == 1 ? "afgemeld" : "niet bezet", when(news, now, ", gealarmeerd "));
    case NewsKind::water:
        return water_line(news, now);
    case NewsKind::decision:
        return "Besluit: " + news.text + owner(news) + when(news, now);
    case NewsKind::meeting:
        return meeting_line(picture, news, now);
    case NewsKind::action_late:
        return "Te laat: " + news.text + owner(news) + when(news, now, ", moest vóór ");
    case NewsKind::duty_gap:
        return gap_line(news, now);
    case NewsKind::readiness:
        return event_line(news, now);
    case NewsKind::situation:
        return fmt::format("Beeld {}, {}: {} ({})", news.subject,
                           news.was > 0 ? fmt::format("versie {}", news.was + 1) : std::string("nieuw"),
                           news.text, label(static_cast<Certainty>(news.is)));
    case NewsKind::note:
        return "Belangrijke notitie: " + news.text + owner(news);
    case NewsKind::action_opened:
        return "Nieuwe actie: " + news.text + owner(news) + when(news, now, ", vóór ");
    case NewsKind::action_done:
        return "Gereed: " + news.text + owner(news) + when(news, now);
    case NewsKind::withdrawn:
        return "Een bericht is teruggenomen" + owner(news) + when(news, now);
    }
    return {};
}

bool is_grave(const News& news) {
    switch (news.kind) {
    case NewsKind::grip:
    case NewsKind::incident_opened:
    case NewsKind::alarm:
    case NewsKind::unfilled:
    case NewsKind::action_late:
        return true;
    case NewsKind::duty_gap:
    case NewsKind::water:
        return news.is == 1;
    case NewsKind::incident_closed:
    case NewsKind::decision:
    case NewsKind::meeting:
    case NewsKind::readiness:
    case NewsKind::situation:
    case NewsKind::note:
    case NewsKind::action_opened:
    case NewsKind::action_done:
    case NewsKind::withdrawn:
        return false;
    }
    return false;
}

} // namespace regiekamer::words
