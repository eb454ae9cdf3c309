import { foldName } from '../text/fold-name.ts'
import { isOneCountry, splitCountry } from './countries.ts'
import type { Gazetteer } from './gazetteer/gazetteer.ts'
import { addName, type Body, foldKey, isOfState, type KnownName } from './gazetteer/known-name.ts'
import { NameTrie } from './gazetteer/name-trie.ts'
import { agreementOf } from './glosses/agreement.ts'
import { isAbbreviation } from './glosses/gloss.ts'
import type { Lesson, OrganisationKind } from './recognition.ts'
import { endingOf } from './words/kinds.ts'
import { isTechnicalWord } from './words/latin-terms.ts'

/** A name with its gloss, to be given to a body. */
export interface GlossedName {
  /** As printed. */
  text: string
  folded: string
  /** English names in the bracket, the fullest first. */
  names: readonly string[]
  kind: OrganisationKind
}

/** Readable, stable, from a name: `dla-piper`, `寰宇一家-oneworld`. Empty when the name has no letter and no digit. */
function slugOf(name: string): string {
  return foldName(name)
    .replace(/^the /, '')
    .replace(/&/g, ' and ')
    .replace(/['.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '')
}

const englishKey = (name: string): string =>
  foldName(name)
    .replace(/^the /, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Short names, and names of kinds of bodies, mean other things elsewhere: they are known within their own document only. */
function isSafeArchiveWide(folded: string): boolean {
  if (/^[\x20-\x7e]+$/.test(folded)) return folded.length >= 4
  return folded.replace(/[·-]/g, '').length >= 3 && !relativeName.test(folded)
}

/** Names that many bodies bear, each in its own country or field. */
const relativeName =
  /^(中央银行|财政部|外交部|国防部|司法部|商务部|教育部|卫生部|内政部|农业部|能源部|交通部|环境部|劳工部|最高法院|宪法法院|上诉法院|参议院|众议院|上议院|下议院|联邦议院|联邦参议院|联邦政府|人民党|社会党|工党|保守党|自由党|民主党|共和党|共产党|绿党|社会民主党|自由民主党|国民阵线|人民银行|国家银行|储备银行|证监会|证券交易委员会|委员会|国家安全局|情报局|警察局|检察院|总检察院|统计局|国家统计局|税务局|海关总署|反对党|执政党|国务院|内阁|国民议会|联邦法院|高等法院)$/

/** True when what is known of a body and a glossed name do not speak against one another. */
function isCompatible(body: Body, name: GlossedName, least = 0.5): boolean {
  if (body.nameZh === null) return true
  const names = [body.nameZh, ...body.aliases.map((alias) => alias.text)].map(foldKey)
  if (names.includes(name.folded)) return true
  return names.some((other) => /\p{Script=Han}/u.test(other) && likeness(other, name.folded) >= least)
}

/**
 * Three letters are those of many bodies: a Chinese name that shares only its ending with what is known of one (管理委员会) is not that
 * one. What stands in front of the ending, the country left out, must agree.
 */
function agreesBeyondKind(body: Body, name: GlossedName): boolean {
  const own = withoutKind(name.folded)
  return [body.nameZh, ...body.aliases.map((alias) => alias.text)].some((other) => {
    if (other === null || !/\p{Script=Han}/u.test(other)) return false
    const folded = foldKey(other)
    if (folded === name.folded) return true
    const core = withoutKind(folded)
    // Either name may be the other's short form: 联邦航空局 and 美国联邦航空管理局.
    return core !== '' && own !== '' ? likeness(core, own) >= 0.6 : likeness(folded, name.folded) >= 0.8
  })
}

const withoutKind = (folded: string): string => {
  const rest = splitCountry(folded)?.rest ?? folded
  const ending = /(?:监督管理|监管|管理)?(?:总?局|总?署|委员会|理事会)$/.exec(rest)?.[0] ?? endingOf(rest)?.ending ?? ''
  return rest.slice(0, rest.length - ending.length)
}

/** 0 to 1: share of the shorter name's characters that stand in the longer one, in order. */
function likeness(a: string, b: string): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  let found = 0
  let from = 0
  for (const character of short) {
    const at = long.indexOf(character, from)
    if (at >= 0) {
      found++
      from = at + 1
    }
  }
  return found / Math.max(1, short.length)
}

/** 泰国证券交易委员会(Securities and Exchange Commission) is none of another country's, whose English name is the same. */
function isOfAnotherCountry(body: Body, folded: string): boolean {
  const country = isOfState(body) ? splitCountry(folded)?.country : undefined
  if (country === undefined) return false
  const other = body.country ?? (body.nameZh === null ? undefined : splitCountry(foldKey(body.nameZh))?.country)
  return other !== undefined && !isOneCountry(country, other)
}

/** The gazetteer's body for a glossed name; null when it has none, or several between which nothing decides. */
function findInGazetteer(gazetteer: Gazetteer, name: GlossedName): Body | null {
  const byChinese = gazetteer.find(name.folded)
  for (const english of name.names) {
    const byEnglish = [...gazetteer.find(english), ...gazetteer.find(english.replace(/^The /i, ''))]
      .map((known) => known.body)
      .filter((body) => !isOfAnotherCountry(body, name.folded))
    const both = byEnglish.filter((body) => byChinese.some((known) => known.body === body))
    if (both.length > 0) return both[0]!
    const unique = new Set(byEnglish)
    const compatible = [...unique].filter((body) =>
      isAbbreviation(english) ? agreesBeyondKind(body, name) : isCompatible(body, name),
    )
    if (compatible.length === 1 && (unique.size === 1 || compatible[0]!.nameZh !== null)) return compatible[0]!
    // A full English name says enough where the Chinese one is merely rendered otherwise: 施乐 and 全录 for Xerox.
    if (unique.size === 1 && !isAbbreviation(english) && englishKey(english).length >= 4 && agreesInKind([...unique][0]!, name))
      return [...unique][0]!
  }
  // The Chinese name alone decides where the gloss does not speak against it.
  const strong = byChinese.filter((known) => !known.isWeak || name.names.some((english) => sharesWord(known.body, english)))
  if (
    strong.length === 1 &&
    name.names.every((english) => isAbbreviation(english) || speaksFor(strong[0]!.body, english, name.folded))
  )
    return strong[0]!.body
  return null
}

const agreesInKind = (body: Body, name: GlossedName): boolean =>
  body.kind === name.kind || name.kind === 'COMPANY' || body.kind === 'COMPANY' || coarse(body.kind) === coarse(name.kind)

const coarse = (kind: OrganisationKind): string =>
  ['GOVERNMENT', 'REGULATOR', 'CENTRAL_BANK', 'MILITARY', 'INTERNATIONAL'].includes(kind)
    ? 'state'
    : ['COMPANY', 'BANK', 'FUND', 'LAW_FIRM', 'EXCHANGE', 'MEDIA'].includes(kind)
      ? 'business'
      : 'society'

function sharesWord(body: Body, english: string): boolean {
  if (body.nameEn === null) return false
  const words = new Set(englishKey(body.nameEn).split(' '))
  return englishKey(english)
    .split(' ')
    .some((word) => word.length > 2 && words.has(word))
}

// 人民党(People's Party of Somewhere) is not the one body that the gazetteer knows as 人民党, if its English is quite another.
const speaksFor = (body: Body, english: string, folded: string): boolean =>
  body.nameEn === null || sharesWord(body, english) || (folded.length >= 4 && agreementOf(folded, body.nameEn) > 0.5)

/**
 * Everything that names are looked up in: the gazetteer, and the bodies that the archive's glosses taught. Taught bodies and aliases
 * depend on the set of lessons alone, never on their order. A class, since V8 drops what it has compiled of functions that each import
 * makes anew, and of those that call them.
 */
export class Knowledge {
  readonly gazetteer: Gazetteer
  /** Names that glosses taught, of taught bodies and of the gazetteer's. */
  readonly taught = new NameTrie<KnownName[]>('LARGE')
  /** Aliases that glosses add to a body, by its key. */
  readonly glossAliases: ReadonlyMap<string, { text: string; language: string | null }[]>
  readonly #bodies = new Map<string, Body>()
  readonly #byEnglish = new Map<string, Body[]>()
  readonly #byChinese = new Map<string, Body[]>()

  /** Brings together the gazetteer and the lessons of an archive, given in any order. */
  constructor(gazetteer: Gazetteer, lessons: readonly Lesson[], readNames: (gloss: string) => string[]) {
    this.gazetteer = gazetteer
    const aliases = new Map<string, Map<string, string | null>>()
    // Sorted, so that which lesson founds a body and which only adds to it does not hang on the order of import.
    for (const group of groupLessons(lessons, readNames)) {
      const body = this.#learn(group)
      const there = aliases.get(body.key) ?? new Map<string, string | null>()
      aliases.set(body.key, there)
      for (const [text, language] of [[group.text, null] as const, ...group.names.map((english) => [english, 'en'] as const)])
        if (text !== body.nameZh && text !== body.nameEn) there.set(text, language)
    }
    this.glossAliases = new Map(
      [...aliases].map(([key, ofBody]) => [
        key,
        [...ofBody].sort(([a], [b]) => (a < b ? -1 : 1)).map(([text, language]) => ({ text, language })),
      ]),
    )
  }

  #learn(group: GlossedName): Body {
    const body = this.resolveGloss(group)
    if (!this.#isKnown(body.key)) {
      this.#bodies.set(body.key, body)
      for (const english of group.names) {
        const key = englishKey(english)
        this.#byEnglish.set(key, [...(this.#byEnglish.get(key) ?? []), body])
      }
    }
    const sameChinese = this.#byChinese.get(group.folded) ?? []
    if (!sameChinese.includes(body)) this.#byChinese.set(group.folded, [...sameChinese, body])
    if (isSafeArchiveWide(group.folded)) addName(this.taught, body, group.text, false)
    // 壳牌(Shell) in one article makes no company of every shell in the others.
    for (const english of group.names)
      if (isSafeArchiveWide(foldKey(english)) && !isAbbreviation(english))
        addName(this.taught, body, english, isTechnicalWord(english))
    return body
  }

  /** The body of a gloss. Always one: a gloss that nothing is known of makes a body of its own. */
  resolveGloss(name: GlossedName): Body {
    const known = findInGazetteer(this.gazetteer, name)
    if (known !== null) return known
    for (const english of name.names) {
      const there = this.#byEnglish
        .get(englishKey(english))
        ?.filter((body) => !isOfAnotherCountry(body, name.folded) && (!isAbbreviation(english) || isCompatible(body, name, 0.8)))
      if (there !== undefined && there.length > 0) return there[0]!
    }
    // 香港证监会(SFC) here, 香港证监会(Securities and Futures Commission) elsewhere.
    const sameChinese = this.#byChinese.get(name.folded) ?? []
    if (name.names.every(isAbbreviation) && sameChinese.length === 1) return sameChinese[0]!
    return this.#newBody(name)
  }

  #newBody(name: GlossedName): Body {
    const english = name.names[0]!
    let key = slugOf(english)
    // A slug that is the gazetteer's, but not the gazetteer's body; and a taught body of the same abbreviation.
    if (key === '' || this.#isKnown(key)) key = `${key === '' ? 'body' : key}-${name.kind.toLowerCase().replace('_', '-')}`
    if (this.#isKnown(key)) key = `${key}-${shortHash(name.folded)}`
    return { key, nameZh: name.text, nameEn: english, kind: name.kind, country: null, wikidataId: null, aliases: [] }
  }

  /** The body of a name that neither gloss nor entry explains: one of its own, named so. */
  resolveName(name: string, kind: OrganisationKind): Body {
    // 亨利·杰克逊协会 is listed without the dot, as some print it.
    const known =
      [name, name.replace(/[·•・‧]/g, '')].map((one) => this.gazetteer.find(one)).find((found) => found.length > 0) ?? []
    if (known.length === 1) return known[0]!.body
    const taughtNames = this.taught.get(foldKey(name)) ?? []
    if (taughtNames.length === 1) return taughtNames[0]!.body
    const isHan = /\p{Script=Han}/u.test(name)
    const slug = slugOf(name)
    const key = slug === '' || this.#isKnown(slug) ? `${slug}-${kind.toLowerCase().replace('_', '-')}` : slug
    return { key, nameZh: isHan ? name : null, nameEn: isHan ? null : name, kind, country: null, wikidataId: null, aliases: [] }
  }

  #isKnown(key: string): boolean {
    return this.gazetteer.bodies.has(key) || this.#bodies.has(key)
  }
}

interface Group extends GlossedName {
  names: string[]
  count: number
}

/** Equal lessons counted, the most frequent first, then by their text. Full names come before abbreviations. */
function groupLessons(lessons: readonly Lesson[], readNames: (gloss: string) => string[]): Group[] {
  const groups = new Map<string, Group>()
  for (const lesson of lessons) {
    const id = `${lesson.folded}\u0000${lesson.gloss}\u0000${lesson.kind}`
    const there = groups.get(id)
    if (there !== undefined) {
      there.count++
      if (lesson.text < there.text) there.text = lesson.text
      continue
    }
    const names = readNames(lesson.gloss)
    if (names.length > 0) groups.set(id, { text: lesson.text, folded: lesson.folded, names, kind: lesson.kind, count: 1 })
  }
  const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
  return [...groups.values()].sort(
    (a, b) =>
      Number(isAbbreviation(a.names[0]!)) - Number(isAbbreviation(b.names[0]!)) ||
      b.count - a.count ||
      order(a.names[0]!, b.names[0]!) ||
      order(a.folded, b.folded) ||
      order(a.kind, b.kind),
  )
}

function shortHash(text: string): string {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return (value >>> 0).toString(36).slice(0, 4)
}
