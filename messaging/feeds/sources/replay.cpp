// Both read the record line by line with a reader made as its head says.
#include "messaging/feeds/sources/replay.hpp"

#include "messaging/feeds/bytes.hpp"
#include "messaging/feeds/reading.hpp"
#include "messaging/feeds/sources/kinds.hpp"
#include "messaging/feeds/sources/raw.hpp"
#include "messaging/feeds/sources/registered.hpp"
#include "messaging/feeds/sources/relived.hpp"
#include "messaging/feeds/sources/said_since.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

namespace regiekamer::feeds {
namespace {

namespace fs = std::filesystem;
constexpr milliseconds greeting{3000};

/// A record's line as a Problem of the file.
Problem in_file(const fs::path& record, Problem problem) {
    problem.where = record.string() + (problem.where.empty() ? "" : ": " + problem.where);
    return problem;
}

class Offering {
public:
    Offering(const ReplaySettings& settings, const Stop& stop, bool retry)
        : settings_(settings), stop_(stop), retry_(retry),
          delivery_(settings.connect, "feed replay", settings.log, settings.context),
          registered_(settings.connect, settings.context), run_(new_id().substr(0, 8)) {}

    /// A record is judged whole before anything is asked of a hub.
    Result<void> look_through(const fs::path& record);
    Result<void> greet();
    /// One record after another, oldest first; of those that come after what is offered only what they say
    /// otherwise counts.
    Result<void> hear(const fs::path& record, bool offered = true);
    Result<ReplayCounts> finish();

private:
    Result<void> hear_lines(RawReader& record);
    Result<void> begin(const RawHead& head);
    [[nodiscard]] TellingSettings telling_of(const std::string& feed) const;
    [[nodiscard]] Became read(const RawPiece& piece) const;
    Result<void> take(const RawPiece& piece);
    Result<void> hand_over(const std::vector<Outgoing>& out);
    void count_expired(const Became& became, const std::optional<ExerciseClock>& clock);
    /// Whether to go on: false when asked to end.
    bool wait_for(Instant arrival);
    static void keep_ids(Became& became, const RawPiece& piece);
    void note_read(const RawHead& head, const RawPiece& piece);
    void find_lost();
    [[nodiscard]] bool wanted(const RawPiece& piece) const;
    void recall_before(Instant arrival);
    [[nodiscard]] std::vector<std::string> ids_of(const RawPiece& piece, std::size_t said) const;
    Result<void> play(const RawPiece& piece, Became became);
    void count(const Became& became);
    void keep(const RawPiece& piece, Became became);
    Result<void> offer_kept();
    Result<void> tell_end();

