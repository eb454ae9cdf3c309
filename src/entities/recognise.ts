import { organisation, person } from './candidates.ts'
import { collect } from './collect.ts'
import { createCountryContext } from './countries.ts'
import { type Candidate, createWordCheck, type Field, readProse } from './fields.ts'
import { isPrintedAsName, NameSearch } from './gazetteer/find-mentions.ts'
import type { Gazetteer } from './gazetteer/gazetteer.ts'
import { addName, type Body, foldKey, type KnownName } from './gazetteer/known-name.ts'
import { NameTrie } from './gazetteer/name-trie.ts'
import { isAbbreviation, readNames } from './glosses/gloss.ts'
import { kindOf } from './glosses/gloss-meaning.ts'
import { type ReadGloss, readGlosses } from './glosses/read-glosses.ts'
import { surestGloss } from './learn.ts'
import type { Lesson, Recogniser, Recognition, TextToRead } from './recognition.ts'
import { Knowledge } from './resolve.ts'
import { findEnglishNames } from './rules/english-names.ts'
import { extendName } from './rules/extend-name.ts'
import { judgeKnownName, kindInFront, type Setting } from './rules/judge.ts'
import { findLatinNames, kindOfLatin, latinCandidate } from './rules/latin-names.ts'
import { findListedNames } from './rules/listed-names.ts'
import { calledAfterPerson, findDottedPeople, surnameOfDotted } from './rules/people.ts'
import { findPlainForms } from './rules/plain-forms.ts'
import { findSuffixNames } from './rules/suffix-names.ts'
import { giveSupport } from './rules/support.ts'
import { type TagNames, tagFields } from './tagger/tagged-names.ts'
import { isWeak, voteWithTagger } from './tagger/tagger-vote.ts'
import { isPartOfAnotherWord } from './words/other-words.ts'
import { notNames } from './words/places.ts'

/** Raise with every change of the rules, so that archives are read again. */
const rulesVersion = 14

/** Layers can be switched off to measure what each is worth. All on by default. */
export interface Layers {
  gazetteer: boolean
  patterns: boolean
}

export interface RecogniserOptions {
  layers?: Layers
  /** Asked only about what nothing else decided; null for none. */
  tagger?: TagNames | null
}

const allLayers: Layers = { gazetteer: true, patterns: true }

/** `lessons` are those of the whole archive, in any order. */
export function createRecogniser(gazetteer: Gazetteer, lessons: readonly Lesson[], options: RecogniserOptions = {}): Recogniser {
  const knowledge = new Knowledge(gazetteer, lessons, readNames)
  const { layers = allLayers, tagger = null } = options
  const known = layers.gazetteer ? gazetteer.names : new NameTrie<KnownName[]>('LARGE')
  const search = new NameSearch([knowledge.taught, known, notNames])
  return {
    version: `${rulesVersion}.${gazetteer.fingerprint}${tagger === null ? '' : '.tagged'}`,
    recognise: (text) => recognise(text, { knowledge, search, layers, tagger }),
  }
}

/** What this document itself says names mean: its glosses, and the surnames of the people it names in full. */
interface LocalName extends KnownName {
  /** Key of the person; absent where the name is a body's. */
  person?: string
}

// Which of the tries of a search a name came from.
const [ofText, ofLessons] = [-1, 0]

/** 对冲基金|马歇尔•韦斯: what people are not called before their names, and what bodies are that bear names of people. */
const businessInFront = /(?:律师事务所|律所|对冲基金|投资银行|投行|咨询公司|拍卖行|猎头公司|广告公司|制药公司|资产管理公司)$/

interface Means {
  knowledge: Knowledge
  search: NameSearch<KnownName[]>
  layers: Layers
  tagger: TagNames | null
}

