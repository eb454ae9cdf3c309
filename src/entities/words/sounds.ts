import { han, isAt } from '../../text/character-table.ts'

/**
 * How the characters sound that spell foreign names: pinyin, then the characters. Enough to say whether 欧华 and Piper, or 盛世长城
 * and Saatchi, have sounds in common. Simplified; texts are folded before they are compared.
 */
const sounds = `
a阿 ai艾埃爱哀 an安昂 ao奥澳敖 ba巴芭八坝 bai拜白百柏 ban班板般 bang邦榜 bao鲍保宝包 bei贝倍北 ben本 beng崩 bi比彼碧毕必币别 bian边 bie别 bin宾彬斌 bing冰
bo波伯博勃播泊柏玻 bu布不步卜 ca卡擦 cai蔡采 can灿 cang仓 cao曹 cen岑 ce策 cha查茶察 chai柴 chang昌长 chao超 che车彻 chen陈 cheng成程城 chi池奇驰齐 chu楚出初 chuan川
chun春 ci茨慈兹 cong聪 cui崔 cun村 da达大答 dai代戴黛岱 dan丹但旦 dang当 dao道岛 de德得的 deng登邓 di迪蒂地狄帝底笛第 dian典电甸 ding丁 dong东 dou豆 du杜都度渡督 duan端 dun敦顿 duo多朵
e额厄俄鄂娥 en恩 er尔耳儿而 fa法伐发 fan凡范梵 fang方芳 fei费菲飞非斐 fen芬分 feng冯丰 fo佛 fu夫弗福富芙佛符 ga加伽嘎尬 gai盖该 gan甘干冈 gang刚港 gao高 ge格戈哥葛歌 gen根亘 geng耿 gong贡公 gou高
gu古顾固谷 gua瓜 guan关 guang广 gui圭贵 guo果国郭 ha哈海 hai海亥 han汉罕韩翰 hang杭 hao豪浩 he赫何荷贺河和核 hei黑 hen亨痕 heng亨恒 hong洪宏红 hou侯 hu胡护湖呼虎 hua华花 huai怀 huan桓 huang黄 hui惠辉会 hun洪 huo霍豁火
ji吉基季及济杰极 jia加贾佳嘉家 jian坚简建 jiang江姜 jiao焦 jie杰捷洁 jin金津今劲锦 jing京晶 jiong琼 ju居朱 juan娟 jun君钧军 ka卡咖喀 kai凯开 kan坎堪康肯 kang康 kao考高 ke克科可柯客 ken肯 keng坑 kong孔康 kou寇
ku库酷古 kua夸 kuai快 kui奎魁 kun昆坤 kuo阔 la拉腊喇 lai莱来赖雷 lan兰蓝岚 lang朗郎 lao劳老 le勒乐 lei雷蕾莱累 leng冷 li利里李黎力丽莉立礼理离丽 lian联连莲 liang良梁 liao廖 lie列烈 lin林琳霖 ling灵凌玲 liu刘柳留 long龙隆朗
lou楼 lu卢鲁路露陆 lun伦仑 luo罗洛萝络 lv吕律绿 ma马玛麻 mai迈麦买 man曼满 mang芒 mao毛茂 mei梅美镁 men门 meng蒙孟 mi米密蜜弥 mian缅棉 miao缪 min明敏 ming明 mo莫摩墨默末 mou谋 mu穆姆木慕 na纳娜那 nai奈耐乃 nan南楠 nao瑙 nei内
nen嫩 neng能 ni尼妮倪 nian年 niao鸟 nie涅 nin宁 ning宁 niu纽牛 nong农 nu努 nuan暖 nuo诺 ou欧鸥 pa帕 pai派 pan潘 pang庞 pao泡 pei佩培 pen彭 peng彭鹏朋 pi皮匹披 pian片 pin平 ping平 po坡珀破 pu普蒲朴浦 qi奇齐祈启其 qia恰 qian千
qiang强 qiao乔 qie切 qin钦秦 qing青庆清 qiong琼 qiu丘邱 qu屈 quan全 ran然 rang让 rao饶 re热 ren仁任 ri日 rong荣容 ru儒如 rui瑞睿 run润 ruo若 sa萨撒 sai赛塞 san桑三散 sang桑 sao绍 se瑟色塞 sen森 sha沙莎夏 shai晒 shan珊山善尚 shang尚商上
shao绍肖邵 she舍社 shen申沈神深 sheng圣生盛胜 shi什施史士石世诗 shou寿首 shu舒叔淑 shuang双 shun顺 shuo硕朔 si斯思司丝四 song松宋 su苏素 sui绥 sun孙 suo索 ta塔他踏 tai泰台太 tan坦谭探 tang唐汤堂 tao陶涛 te特忒 ten腾 teng腾藤 ti蒂提缇 tian田天
tie铁 ting廷亭 tong通同童 tou头投 tu图土途 tui推 tun屯 tuo托脱妥 wa瓦娃沃 wai怀 wan万湾 wang旺望 wei威维韦魏薇卫伟 wen文温 weng翁 wo沃渥 wu伍乌吾武务 xi西希锡喜席悉 xia夏霞 xian先仙显 xiang香翔祥 xiao肖晓小 xie谢歇 xin辛欣新信 xing兴星 xiong雄熊
xiu休秀修 xu许旭 xuan轩 xue雪 xun逊迅 ya亚雅娅 yan扬颜延岩 yang杨洋扬 yao姚耀 ye耶叶 yi伊易依伊艺 yin因英印音 ying英应 yong永 you尤优由友 yu于余宇育玉尤 yuan元 yue约悦 yun云允运 za扎 zan赞 ze泽 zeng曾 zha扎 zhan詹 zhang张章 zhao赵 zhe哲泽 zhen珍真 zheng正郑
zhi芝志智治 zhong中 zhou周 zhu朱祖竹 zhuo卓 zi兹齐子 zong宗 zu祖 zuo佐左`

