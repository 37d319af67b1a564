// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include "tests/indexer/entities/trap_cases.h"

namespace broadsheet {
namespace {

TEST_CASE("German, Dutch, French and Italian sentences keep their traps") {
  check_traps({
      {"Bundeskanzler Olaf Scholz traf in Paris den französischen Präsidenten Emmanuel Macron.",
       "Olaf Scholz; Emmanuel Macron", "de fr"},
      {"Jürgen Klinsmanns Rücktritt hat die Spieler nicht überrascht.", "Jürgen Klinsmann", ""},
      {"Die Deutsche Bank und die Allianz haben den Gewinn gesteigert.", "", ""},
      {"Aus Jordanien und dem Tschad kamen Hilfsgüter.", "", "jo td"},
      {"Der Flughafen Franz Josef Strauß in München war gesperrt.", "", "de"},
      {"Die Mark ist gefallen, und der Franken ist gestiegen.", "", ""},
      {"Frank-Walter Steinmeier ist nach Weißrussland gereist.", "Frank-Walter Steinmeier", "by"},
      {"Die DDR und die Sowjetunion haben den Vertrag nicht unterzeichnet.", "", "de ru"},
      {"Premier Mark Rutte sprak in Brussel met Mark Zuckerberg.", "Mark Rutte; Mark Zuckerberg", "be"},
      {"Louis van Gaal stopt na het toernooi als bondscoach.", "Louis van Gaal", ""},
      {"Noord-Korea en Zuid-Korea praten weer met elkaar.", "", "kp kr"},
      {"Minister Sigrid Kaag heeft Soedan en Tsjaad bezocht.", "Sigrid Kaag", "sd td"},
      {"De orkaan Katrina heeft de stad verwoest.", "", ""},
      {"Het kabinet van het Verenigd Koninkrijk vergaderde over Duitsland.", "", "de gb"},
      {"Le Premier ministre Édouard Philippe s'est rendu à Alger.", "Édouard Philippe", "dz"},
      {"Air France et la Société Générale suppriment des postes.", "", ""},
      {"Le Tchad, le Niger et le Nigeria ferment leurs frontières.", "", "ne ng td"},
      {"Jean-Marie Le Pen et Marine Le Pen ne se parlent plus.", "Jean-Marie Le Pen; Marine Le Pen", ""},
      {"L'aéroport Charles-de-Gaulle est resté bloqué.", "", ""},
      {"Mme Simone Veil est entrée au Panthéon.", "Simone Veil", ""},
      {"Les Congolais votent à Brazzaville.", "", "cg"},
      {"Le prix Goncourt a été remis à Leïla Slimani.", "Leïla Slimani", ""},
      {"Il presidente Sergio Mattarella ha ricevuto Giorgia Meloni.", "Sergio Mattarella; Giorgia Meloni",
       ""},
      {"La Georgia e l'Ucraina chiedono aiuto.", "", "ge ua"},
      {"Intesa Sanpaolo e Mediobanca salgono alla Borsa di Milano.", "", "it"},
      {"Matteo Salvini attacca la Germania e la Svizzera.", "Matteo Salvini", "ch de"},
      {"L'uragano Katrina ha colpito la Louisiana.", "", "us"},
      {"Il premier Mario Draghi è volato ad Algeri.", "Mario Draghi", "dz"},
  });
}

TEST_CASE("Spanish, Portuguese, Polish and Turkish sentences keep their traps") {
  check_traps({
      {"El presidente mexicano Andrés Manuel López Obrador visitó Guatemala para la firma de los acuerdos.",
       "Andrés Manuel López Obrador", "gt mx"},
      {"José Luis Rodríguez Zapatero y Mariano Rajoy debatieron anoche.",
       "José Luis Rodríguez Zapatero; Mariano Rajoy", ""},
      {"El Banco Santander y Telefónica cayeron en Madrid.", "", "es"},
      {"El Chad y Turquía retiraron a sus embajadores.", "", "td tr"},
      {"La selección de Argentina ganó con dos goles de Lionel Messi.", "Lionel Messi", "ar"},
      {"Santiago de Chile amaneció con nieve.", "", "cl"},
      {"El huracán María devastó la isla de Puerto Rico.", "", "pr"},
      {"El escritor Gabriel García Márquez nació en Colombia.", "Gabriel García Márquez", "co"},
      {"O presidente Luiz Inácio Lula da Silva viajou à Arábia Saudita.", "Luiz Inácio Lula da Silva", "sa"},
      {"O Rio de Janeiro e São Paulo tiveram chuva.", "", "br"},
      {"A Guiné-Bissau e Cabo Verde assinaram o acordo.", "", "cv gw"},
      {"Cristiano Ronaldo marcou contra a Turquia.", "Cristiano Ronaldo", "tr"},
      {"Marcelo Rebelo de Sousa foi reeleito em Portugal.", "Marcelo Rebelo de Sousa", "pt"},
      {"O furacão Irma atingiu Cuba com força.", "", "cu"},
      {"Premier Mateusz Morawiecki spotkał się z Donaldem Tuskiem.", "Mateusz Morawiecki; Donald Tusk", ""},
      {"Rosja i Białoruś podpisały porozumienie.", "", "by ru"},
      {"Andrzej Duda poleciał do Stanów Zjednoczonych.", "Andrzej Duda", "us"},
      {"W Niemczech i we Francji spadł śnieg.", "", "de fr"},
      {"Jarosław Kaczyński przemawiał w Krakowie.", "Jarosław Kaczyński", "pl"},
      {"Turcja i Gruzja otworzyły granicę.", "", "ge tr"},
      {"Cumhurbaşkanı Recep Tayyip Erdoğan Almanya'ya gitti.", "Recep Tayyip Erdoğan", "de"},
      {"Ürdün ve Lübnan sınırı kapattı.", "", "jo lb"},
      {"Gürcistan'da seçim yapıldı.", "", "ge"},
      {"Ekrem İmamoğlu İstanbul'da konuştu.", "Ekrem İmamoğlu", "tr"},
      {"Çad ile Nijer askerlerini çekti.", "", "ne td"},
      {"Kuzey Kore yeni bir füze denedi.", "", "kp"},
  });
}

TEST_CASE("sentences in other scripts keep their traps") {
  check_traps({
      {"Владимир Путин встретился с Реджепом Тайипом Эрдоганом в Сочи.",
       "Vladimir Putin; Recep Tayyip Erdogan", "ru"},
      {"Министр обороны Сергей Шойгу прилетел в Иран.", "Sergei Shoigu", "ir"},
      {"Грузия и Армения закрыли границу.", "", "am ge"},
      {"В Чаде и Нигере начались дожди.", "", "ne td"},
      {"Американские военные покинули Афганистан.", "", "af us"},
      {"Мария Кузнецова выиграла турнир в Праге.", "Мария Кузнецова", "cz"},
      {"Ураган «Катрина» разрушил город.", "", ""},
      {"التقى الرئيس المصري عبد الفتاح السيسي نظيره الفرنسي إيمانويل ماكرون في القاهرة.",
       "Abdel Fattah el-Sisi; Emmanuel Macron", "eg fr"},
      {"وصل الوفد إلى الأردن ثم لبنان.", "", "jo lb"},
      {"أغلقت تشاد والنيجر ونيجيريا الحدود.", "", "ne ng td"},
      {"زار بشار الأسد موسكو.", "Bashar al-Assad", "ru"},
      {"أطلقت كوريا الشمالية صاروخا.", "", "kp"},
      {"الفلسطينيون في غزة ينتظرون.", "", "ps"},
      {"格鲁吉亚总统访问乌克兰。", "", "ge ua"},
      {"佐治亚州州长访问亚特兰大。", "", "us"},
      {"习近平会见拜登。", "Xi Jinping; Joe Biden", ""},
      {"几内亚比绍和几内亚断交。", "", "gn gw"},
      {"尼日尔和尼日利亚关闭边境。", "", "ne ng"},
      {"飓风卡特里娜袭击路易斯安那州。", "", "us"},
      {"岸田文雄首相は韓国を訪問した。", "Fumio Kishida", "kr"},
      {"安倍晋三元首相はオバマ氏と会談した。", "Shinzo Abe; Barack Obama", ""},
      {"ヨルダンとチャドが合意した。", "", "jo td"},
      {"米国と北朝鮮が協議する。", "", "kp us"},
      {"ジョージア州アトランタで銃撃があった。", "", "us"},
      {"ハリケーン・カトリーナが上陸した。", "", ""},
      {"문재인 대통령이 김정은 위원장을 만났다.", "Moon Jae-in; Kim Jong Un", ""},
      {"북한과 미국이 회담을 열었다.", "", "kp us"},
      {"요르단과 차드가 합의했다.", "", "jo td"},
      {"중국 시진핑 주석이 러시아를 방문했다.", "Xi Jinping", "cn ru"},
      {"조지아주 애틀랜타에서 총격이 있었다.", "", "us"},
      {"Ο Κυριάκος Μητσοτάκης συνάντησε τον Εμανουέλ Μακρόν στο Παρίσι.",
       "Kyriakos Mitsotakis; Emmanuel Macron", "fr"},
      {"Ο Αλέξης Τσίπρας μίλησε στην Αθήνα.", "Alexis Tsipras", "gr"},
      {"Η Γεωργία και η Ουκρανία ζητούν βοήθεια.", "", "ge ua"},
      {"Η Βόρεια Κορέα εκτόξευσε πύραυλο.", "", "kp"},
      {"Οι Γερμανοί ψηφίζουν την Κυριακή.", "", "de"},
  });
}

}  // namespace
}  // namespace broadsheet