function recognise(text: TextToRead, { knowledge, search, layers, tagger }: Means): Recognition {
  const prose = readProse(text)
  const { fields, count } = prose
  const setting: Setting = {
    language: text.language,
    isManual: prose.isManual,
    isWord: createWordCheck(fields),
    countriesAt: createCountryContext(fields),
  }
  const glosses = readGlosses(prose, knowledge.gazetteer, knowledge.taught)
  const local = new NameTrie<LocalName[]>()
  const candidates: Candidate[] = []
  const taken = new Uint8Array(prose.folded.length)
  const take = ({ offset }: Field, start: number, end: number): void => {
    taken.fill(1, offset + start, offset + end)
  }
  const isTaken = ({ offset }: Field) => {
    return (place: number): boolean => taken[offset + place] === 1
  }

  // 服务网格(Service Mesh): what explains a term is no name of its own.
  const ofTerms = glosses.filter(({ meaning }) => meaning.names !== 'ORGANISATION' && meaning.names !== 'PERSON')
  const termNames = new Set(
    ofTerms.filter(({ meaning }) => meaning.because.includes('technical term')).flatMap(({ site }) => site.names.map(foldKey)),
  )
  const inTerms = new Uint8Array(ofTerms.length === 0 ? 0 : prose.folded.length)
  for (const { at, site } of ofTerms) inTerms.fill(1, at.offset + site.open, at.offset + site.close)
  const isGlossOfTerm = ({ offset }: Field, place: number): boolean => inTerms[offset + place] === 1
  for (const gloss of glosses) {
    const candidate = fromGloss(gloss, knowledge)
    candidates.push(candidate)
    // The bracket belongs to the name: what is in it is no mention of its own.
    if (candidate.judgement === 'POSITIVE' || candidate.kind === 'PERSON') {
      take(gloss.at, gloss.start, gloss.site.close)
      learnLocally(local, gloss, candidate)
    } else if (gloss.meaning.names === 'WORK') take(gloss.at, gloss.start, gloss.site.close)
  }
  for (const field of fields) {
    for (const { start, end } of findDottedPeople(field.folded, isTaken(field))) {
      const folded = field.folded.slice(start, end)
      // 罗尔斯•罗伊斯: the names of two people are one company's.
      const known = layers.gazetteer ? knowledge.gazetteer.names.longest(field.folded, start, (at) => at >= end) : null
      if (known?.value.some((name) => !name.isWeak)) continue
      const behind = calledAfterPerson(field.folded, end)
      const kind =
        behind > 0
          ? kindOf(field.folded.slice(start, end + behind), null)
          : businessInFront.test(field.folded.slice(Math.max(0, start - 6), start))
            ? kindInFront(field.folded, start)
            : null
      if (kind !== null && layers.patterns) {
        const body = knowledge.resolveName(field.text.slice(start, end + behind), kind)
        candidates.push(organisation(field, start, end + behind, 'dotted', 0.7, body))
        take(field, start, end + behind)
        continue
      }
      candidates.push(person(field, start, end, null, 'dotted', 0.9, folded))
      take(field, start, end)
      const surname = surnameOfDotted(folded)
      if (surname !== null) addPerson(local, surname, folded)
    }
  }
  // Weak names take nothing until longer ones were looked for: 国家犯罪|调查局.
  const weak: Candidate[] = []
  let position = 0
  for (const found of search.find(prose.folded, taken, local as NameTrie<KnownName[]>)) {
    if (found.value.length === 0) continue
    while (position + 1 < fields.length && fields[position + 1]!.offset <= found.start) position++
    const field = fields[position]!
    const start = found.start - field.offset
    const end = found.end - field.offset
    const surface = field.text.slice(start, end)
    if (found.source === ofText) {
      const [name] = found.value as LocalName[]
      if (name!.person !== undefined) candidates.push(person(field, start, end, null, 'repeat', 0.85, name!.person))
      else if (
        isPrintedAsName(surface, name!) &&
        !isPartOfAnotherWord(field.folded.slice(start, end), field.folded.slice(end, end + 16))
      )
        candidates.push(organisation(field, start, end, 'repeat', 0.9, name!.body))
      else continue
    } else {
      const names = found.value.filter((name) => isPrintedAsName(surface, name))
      if (names.length === 0) continue
      const extension = layers.patterns ? extendName(field.folded, end, names, knowledge) : null
      if (extension !== null) {
        candidates.push(
          organisation(field, start, extension.end, 'suffix', 0.75, extension.bodyOf(field.text.slice(start, extension.end))),
        )
        take(field, start, extension.end)
        continue
      }
      // 卷积神经网络(CNN): in this document the letters stand for that.
      if (termNames.has(field.folded.slice(start, end))) continue
      const candidate = judgeKnownName(field, start, end, names, found.source === ofLessons ? 'lesson' : 'gazetteer', setting)
      if (candidate === null) continue
      if (isWeak(candidate) && /\p{Script=Han}/u.test(surface)) {
        weak.push(candidate)
        continue
      }
      candidates.push(candidate)
    }
    take(field, start, end)
  }
  if (layers.patterns && text.language === 'en') {
    for (const at of fields)
      for (const { start, end, kind } of findEnglishNames(at, isTaken(at))) {
        candidates.push(organisation(at, start, end, 'english', 0.7, knowledge.resolveName(at.text.slice(start, end), kind)))
        take(at, start, end)
      }
  }
  if (layers.patterns && text.language !== 'en') {
    for (const name of findLatinNames(fields, isTaken, setting, prose.isRichInLatin, isGlossOfTerm, candidates)) {
      candidates.push(latinCandidate(name, knowledge.resolveName(name.surface, kindOfLatin(name))))
      take(name.at, name.start, name.end)
    }
  }
  const tagged =
    tagger === null || text.language === 'en' ? null : tagFields(prose, search, local as NameTrie<KnownName[]>, tagger)
  if (layers.patterns && text.language !== 'en' && !setting.isManual) {
    for (const at of fields)
      for (const { start, end, kind } of findPlainForms(at, isTaken(at))) {
        candidates.push(organisation(at, start, end, 'suffix', 0.75, knowledge.resolveName(at.text.slice(start, end), kind)))
        take(at, start, end)
      }
    for (const { at, start, end, confidence } of findSuffixNames(fields, isTaken, count, tagged)) {
      const body = knowledge.resolveName(at.text.slice(start, end), kindOf(at.folded.slice(start, end), null))
      candidates.push(organisation(at, start, end, 'suffix', confidence, body))
      take(at, start, end)
    }
  }
  for (const one of weak) {
    const taken = isTaken(one.at)
    if (taken(one.start) || taken(one.end - 1)) continue
    candidates.push(one)
    take(one.at, one.start, one.end)
  }
  const voted = tagged === null ? candidates : voteWithTagger(candidates, tagged, knowledge, isTaken)
  giveSupport(voted, knowledge.gazetteer)
  if (layers.patterns && text.language !== 'en' && !prose.isRichInLatin)
    for (const { at, start, end } of findListedNames(fields, voted)) {
      const open = voted.findIndex((one) => one.at === at && one.start === start && one.end === end)
      if (open >= 0) voted.splice(open, 1)
      const body = knowledge.resolveName(at.text.slice(start, end), kindOf(at.folded.slice(start, end), null))
      voted.push(organisation(at, start, end, 'listed', 0.65, body))
    }
  // 时代, 自然: words, where the tagger read the sentence and nothing in the document speaks for a body.
  const decided = tagged?.isWhole ? voted.filter((one) => !isWeak(one) || !/\p{Script=Han}/u.test(one.surface)) : voted
  return collect(decided, fields, knowledge)
}

