// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "common/article.h"
#include "indexer/normalise/normalise.h"
#include "indexer/normalise/story_text.h"
#include "indexer/readers/record.h"

namespace broadsheet {

/// Title and paragraphs, the latter all as Body.
void set_text(Article& article, StoryText story);

/// Source, section, url, rights, topics, version: the record's, clean; options.source where it has none.
void set_values(Article& article, const Record& record, const NormaliseOptions& options);

/// The record's language, else the option's, else that of title and paragraphs.
void set_language(Article& article, const Record& record, const NormaliseOptions& options);

/// The record's authors. Uses the article's language.
void set_bylines(Article& article, const Record& record);

/// When the record says that it was changed. Uses the article's language.
void set_modified(Article& article, const Record& record, const NormaliseOptions& options);

/// Identity and id as identity.h has them. Uses title and paragraphs.
void set_identity(Article& article, const Record& record, std::string_view format,
                  const NormaliseOptions& options);

/// The identity that an article with this id has which comes from where the record comes from.
std::string identity_of_id(std::string_view id, const Record& record, std::string_view format,
                           const NormaliseOptions& options);

/// The identities of the articles that the record says it stands in for.
std::vector<std::string> replaced_identities(const Record& record, std::string_view format,
                                             const NormaliseOptions& options);

}  // namespace broadsheet
