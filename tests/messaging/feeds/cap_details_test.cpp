// CAP's whole element set: what no clock or map asks for stands in the details, from XML and JSON alike.
#include "tests/messaging/feeds/cap_documents.hpp"

namespace cap_details_test {

using namespace cap_documents;

using Texts = std::vector<std::string>;

namespace {

/// An alert with each element of CAP 1.2 §3.2.
std::string whole(const std::string& size = "48200") {
    return "<alert xmlns=\"" + space12 +
           "\"><identifier>p1</identifier><sender>proef@weerdienst.voorbeeld.example</sender>"
           "<sent>2026-07-01T10:00:00+02:00</sent><status>Actual</status><msgType>Alert</msgType>"
           "<source>dienstdoende &amp; model</source><scope>Restricted</scope>"
           "<restriction>alleen gemeenten</restriction>"
           "<addresses>piket@gemeente.example \"Veiligheidsregio ZHZ\"</addresses>"
           "<code>profiel:NL-1</code><code>intern</code><note>tweede kanaal</note>"
           "<incidents>2026-0042 \"hoog water\"</incidents>"
           "<info><language>nl-NL</language><category>Met</category><category>Safety</category>"
           "<event>storm</event><responseType>Shelter</responseType><responseType>Avoid</responseType>"
           "<urgency>Expected</urgency><severity>Severe</severity><certainty>Likely</certainty>"
           "<audience>wie langs de dijk woont</audience>"
           "<eventCode><valueName>SAME</valueName><value>HWW</value></eventCode>"
           "<senderName>Weerdienst</senderName><headline>Code oranje</headline>"
           "<web>https://weerdienst.voorbeeld.example/?a=1&amp;b=2</web><contact>078 000 00 00</contact>"
           "<parameter><valueName>awareness_level</valueName><value>3; orange; Severe</value></parameter>"
           "<resource><resourceDesc>kaart</resourceDesc><mimeType>image/png</mimeType><size>" +
           size +
           "</size><uri>https://voorbeeld.example/kaart.png</uri><derefUri>iVBORw0KGgo=</derefUri>"
           "<digest>2fd4e1c67a2d28fced849ee1bb76e7391b93eb12</digest></resource>"
           "<area><areaDesc>Proefstreek</areaDesc><polygon>51.8,4.6 51.9,4.6 51.9,4.7 51.8,4.6</polygon>"
           "<altitude>-6.5</altitude><ceiling>3000</ceiling></area></info></alert>";
}

void check_whole(const WarningReceived& warning) {
    REQUIRE(warning.details);
    const auto& details = *warning.details;
    CHECK(details.status == "Actual");
    CHECK(details.scope == "Restricted");
    CHECK(details.source == "dienstdoende & model");
    CHECK(details.restriction == "alleen gemeenten");
    CHECK(details.addresses == Texts{"piket@gemeente.example", "Veiligheidsregio ZHZ"});
    CHECK(details.codes == Texts{"profiel:NL-1", "intern"});
    CHECK(details.note == "tweede kanaal");
    CHECK(details.incidents == Texts{"2026-0042", "hoog water"});
    CHECK(details.categories == Texts{"Met", "Safety"});
    CHECK(details.response_types == Texts{"Shelter", "Avoid"});
    CHECK(details.audience == "wie langs de dijk woont");
    CHECK(details.event_codes == Texts{"SAME=HWW"});
    CHECK(details.sender_name == "Weerdienst");
    CHECK(details.web == "https://weerdienst.voorbeeld.example/?a=1&b=2");
    CHECK(details.contact == "078 000 00 00");
    CHECK(details.parameters == Texts{"awareness_level=3; orange; Severe"});
    REQUIRE(details.resources);
    REQUIRE(details.resources->size() == 1);
    const auto& resource = details.resources->front();
    CHECK(resource.description == "kaart");
    CHECK(resource.mime_type == "image/png");
    CHECK(resource.size->value == 48'200);
    CHECK(resource.uri == "https://voorbeeld.example/kaart.png");
    CHECK(resource.digest == "2fd4e1c67a2d28fced849ee1bb76e7391b93eb12");
    REQUIRE(warning.areas.size() == 1);
    CHECK(warning.areas[0].altitude == -6.5);
    CHECK(warning.areas[0].ceiling == 3000);
}

} // namespace

TEST_CASE("every element of CAP has a place in the warning") {
    const auto became = read(whole());
    check_whole(warnings(became).at(0));
    CHECK(remarked(became, "a resource inside the alert: it stands with what came in only"));
    CHECK_FALSE(codec::encode_body(became.said[0].body).find("iVBORw0KGgo") != std::string::npos);
}

TEST_CASE("every element of CAP has a place in the warning, from JSON too, as one or as a list") {
    check_whole(one(R"({"warnings":[{"alert":{"identifier":"p1","sender":"proef@voorbeeld.example",
        "sent":"2026-07-01T10:00:00+02:00","status":"Actual","msgType":"Alert",
        "source":"dienstdoende & model","scope":"Restricted","restriction":"alleen gemeenten",
        "addresses":["piket@gemeente.example","Veiligheidsregio ZHZ"],"code":["profiel:NL-1","intern"],
        "note":"tweede kanaal","incidents":"2026-0042 \"hoog water\"",
        "info":[{"language":"nl-NL","category":["Met","Safety"],"event":"storm",
        "responseType":["Shelter","Avoid"],"urgency":"Expected","severity":"Severe","certainty":"Likely",
        "audience":"wie langs de dijk woont","eventCode":[{"valueName":"SAME","value":"HWW"}],
        "senderName":"Weerdienst","headline":"Code oranje",
        "web":"https://weerdienst.voorbeeld.example/?a=1&b=2","contact":"078 000 00 00",
        "parameter":{"valueName":"awareness_level","value":"3; orange; Severe"},
        "resource":{"resourceDesc":"kaart","mimeType":"image/png","size":48200,
        "uri":"https://voorbeeld.example/kaart.png","digest":"2fd4e1c67a2d28fced849ee1bb76e7391b93eb12"},
        "area":[{"areaDesc":"Proefstreek","altitude":-6.5,"ceiling":"3000"}]}]}}]})"));
}

