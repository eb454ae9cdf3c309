import { foldName } from '../../text/fold-name.ts'
import type { KnownName } from '../gazetteer/known-name.ts'
import { NameTrie } from '../gazetteer/name-trie.ts'
import { regionalSpellings } from '../gazetteer/regional-spellings.ts'
import { wordsAcross } from './boundaries.ts'
import { WordEndings } from './word-lists.ts'

/**
 * Words that names of bodies are not looked for inside: places, and everyday words that begin with a short name. 旧金山软件 names no
 * 金山, 国安法 no 国安. A known name that is as long or longer wins. What only shares a character with a short name is in `boundaries.ts`.
 */

const countries = `
阿富汗 阿尔巴尼亚 阿尔及利亚 安道尔 安哥拉 阿根廷 亚美尼亚 澳大利亚 奥地利 阿塞拜疆 巴哈马 巴林 孟加拉国 白俄罗斯 比利时 伯利兹 贝宁 不丹 玻利维亚 波黑 波斯尼亚 博茨瓦纳 巴西 文莱 保加利亚 布基纳法索 布隆迪 柬埔寨 喀麦隆 加拿大 佛得角 中非 乍得 智利 中国 哥伦比亚 科摩罗 刚果 哥斯达黎加 科特迪瓦 克罗地亚 古巴 塞浦路斯 捷克 丹麦 吉布提 多米尼加 厄瓜多尔 埃及 萨尔瓦多 赤道几内亚 厄立特里亚 爱沙尼亚 埃塞俄比亚 斐济 芬兰 法国 加蓬 冈比亚 格鲁吉亚 德国 加纳 希腊 危地马拉 几内亚 圭亚那 海地 洪都拉斯 匈牙利 冰岛 印度 印度尼西亚 印尼 伊朗 伊拉克 爱尔兰 以色列 意大利 牙买加 日本 约旦 哈萨克斯坦 肯尼亚 科索沃 科威特 吉尔吉斯斯坦 老挝 拉脱维亚 黎巴嫩 利比里亚 利比亚 列支敦士登 立陶宛 卢森堡 马达加斯加 马拉维 马来西亚 马尔代夫 马里 马耳他 毛里塔尼亚 毛里求斯 墨西哥 摩尔多瓦 摩纳哥 蒙古 黑山 摩洛哥 莫桑比克 缅甸 纳米比亚 尼泊尔 荷兰 新西兰 尼加拉瓜 尼日尔 尼日利亚 朝鲜 北朝鲜 马其顿 挪威 阿曼 巴基斯坦 巴勒斯坦 巴拿马 巴布亚新几内亚 巴拉圭 秘鲁 菲律宾 波兰 葡萄牙 卡塔尔 罗马尼亚 俄罗斯 卢旺达 沙特阿拉伯 沙特 塞内加尔 塞尔维亚 塞舌尔 塞拉利昂 新加坡 斯洛伐克 斯洛文尼亚 索马里 南非 韩国 南苏丹 西班牙 斯里兰卡 苏丹 苏里南 瑞典 瑞士 叙利亚 塔吉克斯坦 坦桑尼亚 泰国 东帝汶 多哥 突尼斯 土耳其 土库曼斯坦 乌干达 乌克兰 阿联酋 英国 美国 乌拉圭 乌兹别克斯坦 梵蒂冈 委内瑞拉 越南 也门 赞比亚 津巴布韦 苏联 南斯拉夫 英格兰 苏格兰 威尔士 北爱尔兰 台湾 香港 澳门`
const nations = `
英格兰 苏格兰 威尔士 北爱尔兰`
const provinces = `
北京 上海 天津 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 台湾`
const states = `
阿拉巴马 阿拉斯加 亚利桑那 阿肯色 加利福尼亚 加州 科罗拉多 康涅狄格 特拉华 佛罗里达 佐治亚 夏威夷 爱达荷 伊利诺伊 印第安纳 艾奥瓦 爱荷华 堪萨斯 肯塔基 路易斯安那 缅因 马里兰 马萨诸塞 麻省 密歇根 明尼苏达 密西西比 密苏里 蒙大拿 内布拉斯加 内华达 新罕布什尔 新泽西 新墨西哥 纽约州 北卡罗来纳 北达科他 俄亥俄 俄克拉荷马 俄勒冈 宾夕法尼亚 宾州 罗得岛 南卡罗来纳 南达科他 田纳西 得克萨斯 德克萨斯 德州 得州 犹他 佛蒙特 弗吉尼亚 西弗吉尼亚 威斯康星 怀俄明
直布罗陀 格陵兰 波多黎各 关岛 法罗群岛 百慕大 开曼群岛 加沙 车臣 达吉斯坦 鞑靼斯坦 库尔德斯坦 加泰罗尼亚 巴斯克 安达卢西亚 巴伐利亚 萨克森 黑森 勃艮第 诺曼底 普罗旺斯 托斯卡纳 伦巴第 西西里 撒丁岛 魁北克 安大略 不列颠哥伦比亚 阿尔伯塔 新南威尔士 昆士兰 塔斯马尼亚 克什米尔 旁遮普 古吉拉特 西孟加拉 喀拉拉 泰米尔纳德 马哈拉施特拉 信德 俾路支 爪哇 巴厘岛 苏门答腊 冲绳 北海道`
const cities = `
旧金山 洛杉矶 纽约 华盛顿 芝加哥 波士顿 西雅图 休斯敦 休斯顿 达拉斯 迈阿密 费城 底特律 亚特兰大 丹佛 凤凰城 圣迭戈 圣地亚哥 圣何塞 拉斯维加斯 奥斯汀 波特兰 匹兹堡 巴尔的摩 新奥尔良 明尼阿波利斯 圣路易斯 夏洛特 曼哈顿 布鲁克林 硅谷 华尔街 好莱坞 多伦多 温哥华 蒙特利尔 渥太华 墨西哥城 圣保罗 里约热内卢 里约 巴西利亚 布宜诺斯艾利斯 利马 波哥大 加拉加斯 哈瓦那
伦敦 伦敦金融城 金丝雀码头 曼彻斯特 利物浦 伯明翰 爱丁堡 格拉斯哥 利兹 布里斯托尔 卡迪夫 贝尔法斯特 牛津 剑桥 都柏林 巴黎 里昂 马赛 尼斯 戛纳 斯特拉斯堡 柏林 法兰克福 慕尼黑 汉堡 科隆 斯图加特 杜塞尔多夫 德累斯顿 莱比锡 汉诺威 布鲁塞尔 安特卫普 阿姆斯特丹 鹿特丹 海牙 日内瓦 苏黎世 伯尔尼 巴塞尔 达沃斯 维也纳 布拉格 华沙 布达佩斯 布加勒斯特 索非亚 贝尔格莱德 萨拉热窝 雅典 罗马 米兰 都灵 那不勒斯 威尼斯 佛罗伦萨 马德里 巴塞罗那 里斯本 斯德哥尔摩 奥斯陆 哥本哈根 赫尔辛基 雷克雅未克 莫斯科 圣彼得堡 基辅 明斯克 第比利斯 伊斯坦布尔 安卡拉
东京 东京都 槟城 马六甲 柔佛 新山 怡保 吉打 雪兰莪 森美兰 彭亨 登嘉楼 吉兰丹 沙巴 砂拉越 古晋 亚庇 山打根 泗水 棉兰 万隆 三宝垄 巨港 西贡 堤岸 岘港 顺化 宿务 达沃 杜马盖地 杜马格特 清迈 普吉 合艾 曼德勒 大阪 京都 名古屋 横滨 神户 福冈 广岛 札幌 首尔 釜山 平壤 新德里 德里 孟买 班加罗尔 加尔各答 金奈 伊斯兰堡 卡拉奇 拉合尔 达卡 科伦坡 加德满都 曼谷 河内 胡志明市 吉隆坡 雅加达 马尼拉 金边 仰光 万象 德黑兰 巴格达 大马士革 贝鲁特 耶路撒冷 特拉维夫 安曼 利雅得 吉达 迪拜 阿布扎比 多哈 科威特城 马斯喀特 喀布尔 开罗 亚历山大港 的黎波里 阿尔及尔 拉各斯 内罗毕 约翰内斯堡 开普敦 亚的斯亚贝巴 悉尼 墨尔本 布里斯班 珀斯 堪培拉 奥克兰 惠灵顿
石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 太原 大同 阳泉 晋城 朔州 晋中 运城 忻州 临汾 吕梁 呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 兴安盟 锡林郭勒 阿拉善 沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 葫芦岛 长春 四平 辽源 通化 白山 松原 白城 延边 哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 大兴安岭
南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 滁州 阜阳 宿州 六安 亳州 池州 宣城 福州 厦门 莆田 泉州 漳州 南平 龙岩 宁德 南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 宜春 抚州 上饶 济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 临沂 聊城 滨州 菏泽
郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 武汉 黄石 十堰 宜昌 襄阳 襄樊 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 仙桃 潜江 神农架 长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西 广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 潮州 揭阳 云浮 南宁 柳州 桂林 梧州 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左 海口 三亚 三沙 儋州
成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 阿坝 甘孜 凉山 贵阳 六盘水 遵义 安顺 毕节 铜仁 黔西南 黔东南 黔南 昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 楚雄 文山 西双版纳 德宏 迪庆 拉萨 昌都 日喀则 林芝 那曲 西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 商洛 兰州 嘉峪关 金昌 天水 武威 张掖 平凉 酒泉 庆阳 陇南 临夏 甘南 西宁 海东 玉树 果洛 银川 石嘴山 吴忠 固原 乌鲁木齐 克拉玛依 吐鲁番 哈密 昌吉 博尔塔拉 巴音郭楞 阿克苏 克孜勒苏 喀什 伊犁 塔城 阿勒泰 石河子
义乌 昆山 江阴 张家港 常熟 太仓 宜兴 慈溪 余姚 诸暨 温岭 乐清 瑞安 晋江 石狮 南安 福清 即墨 寿光 平遥 敦煌 雄安 浦东 前海 中关村 台北 新北 桃园 台中 台南 高雄 基隆 新竹 嘉义 苗栗 彰化 南投 屏东 宜兰 花莲 台东 澎湖 九龙 铜锣湾 中环 金融城`
const regions = `
亚洲 欧洲 非洲 美洲 北美 南美 拉美 大洋洲 东南亚 南亚 东亚 中亚 西亚 东北亚 中东 北非 西欧 东欧 北欧 南欧 中欧 亚太 欧元区 大中华区 华北 华东 华南 华中 太平洋 大西洋 印度洋 北极 南极 地中海 波斯湾 黑海 里海 红海 南中国海 南海 东海 黄海 台海 克里米亚 顿巴斯 巴尔干 高加索 加勒比 撒哈拉 珠三角 长三角 京津冀 日内瓦湖 亚马逊河 亚马逊雨林 长江 黄河`

