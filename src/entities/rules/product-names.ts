import type { Field } from '../fields.ts'
import type { Body } from '../gazetteer/known-name.ts'
import { isActing, isMaker, isSoftlyActing } from '../words/acting.ts'
import { isFirstName } from '../words/people.ts'
import { beforeUsedPlatform, behindUsedPlatform, listOfPlatforms } from '../words/platforms.ts'
import type { Setting } from './judge.ts'

/** What the name of a company means where it stands: the company, a service that is used, a product that its name begins, or any of them. */
export type Meant = 'BODY' | 'USED' | 'PRODUCT' | 'ANY'

export function meaningOf(body: Body, at: Field, start: number, end: number, setting: Setting): Meant {
  const { folded } = at
  const isEnglish = setting.language === 'en'
  const isLatin = /[a-z0-9!]/.test(folded[end - 1]!)
  if (body.kind === 'COMPANY' && !isEnglish) {
    if (isLatin && beginsProduct(at.text, end)) return 'PRODUCT'
    if (setting.isRichInLatin && itsProduct.test(folded.slice(end, end + 8))) return 'PRODUCT'
  }
  const name = folded.slice(start, end)
  if (!isNameOfPlatform(body, name) || name.endsWith('公司')) return 'BODY'
  const behind = folded.slice(end, end + 40).trimStart()
  const before = folded.slice(Math.max(0, start - 14), start)
  if (isMaker(folded, start, end) || (/一[名位] ?$/.test(before) && itsEmployee.test(behind))) return 'BODY'
  if (behindUsedPlatform.test(behind) || listOfPlatforms.test(behind)) return 'USED'
  if (isEnglish && (beforeUsedInEnglish.test(before) || behindUsedInEnglish.test(behind))) return 'USED'
  // Programs bear names in Latin letters: 推特 is the company more often than Twitter, but in manuals.
  if ((setting.isRichInLatin && isLatin) || setting.isManual) {
    if (isActing(folded, start, end) && !isSoftlyActing(behind, before.trimEnd())) return 'BODY'
    return beforeUsedPlatform.test(before) ? 'USED' : 'ANY'
  }
  return !isEnglish && beforeUsedPlatform.test(before) && !isActing(folded, start, end) ? 'USED' : 'BODY'
}

/** Google Chrome, Red Hat Enterprise Linux, Google+: another Latin word goes on, and it is none of an office, a part or a person of the company. */
function beginsProduct(text: string, end: number): boolean {
  const behind = text.slice(end, end + 40)
  const next = /^(?:\+| (?!(?:and|or|of|at|in|on|for|with|to|vs|by|is|has)\b)([a-zA-Z][\p{L}\d]*))/u.exec(behind)
  return next !== null && (next[1] === undefined || !(ofCompany.test(next[1]) || isFirstName(next[1]) || itsPeople.test(behind)))
}

/** 谷歌翻译, Google 搜索 */
const itsProduct = /^ ?(?:搜索(?!引擎)|翻译|地图|日历|表格|文档|云端硬盘|相册|应用商店|应用内|商店|账[号户]|帐[号户]|一下|上搜索)/
const ofCompany =
  /^(?:C[A-Z]O|VP|SVP|HR|PR|Inc|Corp|Co|Ltd|LLC|GmbH|AG|Group|Holdings|Research|Labs?|AI|Brain|Team|Foundation|Ventures|Engineering|Developers?|Engineers?)$/
/** Google Chrome 团队, Google SRE 工程师 */
const itsPeople =
  /^(?: [\p{L}\d.+-]+){1,4} ?的?(?:团队|小组|部门|工程师|大师|架构师|设计师|经理|总监|负责人|专家|顾问|布道师|开发者(?!工具))/u

/** 一名 AWS Mobile| 的开发者; a program has developers without 的. */
const itsEmployee = /^(?:[a-z]+ ){0,2}的 ?\S{0,4}(?:开发者|开发人员|设计师|经理|顾问|员工)/

/** GitHub, StackOverflow and 推特, but neither GitHub Inc nor what the company was called before. */
export const isNameOfPlatform = ({ isPlatform, nameEn }: Body, folded: string): boolean =>
  isPlatform === true &&
  (/[^a-z ]/.test(folded) ||
    withoutBlanks(nameEn!.toLowerCase()).startsWith(withoutBlanks(folded)) ||
    (folded.length > 2 && initials(nameEn!) === folded))

/** Amazon Web Services: aws */
const initials = (name: string): string => name.replace(/(\p{L})[^ ]* ?/gu, '$1').toLowerCase()

const withoutBlanks = (text: string): string => text.replaceAll(' ', '')

/** On Twitter, a Facebook post: English says by small words what Chinese says by verbs. */
const beforeUsedInEnglish = /(?:^|[^a-z])(?:on|onto|via|through|(?<!according )to|using|use|used|uses|over|into|like)\s*$/
const behindUsedInEnglish =
  /^(?:accounts?|posts?|pages?|users?|feeds?|threads?|messages?|profiles?|groups?|handles?|hashtags?|videos?|chats?|friends?|followers?|links?|channels?|storm|live)(?![a-z])/
