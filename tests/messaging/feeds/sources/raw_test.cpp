// What came in is kept so that it can be read back, also after a kill.
#include "messaging/feeds/sources/raw.hpp"
#include "tests/support/folder.hpp"
#include "tests/support/property.hpp"

namespace raw_test {

using namespace regiekamer;
using namespace regiekamer::feeds;

namespace {

const Instant now = *read_instant("2026-03-02T23:59:59Z");
const RawHead head{"proef", "p2000", "", "/x/p2000.toml", Mode::actual};

std::vector<RawLine> all(const std::filesystem::path& file) {
    auto reader = RawReader::open(file);
    REQUIRE(reader.has_value());
    std::vector<RawLine> lines;
    for (;;) {
        auto line = reader->next();
        REQUIRE(line.has_value());
        if (!*line) return lines;
        lines.push_back(**line);
    }
}

} // namespace

TEST_CASE("a file in which no line ends is no record") {
    auto reader = RawReader::open("/dev/zero");
    REQUIRE(reader.has_value());
    const auto line = reader->next();
    REQUIRE_FALSE(line.has_value());
    CHECK(line.error().found == "more than 64 MB");
}

TEST_CASE("any bytes are read back as they were") {
    holds("a piece", [] {
        RawPiece piece{now, any_bytes(), {"a", "b"}, {{"reden", "deel"}}, {"opmerking"}};
        const auto line = read_raw_line(write_raw_line(piece));
        MUST(line.has_value());
        const auto& read = std::get<RawPiece>(*line);
        MUST(read.bytes == piece.bytes);
        MUST(read.arrival == piece.arrival);
        MUST(read.became == piece.became);
        MUST(read.aside.at(0).reason == "reden");
    });
    CHECK(std::get<RawHead>(*read_raw_line(write_raw_line(head))) == head);
    CHECK(std::get<RawLater>(*read_raw_line(write_raw_line(RawLater{{"x"}, "weg"}))).ids.at(0) == "x");
    for (const char* bad :
         {"", "[]", "{}", R"({"feed":1})", R"({"arrival":"x","text":""})",
          R"({"arrival":"2026-03-02T23:59:59Z","base64":"!","became":[],"aside":[],"remarks":[]})",
          R"({"feed":"a","kind":"b","mode":"x","format":1})"})
        CHECK_FALSE(read_raw_line(bad).has_value());
}

TEST_CASE("a file a day, each with its head; half a line of a run that was killed is passed over") {
    const Folder folder;
    {
        RawFile file(folder / "new", head);
        REQUIRE(file.add(RawPiece{now, "een", {}, {}, {}}, now).has_value());
        REQUIRE(file.add(RawPiece{now, "twee", {}, {}, {}}, now + seconds(1)).has_value());
    }
    RawFile other(folder / "new", {"proef-twee", "p2000", "", "", Mode::actual});
    REQUIRE(other.add(RawLater{}, now).has_value());
    const auto files = raw_files(folder / "new", "proef");
    REQUIRE(files.size() == 2);
    CHECK(files[0].filename() == "proef-2026-03-02.jsonl");
    std::ofstream(files[0], std::ios::app) << R"({"arrival":"2026-03)";
    CHECK(all(files[0]).size() == 2);
    RawFile later(folder / "new", head);
    REQUIRE(later.add(RawPiece{now, "drie", {}, {}, {}}, now).has_value());
    const auto lines = all(files[0]);
    REQUIRE(lines.size() == 4); // head, een, head, drie
    CHECK(std::get<RawPiece>(lines[3]).bytes == "drie");
    std::ofstream(files[0], std::ios::app) << "onzin\n{}\n";
    auto reader = RawReader::open(files[0]);
    for (int i = 0; i < 4; ++i)
        CHECK(reader->next().has_value());
    CHECK_THAT(reader->next().error().where, ContainsSubstring("line "));
}

TEST_CASE("a folder that cannot be written is a Problem, and tried again") {
    const Folder folder;
    std::ofstream(folder / "file") << "x";
    RawFile file(folder / "file", head);
    CHECK_FALSE(file.add(RawLater{}, now).has_value());
    std::filesystem::remove(folder / "file");
    CHECK(file.add(RawLater{}, now).has_value());
    CHECK_FALSE(RawReader::open(folder / "nowhere").has_value());
}

} // namespace raw_test