/** Everyday words that begin with a short name: 国安|法. */
const everyday = `
好时机 好时候 好时光 全国安 港区国安法 香港国安法 国安法 卡夫卡 资深 大律师 财富管理 人类学 社会科学 自然科学 自然资源 自然灾害 会议员 大众传媒 大众媒体 大众市场 通用性 苹果树 苹果汁 现代化 现代人 现代性 时代性 奥斯卡 奥斯卡奖 航空母舰 航空器 航空业 航空史 航空管制 航空界 航空展 航空煤油`

/** People of the news whose names begin with or hold those of bodies: 默克|尔. */
const people = `
默克尔 卡梅伦 萨科齐 奥朗德 马克龙 特朗普 川普 希拉里 克林顿 奥巴马 拜登 布什 里根 肯尼迪 尼克松 普京 梅德韦杰夫 叶利钦 戈尔巴乔夫 埃尔多安 内塔尼亚胡 莫迪 甘地 曼德拉 丘吉尔 撒切尔 布莱尔 特雷莎 约翰逊 容克 德拉吉 拉加德 耶伦 伯南克 格林斯潘 鲍威尔 马斯克 贝索斯 扎克伯格 盖茨 乔布斯 巴菲特 索罗斯 默多克 阿萨德 卡扎菲 萨达姆 穆巴拉克 哈梅内伊 鲁哈尼 金正恩 朴槿惠 文在寅 安倍晋三 岸田文雄 杜特尔特 昂山素季 斯诺登 阿桑奇 皮凯蒂 凯恩斯 弗里德曼 斯密 马克思 恩格斯 列宁 斯大林 毛泽东 邓小平 江泽民 胡锦涛 习近平 李克强 温家宝`

