// Pull, read, keep, deliver; again. Nothing is pulled while the hub has not answered for what was pulled
// before.
#include "messaging/feeds/sources/run.hpp"

#include "messaging/feeds/sources/registered.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace regiekamer::feeds {
namespace {

constexpr std::size_t batch_events_max = 256, batch_bytes_max = 4 * 1024 * 1024;
constexpr milliseconds look_again{60'000}, first_greeting{3000};

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
    void remember();
    [[nodiscard]] milliseconds until_due() const;
    bool pull(Source& source);
    void take(Piece piece);
    void hand_over(std::vector<Outgoing> out);
    void settle(const std::vector<Outgoing>& out, const std::vector<Delivery::Refused>& refused);
    void keep(const RawLine& line);
    void finish(const std::string& note);

    const FeedSpec& spec_;
    const RunSettings& settings_;
    const Stop& stop_;
    Delivery delivery_;
    Registered registered_;
    bool remembering_ = false; ///< what was said before is read again, and says nothing
    Reader reader_;
    std::optional<Telling> telling_;
    std::optional<RawFile> raw_;
    std::vector<Outgoing> batch_;
    std::vector<RawPiece> taken_; ///< documents, until the hub has what they became
    std::size_t batch_bytes_ = 0;
    RunCounts counts_;
    std::string kept_problem_, fault_;
};

Result<void> Run::begin() {
    // A configuration that is wrong is said before anything is waited for.
    if (auto made = reader_of(*spec_.kind, {Mode::exercise, spec_.config, spec_.what}); !made)
        return tl::unexpected(made.error());
    const auto mode = delivery_.greet(stop_, settings_.patient ? std::nullopt
                                                               : std::optional<milliseconds>(first_greeting));
    if (!mode) return tl::unexpected(mode.error());
    auto made = reader_of(*spec_.kind, {*mode, spec_.config, spec_.what, [this] {
                                            return remembering_ ? KnownPersons{} : registered_.look(stop_);
                                        }});
    if (!made) return tl::unexpected(made.error());
    reader_ = std::move(*made);
    TellingSettings telling;
    telling.name = spec_.name;
    telling.status = *mode;
    telling.silence = spec_.silence ? spec_.silence : spec_.kind->silence;
    telling_.emplace(std::move(telling), wall_clock());
    if (spec_.raw.empty()) return {};
    remembering_ = true;
    remember();
    remembering_ = false;
    const auto config = spec_.config.empty() ? spec_.config : std::filesystem::absolute(spec_.config);
    raw_.emplace(spec_.raw,
                 RawHead{spec_.name, std::string(spec_.kind->name), spec_.what, config.string(), *mode});
    return {};
}

/// A reader of documents compares with what it was given before; after a restart that is what was kept, but
/// for what the hub never got.
void Run::remember() {
    if (spec_.kind->pieces != Pieces::documents) return;
    auto files = raw_files(spec_.raw, spec_.name);
    if (files.size() > 2) files.erase(files.begin(), files.end() - 2);
    const auto each = [&](const auto& act) {
        for (const auto& file : files) {
            auto record = RawReader::open(file);
            while (record && !stop_.stopped()) {
                const auto line = record->next();
                if (!line || !*line) break;
                act(**line);
            }
        }
    };
    std::set<std::string> lacking;
    each([&](const RawLine& line) {
        if (const auto* later = std::get_if<RawLater>(&line))
            lacking.insert(later->ids.begin(), later->ids.end());
    });
    each([&](const RawLine& line) {
        const auto* piece = std::get_if<RawPiece>(&line);
        if (piece == nullptr || !piece->aside.empty()) return;
        if (std::none_of(piece->became.begin(), piece->became.end(),
                         [&](const auto& id) { return lacking.contains(id); }))
            reader_(piece->bytes, piece->arrival);
    });
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
    if (problem == kept_problem_) return;
    kept_problem_ = problem;
    log()(problem.empty() ? "what comes in is kept again" : problem);
}

void Run::take(Piece piece) {
    ++counts_.pieces;
    Became became = reader_(piece.bytes, piece.arrival);
    if (spec_.kind->pieces == Pieces::documents) telling_->heard(piece.arrival);
    if (became.said.empty() && became.aside.empty() && spec_.kind->pieces != Pieces::documents)
        return; // a banner
    RawPiece raw{piece.arrival, std::move(piece.bytes), {}, became.aside, became.remarks};
    counts_.messages += became.said.size();
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
    for (auto& one : telling_->take(std::move(became), piece.arrival, ids))
        batch_.push_back(std::move(one));
}

/// False: there is nothing more for now.
bool Run::pull(Source& source) {
    bool ended = false;
    for (milliseconds longest = until_due(); !ended; longest = milliseconds(0)) {
        auto pulled = source.next(longest, stop_);
        const auto now = wall_clock();
        if (auto* piece = std::get_if<Piece>(&pulled)) {
            fault_.clear();
            take(std::move(*piece));
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
    if (due <= now) return milliseconds(0);
    if (due - now > look_again) return look_again;
    return std::chrono::ceil<milliseconds>(due - now);
}

void Run::settle(const std::vector<Outgoing>& out, const std::vector<Delivery::Refused>& refused) {
    for (const auto& one : refused) {
        ++counts_.refused;
        const std::string reason =
            "the hub refused it: " +
            (one.problem.expected.empty() ? one.problem.found : "expected " + one.problem.expected);
        log()(sentence(one.problem));
        telling_->aside(reason, out[one.at].event, wall_clock());
        keep(RawLater{{out[one.at].id}, reason});
    }
}

void Run::hand_over(std::vector<Outgoing> out) {
    if (out.empty() && taken_.empty()) return;
    auto refused = delivery_.deliver(out, stop_);
    if (!refused) refused = delivery_.last(out);
    for (auto& piece : std::exchange(taken_, {}))
        keep(std::move(piece));
    if (refused) return settle(out, *refused);
    RawLater later{{}, "the hub was away when the feed was ended"};
    for (const auto& one : out)
        later.ids.push_back(one.id);
    keep(later);
    log()(fmt::format("{} messages did not reach the hub{}", out.size(),
                      raw_ ? "; feed retry offers them again" : ""));
}

void Run::finish(const std::string& note) {
    hand_over(telling_->finish(note, wall_clock()));
}

void Run::go(Source& source) {
    bool more = true;
    while (more && !stop_.stopped()) {
        more = pull(source);
        for (auto& one : telling_->due(wall_clock()))
            batch_.push_back(std::move(one));
        hand_over(std::exchange(batch_, {}));
        batch_bytes_ = 0;
    }
    finish(more ? "de koppeling is gestopt" : "einde van de invoer");
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
