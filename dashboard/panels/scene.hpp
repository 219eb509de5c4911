// What a panel is given: everything on screen is a function of this. Panels hold no facts.
#pragma once

#include "dashboard/catalogue/catalogue.hpp"
#include "dashboard/picture/alarms.hpp"
#include "dashboard/picture/log.hpp"
#include "dashboard/picture/picture.hpp"

#include <functional>
#include <limits>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace regiekamer::words {
class SearchText;
}
namespace regiekamer::measure {
struct Draaiboek;
}
namespace regiekamer::geo {
struct OwnLayers;
struct TileId;
} // namespace regiekamer::geo

namespace regiekamer::panels {

/// The base map, read from assets once (GeoJSON of domain.md §12).
struct BaseMap;

/// What fills the space between the alarm line and the bottom bar. `automatic`: GEWEKT while an alarm asks
/// for this desk's function, INZET while an incident is open, else RUST.
enum class View {
    automatic,
    rust,
    inzet,
    gewekt,
    actions,
    grip,
    piket,
    evenementen,
    bezetting,
    koppelingen,
    logboek,
    overleg,
    oefenleiding,
    kaart,
    wand
};

enum class Theme { dark, light, contrast };

/// The connection in words, as far as the header shows it.
struct DataState {
    enum class Kind { connecting, catching_up, live, away, refused } kind = Kind::connecting;
    std::optional<Instant> heard; ///< when the hub was last heard, on the hub's wall clock
    Instant wall_now;             ///< the hub's wall clock now
    std::size_t unsent = 0;       ///< acts that wait for their acknowledgement
    Sequence received = 0, head = 0;
    std::string trouble; ///< why the hub refused this desk
};

/// The last act, while it can still be taken back (ten seconds).
struct Undo {
    std::string text; ///< what was done
    seconds left{};
};

/// What the shell has to say: an act was refused, a port was taken. The user can put it away.
struct Remark {
    std::string text;     ///< a Dutch sentence
    bool serious = false; ///< something was not done: it stands until it is put away
    bool passing = false; ///< answers what the user just did; soon gone
};

/// Who sits at this desk.
struct User {
    Function function{"OvD-Bz"};
    PersonId person;
};

/// Reads one message again by its sequence; nullptr when it cannot be had.
using FetchMessage = std::function<std::shared_ptr<const Recorded>(Sequence)>;

/// Reads the picture of an earlier sequence again; nullptr when it cannot be had. Takes up to a frame: keep
/// what you made of it.
using FetchPicture = std::function<std::shared_ptr<const picture::Picture>(Sequence)>;

/// The texture of a tile of one of the user's own base maps (an index in OwnLayers::tiles); 0: there is none,
/// or not yet.
using FetchTile = std::function<std::uint64_t(std::size_t, const geo::TileId&)>;

/// The last time this desk's user was away: what came between the last input before it and the first after it
/// they did not see happen.
struct LastLook {
    Sequence sequence = 0; ///< the last message when they left; 0: never here before
    Sequence returned = 0; ///< the last one when they were back; 0: that is now
    bool back = false;     ///< just came back: tell what happened
};

/// In an exercise: what happens on the real side meanwhile, and nobody here has seen yet.
struct RealNews {
    std::string title, detail; ///< Dutch
    Instant since;             ///< real time
    std::size_t more = 0;      ///< others besides this one
};

struct Scene {
    const picture::Picture& picture; ///< of the moment shown
    Instant now;                     ///< the moment shown; exercise time in an exercise
    Instant live_now;                ///< now, when not looking back: the same as `now`
    bool looking_back = false;
    Mode mode = Mode::actual;
    User user;
    Sequence view_chosen =
        std::numeric_limits<Sequence>::max(); ///< up to where the picture was when the user chose `view`: a
                                              ///< later alarm comes over it
    View view = View::automatic;
    std::optional<IncidentId> incident; ///< the one shown: chosen, else the leading one
    const picture::Log& log;
    Sequence upto = 0; ///< the last message known at the moment shown
    FetchMessage fetch;
    std::function<bool(Sequence)> withdrawn; ///< whether a message was withdrawn by then
    DataState data;
    const std::vector<Message>& waiting; ///< the outbox, oldest first
    std::optional<Undo> undo;
    const BaseMap& map;
    const catalogue::Catalogue& catalogue; ///< what may be set at once: requirements, task cards
    std::optional<Remark> remark{};
    Sequence set_aside = 0; ///< alarmering up to here were put aside with Esc: they wake nobody any more
    Theme theme = Theme::dark;
    int text_percent = 100;             ///< as the user asked; a small screen may hold less
    bool muted = false;                 ///< alarms make no sound
    bool has_sound = true;              ///< there is a device that can make it
    std::vector<picture::Alarm> gone{}; ///< alarms whose cause went before anybody acknowledged them
    FetchPicture picture_at{};
    LastLook last_look{};
    std::optional<RealNews> real{};            ///< breaks through in an exercise
    const words::SearchText* search = nullptr; ///< the sentences of the whole journal, to search
    /// The scenario and how it goes, at the moment shown; only for who leads or observes the exercise and has
    /// its file.
    const measure::Draaiboek* script = nullptr;
    /// Who sits here, while they speak as another role of the exercise (responscel); `user` is that role
    /// then.
    std::optional<User> speaker{};
    std::string journal{};     ///< the name of its file
    bool runs_here = true;     ///< hub and player are this window's
    std::string hub_journal{}; ///< the file of the shared hub's journal, where this desk found it
    const geo::OwnLayers* layers = nullptr; ///< the user's own maps; nullptr: none
    FetchTile tile{};
    std::function<Sequence(Sequence)> undone{}; ///< what a withdrawal undoes; 0: not known
    std::set<std::string> map_hidden{}; ///< themes and own layers of the map that the user switched off
};

/// Who sits here, whoever they speak as.
const User& seated(const Scene& scene);
/// Whether who sits here leads the exercise (oefenleider), or sees its draaiboek (waarnemer too).
bool leads(const Scene& scene);
bool sees_script(const User& seated);

/// What the screen shows: INZET while an incident is open, else RUST.
bool in_action(const Scene& scene);
/// Whether all that the hub has came in: until then nothing may be called clear.
bool all_known(const Scene& scene);

} // namespace regiekamer::panels
