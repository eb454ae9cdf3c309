/**
 * Words after which a name can begin, and words that no name holds. Simplified; texts are folded before they are compared.
 * By kinds of word, so that a gap shows.
 */

import { WordEndings, WordFinder } from './word-lists.ts'

const split = (words: string): string[] => words.trim().split(/\s+/)

/** Prepositions, conjunctions, auxiliaries and particles. */
export const functionWords = split(`
的 了 在 是 将 被 把 从 向 让 使 由 据 称 说 但 而 也 都 还 已 曾 这 那 其 该 每 某 即 则 却 就 才 又 再 并 且 若 虽 因 故 以 于 对 与 和 及 或 跟 同 给 为 到 自 至 按 经 随 沿 除 像 如 比 当 叫 令 替 用 受 依 得 所 上述 该等 使得 迄今 此外 另据 据悉 原告 被告 只要 只是 无论 不论 即使 哪怕 与此同时
这个 这家 这些 那个 那家 一个 一家 一些 一位 一名 一所 一支 一项 这位 这名 两家 三家 多家 几家 数家 各家 另一 另外 其他 其它 其中 包括 以及 还有 或者 而且 并且 不仅 不是 就是 也是 正是 都是 乃是 仅仅 只有 没有 对于 关于 至于
由于 因为 所以 因此 如果 虽然 尽管 但是 然而 不过 可是 而是 除了 除非 根据 按照 依据 通过 经过 随着 鉴于 针对 为了 直到 自从 自 当时 目前 现在 如今 最近 近期 近日 今年 去年 明年 今天 昨天 上周 本周 下周 上月 本月 周一 周二 周三 周四 周五 周六 周日
后来 此前 之前 之后 以来 期间 同时 随后 然后 接着 终于 已经 曾经 正在 将要 即将 可能 能够 可以 应该 必须 需要 想要 愿意 打算 计划 准备 开始 继续 停止 例如 比如 譬如 诸如 好像 似乎 犹如 特别是 尤其是 甚至 连同 连 所谓 有关 相关 之一 等 及其 与其 于是 既是
位于 来自 出自 源自 属于 隶属 隶属于 归属 基于 总部设在 设在 驻 前 原 现 时任 前任 现任 兼 兼任 曾任 历任 的是 是由 都由 且 之 第二大 第三大 最大 首家`)

/** Verbs that take a body or a person as their object. */
export const verbsBefore = split(`
加入 离开 进入 退出 成立 创办 创建 创立 组建 收购 并购 兼并 合并 出售 卖给 售予 投资 入股 注资 资助 控股 持有 拥有 控制 监管 管理 经营 运营 领导 掌管 执掌 主持 任职 就职 供职 效力 服务 毕业 就读 任教 访问 参观 会见 拜访
邀请 联系 联合 合作 携手 结盟 牵手 挑战 击败 战胜 打败 超过 超越 取代 代替 替代 接替 起诉 控告 指控 指责 批评 抨击 攻击 谴责 反对 支持 赞扬 称赞 表彰 感谢 祝贺 欢迎 鼓励 敦促 呼吁 要求 请求 命令 迫使 促使 允许 禁止 批准 授权 委托 委任 任命 聘请 聘用 雇用 雇佣
选择 推荐 介绍 提到 谈到 说到 指出 告诉 通知 询问 回应 答复 针对 面对 面临 依靠 依赖 借助 利用 使用 采用 购买 买下 买入 卖出 抛售 供应 提供 提交 提名 获得 得到 收到 赢得 失去 引用 援引 采访 报道 披露 透露 宣布 公布 发布 发表 出版 刊登 登上 出席 参加 参与 主办 举办 组织 代表 代理 帮助 协助
协同 配合 保护 拯救 救助 摧毁 破坏 解散 重组 改组 拆分 剥离 包含 涉及 围绕 关注 研究 分析 调查 审查 起草 制定 打造 推出 开发 生产 制造 销售 推动 促进 带动 引发 导致 造成 避免 防止 阻止 看好 看重 看到 看见 想到 成为 作为 担任 出任 当选 改名 更名 命名 名为 名叫 称为 称作 叫做 被称为 又称 俗称 简称 前往 抵达 抵达 返回 来到 走进 逃离 遭到 受到 受雇于 输给 败给 不敌 交给 递交 转向 转投 效仿 模仿 学习 信任 相信 怀疑 认为 觉得 表示 显示 记得 忘记 知道 了解 熟悉 爱上 喜欢 讨厌
安装 搜索 下载 运行 打开 点击 右击 启动 卸载 升级 电站 声称 得知 旗下拥有 统治 统领 率领 带领 隐瞒 起用 重返 占领 夺取 争取 吸引 说服 游说 贿赂 打动 委派 派遣 派出 调到 隶属 挂靠 附属 购得 斥资 借给 欠 付给 支付 捐给 捐赠 捐款 授予 颁给 颁发 致信 致电 致函 寄给 写给 发给 送给 转给 卖掉 退休 辞去 辞职 效忠`)

