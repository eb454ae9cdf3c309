import { isChineseName } from './chinese-name.ts'
import type { LabelledValue } from './labelled-line.ts'

const begins = /^[\s>*_（(【[—–-]{0,9}(?:本文|此文|该文|译文|文章)?(?:系|是)?由\s*/
const done = /\s*(共同|合作)?(翻译|编译|校对|审校|校译)(?:了?(?:自|整理|并|发布|完成)|[\s，,。；;、*_）)】]|$)/
/** Desks, and what they ask of those who copy a text. */
const desk =
  /LCTT|TranslateProject|Linux\s?中国|(?:翻译|字幕|编译)(?:组|社|计划|平台|小组|团队)|公众号|社区|网站?$|部$|[根依]据|授权|许可|机器|原创|组织/i
const maxLength = 400
const names = '(\\p{Script=Han}{2,3}?(?:(?:[、，,和\\s])\\s*\\p{Script=Han}{2,3}){0,3})'
/** 何黎译, （何黎 译）, ——何黎/译, 何黎翻译. */
const nameFirst = new RegExp(`^[\\s（(—–-]{0,6}${names}\\s*[/／]?\\s*(?:[翻编編]?[译譯])[）)。]?$`, 'u')
/** 本文译者何黎, 译者 何黎, 译者为何黎. */
const nameLast = new RegExp(`^[（(]?(?:本文|中文)?[译譯]者\\s*[为為是]?\\s*${names}[）)。]?$`, 'u')

/**
 * Credits written out as a sentence: 本文由 A 翻译，B 校对。 None where it names a desk (本文由 LCTT 原创翻译), or is any other sentence. `rest` is what stands
 * behind it.
 */
export function readCreditSentence(line: string): { values: LabelledValue[]; rest: string } | null {
  const start = line.length > maxLength ? null : begins.exec(line)
  if (start === null) return null
  const values: LabelledValue[] = []
  let rest = line.slice(start[0].length)
  let isFromOriginal = false
  for (let end = done.exec(rest); end !== null && values.length < 4; end = done.exec(rest)) {
    const value = rest.slice(0, end.index).replace(/^[\s，,。；;、]*(?:由\s*)?/, '')
    const text = value.replace(/\]\([^()]*\)/g, '')
    if (value === '' || text.length > 60 || /[，。：:！？]/.test(text) || desk.test(value)) break
    values.push({ field: /[校审]/.test(end[2]!) ? 'PROOFREADER' : 'TRANSLATOR', value, printed: line.trim() })
    rest = rest.slice(end.index + end[0].length)
    isFromOriginal = end[0].endsWith('自')
  }
  const behind = rest.replace(/^[\s，,。；;、（(]+/, '')
  return values.length === 0 ? null : { values, rest: isFromOriginal ? `译自：${behind}` : behind }
}

/** Translators that a line names in Chinese with nothing between them and the word for what they did: 何黎译, 本文译者何黎. */
export function readNamedTranslators(line: string): LabelledValue[] {
  const value = line.length > 40 ? undefined : (nameFirst.exec(line) ?? nameLast.exec(line))?.[1]
  if (value === undefined || !value.split(/[、，,\s]+|(?<=\p{Script=Han}{2})和(?=\p{Script=Han}{2})/u).every(isChineseName))
    return []
  return [{ field: 'TRANSLATOR', value, printed: line }]
}
