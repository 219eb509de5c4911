// Feeds are written in English, as everything that a program says to a program; the screen is not.
#include "dashboard/words/feed_words.hpp"

#include "dashboard/words/labels.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <span>

namespace regiekamer::words {
namespace {

/// What a program says, and what a person reads. With a tail what comes behind it stays too: a number, the
/// name of a member; else that is a detail for who runs the feed.
struct Remark {
    std::string_view said, shown;
    bool tail = false;
};

/// The first that fits counts: the longer before those that they contain.
constexpr std::array feed_remarks{
    Remark{"it answered with a web page (HTML) instead of data", "antwoord is een webpagina, geen gegevens"},
    Remark{"it answered with nothing in it", "het antwoord is leeg"},
    Remark{"it answered", "antwoord", true},
    Remark{"it did not answer in full within", "nog geen heel antwoord na", true},
    Remark{"it does not answer", "geen antwoord"},
    Remark{"it cannot be asked", "de vraag kwam niet aan"},
    Remark{"no memory to ask it", "geen geheugen om het te vragen"},
    Remark{"its name cannot be found", "die naam bestaat niet op het netwerk"},
    Remark{"cannot be found", "die naam bestaat niet op het netwerk"},
    Remark{"cannot connect", "geen verbinding"},
    Remark{"closed the connection", "verbrak de verbinding"},
    Remark{"the connection broke", "de verbinding viel weg"},
    Remark{"it is not as it was signed",
           "veranderd of beschadigd nadat het werd ondertekend: vertrouw het niet, vraag de afzender"},
    Remark{"its signature is of no configured certificate",
           "ondertekend door een onbekende: zet het certificaat in cap.toml als u de afzender kent"},
    Remark{"its certificate has expired", "het certificaat van de bron is verlopen"},
    Remark{"its certificate is not valid yet", "het certificaat geldt nog niet: staat de klok hier goed?"},
    Remark{"no secure connection", "geen beveiligde verbinding"},
    Remark{"its certificate cannot be trusted", "het certificaat is niet te vertrouwen"},
    Remark{"the answer broke off", "het antwoord brak af"},
    Remark{"the answer is larger than", "het antwoord is groter dan", true},
    Remark{"the head of its answer is larger than", "de kop van het antwoord is groter dan", true},
    Remark{"its answer cannot be unpacked", "het antwoord is beschadigd: het is niet uit te pakken"},
    Remark{"it does not speak HTTP", "daar antwoordt iets anders dan een webserver"},
    Remark{"it sends on to an address that is not", "het verwijst door naar een adres dat niet mag"},
    Remark{"it sends on and on to other addresses", "het blijft doorverwijzen"},
    Remark{"no file that can be read", "er is geen bestand dat te lezen is"},
    Remark{"there is no file", "er is geen bestand", true},
    Remark{"what came in cannot be kept", "wat binnenkwam is niet te bewaren", true},
    Remark{"a link in the folder", "een koppeling (link) in de map: zet het bestand zelf erin"},
    Remark{"a Cancel of what another sender said", "een intrekking door een ander dan de afzender"},
    Remark{"the folder", "de map", true},
    Remark{"the hub was away when the feed was ended", "de hub was weg toen de koppeling stopte"},
    Remark{"the hub refused it", "de hub weigerde het"},
    Remark{"this feed keeps nothing", "deze koppeling bewaart niets"},
    Remark{"gives no sign of life", "geen teken van leven: is het programma gestopt?"},
    Remark{"half a line, whose end never came", "een halve regel: de verbinding brak af"},
    Remark{"half a line, which nobody finished", "een halve regel: de koppeling werd afgebroken"},
    Remark{"other reasons", "andere redenen"},
    Remark{"expected a FLEX line of multimon-ng with its head", "geen regel van de pagerontvanger"},
    Remark{"expected at most 8 KiB a line", "een regel van meer dan 8 KiB"},
    Remark{"expected two frames, a topic and an event, or the event alone",
           "een bericht in te veel of te weinig delen"},
    Remark{"expected one JSON text in UTF-8", "geen leesbaar JSON"},
    Remark{"/status: expected exercise: this hub is one", "een echt bericht, en dit is een oefening"},
    Remark{"/status: expected actual: this hub is no exercise", "een oefenbericht, en dit is echt"},
    Remark{"/time: of the future", "een tijd in de toekomst"},
    Remark{"sent in the future", "verzonden in de toekomst"},
    Remark{"measured in the future", "gemeten in de toekomst"},
    Remark{"a report older than the one before", "een ouder bericht dan het vorige"},
    Remark{"expires before it was sent", "verlopen voor het verzonden was"},
    Remark{"a real alert, and this journal is an exercise", "een echte waarschuwing, en dit is een oefening"},
    Remark{"an exercise alert, and this journal is real", "een oefenwaarschuwing, en dit is echt"},
    Remark{"a roster of an exercise, and this journal is real", "een oefenrooster, en dit is echt"},
    Remark{"a draft", "een concept"},
    Remark{"an alert in another namespace than CAP's", "lijkt op een CAP-waarschuwing, maar is het niet"},
    Remark{"a feed that holds links and no alerts", "een lijst met verwijzingen, zonder waarschuwingen"},
    Remark{"no alert in it", "er staat geen waarschuwing in"},
    Remark{"a time without its offset", "een tijd zonder tijdzone"},
    Remark{"the same identifier and sent, and other contents", "zelfde kenmerk en tijd, andere inhoud"},
    Remark{"larger than one message may be", "te groot voor een bericht"},
    Remark{"the event is larger than 256 KiB", "groter dan 256 KiB"},
    Remark{"a document of more than 8 MB", "een document van meer dan 8 MB"},
    Remark{"more than 200 info blocks in one language", "meer dan 200 blokken in een taal"},
    Remark{"elements more than 64 deep", "te diep genest"},
    Remark{"more than", "meer dan", true},
    Remark{"HTML or XML instead of data", "een webpagina in plaats van gegevens"},
    Remark{"HTML instead of XML", "een webpagina in plaats van een bericht"},
    Remark{"XML without a CAP alert", "XML zonder waarschuwing"},
    Remark{"XML without KNMI's warnings", "XML zonder waarschuwingen van het KNMI"},
    Remark{"no XML: not one element around all", "geen heel XML-bericht"},
    Remark{"no XML, or cut off", "geen XML, of afgebroken"},
    Remark{"no JSON, or cut off", "geen JSON, of afgebroken"},
    Remark{"JSON without a WaarnemingenLijst", "JSON zonder waarnemingen"},
    Remark{"JSON without warnings", "JSON zonder waarschuwingen"},
    Remark{"JSON without data", "JSON zonder gegevens"},
    Remark{"a DOCTYPE", "XML met een DOCTYPE: dat wordt niet gelezen"},
    Remark{"an encoding other than UTF-8 and ISO-8859-1", "een andere codering dan UTF-8 of ISO-8859-1"},
    Remark{"bytes that are no UTF-8", "tekens die niet te lezen zijn"},
    Remark{"a warning that is no object", "een waarschuwing die niet te lezen is"},
    Remark{"an NL-Alert that is no object", "een NL-Alert die niet te lezen is"},
    Remark{"an NL-Alert without id", "een NL-Alert zonder kenmerk"},
    Remark{"an NL-Alert without message", "een NL-Alert zonder tekst"},
    Remark{"a table without KNMI's columns", "een tabel zonder de kolommen van het KNMI"},
    Remark{"a table without Waterinfo's columns", "een tabel zonder de kolommen van Waterinfo"},
    Remark{"two values at one instant", "twee waarden op een moment: de hoogste telt, met twijfel"},
    Remark{"a value that cannot be", "een waarde die niet kan"},
    Remark{"a cell that is no number", "een cel die geen getal is"},
    Remark{"a document in which nothing can be read", "een bestand waarin niets te lezen is"},
    Remark{"a line that cannot be read, so that nothing of the document is taken",
           "een regel die niet te lezen is: het hele bestand is niet gebruikt"},
    Remark{"a row that contradicts one before it", "een regel die een eerdere tegenspreekt: de eerste telt"},
    Remark{"a row that is torn", "een afgebroken regel"},
    Remark{"a row without a readable time", "een regel zonder leesbare tijd"},
    Remark{"a value without a readable time", "een waarde zonder leesbare tijd"},
    Remark{"an hour without a readable time", "een uur zonder leesbare tijd"},
    Remark{"a row without location, quantity or unit", "een regel zonder plaats, grootheid of eenheid"},
    Remark{"a series without location, quantity or unit", "een reeks zonder plaats, grootheid of eenheid"},
    Remark{"a row without station or hour", "een regel zonder station of uur"},
    Remark{"a row that was cut", "een regel met te weinig of te veel waarden: half geschreven?"},
    Remark{"the source refused the question", "de bron weigert de vraag"},
    Remark{"no province of ours in it", "er staat geen provincie van ons in"},
    Remark{"nothing at all", "helemaal leeg"},
    Remark{"no table", "geen tabel"},
    Remark{"no info", "een waarschuwing zonder inhoud"},
    Remark{"could not be read", "niet te lezen"},
    Remark{"unreadable", "onleesbaar:", true},
    Remark{"no ", "er ontbreekt: ", true},
};
/// What was taken although it is odd: a feed that runs says it in its note, one behind the other.
constexpr std::array taken_remarks{
    Remark{"a polygon that is none",
           "een gebied met een vorm die niet te lezen is: het staat niet op de kaart"},
    Remark{"a circle that is none",
           "een gebied met een cirkel die niet te lezen is: het staat niet op de kaart"},
    Remark{"a polygon that was not closed", "een vorm die open was, hier gesloten"},
    Remark{"an area without areaDesc", "een gebied zonder naam"},
    Remark{"a height that is none", "een hoogte die niet te lezen is"},
    Remark{"a size that is none", "een bestandsgrootte die niet te lezen is"},
    Remark{"a resource inside the alert: it stands with what came in only",
           "een bijlage in de waarschuwing: alleen bewaard bij wat binnenkwam"},
    Remark{"a reference that is none", "een verwijzing die niet te lezen is"},
    Remark{"a time that cannot be read, left out", "een tijd die niet te lezen is, weggelaten"},
    Remark{"a time not in CAP's form", "een tijd in een andere vorm"},
    Remark{"expires before it was sent", "verlopen voordat het verstuurd was"},
    Remark{"an identifier or sender with a space, comma, < or &",
           "een kenmerk of afzender met een vreemd teken"},
    Remark{"an Update or Cancel that names no earlier alert",
           "een wijziging of intrekking die geen eerdere waarschuwing noemt"},
    Remark{"an alert that says Actual, in an envelope that says otherwise",
           "een echte waarschuwing in een envelop die iets anders zegt"},
    Remark{"several info blocks in one language, joined", "meer blokken in een taal, samen genomen"},
    Remark{"details left out: too large for one message", "bijzonderheden weggelaten: te groot"},
    Remark{"an Update for other areas only: here it takes back what it names",
           "een wijziging die nu voor andere gebieden geldt: hier is de waarschuwing voorbij"},
    Remark{"shapes made coarser: too large for one message", "gebieden met minder hoekpunten, want te groot"},
    Remark{"shapes left out: too large for one message",
           "gebieden zonder vorm, want te groot: ze staan niet op de kaart"},
    Remark{"alerts for other areas only, left out", "waarschuwingen voor andere gebieden weggelaten"},
    Remark{"the same NL-Alert twice, of which the first counts",
           "twee keer dezelfde NL-Alert: de eerste telt"},
    Remark{"a report without its instant", "een overzicht zonder tijd"},
    Remark{"the source has no data: ", "de bron heeft geen gegevens: ", true},
    Remark{"the source has no data", "de bron heeft geen gegevens"},
    Remark{"stations that stand not in the table, left out",
           "meetpunten die niet in uw tabel staan weggelaten"},
    Remark{"extremes and other groupings, left out", "uiterste waarden weggelaten"},
    Remark{"a forecast of more than 2,000 points, cut",
           "een verwachting van meer dan 2.000 punten, ingekort"},
    Remark{"no possible value, and no quality that says gap", "een waarde die niet kan, als gat genomen"},
    Remark{"values without a quality", "waarden zonder kwaliteit"},
    Remark{"values of before 2000, left out", "waarden van voor 2000 weggelaten"},
    Remark{"a number that is no capcode was left out",
           "een nummer dat geen capcode kan zijn: weggelaten, de rest van de groep telt"},
    Remark{"the decoder's clock was never set", "de klok van de ontvanger is nooit gezet"},
    Remark{"the decoder's clock is more than 5 minutes off",
           "de klok van de ontvanger wijkt meer dan 5 minuten af"},
    Remark{"a % in the text: the decoder may have damaged it", "een % in de tekst: die kan beschadigd zijn"},
};
/// Inside a tail.
constexpr std::array tail_remarks{
    Remark{": we may not have it", ": wij mogen het niet hebben"},
    Remark{": there is no such document", ": op dat adres staat niets"},
    Remark{": we ask too often", ": wij vragen te vaak"},
    Remark{": it is out of order", ": storing bij de bron"},
    Remark{" cannot be read", " is niet te lezen"},
    Remark{"No space left on device", "de schijf is vol"},
    Remark{"Read-only file system", "op deze schijf kan niet geschreven worden"},
    Remark{"Permission denied", "daar mag niet geschreven worden"},
    Remark{" seconds", " seconden"},
    Remark{" areas", " gebieden"},
    Remark{" alerts", " waarschuwingen"},
    Remark{" elements", " elementen"},
    Remark{" values", " waarden"},
    Remark{" attributes around an element", " kenmerken om een element"},
};

/// What is said of a line that cannot be taken, in the order in which it stands there.
constexpr std::array line_remarks{
    Remark{"line ", "regel "},
    Remark{"column ", "kolom "},
    Remark{"there is no kolom", "er is geen kolom"},
    Remark{"no lines below the kolom names", "geen regels onder de kolomnamen"},
    Remark{"no VEVENT in the calendar", "geen afspraak in de agenda"},
    Remark{": found nothing", ": niets gevonden"},
    Remark{": found ", ": gevonden "},
    Remark{", expected ", ", verwacht "},
    Remark{"a date and time such as", "een datum en tijd zoals"},
    Remark{", from 2000 to 2099", ", van 2000 tot 2099"},
    Remark{"a time after van", "een tijd na van"},
    Remark{"regionaal or lokaal", "regionaal of lokaal"},
    Remark{"melding, A, B or C", "melding, A, B of C"},
    Remark{"text of 1 to 256 bytes", "tekst van 1 tot 256 tekens"},
    Remark{"a number from", "een getal vanaf"},
    Remark{"lat and lon together", "lat en lon samen"},
    Remark{"a begin, since there is an end", "een begin, want er is een eind"},
    Remark{"at the same time as regel", "tegelijk met regel"},
    Remark{"one person at a time; end one where the other begins",
           "een persoon tegelijk; laat de een eindigen waar de ander begint"},
    Remark{"; did you mean", "; bedoelt u"},
    Remark{"; known are", "; bekend zijn"},
};

std::string with_all(std::string text, std::span<const Remark> remarks) {
    for (const auto& remark : remarks)
        for (auto at = text.find(remark.said); at != std::string::npos;
             at = text.find(remark.said, at + remark.shown.size()))
            text.replace(at, remark.said.size(), remark.shown);
    return text;
}

std::string tail_words(std::string_view tail) {
    std::string text = with_all(std::string(tail), tail_remarks);
    const auto digit = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
    for (std::size_t at = 1; at + 1 < text.size(); ++at)
        if (text[at] == ',' && digit(at - 1) && digit(at + 1)) text[at] = '.';
    return text;
}

/// Where a remark stands in a note: at its begin, or behind the name of a source ("example.nl:80: ").
std::size_t remark_at(std::string_view note, std::string_view said) {
    for (auto at = note.find(said); at != std::string_view::npos; at = note.find(said, at + 1))
        if (at == 0 || (at >= 2 && note.substr(at - 2, 2) == ": ")) return at;
    return std::string_view::npos;
}

/// Empty: it is none of what was taken although it is odd.
std::string taken_words(std::string_view note) {
    constexpr std::string_view between = "; ";
    std::string all;
    while (!note.empty()) {
        const auto end = std::min(note.find(between), note.size());
        const auto part = note.substr(0, end);
        const auto* found = std::find_if(taken_remarks.begin(), taken_remarks.end(), [&](const Remark& one) {
            return one.tail ? part.starts_with(one.said) : part == one.said;
        });
        const bool known = found != taken_remarks.end();
        if (!known && all.empty()) return {};
        all += all.empty() ? "" : between;
        all += known ? std::string(found->shown) + std::string(part.substr(found->said.size()))
                     : std::string(part);
        note.remove_prefix(std::min(end + between.size(), note.size()));
    }
    return all;
}

/// "/data/level: expected 0 to 5", of an event of others.
std::string misfit_words(std::string_view note) {
    const auto at = note.find("expected ");
    if (note.starts_with('/') && at != std::string_view::npos && at > 2)
        return fmt::format("het veld {} is niet goed", note.substr(0, at - 2));
    if (at == 0) return "een bericht dat niet klopt";
    return std::string(note);
}

std::string several(Count count, std::string_view one, std::string_view more) {
    return fmt::format("{} {}", counted(count.value), count.value == 1 ? one : more);
}

} // namespace

std::string feed_state(const picture::FeedOverview& feed, Instant now) {
    if (!feed.health) return "zegt niet hoe het gaat";
    if (feed.lost) return "geen teken van leven";
    const std::string since = " sinds " + clock_near(feed.health_since, now);
    if (feed.health->ended.value_or(false)) return "klaar" + since;
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

std::string feeds_state(const std::vector<picture::FeedOverview>& all) {
    std::size_t bad = 0, running = 0, over = 0;
    for (const auto& feed : all) {
        const bool ended = feed.health && feed.health->ended.value_or(false);
        if (picture::in_trouble(feed))
            ++bad;
        else if (ended)
            ++over;
        else if (feed.health)
            ++running;
    }
    const std::size_t unknown = all.size() - bad - running - over;
    if (running == all.size()) return "alles loopt";
    std::vector<std::string> parts;
    if (bad > 0) parts.push_back(fmt::format("{} stil of fout", bad));
    if (running > 0) parts.push_back(fmt::format("{} {}", running, running == 1 ? "loopt" : "lopen"));
    if (over > 0) parts.push_back(fmt::format("{} klaar", over));
    if (unknown > 0) parts.push_back(fmt::format("{} onbekend", unknown));
    return fmt::format("{}", fmt::join(parts, " · "));
}

std::string feed_retried(const FeedRetried& answer) {
    std::string text;
    if (answer.pieces.value == 0) {
        text = answer.note ? "kon niets opnieuw aanbieden" : "had niets om opnieuw aan te bieden";
    } else {
        text = fmt::format("bood {} opnieuw aan: {}", several(answer.pieces, "stuk", "stukken"),
                           several(answer.messages, "bericht", "berichten"));
        if (answer.aside.value > 0) text += fmt::format(", {} weer opzij", counted(answer.aside.value));
        if (answer.refused.value > 0)
            text += fmt::format(", {} geweigerd door de hub", counted(answer.refused.value));
    }
    if (answer.note) text += " (" + feed_note(*answer.note) + ")";
    return text;
}

bool feed_ended(const picture::FeedOverview& feed) {
    return feed.lost || (feed.health && (feed.health->ended.value_or(false) ||
                                         (feed.health->state == FeedState::stil && feed.health->note)));
}

std::string feed_retry(const picture::FeedOverview& feed, Instant now) {
    constexpr seconds patience{15};
    if (!feed.retry) return {};
    if (feed.retry->answer)
        return fmt::format("{} om {}", sentence_case(feed_retried(*feed.retry->answer)),
                           clock_near(feed.retry->answered, now));
    const auto asked = "Gevraagd om " + clock_near(feed.retry->asked, now);
    if (now - feed.retry->asked < patience) return asked + ". De koppeling is ermee bezig.";
    return asked + ". Nog geen antwoord: deze koppeling draait niet, of kan het niet.";
}

std::string feed_sample(std::string_view sample) {
    constexpr std::string_view line = "line ";
    const bool of_a_line = sample.size() > line.size() && sample.starts_with(line) &&
                           sample[line.size()] >= '0' && sample[line.size()] <= '9';
    return of_a_line ? with_all(std::string(sample), line_remarks) : std::string(sample);
}

std::string feed_note(std::string_view note) {
    if (auto taken = taken_words(note); !taken.empty()) return taken;
    for (const auto& remark : feed_remarks) {
        const auto at = remark_at(note, remark.said);
        if (at == std::string_view::npos) continue;
        std::string text(note.substr(0, at));
        text += remark.shown;
        if (remark.tail) text += tail_words(note.substr(at + remark.said.size()));
        return text;
    }
    return misfit_words(note);
}

} // namespace regiekamer::words
