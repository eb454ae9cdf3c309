import { type LabelledEntry, readLabelledEntry } from './fields/labelled-entry.ts'
import { type LabelledValue, readLabelledLine } from './fields/labelled-line.ts'
import { isDeskNotice } from './fields/notices.ts'
import { codeLines } from './markdown/code-lines.ts'
import { collectReferences, isReferenceLine, type References, readDefinition } from './markdown/references.ts'

/** The credits above and below a Markdown text, and the text between them. */
export interface CreditZones {
  /** LCTT's `[#]: key: (value)`. */
  fields: LabelledValue[]
  /** Every other line above the text. */
  header: LabelledValue[]
  footer: LabelledValue[]
  references: References
  /** The text without its credits and without the definitions of references under it. */
  body: string
  /** The lines of both zones as printed, for telling whose form it is. */
  printed: string
}

/** `[via]: https://…`, which names no link of the text. */
const viaDefinition = /^\s*\[via\]\s*[:：]/i
const rulePattern = /^[\s>]*(?:(?:[-—–=*_][ \t]*){3,}|<hr\s*\/?>)\s*$/
/** Nothing that is read, or a comment. */
const blank = /^[\s>*-]*(?:<!--.*-->\s*)?$/
/** Lines that may stand above a list of credits without being text. */
const besideCredits =
  /^\s*(?:(?:!\[[^\]]*\](?:\([^()]*\)|\[[^\]]*\])\s*)+|<img\b[^<>]*>|\|.*\|)\s*$|^\s*(?:<\/?[a-z][^<>]*>\s*)+$/i
const tagsPattern = /^\s*(?:<\/?(?:blockquote|div|p|ul|center|br)\b[^<>]*>\s*)+$|^[\s|:-]*$/i
const maxHeaderLines = 60
const maxCredits = 60
/** A longer line is no rule, no picture and no tag, whatever it begins with. */
const maxMarkLength = 2000
/** How many lines of text may stand above the credits at the top. */
const maxLinesAbove = 3
/** How many lines of text may stand below the credits: an author's note, a picture's source, a desk's advertisement. */
const maxLinesBelow = 40
/** How many may stand between them: a note on the author. */
const maxLinesBetween = 8

/**
 * Finds the labelled lines at the top of a Markdown text (LCTT's `[#]: key: (value)`, gold-miner's quoted list, any line `译者：…`) and at its end
 * (`via: …`, `译者：… 校对：…`), wherever rules, blanks, titles and notices stand among them.
 */
export function readCreditZones(text: string): CreditZones {
  // A line separator between credits is what some editors leave of a line break.
  const lines = text.replaceAll('\u2028', '\n').replaceAll('\u2029', '\n').split('\n')
  const references = collectReferences(lines)
  const header = readHeader(lines)
  const footer = readFooter(lines, header.end)
  const below = lines
    .slice(footer.start)
    .filter((line, at) => !footer.taken.has(footer.start + at) && !isReferenceLine(line) && !isRule(line) && !isDeskNotice(line))
  const body = [
    ...header.kept,
    ...lines.slice(header.end, footer.start),
    ...(below.some((line) => !blank.test(line)) ? ['', ...below] : []),
  ]
  return {
    fields: header.values.filter(isField),
    header: header.values.filter((value) => !isField(value)),
    footer: footer.values,
    references,
    body: body.join('\n'),
    printed: [...lines.slice(0, header.end), ...lines.slice(footer.start)].join('\n').slice(0, 20_000),
  }
}

function isField({ printed }: LabelledValue): boolean {
  return printed.startsWith('[#]')
}

function isRule(line: string): boolean {
  return line.length < maxMarkLength && rulePattern.test(line)
}

function isTags(line: string): boolean {
  return line.length < maxMarkLength && tagsPattern.test(line)
}

interface Header {
  values: LabelledValue[]
  /** Lines of the zone that belong to the text: its title. */
  kept: string[]
  /** Index of the first line behind the zone. */
  end: number
}

