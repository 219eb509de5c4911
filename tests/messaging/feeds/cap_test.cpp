// What a document with CAP alerts becomes. Senders, places and texts are invented.
#include "messaging/feeds/cap/cap_reader.hpp"

#include "messaging/codec/codec.hpp"
#include "messaging/feeds/cap/cap_warning.hpp"
#include "messaging/feeds/cap/signature.hpp"
#include "messaging/feeds/encoding.hpp"
#include "tests/support/folder.hpp"
#include "tests/support/property.hpp"

#include <fstream>

namespace cap_test {

using namespace regiekamer;
using namespace regiekamer::feeds;

namespace {

const Instant arrival = *read_instant("2026-07-01T12:00:00Z");
const std::string space12 = "urn:oasis:names:tc:emergency:cap:1.2";

const std::string area =
    "<area><areaDesc>Proefstreek</areaDesc><polygon>51.8,4.6 51.9,4.6 51.9,4.7 51.8,4.6</polygon>"
    "<circle>51.85,4.65 "
    "0.0</circle><geocode><valueName>EMMA_ID</valueName><value>NL009</value></geocode></area>";

std::string info(const std::string& language = "nl-NL", const std::string& extra = area,
                 const std::string& event = "windstoten", const std::string& severity = "Moderate") {
    return "<info><language>" + language + "</language><category>Met</category><event>" + event +
           "</event><urgency>Expected</urgency><severity>" + severity +
           "</severity><certainty>Likely</certainty><onset>2026-07-01T14:00:00+02:00</onset>"
           "<expires>2026-07-01T20:00:00+02:00</expires><headline>Code geel</headline>" +
           extra + "</info>";
}

struct Parts {
    std::string identifier = "p1", sent = "2026-07-01T10:00:00+02:00", status = "Actual", type = "Alert";
    std::string body = info();
    std::string space = space12;
};
std::string alert(const Parts& parts = {}) {
    return "<alert xmlns=\"" + parts.space + "\"><identifier>" + parts.identifier +
           "</identifier><sender>proef@weerdienst.voorbeeld.example</sender><sent>" + parts.sent +
           "</sent><status>" + parts.status + "</status><msgType>" + parts.type +
           "</msgType><scope>Public</scope>" + parts.body + "</alert>";
}

Became read(const std::string& document, Mode mode = Mode::actual, CapConfig config = {}) {
    return cap_reader(std::move(config), mode)(document, arrival);
}

/// The warnings, each checked to be what a hub takes.
std::vector<WarningReceived> warnings(const Became& became) {
    std::vector<WarningReceived> all;
    for (const auto& said : became.said) {
        Message message;
        message.id = said.id;
        message.source = "proef";
        message.time = said.time.value();
        message.body = said.body;
        REQUIRE(codec::decode(codec::encode(message)));
        all.push_back(std::get<WarningReceived>(said.body));
    }
    return all;
}

WarningReceived one(const std::string& document) {
    const auto became = read(document);
    INFO((became.aside.empty() ? "" : became.aside[0].reason));
    REQUIRE(became.said.size() == 1);
    return warnings(became)[0];
}

std::string refusal(const std::string& document, Mode mode = Mode::actual) {
    const auto became = read(document, mode);
    CHECK(became.said.empty());
    REQUIRE(became.aside.size() == 1);
    return became.aside[0].reason;
}

bool remarked(const Became& became, const std::string& text) {
    return std::find(became.remarks.begin(), became.remarks.end(), text) != became.remarks.end();
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

} // namespace

TEST_CASE("an alert becomes a warning with all that has a place") {
    const auto warning = one(alert({.body = info("nl-NL", "<description>Tot 80 km/h &amp; meer.</description>"
                                                          "<instruction>Zet &lt;b&gt;spullen&lt;/b&gt; vast."
                                                          "</instruction>" +
                                                              area)}));
    CHECK(warning.identifier == "p1");
    CHECK(warning.sender == "proef@weerdienst.voorbeeld.example");
    CHECK(warning.sent == *read_instant("2026-07-01T08:00:00Z"));
    CHECK(warning.msg_type == "Alert");
    CHECK(warning.language == "nl-NL");
    CHECK(warning.event == "windstoten");
    CHECK(warning.severity == "Moderate");
    CHECK(warning.urgency == "Expected");
    CHECK(warning.certainty == "Likely");
    CHECK(warning.headline == "Code geel");
    CHECK(warning.description == "Tot 80 km/h & meer.");
    CHECK(warning.instruction == "Zet spullen vast.");
    CHECK(warning.onset == *read_instant("2026-07-01T12:00:00Z"));
    CHECK(warning.expires == *read_instant("2026-07-01T18:00:00Z"));
    CHECK_FALSE(warning.test);
    REQUIRE(warning.areas.size() == 1);
    CHECK(warning.areas[0].description == "Proefstreek");
    CHECK(warning.areas[0].polygons.at(0).size() == 4);
    CHECK(warning.areas[0].polygons[0][1] == Position{51.9, 4.6});
    CHECK(warning.areas[0].circles == std::vector<std::string>{"51.85,4.65 0.0"});
    CHECK(warning.areas[0].geocodes == std::vector<std::string>{"EMMA_ID=NL009"});
}

TEST_CASE("any prefix, 1.1, a byte order mark, CDATA and ISO-8859-1 are all read") {
    CHECK(one(replaced(alert(), space12, "urn:oasis:names:tc:emergency:cap:1.1")).identifier == "p1");
    std::string prefixed = alert();
    for (std::size_t at = 0; (at = prefixed.find('<', at)) != std::string::npos; ++at)
        prefixed.insert(prefixed[at + 1] == '/' ? at + 2 : at + 1, "n:");
    CHECK(one(replaced(prefixed, "xmlns=", "xmlns:n=")).areas.size() == 1);
    CHECK(one("\xEF\xBB\xBF<?xml version='1.0'?>" + alert()).identifier == "p1");
    CHECK(one(replaced(alert(), "Code geel", "<![CDATA[Code <geel>]]>")).headline == "Code <geel>");
    const std::string latin =
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + replaced(alert(), "Code geel", "Frysl\xE2n");
    CHECK(one(latin).headline == "Fryslân");
    const std::string said_latin =
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + replaced(alert(), "Code geel", "Fryslân");
    CHECK(one(said_latin).headline == "Fryslân");
}

TEST_CASE("alerts are found in an envelope, in feeds and in lists; what is foreign in them is passed over") {
    const std::string two = alert() + alert({.identifier = "p2"});
    CHECK(read("<d:EDXLDistribution xmlns:d=\"urn:oasis:names:tc:emergency:EDXL:DE:1.0\"><d:contentObject>"
               "<d:xmlContent><d:embeddedXMLContent>" +
               two +
               "</d:embeddedXMLContent></d:xmlContent>"
               "</d:contentObject></d:EDXLDistribution>")
              .said.size() == 2);
    CHECK(
        read(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>t</title><entry><content type=\"text/xml\">" +
            two + "</content></entry></feed>")
            .said.size() == 2);
    CHECK(read("<rss version=\"2.0\"><channel><item>" + two + "</item></channel></rss>").said.size() == 2);
    CHECK(read("<alerts>" + two + "</alerts>").said.size() == 2);
    CHECK(
        refusal(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><link href=\"https://voorbeeld.example/1\"/>"
            "</entry></feed>") == "a feed that holds links and no alerts");
    const auto foreign = one(
        replaced(alert(), "<scope>", "<x:scope xmlns:x=\"urn:x\">Geheim</x:scope><?p i?><!-- c --><scope>"));
    CHECK(foreign.identifier == "p1");
}

TEST_CASE("one bad alert of a list is set aside, the others are taken") {
    const auto became = read("<alerts>" + alert({.identifier = ""}) + alert() + "</alerts>");
    CHECK(became.said.size() == 1);
    REQUIRE(became.aside.size() == 1);
    CHECK(became.aside[0].reason == "unreadable identifier");
}

TEST_CASE("other namespaces and look-alikes are refused") {
    for (const std::string space :
         {"", "urn:oasis:names:tc:emergency:cap:1.3", "urn:oasis:names:tc:emergency:cap:1.2 ",
          "urn:oasis:names:tc:emergency:cap:1.2x", "URN:OASIS:NAMES:TC:EMERGENCY:CAP:1.2"})
        CHECK(refusal(alert({.space = space})) == "an alert in another namespace than CAP's");
    CHECK(refusal("<x/>") == "XML without a CAP alert");
}

TEST_CASE("a look-alike among alerts is refused too, once however often the list is read") {
    const auto reader = cap_reader({}, Mode::actual);
    const std::string list =
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry>" + alert() + "</entry><entry>" +
        alert({.identifier = "p2", .space = "urn:oasis:names:tc:emergency:cap:1.3"}) + "</entry></feed>";
    const auto became = reader(list, arrival);
    CHECK(became.said.size() == 1);
    REQUIRE(became.aside.size() == 1);
    CHECK(became.aside[0].reason == "an alert in another namespace than CAP's");
    CHECK(became.aside[0].sample == "urn:oasis:names:tc:emergency:cap:1.3 p2");
    CHECK(reader(list, arrival).aside.empty());
}

TEST_CASE("what must be there and is not, or is no word of CAP, has its reason") {
    CHECK(refusal(replaced(alert(), "<status>Actual</status>", "")) == "no status");
    CHECK(refusal(replaced(alert(), "<sent>2026-07-01T10:00:00+02:00</sent>", "")) == "no sent");
    CHECK(refusal(replaced(alert(), "<scope>Public</scope>", "")) == "no scope");
    CHECK(refusal(replaced(alert(), "<event>windstoten</event>", "")) == "no event");
    CHECK(refusal(replaced(alert(), "<urgency>Expected</urgency>", "<urgency/>")) == "unreadable urgency");
    CHECK(refusal(replaced(alert(), "<severity>Moderate</severity>", "<severity> </severity>")) ==
          "unreadable severity");
    CHECK(refusal(replaced(alert(), "Likely", "Zeker")) == "unreadable certainty");
    CHECK(refusal(alert({.body = ""})) == "no info");
    CHECK(refusal(alert({.identifier = std::string(257, 'x')})) ==
          "unreadable identifier"); // no hub would take it
    CHECK(one(alert({.identifier = std::string(256, 'x')})).identifier.size() == 256);
}

TEST_CASE("times: Z and fractions with a remark, without an offset refused") {
    const auto became = read(alert({.sent = "2026-07-01T08:00:00.5Z"}));
    CHECK(became.said.size() == 1);
    CHECK(remarked(became, "a time not in CAP's form"));
    CHECK(one(alert({.sent = "2026-07-01T08:00:00-00:00"})).sent == *read_instant("2026-07-01T08:00:00Z"));
    CHECK(refusal(alert({.sent = "2026-07-01T10:00:00"})) == "a time without its offset");
    CHECK(refusal(alert({.sent = "gisteren"})) == "unreadable sent");
    CHECK(refusal(replaced(alert(), "<onset>2026-07-01T14:00:00+02:00", "<onset>2026-07-01T14:00:00")) ==
          "a time without its offset");
    CHECK_FALSE(one(replaced(alert(), "<expires>2026-07-01T20:00:00+02:00</expires>", "<expires/>")).expires);
}

TEST_CASE("exercise and real stay apart; a test is a test in both") {
    CHECK(read(alert({.status = "Exercise"}), Mode::exercise).said.size() == 1);
    CHECK(refusal(alert({.status = "Exercise"})) == "an exercise alert, and this journal is real");
    CHECK(refusal(alert(), Mode::exercise) == "a real alert, and this journal is an exercise");
    CHECK(refusal(alert({.status = "Draft"})) == "a draft");
    for (const auto mode : {Mode::actual, Mode::exercise})
        for (const std::string status : {"Test", "System"})
            CHECK(warnings(read(alert({.status = status}), mode)).at(0).test);
}

TEST_CASE("a Cancel may say nothing but what it cancels; an Update without references is new") {
    const std::string references =
        "<references>proef@weerdienst.voorbeeld.example,p1,2026-07-01T10:00:00+02:00\n "
        "proef@weerdienst.voorbeeld.example,p0,2026-07-01T09:00:00+02:00 onzin</references>";
    const auto cancel = one(alert({.identifier = "p9", .type = "Cancel", .body = references}));
    CHECK(cancel.references.size() == 2);
    CHECK_FALSE(cancel.headline);
    const auto became = read(alert({.type = "Update", .body = "<references></references>" + info()}));
    CHECK(warnings(became).at(0).references.empty());
    CHECK(remarked(became, "an Update or Cancel that names no earlier alert"));
}

TEST_CASE("over before it was sent: refused of an Alert, but an Update ends what was before") {
    const std::string early = replaced(info(), "2026-07-01T20:00:00+02:00", "2026-07-01T09:00:00+02:00");
    CHECK(refusal(alert({.body = early})) == "expires before it was sent");
    CHECK(read(alert({.type = "Update", .body = early})).said.size() == 1);
}

TEST_CASE("sent in the future: set aside, but for a clock that is somewhat fast and for an exercise") {
    CHECK(refusal(alert({.sent = "2026-07-01T14:30:00+02:00"})) == "sent in the future");
    CHECK(one(alert({.sent = "2026-07-01T14:09:00+02:00"})).sent > arrival);
}

TEST_CASE("an expired alert is history, not refused") {
    CHECK(one(alert({.sent = "2020-01-01T10:00:00+01:00"})).sent < arrival);
}

TEST_CASE("Dutch before English before the first; blocks in one language are one warning") {
    const auto words = [](const WarningReceived& warning) { return warning.event.value(); };
    CHECK(words(one(alert({.body = info("en-GB", "", "wind") + info("nl", "", "wind nl")}))) == "wind nl");
    CHECK(words(one(alert({.body = info("fr", "", "vent") + info("en", "", "wind")}))) == "wind");
    CHECK(words(one(alert({.body = info("fr", "", "vent") + info("de", "", "Wind")}))) == "vent");
    const auto no_language = replaced(info("x", "", "wind"), "<language>x</language>", "");
    CHECK(one(alert({.body = no_language})).language == "en-US");
    const auto joined = one(
        alert({.body = info("nl-NL", "<description>Geel.</description>" + area, "windstoten", "Moderate") +
                       replaced(info("nl-NL", "<description>Oranje.</description>" + area, "storm", "Severe"),
                                "2026-07-01T20:00:00+02:00", "2026-07-01T23:00:00+02:00")}));
    CHECK(words(joined) == "storm");
    CHECK(joined.severity == "Severe");
    CHECK(joined.description == "Geel.\nOranje.");
    CHECK(joined.areas.size() == 2);
    CHECK(joined.expires == *read_instant("2026-07-01T21:00:00Z"));
}

TEST_CASE("a shape that is wrong goes, the warning stays") {
    const auto shaped = [](const std::string& shapes) {
        return read(alert({.body = info("nl", "<area><areaDesc>x</areaDesc>" + shapes + "</area>")}));
    };
    const auto open = shaped("<polygon>51,4 52,4 52,5</polygon>");
    CHECK(warnings(open).at(0).areas[0].polygons.at(0).size() == 4);
    CHECK(remarked(open, "a polygon that was not closed"));
    for (const std::string bad : {"51,4 52,4", "51,4 52,4 51,4", "91,4 52,4 52,5 91,4",
                                  "51,4 52,4 nan,5 51,4", "51 4 52 4", "51,181 52,4 52,5 51,181", ""}) {
        const auto became = shaped("<polygon>" + bad + "</polygon>");
        INFO(bad);
        CHECK(warnings(became).at(0).areas[0].polygons.empty());
        CHECK(remarked(became, "a polygon that is none"));
    }
    CHECK(warnings(shaped("<circle>51.5,4.5  12.5</circle>")).at(0).areas[0].circles.at(0) ==
          "51.5,4.5 12.5");
    for (const std::string bad : {"51.5,4.5", "51.5,4.5 -1", "51.5,4.5 1 2", "99,4 1", "51.5,4.5 inf"})
        CHECK(warnings(shaped("<circle>" + bad + "</circle>")).at(0).areas[0].circles.empty());
}

TEST_CASE("the same alert again is quiet; with other contents it is set aside once") {
    const auto reader = cap_reader({}, Mode::actual);
    const auto first = reader(alert(), arrival);
    REQUIRE(first.said.size() == 1);
    CHECK(first.said[0].time == *read_instant("2026-07-01T08:00:00Z"));
    CHECK(first.said[0].id == read(alert()).said[0].id); // also after a restart
    const auto again = reader(alert(), arrival + minutes(1));
    CHECK((again.said.empty() && again.aside.empty()));
    const auto other = replaced(alert(), "Code geel", "Code rood");
    CHECK(reader(other, arrival).aside.size() == 1);
    CHECK(reader(other, arrival).aside.empty());
    CHECK(reader(alert({.sent = "2026-07-01T11:00:00+02:00"}), arrival).said.size() == 1);
}

TEST_CASE("alerts for other areas are left out, but not an Update that may end one of ours") {
    const CapConfig config{{"nl"}, {"EMMA_ID=NL013"}, {}};
    const auto reader = cap_reader(config, Mode::actual);
    const auto elsewhere = reader(alert({.identifier = "e1"}), arrival);
    CHECK(elsewhere.said.empty());
    CHECK(remarked(elsewhere, "alerts for other areas only, left out"));
    const std::string sender = "proef@weerdienst.voorbeeld.example";
    const auto update = [&](const std::string& id, const std::string& of) {
        return reader(alert({.identifier = id,
                             .type = "Update",
                             .body = "<references>" + sender + "," + of +
                                     ",2026-07-01T10:00:00+02:00</references>" + info()}),
                      arrival);
    };
    CHECK(update("e2", "e1").said.empty());
    CHECK(update("e3", "e2").said.empty());
    CHECK(update("e4", "onbekend").said.size() == 1);
    const auto shape_only =
        replaced(alert({.identifier = "s1"}),
                 "<geocode><valueName>EMMA_ID</valueName><value>NL009</value></geocode>", "");
    CHECK(reader(shape_only, arrival).said.size() == 1);
}

TEST_CASE("a Cancel of what another sender said is put aside, once") {
    const auto reader = cap_reader({}, Mode::actual);
    REQUIRE(reader(alert({.identifier = "q1"}), arrival).said.size() == 1);
    const auto cancel = [](const std::string& of) {
        return alert({.identifier = "q2",
                      .type = "Cancel",
                      .body = "<references>" + of + ",q1,2026-07-01T10:00:00+02:00</references>"});
    };
    const auto foreign = reader(cancel("elders@voorbeeld.example"), arrival);
    CHECK(foreign.said.empty());
    REQUIRE(foreign.aside.size() == 1);
    CHECK(foreign.aside[0].reason == "a Cancel of what another sender said");
    CHECK(reader(cancel("elders@voorbeeld.example"), arrival).aside.empty());
    CHECK(reader(cancel("proef@weerdienst.voorbeeld.example"), arrival).said.size() == 1);
}

TEST_CASE(
    "a sender takes back from its second address what it said from the first, where that is configured") {
    const std::string second = "intrekking@voorbeeld.example", first = "proef@weerdienst.voorbeeld.example";
    CapConfig config;
    config.same_sender[second] = first;
    const auto from_second = [&](std::string document) {
        document.replace(document.find("<sender>" + first), 8 + first.size(), "<sender>" + second);
        return document;
    };
    const std::string cancel =
        from_second(alert({.identifier = "q2",
                           .type = "Cancel",
                           .body = "<references>" + first + ",q1,2026-07-01T10:00:00+02:00</references>"}));
    CHECK(read(cancel).said.empty());
    const auto took_back = warnings(read(cancel, Mode::actual, config));
    REQUIRE(took_back.size() == 1);
    CHECK(took_back[0].sender == first); // whose alert it ends, everywhere
    const auto other_way =
        warnings(read(alert({.identifier = "q2",
                             .type = "Cancel",
                             .body = "<references>" + second + ",q1,2026-07-01T10:00:00+02:00</references>"}),
                      Mode::actual, config));
    REQUIRE(other_way.size() == 1);
    CHECK(other_way[0].references == std::vector{first + ",q1,2026-07-01T10:00:00+02:00"});
    const std::string third =
        alert({.identifier = "q2",
               .type = "Cancel",
               .body = "<references>elders@voorbeeld.example,q1,2026-07-01T10:00:00+02:00</references>"});
    CHECK(read(third, Mode::actual, config).said.empty());
}

TEST_CASE("MeteoAlarm's JSON is read by the same rules") {
    std::ifstream file(REGIEKAMER_SOURCE_DIR "/tests/fuzz/corpus/meteoalarm/feed.json");
    const std::string feed{std::istreambuf_iterator<char>(file), {}};
    const auto became = read(feed);
    const auto warning = warnings(became).at(0);
    CHECK(warning.event == "windstoten");
    CHECK(warning.language == "nl-NL");
    CHECK(warning.msg_type == "Update");
    CHECK(warning.references ==
          std::vector<std::string>{"proef@voorbeeld.example,p1,2026-07-01T09:00:00+02:00"});
    CHECK(warning.areas.at(0).geocodes.at(0) == "EMMA_ID=NL009");
    CHECK(read(replaced(feed, "\"Update\"", "\"Updaet\"")).aside.at(0).reason == "unreadable msgType");
    CHECK(read("{\"warnings\":[]}").aside.empty());
    CHECK(refusal("{\"a\":1}") == "JSON without warnings");
    CHECK(refusal("{\"warnings\":[1]}") == "a warning that is no object");
    CHECK(refusal(feed.substr(0, 200)) == "no JSON, or cut off");
    CHECK(refusal("{\"warnings\":" + std::string(100, '[') + std::string(100, ']') + "}") ==
          "no JSON, or cut off");
}

TEST_CASE("hostile documents are refused with their reason, fast and small") {
    CHECK(refusal("") == "nothing at all");
    CHECK(refusal("<!DOCTYPE html><html><body>Storing</body></html>") == "HTML instead of XML");
    CHECK(refusal("<html><body>504</body></html>") == "HTML instead of XML");
    std::string laughs = "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY lol \"lol\">";
    for (int level = 1; level < 10; ++level)
        laughs +=
            "<!ENTITY lol" + std::to_string(level) + " \"&lol" + std::to_string(level - 1) + ";&lol;\">";
    CHECK(refusal(laughs + "]>" + alert()) == "a DOCTYPE");
    CHECK(refusal("<!DOCTYPE alert SYSTEM \"file:///etc/passwd\">" + alert()) == "a DOCTYPE");
    std::string deep;
    for (int level = 0; level < 100'000; ++level)
        deep += "<a>";
    CHECK(refusal(deep) == "no XML, or cut off");
    for (int level = 0; level < 100'000; ++level)
        deep += "</a>";
    CHECK(refusal(deep) == "elements more than 64 deep");
    CHECK(refusal(alert({.body = info("nl", std::string(2'000'000, ' '))})) == "more than 2 MB");
    std::string areas;
    for (int count = 0; count < 1'001; ++count)
        areas += "<area><areaDesc>x</areaDesc></area>";
    CHECK(refusal(alert({.body = info("nl", areas)})) == "more than 1,000 areas");
    CHECK(refusal(replaced(alert(), "Code geel", "\xFF\xFE")) == "bytes that are no UTF-8");
    CHECK(refusal("\xFF\xFE<\0a\0") == "an encoding other than UTF-8 and ISO-8859-1");
    CHECK(refusal(alert() + alert()) == "no XML: not one element around all");
    std::string attributes = "<a";
    for (int count = 0; count < 1'000; ++count)
        attributes += " a" + std::to_string(count) + "=''";
    CHECK(refusal(attributes + "/>") == "more than 64 attributes around an element");
    std::string around, behind; // each look-up of a namespace would ask them all
    for (int level = 0; level < 20; ++level) {
        around += "<b a='' b='' c='' d=''>";
        behind += "</b>";
    }
    CHECK(refusal(around + alert() + behind) == "more than 64 attributes around an element");
    std::string list = "{\"warnings\":[1";
    for (int count = 0; count < 5'000; ++count)
        list += ",1";
    CHECK(refusal(list + "]}") == "more than 5,000 alerts");
    CHECK(one(replaced(alert(), "Code geel", "a&#0;b&#xD800;c&onbekend;")).headline.has_value());
}

TEST_CASE("shapes that are too large for a message go, and the warning stays") {
    std::string polygon;
    for (int point = 0; point < 20'000; ++point)
        polygon += "51." + std::to_string(100'000 + point) + ",4.5 ";
    const auto became = read(alert({.body = info("nl", "<area><areaDesc>x</areaDesc><polygon>" + polygon +
                                                           "</polygon></area>" + area)}));
    const auto warning = warnings(became).at(0);
    CHECK(warning.areas[0].polygons.empty());
    CHECK(warning.areas[1].polygons.size() == 1);
    CHECK(remarked(became, "shapes left out: too large for one message"));
    CHECK(refusal(alert({.body = info("nl", "<description>" + std::string(300'000, 'x') +
                                                "</description>")})) == "larger than one message may be");
}

TEST_CASE("cut at any byte, a document is refused and nothing of it said") {
    const std::string whole = "<?xml version=\"1.0\"?>" + alert();
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const auto became = read(whole.substr(0, size));
        INFO(size);
        CHECK(became.said.empty());
        CHECK(became.aside.size() == 1);
    }
}

TEST_CASE("with any byte changed, what is said a hub still takes") {
    const std::string whole = alert();
    holds("one byte", [&] {
        std::string document = whole;
        document[any_natural() % document.size()] = any_byte();
        const auto became = read(document);
        MUST(warnings(became).size() + became.aside.size() <= 1);
    });
}

TEST_CASE(
    "what was not checked says so; a signature that no configured certificate made sets the alert aside") {
    const std::string signature =
        "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"><SignedInfo/></Signature>";
    CHECK(one(alert({.body = info() + signature})).signature == SignatureCheck::niet_gecontroleerd);
    CHECK(one(alert()).signature == SignatureCheck::niet_gecontroleerd);
    CapConfig config;
    config.certificates = {"-----BEGIN CERTIFICATE-----\nonzin\n-----END CERTIFICATE-----\n"};
    const auto forged = read(alert({.body = info() + signature}), Mode::actual, config);
    CHECK(forged.said.empty());
    REQUIRE(forged.aside.size() == 1);
    CHECK(forged.aside[0].reason == "it is not as it was signed");
    CHECK(std::get<WarningReceived>(read(alert(), Mode::actual, config).said.at(0).body).signature ==
          SignatureCheck::niet_gecontroleerd);
}

TEST_CASE("a signature counts when a configured certificate made it over the whole") {
    const auto file = [](const std::string& name) {
        std::ifstream in(REGIEKAMER_SOURCE_DIR "/tests/messaging/feeds/signed/" + name);
        REQUIRE(in);
        return std::string{std::istreambuf_iterator<char>(in), {}};
    };
    const std::string issuer = file("issuer.pem"), hub = file("hub.pem"), signed_once = file("alert.xml"),
                      signed_twice = file("alert_two.xml");
    CHECK(check_signature(signed_once, {}) == Signature::not_checked);
    CHECK(check_signature(signed_once, {issuer}) == Signature::valid);
    CHECK(check_signature(signed_once, {hub}) == Signature::unknown_signer);
    CHECK(check_signature(signed_once, {hub, issuer}) == Signature::valid);
    CHECK(check_signature(file("alert_sha1.xml"), {issuer}) == Signature::valid);
    CHECK(check_signature(signed_twice, {hub}) == Signature::valid);
    CHECK(check_signature(signed_twice, {issuer}) == Signature::valid); // as it was before the hub signed
    for (const auto& [from, to] : {std::pair("80 km/h", "30 km/h"), std::pair("Moderate", "Extreme")}) {
        CHECK(check_signature(replaced(signed_once, from, to), {issuer}) == Signature::not_valid);
        CHECK(check_signature(replaced(signed_twice, from, to), {issuer, hub}) == Signature::not_valid);
    }
    // A reference to a part, a transform that chooses one, and an algorithm that anybody can make.
    CHECK(check_signature(replaced(signed_once, "URI=\"\"", "URI=\"#x\""), {issuer}) == Signature::not_valid);
    CHECK(check_signature(replaced(signed_once, "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
                                   "http://www.w3.org/TR/1999/REC-xpath-19991116"),
                          {issuer}) == Signature::not_valid);
    CHECK(check_signature(replaced(signed_once, "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
                                   "http://www.w3.org/2000/09/xmldsig#hmac-sha1"),
                          {issuer}) == Signature::not_valid);
    CapConfig config;
    config.certificates = {issuer};
    const auto judged = [&](const std::string& document) {
        return std::get<WarningReceived>(read(document, Mode::actual, config).said.at(0).body).signature;
    };
    CHECK(judged(signed_once) == SignatureCheck::geldig);
    // Inside something else it is judged as it was before it came there.
    const auto in_feed = [&](const std::string& document, const std::string& before = "") {
        return "<?xml version=\"1.0\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:x=\"urn:x\">" +
               before + "<entry><content>\n" + document.substr(document.find("<alert")) +
               "</content></entry></feed>";
    };
    CHECK(judged(in_feed(signed_once)) == SignatureCheck::geldig);
    CHECK(judged(in_feed(signed_twice)) == SignatureCheck::geldig);
    const auto both = read(in_feed(signed_once, alert()), Mode::actual, config);
    REQUIRE(both.said.size() == 2);
    CHECK(std::get<WarningReceived>(both.said[0].body).signature == SignatureCheck::niet_gecontroleerd);
    CHECK(std::get<WarningReceived>(both.said[1].body).signature == SignatureCheck::geldig);
    const auto altered_inside =
        read(in_feed(replaced(signed_once, "80 km/h", "30 km/h"), alert()), Mode::actual, config);
    CHECK(altered_inside.said.size() == 1);
    CHECK(altered_inside.aside.at(0).reason == "it is not as it was signed");
    // who gets a bad one must do something else than who lacks a certificate
    const auto altered = read(replaced(signed_once, "80 km/h", "30 km/h"), Mode::actual, config);
    CHECK(altered.said.empty());
    CHECK(altered.aside.at(0).reason == "it is not as it was signed");
    config.certificates = {hub};
    const auto unknown = read(signed_once, Mode::actual, config);
    CHECK(unknown.said.empty());
    CHECK(unknown.aside.at(0).reason == "its signature is of no configured certificate");
}

TEST_CASE("an envelope makes an alert less real than it says, never more") {
    const auto carried = [](const std::string& status, const std::string& document) {
        return "<EDXLDistribution xmlns=\"urn:oasis:names:tc:emergency:EDXL:DE:1.0\"><distributionStatus>" +
               status + "</distributionStatus><contentObject><xmlContent><embeddedXMLContent>" + document +
               "</embeddedXMLContent></xmlContent></contentObject></EDXLDistribution>";
    };
    const auto exercise = alert({.status = "Exercise"});
    CHECK(refusal(carried("Exercise", alert())) == "an exercise alert, and this journal is real");
    CHECK(refusal(carried("<StatusKindDefault>Exercise</StatusKindDefault>", alert())) ==
          "an exercise alert, and this journal is real");
    CHECK(refusal(carried("Actual", exercise)) == "an exercise alert, and this journal is real");
    CHECK(refusal(carried("Actual", alert()), Mode::exercise) ==
          "a real alert, and this journal is an exercise");
    CHECK(read(carried("Exercise", alert()), Mode::exercise).said.size() == 1);
    CHECK(one(carried("Test", alert())).test);
    CHECK_FALSE(one(carried("Actual", alert())).test);
    CHECK_FALSE(one(carried("onzin", alert())).test);
}

TEST_CASE("HTML goes, less-than stays") {
    CHECK(without_html("<p>Wind &lt; 5 &amp; > 3</p><ul><li>een</li><li>twee</li></ul>") ==
          "Wind < 5 & > 3\neen\ntwee");
    CHECK(without_html("a <b>vet</b> en <onbekend>") == "a vet en <onbekend>");
    CHECK(without_html("<p") == "<p");
}

TEST_CASE("UTF-8 is told from what only looks like it") {
    CHECK(is_utf8("Fryslân €"));
    for (const std::string bad :
         {"\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82", "\x80", "\xE0\x80\x80"}) {
        CHECK_FALSE(is_utf8(bad));
        CHECK(is_utf8(cleaned(bad)));
    }
}

TEST_CASE("a configuration is read strictly, with its place") {
    const Folder folder;
    const auto file = folder / "cap.toml";
    const auto load = [&](const std::string& text) {
        std::ofstream(file) << text;
        return load_cap_config(file);
    };
    const auto good = load("[cap]\nlanguages = [\"nl\"]\ngeocodes = [\"EMMA_ID=NL009\"]\n");
    REQUIRE(good);
    CHECK(good->geocodes.size() == 1);
    CHECK(tables::text(load("[cap]\ngeocodse = []\n").error().at(0)).find("cap.toml:2:1:") !=
          std::string::npos);
    CHECK(load("[cap]\ngeocodes = [\"NL009\"]\n").error().size() == 1);
    CHECK(load("[cap]\ncertificates = [\"weg.pem\"]\n").error().size() == 1);
    CHECK(load("niets = 1\n").error().size() == 2);
    const std::string sender = "[[cap.sender]]\naddress = \"a@x.example\"\nalso = [\"b@x.example\"]\n";
    CHECK(load(sender).value().same_sender.at("b@x.example") == "a@x.example");
    CHECK(load(sender + sender).error().size() == 1);
    CHECK(load("[[cap.sender]]\nalso = [\"b@x.example\"]\n").error().size() == 1);
    CHECK(load(sender + "[[cap.sender]]\naddress = \"b@x.example\"\nalso = [\"c@x.example\"]\n")
              .error()
              .size() == 1);
}

TEST_CASE("the example of a configuration is one") {
    CHECK(load_cap_config(REGIEKAMER_SOURCE_DIR "/assets/cap.toml"));
}

} // namespace cap_test
