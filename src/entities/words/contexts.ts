import { WordEndings } from './word-lists.ts'

/** What stands around a name tells what it names. Simplified; texts are folded before they are compared. */

const split = (words: string): string[] => words.trim().split(/\s+/)
const any = (words: string): string => split(words).join('|')

/** Between who does something and what: FURLA|正式|宣布. */
export const adverb = '正式|已经?|曾经?|也|还|则|正|将|再次|首次|随后|最近|近日|去年|今年|上周|本周'

/** Behind a body: what it does, what it has, who works for it. */
export const behindBody = new RegExp(
  `^(?:的|旗下|${adverb}|(?:的)?(?:上?季度|上?年度|上半年|下半年|全年)|前|现任|现|时任|新任|联席|高级|亚太区|亚洲|亚太|大中华区|中国区|全球|欧洲|北美|美国|英国|德国|法国|日本|印度|中国|香港|新加坡|澳大利亚|驻\\S{1,4})?(?:${any(`
  首席 CEO CFO COO 行政总裁 总裁 董事 主席 创始人 联合创始人 创办人 老板 掌门人 高管 员工 雇员 发言人 分析师 经济学家 策略师 交易员 基金经理 投资组合 院长 校长 会长 馆长 所长 秘书长 合伙人 律师 研究员 研究人员 负责人 经理 总经理 执行 记者 主编 专栏 股价 股票 股份 股东 市值 财报 业绩 营收 收入 利润 销售额 总部 门店 客户 用户数 供应商 竞争对手 子公司 母公司 分公司 分支 办事处 旗下 董事会 管理层 工程师 团队
  宣布 推出 发布 收购 裁员 上市 起诉 投资 任命 聘请 公布 披露 通过了 裁定 裁决 下令 签署 开发 开设 关闭 提供 拥有 控股 持有 斥资 募集 筹集 融资 破产 成立于 成立 创立 主办 发起 委托 进行的 采访了 刊登 刊文 援引 竞购 竞标 出价 入股 增持 减持 持股 接管 并购 买下 买进 拿下 竞得 分拆 私有化 回购 派息 退市 亏损 盈利 净利润 承销 发债 赢得 击败 进军 召回 停产 注资 高层 前员工 前高管 估值 市盈率 债券 债务 工厂 旗舰店 专卖店 公司 集团 银行 等公司 等企业 等科技 等巨头 等机构 等银行 等集团 等大公司 等大型 等竞争对手
  `)})`,
)

/** Behind a body or a person: what either says and wants. */
export const behindEither = new RegExp(
  `^(?:也|则|还|曾|已|均|都|周[一二三四五六日]|昨日|今日|随后|对此)?(?:${any(`表示 称 拒绝 否认 承认 证实 警告 指出 认为 相信 坚信 预测 预计 预期 估计 报道 发言 声明 要求 呼吁 批准 同意 计划 打算 希望 强调 补充 回应 批评 抨击 指责 谴责 敦促 抱怨 反驳 说`)})`,
)

/** In front of a body, where no class noun does. */
export const beforeBody = new WordEndings(
  split(
    `收购 并购 竞购 并入 卖给 出售给 加入 就职于 任职于 供职于 效力于 受雇于 创办了 创办 创立了 创立 创建了 创建 成立了 投资了 入股 起诉 竞争对手 执掌 领导 旗下 旗下的 隶属于 离开 毕业于 就读于 与合作 联手 客户 雇主 股东 子公司 母公司 前身`,
  ),
)

/** Behind a place. */
export const behindPlace = new RegExp(
  `^(?:的)?(?:${any(`市长 州长 省长 居民 市民 郊区 郊外 附近 机场 街头 地区 海岸 沿岸 港口 半岛 岛上 山区 境内 以东 以西 以南 以北 举行 举办 召开 出生 长大 当地 市中心 火车站 大桥 郡 镇 村 县 市 州 省 区 街 湖 河 山 湾 岛 盆地 高原 沙漠 教区 难民营 战役 金字塔`)})`,
)

