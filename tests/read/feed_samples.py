"""Feeds of an invented outlet, in each dialect. All say the same two things; what they leave out differs."""

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:media="http://search.yahoo.com/mrss/" xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0">
<channel>
  <title>World news | Portsea Gazette</title>
  <link>https://www.portseagazette.example/world</link>
  <language>en-GB</language>
  <managingEditor>desk@portseagazette.example (The Desk)</managingEditor>
  <item>
    <title>Harbour wall &amp;amp; quay &lt;em&gt;to be rebuilt&lt;/em&gt;</title>
    <link>https://feeds.example/~r/gazette/1</link>
    <feedburner:origLink>https://www.portseagazette.example/world/wall</feedburner:origLink>
    <guid isPermaLink="false">urn:uuid:4f6c1a52-0d6f-4d57-9a4c-0a1b2c3d4e5f</guid>
    <pubDate>Thu, 10 Dec 2015 18:40:00 +0100</pubDate>
    <dc:creator>Ann Field</dc:creator>
    <dc:creator>bob@portseagazette.example (Bob Stone)</dc:creator>
    <category>Environment</category>
    <category>harbours</category>
    <media:content url="https://img.example/wall.jpg" medium="image">
      <media:title>wall.jpg</media:title>
      <media:description type="plain">The wall before it fell.</media:description>
      <media:credit role="photographer">Carla Reed</media:credit>
    </media:content>
    <description>Council votes for a new wall after the storm.</description>
    <content:encoded><![CDATA[<p>The <b>harbour wall</b> will be rebuilt, the council of Portsea said.</p>
      <ul><li>It fell on Monday.</li><li>Nobody was <a href="/hurt">hurt</a>.</li></ul>
      <p>The post <a href="x">Harbour wall</a> appeared first on <a href="y">Portsea Gazette</a>.</p>
      <img src="https://pixel.example/1.gif" width="1" height="1">]]></content:encoded>
  </item>
  <item>
    <title>Ferry sails again</title>
    <link>https://www.portseagazette.example/world/ferry</link>
    <pubDate>Fri, 11 Dec 2015 07:05:00 GMT</pubDate>
    <description>The ferry to Sandmouth sailed on Friday for the first time in a week. [&#8230;]</description>
  </item>
  <item>
    <title>Only a headline here</title>
    <link>https://www.portseagazette.example/world/headline</link>
  </item>
</channel>
</rss>
"""

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://www.portseagazette.example/news/">
  <title>Portsea Gazette</title>
  <id>tag:portseagazette.example,2015:news</id>
  <author><name>Portsea Gazette</name></author>
  <link href="https://www.portseagazette.example/"/>
  <updated>2015-12-11T07:05:00Z</updated>
  <entry>
    <title type="text">Wall &lt; quay</title>
    <id>tag:portseagazette.example,2015:1</id>
    <link rel="alternate" href="wall"/>
    <link rel="enclosure" href="https://img.example/wall.jpg"/>
    <author><name>Ann Field</name></author>
    <published>2015-12-10T18:40:00+01:00</published>
    <updated>2015-12-10T20:00:00+01:00</updated>
    <summary>What the council decided.</summary>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The wall will be <i>rebuilt</i>, see
      <a href="plan">the plan</a>.</p></div></content>
  </entry>
  <entry>
    <title type="html">Ferry &amp;amp; tide</title>
    <id>tag:portseagazette.example,2015:2</id>
    <link href="https://www.portseagazette.example/news/ferry"/>
    <updated>2015-12-11T07:05:00Z</updated>
    <content type="text">The ferry sailed at x &lt; y knots.

It was on time.</content>
  </entry>
</feed>
"""

ATOM_03 = """<?xml version="1.0"?>
<feed version="0.3" xmlns="http://purl.org/atom/ns#">
  <title>Portsea Gazette</title>
  <entry>
    <title>Wall to be rebuilt</title>
    <id>tag:portseagazette.example,2003:1</id>
    <link rel="alternate" href="https://www.portseagazette.example/wall"/>
    <issued>2003-12-13T08:29:29-04:00</issued>
    <modified>2003-12-13T18:30:02Z</modified>
    <content type="text/html" mode="escaped">&lt;p&gt;The wall will be rebuilt.&lt;/p&gt;</content>
  </entry>
</feed>
"""

RDF = """<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
  xmlns:dc="http://purl.org/dc/elements/1.1/">
  <channel rdf:about="https://www.portseagazette.example/"><title>Portsea Gazette</title>
    <link>https://www.portseagazette.example/</link></channel>
  <item rdf:about="https://www.portseagazette.example/wall">
    <title>Wall to be rebuilt</title>
    <link>https://www.portseagazette.example/wall</link>
    <description>The wall will be rebuilt, the council said.</description>
    <dc:date>2015-12-10T18:40+01:00</dc:date>
    <dc:creator>Ann Field and Bob Stone</dc:creator>
  </item>
</rdf:RDF>
"""

RSS_091 = """<?xml version="1.0"?>
<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">
<rss version="0.91"><channel><title>Portsea Gazette</title><link>https://www.portseagazette.example/</link>
<item><title>Caf&eacute; reopens</title><link>https://www.portseagazette.example/cafe</link>
<description>The caf&eacute; at the quay reopens on Friday.</description></item></channel></rss>
"""

EXPORT = """<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
  xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
  <title>Portsea Gazette</title><link>https://www.portseagazette.example</link>
  <wp:author><wp:author_id>2</wp:author_id><wp:author_login><![CDATA[afield]]></wp:author_login>
    <wp:author_display_name><![CDATA[Ann Field]]></wp:author_display_name></wp:author>
  <item><title>wall.jpg</title><wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status></item>
  <item>
    <title>Wall to be rebuilt</title><link>https://www.portseagazette.example/wall</link>
    <pubDate>Thu, 10 Dec 2015 17:40:00 +0000</pubDate><dc:creator><![CDATA[afield]]></dc:creator>
    <guid isPermaLink="false">https://www.portseagazette.example/?p=7</guid>
    <content:encoded><![CDATA[The wall will be rebuilt.

[caption id="attachment_1" width="300"]<img src="wall.jpg" /> The old wall[/caption]

It fell on <em>Monday</em>.]]></content:encoded>
    <excerpt:encoded><![CDATA[A vote for stone.]]></excerpt:encoded>
    <wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
    <category domain="category" nicename="news">News</category>
    <category domain="post_tag" nicename="harbour">harbour</category>
  </item>
  <item><title>Not yet</title><content:encoded><![CDATA[A draft.]]></content:encoded>
    <wp:status>draft</wp:status><wp:post_type>post</wp:post_type></item>
</channel>
</rss>
"""

JSON = """{
  "version": "https://jsonfeed.org/version/1.1",
  "title": "Portsea Gazette",
  "home_page_url": "https://www.portseagazette.example/",
  "feed_url": "https://www.portseagazette.example/feed.json",
  "language": "en-GB",
  "authors": [{"name": "The Desk"}],
  "items": [
    {"id": 7, "url": "https://www.portseagazette.example/wall", "title": "Wall to be rebuilt",
     "content_html": "<p>The wall will be <b>rebuilt</b>.</p>", "content_text": "The wall will be rebuilt.",
     "summary": "What the council decided.", "date_published": "2015-12-10T18:40:00+01:00",
     "date_modified": "2015-12-10T20:00:00+01:00", "tags": ["Environment", "harbours"],
     "author": {"name": "Ann Field"}},
    {"id": "8", "title": "Ferry sails", "content_text": "The ferry sailed.\\n\\nIt was on time.",
     "date_published": "soon"},
    {"id": "9", "title": "Only a headline", "url": "https://www.portseagazette.example/headline"},
    "no object"
  ]
}
"""
