// The files of one kind: those of the program, each replaced by the user's file of the same name, and those
// that only the user has.
#pragma once

#include "messaging/tables/file.hpp"

#include <filesystem>
#include <vector>

namespace regiekamer::catalogue {

/// The places of one file, the one that goes first in front: the user's, then the program's.
using Places = std::vector<std::filesystem::path>;
/// `*.toml` of both folders, by name. A folder that is not there holds no files.
std::vector<Places> files_of(const std::filesystem::path& program, const std::filesystem::path& user);

/// A file as TOML; more than 1 MiB is not read.
tables::Read<toml::table> parse_file(const std::filesystem::path& file);

template <class T>
using Reader = tables::Read<T> (*)(const std::filesystem::path& file, const toml::table& root);

/// Takes the first of the places that is right; each that is wrong is complained of.
template <class T, class Take>
void read_first(const Places& places, Reader<T> read, std::vector<tables::Error>& complaints, Take&& take) {
    for (const auto& file : places) {
        const auto root = parse_file(file);
        auto result = root ? read(file, *root) : tables::Read<T>(tl::unexpect, root.error());
        if (result) return take(std::move(*result));
        for (auto& error : result.error())
            complaints.push_back(std::move(error));
    }
}

} // namespace regiekamer::catalogue
