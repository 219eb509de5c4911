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
    if (where.ends_with("/features") && problem.expected.starts_with("at most"))
        return "meer dan 200.000 vormen";
    if (problem.expected == "at most 64 MB") return "het bestand is groter dan 64 MB";
    if (problem.found == "too many positions") return "meer dan 4.000.000 punten";
    const bool swapped = problem.expected == "longitude before latitude";
    for (const auto& [english, dutch] : {std::pair{", line ", "regel "}, {", feature ", "vorm "}})
        if (const auto at = where.rfind(english); at != std::string::npos)
            return "fout bij " + std::string(dutch) + where.substr(at + std::string_view(english).size()) +
                   (swapped ? ", staan lengte en breedte omgekeerd?" : "");
    if (where.ends_with("/crs")) return "het coördinatenstelsel is niet WGS 84 of RD";
    if (where.ends_with("/coordinates"))
        return "geen vorm ligt in of bij Nederland: staan lengte en breedte omgekeerd?";
    if (problem.found == "no tiles") return "er staat geen stuk kaart in";
    if (problem.found.starts_with("vector tiles")) return "dit zijn vectortegels, nodig is png of jpg";
    if (problem.found == "webp") return "de plaatjes zijn webp, nodig is png of jpg";
    if (where.find(".mbtiles") != std::string::npos) return "dit is geen MBTiles met png of jpg";
    return "dit is geen GeoJSON die te lezen is";
}

std::string tile_fault(const Problem& problem) {
    if (problem.expected.starts_with("at most"))
        return "een plaatje is te groot: " + problem.found + ", nodig is ten hoogste " +
               problem.expected.substr(std::string_view("at most ").size());
    if (problem.found == "no picture") return "een plaatje is geen png of jpg";
    if (problem.found == "a broken picture") return "een plaatje is stuk";
    return "het bestand is daar niet te lezen";
}

} // namespace regiekamer::words
