import type { GazetteerEntry } from '../recognition.ts'
import { type FiledGazetteer, fileGazetteer } from './file-gazetteer.ts'
import { FiledNames } from './filed-names.ts'
import { GazetteerNames } from './gazetteer-names.ts'
import { type Body, foldKey, type KnownName } from './known-name.ts'
import { NameTrie } from './name-trie.ts'

/** The bodies known before reading, and a matcher over all their names. */
export interface Gazetteer {
  readonly bodies: { has(slug: string): boolean; get(slug: string): Body | undefined }
  readonly names: NameTrie<KnownName[]>
  /** All bodies that bear the name, however it is spelt. */
  find(name: string): readonly KnownName[]
  /** Changes with the content. */
  readonly fingerprint: string
}

/** Throws when two entries claim one slug. */
export const createGazetteer = (entries: readonly GazetteerEntry[]): Gazetteer =>
  openGazetteer(fileGazetteer(entries), (index) => entries[index]!)

/** Of what `fileGazetteer` made of the entries, which are asked for when a text names them. */
export function openGazetteer(filed: FiledGazetteer, entryAt: (index: number) => GazetteerEntry): Gazetteer {
  const bodies = new GazetteerBodies(filed.slugs, entryAt)
  const source = new GazetteerNames(filed, entryAt, (index) => bodies.at(index))
  const names = new NameTrie<KnownName[]>('LARGE', new FiledNames(filed.names), source)
  return { bodies, names, find: (name) => names.get(foldKey(name)) ?? [], fingerprint: filed.fingerprint }
}

/** Bodies are made when they are asked for, and what leads to them: of thousands an article names a few. */
class GazetteerBodies {
  readonly #slugs: readonly string[]
  readonly #entryAt: (index: number) => GazetteerEntry
  readonly #made: (Body | undefined)[] = []
  #indexes: ReadonlyMap<string, number> | null = null

  constructor(slugs: readonly string[], entryAt: (index: number) => GazetteerEntry) {
    this.#slugs = slugs
    this.#entryAt = entryAt
  }

  has(slug: string): boolean {
    return this.#indexOf(slug) !== undefined
  }

  get(slug: string): Body | undefined {
    const index = this.#indexOf(slug)
    return index === undefined ? undefined : this.at(index)
  }

  #indexOf(slug: string): number | undefined {
    this.#indexes ??= new Map(this.#slugs.map((one, index) => [one, index]))
    return this.#indexes.get(slug)
  }

  /** The body of an entry, which is one and the same each time. */
  at(index: number): Body {
    this.#made[index] ??= toBody(this.#entryAt(index))
    return this.#made[index]!
  }
}

const toBody = ({
  slug,
  nameZh,
  nameEn,
  kind,
  country,
  wikidata,
  aliases,
  isPlatform = false,
  isEnglishWord = false,
}: GazetteerEntry): Body => ({
  key: slug,
  nameZh,
  nameEn,
  kind,
  country,
  wikidataId: wikidata,
  aliases: aliases.map(({ text, language, weak }) => ({
    text,
    language: language ?? null,
    isWeak: weak === true,
    source: 'GAZETTEER',
  })),
  isPlatform,
  isEnglishWord,
})
