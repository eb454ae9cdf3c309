import type MarkdownIt from 'markdown-it'
import { decodeEntities } from '../../text/entities.ts'
import { BlockList, type Cell } from '../html/block-list.ts'
import { type Attributes, InlineWriter, isSilentVoid, type Written } from '../html/inline-writer.ts'
import type { ReadBlocks } from '../html/read-blocks.ts'
import type { BlockKind } from '../parsed-article.ts'

export type Token = ReturnType<InstanceType<typeof MarkdownIt>['parse']>[number]

/** The typed blocks of a Markdown document, the same that its rendered HTML would give, without the detour through text and a tree. */
export function readTokens(tokens: readonly Token[]): ReadBlocks {
  const list = new BlockList()
  let quotes = 0
  let lists = 0
  let heading: string | null = null
  let rows: Cell[][] | null = null
  let cell: Cell['tag'] | null = null
  for (const token of tokens) {
    switch (token.type) {
      case 'inline': {
        const written = writeTokens(token.children ?? [])
        if (rows !== null && cell !== null) rows.at(-1)!.push({ tag: cell, written })
        else if (heading !== null) list.addInline(written, 'HEADING', heading)
        else list.addInline(written, kindOf(quotes, lists))
        break
      }
      case 'fence':
      case 'code_block':
        list.addCode(token.content)
        break
      case 'heading_open':
        heading = token.tag
        break
      case 'heading_close':
        heading = null
        break
      case 'blockquote_open':
        quotes += 1
        break
      case 'blockquote_close':
        quotes -= 1
        break
      case 'list_item_open':
        lists += 1
        break
      case 'list_item_close':
        lists -= 1
        break
      case 'table_open':
        rows = []
        break
      case 'tr_open':
        rows?.push([])
        break
      case 'th_open':
      case 'td_open':
        cell = token.tag as Cell['tag']
        break
      case 'table_close':
        if (rows !== null) list.addTable(rows)
        rows = null
        cell = null
        break
    }
  }
  return list
}

function kindOf(quotes: number, lists: number): BlockKind {
  return quotes > 0 ? 'QUOTE' : lists > 0 ? 'LIST_ITEM' : 'PARAGRAPH'
}

function writeTokens(tokens: readonly Token[]): Written {
  const writer = new InlineWriter()
  for (const token of tokens) {
    switch (token.type) {
      case 'text':
        if (token.content !== '') writer.text(token.content)
        break
      case 'softbreak':
        writer.text('\n')
        break
      case 'hardbreak':
        writer.lineBreak()
        break
      case 'code_inline':
        writer.start('code', {})
        writer.text(token.content)
        writer.end('code')
        break
      case 'image':
        writer.image({ src: token.attrGet('src') ?? '', alt: textOf(token) })
        break
      case 'html_inline':
        writeTag(token.content, writer)
        break
      default:
        if (token.nesting === 1) writer.start(token.tag, token.attrs === null ? none : { href: token.attrGet('href') ?? '' })
        else if (token.nesting === -1) writer.end(token.tag)
        else writer.text(token.content)
    }
  }
  return writer.finish()
}

const none: Attributes = {}

/** One tag of raw HTML in a line: `<ruby>`, `<br/>`, `<img src="…">`. */
function writeTag(html: string, writer: InlineWriter): void {
  const match = /^<(\/?)([a-z][\w:-]*)([\s\S]*)>$/i.exec(html)
  if (match === null) return
  const name = match[2]!.toLowerCase()
  if (match[1] === '/') writer.end(name)
  else if (!isSilentVoid(name)) writer.start(name, name === 'a' || name === 'img' ? readAttributes(match[3]!) : none)
}

/** The attributes of a tag that the parser has found well-formed; the first of a name counts. */
function readAttributes(text: string): Attributes {
  const attributes: Record<string, string> = Object.create(null)
  for (const [, name, value = ''] of text.slice(0, 5000).matchAll(attribute)) {
    const bare = /^["']/.test(value) ? value.slice(1, -1) : value
    attributes[name!.toLowerCase()] ??= decodeEntities(bare)
  }
  return attributes
}

const attribute = /([a-z_:][\w:.-]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?/gi

/** The text of an image's description, without its marks. */
function textOf(token: Token): string {
  return token.children === null || token.children.length === 0 ? token.content : token.children.map(textOf).join('')
}
