// The one table from a type's name to what can be done with its body. It is made from the list in
// vocabulary.hpp; nothing here names a type.
#include "messaging/codec/codec.hpp"
#include "messaging/codec/read.hpp"
#include "messaging/codec/write.hpp"

#include <unordered_map>

namespace regiekamer::codec {
namespace {

namespace json = boost::json;
using Visit = std::function<void(json::value&, const std::string&)>;

struct Handler {
    bool (*read)(const json::value&, Body&, Reading&);
    std::vector<std::string> (*members)();
    void (*instants)(json::value&, const Visit&);
};

template <class T>
void walk_instants(json::value& value, const std::string& pointer, const Visit& visit) {
    if constexpr (std::is_same_v<T, Instant>) {
        visit(value, pointer);
    } else if constexpr (Optional<T>) {
        if (!value.is_null()) walk_instants<typename T::value_type>(value, pointer, visit);
    } else if constexpr (List<T>) {
        auto* list = value.if_array();
        for (std::size_t i = 0; list != nullptr && i < list->size(); ++i)
            walk_instants<typename T::value_type>((*list)[i], pointer + "/" + std::to_string(i), visit);
    } else if constexpr (Described<T>) {
        auto* object = value.if_object();
        if (object == nullptr) return;
        each_member<T>([&](std::string_view name, auto member) {
            using Member = std::decay_t<decltype(std::declval<T&>().*member)>;
            if (auto* child = object->if_contains(name))
                walk_instants<Member>(*child, pointer + "/" + pointer_token(name), visit);
        });
    }
}

template <class T>
Handler handler() {
    return {[](const json::value& value, Body& body, Reading& reading) {
                return read_value(value, body.emplace<T>(), Path{}, reading);
            },
            [] { return std::vector<std::string>(member_names_of<T>.begin(), member_names_of<T>.end()); },
            [](json::value& value, const Visit& visit) { walk_instants<T>(value, {}, visit); }};
}

const Handler* handler_of(std::string_view type) {
    static const auto handlers = [] {
        std::unordered_map<std::string_view, Handler> all;
        boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, Bodies>>([&](auto tag) {
            using T = typename decltype(tag)::type;
            all.emplace(T::type, handler<T>());
        });
        return all;
    }();
    if (type.starts_with(type_prefix)) type.remove_prefix(type_prefix.size());
    const auto found = handlers.find(type);
    return found == handlers.end() ? nullptr : &found->second;
}

} // namespace

std::span<const std::string_view> type_names() {
    static const auto names = [] {
        std::vector<std::string_view> all;
        boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, Bodies>>(
            [&](auto tag) { all.push_back(decltype(tag)::type::type); });
        return all;
    }();
    return names;
}

std::vector<std::string> member_names(std::string_view type) {
    const Handler* handler = handler_of(type);
    return handler == nullptr ? std::vector<std::string>{} : handler->members();
}

void each_instant(std::string_view type, json::value& data, const Visit& visit) {
    if (const Handler* handler = handler_of(type)) handler->instants(data, visit);
}

std::optional<Problem> read_body(std::string_view type, const json::value& data, Body& body,
                                 std::vector<UnknownMember>* unknown) {
    const Handler* handler = handler_of(type);
    if (handler == nullptr) return Problem{"/type", cut(type, 60), "a type of this vocabulary"};
    Reading reading;
    reading.unknown = unknown;
    if (!handler->read(data, body, reading)) return std::move(reading.problem);
    return std::nullopt;
}

Result<Body> decode_body(std::string_view type, const json::value& data,
                         std::vector<UnknownMember>* unknown) {
    Body body;
    if (auto problem = read_body(type, data, body, unknown)) return tl::unexpected(std::move(*problem));
    return body;
}

void write_body(Text& out, const Body& body) {
    std::visit(
        [&out](const auto& value) {
            if constexpr (std::is_same_v<std::decay_t<decltype(value)>, Foreign>)
                out.add(value.data);
            else
                write_value(out, value);
        },
        body);
}

std::string encode_body(const Body& body) {
    Text text(512);
    write_body(text, body);
    return std::move(text).take();
}

} // namespace regiekamer::codec
