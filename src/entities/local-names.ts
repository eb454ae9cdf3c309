import type { Mention } from './fields.ts'
import { addName, type Body, type KnownName } from './gazetteer/known-name.ts'
import type { NameTrie } from './gazetteer/name-trie.ts'
import { isAbbreviation } from './glosses/gloss.ts'
import type { ReadGloss } from './glosses/read-glosses.ts'
import { surnameOfDotted } from './rules/people.ts'

/** What this document itself says names mean: its glosses, and the surnames of the people it names in full. */
export interface LocalName extends KnownName {
  /** Key of the person; absent where the name is a body's. */
  person?: string
}

export function learnLocally(local: NameTrie<LocalName[]>, gloss: ReadGloss, mention: Mention): void {
  if (mention.kind === 'PERSON') {
    const surname = surnameOfDotted(gloss.folded)
    addPerson(local, gloss.folded, gloss.folded)
    if (surname !== null) addPerson(local, surname, gloss.folded)
    return
  }
  const body = mention.body!
  const names = local as NameTrie<KnownName[]>
  if (gloss.folded.length >= 2) addName(names, body, gloss.surface, false)
  for (const name of gloss.site.names)
    if (isAbbreviation(name) ? name.length >= 2 : name.length >= 3) addName(names, body, name, false)
}

export function addPerson(local: NameTrie<LocalName[]>, folded: string, key: string): void {
  if (local.get(folded) === undefined) local.set(folded, [{ body: nobody, text: folded, isWeak: false, person: key }])
}

const nobody: Body = { key: '', nameZh: null, nameEn: null, kind: 'OTHER', country: null, wikidataId: null, aliases: [] }
