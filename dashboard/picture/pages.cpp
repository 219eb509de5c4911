// The fold of P2000 lines: which lines are one alarm, which part belongs to which, that a withdrawal closes
// one (formats.md §2), and what a page proposes.
#include "dashboard/picture/apply.hpp"
#include "dashboard/picture/incidents.hpp"
#include "dashboard/picture/page_begun_by.hpp"
#include "dashboard/picture/page_withdrawal.hpp"
#include "dashboard/picture/picture.hpp"
#include "dashboard/picture/warnings.hpp"
#include "messaging/vocabulary/page_words.hpp"

#include <algorithm>
#include <utility>

namespace regiekamer::picture {

namespace {

constexpr auto group_window = seconds(60);
constexpr auto part_window = minutes(8); // two FLEX cycles
constexpr std::size_t repeat_max = 64;
constexpr std::size_t text_max = 8192; // as long as a line may be; parts beyond it stand by themselves

/// One line, ready to be placed.
struct Line {
    const Recorded& fact;
    const PageReceived& body;
    Instant at;
    std::string normalised;

    Line(const Recorded& recorded, const PageReceived& page)
        : fact(recorded), body(page),
          at(apart(page.at, recorded.message.time) <= page_clock_slack ? page.at : recorded.message.time),
          normalised(normalise(page.text)) {}
};

/// Under which key equal texts meet. Tone-only pages have no text: those meet by capcode.
std::string text_key(const std::string& normalised, const std::set<Capcode>& capcodes) {
    if (!normalised.empty() || capcodes.empty()) return normalised;
    return "capcode " + capcodes.begin()->value; // lower case: no normalised text
}

/// The page whose first line has this sequence: they stand in that order.
std::optional<std::size_t> begun_by(const Warnings& warnings, Sequence sequence) {
    const std::size_t index =
        warnings.pages.partition_point([&](const PageAlarm& page) { return page.sequence < sequence; });
    const bool found = index < warnings.pages.size() && warnings.pages[index].sequence == sequence;
    return found ? std::optional(index) : std::nullopt;
}

PageAlarm alarm_from(const Line& line) {
    const PageReceived& body = line.body;
    PageAlarm alarm;
    alarm.messages = {MessageId(line.fact.message.id)};
    alarm.sequence = line.fact.sequence;
    alarm.at = line.at;
    alarm.capcodes.insert(body.capcodes.begin(), body.capcodes.end());
    alarm.text = body.text;
    alarm.normalised = line.normalised;
    alarm.last_part = line.normalised;
    alarm.priority = body.priority;
    alarm.place = body.place;
    alarm.grip = body.grip;
    alarm.ours = body.ours;
    alarm.ours_by = body.ours_by;
    alarm.test = body.test;
    alarm.withdrawal = body.withdrawn.value_or(false);
    alarm.open_part = body.part == PagePart::first;
    alarm.beginning_missing = body.part == PagePart::last;
    return alarm;
}

void note_recent(Warnings& warnings, std::size_t index) {
    const PageAlarm& alarm = warnings.pages[index];
    std::size_t& newest = warnings.recent[text_key(alarm.normalised, alarm.capcodes)];
    newest = std::max(newest, index);
    if (warnings.recent.size() <= page_recent_max) return;
    const std::size_t oldest = warnings.pages.size() - std::min(warnings.pages.size(), page_recent_max / 2);
    std::erase_if(warnings.recent, [&](const auto& entry) { return entry.second < oldest; });
}

/// Pages that propose something are listed, so that nobody searches a year of pages for them.
void note_proposing(Warnings& warnings, std::size_t index) {
    const PageAlarm& alarm = warnings.pages[index];
    if (!alarm.ours || alarm.test || alarm.withdrawal) return;
    if (!alarm.grip && !alarm.ours_by && !mentions_ovd_bz(alarm)) return;
    auto& proposing = warnings.proposing; // in order, so that a flood is not searched whole for each
    const auto place = std::lower_bound(proposing.begin(), proposing.end(), index);
    if (place == proposing.end() || *place != index) proposing.insert(place, index);
}

/// The newest alarm with this text, not older than `page_memory`; nothing: none.
std::optional<std::size_t> same_text(const Warnings& warnings, const std::string& key, Instant at) {
    const auto found = warnings.recent.find(key);
    if (found == warnings.recent.end() || apart(warnings.pages[found->second].at, at) > page_memory)
        return std::nullopt;
    return found->second;
}

/// Adds a line to an alarm that has its text already.
void add_line(Warnings& warnings, std::size_t index, const Line& line) {
    PageAlarm& alarm = warnings.pages.edit(index);
    const MessageId id(line.fact.message.id);
    // One that is told twice comes soon again; a flood of one text is not searched for it whole.
    const auto recent =
        alarm.messages.end() - static_cast<std::ptrdiff_t>(std::min(alarm.messages.size(), repeat_max));
    if (std::find(recent, alarm.messages.end(), id) == alarm.messages.end()) alarm.messages.push_back(id);
    alarm.capcodes.insert(line.body.capcodes.begin(), line.body.capcodes.end());
    if (!alarm.priority) alarm.priority = line.body.priority;
    if (!alarm.place) alarm.place = line.body.place;
    if (!alarm.grip) alarm.grip = line.body.grip;
    alarm.ours = alarm.ours || line.body.ours;
    if (!alarm.ours_by) alarm.ours_by = line.body.ours_by;
    alarm.test = alarm.test || line.body.test; // half a proefalarm is no alarm either
    note_proposing(warnings, index);
}

/// An alarm whose text grew by a part may now have the text of another. The later of the two is the
/// re-alarm, also where the earlier one was complete last: no two are ever each other's.
void note_grown(Warnings& warnings, std::size_t index, Instant at) {
    if (const auto same = same_text(warnings, warnings.pages[index].normalised, at); same && *same != index) {
        const std::size_t earlier = std::min(index, *same);
        const Sequence sequence = warnings.pages[earlier].sequence;
        PageAlarm& later = warnings.pages.edit(std::max(index, *same));
        // The earlier stands between the later and what that was the re-alarm of.
        const auto before = std::exchange(later.realarm_of, sequence);
        if (earlier == index && before && *before < sequence)
            warnings.pages.edit(earlier).realarm_of = before;
    }
    note_recent(warnings, index);
}

std::size_t add_alarm(Warnings& warnings, const Line& line) {
    PageAlarm alarm = alarm_from(line);
    if (const auto earlier = same_text(warnings, text_key(alarm.normalised, alarm.capcodes), line.at))
        alarm.realarm_of = warnings.pages[*earlier].sequence;
    const std::size_t index = warnings.pages.size();
    warnings.pages.push_back(std::move(alarm));
    note_recent(warnings, index);
    note_proposing(warnings, index);
    return index;
}

/// The alarm of this minute whose text the line repeats. What was withdrawn before is alarmed anew.
std::optional<std::size_t> repeated(const Warnings& warnings, const Line& line) {
    const std::set<Capcode> capcodes(line.body.capcodes.begin(), line.body.capcodes.end());
    const auto same = same_text(warnings, text_key(line.normalised, capcodes), line.at);
    if (!same) return std::nullopt;
    const PageAlarm& alarm = warnings.pages[*same];
    if (apart(alarm.at, line.at) > group_window) return std::nullopt;
    const auto closing = alarm.withdrawn ? begun_by(warnings, alarm.withdrawn->sequence) : std::nullopt;
    return closing && line.at > warnings.pages[*closing].at ? std::nullopt : same;
}

/// Closes an alarm and the earlier ones that it was the re-alarm of: they would ask in its place again.
void withdraw(Warnings& warnings, std::size_t index, const Known<MessageId>& by) {
    const Instant at = warnings.pages[index].at;
    for (std::optional<std::size_t> next = index; next;) {
        const PageAlarm& earlier = warnings.pages[*next];
        if (earlier.withdrawn || apart(earlier.at, at) > page_memory) return;
        PageAlarm& alarm = warnings.pages.edit(*next);
        alarm.withdrawn = by;
        // Backwards only, so that it ends whatever the journal holds.
        const bool anew = alarm.realarm_of && *alarm.realarm_of < alarm.sequence;
        next = anew ? begun_by(warnings, *alarm.realarm_of) : std::nullopt;
    }
}

bool withdraws(const Line& line) {
    return line.body.withdrawn.value_or(false) && !line.body.test;
}

/// Adds what stands on its own: an alarm, or a withdrawal, which closes one.
std::size_t add_page(Warnings& warnings, const Line& line) {
    const std::size_t index = add_alarm(warnings, line);
    if (withdraws(line)) {
        const Known by(MessageId(line.fact.message.id), line.fact);
        for (const std::size_t closed : alarms_to_withdraw(warnings, warnings.pages[index], 0))
            withdraw(warnings, closed, by);
    } else if (const auto before = withdrawal_before(warnings, index)) {
        const PageAlarm& withdrawal = warnings.pages[*before];
        Known by(withdrawal.messages.front(), line.fact);
        by.sequence = withdrawal.sequence;
        warnings.pages.edit(index).withdrawn = by;
    }
    return index;
}

/// A withdrawal for one more of the group closes nothing more. What was alarmed since the first of it, it
/// does.
bool closes_another(const Warnings& warnings, const Line& line, std::size_t said_before) {
    if (!withdraws(line)) return false;
    const auto closed = alarms_to_withdraw(warnings, alarm_from(line), said_before + 1);
    return std::any_of(closed.begin(), closed.end(),
                       [&](std::size_t index) { return warnings.pages[index].at <= line.at; });
}

bool shares_capcode(const PageAlarm& alarm, const PageReceived& body) {
    return std::any_of(body.capcodes.begin(), body.capcodes.end(),
                       [&](const Capcode& capcode) { return alarm.capcodes.contains(capcode); });
}

/// A part of a long page: repeats an earlier part for another capcode, goes on where one stopped, or begins.
void take_part(Warnings& warnings, const Line& line) {
    std::erase_if(warnings.parts,
                  [&](std::size_t index) { return apart(warnings.pages[index].at, line.at) > part_window; });
    for (auto index = warnings.parts.rbegin(); index != warnings.parts.rend(); ++index) {
        const PageAlarm& alarm = warnings.pages[*index];
        if (alarm.last_part == line.normalised &&
            (shares_capcode(alarm, line.body) || apart(alarm.at, line.at) <= group_window))
            return add_line(warnings, *index, line);
        if (!alarm.open_part || !shares_capcode(alarm, line.body)) continue;
        if (alarm.text.size() + line.body.text.size() > text_max) continue;
        PageAlarm& longer = warnings.pages.edit(*index);
        longer.text += line.body.text;
        longer.normalised = normalise(longer.text);
        longer.last_part = line.normalised;
        longer.open_part = line.body.part == PagePart::first;
        note_grown(warnings, *index, line.at);
        return add_line(warnings, *index, line);
    }
    warnings.parts.push_back(add_page(warnings, line));
}

} // namespace

void apply(Picture& picture, const Recorded& fact, const PageReceived& body) {
    auto& warnings = picture.warnings.edit();
    const Line line(fact, body);
    note_heard(picture, fact, body.type, line.at);
    if (body.part) return take_part(warnings, line);
    const auto same = repeated(warnings, line);
    if (same && !closes_another(warnings, line, *same)) return add_line(warnings, *same, line);
    add_page(warnings, line);
}

bool mentions_ovd_bz(const PageAlarm& page) {
    return regiekamer::mentions_ovd_bz(page.normalised);
}

const PageAlarm* find_page(const Picture& picture, const MessageId& message) {
    const auto& pages = picture.warnings->pages;
    for (std::size_t index = pages.size(); index-- > 0;) {
        const auto& messages = pages[index].messages;
        if (std::find(messages.begin(), messages.end(), message) != messages.end()) return &pages[index];
    }
    return nullptr;
}

const PageAlarm* page_begun_by(const Picture& picture, Sequence sequence) {
    const auto index = begun_by(*picture.warnings, sequence);
    return index ? &picture.warnings->pages[*index] : nullptr;
}

std::vector<const PageAlarm*> pages_between(const Picture& picture, Instant from, Instant until,
                                            std::size_t most) {
    std::vector<const PageAlarm*> found;
    std::size_t ours = 0, others = 0; // apart: a flood of others does not push out what is for us
    const auto& pages = picture.warnings->pages;
    for (std::size_t index = pages.size(); index-- > 0 && (ours < most || others < most);) {
        const PageAlarm& page = pages[index];
        if (page.at < from - hours(1)) break; // arrivals are nearly in order
        if (page.at < from || page.at > until) continue;
        if (std::size_t& count = page.ours ? ours : others; count < most) {
            found.push_back(&page);
            ++count;
        }
    }
    return found;
}

bool incomplete(const PageAlarm& page, Instant now) {
    return page.beginning_missing || (page.open_part && now > page.at + part_window);
}

namespace {

/// The pages that propose something by their sequence.
using Proposing = std::map<Sequence, const PageAlarm*>;

/// The lines of the page and of those that it alarms anew, latest first.
std::vector<MessageId> lines_of_all(const Proposing& proposing, const PageAlarm& page) {
    std::vector<MessageId> lines;
    for (const PageAlarm* each = &page; each != nullptr;) {
        lines.insert(lines.end(), each->messages.begin(), each->messages.end());
        // Backwards only, so that it ends whatever the journal holds.
        const bool anew = each->realarm_of && *each->realarm_of < each->sequence;
        const auto earlier = anew ? proposing.find(*each->realarm_of) : proposing.end();
        each = earlier == proposing.end() ? nullptr : earlier->second;
    }
    return lines;
}

bool settled(const auto& map, const std::vector<MessageId>& lines) {
    return std::any_of(lines.begin(), lines.end(), [&](const MessageId& id) { return map.contains(id); });
}

/// An incident was opened upon one of these lines, and stands open.
bool has_incident(const Picture& picture, const std::vector<MessageId>& lines) {
    const auto& accepted = picture.warnings->incident_accepted;
    return std::any_of(lines.begin(), lines.end(), [&](const MessageId& id) {
        const auto found = accepted.find(id);
        const auto* incident =
            found == accepted.end() ? nullptr : find_incident(picture, found->second.value);
        return incident != nullptr && !incident->closed;
    });
}

/// Whether the level that a page names is no question any more: every open incident has it, or had it when
/// the page came, or somebody decided on it since. Where no incident is open, none ends.
bool is_decided(const Picture& picture, const PageAlarm& page) {
    const GripLevel level = *page.grip;
    const auto open = active_incidents(picture, Instant::max());
    if (open.empty()) return level.value == 0;
    const auto all_had = [&](Instant at) {
        return std::all_of(open.begin(), open.end(),
                           [&](const IncidentId& id) { return grip_at(picture, id, at).level == level; });
    };
    const auto decided_since = [&](const IncidentId& id) {
        const auto& steps = find_incident(picture, id)->grip;
        return std::any_of(steps.begin(), steps.end(), [&](const GripStep& step) {
            return step.level == level && step.sequence > page.sequence;
        });
    };
    return all_had(Instant::max()) || (level.value > 0 && all_had(page.at)) ||
           std::any_of(open.begin(), open.end(), decided_since);
}

} // namespace

std::vector<Proposal> open_proposals(const Picture& picture) {
    const Warnings& warnings = *picture.warnings;
    Proposing proposing;
    std::set<Sequence> alarmed_anew;
    for (const std::size_t index : warnings.proposing) {
        const PageAlarm& page = warnings.pages[index];
        proposing.emplace(page.sequence, &page);
        if (page.realarm_of && !page.test && !page.withdrawn) alarmed_anew.insert(*page.realarm_of);
    }
    std::vector<Proposal> open;
    for (const auto& [sequence, page] : proposing) {
        // A re-alarm asks the same, and is the one to answer.
        if (page->test || page->withdrawn || alarmed_anew.contains(sequence)) continue;
        // A decision on GRIP stands on an incident: then the page needs no new one.
        if (settled(warnings.dismissed, page->messages) || settled(warnings.grip_accepted, page->messages))
            continue;
        Proposal proposal{Proposal::Kind::incident,
                          page->messages.front(),
                          sequence,
                          page->at,
                          std::nullopt,
                          page->text,
                          page->place};
        // GRIP 0 ends something, wherever it was.
        const bool begins = page->grip ? page->grip->value > 0 : page->ours_by.has_value();
        const bool asks = (begins || mentions_ovd_bz(*page)) && !tells_an_end(page->normalised);
        if (asks && !settled(warnings.incident_accepted, page->messages) &&
            !has_incident(picture, lines_of_all(proposing, *page)))
            open.push_back(proposal);
        if (!page->grip || is_decided(picture, *page)) continue;
        proposal.kind = Proposal::Kind::grip;
        proposal.level = page->grip;
        open.push_back(std::move(proposal));
    }
    std::stable_sort(open.begin(), open.end(), [](const Proposal& one, const Proposal& other) {
        return std::pair(one.at, one.sequence) < std::pair(other.at, other.sequence);
    });
    return open;
}

} // namespace regiekamer::picture
