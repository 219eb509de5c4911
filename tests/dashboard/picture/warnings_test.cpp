// CAP warnings: which hold, and what ends them.
#include "dashboard/picture/warnings.hpp"

#include "tests/dashboard/picture/told.hpp"
#include "tests/support/property.hpp"

namespace warnings_test {

using namespace regiekamer;
using namespace regiekamer::picture;

namespace {

const Instant noon = at(2027, 1, 22, 12);

WarningReceived alert(const std::string& identifier, const std::string& severity = "Severe") {
    WarningReceived warning;
    warning.identifier = identifier;
    warning.sender = "knmi";
    warning.sent = noon;
    warning.msg_type = "Alert";
    warning.severity = severity;
    return warning;
}
WarningReceived refers(WarningReceived warning, const std::string& type, const std::string& identifier) {
    warning.msg_type = type;
    warning.references = {"knmi," + identifier + ",2027-01-22T12:00:00+01:00"};
    return warning;
}
std::vector<std::string> holding(const Told& told, Instant now) {
    std::vector<std::string> identifiers;
    for (const auto* warning : active_warnings(told.picture, now))
        identifiers.push_back(warning->value.identifier);
    return identifiers;
}
using Names = std::vector<std::string>;

} // namespace

TEST_CASE("warnings stand severest first") {
    Told told;
    told.tells(noon, alert("geel", "Moderate"));
    told.tells(noon, alert("rood", "Extreme"));
    told.tells(noon, alert("oranje"));
    CHECK(holding(told, noon) == Names{"rood", "oranje", "geel"});
}

TEST_CASE("neither a test nor an answer under the identifier of a real warning takes its place") {
    Told told;
    told.tells(noon, alert("a"));
    auto test = alert("a");
    test.test = true;
    test.sent += minutes(1);
    told.tells(noon, test);
    CHECK(holding(told, noon) == Names{"a"});
    auto answer = alert("a");
    answer.sent += minutes(2);
    told.tells(noon, refers(answer, "Ack", "a"));
    CHECK(holding(told, noon) == Names{"a"});
    auto early = alert("b");
    early.test = true;
    early.sent += minutes(1);
    told.tells(noon, early);
    told.tells(noon, alert("b"));
    CHECK(holding(told, noon) == Names{"a", "b"});
}

TEST_CASE("what was signed is taken back by what is signed, and no other takes its place") {
    Told told;
    auto real = alert("a");
    real.signature = SignatureCheck::geldig;
    told.tells(noon, real);
    auto forged = refers(alert("b", "Minor"), "Cancel", "a");
    forged.signature = SignatureCheck::niet_gecontroleerd;
    told.tells(noon, forged);
    CHECK(holding(told, noon) == Names{"a"});
    auto same_name = alert("a", "Minor");
    same_name.sent += minutes(5);
    told.tells(noon, same_name);
    CHECK(active_warnings(told.picture, noon).front()->value.severity == "Severe");
    forged.identifier = "c";
    forged.signature = SignatureCheck::geldig;
    told.tells(noon, forged);
    CHECK(holding(told, noon).empty());
}

TEST_CASE("an update replaces what it refers to, and a cancel ends it, in whatever order they come") {
    Told told;
    told.tells(noon, refers(alert("b"), "Update", "a"));
    CHECK(holding(told, noon) == Names{"b"});
    told.tells(noon, alert("a"));
    CHECK(holding(told, noon) == Names{"b"});
    WarningReceived cancel;
    cancel.identifier = "c";
    cancel.sender = "knmi";
    cancel.sent = noon;
    told.tells(noon, refers(cancel, "Cancel", "b"));
    CHECK(holding(told, noon).empty());
}

TEST_CASE("nobody takes back what another sender said") {
    Told told;
    told.tells(noon, alert("a"));
    auto foreign = alert("b");
    foreign.sender = "elders";
    told.tells(noon, refers(foreign, "Cancel", "a"));
    CHECK(holding(told, noon) == Names{"a"});
    told.tells(noon, refers(foreign, "Update", "a"));
    CHECK(holding(told, noon).size() == 2);
}

TEST_CASE("an identifier that is used again is a new warning, which nothing sent before it has replaced") {
    Told told;
    told.tells(noon, alert("a"));
    auto cancel = refers(alert("b"), "Cancel", "a");
    cancel.sent = noon + minutes(10);
    told.tells(noon + minutes(10), cancel);
    CHECK(holding(told, noon + minutes(10)).empty());
    auto again = alert("a");
    again.sent = noon + minutes(20);
    told.tells(noon + minutes(20), again);
    CHECK(holding(told, noon + minutes(20)) == Names{"a"});
    cancel.sent = noon + minutes(30);
    told.tells(noon + minutes(30), cancel);
    CHECK(holding(told, noon + minutes(30)).empty());
}

TEST_CASE("of two warnings that each replace the other the later holds") {
    Told told;
    auto later = refers(alert("b"), "Update", "a");
    later.sent = noon + minutes(5);
    told.tells(noon, later);
    told.tells(noon, refers(alert("a"), "Update", "b"));
    CHECK(holding(told, noon + minutes(5)) == Names{"b"});
}

TEST_CASE("what a forged alert says begins and ends nothing") {
    Told told;
    told.tells(noon, alert("a"));
    WarningReceived forged = alert("b", "Extreme");
    forged.signature = SignatureCheck::ongeldig;
    told.tells(noon, forged);
    told.tells(noon, refers(forged, "Cancel", "a"));
    CHECK(holding(told, noon) == Names{"a"});
}

TEST_CASE("an update that refers to nothing is a new warning; one that refers to itself holds") {
    Told told;
    WarningReceived update = alert("u");
    update.msg_type = "Update";
    update.references = {"", "nonsense", ",x,", "knmi,,"};
    told.tells(noon, update);
    told.tells(noon, refers(alert("self"), "Update", "self"));
    CHECK(holding(told, noon) == Names{"self", "u"});
}

TEST_CASE("a warning ends when it expires, and after 24 hours when it names no end") {
    Told told;
    WarningReceived ends = alert("ends");
    ends.expires = noon + hours(2);
    told.tells(noon, ends);
    told.tells(noon, alert("open"));
    CHECK(holding(told, noon + hours(2) - microseconds(1)) == Names{"ends", "open"});
    CHECK(holding(told, noon + hours(2)) == Names{"open"});
    CHECK(holding(told, noon + hours(24)).empty());
}

TEST_CASE("a test is no warning, and cancels none") {
    Told told;
    told.tells(noon, alert("real"));
    WarningReceived test = refers(alert("test"), "Cancel", "real");
    test.test = true;
    told.tells(noon, test);
    test.msg_type = "Alert";
    told.tells(noon, test);
    CHECK(holding(told, noon) == Names{"real"});
}

TEST_CASE("the same warning again is one; another sender's identifier is another") {
    Told told;
    told.tells(noon, alert("a"));
    told.tells(noon, alert("a"));
    WarningReceived other = alert("a");
    other.sender = "rws";
    told.tells(noon, other);
    CHECK(holding(told, noon) == Names{"a", "a"});
}

TEST_CASE("without tests and repeats of identifiers, the order in which warnings come does not count") {
    holds("order", [] {
        std::vector<WarningReceived> said;
        const int count = any_between(1, 8);
        for (int number = 0; number < count; ++number) {
            WarningReceived warning = alert(std::to_string(number));
            if (any_bool())
                warning = refers(warning, any_of({"Update", "Cancel"}), std::to_string(any_between(0, 8)));
            said.push_back(warning);
        }
        Told forward, backward;
        for (const auto& warning : said)
            forward.tells(noon, warning);
        std::reverse(said.begin(), said.end());
        for (const auto& warning : said)
            backward.tells(noon, warning);
        MUST(holding(forward, noon) == holding(backward, noon));
    });
}

} // namespace warnings_test
