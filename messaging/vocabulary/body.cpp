// What must know every type at once, compiled once.
#include "messaging/vocabulary/vocabulary.hpp"

#include <memory>

namespace regiekamer {

Body::Body() = default;
Body::Body(const Body&) = default;
Body::Body(Body&&) noexcept = default;
// Assignment as copying and moving: a variant's own would know every pair once more, a third of the
// compiler's time.
Body& Body::operator=(const Body& other) {
    return *this = Body(other);
}
Body& Body::operator=(Body&& other) noexcept {
    if (this == &other) return *this;
    std::destroy_at(this);
    return *std::construct_at(this, std::move(other));
}
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
