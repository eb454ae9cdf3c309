import { type AnyNode, type Element, isTag } from 'domhandler'
import { writeInline } from './write-inline.ts'

const maxDepth = 100

export interface WrittenTable {
  html: string
  needsSanitising: boolean
  images: Element[]
}

/**
 * A table of data, its cells parted by tabs and its rows by line feeds in the text. Null for a table of one cell or with tables
 * in it: that is layout, and is read as what stands in it.
 */
export function writeTable(table: Element): WrittenTable | null {
  const rows: Element[] = []
  const images: Element[] = []
  let isLayout = false
  const look = (node: AnyNode, depth: number): void => {
    if (!isTag(node) || depth > maxDepth) return
    if (node.name === 'table') isLayout = true
    if (node.name === 'tr') rows.push(node)
    if (node.name === 'img') images.push(node)
    for (const child of node.children) look(child, depth + 1)
  }
  for (const child of table.children) look(child, 0)
  const cells = rows.map((row) => row.children.filter((child): child is Element => isTag(child) && /^t[dh]$/.test(child.name)))
  if (isLayout || cells.every((row) => row.length < 2)) return null
  let needsSanitising = false
  const lines = cells
    .filter((row) => row.length > 0)
    .map((row) => {
      const written = row.map((cell) => {
        const content = writeInline(cell.children)
        needsSanitising ||= content.needsSanitising
        return `<${cell.name}>${content.html}</${cell.name}>`
      })
      return `<tr>${written.join('\t')}</tr>`
    })
  return { html: `<table><tbody>${lines.join('\n')}</tbody></table>`, needsSanitising, images }
}
