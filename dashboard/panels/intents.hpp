// What a panel asks for. The shell turns acts into messages (id, source, time, who) and the rest into
// navigation.
#pragma once

#include "dashboard/panels/scene.hpp"

#include <variant>

namespace regiekamer::panels {

/// Something the user does: a message with this body.
struct Act {
    Body body;
    std::string text;               ///< in words, for "niet bevestigd" and for taking it back
    std::optional<MessageId> cause; ///< the message acted upon
};

struct Show {
    View view;
};
struct ShowIncident {
    IncidentId incident;
};
/// Time travel: everything shows what was known then.
struct LookAt {
    Instant at;
};
/// A line of the logboek leads to its moment.
struct LookAtMessage {
    Sequence sequence;
};
struct BackToNow {};
/// Takes back the last act: message.withdrawn.
struct TakeBack {};
/// Why something is not done: the shell says it as a remark.
struct Explain {
    std::string text;
};
/// The remark was read.
struct PutAway {};
struct SetUser {
    User user;
};
/// Text size in percent, 80-200.
struct SetTextSize {
    int percent;
};
struct SetTheme {
    Theme theme;
};
struct SetMuted {
    bool muted;
};
/// GEWEKT is left: this alarmering and those before it wake nobody any more.
struct SetAside {
    Sequence alert;
};
/// The wall window opens, or closes.
struct ToggleWall {};
/// What happened while the user was away was told.
struct Told {};
/// The sitrep of an incident is written to files and to the clipboard, and a note says so.
struct WriteSitrep {
    IncidentId incident;
};
/// The report of this journal is written as a page.
struct WriteReport {};
/// A new run begins from this message, with all before it.
struct Branch {
    Sequence upto;
    Instant at;          ///< the exercise's time there
    std::string journal; ///< the file of the shared hub's journal; empty: of this window's own
};
/// The branch is compared with the run that it left, as a page and on the clipboard.
struct CompareRuns {};
/// What came from the real side was seen: the exercise may go on.
struct RealSeen {};
/// What is said from now on is said as this role (responscel); none: as who sits here again.
struct SpeakAs {
    std::optional<User> role;
};
/// A theme or an own layer of the map is shown, or not; kept for this user.
struct SetLayer {
    std::string layer;
    bool shown;
};
/// A series is written between two moments, as CSV and as a picture.
struct ExportSeries {
    picture::SeriesKey key;
    Instant from, until;
};
struct Quit {};

/// Whose a message is: what leads the exercise is said by who sits here, also while they speak as a role.
const User& sayer(const Body& body, const User& user, const std::optional<User>& speaker);

using Intent =
    std::variant<Act, Show, ShowIncident, LookAt, LookAtMessage, BackToNow, TakeBack, Explain, PutAway,
                 SetUser, SetTextSize, SetTheme, SetMuted, SetAside, ToggleWall, Told, WriteSitrep,
                 WriteReport, Branch, CompareRuns, RealSeen, SpeakAs, SetLayer, ExportSeries, Quit>;
using Intents = std::vector<Intent>;
/// Puts `more` behind what there is.
void add(Intents& all, Intents more);

} // namespace regiekamer::panels
