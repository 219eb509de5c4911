// Lays the themes together.
#include "dashboard/picture/json.hpp"

#include "dashboard/picture/json_themes.hpp"

namespace regiekamer::picture {

boost::json::object to_json(const Picture& picture, Instant now, std::span<const AskedPost> asked) {
    JsonObject json = object_of("sequence", picture.sequence, "recorded", picture.recorded, "moment",
                                picture.moment, "now", now);
    put_operations(json, picture, now);
    put_roster(json, picture, now);
    put_events(json, picture, now);
    put_surroundings(json, picture, now);
    put_organisation(json, picture, now, asked);
    return json;
}

} // namespace regiekamer::picture
