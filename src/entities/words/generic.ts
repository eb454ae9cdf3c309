import { classNouns, functionWords, titles, verbsBefore } from './boundaries.ts'
import { endingOf } from './kinds.ts'
import { isOneOfMany } from './local-bodies.ts'
import { isLocalPlace, placeInFront } from './places.ts'
import { placeWords, vocabularyWords } from './translations.ts'

/** What is said of many bodies at once, or of whichever is at hand. */
const common =
  '股份制 国内 国外 境内 境外 海外 大型 小型 中型 大 小 新 老 旧 各 全 本 该 我 贵 多 数 两 三 几 某 地方 本地 当地 国有 国营 私营 私人 民营 外国 外资 合资 跨国 主要 着名 知名 顶级 顶尖 领先 全球 世界 西方 东方 亚洲 欧洲 非洲 欧美 博彩 赌博 上市 母 子 分 总 前 现任 独立 专业 传统 现代 商业 投资 创投 风投 私募 私募股权 私人股本 收购 保险 航空 科技 互联网 网络 电信 石油 能源 汽车 制药 食品 房地产 地产 咨询 会计 法律 广告 公关 物流 快递 电力 煤炭 钢铁 矿业 化工 建筑 旅游 酒店 餐饮 零售 电商 游戏 影视 娱乐 媒体 出版 教育 培训 医疗 健康 农业 环保 军工 国防 安全 情报 警察 司法 行政 立法 监管 执法 纪律 检查 评审 评选 评奖 组委 筹备 临时 特别 高级 常务 执行 执委 工作 专家 顾问 学术 技术 技能 职业 普通 重点 公立 私立 民办 名牌 常春藤 珠宝 时装 服装 奢侈品 化妆品 美妆 家电 手机 芯片 男子 女子 国家 政府 中央 联邦 州 省 市 县 区 级 届 家 所 个 座 支 位 名 这些 那些 一些 许多 不少 多数 大多数 所有 任何 其他 其它 这家 那家 一家 有关 相关 监督 管理 财经 时政 综合 诈骗 犯罪 走私 贩毒 洗钱 传销 黑帮 恐怖 卖淫 盗窃 人口 控股 有限 股份 责任 联赛 球队'.split(
    ' ',
  )
const words = new Set([...common, ...classNouns, ...titles, ...functionWords, ...vocabularyWords, ...placeWords])
const verbs = new Set(verbsBefore)
const longest = 5

/** Bodies of a place and a trade are named so (中国汽车工业协会); companies and schools of one are merely many (美国科技公司). */
const namedByTrade = new Set([
  'ASSOCIATION',
  'NGO',
  'REGULATOR',
  'INTERNATIONAL',
  'RESEARCH',
  'SPORTS',
  'EXCHANGE',
  'CENTRAL_BANK',
])

/** 英中|贸易协会 */
const pairOfCountries =
  /^(?:中[美英法德日俄韩印欧加澳非意西瑞以]|[美英法德日俄韩印欧加澳非意西瑞以港台][中美英法德日俄韩印欧])(?!洲)/

const ofTowns =
  /(?:医院|大学|学院|中学|法院|检察院|议会|公安局|教育局|警察局|日报|晚报|电视台|图书馆|博物馆|美术馆|乐团|商会|地铁|.{2}集团(?:公司)?|(?:商业|发展|合作)银行|信托|信用社|[省市县区州]委)$/

/** Of which a country or a town has one, as a rule: 香港期货交易所, 西班牙铁路集团; and what a company registered itself by. */
const ofPlaces =
  /(?:交易所|证交所|通[讯信]社|新闻社|海关|总公司|(?:铁路|电力|电信|邮政|广播|煤炭)(?:公司|集团)|(?:国有|国营).{2,4}公司|有限(?:责任)?公司)$/

/** 亚洲基金会, 法中委员会: a society of a continent or of two countries; those of one country are many. */
const ofSeveralCountries = new RegExp(
  `(?:^(?:亚洲|欧洲|非洲|美洲|拉美|亚太)|${pairOfCountries.source})(?:基金会|协会|学会|委员会|商会|(?:发展|开发)(?:银行|基金))$`,
)

/** 八大工会, 各国银行: several at once. */
export const ofMany = /各[大国地个]|多[家个所]|所有|[二两三四五六七八九十]大(?!学)/

