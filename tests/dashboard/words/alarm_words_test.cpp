// An alarm says who, what, since when and by when.
#include "dashboard/picture/event_day.hpp"
#include "dashboard/words/alarm_words.hpp"
#include "dashboard/words/chain_words.hpp"
#include "tests/support/catch.hpp"

namespace alarm_words_test {

using namespace regiekamer;
using picture::Alarm;
using picture::AlarmLevel;
using picture::AlarmRule;
using words::alarm_text;

namespace {

const Instant now = *read_instant("2027-01-23T04:37:00+01:00");

Alarm alarm(AlarmRule rule, AlarmLevel level = AlarmLevel::amber) {
    Alarm made;
    made.rule = rule;
    made.level = level;
    made.since = now - minutes(22);
    return made;
}

} // namespace

TEST_CASE("a function that nobody fills names the achterwacht and the norm") {
    auto empty = alarm(AlarmRule::not_filled, AlarmLevel::red);
    empty.subject = "informatiemanager CoPI";
    empty.backup = PersonId("P. Mulder");
    empty.backup_since = now - minutes(14);
    empty.by = now + minutes(8);
    const auto text = alarm_text({}, empty, now);
    CHECK(text.title == "Informatiemanager CoPI niet bezet");
    CHECK(text.detail ==
          "gealarmeerd 04:15, 22 min · achterwacht P. Mulder 14 min niet bevestigd · norm tot 04:45");
    empty.level = AlarmLevel::amber;
    CHECK(alarm_text({}, empty, now).title == "Informatiemanager CoPI niet bevestigd");
}

TEST_CASE("the line says what must be done now, and what was done only when somebody recorded it") {
    picture::Picture picture;
    Sequence sequence = 0;
    const auto tells = [&](Instant when, Body body) {
        Recorded fact;
        fact.sequence = ++sequence;
        fact.recorded = fact.message.time = when;
        fact.message.body = std::move(body);
        picture::fold(picture, fact);
    };
    const IncidentId incident("i");
    const Function function("OvD-Bz");
    tells(now - minutes(3), TeamAlerted{"a", incident, Team::copi, {function}, 30});
    tells(now - minutes(3), PersonAlerted{"a", incident, function, "P. Mulder", Medium::app, 1});
    const auto chain = [&](Instant at) {
        return words::one_line(
            words::chain_words(picture, *picture::attendance_of(picture, incident, function, at), at));
    };
    CHECK(chain(now - minutes(2)) == "na 2 min herhalen en bellen");
    CHECK(chain(now) == "nu herhalen en bellen · na 5 min belt de meldkamer");
    CHECK(chain(now + minutes(3)) == "nu moet de meldkamer bellen · na 8 min de achterwacht");
    CHECK(chain(now + minutes(6)) ==
          "geen achterwacht in het rooster: bel zelf iemand · na 12 min zonder antwoord: niet bezet");
    CHECK(chain(now + minutes(10)) == "nu AC-Bz of ARB inlichten · norm loopt tot 05:04");
    CHECK(chain(now + minutes(40)) == "norm niet gehaald: schrijf op waarom");
    tells(now - minutes(3), PersonAlerted{"b", incident, function, "P. Mulder", Medium::app, 1});
    CHECK(chain(now).find("herhaald") == std::string::npos); // two desks alerted at once: no repeat
    tells(now - minutes(1), PersonAlerted{"a", incident, function, "P. Mulder", Medium::pager, 2});
    CHECK(chain(now) == "herhaald 04:36 · na 5 min belt de meldkamer");
    tells(now + minutes(2), PersonAlerted{"a", incident, function, "P. Mulder", Medium::telefoon, 3});
    CHECK(chain(now + minutes(3)) == "herhaald 04:36 · gebeld 04:39 · na 8 min de achterwacht");
    auto empty = alarm(AlarmRule::not_filled);
    empty.subject = "OvD-Bz";
    empty.incident = incident;
    empty.function = function;
    CHECK(alarm_text(picture, empty, now + minutes(10)).detail.find("nu AC-Bz of ARB inlichten") !=
          std::string::npos);
}

TEST_CASE("of the AC-Bz who is missing the AC-Bz is not told") {
    picture::Picture picture;
    Recorded fact;
    fact.recorded = fact.message.time = now - minutes(13);
    fact.sequence = 1;
    fact.message.body = Body{TeamAlerted{"a", IncidentId("i"), Team::rot, {Function("AC-Bz")}, 45}};
    picture::fold(picture, fact);
    fact.sequence = 2;
    fact.message.body = Body{PersonAlerted{"a", IncidentId("i"), "AC-Bz", "verhoeven", Medium::app, 1}};
    picture::fold(picture, fact);
    const auto one = picture::attendance_of(picture, IncidentId("i"), Function("AC-Bz"), now);
    REQUIRE(one);
    CHECK(words::one_line(words::chain_words(picture, *one, now)).find("nu ARB inlichten") == 0);
}

TEST_CASE("who says no has answered: the alarm says so, of the achterwacht too") {
    auto empty = alarm(AlarmRule::not_filled, AlarmLevel::red);
    empty.subject = "OvD-Bz";
    empty.declined = true;
    CHECK(alarm_text({}, empty, now).title == "OvD-Bz afgemeld · nog niemand anders");
    empty.backup = PersonId("P. Mulder");
    empty.backup_since = now - minutes(14);
    empty.backup_declined = true;
    CHECK(alarm_text({}, empty, now).detail == "gealarmeerd 04:15, 22 min · achterwacht P. Mulder afgemeld");
}

TEST_CASE("water says how high and which limit, in metres NAP") {
    auto high = alarm(AlarmRule::water_high, AlarmLevel::red);
    high.subject = "Dordrecht";
    high.text = "alarmpeil";
    high.value = 258;
    high.threshold = 250;
    const auto text = alarm_text({}, high, now);
    CHECK(text.title == "Dordrecht: alarmpeil");
    CHECK(text.detail == "2,58 m NAP, grens 2,50 m · sinds 04:15");
}

TEST_CASE("water that fell below its limit and still counts says so, and until where") {
    auto high = alarm(AlarmRule::water_high, AlarmLevel::red);
    high.subject = "Dordrecht";
    high.text = "waarschuwing";
    high.threshold = 250;
    high.series = picture::SeriesKey{Station("Dordrecht"), Quantity("waterstand"), Unit("cm NAP")};
    const auto says = [&](double value) {
        high.value = value;
        return alarm_text({}, high, now).detail;
    };
    CHECK(says(250) == "2,50 m NAP, grens 2,50 m · sinds 04:15"); // crossed at the limit itself
    CHECK(says(248) == "2,48 m NAP, weer onder de grens 2,50 m, alarm tot onder 2,45 m · sinds 04:15");
    high.series = picture::SeriesKey{Station("Dam"), Quantity("windstoot"), Unit("km/h")};
    high.threshold = 100;
    CHECK(says(104.5) == "104,5 km/h, grens 100 km/h · sinds 04:15"); // no metres of wind
}

TEST_CASE("a page is shown as it came, and its GRIP is a proposal") {
    auto page = alarm(AlarmRule::page_for_us, AlarmLevel::red);
    page.text = "P 1 OVD-BZ Dam";
    CHECK(alarm_text({}, page, now).title == "Oproep OvD-Bz: P 1 OVD-BZ Dam");
    page.level = AlarmLevel::amber;
    CHECK(alarm_text({}, page, now).title == "Melding bij ons: P 1 OVD-BZ Dam");
    page.message = MessageId("toon");
    page.text.clear();
    picture::Picture picture;
    picture::PageAlarm tone;
    tone.messages = {MessageId("toon")};
    tone.capcodes = {Capcode("1420059")};
    picture.warnings.edit().pages.push_back(tone);
    CHECK(alarm_text(picture, page, now).title ==
          "Melding bij ons: alleen een toon, zonder tekst, voor capcode 1420059");
}

TEST_CASE("every rule has a title and a detail, whatever is missing") {
    for (const auto rule :
         {AlarmRule::page_for_us, AlarmRule::not_filled, AlarmRule::grip_proposed, AlarmRule::water_high,
          AlarmRule::action_late, AlarmRule::duty_empty, AlarmRule::feed_down, AlarmRule::warning_active}) {
        INFO(word_of(rule));
        auto bare = alarm(rule);
        bare.subject = "iets";
        bare.text = "woorden";
        const auto text = alarm_text({}, bare, now);
        CHECK_FALSE(text.title.empty());
        CHECK_FALSE(text.detail.empty());
    }
}

TEST_CASE("an evenement at STOP says what is so, what the plan says to do, and who decides") {
    picture::Picture picture;
    picture.events.edit().events[PublicEventId("hf")].name.value = "Havenfestival";
    auto stop = alarm(AlarmRule::event_stop, AlarmLevel::red);
    stop.id = AlarmId("evenement-stop/hf/windstoot/12");
    stop.event = PublicEventId("hf");
    stop.quantity = Quantity("windstoot");
    stop.unit = Unit("km/h");
    stop.value = 78;
    stop.threshold = 75;
    stop.text = "Tenten en podium ontruimen";
    auto text = alarm_text(picture, stop, now);
    CHECK(text.title == "Havenfestival: STOP · windstoot 78 km/h (stop 75 km/h)");
    CHECK(text.detail ==
          "organisator: Tenten en podium ontruimen · burgemeester besluit, leg vast [F4 B] · sinds 04:15");
    CHECK(words::alarm_name(picture, stop.id) == "Havenfestival: STOP");
    stop.quantity = Quantity(picture::knmi_code);
    stop.value = stop.threshold = 3;
    stop.text.clear();
    text = alarm_text(picture, stop, now);
    CHECK(text.title == "Havenfestival: STOP · KNMI-code rood (stop rood)");
    CHECK_THAT(text.detail, ContainsSubstring("organisator: leg stil volgens het plan"));
}

} // namespace alarm_words_test
