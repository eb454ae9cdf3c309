import { collect } from './collect.ts'
import { createCountryContext } from './countries.ts'
import { createWordCheck, type Field, fieldsWith, type Mention, type Prose, readProse } from './fields.ts'
import { type FoundName, isPrintedAsName, type NameSearch, printedNames } from './gazetteer/find-mentions.ts'
import { foldKey, type KnownName } from './gazetteer/known-name.ts'
import { NameTrie } from './gazetteer/name-trie.ts'
import { called, houseOfTrade, kindOf } from './glosses/gloss-meaning.ts'
import { type ReadGloss, readGlosses } from './glosses/read-glosses.ts'
import { addPerson, type LocalName, learnLocally } from './local-names.ts'
import { glossMention, organisation, person } from './mentions.ts'
import type { Recognition, TextToRead } from './recognition.ts'
import type { Knowledge } from './resolve.ts'
import { findEnglishNames, longerEnglishName } from './rules/english-names.ts'
import { extendName, type LongerName } from './rules/extend-name.ts'
import { judgeKnownName, kindInFront, type Setting } from './rules/judge.ts'
import { findLatinNames, kindOfLatin, latinMention, withDescription } from './rules/latin-names.ts'
import { findListedNames } from './rules/listed-names.ts'
import { calledAfterPerson, findDottedPeople, surnameOfDotted } from './rules/people.ts'
import { findPlainForms, formsIn, mayHoldEndings } from './rules/plain-forms.ts'
import { findSuffixNames } from './rules/suffix-names.ts'
import { giveSupport, leaveUsed } from './rules/support.ts'
import { type TaggedSpans, type TagNames, tagFields } from './tagger/tagged-names.ts'
import { isWeak, voteWithTagger } from './tagger/tagger-vote.ts'
import { kindOfEnglish } from './words/english-kinds.ts'
import { isPartOfAnotherWord } from './words/other-words.ts'
import { wordAcross } from './words/places.ts'

/** Layers can be switched off to measure what each is worth. All on by default. */
export interface Layers {
  gazetteer: boolean
  patterns: boolean
}

export interface Means {
  knowledge: Knowledge
  search: NameSearch<KnownName[]>
  layers: Layers
  tagger: TagNames | null
}

// Which of the tries of a search a name came from.
const [ofText, ofLessons] = [-1, 0]

/** “清流”(ClearStream)|计划: what is called so is no company of that name. */
const isCalledSo = ({ at, site, meaning }: ReadGloss): boolean =>
  meaning.names === 'TERM' &&
  site.enclosedBy !== null &&
  /^.{0,4}(?:计划|项目|行动|方案|战略|工程|活动|系统|技术)/.test(at.folded.slice(site.close, site.close + 8))

