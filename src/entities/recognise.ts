import { NameSearch } from './gazetteer/find-mentions.ts'
import type { Gazetteer } from './gazetteer/gazetteer.ts'
import type { KnownName } from './gazetteer/known-name.ts'
import { NameTrie } from './gazetteer/name-trie.ts'
import { readNames } from './glosses/gloss.ts'
import { type Layers, Reading } from './reading.ts'
import type { Lesson, Recogniser } from './recognition.ts'
import { Knowledge } from './resolve.ts'
import type { TagNames } from './tagger/tagged-names.ts'
import { notNames } from './words/places.ts'

/** Raise with every change of the rules, so that archives are read again. */
const rulesVersion = 72

export interface RecogniserOptions {
  layers?: Layers
  /** Reads the sentences of Chinese news beside the rules, and votes on what both found; null for none. */
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
    recognise: (text) => new Reading(text, { knowledge, search, layers, tagger }).recognise(),
  }
}
