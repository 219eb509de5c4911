// One pass over the file; what is wrong is complained of and the reading goes on.
#include "dashboard/catalogue/read_posts.hpp"

#include "messaging/tables/block.hpp"

namespace regiekamer::catalogue {
namespace {

using tables::Complaints;
constexpr std::size_t posts_max = 200;

} // namespace

tables::Read<Posts> read_posts(const std::filesystem::path& file, const toml::table& root) {
    Complaints complaints(file.string());
    tables::Block top(root, complaints, {"post"});
    Posts posts;
    const auto* list = top.array("post");
    if (list != nullptr && list->size() > posts_max)
        complaints.add(tables::place_of(*list), std::to_string(list->size()) + " posts",
                       "at most " + std::to_string(posts_max));
    else if (list != nullptr)
        for (const toml::node& item : *list) {
            const auto* table = item.as_table();
            if (table == nullptr) {
                complaints.add(tables::place_of(item), tables::shown(item), "a table");
                continue;
            }
            tables::Block block(*table, complaints, {"function", "deputy", "task"});
            picture::AskedPost post;
            post.function = Function(block.name("function"));
            post.deputy = block.optional_name("deputy").value_or("");
            post.task = block.optional_name("task").value_or("");
            posts.push_back(std::move(post));
        }
    if (complaints.count() > 0) return tl::unexpected(std::move(complaints).sorted());
    return posts;
}

} // namespace regiekamer::catalogue
