import { WordEndings, WordFinder } from './word-lists.ts'

/** Words that names of ministries and parties are made of. Simplified. */

const split = (words: string): string[] => words.trim().split(/\s+/)

const ofParties = ['党', '阵线']

/** What a country has one of, named by nothing but the country: 俄罗斯|田协. */
const ofCountries = split(
  '田协 泳协 篮协 奥委会 残奥委会 足协 足总 足球协会 足球联合会 田径协会 田径联合会 总统府 总理府 审计院 雇主联合会 工业联合会 总工会 红十字会 红新月会 航天局 宇航局 统计局 气象局 奥组委',
)

export const isOfCountry = (head: string): boolean => ofCountries.includes(head)

/** How they end: what a country keeps for a task, and parties. */
export const heads = new WordFinder([
  ...split('部 署 总署 局 总局 管理局 管理署 监管局 监管署 服务局 委员会 监管委员会 检察院 检察署 检察厅 法院 法庭'),
  ...ofCountries,
  ...ofParties,
])

export const isOfParty = (head: string): boolean => ofParties.includes(head)

/** Tasks of states. */
export const stateWords = new WordEndings(
  split(`
财政 经济 经济发展 财经 税务 税收 海关 预算 国库 审计 统计 外交 外贸 对外贸易 对外关系 国际合作 国际贸易 国际发展 内政 国土 国土安全 公共安全 国家安全 安全 国防 防务 司法 公民 公民身份 民政 警察 情报 反恐 反腐 监狱 边境 移民 难民 入境 商务 商业 贸易 工业 产业 企业 创新 科学 科技 技术 研究 高等教育 国民教育 教育 职业培训 培训 技能 文化 体育 旅游 青年 妇女 儿童 家庭 社会 社会保障 社会福利 社会事务 福利 养老金 退休金 老龄
卫生 公共卫生 健康 食品 药品 农业 农村 农村发展 畜牧 渔业 林业 森林 土地 灌溉 水利 水务 水资源 资源 自然资源 矿产 矿业 能源 石油 天然气 电力 核能 原子能 环境 环境保护 环境质量 环保 生态 生态转型 气候 气候变化 可持续发展 气象 地质 海洋 海事 航运 港口 铁路 公路 交通 运输 交通运输 公共交通 民航 航空 航天 通信 通讯 电信 邮政 信息 信息技术 数字 数字化 媒体 广播 新闻 基础设施 公共工程 公共事业 公用事业 工程 建设 住房 城市 城市发展 城市规划 规划 地方政府 劳动 劳工 就业 人力资源 公共 公共服务 公务员 行政 事务 发展 投资 国有企业 退伍军人 宗教 宗教事务 民族 消费者 消费者保护 竞争 知识产权 专利 证券 金融 银行 保险 选举 人权 司法事务 公共检察 仲裁 宪法 监督 改革 政府改革 政府事务 筹款 拨款 规则 军事 武装部队 外交事务 老年 特别 常设 联合 调查 弹劾 银行业 金融服务 财经 情报事务 小组 专责 道德 伦理`),
)

/** Whose committees are named by their tasks: 参议院|老年特别委员会. */
export const legislatures = new WordEndings(
  split(
    '参议院 众议院 参院 众院 上议院 下议院 上院 下院 国会 议会 国民议会 欧洲议会 联邦议院 立法会 立法院 国会参议院 国会众议院',
  ),
)

/** What may stand between a country and a task. */
export const officeWords = new WordEndings(split('联邦 国家 国立 全国 中央 最高 州 省 市'))

export const partyWords = new WordEndings(
  split(`
民主 共和 人民 自由 进步 社会 社会主义 国民 国家 民族 民族主义 运动 团结 统一 正义 公正 公平 发展 独立 爱国 联盟 阵线 大会 意志 劳动 工人 劳工 农民 中央 中间 保守 基督教 伊斯兰 新 全国 公民 行动 改革 革命 变革 未来 希望 繁荣 力量 左翼 道路 祖国 世俗 绿色 生态 环境 激进 斗争 复兴 建设 解放 抵抗 救国 觉醒 主权 人权 法治 秩序 尊严 全民 大众 印度教 穆斯林 佛教 光复 光明 先锋 民众 和平 选择`),
)

/** Words of parties that end the names of other bodies, or say of a party what it is: they begin none. */
export const politicalWords = new WordFinder(split('联盟 运动 力量 阵线 行动 大会 发展 左翼 中间 保守 激进 独立 革命'))
