// Lines over TCP, from a program that comes and goes; and lines as such.
#include "messaging/feeds/sources/lines.hpp"
#include "messaging/feeds/sources/tcp_source.hpp"
#include "server.hpp"

namespace tcp_test {

using namespace regiekamer;
using namespace regiekamer::feeds;

TEST_CASE("lines come whole however their bytes come, and an endless one is cut") {
    Lines lines(4);
    for (const char c : std::string("een\n\ntoo long a line\nrest"))
        lines.add({&c, 1});
    CHECK(lines.next() == "een");
    CHECK(lines.next() == "");
    CHECK(lines.next() == "too l"); // one byte more than allowed
    CHECK_FALSE(lines.next().has_value());
    CHECK(lines.rest() == "rest");
    CHECK_FALSE(lines.rest().has_value());
}

TEST_CASE("of a line that is too long is told before it ends, and its rest is passed over") {
    Lines lines(4);
    lines.add("too long");
    CHECK(lines.next() == "too l");
    lines.add(" and longer");
    CHECK_FALSE(lines.next().has_value());
    CHECK_FALSE(lines.rest().has_value());
    lines.add(" still\nnext\nfour\nfives\n\n");
    for (const char* line : {"next", "four", "fives", ""})
        CHECK(lines.next() == line);
    CHECK_FALSE(lines.next().has_value());
}

TEST_CASE("bytes without end and without a line do not hold the feed") {
    const Server server([](int connection, int) {
        while (send(connection, std::string(10'000, 'x').data(), 10'000, MSG_NOSIGNAL) > 0) {
        }
    });
    TcpSource source("127.0.0.1", server.port(), 100, link::BackOff());
    CHECK(piece(source) == std::string(101, 'x'));
    const Stop stop;
    for (int times = 0; times < 3; ++times)
        CHECK_FALSE(std::holds_alternative<Piece>(source.next(milliseconds(1), stop)));
}

TEST_CASE("a connection that ends is told after what it broke off, which is half a line, and made again") {
    const Server server(
        [](int connection, int number) { say(connection, "regel " + std::to_string(number) + "\nrest"); });
    TcpSource source("127.0.0.1", server.port(), 100, link::BackOff(milliseconds(1), milliseconds(2)));
    for (const char* line : {"regel 0", "regel 1", "regel 2"}) {
        CHECK(piece(source) == line);
        const auto rest = pulled(source);
        CHECK(std::get<Piece>(rest).bytes == "rest");
        CHECK(std::get<Piece>(rest).half);
        CHECK_THAT(fault(source), ContainsSubstring("closed the connection"));
    }
}

TEST_CASE("a source that says one line and goes, again and again, is asked less and less often") {
    const Server server([](int connection, int) { say(connection, "regel\n"); });
    TcpSource source("127.0.0.1", server.port(), 100, link::BackOff(milliseconds(1), minutes(10)));
    const Stop stop;
    int lines = 0;
    for (bool waits = false; !waits && lines < 100;) {
        const auto one = source.next(milliseconds(200), stop);
        if (std::holds_alternative<Piece>(one)) ++lines;
        waits = std::holds_alternative<Nothing>(one);
    }
    CHECK(lines < 100);
}

TEST_CASE("a port where nobody listens is tried until somebody does") {
    int port = 0;
    {
        const Server gone([](int, int) {});
        port = std::stoi(gone.port());
    }
    TcpSource source("127.0.0.1", std::to_string(port), 100, link::BackOff(milliseconds(1), milliseconds(2)));
    CHECK_THAT(fault(source), ContainsSubstring("cannot connect: Connection refused"));
    const Server back([](int connection, int) { say(connection, "terug\n"); }, port);
    Pulled one = Nothing{};
    while (!std::holds_alternative<Piece>(one))
        one = pulled(source);
    CHECK(std::get<Piece>(one).bytes == "terug");
}

TEST_CASE("who waits on a quiet line can be asked to end") {
    const Server server([](int connection, int) { outwait(connection); });
    Stop stop;
    TcpSource source("127.0.0.1", server.port(), 100, link::BackOff());
    std::thread ends([&] { stop.stop(); });
    while (!stop.stopped())
        CHECK(std::holds_alternative<Nothing>(source.next(seconds(3), stop)));
    ends.join();
}

} // namespace tcp_test
