// A desk's copy: rows as the hub told them, without salts, so that only the hub's journal can be verified.
#include "messaging/journal/store.hpp"

namespace regiekamer::journal {
namespace {

/// Between two checkpoints; a replica that lags in its WAL costs nothing but space.
constexpr std::size_t rows_between_checkpoints = 4096;

} // namespace

struct Replica::State {
    std::filesystem::path file;
    Opened opened;
    Query insert;
    std::size_t since_checkpoint = 0;

    State(std::filesystem::path path, Opened taken)
        : file(std::move(path)), opened(std::move(taken)),
          insert(*opened.database,
                 "INSERT INTO message(sequence,recorded,sender,hash,event) VALUES(?1,?2,?3,?4,?5)") {
        // what is lost here is asked of the hub again
        opened.database->exec("PRAGMA synchronous=normal");
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() { close_in_order(file, *opened.database); }
};

Replica::Replica(std::unique_ptr<State> state) : state_(std::move(state)) {}
Replica::Replica(Replica&&) noexcept = default;
Replica& Replica::operator=(Replica&&) noexcept = default;
Replica::~Replica() = default;

Result<Replica> Replica::open(const std::filesystem::path& file, const std::string& uuid, Mode mode) {
    auto opened = open_for_writing(file, {mode, uuid});
    if (!opened) return tl::unexpected(opened.error());
    try {
        return Replica(std::make_unique<State>(file, std::move(*opened)));
    } catch (const SQLite::Exception& failure) {
        return tl::unexpected(problem_of(file, failure));
    }
}

Head Replica::head() const {
    return state_->opened.head;
}

Result<Head> Replica::append(std::span<const Row> rows) {
    State& state = *state_;
    Head head = state.opened.head;
    try {
        Change change(*state.opened.database);
        for (const Row& row : rows) {
            if (row.sequence != head.sequence + 1)
                return refuse(state.file.string(), "message " + std::to_string(row.sequence),
                              "message " + std::to_string(head.sequence + 1) + ", the next");
            const std::string recorded = to_text(row.recorded);
            state.insert.bind(1, static_cast<std::int64_t>(row.sequence))
                .bind_text(2, recorded)
                .bind_text(3, row.sender)
                .bind_bytes(4, row.hash);
            if (row.event.empty()) {
                state.insert.bind_null(5); // redacted
            } else {
                state.insert.bind_bytes(
                    5, {reinterpret_cast<const unsigned char*>(row.event.data()), row.event.size()});
            }
            state.insert.run();
            head = {row.sequence, row.hash};
        }
        change.commit();
        state.opened.head = head;
        state.since_checkpoint += rows.size();
        if (state.since_checkpoint >= rows_between_checkpoints) {
            state.since_checkpoint = 0;
            checkpoint_wal(state.file, *state.opened.database);
        }
        return head;
    } catch (const SQLite::Exception& failure) {
        stop_unless_durable(state.file, failure.getExtendedErrorCode());
        return tl::unexpected(problem_of(state.file, failure));
    }
}

} // namespace regiekamer::journal
