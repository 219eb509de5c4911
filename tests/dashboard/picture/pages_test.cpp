// P2000 pages: grouping, parts, withdrawal, and proposals (formats.md §2).
#include "dashboard/picture/page_begun_by.hpp"
#include "dashboard/picture/warnings.hpp"
#include "messaging/vocabulary/page_words.hpp"

#include "dashboard/picture/alarms.hpp"

#include "tests/dashboard/picture/told.hpp"
#include "tests/support/property.hpp"

namespace pages_test {

using namespace regiekamer;
using namespace regiekamer::picture;

namespace {

const Instant noon = at(2027, 1, 22, 12);
const std::string fire = "P 1 BDH-04 BR woning Kerkstraat Alblasserdam 186431";

PageReceived page(const std::string& text, std::vector<std::string> capcodes, Instant when = noon) {
    PageReceived body;
    for (const auto& capcode : capcodes)
        body.capcodes.push_back(Capcode{capcode});
    body.text = text;
    body.at = when;
    body.ours = true;
    body.raw = text;
    return body;
}
PageReceived grip_page(int level) {
    PageReceived body = page("P 1 GRIP " + std::to_string(level) + " Alblasserdam", {"1420059"});
    body.grip = level;
    return body;
}
const PageAlarm& alarm(const Told& told, std::size_t index) {
    return told.picture.warnings->pages[index];
}
std::size_t count(const Told& told) {
    return told.picture.warnings->pages.size();
}
std::vector<Proposal::Kind> kinds(const Told& told) {
    std::vector<Proposal::Kind> found;
    for (const Proposal& proposal : open_proposals(told.picture))
        found.push_back(proposal.kind);
    return found;
}
using Kinds = std::vector<Proposal::Kind>;
constexpr auto incident_kind = Proposal::Kind::incident;
constexpr auto grip_kind = Proposal::Kind::grip;

} // namespace

TEST_CASE("equal text within a minute is one alarm with all its capcodes, whatever the spaces and case") {
    Told told;
    told.tells(noon, page(fire, {"1420059"}));
    told.tells(noon, page("p 1  bdh-04 br WONING kerkstraat alblasserdam 186431 ", {"1420060", "1420059"}));
    told.tells(noon + seconds(60), page(fire, {"1420061"}, noon + seconds(60)));
    REQUIRE(count(told) == 1);
    CHECK(alarm(told, 0).capcodes.size() == 3);
    CHECK(alarm(told, 0).messages == std::vector<MessageId>{"m1", "m2", "m3"});
    CHECK(find_page(told.picture, "m3") == &alarm(told, 0));
    CHECK(find_page(told.picture, "m9") == nullptr);
}

TEST_CASE("a flood of pages of others does not push ours out of those of the day") {
    Told told;
    told.tells(noon, page(fire, {"1420059"}));
    for (int i = 0; i < 30; ++i) {
        auto other = page("A1 elders " + std::to_string(i), {"500001"});
        other.ours = false;
        told.tells(noon, other);
    }
    const auto shown = pages_between(told.picture, noon - hours(24), noon, 10);
    CHECK(shown.size() == 11);
    CHECK(shown.back()->text == fire); // newest first
}

TEST_CASE("equal text after a minute is a re-alarm of the earlier one") {
    Told told;
    told.tells(noon, page(fire, {"1420059"}));
    const Instant later = noon + seconds(61);
    told.tells(later, page(fire, {"1420059"}, later));
    REQUIRE(count(told) == 2);
    CHECK(alarm(told, 1).realarm_of == Sequence(1));
    const Instant tomorrow = noon + hours(30);
    told.tells(tomorrow, page(fire, {"1420059"}, tomorrow));
    CHECK_FALSE(alarm(told, 2).realarm_of);
}

TEST_CASE("pages of tones have no text: they meet by capcode") {
    Told told;
    told.tells(noon, page("", {"1420059"}));
    told.tells(noon, page("", {"1420060"}));
    told.tells(noon, page("", {"1420060"}));
    CHECK(count(told) == 2);
}

TEST_CASE("a decoder's stamp more than five minutes off is not trusted") {
    Told told;
    told.tells(noon, page(fire, {"1420059"}, noon - hours(3)));
    told.tells(noon, page("ander bericht", {"1420059"}, noon - minutes(4)));
    CHECK(alarm(told, 0).at == noon);
    CHECK(alarm(told, 1).at == noon - minutes(4));
    told.tells(noon, page("nog een", {"1420059"}, noon - hours(3)));
    CHECK(last_heard(told.picture, "page.received")->at == noon); // nor when P2000 was last heard
}

TEST_CASE("parts for one capcode within eight minutes are one page") {
    Told told;
    PageReceived first = page("P 1 GRIP 1 brand aan de ", {"1420059"});
    first.part = PagePart::first;
    told.tells(noon, first);
    CHECK_FALSE(incomplete(alarm(told, 0), noon + minutes(8)));
    CHECK(incomplete(alarm(told, 0), noon + minutes(9)));
    PageReceived last = page("Kade te Alblasserdam", {"1420059"}, noon + minutes(2));
    last.part = PagePart::last;
    told.tells(noon + minutes(2), last);
    REQUIRE(count(told) == 1);
    CHECK(alarm(told, 0).text == "P 1 GRIP 1 brand aan de Kade te Alblasserdam");
    CHECK_FALSE(incomplete(alarm(told, 0), noon + hours(1)));
}

TEST_CASE("parts that come once per group member are still one page") {
    Told told;
    for (const std::string capcode : {"1420059", "1420060"}) {
        PageReceived first = page("eerste deel ", {capcode});
        first.part = PagePart::first;
        told.tells(noon, first);
    }
    for (const std::string capcode : {"1420059", "1420060"}) {
        PageReceived last = page("tweede deel", {capcode});
        last.part = PagePart::last;
        told.tells(noon, last);
    }
    REQUIRE(count(told) == 1);
    CHECK(alarm(told, 0).text == "eerste deel tweede deel");
    CHECK(alarm(told, 0).capcodes.size() == 2);
}

TEST_CASE("a last part without its first, or too late for it, stands alone and says so") {
    Told told;
    PageReceived first = page("eerste deel ", {"1420059"});
    first.part = PagePart::first;
    told.tells(noon, first);
    const Instant late = noon + minutes(9);
    PageReceived last = page("tweede deel", {"1420059"}, late);
    last.part = PagePart::last;
    told.tells(late, last);
    REQUIRE(count(told) == 2);
    CHECK(incomplete(alarm(told, 0), late));
    CHECK(incomplete(alarm(told, 1), late));
}

TEST_CASE("intrekken closes the open alarm at that place and is no alarm itself") {
    Told told;
    told.tells(noon, page(fire + " OVD-BZ", {"1420059"}));
    told.tells(noon, page("P 2 BDH-02 BR container Dorpsstraat Alblasserdam 186431", {"1420059"}));
    CHECK(kinds(told) == Kinds{incident_kind});
    PageReceived withdrawal =
        page("(Intrekken Alarm Brw) BR woning Kerkstraat Alblasserdam", {"1420059"}, noon + minutes(3));
    withdrawal.withdrawn = true;
    told.tells(noon + minutes(3), withdrawal);
    told.tells(noon + minutes(3), withdrawal); // the line for another member closes no second alarm
    REQUIRE(count(told) == 3);
    REQUIRE(alarm(told, 0).withdrawn);
    CHECK(alarm(told, 0).withdrawn->value == MessageId("m3"));
    CHECK_FALSE(alarm(told, 1).withdrawn);
    CHECK(alarm(told, 2).withdrawal);
    CHECK(kinds(told).empty());
}

TEST_CASE("intrekken that names a place only closes the one alarm that is open there") {
    Told told;
    PageReceived open = page("P 1 BR woning Kerkstraat", {"1420059"});
    open.place = "Alblasserdam";
    told.tells(noon, open);
    PageReceived withdrawal = page("(Intrekken Alarm Brw) gebouw", {"1420059"}, noon + minutes(3));
    withdrawal.withdrawn = true;
    withdrawal.place = "Papendrecht";
    told.tells(noon + minutes(3), withdrawal);
    CHECK_FALSE(alarm(told, 0).withdrawn);
    withdrawal.place = "ALBLASSERDAM";
    withdrawal.text += " nu";
    told.tells(noon + minutes(3), withdrawal);
    CHECK(alarm(told, 0).withdrawn);
}

namespace {

/// What a decoder gives, at so many seconds after noon; ours, with a proposal of its own.
struct Air {
    Told told;
    void alarm(int second, const std::string& text, const std::string& capcode = "1420059",
               std::optional<std::string> place = "Alblasserdam") {
        const Instant when = noon + seconds(second);
        PageReceived body = page(text, {capcode}, when);
        body.place = place;
        body.ours_by = "Alblasserdam";
        told.tells(when, body);
    }
    void withdrawal(int second, const std::string& text, const std::string& capcode = "1420059",
                    std::optional<std::string> place = "Alblasserdam") {
        const Instant when = noon + seconds(second);
        PageReceived body = page(text, {capcode}, when);
        body.place = place;
        body.withdrawn = true;
        told.tells(when, body);
    }
    /// The texts of what is asked.
    [[nodiscard]] std::vector<std::string> open() const {
        std::vector<std::string> texts;
        for (const Proposal& proposal : open_proposals(told.picture))
            texts.push_back(proposal.text);
        return texts;
    }
};
using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("what is alarmed anew within the minute, after it was withdrawn, is a re-alarm, and open") {
    Air air;
    air.alarm(0, fire);
    air.withdrawal(20, "(Intrekken Alarm Brw) " + fire);
    CHECK(air.open().empty());
    air.alarm(20, fire, "1420060"); // of before the withdrawal, and late
    CHECK(air.open().empty());
    air.alarm(45, fire);
    CHECK(air.open() == Texts{fire});
    REQUIRE(count(air.told) == 3);
    CHECK(alarm(air.told, 2).realarm_of == alarm(air.told, 0).sequence);
    CHECK(alarm(air.told, 0).capcodes.size() == 2);
}

TEST_CASE("a withdrawal that is said again closes what was alarmed since it was said first") {
    Air air;
    const std::string withdrawal = "(Intrekken Alarm Brw) " + fire;
    air.alarm(0, fire);
    air.withdrawal(10, withdrawal);
    air.alarm(65, fire);
    air.withdrawal(64, withdrawal, "1420060"); // for one more of the group, and late
    CHECK(air.open() == Texts{fire});
    air.withdrawal(69, withdrawal);
    CHECK(air.open().empty());
}

TEST_CASE("a withdrawal closes the earlier rounds of its alarm too: they do not ask again") {
    Air air;
    air.alarm(0, fire);
    air.alarm(120, fire);
    air.alarm(240, fire);
    CHECK(air.open() == Texts{fire});
    air.withdrawal(300, "(Intrekken Alarm Brw) " + fire);
    CHECK(air.open().empty());
    CHECK(alarm(air.told, 0).withdrawn == alarm(air.told, 2).withdrawn);
}

TEST_CASE(
    "of two alarms at one place a withdrawal closes the one that shares a unit, capcode or talk group") {
    const std::string house = "P 1 BDH-04 BR woning Dam Alblasserdam 184431",
                      barn = "P 1 BDH-05 BR schuur Kade Alblasserdam 184432";
    for (const std::string said :
         {"P 1 Alblasserdam 184431", "P 1 BDH-04 Alblasserdam", "P 1 Alblasserdam"}) {
        for (const bool recognised : {true, false}) {
            const auto place = recognised ? std::optional<std::string>("Alblasserdam") : std::nullopt;
            Air air;
            air.alarm(0, house, "1401230", place);
            air.alarm(2, barn, "1401231", place);
            air.withdrawal(5, "(Intrekken Alarm Brw) " + said, "1401230", place);
            INFO(said);
            CHECK(air.open() == Texts{barn});
        }
    }
    Air air;
    air.alarm(0, house, "1401230");
    air.alarm(2, barn, "1401231");
    air.withdrawal(5, "(Intrekken Alarm Brw) P 1 Alblasserdam", "1401239"); // of either
    CHECK(air.open() == Texts{house, barn});
    air.withdrawal(9, "(Intrekken Alarm Brw) P 1 BR woning Dam Alblasserdam", "1401239");
    CHECK(air.open() == Texts{barn});
}

TEST_CASE(
    "a withdrawal closes its alarm with what it was upscaled to; not another that has its words and more") {
    const std::string first = "P 1 BDH-04 BR woning Dam Alblasserdam 184431";
    const std::string upscaled = "P 1 BDH-04 (Middel BR) BR woning Dam Alblasserdam 184431 184451";
    for (const std::string& said : {first, upscaled}) {
        Air air;
        air.alarm(0, first);
        air.alarm(120, upscaled);
        air.withdrawal(300, "(Intrekken Alarm Brw) " + said);
        CHECK(air.open().empty());
    }
    Air air;
    const std::string other = "P 1 BDH-04 BR woning Dam 12 Alblasserdam 184431";
    air.alarm(0, first);
    air.alarm(120, other);
    air.withdrawal(300, "(Intrekken Alarm Brw) " + first);
    CHECK(air.open() == Texts{other});
}

TEST_CASE(
    "a withdrawal that comes before its alarm, by stamps that say otherwise, withdraws it all the same") {
    Air air;
    air.withdrawal(10, "(Intrekken Alarm Brw) " + fire);
    air.alarm(0, fire);
    CHECK(air.open().empty());
    CHECK(alarm(air.told, 1).withdrawn->value == MessageId("m1"));
    air.alarm(0, fire, "1420060"); // for one more of the group
    CHECK(air.open().empty());
    air.alarm(30, fire);
    CHECK(air.open() == Texts{fire});
}

TEST_CASE("a page is found by the sequence of its first line") {
    Told told;
    told.tells(noon, page(fire, {"1420059"}));
    told.tells(noon, page(fire, {"1420060"}));
    told.tells(noon, page("ander bericht", {"1420059"}));
    CHECK(page_begun_by(told.picture, 1) == &alarm(told, 0));
    CHECK(page_begun_by(told.picture, 2) == nullptr);
    CHECK(page_begun_by(told.picture, 3) == &alarm(told, 1));
    CHECK(page_begun_by(told.picture, 4) == nullptr);
}

TEST_CASE("a withdrawal of another region closes nothing here, whatever its words") {
    const std::string ours = "P 1 BDH-04 BR woning Kerkstraat Kinderdijk 184431";
    for (const std::string theirs : {"P 1 BNB-01 (Intrekken Alarm Brw) BR woning Kerkstraat 201331",
                                     "P 1 BNB-01 (Intrekken Alarm Brw) BR woning Kerkstraat",
                                     "(Intrekken Alarm Brw) BR woning Kerkstraat"}) {
        Air air;
        air.alarm(0, ours, "1401230", "Kinderdijk");
        air.withdrawal(30, theirs, "1202345", std::nullopt);
        INFO(theirs);
        CHECK(air.open() == Texts{ours});
        air.withdrawal(40, "(Intrekken Alarm Brw) BR woning Kerkstraat 184439", "1202345", std::nullopt);
        CHECK(air.open().empty()); // a unit of our region
    }
    Air air; // a town of the same name
    air.alarm(0, "P 1 BR woning Kerkstraat Rijswijk 154431", "1501230", "Rijswijk");
    air.withdrawal(30, "(Intrekken Alarm Brw) BR woning Kerkstraat Rijswijk 201331", "1202345", "Rijswijk");
    CHECK(air.open().size() == 1);
}

TEST_CASE("a ride's number says nothing of a region") {
    Air air;
    air.alarm(0, "A1 AMBU 17123 Kerkstraat Alblasserdam bon 17555", "1420059", std::nullopt);
    air.withdrawal(30, "(Intrekken Alarm Ambu) AMBU Kerkstraat Alblasserdam bon 12555", "1420060",
                   std::nullopt);
    CHECK(air.open().empty());
}

TEST_CASE("intrekken without brackets closes the alarm as well") {
    for (const std::string said : {"Intrekken Alarm Brw ", "P 1 intrekken  alarm ", "INTREKKEN "}) {
        Air air;
        air.alarm(0, "P 1 BDH-04 BR schuur Laan Anderstad 155999", "1420059", std::nullopt);
        air.withdrawal(9, said + "P 1 BDH-04 BR schuur Laan Anderstad 155999", "1420059", std::nullopt);
        INFO(said);
        CHECK(air.open().empty());
    }
}

TEST_CASE("a GRIP page proposes the level and an incident, until the act that names it as cause") {
    Told told;
    told.tells(noon, grip_page(2));
    CHECK(kinds(told) == Kinds{incident_kind, grip_kind});
    CHECK(open_proposals(told.picture)[1].level == GripLevel(2));
    IncidentOpened opened;
    opened.incident = "2027-1";
    told.tells(noon, opened, MessageId("m1"));
    CHECK(kinds(told) == Kinds{grip_kind});
    GripDecided decided;
    decided.incident = "2027-1";
    decided.level = 2;
    told.tells(noon, decided, MessageId("m1"));
    CHECK(kinds(told).empty());
    CHECK(told.picture.warnings->grip_accepted.at("m1").value == IncidentId("2027-1"));
}

TEST_CASE("a page that tells an end opens no incident; its level is still judged by a person") {
    Told told;
    auto body = grip_page(2);
    body.text = "GRIP 2 afgeschaald, einde GRIP Alblasserdam";
    told.tells(noon, body);
    CHECK(kinds(told) == Kinds{grip_kind});
}

TEST_CASE("a re-alarm asks in the place of the page before it; a level that holds is no question") {
    Told told;
    told.tells(noon, grip_page(2));
    auto again = grip_page(2);
    again.at = noon + minutes(2);
    told.tells(noon + minutes(2), again);
    CHECK(kinds(told) == Kinds{incident_kind, grip_kind});
    CHECK(open_proposals(told.picture)[0].message == MessageId("m2"));
    IncidentOpened opened;
    opened.incident = "2027-1";
    told.tells(noon + minutes(3), opened, MessageId("m2"));
    CHECK(kinds(told) == Kinds{grip_kind});
    again.at = noon + minutes(4);
    told.tells(noon + minutes(4), again); // its incident is there: only the level is asked
    CHECK(kinds(told) == Kinds{grip_kind});
    GripDecided decided;
    decided.incident = "2027-1";
    decided.level = 2;
    decided.effective_from = noon + minutes(5);
    told.tells(noon + minutes(5), decided);
    CHECK(kinds(told).empty());
    auto end = grip_page(0);
    end.text = "einde GRIP 2 Alblasserdam";
    end.at = noon + minutes(6);
    told.tells(noon + minutes(6), end);
    CHECK(kinds(told) == Kinds{grip_kind});
    decided.level = 0;
    decided.effective_from = noon + minutes(7);
    told.tells(noon + minutes(7), decided);
    CHECK(kinds(told).empty());
}

TEST_CASE("of two alarms with one text the later is the re-alarm, also where the earlier was complete last") {
    Told told;
    PageReceived part = page("OVD-BZ Kerkstraat", {"1420059"});
    part.part = PagePart::first;
    told.tells(noon, part);
    told.tells(noon + minutes(2), page("OVD-BZ Kerkstraat", {"1420060"}, noon + minutes(2)));
    PageReceived rest = page(" ", {"1420059"}, noon + minutes(4));
    rest.part = PagePart::last;
    told.tells(noon + minutes(4), rest);
    REQUIRE(count(told) == 2);
    CHECK_FALSE(alarm(told, 0).realarm_of);
    CHECK(alarm(told, 1).realarm_of == alarm(told, 0).sequence);
    const auto open = open_proposals(told.picture);
    REQUIRE(open.size() == 1);
    CHECK(open.front().sequence == alarm(told, 1).sequence);

    told.tells(noon + minutes(6), page("OVD-BZ Kerkstraat", {"1420061"}, noon + minutes(6)));
    CHECK(alarm(told, 2).realarm_of == alarm(told, 1).sequence);
    CHECK(open_proposals(told.picture).size() == 1);
}

TEST_CASE("an alarm that is complete late stands between the later one and what that was the re-alarm of") {
    Told told;
    told.tells(noon, page("OVD-BZ Kerkstraat", {"1420059"}));
    PageReceived part = page("OVD-BZ Kerk", {"1420059"}, noon + minutes(10));
    part.part = PagePart::first;
    told.tells(noon + minutes(10), part);
    told.tells(noon + minutes(12), page("OVD-BZ Kerkstraat", {"1420060"}, noon + minutes(12)));
    PageReceived rest = page("straat", {"1420059"}, noon + minutes(14));
    rest.part = PagePart::last;
    told.tells(noon + minutes(14), rest);
    REQUIRE(count(told) == 3);
    CHECK(alarm(told, 2).realarm_of == alarm(told, 1).sequence);
    CHECK(alarm(told, 1).realarm_of == alarm(told, 0).sequence);
    CHECK(open_proposals(told.picture).size() == 1);
}

TEST_CASE("another message with that cause accepts nothing; dismissing does, for every line of the page") {
    Told told;
    told.tells(noon, grip_page(1));
    told.tells(noon, grip_page(1));
    told.tells(noon, NoteWritten{"n", {}, {}, "gebeld", {}}, MessageId("m1"));
    CHECK(kinds(told).size() == 2);
    told.tells(noon, ProposalDismissed{"m2", "van de buren"});
    CHECK(kinds(told).empty());
}

TEST_CASE("a test, and a page that is not ours, proposes nothing") {
    Told told;
    PageReceived test = grip_page(3);
    test.test = true;
    told.tells(noon, test);
    PageReceived theirs = page("P 1 GRIP 2 Delft OVD-BZ", {"1500001"});
    theirs.ours = false;
    theirs.grip = 2;
    told.tells(noon, theirs);
    told.tells(noon, page("A1 ambulance Alblasserdam", {"1420001"}));
    CHECK(kinds(told).empty());
    PageReceived withdrawal = page("(Intrekken Alarm) OVD-BZ elders", {"1420001"});
    withdrawal.withdrawn = true;
    told.tells(noon, withdrawal);
    CHECK(kinds(told).empty());
}

TEST_CASE("OvD-Bz is named as a word, in any case") {
    for (const char* text : {"P 1 (OVD-BZ) brand", "graag ovd-bz bellen", "OvD  Bz", "OVDBZ"})
        CHECK(regiekamer::mentions_ovd_bz(text));
    for (const char* text : {"OVD-G", "OVD-BZX", "XOVD-BZ", "", "ovd en bz"})
        CHECK_FALSE(regiekamer::mentions_ovd_bz(text));
}

TEST_CASE("any pages in any order are grouped without loss: every line is in one alarm") {
    holds("no line lost", [] {
        Told told;
        const int lines = any_between(0, 40);
        for (int line = 0; line < lines; ++line) {
            const Instant when = noon + seconds(any_between(0, 1200));
            PageReceived body = page(
                any_of<std::string>({"a", "A ", "b OVD-BZ", "", "(Intrekken) a", "P 1 (", ")) GRIP 1 -1"}),
                {any_of<std::string>({"1420059", "1420060"})}, when);
            if (any_between(0, 6) == 0) body.capcodes.clear();
            if (any_between(0, 4) == 0) body.withdrawn = true;
            if (any_between(0, 4) == 0) body.grip = 1;
            if (any_between(0, 4) == 0) body.test = true;
            if (any_between(0, 3) == 0) body.part = any_of({PagePart::first, PagePart::last});
            if (any_between(0, 3) == 0) body.place = "Alblasserdam";
            told.tells(when, body);
        }
        std::set<MessageId> seen;
        std::size_t total = 0;
        for (std::size_t index = 0; index < count(told); ++index) {
            total += alarm(told, index).messages.size();
            seen.insert(alarm(told, index).messages.begin(), alarm(told, index).messages.end());
        }
        MUST(total == static_cast<std::size_t>(lines));
        MUST(seen.size() == total);
        for (std::size_t index = 0; index < count(told); ++index)
            MUST(!alarm(told, index).realarm_of ||
                 *alarm(told, index).realarm_of < alarm(told, index).sequence);
        for (const Proposal& proposal : open_proposals(told.picture)) {
            const PageAlarm* from = find_page(told.picture, proposal.message);
            MUST(from && !from->test && !from->withdrawn && !from->withdrawal);
        }
    });
}

TEST_CASE("parts without end do not make one page without end: no line is lost, no text is over 8 KiB") {
    Told told;
    for (int number = 0; number < 2'000; ++number) {
        PageReceived body = page("deel " + std::to_string(number) + " van een brand", {"1420059"});
        body.part = PagePart::first;
        told.tells(noon, body);
    }
    std::size_t lines = 0;
    for (std::size_t index = 0; index < count(told); ++index) {
        CHECK(alarm(told, index).text.size() <= 8192);
        lines += alarm(told, index).messages.size();
    }
    CHECK(lines == 2'000);
    CHECK(count(told) < 20);
}

TEST_CASE("ten thousand pages keep the list of recent texts short") {
    Told told;
    for (int number = 0; number < 10'000; ++number)
        told.tells(noon, page("bericht " + std::to_string(number), {"1420059"}));
    CHECK(count(told) == 10'000);
    CHECK(told.picture.warnings->recent.size() <= 4096);
    CHECK(pages_between(told.picture, noon, noon, 50).size() == 50);
    CHECK(pages_between(told.picture, noon, noon, 50)[0]->text == "bericht 9999");
}

TEST_CASE("a page with a capcode or place of ours proposes an incident; one that is ours by no configuration "
          "does not") {
    Told told;
    PageReceived gas = page("P 1 Gaslucht Alblasserdam Cortgene 4", {"1401230"});
    told.tells(noon, gas);
    CHECK(kinds(told).empty());
    gas.text += " 180131";
    gas.ours_by = "Alblasserdam";
    told.tells(noon, gas);
    CHECK(kinds(told) == Kinds{incident_kind});
    const auto list = alarms(told.picture, noon + minutes(1));
    REQUIRE(list.size() == 1);
    CHECK(list[0].rule == AlarmRule::page_for_us);
    CHECK(list[0].level == AlarmLevel::amber);
    CHECK(alarms(told.picture, noon + hours(5)).empty()); // still a proposal, no alarm any more
    PageReceived test = page("proefalarm gas", {"1401230"});
    test.ours_by = "1401230";
    test.test = true;
    told.tells(noon, test);
    CHECK(kinds(told) == Kinds{incident_kind});
}

} // namespace pages_test
