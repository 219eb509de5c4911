// What a document with CAP alerts becomes.
#include "messaging/feeds/cap/without_html.hpp"
#include "messaging/feeds/encoding.hpp"
#include "tests/messaging/feeds/cap_documents.hpp"
#include "tests/support/folder.hpp"
#include "tests/support/property.hpp"

#include <fstream>

namespace cap_test {

using namespace cap_documents;

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

TEST_CASE("an instant is read as hubs write it, with a remark; 24:00 is the end of the day") {
    for (const std::string form : {"2026-07-01T10:00:00+0200", "2026-07-01 10:00:00+02:00",
                                   "2026-07-01T10:00+02:00", "2026-07-01T10:00:00+02"}) {
        const auto became = read(alert({.sent = form}));
        INFO(form);
        CHECK(warnings(became).at(0).sent == *read_instant("2026-07-01T08:00:00Z"));
        CHECK(remarked(became, "a time not in CAP's form"));
    }
    CHECK(one(replaced(alert(), "<expires>2026-07-01T20:00:00", "<expires>2026-07-01T24:00:00")).expires ==
          *read_instant("2026-07-01T22:00:00Z"));
    for (const std::string bad :
         {"2026-07-01T10:00:00+2", "2026-07-01T1:00:00+02:00", "2026-07-01T24:30:00+02:00",
          "2026-13-01T10:00:00+02:00", "2026-07-01T10:00:00+02:0", ""})
        CHECK(refusal(alert({.sent = bad})) == "unreadable sent");
}

TEST_CASE("an end that no calendar has is no end, and the warning stays") {
    for (const std::string end : {"9999-12-31T23:59:59+00:00", "nooit"}) {
        const auto became = read(replaced(alert(), "2026-07-01T20:00:00+02:00", end));
        CHECK_FALSE(warnings(became).at(0).expires);
        CHECK(remarked(became, "a time that cannot be read, left out"));
    }
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
    CHECK(warnings(shaped("<polygon>51, 4 52, 4\n52,  5 51, 4</polygon>"))
              .at(0)
              .areas[0]
              .polygons.at(0)
              .size() == 4);
    CHECK(warnings(shaped("<circle>51.5, 4.5 12.5</circle>")).at(0).areas[0].circles.at(0) ==
          "51.5,4.5 12.5");
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

TEST_CASE("the American weather service's GeoJSON is read by the same rules") {
    const std::string text = R"({"type":"FeatureCollection","features":[
        {"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[-97,32],[-96,32],[-96,33],[-97,32]]]},
         "properties":{"id":"urn:oid:1","areaDesc":"Proefstreek","geocode":{"UGC":["TXZ1","TXZ2"]},
         "references":[{"@id":"x","identifier":"urn:oid:0","sender":"w@voorbeeld.example",
         "sent":"2026-07-01T09:00:00-05:00"}],"sent":"2026-07-01T10:00:00+02:00","status":"Actual",
         "messageType":"Update","category":"Met","severity":"Severe","certainty":"Observed",
         "urgency":"Immediate","event":"Tornado","sender":"w@voorbeeld.example","senderName":"Weerdienst",
         "response":"Shelter","parameters":{"AWIPSidentifier":["TOR1"]},"headline":null}},
        {"type":"Feature","geometry":null,"properties":{"id":"urn:oid:2"}}, 7]})";
    const auto became = read(text);
    const auto warning = warnings(became).at(0);
    CHECK(warning.identifier == "urn:oid:1");
    CHECK(warning.msg_type == "Update");
    CHECK(warning.references ==
          std::vector<std::string>{"w@voorbeeld.example,urn:oid:0,2026-07-01T09:00:00-05:00"});
    CHECK(warning.areas.at(0).polygons.at(0).at(0) == Position{32, -97});
    CHECK(warning.areas[0].geocodes == std::vector<std::string>{"UGC=TXZ1", "UGC=TXZ2"});
    REQUIRE(warning.details);
    CHECK(warning.details->response_types == std::vector<std::string>{"Shelter"});
    CHECK(warning.details->parameters == std::vector<std::string>{"AWIPSidentifier=TOR1"});
    CHECK(warning.details->sender_name == "Weerdienst");
    REQUIRE(became.aside.size() == 2);
    CHECK(became.aside[0].reason == "no sender");
    CHECK(became.aside[1].reason == "a warning that is no object");
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

TEST_CASE("shapes that are too large for a message become coarser, and stay where they are") {
    const auto polygon = [](int points) {
        std::string text;
        for (int point = 0; point < points; ++point)
            text += "51." + std::to_string(100'000 + point) + ",4.5 ";
        return "<area><areaDesc>x</areaDesc><polygon>" + text + "52,5</polygon></area>";
    };
    const auto large = read(alert({.body = info("nl", polygon(20'000) + area)}));
    const auto warning = warnings(large).at(0);
    CHECK(warning.areas[0].polygons.at(0).size() > 1'000);
    CHECK(warning.areas[0].polygons.at(0).front() == warning.areas[0].polygons.at(0).back());
    CHECK(warning.areas[1].polygons.at(0).size() == 4);
    CHECK(remarked(large, "shapes made coarser: too large for one message"));
    std::string many;
    for (int one = 0; one < 200; ++one)
        many += polygon(60);
    const auto parts = warnings(read(alert({.body = info("nl", many)}))).at(0);
    CHECK(std::all_of(parts.areas.begin(), parts.areas.end(), [](const auto& one) {
        return one.polygons.size() == 1 && one.polygons[0].size() >= 8;
    }));
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

TEST_CASE("an envelope is known by its name in any case, and its status wherever it stands in it") {
    const auto carried = [](const std::string& root, const std::string& status) {
        return "<" + root + " xmlns=\"urn:oasis:names:tc:emergency:EDXL:DE:2.0\"><distributionStatus>" +
               status + "</distributionStatus><content><contentObject><contentXML><embeddedXMLContent>" +
               alert() + "</embeddedXMLContent></contentXML></contentObject></content></" + root + ">";
    };
    const std::string named =
        "<statusKind><valueListURI xmlns=\"urn:oasis:names:tc:emergency:edxl:ct:1.0\">urn:x</valueListURI>"
        "<value xmlns=\"urn:oasis:names:tc:emergency:edxl:ct:1.0\">Exercise</value></statusKind>";
    for (const std::string& status : {std::string("Exercise"), std::string("exercise"), named})
        for (const std::string root : {"EDXLDistribution", "edxlDistribution"})
            CHECK(refusal(carried(root, status)) == "an exercise alert, and this journal is real");
}

TEST_CASE("a feed without an entry is calm weather, and no fault") {
    for (const std::string feed : {"<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>leeg</title></feed>",
                                   "<rss version=\"2.0\"><channel><title>leeg</title></channel></rss>"}) {
        const auto became = read(feed);
        CHECK((became.said.empty() && became.aside.empty()));
    }
    CHECK(refusal("<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><link href=\"x\"/></entry></feed>") ==
          "a feed that holds links and no alerts");
}

TEST_CASE("the gravest block names the warning, also when it has no headline") {
    const std::string bare =
        replaced(info("nl-NL", area, "orkaan", "Extreme"), "<headline>Code geel</headline>", "");
    const auto warning = one(alert({.body = info() + bare}));
    CHECK(warning.event == "orkaan");
    CHECK_FALSE(warning.headline);
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
