// An alarm as a notification of the desktop, for who works in another window. No bus and no service is no
// error: the alarm line says the same.
#pragma once

#include <memory>
#include <string>

namespace regiekamer::desk {

class Notifications {
public:
    Notifications();
    ~Notifications();
    Notifications(const Notifications&) = delete;
    Notifications& operator=(const Notifications&) = delete;
    Notifications(Notifications&&) = delete;
    Notifications& operator=(Notifications&&) = delete;

    /// Returns at once; of several that wait only the newest is shown.
    void show(std::string title, std::string text);

private:
    struct Worker;
    std::unique_ptr<Worker> worker_;
};

} // namespace regiekamer::desk
