// Two people at two desks of one hub, each with a window of their own, do the same at the same moment: one
// state, both acts in the journal, and who loses is told.
#include "dashboard/desk/session.hpp"

#include "dashboard/desk/source.hpp"
#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/panels.hpp"
#include "messaging/codec/codec.hpp"
#include "messaging/hub/hub.hpp"
#include "messaging/link/client.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/folder.hpp"
#include "tests/support/gui.hpp"

#include <condition_variable>
#include <mutex>

namespace session_test {

using namespace regiekamer;
using namespace regiekamer::panels;
using ui::Key;

namespace {

const IncidentId incident("2027-0122");
const ActionId action("kade");
constexpr Sequence told = 3; ///< messages of the room's beginning

/// A hub with an incident and an open action of the OvD-Bz.
struct Room {
    Folder folder;
    hub::Settings settings;
    std::unique_ptr<hub::Hub> hub;

    explicit Room(Mode mode = Mode::actual) {
        settings.mode = mode;
        settings.journal = folder / "hub.journal";
        settings.requests = settings.live = {"tcp://127.0.0.1:*"};
        auto started = hub::Hub::start(settings);
        REQUIRE(started);
        hub = std::move(*started);
        IncidentOpened opened;
        opened.incident = incident;
        opened.title = "Brand Nieuwland Parc";
        opened.kind = "brand";
        opened.municipality = "Alblasserdam";
        opened.place = "Nieuwland Parc";
        opened.started = wall_clock() - minutes(30);
        ActionOpened asked;
        asked.action = action;
        asked.incident = incident;
        asked.title = "Kade afzetten";
        asked.owner = "OvD-Bz";
        GripDecided grip;
        grip.incident = incident;
        grip.level = 1;
        grip.decided_by.function = "leider CoPI";
        grip.effective_from = opened.started;
        says({opened, grip, asked});
    }
    Sequence head() const {
        auto client = link::Client::connect(hub->requests().front(), "test");
        REQUIRE(client);
        return static_cast<Sequence>(client->welcome().head.value);
    }
    void says(const std::vector<Body>& bodies, const std::string& id = "told-") const {
        std::vector<std::string> events;
        for (const auto& body : bodies) {
            Message message;
            message.id = id + std::to_string(events.size());
            message.source = "test";
            message.time = wall_clock();
            message.status = settings.mode;
            message.body = body;
            events.push_back(codec::encode(message));
        }
        auto client = link::Client::connect(hub->requests().front(), "test");
        REQUIRE(client);
        const auto results = client->append(events);
        REQUIRE(results);
        for (const auto& result : *results)
            REQUIRE(result.ok);
    }
};

desk::Kept sits(const char* name) {
    desk::Kept kept;
    kept.user = {"OvD-Bz", name};
    kept.named = true;
    return kept;
}

/// A person at a desk with a window.
class Seat {
public:
    Seat(const Room& room, const char* name, bool announce = false)
        : name_(name), link_(settings(room, name, announce)),
          session_(room.settings.mode, desk::read_back(room.settings.journal), &link_, name, sits(name), map_,
                   catalogue_),
          gui_([this](ui::Ui& ui) {
              const auto intents = panels::draw(ui, session_.scene(), drafts_);
              session_.obey(intents);
          }) {}

    /// Receives until all that was said here is acknowledged, and the picture is of this sequence or later.
    void sees_up_to(Sequence sequence) {
        const auto until = std::chrono::steady_clock::now() + seconds(20);
        const auto settled = [&] { return session_.received() >= sequence && link_.state().unsent == 0; };
        while (session_.receive(1000), !settled()) {
            std::unique_lock lock(mutex_);
            if (!wake_.wait_until(lock, until, [this] { return woken_; })) FAIL("nothing came");
            woken_ = false;
        }
        gui_.frame(2);
    }
    /// Until the link has so much, of which the session took nothing yet.
    void hears_up_to(Sequence sequence) {
        const auto until = std::chrono::steady_clock::now() + seconds(20);
        while (link_.state().received < sequence || link_.state().phase != link::Phase::live) {
            std::unique_lock lock(mutex_);
            if (!wake_.wait_until(lock, until, [this] { return woken_; })) FAIL("nothing came");
            woken_ = false;
        }
    }
    Gui& gui() { return gui_; }
    desk::Session& session() { return session_; }
    const std::string& name() const { return name_; }
    std::string remark() {
        const auto scene = session_.scene();
        return scene.remark ? scene.remark->text : std::string();
    }

private:
    link::Settings settings(const Room& room, const char* name, bool announce) {
        link::Settings wanted;
        wanted.requests = room.hub->requests().front();
        wanted.live = room.hub->live().front();
        wanted.desk = name;
        wanted.announce = announce;
        wanted.wake = [this] {
            const std::lock_guard lock(mutex_);
            woken_ = true;
            wake_.notify_one();
        };
        return wanted;
    }

