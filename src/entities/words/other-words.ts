import { characterTable, han, isAt } from '../../text/character-table.ts'
import { splitCountry } from '../countries.ts'

/**
 * What stands behind a name and makes another word of it: 国会议员 is a person, 银行业 a trade, 国防部长 an office, 标普500 a measure.
 * By the ending of the name; simplified.
 */
const byEnding: [ending: RegExp, behind: RegExp][] = [
  [/(国会|议会|参议院|众议院|议院|下院|上院)$/, /^(议员|山|图书馆|选举|大选|大厦|席位|制)/],
  [
    /银行$/,
    /^(业(?!绩|务)|家(?!族)|卡(?!塔)|账户|账号|存款|贷款|股(?![价东份权票本息])|体系|系统|间(?!接)|同业|界(?!定)|监管|危机|服务|办(?!公|理|事|了|的)|柜台|利率|汇票|转账|职员|抢劫|牌照|法(?![人兰国官律院]))/,
  ],
  [/基$/, /^[金础因层本]/],
  [/官房$/, /^副?长官/],
  [/[大中小]学$/, /^(生|城)/],
  [/国[大中小]学$/, /^(时代|毕业|学位|教育|文凭|入学|学费)/],
  [/通$/, /^胀/],
  [/基金$/, /^经理/],
  [/党$/, /^(派|员|章(?!程)|史|校|魁)/],
  [/(总部|中心|学院)$/, /^(城|街)/],
  [/学院$/, /^派(?!出|遣|驻)/],
  [/亚马逊$/, /^(河|雨林|丛林|流域|地区|盆地|森林|热带|平原|州|人|原住民|部落|大火|三角洲|女战士)/],
  [/网$/, /^(友|民|络|页|址|红)/],
  [/报$/, /^(纸|刊|告(?!诉)|销|警|酬)/],
  [/(时报|时代)$/, /^广场/],
  [/影视$/, /^(城|基地|剧|圈|行业)/],
  [/部$/, /^(长(?!期|久|远|达|时)|分(?!析|别|配|发|管|布)|署|门|队|落|级|委(?!托|派|任))/],
  [/(?:局|署|厅)$/, /^(长(?!期|久|远|达|时|官)|势|面(?!临|对|向|世)|限(?!制|定|期|于|令))/],
  [/院$/, /^(士|长(?!期|久|远|达|时)|线)/],
  [/协$/, /^(会(?!议|长|员|见)|议|商|定(?!于|下)|调(?!查)|助|同(?!意)|作(?!出|为)|约)/],
  [/会$/, /^(议(?!案|程|题|事|论)|谈(?!判|到|及)|员(?!工)|长(?!期|久|远|达|时)|费|晤|场)/],
  [/行$/, /^(业(?!绩|务)|情|李|星|驶|踪|径|列车)/],
  [/[空海陆]军$/, /^(基地|一号)/],
  [/军$/, /^(事|国主义|备(?!战|受|有|感)|费|工(?!作|程|兵|人)|火|售|购(?!买|入|置)|阀)/],
  [/共$/, /^(享|有[\d一二三四五六七八九十两]|同(?!意|志|时|样)|计(?!划)|存|用|识|振|鸣|赢)/],
  [/电$/, /^[脑视影池]/],
  [/来$/, /^[说看讲]/],
  [/(?:电气|工业|国际|商业|信息|机械|自动)$/, /^化(?![工学妆肥纤验])/],
  [/浪$/, /^[潮费漫]/],
  [/台$/, /^(湾|风|北|阶|词|海)/],
  [/^[a-z]+ ?大学$/, /^时(?!报)/],
  [/(?<!研究|交易|事务|派出|看守|收容|招待|律|诊|会)所$/, /^[指说言称述做写见闻知想示列谓提讲需有用否载赋倡蕴附揭]/],
  [/中心$/, /^化/],
  [/馆$/, /^(岛|长(?!期|久|远|达|时)|员|藏[品书量]|区|际)/],
  [/社$/, /^(会|交|区|论|保|群)/],
  [/队$/, /^(员|长|伍|友)/],
  [/邮$/, /^(件|箱|政|轮|寄|票)/],
  [/联$/, /^(合(?!作|资|同|规)|系|盟|络|邦|赛|席|结)/],
  [/委$/, /^(员|任(?!命)|托)/],
  [/共产党$/, /^宣言/],
  [/国$/, /^(度|界|家(?!族|里|中))/],
  [/寿$/, /^(命|终|辰|司|宴)/],
  [/^.{1,2}报$/, /^道/],
  [/大$/, /^(荒|部分|幅|约|多数|规模|选|学(?!生|者|术|院)|众)/],
]

/** Trades that companies of a country are named for: 中国移动 is a company, 中国|移动支付 is not. */
const trade =
  '航空|移动|建材|纸业|电信|联通|石油|石化|天然气|保险|人寿|证券|银行|能源|地产|房地产|电力|钢铁|半导体|软件|电子|汽车|铁路|建筑|中铁|核电|铝业|黄金|烟草|邮政|重工|船舶|航天|化工|网络|制药|医药|农业|商业|工业|铁建|广电|电影|食品|投资|国债|大学'