/** What a body is, said in front of its name: `广告公司|智威汤逊`. Each ends a phrase, so a name can begin after it. */
export const classNouns = split(`
农会 民调机构 民间团体 人权组织 环保组织 行业协会 公司 集团 银行 企业 巨头 机构 组织 团体 协会 政党 政府 当局 部门 智库 平台 网站 媒体 报纸 报 日报 周刊 杂志 期刊 通讯社 电视台 电台 广播公司 出版商 出版社 制造商 生产商 供应商 零售商 经销商 开发商 运营商 服务商 提供商 承包商 建筑商 开发者 航空公司 保险公司 石油公司 能源公司 科技公司 互联网公司
券商 投行 基金 对冲基金 私募股权公司 律师事务所 律所 会计师事务所 会计事务所 咨询公司 顾问公司 评级机构 交易所 监管机构 监管者 情报机构 研究机构 慈善机构 慈善组织 非政府组织 行业组织 行业团体 工会 商会 学校 大学 学院 医院 球队 俱乐部 乐队 品牌 连锁 连锁店 超市 酒店 餐厅 百货 百货商店 电商 初创企业 初创公司 创业公司 子公司 母公司 附属公司 分公司
合资企业 合资公司 控股公司 上市公司 国企 央企 竞争对手 对手 伙伴 合作伙伴 客户 股东 大股东 雇主 东家 买家 卖家 旗下 之一 同行 盟友 前身 后身 集团旗下 应用 软件 社交网络 搜索引擎 浏览器 游戏 车企 药企 房企 网企 财团 联盟 邦联 武装组织 恐怖组织 激进组织 民兵 叛军 军方 情报部门 警方 检方 法院 议会 王室 教会 门户网站 门户 专卖店 工厂 矿商 矿业公司 油企 厂商 服装品牌 时装品牌 奢侈品牌 汽车制造商 芯片制造商 手机制造商 飞机制造商 药厂 制药公司 制药商 经纪公司 经纪商 猎头公司 广告公司 公关公司 中介 房地产公司 物流公司 快递公司 电信公司 电信运营商 电力公司 核电公司 网络公司 软件公司 游戏公司 电影公司 唱片公司 出行平台 支付平台 众筹平台 租车公司 打车应用 酒店集团 奢侈品集团 能源集团 媒体集团 电信集团 零售集团 保险商 地产商 发展商 矿企 钢企 险企 航企 独角兽 孵化器 加速器 拍卖行 电视网 小报 大报 周报 晚报 游击队 反对党 执政党 代工商 工程商 集成商 贸易商 剧团 乐团 画廊 影院 连锁影院 健身连锁 社会企业 家族办公室 私募集团 私募公司 私人股本集团 收购集团 信托基金 慈善信托`)

/** Class nouns that things bear as well: what follows may be a program, not its maker. */
export const productNouns = new Set(
  split(
    '应用 软件 游戏 浏览器 搜索引擎 社交网络 平台 网站 品牌 门户 基金 报 之一 对手 伙伴 客户 组织 部门 打车应用 出行平台 支付平台',
  ),
)

