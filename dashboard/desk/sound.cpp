// OpenAL: one buffer of two tones.
#include "dashboard/desk/sound.hpp"

#include <AL/al.h>
#include <AL/alc.h>
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <fcntl.h>
#include <numbers>
#include <unistd.h>
#include <vector>

namespace regiekamer::desk {
namespace {

constexpr int rate = 44'100;

/// 16-bit mono: 660 Hz, then 880 Hz, each a quarter of a second with soft edges so that it does not click.
std::vector<std::int16_t> tones() {
    std::vector<std::int16_t> samples;
    for (const double hertz : {660.0, 880.0}) {
        const int count = rate / 4;
        for (int i = 0; i < count; ++i) {
            const double edge = std::min({1.0, i / 400.0, (count - i) / 400.0});
            samples.push_back(
                static_cast<std::int16_t>(12'000 * edge * std::sin(2 * std::numbers::pi * hertz * i / rate)));
        }
    }
    return samples;
}

/// ALSA and OpenAL write lines to stderr when there is no sound card; here that is no error.
struct Hush {
    int kept = dup(STDERR_FILENO);
    Hush() {
        const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
        if (nowhere < 0) return;
        dup2(nowhere, STDERR_FILENO);
        close(nowhere);
    }
    Hush(const Hush&) = delete;
    Hush& operator=(const Hush&) = delete;
    Hush(Hush&&) = delete;
    Hush& operator=(Hush&&) = delete;
    ~Hush() {
        dup2(kept, STDERR_FILENO);
        close(kept);
    }
};

} // namespace

struct Sound::Device {
    ALCdevice* device = nullptr;
    ALCcontext* context = nullptr;
    ALuint buffer = 0, source = 0;

    ~Device() {
        if (source != 0) alDeleteSources(1, &source);
        if (buffer != 0) alDeleteBuffers(1, &buffer);
        alcMakeContextCurrent(nullptr);
        if (context != nullptr) alcDestroyContext(context);
        if (device != nullptr) alcCloseDevice(device);
    }
};

Sound::Sound() {
    auto made = std::make_unique<Device>();
    {
        const Hush hush;
        made->device = alcOpenDevice(nullptr);
    }
    if (made->device == nullptr) return;
    made->context = alcCreateContext(made->device, nullptr);
    if (made->context == nullptr || alcMakeContextCurrent(made->context) == ALC_FALSE) return;
    const auto samples = tones();
    alGenBuffers(1, &made->buffer);
    alBufferData(made->buffer, AL_FORMAT_MONO16, samples.data(), static_cast<ALsizei>(samples.size() * 2),
                 rate);
    alGenSources(1, &made->source);
    alSourcei(made->source, AL_BUFFER, static_cast<ALint>(made->buffer));
    if (alGetError() == AL_NO_ERROR) device_ = std::move(made);
}

Sound::~Sound() = default;

void Sound::alarm() {
    if (device_ != nullptr) alSourcePlay(device_->source);
}

} // namespace regiekamer::desk
