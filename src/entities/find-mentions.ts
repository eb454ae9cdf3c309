import type { KnownName } from './gazetteer.ts'
import type { NameTrie } from './name-trie.ts'

/** A known name found in a text. */
export interface FoundName<T> {
  start: number
  end: number
  value: T
  /** Which of the tries it came from. */
  source: number
}

const isWordCharacter = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57)
}

/**
 * All names of several tries in a folded text, the leftmost first and of those the longest; on a tie the earlier trie wins.
 * A name that begins or ends with a Latin letter stands only where no other letter adjoins. Time is linear in the text.
 */
export function findNames<T>(folded: string, tries: readonly NameTrie<T>[], isTaken: (at: number) => boolean): FoundName<T>[] {
  const found: FoundName<T>[] = []
  const mayEnd = (end: number): boolean =>
    !(end < folded.length && isWordCharacter(folded, end) && isWordCharacter(folded, end - 1)) && !isTaken(end - 1)
  for (let at = 0; at < folded.length; ) {
    // Inside a Latin word no name begins; of a text in English that is most places.
    if (at > 0 && isWordCharacter(folded, at) && isWordCharacter(folded, at - 1)) {
      at++
      continue
    }
    let best: FoundName<T> | null = null
    for (let source = 0; source < tries.length; source++) {
      const longest = tries[source]!.longest(folded, at, mayEnd)
      if (longest !== null && (best === null || longest.end > best.end))
        best = { start: at, end: longest.end, value: longest.value, source }
    }
    if (best === null || isTaken(at)) at++
    else {
      found.push(best)
      at = best.end
    }
  }
  return found
}

/** True when the letters of a Latin name are printed as names are: a capital where the known name has one, capitals throughout for abbreviations. */
export function isPrintedAsName(surface: string, known: KnownName): boolean {
  if (!/[a-z]/i.test(surface)) return true
  if (surface === known.text) return true
  // LeT, EfD, HoC: short, and told from a word by their capitals alone.
  if (known.text.length <= 4 && /^[A-Z]+[a-z]+[A-Z]/.test(known.text)) return surface === surface.toUpperCase()
  const isAllCapitals = /[A-Z]/.test(known.text) && known.text === known.text.toUpperCase()
  if (isAllCapitals && known.text.length <= 6)
    return surface === surface.toUpperCase() || (/^[A-Z][a-z]+$/.test(surface) && surface.length >= 4)
  if (/[A-Z]/.test(known.text)) return /^[^a-z]*[A-Z]/.test(surface)
  return true
}
