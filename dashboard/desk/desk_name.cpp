#include "dashboard/desk/desk_name.hpp"

#include <cstdlib>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

namespace regiekamer::desk {
namespace {

constexpr int desks_most = 20;

std::filesystem::path lock_folder() {
    if (const char* runtime = std::getenv("XDG_RUNTIME_DIR"); runtime != nullptr && *runtime != '\0')
        return runtime;
    return std::filesystem::temp_directory_path();
}

} // namespace

DeskName::DeskName(const std::filesystem::path& folder) {
    char host[40] = "werkplek";
    gethostname(host, sizeof host - 1);
    text_ = std::string("werkplek-") + host;
    for (int number = 1; number <= desks_most; ++number) {
        const auto file = folder / fmt::format("regiekamer-{}-werkplek-{}.lock", getuid(), number);
        const int opened = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (opened < 0) return;
        if (flock(opened, LOCK_EX | LOCK_NB) == 0) {
            lock_ = opened;
            if (number > 1) text_ += fmt::format("-{}", number);
            return;
        }
        close(opened);
    }
}

DeskName::~DeskName() {
    if (lock_ >= 0) close(lock_);
}

const std::string& desk_name() {
    static const DeskName name(lock_folder());
    return name.text();
}

} // namespace regiekamer::desk
