// The window's command line: wrong use ends with 2, in the words of regiekamerctl.
#include "dashboard/desk/options.hpp"

#include "tests/support/catch.hpp"

#include <iostream>
#include <sstream>

namespace options_test {

using namespace regiekamer;

namespace {

struct Said {
    std::optional<int> code;
    std::string words;
    desk::Options options;
};

Said said(std::vector<std::string> words) {
    words.insert(words.begin(), "regiekamer");
    std::vector<char*> arguments;
    for (auto& word : words)
        arguments.push_back(word.data());
    std::ostringstream caught;
    auto* const before = std::cerr.rdbuf(caught.rdbuf());
    Said said;
    said.code = desk::read_options(static_cast<int>(arguments.size()), arguments.data(), said.options);
    std::cerr.rdbuf(before);
    said.words = caught.str();
    return said;
}

} // namespace

TEST_CASE("what is typed wrongly is refused in one sentence, with exit code 2") {
    const struct {
        std::vector<std::string> words;
        std::string sentence;
    } cases[]{
        {{"--exercise", "x.toml", "--rate", "nan"}, "--rate: \"nan\" is not a number above 0, to 100000"},
        {{"--exercise", "x.toml", "--rate", "-1"}, "--rate: \"-1\" is not a number above 0, to 100000"},
        {{"--connect", "foo"}, "--connect: \"foo\" is no endpoint; say one such as tcp://127.0.0.1:11200"},
        {{"--actual", "foo"}, "--actual: \"foo\" is no endpoint; say one such as tcp://127.0.0.1:11200"},
        {{"--size", "12x12"},
         "--size: \"12x12\" is not WIDTHxHEIGHT, from 320x240 to 8192x8192, such as 1920x1080"},
        {{"--size", "nan"}, "--size: \"nan\" is not WIDTHxHEIGHT"},
        {{"--at", "gisteren"}, "--at: \"gisteren\" is no moment: a sequence, T+hh:mm, or an instant such as"},
        {{"--now", "nu"}, "--now: \"nu\" is no instant such as"},
        {{"--text", "500"}, "--text: \"500\" is not a whole number from 80 to 200"},
        {{"--theme", "paars"}, "--theme: \"paars\" is not donker or licht or contrast"},
        {{"--view", "niets"}, "--view: \"niets\" is not auto or "},
        {{"--sise", "1x1"}, "--sise is no option of regiekamer: did you mean --size?"},
        {{"--size"}, "--size has nothing behind it: WIDTHxHEIGHT in pixels"},
        {{"--journal", "a", "--connect", "tcp://127.0.0.1:11200"}, "say only one: --"},
    };
    for (const auto& one : cases) {
        const auto answer = said(one.words);
        INFO(answer.words);
        CHECK(answer.code == 2);
        CHECK_THAT(answer.words, ContainsSubstring("regiekamer: " + one.sentence));
        CHECK_THAT(answer.words, ContainsSubstring("(regiekamer --help tells more)\n"));
        CHECK(std::count(answer.words.begin(), answer.words.end(), '\n') == 1);
    }
}

TEST_CASE("what is typed rightly is taken") {
    const auto answer =
        said({"--exercise", "x.toml", "--rate", "20", "--size", "800x600", "--at", "T+16:37", "--now",
              "2027-01-23T04:37:00+01:00", "--text", "150", "--theme", "licht", "--actual", "none"});
    INFO(answer.words);
    REQUIRE_FALSE(answer.code);
    CHECK(answer.options.rate == 20);
    CHECK(answer.options.width == 800);
    CHECK(answer.options.height == 600);
    CHECK(answer.options.sized);
    CHECK(answer.options.now);
    CHECK(answer.options.text_percent == 150);
    CHECK(answer.options.theme == panels::Theme::light);
}

} // namespace options_test
