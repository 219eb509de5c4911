// What is missing or cannot be is said in a Dutch sentence, and no message comes of it.
#include "tests/dashboard/panels/night.hpp"

namespace refusals_test {

using namespace night;

namespace {

/// A dialog that is confirmed as it stands says this, and does nothing.
void refuses(Desk& desk, Gui& gui, const char* sentence) {
    gui.press(Key::enter);
    gui.frame();
    INFO(gui.screen());
    CHECK(gui.sees(sentence));
    CHECK(desk.acts() == 0);
    CHECK(desk.drafts.dialog != Dialog::none);
}

/// The same for what was pasted into the first field.
void refuses_pasted(Desk& desk, Gui& gui, const std::string& text, const char* sentence) {
    gui.press(Key::tab);
    desk.drafts.text = text;
    gui.frame();
    gui.click("form/doe");
    INFO(gui.screen());
    CHECK(gui.sees(sentence));
    CHECK(desk.acts() == 0);
}

/// Clears the field and types.
void types(Gui& gui, const char* field, const char* words) {
    gui.click(field);
    gui.press(ui::with_ctrl(Key::a));
    gui.press(Key::del);
    gui.type(words);
}

} // namespace

TEST_CASE("an empty field is refused in words, in every dialog that has one") {
    Desk desk;
    begin(desk);
    opens_action(desk, "a", "Achterwacht bellen", "OvD-Bz", std::nullopt);
    Gui gui(desk.drawn());
    for (const auto& [key, sentence] : {std::pair{Key::r, "Zeg in een paar woorden wat er is."},
                                        {Key::g, "Schrijf op waarom: dat hoort bij het besluit."},
                                        {Key::n, "Schrijf op wat er moet gebeuren."},
                                        {Key::k, "Er staat nog niets."}}) {
        gui.press(key);
        gui.frame();
        refuses(desk, gui, sentence);
        gui.press(Key::escape);
        gui.frame();
        CHECK(desk.drafts.dialog == Dialog::none);
    }
}

TEST_CASE("spaces are no answer") {
    Desk desk;
    begin(desk);
    Gui gui(desk.drawn());
    gui.press(Key::k);
    gui.frame();
    gui.type("   ");
    refuses(desk, gui, "Er staat nog niets.");
    gui.press(Key::escape);
    gui.press(Key::g);
    gui.frame();
    gui.type("  ");
    refuses(desk, gui, "Schrijf op waarom: dat hoort bij het besluit.");
}

TEST_CASE("who sits here has a name that a message can hold") {
    Desk desk;
    desk.user = User{};
    Gui gui(desk.drawn());
    gui.press(Key::u);
    gui.frame();
    refuses(desk, gui, "Vul uw naam in: die staat bij elk bericht.");
    refuses_pasted(desk, gui, std::string(300, 'a'), "Dit is te lang: hoogstens 256 tekens.");
    CHECK(desk.asked_for<SetUser>() == nullptr);
}

TEST_CASE("a text longer than a message may hold is refused, not cut") {
    Desk desk;
    begin(desk);
    Gui gui(desk.drawn());
    gui.press(Key::k);
    gui.frame();
    refuses_pasted(desk, gui, std::string(300'000, 'a'), "Dit is te lang: hoogstens 8000 tekens.");
}

TEST_CASE("the same GRIP level is no decision") {
    Desk desk;
    begin(desk);
    Gui gui(desk.drawn());
    gui.press(Key::g);
    gui.frame();
    gui.type("reden");
    gui.click("grip/niveau/GRIP 2");
    gui.frame();
    CHECK(gui.sees("Het is al GRIP 2. Hier staat wat erbij hoort en nog niet is gedaan."));
    gui.press(Key::enter);
    CHECK(desk.acted<GripDecided>().empty());
}

TEST_CASE("an incident has a kind, which nobody guesses, and began in the past") {
    Desk desk;
    Gui gui(desk.drawn());
    gui.press(Key::r);
    gui.frame();
    gui.type("Rook bij de haven");
    refuses(desk, gui, "Zeg waar het is.");
    types(gui, "incident/plaats", "Haven");
    refuses(desk, gui, "Kies wat voor incident het is.");
    gui.click("anders");
    types(gui, "incident/begin", "half drie");
    refuses(desk, gui, "De tijd is niet te lezen. Schrijf 14:30.");
    types(gui, "incident/begin", "+30");
    refuses(desk, gui, "Die tijd moet nog komen.");
}

TEST_CASE("a time that is past or unreadable is refused where one is to come") {
    Desk desk;
    begin(desk);
    Gui gui(desk.drawn());
    gui.press(Key::o);
    gui.frame();
    types(gui, "overleg/om", "25:99");
    refuses(desk, gui, "De tijd is niet te lezen. Schrijf 14:30, +15 of 24-12 09:00.");
    types(gui, "overleg/om", "04:30");
    refuses(desk, gui, "Die tijd is al voorbij: dat was");
    gui.press(Key::escape);
    gui.press(Key::n);
    gui.frame();
    gui.type("Bellen");
    types(gui, "actie/voor", "straks");
    refuses(desk, gui,
            "De tijd is niet te lezen. Schrijf 14:30, +20, 24-12 09:00, of een regel: P-6u, G3+30m, V+30m.");
    gui.press(Key::escape);
    gui.press(Key::e);
    gui.frame();
    types(gui, "opkomst/eta", "x");
    refuses(desk, gui, "De tijd is niet te lezen. Schrijf 14:30, +15 of 24-12 09:00.");
}

TEST_CASE("blocking, cancelling, going on and reopening want a reason; taking on and finishing do not") {
    Desk desk;
    begin(desk);
    opens_action(desk, "a", "Achterwacht bellen", "OvD-Bz", std::nullopt);
    Gui gui(desk.drawn());
    for (const char* verb : {"Voortgang", "Blokkeer", "Vervallen"}) {
        gui.click("actie/a");
        gui.frame();
        gui.click(std::string("actie/doe/") + verb);
        refuses(desk, gui, "Schrijf er kort bij waarom.");
        gui.press(Key::escape);
    }
}

TEST_CASE("a new word clears the complaint") {
    Desk desk;
    begin(desk);
    Gui gui(desk.drawn());
    gui.press(Key::k);
    gui.frame();
    refuses(desk, gui, "Er staat nog niets.");
    gui.click("notitie/tekst");
    gui.type("a");
    CHECK_FALSE(gui.sees("Er staat nog niets."));
}

TEST_CASE("after an empty field was refused one can type on in it at once") {
    Desk desk;
    begin(desk);
    Gui gui(desk.drawn());
    gui.press(Key::k);
    gui.frame(3);
    gui.press(Key::enter);
    for (int i = 0; i < 5 && ui::settling(gui.ui); ++i) // as the window's queue of keys waits
        gui.frame();
    gui.type("abc def");
    CHECK(desk.drafts.text == "abc def");
}

TEST_CASE("Esc and Annuleer cancel every dialog, typed or not") {
    Desk desk;
    begin(desk);
    exercise_runs(desk, 1, true);
    Gui gui(desk.drawn());
    for (const Key key : {Key::n, Key::r, Key::g, Key::t, Key::e, Key::o, Key::k, Key::u, Key::f6, Key::f10})
        for (const bool by_mouse : {false, true}) {
            gui.press(key);
            gui.frame();
            INFO(gui.screen());
            REQUIRE(desk.drafts.dialog != Dialog::none);
            by_mouse ? gui.click("Annuleer") : gui.press(Key::escape);
            CHECK(desk.drafts.dialog == Dialog::none);
            CHECK(desk.drafts.text.empty());
        }
    CHECK(desk.acts() == 0);
    CHECK(desk.asked_for<SetUser>() == nullptr);
}

TEST_CASE("letters typed in a field are no shortcuts, and none reach what lies beneath a dialog") {
    Desk desk;
    begin(desk);
    nobody_answers(desk);
    Gui gui(desk.drawn());
    gui.press(Key::k);
    gui.frame();
    gui.type("ngteokruwlfixp1/2");
    CHECK(desk.drafts.text == "ngteokruwlfixp1/2");
    CHECK(desk.drafts.dialog == Dialog::note);
    CHECK_FALSE(desk.drafts.show_noise);
    CHECK_FALSE(desk.drafts.searching);
    gui.press(Key::f5);
    gui.press(Key::f2);
    gui.press(Key::f9);
    CHECK(desk.drafts.dialog == Dialog::note);
    gui.press(Key::enter); // the note, not the alarm
    CHECK(desk.acts() == 1);
    CHECK(desk.acted<NoteWritten>().size() == 1);
}

TEST_CASE("after a refusal the keyboard is in the field that it is about") {
    Desk desk;
    begin(desk);
    Gui gui(desk.drawn());
    gui.press(Key::r);
    gui.frame();
    gui.type("Brand Nieuwland Parc");
    gui.press(Key::tab);
    gui.type("Nieuwland Parc");
    gui.press(Key::tab);
    gui.type("25:99"); // no time of the day
    desk.drafts.choice = 0;
    gui.press(Key::enter);
    gui.frame(2);
    CHECK(gui.sees("De tijd is niet te lezen"));
    CHECK(ui::has_focus(gui.ui, "incident/begin"));
    desk.drafts.text.clear();
    gui.press(Key::enter);
    gui.frame(2);
    CHECK(gui.sees("Zeg in een paar woorden wat er is."));
    CHECK(ui::has_focus(gui.ui, "incident/titel"));
    gui.type("Brand");
    CHECK(desk.drafts.text == "Brand");
}

TEST_CASE("Enter is the dialog's, also with the focus on a choice; Space never sends") {
    Desk desk;
    begin(desk);
    Gui gui(desk.drawn());
    gui.press(Key::r);
    gui.frame();
    gui.type("Brand");
    gui.press(Key::tab);
    gui.type("Kade");
    gui.press(Key::tab);
    gui.press(Key::tab); // the kinds
    gui.press(Key::enter);
    gui.frame();
    CHECK(desk.drafts.choice == -1); // asked, not chosen by the key that sends
    CHECK(desk.acts() == 0);
    gui.press(Key::space);
    gui.frame();
    CHECK(desk.drafts.choice >= 0);
    CHECK(desk.acts() == 0);
    gui.press(Key::enter);
    CHECK(desk.acted<IncidentOpened>().size() == 1);
}

} // namespace refusals_test
