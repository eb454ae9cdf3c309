import { readProse } from './fields.ts'
import type { Gazetteer } from './gazetteer/gazetteer.ts'
import { readGlosses } from './glosses/read-glosses.ts'
import type { Lesson, TextToRead } from './recognition.ts'

/** Below this a gloss is not sure enough to name a body; it teaches nothing. */
export const surestGloss = 0.6
/** Manuals gloss buttons and modes; what they teach must be beyond doubt. */
const surestInManual = 0.8

/**
 * What one document teaches: the names of bodies that it glosses, each once. A function of the document and the gazetteer alone,
 * so that the lessons of an archive are the same in whatever order its documents come.
 */
export function learn(text: TextToRead, gazetteer: Gazetteer): Lesson[] {
  const prose = readProse(text)
  const surest = prose.isManual ? surestInManual : surestGloss
  const lessons = new Map<string, Lesson>()
  for (const gloss of readGlosses(prose, gazetteer, null)) {
    if (gloss.meaning.names !== 'ORGANISATION' || gloss.meaning.confidence < surest) continue
    const id = `${gloss.folded}\u0000${gloss.site.gloss}`
    if (!lessons.has(id))
      lessons.set(id, { text: gloss.surface, folded: gloss.folded, gloss: gloss.site.gloss, kind: gloss.meaning.kind })
  }
  return [...lessons.values()]
}
