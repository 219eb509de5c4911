#include "scenarios/player/names_in_text.hpp"

#include <algorithm>
#include <cctype>
#include <set>
#include <string_view>
#include <vector>

namespace regiekamer::player {
namespace {

using Words = std::set<std::string, std::less<>>;

const Words addresses{"burgemeester", "dhr",      "dokter",    "dominee",  "dr",  "drs",      "fam",
                      "familie",      "heer",     "ing",       "ir",       "juf", "juffrouw", "mej",
                      "meneer",       "mevr",     "mevrouw",   "mijnheer", "mr",  "mw",       "pastoor",
                      "prof",         "raadslid", "wethouder", "zuster"};
const Words between{"'t", "al", "de", "den", "der", "el",  "het", "la",
                    "le", "op", "te", "ten", "ter", "van", "von"};
const Words places{"Alblasserdam", "Alblasserwaard", "Dordrecht",  "Drechtsteden", "Gorinchem",
                   "Hardinxveld",  "Hendrik",        "Kinderdijk", "Molenlanden",  "Nederland",
                   "Noord",        "Papendrecht",    "Ridderkerk", "Rotterdam",    "Sliedrecht",
                   "Zuid",         "Zwijndrecht"};
const Words given_names{
    "Aad",       "Abdel",      "Adriaan",    "Ahmed",    "Albert",  "Ali",        "Alice",    "Amina",
    "Andre",     "Anita",      "Anja",       "Anna",     "Anne",    "Annemarie",  "Anneke",   "Annie",
    "Anouk",     "Arend",      "Arie",       "Arjan",    "Arjen",   "Arnold",     "Ashley",   "Astrid",
    "Barbara",   "Bart",       "Bas",        "Bastiaan", "Bauke",   "Ben",        "Bert",     "Bianca",
    "Bilal",     "Birgit",     "Bram",       "Brenda",   "Carla",   "Carlo",      "Carolien", "Chantal",
    "Charlotte", "Chris",      "Christiaan", "Claudia",  "Coen",    "Corrie",     "Cornelis", "Daan",
    "Dani",      "Daniel",     "David",      "Debbie",   "Dennis",  "Diana",      "Dick",     "Dirk",
    "Edwin",     "Eline",      "Ellen",      "Elly",     "Els",     "Emma",       "Erik",     "Erwin",
    "Esther",    "Eva",        "Evelien",    "Fatima",   "Femke",   "Ferry",      "Fleur",    "Floor",
    "Frank",     "Frans",      "Fred",       "Frits",    "Gerard",  "Gerrit",     "Gijs",     "Gert",
    "Greet",     "Hans",       "Harm",       "Harry",    "Hassan",  "Hein",       "Henk",     "Henny",
    "Herman",    "Hilde",      "Hugo",       "Ibrahim",  "Ilse",    "Inge",       "Ingrid",   "Irene",
    "Iris",      "Isa",        "Jaap",       "Jacco",    "Jacob",   "Jacqueline", "Jamal",    "Jan",
    "Janneke",   "Jannie",     "Janny",      "Jasper",   "Jelle",   "Jennifer",   "Jeroen",   "Jessica",
    "Joep",      "Johan",      "Johanna",    "Johannes", "John",    "Jolanda",    "Joost",    "Joris",
    "Josephine", "Joyce",      "Judith",     "Julia",    "Jurgen",  "Karel",      "Karim",    "Karin",
    "Kees",      "Kevin",      "Khadija",    "Kim",      "Klaas",   "Koen",       "Laura",    "Leen",
    "Lena",      "Leo",        "Leon",       "Lex",      "Lia",     "Lieke",      "Linda",    "Lisa",
    "Lotte",     "Luc",        "Lucas",      "Maaike",   "Maarten", "Manon",      "Marc",     "Marcel",
    "Margriet",  "Maria",      "Marianne",   "Marieke",  "Marijke", "Marina",     "Mario",    "Marja",
    "Marjan",    "Marjolein",  "Marleen",    "Marloes",  "Martijn", "Martin",     "Maurice",  "Max",
    "Merel",     "Mia",        "Michael",    "Michel",   "Miranda", "Mirjam",     "Mo",       "Mohamed",
    "Mohammed",  "Monique",    "Moniek",     "Mustafa",  "Nadia",   "Natasja",    "Nico",     "Niels",
    "Nienke",    "Nina",       "Noor",       "Noortje",  "Olga",    "Omar",       "Patricia", "Patrick",
    "Paul",      "Paula",      "Peter",      "Petra",    "Piet",    "Pieter",     "Rachid",   "Ramon",
    "Rashid",    "Renate",     "Rene",       "Ria",      "Richard", "Rick",       "Rik",      "Rob",
    "Robert",    "Robin",      "Roel",       "Rogier",   "Ron",     "Ronald",     "Rudi",     "Ruben",
    "Ruud",      "Said",       "Samira",     "Sander",   "Sandra",  "Sanne",      "Sara",     "Sarah",
    "Saskia",    "Sebastiaan", "Selma",      "Silvia",   "Simon",   "Sjaak",      "Sjoerd",   "Sophie",
    "Stefan",    "Steven",     "Suzanne",    "Sven",     "Tamara",  "Tanja",      "Theo",     "Thijs",
    "Thomas",    "Tim",        "Tineke",     "Tom",      "Ursula",  "Vera",       "Vincent",  "Wendy",
    "Wesley",    "Wessel",     "Wietske",    "Willem",   "Wim",     "Wouter",     "Yasmina",  "Youssef",
    "Yvonne",    "Zeynep"};

/// A word of letters, with where it stands.
struct Word {
    std::string text;
    std::size_t from = 0, until = 0;
    bool dot = false;  ///< a full stop follows at once
    bool near = false; ///< nothing but a space, or a full stop and a space, before the next
};

bool is_letter(char c) {
    return std::isalpha(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80 ||
           c == '\'' || c == '-';
}

std::vector<Word> words_of(const std::string& text) {
    std::vector<Word> words;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_letter(text[at])) {
            ++at;
            continue;
        }
        Word word;
        word.from = at;
        while (at < text.size() && is_letter(text[at]))
            ++at;
        word.until = at;
        word.text = text.substr(word.from, at - word.from);
        word.dot = at < text.size() && text[at] == '.';
        const std::size_t behind = at + (word.dot ? 1 : 0);
        const std::size_t space = behind < text.size() && text[behind] == ' ' ? 1 : 0;
        word.near =
            (space > 0 || word.dot) && behind + space < text.size() && is_letter(text[behind + space]);
        words.push_back(std::move(word));
    }
    return words;
}

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

/// "Bakker", "Ali-Khan", not "GRIP", "bakker" or "B".
bool is_capitalised(const std::string& word) {
    const auto first = static_cast<unsigned char>(word.front());
    return (std::isupper(first) != 0 || first >= 0x80) && word.size() > 1 &&
           std::any_of(word.begin() + 1, word.end(),
                       [](unsigned char c) { return std::islower(c) != 0 || c >= 0x80; });
}

bool is_initial(const Word& word) {
    return word.dot && word.text.size() == 1 &&
           std::isupper(static_cast<unsigned char>(word.text.front())) != 0;
}

bool is_street(const std::string& word) {
    return std::ranges::any_of(
        std::initializer_list<std::string_view>{"straat", "laan", "plein", "plantsoen", "singel"},
        [&](std::string_view end) { return word.size() > end.size() && word.ends_with(end); });
}

/// The last word of a family name that begins at `at`: "de Wit", "Bakker"; `at` itself: there is none.
std::size_t behind_family(const std::vector<Word>& words, std::size_t at) {
    std::size_t next = at;
    while (next < words.size() && words[next].near && !words[next].dot &&
           between.contains(lower(words[next].text)))
        ++next;
    if (next >= words.size() || !is_capitalised(words[next].text) || places.contains(words[next].text))
        return at;
    return next + 1;
}

/// Behind the name that begins at `at`; `at` itself: it is none.
std::size_t behind_name(const std::vector<Word>& words, std::size_t at) {
    std::size_t next = at;
    while (next < words.size() && is_initial(words[next]) && words[next].near)
        ++next;
    if (next > at) { // K. de Wit
        const std::size_t end = behind_family(words, next);
        return end > next ? end : at;
    }
    if (!given_names.contains(words[at].text)) return at;
    if (!words[at].near || words[at].dot) return at + 1;
    const std::size_t end = behind_family(words, at + 1);
    return end > at + 1 && is_street(words[end - 1].text) ? at : end; // Jan Steenstraat
}

} // namespace

std::string without_names(const std::string& text) {
    const auto words = words_of(text);
    std::string out;
    std::size_t told = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::size_t from = i, end = behind_name(words, i);
        if (end == i && words[i].near && addresses.contains(lower(words[i].text))) {
            from = i + 1;
            end = behind_name(words, from);
            if (end == from) end = behind_family(words, from);
        }
        if (end <= from) continue;
        out += text.substr(told, words[from].from - told) + "iemand";
        told = words[end - 1].until;
        i = end - 1;
    }
    return out + text.substr(told);
}

} // namespace regiekamer::player
