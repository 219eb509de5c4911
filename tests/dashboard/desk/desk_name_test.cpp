// Desks on one computer have names of their own.
#include "dashboard/desk/desk_name.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/folder.hpp"

#include <optional>

namespace desk_name_test {

using regiekamer::desk::DeskName;

TEST_CASE("a second desk on a computer is called otherwise, and who goes leaves the name to the next") {
    const Folder folder;
    std::optional<DeskName> first(std::in_place, folder.path);
    const DeskName second(folder.path);
    CHECK(first->text().starts_with("werkplek-"));
    CHECK(second.text() == first->text() + "-2");
    const std::string name = first->text();
    first.reset();
    const DeskName third(folder.path);
    CHECK(third.text() == name);
    const DeskName nowhere(folder.path / "niet");
    CHECK(nowhere.text() == name);
}

} // namespace desk_name_test