/** In front of a place. */
export const beforePlace = new WordEndings(
  split(
    `位于 地处 抵达 前往 飞往 逃往 飞抵 来到 驶往 攻占 占领 重镇 首都 首府 城市 小镇 城镇 港口 港口城市 海滨城市 岛屿 度假胜地 省份 村庄 山区 地区 郊区 旅游胜地 边境城市 南部 北部 东部 西部 中部 东北部 西北部 东南部 西南部 省会 在 于`,
  ),
)

/** In front of a thing that is made or written, not of its maker. */
export const beforeProduct = new WordEndings(
  split(
    `一款 这款 该款 一种 这种 那种 一部 这部 一本 这本 一首 专辑 单曲 歌曲 小说 影片 电影 纪录片 电视剧 剧集 节目 名着 着作 畅销书 新书 自传 论文 诗集 药物 新药 疫苗 车型 机型 芯片 操作系统 编程语言 语言 框架 工具 功能 概念 术语 现象 理论 原则 所谓 所谓的 标准 协议 格式 算法 疾病 病毒 机器人 飞机 战斗机 导弹 航母 火箭 卫星 加密货币 货币 指数 奖项 节日 邮轮 赛马 生产的 制造的 推出的 研制的 研发的 销售的 新款 服用 注射 驾驶 饮用 停产`,
  ),
)

/** Behind a thing. */
export const behindProduct = new RegExp(
  `^(?:的)?(?:${any(`手机 汽车 轿车 电脑 平板 软件 系统 浏览器 游戏机 药物 疫苗 芯片 火箭 飞船 卫星 战斗机 客机 机型 车型 指数 奖 协议 法案 病毒 疾病 症状 主义 理论 现象 效应 模型 算法 语言 技术`)})`,
)

/** Behind something that can speak: a person, or a body. */
export const behindSpeaker =
  /^(?:博士|教授|先生|女士|爵士|夫人|小姐)?(?:在|周[一二三四五六日]|昨[天日]|今[天日]|最近|近日|曾|还|也|则|等|对|向|告诉)?.{0,6}?(?:说|表示|称|写道|认为|指出|警告|补充|坦言|承认|回忆|解释|告诉|透露|强调|评论|辞职|出生)/

/** Endings of Chinese names that name no body: events, laws, works, places, things, people. */
export const otherEnding = new WordEndings(
  split(
    `奖 案 法 法案 条例 法则 原理 定律 定理 理论 学说 主义 派 调查 指数 计划 项目 倡议 协议 协定 条约 公约 宣言 战争 战役 革命 运动 事件 危机 丑闻 节 日 周 大会 峰会 论坛 会议 锦标赛 杯 世界杯 奥运会 公开赛 病 症 综合征 综合症 病毒 疗法 药 语 人 族 裔 们 一代 时代 世代 效应 模式 模型 系统 技术 机器 机器人 手机 车 飞机 舰 号 卫星 山 山脉 河 湖 岛 群岛 州 市 县 区 镇 村 街 路 大道 广场 大厦 塔 桥 湾 海 海峡 半岛 公园 机场 车站 监狱 城堡 花园 宫 殿 教堂 性 率 度 化 学 论 术 权 力 者 家 线 带 圈 泡沫 货币 币 债券 市场 曲线 报告 白皮书 数据 算法 语言 协议 格式 文件 代码 模块 函数 变量 接口 组件 服务器 容器 镜像 命令 工具 框架 浏览器 操作系统 游戏 电影 专辑 歌 舞 菜 酒 茶 花 树 鱼 鸟 犬 猫 熊 虎 素 酸 酶 基因 细胞 蛋白 分子 粒子 能源 燃料`,
  ),
)

/** Endings of English names that name no body. */
export const otherEnglish =
  /\b(Act|Bill|Prize|Award|Awards|Survey|Index|Principle|Theory|Law|Laws|Effect|Plan|Programme|Program|Project|Treaty|Agreement|Accord|Accords|Protocol|War|Revolution|Day|Festival|Cup|Championships?|Games|Street|Avenue|Road|Square|Island|Islands|Bay|Sea|River|Lake|Mountains?|Airport|Gardens|Hills|Heights|Beach|Park|Syndrome|Disease|Virus|Tower|Bridge|Strip|Valley|Coast|Peninsula|Province|County|City|Town|Village|Model|Method|Language|Generation [A-Z]|Generation|Standards?|License|Licence|Verification|Authentication|Equation|Algorithm|Design|Mode|View|Report|Review of|Strategy|Policy|Initiative|Crisis|Spring|Summit|Doctrine|Deal|Manifesto|Convention|Constitution|Amendment|Era|Age|Network Effect|v\.? \w+|Curve|Rate|Ratio|Bond|Currency|Coin|Processing|Learning|Engineering|Management System|Interface|Server|Framework|Library|Protocol|Format|Engine|Kernel|Editor|Desktop|Provider|Machine|Mesh|Summer of Code|Worker|Workers|Network \w+ing)$/

