import { creditLabels, type Field, fieldOfLabel } from './labels.ts'

export interface LabelledValue {
  field: Field
  /** Markdown behind the label, decoration taken off. */
  value: string
  /** The label with its value, as printed. */
  printed: string
}

/** What may stand before a label: quote marks, bullets, numbers, headings, emphasis, table bars, brackets. */
const decoration = /^(?:[\s>|#•·◦▪・+]|[*_-]+(?=[\s[*_]|[^\s*_-])|\d{1,2}[.)]\s|<[^>]{1,40}>)*/
const labelled = /^[[【（(「]?\s*([\p{L}][\p{L} ]{0,24}?)\s*[*_`]*\s*[\]】）)」]?\s*[*_`]*\s*[:：∶]\s*[*_`]*\s*(.*)$/su
const slashed = /^[[【（(]?\s*([\p{Script=Han}]{1,6})\s*[/／|｜]\s*(.*)$/su
const field = /^\s*\[#\]\s*[:：]\s*([\p{L} _-]{2,20}?)\s*[:：]\s*(.*?)\s*$/u
/** A longer line is a paragraph. */
const maxLength = 3000
const nextCredit = new RegExp(
  `(?:^|[\\s,，;；、/／|｜)）\\]】*]|&nbsp;)[*_]*((?:${creditLabels.join('|')}))[*_]*\\s*[:：∶]`,
  'gu',
)

/**
 * The labelled values of one line: `译者：[a](…) 校对：[b](…)` holds two. Empty for a line that does not begin with a label. With
 * `slash`, a stroke may stand for the colon: 译者/何黎.
 */
export function readLabelledLine(line: string, options: { slash?: boolean } = {}): LabelledValue[] {
  if (line.length > maxLength) return []
  const own = line.includes('[#]') ? field.exec(line) : null
  if (own !== null) {
    const named = fieldOfLabel(own[1]!)
    return [{ field: named ?? 'NOTICE', value: unwrapFieldValue(own[2]!), printed: line.trim() }]
  }
  const bare = withoutBar(line.slice(decoration.exec(line)![0].length).trimEnd())
  const first = labelled.exec(bare) ?? readTableCells(bare) ?? (options.slash ? slashed.exec(bare) : null)
  if (first === null) return []
  const firstField = fieldOfLabel(first[1]!)
  if (firstField === null) return []
  const value = first[2]!.replace(/^[\s:：]+/, '')
  const values: LabelledValue[] = []
  let current = { field: firstField, start: 0, label: first[1]! }
  for (const match of value.matchAll(nextCredit)) {
    const start = match.index + match[0].length
    values.push(finish(current, value.slice(current.start, match.index)))
    current = { field: fieldOfLabel(match[1]!)!, start, label: match[1]! }
  }
  values.push(finish(current, value.slice(current.start)))
  return values
}

function withoutBar(text: string): string {
  return text.endsWith('|') ? text.slice(0, -1).trimEnd() : text
}

/** A row of a table: label and value in cells of their own. */
function readTableCells(bare: string): RegExpExecArray | null {
  return /^\s*[*_]*([\p{L}][\p{L} ]{0,24}?)[*_]*\s*\|\s*([^|]*?)\s*$/u.exec(bare)
}

function finish(current: { field: Field; label: string }, value: string): LabelledValue {
  const trimmed = value
    .trim()
    .replace(/^(?:\*\*|__)\s*/, '')
    .trim()
  return { field: current.field, value: trimmed, printed: `${current.label}：${trimmed}` }
}

/** `(value)`, `"value"` and bare values of LCTT's `[#]: key: …` fields. */
function unwrapFieldValue(value: string): string {
  const wrapped = /^(?:\((.*)\)|（(.*)）|"(.*)"|“(.*)”|'(.*)')$/s.exec(value)
  const inner =
    wrapped === null ? value.replace(/^["(（“]|["”]$/g, '') : (wrapped.slice(1).find((part) => part !== undefined) ?? '')
  return inner.trim()
}
