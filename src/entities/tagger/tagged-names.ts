import { characterTable, isAt } from '../../text/character-table.ts'
import type { Field, Prose } from '../fields.ts'
import type { NameSearch } from '../gazetteer/find-mentions.ts'
import type { KnownName } from '../gazetteer/known-name.ts'
import type { NameTrie } from '../gazetteer/name-trie.ts'
import { WordFinder } from '../words/word-lists.ts'
import { markKnownNames } from './known-name-marks.ts'

/** Marks names in Chinese text by what it was trained on, told which known names stand there: one vote among several (src/entities/tagger). */
export type TagNames = (
  text: string,
  marks: Uint8Array,
) => readonly { start: number; end: number; kind: string; confidence: number }[]

/** What the tagger takes for the name of a body; places are those of the field. */
export interface TaggedSpan {
  start: number
  end: number
  confidence: number
}

export interface TaggedSpans {
  byField: ReadonlyMap<Field, readonly TaggedSpan[]>
  /** True when every sentence was read: where it marks nothing it saw nothing. */
  isWhole: boolean
}

/** Below this more than three of five spans were wrong on sentences that the tagger had not seen. */
const least = 0.4
/** By how much it is less sure of texts with many Latin names, which are those of programs: it has learnt nothing of them. */
const doubt = 0.2

const endings = new WordFinder(
  '公司 集团 银行 大学 学院 委员会 协会 联合会 商会 工会 基金 研究 事务所 交易所 报 社 台 局 部 署 厅 院 党 联盟 组织 中心 队 俱乐部 医院 法院 政府'.split(
    ' ',
  ),
)
const sentenceEnds = characterTable('。！？!?；;\\n')
const hasHan = /\p{Script=Han}/u

/**
 * What the tagger reads in the fields of a text. Its word is dear: of a manual it is asked nothing, of a text with many Latin names only
 * sentences that hold the ending of a body.
 */
export function tagFields(
  { fields, isManual, isRichInLatin }: Prose,
  search: NameSearch<KnownName[]>,
  local: NameTrie<KnownName[]> | null,
  tag: TagNames,
): TaggedSpans {
  const byField = new Map<Field, TaggedSpan[]>()
  if (isManual) return { byField, isWhole: false }
  for (const at of fields) {
    if (!hasHan.test(at.text)) continue
    const spans: TaggedSpan[] = []
    let marks: Uint8Array | null = null
    const firstOf = (from: number): number => (isRichInLatin ? endings.find(at.folded, from) : firstOfSentence(at.folded, from))
    for (let place = firstOf(0), end = 0; place >= 0; place = firstOf(end)) {
      const index = startOfSentence(at.folded, place)
      end = endOfSentence(at.folded, place)
      marks ??= markKnownNames(at.text, at.folded, search, local)
      for (const span of tag(at.text.slice(index, end), marks.subarray(index, end))) {
        const confidence = isRichInLatin ? span.confidence - doubt : span.confidence
        if (span.kind !== 'ORGANISATION' || confidence < least) continue
        const trimmed = trim(at.folded, index + span.start, index + span.end)
        const name = at.folded.slice(trimmed.start, trimmed.end)
        if (name.length >= 2 && (!isRichInLatin || hasHan.test(name))) spans.push({ ...trimmed, confidence })
      }
    }
    if (spans.length > 0) byField.set(at, spans)
  }
  return { byField, isWhole: !isRichInLatin }
}

/** Place of the first unit from `from` on that ends no sentence; -1 for none. */
function firstOfSentence(folded: string, from: number): number {
  let at = from
  while (isAt(sentenceEnds, folded, at)) at++
  return at < folded.length ? at : -1
}

function startOfSentence(folded: string, place: number): number {
  let start = place
  while (start > 0 && !isAt(sentenceEnds, folded, start - 1)) start--
  return start
}

/** Behind the marks that end it. */
function endOfSentence(folded: string, place: number): number {
  let end = place
  while (end < folded.length && !isAt(sentenceEnds, folded, end)) end++
  while (isAt(sentenceEnds, folded, end)) end++
  return end
}

/** Without the blanks and marks that the tagger counts in where Latin letters adjoin. */
function trim(folded: string, start: number, end: number): { start: number; end: number } {
  const outer = /[^\p{L}\p{N})]/u
  let [from, to] = [start, end]
  while (from < to && outer.test(folded[from]!)) from++
  while (to > from && outer.test(folded[to - 1]!)) to--
  if (folded[to - 1] === ')' && !folded.slice(from, to).includes('(')) to--
  return { start: from, end: to }
}
