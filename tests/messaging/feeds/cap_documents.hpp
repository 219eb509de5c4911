// Documents with CAP alerts, and what they become. Senders, places and texts are invented.
#pragma once

#include "messaging/codec/codec.hpp"
#include "messaging/feeds/cap/cap_reader.hpp"
#include "tests/support/catch.hpp"

namespace cap_documents {

using namespace regiekamer;
using namespace regiekamer::feeds;

inline const Instant arrival = *read_instant("2026-07-01T12:00:00Z");
inline const std::string space12 = "urn:oasis:names:tc:emergency:cap:1.2";

inline const std::string area =
    "<area><areaDesc>Proefstreek</areaDesc><polygon>51.8,4.6 51.9,4.6 51.9,4.7 51.8,4.6</polygon>"
    "<circle>51.85,4.65 "
    "0.0</circle><geocode><valueName>EMMA_ID</valueName><value>NL009</value></geocode></area>";

inline std::string info(const std::string& language = "nl-NL", const std::string& extra = area,
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
inline std::string alert(const Parts& parts = {}) {
    return "<alert xmlns=\"" + parts.space + "\"><identifier>" + parts.identifier +
           "</identifier><sender>proef@weerdienst.voorbeeld.example</sender><sent>" + parts.sent +
           "</sent><status>" + parts.status + "</status><msgType>" + parts.type +
           "</msgType><scope>Public</scope>" + parts.body + "</alert>";
}

inline Became read(const std::string& document, Mode mode = Mode::actual, CapConfig config = {}) {
    return cap_reader(std::move(config), mode)(document, arrival);
}

/// The warnings, each checked to be what a hub takes.
inline std::vector<WarningReceived> warnings(const Became& became) {
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

inline WarningReceived one(const std::string& document) {
    const auto became = read(document);
    INFO((became.aside.empty() ? "" : became.aside[0].reason));
    REQUIRE(became.said.size() == 1);
    return warnings(became)[0];
}

inline std::string refusal(const std::string& document, Mode mode = Mode::actual) {
    const auto became = read(document, mode);
    CHECK(became.said.empty());
    REQUIRE(became.aside.size() == 1);
    return became.aside[0].reason;
}

inline bool remarked(const Became& became, const std::string& text) {
    return std::find(became.remarks.begin(), became.remarks.end(), text) != became.remarks.end();
}

inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

} // namespace cap_documents
