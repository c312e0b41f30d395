"""Invented items in the real structure of each wire format, and how tests read them."""

from __future__ import annotations

from generator.config import ConvertConfig
from generator.extract.article import extract_article
from generator.model import Extraction, Problem, RawArticle
from generator.read.sources import read_source

OPTIONS = ConvertConfig()


def read(data: bytes | str, path: str = "item.xml") -> tuple[RawArticle | Problem, ...]:
    return read_source(path, data.encode() if isinstance(data, str) else data, OPTIONS)


def read_one(data: bytes | str, path: str = "item.xml") -> RawArticle:
    (reading,) = read(data, path)
    assert isinstance(reading, RawArticle), reading
    return reading


def refuse_one(data: bytes | str, path: str = "item.xml") -> str:
    (reading,) = read(data, path)
    assert isinstance(reading, Problem), reading
    assert reading.message.startswith(f"{path}: ")
    return reading.message


def extract_one(data: bytes | str, path: str = "item.xml") -> Extraction:
    return extract_article(read_one(data, path), OPTIONS)


NITF = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">
<nitf>
  <head>
    <title>HARBOUR-WALL</title>
    <meta name="anpa-keyword" content="Harbour Wall"/>
    <tobject><tobject.subject tobject.subject.refnum="20000151" tobject.subject.type="Disaster"/></tobject>
    <docdata>
      <doc-id id-string="HSN.1234"/><urgency ed-urg="2"/>
      <date.issue norm="20190304T181500+0100"/><date.release norm="20190304T181500+0100"/>
      <du-key key="hsn-wall" version="3"/>
      <ed-msg info="Eds: Corrects the height of the wall."/>
      <doc.copyright year="2019" holder="Harbour Sample News"/>
    </docdata>
  </head>
  <body>
    <body.head>
      <hedline><hl1>Harbour wall holds &amp; town breathes again</hl1><hl2>Hundreds sleep in schools</hl2></hedline>
      <byline>By <person>Ann Field</person> and <person>JO REEDE-MARSH</person></byline>
      <dateline><location>PORTSEA, Sample Coast</location>,
        <story.date norm="20190304">March 4</story.date> (HSN) -</dateline>
    </body.head>
    <body.content>
      <p>The wall held through the night, <person>Mayor Ina Wells</person> said.</p>
      <media media-type="image"><media-reference source="a.jpg"/><media-caption>The wall at dawn.</media-caption>
        <media-producer>Cy Lund</media-producer></media>
      <hl2>What comes next</hl2>
      <p>She called it <q>a near thing</q> and <em>a warning</em>;
        <a href="https://harbour.example/report">a report</a> is due.</p>
      <ul><li>New pumps</li><li>Higher gates</li></ul>
      <table><tr><th>Year</th><th>Metres</th></tr><tr><td>1953</td><td>4.1</td></tr></table>
      <bq><block><p>We were lucky.</p></block></bq>
      <note noteclass="editorsnote"><p>Pictures will follow.</p></note>
    </body.content>
    <body.end><tagline>hsn/af</tagline></body.end>
  </body>
</nitf>
"""

NEWSML = """<?xml version="1.0" encoding="utf-8"?>
<NewsML Version="1.2">
  <NewsEnvelope><DateAndTime>20190304T171500Z</DateAndTime></NewsEnvelope>
  <NewsItem xml:lang="en">
    <Identification><NewsIdentifier><ProviderId>harbour.example</ProviderId><DateId>20190304</DateId>
      <NewsItemId>wall-1</NewsItemId><RevisionId PreviousRevision="1" Update="N">2</RevisionId>
      <PublicIdentifier>urn:newsml:harbour.example:20190304:wall-1:2</PublicIdentifier></NewsIdentifier></Identification>
    <NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20190304T171500Z</FirstCreated>
      <ThisRevisionCreated>20190304T181500Z</ThisRevisionCreated><Status FormalName="Usable"/><Urgency FormalName="4"/>
    </NewsManagement>
    <NewsComponent>
      <NewsLines><HeadLine>Harbour wall holds</HeadLine><SubHeadLine>Hundreds sleep in schools</SubHeadLine>
        <ByLine>By Ann Field, Harbour Sample News</ByLine><DateLine>PORTSEA, March 4 (HSN)</DateLine>
        <SlugLine>harbour-wall</SlugLine></NewsLines>
      <AdministrativeMetadata><Provider><Party FormalName="HSN"/></Provider></AdministrativeMetadata>
      <NewsComponent><Role FormalName="Main"/>
        <ContentItem><MediaType FormalName="Text"/><DataContent><nitf><body><body.content>
          <p>The wall held through the night.</p><p>Nobody was hurt.</p></body.content></body></nitf></DataContent>
        </ContentItem></NewsComponent>
      <NewsComponent><Role FormalName="Photo"/><NewsLines><CreditLine>Cy Lund/HSN</CreditLine></NewsLines>
        <NewsComponent><Role FormalName="Caption"/>
          <ContentItem><MediaType FormalName="Text"/><DataContent><p>The wall at dawn.</p></DataContent></ContentItem>
        </NewsComponent>
        <ContentItem Href="a.jpg"><MediaType FormalName="Photo"/></ContentItem></NewsComponent>
    </NewsComponent>
  </NewsItem>