/** Offices and callings said in front of a person: `美国总统|唐纳德•特朗普`. */
export const titles = split(`
总统 总理 首相 主席 国王 女王 皇后 王后 女皇 太子 王储 酋长 埃米尔 苏丹 皇帝 王子 公主 部长 大臣 国务卿 财长 外长 防长 行长 总裁 副总裁 董事长 副董事长 董事 首席执行官 首席财务官 首席运营官 首席技术官 首席经济学家 首席 执行官 行政总裁 执行董事 总经理 经理 总监 主管 负责人 创始人 联合创始人 合伙人 创办人 老板 掌门人 继承人 企业家 实业家 银行家 投资者 投资人 基金经理 分析师 经济学家 策略师 顾问 律师 法官 检察官
检察长 总检察长 院长 校长 教授 副教授 讲师 博士 学者 研究员 科学家 物理学家 化学家 生物学家 心理学家 社会学家 历史学家 哲学家 人类学家 数学家 政治学家 作家 诗人 小说家 评论家 专栏作家 编辑 主编 总编辑 记者 撰稿人 主播 主持人 导演 制片人 演员 歌手 音乐家 作曲家 艺术家 画家 设计师 建筑师 摄影师 厨师 医生 工程师 程序员 开发者 黑客 发明家 慈善家 活动家 社会活动家 议员 众议员 参议员 议长 市长 州长 省长 县长 专员 委员 委员长 局长 署长 处长 司长 主任 秘书长 书记 总书记 秘书 发言人 大使 公使 领事 代表 特使 将军 上将 司令 上校 少校 警长 局长 领导人 领袖 党魁 候选人 提名人 前总统 前总理 创办者 创立者 继任者 接任者 接班人 成员 会员 球员 教练 主教练 冠军 选手 运动员 先生 女士 小姐 夫人 爵士 勋爵 男爵 伯爵 公爵 教皇 主教 大主教 牧师 神父 拉比 阿訇 丈夫 妻子 父亲 母亲 儿子 女儿 兄弟 姐妹 弟弟 哥哥 妹妹 姐姐 朋友 同事 搭档 助手 助理 高管 官员 专家 人士 校友 学生 居民 店主 农民 嫌疑人 凶手 泄密者 告密者 举报者 受害者 巨星 明星 模特 大亨 富豪 亿万富翁 首富 嘉宾 所长 会长 副主席 副总统 副总理 副部长 副主任 副会长 副院长 副校长 理事 理事长 干事 总干事 委员会成员 社长 副社长 厂长 馆长 思想家 理论家 革命家 政治家 探险家 慈善家 收藏家 宗教领袖 传教士 教士 军阀 团长 站长 台长 庭长 次长 厅长 参赞 督察`)

/** Words that no name of a body holds inside: a name that seems to begin before one begins after it. */
export const neverInside = new WordFinder(
  split(`
的 了 是 在 将 被 把 从 向 让 使 据 称 说 但 而 也 都 还 已 曾 这 那 其 该 每 某 却 又 再 且 若 虽 很 更 最 没 不 就 着 过 吗 呢 吧 他 她 它 你 我 们 们的 令 给 叫 因
这个 一家 一个 一些 以及 包括 因为 由于 根据 随着 对于 关于 目前 现在 最近 今年 去年 表示 认为 称为 名为 成为 作为 旗下 竞争对手 来自 位于 宣布 收购 加入 离开 击败 起诉 告诉`),
)

