import { type AnyNode, type Element, isTag, type ParentNode } from 'domhandler'
import type { BlockKind, ParsedBlock, ParsedImage } from '../parsed-article.ts'
import { readImage } from './read-image.ts'
import { sanitise, textOfSanitised } from './sanitise.ts'
import { dropped, escapeAttribute, escapeText, isPlainAddress, writeInline } from './write-inline.ts'
import { writeTable } from './write-table.ts'

/** Elements that end the paragraph before them and are read for what is in them. */
const containers = new Set(
  (
    'address article aside blockquote body center dd details div dl dt fieldset figure footer header hgroup html li main menu ol p section ' +
    'summary tbody thead tfoot tr td th ul root h1 h2 h3 h4 h5 h6 pre table hr figcaption caption'
  ).split(' '),
)
const maxDepth = 400

export interface ReadBlocks {
  blocks: ParsedBlock[]
  images: ParsedImage[]
  /** The element each block was read from, for readers that know a publisher's markup. */
  sources: AnyNode[]
}

/**
 * The typed blocks of a tree in document order: text that a browser would show as one paragraph is one block. Blocks without
 * text and images without a usable address are left out.
 */
export function readBlocks(root: ParentNode): ReadBlocks {
  const reader = new BlockReader()
  reader.readChildren(root, 'PARAGRAPH', 0)
  return { blocks: reader.blocks, images: reader.images, sources: reader.sources }
}

class BlockReader {
  readonly blocks: ParsedBlock[] = []
  readonly images: ParsedImage[] = []
  readonly sources: AnyNode[] = []

  /** Reads children of a container: runs of inline nodes become blocks of `kind`, block elements are entered. */
  readChildren(parent: ParentNode, kind: BlockKind, depth: number): void {
    if (depth > maxDepth) return
    let run: AnyNode[] = []
    const flush = () => {
      if (run.length > 0) this.addInline(run, kind)
      run = []
    }
    for (const child of parent.children) {
      if (child.type === 'text') {
        run.push(child)
        continue
      }
      if (!isTag(child)) continue
      if (dropped.has(child.name)) continue
      if (containers.has(child.name)) {
        flush()
        this.readElement(child, kind, depth + 1)
      } else if (holdsBlock(child, 0)) {
        flush()
        this.readChildren(child, kind, depth + 1)
      } else run.push(child)
    }
    flush()
  }

  private readElement(element: Element, kind: BlockKind, depth: number): void {
    switch (element.name) {
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        this.addInline(element.children, 'HEADING', element.name)
        break
      case 'pre':
        this.addCode(element)
        break
      case 'table':
        this.addTable(element, kind, depth)
        break
      case 'figure':
        this.addFigure(element, kind, depth)
        break
      case 'figcaption':
      case 'caption':
        this.readChildren(element, 'CAPTION', depth)
        break
      case 'blockquote':
        this.readChildren(element, 'QUOTE', depth)
        break
      case 'li':
        this.readChildren(element, kind === 'QUOTE' ? kind : 'LIST_ITEM', depth)
        break
      case 'hr':
        break
      default:
        this.readChildren(element, kind, depth)
    }
  }

  /** One block of text; images in it stand before or after it, as in the page. */
  private addInline(nodes: readonly AnyNode[], kind: BlockKind, tag = tagOf[kind]): void {
    const written = writeInline(nodes)
    for (const image of written.imagesBefore) this.addImage(image)
    if (written.html !== '') this.add(kind, `<${tag}>${written.html}</${tag}>`, written.needsSanitising, nodes[0]!)
    for (const image of written.imagesAfter) this.addImage(image)
  }

  private addImage(element: Element, caption = { html: '', needsSanitising: false }): void {
    const image = readImage(element)
    if (image === null) return
    const tag = `<img src="${escapeAttribute(image.url)}" alt="${escapeAttribute(image.alt ?? '')}" />`
    const html = caption.html === '' ? tag : `<figure>${tag}<figcaption>${caption.html}</figcaption></figure>`
    const block = this.add('IMAGE', html, caption.needsSanitising || !isPlainAddress(image.url), element)
    this.images.push({ ...image, caption: block.text === '' ? null : block.text })
  }

  /** An image with its caption; a figure that holds anything else (code, a table, several images) is read like a container. */
  private addFigure(figure: Element, kind: BlockKind, depth: number): void {
    const images: Element[] = []
    const captions: Element[] = []
    let others = false
    const look = (node: AnyNode, level: number): void => {
      if (node.type === 'text') others ||= /\S/.test(node.data)
      else if (isTag(node) && level < maxDepth) {
        if (node.name === 'img') images.push(node)
        else if (node.name === 'figcaption') captions.push(node)
        else if (!dropped.has(node.name)) for (const child of node.children) look(child, level + 1)
      }
    }
    for (const child of figure.children) look(child, 0)
    if (images.length === 1 && !others && captions.length <= 1) {
      this.addImage(images[0]!, captions[0] === undefined ? undefined : writeInline(captions[0].children))
    } else this.readChildren(figure, kind, depth)
  }

  private addCode(pre: Element): void {
    const text = textOf(pre, 0).replace(/\r\n?/g, '\n').replace(/^\n/, '').trimEnd()
    if (text.trim() !== '') this.add('CODE', `<pre><code>${escapeText(text)}</code></pre>`, false, pre)
  }

  private addTable(table: Element, kind: BlockKind, depth: number): void {
    const written = writeTable(table)
    if (written === null) this.readChildren(table, kind, depth)
    else this.add('TABLE', written.html, written.needsSanitising, table)
    for (const image of written?.images ?? []) this.addImage(image)
  }

  private add(kind: BlockKind, html: string, needsSanitising: boolean, source: AnyNode): ParsedBlock {
    // Elements of the list, plain addresses and escaped text: `sanitise` would change nothing, as a test holds.
    const safe = needsSanitising ? sanitise(html) : html
    const block = { kind, text: textOfSanitised(safe), html: safe }
    if (block.text.trim() !== '' || kind === 'IMAGE') {
      this.blocks.push(block)
      this.sources.push(source)
    }
    return block
  }
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

/** Whether an inline element wraps block elements, as `<a><p>…</p></a>` does. */
function holdsBlock(element: Element, depth: number): boolean {
  if (depth > maxDepth) return false
  return element.children.some((child) => isTag(child) && (containers.has(child.name) || holdsBlock(child, depth + 1)))
}

function textOf(node: AnyNode, depth: number): string {
  if (node.type === 'text') return node.data
  if (!isTag(node) || depth > maxDepth || dropped.has(node.name)) return ''
  if (node.name === 'br') return '\n'
  return node.children.map((child) => textOf(child, depth + 1)).join('')
}
