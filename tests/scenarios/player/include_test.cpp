// What scenarios share, branches, and expectations made of others: taken, or refused with a place.
#include "scenarios/player/check.hpp"
#include "scenarios/player/expectation.hpp"
#include "tests/scenarios/player/text.hpp"
#include "tests/support/folder.hpp"

#include <fstream>

namespace include_test {

using namespace regiekamer;
using namespace regiekamer::player;

namespace {

const std::string shared_role = "[[role]]\nfunction = \"piketplanner\"\nplayed = false\n";
const std::string expect_note = "[[expect]]\nid = \"notitie\"\ntype = \"note.written\"\n[[expect]]\nid = "
                                "\"actie\"\ntype = \"action.opened\"\n";

/// A scenario in a folder, with files beside it.
struct Files {
    Folder folder;
    Files() { std::filesystem::create_directory(folder / "base"); }
    void write(const std::string& name, const std::string& text) const {
        std::ofstream(folder / name) << text;
    }
    std::string with(const std::string& include) const {
        std::string scenario = head;
        scenario.insert(scenario.find("[[role]]"), "include = " + include + "\n");
        write("proef.toml", scenario);
        return said();
    }
    std::string said() const {
        const auto scenario = load(folder / "proef.toml");
        std::string all;
        if (!scenario)
            for (const Error& error : scenario.error())
                all += text(error).substr(folder.path.string().size() + 1) + "\n";
        return all;
    }
};

Message says(Body body) {
    Message message;
    message.time = *read_instant("2027-01-22T12:05:00+01:00");
    message.source = "desk/een";
    message.function = Function("OvD-Bz");
    message.body = std::move(body);
    return message;
}

} // namespace

TEST_CASE("an included file brings what it has, and changes the digest") {
    const Files files;
    files.write("base/rooster.toml", shared_role);
    CHECK(files.with("[\"base/rooster.toml\"]").empty());
    const auto scenario = load(files.folder / "proef.toml");
    REQUIRE(scenario);
    REQUIRE(scenario->roles.size() == 3);
    CHECK(scenario->roles[0].function == Function("piketplanner"));
    files.write("base/rooster.toml", shared_role + "# anders\n");
    CHECK(load(files.folder / "proef.toml")->digest != scenario->digest);
}

TEST_CASE("an error in an included file is named there") {
    const Files files;
    files.write("base/rooster.toml", shared_role + "[[inject]]\nnr = \"1\"\n");
    const auto said = files.with("[\"base/rooster.toml\"]");
    CHECK_THAT(said, ContainsSubstring("base/rooster.toml:4:1: found nothing, expected the key \"at\""));
    files.write("base/rooster.toml", "[[role]\n");
    CHECK_THAT(files.said(), ContainsSubstring("base/rooster.toml:1:"));
    files.write("base/rooster.toml", "[scenario]\ntitle = \"nog een\"\n");
    CHECK_THAT(files.said(), ContainsSubstring("base/rooster.toml:1:2: found the key \"scenario\""));
    files.write("base/rooster.toml",
                "[[message]]\nat = \"T+00:00\"\nfrom = \"OvD-Z\"\ntype = \"note.written\"\ndata "
                "= { text = \"x\" }\n");
    CHECK_THAT(files.said(), ContainsSubstring("base/rooster.toml:3:8: found \"OvD-Z\""));
}

TEST_CASE("what leads out of the folder, is not there, or is the scenario itself is not included") {
    const Files files;
    std::ofstream(files.folder.path.parent_path() / "regiekamer-buiten.toml") << shared_role;
    CHECK_THAT(
        files.with("[\"../regiekamer-buiten.toml\"]"),
        ContainsSubstring("proef.toml:4:12: found \"../regiekamer-buiten.toml\", expected a file within the "
                          "scenario's own folder"));
    std::filesystem::remove(files.folder.path.parent_path() / "regiekamer-buiten.toml");
    std::filesystem::create_symlink("/etc/hostname", files.folder / "base/link.toml");
    CHECK_THAT(files.with("[\"base/link.toml\"]"), ContainsSubstring("within the scenario's own folder"));
    CHECK_THAT(files.with("[\"/etc/hostname\"]"), ContainsSubstring("within the scenario's own folder"));
    CHECK_THAT(files.with("[\"base/geen.toml\"]"),
               ContainsSubstring("found \"base/geen.toml\", expected a file to include"));
    CHECK_THAT(files.with("[\"proef.toml\"]"), ContainsSubstring("another file than the scenario itself"));
    CHECK_THAT(files.with("[12]"), ContainsSubstring("found 12, expected the name of a file in quotes"));
    CHECK_THAT(files.with("\"base/a.toml\""), ContainsSubstring("proef.toml:4:11"));
}

TEST_CASE("files together are no larger than one may be") {
    const Files files;
    files.write("base/groot.toml", std::string(file_bytes_max - 10, '#'));
    CHECK_THAT(files.with("[\"base/groot.toml\"]"), ContainsSubstring("bytes, expected at most that"));
}

TEST_CASE("what belongs to a branch is said on the branch's condition") {
    const auto scenario = loaded(head + expect_note + R"([[branch]]
id = "lang"
text = "Het duurt langer"
unless = "notitie"
[[inject]]
nr = 1
at = "T+01:15"
from = "responscel"
to = "OvD-Bz"
medium = "telefoon"
text = "Het duurt tot morgen."
branch = "lang"
if = "actie"
note = "rustig"
handout = "kaart"
)");
    REQUIRE(scenario.injects.size() == 1);
    const auto& inject = scenario.injects[0];
    CHECK(inject.note == "rustig");
    CHECK(inject.handout == "kaart");
    REQUIRE(inject.conditions.size() == 2);
    CHECK(inject.conditions[0].expectation == "actie");
    CHECK(inject.conditions[1].expectation == "notitie");
    CHECK_FALSE(inject.conditions[1].met);
    CHECK_THAT(complaints(head + "[[branch]]\nid = \"a\"\ntext = \"b\"\n"),
               ContainsSubstring("found a branch without a condition, expected if or unless"));
    CHECK_THAT(
        complaints(head +
                   "[[message]]\nat = \"T+00:00\"\nfrom = \"OvD-Bz\"\ntype = \"note.written\"\nbranch = "
                   "\"lnag\"\ndata = { text = \"x\" }\n"),
        ContainsSubstring("found \"lnag\", expected a branch's id"));
}

TEST_CASE("an expectation is any or all of others") {
    const auto scenario = loaded(head + expect_note + R"([[expect]]
id = "een"
any = ["notitie", "actie"]
[[expect]]
id = "beide"
all = ["een", "notitie", "actie"]
)");
    Evidence evidence(scenario.expectations, scenario.start);
    CHECK_FALSE(evidence.met("een"));
    evidence.observe({1, {}, "test", says(NoteWritten{})});
    CHECK(evidence.met("een"));
    CHECK_FALSE(evidence.met("beide"));
    evidence.observe({2, {}, "test", says(ActionOpened{})});
    CHECK(evidence.met("beide"));
}

TEST_CASE("an expectation made of nothing, of itself, or of what it says beside") {
    const auto said = [](const std::string& more) { return complaints(head + expect_note + more); };
    CHECK_THAT(said("[[expect]]\nid = \"x\"\nany = []\n"), ContainsSubstring("found an empty list"));
    CHECK_THAT(said("[[expect]]\nid = \"x\"\nany = [\"y\"]\n[[expect]]\nid = \"y\"\nall = [\"x\"]\n"),
               ContainsSubstring("expectation \"x\" made of itself"));
    CHECK_THAT(said("[[expect]]\nid = \"x\"\nany = [\"notite\"]\n"),
               ContainsSubstring("did you mean \"notitie\"?"));
    CHECK_THAT(said("[[expect]]\nid = \"x\"\nany = [\"actie\"]\nwithin = \"5m\"\n"),
               ContainsSubstring("found \"within\" beside any or all"));
    CHECK_THAT(said("[[expect]]\nid = \"x\"\nany = [\"actie\"]\nall = [\"actie\"]\n"),
               ContainsSubstring("found any and all together"));
}

TEST_CASE("every scenario of the project loads whole, and nothing in it is odd") {
    for (const auto& file : std::filesystem::directory_iterator(REGIEKAMER_SOURCE_DIR "/scenarios")) {
        if (file.path().extension() != ".toml") continue;
        const auto findings = check(file.path());
        std::string all;
        for (const auto* list : {&findings.errors, &findings.warnings})
            for (const Error& error : *list)
                all += text(error) + "\n";
        INFO(all);
        CHECK(findings.errors.empty());
        CHECK(findings.warnings.empty());
        CHECK(findings.injects >= 40);
        CHECK(findings.injects <= 90);
    }
}

} // namespace include_test
