// What differs between two versions of a text, word by word.
#include "dashboard/words/text_difference.hpp"
#include "tests/support/property.hpp"

#include <chrono>

namespace text_difference_test {

using namespace regiekamer::words;
using Kind = TextPart::Kind;
using Parts = std::vector<TextPart>;

namespace {

/// The words of these kinds, one after the other.
std::string words_of(const Parts& parts, Kind one, Kind other) {
    std::string text;
    for (const auto& part : parts)
        if (part.kind == one || part.kind == other) text += (text.empty() ? "" : " ") + part.text;
    return text;
}

} // namespace

TEST_CASE("the words that came and went are marked, those that stayed are not") {
    CHECK(text_difference("Kade staat blank tot Dam", "Kade en Haven staan blank tot waterbus") ==
          Parts{{Kind::same, "Kade"},
                {Kind::removed, "staat"},
                {Kind::added, "en Haven staan"},
                {Kind::same, "blank tot"},
                {Kind::removed, "Dam"},
                {Kind::added, "waterbus"}});
}

TEST_CASE("the same text in other white space has no difference") {
    CHECK(text_difference("twee  woorden\n", "twee woorden") == Parts{{Kind::same, "twee woorden"}});
    CHECK(text_difference("", "").empty());
    CHECK(text_difference(" ", "nieuw") == Parts{{Kind::added, "nieuw"}});
    CHECK(text_difference("oud", "") == Parts{{Kind::removed, "oud"}});
}

TEST_CASE("a long text that is wholly rewritten is told at once") {
    std::string before, after;
    for (int i = 0; i < 3'000; ++i) {
        before += "oud" + std::to_string(i) + " ";
        after += "nieuw" + std::to_string(i) + " ";
    }
    const auto parts = text_difference("begin " + before + "einde", "begin " + after + "einde");
    REQUIRE(parts.size() == 4);
    CHECK(parts[0] == TextPart{Kind::same, "begin"});
    CHECK(parts[1].kind == Kind::removed);
    CHECK(parts[2].kind == Kind::added);
}

TEST_CASE("without the new words stands the old text, without the old words the new one") {
    holds("difference", [] {
        const auto text = [] {
            const auto words = any_numbers(0, 5);
            std::string line;
            for (const int word : words)
                line += (line.empty() ? "" : " ") + std::string(1, static_cast<char>('a' + word));
            return line;
        };
        const std::string before = text(), after = text();
        const auto parts = text_difference(before, after);
        MUST(words_of(parts, Kind::same, Kind::removed) == before);
        MUST(words_of(parts, Kind::same, Kind::added) == after);
        for (std::size_t i = 1; i < parts.size(); ++i)
            MUST(parts[i - 1].kind != parts[i].kind);
    });
}

} // namespace text_difference_test
