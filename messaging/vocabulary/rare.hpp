// An optional with a pointer's room. A body is as large as the largest of all types, and a journal holds a
// million of them: what is large and seldom there stands elsewhere.
#pragma once

#include <memory>

namespace regiekamer {

/// Used as std::optional; copies and compares what it holds.
template <class T>
class Rare {
public:
    using value_type = T;

    Rare() = default;
    Rare(T value) : held_(std::make_unique<T>(std::move(value))) {} // NOLINT: as std::optional
    Rare(const Rare& other) : held_(other.held_ ? std::make_unique<T>(*other.held_) : nullptr) {}
    Rare(Rare&&) noexcept = default;
    Rare& operator=(Rare other) noexcept {
        held_ = std::move(other.held_);
        return *this;
    }
    ~Rare() = default;

    T& emplace() { return *(held_ = std::make_unique<T>()); }
    void reset() { held_.reset(); }
    [[nodiscard]] bool has_value() const { return held_ != nullptr; }
    explicit operator bool() const { return has_value(); }
    T& operator*() { return *held_; }
    const T& operator*() const { return *held_; }
    T* operator->() { return held_.get(); }
    const T* operator->() const { return held_.get(); }
    bool operator==(const Rare& other) const {
        return held_ && other.held_ ? *held_ == *other.held_ : has_value() == other.has_value();
    }

private:
    std::unique_ptr<T> held_;
};

} // namespace regiekamer
