import { characterTable, isAt } from '../../text/character-table.ts'

const letters = characterTable('\\p{Script=Latin}')
const lettersAndDigits = characterTable('\\p{Script=Latin}\\p{N}')
const capitals = characterTable('\\p{Lu}')
const small = characterTable('a-z')
/** A name is no part of an address, a path, a handle or a longer word. */
const forbidsBefore = characterTable('\\p{Script=Latin}\\p{N}@./_\\-')
const forbidsBehind = characterTable('\\p{Script=Latin}\\p{N}_@/')
const joins = characterTable("&.'’\\-")
const between = [' & ', ' + ', ' and ', ' of ', ' of the ', ' for ', ' de ', ' ']

/**
 * Each run of capitalised Latin words, small words between them or none: PeerIndex, Bank of America, iPhone, AT&T. The longest that may
 * end where it does, left to right.
 */
export function findLatinSpans(text: string): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = []
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at)
    // Chinese characters and their marks, which are most of a text.
    if (code >= 0x3000 && code < 0xa000) {
      at++
      continue
    }
    const isCapital = capitals[code] === 1
    if (
      (isCapital || (small[code] === 1 && isAt(capitals, text, at + 1) && isAt(letters, text, at + 2))) &&
      !isAt(forbidsBefore, text, at - 1)
    ) {
      const end = endOfName(text, at, isCapital)
      if (end > 0) {
        spans.push({ start: at, end })
        at = end
        continue
      }
    }
    // Inside of a word none begins.
    at = lettersAndDigits[code] === 1 ? endOfRun(lettersAndDigits, text, at + 1) : at + 1
  }
  return spans
}

/** Place behind the name that begins at `start`; 0 when it may end nowhere. */
function endOfName(text: string, start: number, isCapital: boolean): number {
  // Of iPhone, which begins small, there is one end; other words may end before each joint.
  let at = endOfRun(isCapital ? lettersAndDigits : letters, text, start + 2 - Number(isCapital))
  let end = mayEnd(text, at) ? at : 0
  let isJoined = isCapital
  for (;;) {
    if (isJoined && isAt(joins, text, at) && isAt(lettersAndDigits, text, at + 1)) at += 1
    else {
      const next = startOfNextWord(text, at)
      if (next === 0) return end
      at = next + 1
      isJoined = true
    }
    at = endOfRun(lettersAndDigits, text, at)
    if (mayEnd(text, at)) end = at
  }
}

const mayEnd = (text: string, at: number): boolean => !isAt(forbidsBehind, text, at)

function endOfRun(table: Uint8Array, text: string, from: number): number {
  let at = from
  while (isAt(table, text, at)) at++
  return at
}

/** Where the next word of a name begins that goes on behind a blank at `at`; 0 when it does not. */
function startOfNextWord(text: string, at: number): number {
  if (text.charCodeAt(at) === 44) {
    partners.lastIndex = at
    return partners.test(text) ? at + 2 : 0
  }
  if (text.charCodeAt(at) !== 32) return 0
  for (const joint of between) if (isAt(capitals, text, at + joint.length) && text.startsWith(joint, at)) return at + joint.length
  return 0
}

/** Harbour|, Elder & Stone */
const partners = /, (?:\p{Lu}[\p{L}’'-]+, ){0,2}\p{Lu}[\p{L}’'-]+ & \p{Lu}/uy
