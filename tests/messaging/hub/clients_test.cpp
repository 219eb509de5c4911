// The third-party clients that the README shows, each run as it is against a real hub.
#include "tests/messaging/hub/test_hub.hpp"

#include <cstdio>
#include <fstream>

namespace clients_test {

using namespace wire_client;

namespace {

/// What a command prints, line by line; stderr goes where the test's goes.
Frames lines_of(const std::string& command) {
    Frames lines(1);
    auto* pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) throw std::runtime_error("no shell");
    for (int c = fgetc(pipe); c != EOF; c = fgetc(pipe)) {
        if (c == '\n')
            lines.emplace_back();
        else
            lines.back() += static_cast<char>(c);
    }
    INFO(command);
    CHECK(pclose(pipe) == 0);
    lines.pop_back();
    return lines;
}

/// Runs `program` with the hub's endpoints; it appends, publishes and subscribes.
void check_client(const std::string& program, const std::string& source) {
    const Folder folder;
    const auto publish_on = "ipc://" + (folder.path / "feed").string();
    const TestHub hub([&](auto& settings) { settings.feeds = {publish_on}; });
    const auto lines =
        lines_of("timeout 60 " + program + " " + hub.requests() + " " + hub.live() + " " + publish_on);
    REQUIRE(lines.size() >= 2);
    const auto result = object(lines.front());
    CHECK(result.at("ok") == true);
    CHECK(number(result, "sequence") == 1);
    const auto told = object(lines.back());
    CHECK(text(told, "source") == source);
    CHECK(text(told.at("data").as_object(), "text") == "gepubliceerd");
    auto client = hub.client();
    const auto rows = client.replay(0, 100);
    CHECK(text(object(rows.at(2)).at("data").as_object(), "text") == "toegevoegd");
    CHECK(text(object(rows.at(1)), "sender") == "anoniem");
    bool journaled = false;
    for (std::size_t i = 1; i < rows.size(); i += 2)
        journaled =
            journaled || (rows[i + 1] == lines.back() && text(object(rows[i]), "sender") == publish_on);
    CHECK(journaled);
}

/// Lines that are neither empty nor a comment.
int code_lines(const std::filesystem::path& file) {
    std::ifstream in(file);
    int count = 0;
    for (std::string line; std::getline(in, line);)
        if (!line.empty() && !line.starts_with("//") && !line.starts_with("\"\"\"")) ++count;
    return count;
}

const std::filesystem::path clients = REGIEKAMER_SOURCE_DIR "/tests/messaging/hub/clients";
const std::filesystem::path node_folder = NODE_FOLDER;

} // namespace

TEST_CASE("a Python client of 15 lines publishes, appends and subscribes") {
    CHECK(code_lines(clients / "client.py") <= 15);
    check_client("/usr/bin/python3 " + // the one that the package python3-zmq is for
                     (clients / "client.py").string(),
                 "python");
}

TEST_CASE("a Node client of 15 lines publishes, appends and subscribes") {
    CHECK(code_lines(clients / "client.mjs") <= 15);
    if (!std::filesystem::exists(node_folder / "node_modules/zeromq")) {
        WARN("skipped: no npm zeromq in the build folder (tests/run installs it when there is network)");
        return;
    }
    // an import is looked up from where the file stands
    const auto copy = node_folder / "client.mjs";
    std::filesystem::copy_file(clients / "client.mjs", copy,
                               std::filesystem::copy_options::overwrite_existing);
    check_client("node " + copy.string(), "node");
}

} // namespace clients_test