    std::string name_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool woken_ = false;
    panels::BaseMap map_;
    catalogue::Catalogue catalogue_;
    panels::Drafts drafts_;
    link::Link link_;
    desk::Session session_;
    Gui gui_;
};

/// Both saw the same when they acted.
struct Two {
    Room room;
    Seat wit{room, "wit"}, visser{room, "visser"};
    Two() {
        wit.sees_up_to(told);
        visser.sees_up_to(told);
    }
    /// Until both acts are in the journal, with what came along, and on both screens.
    void both_see_all() {
        for (auto* seat : {&wit, &visser})
            seat->sees_up_to(0);
        for (auto* seat : {&wit, &visser})
            seat->sees_up_to(room.head());
        CHECK(wit.session().current() == visser.session().current());
    }
    /// Whose act of this type the hub put first and last: they were said at once, in any order.
    template <class T>
    std::pair<Seat*, Seat*> in_order() {
        const auto fetch = wit.session().scene().fetch;
        for (Sequence at = told + 1;; ++at) {
            const auto fact = fetch(at);
            REQUIRE(fact);
            if (std::holds_alternative<T>(fact->message.body))
                return fact->sender == "wit" ? std::pair(&wit, &visser) : std::pair(&visser, &wit);
        }
    }
};

void decides(Gui& gui, const char* level, const char* reason) {
    gui.press(Key::g);
    gui.frame();
    gui.click(std::string("grip/niveau/") + level);
    gui.click("grip/reden");
    gui.type(reason);
    gui.press(Key::enter);
}

IncidentOpened a_leak(const char* id) {
    IncidentOpened body;
    body.incident = id;
    body.title = "Lekkage Dam";
    body.kind = "anders";
    body.municipality = "Alblasserdam";
    body.place = "Dam";
    body.started = wall_clock();
    return body;
}

} // namespace

TEST_CASE("a desk that has not folded yet what its link has says that it is reading, not that all is quiet") {
    const Room room;
    std::vector<Body> notes;
    for (int i = 0; i < 300; ++i)
        notes.emplace_back(NoteWritten{NoteId("n" + std::to_string(i)), {}, {}, "kade droog", {}});
    room.says(notes, "note-");
    Seat late(room, "laat");
    late.hears_up_to(room.head());
    late.session().receive(2);
    CHECK(late.session().scene().data.kind == DataState::Kind::catching_up);
    CHECK(late.session().scene().data.received == 2);
    late.gui().frame(2);
    CHECK_FALSE(late.gui().sees("Geen inzet"));
    CHECK_FALSE(late.gui().sees("Geen open alarmen"));
    late.sees_up_to(room.head());
    CHECK(late.session().scene().data.kind == DataState::Kind::live);
}

TEST_CASE("two take on the same action: the first has it, the second is told") {
    Two two;
    for (auto* seat : {&two.wit, &two.visser}) {
        seat->gui().click("Kade afzetten");
        seat->gui().frame();
        seat->gui().click("Pak op");
    }
    two.both_see_all();
    const auto [first, second] = two.in_order<ActionTakenOn>();
    const auto* taken = picture::find_action(two.wit.session().current(), action);
    REQUIRE(taken != nullptr);
    CHECK(taken->state.value == picture::ActionState::opgepakt);
    CHECK(taken->state.sequence == told + 1);
    CHECK_THAT(second->remark(), ContainsSubstring("was u net voor"));
    CHECK_THAT(second->remark(), ContainsSubstring("Kade afzetten"));
    CHECK_THAT(second->remark(), ContainsSubstring("Dat geldt."));
    CHECK_THAT(first->remark(), ContainsSubstring("Wat u vastlegde geldt."));
    CHECK(second->gui().sees("was u net voor"));
}

TEST_CASE("two decide on GRIP: one level holds on both screens, and who lost is told") {
    Two two;
    decides(two.wit.gui(), "GRIP 2", "Rook over de wijk");
    decides(two.visser.gui(), "GRIP 3", "Bestuur wil regie");
    two.both_see_all();
    // Who said it last has the latest effective_from; the hub may have put it first all the same.
    const auto [first, second] = two.in_order<GripDecided>();
    CHECK(picture::grip_at(two.wit.session().current(), incident, wall_clock()).level == GripLevel(3));
    CHECK_THAT(two.wit.remark(), ContainsSubstring("GRIP 3"));
    CHECK_THAT(two.wit.remark(), ContainsSubstring("geldt niet"));
    CHECK_THAT(two.visser.remark(), ContainsSubstring("Wat u vastlegde geldt."));
    CHECK_THAT(first->remark(), ContainsSubstring("legde net na u vast"));
    CHECK_THAT(second->remark(), ContainsSubstring("was u net voor"));
}

TEST_CASE("what leads an exercise is obeyed at once: it is not offered to be taken back, other acts are") {
    Room room(Mode::exercise);
    Seat bos(room, "bos");
    bos.sees_up_to(told);
    bos.session().obey({Act{NoteWritten{NoteId("n"), {}, {}, "gebeld", {}}, "notitie", std::nullopt}});
    REQUIRE(bos.session().scene().undo);
    CHECK(bos.session().scene().undo->text == "notitie");
    bos.session().obey({Act{ExerciseHalted{RunId("run"), "NO PLAY"}, "NO PLAY", std::nullopt}});
    bos.session().obey({Act{InjectSkipped{RunId("run"), InjectNr("1"), {}}, "vervallen", std::nullopt}});
    CHECK(bos.session().scene().undo->text == "notitie");
    bos.sees_up_to(told + 3);
}

TEST_CASE("who acts with the other's act on the screen is told nothing") {
    Two two;
    decides(two.wit.gui(), "GRIP 2", "Rook over de wijk");
    two.both_see_all();
    two.visser.gui().press(Key::k);
    two.visser.gui().frame();
    two.visser.gui().type("Wijk is gewaarschuwd");
    two.visser.gui().press(Key::enter);
    two.both_see_all();
    CHECK(two.wit.remark().empty());
    CHECK(two.visser.remark().empty());
}

TEST_CASE("two alert the same team: the first alarmering counts, and who was second is told") {
    Two two;
    const auto alerts = [](Seat& seat) {
        seat.session().obey({Act{TeamAlerted{AlertId(seat.name()), incident, Team::rbt, {"burgemeester"}, 60},
                                 "RBT gealarmeerd", std::nullopt}});
    };
    alerts(two.wit);
    alerts(two.visser);
    two.both_see_all();
    const auto teams = picture::active_teams(two.wit.session().current(), incident);
    REQUIRE(teams.size() == 1);
    CHECK(teams.front().functions == std::vector<Function>{"burgemeester"});
    // The first is who alerted first, by the time of the message: the hub may have taken the other's before.
    const bool wit = two.wit.session().scene().fetch(teams.front().sequence)->sender == "wit";
    CHECK_THAT((wit ? two.wit : two.visser).remark(), ContainsSubstring("zoals u het vastlegde"));
    CHECK_THAT((wit ? two.visser : two.wit).remark(), ContainsSubstring("zoals de ander het zei"));
}

TEST_CASE("two decide on the same GRIP at once: one decision holds on both screens, and the other is told") {
    Two two;
    decides(two.wit.gui(), "GRIP 2", "Rook over de wijk");
    decides(two.visser.gui(), "GRIP 2", "Effecten in de polder");
    two.both_see_all();
    const auto grip = [](Seat& seat) {
        return picture::grip_at(seat.session().current(), incident, wall_clock());
    };
    CHECK(grip(two.wit).level == GripLevel(2));
    CHECK(grip(two.wit) == grip(two.visser)); // by whom, since when and why too
    CHECK(picture::find_incident(two.wit.session().current(), incident)->grip.size() == 3);
    const bool wit = two.wit.session().scene().fetch(grip(two.wit).sequence)->sender == "wit";
    Seat &holds = wit ? two.wit : two.visser, &loses = wit ? two.visser : two.wit;
    CHECK_THAT(holds.remark(), ContainsSubstring("GRIP 2"));
    CHECK_THAT(holds.remark(), ContainsSubstring("Het telt één keer, zoals u het vastlegde."));
    CHECK_THAT(loses.remark(), ContainsSubstring("het telt één keer, zoals de ander het zei."));
    CHECK_THAT(loses.remark(), ContainsSubstring("Beide staan in het logboek."));
    for (auto* seat : {&two.wit, &two.visser}) {
        seat->gui().press(Key::b);
        seat->gui().frame(2);
        INFO(seat->gui().screen());
        CHECK(seat->gui().sees("verandert niets: dit was al zo"));
    }
}

TEST_CASE(
    "two say that an action is done, see an alarm, or approve a ruil: it counts once, the second is told") {
    Two two;
    SwapProposed swap;
    swap.swap = "ruil";
    swap.function = "OvD-Bz";
    swap.from = wall_clock() + hours(24);
    swap.until = swap.from + hours(24);
    swap.from_person = "wit";
    swap.to_person = "visser";
    two.room.says({swap}, "ruil-");
    for (auto* seat : {&two.wit, &two.visser})
        seat->sees_up_to(told + 1);
    const auto what = GENERATE(0, 1, 2, 3);
    CAPTURE(what);
    const Body body = what == 0   ? Body(ActionFinished{action, {}})
                      : what == 1 ? Body(AlarmAcknowledged{AlarmId("action_late/kade/3")})
                      : what == 2 ? Body(SwapApproved{swap.swap, {}})
                                  : Body(SwapConsented{swap.swap, PersonId("wit")});
    for (auto* seat : {&two.wit, &two.visser})
        seat->session().obey({Act{body, "gedaan", std::nullopt}});
    two.both_see_all();
    int counts = 0, told_so = 0;
    for (auto* seat : {&two.wit, &two.visser}) {
        counts += seat->remark().find("zoals u het vastlegde") != std::string::npos;
        told_so += seat->remark().find("zoals de ander het zei") != std::string::npos;
    }
    CHECK(counts == 1);
    CHECK(told_so == 1);
    CHECK(two.room.head() == told + 3); // both in the journal
}

TEST_CASE("two make an action of one besluit with a key: there is one action, and the second is told") {
    Two two;
    MeetingPlanned meeting;
    meeting.meeting = "copi-1";
    meeting.incident = incident;
    meeting.team = MeetingTeam::copi;
    meeting.number = 1;
    meeting.at = wall_clock() - minutes(5);
    DecisionTaken decision;
    decision.decision = "ontruimen";
    decision.incident = incident;
    decision.team = MeetingTeam::copi;
    decision.meeting = meeting.meeting;
    decision.text = "Kade ontruimen";
    decision.owner = "HTO Publieke zorg";
    decision.due = wall_clock() + minutes(30);
    two.room.says({meeting, MeetingStarted{meeting.meeting}, decision}, "overleg-");
    for (auto* seat : {&two.wit, &two.visser}) {
        seat->sees_up_to(told + 3);
        seat->gui().press(Key::f8);
        seat->gui().frame(2);
        REQUIRE(seat->gui().sees("Kade ontruimen"));
    }
    for (auto* seat : {&two.wit, &two.visser})
        seat->gui().press(Key::y);
    two.both_see_all();
    CHECK(two.room.head() == told + 5); // both in the journal
    for (auto* seat : {&two.wit, &two.visser})
        CHECK(picture::actions_of(seat->session().current(), decision.decision).size() == 1);
    const auto [first, second] = two.in_order<ActionOpened>();
    CHECK_THAT(first->remark(), ContainsSubstring("zoals u het vastlegde"));
    CHECK_THAT(second->remark(), ContainsSubstring("zoals de ander het zei"));
    CHECK_THAT(second->remark(), ContainsSubstring("Kade ontruimen"));
    for (auto* seat : {&two.wit, &two.visser}) {
        seat->gui().press(Key::y);
        seat->gui().frame(2);
    }
    two.both_see_all();
    CHECK(two.room.head() == told + 5); // and nobody makes a second of it
}

TEST_CASE("two open the incident that a page proposes: there is one, and who lost is told") {
    Two two;
    PageReceived page;
    page.text = "Grote brand Kade";
    page.place = "Kade";
    page.at = wall_clock();
    page.ours = true;
    page.ours_by = "1420059";
    two.room.says({page}, "pager-");
    for (auto* seat : {&two.wit, &two.visser}) {
        seat->sees_up_to(told + 1);
        auto& gui = seat->gui();
        gui.press(Key::f5);
        gui.frame(2);
        INFO(gui.screen());
        gui.click("voorstel/keuze/Open incident");
        gui.press(Key::enter);
        gui.frame(2);
        gui.click("incident/soort/anders");
    }
    for (auto* seat : {&two.wit, &two.visser})
        seat->gui().press(Key::enter);
    two.both_see_all();
    CHECK(two.room.head() == told + 3); // both in the journal
    for (auto* seat : {&two.wit, &two.visser})
        CHECK(picture::active_incidents(seat->session().current(), wall_clock()).size() == 2);
    int counts = 0, told_so = 0;
    for (auto* seat : {&two.wit, &two.visser}) {
        counts += seat->remark().find("zoals u het vastlegde") != std::string::npos;
        told_so += seat->remark().find("zoals de ander het zei") != std::string::npos;
    }
    CHECK(counts == 1);
    CHECK(told_so == 1);
}

TEST_CASE("both sides of a ruil may say yes at once: neither loses") {
    Two two;
    two.wit.session().obey({Act{SwapConsented{SwapId("r"), PersonId("wit")}, "akkoord", std::nullopt}});
    two.visser.session().obey({Act{SwapConsented{SwapId("r"), PersonId("visser")}, "akkoord", std::nullopt}});
    two.both_see_all();
    CHECK(two.wit.remark().find("net") == std::string::npos);
    CHECK(two.visser.remark().find("net") == std::string::npos);
}

TEST_CASE("taking back the acknowledging of an alarm says that it stands open again") {
    Room room;
    Seat wit(room, "wit");
    wit.sees_up_to(told);
    wit.session().obey({Act{AlarmAcknowledged{AlarmId("te-laat/kade/3")}, "Alarm bevestigd", std::nullopt}});
    wit.session().obey({TakeBack{}});
    CHECK_THAT(wit.remark(), ContainsSubstring("het alarm staat weer open"));
    wit.session().obey({Act{NoteWritten{NoteId("n"), {}, {}, "gebeld", {}}, "notitie", std::nullopt}});
    wit.session().obey({TakeBack{}});
    CHECK_THAT(wit.remark(), ContainsSubstring("Teruggenomen: notitie"));
    wit.sees_up_to(told + 4);
}

TEST_CASE("the wall shows the incident that the desk chose, as long as it is open") {
    const Room room;
    Seat seat(room, "plek");
    seat.sees_up_to(told);
    const IncidentOpened other = a_leak("2027-0200");
    seat.session().obey({Act{other, "incident", std::nullopt}});
    seat.sees_up_to(told + 1);
    CHECK(seat.session().wall_scene().incident == incident); // GRIP 1 leads
    seat.session().obey({ShowIncident{other.incident}});
    CHECK(seat.session().wall_scene().incident == other.incident);
    seat.session().obey({Act{IncidentClosed{other.incident, "voorbij"}, "gesloten", std::nullopt}});
    seat.sees_up_to(told + 2);
    CHECK(seat.session().wall_scene().incident == incident);
}

TEST_CASE("what a desk opened is shown as soon as it came in, though another incident leads") {
    const Room room;
    Seat seat(room, "plek");
    seat.sees_up_to(told);
    const IncidentOpened other = a_leak("2027-0201");
    seat.session().obey({Act{other, "incident", std::nullopt}, ShowIncident{other.incident}});
    CHECK(seat.session().scene().incident != other.incident); // no hub acknowledged it yet
    seat.sees_up_to(told + 1);
    CHECK(seat.session().scene().incident == other.incident);
    seat.session().obey({Act{IncidentClosed{other.incident, "voorbij"}, "gesloten", std::nullopt}});
    seat.sees_up_to(told + 2);
    CHECK(seat.session().scene().incident == incident);
}

TEST_CASE("who takes a desk is told to all: a simulated role is his from then on") {
    const Room room;
    Seat seat(room, "plek", true);
    seat.sees_up_to(told + 1);
    seat.session().obey({SetUser{{"HTO Publieke zorg", "J. Postma"}}});
    seat.sees_up_to(told + 2);
    const auto fact = seat.session().scene().fetch(told + 2);
    REQUIRE(fact);
    CHECK(std::holds_alternative<DeskJoined>(fact->message.body));
    CHECK(fact->message.function == Function("HTO Publieke zorg"));
    CHECK(fact->message.person == PersonId("J. Postma"));
}

TEST_CASE("who acts sits at the desk, also when he never said who he is") {
    const Room room;
    Seat seat(room, "plek", true);
    seat.sees_up_to(told + 1);
    seat.session().obey({Act{NoteWritten{NoteId("n"), incident, {}, "gezien", {}}, "gezien", std::nullopt}});
    seat.sees_up_to(told + 3);
    std::vector<std::optional<Function>> seats;
    for (Sequence at = told + 1; at <= told + 3; ++at) {
        const auto fact = seat.session().scene().fetch(at);
        REQUIRE(fact);
        if (std::holds_alternative<DeskJoined>(fact->message.body)) seats.push_back(fact->message.function);
    }
    CHECK(seats == std::vector<std::optional<Function>>{std::nullopt, Function("OvD-Bz")});
}

TEST_CASE("who goes back while the clock is fixed sees that moment, and now is the fixed one") {
    Room room;
    Seat seat(room, "A");
    seat.sees_up_to(told);
    const Instant fixed = wall_clock() + hours(3);
    seat.session().fix_now(fixed);
    CHECK(seat.session().scene().now == fixed);
    seat.session().obey({LookAtMessage{2}});
    const auto back = seat.session().scene();
    CHECK(back.looking_back);
    CHECK(back.now < fixed - hours(2));
    CHECK(back.live_now == fixed);
    seat.session().obey({BackToNow{}});
    CHECK(seat.session().scene().now == fixed);
}

TEST_CASE("with a new incident what was switched off of incidents is on the map again") {
    Room room;
    Seat seat(room, "A");
    seat.sees_up_to(told);
    seat.session().obey({SetLayer{"incident", false}, SetLayer{"basiskaart", false}});
    CHECK(seat.session().kept().map_hidden == std::set<std::string>{"basiskaart", "incident"});
    IncidentOpened opened;
    opened.incident = IncidentId("2027-0123");
    opened.title = "Lekkage Dam";
    opened.kind = "anders";
    opened.municipality = "Alblasserdam";
    opened.place = "Dam";
    opened.started = wall_clock();
    room.says({opened}, "second-");
    seat.sees_up_to(told + 1);
    CHECK(seat.session().kept().map_hidden == std::set<std::string>{"basiskaart"});
}

TEST_CASE("colours chosen by the user hold longer than those of one start") {
    Room room;
    Seat seat(room, "A");
    auto& kept = const_cast<desk::Kept&>(seat.session().kept()); // NOLINT: as the options of a start leave it
    desk::wear_once(kept, 150, Theme::contrast);
    seat.session().obey({SetTextSize{150}, SetTheme{Theme::contrast}}); // the dialog, confirmed as it stood
    CHECK(seat.session().kept().usual_theme == Theme::dark);
    seat.session().obey({SetTextSize{175}, SetTheme{Theme::light}});
    CHECK_FALSE(seat.session().kept().usual_theme);
    CHECK_FALSE(seat.session().kept().usual_text_percent);
}

} // namespace session_test
