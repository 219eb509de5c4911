// Task cards: all of assets is read, what is wrong is named to the letter, and a wrong card leaves the rest
// alone.
#include "dashboard/catalogue/catalogue.hpp"
#include "dashboard/catalogue/read_task_cards.hpp"
#include "dashboard/words/functions.hpp"
#include "tests/support/catch.hpp"

#include <fstream>
#include <unistd.h>

namespace task_cards_test {

using namespace regiekamer;
using namespace regiekamer::catalogue;
namespace fs = std::filesystem;

namespace {

/// A config folder of its own.
struct Folder {
    fs::path path = fs::temp_directory_path() / ("regiekamer-cards-" + std::to_string(getpid()));
    Folder() { fs::create_directories(path / "taskcards"); }
    ~Folder() { fs::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    Folder(Folder&&) = delete;
    Folder& operator=(Folder&&) = delete;
    void writes(const std::string& name, const std::string& text) const {
        std::ofstream(path / "taskcards" / name) << text;
    }
};

const fs::path assets = fs::path(REGIEKAMER_SOURCE_DIR) / "assets";

tables::Read<TaskCard> read(const std::string& text) {
    return read_task_card("kaart.toml", toml::parse(text));
}
std::string card(const std::string& line, const std::string& head = "nr = 9\ntitle = \"Eigen\"\n") {
    return head + "[[action]]\n" + line;
}
/// All that is said of a text, one a line.
std::string said(const std::string& text) {
    const auto result = read(text);
    std::string all;
    if (!result)
        for (const auto& error : result.error())
            all += tables::text(error) + "\n";
    return all;
}

} // namespace

TEST_CASE("the cards of assets are read without a complaint, each line with its owner and time") {
    const auto loaded = load(assets, "/nergens");
    CHECK(loaded.complaints.empty());
    const auto& cards = loaded.catalogue.cards;
    REQUIRE(cards.cards.size() == 9);
    std::vector<std::size_t> lines;
    for (const auto& one : cards.cards)
        lines.push_back(one.lines.size());
    CHECK(lines == std::vector<std::size_t>{11, 16, 16, 15, 15, 12, 14, 15, 15});
    const auto* sandbags = cards.line("1.4");
    REQUIRE(sandbags != nullptr);
    CHECK(sandbags->title == "Zandzakken vullen en uitgeven Kade");
    CHECK(sandbags->owner == Function("wijkbeheer"));
    CHECK(picture::to_text(sandbags->due) == "P-10u");
    CHECK(sandbags->process == "Omgevingszorg");
    CHECK(cards.line("0.7")->norm);
    CHECK(cards.of_kind(Kind("brand"))->nr == 3);
    CHECK(cards.of_kind(Kind("anders")) == nullptr);
    CHECK(cards.line("1.99") == nullptr);
}

TEST_CASE("an unknown owner is named with the nearest known one, and its place") {
    const auto text = said(card("nr = \"9.1\"\ntitle = \"Bellen\"\nowner = \"wijkbeheerr\"\ndue = \"N\"\n"));
    CHECK(text == "kaart.toml:6:9: found the owner \"wijkbeheerr\", expected a function that may own an "
                  "action; did you "
                  "mean \"wijkbeheer\"?\n");
    CHECK_THAT(said(card("nr = \"9.1\"\ntitle = \"Bellen\"\nowner = \"hto PUBLIEKE zorg\"\ndue = \"N\"\n")),
               ContainsSubstring("did you mean \"HTO Publieke zorg\"?"));
}

TEST_CASE("an unknown key is named with the nearest known one") {
    CHECK_THAT(said(card("nr = \"9.1\"\ntitel = \"Bellen\"\ntitle = \"x\"\nowner = \"ARB\"\ndue = \"N\"\n")),
               ContainsSubstring("kaart.toml:5:1: found the key \"titel\"") &&
                   ContainsSubstring("did you mean \"title\"?"));
}

TEST_CASE("a misread time is pointed at to the letter") {
    CHECK_THAT(said(card("nr = \"9.1\"\ntitle = \"Bellen\"\nowner = \"ARB\"\ndue = \"P-6h\"\n")),
               ContainsSubstring("kaart.toml:7:11: found \"P-6h\" with h, expected m (minutes), u (hours)"));
    CHECK_THAT(said(card("nr = \"9.1\"\ntitle = \"Bellen\"\nowner = \"ARB\"\ndue = \"V+6u\"\n")),
               ContainsSubstring("kaart.toml:7:7: found \"V+6u\""));
}

TEST_CASE("a line belongs to its card and stands there once; all is said at once") {
    const auto text =
        said(card("nr = \"8.1\"\ntitle = \"x\"\nowner = \"ARB\"\ndue = \"N\"\n[[action]]\nnr = \"9.2\"\n"
                  "title = \"\"\nowner = \"ARB\"\ndue = \"N\"\n[[action]]\nnr = \"9.2\"\ntitle = \"y\"\n"
                  "owner = \"ARB\"\nnorm = 1\n"));
    CHECK_THAT(text, ContainsSubstring("4:6: found \"8.1\", expected a line of card 9, such as \"9.4\"") &&
                         ContainsSubstring("10:9: found \"\"") &&
                         ContainsSubstring("\"9.2\" a second time") && ContainsSubstring("the key \"due\"") &&
                         ContainsSubstring("true or false"));
    CHECK_THAT(said("nr = 100\ntitle = \"x\"\naction = []\n"),
               ContainsSubstring("a number from 0 to 99") && ContainsSubstring("found 0 actions"));
}

TEST_CASE("the user's card of the same name replaces ours, a new one adds to it") {
    const Folder config;
    config.writes("5-verdrinking.toml",
                  card("nr = \"5.1\"\ntitle = \"Alleen dit\"\nowner = \"ARB\"\ndue = \"A+5m\"\n",
                       "nr = 5\ntitle = \"Verdrinking\"\n"));
    config.writes("haven.toml", card("nr = \"9.1\"\ntitle = \"Haven\"\nowner = \"ARB\"\ndue = \"N\"\n"));
    const auto loaded = load(assets, config.path);
    CHECK(loaded.complaints.empty());
    CHECK(loaded.catalogue.cards.cards.size() == 10);
    CHECK(loaded.catalogue.cards.find(5)->lines.size() == 1);
    CHECK(loaded.catalogue.cards.line("9.1")->title == "Haven");
}

TEST_CASE("a wrong card is left out whole, ours of that name stays, and it is said") {
    const Folder config;
    config.writes("5-verdrinking.toml",
                  card("nr = \"5.1\"\ntitle = \"x\"\nowner = \"niemand\"\ndue = \"A+5m\"\n",
                       "nr = 5\ntitle = \"Verdrinking\"\n"));
    config.writes("haven.toml", "nr = ");
    config.writes("a-dubbel.toml", card("nr = \"1.1\"\ntitle = \"x\"\nowner = \"ARB\"\ndue = \"N\"\n",
                                        "nr = 1\ntitle = \"Ook hoogwater\"\n"));
    config.writes("groot.toml", std::string(2'000'000, '#'));
    const auto loaded = load(assets, config.path);
    CHECK(loaded.catalogue.cards.cards.size() == 9);
    CHECK(loaded.catalogue.cards.find(5)->lines.size() == 12);
    CHECK(loaded.catalogue.cards.find(1)->title == "Hoogwater");
    std::string all;
    for (const auto& error : loaded.complaints)
        all += tables::text(error) + "\n";
    CHECK_THAT(all, ContainsSubstring("5-verdrinking.toml:6:9: found the owner \"niemand\"") &&
                        ContainsSubstring("haven.toml:1:") &&
                        ContainsSubstring("a-dubbel.toml:1:1: found nr 1, which 1-hoogwater.toml has") &&
                        ContainsSubstring("groot.toml: found more than"));
}

} // namespace task_cards_test
