// A document in a file, or each file of a folder a document: looked at again and again, taken when it is new
// and nobody is writing it any more.
#pragma once

#include "messaging/feeds/sources/source.hpp"

#include <filesystem>
#include <map>

namespace regiekamer::feeds {

/// What tells a file that changed from one that did not.
struct FileStamp {
    std::filesystem::file_time_type changed{};
    std::uintmax_t size = 0;
    bool operator==(const FileStamp&) const = default;
};

/// When to look again.
class Schedule {
public:
    explicit Schedule(milliseconds every) : every_(every) {}
    /// Waits until it is time; false: not yet, or asked to end.
    bool wait(milliseconds longest, const Stop& stop);

private:
    milliseconds every_;
    std::chrono::steady_clock::time_point due_ = std::chrono::steady_clock::now();
};

class FileSource : public Source {
public:
    FileSource(std::filesystem::path file, milliseconds every) : file_(std::move(file)), schedule_(every) {}
    Pulled next(milliseconds longest, const Stop& stop) override;
    void again(Instant from) override { again_ = from; }

private:
    std::filesystem::path file_;
    Schedule schedule_;
    std::optional<FileStamp> seen_, taken_;
    std::optional<Instant> again_;
};

/// Hidden files and those that end in ~, .part or .tmp are somebody's work under way. A link is not followed:
/// it may lead to any file of this computer. It is put aside, once.
class FolderSource : public Source {
public:
    FolderSource(std::filesystem::path folder, milliseconds every)
        : folder_(std::move(folder)), schedule_(every) {}
    Pulled next(milliseconds longest, const Stop& stop) override;
    void again(Instant from) override {
        if (const auto taken = taken_.find(given_); taken != taken_.end()) taken->second.again = from;
    }

private:
    std::optional<Fault> look();
    std::optional<Aside> link_aside();

    std::filesystem::path folder_;
    Schedule schedule_;
    struct Taken {
        FileStamp stamp;
        std::optional<Instant> again;
    };
    std::map<std::string, FileStamp> seen_;
    std::map<std::string, Taken> taken_;
    std::string given_;                 ///< the last
    std::map<std::string, bool> links_; ///< to files; whether it was told
    std::vector<std::string> ready_;    ///< stable, in order of their names from the back
};

} // namespace regiekamer::feeds
