import { inlineElements } from './sanitise.ts'

const kept = new Set<string>(inlineElements.filter((name) => !['img', 'rt', 'rp', 'br'].includes(name)))
/** Elements whose content is no text of the article. */
export const dropped = new Set(
  (
    'script style template noscript iframe object embed applet audio video canvas svg math form select textarea option datalist ' +
    'button meter progress nav head title frameset noframes map dialog rp'
  ).split(' '),
)
const silentVoids = new Set(['input', 'link', 'meta', 'base', 'frame', 'area', 'source', 'track', 'wbr', 'col', 'param', 'hr'])
/** Runs that are not one plain space already. */
const whiteSpace =
  /(?: {2}|[\t\n\r\f\u00a0\u3000\u200b\ufeff])[ \t\n\r\f\u00a0\u3000\u200b\ufeff]*| (?=[\t\n\r\f\u00a0\u3000\u200b\ufeff])[ \t\n\r\f\u00a0\u3000\u200b\ufeff]*/g
const lineBreakInChinese = /(?<=[\u2e80-\u9fff\uff00-\uffef])[ \t]*\n[ \t]*(?=[\u2e80-\u9fff\uff00-\uffef])/g
/** In most runs of text there is nothing to collapse or to escape. */
const needsWork = /[\t\n\r\f\u00a0\u3000\u200b\ufeff&<>]| {2}/
/** Addresses of the web, of this page and of its neighbours: none with a scheme of another kind. */
const beginning = String.raw`^(?:https?:\/\/[\w-]+(?:\.[\w-]+)*(?::\d+)?(?:[/?#]|$)|#|\/(?!\/)|(?=[\w.])(?![\w+.-]*:))`
const plainAddress = new RegExp(String.raw`${beginning}[\p{L}\p{N}\-._/?=%&;#:~+,@!$()*|[\]]*$`, 'u')
const asciiAddress = new RegExp(String.raw`${beginning}[\w\-./?=%&;#:~+,@!$()*|[\]]*$`)

export type Attributes = Readonly<Record<string, string>>

/** The inline content of one block. */
export interface Written {
  /** Empty where there is no text. */
  html: string
  /** Whether something stands in it that the sanitiser must see: any attribute but a plain link address. */
  needsSanitising: boolean
  /** All its text stands in `<small>`: how captions are printed. */
  isSmall: boolean
  /** Attributes of the images in it, in order, told apart by whether text stands before them. */
  imagesBefore: Attributes[]
  imagesAfter: Attributes[]
}

interface OpenElement {
  name: string
  closing: string
  start: number
  contentStart: number
}

/**
 * Writes the inline content of one block from events, whether they come from a tree of HTML or from Markdown: elements of the list, link
 * addresses, text with white space collapsed. What it writes is well-formed whatever the order of the events.
 */
export class InlineWriter {
  private html = ''
  private pending = ''
  private hasText = false
  private hasLargeText = false
  private needsSanitising = false
  private smallDepth = 0
  private readonly imagesBefore: Attributes[] = []
  private readonly imagesAfter: Attributes[] = []
  private readonly open: OpenElement[] = []
  /** The element whose content is being dropped, and how many of its name are open. */
  private dropping: { name: string; depth: number } | null = null

  text(data: string): void {
    if (this.dropping === null) this.pending += data
  }

  /** Text is written when it ends, so that a line break in it is seen with what stands on both its sides. */
  private writePending(): void {
    const data = this.pending
    if (data === '') return
    this.pending = ''
    if (!this.hasText || this.smallDepth > 0 || !this.hasLargeText) {
      if (/\S/.test(data)) {
        this.hasText = true
        if (this.smallDepth === 0) this.hasLargeText = true
      }
    }
    this.html += needsWork.test(data) ? escapeText(collapse(data)) : data
  }

  lineBreak(): void {
    if (this.dropping !== null) return
    this.writePending()
    this.html += '<br />\n'
  }

  image(attributes: Attributes): void {
    if (this.dropping !== null) return
    this.writePending()
    ;(this.hasText ? this.imagesAfter : this.imagesBefore).push(attributes)
  }

  start(name: string, attributes: Attributes): void {
    this.writePending()
    if (this.dropping !== null) {
      if (this.dropping.name === name) this.dropping.depth += 1
    } else if (dropped.has(name)) this.dropping = { name, depth: 1 }
    else if (name === 'img') this.image(attributes)
    else if (name === 'br') this.lineBreak()
    // The reading of a `<ruby>` stands in brackets that browsers hide, so that its text is a gloss: 中文(English).
    else if (name === 'rt') this.push(name, '<rp>(</rp><rt>', '</rt><rp>)</rp>')
    else if (kept.has(name)) {
      if (name === 'small') this.smallDepth += 1
      this.push(name, name === 'a' ? this.link(attributes) : `<${name}>`, `</${name}>`)
    }
  }

  end(name: string): void {
    if (this.dropping !== null) {
      if (this.dropping.name === name && --this.dropping.depth === 0) this.dropping = null
      return
    }
    this.writePending()
    for (let index = this.open.length - 1; index >= 0; index -= 1) {
      if (this.open[index]!.name !== name) continue
      while (this.open.length > index) this.pop()
      return
    }
  }

  finish(): Written {
    this.writePending()
    while (this.open.length > 0) this.pop()
    const { needsSanitising, imagesBefore, imagesAfter } = this
    const html = this.hasText ? trimMarkup(this.html) : ''
    return { html, needsSanitising, isSmall: this.hasText && !this.hasLargeText, imagesBefore, imagesAfter }
  }

  private push(name: string, opening: string, closing: string): void {
    const start = this.html.length
    this.html += opening
    this.open.push({ name, closing, start, contentStart: this.html.length })
  }

  /** An element with nothing in it says nothing (`<b></b>`, `<a name>`) and is left out. */
  private pop(): void {
    const { name, closing, start, contentStart } = this.open.pop()!
    if (name === 'small') this.smallDepth -= 1
    if (this.html.length === contentStart) this.html = this.html.slice(0, start)
    else this.html += closing
  }

  private link(attributes: Attributes): string {
    const printed = attributes['href'] ?? ''
    // In a plain address there is nothing to tidy.
    if (isPlainAddress(printed)) return `<a href="${escapeAttribute(printed)}">`
    const href = tidyAddress(printed)
    if (href === '') return '<a>'
    if (!isPlainAddress(href)) this.needsSanitising = true
    return `<a href="${escapeAttribute(href)}">`
  }
}

/** Whether an element never has content, and says nothing in a line of text. */
export function isSilentVoid(name: string): boolean {
  return silentVoids.has(name)
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

/** A web address with what must not stand in one escaped, as browsers do; any other address only trimmed. */
export function tidyAddress(address: string): string {
  const text = address.trim()
  if (asciiAddress.test(text)) return text
  return /^https?:\/\//i.test(text)
    ? text.replace(/[\s"'<>\\^`{}]/g, (character) => encodeURIComponent(character).replace(/'/g, '%27'))
    : text
}

/** Whether an address is one that the sanitiser leaves as it is. */
export function isPlainAddress(address: string): boolean {
  return asciiAddress.test(address) || plainAddress.test(address)
}

export function escapeText(text: string): string {
  return /[&<>]/.test(text) ? text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;') : text
}

export function escapeAttribute(text: string): string {
  return escapeText(text).replace(/"/g, '&quot;')
}
