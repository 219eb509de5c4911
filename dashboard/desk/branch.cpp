#include "dashboard/desk/branch.hpp"

#include "messaging/codec/codec.hpp"
#include "messaging/journal/exchange.hpp"

#include <boost/uuid/random_generator.hpp>
#include <boost/uuid/uuid_io.hpp>
#include <fmt/format.h>

namespace regiekamer::desk {
namespace {

/// "oefening-hoogwater-tak-2.journal"; a branch of a branch counts on.
std::filesystem::path free_name(const std::filesystem::path& parent) {
    std::string stem = parent.stem().string();
    if (const auto branch = stem.rfind("-tak-"); branch != std::string::npos) stem.resize(branch);
    for (int number = 1;; ++number) {
        auto file = parent.parent_path() / fmt::format("{}-tak-{}.journal", stem, number);
        if (!std::filesystem::exists(file)) return file;
    }
}

} // namespace

Result<NewBranch> branch_off(const std::filesystem::path& journal, Sequence upto,
                             const picture::Picture& then, Instant at, const panels::User& who) {
    const auto& started = then.exercise->started;
    if (!started.said()) return refuse("exercise", "a moment before exercise.started", "a later moment");
    // what has ended has nothing left to play: the branch would stand at its last moment for ever
    if (then.exercise->ended) return refuse("exercise", "a moment after exercise.ended", "an earlier moment");
    const auto reader = journal::Reader::open(journal);
    if (!reader) return tl::unexpected(reader.error());
    const auto parent = reader->info();
    if (!parent) return tl::unexpected(parent.error());
    NewBranch made{free_name(journal), {}};
    if (const auto info = journal::branch(journal, made.journal, upto); !info)
        return tl::unexpected(info.error());
    Message message;
    message.id = boost::uuids::to_string(boost::uuids::random_generator()());
    message.source = "scenario/" + started.value.scenario + "/" + started.value.run.value;
    message.time = at;
    message.status = Mode::exercise;
    message.function = who.function;
    if (!who.person.empty()) message.person = who.person;
    message.body =
        ExerciseBranched{started.value.run, parent->uuid, SequenceNumber{static_cast<std::int64_t>(upto)}};
    made.first = codec::encode(message);
    return made;
}

Result<std::filesystem::path> same_journal(const std::filesystem::path& file, const std::string& uuid) {
    const auto reader = journal::Reader::open(file);
    if (!reader) return tl::unexpected(reader.error());
    const auto info = reader->info();
    if (!info) return tl::unexpected(info.error());
    if (info->replica)
        return refuse(file.string(), "a desk's copy, which has no salts", "the hub's own journal");
    if (info->uuid != uuid) return refuse(file.string(), "journal " + info->uuid, "journal " + uuid);
    return file;
}

std::optional<std::filesystem::path> hub_journal(const std::string& uuid,
                                                 std::span<const std::filesystem::path> folders) {
    std::error_code gone;
    for (const auto& folder : folders)
        for (const auto& entry : std::filesystem::directory_iterator(folder, gone))
            if (entry.path().extension() == ".journal" && same_journal(entry.path(), uuid))
                return entry.path();
    return std::nullopt;
}

} // namespace regiekamer::desk
