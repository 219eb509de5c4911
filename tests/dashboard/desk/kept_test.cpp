// What a desk keeps between two starts may be spoilt: by hand, by another program, by a stop half way.
#include "dashboard/desk/kept.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/folder.hpp"

#include <fstream>

namespace kept_test {

using namespace regiekamer;

namespace {

desk::Kept kept_of(const std::string& text) {
    const Folder folder;
    const auto file = folder / "werkplek.toml";
    std::ofstream(file) << text;
    return desk::load_kept(file);
}

} // namespace

TEST_CASE("a good file says who sits here, and no file says nothing") {
    const auto good = kept_of("functie = \"informatiemanager\"\nnaam = \"K. de Wit\"\n");
    CHECK(good.complaint.empty());
    CHECK(good.named);
    CHECK(good.user.function == Function("informatiemanager"));
    const Folder folder;
    const auto none = desk::load_kept(folder / "werkplek.toml");
    CHECK(none.complaint.empty());
    CHECK_FALSE(none.named);
    CHECK(none.user.function == Function("OvD-Bz"));
}

TEST_CASE("how far each person looked is kept by journal; one number is of who sat here") {
    const auto kept =
        kept_of("functie = \"OvD-Bz\"\nnaam = \"K. de Wit\"\n[gezien]\n"
                "\"/tmp/a.journal\" = 12\n\"/tmp/b.journal\" = { \"p-2\" = 7, \"p-3\" = -1 }\n");
    CHECK(kept.complaint.empty());
    CHECK(kept.seen.at("/tmp/a.journal") == desk::Seen{{"K. de Wit", 12}});
    CHECK(kept.seen.at("/tmp/b.journal") == desk::Seen{{"p-2", 7}});
}

TEST_CASE("a spoilt file is said in words, with the file and what to do, and who sits here is asked") {
    struct Spoilt {
        std::string text, says;
    };
    const std::vector<Spoilt> all{
        {"naam = \"" + std::string(10'000, 'x') + "\"\n", "de naam is te lang: hoogstens 256 tekens"},
        {"naam = \"Ans\\u202Etiw\"\n", "in de naam staan tekens die u niet ziet"},
        {"naam = \"Ans\\u0007\"\n", "in de naam staan tekens die u niet ziet"},
        {"functie = \"keizer\"\nnaam = \"Ans\"\n", "de functie \"keizer\" is niet bekend"},
        {"functie = 3\nnaam = \"Ans\"\n", "de functie is geen tekst"},
        {"functie = \"OvD-Bz\"\nnaam = \"An", "regel 2 is niet te lezen"}};
    for (const auto& one : all) {
        const auto kept = kept_of(one.text);
        INFO(kept.complaint);
        CHECK_FALSE(kept.named);
        CHECK(kept.user.function == Function("OvD-Bz"));
        CHECK(kept.user.person.value.size() <= name_bytes_max);
        CHECK(kept.complaint.find("werkplek.toml") != std::string::npos);
        CHECK(kept.complaint.find(one.says) != std::string::npos);
        CHECK(kept.complaint.find("Zeg wie u bent") != std::string::npos);
    }
}

TEST_CASE("colours and size of one start are not kept, unless the user chooses others") {
    const Folder folder;
    setenv("XDG_CONFIG_HOME", folder.path.c_str(), 1);
    desk::Kept usual;
    usual.user = {"OvD-Bz", "K. de Wit"};
    usual.text_percent = 125;
    usual.theme = panels::Theme::light;
    desk::save_kept(usual);
    auto kept = desk::load_kept();
    desk::wear_once(kept, 150, panels::Theme::contrast);
    CHECK(kept.text_percent == 150);
    CHECK(kept.theme == panels::Theme::contrast);
    desk::save_kept(kept);
    CHECK(desk::load_kept().text_percent == 125);
    CHECK(desk::load_kept().theme == panels::Theme::light);
    desk::wear_once(kept, 0, std::nullopt); // no option says anything
    CHECK(kept.text_percent == 150);
    kept.usual_theme.reset(); // chosen
    desk::save_kept(kept);
    CHECK(desk::load_kept().text_percent == 125);
    CHECK(desk::load_kept().theme == panels::Theme::contrast);
    unsetenv("XDG_CONFIG_HOME");
}

} // namespace kept_test
