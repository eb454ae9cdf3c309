import { type LabelledValue, readLabelledLine } from './fields/labelled-line.ts'
import { collectReferences, isReferenceLine, type References, readDefinition } from './markdown/references.ts'

/** The credits above and below a Markdown text, and the text between them. */
export interface CreditZones {
  header: LabelledValue[]
  footer: LabelledValue[]
  references: References
  /** The text without its credits and without the definitions of references under it. */
  body: string
  /** The lines of both zones as printed, for telling whose form it is. */
  printed: string
}

/** Lines of the desks themselves around the credits. */
const notice =
  /^[\s>*_#-]*(?:(?:本文|译文|此文)(?:由|为|来自|出自|是).{0,80}(?:LCTT|Linux\s?中国|翻译|编译|译者|出品|推出|发布|首发)|.{0,30}(?:荣誉|榮譽|自豪)(?:推出|出品)|(?:LCTT|掘金|Linux中国).{0,40}(?:翻译|原创)|本译文|欢迎转载|转载请|未经(?:许可|授权)|版权)/
const rule = /^[\s>]*(?:(?:[-—–=*_][ \t]*){3,}|<hr\s*\/?>)\s*$/
const fence = /^\s{0,3}(?:>\s?)*(`{3,}|~{3,})/
const blank = /^[\s>*-]*$/
const maxHeaderLines = 60
/** How many lines of text may stand below the credits: an author's note, a picture's source, a desk's advertisement. */
const maxLinesBelow = 40

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
  const below = lines.slice(footer.end).filter((line) => !isReferenceLine(line) && !rule.test(line) && !notice.test(line))
  const body = [...header.kept, ...lines.slice(header.end, footer.start), ...(below.length === 0 ? [] : ['', ...below])]
  return {
    header: header.values,
    footer: footer.values,
    references,
    body: body.join('\n'),
    printed: [...lines.slice(0, header.end), ...lines.slice(footer.start)].join('\n').slice(0, 20_000),
  }
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
  for (let index = 0; index < Math.min(lines.length, maxHeaderLines); index += 1) {
    const line = lines[index]!
    const read = readLabelledLine(line)
    if (read.length > 0 && isShort(read)) {
      values.push(...read)
      kept = [...kept, ...pending.filter((held) => !blank.test(held) && !rule.test(held)), '']
      pending = []
      end = index + 1
      isOpen = true
    } else if (isOpen && continues(line, values)) {
      append(values, line)
      end = index + 1
    } else if (blank.test(line) || rule.test(line) || readDefinition(line) !== null) {
      pending.push(line)
      isOpen &&= readDefinition(line) !== null
    } else {
      isOpen = false
      // A title may stand above the credits; any other text is the body.
      const isTitle =
        /^\s{0,3}#{1,6}\s*\S/.test(line) || (index + 1 < lines.length && /^(?:={3,}|-{3,})\s*$/.test(lines[index + 1]!))
      if (!isTitle || values.length > 0) break
      pending.push(line)
      if (!line.trimStart().startsWith('#')) {
        pending.push(lines[index + 1]!)
        index += 1
      }
    }
  }
  return values.length === 0 ? { values, kept: [], end: 0 } : { values, kept, end }
}

interface Footer {
  values: LabelledValue[]
  /** Index of the zone's first line. */
  start: number
  /** Index of the first line behind the last credit. */
  end: number
}

function readFooter(lines: readonly string[], from: number): Footer {
  const isCode = codeLines(lines)
  const found: { index: number; values: LabelledValue[] }[] = []
  let below = 0
  let start = lines.length
  for (let index = lines.length - 1; index >= from; index -= 1) {
    const line = lines[index]!
    if (blank.test(line) || isReferenceLine(line) || /^\s*<!--.*-->\s*$/.test(line)) continue
    const read = isCode[index] ? [] : readLabelledLine(line)
    if (read.length > 0 && isShort(read) && (found.length > 0 || read.some(isTelling))) {
      found.unshift({ index, values: read })
      start = index
      continue
    }
    const held = found[0]
    if (rule.test(line)) {
      if (held !== undefined && !isCreditAbove(lines, index)) break
      continue
    }
    if (notice.test(line)) {
      if (held === undefined && below === 0) start = index
      continue
    }
    if (held !== undefined && !continuesBelow(lines, index, held)) break
    if (held === undefined) {
      below += 1
      if (below > maxLinesBelow) break
    }
  }
  if (found.length === 0) return { values: [], start: lastNotice(lines, from), end: lines.length }
  let end = lines.length
  for (const [position, { index, values }] of found.entries()) {
    const next = found[position + 1]?.index ?? lines.length
    end = index + 1
    for (; end < next && continues(lines[end]!, values); end += 1) append(values, lines[end]!)
  }
  while (start > from && (blank.test(lines[start - 1]!) || rule.test(lines[start - 1]!) || notice.test(lines[start - 1]!)))
    start -= 1
  return { values: found.flatMap(({ values }) => values), start, end }
}

/** Whether the next line of text above a rule is a credit too. */
function isCreditAbove(lines: readonly string[], index: number): boolean {
  for (let at = index - 1; at >= Math.max(0, index - 3); at -= 1) {
    if (!blank.test(lines[at]!)) return readLabelledLine(lines[at]!).some(isTelling)
  }
  return false
}

/** A line between two credits that belongs to the one above it. */
function continuesBelow(lines: readonly string[], index: number, held: { index: number }): boolean {
  return (
    index === held.index - 1 && /^[\s>*-]*\[/.test(lines[index]!) && index > 0 && readLabelledLine(lines[index - 1]!).length > 0
  )
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
    (field === 'ORIGINAL_URL' || field === 'AUTHOR' || field === 'EDITOR' || field === 'PAGE_URL') && /\[|https?:/.test(value)
  )
}

/** Credits are short; a paragraph that begins with one of the labels is none. */
function isShort(values: readonly LabelledValue[]): boolean {
  return values.every(
    ({ value }) => value.replace(/\([^()]*\)|https?:\/\/\S+/g, '').length <= 300 && !/[。！？]\s*\S{10}/.test(value),
  )
}

/** A further line of names: a list item or a wrapped line of links under a credit. */
function continues(line: string, values: readonly LabelledValue[]): boolean {
  const last = values.at(-1)
  if (last === undefined || last.field === 'NOTICE') return false
  return (
    /^[\s>]*(?:[*+•-]\s+)?[、，,;；/&]?\s*(?:@[\w-]+|\[[^\]!][^\]]*\]\s*[([].*)$/.test(line) &&
    readDefinition(line) === null &&
    !/^\s*\[#\]/.test(line) &&
    line.length < 300
  )
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

/** Whether a line stands in a code block, so that `Author: …` in a program is no credit. */
function codeLines(lines: readonly string[]): boolean[] {
  let open: string | null = null
  const isCode: boolean[] = []
  for (const line of lines) {
    const mark = mayFence(line) ? (fence.exec(line)?.[1] ?? null) : null
    isCode.push(open !== null || mark !== null || isIndented(line))
    if (open === null) open = mark
    else if (mark !== null && mark[0] === open[0] && mark.length >= open.length) open = null
  }
  // A fence that is never closed must not hide the credits below it.
  return open === null ? isCode : lines.map(isIndented)
}

function mayFence(line: string): boolean {
  const first = line.charCodeAt(0)
  return first === 0x60 || first === 0x7e || first === 0x20 || first === 0x3e
}

function isIndented(line: string): boolean {
  return line.startsWith('    ') || line.startsWith('\t')
}
