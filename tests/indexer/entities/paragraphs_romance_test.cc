// SPDX-License-Identifier: GPL-2.0-or-later
//
// Short news paragraphs written for these tests, with the persons and countries that a librarian reads in
// them.
#include <doctest/doctest.h>

#include "tests/indexer/entities/trap_cases.h"

namespace broadsheet {
namespace {

TEST_CASE(
    "French, Spanish, Italian, Portuguese and Romanian paragraphs are filed under the persons and countries "
    "they name") {
  check_traps({
      // fr
      {"Le chef de l'État a reçu mardi à l'Élysée le chancelier allemand. L'entourage d'Emmanuel Macron "
       "évoque une rencontre utile, tandis que la délégation d'outre-Rhin n'a fait aucun commentaire.",
       "Emmanuel Macron", "de fr", "", 2025},
      {"L'ancienne ministre Élisabeth Borne et le sénateur Jean-Pierre Sueur ont plaidé pour un compromis. "
       "M. Sueur estime que le texte sera voté avant l'été.",
       "Élisabeth Borne; Jean-Pierre Sueur", "", "", 2025},
      {"Un séisme de magnitude 5,8 a secoué l'est de la Turquie dans la nuit de jeudi à vendredi. D'après le "
       "gouverneur Osman Bilgin, aucune victime n'est à déplorer, mais des villages proches de la frontière "
       "iranienne ont été évacués.",
       "Osman Bilgin", "ir tr", "", 2025},
      {"Les Émirats arabes unis ont promis d'investir au Sénégal. À Abou Dabi, le président sénégalais "
       "Bassirou Diomaye Faye a salué un accord historique avant de s'envoler pour les Comores.",
       "Bassirou Diomaye Faye", "ae km sn", "", 2025},
      {"Le procès de Christophe Delarue, accusé d'avoir détourné trois millions d'euros, s'est ouvert lundi "
       "à Lyon. Son avocate, Me Claire Bonnefoy, plaide l'acquittement.",
       "Christophe Delarue; Claire Bonnefoy", "fr", "", 2025},
      {"Le Tour de France quittera Lille vers la Belgique. Le Slovène Tadej Pogacar reste le favori devant "
       "le Danois Jonas Vingegaard.",
       "Tadej Pogacar; Jonas Vingegaard", "be dk fr si", "", 2025},
      // es
      {"El presidente del Gobierno, Pedro Sánchez, viajará el jueves a Rabat para reunirse con el rey "
       "Mohamed VI. Fuentes de la Moncloa aseguran que Sánchez tratará la crisis migratoria con las "
       "autoridades marroquíes.",
       "Pedro Sánchez; Mohamed VI", "es ma", "", 2025},
      {"La escritora María José Fernández Lagunas ganó ayer el premio de novela. El jurado, presidido por "
       "Álvaro Pombo García, destacó la fuerza de su prosa.",
       "María José Fernández Lagunas; Álvaro Pombo García", "", "", 2025},
      {"Al menos doce personas murieron en un accidente de autobús en el norte de Perú, informó el coronel "
       "Wilmer Huamán Quispe. Entre los heridos hay dos turistas alemanes y una chilena.",
       "Wilmer Huamán Quispe", "cl de pe", "", 2025},
      {"El Real Madrid venció por 3-0 al Galatasaray con dos goles de Kylian Mbappé y uno de Vinícius "
       "Júnior. El técnico Xabi Alonso dio descanso a Jude Bellingham.",
       "Kylian Mbappé; Vinícius Júnior; Xabi Alonso; Jude Bellingham", "es", "", 2025},
      {"La canciller colombiana, Laura Sarabia, anunció que su país retomará las relaciones con Israel. En "
       "cambio, Gustavo Petro evitó pronunciarse sobre los Países Bajos.",
       "Laura Sarabia; Gustavo Petro", "co il nl", "", 2025},
      {"Según el fiscal Ernesto de la Vega, los detenidos enviaban cocaína desde Ecuador a Amberes. Del "
       "Valle, su socio, sigue prófugo en Panamá.",
       "Ernesto de la Vega", "be ec pa", "", 2025},
      // it
      {"Il presidente del Consiglio Giorgia Meloni ha incontrato a Palazzo Chigi il premier greco Kyriakos "
       "Mitsotakis. Dall'incontro è emersa la volontà di collaborare con l'Egitto e la Tunisia.",
       "Giorgia Meloni; Kyriakos Mitsotakis", "eg gr it tn", "", 2025},
      {"La procura di Bari ha chiesto il rinvio a giudizio per l'imprenditore Vito Lorusso e per l'ex "
       "assessore Carmela D'Agostino. Secondo i magistrati, Lorusso avrebbe pagato tangenti per anni.",
       "Vito Lorusso; Carmela D'Agostino", "it", "", 2025},
      {"La Commissione europea multa il colosso statunitense. Da Bruxelles Teresa Ribera ha spiegato che "
       "l'Italia e i Paesi Bassi avevano presentato un ricorso.",
       "Teresa Ribera", "be it nl us", "", 2025},
      {"O Benfica venceu o Sporting por 2-0, com golos de Ángel Di María e Vangelis Pavlidis. O treinador "
       "argentino dos encarnados elogiou os adeptos.",
       "Ángel Di María; Vangelis Pavlidis", "ar", "", 2025},
      {"L'allenatore dell'Inter, Simone Inzaghi, non parla di scudetto. Domenica a San Siro mancherà Lautaro "
       "Martínez, rientrato infortunato dall'Argentina.",
       "Simone Inzaghi; Lautaro Martínez", "ar", "", 2025},
      {"Un peschereccio è affondato al largo della Libia: le vittime sono nove, tutte eritree. Lo ha "
       "riferito la portavoce dell'Unhcr Giulia Ferrante.",
       "Giulia Ferrante", "er ly", "", 2025},
      {"Il cardinale Pietro Parolin è arrivato all'Avana per una visita di tre giorni. Ad accoglierlo c'era "
       "il ministro degli Esteri cubano Bruno Rodríguez.",
       "Pietro Parolin; Bruno Rodríguez", "cu", "", 2025},
      // pt
      {"O presidente Luiz Inácio Lula da Silva recebeu na quarta-feira, em Brasília, o primeiro-ministro "
       "português, Luís Montenegro. Lula afirmou que o Brasil apoia o acordo com o Mercosul.",
       "Luiz Inácio Lula da Silva; Luís Montenegro", "br pt", "", 2025},
      {"A ministra da Saúde, Ana Paula Martins, garantiu que as urgências vão reabrir. O bastonário Carlos "
       "Cortes criticou a decisão e pediu uma reunião urgente.",
       "Ana Paula Martins; Carlos Cortes", "", "", 2025},
      {"As cheias em Moçambique e no Maláui fizeram mais de cem mortos. O governador Júlio Paruque pediu "
       "ajuda à África do Sul.",
       "Júlio Paruque", "mw mz za", "", 2025},
      {"Joaquim Ferreira dos Santos, de 54 anos, foi detido no aeroporto de Lisboa quando tentava embarcar "
       "para Angola. Segundo a polícia, Ferreira dos Santos era procurado na Suíça.",
       "Joaquim Ferreira dos Santos", "ao ch pt", "", 2025},
      {"O Kremlin desmentiu contatos com enviados americanos. O porta-voz Dmitri Peskov disse que Vladimir "
       "Putin não pretende viajar à Turquia.",
       "Dmitri Peskov; Vladimir Putin", "ru tr us", "", 2025},
      // ro
      {"Premierul Marcel Ciolacu a declarat joi că România va primi fonduri europene. Președintele Klaus "
       "Iohannis a plecat în aceeași zi spre Ucraina.",
       "Marcel Ciolacu; Klaus Iohannis", "ro ua", "", 2025},
      {"Judecătoria din Cluj l-a condamnat pe omul de afaceri Ioan Mureșan la patru ani de închisoare. "
       "Avocata lui Mureșan, Raluca Popescu, a anunțat că va face apel.",
       "Ioan Mureșan; Raluca Popescu", "ro", "", 2025},
      {"Simona Halep a pierdut în fața poloneze Iga Swiatek la Paris. Meciul din Franța a durat două ore.",
       "Simona Halep; Iga Swiatek", "fr pl", "", 2025},
      {"Ministrul de externe al Republicii Moldova, Mihai Popșoi, s-a întâlnit la Berlin cu omologul german. "
       "Maia Sandu nu a participat.",
       "Mihai Popșoi; Maia Sandu", "de md", "", 2025},
      {"Un cutremur puternic a lovit nordul Japoniei. Potrivit premierului japonez Shigeru Ishiba, nu există "
       "victime.",
       "Shigeru Ishiba", "jp", "", 2025},
  });
}

}  // namespace
}  // namespace broadsheet