    const ReplaySettings& settings_;
    const Stop& stop_;
    bool retry_;
    std::string file_; ///< of the record that is heard
    bool offered_ = true;
    Delivery delivery_;
    Registered registered_;
    std::string run_;
    std::optional<Mode> mode_;
    Reader reader_;
    std::optional<RawHead> head_;
    bool of_another_ = false; ///< what comes now was recorded for another hub
    std::optional<Telling> telling_;
    std::optional<Instant> first_;
    std::chrono::steady_clock::time_point began_{};
    /// What lines became that were read for a journal: what of it the hub has not never arrived.
    struct Read {
        std::string source; ///< empty: their own
        std::set<std::string> ids;
        Instant since = Instant::max(); ///< the first arrival
    };
    std::map<std::string, Read> read_; ///< by journal
    std::set<std::string> undelivered_,
        refused_; ///< what was refused counts as delivered where it stands here
    bool any_wanted_ = false;
    Instant last_arrival_; ///< in the record
    Relived relived_;
    /// What is offered again, once all that came since told what took its place.
    struct Kept {
        std::string feed;
        std::size_t piece = 0;
        Instant arrival;
        Became became;
        std::vector<std::string> ids;
    };
    std::vector<Kept> kept_;
    SaidSince said_since_;
    bool recalled_ = false;
    std::size_t line_ = 0, piece_ = 0; ///< in this record; of all records
    ReplayCounts counts_;
};

Result<void> Offering::begin(const RawHead& head) {
    const bool unknown = head.journal.empty() && !settings_.only_lost;
    of_another_ = !settings_.journal.empty() &&
                  (head.mode != *mode_ || (!unknown && head.journal != settings_.journal));
    if (of_another_ || head_ == head) return {};
    if (!retry_ && *mode_ != Mode::exercise)
        return refuse(settings_.connect, "a hub of real work",
                      "the hub of an exercise: a recording is never played into real work");
    if (retry_ && *mode_ != head.mode)
        return refuse(settings_.connect,
                      *mode_ == Mode::actual ? "a hub of real work" : "the hub of an exercise",
                      "a hub of the kind that this was recorded for");
    recalled_ = false;
    const Kind* kind = kind_of(head.kind);
    if (kind == nullptr) return refuse("kind", head.kind, "a kind of feed that this program knows");
    auto made =
        reader_of(*kind, {head.mode, settings_.config.empty() ? fs::path(head.config) : settings_.config,
                          head.what, [this] { return registered_.look(stop_); }});
    if (!made) return tl::unexpected(made.error());
    reader_ = std::move(*made);
    head_ = head;
    if (!retry_) telling_.emplace(telling_of(head.feed), wall_clock());
    return {};
}

TellingSettings Offering::telling_of(const std::string& feed) const {
    TellingSettings telling;
    telling.name = feed;
    telling.status = *mode_;
    if (!retry_) telling.source = "feed/" + feed + "/replay-" + run_;
    telling.health = !retry_;
    telling.own_words = !retry_;
    return telling;
}

bool Offering::wait_for(Instant arrival) {
    if (!first_) {
        first_ = arrival;
        began_ = std::chrono::steady_clock::now();
    }
    if (settings_.instant || retry_) return !stop_.stopped();
    const auto since = std::chrono::duration<double, std::micro>(arrival - *first_) / settings_.rate;
    for (;;) {
        const auto left = since - (std::chrono::steady_clock::now() - began_);
        if (left <= std::chrono::duration<double>(0)) return !stop_.stopped();
        // In a quiet hour of the night it says that it runs, as a feed does.
        if (telling_ && !hand_over(telling_->due(wall_clock()))) return false;
        const auto bit = std::min<std::chrono::duration<double>>(left, std::chrono::seconds(60));
        if (stop_.wait(std::chrono::ceil<milliseconds>(bit))) return false;
    }
}

/// Those of then; where something became of it only now, ids that the next retry gives again.
std::vector<std::string> Offering::ids_of(const RawPiece& piece, std::size_t said) const {
    std::vector<std::string> ids;
    if (!retry_) return ids;
    for (std::size_t at = 0; at < said; ++at)
        ids.push_back(said == piece.became.size()
                          ? piece.became[at]
                          : fmt::format("{}/{}/{}/{}", file_, to_text(piece.arrival), line_, at));
    return ids;
}

Result<void> Offering::hand_over(const std::vector<Outgoing>& out) {
    if (out.empty()) return {};
    const auto refused = delivery_.deliver(out, stop_);
    if (!refused) return refuse("", "asked to end while the hub was away", "");
    for (const auto& one : *refused) {
        ++counts_.refused;
        if (counts_.why.empty()) counts_.why = refusal_reason(one.problem);
        if (settings_.log) settings_.log(sentence(one.problem));
    }
    return {};
}

/// What nothing was put aside of says the same again, and is offered under the ids of then: one that came
/// back to what it was before had another than its contents alone give.
void Offering::keep_ids(Became& became, const RawPiece& piece) {
    if (!piece.aside.empty() || became.said.size() != piece.became.size()) return;
    for (std::size_t at = 0; at < became.said.size(); ++at)
        if (!became.said[at].id.empty()) became.said[at].id = piece.became[at];
}

void Offering::count_expired(const Became& became, const std::optional<ExerciseClock>& clock) {
    const Instant now = clock ? clock->now(wall_clock()) : wall_clock();
    constexpr hours without_end{24}; // as desks reckon
    for (const auto& one : became.said)
        if (const auto* warning = std::get_if<WarningReceived>(&one.body))
            counts_.expired += warning->expires.value_or(warning->sent + without_end) <= now ? 1 : 0;
}

/// The reader starts from what the hub had when the record begins, as the feed itself did: what came back to
/// a value of the day before has another id than its contents alone give. An alert that reached the hub later
/// counts by when it was sent: what ends it must not be taken for that of others.
void Offering::recall_before(Instant arrival) {
    if (!retry_ || std::exchange(recalled_, true) || !any_wanted_ || !reader_.recalls()) return;
    delivery_.recall(
        "feed/" + head_->feed,
        [&](const Message& said, Instant recorded) {
            const auto* warning = std::get_if<WarningReceived>(&said.body);
            if (recorded < arrival || (warning != nullptr && warning->sent < arrival)) reader_.recall(said);
        },
        stop_);
}

void Offering::count(const Became& became) {
    ++counts_.pieces;
    counts_.aside += became.aside.size();
    if (counts_.why.empty() && !became.aside.empty()) counts_.why = became.aside.front().reason;
}

Became Offering::read(const RawPiece& piece) const {
    if (is_half(piece)) return half_of(piece.bytes);
    // What was of the future then may not be by now.
    const bool of_future = std::any_of(piece.aside.begin(), piece.aside.end(), [](const Aside& one) {
        return one.reason == sent_in_future || one.reason == future_reason;
    });
    return reader_(piece.bytes, retry_ && of_future ? wall_clock() : piece.arrival);
}

Result<void> Offering::take(const RawPiece& piece) {
    if (of_another_) return {};
    if (!reader_)
        return refuse("", "a piece before the head of the record", "a line with feed, kind and mode");
    recall_before(piece.arrival);
    Became became = read(piece); // also what is not wanted: a reader remembers
    if (!retry_) return play(piece, std::move(became));
    keep(piece, std::move(became));
    return {};
}

Result<void> Offering::play(const RawPiece& piece, Became became) {
    count(became);
    counts_.messages += became.said.size();
    const auto clock = delivery_.exercise_clock(stop_);
    telling_->follows(clock);
    const Instant wall = wall_clock();
    const Instant now = clock ? clock->now(wall) : wall;
    relived_.move(became, settings_.instant ? last_arrival_ : piece.arrival, now);
    relived_.move_pages(became, piece.arrival, now);
    count_expired(became, clock);
    return hand_over(telling_->take(std::move(became), wall));
}

bool Offering::wanted(const RawPiece& piece) const {
    return (!settings_.only_lost && !piece.aside.empty()) ||
           std::any_of(piece.became.begin(), piece.became.end(),
                       [&](const auto& id) { return undelivered_.contains(id); });
}

void Offering::keep(const RawPiece& piece, Became became) {
    ++piece_;
    for (const auto& one : became.said)
        said_since_.note(one.body, piece_);
    if (!wanted(piece) || !offered_) return;
    count(became);
    for (const auto& one : became.aside)
        if (settings_.log) settings_.log(fmt::format("line {}: still aside: {}", line_, one.reason));
    auto ids = ids_of(piece, became.said.size());
    keep_ids(became, piece);
    kept_.push_back({head_->feed, piece_, piece.arrival, std::move(became), std::move(ids)});
}

/// What a later piece said otherwise is left out: a hub that gets it now would take it for the last word.
Result<void> Offering::offer_kept() {
    for (auto& [feed, piece, arrival, became, ids] : std::exchange(kept_, {})) {
        if (stop_.stopped()) return {};
        std::vector<Said> said;
        std::vector<std::string> ids_said;
        for (std::size_t at = 0; at < became.said.size(); ++at) {
            if (said_since_.otherwise(became.said[at].body, piece)) continue;
            said.push_back(std::move(became.said[at]));
            ids_said.push_back(std::move(ids[at]));
        }
        became.said = std::move(said);
        counts_.messages += became.said.size();
        Telling telling(telling_of(feed), wall_clock());
        telling.follows(delivery_.exercise_clock(stop_));
        if (auto done = hand_over(telling.take(std::move(became), arrival, ids_said)); !done) return done;
    }
    return {};
}

Result<void> Offering::look_through(const fs::path& file) {
    auto record = RawReader::open(file);
    if (!record) return tl::unexpected(record.error());
    for (std::optional<RawHead> head;;) {
        auto line = record->next();
        if (!line) return tl::unexpected(in_file(file, line.error()));
        if (!*line && !head)
            return refuse(file.string(), "no head that can be read", "a record of what came in");
        if (!*line) return {};
        if (const auto* begins = std::get_if<RawHead>(&**line)) head = *begins;
        if (const auto* later = std::get_if<RawLater>(&**line)) {
            const bool refused = settings_.only_lost && later->reason != hub_away;
            (refused ? refused_ : undelivered_).insert(later->ids.begin(), later->ids.end());
        }
        if (const auto* piece = std::get_if<RawPiece>(&**line)) {
            if (head) note_read(*head, *piece);
            any_wanted_ = any_wanted_ || (!settings_.only_lost && !piece->aside.empty());
            last_arrival_ = std::max(last_arrival_, piece->arrival);
        }
    }
}

Result<void> Offering::greet() {
    const auto mode = delivery_.greet(stop_, greeting);
    if (!mode) return tl::unexpected(mode.error());
    mode_ = *mode;
    if (retry_) find_lost();
    return {};
}

/// A line is kept before the hub has it. A document is kept once the hub has it, and is read again.
void Offering::note_read(const RawHead& head, const RawPiece& piece) {
    const Kind* kind = kind_of(head.kind);
    if (kind == nullptr || kind->pieces == Pieces::documents) return;
    if (head.journal.empty() || piece.arrival >= settings_.lost_before) return;
    Read& read = read_[head.journal];
    read.source = kind->of_others ? "" : "feed/" + head.feed;
    read.ids.insert(piece.became.begin(), piece.became.end());
    read.since = std::min(read.since, piece.arrival);
}

/// A feed that was killed while the hub was away left no word of what it had read and not delivered.
void Offering::find_lost() {
    Read read = std::move(read_[delivery_.journal()]);
    read_.clear();
    const auto has = [&](const Message& said, Instant) {
        read.ids.erase(said.id);
        undelivered_.erase(said.id);
    };
    constexpr hours clocks_apart{2}; // ours and the hub's
    if (!read.ids.empty() && delivery_.recall(read.source, has, stop_, read.since - clocks_apart))
        undelivered_.merge(read.ids);
    for (const auto& id : refused_)
        undelivered_.erase(id);
    any_wanted_ = any_wanted_ || !undelivered_.empty();
}

Result<void> Offering::hear_lines(RawReader& record) {
    while (!stop_.stopped()) {
        auto line = record.next();
        if (!line) return tl::unexpected(line.error());
        if (!*line) break;
        line_ = record.line();
        Result<void> done;
        if (const auto* head = std::get_if<RawHead>(&**line)) done = begin(*head);
        if (const auto* piece = std::get_if<RawPiece>(&**line)) {
            if (!wait_for(piece->arrival)) break;
            done = take(*piece);
        }
        if (!done) return done;
    }
    return {};
}

Result<void> Offering::hear(const fs::path& file, bool offered) {
    auto record = RawReader::open(file);
    if (!record) return tl::unexpected(record.error());
    file_ = file.filename().string();
    offered_ = offered;
    if (auto done = hear_lines(*record); !done) return tl::unexpected(in_file(file, done.error()));
    const auto torn = offered ? record->torn() : 0;
    if (torn == 0) return {};
    counts_.aside += torn;
    if (counts_.why.empty()) counts_.why = "half a line, which nobody finished";
    if (settings_.log) settings_.log(fmt::format("{}: {} half lines, left out", file.string(), torn));
    return {};
}

/// The last word of a play, also of one that was asked to end: it is missed by nobody.
Result<void> Offering::tell_end() {
    if (stop_.stopped()) {
        delivery_.last(telling_->finish("de opname is gestopt", wall_clock(), true), settings_.last_answer);
        return {};
    }
    std::string note = "einde van de opname";
    if (counts_.expired > 0) {
        note += fmt::format("; {} al verlopen op de klok van de oefening",
                            counts_.expired == 1 ? std::string("1 waarschuwing was")
                                                 : fmt::format("{} waarschuwingen waren", counts_.expired));
        if (settings_.log)
            settings_.log(fmt::format("{}: {} warnings had expired by the clock of the exercise, and are "
                                      "not shown as warnings that hold",
                                      file_, counts_.expired));
    }
    return hand_over(telling_->finish(note, wall_clock(), true));
}

Result<ReplayCounts> Offering::finish() {
    if (auto done = offer_kept(); !done) return tl::unexpected(done.error());
    if (telling_)
        if (auto done = tell_end(); !done) return tl::unexpected(done.error());
    return counts_;
}

/// Of the same feed and folder, after this one.
std::vector<fs::path> later_records(const fs::path& record) {
    const std::string name = record.filename().string();
    constexpr std::size_t day = std::string_view("-2026-03-02.jsonl").size();
    if (name.size() <= day) return {};
    auto records = raw_files(record.parent_path().empty() ? "." : record.parent_path(),
                             name.substr(0, name.size() - day));
    std::erase_if(records, [&](const fs::path& other) { return other.filename().string() <= name; });
    return records;
}

Result<ReplayCounts> retry_records(const std::vector<fs::path>& records, const ReplaySettings& settings,
                                   const Stop& stop) {
    Offering offering(settings, stop, true);
    std::string why; // of the first that cannot be read
    std::vector<fs::path> whole;
    for (const auto& record : records) {
        const auto readable = offering.look_through(record);
        if (readable) whole.push_back(record);
        if (!readable && why.empty()) why = sentence(readable.error());
    }
    if (auto done = offering.greet(); !done) return tl::unexpected(done.error());
    for (const auto& record : whole)
        if (const auto done = offering.hear(record); !done && why.empty()) why = sentence(done.error());
    auto counts = offering.finish();
    if (counts && counts->why.empty()) counts->why = why;
    return counts;
}

} // namespace

Result<ReplayCounts> replay_record(const fs::path& record, const ReplaySettings& settings, const Stop& stop) {
    Offering offering(settings, stop, false);
    if (auto whole = offering.look_through(record); !whole) return tl::unexpected(whole.error());
    if (auto done = offering.greet(); !done) return tl::unexpected(done.error());
    if (auto done = offering.hear(record); !done) return tl::unexpected(done.error());
    return offering.finish();
}

Result<ReplayCounts> retry_record(const fs::path& record, const ReplaySettings& settings, const Stop& stop) {
    Offering offering(settings, stop, true);
    if (auto whole = offering.look_through(record); !whole) return tl::unexpected(whole.error());
    if (auto done = offering.greet(); !done) return tl::unexpected(done.error());
    if (auto done = offering.hear(record); !done) return tl::unexpected(done.error());
    for (const auto& later : later_records(record))
        if (auto done = offering.hear(later, false); !done && settings.log)
            settings.log(sentence(done.error())); // it cannot tell what changed since
    return offering.finish();
}

FeedRetried retry_kept(const FeedSpec& spec, const ReplaySettings& settings, const Stop& stop) {
    const auto counted = [](std::size_t count) {
        return Count(std::min(static_cast<std::int64_t>(count), Count::max));
    };
    FeedRetried answer;
    answer.feed = FeedId{spec.name};
    if (spec.raw.empty()) {
        answer.note = "this feed keeps nothing";
        return answer;
    }
    auto records = raw_files(spec.raw, spec.name);
    const std::size_t days = settings.only_lost ? lost_days : retry_days;
    if (records.size() > days)
        records.erase(records.begin(), records.end() - static_cast<std::ptrdiff_t>(days));
    const auto all = retry_records(records, settings, stop);
    if (!all) {
        answer.note = sample_of(sentence(all.error()));
        return answer;
    }
    answer.pieces = counted(all->pieces);
    answer.messages = counted(all->messages);
    answer.aside = counted(all->aside);
    answer.refused = counted(all->refused);
    if (!all->why.empty()) answer.note = sample_of(all->why);
    return answer;
}

} // namespace regiekamer::feeds
