// A long list that is cheap to copy: chunks shared until written. Keyframes hold the past's chunks together.
#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <memory>
#include <vector>

namespace regiekamer::picture {

/// Chunks of at most `chunk_size` items. Writing copies only the chunk that changes, and only when another
/// copy holds it too. One thread edits; other copies may be read meanwhile by that same thread only.
template <class T, std::size_t chunk_size>
class Chunks {
public:
    [[nodiscard]] std::size_t size() const {
        return starts_.empty() ? 0 : starts_.back() + chunks_.back()->size();
    }
    [[nodiscard]] bool empty() const { return chunks_.empty(); }
    [[nodiscard]] const T& operator[](std::size_t index) const {
        const std::size_t chunk = chunk_of(index);
        return (*chunks_[chunk])[index - starts_[chunk]];
    }
    [[nodiscard]] const T& back() const { return chunks_.back()->back(); }

    void push_back(T item) {
        if (chunks_.empty() || chunks_.back()->size() >= chunk_size) {
            starts_.push_back(size());
            chunks_.push_back(std::make_shared<std::vector<T>>());
        }
        writable(chunks_.size() - 1).push_back(std::move(item));
    }

    T& edit(std::size_t index) {
        const std::size_t chunk = chunk_of(index);
        return writable(chunk)[index - starts_[chunk]];
    }

    /// Calls `visit` on each item of [from, until) in order; the quick way over many.
    template <class Visit>
    void visit(std::size_t from, std::size_t until, Visit&& visit) const {
        until = std::min(until, size());
        if (from >= until) return;
        for (std::size_t chunk = chunk_of(from); chunk < chunks_.size() && starts_[chunk] < until; ++chunk) {
            const auto& items = *chunks_[chunk];
            const std::size_t begin = from > starts_[chunk] ? from - starts_[chunk] : 0;
            const std::size_t end = std::min(items.size(), until - starts_[chunk]);
            for (std::size_t item = begin; item < end; ++item)
                visit(items[item]);
        }
    }

    /// Before the item at `index`; a chunk that grows too long is split in two.
    void insert(std::size_t index, T item) {
        if (index >= size()) return push_back(std::move(item));
        const std::size_t chunk = chunk_of(index);
        auto& items = writable(chunk);
        items.insert(items.begin() + static_cast<std::ptrdiff_t>(index - starts_[chunk]), std::move(item));
        if (items.size() > chunk_size) split(chunk);
        for (std::size_t next = chunk + 1; next < chunks_.size(); ++next)
            starts_[next] = starts_[next - 1] + chunks_[next - 1]->size();
    }

    /// Index of the first item for which `before` is false; the list must be partitioned by it.
    template <class Before>
    [[nodiscard]] std::size_t partition_point(Before&& before) const {
        const auto chunk = std::partition_point(chunks_.begin(), chunks_.end(),
                                                [&](const auto& items) { return before(items->back()); });
        if (chunk == chunks_.end()) return size();
        const auto item = std::partition_point((*chunk)->begin(), (*chunk)->end(), before);
        return starts_[static_cast<std::size_t>(chunk - chunks_.begin())] +
               static_cast<std::size_t>(item - (*chunk)->begin());
    }

    /// By items; how they are cut does not count.
    bool operator==(const Chunks& other) const {
        if (size() != other.size()) return false;
        if (chunks_ == other.chunks_) return true;
        for (std::size_t index = 0; index < size(); ++index)
            if (!((*this)[index] == other[index])) return false;
        return true;
    }

private:
    [[nodiscard]] std::size_t chunk_of(std::size_t index) const {
        assert(index < size());
        const auto after = std::upper_bound(starts_.begin(), starts_.end(), index);
        return static_cast<std::size_t>(after - starts_.begin()) - 1;
    }
    std::vector<T>& writable(std::size_t chunk) {
        auto& held = chunks_[chunk];
        if (held.use_count() > 1) held = std::make_shared<std::vector<T>>(*held);
        return *held;
    }
    void split(std::size_t chunk) {
        auto& items = *chunks_[chunk];
        const auto middle = items.begin() + static_cast<std::ptrdiff_t>(items.size() / 2);
        auto tail = std::make_shared<std::vector<T>>(middle, items.end());
        items.erase(middle, items.end());
        const auto place = static_cast<std::ptrdiff_t>(chunk) + 1;
        starts_.insert(starts_.begin() + place, starts_[chunk] + items.size());
        chunks_.insert(chunks_.begin() + place, std::move(tail));
    }

    std::vector<std::size_t> starts_; ///< index of each chunk's first item
    std::vector<std::shared_ptr<std::vector<T>>> chunks_;
};

} // namespace regiekamer::picture
