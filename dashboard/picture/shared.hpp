// Copy on write for the sections of a picture: copying a Picture (a keyframe) copies pointers, and the first
// change after that copies only the section that changes.
#pragma once

#include <memory>
#include <utility>

namespace regiekamer::picture {

/// A section shared until written. Reading is by -> and *; `edit()` copies first when someone else holds it.
/// One thread edits; other holders must not look at this same Shared meanwhile (their own copy is fine).
template <class T>
class Shared {
public:
    Shared() : held_(std::make_shared<T>()) {}
    const T& operator*() const { return *held_; }
    const T* operator->() const { return held_.get(); }
    T& edit() {
        if (held_.use_count() > 1) held_ = std::make_shared<T>(*held_);
        return *held_;
    }
    bool operator==(const Shared& other) const { return held_ == other.held_ || *held_ == *other.held_; }

private:
    std::shared_ptr<T> held_;
};

} // namespace regiekamer::picture
