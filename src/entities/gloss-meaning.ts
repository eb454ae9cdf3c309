import type { GlossSite } from './gloss.ts'
import { isAbbreviation } from './gloss.ts'
import type { OrganisationKind } from './recognition.ts'
import { wordBefore } from './words/boundaries.ts'
import {
  beforeBody,
  beforePlace,
  beforeProduct,
  behindBody,
  behindPlace,
  behindProduct,
  behindSpeaker,
  otherEnding,
  otherEnglish,
} from './words/contexts.ts'
import { endingOf, kindOfEnglish } from './words/kinds.ts'
import { spellsSurname } from './words/people.ts'
import { placeWords } from './words/translations.ts'

/** What a gloss names. */
export interface GlossMeaning {
  names: 'ORGANISATION' | 'PERSON' | 'PLACE' | 'PRODUCT' | 'WORK' | 'TERM'
  /** Of the body it names, or would be. */
  kind: OrganisationKind
  /** 0 to 1. */
  confidence: number
  /** What spoke for it, in words. */
  because: string
}

/**
 * Decides what the name from `start` to the bracket, and its gloss, are the name of: by their own endings, by the words around
 * them, by capitals. `folded` is the text that the site stands in.
 */
export function readMeaning(site: GlossSite, start: number, folded: string, agreement: number): GlossMeaning {
  const name = folded.slice(start, site.nameEnd)
  const gloss = site.names[0]!
  const before = folded.slice(Math.max(0, start - 14), start).replace(/[《“「"]$/, '')
  const behind = folded.slice(site.close, site.close + 16)
  const ending = endingOf(name)
  const english = kindOfEnglish(gloss)
  // What stands between title marks and is a body at all is a paper, a magazine or a site.
  const kind = site.enclosedBy === '》' ? 'MEDIA' : kindOf(name, gloss)
  const meaning = (names: GlossMeaning['names'], confidence: number, because: string): GlossMeaning => ({
    names,
    kind,
    confidence,
    because,
  })

  const hasEnding = ending !== null && ending.ending.length >= 2 && name.length > ending.ending.length
  const hasShortEnding = ending !== null && name.length > 2

  if (site.enclosedBy === '》') return readTitle(name, gloss, before, behind, meaning)
  if (!/\p{Lu}/u.test(gloss)) return meaning('TERM', 0.95, 'the gloss has no capital letter')
  if (name.includes('·')) {
    if (hasEnding || (english !== null && !/^(Dr|Sir|Lord|Prof)\b/.test(gloss)))
      return meaning('ORGANISATION', 0.85, 'a dotted name with the ending of a body')
    return meaning('PERSON', 0.95, 'a dotted name')
  }
  if (spellsSurname(name, gloss) && !hasEnding) return meaning('PERSON', 0.9, 'a Chinese surname that the gloss spells too')
  if (isAbbreviation(gloss)) {
    if (hasEnding || (hasShortEnding && /^[A-Z]{2,6}$/.test(gloss) && !otherEnding.test(name) && name.length >= 4))
      return meaning('ORGANISATION', 0.85, `an abbreviation of a name that ends in ${ending?.ending}`)
    if (wordBefore(folded, start, 'class') > 1 || behindBody.test(behind))
      return meaning('ORGANISATION', 0.7, 'an abbreviation beside words that go with bodies')
    return meaning('TERM', 0.7, 'an abbreviation, and nothing says of a body')
  }
  if (otherEnglish.test(gloss) && !(hasEnding && ending.ending.length >= 3))
    return meaning('TERM', 0.85, 'the gloss ends like an event, a law or a thing')
  const lastWords = gloss
    .split(/\s+/)
    .filter(
      (word) =>
        /^\p{Ll}/u.test(word) &&
        !/^(of|for|and|the|de|du|des|di|da|del|la|le|les|et|y|e|van|der|den|und|für|in|on|to|al|bin|at|von)$/.test(word),
    )
  if (lastWords.length > 0 && english === null) return meaning('TERM', 0.8, 'the gloss is not capitalised throughout')

  let body = 0
  const reasons: string[] = []
  const add = (points: number, reason: string): void => {
    body += points
    reasons.push(reason)
  }
  if (hasEnding && !(otherEnding.test(name) && english === null))
    add(ending.ending.length >= 3 || english !== null ? 3 : 2, `ends in ${ending.ending}`)
  else if (hasShortEnding && english !== null) add(1.5, `ends in ${ending.ending}`)
  if (english !== null) add(2, 'the gloss names a kind of body')
  if (wordBefore(folded, start, 'class') > 1) add(1.8, 'what it is stands in front')
  if (behindBody.test(behind)) add(1.6, 'what bodies do or have stands behind')
  if (beforeBody.test(before)) add(1, 'what is done to bodies stands in front')
  if (otherEnding.test(name) && !hasEnding) add(-2, 'ends like an event, a place or a thing')
  if (wordBefore(folded, start, 'title') > 1 && english === null && !hasEnding) add(-1.5, 'a calling stands in front')
  if (beforeProduct.test(before)) add(-1.5, 'a word for a thing stands in front')
  if (behindProduct.test(behind)) add(-0.8, 'a word for a thing stands behind')
  let place = 0
  if (behindPlace.test(behind)) place += 1.5
  if (beforePlace.test(before)) place += 0.7
  if (placeWords.has(before.slice(-2)) || placeWords.has(before.slice(-3))) place += 1.2
  if (gloss.includes(' ')) place -= 0.5
  if (place > 0 && body - place < 1 && !hasEnding && english === null) return meaning('PLACE', 0.6, 'stands where places stand')
  if (site.enclosedBy !== null) add(-1.5, 'stands in quotation marks')
  if (body <= -1) {
    if (wordBefore(folded, start, 'title') > 1 || (behindSpeaker.test(behind) && /^\p{Lu}\S+ \p{Lu}\S+$/u.test(gloss)))
      return meaning('PERSON', 0.7, reasons.join(', '))
    return meaning('TERM', 0.6, reasons.join(', '))
  }
  // A foreign name that sounds like its gloss and is no person (no dot), place or thing is most often a company's.
  if (agreement > 0.45) add(0.6, 'sounds like its gloss')
  const confidence = 1 / (1 + Math.exp(-(body + 0.3)))
  return meaning('ORGANISATION', confidence, reasons.join(', ') || 'nothing speaks for anything else')
}

/** Kind of a body by its Chinese and English names; COMPANY when neither says. */
export function kindOf(folded: string, english: string | null): OrganisationKind {
  const ending = endingOf(folded)
  const byEnglish = english === null ? null : kindOfEnglish(english)
  // Long endings say exactly; short ones (部, 中心) and company words (电力, 投资) yield to the English.
  if (ending !== null && ending.ending.length >= 3) return ending.kind
  if (byEnglish !== null && byEnglish !== 'COMPANY')
    return ending !== null && strongShort.has(ending.ending) ? ending.kind : byEnglish
  if (ending !== null && ending.ending.length >= 2) return ending.kind
  return byEnglish ?? (ending !== null && '党报军局署部厅'.includes(ending.ending) ? ending.kind : 'COMPANY')
}

const strongShort = new Set([
  '大学',
  '学院',
  '银行',
  '基金会',
  '商会',
  '工会',
  '协会',
  '学会',
  '法院',
  '议会',
  '时报',
  '日报',
  '邮报',
  '周刊',
  '杂志',
  '空军',
  '海军',
  '陆军',
  '政府',
])

function readTitle(
  name: string,
  gloss: string,
  before: string,
  behind: string,
  meaning: (names: GlossMeaning['names'], confidence: number, because: string) => GlossMeaning,
): GlossMeaning {
  const ending = endingOf(name)
  if (ending?.kind === 'MEDIA') return meaning('ORGANISATION', 0.9, `a title that ends in ${ending.ending}`)
  if (/^(杂志|周刊|月刊|季刊|报纸|记者|报道|网站|主编|总编|编辑|专栏|的报道|社论|特约|撰稿|政治事务|驻)/.test(behind))
    return meaning('ORGANISATION', 0.8, 'a title with words of the press behind it')
  if (/(据|接受|援引|告诉|报纸|杂志|周刊|小报|大报|媒体|网站|刊物|期刊|日报)$/.test(before))
    return meaning('ORGANISATION', 0.75, 'a title with words of the press in front of it')
  if (kindOfEnglish(gloss) === 'MEDIA' && !gloss.includes(':'))
    return meaning('ORGANISATION', 0.7, 'a title whose gloss is that of a paper')
  return meaning('WORK', 0.9, 'a title')
}
