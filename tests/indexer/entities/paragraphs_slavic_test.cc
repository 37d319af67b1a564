// SPDX-License-Identifier: GPL-2.0-or-later
//
// Short news paragraphs written for these tests, with the persons and countries that a librarian reads in
// them.
#include <doctest/doctest.h>

#include "tests/indexer/entities/trap_cases.h"

namespace broadsheet {
namespace {

TEST_CASE(
    "Polish, Czech, Croatian and Serbian paragraphs are filed under the persons and countries they name") {
  check_traps({
      // pl
      {"Prezydent przyjął w czwartek premiera Donalda Tuska. Po rozmowie z Tuskiem rzecznik rządu Adam "
       "Szłapka zapowiedział, że polski rząd złoży wniosek do Brukseli.",
       "Donald Tusk; Adam Szłapka", "be pl", "", 2025},
      {"Zdaniem Radosława Sikorskiego współpraca niemieckiego rządu z rządem Francji słabnie. Minister "
       "spotkał się w Kijowie z Wołodymyrem Zełenskim.",
       "Radosław Sikorski; Wołodymyr Zełenski", "de fr ua", "", 2025},
      {"Policjanci zatrzymali w Lublinie 43-letniego Marka Wolskiego, podejrzanego o oszustwa. Prokurator "
       "Agnieszka Kępka poinformowała, że Wolski ukrywał się w Czechach i na Słowacji.",
       "Marek Wolski; Agnieszka Kępka", "cz pl sk", "", 2025},
      {"Robert Lewandowski strzelił dwa gole w meczu z Litwą. Trener Michał Probierz chwalił także Piotra "
       "Zielińskiego i Jakuba Kiwiora.",
       "Robert Lewandowski; Michał Probierz; Piotr Zieliński; Jakub Kiwior", "lt", "", 2025},
      {"Prezydent USA Donald Trump zagroził Iranowi nowymi sankcjami. Decyzję Donalda Trumpa skrytykowali "
       "politycy w Pekinie, a także brytyjski minister David Lammy.",
       "Donald Trump; David Lammy", "cn gb ir us", "", 2025},
      {"Powieść Olgi Tokarczuk ukaże się w Japonii. Tłumaczka Krystyna Okazaki pracowała nad nią pięć lat.",
       "Olga Tokarczuk; Krystyna Okazaki", "jp", "", 2025},
      // cs
      {"Vláda Petra Fialy schválila rozpočet na příští rok. Podle ministra financí Zbyňka Stanjury klesne "
       "schodek o desetinu. Fiala odjíždí ve středu do Polska.",
       "Petr Fiala; Zbyněk Stanjura", "pl", "", 2025},
      {"Předseda hnutí ANO Andrej Babiš se sešel v Bratislavě s Robertem Ficem. Slovenský premiér po schůzce "
       "s Babišem řekl, že Maďarsko je blízký spojenec.",
       "Andrej Babiš; Robert Fico", "hu sk", "", 2025},
      {"Hasiči v noci zasahovali u požáru skladu v Ostravě. Mluvčí hasičů Petr Kůdela uvedl, že škoda "
       "dosáhne deseti milionů korun.",
       "Petr Kůdela", "cz", "", 2025},
      {"Tenistka Karolína Muchová postoupila do semifinále turnaje v Pekingu, když porazila Arynu "
       "Sabalenkovou. Ve čtvrtfinále skončil Jiří Lehečka.",
       "Karolína Muchová; Aryna Sabalenková; Jiří Lehečka", "cn", "", 2025},
      {"Podle Jense Stoltenberga musí Rusko stáhnout svá vojska z Ukrajiny. Generální tajemník to řekl po "
       "jednání s Emmanuelem Macronem v Paříži.",
       "Jens Stoltenberg; Emmanuel Macron", "fr ru ua", "", 2025},
      {"Soud poslal do vězení podnikatele Tomáše Hrdličku. Žalobkyně Lenka Bradáčová uvedla, že peníze "
       "skončily na účtech ve Švýcarsku a v Kypru.",
       "Tomáš Hrdlička; Lenka Bradáčová", "ch cy", "", 2025},
      // hr
      {"Predsjednik Vlade Andrej Plenković razgovarao je u Zagrebu s kancelarom Friedrichom Merzom. Nakon "
       "sastanka Andreja Plenkovića s njemačkim gostom potpisan je sporazum.",
       "Andrej Plenković; Friedrich Merz", "de hr", "", 2025},
      {"Gradonačelnik Tomislav Tomašević najavio je gradnju novog stadiona. Oporbu predvodi Marija Selak "
       "Raspudić, koja traži reviziju.",
       "Tomislav Tomašević; Marija Selak Raspudić", "", "", 2025},
      {"Američki predsjednik poslao je pismo Kim Jong-unu. Odluku Donalda Trumpa pozdravili su u Južnoj "
       "Koreji i Japanu.",
       "Kim Jong-un; Donald Trump", "jp kr us", "", 2025},
      {"Luka Modrić zabio je gol za pobjedu protiv Češke. Izbornik Zlatko Dalić zamijenio je Joška Gvardiola "
       "u 70. minuti.",
       "Luka Modrić; Zlatko Dalić; Joško Gvardiol", "cz", "", 2025},
      // sr
      {"Председник Србије Александар Вучић састао се у Београду са Виктором Орбаном. Вучић је рекао да "
       "Мађарска остаје пријатељ.",
       "Aleksandar Vucic; Viktor Orban", "hu rs", "", 2025},
      {"Тенисер Новак Ђоковић победио је Карлоса Алкараса у полуфиналу у Лондону. Меч је трајао четири сата.",
       "Novak Djokovic; Carlos Alcaraz", "gb", "", 2025},
      {"Predsednica Skupštine Ana Brnabić optužila je opoziciju da sprečava rad. Na sednici je govorio i "
       "ministar Siniša Mali, koji se vratio iz Kine.",
       "Ana Brnabić; Siniša Mali", "cn", "", 2025},
      {"Министар спољних послова Марко Ђурић боравио је у Вашингтону. Са америчким домаћинима разговарао је "
       "о Косову и о односима са Русијом.",
       "Марко Ђурић", "ru us xk", "", 2025},
  });
}

TEST_CASE("Polish, Czech, Croatian and Serbian paragraphs: what is known to be filed wrongly still is") {
  check_known_faults({
      {"Policija je u Splitu uhitila Marka Perića zbog krijumčarenja. Glasnogovornica Ivana Horvat kazala je "
       "da je Perić godinama živio u Nizozemskoj.",
       "Marko Perić; Ivana Horvat", "hr nl", "", 2025},
      {"Policija traga za Draganom Jovićem iz Niša. Jović je, prema navodima tužioca Nenada Stefanovića, "
       "pobegao u Crnu Goru.",
       "Dragan Jović; Nenad Stefanović", "me rs", "", 2025},
  });
}

}  // namespace
}  // namespace broadsheet