/** Words of every day, in names and around them: no name begins in the middle of one, and what stands in one is no particle. */
export const everydayWords = split(`
每日 每周 每月 今日 明日 昨日 日报 日电 时报 大都会 都会 都市 首都 成都 京都 国家 国际 国内 国外 国有 全国 各国 中国 美国 英国 法国 德国 泰国 韩国 世界 全球 环球 亚洲 欧洲 非洲 泛欧 中央 中心 中部 中东 东方 西方 南方 北方 东部 西部 南部 北部
公司 集团 银行 大学 学院 学会 学校 学习 科学 科技 技术 研究 实验 实验室 研究所 研究院 委员会 管理 管理局 经济 政治 政策 政府 社会 社区 文化 教育 艺术 体育 卫生 健康 医疗 医院 环境 能源 资源 工业 农业 商业 商务 贸易 金融 财政 财务 保险 证券 投资 基金 资本 资产 控股 实业 产业 企业 事业 电力 电信 电视 电影 电台 电子 网络 信息 软件 通信 通讯 互联网 汽车 航空 航天 铁路 地铁 石油 天然气 钢铁 化工 制药 生物 材料 食品 服务 娱乐 游戏 旅游 酒店 地产 房地产 建筑 设计 传媒 媒体 新闻 出版 杂志 周刊 评论 观察 经济学 数学 化学 物理 系统 动力 机器 机械 智能 数据 计算 计算机 安全 国防 军事 海军 空军 陆军 警察 法院 法律 司法 议会 国会 党派 联盟 联合 联合会 协会 总会 工会 商会 组织 机构 中学 小学 自由 民主 人民 公民 公共 公益 公用 共同 合作 合成 发展 开发 开放 创新 创业 创投 创意 未来 时代 第一 第二 第三 新兴 新型 绿色 环保 生态 海洋 地球 地质 气象 水利 水产 林业 交通 运输 物流 快递 零售 百货 超市 连锁 餐饮 饮料 服装 时尚 化妆品
进行 成功 比赛 主场 客场 赛季 本赛季 联赛 冠军 球队 球员 首场 对阵 迎战 直播 采访 记者 报道 主持 主持人 嘉宾 论坛 活动 会议 大会 展会 展览 节目 栏目 频道 影片 电视剧 作品 作者 读者 用户 玩家 观众 市民 居民 学生 教授 老师 医生 专家 模式 方式 方法 系列 产品 品牌 市场 价格 房价 股价 楼盘 项目 工程 计划 报告 数据 分析 调查 结果 情况 问题 原因 影响 作用 意见 建议 措施 政策 法规 规定 标准 要求 条件 机会 机遇 挑战 压力 困难 优势 特点 历史 传统 现代 当代 当年 当时 当地 当天 同时 同样 同意 以来 以后 以前 以上 以下 以外 以内 以为 所以 可以 难以 足以 加以 予以 给予 授予 赋予 关于 对于 由于 属于 位于 处于 至于 终于 等于 在于 自己 自从 自然 来自 各自 独自 亲自 最后 最近 最新 最大 最高 最好 更加 更多 很多 许多 不少 不断 不同 不过 不仅 不但 不能 不会 不要 没有 还有 还是 还要 也是 都是 就是 但是 而是 只是 可是 于是 要是 是否 不是 又是 正是 使用 使得 即使 大使 使馆 天使 使命 让步 转让 把握 被告 被动 对象 对手 对方 反对 面对 绝对 相对 针对 对待 向前 方向 走向 转向 倾向 趋向 从事 服从 和平 和谐 温和 缓和 共和 共和国 共和党 参与 给与 与会 及时 以及 普及 涉及 及格 或者 或许 为了 为止 因为 认为 成为 作为 行为 为首 称为 名为 图为 视为 变为 上海 上市 上午 上周 以上 网上 线上 下午 下周 下载 旗下 线下 地下
突袭 袭击 大胜 大败 小胜 险胜 轻取 战平 逼平 不敌 力克 横扫 淘汰 对抗 抗衡 落实 贯彻 投入 投身 致电 致函 来电 拨打 拨通 扮演 饰演 参选 竞选 当选 建立 设立 创立 揭露 曝光 爆料 负责 主管 分管 各位 诸位 上季 上轮 本轮 本季 首轮 末轮 人士 虽然 不管 无论 等到 直到 借此 帮助 协助 替代 换成 灭掉 提请 申请 查询 咨询 预约 预订 登录 登陆 注册 绑定 充值 提现 首批 首家 首个 首次 再次 多次 屡次 一举 联手 联袂 携带 携同 会同 伙同 偕同 随同 跟随 追随 追赶 追上 赶上 赶超 看齐 堪比 媲美 匹敌 相当 类似 好比 犹如 恰如 正如 例如 诸如 比起 相比 对比 对照 参照 参考 参观 走访 探访 到访 出访 回访 专访 约谈 会谈 洽谈 谈判 磋商 协商 商议 争夺 抢夺 争抢 抢走 挖走 挖角 跳槽 任教 执教 执掌 出身 出道 出走 出逃 效命 效劳 供奉 避开 躲开 离开 打开 展开 召开 公开 杀死 打死 击毙 稳胜 完胜 战胜 击败 输给 加盟 签约 转会 租借 引进 引入 推广 宣传 赞助 冠名 承办 协办 举行 揭幕 开幕 闭幕 开业 开张 停业 倒闭 破产 重整 改制 挂牌 摘牌 停牌 复牌 发行 募集 认购 配售 回购 增持 减持 质押 担保 贷款 借款 还款 存款 取款 汇款 付款 收款
`)

