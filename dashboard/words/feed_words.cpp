// Feeds are written in English, as everything that a program says to a program; the screen is not.
#include "dashboard/words/feed_words.hpp"

#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <array>

namespace regiekamer::words {
namespace {

struct Remark {
    std::string_view said, shown;
};

/// Phrases wherever they stand in a remark; the longer before those that they contain.
constexpr std::array feed_remarks{
    Remark{"expected a FLEX line of multimon-ng with its head", "geen regel van de pagerontvanger"},
    Remark{"HTML or XML instead of data", "een webpagina in plaats van gegevens"},
    Remark{"HTML instead of XML", "een webpagina in plaats van een bericht"},
    Remark{"/status: expected exercise: this hub is one", "een echt bericht, en dit is een oefening"},
    Remark{"a real alert, and this journal is an exercise", "een echte waarschuwing, en dit is een oefening"},
    Remark{"a cell that is no number", "een cel die geen getal is"},
    Remark{"a document in which nothing can be read", "een bestand waarin niets te lezen is"},
    Remark{"a line that cannot be read, so that nothing of the document is taken",
           "een regel die niet te lezen is: het hele bestand is niet gebruikt"},
    Remark{"a row that is torn", "een afgebroken regel"},
    Remark{"a row without a readable time", "een regel zonder leesbare tijd"},
    Remark{"a value without a readable time", "een waarde zonder leesbare tijd"},
    Remark{"an hour without a readable time", "een uur zonder leesbare tijd"},
    Remark{"a row without location, quantity or unit", "een regel zonder plaats, grootheid of eenheid"},
    Remark{"a series without location, quantity or unit", "een reeks zonder plaats, grootheid of eenheid"},
    Remark{"a row without station or hour", "een regel zonder station of uur"},
    Remark{"larger than one message may be", "te groot voor een bericht"},
    Remark{"measured in the future", "gemeten in de toekomst"},
    Remark{"the event is larger than 256 KiB", "groter dan 256 KiB"},
    Remark{"the same identifier and sent, and other contents", "zelfde kenmerk en tijd, andere inhoud"},
    Remark{"the source refused the question", "de bron weigert de vraag"},
    Remark{"could not be read", "niet te lezen"},
    Remark{"unreadable", "onleesbaar"},
    Remark{"cannot be found", "is er niet"},
    Remark{"cannot connect", "geen verbinding"},
    Remark{"closed the connection", "verbrak de verbinding"},
    Remark{"it answered with nothing in it", "het antwoord is leeg"},
    Remark{"it answered", "antwoord"},
    Remark{"it did not answer in full within", "nog geen heel antwoord na"},
    Remark{"seconds", "seconden"},
    Remark{"it does not answer", "geen antwoord"},
    Remark{"its certificate cannot be trusted", "het certificaat is niet te vertrouwen"},
    Remark{"the answer broke off", "het antwoord brak af"},
    Remark{"the answer is larger than", "het antwoord is groter dan"},
    Remark{"the hub refused it", "de hub weigerde het"},
    Remark{"there is no file", "er is geen bestand"},
};

} // namespace

std::string feed_state(const picture::FeedOverview& feed, Instant now) {
    if (!feed.health) return "zegt niet hoe het gaat";
    const std::string since = " sinds " + clock_near(feed.health_since, now);
    switch (feed.health->state) {
    case FeedState::loopt:
        return "loopt" + since;
    case FeedState::stil:
        return "stil" + since;
    case FeedState::fout:
        return "fout" + since;
    }
    return {};
}

std::string feed_note(std::string_view note) {
    std::string text(note);
    for (const auto& remark : feed_remarks)
        if (const auto at = text.find(remark.said); at != std::string::npos)
            text.replace(at, remark.said.size(), remark.shown);
    return text;
}

} // namespace regiekamer::words
