// A map that is cheap to copy: nodes shared until written. A hundred thousand notes in fifty keyframes are
// then held once, and the first change after a keyframe copies a path of the tree, not the map.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace regiekamer::picture {

/// An ordered map (a treap; priorities are hashes of the keys, so that its shape follows from its keys
/// alone). Keys have a `value` of text, as the identifiers of the vocabulary do. References hold until the
/// next change of this very table. One thread edits; other copies may be read meanwhile by that same thread
/// only.
template <class Key, class T>
class Table {
    struct Node;
    using Link = std::shared_ptr<Node>;

public:
    using value_type = std::pair<const Key, T>;

    class const_iterator {
    public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = Table::value_type;
        using difference_type = std::ptrdiff_t;
        using pointer = const value_type*;
        using reference = const value_type&;

        const_iterator() = default;
        explicit const_iterator(const Node* root) { descend(root); }
        reference operator*() const { return *path_.back()->entry; }
        pointer operator->() const { return path_.back()->entry.get(); }
        const_iterator& operator++() {
            const Node* next = path_.back()->right.get();
            path_.pop_back();
            descend(next);
            return *this;
        }
        const_iterator operator++(int) {
            auto before = *this;
            ++*this;
            return before;
        }
        bool operator==(const const_iterator& other) const {
            return path_.empty() ? other.path_.empty()
                                 : !other.path_.empty() && path_.back() == other.path_.back();
        }

    private:
        void descend(const Node* node) {
            for (; node; node = node->left.get())
                path_.push_back(node);
        }
        std::vector<const Node*> path_; ///< whose own entry is still to come; the last one first
    };
    using iterator = const_iterator;

    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] const_iterator begin() const { return const_iterator(root_.get()); }
    [[nodiscard]] const_iterator end() const { return {}; }

    /// nullptr: not there.
    [[nodiscard]] const T* find(const Key& key) const {
        const Node* node = root_.get();
        while (node) {
            const auto order = key <=> node->entry->first;
            if (order == 0) return &node->entry->second;
            node = order < 0 ? node->left.get() : node->right.get();
        }
        return nullptr;
    }
    [[nodiscard]] bool contains(const Key& key) const { return find(key) != nullptr; }

    /// The value to change; made when it was not there.
    T& edit(const Key& key) {
        if (!contains(key)) {
            insert(root_, std::make_shared<value_type>(key, T{}), priority_of(key));
            ++size_;
        }
        Link* link = &root_;
        for (;;) {
            Node& node = own(*link);
            const auto order = key <=> node.entry->first;
            if (order == 0) {
                if (node.entry.use_count() > 1) node.entry = std::make_shared<value_type>(*node.entry);
                return node.entry->second;
            }
            link = order < 0 ? &node.left : &node.right;
        }
    }

    void erase(const Key& key) {
        if (!contains(key)) return;
        Link* link = &root_;
        for (;;) {
            Node& node = own(*link);
            const auto order = key <=> node.entry->first;
            if (order == 0) break;
            link = order < 0 ? &node.left : &node.right;
        }
        const Link left = (*link)->left, right = (*link)->right;
        *link = merge(left, right);
        --size_;
    }

    bool operator==(const Table& other) const {
        if (size_ != other.size_) return false;
        if (root_ == other.root_) return true;
        for (auto mine = begin(), theirs = other.begin(); mine != end(); ++mine, ++theirs)
            if (&*mine != &*theirs && !(*mine == *theirs)) return false;
        return true;
    }

private:
    struct Node {
        std::shared_ptr<value_type> entry; ///< shared too: a path is copied without its values
        std::uint64_t priority{};
        Link left, right;
    };

    /// FNV-1a, stirred: neighbours in order must not be neighbours in priority.
    static std::uint64_t priority_of(const Key& key) {
        std::uint64_t hash = 14695981039346656037ULL;
        for (const char c : std::string_view(key.value))
            hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
        hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9ULL;
        hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebULL;
        return hash ^ (hash >> 31);
    }

    /// The node, copied first when another table holds it too.
    static Node& own(Link& link) {
        if (link.use_count() > 1) link = std::make_shared<Node>(*link);
        return *link;
    }

    /// `key` is not in the tree under `link`.
    static void insert(Link& link, std::shared_ptr<value_type> entry, std::uint64_t priority) {
        if (!link || priority > link->priority) {
            auto node = std::make_shared<Node>();
            const Key& key = entry->first;
            split(std::move(link), key, node->left, node->right);
            node->entry = std::move(entry);
            node->priority = priority;
            link = std::move(node);
            return;
        }
        Node& node = own(link);
        Link& side = entry->first < node.entry->first ? node.left : node.right; // read before entry moves
        insert(side, std::move(entry), priority);
    }

    static void split(Link tree, const Key& key, Link& left, Link& right) {
        if (!tree) return;
        Node& node = own(tree);
        if (node.entry->first < key) {
            Link inner = std::move(node.right);
            split(std::move(inner), key, node.right, right);
            left = std::move(tree);
        } else {
            Link inner = std::move(node.left);
            split(std::move(inner), key, left, node.left);
            right = std::move(tree);
        }
    }

    static Link merge(Link left, Link right) {
        if (!left) return right;
        if (!right) return left;
        if (left->priority > right->priority) {
            Node& node = own(left);
            node.right = merge(std::move(node.right), std::move(right));
            return left;
        }
        Node& node = own(right);
        node.left = merge(std::move(left), std::move(node.left));
        return right;
    }

    Link root_;
    std::size_t size_{};
};

} // namespace regiekamer::picture
