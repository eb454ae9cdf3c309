import type { OrganisationKind } from '../recognition.ts'
import { WordFinder } from './word-lists.ts'

/** Bodies of which every province, town and county has one of its own: 上饶市公安局, 铅山县委宣传部. Simplified. */

const ofStates = `
公安局 公安厅 公安分局 警察局 警务处 交警支队 交警大队 交警总队 刑警支队 刑警大队 刑侦支队 经侦支队 经侦总队 经侦大队 禁毒支队 禁毒总队 禁毒大队 治安支队 网安支队 缉私局 直属分局 特警支队 消防支队 消防大队 消防总队 消防局 消防救援支队 教育局 教育厅 教委 教育委员会 教育考试院 招生办 卫生局 卫生厅 卫计委 卫健委 卫生健康委 卫生健康委员会 卫生和计划生育委员会 计生委 疾控中心 疾病预防控制中心 急救中心
人民检察院 检察院 检察分院 人民法院 中级人民法院 高级人民法院 中级法院 高级法院 高等法院 地方法院 上诉法院 上诉法庭 地方法庭 地区法院 联邦法院 联邦地区法院 联邦地方法院 联邦巡回上诉法院 联邦上诉法院 巡回上诉法院 高等法庭 最高法院 检察官办公室 总检察长办公室 高院 中院 一中院 二中院 财政局 财政厅 税务局 国税局 地税局 国家税务局 地方税务局 民政局 民政厅 司法局 司法厅 人社局 人社厅 人力社保局 人力资源和社会保障局 人力资源和社会保障厅 人力资源社会保障局 人事局 人事厅 劳动局 劳动保障局 社保局 医保局 监察局 监察厅 监察委 监委 监察委员会
住建局 住建委 住建厅 住房和城乡建设局 住房和城乡建设厅 住房和城乡建设委员会 住房保障局 房管局 房管所 建委 建设局 建设厅 建设委员会 规划局 规划委 规划委员会 城市规划局 国土局 国土资源局 国土资源厅 国土厅 自然资源局 自然资源厅 环保局 环保厅 环境保护局 环境保护厅 生态环境局 生态环境厅 水利局 水利厅 水务局 农业局 农业厅 农委 农业农村局 农业农村厅 林业局 林业厅 园林局 园林绿化局
商务局 商务厅 商务委 商务委员会 经信委 经济和信息化委员会 经信局 工信局 工信厅 经委 主税局 税捐稽征处 水道局 下水道局 港湾局 劳工局 都市发展局 工务局 地政局 观光传播局 产业劳动局 福祉保健局 发改委 发改局 发展改革委 发展和改革委员会 发展和改革局 国资委 国有资产监督管理委员会 审计局 审计厅 统计局 安监局 应急管理局 应急管理厅 质监局 质量技术监督局 工商局 工商行政管理局 市场监管局 市场监督管理局 食药监局 食品药品监督管理局 药监局 药品监督管理局 物价局 价格监督检查局
文化局 文化厅 文广局 文化委员会 文化和旅游局 文化和旅游厅 文旅局 文旅厅 文物局 旅游局 旅委 旅游委 旅游发展委员会 旅发局 体育局 气象局 气象台 地震局 民宗局 民宗委 侨办 外办 台办 信访局 信访办 档案局 城管局 城管执法局 城市管理局 城市管理委员会 城市管理综合执法局 城管委 交通局 交通厅 交通委 交通委员会 交通运输局 交通运输厅 交委 公路局 公路管理局 运管局 运管处 海事局 渔业局 粮食局 烟草专卖局 邮政管理局 通信管理局 证监局 银监局 保监局 金融办 金融工作局 网信办 新闻出版局 广电局 科技局 科技厅 科委 科学技术委员会 知识产权局 公积金管理中心 住房公积金管理中心 公共资源交易中心 边防总队 边防支队 边检总站 武警总队 监狱管理局 劳教局 戒毒管理局 机关事务管理局 政务服务中心 行政服务中心
人大常委会 人民代表大会 人大 政协 高速交警支队 公安交警支队 公安消防支队 议会 州议会 市议会 省议会 县议会 区议会 市政局 公园管理局 惩教署 运输局 应急办`
const ofParty = `省委 市委 县委 区委 州委 旗委 自治区党委 党委 纪委 纪检委 宣传部 组织部 统战部 政法委 文明办 网信办 巡视组 党校 编办`
const ofPeople = `
总工会 妇联 残联 工商联 文联 作协 作家协会 科协 侨联 台联 团委 团省委 团市委 青联 学联 美协 美术家协会 音协 音乐家协会 书法家协会 摄影家协会 体育总会 足协 足球协会 篮协 篮球协会 律协 律师协会 记协 新闻工作者协会 消协 消委会 消费者协会 消费者委员会 消保委 红十字会 慈善总会 慈善会 慈善协会 医学会 医师协会 企业家协会 企业联合会 个体劳动者协会 志愿者协会 志愿者联合会 房地产业协会 房地产协会 餐饮协会 旅游协会 出租车协会 商会 总商会 工商业联合会 社科院 社会科学院 农科院 农业科学院`
const ofPress = `日报 晚报 晨报 早报 商报 都市报 青年报 日报社 晚报社 电视台 广播电视台 人民广播电台 广播电台 电台 卫视 新闻网 报业集团 日报报业集团 日报传媒集团`
const ofArts = `博物馆 博物院 美术馆 艺术馆 图书馆 档案馆 文化馆 科技馆 天文馆 大剧院 歌剧院 交响乐团 爱乐乐团 歌舞团 话剧院 京剧院 芭蕾舞团`
const ofSchools = `大学 社区大学 部落大学 原住民族部落大学`

