import { collect } from './collect.ts'
import { createCountryContext } from './countries.ts'
import { extendName } from './extend-name.ts'
import { type Candidate, createCounter, createWordCheck, type Field, isManual, readFields } from './fields.ts'
import { findNames, isPrintedAsName } from './find-mentions.ts'
import { addName, type Body, foldKey, type Gazetteer, type KnownName } from './gazetteer.ts'
import { isAbbreviation, readNames } from './gloss.ts'
import { kindOf } from './gloss-meaning.ts'
import { judgeKnownName, type Setting } from './judge.ts'
import { findLatinNames, kindOfLatin, latinCandidate } from './latin-names.ts'
import { surestGloss } from './learn.ts'
import { NameTrie } from './name-trie.ts'
import { findDottedPeople, surnameOfDotted } from './people.ts'
import { type ReadGloss, readGlosses } from './read-glosses.ts'
import type { Lesson, Recogniser, Recognition, TextToRead } from './recognition.ts'
import { createKnowledge, type Knowledge } from './resolve.ts'
import { findSuffixNames } from './suffix-names.ts'
import { giveSupport } from './support.ts'
import { type TagNames, tagFields } from './tagged-names.ts'
import { voteWithTagger } from './tagger-vote.ts'
import { isPartOfAnotherWord } from './words/other-words.ts'
import { notNames } from './words/places.ts'

/** Raise with every change of the rules, so that archives are read again. */
const rulesVersion = 3

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
  const knowledge = createKnowledge(gazetteer, lessons, readNames)
  return {
    version: `${rulesVersion}.${gazetteer.fingerprint}${options.tagger ? '.tagged' : ''}`,
    recognise: (text) => recognise(text, knowledge, options.layers ?? allLayers, options.tagger ?? null),
  }
}

/** What this document itself says names mean: its glosses, and the surnames of the people it names in full. */
interface LocalName extends KnownName {
  /** Key of the person; absent where the name is a body's. */
  person?: string
}

function recognise(text: TextToRead, knowledge: Knowledge, layers: Layers, tagger: TagNames | null): Recognition {
  const fields = readFields(text)
  const setting: Setting = {
    language: text.language,
    isManual: isManual(fields),
    isWord: createWordCheck(fields),
    countriesAt: createCountryContext(fields),
  }
  const count = createCounter(fields)
  const glosses = readGlosses(fields, count, knowledge.gazetteer, knowledge.taught)
  const local = new NameTrie<LocalName[]>()
  const candidates: Candidate[] = []
  const taken = new Map<Field, Uint8Array>(fields.map((field) => [field, new Uint8Array(field.text.length)]))
  const take = (at: Field, start: number, end: number): void => {
    taken.get(at)!.fill(1, start, end)
  }
  const isTaken = (at: Field) => {
    const places = taken.get(at)!
    return (place: number): boolean => places[place] === 1
  }

  // 服务网格(Service Mesh): what explains a term is no name of its own.
  const ofTerms = glosses.filter(({ meaning }) => meaning.names !== 'ORGANISATION' && meaning.names !== 'PERSON')
  const termNames = new Set(
    ofTerms.filter(({ meaning }) => meaning.because.includes('technical term')).flatMap(({ site }) => site.names.map(foldKey)),
  )
  const inTerms = new Map<Field, Uint8Array>()
  for (const { at, site } of ofTerms) {
    const places = inTerms.get(at) ?? new Uint8Array(at.text.length)
    inTerms.set(at, places.fill(1, site.open, site.close))
  }
  const isGlossOfTerm = (at: Field, place: number): boolean => inTerms.get(at)?.[place] === 1
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
      candidates.push(person(field, start, end, null, 'dotted', 0.9, folded))
      take(field, start, end)
      const surname = surnameOfDotted(folded)
      if (surname !== null) addPerson(local, surname, folded)
    }
  }
  for (const field of fields) {
    const tries = [local as NameTrie<KnownName[]>, knowledge.taught]
    if (layers.gazetteer) tries.push(knowledge.gazetteer.names)
    const ofNames = tries.length
    tries.push(notNames)
    for (const found of findNames(field.folded, tries, isTaken(field))) {
      if (found.source === ofNames) continue
      const surface = field.text.slice(found.start, found.end)
      if (found.source === 0) {
        const [name] = found.value as LocalName[]
        if (name!.person !== undefined) candidates.push(person(field, found.start, found.end, null, 'repeat', 0.85, name!.person))
        else if (
          isPrintedAsName(surface, name!) &&
          !isPartOfAnotherWord(field.folded.slice(found.start, found.end), field.folded.slice(found.end, found.end + 16))
        )
          candidates.push(organisation(field, found.start, found.end, 'repeat', 0.9, name!.body))
        else continue
      } else {
        const names = found.value.filter((name) => isPrintedAsName(surface, name))
        if (names.length === 0) continue
        const extension = layers.patterns ? extendName(field.folded, found.end, names, knowledge) : null
        if (extension !== null) {
          candidates.push(
            organisation(
              field,
              found.start,
              extension.end,
              'suffix',
              0.75,
              extension.bodyOf(field.text.slice(found.start, extension.end)),
            ),
          )
          take(field, found.start, extension.end)
          continue
        }
        // 卷积神经网络(CNN): in this document the letters stand for that.
        if (termNames.has(field.folded.slice(found.start, found.end))) continue
        const candidate = judgeKnownName(
          field,
          found.start,
          found.end,
          names,
          found.source === 1 ? 'lesson' : 'gazetteer',
          setting,
        )
        if (candidate === null) continue
        candidates.push(candidate)
      }
      take(field, found.start, found.end)
    }
  }
  if (layers.patterns && text.language !== 'en') {
    for (const name of findLatinNames(fields, isTaken, setting, isGlossOfTerm)) {
      candidates.push(latinCandidate(name, knowledge.resolveName(name.surface, kindOfLatin(name))))
      take(name.at, name.start, name.end)
    }
  }
  const tagged =
    tagger === null || text.language === 'en'
      ? null
      : tagFields(fields, [local as NameTrie<KnownName[]>, knowledge.taught, knowledge.gazetteer.names], tagger)
  if (layers.patterns && text.language !== 'en' && !setting.isManual) {
    for (const { at, start, end, confidence } of findSuffixNames(fields, isTaken, count, tagged)) {
      const body = knowledge.resolveName(at.text.slice(start, end), kindOf(at.folded.slice(start, end), null))
      candidates.push(organisation(at, start, end, 'suffix', confidence, body))
      take(at, start, end)
    }
  }
  const voted = tagged === null ? candidates : voteWithTagger(candidates, tagged, knowledge, isTaken)
  giveSupport(voted, knowledge.gazetteer)
  return collect(voted, fields, knowledge)
}

