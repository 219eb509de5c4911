// Written without a WAL, synced once at the end, then linked to its name.
#include "messaging/journal/builder.hpp"

#include "messaging/journal/envelope.hpp"
#include "messaging/journal/known.hpp"

#include <algorithm>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace regiekamer::journal {
namespace {

namespace fs = std::filesystem;

/// fsync of a file or folder; a rename is only kept once its folder is.
bool synced(const fs::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return false;
    const bool done = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return done;
}

} // namespace

Builder::Builder(fs::path file, Identity identity) : file_(std::move(file)), identity_(std::move(identity)) {
    made_ = file_;
    made_ += ".new";
}

Builder::~Builder() {
    if (made_.empty()) return; // moved from
    insert_.reset();
    database_.reset();
    remove_made();
}

void Builder::remove_made() const {
    std::error_code ignored;
    for (const char* suffix : {"", "-wal", "-shm", "-journal"}) {
        fs::path path = made_;
        path += suffix;
        fs::remove(path, ignored);
    }
}

void Builder::open() {
    database_ = connect_writing(made_);
    database_->exec("PRAGMA page_size=" + std::to_string(page_bytes));
    database_->exec("PRAGMA journal_mode=off; PRAGMA synchronous=off; BEGIN");
    create_tables(*database_, identity_);
    insert_ = std::make_unique<Query>(
        *database_,
        "INSERT INTO message(sequence,recorded,sender,salt,digest,hash,event) VALUES(?1,?2,?3,?4,?5,?6,?7)");
}

Result<Builder> Builder::create(const fs::path& file, const Identity& identity) {
    Builder builder(file, identity);
    builder.remove_made(); // of a process that was killed; the lock says that nobody is at it
    const int descriptor = ::open(builder.made_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return refuse(file.string(), std::strerror(errno), "a folder in which a journal can be made");
    ::close(descriptor);
    try {
        builder.open();
    } catch (const SQLite::Exception& failure) {
        return tl::unexpected(problem_of(file, failure));
    }
    return builder;
}

void Builder::add(const FullRow& row) {
    insert_->bind(1, static_cast<std::int64_t>(row.sequence))
        .bind_text(2, row.recorded)
        .bind_text(3, row.sender);
    row.salt ? insert_->bind_bytes(4, *row.salt) : insert_->bind_null(4);
    insert_->bind_bytes(5, row.digest).bind_bytes(6, row.hash);
    if (row.event) {
        insert_->bind_bytes(7,
                            {reinterpret_cast<const unsigned char*>(row.event->data()), row.event->size()});
        if (const auto envelope = Envelope::of(*row.event))
            keys_.emplace_back(key_of(identity_.uuid, envelope->source(), envelope->id()),
                               static_cast<std::int64_t>(row.sequence));
    } else {
        insert_->bind_null(7);
    }
    insert_->run();
    identity_.known_through = row.sequence;
}

Result<void> Builder::settle() {
    try {
        insert_.reset();
        store_keys(*database_, keys_, identity_.known_through);
        database_->exec("COMMIT");
        database_->exec("PRAGMA journal_mode=wal");
        database_.reset();
    } catch (const SQLite::Exception& failure) {
        return tl::unexpected(problem_of(file_, failure));
    }
    if (!synced(made_))
        return refuse(file_.string(), std::strerror(errno), "a disk that keeps what is written");
    return {};
}

Result<void> Builder::finish() {
    if (database_)
        if (auto settled = settle(); !settled) return settled;
    // link and not rename: it refuses to replace a file that came in between
    if (::link(made_.c_str(), file_.c_str()) != 0) {
        if (errno == EEXIST) return refuse(file_.string(), "a file that exists", "a name that is free");
        // some file systems know no links; the lock is held, so nobody comes in between
        if (::rename(made_.c_str(), file_.c_str()) != 0)
            return refuse(file_.string(), std::strerror(errno), "a folder in which a journal can be made");
    }
    if (!synced(fs::absolute(file_).parent_path()))
        return refuse(file_.string(), std::strerror(errno), "a disk that keeps what is written");
    return {};
}

} // namespace regiekamer::journal
