// Which files count, and what is done with one that is wrong.
#include "dashboard/catalogue/catalogue.hpp"

#include "dashboard/catalogue/files.hpp"
#include "dashboard/catalogue/read_capcodes.hpp"
#include "dashboard/catalogue/read_requirements.hpp"
#include "dashboard/catalogue/read_task_cards.hpp"

namespace regiekamer::catalogue {

Loaded load(const std::filesystem::path& assets, const std::filesystem::path& config) {
    Loaded loaded;
    loaded.catalogue.cards = load_task_cards(assets / "taskcards", config / "taskcards", loaded.complaints);
    for (const auto& file : files_of(assets / "requirements", config / "requirements"))
        read_first<ClassRequirements>(file, read_requirements, loaded.complaints,
                                      [&](ClassRequirements read) {
                                          const EventClass class_ = read.class_;
                                          loaded.catalogue.requirements.classes[class_] = std::move(read);
                                      });
    for (const auto& file : files_of(assets / "organisation", config / "organisation"))
        read_first<Posts>(file, read_posts, loaded.complaints, [&](Posts read) {
            for (auto& post : read)
                loaded.catalogue.posts.push_back(std::move(post));
        });
    loaded.catalogue.capcodes = read_capcodes(config / "capcodes", loaded.complaints);
    return loaded;
}

} // namespace regiekamer::catalogue
