// The files of one kind: those of the program, each replaced by the user's file of the same name, and those
// that only the user has.
#pragma once

#include "scenarios/player/scenario.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <tl/expected.hpp>
#include <toml++/toml.h>
#include <vector>

namespace regiekamer::catalogue {

/// The places of one file, the one that goes first in front: the user's, then the program's.
using Places = std::vector<std::filesystem::path>;
/// `*.toml` of both folders, by name.
std::vector<Places> files_of(const std::filesystem::path& program, const std::filesystem::path& user);

/// A file as TOML; more than 1 MiB is not read.
tl::expected<toml::table, std::vector<player::Error>> parse_file(const std::filesystem::path& file);

template <class T>
using Reader = tl::expected<T, std::vector<player::Error>> (*)(const std::filesystem::path& file,
                                                               const toml::table& root);

/// Takes the first of the places that is right; each that is wrong is complained of.
template <class T, class Take>
void read_first(const Places& places, Reader<T> read, std::vector<std::string>& complaints, Take&& take) {
    for (const auto& file : places) {
        const auto root = parse_file(file);
        auto result = root ? read(file, *root)
                           : tl::expected<T, std::vector<player::Error>>(tl::unexpect, root.error());
        if (result) return take(std::move(*result));
        for (const auto& error : result.error())
            complaints.push_back(player::text(error));
    }
}

} // namespace regiekamer::catalogue
