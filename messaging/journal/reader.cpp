// Readers: read-only beside the writer.
#include "messaging/journal/store.hpp"

namespace regiekamer::journal {

struct Reader::State {
    std::filesystem::path file;
    Connection database;
    Identity identity;
    Query rows;

    State(std::filesystem::path path, Connection connection)
        : file(std::move(path)), database(std::move(connection)), identity(read_identity(*database)),
          rows(*database, rows_after) {}
};

Reader::Reader(std::unique_ptr<State> state) : state_(std::move(state)) {}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

Result<Reader> Reader::open(const std::filesystem::path& file) {
    auto database = open_for_reading(file);
    if (!database) return tl::unexpected(database.error());
    try {
        return Reader(std::make_unique<State>(file, std::move(*database)));
    } catch (const SQLite::Exception& failure) {
        return tl::unexpected(problem_of(file, failure));
    }
}

Result<Info> Reader::info() const {
    try {
        const auto& identity = state_->identity;
        const auto [head, recorded] = end_of(*state_->database, identity);
        return Info{identity.uuid, identity.mode, head, recorded, identity.replica, format};
    } catch (const SQLite::Exception& failure) {
        return tl::unexpected(problem_of(state_->file, failure));
    }
}

Result<std::vector<Row>> Reader::read(Sequence after, std::size_t limit, std::size_t bytes_max) const {
    try {
        return read_rows(state_->rows, after, limit, bytes_max);
    } catch (const SQLite::Exception& failure) {
        return tl::unexpected(problem_of(state_->file, failure));
    }
}

} // namespace regiekamer::journal