/** Sound class of a pinyin initial. Vowels and glides have none. */
const initials: [string, string][] = [
  ['zh', 'S'],
  ['ch', 'S'],
  ['sh', 'S'],
  ['b', 'P'],
  ['p', 'P'],
  ['m', 'M'],
  ['f', 'F'],
  ['d', 'T'],
  ['t', 'T'],
  ['n', 'N'],
  ['l', 'L'],
  ['g', 'K'],
  ['k', 'K'],
  ['h', 'H'],
  ['j', 'S'],
  ['q', 'S'],
  ['x', 'S'],
  ['r', 'L'],
  ['z', 'S'],
  ['c', 'S'],
  ['s', 'S'],
  ['w', 'F'],
]

/** Character (its unit) → consonant classes; only of characters that spell sounds at all. */
const classes = new Map<number, string>()
const vowels = new Set<string>()
export const spellsSound = (character: string): boolean => classes.has(character.charCodeAt(0))

for (const entry of sounds.trim().split(/\s+/)) {
  const [, pinyin, characters] = /^([a-z]+)(.+)$/u.exec(entry) as unknown as [string, string, string]
  const initial = initials.find(([letters]) => pinyin.startsWith(letters))?.[1] ?? ''
  const final = /n(g?)$/.test(pinyin) ? 'N' : pinyin === 'er' ? 'L' : ''
  if (/^[aeoy]/.test(pinyin)) for (const character of characters) vowels.add(character)
  for (const character of characters) if (!spellsSound(character)) classes.set(character.charCodeAt(0), initial + final)
}

/** A character that spells a syllable without a consonant in front: 阿, 埃, 欧. */
export const isVowel = (character: string): boolean => vowels.has(character)

/** Consonant classes of a folded Chinese name; characters that spell nothing known count as one unknown sound each. */
export function soundsOfHan(folded: string): string {
  let result = ''
  for (let at = 0; at < folded.length; at++) result += classes.get(folded.charCodeAt(at)) ?? (isAt(han, folded, at) ? '?' : '')
  return result
}

/** Consonant classes of Latin letters, read roughly as English reads them. */
export function soundsOfLatin(name: string): string {
  const letters = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z]/g, '')
  let result = ''
  for (let i = 0; i < letters.length; i++) {
    const letter = letters[i]!
    const next = letters[i + 1] ?? ''
    if (letter === next) continue
    if ('bp'.includes(letter)) {
      if (next === 'h') {
        result += 'F'
        i++
      } else result += 'P'
    } else if ('fvw'.includes(letter)) result += 'F'
    else if ('dt'.includes(letter)) {
      result += 'T'
      if (next === 'h') i++
    } else if (letter === 'c') {
      if (next === 'h') {
        result += 'S'
        i++
      } else result += 'eiy'.includes(next) && next !== '' ? 'S' : next === 'k' ? '' : 'K'
    } else if (letter === 's') {
      result += 'S'
      if (next === 'h' || next === 'c') i++
    } else if ('zj'.includes(letter)) result += 'S'
    else if ('gkq'.includes(letter)) result += letter === 'g' && 'eiy'.includes(next) && next !== '' ? 'S' : 'K'
    else if (letter === 'x') result += 'KS'
    else if ('lr'.includes(letter)) result += 'L'
    else if (letter === 'm') result += 'M'
    else if (letter === 'n') result += 'N'
    else if (letter === 'h') result += 'H'
  }
  return result
}

/** 0 to 1: how far two strings of sound classes agree, order kept. 0 when either is empty. */
export function soundAgreement(a: string, b: string): number {
  if (a === '' || b === '') return 0
  // One row of an edit distance, written over from left to right.
  const row = b.length < scratch.length ? scratch : new Float64Array(b.length + 1)
  row[0] = 0
  for (let j = 1; j <= b.length; j++) row[j] = j * weights[b.charCodeAt(j - 1)]!
  for (let i = 0; i < a.length; i++) {
    const one = a.charCodeAt(i)
    let diagonal: number = row[0]!
    row[0] = diagonal + weights[one]!
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1)
      const replace = diagonal + differences[one * 128 + other]!
      diagonal = row[j]!
      row[j] = Math.min(replace, diagonal + weights[one]!, row[j - 1]! + weights[other]!)
    }
  }
  return Math.max(0, 1 - row[b.length]! / Math.max(a.length, b.length))
}

const scratch = new Float64Array(256)

// Sounds that renderings drop or add freely weigh less: h, and l/r or n at the end of a syllable.
const weights = new Float64Array(128).fill(1)
for (const [sound, weight] of [
  ['H', 0.4],
  ['L', 0.7],
  ['N', 0.7],
] as const)
  weights[sound.charCodeAt(0)] = weight

const differences = new Float64Array(128 * 128).fill(1)
const differ = (one: number, other: number, difference: number): void => {
  differences[one * 128 + other] = difference
  differences[other * 128 + one] = difference
}
for (let sound = 0; sound < 128; sound++) differ(sound, '?'.charCodeAt(0), 0.9)
for (const near of ['FH', 'FP', 'KH', 'KS', 'TS', 'MN', 'NL']) differ(near.charCodeAt(0), near.charCodeAt(1), 0.5)
for (let sound = 0; sound < 128; sound++) differ(sound, sound, 0)
