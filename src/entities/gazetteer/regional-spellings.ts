import { foldName } from '../../text/fold-name.ts'
import { WordFinder } from '../words/word-lists.ts'
import { endOfWord, placeOfChinese } from './name-hashes.ts'

/**
 * Words that Hong Kong and Taiwan put where the mainland says another one, as they occur inside names of bodies:
 * 義大利 for 意大利, 網路 for 网络. Their length differs, so folding characters cannot join them; a name is entered in each
 * spelling instead.
 */
const words: readonly [mainland: string, ...elsewhere: string[]][] = [
  ['意大利', '義大利'],
  ['新西兰', '紐西蘭'],
  ['沙特阿拉伯', '沙烏地阿拉伯', '沙地阿拉伯'],
  ['老挝', '寮國'],
  ['尼日利亚', '奈及利亞'],
  ['肯尼亚', '肯亞'],
  ['坦桑尼亚', '坦尚尼亞'],
  ['津巴布韦', '辛巴威'],
  ['赞比亚', '尚比亞'],
  ['莫桑比克', '莫三比克'],
  ['科特迪瓦', '象牙海岸'],
  ['格鲁吉亚', '喬治亞'],
  ['阿塞拜疆', '亞塞拜然'],
  ['塔吉克斯坦', '塔吉克'],
  ['克罗地亚', '克羅埃西亞'],
  ['斯洛文尼亚', '斯洛維尼亞'],
  ['波斯尼亚', '波士尼亞'],
  ['塞浦路斯', '賽普勒斯'],
  ['厄瓜多尔', '厄瓜多'],
  ['危地马拉', '瓜地馬拉'],
  ['洪都拉斯', '宏都拉斯'],
  ['特立尼达', '千里達'],
  ['巴巴多斯', '巴貝多'],
  ['瓦努阿图', '萬那杜'],
  ['卡塔尔', '卡達'],
  ['也门', '葉門'],
  ['马尔代夫', '馬爾地夫'],
  ['埃塞俄比亚', '衣索比亞'],
  ['加纳', '迦納'],
  ['乍得', '查德'],
  ['卢旺达', '盧安達'],
  ['布隆迪', '蒲隆地'],
  ['索马里', '索馬利亞'],
  ['多米尼加', '多明尼加'],
  ['哈萨克斯坦', '哈薩克'],
  ['利比里亚', '賴比瑞亞'],
  ['冈比亚', '甘比亞'],
  ['突尼斯', '突尼西亞'],
  ['加蓬', '加彭'],
  ['博茨瓦纳', '波札那'],
  ['毛里求斯', '模里西斯'],
  ['塞舌尔', '塞席爾'],
  ['厄立特里亚', '厄利垂亞'],
  ['巴布亚新几内亚', '巴布亞紐幾內亞'],
  ['文莱', '汶萊'],
  ['悉尼', '雪梨'],
  ['柏克莱', '伯克利'],
  ['普林斯顿', '普林斯頓'],
  ['斯坦福', '史丹佛', '史丹福'],
  ['哥伦比亚', '哥倫比亞'],
  ['耶路撒冷', '耶路撒冷'],
  ['迪拜', '杜拜'],
  ['孟买', '孟買'],
  ['网络', '網路', '網絡'],
  ['软件', '軟體', '軟件'],
  ['硬件', '硬體'],
  ['信息', '資訊'],
  ['数字', '數位'],
  ['人工智能', '人工智慧'],
  ['集成电路', '積體電路'],
  ['半导体', '半導體'],
  ['芯片', '晶片'],
  ['导弹', '飛彈'],
  ['航天', '太空'],
  ['出租车', '計程車'],
  ['摩托车', '機車'],
  ['原子能', '核能'],
  ['证券交易所', '證交所'],
  ['欧洲联盟', '歐盟'],
  ['东南亚国家联盟', '東協', '東盟'],
]

// One spelling may fold to another's (哥倫比亞 to 哥伦比亚): such pairs drop out here.
const rules = words.flatMap(([mainland, ...elsewhere]) =>
  elsewhere.map((spelling) => [foldName(mainland), foldName(spelling)] as const).filter(([from, to]) => from !== to),
)
const mainlandWords = new WordFinder(rules.map(([from]) => from))

/** U.S. Army, US Army, United States Army: English writes long and short, with points and without. */
const abbreviated: readonly [full: string, ...short: string[]][] = [
  ['united states ', 'us ', 'u.s. '],
  ['united nations ', 'un ', 'u.n. '],
  ['us ', 'u.s. '],
  ['un ', 'u.n. '],
  ['uk ', 'u.k. '],
]
const abbreviationsOf = (folded: string): readonly string[] | undefined =>
  folded[0] === 'u' ? abbreviated.find(([full]) => folded.startsWith(full)) : undefined

/**
 * True when a word that is put otherwise elsewhere, a state that is abbreviated, or a dot that is left out, is among what a folded name is
 * filed by.
 */
export function beginsRegionally(folded: string): boolean {
  if (abbreviationsOf(folded) !== undefined) return true
  const endOfFirst = endOfWord(folded, 0)
  if (folded[1] === '·' || folded[2] === '·' || folded[endOfFirst] === '·') return true
  const first = endOfFirst === 0 ? 0 : placeOfChinese(folded, endOfFirst)
  if (first < 0) return false
  const last = endOfFirst === 0 ? Math.min(2, folded.length - 1) : first
  for (let at = first; at <= last; at++) if (mainlandWords.lengthAt(folded, at) > 0) return true
  return false
}

/** Linux基金会 and Linux 基金会: some printers set a blank where scripts meet. Of two letters (TD银行) the beginning says too little. */
const meeting = /^([!-~][ -~]*[!-~])(?<=...)( ?)(?=[\u4e00-\u9fff])/

/** 药品研究和制造商协会, 药品研究与制造商协会: translators take either. */
const conjunction = /(?<=[\u4e00-\u9fff]{3})[与和](?=[\u4e00-\u9fff]{3})(?!.*[与和])/

/** Other spellings of a folded name; empty for most. 伍德罗威尔逊中心: some printers leave out the dots of foreign names. */
export function regionalSpellings(folded: string): string[] {
  const spellings = new Set<string>()
  if (meeting.test(folded)) spellings.add(folded.replace(meeting, (_, latin, blank) => (blank === '' ? `${latin} ` : latin)))
  if (folded.includes('·')) for (const joint of ['', '-']) spellings.add(folded.replaceAll('·', joint))
  if (conjunction.test(folded)) spellings.add(folded.replace(conjunction, (one) => (one === '与' ? '和' : '与')))
  const [full = '', ...short] = abbreviationsOf(folded) ?? []
  for (const other of short) spellings.add(other + folded.slice(full.length))
  if (mainlandWords.find(folded, 0) < 0) return [...spellings]
  for (const [from, to] of rules) if (folded.includes(from)) spellings.add(folded.replace(from, to))
  return [...spellings]
}
