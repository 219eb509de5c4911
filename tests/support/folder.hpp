// A folder of a test's own, gone at its end.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <stdlib.h> // NOLINT: mkdtemp is POSIX
#include <string>
#include <unistd.h>

/// In memory where there is such a place: tests write thousands of times durably.
class Folder {
public:
    Folder() {
        const std::filesystem::path memory = "/dev/shm";
        const bool usable = ::access(memory.c_str(), W_OK) == 0;
        auto name =
            ((usable ? memory : std::filesystem::temp_directory_path()) / "regiekamer-test-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
        path = name;
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return path / name; }

    std::filesystem::path path;
};