/** Of which a place has many: they are told apart by the place only where its name says what it is, 铅山县|中学. */
const ofMany = `人民政府 政府 法院 人民医院 中心医院 中医院 中医医院 妇幼保健院 儿童医院 肿瘤医院 妇产医院 第一医院 第二医院 第三医院 第四医院 第五医院 第一人民医院 第二人民医院 第三人民医院 第四人民医院 第五人民医院 第六人民医院 医院 卫生院 第一中学 第二中学 第三中学 第四中学 第五中学 一中 二中 三中 四中 五中 中学 实验中学 高级中学 第一小学 实验小学 中心小学 小学 幼儿园 职业技术学院 技师学院 看守所 派出所 戒毒所 殡仪馆 福利院 敬老院 动物园管理处 公交公司 公交集团 自来水公司 供电公司 供电局 电力公司 电业局 燃气公司 热力公司 地铁公司 地铁集团 轨道交通集团 城投公司 城投集团 交投集团 商业银行 农村商业银行 农商行 农村信用社 农信社 信用联社`

const kinds = new Map<string, OrganisationKind>()
const add = (words: string, kind: OrganisationKind): void => {
  for (const word of words.trim().split(/\s+/)) kinds.set(word, kind)
}
add(ofMany, 'OTHER')
const many = new Set(kinds.keys())
add(ofStates, 'GOVERNMENT')
add(ofParty, 'POLITICAL_PARTY')
add(ofPeople, 'ASSOCIATION')
add(ofPress, 'MEDIA')
add(ofArts, 'OTHER')
add(ofSchools, 'UNIVERSITY')

export const localBodies = new WordFinder(kinds.keys())

/** True for what every place of a kind has: 议会, 公安局. */
export const isLocalBody = (word: string): boolean => kinds.has(word)

/** Kind of the body that one of these words names; null where the name's ending says more. */
export const kindOfLocalBody = (word: string): OrganisationKind | null => (many.has(word) ? null : kinds.get(word)!)

/** True where a town has several of the kind. */
export const isOneOfMany = (word: string): boolean => many.has(word)

/** 明尼苏达州立大学|曼卡托分校: length of the campus behind a name; 0 for none. */
export const campusBehind = (folded: string, end: number): number =>
  folded.startsWith('大学', end - 2) ? (campus.exec(folded.slice(end, end + 9))?.[0].length ?? 0) : 0

const campus = /^-?[\p{Script=Han}]{2,6}?分校/u
