// What every verb needs of the terminal: complaints, interrupts, files, progress.
#pragma once

#include "messaging/vocabulary/problem.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace regiekamer::ctl {

/// "regiekamerctl: …" on stderr; gives Exit::failed, so that a verb can end with it.
int complain(const std::string& text);
int complain(const Problem& problem);

/// The whole of a file, or of standard input for "-". A Problem when it cannot be read. No more than
/// `bytes_max` and one byte is read, of a pipe that never ends neither: who gets that many has a file that is
/// too large.
Result<std::string> read_input(const std::string& file, std::size_t bytes_max);

/// To standard output when no file or "-" is named, else whole or not at all: who reads the file beside it
/// finds the old text or the new one. An exit code; it complained.
int write_output(const std::string& file, const std::string& text);

/// From here on a pipe that nobody reads any more does not end the process: who publishes a thousand events
/// and looks at the first answer wants all of them published. Nothing is said about it.
void outlive_readers();
/// Whether who read standard output has gone.
bool reader_gone();

/// From here on SIGINT and SIGTERM only set a flag.
void catch_interrupts();
bool interrupted();
/// Waits until an interrupt, the time-out (-1: none), or until `also` can be read; true when interrupted.
bool wait_for_interrupt(int milliseconds, int also = -1);

/// A counter on stderr for long work, only when stderr is a terminal; the line is cleared at the end.
class Progress {
public:
    explicit Progress(std::string what, std::size_t total = 0);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    void at(std::size_t done);

private:
    std::string what_;
    std::size_t total_, shown_ = 0;
    bool visible_;
};

} // namespace regiekamer::ctl
