// What the logboek finds: words in any order and in part, without accents, phrases, numbers to call, names.
#include "dashboard/words/folded.hpp"
#include "dashboard/words/search_text.hpp"
#include "tests/dashboard/picture/told.hpp"
#include "tests/support/catch.hpp"

namespace search_text_test {

using namespace regiekamer;

namespace {

/// One message, searched as a person types.
struct Searched {
    picture::Picture picture;
    words::SearchText text;
    Sequence last = 0;
    void tells(Body body) {
        Recorded fact;
        fact.sequence = ++last;
        fact.message.body = std::move(body);
        picture::fold(picture, fact);
        text.append(picture, fact);
    }
    [[nodiscard]] bool finds(std::string_view typed) const {
        return words::has_words(words::folded(words::plain_quotes(std::string(typed))), text.at(last));
    }
};

Searched note(const std::string& text) {
    Searched searched;
    searched.tells(NoteWritten{"n", {}, {}, text, {}});
    return searched;
}

} // namespace

TEST_CASE("words are found in any order, in part, without accents and capitals") {
    const auto searched = note("Één café op de Kade staat blank");
    CHECK(searched.finds("kade cafe"));
    CHECK(searched.finds("EEN caf"));
    CHECK(searched.finds("één"));
    CHECK(searched.finds("lank"));
    CHECK_FALSE(searched.finds("kade haven"));
}

TEST_CASE("what stands between quotes is found as it is, whatever quotes they are") {
    const auto searched = note("Kade staat blank, op de dijk is het droog");
    CHECK(searched.finds("\"op de dijk\""));
    CHECK_FALSE(searched.finds("\"dijk op de\""));
    CHECK(searched.finds("„op de dijk” kade"));
    CHECK(searched.finds("\"op de")); // the second quote is still to come
    CHECK(searched.finds("\"\""));
}

TEST_CASE("a number to call is found however it is cut") {
    Searched searched;
    PersonRegistered body;
    body.person = "p-1";
    body.name = "A. Jansen";
    body.municipality = "Papendrecht";
    body.functions = {Function("informatiemanager")};
    body.phone = "06-0000 0115";
    searched.tells(body);
    for (const char* typed : {"06-0000 0115", "0600000115", "06 0000 0115", "06-00000115", "0115", "jansen",
                              "papendrecht", "+31600000115"}) {
        INFO(typed);
        CHECK(searched.finds(typed));
    }
    CHECK_FALSE(searched.finds("0600000116"));
    CHECK(note("Terugbellen: +31 6 0000 0115").finds("0600000115"));
}

TEST_CASE("what the sentence does not say is found too: a source, an owner") {
    Searched searched;
    FindingNoted body;
    body.finding = "f";
    body.meeting = "m";
    body.text = "Kade staat blank";
    body.origin = "taakcommandant \"brandweer\"";
    searched.tells(body);
    CHECK(searched.finds("taakcommandant"));
    CHECK(searched.finds("brandweer kade"));
    CHECK_FALSE(searched.finds("finding")); // the names of members are no words
}

TEST_CASE("what is taken out of the journal by law is found no more") {
    auto searched = note("A. Jansen is gewond");
    searched.tells(MessageRedacted{1, "AVG"});
    CHECK_FALSE(words::has_words("jansen", searched.text.at(1)));
}

} // namespace search_text_test
