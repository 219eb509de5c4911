// Any bytes as a line of a record: what is read is written and read again as the same.
#include "messaging/feeds/sources/raw.hpp"

#include <cstdlib>

using namespace regiekamer::feeds;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const auto read = read_raw_line({reinterpret_cast<const char*>(data), size});
    if (!read) return 0;
    const auto written = write_raw_line(*read);
    const auto again = read_raw_line(written);
    if (!again || write_raw_line(*again) != written) std::abort();
    // Any bytes as a piece.
    RawPiece piece;
    piece.arrival = *regiekamer::read_instant("2026-11-24T02:12:09Z");
    piece.bytes.assign(reinterpret_cast<const char*>(data), size);
    const auto kept = read_raw_line(write_raw_line(piece));
    if (!kept || std::get<RawPiece>(*kept).bytes != piece.bytes) std::abort();
    return 0;
}
