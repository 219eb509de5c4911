// Text that shows what it says.
#include "messaging/codec/visible.hpp"

#include "tests/support/catch.hpp"

#include <string>

namespace visible_test {

using regiekamer::codec::all_visible;

TEST_CASE("letters of every script are visible, what steers the reading is not") {
    for (const char* good : {"", "Lammetjeswielfestival", "Café ’t Veer – 26° €", "عيد", "שבת", "水"})
        CHECK(all_visible(good));
    for (const char* bad : {"a\tb", "a\nb", "\x1B[31m", "a\x7F", "a\xC2\x85",
                            "a\xE2\x80\xAE"
                            "b",
                            "a\xE2\x81\xA6"
                            "b",
                            "a\xE2\x80\x8B",
                            "\xEF\xBB\xBF"
                            "a",
                            "a\xD8\x9C"})
        CHECK_FALSE(all_visible(bad));
    CHECK_FALSE(all_visible(std::string_view("a\0b", 3)));
    CHECK(all_visible("\xC2")); // half a character is the codec's to refuse
}

TEST_CASE("for a terminal what cannot be seen says what it is") {
    using regiekamer::codec::visible;
    CHECK(visible("K. de Wit, caf\xC3\xA9") == "K. de Wit, caf\xC3\xA9");
    CHECK(visible("a\xE2\x80\xAE"
                  "b\x1B[2Jc\xC2\x9B"
                  "d\n") == "a<U+202E>b<U+001B>[2Jc<U+009B>d<U+000A>");
    CHECK(visible("\xD8\x9C\xEF\xBB\xBF") == "<U+061C><U+FEFF>");
    CHECK(visible("\xC2") == "\xC2");
    CHECK(regiekamer::codec::visible_lines("a\r\nb\n") == "a<U+000D>\nb\n");
}

} // namespace visible_test
