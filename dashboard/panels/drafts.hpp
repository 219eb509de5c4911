// What a person is typing, has scrolled to or folded open. Nothing here is a fact.
#pragma once

#include "dashboard/panels/action_board/draft.hpp"
#include "dashboard/panels/events/draft.hpp"
#include "dashboard/panels/grip_board/draft.hpp"
#include "dashboard/panels/logboek/draft.hpp"
#include "dashboard/panels/maps/draft.hpp"
#include "dashboard/panels/meeting/draft.hpp"
#include "dashboard/panels/piket/draft.hpp"
#include "dashboard/panels/plot_draft.hpp"
#include "dashboard/panels/scene.hpp"
#include "dashboard/panels/since/draft.hpp"
#include "dashboard/panels/trainer/draft.hpp"
#include "dashboard/panels/ui/keys.hpp"
#include "dashboard/panels/ui/map.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace regiekamer::panels {

/// The dialogs: one at a time.
enum class Dialog {
    none,
    who,           ///< function and name
    desk_handover, ///< this desk goes to another person
    take_desk,     ///< who comes reads the overdracht and confirms
    incident,      ///< new incident
    incident_change,
    incident_close,
    grip,          ///< level, reason, decider
    alert,         ///< alert a team
    attendance,    ///< own attendance
    action,        ///< new action
    action_detail, ///< take on, finish, reopen one action
    task_card,     ///< open lines of a taakkaart
    meeting,       ///< plan a meeting
    note,
    palette,      ///< Ctrl+K
    person,       ///< how to reach somebody
    log_filter,   ///< which lines the logboek shows
    reasons,      ///< the messages behind a value
    message,      ///< one message whole
    correct_note, ///< the text of a note as it should have been
    since,        ///< what happened since a moment

    proposal,          ///< accept or dismiss what a page proposes
    call,              ///< the number to call, and what was answered
    outbox,            ///< what waits for its acknowledgement
    event,             ///< register or change an evenement
    event_requirement, ///< what became of a step
    event_inspection,  ///< a point of the schouw
    event_moment,
    event_decision, ///< GO, aangepast, NO-GO
    event_threshold,
    event_works,
    event_action,
    event_incident, ///< it becomes an incident
    exercise,       ///< play, pause, rate, jump

    finding, ///< a line of beeld or oordeel
    decision,
    cancel_meeting,
    situation, ///< a text of the netcentrisch beeld

    area,  ///< what was drawn on the map: kind and name
    place, ///< a place with a role, on the map
    smoke, ///< rookgebied by wind and distance

    series,   ///< the plot of a water level, large
    warnings, ///< what others warn of, to be read

    alarms, ///< all alarms
    shelve, ///< put one away for a while

    post,     ///< who fills a place of the crisis organisation
    training, ///< what somebody was trained or exercised in
    plan_training,

    swap,        ///< ruil: propose one
    swap_answer, ///< consent to a ruil, approve or refuse it
    take_over,   ///< have the piket from now on
    absence,
    duty_ask,    ///< ask or roster somebody for an empty or double place
    duty_answer, ///< ja or nee of who was asked
    duty_end,    ///< end or withdraw a temporary duty
    rotation,    ///< who has a function in turn
    fairness,    ///< weeks, weekends and holidays by person
    handover,    ///< write an overdracht

    inject,        ///< made up on the spot
    inject_reason, ///< hold one, or let it lapse
    verdict,       ///< of a person on an expectation
    observation,   ///< of a waarnemer
    speak_as,      ///< a role that nobody plays
    time_jump,     ///< ahead; all between is told
    exercise_branch,
    exercise_end, ///< for good, asked twice

    help,
    settings
};

struct Drafts {
    Dialog dialog = Dialog::none;
    std::optional<IncidentId> incident; ///< for which the dialog was opened, whatever leads meanwhile
    bool opened_now = false; ///< the dialog opened in this frame: give its first field the keyboard

    // dialogs: plain text fields and choices, cleared when a dialog opens
    std::string text, text2, text3, text4;
    int choice = 0, choice2 = 0;
    std::string subject; ///< id of what the dialog is about (an action, a proposal's message, a function)
    std::string person;  ///< whom to call
    std::vector<Sequence> reasons;     ///< the messages behind a value
    std::string complaint;             ///< Dutch: why it cannot be done yet
    const void* missing = nullptr;     ///< the text or choice that the complaint is about: it gets the focus
    std::map<std::string, bool> ticks; ///< boxes that the user changed in the dialog, by id
    float form_height = 0; ///< what the dialog's form needs when nothing is cut, as its last frame counted

    EventsDraft events;
    MeetingDraft meeting;
    PiketDraft piket;

    // panels
    int tab = 0;
    int coming_in = 1;           ///< GEWEKT: which of the offered minutes
    std::size_t alarm_shown = 0; ///< which alarm the alarm line shows
    AlarmId worst_alarm;         ///< as it was when that was chosen: a worse one takes its place
    std::string search;          ///< of the logboek
    bool searching = false, show_noise = false;
    std::string feed;                         ///< chosen in KOPPELINGEN; empty: the first
    bool feed_stepped = false;                ///< by a key just now: the list follows
    std::optional<picture::SeriesKey> series; ///< chosen in WATER and its large plot; none: the most telling
    std::optional<ui::MapView> map;           ///< moved by the user; none: fitted
    MapDraft map_board;                       ///< what is being drawn, measured, chosen on the map
    PlotDraft plot; ///< what part of time the plot of a series and the timeline show

    ActionBoardDraft action_board;
    GripBoardDraft grip_board;
    LogbookDraft logbook; ///< the view of F7
    SinceDraft since;
    TrainerDraft trainer;

    /// A key that the palette presses in a view, once that view shows and nothing is typed any more.
    struct Forwarded {
        View view{};
        ui::KeyPress key;
        int frames = 5; ///< then it is given up
    };
    std::optional<Forwarded> forwarded;

    /// How many lines the logboek has, kept since counting walks all of them: for this head and filter.
    struct Counted {
        Sequence upto = 0;
        bool noise = false, leads = false;
        std::size_t lines = 0;
    } counted;
};

/// Opens a dialog with empty fields.
void open(Drafts& drafts, Dialog dialog, std::string subject = {});
void close(Drafts& drafts);

} // namespace regiekamer::panels
