// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/persons/name_runs.h"

namespace broadsheet {
namespace {
using Shape = NameToken::Shape;
}

bool NameRuns::is_particle(std::size_t i) const {
  return i < end_ && at(i).is(ParticleWord) && at(i).shape == Shape::Lower;
}

/// "Theresa May", "Jan Urban".
bool NameRuns::is_month_as_name(std::size_t i) const {
  if (!is_capital(i) || at(i).dot) return false;
  if (at(i).is(GivenName) && is_capital(i + 1) && !at(i + 1).is(CalendarWord)) return true;
  return i > 0 && at(i).is(Surname) && at(i - 1).is(GivenName) && at(i - 1).is_name_like() &&
         !(i + 1 < end_ && at(i + 1).shape == Shape::Number);
}

/// Little words of one language are names in another: "Jimmy Durante", "Per Olsson", "Kim Jong Un".
bool NameRuns::is_foreign_word_as_name(std::size_t i) const {
  if (at(i).starts_sentence || !is_capital(i)) return false;
  if (at(i).is(any_given_name) && is_capital(i + 1) && !at(i + 1).is(FunctionWord | CommonWord)) return true;
  if (i > 1 && at(i - 2).is(EastAsianSurname) && at(i - 1).is_name_like() && !at(i).is(CommonWord))
    return true;
  return i > 0 && !at(i).is(CommonWord | ParticleWord) && at(i - 1).is(GivenName) && at(i - 1).is_name_like();
}

bool NameRuns::in_run(std::size_t i) const {
  if (i >= end_ || !at(i).is_name_like()) return false;
  if (at(i).is(CalendarWord)) return is_month_as_name(i);
  if (!at(i).is(FunctionWord) || at(i).dot || is_foreign_word_as_name(i)) return true;
  // "Le Pen", "De Klerk", "La Guardia", but "The Times" and "In London".
  return at(i).is(ParticleWord) && is_capital(i) && i + 1 < end_ && at(i + 1).is_name_like() &&
         !at(i).starts_sentence;
}

/// True if the lower-case particle at i stands inside a name: "Ludwig van Beethoven", "Luis de Guindos", but
/// not "Tod von Peter Green", "Bank de Paris".
bool NameRuns::particle_joins(std::size_t run, std::size_t i) const {
  if (!is_particle(i)) return false;
  const bool article = at(i).folded == "der" || at(i).folded == "den" || at(i).folded == "das";
  if (article && at(i - 1).shape != Shape::Lower) return false;
  std::size_t next = i + 1;
  while (next < i + 3 && is_particle(next)) ++next;
  const std::string_view particle = at(i).folded;
  if (!in_run(next) || (at(next).is(PlaceName) && (!at(next).is(Surname) || particle == "la"))) return false;
  if (particle == "e" || particle == "y")
    return false;  // "Di María e Pavlidis" is more common than "Ortega y Gasset"
  if (at(next).is(GivenName) && in_run(next + 1)) return false;
  const NameToken& before = at(i - 1);
  if (before.shape == Shape::Lower || before.shape == Shape::Initial || before.is(any_given_name))
    return true;
  if (i >= run + 2 && at(i - 2).is(any_given_name)) return true;
  const std::uint32_t no_name =
      CommonWord | PlaceName | TitleWord | OfficeWord | CompanyWord | BodyWord | ThingWord;
  return !before.is(no_name) && !at(next).is(no_name);
}

std::size_t NameRuns::run_end(std::size_t run) const {
  std::size_t i = run + 1;
  while (i < end_ && !at(i - 1).possessive) {
    if (in_run(i) || particle_joins(run, i)) {
      ++i;
    } else if (at(i).shape == Shape::Comma && is_capital(i + 1) && at(i + 1).is(SuffixWord)) {
      i += 2;
    } else {
      break;
    }
  }
  return i;
}

/// "Reporting by", "Additional reporting by", "Written by", "Photo by".
bool NameRuns::names_work(std::size_t i) const {
  if (!at(i).is_name_like()) return false;
  if (at(i).folded == "additional") ++i;
  if (i + 1 >= end_ || at(i + 1).folded != "by") return false;
  for (const std::string_view work : {"reporting", "editing", "writing", "compiled", "written", "edited",
                                      "photo", "photographs", "photography"}) {
    if (at(i).folded == work) return true;
  }
  return false;
}

/// "REUTERS" in "REUTERS/Jane Miller", "AP" in "Peter Brown/AP".
bool NameRuns::is_agency_mark(std::size_t i) const {
  if (i >= end_ || at(i).shape != Shape::Upper) return false;
  for (const std::string_view agency : {"reuters", "ap", "afp", "epa", "upi", "dpa", "getty", "xinhua"}) {
    if (at(i).folded == agency) return true;
  }
  return false;
}

/// One past "Jane Doe, Manila bureau" or "Jane Doe, London newsroom", whom to call; 0 if it goes on as text
/// does.
std::size_t NameRuns::contact_end(std::size_t comma) const {
  constexpr std::size_t longest_place = 3;
  for (std::size_t i = comma + 1; i < end_ && i <= comma + 1 + longest_place; ++i) {
    if (at(i).is_name_like()) continue;
    const std::string_view desk = at(i).folded;
    const bool is_desk = desk == "bureau" || desk == "newsroom" || desk == "newsdesk";
    const bool goes_on = i + 1 < end_ && at(i + 1).shape == Shape::Lower;
    return is_desk && i > comma + 1 && !goes_on ? i + 1 : 0;
  }
  return 0;
}

std::size_t NameRuns::credit_end(std::size_t run, std::size_t last) const {
  if (last < end_ && at(last).text == "/") {
    if (is_agency_mark(run) && last == run + 1 && in_run(last + 1)) return run_end(last + 1);
    if (is_agency_mark(last + 1)) return last + 2;
  }
  if (last < end_ && at(last).shape == Shape::Comma && last > run + 1) {
    if (const std::size_t contact = contact_end(last); contact != 0) return contact;
  }
  if (!names_work(run)) return run;
  std::size_t stop = run + 2;
  while (stop < end_ && at(stop).shape != Shape::Open && at(stop).shape != Shape::Stop) ++stop;
  return stop;
}

std::size_t NameRuns::byline_end(std::size_t i, std::size_t begin) const {
  if (i != begin || at(i).folded != "by" || !at(i).is_name_like()) return i;
  std::size_t stop = i + 1;
  for (; stop < end_ && at(stop).shape != Shape::Stop; ++stop) {
    const bool belongs = in_run(stop) || at(stop).shape == Shape::Comma || at(stop).folded == "and" ||
                         (at(stop).is(ParticleWord) && at(stop).shape == Shape::Lower);
    if (!belongs) return i;
  }
  return stop;
}

}  // namespace broadsheet
