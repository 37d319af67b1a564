// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/indexer/readers/web/pages.h"

namespace broadsheet::test {

const char* const kNewsPage = R"html(<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Harbour bridge closes for repairs | The Port Gazette</title>
<link rel="canonical" href="https://gazette.example/2021/bridge-100234">
<meta property="og:title" content="Bridge shut! - The Port Gazette"><meta property="og:type" content="article">
<meta name="author" content="Web Desk"><meta property="article:tag" content="ignored">
<script>var x = "<p>not text</p>";</script>
<script type="application/ld+json">
[{"@context":"https://schema.org","@type":"BreadcrumbList","itemListElement":[]},
{"@context":"https://schema.org","@type":"ReportageNewsArticle","headline":"Harbour bridge closes for repairs",
"description":"A line
with a raw end","datePublished":"2021-03-04T08:15:00+01:00","dateModified":"2021-03-04T10:00:00+01:00",
"author":[{"@type":"Person","name":"Ann Poe"},{"@type":"Person","name":"Bo Ray"}],"inLanguage":"en-GB",
"publisher":{"@type":"Organization","name":"The Port Gazette"},"articleSection":"Local","identifier":"100234",
"keywords":["bridges","traffic"],}]
</script></head><body>
<div id="cookie-banner">We use cookies to make this site better for you. <a href="#">Accept</a></div>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article class="story has-sidebar"><header><h1>Harbour bridge closes for repairs</h1><p class="byline">By Ann Poe and Bo Ray</p>
<div class="share-tools"><a href="#">Share</a></div></header>
<figure><img src="b.jpg"><figcaption>Photo: the bridge on a sunny day</figcaption></figure>
<div class="article__body"><p>The harbour bridge will close to traffic for six weeks from Monday, the town said, after inspectors found rust in two of its piers.</p>
<p>&quot;We have no choice,&quot; she said.</p>
<aside class="newsletter-signup"><p>Sign up for our morning letter with all the news of the port.</p></aside>
<p>Drivers will be led over the old ford, where the owner of the Fish &amp; chips shop expects more guests than in all of last summer.</p>
<p><a href="/2021/other">Read more: the ford and its history in forty pictures</a></p></div></article>
<section class="comments"><p>What a shame, I drove over that bridge every day of my life and never saw any rust at all, said a reader.</p></section>
<div class="most-read"><h2>Most read</h2><ul><li><a href="/1">Cat found</a></li><li><a href="/2">Dog lost</a></li></ul></div>
<footer>Copyright The Port Gazette. All rights reserved.</footer></body></html>
)html";

const char* const kPaywalledPage =
    R"html(<!doctype html><html lang="en"><head><title>Tin mine to reopen</title>
<meta property="og:type" content="article"><meta property="og:title" content="Tin mine to reopen">
<meta name="pubdate" content="2019-11-05"><meta name="author" content="Ann Poe"></head><body>
<main><h1>Tin mine to reopen</h1><div class="article-content"><p>The old tin mine above the village is to reopen next spring, its new owners said on Tuesday, bringing back work that had been gone for thirty years.</p>
<p>But the owners have yet to say</p></div>
<div class="paywall"><p>Subscribe now to read the whole story and a hundred more each week.</p><p>Already a subscriber? <a href="/in">Log in</a></p></div></main></body></html>
)html";

const char* const kLiveBlog = R"html(<!doctype html><html lang="en"><head><title>Storm: live updates</title>
<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Storm: live updates","datePublished":"2022-02-18T06:00:00Z",
"liveBlogUpdate":[{"@type":"BlogPosting","headline":"09:10","articleBody":"Ferries are cancelled."},{"@type":"BlogPosting","headline":"08:00","articleBody":"x"}]}</script></head>
<body><h1>Storm: live updates</h1><main><div class="posts">
<article class="post"><time datetime="2022-02-18T09:10:00Z">09:10</time><h2>No ferries</h2><p>Ferries are cancelled until the evening, and the harbour master asks everyone to stay away from the quays, where the waves have been as high as a house since before dawn today.</p></article>
<article class="post"><time datetime="2022-02-18T08:00:00Z">08:00</time><h2>Damage in town</h2><p>The roof of the market hall has lost some of its tiles, and the fire brigade has closed the square around it.</p></article>
<article class="post"><time datetime="2022-02-18T07:00:00Z">07:00</time><h2>Schools</h2><p>Schools stay open but parents may keep their children at home, the county said early this morning.</p></article>
</div><a href="#top">Back to top</a></main></body></html>
)html";

const char* const kTablePage =
    R"html(<HTML><HEAD><TITLE>Valley Times: Council votes for new library</TITLE></HEAD><BODY BGCOLOR="#FFFFFF">
<TABLE WIDTH=600><TR><TD COLSPAN=2><FONT SIZE=2><A HREF="/">News</A> | <A HREF="/s.html">Sports</A> | <A HREF="/c.html">Classifieds</A></FONT></TD></TR>
<TR><TD WIDTH=120 VALIGN=TOP><A HREF="1.html">Weather</A><BR><A HREF="2.html">Letters</A><BR><A HREF="3.html">Obituaries</A></TD>
<TD><H1>Council votes for new library</H1><FONT SIZE=-1>March 3, 1999</FONT><BR><BR><B>By BO RAY</B><BR><BR>
The town council voted seven to two last night to build a new library on the site of the old creamery, ending a quarrel of almost ten years.
<BR><BR>Supporters filled the room and cheered when the count was read, and the mayor had to ask for quiet twice before the meeting could go on.
<P>Opponents said the town could not afford it and that they would ask for a vote of all the people in the fall, when the school budget is up as well.
<BR><BR></TD></TR>
<TR><TD COLSPAN=2><FONT SIZE=1><A HREF="mailto:w@valley.example">Webmaster</A></FONT></TD></TR></TABLE></BODY></HTML>
)html";

