import { type AnyNode, type Element, isTag, type ParentNode } from 'domhandler'
import type { BlockKind, ParsedBlock, ParsedImage } from '../parsed-article.ts'
import { BlockList, type Cell } from './block-list.ts'
import { dropped, InlineWriter, isSilentVoid, type Written } from './inline-writer.ts'

/** Elements that end the paragraph before them and are read for what is in them. */
const containers = new Set(
  (
    'address article aside blockquote body center dd details div dl dt fieldset figure footer header hgroup html li main menu ol p section ' +
    'summary tbody thead tfoot tr td th ul h1 h2 h3 h4 h5 h6 pre table hr figcaption caption'
  ).split(' '),
)
/** Far beyond what a bounded tree holds; only keeps the recursion finite. */
const maxDepth = 500

export interface ReadBlocks {
  blocks: ParsedBlock[]
  images: ParsedImage[]
}

/**
 * The typed blocks of a tree in document order: text that a browser would show as one paragraph is one block. Blocks without
 * text, images without a usable address and the elements of `skipped` are left out.
 */
export function readBlocks(root: ParentNode, skipped: ReadonlySet<unknown> = new Set()): ReadBlocks {
  const list = new BlockList()
  readChildren({ list, skipped }, root, 'PARAGRAPH', 0)
  return list
}

interface Reading {
  list: BlockList
  skipped: ReadonlySet<unknown>
}

/** Reads children of a container: runs of inline nodes become blocks of `kind`, block elements are entered. */
function readChildren(reading: Reading, parent: ParentNode, kind: BlockKind, depth: number): void {
  if (depth > maxDepth) return
  let run: AnyNode[] = []
  const flush = () => {
    if (run.length > 0) reading.list.addInline(writeInline(run), kind)
    run = []
  }
  for (const child of parent.children) {
    if (child.type === 'text') run.push(child)
    else if (!isTag(child) || dropped.has(child.name) || reading.skipped.has(child)) continue
    else if (containers.has(child.name)) {
      flush()
      readElement(reading, child, kind, depth + 1)
    } else if (holdsBlock(child, 0)) {
      flush()
      readChildren(reading, child, kind, depth + 1)
    } else run.push(child)
  }
  flush()
}

function readElement(reading: Reading, element: Element, kind: BlockKind, depth: number): void {
  switch (element.name) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      reading.list.addInline(writeInline(element.children), 'HEADING', element.name)
      break
    case 'pre':
      reading.list.addCode(textOf(element, 0))
      break
    case 'table':
      readTable(reading, element, kind, depth)
      break
    case 'figure':
      readFigure(reading, element, kind, depth)
      break
    case 'figcaption':
    case 'caption':
      readChildren(reading, element, 'CAPTION', depth)
      break
    case 'blockquote':
      readChildren(reading, element, 'QUOTE', depth)
      break
    case 'li':
      readChildren(reading, element, kind === 'QUOTE' ? kind : 'LIST_ITEM', depth)
      break
    case 'hr':
      break
    default:
      readChildren(reading, element, kind, depth)
  }
}

/** An image with its caption; a figure that holds anything else (code, a table, several images) is read like a container. */
function readFigure(reading: Reading, figure: Element, kind: BlockKind, depth: number): void {
  const images: Element[] = []
  const captions: Element[] = []
  let hasOthers = false
  visit(figure, 0, (node) => {
    if (node.type === 'text') hasOthers ||= /\S/.test(node.data)
    else if (isTag(node) && node.name === 'img') images.push(node)
    else if (isTag(node) && node.name === 'figcaption') captions.push(node)
    return isTag(node) && node.name !== 'figcaption' && !dropped.has(node.name)
  })
  const caption = captions[0] === undefined ? undefined : writeInline(captions[0].children)
  const isSimple = images.length === 1 && !hasOthers && captions.length <= 1 && (caption?.imagesBefore.length ?? 0) === 0
  if (isSimple) reading.list.addImage(images[0]!.attribs, caption)
  else readChildren(reading, figure, kind, depth)
}

/** A table of data; one of single cells, or with tables in it, is layout and is read as what stands in it. */
function readTable(reading: Reading, table: Element, kind: BlockKind, depth: number): void {
  const rows: Element[] = []
  let isLayout = false
  visit(table, 0, (node) => {
    if (isTag(node) && node.name === 'table') isLayout = true
    if (isTag(node) && node.name === 'tr') rows.push(node)
    return !isLayout
  })
  const cells = rows.map((row) => row.children.filter((child): child is Element => isTag(child) && /^t[dh]$/.test(child.name)))
  if (isLayout || cells.every((row) => row.length < 2)) {
    readChildren(reading, table, kind, depth)
    return
  }
  reading.list.addTable(
    cells.map((row) => row.map((cell): Cell => ({ tag: cell.name as Cell['tag'], written: writeInline(cell.children) }))),
  )
}

function writeInline(nodes: readonly AnyNode[]): Written {
  const writer = new InlineWriter()
  for (const node of nodes) write(node, writer, 0)
  return writer.finish()
}

function write(node: AnyNode, writer: InlineWriter, depth: number): void {
  if (node.type === 'text') writer.text(node.data)
  else if (isTag(node) && depth < maxDepth && !isSilentVoid(node.name)) {
    writer.start(node.name, node.attribs)
    for (const child of node.children) write(child, writer, depth + 1)
    writer.end(node.name)
  }
}

/** Whether an inline element wraps block elements, as `<a><p>…</p></a>` does. */
function holdsBlock(element: Element, depth: number): boolean {
  if (depth > maxDepth) return false
  return element.children.some((child) => isTag(child) && (containers.has(child.name) || holdsBlock(child, depth + 1)))
}

/** Calls `look` on everything below an element; what it returns false for is not entered. */
function visit(element: Element, depth: number, look: (node: AnyNode) => boolean): void {
  if (depth > maxDepth) return
  for (const child of element.children) if (look(child) && isTag(child)) visit(child, depth + 1, look)
}

function textOf(node: AnyNode, depth: number): string {
  if (node.type === 'text') return node.data
  if (!isTag(node) || depth > maxDepth || dropped.has(node.name)) return ''
  if (node.name === 'br') return '\n'
  return node.children.map((child) => textOf(child, depth + 1)).join('')
}
