import { readDefinition } from '../markdown/references.ts'
import { type LabelledValue, onlyLinks, readLabelledLine } from './labelled-line.ts'
import { isDeskNotice } from './notices.ts'

/** A labelled line with the lines of names that go on with it. */
export interface LabelledEntry {
  values: LabelledValue[]
  /** Index of the first line behind it. */
  end: number
}

/** What stands before the text of a line in a quotation or a list. */
const item = /^[\s>]*(?:[*+•-]\s+)?/

/** The labelled line at an index; null for a line that is none, and for a paragraph that begins like one. */
export function readLabelledEntry(lines: readonly string[], index: number, limit: number): LabelledEntry | null {
  const label = lines[index]!
  const values = readLabelledLine(label)
  if (values.length === 0 || !isShort(values)) return null
  let end = index + 1
  for (; end < limit && continues(lines[end]!, values, label); end += 1) append(values, lines[end]!)
  // A label that stands alone has its value in the next line that is not blank.
  const next = lines.slice(end, limit).findIndex((line) => /[^\s>*-]/.test(line))
  if (next !== -1 && isMissingValue(lines[end + next]!, values)) {
    append(values, lines[end + next]!)
    end += next + 1
  }
  return { values, end }
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
  return (
    line.length < 300 &&
    values.at(-1)!.field !== 'NOTICE' &&
    /^[\s>]*(?:[*+•-]\s+)?[、，,;；/&]?\s*(?:@[\w-]+|\[[^\]!][^\]]*\]\s*[([].*)$/.test(line) &&
    !isNextItem(line, label) &&
    !isDeskNotice(line) &&
    readDefinition(line) === null &&
    !/^\s*\[#\]/.test(line)
  )
}

/**
 * Whether a line is an item of the same list as the label, no deeper than it, where the label's own line says all. A mark of quotation is no depth: it may stand
 * before the first item alone.
 */
function isNextItem(line: string, label: string): boolean {
  if (/[:：、，,;；&/]\s*$/.test(label)) return false
  const indent = /(?:^|> ?)([ \t]*)[*+•-]\s/
  const [own, above] = [indent.exec(line), indent.exec(label)]
  return own !== null && above !== null && own[1]!.length <= above[1]!.length
}

/** Links or addresses and nothing else, behind a label that stands alone: its value. */
function isMissingValue(line: string, values: readonly LabelledValue[]): boolean {
  const { field, value } = values.at(-1)!
  if (value !== '' || field === 'NOTICE' || line.length > 3000 || readDefinition(line) !== null) return false
  return onlyLinks.test(line.replace(item, '').trim())
}

function append(values: LabelledValue[], line: string): void {
  const last = values.at(-1)!
  const more = line.replace(item, '').trim()
  values[values.length - 1] = {
    ...last,
    value: last.value === '' ? more : `${last.value}、${more}`,
    printed: `${last.printed} ${more}`.trim(),
  }
}