TEST_CASE("blocks in one language: their lists are one, their texts stand below each other, once") {
    const auto block = [](const std::string& contact, const std::string& parameter) {
        return info("nl-NL", "<contact>" + contact + "</contact><web>https://voorbeeld.example/</web>" +
                                 "<parameter><valueName>p</valueName><value>" + parameter +
                                 "</value></parameter>" + area);
    };
    const auto warning = one(alert({.body = block("een", "1") + block("twee", "1") + block("een", "2")}));
    REQUIRE(warning.details);
    CHECK(warning.details->contact == "een\ntwee");
    CHECK(warning.details->web == "https://voorbeeld.example/");
    CHECK(warning.details->parameters == Texts{"p=1", "p=2"});
    CHECK(warning.details->categories == Texts{"Met"});
}

TEST_CASE("what is empty is absent; a size or height that is none is left out and remarked") {
    const auto plain = one(alert());
    REQUIRE(plain.details);
    CHECK_FALSE(plain.details->addresses);
    CHECK_FALSE(plain.details->contact);
    CHECK_FALSE(plain.details->resources);
    CHECK_FALSE(plain.areas[0].altitude);
    for (const std::string bad : {"-1", "1.5", "veel", "99999999999999999999"}) {
        const auto became = read(whole(bad));
        CHECK(remarked(became, "a size that is none"));
        CHECK_FALSE(warnings(became).at(0).details->resources->front().size);
    }
    const auto became = read(replaced(whole(), "3000", "inf"));
    CHECK(remarked(became, "a height that is none"));
    CHECK_FALSE(warnings(became).at(0).areas[0].ceiling);
}

TEST_CASE("details without measure go before a shape does, and the warning stays") {
    std::string parameters;
    for (int number = 0; number < 9'000; ++number)
        parameters += "<parameter><valueName>" + std::to_string(number) + "</valueName><value>" +
                      std::string(30, 'x') + "</value></parameter>";
    const auto became = read(alert({.body = info("nl", parameters + area)}));
    const auto warning = warnings(became).at(0);
    CHECK_FALSE(warning.details);
    CHECK(warning.areas[0].polygons.size() == 1);
    CHECK(remarked(became, "details left out: too large for one message"));
}

TEST_CASE("a warning that a journal has from before details were kept is the same one, and quiet") {
    auto before = one(whole());
    before.details.reset();
    for (auto& area : before.areas)
        area.altitude = area.ceiling = std::nullopt;
    Message message;
    message.id = read(whole()).said[0].id;
    message.body = before;
    const auto reader = cap_reader({}, Mode::actual);
    reader.recall(message);
    const auto again = reader(whole(), arrival);
    CHECK((again.said.empty() && again.aside.empty()));
    CHECK(reader(replaced(whole(), "Code oranje", "Code rood"), arrival).aside.size() == 1);
}

} // namespace cap_details_test
