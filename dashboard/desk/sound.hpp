// The alarm's tone, made by ourselves. No sound card is no error: the alarm line says the same.
#pragma once

#include <memory>

namespace regiekamer::desk {

class Sound {
public:
    Sound();
    ~Sound();
    Sound(const Sound&) = delete;
    Sound& operator=(const Sound&) = delete;

    /// Two rising tones, once. Returns at once.
    void alarm();
    [[nodiscard]] bool available() const { return device_ != nullptr; }

private:
    struct Device;
    std::unique_ptr<Device> device_;
};

} // namespace regiekamer::desk
