// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalise/identity.h"

#include <algorithm>
#include <array>

#include "common/fold.h"
#include "common/hash.h"
#include "indexer/normalise/text/characters.h"

namespace broadsheet {
namespace {

constexpr std::size_t longest = 1000;

constexpr std::array<std::string_view, 12> global_schemes = {"urn",  "tag", "doi", "newsml", "info", "ark",
                                                             "guid", "hdl", "at",  "did",    "mid",  "ni"};

bool is_uuid(std::string_view id) {
  if (id.size() == 38 && id.front() == '{' && id.back() == '}') id = id.substr(1, 36);
  if (id.size() != 36) return false;
  for (std::size_t i = 0; i < id.size(); ++i) {
    const bool is_dash = i == 8 || i == 13 || i == 18 || i == 23;
    const bool is_hex = is_ascii_digit(id[i]) || (ascii_lower(id[i]) >= 'a' && ascii_lower(id[i]) <= 'f');
    if (is_dash ? id[i] != '-' : !is_hex) return false;
  }
  return true;
}

bool is_scheme_character(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) || c == '+' || c == '-' || c == '.';
}

std::string lowered(std::string_view text) {
  std::string out;
  for (const char c : text) out += ascii_lower(c);
  return out;
}

bool only_counts_visitors(std::string_view parameter) {
  return parameter.starts_with("utm_") || parameter.starts_with("fbclid=") || parameter.starts_with("gclid=");
}

std::string canonical_query(std::string_view query) {
  std::string out;
  for (const auto parameter : split_at(query, '&')) {
    if (parameter.empty() || only_counts_visitors(parameter)) continue;
    out.append(out.empty() ? "?" : "&").append(parameter);
  }
  return out;
}

std::string canonical_host(std::string_view scheme, std::string_view host) {
  auto out = lowered(host);
  const std::string_view port = scheme == "http" ? ":80" : scheme == "https" ? ":443" : "";
  if (!port.empty() && out.ends_with(port)) out.resize(out.size() - port.size());
  return out;
}

std::string bounded(std::string text) {
  return text.size() <= longest ? std::move(text) : "hash:" + to_hex(hash64(text));
}

// A file's name is bytes: what is no UTF-8 or controls a terminal is written as %XX, so that different names
// stay different.
std::string readable_path(std::string_view path) {
  const bool is_text = is_utf8(path);
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string out;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_control = byte < 0x20 || byte == 0x7F;
    const bool is_kept = !is_control && (is_text || byte < 0x80);
    is_kept ? void(out += c) : void(out.append({'%', hex[byte >> 4], hex[byte & 15]}));
  }
  return out;
}

std::string hash_of(const IdentityClues& clues) {
  return "hash:" + to_hex(hash64(fold_value(clues.title) + "\n" + fold_value(clues.body)));
}

std::string scoped(std::string_view scope, std::string_view id) {
  return std::string(scope).append(":").append(id);
}

}  // namespace

bool is_global_id(std::string_view id) {
  if (is_uuid(id)) return true;
  const auto colon = id.find(':');
  const auto scheme = id.substr(0, colon);
  const bool is_scheme = colon != std::string_view::npos && scheme.size() >= 2 &&
                         is_ascii_letter(scheme.front()) &&
                         std::all_of(scheme.begin(), scheme.end(), is_scheme_character);
  if (!is_scheme || colon + 1 == id.size() || std::any_of(id.begin(), id.end(), is_ascii_space)) return false;
  if (id.substr(colon).starts_with("://")) return true;
  return std::find(global_schemes.begin(), global_schemes.end(), lowered(scheme)) != global_schemes.end();
}

std::string canonical_url(std::string_view url) {
  url = trimmed(url);
  url = url.substr(0, url.find('#'));
  const auto colon = url.find("://");
  if (colon == std::string_view::npos) return std::string(url);
  const auto scheme = lowered(url.substr(0, colon));
  url.remove_prefix(colon + 3);
  const auto question = std::min(url.find('?'), url.size());
  const auto query = question == url.size() ? std::string() : canonical_query(url.substr(question + 1));
  url = url.substr(0, question);
  const auto slash = std::min(url.find('/'), url.size());
  auto path = url.substr(slash);
  while (path.ends_with('/')) path.remove_suffix(1);
  if (url.empty()) return {};
  return scheme + "://" + canonical_host(scheme, url.substr(0, slash)) + std::string(path) + query;
}

Identity identify(const IdentityClues& clues) {
  const std::string id(clues.id);
  if (!id.empty()) return {bounded(is_global_id(id) ? id : scoped(clues.scope, id)), bounded(id)};
  if (auto url = canonical_url(clues.url); !url.empty())
    return {bounded(std::move(url)), bounded(std::string(clues.url))};
  const auto path = readable_path(clues.path);
  if (clues.is_text_file && !path.empty()) return {bounded(scoped(clues.scope, path)), bounded(path)};
  const auto hash = hash_of(clues);
  return {hash, path.empty() ? hash : bounded(path)};
}

}  // namespace broadsheet
