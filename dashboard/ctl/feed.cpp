// regiekamerctl feed: the outside world into a hub. A hub that goes away is waited for; nothing that was read
// is lost. Each feed has a thread of its own; this one waits for an interrupt.
#include "dashboard/catalogue/folders.hpp"
#include "dashboard/ctl/terminal.hpp"
#include "dashboard/ctl/verbs.hpp"
#include "dashboard/typed/checks.hpp"
#include "messaging/feeds/sources/replay.hpp"
#include "messaging/feeds/sources/run.hpp"
#include "messaging/hub/hub.hpp"

#include <atomic>
#include <boost/json.hpp>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <mutex>
#include <thread>

namespace regiekamer::ctl {

using namespace typed;
namespace {

namespace fs = std::filesystem;

struct FeedOptions {
    std::string connect{hub::default_requests}, from{"-"}, file, config, name, raw, every, silence, what,
        body, authorities;
    std::vector<std::string> headers;
    double rate = 1;
    bool instant = false, wait = false;
};

/// After an interrupt a feed has so long for its last words.
constexpr int last_words_ms = 900;

/// Feeds, each in its thread, until all have ended or somebody interrupts.
class Threads {
public:
    ~Threads() { finish(); }
    Threads() = default;
    Threads(const Threads&) = delete;
    Threads& operator=(const Threads&) = delete;

