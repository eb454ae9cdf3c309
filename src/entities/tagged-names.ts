import type { Field } from './fields.ts'
import { isGeneric } from './words/generic.ts'
import { endingOf } from './words/kinds.ts'

/** Marks names in Chinese text by what it was trained on: one vote among several (src/entities/tagger). */
export type TagNames = (text: string) => readonly { start: number; end: number; kind: string; confidence: number }[]

export interface TaggedName {
  at: Field
  start: number
  end: number
  confidence: number
  /** False for what is likely a body's name, but too unsure to be counted as one. */
  isSure: boolean
}

/** Below this the tagger's word alone is not taken; with the ending of a body behind it, less will do. */
const surest = 0.97
const surestWithEnding = 0.8
/** What a body's name ends in, anywhere in a text: without one of these the tagger, whose word is dear, is not asked. */
const anyEnding =
  /公司|集团|银行|大学|学院|委员会|协会|联合会|商会|工会|基金|研究|事务所|交易所|报|社|台|局|部|署|厅|院|党|联盟|组织|中心|队|俱乐部|医院|法院|政府/
const everyEnding = new RegExp(anyEnding, 'g')

/** A tagged name below this is no more than noise. */
const least = 0.3
const sentence = /[^。！？!?；;\n]+[。！？!?；;\n]*/g
/** An office or a department of a body that is known is that body: 招商银行广州分行, 高通执行委员会. */
const branch = /(?:分行|支行|分公司|办事处|分社|分局|委员会|部门|部|处|科|室|组|团队)$/

/**
 * Bodies that nothing but the tagger sees, and known names that it reads as parts of longer ones. It is asked about sentences that
 * hold the ending of a body outside all names that were found.
 */
export function findTaggedNames(
  fields: readonly Field[],
  isTaken: (at: Field) => (place: number) => boolean,
  tag: TagNames,
): TaggedName[] {
  const names: TaggedName[] = []
  for (const at of fields) {
    if (!anyEnding.test(at.folded)) continue
    const taken = isTaken(at)
    for (const { index, 0: asked } of at.folded.matchAll(sentence)) {
      if (!isUndecided(asked, index, taken)) continue
      for (const span of tag(at.text.slice(index, index + asked.length))) {
        if (span.kind !== 'ORGANISATION' || span.confidence < least || span.end - span.start < 2) continue
        const name = readTagged(at, index + span.start, index + span.end, span.confidence, taken)
        if (name !== null) names.push(name)
      }
    }
  }
  return names
}

function isUndecided(asked: string, index: number, taken: (place: number) => boolean): boolean {
  for (const ending of asked.matchAll(everyEnding)) if (!taken(index + ending.index)) return true
  return false
}

function readTagged(
  at: Field,
  start: number,
  end: number,
  confidence: number,
  taken: (place: number) => boolean,
): TaggedName | null {
  let known = 0
  for (let place = start; place < end; place++) if (taken(place)) known++
  const name = at.folded.slice(start, end)
  if (known === end - start || isGeneric(name)) return null
  const ending = endingOf(name)
  const hasEnding = ending !== null && ending.ending.length >= 2 && name.length >= ending.ending.length + 2
  const isSure = end - start >= 3 && confidence >= (hasEnding ? surestWithEnding : surest)
  if (known > 0) {
    // It must hold whole names, no gloss, and be another body than the one that it holds.
    const cuts = (taken(start) && taken(start - 1)) || (taken(end - 1) && taken(end))
    if (cuts || !isSure || /[()（）]/.test(name) || branch.test(name)) return null
  }
  return { at, start, end, confidence: Math.round(confidence * 100) / 100, isSure }
}
