/** Latin words of Chinese news that are no bodies: offices, measures, technologies, kinds of things, months, days, places, languages. */
const notBodies = new Set(
  `CEO CFO COO CTO CIO CMO CPO HR PR VP MBA EMBA PhD DNA RNA GDP GNP CPI PPI PMI IPO ETF VC PE Pre-A Pre-B Pre-IPO ICO STO SPAC LP GP M&A R&D ROI KPI OKR AI AR VR MR XR IT ICT IoT 5G 4G 3G 2G PC TV DVD CD USB GPS APP App Apps API SDK URL HTML CSS HTTP HTTPS WiFi Wi-Fi LED LCD CPU GPU SUV MPV NFT DAO SaaS PaaS IaaS B2B B2C C2C O2O P2P SME SMEs NGO NGOs FDI QE WMD AIDS HIV SARS MERS COVID-19 COVID Covid ESG CSR LGBT LGBTQ OK VIP DIY FAQ PPT PDF Word Excel Email E-mail email Wi Fi VPN FBI探员 OTC ADR VIE PPP BOT LNG LPG EV EVs T恤 X光 K歌
  WeChat Weibo QQ KakaoTalk Signal Douyin Mastodon WordPress Wordpress Blogger NPM PyPI Maven OneDrive iCloud Notion Jira JIRA Wikipedia IMDb IMDB Goodreads Steam Azure Lambda FOSS OSS FLOSS Gmail GMail Hotmail Outlook Juejin CodePen Codepen Gravatar Disqus Feedly Pocket Instapaper SharePoint Sharepoint Teams Firefox FireFox Chrome Safari Opera Ubuntu Debian Fedora CentOS Centos MySQL MySql Elasticsearch ElasticSearch Apache Tor Bing
  iPhone iPad iPod iMac Mac MacBook Windows Android iOS macOS Linux Unix Java JavaScript Python Ruby Swift Kotlin Office Photoshop Kindle Xbox PlayStation Switch Walkman
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December
  America American China Chinese Japan Japanese Britain British England English France French Germany German Russia Russian India Indian Europe European Asia Asian Africa London Paris Tokyo Beijing Shanghai New York Hong Kong Taiwan Singapore
  I II III IV V VI VII VIII IX X A B C D E F G H J K L M N O P Q R S T U W Y Z Mr Mrs Ms Dr Sir The This That These Those It We You They He She My Your Our His Her And But Or If When What Why How Who Where Yes No Not Chapter Part Figure Table Photo Image Source Note Via By From To In On At Of For With As Is Are Was Were Be Do Does Did Have Has Had Can Will Would Should Could May Might
  Brexit Grexit Internet Web Blog Podcast Big Data Fintech FinTech Bitcoin Ethereum Blockchain Token Emoji Logo Logos Demo Beta Alpha Pro Plus Max Mini Lite Air Ted TED RSS PS Q&A vs VS UTC GMT AM PM Inc Ltd`
    .trim()
    .split(/\s+/),
)
export const isNoBody = (name: string): boolean => notBodies.has(name)

const technicalWords = new Set(
  `shell swift issue fork trie node word target office git bash yum rust go ruby python java perl lisp basic pascal julia scala dart flask spark storm hive pig kafka impala flink atlas falcon sentry phoenix puppet chef salt nomad vault consul gradle maven ant make build test master slave branch merge commit push pull release tag patch kernel module driver package library server client host proxy cache buffer stack heap queue list tree graph table index key value map set array string number object class type interface method function variable constant loop thread process event listener handler router controller view model service component directive filter pipe stream socket port channel session cookie token user group role admin root home desktop terminal console editor browser window panel menu button form field label input output file folder directory link image icon font color theme style layout grid flex box border margin page site blog post comment tag category archive feed search sort order line column row cell sheet chart plot figure note task job cron timer clock date time day week month year let may time nature science cell fortune people life look self money wired quartz medium slate vice vox axios match fox sun star mirror express mail post globe gap next square stripe block shopify unity epic sage compass harbor arm edge core pixel surface nest ring echo alexa siri cortana opera brave vivaldi edge safari chrome firefox`.split(
    ' ',
  ),
)
/** True for a Latin name that is a word of programs and of everyday English as well: Shell, Target. */
export const isTechnicalWord = (name: string): boolean => technicalWords.has(name.toLowerCase())