/* Around names in Latin letters. */

/** What stands in front of a name and says what it is. */
export const calledSo = new WordEndings(
  split('公司 集团 企业 基金会 机构 组织 协会 联盟 巨头 厂商 大学 雇主 供应商 运营商 出版社'),
)
/** 奢侈品牌|Medik, 药店|Philidor: in front of the name of a body in news, and of a thing in texts of programs. */
export const calledInNews = new WordEndings(
  split('品牌 所有者 母公司 子公司 委员会 联合会 基金 药店 书店 商店 餐馆 餐厅 咖啡馆 咖啡店 酒吧'),
)
/** 一家名为|Buffer|的公司 */
export const called = new WordEndings(split('名为 名叫 叫做 叫'))
/** In front of what somebody founds, buys or joins. */
export const joining = new WordEndings(
  split(
    '创办 创立 成立 收购 投资 离开 任职于 就职于 供职于 创办了 创立了 成立了 收购了 投资了 离开了 任职于了 就职于了 供职于了',
  ),
)
/** In front of a thing. */
export const ofThing = new WordEndings(
  split('一代 版本 手机 型号 系列 专辑 歌曲 电影 小说 游戏 操作系统 编程语言 浏览器 框架 工具 插件 数据库 引擎'),
)

/** 据Octoly|统计 */
export const surveys = /^(?:的)?(?:统计|计算|数据|调查|报告|研究|估算|估计|测算|预测|分析|报道|称|透露|介绍)/
/** Whose figures say how much there is. */
export const figures = /^的?(?:数据|报告|调查|统计|研究|民调|民意调查)(?:显示|表明|指出|发现)/
/** People found companies, as companies do. */
export const founds = /^(?:共同|联合|一起)?(?:创[立办建]|成立)/

const behindName: readonly [said: RegExp, points: number][] = [
  [/^(?:网站|网)?上?的?(?:一篇|报道|专栏|社论|撰文)\S{0,4}(?:文章|报道|评论|撰文|专栏|社论)/, 2], // prints articles
  [/^(?:这样|这种|那样|之类|这类)\S{0,8}的?(?:公司|企业|团队|机构|集团|银行|媒体|组织|巨头|大学|基金|券商|零售商|制造商)/, 2.5], // such a body
  [/^(?:，|,)?\s*(?:该公司|这家公司|该集团|该机构|该组织|这家\S{0,6}(?:公司|企业|机构|集团))/, 2], // called a company
  [
    /^(?:团队|小组|系列|手机|版本|版|系统|平台|软件|应用|语言|框架|协议|格式|文件|库|芯片|处理器|浏览器|插件|函数|类|接口|模式|标准|指数|疫苗|病毒|汽车|车型|游戏|\d)/,
    -1.5,
  ], // a thing
]
// Behind most names none of it stands, which one look tells.
const anyBehind = new RegExp(behindName.map(([said]) => said.source).join('|'))

/** How much of what stands behind a name speaks for a body; against one, for a thing, where negative. */
export function pointsBehind(behind: string): number {
  let sum = 0
  if (anyBehind.test(behind)) for (const [said, points] of behindName) if (said.test(behind)) sum += points
  return sum
}

/** 政大|的导师: who teaches and learns there. */
export const ofUniversity =
  /^的?(?:导师|指导教授|教授|副教授|讲师|老师|学生|研究生|毕业生|校友|校园|校长|学长|学姐|博士|硕士)|^[\p{Script=Han}]{2,6}(?:系|学院|研究所)(?:的)?(?:教授|副教授|助理教授|讲师|学生)/u