    /// `act` gets the stop that ends it.
    template <class Act>
    void start(Act act) {
        ++running_;
        threads_.emplace_back([this, act = std::move(act)] {
            try {
                act(stop_);
            } catch (const std::exception& error) {
                complain(error.what());
            }
            if (--running_ == 0) done_.signal();
        });
    }
    /// Waits for the end. A thread that hangs where nothing can wake it (a name server) is left behind.
    void finish() {
        if (threads_.empty()) return;
        if (wait_for_interrupt(-1, done_.descriptor())) {
            stop_.stop();
            pollfd ready{done_.descriptor(), POLLIN, 0};
            if (poll(&ready, 1, last_words_ms) == 0) {
                std::cout.flush();
                std::_Exit(Exit::done);
            }
        }
        for (auto& thread : threads_)
            thread.join();
        threads_.clear();
    }

private:
    feeds::Stop stop_;
    link::Wakeup done_;
    std::atomic<int> running_{0};
    std::vector<std::thread> threads_;
};

/// Complaints come from several threads.
void log_line(const std::string& text) {
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    complain(text);
}

boost::json::object counts_of(const feeds::RunCounts& counts) {
    boost::json::object told{{"pieces", counts.pieces},
                             {"messages", counts.messages},
                             {"aside", counts.aside},
                             {"refused_by_hub", counts.refused}};
    if (counts.not_kept > 0) told["not_kept"] = counts.not_kept;
    if (counts.undelivered > 0) told["not_delivered"] = counts.undelivered;
    return told;
}

/// True when the text is a time, or empty.
bool duration(const std::string& text, std::optional<milliseconds>& into) {
    if (text.empty()) return true;
    into = feeds::read_duration(text);
    return into.has_value();
}

int misused(const Problem& problem) {
    complain(problem);
    return Exit::wrong_use;
}

/// Where a feed keeps what came in when nobody says otherwise.
fs::path kept_of(const std::string& feed) {
    return catalogue::user_folder("XDG_STATE_HOME", ".local/state") / "feeds" / feed;
}

int run_one(const feeds::Kind& kind, const FeedOptions& options) {
    feeds::FeedSpec spec;
    spec.name = options.name.empty() ? std::string(kind.name) : options.name;
    spec.kind = &kind;
    spec.from = options.from;
    spec.config = options.config;
    spec.what = options.what;
    spec.body = options.body;
    spec.headers = options.headers;
    spec.authorities = options.authorities;
    spec.raw = options.raw.empty() ? kept_of(spec.name) : fs::path(options.raw);
    if (!feeds::is_feed_name(spec.name))
        return misused({"--name", spec.name, "at most 40 letters, digits, - and _"});
    constexpr const char* time = "a time such as 30s, 15m or 2h";
    if (!duration(options.every, spec.every)) return misused({"--every", options.every, time});
    if (!duration(options.silence, spec.silence)) return misused({"--silence", options.silence, time});
    if (const auto fits = feeds::check_origin(spec.from, kind.pieces); !fits) return complain(fits.error());
    std::error_code failed; // one that is looked at again may come later
    if (spec.from != "-" && spec.from.find("://") == std::string::npos && !spec.every &&
        !fs::exists(spec.from, failed))
        return complain(Problem{spec.from, "no such file", "a file, - for standard input, or an address"});
    catch_interrupts();
    int exit_code = Exit::done;
    Threads threads;
    threads.start([&](const feeds::Stop& stop) {
        feeds::RunSettings settings{options.connect, log_line};
        settings.wait = options.wait;
        const auto ran = feeds::run_feed(spec, settings, stop);
        if (!ran) {
            if (!stop.stopped()) exit_code = complain(ran.error());
            return;
        }
        auto told = counts_of(*ran);
        if (kind.name == "p2000") { // as scripts know it
            told["pages"] = ran->messages;
            told["refused"] = ran->aside;
        }
        std::cout << told << '\n';
        if (ran->not_kept + ran->undelivered > 0) exit_code = Exit::failed;
    });
    threads.finish();
    return exit_code;
}

/// All that is wrong with the file on stderr; none then.
std::optional<std::vector<feeds::FeedSpec>> specs_of(const std::string& file) {
    auto read = feeds::load_feeds(file);
    if (read) return std::move(*read);
    for (const auto& error : read.error())
        complain(tables::text(error));
    return std::nullopt;
}

int check(const FeedOptions& options) {
    const auto specs = specs_of(options.file);
    if (!specs) return Exit::failed;
    for (const auto& spec : *specs)
        std::cout << spec.name << ": " << spec.kind->name << " from " << feeds::shown_url(spec.from) << '\n';
    return Exit::done;
}

int run_all(const FeedOptions& options) {
    auto specs = specs_of(options.file);
    if (!specs) return Exit::failed;
    for (auto& spec : *specs) {
        if (!options.raw.empty()) spec.raw = fs::path(options.raw) / spec.name;
        if (spec.raw.empty()) spec.raw = kept_of(spec.name);
    }
    catch_interrupts();
    std::atomic<int> exit_code{Exit::done};
    Threads threads;
    for (const auto& spec : *specs)
        threads.start([&spec, &options, &exit_code](const feeds::Stop& stop) {
            feeds::RunSettings settings{options.connect, log_line};
            settings.patient = true;
            const auto ran = feeds::run_feed(spec, settings, stop);
            if (!ran && !stop.stopped()) return log_line(spec.name + ": " + sentence(ran.error()));
            if (!ran) return;
            auto told = counts_of(*ran);
            told["feed"] = spec.name;
            static std::mutex mutex;
            const std::lock_guard lock(mutex);
            std::cout << told << std::endl; // seen at once, also by who waits for a pipe
            if (ran->not_kept + ran->undelivered > 0) exit_code = Exit::failed;
        });
    threads.finish();
    return exit_code;
}

int offer_again(const FeedOptions& options, decltype(feeds::replay_record)* act) {
    feeds::ReplaySettings settings{options.connect, options.rate, options.instant, options.config, log_line};
    catch_interrupts();
    int exit_code = Exit::done;
    Threads threads;
    threads.start([&](const feeds::Stop& stop) {
        const auto played = act(options.file, settings, stop);
        if (!played) {
            if (!stop.stopped()) exit_code = complain(played.error());
            return;
        }
        boost::json::object told{{"pieces", played->pieces},
                                 {"messages", played->messages},
                                 {"aside", played->aside},
                                 {"refused_by_hub", played->refused}};
        if (played->expired > 0) told["expired"] = played->expired;
        std::cout << told << '\n';
    });
    threads.finish();
    return exit_code;
}

void add_connect(CLI::App& verb, FeedOptions& options) {
    verb.add_option("--connect", options.connect, "the hub's requests endpoint")
        ->capture_default_str()
        ->check(is_endpoint);
    answers_json_already(verb);
}

std::string example_of(const feeds::Kind& kind) {
    const std::string verb = "regiekamerctl feed " + std::string(kind.name);
    if (kind.name == "p2000")
        return "rtl_fm … | multimon-ng -a FLEX -t raw - | " + verb + " --config p2000.toml";
    if (kind.name == "zmq") return verb + " tcp://192.0.2.7:5556";
    if (kind.name == "jsonl") return verb + " tcp://192.0.2.7:9000 --silence 10m";
    if (kind.with_what)
        return verb + " https://example.nl/piket." + (kind.name == "csv" ? "csv" : "ics") +
               " --what roster --every 15m";
    return verb + " https://example.nl/" + std::string(kind.name) + " --every 1m";
}

void add_kind(CLI::App& verb, const feeds::Kind& kind, int& exit_code) {
    const auto options = std::make_shared<FeedOptions>();
    auto* one = verb.add_subcommand(std::string(kind.name), "Example: " + example_of(kind) + "\nReads " +
                                                                std::string(kind.about) + ".");
    const bool documents = kind.pieces == feeds::Pieces::documents;
    auto* from = one->add_option(
        "FROM", options->from,
        documents ? "a file, a folder that is watched, http(s)://…, or - for standard input"
        : kind.pieces == feeds::Pieces::lines ? "a file, tcp://host:port, or - for standard input"
                                              : "a ZeroMQ endpoint: tcp://host:port");
    if (kind.pieces == feeds::Pieces::frames)
        from->required();
    else
        from->capture_default_str();
    add_connect(*one, *options);
    one->add_option("--name", options->name, "what the feed is called; its kind where nothing is said");
    one->add_option("--raw", options->raw,
                    "keep what comes in here, for replay and retry; else in the state folder");
    one->add_flag("--wait", options->wait, "wait for a hub that is not there yet, as feed run does");
    one->add_option("--silence", options->silence, "report the feed as silent after this time: 30s, 15m, 2h");
    if (kind.with_config)
        one->add_option("--config", options->config,
                        kind.name == "p2000"
                            ? "TOML: [ours] capcodes, capcodes_from and places; without it every page is ours"
                            : "TOML: what is ours");
    if (kind.with_what)
        one->add_option("--what", options->what, "roster or events")
            ->required()
            ->check(one_of({"roster", "events"}));
    if (documents) {
        one->add_option("--every", options->every,
                        "look again after this time; without it a file is read once");
        one->add_option("--header", options->headers,
                        "of the question to a web server: \"Accept: application/json\"")
            ->allow_extra_args(false);
        one->add_option("--body", options->body, "JSON that is posted to a web server");
        one->add_option("--authorities", options->authorities, "PEM file of certificates to trust");
    }
    one->callback([options, &kind, &exit_code] { exit_code = run_one(kind, *options); });
}

void add_files(CLI::App& verb, int& exit_code) {
    const auto options = std::make_shared<FeedOptions>();
    auto* all = verb.add_subcommand(
        "run", "Example: regiekamerctl feed run feeds.toml --connect tcp://127.0.0.1:11200\n"
               "Runs the feeds of a file, each by itself, until Ctrl+C or SIGTERM.");
    all->add_option("FILE", options->file, "TOML; assets/feeds.toml is an example")->required();
    all->add_option(
        "--raw", options->raw,
        "keep what comes in here, in a folder a feed; else in the state folder, or as the file says");
    add_connect(*all, *options);
    all->callback([options, &exit_code] { exit_code = run_all(*options); });

    auto* checked = verb.add_subcommand("check", "Example: regiekamerctl feed check feeds.toml\n"
                                                 "Only reads the file: every error as file:line:column.");
    checked->add_option("FILE", options->file, "TOML")->required();
    checked->callback([options, &exit_code] { exit_code = check(*options); });
}

void add_records(CLI::App& verb, int& exit_code) {
    const auto options = std::make_shared<FeedOptions>();
    auto* replay = verb.add_subcommand("replay", "Example: regiekamerctl feed replay p2000-2026-11-28.jsonl "
                                                 "--rate 10 --connect tcp://127.0.0.1:11210\n"
                                                 "Plays what a feed kept again, in an exercise only.");
    replay->add_option("FILE", options->file, "a file that --raw made")->required();
    auto* rate = replay->add_option("--rate", options->rate, "so many times as fast")
                     ->check(number_above_0(100'000))
                     ->capture_default_str();
    replay->add_flag("--instant", options->instant, "without any wait")->excludes(rate);
    auto* retry = verb.add_subcommand(
        "retry", "Example: regiekamerctl feed retry p2000-2026-11-28.jsonl --connect tcp://127.0.0.1:11200\n"
                 "Offers again what was put aside, refused, or never reached the hub.");
    retry->add_option("FILE", options->file, "a file that --raw made")->required();
    for (auto* one : {replay, retry}) {
        one->add_option("--config", options->config, "the reader's TOML, instead of the one of then");
        add_connect(*one, *options);
    }
    replay->callback([options, &exit_code] { exit_code = offer_again(*options, feeds::replay_record); });
    retry->callback([options, &exit_code] { exit_code = offer_again(*options, feeds::retry_record); });
}

} // namespace

void add_feed(CLI::App& app, int& exit_code) {
    auto* verb = app.add_subcommand(
        "feed", "Example: regiekamerctl feed run feeds.toml --connect tcp://127.0.0.1:11200\n"
                "Example: rtl_fm … | multimon-ng -a FLEX -t raw - | regiekamerctl feed p2000 --connect EP\n"
                "Turns outside sources into messages.");
    verb->require_subcommand(1);
    for (const auto& kind : feeds::kinds())
        add_kind(*verb, kind, exit_code);
    add_files(*verb, exit_code);
    add_records(*verb, exit_code);
}

} // namespace regiekamer::ctl
