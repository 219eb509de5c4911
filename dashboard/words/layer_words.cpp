// Where the fault is as far as the Problem says so; where it does not, what such a file must be.
#include "dashboard/words/layer_words.hpp"

#include <filesystem>
#include <utility>

namespace regiekamer::words {

std::string layer_file(const Problem& problem) {
    return std::filesystem::path(problem.where.substr(0, problem.where.find(", "))).filename().string();
}

std::string layer_fault(const Problem& problem) {
    const auto& where = problem.where;
    for (const auto& [english, dutch] : {std::pair{", line ", "regel "}, {", feature ", "vorm "}})
        if (const auto at = where.rfind(english); at != std::string::npos)
            return "fout bij " + std::string(dutch) + where.substr(at + std::string_view(english).size());
    if (where.ends_with("/crs")) return "het coördinatenstelsel is niet WGS 84 of RD";
    if (where.ends_with("/coordinates"))
        return "geen vorm ligt in of bij Nederland: staan lengte en breedte omgekeerd?";
    if (where.find(".mbtiles") != std::string::npos) return "dit is geen MBTiles met png of jpg";
    return "dit is geen GeoJSON die te lezen is";
}

} // namespace regiekamer::words