function readHeader(lines: readonly string[]): Header {
  const values: LabelledValue[] = []
  const kept: string[] = []
  let pending: string[] = []
  let end = 0
  let linesAbove = 0
  const limit = Math.min(lines.length, maxHeaderLines)
  const lastField = lines.slice(0, limit).findLastIndex((line) => line.startsWith('[#]'))
  for (let index = 0; index < limit; ) {
    const line = lines[index]!
    const entry = linesAbove === 0 || isItem(line) || index <= lastField ? readLabelledEntry(lines, index, limit) : null
    if (entry !== null) {
      values.push(...entry.values)
      kept.push(...pending.map((held) => (blank.test(held) || isRule(held) ? '' : held)), '')
      pending = []
      end = entry.end
    } else if (blank.test(line) || isRule(line) || readDefinition(line) !== null) pending.push(line)
    else {
      // A title may stand above the credits, or a picture, a comment, the head of a table, a remark of a few lines; any other text is the body.
      const isUnderlined = /^(?:={3,}|-{3,})\s*$/.test(lines[index + 1] ?? '')
      const isHead = /^\s{0,3}#{1,6}\s*\S/.test(line) || isUnderlined || (line.length < maxMarkLength && besideCredits.test(line))
      if (!isHead && values.length === 0) linesAbove += 1
      const mayStand =
        values.length === 0 ? linesAbove <= maxLinesAbove || index < lastField : isTags(line) || isAmongCredits(lines, index)
      if (!mayStand) break
      if (!isTags(line)) pending.push(line)
    }
    index = entry?.end ?? index + 1
  }
  const isList = linesAbove === 0 || new Set(values.filter(isTelling).map(({ field }) => field)).size > 1
  return values.length === 0 || !isList ? { values: [], kept: [], end: 0 } : { values, kept, end }
}

/** Whether a line is quoted, or an item of a list. */
function isItem(line: string): boolean {
  return /^\s{0,3}(?:>|[*+-]\s)/.test(line)
}

/** Whether an item that is no credit stands in a list of credits: 推荐理由：…, a note on the series. */
function isAmongCredits(lines: readonly string[], index: number): boolean {
  return (
    isItem(lines[index]!) &&
    lines.slice(index + 1, index + 4).some((line) => isItem(line) && readLabelledLine(line).some(isTelling))
  )
}

interface Footer {
  values: LabelledValue[]
  /** Index of the zone's first line. */
  start: number
  /** Indexes of the lines in it that hold nothing but credits. */
  taken: ReadonlySet<number>
}

/** Looks for credits from the last line up, past what may stand below and between them. */
function readFooter(lines: readonly string[], from: number): Footer {
  const isCode = codeLines(lines)
  const values: LabelledValue[] = []
  const taken = new Set<number>()
  let start = lines.length
  let isParted = false
  let texts = 0
  for (let index = lines.length - 1; index >= from; index -= 1) {
    const line = lines[index]!
    if (isRule(line)) isParted = values.length > 0
    if (isSilent(line)) continue
    const entry = isCode[index] ? null : readLabelledEntry(lines, index, start)
    if (entry !== null && belongs(entry)) {
      values.unshift(...entry.values)
      for (let at = index; at < entry.end; at += 1) taken.add(at)
      start = index
      texts = 0
    } else if (!isDeskNotice(line)) texts += 1
    else if (values.length === 0 && texts === 0) start = index
    if (texts > (values.length === 0 ? maxLinesBelow : maxLinesBetween) || values.length > maxCredits) break
  }
  while (start > from && (blank.test(lines[start - 1]!) || isRule(lines[start - 1]!) || isDeskNotice(lines[start - 1]!)))
    start -= 1
  return { values, start, taken }

  /** The lowest credit must be one for certain; any other stands right above another, or says for certain what none below it says. */
  function belongs(entry: LabelledEntry): boolean {
    if (values.length === 0) return entry.values.some(isTelling)
    const isApart = isParted || lines.slice(entry.end, start).some((line) => !isSilent(line) && !isDeskNotice(line))
    return !isApart || entry.values.every((value) => isTelling(value) && !values.some((known) => saysAsMuch(known, value)))
  }
}

/** Whether a line says nothing: a rule, a blank, one of a list of addresses that is numbered in any way. */
function isSilent(line: string): boolean {
  if (isRule(line) || blank.test(line)) return true
  if (viaDefinition.test(line)) return false
  return isReferenceLine(line) || readDefinition(line) !== null || /^\s*(?:\d{1,3}[.)、]\s*)?<?https?:\S+$/.test(line)
}

/** Whether a value leaves another nothing to say. A source is no more than a guess at the original. */
function saysAsMuch(known: LabelledValue, { field }: LabelledValue): boolean {
  return known.field === field || (known.field === 'ORIGINAL_URL' && field === 'SOURCE_URL')
}

/** Whether a labelled line is of a kind that only credits are of: 来源：… may be any sentence. */
function isTelling({ field, value }: LabelledValue): boolean {
  if (field === 'TRANSLATOR' || field === 'PROOFREADER' || field === 'SELECTOR') return true
  return (
    (field === 'ORIGINAL_URL' || field === 'SOURCE_URL' || field === 'AUTHOR' || field === 'EDITOR' || field === 'PAGE_URL') &&
    /\[|https?:/.test(value)
  )
}