/** Words that short names are found across and that the tagger was told of as words while it learnt. */
export const wordsAcross = split(`
其中 当中 之中 途中 手中 心中 眼中 空中 集中 期中 年中 高中 初中 家中 国中 城中 水中 创建 新建 兴建 扩建 组建 搭建 构建 便携 日美 韩美 中美 欧美 英美 国内 国外 国际 国家 国民 国有 国人 国防 国土 国力 国务 国情 国债 国产 外国 各国 两国 我国 本国 全国 大国 小国 强国 邻国 多国 祖国 帝国 王国 共和国 德国人 美国人 英国人 法国人 中国人 移民 难民 市民 农民 居民 人民 公民 选民 网民 股民 平民 殖民 国民 村民 渔民 罢工 停工 复工 中信息 中心 经济学家 科学家 科学技术 政治学家 中国安全 美国安全 国安全 广大众 电信号 电信息`)

/** More of them, which it was not told of. */
const moreWords = split(`
航行 航班 航线 航程 航道 立法 立场 立即 立刻 立足 立案 军方 军人 金融 粮食 能够 成果 成本 成就 成绩 大量 大型 大部 大西洋 油气 油价 油田 拓展 拓宽 宝贵 远程 远离 远方 远期 远处 银业 行业 汽油 生产 影响 黄金 硕士 视为 法会 业绩 业务`)

const words = {
  function: new WordEndings(functionWords),
  verb: new WordEndings(verbsBefore),
  class: new WordEndings(classNouns),
  title: new WordEndings(titles),
}
export type BoundaryKind = keyof typeof words

const everyday = new WordEndings(everydayWords)
const acrossWords = [
  ...everydayWords,
  ...wordsAcross,
  ...moreWords,
  ...functionWords,
  ...verbsBefore,
  ...classNouns,
  ...titles,
].filter((word) => word.length > 1)
const endingAcross = new WordEndings(acrossWords)
const wordAt = new WordFinder(acrossWords)

/** 其中|共有, 部长|和: a word ends inside of the short name that stands there. */
export const isWordEndingInside = (folded: string, start: number): boolean => endingAcross.lengthBefore(folded, start + 1) > 0

/** 向南|航行: a word begins inside of the short name, and none where the name ends (招行|业绩). */
export const isWordBeginningInside = (folded: string, end: number): boolean =>
  wordAt.lengthAt(folded, end - 1) > 0 && wordAt.lengthAt(folded, end) === 0

/** True where a common word of two characters or more begins. */
export const isWordAt = (folded: string, at: number): boolean => wordAt.lengthAt(folded, at) > 0

/** True for a folded name that ends in a word of every day: 新兴产业, 核心系统. */
export const endsInEverydayWord = (folded: string): boolean => everyday.lengthBefore(folded, folded.length) > 1

/** The longest word of a kind that ends at `end` in the folded text: its length, or 0. */
export const wordBefore = (folded: string, end: number, kind: BoundaryKind): number => words[kind].lengthBefore(folded, end)
