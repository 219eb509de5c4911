// The journal file: verifying its chain against BLAKE2b alone over the same bytes, and the room it takes.
#include "messaging/journal/chain.hpp"
#include "messaging/journal/verify.hpp"
#include "tests/bench/events.hpp"
#include "tests/bench/measure.hpp"

#include <sodium.h>

namespace {

using namespace bench;

constexpr std::uint64_t count = 100'000;
constexpr std::size_t rounds = 7;

/// Both hashes of every row, as libsodium alone makes them, of rows that stand in memory.
void hash_all(const std::vector<regiekamer::journal::Row>& rows) {
    std::array<unsigned char, 32> digest{}, hash{};
    const std::array<unsigned char, 16> salt{};
    crypto_generichash_state state;
    for (const auto& row : rows) {
        crypto_generichash_init(&state, nullptr, 0, 32);
        crypto_generichash_update(&state, salt.data(), salt.size());
        crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(row.event.data()),
                                  row.event.size());
        crypto_generichash_final(&state, digest.data(), 32);
        // previous hash, sequence, recorded, sender, digest
        std::array<unsigned char, 104> chained{};
        std::copy(hash.begin(), hash.end(), chained.begin());
        std::copy(digest.begin(), digest.end(), chained.begin() + 72);
        crypto_generichash(hash.data(), 32, chained.data(), chained.size(), nullptr, 0);
    }
    keep(hash);
}

void measure() {
    using namespace regiekamer;
    const Folder folder;
    const auto file = folder / "journal";
    std::size_t bytes = 0;
    std::vector<journal::Row> rows;
    {
        auto journal = must(journal::Journal::open(file, Mode::exercise));
        for (std::uint64_t first = 0; first < count; first += 512) {
            std::vector<std::string> ids, events;
            std::vector<journal::Draft> drafts;
            for (std::uint64_t n = first; n < std::min(count, first + 512); ++n) {
                ids.push_back(uuid_of(n));
                events.push_back(event_575(n, Mode::exercise));
                bytes += events.back().size();
            }
            for (std::size_t i = 0; i < ids.size(); ++i)
                drafts.push_back({"bench", events[i], "desk/ovd-1", ids[i]});
            must(journal.append(drafts, wall_clock()));
        }
        journal.checkpoint();
        while (rows.size() < count)
            for (auto& row : must(journal.read(rows.size(), 1000, 4 << 20)))
                rows.push_back(std::move(row));
    }
    const auto file_bytes = static_cast<double>(std::filesystem::file_size(file));

    Numbers ours, raw, ratio;
    for (std::size_t round = 0; round < rounds; ++round) {
        const double alone = timed([&] { hash_all(rows); });
        const double verified = timed([&] {
            if (must(journal::verify(file)).fault) throw std::runtime_error("the journal does not verify");
        });
        raw.add(count / alone);
        ours.add(count / verified);
        ratio.add(alone / verified);
    }
    row("verify the chain, rows", rate(ours.median()), rate(raw.median()), ratio, "≥ 0.55");
    remark("raw: BLAKE2b of libsodium, both hashes of each row, rows in memory");
    Numbers space;
    space.add(file_bytes / static_cast<double>(bytes));
    row("space, after a checkpoint", number("%.1f MB", file_bytes / 1e6),
        number("%.1f MB", static_cast<double>(bytes) / 1e6), space, "≤ 1.4");
    remark("raw: the messages' own bytes");
}

} // namespace

int main() {
    return bench::report("journal", measure);
}
