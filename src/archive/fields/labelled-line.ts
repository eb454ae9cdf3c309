import { foldText } from '../../text/fold-name.ts'
import { readCreditSentence } from './credit-sentence.ts'
import { creditLabel, type Field, fieldsOfLabel, remark } from './labels.ts'

export interface LabelledValue {
  field: Field
  /** Markdown behind the label, decoration taken off. */
  value: string
  /** The label with its value, as printed. */
  printed: string
}

const colon = '[:：∶﹕︰]'
const label = `[\\p{L}][\\p{L}\\p{N} /、&*]{0,24}?(?:${remark})?`
/** What may stand before a label: quote marks, bullets, numbers, headings, emphasis, table bars, brackets. */
const decoration = /^(?:[\s>＞|#•·◦▪・+，,、;；]|[*_`-]+(?=[\s[*_`]|[^\s*_`-])|\d{1,2}[.)]\s)*/
/** Every run is bounded or ends at another character: no line takes more than linear time. */
const marks = '[\\s*_`\\\\]{0,12}'
/** A label and its value, parted by a colon, by the end of brackets around the label (【译者】何黎) or by the bar of a table with two columns. */
const labelled = new RegExp(
  `^[[【（(「]?\\s*(${label})(?:${marks}[\\]】）)」]?${marks}${colon}|\\s*】|${marks}\\|(?=[^|]*$))[\\s*_\`]*(.*)$`,
  'su',
)
/** A label without a colon, or with what was typed in its place, before nothing but links. */
const unpunctuated = new RegExp(`^(${label})[*_\`]*\\s*[;；.。]?\\s*((?:\\[|<?https?:|@).*)$`, 'su')
const mayBeUnpunctuated = /^[^\s[(（]{1,20}[\s*_`;；.。]*(?:\[|<?https?:|@)/
/** Labels and account names with nothing but spaces between them: 译者 ann 校对 bo. A label alone must be one of a person: 翻译 Linux is none. */
const account = '[a-z][\\w-]{0,38}'
const unmarked = new RegExp(
  `^(?:${creditLabel}\\s{1,4}${account}(?:[\\s,，、/|]{1,4}${creditLabel}\\s{1,4}${account}){1,4}|(?:译者|译员|校对[者员]|审校[者员])\\s{1,4}${account})$`,
)
const unmarkedCredit = new RegExp(`(^|[\\s,，、/|])(${creditLabel})\\s{1,4}(?=${account})`, 'g')
const mayBeUnmarked = /^.{0,9}[译校审譯]\S{0,3}\s/
/** Links, addresses and account names, and what stands between them. */
export const onlyLinks =
  /^(?:\[(?:[^\][]|\[[^\][]*\])*\](?:\([^()\s]*\))?|<?https?:\/\/[^\s、，。]+(?![^\s、，。])|@[\w-]+(?![\w-])|[\s、，,;；。&/]|和|and)+$/
const field = new RegExp(`^\\s*\\[#\\]\\s*${colon}?\\s*([\\p{L} _-]{2,20}?)\\s{0,9}${colon}(.*)$`, 'u')
const mayBeLabelled = /[:：∶﹕︰|【]|\]\s?\[/
const mayBeLabelledBySlash = /[:：∶﹕︰|【/／｜丨]/
/** A longer line is a paragraph. */
const maxLength = 3000
/** A further credit behind a separator; without one, only where a link follows: Eric译者：[a](…). The original too, before its address, and the desk's notice. */
const nextCredit = new RegExp(
  `(?:^|[\\s,，;；、/／|｜)）\\]】*])[*_]*(${creditLabel})[*_]*\\s*(?:${colon}|(?=\\[))|(${creditLabel})\\s*${colon}(?=\\s*\\[)|[，,；;|]\\s*\\[(原文(?:链接|地址)?)(?=\\]\\(https?:)|(?<=[\\s)）])(?:(via|原文(?:地址|链接)?|[译校])\\s*${colon}|(本文由))(?=\\s*(?:\\[|<?https?:))`,
  'g',
)
const mayHoldNextCredit = /[^\0-~][*_\s\d)]*[:：∶﹕︰[]|\svia\s?[:：]/i
/** Labels that a stroke sets off: 译者/何黎. */
const strokes = new RegExp(`(^|[\\s（(])(${creditLabel})\\s*[/|丨]\\s*(?!${creditLabel}\\s*${colon})`, 'g')
/** The end of a bracket that began before the value. */
const endOfBracket = /^([^（(【[]*)[)）】\]]$/
/** A line of its own that says itself what it leads to: [阅读原文](…). In a quotation or a list it tells of something else. */
const tellingLink = /^\[([^\][]{2,12})\]\(https?:[^\s()]*\)[。.]?$/
/** An original in a sentence that goes on with who translated it: 本文译自 [A Title](…)，由 A 翻译。 */
const originalInSentence = /^(\[[^\][]*\]\([^()\s]*\)|<?https?:\/\/[^\s，。；>]+>?)\s*[，,。；;]\s*(由.*)$/
const tag = /<\/?(?:b|strong|em|i|u|p|span|font|small|center|div|li|ul|blockquote|br|su[bp])\b[^<>]*>/gi
const htmlLink = /<a\s[^<>]*?href\s*=\s*["']?([^"'\s<>]+)[^<>]*>(.{0,200}?)<\/a>/gi

/**
 * The labelled values of one line: `译者：[a](…) 校对：[b](…)` holds two. Empty for a line that does not begin with a label. With
 * `slash`, a stroke may stand for the colon: 译者/何黎.
 */
export function readLabelledLine(line: string, options: { slash?: boolean } = {}): LabelledValue[] {
  // Most lines hold nothing that could stand between a label and its value.
  if (line.length > maxLength) return []
  const written = readCreditSentence(line)
  if (written !== null) return [...written.values, ...readLabelledLine(written.rest)]
  if (!(options.slash ? mayBeLabelledBySlash : mayBeLabelled).test(line)) return readUnmarked(line)
  const own = line.includes('[#]') ? field.exec(line) : null
  if (own !== null) {
    const [named = 'NOTICE'] = fieldsOfLabel(own[1]!)
    return [{ field: named, value: unwrapFieldValue(own[2]!.trim().replace(/\\$/, '')), printed: line.trim() }]
  }
  const visible = /[\u200b&]/.test(line) ? line.replaceAll('\u200b', '').replace(/&(?:nbsp|e[mn]sp);/g, ' ') : line
  const text = visible.includes('<') ? visible.replace(htmlLink, '[$2]($1)').replace(tag, '') : visible
  const undecorated = text.slice(decoration.exec(text)![0].length).trimEnd().replace(/\|$/, '')
  const bare = options.slash ? withColons(undecorated, strokes) : undecorated
  const first = labelled.exec(bare)
  const firstFields = first === null ? [] : fieldsOfLabel(first[1]!)
  if (first !== null && firstFields.length > 0) return readValues(firstFields, first[1]!, first[2]!.replace(/^[\s:：]+/, ''))
  const link = line.startsWith('[') ? tellingLink.exec(line) : null
  if (link !== null && fieldsOfLabel(link[1]!)[0] === 'ORIGINAL_URL')
    return [{ field: 'ORIGINAL_URL', value: line, printed: line }]
  const loose = mayBeUnpunctuated.test(bare) ? unpunctuated.exec(bare) : null
  const looseFields = loose === null ? [] : fieldsOfLabel(loose[1]!)
  if (loose === null || looseFields.length === 0) return []
  const [, original = loose[2]!, more = ''] = originalInSentence.exec(loose[2]!) ?? []
  const values = readValues(looseFields, loose[1]!, original)
  return values.every(({ value }) => onlyLinks.test(value)) ? [...values, ...readLabelledLine(more)] : []
}

function readValues(fields: readonly Field[], label: string, value: string): LabelledValue[] {
  const values: LabelledValue[] = []
  let current = { fields, start: 0, label }
  for (const match of mayHoldNextCredit.test(value) ? foldText(value).matchAll(nextCredit) : []) {
    const end = match.index + match[0].length
    const found = match.slice(1).find((group) => group !== undefined)!
    const length = found.length
    const start = match.index + match[0].indexOf(found)
    values.push(...finish(current, value.slice(current.start, match.index)))
    const next = value.slice(start, start + length)
    current = { fields: fieldsOfLabel(next), start: end, label: next }
  }
  values.push(...finish(current, value.slice(current.start)))
  return values
}

function readUnmarked(line: string): LabelledValue[] {
  if (line.length > 200 || !mayBeUnmarked.test(line)) return []
  const text = line.slice(decoration.exec(line)![0].length).trim()
  return unmarked.test(foldText(text)) ? readLabelledLine(withColons(text, unmarkedCredit)) : []
}

/** 译者/何黎 → 译者：何黎. The pattern holds what stands before the label, and the label. */
function withColons(text: string, pattern: RegExp): string {
  let written = ''
  let at = 0
  for (const match of foldText(text).matchAll(pattern)) {
    const start = match.index + match[1]!.length
    written += `${text.slice(at, start + match[2]!.length)}：`
    at = match.index + match[0].length
  }
  return written + text.slice(at)
}

function finish(current: { fields: readonly Field[]; label: string }, value: string): LabelledValue[] {
  const trimmed = value
    .trim()
    .replace(/^(?:\*\*|__)\s*|\\$|\s[/／|｜]$/g, '')
    .replace(endOfBracket, '$1')
    .trim()
  return current.fields.map((field) => ({ field, value: trimmed, printed: `${current.label}：${trimmed}` }))
}

/** `(value)`, `"value"` and bare values of LCTT's `[#]: key: …` fields. */
function unwrapFieldValue(value: string): string {
  const isWrapped = /^(?:\(.*\)|（.*）|".*"|“.*”|'.*')$/s.test(value)
  return (isWrapped ? value.slice(1, -1) : value.replace(/^["(（“]|["”]$/g, '').replace(endOfBracket, '$1')).trim()
}
