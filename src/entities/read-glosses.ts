import { foldName } from '../text/fold-name.ts'
import type { Field } from './fields.ts'
import { foldKey, type Gazetteer, type KnownName } from './gazetteer.ts'
import { findGlosses, type GlossSite } from './gloss.ts'
import { type GlossMeaning, readMeaning } from './gloss-meaning.ts'
import { findLeftEdge } from './left-edge.ts'
import type { NameTrie } from './name-trie.ts'
import { startOfName } from './people.ts'

/** A gloss of a document, with what was decided of it. */
export interface ReadGloss {
  at: Field
  site: GlossSite
  start: number
  /** As printed, without the marks around it. */
  surface: string
  folded: string
  meaning: GlossMeaning
}

/** Reads every gloss of a document: where its name begins, and what it names. */
export function readGlosses(
  fields: readonly Field[],
  count: (folded: string) => number,
  gazetteer: Gazetteer,
  taught: NameTrie<KnownName[]> | null,
): ReadGloss[] {
  const read: ReadGloss[] = []
  for (const at of fields) {
    for (const site of findGlosses(at.text)) {
      const byGloss = site.names.flatMap((name) => [...gazetteer.find(name), ...(taught?.get(foldKey(name)) ?? [])])
      const known = (name: string): 'SAME_GLOSS' | 'KNOWN' | null => {
        const names = [...(gazetteer.names.get(name) ?? []), ...(taught?.get(name) ?? [])]
        if (names.length === 0) return null
        return names.some((one) => byGloss.some((other) => other.body === one.body)) ? 'SAME_GLOSS' : 'KNOWN'
      }
      const edge = findLeftEdge(site, { folded: at.folded, known, count })
      let start = edge.start
      const name = at.folded.slice(start, site.nameEnd)
      let meaning = readMeaning(site, start, at.folded, edge.agreement)
      const whole = at.folded.slice(site.limit, site.nameEnd)
      if (meaning.names === 'PERSON' || (site.enclosedBy === null && whole.includes('·') && !name.includes('·'))) {
        // A dotted name begins where its first part does; the edge may have fallen on a later part.
        const dot = whole.indexOf('·') < 0 ? -1 : firstDotOfLastName(at.folded, site)
        if (dot >= 0 && meaning.names !== 'ORGANISATION') {
          start = Math.max(site.limit, Math.min(start, startOfName(at.folded, dot)))
          meaning = readMeaning(site, start, at.folded, edge.agreement)
        }
      }
      const knowsName = known(name)
      if (knowsName === 'SAME_GLOSS' && meaning.names !== 'PERSON') {
        const mild =
          meaning.names === 'ORGANISATION' ||
          meaning.names === 'PLACE' ||
          meaning.names === 'PRODUCT' ||
          meaning.names === 'TERM' ||
          site.enclosedBy !== '》'
        if (mild) meaning = { ...meaning, names: 'ORGANISATION', confidence: 0.98, because: 'a known name with a known gloss' }
      } else if (
        meaning.names !== 'WORK' &&
        meaning.names !== 'PERSON' &&
        byGloss.some((one) => !one.isWeak) &&
        /\p{Lu}/u.test(site.gloss) &&
        !/\p{Ll}\S* \p{Ll}/u.test(site.gloss)
      ) {
        if (meaning.names === 'ORGANISATION' || byGloss.some((one) => foldName(one.text) === foldName(site.names[0]!)))
          meaning = {
            ...meaning,
            names: 'ORGANISATION',
            confidence: Math.max(0.85, meaning.confidence),
            because: 'a known gloss',
          }
      }
      read.push({
        at,
        site,
        start,
        surface: at.text.slice(start, site.nameEnd),
        folded: at.folded.slice(start, site.nameEnd),
        meaning,
      })
    }
  }
  return read
}

// Of 约翰·史密斯和简·琼斯(Jane Jones) the last name: back from the bracket while parts join by dots.
function firstDotOfLastName(folded: string, site: GlossSite): number {
  let dot = folded.lastIndexOf('·', site.nameEnd)
  if (dot < site.limit || site.nameEnd - dot > 8) return -1
  for (;;) {
    const previous = folded.lastIndexOf('·', dot - 1)
    if (previous < site.limit || dot - previous > 6 || /[和与及、说]/.test(folded.slice(previous, dot))) return dot
    dot = previous
  }
}
