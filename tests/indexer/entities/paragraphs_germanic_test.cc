// SPDX-License-Identifier: GPL-2.0-or-later
//
// Short news paragraphs written for these tests, with the persons and countries that a librarian reads in
// them.
#include <doctest/doctest.h>

#include "tests/indexer/entities/trap_cases.h"

namespace broadsheet {
namespace {

TEST_CASE("German, Dutch and Scandinavian paragraphs are filed under the persons and countries they name") {
  check_traps({
      // de
      {"Bundeskanzler Friedrich Merz hat am Montag in Berlin den polnischen Ministerpräsidenten Donald Tusk "
       "empfangen. Merz' Sprecher Stefan Kornelius sagte, es sei um die Hilfe für die Ukraine gegangen.",
       "Friedrich Merz; Donald Tusk; Stefan Kornelius", "de pl ua", "", 2025},
      {"Der Brand in der Lagerhalle brach nach Angaben der Feuerwehr gegen Mitternacht aus. Einsatzleiter "
       "Jörg Wittkamp rechnet z.B. mit einem Schaden von zwei Millionen Euro. Polizeisprecherin Heike "
       "Brandtner wollte sich zur Ursache nicht äußern.",
       "Jörg Wittkamp; Heike Brandtner", "", "", 2025},
      {"Angela Merkels Nachfolger erbte ein schwieriges Verhältnis zu Wladimir Putin. Der Kremlchef hatte "
       "Merkel 2014 mehrfach angerufen, wie aus Moskauer Akten hervorgeht.",
       "Angela Merkel; Wladimir Putin", "ru", "", 2025},
      {"Der FC Bayern München hat sein Auswärtsspiel bei Real Madrid mit 2:1 gewonnen. Thomas Müllers "
       "Treffer in der 88. Minute entschied die Partie. Trainer Vincent Kompany lobte die Abwehr.",
       "Thomas Müller; Vincent Kompany", "de es", "", 2025},
      {"Schweizer Behörden ermitteln gegen eine Bank in Zürich. Bundesanwältin Regula Hofstetter bestätigte "
       "Durchsuchungen, zu denen auch österreichische Beamte hinzugezogen wurden.",
       "Regula Hofstetter", "at ch", "", 2025},
      {"Die Regierung Saudi-Arabiens und die der Vereinigten Arabischen Emirate wollen die Ölförderung "
       "drosseln. Das teilte Energieminister Abdulasis bin Salman in Riad mit.",
       "Abdulasis bin Salman", "ae sa", "", 2025},
      // nl
      {"Premier Dick Schoof heeft dinsdag in Den Haag overlegd met zijn Duitse collega. Volgens Schoof is "
       "het kabinet bereid om Oekraïne langer te steunen.",
       "Dick Schoof", "de nl ua", "", 2025},
      {"De burgemeester van Utrecht, Sharon Dijksma, opende de nieuwe brug samen met wethouder Jan-Willem "
       "van den Heuvel. Van den Heuvel noemde het een historische dag.",
       "Sharon Dijksma; Jan-Willem van den Heuvel", "nl", "", 2025},
      {"Mathieu van der Poel heeft Parijs-Roubaix gewonnen. De Belg Wout van Aert werd tweede na een lekke "
       "band in Noord-Frankrijk.",
       "Mathieu van der Poel; Wout van Aert", "be fr", "", 2025},
      {"Het Zuid-Afrikaanse leger trekt zich terug uit Congo. President Cyril Ramaphosa wil dat Rwandese "
       "troepen hetzelfde doen.",
       "Cyril Ramaphosa", "cd rw za", "", 2025},
      // sv
      {"Statsminister Ulf Kristersson träffade på tisdagen Finlands president Alexander Stubb i Stockholm. "
       "Kristerssons besked till Ukraina var tydligt.",
       "Ulf Kristersson; Alexander Stubb", "fi se ua", "", 2025},
      {"Polisen i Malmö har gripit två män efter skottlossningen. Enligt åklagaren Lisa Åberg är en av dem "
       "dansk medborgare.",
       "Lisa Åberg", "dk se", "", 2025},
      {"Volvos vd Håkan Samuelsson varnar för tullar från USA. Försäljningen i Kina föll med sju procent.",
       "Håkan Samuelsson", "cn us", "", 2025},
      // da
      {"Statsminister Mette Frederiksen mødtes onsdag med Emmanuel Macron i Paris. Danmark og Frankrig vil "
       "styrke samarbejdet om Grønland.",
       "Mette Frederiksen; Emmanuel Macron", "dk fr gl", "", 2025},
      {"Politiet har anholdt en 32-årig mand i Aarhus. Vicepolitiinspektør Morten Kiilerich oplyser, at "
       "manden kommer fra Polen.",
       "Morten Kiilerich", "dk pl", "", 2025},
      {"Novo Nordisks topchef Lars Fruergaard Jørgensen går af. Aktien faldt ni procent i København.",
       "Lars Fruergaard Jørgensen", "dk", "", 2025},
      {"Jonas Vingegaard vandt etapen i Pyrenæerne foran slovenske Primoz Roglic. Mads Pedersen udgik efter "
       "et styrt.",
       "Jonas Vingegaard; Primoz Roglic; Mads Pedersen", "si", "", 2025},
      {"Udenrigsminister Lars Løkke Rasmussen har indkaldt den iranske ambassadør. Ifølge Løkke Rasmussen er "
       "truslen mod Israel alvorlig.",
       "Lars Løkke Rasmussen", "il ir", "", 2025},
      // no
      {"Statsminister Jonas Gahr Støre reiser til Kina neste uke. Støres reise kommer etter at Norge og "
       "Storbritannia signerte en ny avtale.",
       "Jonas Gahr Støre", "cn gb no", "", 2025},
      {"Erling Haaland scoret to mål da Norge slo Italia 3-0. Landslagssjef Ståle Solbakken var svært "
       "fornøyd med Martin Ødegaard.",
       "Erling Haaland; Ståle Solbakken; Martin Ødegaard", "it no", "", 2025},
      {"Politiadvokat Siri Lervåg i Bergen sier at mannen er siktet for drap. Han ble pågrepet i Sverige "
       "etter to døgn.",
       "Siri Lervåg", "no se", "", 2025},
      {"Jens Stoltenberg legger frem statsbudsjettet på mandag. Finansministeren sa at tollkrigen mellom USA "
       "og Kina bekymrer ham.",
       "Jens Stoltenberg", "cn us", "", 2025},
      {"Kronprinsesse Mette-Marit og kronprins Haakon besøkte onsdag Tromsø. Ordfører Gunnar Wilhelmsen tok "
       "imot dem.",
       "Mette-Marit; Crown Prince Haakon; Gunnar Wilhelmsen", "no", "", 2025},
      {"De rechtbank veroordeelde Ridouan Taghi tot levenslang. Zijn advocaat Inez Weski zei dat haar cliënt "
       "in Dubai onrechtmatig was aangehouden.",
       "Ridouan Taghi; Inez Weski", "ae", "", 2025},
      {"Ajax verloor in Eindhoven met 3-1 van PSV. Trainer Peter Bosz zag Luuk de Jong twee keer scoren; de "
       "Turkse scheidsrechter gaf drie gele kaarten.",
       "Peter Bosz; Luuk de Jong", "nl tr", "", 2025},
  });
}

TEST_CASE("German, Dutch and Scandinavian paragraphs: what is known to be filed wrongly still is") {
  check_known_faults({
      {"Armand Duplantis satte nytt världsrekord i Budapest. Norske Karsten Warholm vann häcken.",
       "Armand Duplantis; Karsten Warholm", "hu no", "", 2025},
      {"Författaren Linnéa Bergqvist får årets stora litteraturpris. Juryns ordförande Per Wästberg kallade "
       "romanen från Island en pärla.",
       "Linnéa Bergqvist; Per Wästberg", "is", "", 2025},
  });
}

}  // namespace
}  // namespace broadsheet
