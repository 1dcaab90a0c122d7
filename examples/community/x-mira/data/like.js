window.YTD.like.part0 = [
 {
  "like" : {
   "tweetId" : "1871650974251090126",
   "fullText" : "Thank you to everyone who tested the prose linter this week 💚 #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1871650974251090126"
  }
 },
 {
  "like" : {
   "tweetId" : "1871357755613252144",
   "fullText" : "If the PDF export ever confused you, this thread is for you & your team 🧵",
   "expandedUrl" : "https://twitter.com/i/web/status/1871357755613252144"
  }
 },
 {
  "like" : {
   "tweetId" : "1871349257454223987",
   "fullText" : "Hot take: tested snippets is a people problem. #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1871349257454223987"
  }
 },
 {
  "like" : {
   "tweetId" : "1870675943022921227",
   "fullText" : "Hot take: offline builds is a people problem. #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1870675943022921227"
  }
 },
 {
  "like" : {
   "tweetId" : "1868042488669802077",
   "fullText" : "Thank you to everyone who tested the translation workflow this week 💚 #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1868042488669802077"
  }
 },
 {
  "like" : {
   "tweetId" : "1867612101225220498",
   "fullText" : "If the prose linter ever confused you, this thread is for you & your team 🧵",
   "expandedUrl" : "https://twitter.com/i/web/status/1867612101225220498"
  }
 },
 {
  "like" : {
   "tweetId" : "1867229304945903282",
   "fullText" : "Office hours today at 15:00 UTC. Bring your questions about heading anchors.",
   "expandedUrl" : "https://twitter.com/i/web/status/1867229304945903282"
  }
 },
 {
  "like" : {
   "tweetId" : "1862941508215246605",
   "fullText" : "Reading the forum over coffee. Today's theme: redirects ☕",
   "expandedUrl" : "https://twitter.com/i/web/status/1862941508215246605"
  }
 },
 {
  "like" : {
   "tweetId" : "1862562910820107058",
   "fullText" : "Reading the forum over coffee. Today's theme: the search index ☕",
   "expandedUrl" : "https://twitter.com/i/web/status/1862562910820107058"
  }
 },
 {
  "like" : {
   "tweetId" : "1857361336749526320",
   "fullText" : "Hot take: image sizes is a people problem. #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1857361336749526320"
  }
 },
 {
  "like" : {
   "tweetId" : "1853452553618984237",
   "fullText" : "Office hours today at 15:00 UTC. Bring your questions about versioned pages.",
   "expandedUrl" : "https://twitter.com/i/web/status/1853452553618984237"
  }
 },
 {
  "like" : {
   "tweetId" : "1852530103657956108",
   "fullText" : "Reading the forum over coffee. Today's theme: keyboard navigation ☕",
   "expandedUrl" : "https://twitter.com/i/web/status/1852530103657956108"
  }
 },
 {
  "like" : {
   "tweetId" : "1851126369430276288",
   "fullText" : "Reading the forum over coffee. Today's theme: offline builds ☕",
   "expandedUrl" : "https://twitter.com/i/web/status/1851126369430276288"
  }
 },
 {
  "like" : {
   "tweetId" : "1849317742625162649",
   "fullText" : "Reading the forum over coffee. Today's theme: offline builds ☕",
   "expandedUrl" : "https://twitter.com/i/web/status/1849317742625162649"
  }
 },
 {
  "like" : {
   "tweetId" : "1848400487485803915",
   "fullText" : "Hot take: pull request previews is a people problem. #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1848400487485803915"
  }
 },
 {
  "like" : {
   "tweetId" : "1845588298328703134",
   "fullText" : "Reading the forum over coffee. Today's theme: the translation workflow ☕",
   "expandedUrl" : "https://twitter.com/i/web/status/1845588298328703134"
  }
 },
 {
  "like" : {
   "tweetId" : "1845466824825635184",
   "fullText" : "If tested snippets ever confused you, this thread is for you & your team 🧵",
   "expandedUrl" : "https://twitter.com/i/web/status/1845466824825635184"
  }
 },
 {
  "like" : {
   "tweetId" : "1844912058508771941",
   "fullText" : "Office hours today at 15:00 UTC. Bring your questions about keyboard navigation.",
   "expandedUrl" : "https://twitter.com/i/web/status/1844912058508771941"
  }
 },
 {
  "like" : {
   "tweetId" : "1843634901727841391",
   "fullText" : "If the sidebar ever confused you, this thread is for you & your team 🧵",
   "expandedUrl" : "https://twitter.com/i/web/status/1843634901727841391"
  }
 },
 {
  "like" : {
   "tweetId" : "1837765197016600029",
   "fullText" : "If the glossary ever confused you, this thread is for you & your team 🧵",
   "expandedUrl" : "https://twitter.com/i/web/status/1837765197016600029"
  }
 },
 {
  "like" : {
   "tweetId" : "1837360213200471070",
   "fullText" : "If the sidebar ever confused you, this thread is for you & your team 🧵",
   "expandedUrl" : "https://twitter.com/i/web/status/1837360213200471070"
  }
 },
 {
  "like" : {
   "tweetId" : "1833476987054720182",
   "fullText" : "Reading the forum over coffee. Today's theme: pull request previews ☕",
   "expandedUrl" : "https://twitter.com/i/web/status/1833476987054720182"
  }
 },
 {
  "like" : {
   "tweetId" : "1830985677387337527",
   "fullText" : "Reading the forum over coffee. Today's theme: the glossary ☕",
   "expandedUrl" : "https://twitter.com/i/web/status/1830985677387337527"
  }
 },
 {
  "like" : {
   "tweetId" : "1828891147775249165",
   "fullText" : "Reading the forum over coffee. Today's theme: image sizes ☕",
   "expandedUrl" : "https://twitter.com/i/web/status/1828891147775249165"
  }
 },
 {
  "like" : {
   "tweetId" : "1827801943511139617",
   "fullText" : "Thank you to everyone who tested the change feed this week 💚 #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1827801943511139617"
  }
 },
 {
  "like" : {
   "tweetId" : "1826282598750489560",
   "fullText" : "Hot take: the glossary is a people problem. #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1826282598750489560"
  }
 },
 {
  "like" : {
   "tweetId" : "1825859352901190557",
   "fullText" : "Thank you to everyone who tested the glossary this week 💚 #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1825859352901190557"
  }
 },
 {
  "like" : {
   "tweetId" : "1824453810211262301",
   "fullText" : "Office hours today at 15:00 UTC. Bring your questions about the translation workflow.",
   "expandedUrl" : "https://twitter.com/i/web/status/1824453810211262301"
  }
 },
 {
  "like" : {
   "tweetId" : "1821479021381160747",
   "fullText" : "Hot take: keyboard navigation is a people problem. #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1821479021381160747"
  }
 },
 {
  "like" : {
   "tweetId" : "1820845075064686873",
   "fullText" : "If the prose linter ever confused you, this thread is for you & your team 🧵",
   "expandedUrl" : "https://twitter.com/i/web/status/1820845075064686873"
  }
 },
 {
  "like" : {
   "tweetId" : "1818670317585829794",
   "fullText" : "Reading the forum over coffee. Today's theme: the sidebar ☕",
   "expandedUrl" : "https://twitter.com/i/web/status/1818670317585829794"
  }
 },
 {
  "like" : {
   "tweetId" : "1817701739432774626",
   "fullText" : "Thank you to everyone who tested pull request previews this week 💚 #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1817701739432774626"
  }
 },
 {
  "like" : {
   "tweetId" : "1817210864034382648",
   "fullText" : "Hot take: the translation workflow is a people problem. #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1817210864034382648"
  }
 },
 {
  "like" : {
   "tweetId" : "1816304501775141765",
   "fullText" : "If the search index ever confused you, this thread is for you & your team 🧵",
   "expandedUrl" : "https://twitter.com/i/web/status/1816304501775141765"
  }
 },
 {
  "like" : {
   "tweetId" : "1812255130339249193",
   "fullText" : "Reading the forum over coffee. Today's theme: keyboard navigation ☕",
   "expandedUrl" : "https://twitter.com/i/web/status/1812255130339249193"
  }
 },
 {
  "like" : {
   "tweetId" : "1810591451197735689",
   "fullText" : "If page templates ever confused you, this thread is for you & your team 🧵",
   "expandedUrl" : "https://twitter.com/i/web/status/1810591451197735689"
  }
 },
 {
  "like" : {
   "tweetId" : "1808178885926326166",
   "fullText" : "Office hours today at 15:00 UTC. Bring your questions about the PDF export.",
   "expandedUrl" : "https://twitter.com/i/web/status/1808178885926326166"
  }
 },
 {
  "like" : {
   "tweetId" : "1806164767690198005",
   "fullText" : "Thank you to everyone who tested wide tables this week 💚 #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1806164767690198005"
  }
 },
 {
  "like" : {
   "tweetId" : "1802410784483968098",
   "fullText" : "Hot take: wide tables is a people problem. #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1802410784483968098"
  }
 },
 {
  "like" : {
   "tweetId" : "1799378604509891025",
   "fullText" : "Hot take: the translation workflow is a people problem. #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1799378604509891025"
  }
 },
 {
  "like" : {
   "tweetId" : "1793803987317688464",
   "fullText" : "Hot take: the prose linter is a people problem. #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1793803987317688464"
  }
 },
 {
  "like" : {
   "tweetId" : "1792317101084511905",
   "fullText" : "Office hours today at 15:00 UTC. Bring your questions about pull request previews.",
   "expandedUrl" : "https://twitter.com/i/web/status/1792317101084511905"
  }
 },
 {
  "like" : {
   "tweetId" : "1791459572003637081",
   "fullText" : "Hot take: tested snippets is a people problem. #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1791459572003637081"
  }
 },
 {
  "like" : {
   "tweetId" : "1791031232151158952",
   "fullText" : "Thank you to everyone who tested versioned pages this week 💚 #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1791031232151158952"
  }
 },
 {
  "like" : {
   "tweetId" : "1787982564519053435",
   "fullText" : "Thank you to everyone who tested heading anchors this week 💚 #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1787982564519053435"
  }
 },
 {
  "like" : {
   "tweetId" : "1785827425976847551",
   "fullText" : "If the translation workflow ever confused you, this thread is for you & your team 🧵",
   "expandedUrl" : "https://twitter.com/i/web/status/1785827425976847551"
  }
 },
 {
  "like" : {
   "tweetId" : "1784852212996901979",
   "fullText" : "Office hours today at 15:00 UTC. Bring your questions about image sizes.",
   "expandedUrl" : "https://twitter.com/i/web/status/1784852212996901979"
  }
 },
 {
  "like" : {
   "tweetId" : "1783933969952145518",
   "fullText" : "Hot take: the translation workflow is a people problem. #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1783933969952145518"
  }
 },
 {
  "like" : {
   "tweetId" : "1775011191043656687",
   "fullText" : "Hot take: the sidebar is a people problem. #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1775011191043656687"
  }
 },
 {
  "like" : {
   "tweetId" : "1767292579528835581",
   "fullText" : "Hot take: image sizes is a people problem. #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1767292579528835581"
  }
 },
 {
  "like" : {
   "tweetId" : "1766250930619025682",
   "fullText" : "Thank you to everyone who tested the prose linter this week 💚 #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1766250930619025682"
  }
 },
 {
  "like" : {
   "tweetId" : "1765776201101610537",
   "fullText" : "If diagrams as text ever confused you, this thread is for you & your team 🧵",
   "expandedUrl" : "https://twitter.com/i/web/status/1765776201101610537"
  }
 },
 {
  "like" : {
   "tweetId" : "1763774849420886036",
   "fullText" : "Office hours today at 15:00 UTC. Bring your questions about the sidebar.",
   "expandedUrl" : "https://twitter.com/i/web/status/1763774849420886036"
  }
 },
 {
  "like" : {
   "tweetId" : "1762067424565264584",
   "fullText" : "Hot take: the search index is a people problem. #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1762067424565264584"
  }
 },
 {
  "like" : {
   "tweetId" : "1759752126835196694",
   "fullText" : "Reading the forum over coffee. Today's theme: versioned pages ☕",
   "expandedUrl" : "https://twitter.com/i/web/status/1759752126835196694"
  }
 },
 {
  "like" : {
   "tweetId" : "1756018940812723099",
   "fullText" : "Reading the forum over coffee. Today's theme: the prose linter ☕",
   "expandedUrl" : "https://twitter.com/i/web/status/1756018940812723099"
  }
 },
 {
  "like" : {
   "tweetId" : "1755935465363472839",
   "fullText" : "Office hours today at 15:00 UTC. Bring your questions about the translation workflow.",
   "expandedUrl" : "https://twitter.com/i/web/status/1755935465363472839"
  }
 },
 {
  "like" : {
   "tweetId" : "1755922533321804073",
   "fullText" : "Reading the forum over coffee. Today's theme: offline builds ☕",
   "expandedUrl" : "https://twitter.com/i/web/status/1755922533321804073"
  }
 },
 {
  "like" : {
   "tweetId" : "1752420706567588530",
   "fullText" : "Reading the forum over coffee. Today's theme: the sidebar ☕",
   "expandedUrl" : "https://twitter.com/i/web/status/1752420706567588530"
  }
 },
 {
  "like" : {
   "tweetId" : "1750972469646197844",
   "fullText" : "Thank you to everyone who tested the sidebar this week 💚 #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1750972469646197844"
  }
 },
 {
  "like" : {
   "tweetId" : "1750667588771254023",
   "fullText" : "Thank you to everyone who tested tested snippets this week 💚 #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1750667588771254023"
  }
 },
 {
  "like" : {
   "tweetId" : "1750245150484858179",
   "fullText" : "If the change feed ever confused you, this thread is for you & your team 🧵",
   "expandedUrl" : "https://twitter.com/i/web/status/1750245150484858179"
  }
 },
 {
  "like" : {
   "tweetId" : "1745736592162557828",
   "fullText" : "Thank you to everyone who tested pull request previews this week 💚 #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1745736592162557828"
  }
 },
 {
  "like" : {
   "tweetId" : "1745600051385732503",
   "fullText" : "Office hours today at 15:00 UTC. Bring your questions about wide tables.",
   "expandedUrl" : "https://twitter.com/i/web/status/1745600051385732503"
  }
 },
 {
  "like" : {
   "tweetId" : "1742334863584789145",
   "fullText" : "Thank you to everyone who tested the prose linter this week 💚 #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1742334863584789145"
  }
 },
 {
  "like" : {
   "tweetId" : "1741324114229987583",
   "fullText" : "Office hours today at 15:00 UTC. Bring your questions about the search index.",
   "expandedUrl" : "https://twitter.com/i/web/status/1741324114229987583"
  }
 },
 {
  "like" : {
   "tweetId" : "1740078451760563264",
   "fullText" : "Office hours today at 15:00 UTC. Bring your questions about image sizes.",
   "expandedUrl" : "https://twitter.com/i/web/status/1740078451760563264"
  }
 },
 {
  "like" : {
   "tweetId" : "1739202755257435541",
   "fullText" : "Office hours today at 15:00 UTC. Bring your questions about diagrams as text.",
   "expandedUrl" : "https://twitter.com/i/web/status/1739202755257435541"
  }
 },
 {
  "like" : {
   "tweetId" : "1737200303305917263",
   "fullText" : "If image sizes ever confused you, this thread is for you & your team 🧵",
   "expandedUrl" : "https://twitter.com/i/web/status/1737200303305917263"
  }
 },
 {
  "like" : {
   "tweetId" : "1737054597362484082",
   "fullText" : "Reading the forum over coffee. Today's theme: the translation workflow ☕",
   "expandedUrl" : "https://twitter.com/i/web/status/1737054597362484082"
  }
 },
 {
  "like" : {
   "tweetId" : "1736741945344002733",
   "fullText" : "Hot take: redirects is a people problem. #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1736741945344002733"
  }
 },
 {
  "like" : {
   "tweetId" : "1726747387558364766",
   "fullText" : "Reading the forum over coffee. Today's theme: the prose linter ☕",
   "expandedUrl" : "https://twitter.com/i/web/status/1726747387558364766"
  }
 },
 {
  "like" : {
   "tweetId" : "1723486025633760433",
   "fullText" : "Hot take: keyboard navigation is a people problem. #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1723486025633760433"
  }
 },
 {
  "like" : {
   "tweetId" : "1720213889955661703",
   "fullText" : "If the translation workflow ever confused you, this thread is for you & your team 🧵",
   "expandedUrl" : "https://twitter.com/i/web/status/1720213889955661703"
  }
 },
 {
  "like" : {
   "tweetId" : "1717447703006281777",
   "fullText" : "Hot take: keyboard navigation is a people problem. #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1717447703006281777"
  }
 },
 {
  "like" : {
   "tweetId" : "1712732502814099054",
   "fullText" : "Hot take: diagrams as text is a people problem. #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1712732502814099054"
  }
 },
 {
  "like" : {
   "tweetId" : "1705736757997210473",
   "fullText" : "Office hours today at 15:00 UTC. Bring your questions about the sidebar.",
   "expandedUrl" : "https://twitter.com/i/web/status/1705736757997210473"
  }
 },
 {
  "like" : {
   "tweetId" : "1704936938697395810",
   "fullText" : "Hot take: the sidebar is a people problem. #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1704936938697395810"
  }
 },
 {
  "like" : {
   "tweetId" : "1703332837526081032",
   "fullText" : "If redirects ever confused you, this thread is for you & your team 🧵",
   "expandedUrl" : "https://twitter.com/i/web/status/1703332837526081032"
  }
 },
 {
  "like" : {
   "tweetId" : "1698493516453251758",
   "fullText" : "Hot take: offline builds is a people problem. #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1698493516453251758"
  }
 },
 {
  "like" : {
   "tweetId" : "1698020614536693689",
   "fullText" : "Hot take: pull request previews is a people problem. #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1698020614536693689"
  }
 },
 {
  "like" : {
   "tweetId" : "1695097395156615624",
   "fullText" : "Reading the forum over coffee. Today's theme: diagrams as text ☕",
   "expandedUrl" : "https://twitter.com/i/web/status/1695097395156615624"
  }
 },
 {
  "like" : {
   "tweetId" : "1693183644681637678",
   "fullText" : "Reading the forum over coffee. Today's theme: versioned pages ☕",
   "expandedUrl" : "https://twitter.com/i/web/status/1693183644681637678"
  }
 },
 {
  "like" : {
   "tweetId" : "1692144942975028339",
   "fullText" : "Reading the forum over coffee. Today's theme: heading anchors ☕",
   "expandedUrl" : "https://twitter.com/i/web/status/1692144942975028339"
  }
 },
 {
  "like" : {
   "tweetId" : "1691575627267706694",
   "fullText" : "Hot take: redirects is a people problem. #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1691575627267706694"
  }
 },
 {
  "like" : {
   "tweetId" : "1689284148721616331",
   "fullText" : "Hot take: pull request previews is a people problem. #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1689284148721616331"
  }
 },
 {
  "like" : {
   "tweetId" : "1685033787085291904",
   "fullText" : "Thank you to everyone who tested image sizes this week 💚 #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1685033787085291904"
  }
 },
 {
  "like" : {
   "tweetId" : "1683677529556127551",
   "fullText" : "Thank you to everyone who tested page templates this week 💚 #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1683677529556127551"
  }
 },
 {
  "like" : {
   "tweetId" : "1681553695168267745",
   "fullText" : "Hot take: the prose linter is a people problem. #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1681553695168267745"
  }
 },
 {
  "like" : {
   "tweetId" : "1676780060448656851",
   "fullText" : "Hot take: the sidebar is a people problem. #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1676780060448656851"
  }
 },
 {
  "like" : {
   "tweetId" : "1676499128168743108",
   "fullText" : "If the sidebar ever confused you, this thread is for you & your team 🧵",
   "expandedUrl" : "https://twitter.com/i/web/status/1676499128168743108"
  }
 },
 {
  "like" : {
   "tweetId" : "1673345115168443195",
   "fullText" : "Hot take: heading anchors is a people problem. #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1673345115168443195"
  }
 },
 {
  "like" : {
   "tweetId" : "1672851510360277378",
   "fullText" : "Reading the forum over coffee. Today's theme: image sizes ☕",
   "expandedUrl" : "https://twitter.com/i/web/status/1672851510360277378"
  }
 },
 {
  "like" : {
   "tweetId" : "1671632552961507561",
   "fullText" : "Reading the forum over coffee. Today's theme: image sizes ☕",
   "expandedUrl" : "https://twitter.com/i/web/status/1671632552961507561"
  }
 },
 {
  "like" : {
   "tweetId" : "1662418984873495972",
   "fullText" : "Reading the forum over coffee. Today's theme: the change feed ☕",
   "expandedUrl" : "https://twitter.com/i/web/status/1662418984873495972"
  }
 },
 {
  "like" : {
   "tweetId" : "1657439764208420009",
   "fullText" : "Hot take: offline builds is a people problem. #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1657439764208420009"
  }
 },
 {
  "like" : {
   "tweetId" : "1654426184353579520",
   "fullText" : "Reading the forum over coffee. Today's theme: offline builds ☕",
   "expandedUrl" : "https://twitter.com/i/web/status/1654426184353579520"
  }
 },
 {
  "like" : {
   "tweetId" : "1650663470082820345",
   "fullText" : "Reading the forum over coffee. Today's theme: versioned pages ☕",
   "expandedUrl" : "https://twitter.com/i/web/status/1650663470082820345"
  }
 },
 {
  "like" : {
   "tweetId" : "1649469827577809945",
   "fullText" : "Thank you to everyone who tested diagrams as text this week 💚 #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1649469827577809945"
  }
 },
 {
  "like" : {
   "tweetId" : "1647746407399950452",
   "fullText" : "Thank you to everyone who tested the change feed this week 💚 #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1647746407399950452"
  }
 },
 {
  "like" : {
   "tweetId" : "1640859532395547097",
   "fullText" : "If redirects ever confused you, this thread is for you & your team 🧵",
   "expandedUrl" : "https://twitter.com/i/web/status/1640859532395547097"
  }
 },
 {
  "like" : {
   "tweetId" : "1640047334622496960",
   "fullText" : "Reading the forum over coffee. Today's theme: heading anchors ☕",
   "expandedUrl" : "https://twitter.com/i/web/status/1640047334622496960"
  }
 },
 {
  "like" : {
   "tweetId" : "1638942573710019252",
   "fullText" : "Reading the forum over coffee. Today's theme: the prose linter ☕",
   "expandedUrl" : "https://twitter.com/i/web/status/1638942573710019252"
  }
 },
 {
  "like" : {
   "tweetId" : "1638045865962635529",
   "fullText" : "Hot take: heading anchors is a people problem. #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1638045865962635529"
  }
 },
 {
  "like" : {
   "tweetId" : "1636912804348822969",
   "fullText" : "If keyboard navigation ever confused you, this thread is for you & your team 🧵",
   "expandedUrl" : "https://twitter.com/i/web/status/1636912804348822969"
  }
 },
 {
  "like" : {
   "tweetId" : "1636590364741602188",
   "fullText" : "Thank you to everyone who tested image sizes this week 💚 #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1636590364741602188"
  }
 },
 {
  "like" : {
   "tweetId" : "1633320998218499813",
   "fullText" : "Thank you to everyone who tested the PDF export this week 💚 #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1633320998218499813"
  }
 },
 {
  "like" : {
   "tweetId" : "1632418474926015421",
   "fullText" : "Office hours today at 15:00 UTC. Bring your questions about pull request previews.",
   "expandedUrl" : "https://twitter.com/i/web/status/1632418474926015421"
  }
 },
 {
  "like" : {
   "tweetId" : "1631643047248789667",
   "fullText" : "If offline builds ever confused you, this thread is for you & your team 🧵",
   "expandedUrl" : "https://twitter.com/i/web/status/1631643047248789667"
  }
 },
 {
  "like" : {
   "tweetId" : "1628036737450117448",
   "fullText" : "Thank you to everyone who tested heading anchors this week 💚 #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1628036737450117448"
  }
 },
 {
  "like" : {
   "tweetId" : "1621386403009004727",
   "fullText" : "Office hours today at 15:00 UTC. Bring your questions about the translation workflow.",
   "expandedUrl" : "https://twitter.com/i/web/status/1621386403009004727"
  }
 },
 {
  "like" : {
   "tweetId" : "1620291211795367629",
   "fullText" : "Reading the forum over coffee. Today's theme: versioned pages ☕",
   "expandedUrl" : "https://twitter.com/i/web/status/1620291211795367629"
  }
 },
 {
  "like" : {
   "tweetId" : "1618895327199235450",
   "fullText" : "Reading the forum over coffee. Today's theme: the change feed ☕",
   "expandedUrl" : "https://twitter.com/i/web/status/1618895327199235450"
  }
 },
 {
  "like" : {
   "tweetId" : "1618404768244301844",
   "fullText" : "If heading anchors ever confused you, this thread is for you & your team 🧵",
   "expandedUrl" : "https://twitter.com/i/web/status/1618404768244301844"
  }
 },
 {
  "like" : {
   "tweetId" : "1616540914174397504",
   "fullText" : "Reading the forum over coffee. Today's theme: wide tables ☕",
   "expandedUrl" : "https://twitter.com/i/web/status/1616540914174397504"
  }
 },
 {
  "like" : {
   "tweetId" : "1615636350906665871",
   "fullText" : "If the search index ever confused you, this thread is for you & your team 🧵",
   "expandedUrl" : "https://twitter.com/i/web/status/1615636350906665871"
  }
 },
 {
  "like" : {
   "tweetId" : "1614917693297656656",
   "fullText" : "Office hours today at 15:00 UTC. Bring your questions about the change feed.",
   "expandedUrl" : "https://twitter.com/i/web/status/1614917693297656656"
  }
 },
 {
  "like" : {
   "tweetId" : "1613941246303142080",
   "fullText" : "Thank you to everyone who tested pull request previews this week 💚 #docs",
   "expandedUrl" : "https://twitter.com/i/web/status/1613941246303142080"
  }
 },
 {
  "like" : {
   "tweetId" : "1613879048658748232",
   "fullText" : "If the sidebar ever confused you, this thread is for you & your team 🧵",
   "expandedUrl" : "https://twitter.com/i/web/status/1613879048658748232"
  }
 },
 {
  "like" : {
   "tweetId" : "1611533624471978171",
   "fullText" : "Office hours today at 15:00 UTC. Bring your questions about the glossary.",
   "expandedUrl" : "https://twitter.com/i/web/status/1611533624471978171"
  }
 }
]
