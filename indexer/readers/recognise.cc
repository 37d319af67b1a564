// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/recognise.h"

#include <algorithm>

#include "common/printable.h"
#include "indexer/readers/csv/csv_header.h"
#include "indexer/readers/text/text_layout.h"
#include "indexer/readers/text_scan.h"
#include "indexer/readers/wire/mail_text.h"
#include "indexer/readers/wire/wire_message.h"
#include "indexer/readers/xml/xml_token.h"

namespace broadsheet {

namespace {

using namespace std::string_view_literals;

struct Magic {
  std::string_view bytes;
  std::string_view what;
  std::size_t at = 0;
};

constexpr Magic kPacked[] = {
    {"\x1F\x8B"sv, "a gzip file"},
    {"PK\x03\x04"sv, "a zip archive"},
    {"BZh"sv, "a bzip2 file"},
    {"\xFD\x37zXZ\0"sv, "an xz file"},
    {"\x28\xB5\x2F\xFD"sv, "a zstd file"},
    {"\x04\x22\x4D\x18"sv, "an lz4 file"},
    {"7z\xBC\xAF\x27\x1C"sv, "a 7z archive"},
    {"Rar!\x1A"sv, "a rar archive"},
    {"ustar"sv, "a tar archive", 257},
};

constexpr Magic kDocuments[] = {
    {"%PDF-"sv, "PDF"}, {"{\\rtf"sv, "RTF"}, {"\xD0\xCF\x11\xE0"sv, "Microsoft Office"}};

struct Root {
  std::string_view name;  // of the first element, in lower case
  std::string_view what;
  std::string_view format = "";  // empty: it cannot be read yet
};

constexpr Root kRoots[] = {
    {"rss", "RSS", "rss"},
    {"rdf:rdf", "RSS 1.0", "rss"},
    {"feed", "Atom", "atom"},
    {"entry", "Atom", "atom"},
    {"nitf", "NITF", "nitf"},
    {"newsitem", "NewsML-G2", "newsml-g2"},
    {"newsmessage", "NewsML-G2", "newsml-g2"},
    {"packageitem", "NewsML-G2", "newsml-g2"},
    {"conceptitem", "NewsML-G2", "newsml-g2"},
    {"knowledgeitem", "NewsML-G2", "newsml-g2"},
    {"planningitem", "NewsML-G2", "newsml-g2"},
    {"catalogitem", "NewsML-G2", "newsml-g2"},
    {"newsml", "NewsML", "newsml"},
    {"mediawiki", "MediaWiki XML", "mediawiki"},
    {"html", "HTML", "html"},
    {"head", "HTML", "html"},
    {"body", "HTML", "html"},
    {"p", "HTML", "html"},
    {"div", "HTML", "html"},
    {"title", "HTML", "html"},
    {"meta", "HTML", "html"},
    {"script", "HTML", "html"},
    {"table", "HTML", "html"},
    {"center", "HTML", "html"},
    {"h1", "HTML", "html"},
    {"doc", "TREC", "trec"},
    {"tei", "TEI"},
};

std::string not_yet(std::string_view what) {
  return std::string(what) +
         " is a format that this edition cannot read yet; --help names those that it reads";
}

/// Past white space, comments, processing instructions and document type declarations.
std::string_view at_first_element(std::string_view text) {
  while (true) {
    text.remove_prefix(space_length(text));
    if (!text.starts_with("<!") && !text.starts_with("<?")) return text;
    if (begins_with(text, "<!doctype html") || begins_with(text, "<!doctype lewis")) return text;
    const auto token = next_xml_token(text);
    if (!token) return {};
    text.remove_prefix(token->text.size());
  }
}

std::string_view element_name(std::string_view text) {
  if (!text.starts_with('<')) return {};
  return text.substr(1, std::min(text.find_first_of(" \t\r\n/>", 1), text.size()) - 1);
}

std::string_view local_name(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// Wire formats begin with control characters.
std::string_view recognise_wire(std::string_view head) {
  const std::size_t start = find_wire_start(head);
  if (start == std::string_view::npos) return {};
  const WireMessage message = split_message(head.substr(start));
  return is_anpa_header(message.header) ? "anpa" : "iptc-7901";
}

/// A crawl archive may have anything in it.
bool is_crawl_archive(std::string_view head) {
  return head.starts_with("filedesc://") || begins_with(head, "warc/0.") || begins_with(head, "warc/1.");
}

/// Markup of any kind: it begins with a tag, has many, and ends with the end tag of the first.
bool is_element(std::string_view text, std::string_view name, bool text_is_all) {
  constexpr std::size_t sparse = 200;  // bytes per end tag
  if (name.empty() || !is_letter(name[0])) return false;
  if (text_is_all) return trim(text).ends_with(std::string("</").append(name).append(">"));
  std::size_t end_tags = 0;
  for (std::size_t i = text.find("</"); i != std::string_view::npos; i = text.find("</", i + 1)) ++end_tags;
  return end_tags * sparse > text.size();
}

Recognised recognise_markup(std::string_view head, bool head_is_all) {
  const std::string_view element = at_first_element(head);
  if (begins_with(element, "<!doctype lewis")) return {"reuters-sgml", ""};
  if (begins_with(element, "<!doctype html")) return {"html", ""};
  const std::string name = lower(element_name(element));
  if (name == "reuters") return {"reuters-sgml", ""};
  for (const Root& root : kRoots) {
    if (name != root.name && local_name(name) != root.name) continue;
    if (!root.format.empty()) return {std::string(root.format), ""};
    return {"", not_yet(root.what)};
  }
  const bool is_markup =
      begins_with(head, "<?xml") || is_element(element, element_name(element), head_is_all);
  if (is_markup) return {"", not_yet(name.empty() ? "XML" : "XML with <" + one_line(name, 40) + ">")};
  return {};
}

bool has_ending(std::string_view name, std::initializer_list<std::string_view> endings) {
  const std::string lowered = lower(name);
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
    return lowered.ends_with(ending) || lowered.find(std::string(ending) + ".") != std::string::npos;
  });
}

/// A text may begin with "[Reporter] ..." or "{...}".
bool looks_like_json(std::string_view text, std::string_view name) {
  if (text.empty() || (text[0] != '{' && text[0] != '[')) return false;
  if (has_ending(name, {".json", ".jsonl", ".ndjson"})) return true;
  const std::string_view inside = text.substr(1 + space_length(text.substr(1)));
  if (inside.empty()) return false;
  const std::string_view openers = text[0] == '{' ? "\"}" : "{[\"]";
  return openers.find(inside[0]) != std::string_view::npos;
}

bool is_control(char c) {
  return (c >= 0 && c < ' ' && !is_space(c) && c != '\x1B') || c == '\x7F';
}

bool is_binary(std::string_view head) {
  const auto zeros = static_cast<std::size_t>(std::count(head.begin(), head.end(), '\0'));
  const auto controls = static_cast<std::size_t>(std::count_if(head.begin(), head.end(), is_control));
  return zeros * 1000 > head.size() || controls * 10 > head.size();
}

}  // namespace

