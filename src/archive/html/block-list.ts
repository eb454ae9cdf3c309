import { textOfHtml } from '../../text/text-of-html.ts'
import type { BlockKind, ParsedBlock, ParsedImage } from '../parsed-article.ts'
import { type Attributes, escapeAttribute, escapeText, isPlainAddress, type Written } from './inline-writer.ts'
import { readImage } from './read-image.ts'
import { sanitise } from './sanitise.ts'

export interface Cell {
  tag: 'td' | 'th'
  written: Written
}

const tagOf: Record<BlockKind, string> = {
  PARAGRAPH: 'p',
  HEADING: 'h2',
  LIST_ITEM: 'li',
  QUOTE: 'blockquote',
  CODE: 'pre',
  TABLE: 'table',
  IMAGE: 'figure',
  CAPTION: 'p',
}

/** The blocks of one document as they are read, each sanitised and with exactly its text. */
export class BlockList {
  readonly blocks: ParsedBlock[] = []
  readonly images: ParsedImage[] = []

  /** One block of text; images in it stand before or after it, as in the page. */
  addInline(written: Written, kind: BlockKind, tag = tagOf[kind]): void {
    for (const image of written.imagesBefore) this.addImage(image)
    if (written.html !== '') {
      const isCaption = written.isSmall && kind === 'PARAGRAPH' && this.blocks.at(-1)?.kind === 'IMAGE'
      const block = this.add(
        isCaption ? 'CAPTION' : kind,
        `<${tag}>${written.html}</${tag}>`,
        written.needsSanitising,
        plainText(written.html),
      )
      const image = this.images.at(-1)
      if (isCaption && image !== undefined) image.caption ??= block.text
    }
    for (const image of written.imagesAfter) this.addImage(image)
  }

  addImage(attributes: Attributes, caption = { html: '', needsSanitising: false }): void {
    const image = readImage(attributes)
    if (image === null) return
    const tag = `<img src="${escapeAttribute(image.url)}" alt="${escapeAttribute(image.alt ?? '')}" />`
    const html = caption.html === '' ? tag : `<figure>${tag}<figcaption>${caption.html}</figcaption></figure>`
    const block = this.add('IMAGE', html, caption.needsSanitising || !isPlainAddress(image.url))
    this.images.push({ url: image.url, alt: image.alt, caption: block.text === '' ? null : block.text })
  }

  addCode(text: string): void {
    const code = text.replace(/^\n/, '').trimEnd()
    if (code.trim() !== '') this.add('CODE', `<pre><code>${escapeText(code)}</code></pre>`, false, code)
  }

  /** A table of data: cells parted by tabs and rows by line feeds in the text. Images of the cells stand behind it. */
  addTable(rows: readonly (readonly Cell[])[]): void {
    const lines = rows
      .filter((row) => row.length > 0)
      .map((row) => `<tr>${row.map(({ tag, written }) => `<${tag}>${written.html}</${tag}>`).join('\t')}</tr>`)
    const cells = rows.flat().map(({ written }) => written)
    this.add(
      'TABLE',
      `<table><tbody>${lines.join('\n')}</tbody></table>`,
      cells.some(({ needsSanitising }) => needsSanitising),
    )
    for (const { imagesBefore, imagesAfter } of cells) for (const image of [...imagesBefore, ...imagesAfter]) this.addImage(image)
  }

  /** `text` is what the markup says, where that is known already. */
  private add(kind: BlockKind, html: string, needsSanitising: boolean, text: string | null = null): ParsedBlock {
    // Elements of the list, plain addresses and escaped text: `sanitise` would change nothing, as a test holds.
    const safe = needsSanitising ? sanitise(html) : html
    const block = { kind, text: needsSanitising || text === null ? textOfHtml(safe) : text, html: safe }
    if (block.text.trim() !== '' || kind === 'IMAGE') this.blocks.push(block)
    return block
  }
}

/** Most lines have neither tags nor entities in them. */
const plainText = (html: string): string | null => (/[<&]/.test(html) ? null : html)
