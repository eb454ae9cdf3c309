import type { ParsedCredit } from '../parsed-article.ts'
import { isChineseName, isNoName } from './chinese-name.ts'

/** Characters that foreign names are written in, beyond surnames: 加普, 巴特勒, 桑德尔. */
const transliteration =
  '阿艾安奥巴班邦鲍贝本比彼宾波伯博布查达戴丹道德迪蒂丁顿多恩尔法菲费芬弗福富盖戈格古哈海汉赫亨霍基吉加贾杰金卡凯坎康考柯科克肯库夸拉莱兰朗劳勒雷李里利林琳卢鲁伦罗洛马迈曼梅门蒙米莫姆穆纳南内尼涅诺努欧帕潘佩彭皮珀普奇乔切琴塞桑森沙舍史斯思斯坦塔泰汤唐特提廷图托瓦万威韦维温沃乌西希夏肖谢辛雅亚伊因英尤泽扎詹珍朱兹佐钱伍滕娜莎妮丽'

/**
 * The author that the lead of a column names before its first words: 何越：…, 约翰•加普：…, 加普：… Null for a lead that begins with anything else before its colon
 * (哈佛大学教授桑德尔：… quotes someone).
 */
export function readAuthorInLead(lead: string): ParsedCredit | null {
  const match = /^([\p{Script=Han}][\p{Script=Han}•·・．.\-A-Z]{0,19})：/u.exec(lead.trim())
  if (match === null) return null
  const name = match[1]!.trim()
  const characters = [...name]
  const isForeign = /^\p{Script=Han}{1,7}(?:[•·・][\p{Script=Han}A-Z.]{1,8}){1,3}$/u.test(name)
  const isTransliterated = characters.length <= 5 && characters.every((character) => transliteration.includes(character))
  return (isForeign || isChineseName(name) || isTransliterated) && !isNoName(name)
    ? { role: 'AUTHOR', name, url: null, asPrinted: match[0] }
    : null
}
