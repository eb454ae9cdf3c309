import { type AnyNode, type Element, isTag } from 'domhandler'
import { inlineElements } from './sanitise.ts'

const kept = new Set<string>(inlineElements.filter((name) => !['img', 'rt', 'rp', 'br'].includes(name)))
/** Elements whose content is no text of the article. */
export const dropped = new Set(
  (
    'script style template noscript iframe object embed applet audio video canvas svg math form input button select textarea option datalist ' +
    'meter progress nav head title meta link base frame frameset noframes map area dialog'
  ).split(' '),
)
/** Far beyond what a bounded tree holds; only keeps the recursion finite. */
const maxDepth = 500
const whiteSpace = /[ \t\n\r\f\u00a0\u3000\u200b\ufeff]+/g
const lineBreakInChinese = /(?<=[\u2e80-\u9fff\uff00-\uffef])[ \t]*\n[ \t]*(?=[\u2e80-\u9fff\uff00-\uffef])/g
const plainAddress = /^https?:\/\/[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#][\p{L}\p{N}\-._/?=%&;#:~+,@!$()*|[\]]*)?$/u

export interface Written {
  html: string
  /** Whether something stands in it that the sanitiser must see: any attribute but a plain link address. */
  needsSanitising: boolean
  /** Images in it, in order, told apart by whether text stands before them. */
  imagesBefore: Element[]
  imagesAfter: Element[]
}

/** Writes the inline content of a block: known elements, link addresses, text with white space collapsed. Images are left to the block. */
export function writeInline(nodes: readonly AnyNode[]): Written {
  const state: State = { html: '', hasText: false, needsSanitising: false, imagesBefore: [], imagesAfter: [] }
  for (const node of nodes) write(node, state, 0)
  const { needsSanitising, imagesBefore, imagesAfter } = state
  return { html: state.hasText ? trimMarkup(state.html) : '', needsSanitising, imagesBefore, imagesAfter }
}

interface State extends Written {
  hasText: boolean
}

function write(node: AnyNode, state: State, depth: number): void {
  if (node.type === 'text') {
    if (!state.hasText && /\S/.test(node.data)) state.hasText = true
    state.html += escapeText(collapse(node.data))
    return
  }
  if (!isTag(node) || depth > maxDepth) return
  const { name } = node
  if (name === 'img') (state.hasText ? state.imagesAfter : state.imagesBefore).push(node)
  else if (name === 'br') state.html += '<br />\n'
  else if (name === 'rt') wrap(node, state, depth, '<rp>(</rp><rt>', '</rt><rp>)</rp>')
  else if (name === 'rp' || dropped.has(name)) return
  else if (kept.has(name)) wrap(node, state, depth, `<${name}${attributes(node, state)}>`, `</${name}>`)
  else for (const child of node.children) write(child, state, depth + 1)
}

/**
 * An element with its content; one with nothing in it says nothing (`<b></b>`, `<a name>`) and is left out. The reading of a `<ruby>` stands in brackets that
 * browsers hide, so that its text is a gloss: 中文(English).
 */
function wrap(node: Element, state: State, depth: number, opening: string, closing: string): void {
  const start = state.html.length
  state.html += opening
  const contentStart = state.html.length
  for (const child of node.children) write(child, state, depth + 1)
  if (state.html.length === contentStart) state.html = state.html.slice(0, start)
  else state.html += closing
}

function attributes(node: Element, state: State): string {
  if (node.name !== 'a') return ''
  const href = node.attribs['href']?.trim()
  if (!href) return ''
  const title = node.attribs['title']?.trim()
  if (title || !isPlainAddress(href)) state.needsSanitising = true
  return ` href="${escapeAttribute(href)}"${title ? ` title="${escapeAttribute(title)}"` : ''}`
}

function collapse(text: string): string {
  const joined = text.includes('\n') ? text.replace(lineBreakInChinese, '') : text
  return joined.replace(whiteSpace, ' ')
}

/** White space at the ends of a block and around line breaks, as far as no tag stands between. */
function trimMarkup(html: string): string {
  let trimmed = html.trim()
  if (!trimmed.includes('<br />')) return trimmed
  trimmed = trimmed.replace(/ ?<br \/>\n ?/g, '<br />\n')
  let start = 0
  while (trimmed.startsWith('<br />\n', start)) start += 7
  let end = trimmed.length
  while (end > start) {
    if (trimmed.endsWith('\n', end)) end -= 1
    else if (trimmed.endsWith('<br />', end)) end -= 6
    else break
  }
  return trimmed.slice(start, end)
}

/** Whether an address is one that the sanitiser leaves as it is. */
export function isPlainAddress(address: string): boolean {
  return plainAddress.test(address)
}

export function escapeText(text: string): string {
  return /[&<>]/.test(text) ? text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;') : text
}

export function escapeAttribute(text: string): string {
  return escapeText(text).replace(/"/g, '&quot;')
}
