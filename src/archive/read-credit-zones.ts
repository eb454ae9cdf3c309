import { type LabelledValue, onlyLinks, readLabelledLine } from './fields/labelled-line.ts'
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
/** Lines of the desks themselves around the credits. */
const notice =
  /^[\s>*_#-]*(?:(?:本文|译文|此文)(?:由|为|来自|出自|是).{0,80}(?:LCTT|Linux\s?中国|翻译|编译|译者|出品|推出|发布|首发)|.{0,30}(?:荣誉|榮譽|自豪)(?:推出|出品)|\[?(?:LCTT|掘金|Linux中国).{0,80}(?:翻译|原创)|本译文|欢迎转载|转载请|未经(?:许可|授权)|版权)/
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
    .filter((line, at) => !footer.taken.has(footer.start + at) && !isReferenceLine(line) && !isRule(line) && !notice.test(line))
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
  let kept: string[] = []
  let pending: string[] = []
  let end = 0
  let isOpen = false
  let label = ''
  let linesAbove = 0
  const lastField = lines.slice(0, maxHeaderLines).findLastIndex((line) => line.startsWith('[#]'))
  for (let index = 0; index < Math.min(lines.length, maxHeaderLines); index += 1) {
    const line = lines[index]!
    const read = readLabelledLine(line)
    if (read.length > 0 && isShort(read) && (linesAbove === 0 || isItem(line) || index <= lastField)) {
      values.push(...read)
      kept = [...kept, ...pending.map((held) => (blank.test(held) || isRule(held) ? '' : held)), '']
      pending = []
      end = index + 1
      isOpen = true
      label = line
    } else if ((isOpen && continues(line, values, label)) || isMissingValue(line, values)) {
      append(values, line)
      pending = []
      end = index + 1
    } else if (blank.test(line) || isRule(line) || readDefinition(line) !== null) {
      pending.push(line)
      isOpen &&= readDefinition(line) !== null
    } else {
      isOpen = false
      // A title may stand above the credits, or a picture, a comment, the head of a table, a remark of a few lines; any other text is the body.
      const isUnderlined = index + 1 < lines.length && /^(?:={3,}|-{3,})\s*$/.test(lines[index + 1]!)
      const isHead = /^\s{0,3}#{1,6}\s*\S/.test(line) || isUnderlined || (line.length < maxMarkLength && besideCredits.test(line))
      if (!isHead && values.length === 0) linesAbove += 1
      const mayStand =
        values.length === 0 ? linesAbove <= maxLinesAbove || index < lastField : isTags(line) || isAmongCredits(lines, index)
      if (!mayStand) break
      if (!isTags(line)) pending.push(line)
      if (isUnderlined) {
        pending.push(lines[index + 1]!)
        index += 1
      }
    }
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

/** Whether a line is of a list of addresses as stands below the credits, numbered in any way. */
function isReference(line: string): boolean {
  return isReferenceLine(line) || readDefinition(line) !== null || /^\s*(?:\d{1,3}[.)、]\s*)?<?https?:\S+$/.test(line)
}

interface Footer {
  values: LabelledValue[]
  /** Index of the zone's first line. */
  start: number
  /** Indexes of the lines in it that hold nothing but credits. */
  taken: ReadonlySet<number>
}

function readFooter(lines: readonly string[], from: number): Footer {
  const isCode = codeLines(lines)
  const found: { index: number; values: LabelledValue[] }[] = []
  const fields = new Set<string>()
  let below = 0
  let gap = 0
  let isParted = false
  let start = lines.length
  for (let index = lines.length - 1; index >= from; index -= 1) {
    const line = lines[index]!
    if (isRule(line)) {
      isParted = found.length > 0
      continue
    }
    if (blank.test(line) || (isReference(line) && !viaDefinition.test(line))) continue
    const read = isCode[index] ? [] : readLabelledLine(line)
    if (
      read.length > 0 &&
      isShort(read) &&
      (found.length > 0 || read.some(isTelling)) &&
      ((gap === 0 && !isParted) || read.every((value) => isTelling(value) && isNew(value, fields)))
    ) {
      found.unshift({ index, values: read })
      for (const { field } of read) fields.add(field)
      start = index
      gap = 0
      continue
    }
    if (notice.test(line)) {
      if (found.length === 0 && below === 0) start = index
      continue
    }
    if (found.length === 0) below += 1
    else if (!isValueOfCreditAbove(lines, index)) gap += 1
    if (below > maxLinesBelow || gap > maxLinesBetween || found.length > maxCredits) break
  }
  if (found.length === 0) return { values: [], start: lastNotice(lines, from), taken: new Set() }
  const taken = new Set<number>()
  for (const [position, { index, values }] of found.entries()) {
    const next = found[position + 1]?.index ?? lines.length
    let end = index + 1
    for (; end < next && continues(lines[end]!, values, lines[index]!); end += 1) append(values, lines[end]!)
    const value = lines.slice(end, next).findIndex((line) => !blank.test(line))
    if (value !== -1 && isMissingValue(lines[end + value]!, values)) {
      append(values, lines[end + value]!)
      end += value + 1
    }
    for (let at = index; at < end; at += 1) taken.add(at)
  }
  while (start > from && (blank.test(lines[start - 1]!) || isRule(lines[start - 1]!) || notice.test(lines[start - 1]!)))
    start -= 1
  return { values: found.flatMap(({ values }) => values), start, taken }
}

/** Whether nothing says yet what a value says. A source is no more than a guess at the original. */
function isNew({ field }: LabelledValue, known: ReadonlySet<string>): boolean {
  return !known.has(field) && !(field === 'SOURCE_URL' && known.has('ORIGINAL_URL'))
}

/** A line of links right below a credit, or the line of links that a label above it leaves out. */
function isValueOfCreditAbove(lines: readonly string[], index: number): boolean {
  const line = lines[index]!
  if (index === 0) return false
  if (/^[\s>*-]*\[/.test(line) && readLabelledLine(lines[index - 1]!).length > 0) return true
  if (!isLinks(line)) return false
  const above = [lines[index - 1]!, lines[index - 2] ?? ''].find((other) => !blank.test(other))
  return above !== undefined && readLabelledLine(above).at(-1)?.value === ''
}

/** Where a closing notice begins that stands under a text without credits; the end of the text without one. */
function lastNotice(lines: readonly string[], from: number): number {
  for (let index = lines.length - 1; index >= Math.max(from, lines.length - 400); index -= 1) {
    const line = lines[index]!
    if (blank.test(line) || readDefinition(line) !== null) continue
    return notice.test(line) && line.length < 300 ? index : lines.length
  }
  return lines.length
}

/** Whether a labelled line is of a kind that only credits are of: 来源：… may be any sentence. */
function isTelling({ field, value }: LabelledValue): boolean {
  if (field === 'TRANSLATOR' || field === 'PROOFREADER' || field === 'SELECTOR') return true
  return (
    (field === 'ORIGINAL_URL' || field === 'SOURCE_URL' || field === 'AUTHOR' || field === 'EDITOR' || field === 'PAGE_URL') &&
    /\[|https?:/.test(value)
  )
}

/** Credits are short; a paragraph that begins with one of the labels is none. */
function isShort(values: readonly LabelledValue[]): boolean {
  return values.every(
    ({ value }) =>
      !/^(?!.*:\/\/)[^[\]]{16,}[。！？]$/.test(value) &&
      value.replace(/\([^()]*\)|https?:\/\/\S+/g, '').length <= 300 &&
      !/[。！？]\s*\S{10}/.test(value.replace(/\[[^\][]*\]\([^()]*\)/g, '')),
  )
}

/** A further line of names: a list item or a wrapped line of links under a credit. */
function continues(line: string, values: readonly LabelledValue[], label: string): boolean {
  const last = values.at(-1)
  if (last === undefined || last.field === 'NOTICE') return false
  return (
    line.length < 300 &&
    /^[\s>]*(?:[*+•-]\s+)?[、，,;；/&]?\s*(?:@[\w-]+|\[[^\]!][^\]]*\]\s*[([].*)$/.test(line) &&
    !isNextItem(line, label) &&
    !notice.test(line) &&
    readDefinition(line) === null &&
    !/^\s*\[#\]/.test(line)
  )
}

/** Whether a line is an item of the same list as the label, no deeper than it, where the label's own line says all. */
function isNextItem(line: string, label: string): boolean {
  if (/[:：、，,;；&/]\s*$/.test(label)) return false
  const item = /^[\s>]*(?=[*+•-]\s)/
  const [own, above] = [item.exec(line), item.exec(label)]
  return own !== null && above !== null && own[0].length <= above[0].length
}

/** Links alone on a line, or an address, behind a label that stands alone: its value. */
function isMissingValue(line: string, values: readonly LabelledValue[]): boolean {
  const last = values.at(-1)
  if (last === undefined || last.value !== '' || last.field === 'NOTICE' || readDefinition(line) !== null) return false
  return isLinks(line)
}

/** Links or addresses and nothing else, quoted or in a list. */
function isLinks(line: string): boolean {
  const text = line.length > 3000 ? '' : line.replace(/^[\s>]*(?:[*+•-]\s+)?/, '').trim()
  return text !== '' && onlyLinks.test(text)
}

function append(values: LabelledValue[], line: string): void {
  const last = values.at(-1)!
  const more = line.replace(/^[\s>]*(?:[*+•-]\s+)?/, '').trim()
  values[values.length - 1] = {
    ...last,
    value: last.value === '' ? more : `${last.value}、${more}`,
    printed: `${last.printed} ${more}`.trim(),
  }
}