std::string no_text_reason(std::string_view head) {
  for (const Magic& packed : kPacked) {
    if (head.size() < packed.at || !head.substr(packed.at).starts_with(packed.bytes)) continue;
    return "it is " + std::string(packed.what) + " inside an archive or packed twice: unpack it first";
  }
  for (const Magic& document : kDocuments) {
    if (head.starts_with(document.bytes)) return not_yet(document.what);
  }
  return is_binary(head) ? "it is binary data, not text" : "";
}

Recognised recognise_dump(std::string_view head, bool head_is_all, std::string_view name,
                          const FieldMap& field_map) {
  std::string_view text = head.substr(space_length(head));
  if (text.starts_with('\x1E')) text.remove_prefix(1);  // of a JSON text sequence, RFC 7464
  if (is_crawl_archive(text)) return {"warc", ""};
  if (const auto wire = recognise_wire(head); !wire.empty()) return {std::string(wire), ""};
  if (looks_like_mail(text)) return {"mail", ""};
  if (std::string reason = no_text_reason(head); !reason.empty()) return {"", std::move(reason)};
  Recognised markup = recognise_markup(text, head_is_all);
  if (!markup.format.empty() || !markup.reason.empty()) return markup;
  if (looks_like_json(text, name)) return {"json", ""};
  if (has_ending(name, {".csv", ".tsv"}) || is_table(read_csv_header(head, head_is_all, field_map))) {
    return {"csv", ""};
  }
  return {recognise_text_layout(head) ? "texts" : "text", ""};
}

}  // namespace broadsheet
