// Pull, read, keep, deliver; again. Nothing is pulled while the hub has not answered for what was pulled
// before.
#include "messaging/feeds/sources/run.hpp"

#include "messaging/feeds/sources/asked.hpp"
#include "messaging/feeds/sources/registered.hpp"
#include "messaging/feeds/sources/replay.hpp"
#include "messaging/link/link.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <future>

namespace regiekamer::feeds {
namespace {

constexpr std::size_t batch_events_max = 256, batch_bytes_max = 4 * 1024 * 1024;
constexpr milliseconds look_again{60'000}, listen_again{500}, first_greeting{3000};

class Run {
public:
    Run(const FeedSpec& spec, const RunSettings& settings, const Stop& stop)
        : spec_(spec), settings_(settings), stop_(stop),
          delivery_(settings.connect, "feed " + spec.name, log(), settings.context),
          registered_(settings.connect, settings.context) {}

    Result<void> begin();
    /// None: asked to end before it could be opened.
    Result<std::unique_ptr<Source>> open();
    void go(Source& source);
    [[nodiscard]] const RunCounts& counts() const { return counts_; }

private:
    [[nodiscard]] Log log() const {
        return [name = spec_.name, log = settings_.log](const std::string& text) {
            if (log) log(name + ": " + text);
        };
    }
    Result<void> read_for(Mode mode);
    void listen();
    void offer_again(bool only_lost);
    void answer_asked();
    void begin_anew();
    [[nodiscard]] milliseconds until_due() const;
    bool pull(Source& source);
    std::optional<Instant> take(Piece piece);
    void hand_over(const std::vector<Outgoing>& out);
    void settle(const std::vector<Outgoing>& out, const std::vector<Delivery::Refused>& refused);
    void keep(const RawLine& line);
    void finish(bool ended);

    const FeedSpec& spec_;
    const RunSettings& settings_;
    const Stop& stop_;
    Delivery delivery_;
    Registered registered_;
    Mode mode_{};
    Reader reader_;
    std::optional<Telling> telling_;
    std::optional<RawFile> raw_;
    std::vector<Outgoing> batch_;
    std::optional<Piece> last_document_;
    std::vector<RawPiece> taken_;                      ///< documents, until the hub has what they became
    std::size_t batch_bytes_ = 0, batch_messages_ = 0; ///< of what the source said
    RunCounts counts_;
    std::string kept_problem_, fault_, journal_;
    std::optional<Asked> asked_;
    std::string question_, answering_; ///< ids of what desks ask: the next, and the one that `retry_` is for
    Instant began_ = wall_clock();
    std::future<FeedRetried> retry_;
};

Result<void> Run::begin() {
    // A configuration that is wrong is said before anything is waited for.
    if (auto fits = check_kept(spec_); !fits) return tl::unexpected(fits.error());
    if (auto made = reader_of(*spec_.kind, {Mode::exercise, spec_.config, spec_.what}); !made)
        return tl::unexpected(made.error());
    const bool waits = settings_.patient || settings_.wait;
    const auto mode =
        delivery_.greet(stop_, waits ? std::nullopt : std::optional<milliseconds>(first_greeting));
    if (!mode) return tl::unexpected(mode.error());
    listen();
    if (auto read = read_for(mode_ = *mode); !read) return read;
    // Documents are read again: of those nothing is lost.
    const bool kept = !spec_.raw.empty() && !raw_files(spec_.raw, spec_.name).empty();
    if (kept && spec_.kind->pieces != Pieces::documents) offer_again(true);
    return {};
}

/// The reader starts from what the hub has of this feed: a document that is read again after a restart
/// changes nothing, and what was said and is over is ended.
Result<void> Run::read_for(Mode mode) {
    auto made =
        reader_of(*spec_.kind, {mode, spec_.config, spec_.what, [this] { return registered_.look(stop_); }});
    if (!made) return tl::unexpected(made.error());
    reader_ = std::move(*made);
    if (reader_.recalls())
        delivery_.recall(
            "feed/" + spec_.name, [&](const Message& said, Instant) { reader_.recall(said); }, stop_);
    journal_ = delivery_.journal();
    TellingSettings telling;
    telling.name = spec_.name;
    telling.status = mode;
    telling.silence = spec_.silence ? spec_.silence : spec_.kind->silence;
    telling_.emplace(std::move(telling), wall_clock());
    telling_->follows(delivery_.exercise_clock(stop_));
    if (spec_.raw.empty()) return {};
    const auto config = spec_.config.empty() ? spec_.config : std::filesystem::absolute(spec_.config);
    raw_.emplace(spec_.raw, RawHead{spec_.name, std::string(spec_.kind->name), spec_.what, config.string(),
                                    mode, journal_});
    return {};
}

void Run::listen() {
    const auto live = settings_.live.empty() ? link::live_beside(settings_.connect) : settings_.live;
    if (live == settings_.connect) return; // no endpoint of a kind of which the other is known
    auto asked = Asked::follow(live, spec_.name, settings_.context);
    if (asked)
        asked_.emplace(std::move(*asked));
    else
        log()(sentence(asked.error()));
}

/// What a desk asks, and what a run before this one had not delivered when it was killed: beside the feed,
/// which goes on reading meanwhile.
void Run::offer_again(bool only_lost) {
    ReplaySettings again;
    again.connect = settings_.connect;
    again.journal = journal_;
    again.lost_before = began_;
    again.only_lost = only_lost;
    again.log = log();
    again.context = settings_.context;
    retry_ = std::async(std::launch::async, [this, again] { return retry_kept(spec_, again, stop_); });
}

void Run::answer_asked() {
    if (asked_)
        if (const auto question = asked_->retry()) question_ = question->id;
    if (retry_.valid()) {
        if (retry_.wait_for(milliseconds(0)) != std::future_status::ready) return;
        auto answer = retry_.get();
        if (!answering_.empty())
            batch_.push_back(
                telling_->answer(std::move(answer), std::exchange(answering_, {}), wall_clock()));
        else if (answer.messages.value > 0)
            log()(fmt::format("{} messages of before had not reached the hub, and were offered again",
                              answer.messages.value));
    }
    if (question_.empty()) return;
    answering_ = std::exchange(question_, {});
    offer_again(false);
}

Result<std::unique_ptr<Source>> Run::open() {
    SourceSettings source;
    source.pieces = spec_.kind->pieces;
    source.piece_bytes_max = spec_.kind->piece_bytes_max;
    source.every = spec_.every;
    if (!source.every && (settings_.patient || spec_.from.starts_with("http")))
        source.every = spec_.kind->every;
    source.http.body = spec_.body;
    source.http.headers = spec_.headers;
    source.http.authorities = spec_.authorities;
    source.http.back_off = source.back_off = settings_.back_off;
    auto back_off = settings_.back_off;
    for (;;) {
        auto opened = open_source(spec_.from, source, spec_.beside);
        if (opened || !settings_.patient || stop_.stopped()) return opened;
        telling_->fault(sentence(opened.error()), wall_clock());
        hand_over(telling_->due(wall_clock()));
        log()(sentence(opened.error()) + "; it is tried again");
        if (stop_.wait(std::chrono::ceil<milliseconds>(back_off.next()))) return opened;
    }
}

void Run::keep(const RawLine& line) {
    if (!raw_) return;
    const auto kept = raw_->add(line, wall_clock());
    const std::string problem = kept ? "" : sentence(kept.error());
    counts_.not_kept += kept ? 0 : 1;
    telling_->not_kept(problem);
    if (problem == kept_problem_) return;
    kept_problem_ = problem;
    log()(problem.empty() ? "what comes in is kept again" : problem);
}

/// From when on its source is to give it again; none: it need not.
std::optional<Instant> Run::take(Piece piece) {
    ++counts_.pieces;
    if (spec_.kind->pieces == Pieces::documents) last_document_ = piece;
    const bool half = piece.half && !spec_.kind->whole_by_form;
    Became became = half ? half_of(piece.bytes) : reader_(piece.bytes, piece.arrival);
    if (spec_.kind->pieces == Pieces::documents) telling_->heard(piece.arrival);
    if (became.said.empty() && became.aside.empty() && spec_.kind->pieces != Pieces::documents)
        return std::nullopt; // a banner
    RawPiece raw{piece.arrival, std::move(piece.bytes), {}, became.aside, became.remarks};
    counts_.messages += became.said.size();
    batch_messages_ += became.said.size();
    counts_.aside += became.aside.size();
    std::vector<std::string> ids(became.said.size());
    for (std::size_t at = 0; at < ids.size(); ++at) {
        if (became.said[at].id.empty()) ids[at] = new_id();
        raw.became.push_back(became.said[at].id.empty() ? ids[at] : became.said[at].id);
    }
    batch_bytes_ += raw.bytes.size();
    // A line comes once: it is kept before the hub has it. A document is read again, and what is kept of it
    // is what the next run takes for said: it is kept when the hub has it.
    if (spec_.kind->pieces == Pieces::documents)
        taken_.push_back(std::move(raw));
    else
        keep(raw);
    const auto again = became.again;
    for (auto& one : telling_->take(std::move(became), piece.arrival, ids))
        batch_.push_back(std::move(one));
    return again;
}

/// False: there is nothing more for now.
bool Run::pull(Source& source) {
    bool ended = false;
    for (milliseconds longest = until_due(); !ended; longest = milliseconds(0)) {
        auto pulled = source.next(longest, stop_);
        const auto now = wall_clock();
        if (auto* piece = std::get_if<Piece>(&pulled)) {
            fault_.clear();
            if (const auto again = take(std::move(*piece))) source.again(*again);
            const bool room = batch_.size() < batch_events_max && batch_bytes_ < batch_bytes_max;
            if (room && !stop_.stopped()) continue;
        } else if (const auto* fault = std::get_if<Fault>(&pulled)) {
            telling_->fault(fault->sentence, now);
            if (fault->sentence != fault_) log()(fault->sentence + "; it is tried again");
            fault_ = fault->sentence;
        } else if (const auto* aside = std::get_if<Aside>(&pulled)) {
            ++counts_.aside;
            telling_->aside(aside->reason, aside->sample, now);
        } else if (std::holds_alternative<Heard>(pulled)) {
            fault_.clear();
            telling_->heard(now);
        }
        ended = std::holds_alternative<Ended>(pulled);
        break;
    }
    return !ended;
}

milliseconds Run::until_due() const {
    const auto now = wall_clock(), due = telling_->next_due();
    const auto longest = asked_ ? listen_again : look_again;
    if (due <= now) return milliseconds(0);
    if (due - now > longest) return longest;
    return std::chrono::ceil<milliseconds>(due - now);
}

void Run::settle(const std::vector<Outgoing>& out, const std::vector<Delivery::Refused>& refused) {
    for (const auto& one : refused) {
        ++counts_.refused;
        const std::string reason = refusal_reason(one.problem);
        log()(sentence(one.problem));
        telling_->aside(reason, out[one.at].event, wall_clock());
        keep(RawLater{{out[one.at].id}, reason});
    }
}

void Run::hand_over(const std::vector<Outgoing>& out) {
    if (out.empty() && taken_.empty()) return;
    const auto messages = std::exchange(batch_messages_, 0);
    auto refused = delivery_.deliver(out, stop_);
    if (!refused) refused = delivery_.last(out, settings_.last_answer);
    for (auto& piece : std::exchange(taken_, {}))
        keep(std::move(piece));
    if (refused) return settle(out, *refused);
    RawLater later{{}, std::string(hub_away)};
    for (const auto& one : out)
        later.ids.push_back(one.id);
    keep(later);
    counts_.undelivered += messages;
    log()(fmt::format("{} messages did not reach the hub{}", out.size(),
                      raw_ ? "; feed retry offers them again" : ""));
}

void Run::finish(bool ended) {
    hand_over(
        telling_->finish(ended ? "einde van de invoer" : "de koppeling is gestopt", wall_clock(), ended));
}

void Run::begin_anew() {
    if (const auto begun = read_for(mode_); !begun) return log()(sentence(begun.error()));
    // A source does not give again what did not change since.
    if (last_document_) take(Piece(*last_document_));
}

void Run::go(Source& source) {
    bool more = true;
    while (more && !stop_.stopped()) {
        telling_->follows(delivery_.exercise_clock(stop_));
        more = pull(source);
        for (auto& one : telling_->due(wall_clock()))
            batch_.push_back(std::move(one));
        answer_asked();
        hand_over(std::exchange(batch_, {}));
        batch_bytes_ = 0;
        // Another journal took the place of the one before: there nothing was said yet.
        if (delivery_.journal() != journal_ && !stop_.stopped()) begin_anew();
    }
    finish(!more);
}

} // namespace

Result<RunCounts> run_feed(const FeedSpec& spec, const RunSettings& settings, const Stop& stop) {
    Run run(spec, settings, stop);
    if (auto begun = run.begin(); !begun) return tl::unexpected(begun.error());
    auto source = run.open();
    if (!source) return tl::unexpected(source.error());
    run.go(**source);
    return run.counts();
}

Result<RunCounts> run_feed(const FeedSpec& spec, const RunSettings& settings, const Stop& stop,
                           Source& source) {
    Run run(spec, settings, stop);
    if (auto begun = run.begin(); !begun) return tl::unexpected(begun.error());
    run.go(source);
    return run.counts();
}

} // namespace regiekamer::feeds