</NewsML>
"""

NEWSML_G2 = """<?xml version="1.0" encoding="UTF-8"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/">
  <header><sent>2019-03-04T18:15:00+01:00</sent></header>
  <itemSet>
    <newsItem guid="tag:harbour.example,2019:wall" version="4"
        standard="NewsML-G2" standardversion="2.29" xml:lang="en-GB">
      <rightsInfo><copyrightHolder literal="Harbour Sample News Ltd"/></rightsInfo>
      <itemMeta>
        <itemClass qcode="ninat:text"/><provider literal="harbour.example"/>
        <versionCreated>2019-03-04T18:45:00+01:00</versionCreated><firstCreated>2019-03-04T18:15:00+01:00</firstCreated>
        <embargoed>2019-03-05T06:00:00+01:00</embargoed><pubStatus qcode="stat:usable"/>
        <edNote role="hs:private">Eds: Adds the mayor's words.</edNote>
        <signal qcode="sig:correction"/>
      </itemMeta>
      <contentMeta>
        <urgency>1</urgency><located><name>Portsea</name></located>
        <contributor role="hsrole:editor"><name>Bea Stone</name></contributor>
        <contributor role="hsrole:editor"><name>stone.bea</name></contributor>
        <language tag="en"/>
        <subject type="hs:category" qcode="hscat:dom"><name>Domestic</name></subject>
        <subject qcode="medtop:20000151"/><subject qcode="medtop:99999999"/><subject qcode="subj:03007000"/>
        <slugline>HARBOUR-WALL, 2nd Ld-Writethru</slugline>
        <headline>Harbour wall holds</headline><headline role="hld:subHeadline">Hundreds sleep in schools</headline>
        <dateline>PORTSEA (HSN) - </dateline><by>ANN FIELD, JO REEDE</by><creditline>HSN\u2013CNW</creditline>
      </contentMeta>
      <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
        <head><title>x</title></head><body><header><h1>Harbour wall holds</h1><p>menu</p></header>
        <p>PORTSEA (HSN) - The wall held through the night.</p><p><h3>What comes next</h3></p>
        <p>A <strong>report</strong> is due.</p><section class="notepad"><p>Call the desk.</p></section></body></html>
      </inlineXML></contentSet>
    </newsItem>
    <newsItem guid="tag:harbour.example,2019:photo" version="1"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta>
      <contentMeta><headline>The wall at dawn</headline></contentMeta>
      <contentSet><remoteContent href="a.jpg" contenttype="image/jpeg"/></contentSet></newsItem>
    <packageItem guid="tag:harbour.example,2019:pack"><itemMeta><itemClass qcode="ninat:composite"/></itemMeta>
      <groupSet><group><itemRef residref="a"/><itemRef residref="b"/></group></groupSet></packageItem>
  </itemSet>
