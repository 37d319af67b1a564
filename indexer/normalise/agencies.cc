// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalise/agencies.h"

#include <string>
#include <unordered_map>

#include "common/fold.h"
#include "indexer/normalise/characters.h"

namespace broadsheet {
namespace {

struct Agency {
  std::string_view printed;  // folded
  std::string_view name;
};

constexpr Agency agencies[] = {
    {"reuters", "Reuters"},
    {"reuter", "Reuters"},
    {"rtr", "Reuters"},
    {"rtrs", "Reuters"},
    {"thomson reuters", "Reuters"},
    {"thomson reuters foundation", "Reuters"},
    {"рейтер", "Reuters"},
    {"رويترز", "Reuters"},
    {"ロイター", "Reuters"},
    {"路透社", "Reuters"},
    {"ap", "AP"},
    {"associated press", "AP"},
    {"the associated press", "AP"},
    {"ap通信", "AP"},
    {"美联社", "AP"},
    {"afp", "AFP"},
    {"agence france-presse", "AFP"},
    {"afp通信", "AFP"},
    {"法新社", "AFP"},
    {"ا ف ب", "AFP"},
    {"dpa", "dpa"},
    {"dpa-afx", "dpa"},
    {"efe", "EFE"},
    {"ansa", "ANSA"},
    {"xinhua", "Xinhua"},
    {"新华社", "Xinhua"},
    {"新華社", "Xinhua"},
    {"中新社", "China News Service"},
    {"中新网", "China News Service"},
    {"tass", "TASS"},
    {"itar-tass", "TASS"},
    {"тасс", "TASS"},
    {"итар-тасс", "TASS"},
    {"ria novosti", "RIA Novosti"},
    {"риа новости", "RIA Novosti"},
    {"риан", "RIA Novosti"},
    {"interfax", "Interfax"},
    {"интерфакс", "Interfax"},
    {"interfax.ru", "Interfax"},
    {"укринформ", "Ukrinform"},
    {"укрінформ", "Ukrinform"},
    {"ukrinform", "Ukrinform"},
    {"унн", "UNN"},
    {"уніан", "UNIAN"},
    {"unian", "UNIAN"},
    {"upi", "UPI"},
    {"kyodo", "Kyodo"},
    {"共同", "Kyodo"},
    {"共同通信", "Kyodo"},
    {"jiji", "Jiji"},
    {"jiji press", "Jiji"},
    {"時事", "Jiji"},
    {"時事通信", "Jiji"},
    {"yonhap", "Yonhap"},
    {"연합뉴스", "Yonhap"},
    {"뉴시스", "Newsis"},
    {"kcna", "KCNA"},
    {"pti", "PTI"},
    {"ani", "ANI"},
    {"ians", "IANS"},
    {"uni", "UNI"},
    {"aap", "AAP"},
    {"apa", "APA"},
    {"sda", "Keystone-SDA"},
    {"keystone-sda", "Keystone-SDA"},
    {"ats", "Keystone-SDA"},
    {"belga", "Belga"},
    {"anp", "ANP"},
    {"ntb", "NTB"},
    {"tt", "TT"},
    {"ritzau", "Ritzau"},
    {"stt", "STT"},
    {"lusa", "Lusa"},
    {"pap", "PAP"},
    {"ctk", "CTK"},
    {"tasr", "TASR"},
    {"sita", "SITA"},
    {"mti", "MTI"},
    {"agerpres", "Agerpres"},
    {"mediafax", "Mediafax"},
    {"bta", "BTA"},
    {"бта", "BTA"},
    {"tanjug", "Tanjug"},
    {"hina", "HINA"},
    {"ana-mpa", "ANA-MPA"},
    {"anadolu", "Anadolu"},
    {"aa", "Anadolu"},
    {"dha", "DHA"},
    {"iha", "IHA"},
    {"irna", "IRNA"},
    {"fars", "Fars"},
    {"wam", "WAM"},
    {"spa", "SPA"},
    {"واس", "SPA"},
    {"mena", "MENA"},
    {"ا ش ا", "MENA"},
    {"petra", "Petra"},
    {"sana", "SANA"},
    {"bernama", "Bernama"},
    {"antara", "Antara"},
    {"pna", "PNA"},
    {"vna", "VNA"},
    {"nan", "NAN"},
    {"telam", "Telam"},
    {"notimex", "Notimex"},
    {"ips", "IPS"},
    {"europa press", "Europa Press"},
    {"adnkronos", "Adnkronos"},
    {"askanews", "askanews"},
    {"agi", "AGI"},
    {"cp", "The Canadian Press"},
    {"canadian press", "The Canadian Press"},
    {"the canadian press", "The Canadian Press"},
    {"pa", "PA"},
    {"pa media", "PA"},
    {"press association", "PA"},
    {"bloomberg", "Bloomberg"},
    {"dow jones", "Dow Jones"},
    {"kna", "KNA"},
    {"epd", "epd"},
    {"afx", "AFX"},
    {"cnn", "CNN"},
    {"bbc", "BBC"},
    {"dts", "dts"},
};

std::unordered_map<std::string_view, std::string_view> names_by_spelling() {
  std::unordered_map<std::string_view, std::string_view> names;
  for (const auto& [printed, name] : agencies) names.emplace(printed, name);
  return names;
}

}  // namespace

std::string_view known_agency(std::string_view printed) {
  printed = trimmed(printed);
  if (printed.empty() || printed.size() > 40) return {};
  static const auto names = names_by_spelling();
  const auto at = names.find(fold_value(printed));
  return at == names.end() ? std::string_view() : at->second;
}

}  // namespace broadsheet
