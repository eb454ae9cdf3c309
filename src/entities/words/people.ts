import { characterTable, isAt } from '../../text/character-table.ts'

/** Chinese surnames with the spellings that romanisations give them; simplified. */
const surnames = `
李:li,lee,lei 王:wang,wong 张:zhang,chang,cheung 刘:liu,lau,lew 陈:chen,chan,tan,chin 杨:yang,yeung,young 赵:zhao,chao,chiu 黄:huang,wong,ng,hwang 周:zhou,chou,chow,chau 吴:wu,ng,goh 徐:xu,hsu,tsui 孙:sun,suen 胡:hu,woo,wu 朱:zhu,chu,choo 高:gao,kao,ko 林:lin,lam,lim 何:he,ho 郭:guo,kuo,kwok,quek 马:ma 罗:luo,lo,law 梁:liang,leung 宋:song,sung,soong 郑:zheng,cheng,chang,tay 谢:xie,hsieh,tse 韩:han 唐:tang,tong 冯:feng,fung
于:yu 董:dong,tung 萧:xiao,hsiao,siu 程:cheng,ching 曹:cao,tsao,cho 袁:yuan,yuen 邓:deng,tang,teng 许:xu,hsu,hui,koh 傅:fu,foo 沈:shen,sum,sham 曾:zeng,tseng,tsang,chan 彭:peng,pang 吕:lu,lui 苏:su,so 卢:lu,lo 蒋:jiang,chiang 蔡:cai,tsai,choi,chua,chye 贾:jia 丁:ding,ting 魏:wei,ngai 薛:xue,hsueh,sit 叶:ye,yeh,yip,ip 阎:yan,yen 余:yu,yee 潘:pan,poon 杜:du,to,tu 戴:dai,tai 夏:xia,hsia 钟:zhong,chung 汪:wang 田:tian,tin 任:ren,yam 姜:jiang,kang 范:fan 方:fang,fong 石:shi,shek 姚:yao,yiu 谭:tan,tam
廖:liao,liu 邹:zou,chow 熊:xiong,hung 金:jin,kim,kam 陆:lu,luk 郝:hao 孔:kong,hung 白:bai,pai,baek 崔:cui,choi,tsui 康:kang,hong 毛:mao,mo 邱:qiu,chiu 秦:qin,chin 江:jiang,kong 史:shi 顾:gu,koo,ku 侯:hou,hau 邵:shao,shaw,siu 孟:meng 龙:long,lung 万:wan 段:duan 雷:lei,lui 钱:qian,chien,chin 汤:tang,tong 尹:yin,wan,yoon 黎:li,lai 易:yi 常:chang,sheung 武:wu 乔:qiao 贺:he 赖:lai 龚:gong,kung 文:wen,man,moon 朴:park 安:an,ahn 欧阳:ouyang,auyeung 司马:sima 诸葛:zhuge 上官:shangguan 习:xi 温:wen,wan 翁:weng,yung 施:shi,sze 关:guan,kwan 莫:mo,mok 单:shan 饶:rao,yiu 柳:liu 柯:ke,ko 洪:hong,hung 俞:yu 章:zhang 岳:yue 楼:lou 麦:mak,mai 骆:luo,lok 甘:gan,kam 左:zuo 祝:zhu 连:lian,lien 季:ji 宫:gong 符:fu 冼:sin 区:au,ou 植:chik 鲍:bao 费:fei 凌:ling 霍:huo,fok 卓:zhuo,cheuk 庄:zhuang,chong 裴:pei 权:kwon 尚:shang 牛:niu 詹:zhan,chim 阮:ruan,nguyen`

const byCharacter = new Map<string, readonly string[]>()
for (const entry of surnames.trim().split(/\s+/)) {
  const [surname, spellings] = entry.split(':') as [string, string]
  byCharacter.set(surname, spellings.split(','))
}

/** Surnames of one character. */
export const surnameCharacters = [...byCharacter.keys()].filter((surname) => surname.length === 1).join('')

/** The surname that a folded Chinese name begins with; null when it begins with none. */
function surnameOf(folded: string): { surname: string; spellings: readonly string[] } | null {
  for (const length of [2, 1]) {
    const surname = folded.slice(0, length)
    const spellings = byCharacter.get(surname)
    if (spellings !== undefined) return { surname, spellings }
  }
  return null
}

/** True when a Chinese name of two to four characters and its gloss spell the same Chinese surname: 林美安, Lim May-Ann. */
export function spellsSurname(folded: string, gloss: string): boolean {
  const found = folded.length >= 2 && folded.length <= 4 ? surnameOf(folded) : null
  if (found === null) return false
  const words = gloss.toLowerCase().split(/[^a-z]+/)
  return words.length >= 2 && found.spellings.some((spelling) => words.includes(spelling))
}

