// Tables of capcodes: one's own before a public one, and none that stops the desk.
#include "dashboard/catalogue/read_capcodes.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/folder.hpp"

#include <fstream>

namespace capcodes_test {

using namespace regiekamer;

namespace {

void write(const std::filesystem::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
}

} // namespace

TEST_CASE("the first table that names a capcode counts, in it the name with most rows, never a Monitorcode") {
    const Folder folder;
    write(folder.path / "2-openbaar.csv", "capcode;discipline;omschrijving\n"
                                          "001420059;Brandweer;Piket gemeente\n"
                                          "1400001;Brandweer;Monitorcode\n"
                                          "1400001;Brandweer;Monitorcode\n"
                                          "1400001;Brandweer;Kazerne\n"
                                          "1400002;Brandweer;Een\n"
                                          "1400002;Brandweer;Twee\n"
                                          "1400002;Brandweer;Twee\n");
    write(folder.path / "1-eigen.csv", "Capcode,Naam\n1420059,OvD-Bz Alblasserdam\n");
    std::vector<tables::Error> complaints;
    const auto names = catalogue::read_capcodes(folder.path, complaints);
    CHECK(complaints.empty());
    CHECK(names == words::CapcodeNames{
                       {1'420'059, "OvD-Bz Alblasserdam"}, {1'400'001, "Kazerne"}, {1'400'002, "Twee"}});
}

TEST_CASE("a table that is none, or a row that is wrong, is complained of and left out") {
    const Folder folder;
    write(folder.path / "a.csv", "nummer;naam\n1;x\n");
    write(folder.path / "b.csv",
          "capcode;naam\nMonitorcode;x\n;rest\nx;Kazerne\n1400001;Post\n1400002;Post;een;cel;te;veel\n");
    std::vector<tables::Error> complaints;
    const auto names = catalogue::read_capcodes(folder.path, complaints);
    CHECK(names == words::CapcodeNames{{1'400'001, "Post"}});
    REQUIRE(complaints.size() == 3);
    CHECK_THAT(tables::text(complaints[0]), ContainsSubstring("a.csv:1"));
    CHECK_THAT(tables::text(complaints[1]), ContainsSubstring("b.csv:4: found no capcode"));
    CHECK_THAT(tables::text(complaints[2]), ContainsSubstring("b.csv:6: "));
    CHECK(catalogue::read_capcodes(folder.path / "niet", complaints).empty());
    CHECK(complaints.size() == 3);
}

TEST_CASE("a table may be TOML; what is none of it is said") {
    const Folder folder;
    write(folder.path / "1-eigen.toml",
          "[capcodes]\n001420059 = \"OvD-Bz Alblasserdam\"\n1400001 = 7\n1400002 = \"Monitorcode\"\n");
    write(folder.path / "2-openbaar.csv", "capcode,naam\n1420059,Piket\n1400001,Kazerne\n");
    write(folder.path / "3.toml", "[capcodes\n");
    write(folder.path / "4.toml", "[codes]\n1 = \"x\"\n");
    std::vector<tables::Error> complaints;
    CHECK(catalogue::read_capcodes(folder.path, complaints) ==
          words::CapcodeNames{{1'420'059, "OvD-Bz Alblasserdam"}, {1'400'001, "Kazerne"}});
    REQUIRE(complaints.size() == 3);
    CHECK_THAT(tables::text(complaints[0]), ContainsSubstring("1-eigen.toml:3: "));
    CHECK_THAT(tables::text(complaints[1]), ContainsSubstring("3.toml:1:1: "));
    CHECK_THAT(tables::text(complaints[2]), ContainsSubstring("no table capcodes"));
}

} // namespace capcodes_test
