// libnotify speaks D-Bus and waits for the answer, up to 25 seconds on a bus that hangs: that is why this has
// a thread of its own. It begins with the first notification.
#include "dashboard/desk/notification.hpp"

#include <condition_variable>
#include <libnotify/notify.h>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace regiekamer::desk {

struct Notifications::Worker {
    using Note = std::pair<std::string, std::string>;

    std::mutex mutex;
    std::condition_variable changed;
    std::optional<Note> wanted;
    bool stop = false;
    std::thread thread{[this] { run(); }};

    ~Worker() {
        {
            const std::lock_guard lock(mutex);
            stop = true;
        }
        changed.notify_one();
        thread.join();
    }

    std::optional<Note> next() {
        std::unique_lock lock(mutex);
        changed.wait(lock, [this] { return stop || wanted; });
        return stop ? std::nullopt : std::exchange(wanted, std::nullopt);
    }

    void run() {
        if (notify_init("Regiekamer") == 0) return;
        while (const auto note = next()) {
            NotifyNotification* shown =
                notify_notification_new(note->first.c_str(), note->second.c_str(), "regiekamer");
            notify_notification_set_urgency(shown, NOTIFY_URGENCY_CRITICAL);
            notify_notification_show(shown, nullptr); // nobody there to show it: the alarm line says the same
            g_object_unref(shown);
        }
        notify_uninit();
    }
};

Notifications::Notifications() = default;
Notifications::~Notifications() = default;

void Notifications::show(std::string title, std::string text) {
    if (!worker_) worker_ = std::make_unique<Worker>();
    {
        const std::lock_guard lock(worker_->mutex);
        worker_->wanted = {std::move(title), std::move(text)};
    }
    worker_->changed.notify_one();
}

} // namespace regiekamer::desk
