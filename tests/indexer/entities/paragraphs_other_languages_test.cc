// SPDX-License-Identifier: GPL-2.0-or-later
//
// Short news paragraphs written for these tests, with the persons and countries that a librarian reads in
// them.
#include <doctest/doctest.h>

#include "tests/indexer/entities/trap_cases.h"

namespace broadsheet {
namespace {

TEST_CASE(
    "Russian, Ukrainian, Greek, Finnish, Hungarian and Turkish paragraphs are filed under the persons and "
    "countries they name") {
  check_traps({
      // fi
      {"Pääministeri Petteri Orpo tapasi maanantaina Helsingissä Viron pääministerin Kristen Michalin. Orpon "
       "mukaan Suomi tukee Ukrainaa niin kauan kuin on tarpeen.",
       "Petteri Orpo; Kristen Michal", "ee fi ua", "", 2025},
      {"Poliisi epäilee Mikko Lahtista törkeästä petoksesta Tampereella. Syyttäjä Anna Korhosen mukaan rahat "
       "siirrettiin Espanjaan.",
       "Mikko Lahtinen; Anna Korhonen", "es fi", "", 2025},
      {"Saksan liittokansleri Friedrich Merz vieraili Ruotsissa. Saksassa ja Ranskassa vierailua pidettiin "
       "onnistuneena.",
       "Friedrich Merz", "de fr se", "", 2025},
      {"Presidentti Alexander Stubbin mielestä Venäjä ei halua rauhaa. Stubb keskusteli asiasta Volodymyr "
       "Zelenskyin kanssa.",
       "Alexander Stubb; Volodymyr Zelensky", "ru", "", 2025},
      // hu
      {"Orbán Viktor miniszterelnök csütörtökön Budapesten fogadta Robert Fico szlovák kormányfőt. Orbán "
       "Viktorral a migrációról tárgyaltak.",
       "Orbán Viktor; Robert Fico", "hu sk", "", 2025},
      {"Magyar Péter bírálta a kormányt. A Tisza Párt elnöke szerint Németországban és Ausztriában "
       "magasabbak a bérek.",
       "Magyar Péter", "at de", "", 2025},
      {"A bíróság nyolc év börtönre ítélte Kovács Istvánt. Az ügyész, Nagy Katalin súlyosbításért "
       "fellebbezett.",
       "Kovács István; Nagy Katalin", "", "", 2025},
      {"Szoboszlai Dominik két gólt szerzett Törökország ellen. Marco Rossi szövetségi kapitány elégedett "
       "volt.",
       "Szoboszlai Dominik; Marco Rossi", "tr", "", 2025},
      // tr
      {"Cumhurbaşkanı Recep Tayyip Erdoğan, Ankara'da Azerbaycan Cumhurbaşkanı İlham Aliyev ile görüştü. "
       "Erdoğan'ın önümüzdeki hafta Katar'a gitmesi bekleniyor.",
       "Recep Tayyip Erdoğan; İlham Aliyev", "az qa tr", "", 2025},
      {"Dışişleri Bakanı Hakan Fidan, Almanya'da Ukraynalı mevkidaşıyla bir araya geldi. Fidan'a göre Rusya "
       "masaya oturmaya hazır.",
       "Hakan Fidan", "de ru ua", "", 2025},
      {"Yazar Orhan Pamuk'un yeni romanı Fransa'da yayımlandı. Kitabı Fransızcaya Valérie Gay-Aksoy çevirdi.",
       "Orhan Pamuk; Valérie Gay-Aksoy", "fr", "", 2025},
      {"ABD Başkanı Donald Trump'ın Suudi Arabistan ziyareti ertelendi. Beyaz Saray, Suriye'deki gelişmeleri "
       "gerekçe gösterdi.",
       "Donald Trump", "sa sy us", "", 2025},
      // ru
      {"Президент России Владимир Путин провёл переговоры с премьер-министром Индии Нарендрой Моди. Как "
       "сообщил Дмитрий Песков, стороны обсудили поставки нефти.",
       "Vladimir Putin; Narendra Modi; Dmitry Peskov", "in ru", "", 2025},
      {"Следователи задержали бывшего вице-губернатора Сергея Костикова. По версии следствия, Костиков "
       "получил взятку от предпринимателя Андрея Лапшина.",
       "Сергей Костиков; Андрей Лапшин", "", "", 2025},
      {"Даниил Медведев обыграл в Шанхае Янника Синнера. Следующим соперником Медведева будет немец "
       "Александр Зверев.",
       "Daniil Medvedev; Jannik Sinner; Alexander Zverev", "cn de", "", 2025},
      {"В Германии завершились выборы. По мнению Фридриха Мерца, коалиция с социал-демократами возможна, но "
       "канцлер Олаф Шольц это отрицает.",
       "Friedrich Merz; Olaf Scholz", "de", "", 2025},
      {"Пожар в посольстве Эфиопии в Москве потушен. По словам начальника управления Ивана Кравченко, "
       "пострадавших нет.",
       "Иван Кравченко", "et ru", "", 2025},
      // uk
      {"Президент України Володимир Зеленський зустрівся у Варшаві з Дональдом Туском. Польща передасть "
       "Києву нові літаки, повідомив речник Сергій Никифоров.",
       "Volodymyr Zelensky; Donald Tusk; Сергій Никифоров", "pl ua", "", 2025},
      {"Суд заарештував колишнього депутата Олександра Шевченка. Прокурор Ірина Мельник заявила, що Шевченко "
       "переховувався в Австрії.",
       "Олександр Шевченко; Ірина Мельник", "at", "", 2025},
      {"Міністр закордонних справ Андрій Сибіга подякував Німеччині за допомогу. Під час візиту до Берліна "
       "він говорив з Анналеною Бербок.",
       "Andrii Sybiha; Annalena Baerbock", "de", "", 2025},
      {"Еліна Світоліна перемогла американку Коко Гауфф у Мадриді. У фіналі вона зіграє з Ігою Швьонтек.",
       "Elina Svitolina; Coco Gauff; Iga Swiatek", "es us", "", 2025},
      {"За словами Олександра Сирського, російські війська наступають на Донеччині. Генерал спілкувався з "
       "британськими журналістами.",
       "Oleksandr Syrskyi", "gb ru ua", "", 2025},
      // el
      {"Ο πρωθυπουργός Κυριάκος Μητσοτάκης συναντήθηκε στην Άγκυρα με τον Ρετζέπ Ταγίπ Ερντογάν. Η Τουρκία "
       "και η Ελλάδα συμφώνησαν να συνεχίσουν τον διάλογο.",
       "Kyriakos Mitsotakis; Recep Tayyip Erdogan", "gr tr", "", 2025},
      {"Ο Γιάννης Αντετοκούνμπο σημείωσε 35 πόντους. Ο Αμερικανός προπονητής τον αποθέωσε μετά τον αγώνα "
       "στην Ισπανία.",
       "Giannis Antetokounmpo", "es us", "", 2025},
      {"Η Γερμανία και η Γαλλία στηρίζουν την Ουκρανία. Ο Φρίντριχ Μερτς μίλησε στο Βερολίνο μαζί με τον "
       "Εμανουέλ Μακρόν.",
       "Friedrich Merz; Emmanuel Macron", "de fr ua", "", 2025},
      {"Ο υπουργός Εξωτερικών Γιώργος Γεραπετρίτης θα ταξιδέψει στην Κύπρο. Στη Λευκωσία θα δει τον Νίκο "
       "Χριστοδουλίδη.",
       "George Gerapetritis", "cy", "", 2025},
  });
}

TEST_CASE(
    "Russian, Ukrainian, Greek, Finnish, Hungarian and Turkish paragraphs: what is known to be filed wrongly "
    "still is") {
  check_known_faults({
      {"Keihäänheittäjä Oliver Helander voitti kisan Puolassa. Toiseksi tuli saksalainen Julian Weber.",
       "Oliver Helander; Julian Weber", "de pl", "", 2025},
      {"Donald Trumppal telefonon beszélt Volodimir Zelenszkij. Az ukrán elnök Washingtonból kért "
       "fegyvereket.",
       "Donald Trump; Volodimir Zelenszkij", "ua us", "", 2025},
      {"Galatasaray, Mauro Icardi'nin golüyle Fenerbahçe'yi yendi. Teknik direktör Okan Buruk hakem Halil "
       "Umut Meler'i eleştirdi.",
       "Mauro Icardi; Okan Buruk; Halil Umut Meler", "", "", 2025},
      {"İzmir'de çıkan yangında Mehmet Yıldırım ile eşi Ayşe Yıldırım hayatını kaybetti. Vali Süleyman Elban "
       "soruşturma başlatıldığını söyledi.",
       "Mehmet Yıldırım; Ayşe Yıldırım; Süleyman Elban", "tr", "", 2025},
      {"Режиссёр Ольга Смирнова представит свой фильм в Каннах. Сценарий написала Екатерина Левина вместе с "
       "французским продюсером Пьером Дюбуа.",
       "Ольга Смирнова; Екатерина Левина; Пьер Дюбуа", "fr", "", 2025},
      {"Η δίκη του Γιώργου Παπανικολάου αναβλήθηκε. Ο δικηγόρος του, Νίκος Δημητρίου, επικαλέστηκε λόγους "
       "υγείας.",
       "Γιώργος Παπανικολάου; Νίκος Δημητρίου", "", "", 2025},
  });
}

}  // namespace
}  // namespace broadsheet
