// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include "tests/indexer/entities/trap_cases.h"

namespace broadsheet {
namespace {

TEST_CASE("places that are names, and names that are places, are told apart") {
  check_traps({
      {"Jordan Spieth leads by two strokes after the second round.", "Jordan Spieth", ""},
      {"The heiress Paris Hilton flew to Rome with her sister Nicky Hilton.", "Paris Hilton; Nicky Hilton",
       "it"},
      {"Jack London wrote about the Yukon; a museum in Oakland keeps his letters.", "Jack London", "ca us"},
      {"Israel Kamakawiwo'ole, who sang in Hawaiian, died in Honolulu.", "Israel Kamakawiwo'ole", "us"},
      {"Sydney Sweeney and Glen Powell filmed the comedy in Sydney.", "Sydney Sweeney; Glen Powell", "au"},
      {"A play by Tennessee Williams returns to New Orleans.", "Tennessee Williams", "us"},
      {"Chad Kroeger sang for the aid workers who had come back from Chad.", "Chad Kroeger", "td"},
      {"The drummer Chad Smith looks like the actor Will Ferrell.", "Chad Smith; Will Ferrell", ""},
      {"Georgia O'Keeffe left Wisconsin for New Mexico.", "Georgia O'Keeffe", "us"},
      {"Cuba Gooding Jr. pleaded not guilty in Manhattan.", "Cuba Gooding Jr.", "us"},
      {"India Willoughby answered her critics on Tuesday.", "India Willoughby", ""},
      {"Dakota Johnson and Savannah Guthrie left the studio.", "Dakota Johnson; Savannah Guthrie", ""},
      {"Austin Butler was born in Anaheim, not in Austin.", "Austin Butler", "us"},
      {"Stephen Ireland and Joe Ireland never played for Ireland again.", "Stephen Ireland; Joe Ireland",
       "ie"},
      {"Olivia Holland and Simon Cadiz wed in Cadiz.", "Olivia Holland; Simon Cadiz", "es"},
      {"Ricky Martin sang; Lee Israel forged letters.", "Ricky Martin; Lee Israel", ""},
      {"Jordan's King Abdullah met Michael Jordan in Amman.", "Michael Jordan; Abdullah", "jo"},
      {"Jason Kenya, 31, of Leeds, was jailed.", "Jason Kenya", "gb"},
      {"Ashley Berlin told the hearing that Berlin had never asked.", "Ashley Berlin", ""},
      {"Boris Paris and his wife left Paris for Lyon.", "Boris Paris", "fr"},
      {"Nigeria's Chad Basin states asked Niger for troops.", "", "ne ng"},
      {"Virginia Raggi was elected mayor of Rome.", "Virginia Raggi", "it"},
      {"Victoria Nuland flew to Victoria, British Columbia.", "Victoria Nuland", "ca"},
      {"Florence Pugh and Lourdes Leon sat in the first row.", "Florence Pugh; Lourdes Leon", ""},
      {"Kobe Bryant was named after the beef of Kobe.", "Kobe Bryant", "jp"},
      {"Alexandria Ocasio-Cortez toured Alexandria, Virginia.", "Alexandria Ocasio-Cortez", "us"},
      {"Troy Deeney, Carson Wentz and Madison Keys won awards.", "Troy Deeney; Carson Wentz; Madison Keys",
       ""},
  });
}

TEST_CASE("things, dishes, seas and treaties that carry a country's name are no country") {
  check_traps({
      {"The drawing in India ink was restored.", "", ""},
      {"He ordered French toast, Swiss cheese and Brazil nuts.", "", ""},
      {"It took Dutch courage and a Panama hat to speak.", "", ""},
      {"Guinea pigs and turkeys were sold at the fair.", "", ""},
      {"Doctors fear another Spanish flu; German measles is back too.", "", ""},
      {"The boys played Russian roulette with a revolver.", "", ""},
      {"A trawler sank in the Sea of Japan.", "", ""},
      {"The Indian Ocean tsunami killed his parents.", "", ""},
      {"She swam the English Channel and then the Irish Sea.", "", ""},
      {"A cyclone is forming over the Bay of Bengal.", "", ""},
      {"Hostages may show signs of Stockholm syndrome.", "", ""},
      {"The Geneva Conventions forbid it.", "", ""},
      {"The Warsaw Pact was dissolved that summer.", "", ""},
      {"Pilgrims bathed in the Jordan River.", "", ""},
      {"American Airlines, British Airways and Deutsche Bank cut jobs.", "", ""},
      {"Texas Instruments and Boston Scientific beat forecasts.", "", ""},
      {"Delta, Virgin Atlantic and Air India share the codes.", "", ""},
      {"An Air France jet with 228 on board crashed off Brazil.", "", "br"},
      {"An Oman Air flight made an emergency landing in Karachi.", "", "pk"},
      {"A Bank of China branch in Frankfurt was searched.", "", "cn de"},
      {"French fries and English muffins cost more.", "", ""},
      {"Her German shepherd chased a Siamese cat.", "", ""},
      {"He kept Persian carpets and Venetian blinds.", "", ""},
      {"They danced the Charleston in Bermuda shorts.", "", ""},
      {"The bistro serves Peking duck and Vienna sausages.", "", ""},
  });
}

TEST_CASE("towns are where the words behind them put them") {
  check_traps({
      {"Police in Moscow, Idaho, named Bryan Kohberger as the suspect.", "Bryan Kohberger", "us"},
      {"Lebanon, Pennsylvania, elected Sherry Capello mayor.", "Sherry Capello", "us"},
      {"A tornado struck Birmingham, Ala., overnight.", "", "us"},
      {"A church in Lebanon, New Hampshire, burned down.", "", "us"},
      {"Cairo, Illinois, was flooded again.", "", "us"},
      {"Berlin, N.H., lost its paper mill.", "", "us"},
      {"The golf course in Dublin, Ohio, reopened.", "", "us"},
      {"A shark was seen off Naples, Fla., on Sunday.", "", "us"},
      {"Rays fans in St. Petersburg, Fla., stayed at home.", "", "us"},
      {"The rocket builder is based in Melbourne, Florida.", "", "us"},
      {"Snow closed roads near Perth, Scotland.", "", "gb"},
      {"A plant in Perth, Ontario, will close.", "", "ca"},
      {"Students clashed with police in Cordoba, Argentina.", "", "ar"},
      {"Pilgrims reached Santiago de Compostela.", "", "es"},
      {"Dancers from Santiago de Cuba opened the carnival.", "", "cu"},
      {"The chip maker has its seat in San Jose, California.", "", "us"},
      {"Talks were held in San Jose, the capital of Costa Rica.", "", "cr"},
      {"A train derailed near Hyderabad, Pakistan.", "", "pk"},
      {"Gunmen fought in Tripoli, Lebanon, for a third day.", "", "lb"},
      {"The reinsurer of Hamilton, Bermuda, cut its forecast.", "", "bm"},
      {"He was born in Hamilton, New Zealand.", "", "nz"},
      {"The ferry for Vancouver, Wash., was late.", "", "us"},
      {"A coal ship left Newcastle, New South Wales.", "", "au"},
      {"Paris, Tenn., has an Eiffel Tower of its own.", "", "us"},
      {"A jury in Odessa, Texas, found him guilty.", "", "us"},
      {"Barges on the Niger River brought grain to Niamey.", "", "ne"},
      {"The Navy tests missiles at China Lake, California.", "", "us"},
      {"The storm passed San Juan, Puerto Rico.", "", "pr"},
  });
}

TEST_CASE("countries of like names, old names and parts of countries are what they mean") {
  check_traps({
      {"Austria beat Australia 3-1 in Vienna.", "", "at au"},
      {"Both Koreas marched under one flag in Sydney.", "", "au kp kr"},
      {"Unionists in Ulster and nationalists in Scotland disagreed.", "", "gb"},
      {"Wales beat Fiji in Cardiff.", "", "fj gb"},
      {"A fuel depot in Crimea caught fire.", "", "ua"},
      {"The parliament of Iraqi Kurdistan met in Erbil.", "", "iq"},
      {"Palestinians buried three youths in Hebron.", "", "ps"},
      {"Casinos in Macau reopened, and so did shops in Hong Kong.", "", "hk mo"},
      {"Kosovo's parliament met in Pristina.", "", "xk"},
      {"The USSR and its allies stayed away from the Games.", "", "ru"},
      {"Rhodesia declared independence alone.", "", "zw"},
      {"GDR athletes were given drugs for years.", "", "de"},
      {"Burmese monks marched in Rangoon.", "", "mm"},
      {"Bushmen fled from South West Africa into Botswana.", "", "bw na"},
      {"Upper Volta took the name of Burkina Faso.", "", "bf"},
      {"The British Virgin Islands and Bermuda opened their registers.", "", "bm vg"},
      {"Miners in West Virginia voted to strike.", "", "us"},
      {"Mauritania and Mauritius signed the treaty.", "", "mr mu"},
      {"Slovenia and Slovakia recalled their envoys.", "", "si sk"},
      {"Liberia asked Libya for oil.", "", "lr ly"},
      {"Gambia left the talks, Zambia stayed.", "", "gm zm"},
      {"Iran and Iraq exchanged prisoners.", "", "iq ir"},
      {"Samoa and American Samoa share a reef.", "", "as ws"},
      {"Saint Kitts and Nevis lost to Saint Vincent and the Grenadines.", "", "kn vc"},
      {"Judges in The Hague heard the Palestinians first.", "", "nl ps"},
      {"The Republic of Ireland drew with Northern Ireland.", "", "gb ie"},
      {"The Congolese rebels took Bukavu before the talks in Brazzaville.", "", "cd cg"},
      {"A Dominican pitcher left Santo Domingo for Boston.", "", "do us"},
      {"South Africa, Central African Republic and Guinea sent observers.", "", "cf gn za"},
      {"Micronesia, Polynesia and New Caledonia are far away.", "", "fm nc"},
  });
}

TEST_CASE("places that are names: what is known to be filed wrongly still is") {
  check_known_faults({
      // A country as a given name, which no list of given names has.
      {"Ireland Baldwin posed with Alec Baldwin and Kim Basinger.",
       "Ireland Baldwin; Alec Baldwin; Kim Basinger", ""},
      // A country as a given name, before a surname that is not known.
      {"China Mieville won the prize for a third time.", "China Mieville", ""},
      // The tagger has a place here.
      {"Brooklyn Beckham opened a stall in Tokyo.", "Brooklyn Beckham", "jp"},
      // A town as a given name before an ordinary word.
      {"Julia Roberts thanked London Breed, the mayor.", "Julia Roberts; London Breed", ""},
  });
}

}  // namespace
}  // namespace broadsheet