/** Folded, and as Taiwan and Hong Kong spell them: 辛巴威. */
const read = (...lists: string[]): string[] =>
  lists.flatMap((list) => list.trim().split(/\s+/).map(foldName)).flatMap((word) => [word, ...regionalSpellings(word)])

/** To be searched beside the tries of names: what is found here is no name. */
export const notNames = new NameTrie<KnownName[]>('LARGE')
for (const word of read(countries, nations, provinces, states, cities, regions, everyday, people)) notNames.set(word, [])

/** What is found where such a word stands: it hides no name that begins inside (近期|中国移动), short ones are judged (其中|共有). */
export const wordAcross: KnownName[] = []
for (const word of read(wordsAcross.join(' '))) notNames.set(word, wordAcross)

const local = new Set(read(nations, provinces, states, cities))
const capitals = new Set(
  '北京 华盛顿 伦敦 巴黎 柏林 东京 首尔 莫斯科 罗马 马德里 里斯本 布鲁塞尔 维也纳 华沙 布达佩斯 布拉格 雅典 安卡拉 开罗 德黑兰 新德里 堪培拉 渥太华 海牙 基辅 台北 台湾 香港 澳门'.split(
    ' ',
  ),
)

const all = new Set(read(countries, nations, provinces, states, cities, regions))
const endings = new WordEndings(all)

/** Length of the place that a folded name begins with; 0 where it begins with none, or is one. */
export const placeInFront = (folded: string): number =>
  [6, 5, 4, 3, 2].find((length) => folded.length > length && all.has(folded.slice(0, length))) ?? 0

/** Length of the place that ends at `end` in a folded text, or 0. */
export const placeBefore = (folded: string, end: number): number => endings.lengthBefore(folded, end)

/** True for the folded name of a town, province or state. */
export const isLocalPlace = (folded: string): boolean => local.has(folded)

/** True when the name of a town, province or state, no capital, ends at `end`: 慕尼黑|议会 is no parliament of Germany. */
export function isBehindLocalPlace(folded: string, end: number): boolean {
  // 卡迪夫市|议会
  if (end > 0 && '市州省县郡镇'.includes(folded[end - 1]!)) return true
  for (let length = Math.min(6, end); length >= 2; length--) {
    const word = folded.slice(end - length, end)
    if (local.has(word)) return !capitals.has(word)
  }
  return false
}
