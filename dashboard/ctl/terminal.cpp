// Signals through a self-pipe, so that waiting and being interrupted are one poll.
#include "dashboard/ctl/terminal.hpp"

#include "dashboard/ctl/verbs.hpp"
#include "messaging/codec/visible.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <poll.h>
#include <unistd.h>

namespace regiekamer::ctl {
namespace {

std::atomic<bool> stop{false};
std::array<int, 2> wake{-1, -1};

std::atomic<bool> pipe_closed{false};

extern "C" void on_closed_pipe(int) {
    pipe_closed.store(true);
}

extern "C" void on_signal(int) {
    stop.store(true);
    [[maybe_unused]] const auto written = write(wake[1], "x", 1);
}

} // namespace

int complain(const std::string& text) {
    std::cerr << "regiekamerctl: " << codec::visible_lines(text) << '\n';
    return Exit::failed;
}

int complain(const Problem& problem) {
    return complain(sentence(problem));
}

Result<std::string> read_input(const std::string& file, std::size_t bytes_max) {
    std::error_code ec;
    if (file != "-" && std::filesystem::is_directory(file, ec))
        return refuse(file, "a folder", "a file, or - for standard input");
    std::ifstream opened;
    if (file != "-") opened.open(file, std::ios::binary);
    if (file != "-" && !opened)
        return refuse(file, "no file that can be read", "a file, or - for standard input");
    std::istream& in = file == "-" ? std::cin : opened;
    std::string text;
    std::array<char, 64 * 1024> piece{};
    while (in && text.size() <= bytes_max) {
        in.read(piece.data(),
                static_cast<std::streamsize>(std::min(piece.size(), bytes_max + 1 - text.size())));
        text.append(piece.data(), static_cast<std::size_t>(in.gcount()));
    }
    if (in.bad()) return refuse(file, "a file that cannot be read", "a file, or - for standard input");
    return text;
}

int write_output(const std::string& file, const std::string& text) {
    if (file.empty() || file == "-") {
        std::cout << text;
        return Exit::done;
    }
    // In the same folder, so that it is one step; with the process in its name, so that two commands do not
    // mix.
    const std::filesystem::path part = file + "." + std::to_string(getpid()) + ".deel";
    std::ofstream out(part, std::ios::binary);
    out << text;
    out.close();
    std::error_code failed;
    if (out) std::filesystem::rename(part, file, failed);
    if (out && !failed) return Exit::done;
    std::filesystem::remove(part, failed);
    return complain("cannot write " + file + ": name a file in a folder that is yours");
}

void outlive_readers() {
    struct sigaction action {};
    action.sa_handler = on_closed_pipe;
    sigaction(SIGPIPE, &action, nullptr);
}

bool reader_gone() {
    pollfd output{STDOUT_FILENO, 0, 0};
    return pipe_closed.load() || (poll(&output, 1, 0) == 1 && (output.revents & POLLERR) != 0);
}

void catch_interrupts() {
    if (wake[0] == -1 && pipe2(wake.data(), O_CLOEXEC | O_NONBLOCK) != 0) return;
    struct sigaction action {};
    action.sa_handler = on_signal;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

bool interrupted() {
    return stop.load();
}

bool wait_for_interrupt(int milliseconds, int also) {
    std::array<pollfd, 2> ready{pollfd{wake[0], POLLIN, 0}, pollfd{also, POLLIN, 0}};
    if (!interrupted()) poll(ready.data(), ready.size(), milliseconds);
    return interrupted();
}

Progress::Progress(std::string what, std::size_t total)
    : what_(std::move(what)), total_(total), visible_(isatty(STDERR_FILENO) != 0) {}

Progress::~Progress() {
    if (visible_ && shown_ > 0) std::cerr << "\r\x1b[K" << std::flush;
}

void Progress::at(std::size_t done) {
    if (!visible_ || done < shown_ + 1000) return;
    shown_ = done;
    std::cerr << fmt::format("\r{} {}{}", what_, done, total_ > 0 ? fmt::format(" of {}", total_) : "")
              << std::flush;
}

} // namespace regiekamer::ctl
