// Files and folders that others write in.
#include "messaging/feeds/sources/file_source.hpp"
#include "messaging/feeds/sources/origin.hpp"
#include "server.hpp"
#include "tests/support/folder.hpp"

#include <fcntl.h>
#include <fstream>

namespace file_test {

using namespace regiekamer;
using namespace regiekamer::feeds;

namespace {

void write(const std::filesystem::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
}
/// The next piece, whatever is heard before it.
std::string next_piece(Source& source) {
    for (;;) {
        const auto one = pulled(source);
        if (const auto* piece = std::get_if<Piece>(&one)) return piece->bytes;
    }
}

} // namespace

TEST_CASE("each new or changed file of a folder is a document; what is under way is left") {
    const Folder folder;
    write(folder / "b.xml", "b");
    write(folder / "a.xml", "a");
    write(folder / ".c.xml", "hidden");
    write(folder / "d.xml.part", "half");
    const Folder elsewhere;
    write(elsewhere / "secret", "secret");
    std::filesystem::create_symlink(elsewhere / "secret", folder / "0.xml"); // a link leads out of the folder
    FolderSource source(folder.path, milliseconds(5));
    const auto link = pulled(source); // said once, and not followed
    REQUIRE(std::holds_alternative<Aside>(link));
    CHECK_THAT(std::get<Aside>(link).reason, ContainsSubstring("a link in the folder"));
    CHECK(next_piece(source) == "a");
    CHECK(next_piece(source) == "b");
    CHECK(std::holds_alternative<Heard>(pulled(source)));
    write(folder / "b.xml", "b changed");
    CHECK(next_piece(source) == "b changed");
    std::filesystem::rename(folder / "d.xml.part", folder / "d.xml");
    CHECK(next_piece(source) == "half");
    write(folder / "e.xml", std::string(document_bytes_max + 1, 'x'));
    Pulled one = Heard{};
    while (std::holds_alternative<Heard>(one))
        one = pulled(source);
    CHECK_THAT(std::get<Aside>(one).reason, ContainsSubstring("8 MB"));
    std::filesystem::remove_all(folder.path);
    CHECK_THAT(fault(source), ContainsSubstring("cannot be read"));
    std::filesystem::create_directory(folder.path);
    write(folder / "f.xml", "f");
    CHECK(next_piece(source) == "f");
}

TEST_CASE("a file that is being written is taken when it is stable, and again when it changed") {
    const Folder folder;
    FileSource source(folder / "x.csv", milliseconds(5));
    const Stop stop;
    CHECK_THAT(fault(source), ContainsSubstring("there is no file"));
    write(folder / "x.csv", "half");
    Pulled first = source.next(seconds(5), stop);
    CHECK(std::holds_alternative<Nothing>(first)); // seen once
    write(folder / "x.csv", "half and whole");
    CHECK(std::holds_alternative<Nothing>(source.next(seconds(5), stop)));
    CHECK(next_piece(source) == "half and whole");
    CHECK(std::holds_alternative<Heard>(pulled(source)));
    write(folder / "x.csv", "new");
    CHECK(next_piece(source) == "new");
}

TEST_CASE("what is not true yet is given again when its time has come, and not before") {
    const Folder folder;
    write(folder / "a.xml", "a");
    write(folder / "b.xml", "b");
    FolderSource all(folder.path, milliseconds(5));
    CHECK(next_piece(all) == "a");
    all.again(wall_clock() + hours(1));
    CHECK(next_piece(all) == "b");
    CHECK(std::holds_alternative<Heard>(pulled(all)));
    all.again(wall_clock());
    CHECK(next_piece(all) == "b");
    CHECK(std::holds_alternative<Heard>(pulled(all)));

    FileSource one(folder / "a.xml", milliseconds(5));
    CHECK(next_piece(one) == "a");
    one.again(wall_clock() + hours(1));
    CHECK(std::holds_alternative<Heard>(pulled(one)));
    one.again(wall_clock());
    CHECK(next_piece(one) == "a");
    CHECK(std::holds_alternative<Heard>(pulled(one)));
}

TEST_CASE("the last line of a file or a pipe is whole without its end") {
    const Folder folder;
    write(folder / "pages", "een\ntwee");
    const auto has_both = [](Descriptor from) {
        LineStream source(std::move(from), 100);
        CHECK(piece(source) == "een");
        const auto last = std::get<Piece>(pulled(source));
        CHECK(last.bytes == "twee");
        CHECK_FALSE(last.half);
        CHECK(std::holds_alternative<Ended>(pulled(source)));
    };
    has_both(Descriptor(open((folder / "pages").c_str(), O_RDONLY | O_CLOEXEC)));
    std::array<int, 2> ends{};
    REQUIRE(pipe(ends.data()) == 0);
    Descriptor read_end(ends[0]);
    {
        const Descriptor write_end(ends[1]);
        REQUIRE(::write(write_end.number(), "een\ntwee", 8) == 8);
    }
    has_both(std::move(read_end));
}

TEST_CASE("what is written as a place is the source that it means, or is refused") {
    const Folder folder;
    write(folder / "pages", "een\ntwee");
    SourceSettings settings;
    const auto lines = open_source("pages", settings, folder.path);
    REQUIRE(lines.has_value());
    CHECK(piece(**lines) == "een");
    CHECK(piece(**lines) == "twee");
    CHECK(std::holds_alternative<Ended>(pulled(**lines)));
    settings.pieces = Pieces::documents;
    const auto whole = open_source("pages", settings, folder.path);
    REQUIRE(whole.has_value());
    CHECK(piece(**whole) == "een\ntwee");
    CHECK(std::holds_alternative<Ended>(pulled(**whole)));
    CHECK_FALSE(open_source("nowhere", settings, folder.path).has_value());
    for (const char* bad : {"tcp://x:1", "ftp://x/y"})
        CHECK_FALSE(check_origin(bad, Pieces::documents).has_value());
    for (const char* bad : {"http://x/", "tcp://x", "tcp://:5", "tcp://x:0", "tcp://x:99999", "tcp://x:1x",
                            "tcp:"
                            "//"})
        CHECK_FALSE(check_origin(bad, Pieces::lines).has_value());
    CHECK(check_origin("tcp://[::1]:7", Pieces::lines).has_value());
    CHECK_FALSE(check_origin(folder.path.string(), Pieces::lines).has_value());
    CHECK_FALSE(check_origin("-", Pieces::frames).has_value());
}

} // namespace file_test