/**
 * True for what looks like the name of a body but says only what kind it is: 美国科技公司, 地方政府, 博彩公司, 又让委员会. A folded
 * Chinese name.
 */
export function isGeneric(name: string): boolean {
  // 派出所: whichever it is.
  if (isOneOfMany(name) || ofMany.test(name)) return true
  const found = endingOf(name)
  // Organs that every body has, parts of programs, and crowds.
  if (
    /(?:高管|执行|薪酬|审计|提名|指导|顾问|监事)委员会$|^(?:决策|治理|技术|项目)(?:监督|管理)?委员会$|^(?:开源|软件|社区|项目)+基金会$|(?:软件|控制|设置|数据|服务|帮助|活动|购物|呼叫)中心$|[拉啦]{2}队$|[时战结布格僵困危棋骗残]局$|^[国共敌我友外联]军部队$/.test(
      name,
    )
  )
    return true
  if (
    /^.{0,2}(?:专门|特别|特设|常务|筹备|工作)委员会$|^.?(?:评委|组委|筹委|执委)会$|(?:执政|反对派|在野)联盟$|方(?:代表团|团队)$/.test(
      name,
    )
  )
    return true
  // 中国反垄断监管机构, 非营利组织: what it is for, and no name.
  if (
    /(?:监管|监督|检察|司法|执法|情报|安全|税务|评级|慈善|救援|金融|政府|研究|管理|反腐败?|反垄断)(?:机构|机关|部门)$|^(?:非营利性?|非政府|民间|社会|公益|慈善|恐怖|极端|犯罪|武装|人权|环保|志愿|宗教|学生|媒体|新闻)组织$/.test(
      name,
    )
  )
    return true
  // 私人利益集团; 提交|法院: what somebody does to one.
  if (/(?:利益|压力|游说|犯罪|既得)集团$/.test(name) || isDoneToOne(name)) return true
  if (/(?:银行|零售|制造|保险|航空|汽车|服务|金融|旅游|建筑|运输|电信|能源|餐饮|零售|酒店)业$/.test(name)) return true
  if (/陪审团$|政府$|当局$|军方$|警方$|办事处$|董事会$|理事会$|委员会成员$/.test(name)) return true
  if (
    functionWords.includes(name[0]!) ||
    /这些|那些|一些|这家|(?<!应)该|一家|各大|各国|各地|所有|[的了是在让被把对向]/.test(name.slice(0, -2))
  )
    return true
  const core = found === null ? name : name.slice(0, name.length - found.ending.length)
  const place =
    [4, 3, 2].map((length) => core.slice(0, length)).find((front) => placeWords.has(front)) ??
    pairOfCountries.exec(core)?.[0] ??
    core.slice(0, placeInFront(core))
  // 南京医院, 苏州中心医院: a town has one of them where a country has many.
  if (ofTowns.test(name) && [3, 2].some((length) => isLocalPlace(core.slice(0, length)))) return false
  const rest = core.slice(place.length)
  // 苏格兰国家博物馆, 英国皇家学会
  if (place !== '' && /^(?:国家|国立|皇家)/.test(rest)) return false
  if ((place !== '' && ofPlaces.test(name)) || ofSeveralCountries.test(name)) return false
  if (rest === '') return true
  // 香港|房地产: a trade, which ends like a house of it.
  if (!isMadeOfWords(rest)) return place !== '' && words.has(name.slice(place.length))
  return !(
    place !== '' &&
    found !== null &&
    (namedByTrade.has(found.kind) || /^(?:委员会|出版社|杂志社|检察院|.*局|署)$/.test(found.ending))
  )
}

const isDoneToOne = (name: string): boolean =>
  /^..(?:法院|法庭|议会|国会|大学|医院|学校|检察院)$/.test(name) && verbs.has(name.slice(0, 2))

function isMadeOfWords(text: string): boolean {
  const reached = new Array<boolean>(text.length + 1).fill(false)
  reached[0] = true
  for (let at = 0; at < text.length; at++)
    if (reached[at])
      for (let length = 1; length <= longest && at + length <= text.length; length++)
        if (words.has(text.slice(at, at + length))) reached[at + length] = true
  return reached[text.length]!
}
