// A warning of others as a person reads it: what to do, until when, whom to call, in Dutch.
#include "dashboard/words/warning_words.hpp"

#include "dashboard/words/journal_line.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

namespace warning_words_test {

using namespace regiekamer;

namespace {

const Instant now = *read_instant("2026-11-30T12:00:00Z");

WarningReceived storm() {
    WarningReceived warning;
    warning.identifier = "w1";
    warning.sender = "weer@voorbeeld.example";
    warning.sent = now - hours(1);
    warning.msg_type = "Alert";
    warning.event = "storm";
    warning.headline = "Code oranje: storm";
    warning.severity = "Severe";
    warning.urgency = "Expected";
    warning.certainty = "Likely";
    warning.instruction = "Zet losse spullen vast.";
    WarningArea area;
    area.description = "Zuid-Holland";
    warning.areas = {area, area};
    auto& details = warning.details.emplace();
    details.sender_name = "Weerdienst";
    details.contact = "078 000 00 00";
    details.scope = "Restricted";
    details.response_types = std::vector<std::string>{"Shelter", "Anders"};
    return warning;
}

bool has(const std::vector<std::string>& lines, const std::string& line) {
    return std::find(lines.begin(), lines.end(), line) != lines.end();
}

} // namespace

TEST_CASE("from when and until when it holds; an end that nobody named is not made up") {
    auto warning = storm();
    CHECK(words::warning_span(warning, now) == "geen einde genoemd");
    warning.expires = now + hours(2);
    CHECK(words::warning_span(warning, now) == "tot 15:00");
    warning.onset = now + hours(1);
    CHECK(words::warning_span(warning, now) == "vanaf 14:00, tot 15:00");
}

TEST_CASE("all that its sender said stands in its text, CAP's words in Dutch") {
    const auto lines = words::warning_text(storm(), now);
    CHECK(lines.at(0) == "Code oranje: storm · geen einde genoemd");
    CHECK(has(lines, "Waar: Zuid-Holland"));
    CHECK(has(lines, "Wat te doen: Zet losse spullen vast."));
    CHECK(has(lines, "Ernst zwaar · hoe gauw: binnen een uur · zekerheid waarschijnlijk"));
    CHECK(has(lines, "Gevraagd: schuilen, Anders"));
    CHECK(has(lines, "Bellen: 078 000 00 00"));
    CHECK(has(lines, "Verspreiding: beperkt"));
    CHECK(has(lines, "Van: Weerdienst (weer@voorbeeld.example), ma 30 nov 12:00"));
    CHECK(lines.back() == "Kenmerk: w1");
}

TEST_CASE("in the logboek an answer to a warning is no warning, and a change says that it is one") {
    picture::Picture picture;
    const auto line = [&](const std::string& type) {
        auto warning = storm();
        warning.msg_type = type;
        warning.details->note = "kanaal 2";
        if (type == "Ack" || type == "Error") {
            warning.headline.reset();
            warning.event.reset();
            warning.references = {"weer@voorbeeld.example,w0,2026-11-30T10:00:00+00:00"};
        }
        Recorded fact;
        fact.message.time = now;
        fact.message.body = warning;
        return words::journal_line(picture, fact);
    };
    CHECK(line("Alert").text == "Code oranje: storm");
    CHECK(line("Alert").weight == words::Weight::strong);
    CHECK(line("Update").text == "Bijgewerkt: Code oranje: storm");
    CHECK(line("Cancel").text == "Ingetrokken: Code oranje: storm: kanaal 2");
    const std::string about = "bericht weer@voorbeeld.example,w0,2026-11-30T10:00:00+00:00: kanaal 2";
    CHECK(line("Ack").text == "Ontvangst bevestigd: " + about);
    CHECK(line("Error").text == "Niet aangenomen: " + about);
    CHECK(line("Ack").weight == words::Weight::normal);
}

TEST_CASE("a Cancel that names only what it cancels says what that was, where it is known") {
    picture::Picture picture;
    Recorded fact;
    fact.message.time = now;
    fact.message.body = storm();
    picture::fold(picture, fact);
    WarningReceived cancel;
    cancel.identifier = "w2";
    cancel.sender = "weer@voorbeeld.example";
    cancel.sent = now;
    cancel.msg_type = "Cancel";
    cancel.references = {"weer@voorbeeld.example,w1,2026-11-30T12:00:00+01:00"};
    fact.message.body = cancel;
    fact.sequence = 2;
    CHECK(words::journal_line(picture, fact).text == "Ingetrokken: Code oranje: storm");
    CHECK(words::journal_line({}, fact).text ==
          "Intrekking van wat hier niet bekend is: bericht " + cancel.references.front());
    auto earlier = storm();
    earlier.signature = SignatureCheck::geldig;
    fact.message.body = earlier;
    fact.sequence = 3;
    picture::fold(picture, fact);
    fact.message.body = cancel;
    fact.sequence = 4;
    CHECK(words::journal_line(picture, fact).text ==
          "Telt niet, want niet ondertekend. Intrekking van: Code oranje: storm");
}

} // namespace warning_words_test
