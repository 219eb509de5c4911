// Walking the journal once: the exercise's title and day, the names, and who said something at a desk.
#include "messaging/feeds/exercise_record.hpp"

#include "messaging/codec/codec.hpp"
#include "messaging/journal/journal.hpp"

#include <map>
#include <optional>
#include <set>

namespace regiekamer::feeds {
namespace {

constexpr std::size_t rows_at_once = 1'000, bytes_at_once = 4U << 20U;

/// Who leads, scores or looks on is not exercised.
bool plays(const Function& function) {
    static const std::set<Function> others{"oefenleider", "waarnemer", "meekijker"};
    return !others.contains(function);
}

struct Walk {
    std::optional<std::string> title;
    Instant held; ///< wall clock: when it was exercised, not which day it played
    std::map<PersonId, std::string> names;
    std::set<std::pair<PersonId, Function>> players;

    void take(const journal::Row& row) {
        const Message message = codec::read(row.event);
        if (const auto* started = std::get_if<ExerciseStarted>(&message.body); started != nullptr && !title) {
            title = started->title;
            held = row.recorded;
        }
        if (const auto* person = std::get_if<PersonRegistered>(&message.body))
            names[person->person] = person->name;
        const bool at_desk = message.source.starts_with("desk/") && message.person && message.function;
        if (at_desk && plays(*message.function)) players.emplace(*message.person, *message.function);
    }
};

} // namespace

Result<Import> read_exercise_journal(const std::filesystem::path& file) {
    auto reader = journal::Reader::open(file);
    if (!reader) return tl::unexpected(reader.error());
    const auto info = reader->info();
    if (!info) return tl::unexpected(info.error());
    if (info->mode != Mode::exercise)
        return refuse(file.string(), "a journal of real work", "one of an exercise");
    Walk walk;
    for (Sequence after = 0;;) {
        const auto rows = reader->read(after, rows_at_once, bytes_at_once);
        if (!rows) return tl::unexpected(rows.error());
        if (rows->empty()) break;
        for (const auto& row : *rows)
            walk.take(row);
        after = rows->back().sequence;
    }
    if (!walk.title) return refuse(file.string(), "no exercise was started in it", "an exercise.started");
    if (walk.players.empty())
        return refuse(file.string(), "nobody who played in it at a desk under a name", "at least one player");
    Import import;
    for (const auto& [person, function] : walk.players) {
        const auto known = walk.names.find(person);
        TrainingRecorded record;
        record.person = known == walk.names.end() ? person : PersonId(known->second);
        record.function = function;
        record.subject = "Oefening: " + *walk.title;
        record.at = walk.held;
        record.origin = "oefening " + info->uuid;
        import.report.push_back({import.report.size() + 1, true,
                                 record.person.value + " as " + function.value + ", " + record.subject});
        import.bodies.emplace_back(record);
    }
    return import;
}

} // namespace regiekamer::feeds
