// GeoJSON (RFC 7946) of the picture, for a GIS and for other maps: what holds at a moment, with where it is.
#pragma once

#include "dashboard/exchange/text.hpp"
#include "dashboard/picture/picture.hpp"

namespace regiekamer::exchange {

/// A FeatureCollection in WGS84, longitude before latitude, outer rings counter-clockwise and closed.
/// `regiekamer` beside the features says mode, journal, sequence, now. Each feature's `id` is
/// theme/identifier, and its properties begin with mode, theme, id, name; names are stable, members only ever
/// added, what nobody said is null.
///
///   incident   kind municipality place started addresses grip grip_since    open ones; without a point
///              the geometry is null
///   area       kind incident drawn                                          a route is a LineString
///   place      kind incident state marked
///   event      class place from until visitors state late                   those not over
///   works      place from until state                                       those not over
///   station    datum measurements[] {quantity unit value at quality threshold}
///   warning    sender identifier event severity urgency certainty headline instruction contact web
///              geocodes[] signature begins ends    a feature an area; one that has only geocodes,
///              "EMMA_ID=NL009", has a null geometry
///
/// `only`: incidents, areas and places of that one alone.
std::string geojson(const picture::Picture& picture, Instant now, const Origin& origin,
                    const std::optional<IncidentId>& only = std::nullopt);

} // namespace regiekamer::exchange
