// A long list that is cheap to copy: chunks shared until written. Keyframes hold the past's chunks together.
#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace regiekamer::picture {

/// What is known of items that stand together without reading them again; none.
struct NoSummary {
    template <class Items>
    static NoSummary of(const Items&) {
        return {};
    }
};

/// Chunks of at most `chunk_size` items. Writing copies only the chunk that changes, and only when another
/// copy holds it too. One thread edits; other copies may be read meanwhile by that same thread only.
///
/// With a Summary, whoever walks over many may pass over blocks of them by what `Summary::of(span)` told of
/// each; it is reckoned when it is first wanted.
template <class T, std::size_t chunk_size, class Summary = NoSummary>
class Chunks {
public:
    static constexpr std::size_t block_size = 32;

    [[nodiscard]] std::size_t size() const {
        return starts_.empty() ? 0 : starts_.back() + chunks_.back()->items.size();
    }
    [[nodiscard]] bool empty() const { return chunks_.empty(); }
    [[nodiscard]] const T& operator[](std::size_t index) const {
        const std::size_t chunk = chunk_of(index);
        return chunks_[chunk]->items[index - starts_[chunk]];
    }
    [[nodiscard]] const T& back() const { return chunks_.back()->items.back(); }

    void push_back(T item) {
        if (chunks_.empty() || chunks_.back()->items.size() >= chunk_size) {
            starts_.push_back(size());
            chunks_.push_back(std::make_shared<Chunk>());
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
            const auto& items = chunks_[chunk]->items;
            const std::size_t begin = from > starts_[chunk] ? from - starts_[chunk] : 0;
            const std::size_t end = std::min(items.size(), until - starts_[chunk]);
            for (std::size_t item = begin; item < end; ++item)
                visit(items[item]);
        }
    }

    /// The same with whole blocks: `block(summary)` says whether that is enough; else its items are visited.
    template <class Block, class Visit>
    void visit_blocks(std::size_t from, std::size_t until, Block&& block, Visit&& visit) const {
        until = std::min(until, size());
        if (from >= until) return;
        for (std::size_t chunk = chunk_of(from); chunk < chunks_.size() && starts_[chunk] < until; ++chunk) {
            const auto& items = chunks_[chunk]->items;
            const auto& blocks = blocks_of(*chunks_[chunk]);
            const std::size_t end = std::min(items.size(), until - starts_[chunk]);
            for (std::size_t item = from > starts_[chunk] ? from - starts_[chunk] : 0; item < end;) {
                const std::size_t begin = item / block_size * block_size,
                                  next = std::min(items.size(), begin + block_size);
                if (item == begin && next <= end && block(blocks[item / block_size])) {
                    item = next;
                    continue;
                }
                for (const std::size_t stop = std::min(next, end); item < stop; ++item)
                    visit(items[item]);
            }
        }
    }

    /// One past the last item before `end` that `is`; 0: none. Blocks of which `may_hold(summary)` is false
    /// are not read.
    template <class MayHold, class Is>
    [[nodiscard]] std::size_t after_last(std::size_t end, MayHold&& may_hold, Is&& is) const {
        end = std::min(end, size());
        while (end > 0) {
            const std::size_t chunk = chunk_of(end - 1);
            const std::size_t begin = (end - 1 - starts_[chunk]) / block_size * block_size;
            if (may_hold(blocks_of(*chunks_[chunk])[begin / block_size]))
                for (std::size_t item = end - starts_[chunk]; item > begin; --item)
                    if (is(chunks_[chunk]->items[item - 1])) return starts_[chunk] + item;
            end = starts_[chunk] + begin;
        }
        return 0;
    }

    /// Before the item at `index`; a chunk that grows too long is split in two.
    void insert(std::size_t index, T item) {
        if (index >= size()) return push_back(std::move(item));
        const std::size_t chunk = chunk_of(index);
        auto& items = writable(chunk);
        items.insert(items.begin() + static_cast<std::ptrdiff_t>(index - starts_[chunk]), std::move(item));
        if (items.size() > chunk_size) split(chunk);
        for (std::size_t next = chunk + 1; next < chunks_.size(); ++next)
            starts_[next] = starts_[next - 1] + chunks_[next - 1]->items.size();
    }

    /// Index of the first item for which `before` is false; the list must be partitioned by it.
    template <class Before>
    [[nodiscard]] std::size_t partition_point(Before&& before) const {
        const auto chunk = std::partition_point(
            chunks_.begin(), chunks_.end(), [&](const auto& items) { return before(items->items.back()); });
        if (chunk == chunks_.end()) return size();
        const auto& items = (*chunk)->items;
        const auto item = std::partition_point(items.begin(), items.end(), before);
        return starts_[static_cast<std::size_t>(chunk - chunks_.begin())] +
               static_cast<std::size_t>(item - items.begin());
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
    struct Chunk {
        std::vector<T> items;
        mutable std::vector<Summary> blocks; ///< empty: not reckoned since it was written
    };

    static const std::vector<Summary>& blocks_of(const Chunk& chunk) {
        if (chunk.blocks.empty())
            for (std::size_t at = 0; at < chunk.items.size(); at += block_size)
                chunk.blocks.push_back(Summary::of(
                    std::span(chunk.items).subspan(at, std::min(block_size, chunk.items.size() - at))));
        return chunk.blocks;
    }
    [[nodiscard]] std::size_t chunk_of(std::size_t index) const {
        assert(index < size());
        const auto after = std::upper_bound(starts_.begin(), starts_.end(), index);
        return static_cast<std::size_t>(after - starts_.begin()) - 1;
    }
    std::vector<T>& writable(std::size_t chunk) {
        auto& held = chunks_[chunk];
        if (held.use_count() > 1) held = std::make_shared<Chunk>(Chunk{held->items, {}});
        held->blocks.clear();
        return held->items;
    }
    void split(std::size_t chunk) {
        auto& items = chunks_[chunk]->items;
        const auto middle = items.begin() + static_cast<std::ptrdiff_t>(items.size() / 2);
        auto tail = std::make_shared<Chunk>(Chunk{std::vector<T>(middle, items.end()), {}});
        items.erase(middle, items.end());
        const auto place = static_cast<std::ptrdiff_t>(chunk) + 1;
        starts_.insert(starts_.begin() + place, starts_[chunk] + items.size());
        chunks_.insert(chunks_.begin() + place, std::move(tail));
    }

    std::vector<std::size_t> starts_; ///< index of each chunk's first item
    std::vector<std::shared_ptr<Chunk>> chunks_;
};

} // namespace regiekamer::picture