const ofTrade = new RegExp(`^(?:${trade})$`)
const tradeAtEnd = new RegExp(`(?:${trade})$`)
/** Behind a country and a trade: what all of the trade have or do. */
const ofAllTheTrade =
  /^(?:业(?!绩|务)|行业|产业|工业|市场|企业|公司(?:们|纷)|股(?![价东份权票本息])|板块|需求|进口|出口|消费|产量|储备|技术|设备|价格|领域|安全|政策|监管|互联|支付|电话|应用|终端|端|宽带|医疗|社交|广告|电商|阅读|出行|办公|操作|开发者|游戏|通信|网民|网络|母舰|局|史|管制|界|管理|展|器|爱好者|诈骗|污染|工人|巨头|勘探|供应|旅客|机构|教育|制度|体系|毕业|排名|生|产品|用户|路线|航线|网(?!易)|们|普遍|大多|纷纷|均(?![价线衡])|都(?!市|会)|缺乏|放贷|保密|倒闭|和(?:保险|企业|券商|公司|基金|投资者)|的(?:坏账|不良|资本充足|放贷|存款))/
const trades = /^(?:业(?!绩|务)|行业|产业|母舰|管制)/

/** Houses whose names stand in front of the measures that they publish. */
const ofMeasures =
  /^(?:标普|标准普尔|富时|msci|摩根士丹利资本国际|道琼斯|道指|日经|恒生|纳斯达克|沪深|s&p|s&p dow jones|ftse|nikkei|dow jones|russell|stoxx|斯托克|ftse russell|nasdaq|hang seng)$/
const measure =
  /^\s*(?:\d{2,4}(?![\d年月日家])|(?:[^，。；、！？（(的]{0,14}?)(?:指数|综指|成分股|成份股|平均值|工业平均|index|composite|industrial average|etf))/

/** Behind any name in Latin letters: the licence that it wrote. */
const licence = /^ ?(?:许可|授权|开源协议|协议|licen[cs]e)/

/** Behind any name: a law, an effect, a licence, a town or a place that is called after it. */
const calledAfterIt =
  /^(?:法案|定律|定理|效应|悖论|主义|许可证|市(?!场|值|占|面|价|民|委|政)|(?:大道|广场|大桥|球场|体育场|大厦|乐园|度假区)(?!上?市))/

/** What may stand behind a name, as far as the name alone says. */
interface Continuations {
  words: readonly RegExp[]
  isMeasured: boolean
  endsInTrade: boolean
  isOfTrade: boolean
}

function readContinuations(name: string): Continuations {
  const endsInTrade = tradeAtEnd.test(name)
  const split = endsInTrade ? splitCountry(name) : null
  return {
    words: byEnding.flatMap(([ending, next]) => (ending.test(name) ? [next] : [])),
    isMeasured: ofMeasures.test(name),
    endsInTrade,
    isOfTrade: split !== null && ofTrade.test(split.rest),
  }
}

/** Known names come again and again: so many are remembered, and none that is long enough to be kept as a part of the text it is from. */
const mostRemembered = 5_000
const longestRemembered = 12
const remembered = new Map<string, Continuations>()

function continuationsOf(name: string): Continuations {
  if (name.length > longestRemembered) return readContinuations(name)
  let there = remembered.get(name)
  if (there === undefined) {
    there = readContinuations(name)
    if (remembered.size >= mostRemembered) remembered.clear()
    remembered.set(name, there)
  }
  return there
}

/** True when a known name is only part of another word where it stands. Both folded; `behind` is what follows it. */
export function isPartOfAnotherWord(name: string, behind: string): boolean {
  if (behind === '') return false
  const { words, isMeasured, endsInTrade, isOfTrade } = continuationsOf(name)
  for (const next of words) if (next.test(behind)) return true
  if (isMeasured && measure.test(behind)) return true
  if (licence.test(behind) && /[a-z]$/.test(name)) return true
  if (!isAt(han, behind, 0)) return false
  if (calledAfterIt.test(behind)) return true
  return endsInTrade && (trades.test(behind) || (isOfTrade && ofAllTheTrade.test(behind)))
}

/** 美国银行, 中国石油: a country and a trade, as the trade as a whole is called. */
export const isCalledAsTrade = (name: string): boolean => continuationsOf(name).isOfTrade

const several =
  /(?:多数|许多|很多|一些|部分|所有|不少|[各几多数]家|各国?|外国|多国|他国|别国|两国|全球|世界|西方|新兴市场|发达国家|其[他它]|主要)的?$/
const ofSize = /(?:大型|中型|中小|小型|本土)的?$/

/** 大多数|美国银行, 外国|央行: what stands in front says that several are meant. */
export const isOfSeveral = (folded: string, start: number): boolean => several.test(folded.slice(Math.max(0, start - 5), start))

/** 大型|美国银行 too: a country has one supreme court, of whatever size, and many banks. */
export const isWholeTrade = (name: string, folded: string, start: number): boolean =>
  isCalledAsTrade(name) && (isOfSeveral(folded, start) || ofSize.test(folded.slice(Math.max(0, start - 3), start)))

/** oracle.com, @google: a Latin name in an address or a handle. */
export const isPartOfAddress = (folded: string, start: number, end: number): boolean =>
  (isAt(marksOfAddress, folded, end) || isAt(marksOfAddress, folded, start - 1)) &&
  /[a-z0-9]/.test(folded[end - 1]!) &&
  (/^(?:\.[a-z]{2,4}(?![a-z])|[_@][a-z0-9])/.test(folded.slice(end, end + 6)) ||
    /(?:[a-z0-9]\.|[@_#])$/.test(folded.slice(Math.max(0, start - 2), start)))

const marksOfAddress = characterTable('._@#')