const char* const kMicrodataPage =
    R"html(<!doctype html><html><head><title>Ferry runs aground - Coast News</title></head><body>
<div itemscope itemtype="http://schema.org/NewsArticle"><h2 itemprop="headline">Ferry runs aground</h2>
<span itemprop="author" itemscope itemtype="http://schema.org/Person">By <b itemprop="name">Ann Poe</b></span>
<meta itemprop="datePublished" content="2014-08-09T07:00:00Z">
<div itemprop="articleBody"><p>A ferry with forty people aboard ran aground off the northern cape at dawn on Saturday, the coast guard said, and nobody was hurt.</p>
<div class="related"><h3>Related</h3><p>Another ferry, another time, and a long description of that.</p></div>
<p>It floated free with the tide.</p></div></div></body></html>
)html";

const char* const kIndexPage =
    R"html(<!doctype html><html lang="en"><head><title>The Port Gazette</title><meta property="og:type" content="website">
<link rel="canonical" href="https://gazette.example/"></head><body><h1>The Port Gazette</h1>
<article><h2><a href="/1">Bridge closes for repairs after rust is found in piers</a></h2><p>The bridge will close for six weeks from Monday.</p></article>
<article><h2><a href="/2">Tin mine to reopen after thirty years</a></h2><p>The old mine above the village has new owners.</p></article>
</body></html>
)html";

const char* const kArabicPage =
    R"html(<!DOCTYPE html><html lang="en-US" dir="rtl"><head><meta charset="utf-8"><title>افتتاح جسر جديد - صحيفة الميناء</title>
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"صحيفة الميناء","@id":"#site"},{"@type":"Person","@id":"#p1","name":"ليلى سالم"},{"@type":["NewsArticle"],"headline":"افتتاح جسر جديد","author":{"@id":"#p1"},"datePublished":"2020-05-06T12:00:00Z","publisher":{"@id":"#site"}}]}</script></head>
<body><div class="social-share"><a href="#">Facebook</a></div><h1>افتتاح جسر جديد</h1><div class="entry-content">
<p>افتتحت المدينة اليوم جسرا جديدا فوق النهر بحضور عدد كبير من السكان الذين انتظروا هذا اليوم سنوات طويلة.</p>
<p>وقال رئيس البلدية إن الجسر سيخفف الازدحام في وسط المدينة، وإن العمل فيه استغرق ثلاث سنوات كاملة.</p></div></body></html>
)html";

std::string japanese_page() {
  return "<!DOCTYPE html><html lang=\"ja\"><head><meta http-equiv=\"Content-Type\" content=\"text/htm"
         "l; charset=Shift_JIS\">\n"
         "<title>\x90V\x82\xB5\x82\xA2\x8B\xB4\x82\xAA\x8AJ\x92\xCA | \x8D`\x92\xAC\x90V\x95\xF1</tit"
         "le><meta property=\"og:type\" content=\"article\"><meta property=\"og:site_name\" content=\""
         "\x8D`\x92\xAC\x90V\x95\xF1\">\n"
         "<meta property=\"article:published_time\" content=\"2018-07-02T09:30:00+09:00\"></head>\n"
         "<body><ul id=\"gnav\"><li><a href=\"/\">\x83\x81\x83j\x83\x85\x81[</a></li><li><a href=\"/s"
         "\">\x83X\x83|\x81[\x83"
         "c</a></li></ul>\n"
         "<h1>\x90V\x82\xB5\x82\xA2\x8B\xB4\x82\xAA\x8AJ\x92\xCA</h1><div class=\"article-body\"><p>\x8D"
         "`\x92\xAC\x82\xC5\x93\xF1\x93\xFA\x81"
         "A\x90\xEC\x82\xCC\x97\xBC\x8A\xDD\x82\xF0\x8C\x8B\x82"
         "\xD4\x90V\x82\xB5\x82\xA2\x8B\xB4\x82\xAA\x8AJ\x92\xCA\x82\xB5\x82\xBD\x81"
         "B\x92\xA9\x82\xA9"
         "\x82\xE7\x91\xBD\x82\xAD\x82\xCC\x90l\x82\xAA\x8FW\x82\xDC\x82\xE8\x81"
         "A\x93n\x82\xE8\x8F"
         "\x89\x82\xDF\x82\xF0\x8C\xA9\x8E\xE7\x82\xC1\x82\xBD\x81"
         "B</p>\n"
         "<p>\x8Es\x92\xB7\x82\xCD\x81u\x92\xAC\x82\xCC\x95\xE9\x82\xE7\x82\xB5\x82\xAA\x95\xCF\x82\xED"
         "\x82\xE9\x81v\x82\xC6\x98"
         "b\x82\xB5\x82\xBD\x81"
         "B\x8B\xB4\x82\xCC\x92\xB7\x82\xB3\x82\xCD"
         "\x8El\x95S\x83\x81\x81[\x83g\x83\x8B\x82\xC5\x81"
         "A\x8DH\x8E\x96\x82\xC9\x82\xCD\x8EO\x94N"
         "\x82\xA9\x82\xA9\x82\xC1\x82\xBD\x81"
         "B</p></div></body></html>\n";
}

}  // namespace broadsheet::test