</newsMessage>
"""

IPTC7901 = (
    b"\x01hsn042 2 i 57 cccc  hsn 042\r\n\r\nHarbour/Weather/\r\n"
    b"\x02Harbour wall holds through the night as hundreds of people sleep\r\nin schools\r\n"
    b"By Ann Field, Harbour Sample News =\r\n\r\n"
    b"   Portsea (dpa) - The wall held through the night, and hundreds of\r\n"
    b"people who had slept in schools went home in the morning, the mayor of\r\nthe town said.\r\n"
    b"   A report is due next week.\r\n\r\n"
    b"Pumps: 4\r\nGates: 2\r\n\r\n"
    b"# hsn Notebook\r\n\r\n* * * *\r\nThe following information is not for publication\r\n\r\n"
    b"- Reporting by: Ann Field\r\n- Editing by: Bea Stone, Harbour Sample News\r\n"
    b"\x03041745 GMT Mar 19 \r\n\x7f\n\x7f\x04"
)

ANPA = (
    b"\x16\x16\x01W2607\x1f_sample\r\nu a\x13\x11 BC-US--HarbourWall 2ndLd-Writethru   03-04 0107\r\n"
    b"\x02^BC-US--Harbour Wall, 2nd Ld-Writethru,107<\r\n^Harbour wall holds through the night<\r\n"
    b"^AP Photo HSN101<\r\n^Eds: Updates with the mayor's words. For use on Monday.<\r\n"
    b"^By ANN FIELD and JO REEDE=\r\n^Associated Press=\r\n"
    b"\t   PORTSEA, Sample Coast (AP) _ The wall held through the night,\r\nthe mayor said.\r\n \r\n"
    b"\t   ``It was a near thing,'' she said _ and went home.\r\n"
    b"^THE FIGURES=\r\n\x08^\x1f\x1e Year\x1e \x1e Metres\r\n\x08Old\x10 wall\x1f\x1e 1953\x1e \x1e 4{\r\n"
    b"\x08New\x1f\x1e 2019\x1e \x1e _\r\n\t   ___\r\n"
    b"\r\n\t   \x03AP-WF-03-04-19 1745GMT<\r\n\x0c\x04"
)

SGML = """<!-- PJG FTAG 4702 -->
<DOC id="APW_ENG_20190304.0012" type="story" >
<HEADLINE>
Harbour wall holds through
the night
</HEADLINE>
<DATELINE>
PORTSEA, Sample Coast 2019-03-04 17:45:00 UTC
</DATELINE>
<TEXT>
<P>
The wall held through the night, and hundreds of people who had slept
in schools went home. ``It was a near thing,'' the mayor &AMP; her deputy
said _ and smiled.
</P>
<P>
A report is due next week.
</P>
</TEXT>
</DOC>
<DOC>
<DOCNO> WSJ870213-0007 </DOCNO>
<HL> Harbour Co. Profit Rises
@  By Ann Field
@  Staff Reporter of The Sample Journal </HL>
<DD> 02/13/87 </DD>
<SO> SAMPLE JOURNAL (J) </SO>
<TEXT>
   Harbour Co. said that its profit rose by a fifth, because more ships
called at its quays in the last quarter of the year than ever before.
   The company will build two quays.
</TEXT>
</DOC>
<DOC id="NYT_ENG_20190305.0001" type="advis"><HEADLINE>BUDGET</HEADLINE><TEXT></TEXT></DOC>
"""

REUTERS = """<!DOCTYPE lewis SYSTEM "lewis.dtd">
<REUTERS TOPICS="YES" LEWISSPLIT="TRAIN" CGISPLIT="TRAINING-SET" OLDID="5544" NEWID="1">
<DATE>26-FEB-1987 15:01:01.01</DATE>
<TOPICS><D>ship</D></TOPICS>
<UNKNOWN>
&#5;&#5;&#5;C T
&#22;&#22;&#1;f0704&#31;reute</UNKNOWN>
<TEXT>&#2;
<TITLE>HARBOUR &lt;HBR> LIFTS TOLL</TITLE>
<AUTHOR>    By Ann Field, Reuters</AUTHOR>
<DATELINE>    PORTSEA, Feb 26 - </DATELINE><BODY>The harbour lifted its toll by a tenth, &lt;HBR.S> said,
and hundreds of shippers said that they would go elsewhere this year.
    AT&amp;T laid a cable there last year.
 Reuter
&#3;</BODY></TEXT>
</REUTERS>
<REUTERS TOPICS="NO" NEWID="2">
<DATE>26-FEB-1987 15:02:20.00</DATE>
<TEXT TYPE="BRIEF">&#2;
******<TITLE>HARBOUR TOLL UP A TENTH</TITLE>
******
&#3;</TEXT>
</REUTERS>
<REUTERS TOPICS="NO" NEWID="3">
<DATE>26-FEB-1987 15:03:00.00</DATE>
<TEXT TYPE="UNPROC">&#2;
***HARBOUR SEES MORE SHIPS
    The harbour said that it saw more ships this month.
&#3;</TEXT>
</REUTERS>
"""

STORY = """The wall held through the night, and hundreds of people who had slept in schools went home in the morning.

The mayor, Ina Wells, said that it had been a near thing and that a report was due next week.

@highlight

Wall holds through the night

@highlight

Hundreds sleep in schools
"""