/** Allianz| Engineering Services, behind a known name in Latin letters: a house of its own. */
const houseBehind =
  /^(?: \p{Lu}[\p{L}’'-]*){0,2} (?:Services|Capital|Partners|Ventures|Insurance|Securities|Foundation|Asset Management|Investment Management|Wealth Management|Properties)(?! ?[\p{L}\d&](?<!\p{Script=Han}))/u

/** One reading of a text: each step adds names, and takes their places, which those behind it leave alone. */
export class Reading {
  readonly #means: Means
  readonly #isEnglish: boolean
  readonly #prose: Prose
  readonly #setting: Setting
  /** What this document itself says that names mean; null while it says nothing, as most do. */
  #local: NameTrie<LocalName[]> | null = null
  readonly #mentions: Mention[] = []
  readonly #taken: Uint8Array
  /** What glosses explain as terms, and where those glosses stand; null while there are none. */
  readonly #termNames = new Set<string>()
  #inTerms: Uint8Array | null = null

  constructor(text: TextToRead, means: Means) {
    this.#means = means
    this.#isEnglish = text.language === 'en'
    this.#prose = readProse(text)
    const { fields, folded, isManual, isRichInLatin } = this.#prose
    this.#setting = {
      language: text.language,
      isManual,
      isRichInLatin: isRichInLatin && !this.#isEnglish,
      isWord: createWordCheck(fields),
      countriesAt: createCountryContext(fields),
    }
    this.#taken = new Uint8Array(folded.length)
  }

  recognise(): Recognition {
    const { knowledge, layers, search, tagger } = this.#means
    const isChinese = !this.#isEnglish
    this.#takeGlosses()
    this.#findPeople()
    const weak = this.#findKnownNames()
    if (layers.patterns) {
      if (isChinese) this.#findLatinNames()
      else this.#findEnglishNames()
    }
    const tagged =
      tagger === null || this.#isEnglish
        ? null
        : tagFields(this.#prose, search, this.#local as NameTrie<KnownName[]> | null, tagger)
    if (layers.patterns && isChinese && !this.#prose.isManual) this.#findChineseNames(tagged)
    this.#takeWeak(weak)
    const voted = tagged === null ? this.#mentions : voteWithTagger(this.#mentions, tagged, knowledge, this.#isTaken)
    giveSupport(voted, this.#prose.folded, knowledge, this.#setting.countriesAt)
    leaveUsed(voted)
    if (layers.patterns && isChinese && !this.#prose.isRichInLatin) this.#addListed(voted)
    // 时代, 自然: words, where the tagger read the sentence and nothing in the document speaks for a body.
    const decided = tagged?.isWhole ? voted.filter((one) => !isWeak(one) || !/\p{Script=Han}/u.test(one.surface)) : voted
    return collect(decided, this.#prose.fields, knowledge)
  }

  readonly #isTaken = ({ offset }: Field) => {
    return (place: number): boolean => this.#taken[offset + place] === 1
  }
  readonly #isGlossOfTerm = ({ offset }: Field, place: number): boolean => this.#inTerms?.[offset + place] === 1

  get #localNames(): NameTrie<LocalName[]> {
    this.#local ??= new NameTrie<LocalName[]>()
    return this.#local
  }

  #take({ offset }: Field, start: number, end: number): void {
    this.#taken.fill(1, offset + start, offset + end)
  }

  /** A name that nothing else may claim. */
  #add(mention: Mention): void {
    this.#mentions.push(mention)
    this.#take(mention.at, mention.start, mention.end)
  }

  #takeGlosses(): void {
    const { knowledge } = this.#means
    for (const gloss of readGlosses(this.#prose, knowledge.gazetteer, knowledge.taught)) {
      this.#noteTerm(gloss)
      const mention = glossMention(gloss, knowledge)
      this.#mentions.push(mention)
      // The bracket belongs to the name: what is in it is no mention of its own.
      if (mention.judgement === 'POSITIVE' || mention.kind === 'PERSON') {
        this.#take(gloss.at, gloss.start, gloss.site.close)
        learnLocally(this.#localNames, gloss, mention)
      } else if (gloss.meaning.names === 'WORK' || gloss.meaning.names === 'PLACE' || isCalledSo(gloss))
        this.#take(gloss.at, gloss.start, gloss.site.close)
    }
  }

  /** 服务网格(Service Mesh), 桑德兰(Sunderland): what explains a term or a place is no name of a body, here nor further on. */
  #noteTerm({ at, site, folded, meaning }: ReadGloss): void {
    if (meaning.names === 'ORGANISATION' || meaning.names === 'PERSON') return
    const isPlain = meaning.names === 'PLACE' || meaning.because === called
    if (isPlain || meaning.because.includes('technical term')) for (const name of site.names) this.#termNames.add(foldKey(name))
    if (isPlain) this.#termNames.add(folded)
    this.#inTerms ??= new Uint8Array(this.#prose.folded.length)
    this.#inTerms.fill(1, at.offset + site.open, at.offset + site.close)
  }

  #findPeople(): void {
    const { knowledge, layers } = this.#means
    for (const field of fieldsWith(this.#prose, '·')) {
      for (const { start, end } of findDottedPeople(field.folded, this.#isTaken(field))) {
        const folded = field.folded.slice(start, end)
        // 罗尔斯•罗伊斯: the names of two people are one company's.
        const known = layers.gazetteer ? knowledge.gazetteer.names.longest(field.folded, start, (at) => at >= end) : null
        if (known?.value.some((name) => !name.isWeak)) continue
        const behind = calledAfterPerson(field.folded, end)
        const kind =
          behind > 0
            ? kindOf(field.folded.slice(start, end + behind), null)
            : houseOfTrade.test(field.folded.slice(Math.max(0, start - 8), start))
              ? (kindInFront(field.folded, start) ?? 'COMPANY')
              : null
        if (kind !== null && layers.patterns) {
          const body = knowledge.resolveName(field.text.slice(start, end + behind), kind)
          this.#add(organisation(field, start, end + behind, 'dotted', 0.7, body))
          continue
        }
        this.#add(person(field, start, end, null, 'dotted', 0.9, folded))
        const surname = surnameOfDotted(folded)
        if (surname !== null) addPerson(this.#localNames, surname, folded)
      }
    }
  }

  /** Returns weak ones, which take nothing until longer ones were looked for: 国家犯罪|调查局. */
  #findKnownNames(): Mention[] {
    const { layers, search } = this.#means
    const { fields } = this.#prose
    const weak: Mention[] = []
    let position = 0
    const at = (place: number): Field => {
      while (position + 1 < fields.length && fields[position + 1]!.offset <= place) position++
      return fields[position]!
    }
    // What is found comes in the order of the text; what is not printed as a name hides none that begins behind its first word.
    const isPrinted = ({ start, end, source, value }: FoundName<KnownName[]>): boolean => {
      if (value === wordAcross) return false
      if (!this.#isEnglish || source === ofText || value.length === 0) return true
      const { text, offset } = at(start)
      return printedNames(text.slice(start - offset, end - offset), value, true).names.length > 0
    }
    const local = this.#local as NameTrie<KnownName[]> | null
    const all = search.find(this.#prose.folded, this.#taken, local, isPrinted)
    position = 0
    for (const found of all) {
      if (found.value.length === 0) continue
      const field = at(found.start)
      let start = found.start - field.offset
      const end = found.end - field.offset
      let surface = field.text.slice(start, end)
      if (found.source === ofText) {
        const [name] = found.value as LocalName[]
        if (name!.person !== undefined) this.#add(person(field, start, end, null, 'repeat', 0.85, name!.person))
        else if (
          isPrintedAsName(surface, name!) &&
          !isPartOfAnotherWord(field.folded.slice(start, end), field.folded.slice(end, end + 16))
        )
          this.#add(organisation(field, start, end, 'repeat', 0.9, name!.body))
      } else {
        const { names, article } = printedNames(surface, found.value, this.#isEnglish)
        if (names.length === 0) continue
        start += article
        surface = surface.slice(article)
        const longer = layers.patterns ? this.#longer(field, start, end, names) : null
        if (longer !== null && !this.#isTaken(field)(longer.start)) {
          const body = longer.bodyOf(field.text.slice(longer.start, longer.end))
          this.#add(organisation(field, longer.start, longer.end, 'suffix', 0.75, body))
          continue
        }
        // 卷积神经网络(CNN): in this document the letters stand for that.
        if (this.#termNames.has(field.folded.slice(start, end))) continue
        const mention = judgeKnownName(
          field,
          start,
          end,
          names,
          found.source === ofLessons ? 'lesson' : 'gazetteer',
          this.#setting,
        )
        if (mention === null) continue
        if (this.#isEnglish ? mention.judgement === 'UNSURE' : isWeak(mention) && /\p{Script=Han}/u.test(surface)) {
          weak.push(mention)
          continue
        }
        this.#add(mention)
      }
    }
    return weak
  }

  #longer(field: Field, start: number, end: number, names: readonly KnownName[]): LongerName | null {
    const { knowledge } = this.#means
    if (!this.#isEnglish) {
      const own = this.#setting.isRichInLatin ? 0 : (houseBehind.exec(field.text.slice(end, end + 60))?.[0].length ?? 0)
      if (own > 0 && /\p{Ll}$/u.test(field.text.slice(start, end)))
        return { start, end: end + own, bodyOf: (surface) => knowledge.resolveName(surface, kindOfEnglish(surface) ?? 'COMPANY') }
      const longer = extendName(field.folded, start, end, names, knowledge)
      // 伊拉克石油部|长
      const isOther =
        longer !== null &&
        isPartOfAnotherWord(field.folded.slice(longer.start, longer.end), field.folded.slice(longer.end, longer.end + 16))
      return isOther ? null : longer
    }
    const longer = longerEnglishName(field.text, start, end)
    const kind = names[0]!.body.kind
    return longer && { ...longer, bodyOf: (surface) => knowledge.resolveName(surface, kindOfEnglish(surface) ?? kind) }
  }

  #findEnglishNames(): void {
    for (const at of this.#prose.fields)
      for (const { start, end, kind } of findEnglishNames(at, this.#isTaken(at))) {
        const body = this.#means.knowledge.resolveName(at.text.slice(start, end), kind)
        // Anna Hill—YouTube: where it stands, and no paper.
        if (body.isPlatform !== true) this.#add(organisation(at, start, end, 'english', 0.7, body))
      }
  }

  #findLatinNames(): void {
    for (const name of findLatinNames(this.#prose.fields, this.#isTaken, this.#setting, this.#isGlossOfTerm, this.#mentions)) {
      const body = this.#means.knowledge.resolveName(name.surface, kindOfLatin(name))
      this.#add(latinMention(withDescription(name, this.#isTaken(name.at)), body))
    }
  }

  #findChineseNames(tagged: TaggedSpans | null): void {
    const { knowledge } = this.#means
    const withEndings: Field[] = []
    for (const at of this.#prose.fields) {
      const forms = formsIn(this.#prose.folded, at)
      if (forms === 0) continue
      for (const { start, end, kind } of findPlainForms(at, forms, this.#isTaken(at)))
        this.#add(organisation(at, start, end, 'suffix', 0.75, knowledge.resolveName(at.text.slice(start, end), kind)))
      if (mayHoldEndings(forms)) withEndings.push(at)
    }
    for (const { at, start, end, confidence } of findSuffixNames(withEndings, this.#isTaken, this.#prose.count, tagged)) {
      const body = knowledge.resolveName(at.text.slice(start, end), kindOf(at.folded.slice(start, end), null))
      this.#add(organisation(at, start, end, 'suffix', confidence, body))
    }
  }

  #takeWeak(weak: readonly Mention[]): void {
    for (const one of weak) {
      const taken = this.#isTaken(one.at)
      if (taken(one.start) || taken(one.end - 1)) continue
      this.#add(one)
    }
  }

  #addListed(voted: Mention[]): void {
    const { knowledge } = this.#means
    for (const { at, start, end } of findListedNames(this.#prose.fields, voted)) {
      const open = voted.findIndex((one) => one.at === at && one.start === start && one.end === end)
      if (open >= 0) voted.splice(open, 1)
      const body = knowledge.resolveName(at.text.slice(start, end), kindOf(at.folded.slice(start, end), null))
      voted.push(organisation(at, start, end, 'listed', 0.65, body))
    }
  }
}
