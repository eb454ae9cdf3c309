import { textOfHtml } from '../../text/text-of-html.ts'
import type { ParsedBlock } from '../parsed-article.ts'
import { readNamedTranslators } from './credit-sentence.ts'
import { type LabelledValue, readLabelledLine } from './labelled-line.ts'
import { type LabelledFacts, readLabelledFacts } from './read-credits.ts'

export interface CreditBlocks extends LabelledFacts {
  /** Indexes of the blocks that hold nothing but credits. */
  blocks: Set<number>
}

const headReach = 3
const tailReach = 8
const originalLink =
  /^[《(（【[]*(?:点击|點擊|请|請|查看|阅读|閱讀|参看|→|>|»|\s)*(?:本文|此文|该文|这篇)?(?:的)?(?:英文|英语|英語|日文|日语|法文|德文)(?:原文|原版|版本|版|报道|報道|报导|報導|文章|原稿)(?:链接|連結|鏈接|地址)?[》)）】\]。.]*$|^(?:点击|阅读|閱讀|查看|查閱)?原文(?:链接|連結|鏈接|地址)?$|^(?:read )?(?:this (?:article|story) |the (?:original|article) )?in english$|^english (?:version|original)$/i
const adaptation = /^[（(]?(?:本文|此文|本篇|文章)?.{0,24}(?:节译|節譯|编译|編譯|翻译|翻譯|译出|撰写|原文|英文).{0,24}$/
const contributors =
  /^[（(]?[^。！？]{2,80}(?:补充报道|补充报导|補充報道|补充采访|协助报道|对本文(?:亦|也)?有(?:所)?贡献|(?:亦|也)?(?:有)?参与本文(?:的)?(?:报道|撰写|采写)|(?:对本文)?有报道贡献)[。]?[)）]?$/
const translatedBy = /^[\s（(【[—–-]*(translat(?:ed|ion)|written|edited) by:?\s+(.{2,60}?)[.)）】\]]*$/i
/** Lines about a book that the article reviews name translators too. */
const bookInfo = /(?:出版社|出版公司|出版时间|出版時間|出版年|出版日期|ISBN|定价|定價|页数|頁數|装帧|出品方|书名|書名)\s*[:：]/
/** Not a sentence about a publishing house: that may stand in any story. */
const isBookInfo = (text: string): boolean => bookInfo.test(text) && !/[。！？]\s*$/.test(text)
/** A credit that no line break parts from the last sentence. */
const creditAtEnd = /[。！？”][\s　]*([（(]?(?:本文)?译者\s*[/／|丨:：][^。！？”]{2,40}|[（(][^。！？”（）()]{2,20}[译譯][）)])$/
const tailFields = new Set(['TRANSLATOR', 'PROOFREADER', 'EDITOR', 'AUTHOR', 'ORIGINAL_URL', 'SOURCE_URL'])

/**
 * Credits printed as paragraphs above and below a story: 译者/何黎, 译者/A、B, 翻译：A，B, 原文連結：…, 本文根据…英文报道节译. A contributors' line (…补充报道) stays a
 * paragraph and is byline as well.
 */
export function readCreditBlocks(blocks: readonly ParsedBlock[]): CreditBlocks {
  const texts = blocks
    .map((block, index) => ({ block, index }))
    .filter(({ block }) => /^(?:PARAGRAPH|QUOTE|LIST_ITEM|HEADING)$/.test(block.kind))
  const head = texts.slice(0, Math.min(headReach, Math.max(0, texts.length - 1)))
  const tail = texts.slice(Math.max(head.length, texts.length - tailReach))
  const values: LabelledValue[] = []
  const byline: string[] = []
  const onlyCredits = new Set<number>()
  let original: string | null = null
  for (const { block, index } of [...head, ...tail]) {
    if (block.text.length > 400 || isAboutBook(blocks, index)) continue
    if (contributors.test(block.text.trim())) {
      byline.push(block.text.trim())
      continue
    }
    const read = readLines(block, index >= (tail[0]?.index ?? blocks.length))
    values.push(...read.values)
    original ??= read.original
    if (read.isOnlyCredits) onlyCredits.add(index)
  }
  const facts = readLabelledFacts(values, new Map())
  return {
    ...facts,
    original: facts.original ?? (original === null ? null : { url: original, title: null }),
    byline: [...byline, ...facts.byline],
    blocks: onlyCredits,
  }
}

/** Whether a line stands among those that describe a book. */
function isAboutBook(blocks: readonly ParsedBlock[], index: number): boolean {
  return blocks.slice(Math.max(0, index - 4), index + 5).some(({ text }) => isBookInfo(text))
}

function readLines(
  block: ParsedBlock,
  isTail: boolean,
): { values: LabelledValue[]; original: string | null; isOnlyCredits: boolean } {
  const values: LabelledValue[] = []
  let original: string | null = null
  let isOnlyCredits = true
  for (const line of linesOf(block.html)) {
    const atEnd = isTail ? creditAtEnd.exec(line)?.[1] : undefined
    const behindSentence = atEnd === undefined ? [] : readLine(atEnd, isTail)
    const link = behindSentence.length > 0 ? null : findOriginalLink(line)
    const read = behindSentence.length > 0 ? behindSentence : readLine(link?.rest ?? line, isTail)
    values.push(...read)
    original ??= link?.url ?? null
    isOnlyCredits &&= behindSentence.length === 0 && (read.length > 0 || link?.isAlone === true)
  }
  return { values, original, isOnlyCredits: isOnlyCredits && (values.length > 0 || original !== null) }
}

function readLine(line: string, isTail: boolean): LabelledValue[] {
  const by = translatedBy.exec(line)
  if (by !== null) {
    const role = by[1]!.toLowerCase().startsWith('translat')
      ? 'TRANSLATOR'
      : by[1]!.toLowerCase() === 'edited'
        ? 'EDITOR'
        : 'AUTHOR'
    return role === 'TRANSLATOR' || isTail ? [{ field: role, value: by[2]!, printed: line }] : []
  }
  const named = isTail ? readNamedTranslators(line) : []
  if (named.length > 0) return named
  const read = readLabelledLine(line, { slash: true })
  const isCredit = ({ field, value }: LabelledValue) =>
    tailFields.has(field) && (field.endsWith('_URL') ? /https?:\/\//.test(value) : value !== '' && namesOnly(value))
  if (read.length === 0 || !read.every(isCredit)) return []
  return read.map((one) => ({ ...one, printed: read.length === 1 ? plainText(line) : one.printed }))
}

/** A value of names: short, no sentence. */
function namesOnly(value: string): boolean {
  const text = value.replace(/\]\([^()]*\)/g, '').replace(/^([^。]{2,10})。$/, '$1')
  return text.length <= 80 && !/[。！？?!；]|\d{4}/.test(text)
}

/** A link that says it leads to the original, and what else stands in its line. */
function findOriginalLink(line: string): { url: string; rest: string; isAlone: boolean } | null {
  for (const [printed, text, url] of line.matchAll(/\[([^\][]*)\]\((https?:\/\/[^\s()]+(?:\([^\s()]*\)[^\s()]*)*)\)/g)) {
    if (!originalLink.test(text!.trim())) continue
    const rest = line.replace(printed!, '').trim()
    return { url: url!, rest, isAlone: rest === '' || adaptation.test(line.replace(printed!, text!.trim()).trim()) }
  }
  return null
}

/** The lines of a block, its links as Markdown, so that they are read like any other credit line. */
function linesOf(html: string): string[] {
  const linked = html.replace(
    /<a href="([^"]*)"[^>]*>(.*?)<\/a>/gs,
    (_, url: string, text: string) => `[${text}](${url.replace(/\s/g, '%20')})`,
  )
  return textOfHtml(linked)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function plainText(line: string): string {
  return line.replace(/\[([^\][]*)\]\([^()]*\)/g, '$1').trim()
}
