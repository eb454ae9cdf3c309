import { decodeEntities } from '../../text/entities.ts'
import type { References } from './references.ts'

/** A piece of a line: a link with its text, or what stands between links. `url` null: text in brackets that leads nowhere. */
export type Segment = { kind: 'text'; text: string } | { kind: 'link'; text: string; url: string | null }

/**
 * The links of one line of Markdown, more forgiving than CommonMark: brackets and parentheses may be nested in text and address,
 * the last parenthesis may be missing, a reference may lack its definition, brackets may be full-width. `[text](url)`, `[text][ref]`, `[text][]`, `[text]`, `<url>`,
 * bare addresses. The text of a link is as printed but for entities.
 */
export function scanLinks(line: string, references: References): Segment[] {
  const segments: Segment[] = []
  let text = ''
  let at = 0
  const push = (link: Segment) => {
    if (text !== '') segments.push({ kind: 'text', text: plain(text) })
    text = ''
    segments.push(link)
  }
  while (at < line.length) {
    const character = line[at]!
    if (character === '\\' && at + 1 < line.length) {
      text += line[at + 1]
      at += 2
      continue
    }
    if (character === '[' || character === '【') {
      const link = readBracketLink(line, at, references)
      // Brackets around a link, that lead nowhere themselves, are none.
      if (link !== null && (link.url !== null || !link.text.includes(']('))) {
        if (text.endsWith('!')) text = text.slice(0, -1)
        push({ kind: 'link', text: decodeEntities(link.text), url: link.url })
        at = link.end
        continue
      }
    }
    const address = character === '<' || character === 'h' || character === 'H' ? readAddress(line, at) : null
    if (address !== null) {
      push({ kind: 'link', text: address.url, url: address.url })
      at = address.end
      continue
    }
    special.lastIndex = at + 1
    const next = special.exec(line)?.index ?? line.length
    text += line.slice(at, next)
    at = next
  }
  if (text !== '') segments.push({ kind: 'text', text: plain(text) })
  return segments
}

/** Characters that a link may begin with, and the escape. */
const special = /[[\\【<hH]/g

interface Found {
  text: string
  url: string | null
  end: number
}

function readBracketLink(line: string, start: number, references: References): Found | null {
  const close = matching(line, start, line[start]!, line[start] === '【' ? '】' : ']')
  if (close === -1) return null
  const text = line.slice(start + 1, close).trim()
  const next = /^[ \t]*/.exec(line.slice(close + 1))![0].length + close + 1
  if (line[next] === '(' || (line[next] === '（' && /^（\s*(?:https?:)?\/\//.test(line.slice(next)))) {
    const opening = line[next]!
    const end = matching(line, next, opening, opening === '(' ? ')' : '）')
    const inner = line.slice(next + 1, end === -1 ? line.length : end)
    // The parenthesis that is missing belongs before the next link, or at the end of the address.
    const unclosed = end === -1 || inner.includes('](') ? /^\s*(https?:(?:\([^\s()]*\)|[^\s[\]、，；()])+)/.exec(inner) : null
    if (unclosed !== null)
      return { text, url: unclosed[1]!.replace(/[,;]$/, ''), end: next + 1 + unclosed[0].replace(/[,;]$/, '').length }
    if (end !== -1) return { text, url: cleanAddress(inner), end: end + 1 }
  }
  if (line[next] === '[') {
    const end = line.indexOf(']', next)
    if (end !== -1) {
      const label = line.slice(next + 1, end).trim() || text
      return { text, url: references.get(label.toLowerCase()) ?? null, end: end + 1 }
    }
  }
  return { text, url: references.get(text.toLowerCase()) ?? null, end: close + 1 }
}

/** Index of the bracket that closes the one at `start`, nested ones and escapes skipped; -1 without. */
function matching(line: string, start: number, opening: string, closing: string): number {
  let depth = 0
  for (let at = start; at < line.length; at += 1) {
    if (line[at] === '\\') at += 1
    else if (line[at] === opening) depth += 1
    else if (line[at] === closing) {
      depth -= 1
      if (depth === 0) return at
    }
  }
  return -1
}

/** The address within parentheses, without title, angle brackets or the Markdown someone pasted into it. */
function cleanAddress(inner: string): string | null {
  const text = inner
    .trim()
    .replace(/^<(.*)>$/, '$1')
    .replace(/\s+(?:"[^"]*"|'[^']*'|“[^”]*”)$/, '')
    .trim()
  if (/^\S+$/.test(text) && !text.startsWith('[')) return text
  return /https?:\/\/[^\s)\]]+/.exec(text)?.[0] ?? (text === '' ? null : text)
}

function readAddress(line: string, at: number): { url: string; end: number } | null {
  const rest = line.slice(at, at + 4000)
  const angle = /^<(https?:\/\/[^\s<>]+)>/i.exec(rest)
  if (angle !== null) return { url: angle[1]!, end: at + angle[0].length }
  const bare = /^https?:\/\/[^\s<>"'“”，。；、（）【】\]]+/i.exec(rest)
  if (bare === null || (at > 0 && /\w/.test(line[at - 1]!))) return null
  let url = bare[0].replace(/[.,;:!?*_`]+$/, '')
  if (url.endsWith(')') && !url.includes('(')) url = url.replace(/\)+$/, '')
  return { url, end: at + url.length }
}

/** Text without the marks of emphasis and code, entities decoded. */
function plain(text: string): string {
  return decodeEntities(text.replace(/<\/?[a-z][^>]*>/gi, '').replace(/\*\*|__|`/g, ''))
}
