// One file of posts, such as assets/organisation/posten.toml.
#pragma once

#include "dashboard/picture/oto.hpp"
#include "messaging/tables/file.hpp"

#include <filesystem>
#include <vector>

namespace regiekamer::catalogue {

using Posts = std::vector<picture::AskedPost>;

tables::Read<Posts> read_posts(const std::filesystem::path& file, const toml::table& root);

} // namespace regiekamer::catalogue
