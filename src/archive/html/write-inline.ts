import { type AnyNode, type Element, isTag } from 'domhandler'
import { inlineElements } from './sanitise.ts'

const kept = new Set<string>(inlineElements)
kept.delete('img')
/** Elements whose content is no text of the article. */
export const dropped = new Set(
  (
    'script style template noscript iframe object embed applet audio video canvas svg math form input button select textarea option datalist ' +
    'meter progress nav head title meta link base frame frameset noframes map area dialog'
  ).split(' '),
)
/** Far beyond what `boundHtml` lets through; only keeps the recursion finite. */
const maxDepth = 500
const whiteSpace = /[ \t\n\r\f\u00a0\u3000\u200b\ufeff]+/g
const lineBreakInChinese = /(?<=[\u2e80-\u9fff\uff00-\uffef])[ \t]*\r?\n[ \t]*(?=[\u2e80-\u9fff\uff00-\uffef])/g

export interface Written {
  html: string
  /** Whether an attribute stands in it, so that the sanitiser must see it. */
  hasAttributes: boolean
}

/** Writes the inline content of a block: known elements, link addresses, text with white space collapsed. Images are written by their block. */
export function writeInline(nodes: readonly AnyNode[], isPreformatted = false): Written {
  const state = { html: '', hasAttributes: false, isPreformatted }
  for (const node of nodes) write(node, state, 0)
  const html = isPreformatted ? state.html : trimMarkup(state.html)
  return { html, hasAttributes: state.hasAttributes }
}

interface State {
  html: string
  hasAttributes: boolean
  isPreformatted: boolean
}

function write(node: AnyNode, state: State, depth: number): void {
  if (node.type === 'text') {
    state.html += escapeText(state.isPreformatted ? node.data.replace(/\r\n?/g, '\n') : collapse(node.data))
    return
  }
  if (!isTag(node) || depth > maxDepth) return
  const { name } = node
  if (dropped.has(name) || name === 'img' || name === 'picture' || name === 'source') return
  if (name === 'br') {
    state.html += state.isPreformatted ? '\n' : '<br>\n'
    return
  }
  if (name === 'rt') {
    writeRubyText(node, state, depth)
    return
  }
  if (name === 'rp') return
  const isKept = kept.has(name) && name !== 'rp'
  const start = state.html.length
  if (isKept) state.html += `<${name}${attributes(node, state)}>`
  const contentStart = state.html.length
  for (const child of node.children) write(child, state, depth + 1)
  if (isKept) {
    // An element with nothing in it says nothing: <b></b>, <a name>.
    if (state.html.length === contentStart) state.html = state.html.slice(0, start)
    else state.html += `</${name}>`
  }
}

/** The reading above a word, in brackets that a browser hides, so that the text is a gloss: 中文(English). */
function writeRubyText(node: Element, state: State, depth: number): void {
  const start = state.html.length
  state.html += '<rp>(</rp><rt>'
  const contentStart = state.html.length
  for (const child of node.children) write(child, state, depth + 1)
  if (state.html.slice(contentStart).trim() === '') state.html = state.html.slice(0, start)
  else state.html += '</rt><rp>)</rp>'
}

function attributes(node: Element, state: State): string {
  if (node.name !== 'a') return ''
  const href = node.attribs['href']?.trim()
  if (!href) return ''
  state.hasAttributes = true
  const title = node.attribs['title']?.trim()
  return ` href="${escapeAttribute(href)}"${title ? ` title="${escapeAttribute(title)}"` : ''}`
}

function collapse(text: string): string {
  return text.replace(lineBreakInChinese, '').replace(whiteSpace, ' ')
}

/** White space at the ends of a block and around line breaks, as far as no tag stands between. */
function trimMarkup(html: string): string {
  return html
    .replace(/^(?: |<br>\n)+/, '')
    .replace(/(?: |<br>\n)+$/, '')
    .replace(/ *<br>\n */g, '<br>\n')
}

export function escapeText(text: string): string {
  return /[&<>]/.test(text) ? text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;') : text
}

export function escapeAttribute(text: string): string {
  return escapeText(text).replace(/"/g, '&quot;')
}
