// What must know every type at once, compiled once.
#include "messaging/vocabulary/vocabulary.hpp"

namespace regiekamer {

Body::Body() = default;
Body::Body(const Body&) = default;
Body::Body(Body&&) noexcept = default;
Body& Body::operator=(const Body&) = default;
Body& Body::operator=(Body&&) noexcept = default;
Body::~Body() = default;

bool Body::operator==(const Body& other) const {
    return static_cast<const BodyVariant&>(*this) == static_cast<const BodyVariant&>(other);
}

void Body::take(std::size_t place, void* value) {
    boost::mp11::mp_with_index<std::variant_size_v<BodyVariant>>(place, [&](auto index) {
        emplace<index>(std::move(*static_cast<std::variant_alternative_t<index, BodyVariant>*>(value)));
    });
}

} // namespace regiekamer
