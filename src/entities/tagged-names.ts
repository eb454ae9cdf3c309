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
}

/** Below this the tagger's word alone is not taken; with the ending of a body behind it, less will do. */
const surest = 0.97
const surestWithEnding = 0.8
/** What a body's name ends in, anywhere in a text: without one of these the tagger, whose word is dear, is not asked. */
const anyEnding =
  /公司|集团|银行|大学|学院|委员会|协会|联合会|商会|工会|基金|研究|事务所|交易所|报|社|台|局|部|署|厅|院|党|联盟|组织|中心|队|俱乐部|医院|法院|政府/

/** Bodies that nothing but the tagger sees, in the fields that hold the ending of a body at all. */
export function findTaggedNames(
  fields: readonly Field[],
  isTaken: (at: Field) => (place: number) => boolean,
  tag: TagNames,
): TaggedName[] {
  const names: TaggedName[] = []
  for (const at of fields) {
    if (!anyEnding.test(at.folded)) continue
    const taken = isTaken(at)
    for (const { start, end, kind, confidence } of tag(at.text)) {
      if (kind !== 'ORGANISATION' || end - start < 3) continue
      let isFree = true
      for (let place = start; place < end; place++) if (taken(place)) isFree = false
      if (!isFree) continue
      const name = at.folded.slice(start, end)
      if (isGeneric(name)) continue
      const ending = endingOf(name)
      const hasEnding = ending !== null && ending.ending.length >= 2 && name.length >= ending.ending.length + 2
      if (confidence >= (hasEnding ? surestWithEnding : surest))
        names.push({ at, start, end, confidence: Math.round(confidence * 100) / 100 })
    }
  }
  return names
}
