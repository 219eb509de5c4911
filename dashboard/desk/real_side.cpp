#include "dashboard/desk/real_side.hpp"

#include "dashboard/desk/source.hpp"
#include "dashboard/picture/breaking.hpp"
#include "dashboard/words/alarm_words.hpp"

#include <fmt/format.h>

namespace regiekamer::desk {
namespace {

/// A file and what SQLite keeps beside it.
void remove_copy(const std::filesystem::path& file) {
    std::error_code ignored;
    for (const char* beside : {"", "-wal", "-shm", ".lock"})
        std::filesystem::remove(file.string() + beside, ignored);
}

link::Settings settings_for(const RealSide::Endpoints& endpoints, const std::string& desk,
                            const std::filesystem::path& copy, std::function<void()> wake) {
    remove_copy(copy); // of another run, perhaps of another journal
    link::Settings settings;
    settings.requests = endpoints.requests;
    settings.live = endpoints.live;
    settings.replica = copy;
    settings.desk = desk;
    settings.mode = Mode::actual;
    settings.announce = false; // it only listens
    settings.wake = std::move(wake);
    return settings;
}

/// The words of an alarm begin with its incident when there are several: here it is named already.
std::string alarm_part(const std::string& detail, const std::string& title) {
    const std::string named = title + " · ";
    return detail.starts_with(named) ? detail.substr(named.size()) : detail;
}

panels::RealNews told(const picture::Picture& picture, const picture::Breaking& one, Instant now) {
    panels::RealNews news;
    news.since = one.since;
    if (one.alarm) {
        auto text = words::alarm_text(picture, *one.alarm, now);
        news.title = std::move(text.title);
        news.detail = std::move(text.detail);
        const auto* about =
            one.alarm->incident ? picture::find_incident(picture, *one.alarm->incident) : nullptr;
        if (about)
            news.detail = fmt::format("{}, {} · {}", about->title.value, about->place.value,
                                      alarm_part(news.detail, about->title.value));
        return news;
    }
    const auto* incident = picture::find_incident(picture, *one.incident);
    const auto grip = grip_at(*incident, now);
    news.title = incident->title.value;
    news.detail = incident->place.value;
    if (grip.level.value == 0) return news;
    news.title = fmt::format("GRIP {}: {}", grip.level.value, incident->title.value);
    if (grip.decided_by) news.detail += " · besloten door " + grip.decided_by->function.value;
    return news;
}

} // namespace

RealSide::RealSide(const Endpoints& endpoints, const std::string& desk, std::filesystem::path copy,
                   std::function<void()> wake)
    : copy_(std::move(copy)),
      link_(std::make_unique<link::Link>(settings_for(endpoints, desk, copy_, std::move(wake)))),
      history_(read_back(copy_)) {}

RealSide::~RealSide() {
    link_.reset();
    remove_copy(copy_);
}

Instant RealSide::now() const {
    return wall_clock() + link_->state().clock_offset;
}

bool RealSide::receive(std::size_t limit) {
    const auto facts = link_->drain(limit);
    for (const auto& fact : facts)
        history_.append(fact);
    return !facts.empty();
}

std::optional<panels::RealNews> RealSide::news(const Function& function) {
    std::optional<panels::RealNews> newest;
    shown_.clear();
    for (const auto& one : picture::breaking(history_.current(), function, now())) {
        if (seen_.contains(one.key)) continue;
        if (newest) {
            ++newest->more;
            continue;
        }
        newest = told(history_.current(), one, now());
        shown_ = one.key;
    }
    return newest;
}

void RealSide::put_away() {
    if (!shown_.empty()) seen_.insert(std::exchange(shown_, {}));
}

std::optional<panels::RealNews> RealSide::must_sound(const Function& function) {
    std::optional<panels::RealNews> loudest;
    for (const auto& one : picture::breaking(history_.current(), function, now()))
        if (!seen_.contains(one.key) && sounded_.insert(one.key).second && !loudest)
            loudest = told(history_.current(), one, now());
    return loudest;
}

bool RealSide::followed() const {
    const auto phase = link_->state().phase;
    return phase == link::Phase::live || phase == link::Phase::catching_up;
}

} // namespace regiekamer::desk
