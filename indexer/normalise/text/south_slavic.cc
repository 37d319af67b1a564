// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalise/text/south_slavic.h"

#include <algorithm>
#include <array>
#include <span>

#include "common/words.h"

namespace broadsheet {
namespace {

// Folded, as split_words() gives them: no marks, "đ" as "d". What ends in "-" is a beginning.
constexpr std::array<std::string_view, 52> croatian = {
    "sijecnja",    "sijecnju",   "veljac-",    "ozujk-",   "travnja",   "travnju", "svibnj-",   "lipnja",
    "lipnju",      "srpnja",     "srpnju",     "kolovoz-", "rujna",     "rujnu",   "listopad-", "studenog-",
    "prosinc-",    "tko",        "netko",      "nitko",    "tisuc-",    "tjedan",  "tjedna",    "tjednu",
    "tjedno",      "milijun-",   "tocno",      "unatoc",   "glede",     "tijekom", "europ-",    "izvjesc-",
    "priopc-",     "nogomet-",   "vlak-",      "kruh-",    "kazalist-", "glazb-",  "tvrtk-",    "uvjet-",
    "sustav-",     "zrakoplov-", "sudac",      "suca",     "zupanij-",  "stozer-", "povijes-",  "skladatelj-",
    "sveucilist-", "znanstven-", "ravnatelj-", "osobn-"};

constexpr std::array<std::string_view, 44> bosnian_or_serbian = {
    "januar-", "februar-", "mart",      "marta",       "martu",     "aprila",     "aprilu",   "maja",
    "maju",    "juna",     "junu",      "jula",        "julu",      "avgust-",    "septemb-", "oktob-",
    "novemb-", "decemb-",  "ko",        "neko",        "niko",      "hiljad-",    "sedmic-",  "milion-",
    "tacno",   "uprkos",   "tokom",     "evrop-",      "izvestaj-", "izvjestaj-", "saopc-",   "saopst-",
    "fudbal-", "voz",      "vozom",     "hljeb-",      "pozorist-", "muzik-",     "uslov-",   "sistem-",
    "sudija",  "istorij-", "historij-", "univerzitet-"};

constexpr std::array<std::string_view, 24> ekavian = {
    "vreme", "vremena", "posle",  "gde",   "ovde", "uvek",    "dete",   "dece",
    "deca",  "mesto",   "mesta",  "mestu", "svet", "sveta",   "svetu",  "pre",
    "reci",  "deo",     "delova", "covek", "lepo", "sledec-", "videt-", "izvestaj-"};

constexpr std::array<std::string_view, 20> ijekavian = {
    "vrijeme", "vremenu", "poslije", "gdje",  "ovdje",  "uvijek", "dijete",  "djece",  "djeca",    "mjesto",
    "mjesta",  "mjestu",  "svijet-", "prije", "rijeci", "dio",    "covjek-", "lijep-", "sljedec-", "vidjet-"};

bool is_marker(std::string_view word, std::span<const std::string_view> list) {
  return std::any_of(list.begin(), list.end(), [&](std::string_view entry) {
    const bool is_beginning = entry.ends_with('-');
    return is_beginning ? word.starts_with(entry.substr(0, entry.size() - 1)) : word == entry;
  });
}

}  // namespace

std::string tell_south_slavic(std::string_view text, std::string detected) {
  int hr = 0;
  int bs_sr = 0;
  int sr = 0;
  int not_sr = 0;
  for (const Word& word : split_words(text)) {
    hr += is_marker(word.folded, croatian);
    bs_sr += is_marker(word.folded, bosnian_or_serbian);
    sr += is_marker(word.folded, ekavian);
    not_sr += is_marker(word.folded, ijekavian);
  }
  if (sr > not_sr && sr > hr) return "sr";
  if (hr > bs_sr) return "hr";
  if (bs_sr > hr && not_sr > sr) return "bs";
  return detected == "sr" && not_sr > sr ? "bs" : detected;
}

}  // namespace broadsheet