const firstNames =
  'Aaron Abby Abigail Adam Adrian Agnes Alan Alastair Albert Alex Alexander Alexandra Alexis Alice Alicia Alison Allen Allison Alvin Amanda Amy Andre Andrea Andreas Andrew Andy Angela Angus Ann Anna Anne Anthony Antonio Arthur Ashley Audrey Barbara Barry Becky Ben Benjamin Bernard Bernie Beth Betty Beverly Bill Bob Boris Brad Brandon Brenda Brendan Brent Brett Brian Bruce Bryan Caleb Carl Carla Carlos Carol Caroline Carrie Casey Catherine Cathy Chad Charles Charlie Cheryl Chris Christian Christina Christine Christopher Cindy Claire Clara Claudia Clive Cody Colin Connie Connor Corey Craig Curtis Cynthia Dan Daniel Danielle Danny Darren Dave David Debbie Deborah Debra Denise Dennis Derek Devin Diana Diane Dominic Don Donald Donna Doris Dorothy Doug Douglas Dustin Dylan Eddie Edward Edwin Eleanor Elisa Elizabeth Ellen Elliot Elon Emily Emma Emmanuel Eric Erica Erik Erin Esther Ethan Eugene Eva Evan Evelyn Fiona Frances Francis Francisco Frank Fred Gabriel Gail Garrett Gary Gavin Geoff Geoffrey George Gerald Gerard Gina Glenn Gloria Grace Graham Greg Gregory Guido Gwen Hannah Harold Harriet Harry Heather Hector Heidi Helen Henry Hillary Howard Hugh Ian Irene Isaac Isabel Isabella Ivan Jack Jackie Jacob Jaime Jake James Jamie Jane Janet Janice Jared Jason Jean Jeff Jeffrey Jennifer Jeremy Jerry Jesse Jessica Jill Jim Jimmy Joan Joanna Joanne Joe Joel Johan John Johnny Jonathan Jordan Joseph Josh Joshua Joyce Judith Judy Julia Julian Julie Justin Kara Karen Karl Kate Katherine Kathleen Kathryn Kathy Katie Kayla Keith Kelly Ken Kenneth Kerry Kevin Kris Kristen Kristin Kyle Larry Lars Laura Lauren Lawrence Leah Lee Leonard Leslie Lily Linda Lindsay Linus Lisa Lois Lorenzo Lori Louis Louise Lucy Luke Lynn Malcolm Marc Marcia Marco Marcus Margaret Maria Marie Marilyn Mario Marissa Marjorie Mark Martha Martin Marvin Mary Mathew Matt Matthew Maureen Maurice Meg Megan Melanie Melissa Meredith Michael Michele Michelle Miguel Mike Mitch Molly Monica Nancy Natalie Natasha Nate Nathan Neil Nicholas Nick Nicola Nicole Nigel Niko Nils Nina Noah Nolan Oliver Olivia Owen Pamela Patricia Patrick Paul Paula Pauline Peggy Peter Phil Philip Phillip Phyllis Rachel Ralph Randy Raymond Rebecca Reid Renee Richard Rick Rob Robert Roberta Roberto Robin Rodney Roger Roland Ron Ronald Rory Roy Russell Ruth Ryan Sally Sam Samantha Samuel Sandra Sara Sarah Scott Sean Seth Shane Shannon Sharon Shaun Shawn Sheila Sheryl Shirley Simon Sonia Sophia Sophie Stacy Stefan Stephanie Stephen Steve Steven Stuart Susan Suzanne Sylvia Tara Teresa Terry Tess Theodore Theresa Thomas Tim Timothy Tina Todd Tom Tommy Toni Tony Tracy Trevor Tyler Valerie Vera Vernon Veronica Vicki Victor Victoria Vincent Vivian Walter Warren Wayne Wendy Wes Wesley Will William Yvonne Zach Zachary Zack'.split(
    ' ',
  )
const firstName = new RegExp(`(?:^|[^\\p{L}])(?:${firstNames.join('|')})(?: \\p{Lu}\\.)? $`, 'u')

const allFirstNames = new Set(firstNames)
export const isFirstName = (word: string): boolean => allFirstNames.has(word)

/** True when an English first name, and an initial at most, stands before a place: Esther Dyson, Thomas J. Watson. */
export const isBehindFirstName = (text: string, start: number): boolean =>
  text[start - 1] === ' ' && isAt(endsFirstName, text, start - 2) && firstName.test(text.slice(Math.max(0, start - 20), start))

const pinyinSurnames = new Set([...byCharacter.values()].map(([pinyin]) => pinyin!))
// Words of English as well.
for (const word of ['an', 'he', 'long', 'man', 'you']) pinyinSurnames.delete(word)

/** True when a Chinese surname in pinyin stands before a place: Chen|Qiushi. */
export function isBehindPinyinSurname(text: string, start: number): boolean {
  const before = /(?:^|[^\p{L}])(\p{Lu}\p{Ll}+) $/u.exec(text.slice(Math.max(0, start - 12), start))
  return before !== null && pinyinSurnames.has(before[1]!.toLowerCase())
}

/** As most of what stands before a Latin name in Chinese prose does not. */
const endsFirstName = characterTable('a-z.')