function fromGloss(gloss: ReadGloss, knowledge: Knowledge): Candidate {
  const { at, site, start, meaning } = gloss
  const candidate: Candidate = {
    at,
    start,
    end: site.nameEnd,
    surface: gloss.surface,
    gloss: site.gloss,
    kind: 'ORGANISATION',
    rule: 'gloss',
    confidence: round(meaning.confidence),
    judgement: 'POSITIVE',
    candidates: [],
    body: null,
    person: null,
    needsSupport: false,
  }
  if (meaning.names === 'PERSON') {
    candidate.kind = 'PERSON'
    candidate.person = gloss.folded
  } else if (meaning.names !== 'ORGANISATION') {
    candidate.rule = `gloss-${meaning.names.toLowerCase()}`
    candidate.judgement = 'NEGATIVE'
  } else {
    const body = knowledge.resolveGloss({ text: gloss.surface, folded: gloss.folded, names: site.names, kind: meaning.kind })
    if (meaning.confidence < surestGloss) {
      candidate.judgement = 'UNSURE'
      candidate.candidates = [body.key]
    } else candidate.body = body
  }
  return candidate
}

function learnLocally(local: NameTrie<LocalName[]>, gloss: ReadGloss, candidate: Candidate): void {
  if (candidate.kind === 'PERSON') {
    const surname = surnameOfDotted(gloss.folded)
    addPerson(local, gloss.folded, gloss.folded)
    if (surname !== null) addPerson(local, surname, gloss.folded)
    return
  }
  const body = candidate.body!
  const names = local as NameTrie<KnownName[]>
  if (gloss.folded.length >= 2) addName(names, body, gloss.surface, false)
  for (const name of gloss.site.names)
    if (isAbbreviation(name) ? name.length >= 2 : name.length >= 3) addName(names, body, name, false)
}

function addPerson(local: NameTrie<LocalName[]>, folded: string, key: string): void {
  if (local.get(folded) === undefined) local.set(folded, [{ body: nobody, text: folded, isWeak: false, person: key }])
}

const nobody: Body = { key: '', nameZh: null, nameEn: null, kind: 'OTHER', country: null, wikidataId: null, aliases: [] }
const round = (value: number): number => Math.round(value * 100) / 100