function fromGloss(gloss: ReadGloss, knowledge: Knowledge): Candidate {
  const { at, site, start, meaning } = gloss
  const base = {
    at,
    start,
    end: site.nameEnd,
    surface: gloss.surface,
    gloss: site.gloss,
    confidence: round(meaning.confidence),
    candidates: [],
    needsSupport: false,
  }
  if (meaning.names === 'PERSON')
    return { ...base, kind: 'PERSON', rule: 'gloss', judgement: 'POSITIVE', body: null, person: gloss.folded }
  if (meaning.names !== 'ORGANISATION')
    return {
      ...base,
      kind: 'ORGANISATION',
      rule: `gloss-${meaning.names.toLowerCase()}`,
      judgement: 'NEGATIVE',
      body: null,
      person: null,
    }
  const body = knowledge.resolveGloss({ text: gloss.surface, folded: gloss.folded, names: site.names, kind: meaning.kind })
  if (meaning.confidence < surestGloss)
    return { ...base, kind: 'ORGANISATION', rule: 'gloss', judgement: 'UNSURE', body: null, person: null, candidates: [body.key] }
  return { ...base, kind: 'ORGANISATION', rule: 'gloss', judgement: 'POSITIVE', body, person: null }
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

function person(
  at: Field,
  start: number,
  end: number,
  gloss: string | null,
  rule: string,
  confidence: number,
  key: string,
): Candidate {
  return {
    at,
    start,
    end,
    surface: at.text.slice(start, end),
    gloss,
    kind: 'PERSON',
    rule,
    confidence,
    judgement: 'POSITIVE',
    candidates: [],
    body: null,
    person: key,
    needsSupport: false,
  }
}

function organisation(at: Field, start: number, end: number, rule: string, confidence: number, body: Body): Candidate {
  return {
    at,
    start,
    end,
    surface: at.text.slice(start, end),
    gloss: null,
    kind: 'ORGANISATION',
    rule,
    confidence,
    judgement: 'POSITIVE',
    candidates: [],
    body,
    person: null,
    needsSupport: false,
  }
}
