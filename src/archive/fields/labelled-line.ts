import { creditLabels, type Field, fieldOfLabel } from './labels.ts'

export interface LabelledValue {
  field: Field
  /** Markdown behind the label, decoration taken off. */
  value: string
  /** The label with its value, as printed. */
  printed: string
}

/** What may stand before a label: quote marks, bullets, numbers, headings, emphasis, table bars, brackets. */
const decoration = /^(?:[\s>|#•·◦▪・+，,、;；]|[*_-]+(?=[\s[*_]|[^\s*_-])|\d{1,2}[.)]\s|<[^>]{1,40}>)*/
const labelled = /^[[【（(「]?\s*([\p{L}][\p{L} ]{0,24}?)\s*[*_`]*\s*[\]】）)」]?\s*[*_`]*\s*[:：∶]\s*[*_`]*\s*(.*)$/su
const field = /^\s*\[#\]\s*[:：]\s*([\p{L} _-]{2,20}?)\s*[:：]\s*(.*?)\s*$/u
const mayBeLabelled = /[:：∶|【]/
const mayBeLabelledBySlash = /[:：∶|【/／｜]/
/** A longer line is a paragraph. */
const maxLength = 3000
const anyCredit = creditLabels.join('|')
/** A further credit behind a separator; without one, only where a link follows: Eric译者：[a](…). */
const nextCredit = new RegExp(
  `(?:^|[\\s,，;；、/／|｜)）\\]】*]|&nbsp;)[*_]*(${anyCredit})[*_]*\\s*[:：∶]|(${anyCredit})\\s*[:：∶](?=\\s*\\[)`,
  'gu',
)
const mayHoldNextCredit = /[^\0-~][*_\s]*[:：∶]/
/** Labels that a stroke or brackets set off: 译者/何黎, 【译者】何黎. */
const strokes = new RegExp(`(^|[\\s（(])(${anyCredit})\\s*[/／｜]\\s*`, 'gu')
const bracketed = new RegExp(`^【\\s*(${anyCredit}|原文|原文链接|原文地址)\\s*】\\s*[:：]?\\s*`, 'u')

/**
 * The labelled values of one line: `译者：[a](…) 校对：[b](…)` holds two. Empty for a line that does not begin with a label. With
 * `slash`, a stroke may stand for the colon: 译者/何黎.
 */
export function readLabelledLine(line: string, options: { slash?: boolean } = {}): LabelledValue[] {
  // Most lines hold nothing that could stand between a label and its value.
  if (line.length > maxLength || !(options.slash ? mayBeLabelledBySlash : mayBeLabelled).test(line)) return []
  const own = line.includes('[#]') ? field.exec(line) : null
  if (own !== null) {
    const named = fieldOfLabel(own[1]!)
    return [{ field: named ?? 'NOTICE', value: unwrapFieldValue(own[2]!), printed: line.trim() }]
  }
  const undecorated = withoutBar(line.slice(decoration.exec(line)![0].length).trimEnd()).replace(bracketed, '$1：')
  const bare = options.slash ? undecorated.replace(strokes, '$1$2：') : undecorated
  const first = labelled.exec(bare) ?? readTableCells(bare)
  if (first === null) return []
  const firstField = fieldOfLabel(first[1]!)
  if (firstField === null) return []
  const value = first[2]!.replace(/^[\s:：]+/, '')
  const values: LabelledValue[] = []
  let current = { field: firstField, start: 0, label: first[1]! }
  for (const match of mayHoldNextCredit.test(value) ? value.matchAll(nextCredit) : []) {
    const start = match.index + match[0].length
    values.push(finish(current, value.slice(current.start, match.index)))
    const label = (match[1] ?? match[2])!
    current = { field: fieldOfLabel(label)!, start, label }
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
    // The end of a bracket that began before the label.
    .replace(/^([^（(【[]*)[）)】\]]$/, '$1')
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
