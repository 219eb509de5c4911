// The chain against values worked out elsewhere (Python's hashlib), so that nobody changes it by accident.
#include "tests/messaging/journal/support.hpp"

namespace chain_test {

using namespace regiekamer;
using namespace regiekamer::journal;

TEST_CASE("the chain's hashes are those of any other BLAKE2b") {
    const Hash begin = genesis("0b5e1c1e-5a3f-4d0a-9a43-6c7d1c2b3a49", Mode::exercise);
    CHECK(to_hex(begin) == "1dd5a9c1d27cd553a3526fa33aec2c684331e3ce34803f82b81b62d2bf4e3bb1");
    Salt salt;
    for (std::size_t i = 0; i < salt.size(); ++i)
        salt[i] = static_cast<unsigned char>(i);
    const Hash digest = digest_of(salt, R"({"id":"1"})");
    CHECK(to_hex(digest) == "eaba25b7c20a8ec818359eae821a530ab612080e8beada7e6df9b5bac898b2ed");
    CHECK(to_hex(hash_of(begin, 413, "2026-11-24T02:12:09.004511Z", "ovd-1", digest)) ==
          "87e3958907af34c3e9a3ac4eb6f56d0b74944be500b58860a046a36827a4b8f6");
}

TEST_CASE("a long sender is hashed as a short one is") {
    const Hash zero{};
    const std::string sender(300, 'x');
    CHECK(to_hex(hash_of(zero, 1, "r", sender, zero)) ==
          "d5ad482f03b704dc5c2812ced8ef15727ff735838887c7c4a6bdba6b7be10274");
}

TEST_CASE("the word of the mode is in the genesis") {
    CHECK(genesis("a", Mode::actual) != genesis("a", Mode::exercise));
    CHECK(word(Mode::actual) == "actual");
    CHECK(mode_of("exercise") == Mode::exercise);
    CHECK_FALSE(mode_of("echt"));
}

TEST_CASE("a hash is read back from its hex, and nothing else is") {
    const Hash hash = genesis("a", Mode::actual);
    CHECK(hash_from_hex(to_hex(hash)) == hash);
    CHECK_FALSE(hash_from_hex(to_hex(hash).substr(1)));
    CHECK_FALSE(hash_from_hex(std::string(64, 'G')));
    CHECK_FALSE(hash_from_hex(std::string(64, 'A')));
    CHECK(head_from_text(journal::to_text(Head{412, hash})) == Head{412, hash});
    CHECK_FALSE(head_from_text("412"));
    CHECK_FALSE(head_from_text("x:" + to_hex(hash)));
}

TEST_CASE("a fresh uuid is a version 4 one in lower case") {
    const std::string uuid = fresh_uuid();
    CHECK(uuid.size() == 36);
    CHECK(uuid[8] == '-');
    CHECK(uuid[13] == '-');
    CHECK(uuid[14] == '4');
    CHECK(uuid[18] == '-');
    CHECK(uuid[23] == '-');
    CHECK(fresh_uuid() != uuid);
}

} // namespace chain_test
