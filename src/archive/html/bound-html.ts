import { endOfTag, impliedEnds, rawTextElements, voidElements } from './htmlparser2-rules.ts'

/**
 * Markup that no article has: hundreds of elements in one another, thousands of attributes on one, hundreds of thousands of tags. A parser takes
 * quadratic time over some of it and a recursive reader runs out of stack, so it is cut down in one linear pass before anything is parsed.
 */
const maxDepth = 150
const maxAttributesLength = 20_000
const maxTags = 100_000

const tagName = /[a-zA-Z][^ \n\t\f\r/>]*/y

export interface BoundedHtml {
  html: string
  /** Tags dropped because they stood too deep, or behind too many others. */
  droppedTags: number
  /** Tags whose attributes were dropped because there were too many. */
  strippedTags: number
}

/**
 * Drops tags beyond a depth of 150 and a count of 100,000, attribute lists beyond 20,000 characters, and pictures drawn in markup; text is never dropped. It
 * keeps count as htmlparser2 does, so that nothing it lets through nests deeper there.
 */
export function boundHtml(html: string): BoundedHtml {
  const pieces: string[] = []
  const open: string[] = []
  let kept = 0
  let tags = 0
  let droppedTags = 0
  let strippedTags = 0
  const cut = (from: number, to: number, instead = '') => {
    pieces.push(html.slice(kept, from), instead)
    kept = to
  }
  let at = html.indexOf('<')
  while (at !== -1) {
    const markup = endOfOtherMarkup(html, at)
    if (markup !== null) {
      at = markup === -1 ? -1 : html.indexOf('<', markup)
      continue
    }
    const isEnd = html[at + 1] === '/'
    tagName.lastIndex = at + (isEnd ? 2 : 1)
    const match = tagName.exec(html)
    if (match === null) {
      at = html.indexOf('<', at + 1)
      continue
    }
    const name = match[0].toLowerCase().slice(0, 30)
    const nameEnd = tagName.lastIndex
    const end = endOfTag(html, nameEnd)
    tags += 1
    if (name === 'svg' || name === 'math') {
      const close = isEnd ? -1 : endOf(html, `</${name}`, end)
      cut(at, close === -1 ? end : endOfTag(html, close))
      at = html.indexOf('<', kept)
      continue
    }
    if (
      tags > maxTags ||
      (!isEnd && !voidElements.has(name) && open.length >= maxDepth && !impliedEnds.get(name)?.has(open.at(-1)!))
    ) {
      cut(at, end)
      droppedTags += 1
    } else {
      if (end - nameEnd > maxAttributesLength) {
        cut(nameEnd, end, '>')
        strippedTags += 1
      }
      count(open, name, isEnd)
    }
    at = html.indexOf('<', !isEnd && rawTextElements.has(name) ? endOfRawText(html, name, end) : end)
  }
  if (kept === 0) return { html, droppedTags, strippedTags }
  pieces.push(html.slice(kept))
  return { html: pieces.join(''), droppedTags, strippedTags }
}

/** Opens and closes elements the way the parser will. */
function count(open: string[], name: string, isEnd: boolean): void {
  if (isEnd) {
    const opened = open.lastIndexOf(name)
    if (opened !== -1) open.length = opened
    return
  }
  const closes = impliedEnds.get(name)
  if (closes !== undefined) while (open.length > 0 && closes.has(open.at(-1)!)) open.pop()
  if (!voidElements.has(name)) open.push(name)
}

/** Index behind a comment, CDATA section, declaration or instruction at `at`; -1 where it never ends, null where there is none. */
function endOfOtherMarkup(html: string, at: number): number | null {
  const next = html[at + 1]
  if (next === '!') {
    if (html.startsWith('--', at + 2)) return endOf(html, '-->', at + 2)
    if (html.startsWith('[CDATA[', at + 2)) return endOf(html, ']]>', at + 9)
    return endOf(html, '>', at + 2)
  }
  if (next === '?') return endOf(html, '>', at + 2)
  if (next === '/' && !/[a-zA-Z]/.test(html[at + 2] ?? '')) return endOf(html, '>', at + 2)
  return null
}

/** Index behind the next occurrence of a mark in lower case, whatever its case in the text; -1 without one. */
function endOf(html: string, mark: string, from: number): number {
  if (!/[a-z]/.test(mark)) {
    const found = html.indexOf(mark, from)
    return found === -1 ? -1 : found + mark.length
  }
  const pattern = new RegExp(mark, 'gi')
  pattern.lastIndex = from
  return pattern.exec(html) === null ? -1 : pattern.lastIndex
}

/** Index of the end tag of a raw text element; the end of the text for one that never ends. */
function endOfRawText(html: string, name: string, from: number): number {
  const end = endOf(html, `</${name}`, from)
  return end === -1 ? html.length : end - name.length - 2
}
