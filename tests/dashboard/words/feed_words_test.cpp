// What feeds say in English stands in Dutch on the screen, whatever is added to them.
#include "dashboard/words/feed_words.hpp"
#include "tests/support/catch.hpp"

#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

namespace feed_words_test {

using namespace regiekamer;
using words::feed_note;

namespace {

/// Each reason that stands as text in the code of the feeds.
std::vector<std::string> reasons() {
    const std::regex said(
        R"re((?:set_aside\(|unexpected<std::string>\(|reason\(|Aside\{|Fault\{|return fault\(|[^_]aside\(|aside\.push_back\(\{)"([^"{}]+)")re");
    std::vector<std::string> found;
    for (const auto& file : std::filesystem::recursive_directory_iterator(std::string(REGIEKAMER_SOURCE_DIR) +
                                                                          "/messaging/feeds")) {
        if (file.path().extension() != ".cpp") continue;
        std::stringstream text;
        text << std::ifstream(file.path()).rdbuf();
        const std::string code = text.str();
        for (std::sregex_iterator at(code.begin(), code.end(), said), end; at != end; ++at)
            found.push_back((*at)[1]);
    }
    return found;
}

} // namespace

TEST_CASE("why nothing can be kept is said in Dutch as well") {
    CHECK(feed_note("/raw: what came in cannot be kept: No space left on device") ==
          "/raw: wat binnenkwam is niet te bewaren: de schijf is vol");
}

TEST_CASE("every reason of the feeds has Dutch words") {
    const auto all = reasons();
    CHECK(all.size() > 60); // else the code is written otherwise, and nothing is looked at here
    for (const auto& reason : all) {
        INFO(reason);
        CHECK(feed_note(reason) != reason);
    }
}

TEST_CASE("the source stays, what libraries say does not, and a number or a name does") {
    CHECK(feed_note("https://example.nl/a: its name cannot be found: Could not resolve host: example.nl") ==
          "https://example.nl/a: die naam bestaat niet op het netwerk");
    CHECK(feed_note("127.0.0.1:1: cannot connect: Connection refused") == "127.0.0.1:1: geen verbinding");
    CHECK(feed_note("http://a: it answered 404: there is no such document") ==
          "http://a: antwoord 404: op dat adres staat niets");
    CHECK(feed_note("http://a: it answered 500: it is out of order") ==
          "http://a: antwoord 500: storing bij de bron");
    CHECK(feed_note("http://a: it did not answer in full within 30 seconds") ==
          "http://a: nog geen heel antwoord na 30 seconden");
    CHECK(feed_note("http://a: the head of its answer is larger than 128 kB") ==
          "http://a: de kop van het antwoord is groter dan 128 kB");
    CHECK(feed_note("http://a: it does not speak HTTP: Received HTTP/0.9 when not allowed") ==
          "http://a: daar antwoordt iets anders dan een webserver");
    CHECK(feed_note("http://a: its answer cannot be unpacked: Error while processing content unencoding") ==
          "http://a: het antwoord is beschadigd: het is niet uit te pakken");
    CHECK(feed_note("http://a: it answered 400: Het max aantal waarden (160000) is overschreven") ==
          "http://a: antwoord 400: Het max aantal waarden (160000) is overschreven");
    CHECK(feed_note("half a line, whose end never came") == "een halve regel: de verbinding brak af");
    CHECK(feed_note("more than 1,000 areas") == "meer dan 1.000 gebieden");
    CHECK(feed_note("unreadable severity") == "onleesbaar: severity");
    CHECK(feed_note("no identifier") == "er ontbreekt: identifier");
    CHECK(feed_note("/data/level: expected 0 to 5") == "het veld /data/level is niet goed");
    CHECK(feed_note("the folder /x cannot be read: Permission denied")
              .starts_with("de map /x is niet te lezen"));
    CHECK(feed_note("de koppeling is gestopt") == "de koppeling is gestopt");
}

TEST_CASE("what is wrong with a line of a spreadsheet is said in Dutch, and what came stands as it came") {
    CHECK(words::feed_sample(
              "line 3: column van: found 13/14/2026 10:00, expected a date and time such as 25-07-2027 "
              "09:00, from 2000 to 2099") == "regel 3: kolom van: gevonden 13/14/2026 10:00, verwacht een "
                                             "datum en tijd zoals 25-07-2027 09:00, van 2000 tot "
                                             "2099");
    CHECK(words::feed_sample("line of a pager, expected never") == "line of a pager, expected never");
}

} // namespace feed_words_test
