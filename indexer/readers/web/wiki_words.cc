// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/web/wiki_words.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "common/fold.h"

namespace broadsheet {

namespace {

struct Meaning {
  WikiTemplate meaning;
  const char* names;  // separated by "|"
};

constexpr Meaning kMeanings[] = {
    {WikiTemplate::Date,
     "date|datum|data|fecha|дата|日付|日期|datě|dată|tarih|تاريخ|تاریخ|ημερομηνία|päiväys|תאריך|날짜|датум|"
     "data wydarzenia|дата новости|dateline|wiadomość|luogodata|lugar y fecha|ubicación|fechado|nieuwsdatum"},
    {WikiTemplate::Byline, "byline|by line|dateline-location|byline2"},
    {WikiTemplate::First,
     "nowrap|nobr|small|big|smaller|larger|formatnum|abbr|abréviation|tooltip|lead|color|s|su|sup|sub|exp|"
     "ind|"
     "center|noprint|lang-en|lang-fr|lang-de|lang-es|lang-ru|lang-ar|lang-zh|lang-ja|lang-it|lang-pt|lang-he|"
     "lang-fa|lang-uk|lang-pl|bold|italic|u|uline|cite quote|sic|ill|lien|l|link|r"},
    {WikiTemplate::Last,
     "w|wp|wikipedia link|wpl|lw|w2|wlink|lang|langue|язык|w-ru|iw|sister link|wikt|wiktionary link|commons "
     "link|"
     "ввп|вики|п|s link|lwp|wikipedialink|q|s:|wikilink|in-wiki link|foreign language|color text|font color"},
    {WikiTemplate::Quote,
     "quote|quoteleft|quoteright|quote left|quote right|pull quote|pullquote|citation|citation bloc|cquote|"
     "blockquote|zitat|cita|citazione|цитата|quotebox|quote box|bloc citation|citaat|cytat|citação"},
    {WikiTemplate::Measure, "convert|unité|unit|unité/2|nombre|nb|cvt|maß"},
    {WikiTemplate::Categories,
     "categories|category|категории|catégorie|catégories|kategorien|categorias|categorías|тема"},
    {WikiTemplate::Published,
     "publish|published|publié|article "
     "publié|veröffentlicht|publicado|pubblicato|опубликовано|archived|archive|"
     "archivé|article "
     "archivé|yes|да|公開中|发布|發布|opublikowany|publicerad|archiviert|archivado|archiviato|"
     "makelink|published on|artigo publicado|artículo publicado|gepubliceerd|منشور|منشورة|foundarchive"},
    {WikiTemplate::Draft,
     "develop|developing|review|under review|editing|prepare|stale|abandoned|draft|delete|speedy|en cours|"
     "article en cours|à publier|en développement|tasks|redevelop|artigo em desenvolvimento|sviluppo|"
     "in bearbeitung|в разработке|编写中|編集中|copyvio"},
};

constexpr const char* kBackMatter =
    "sources|source|references|reference|external links|external link|related news|related articles|see also|"
    "sister links|further reading|notes|footnotes|credits|sister projects|related|background links|"
    "quellen|quelle|weblinks|einzelnachweise|siehe auch|themenverwandte artikel|quellen und weblinks|"
    "fuentes|fuente|referencias|enlaces externos|enlace externo|véase también|noticias relacionadas|notas|"
    "vea también|artículos relacionados|véase además|"
    "fonti|fonte|collegamenti esterni|articoli correlati|voci correlate|notizie correlate|note|altri "
    "progetti|"
    "fontes|ver também|ligações externas|ligação externa|notícias relacionadas|referências|links externos|"
    "voir aussi|liens externes|lien externe|articles connexes|sources et références|références|annexes|"
    "articles liés|sur le même sujet|liens|"
    "источники|источник|ссылки|примечания|см. также|смотрите также|связанные новости|литература|"
    "джерела|джерело|посилання|примітки|див. також|"
    "来源|來源|消息来源|消息來源|參考資料|参考资料|参考来源|參考來源|外部链接|外部連結|参考|參考|相关新闻|"
    "相關新聞|注释|參見|参见|"
    "資料來源|资料来源|延伸阅读|"
    "出典|情報源|関連記事|関連項目|外部リンク|脚注|参考文献|関連ニュース|"
    "مصادر|المصادر|مصدر|المصدر|وصلات خارجية|مراجع|المراجع|انظر أيضا|انظر أيضًا|أخبار ذات صلة|"
    "منابع|منبع|پیوند به بیرون|پیوندهای بیرونی|جستارهای وابسته|"
    "źródła|źródło|linki zewnętrzne|zobacz też|zobacz także|przypisy|powiązane artykuły|"
    "bronnen|bron|zie ook|externe links|externe link|gerelateerd nieuws|"
    "källor|källa|externa länkar|se även|relaterade nyheter|kilder|kilde|eksterne lenker|se også|"
    "lähteet|lähde|aiheesta muualla|katso myös|zdroje|zdroj|externí odkazy|související|"
    "kaynak|kaynaklar|dış bağlantılar|ayrıca bakınız|πηγές|πηγή|εξωτερικοί σύνδεσμοι|δείτε επίσης|"
    "מקורות|מקור|קישורים חיצוניים|ראו גם|출처|바깥 고리|외부 링크|같이 보기|관련 기사|"
    "surse|sursă|surse externe|legături externe|vezi și|forrás|források|külső hivatkozások|"
    "извори|извор|спољашње везе|външни препратки|източници|вижте също|fonts|enllaços externs|vegeu també|"
    "আরও দেখুন|উৎস|তথ্যসূত্র|மூலம்|மூலங்கள்|స్రోతాలు|แหล่งที่มา|แหล่งข้อมูลอื่น|sumber|pranala luar|nguồn|liên kết ngoài";

template <typename Use>
void for_each_name(std::string_view names, Use use) {
  while (!names.empty()) {
    const std::string_view name = names.substr(0, names.find('|'));
    use(std::string(name));
    names.remove_prefix(std::min(name.size() + 1, names.size()));
  }
}

std::unordered_map<std::string, WikiTemplate> make_meanings() {
  std::unordered_map<std::string, WikiTemplate> table;
  for (const Meaning& entry : kMeanings) {
    for_each_name(entry.names,
                  [&](const std::string& name) { table.emplace(wiki_name(name), entry.meaning); });
  }
  return table;
}

std::unordered_set<std::string> make_back_matter() {
  std::unordered_set<std::string> headings;
  for_each_name(kBackMatter, [&](const std::string& name) { headings.insert(wiki_name(name)); });
  return headings;
}

}  // namespace

WikiTemplate template_meaning(std::string_view name) {
  static const auto table = make_meanings();
  const auto found = table.find(wiki_name(name));
  return found == table.end() ? WikiTemplate::Other : found->second;
}

bool is_back_matter(std::string_view heading) {
  static const auto headings = make_back_matter();
  std::string name = wiki_name(heading);
  while (name.ends_with(':') || name.ends_with(' ')) name.pop_back();
  return headings.count(name) != 0;
}

std::string wiki_name(std::string_view name) {
  std::string spaced(name);
  std::replace(spaced.begin(), spaced.end(), '_', ' ');
  return fold_value(spaced);
}

}  // namespace broadsheet
