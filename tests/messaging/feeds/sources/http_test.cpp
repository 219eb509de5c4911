// Web servers as they are: well, away, slow, wrong, huge.
#include "messaging/feeds/sources/http_source.hpp"
#include "server.hpp"

#include <atomic>
#include <mutex>

namespace http_test {

using namespace regiekamer;
using namespace regiekamer::feeds;

namespace {

std::string ok(const std::string& body, const std::string& headers = "") {
    return "HTTP/1.1 200 OK\r\nConnection: close\r\n" + headers +
           "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

HttpSettings settings(const std::string& url) {
    HttpSettings made;
    made.url = url;
    made.every = milliseconds(10);
    made.back_off = link::BackOff(milliseconds(5), milliseconds(10));
    return made;
}

/// Answers each request with the next of these; the last again and again.
Server::Serve answers(std::vector<std::string> all) {
    return [all = std::move(all)](int connection, int number) {
        listen_to(connection);
        say(connection, all[std::min<std::size_t>(static_cast<std::size_t>(number), all.size() - 1)]);
    };
}

std::string fault_of(const std::string& answer) {
    const Server server(answers({answer}));
    return fault(*http_source(settings(server.url())));
}

} // namespace

TEST_CASE("a document is asked for with its ETag, and an unchanged one is only heard") {
    std::mutex mutex;
    std::vector<std::string> requests;
    const Server server([&](int connection, int number) {
        const auto request = listen_to(connection);
        {
            const std::lock_guard lock(mutex);
            requests.push_back(request);
        }
        const bool unchanged = request.find("If-None-Match: \"v1\"") != std::string::npos;
        say(connection, unchanged && number == 1
                            ? "HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n"
                            : ok(number < 3 ? "een" : "twee",
                                 "ETag: \"v1\"\r\nLast-Modified: Mon, 02 Mar 2026 13:00:00 GMT\r\n"));
    });
    const auto source = http_source(settings(server.url()));
    CHECK(piece(*source) == "een");
    CHECK(std::holds_alternative<Heard>(pulled(*source))); // 304
    CHECK(std::holds_alternative<Heard>(pulled(*source))); // 200 with the same in it
    CHECK(piece(*source) == "twee");
    const std::lock_guard lock(mutex);
    CHECK(requests.at(0).find("If-None-Match") == std::string::npos);
    CHECK(requests.at(1).find("If-Modified-Since: Mon, 02 Mar 2026 13:00:00 GMT") != std::string::npos);
}

TEST_CASE("a document that is not true yet is asked for whole when its time has come, and not before") {
    std::atomic<int> whole = 0;
    const Server server([&](int connection, int) {
        const bool conditional = listen_to(connection).find("If-None-Match") != std::string::npos;
        whole += conditional ? 0 : 1;
        say(connection, conditional ? "HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n"
                                    : ok("een", "ETag: \"v1\"\r\n"));
    });
    const auto source = http_source(settings(server.url()));
    CHECK(piece(*source) == "een");
    source->again(wall_clock() + hours(1));
    CHECK(std::holds_alternative<Heard>(pulled(*source)));
    source->again(wall_clock());
    CHECK(piece(*source) == "een");
    CHECK(std::holds_alternative<Heard>(pulled(*source)));
    CHECK(whole == 2);
}

TEST_CASE("each fault has its sentence, without the key in the address") {
    for (const auto& html :
         {ok("<!DOCTYPE html><p>storing"), ok("<p>storing", "Content-Type: text/html; charset=utf-8\r\n"),
          ok("\xEF\xBB\xBF \n<HTML>"),
          ok("<?xml version=\"1.0\"?>\n<!-- proxy --><!-- 2 --><html>", "Content-Type: application/xml\r\n")})
        CHECK_THAT(fault_of(html), ContainsSubstring("web page"));
    const auto gone = fault_of("HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    CHECK_THAT(gone, ContainsSubstring("404"));
    CHECK(gone.find("secret") == std::string::npos);
    CHECK_THAT(fault_of("HTTP/1.1 503 Nee\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"),
               ContainsSubstring("out of order"));
    CHECK_THAT(fault_of("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"),
               ContainsSubstring("broke off"));
    CHECK_THAT(fault_of(ok("  ")), ContainsSubstring("nothing in it"));
    CHECK_THAT(fault_of("HTTP/1.1 302 Found\r\nConnection: close\r\nLocation: file:///etc/passwd\r\n\r\n"),
               ContainsSubstring("not http or https"));
    CHECK_THAT(fault_of("nonsense\r\n"), ContainsSubstring("it does not speak HTTP"));
    CHECK_THAT(fault_of(ok("no gzip", "Content-Encoding: gzip\r\n")),
               ContainsSubstring("its answer cannot be unpacked"));
    const auto bad_request = [](const std::string& body) {
        return "HTTP/1.1 400 Nee\r\nConnection: close\r\nContent-Length: " + std::to_string(body.size()) +
               "\r\n\r\n" + body;
    };
    CHECK_THAT(fault_of(bad_request(R"({"Foutmelding":"Het max aantal waarden (160000) is overschreven"})")),
               ContainsSubstring("it answered 400: Het max aantal waarden (160000) is overschreven"));
    for (const std::string body : {"", "{", "[]", R"({"Foutmelding":1})"})
        CHECK(fault_of(bad_request(body)).ends_with("it answered 400"));
    CHECK(std::holds_alternative<Heard>([] {
        const Server server(answers({"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"}));
        return pulled(*http_source(settings(server.url())));
    }()));
}

TEST_CASE("data that is called a web page is data") {
    for (const std::string body :
         {"{}", "[]", "BEGIN:VCALENDAR", "functie;naam", "<?xml version=\"1.0\"?><report/>",
          "<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"/>"}) {
        const Server server(answers({ok(body, "Content-Type: text/html\r\n")}));
        CHECK(piece(*http_source(settings(server.url()))) == body);
    }
}

TEST_CASE("an answer that is too large is broken off, told or untold") {
    for (const auto& answer : {ok(std::string(5000, 'x')),
                               "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + std::string(5000, 'x')}) {
        const Server server(answers({answer}));
        auto small = settings(server.url());
        small.bytes_max = 4096;
        CHECK_THAT(fault(*http_source(small)), ContainsSubstring("larger than 4 kB"));
    }
    std::string head = "HTTP/1.1 200 OK\r\n";
    for (int line = 0; line < 200; ++line)
        head += "X-A: " + std::string(1000, 'a') + "\r\n";
    CHECK_THAT(fault_of(head), ContainsSubstring("the head of its answer is larger than 128 kB"));
}

TEST_CASE("a slow server is left after its time, and one that hangs when asked to end") {
    const Server server([](int connection, int) {
        say(connection, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nbegin");
        outwait(connection);
    });
    auto hasty = settings(server.url());
    hasty.total_timeout = milliseconds(50);
    CHECK_THAT(fault(*http_source(hasty)), ContainsSubstring("did not answer in full"));

    Stop stop;
    const auto patient = http_source(settings(server.url()));
    std::thread ends([&] { stop.stop(); });
    CHECK(std::holds_alternative<Nothing>(patient->next(seconds(10), stop)));
    ends.join();
}

TEST_CASE("a dead server is tried until it lives") {
    int port = 0;
    {
        const Server gone(answers({ok("x")}));
        port = std::stoi(gone.port());
    }
    const auto source = http_source(settings("http://127.0.0.1:" + std::to_string(port) + "/"));
    CHECK_THAT(fault(*source), ContainsSubstring("cannot connect"));
    const Server back(answers({ok("terug")}), port);
    Pulled one = Nothing{};
    while (!std::holds_alternative<Piece>(one))
        one = pulled(*source);
    CHECK(std::get<Piece>(one).bytes == "terug");
}

TEST_CASE("a question is posted as JSON") {
    std::string heard;
    {
        const Server server([&](int connection, int) {
            heard = listen_to(connection);
            say(connection, ok("{}"));
        });
        auto asking = settings(server.url());
        asking.body = R"({"Locatie":"proefsluis"})";
        asking.headers = {"X-Key: 5"};
        CHECK(piece(*http_source(asking)) == "{}");
    }
    CHECK(heard.starts_with("POST "));
    CHECK_THAT(heard, ContainsSubstring("Content-Type: application/json"));
    CHECK_THAT(heard, ContainsSubstring("X-Key: 5"));
}

TEST_CASE("who is sent on to another server gives it no headers of ours, and asks no question twice") {
    const auto moved = [](const std::string& to) {
        return "HTTP/1.1 302 Found\r\nConnection: close\r\nContent-Length: 0\r\nLocation: " + to + "\r\n\r\n";
    };
    std::vector<std::string> own, others;
    {
        const Server other([&](int connection, int) {
            others.push_back(listen_to(connection));
            say(connection, ok("elders"));
        });
        const Server server([&](int connection, int number) {
            own.push_back(listen_to(connection));
            say(connection, number == 0 ? moved("/b") : moved(other.url()));
        });
        auto asking = settings(server.url());
        asking.body = "{}";
        asking.headers = {"X-Api-Key: geheim"};
        CHECK(piece(*http_source(asking)) == "elders");
    }
    REQUIRE(own.size() == 2);
    CHECK(own[0].starts_with("POST "));
    CHECK(own[1].starts_with("GET /b "));
    CHECK_THAT(own[1], ContainsSubstring("X-Api-Key: geheim"));
    REQUIRE(others.size() == 1);
    CHECK(others[0].find("geheim") == std::string::npos);
    const Server around([&](int connection, int) {
        listen_to(connection);
        say(connection, moved("/"));
    });
    CHECK_THAT(fault(*http_source(settings(around.url()))), ContainsSubstring("it sends on and on"));
}

TEST_CASE("a server that asks for patience has it") {
    const Server server(
        answers({"HTTP/1.1 429 Too Many Requests\r\nConnection: close\r\nRetry-After: 3600\r\n"
                 "Content-Length: 0\r\n\r\n",
                 ok("te vroeg")}));
    const auto source = http_source(settings(server.url()));
    CHECK_THAT(fault(*source), ContainsSubstring("we ask too often"));
    const Stop stop;
    CHECK(std::holds_alternative<Nothing>(source->next(milliseconds(200), stop)));
}

TEST_CASE("an address is shown without what is secret in it") {
    CHECK(shown_url("https://naam:woord@example.nl/pad?key=1#x") == "https://example.nl/pad");
    CHECK(shown_url("https://example.nl/a@b") == "https://example.nl/a@b");
    CHECK(shown_url("rooster.csv") == "rooster.csv");
}

} // namespace http_test
