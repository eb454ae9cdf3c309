import { squash } from '../text/whitespace.ts'

/** Values of a front matter: a scalar as printed (quotes taken off) or a list of such. */
export type FrontMatter = ReadonlyMap<string, string | string[]>

export interface ReadFrontMatter {
  data: FrontMatter
  /** The document behind the front matter. */
  rest: string
  /** Whether a front matter was opened but never closed, or holds lines that are no YAML. */
  isBroken: boolean
}

const maxLines = 500

/**
 * Jekyll's front matter: the part of YAML that blogs use (scalars, quoted scalars, lists in both notations, folded and literal
 * blocks), and Hugo's in TOML, between rules of plus signs. Hexo's needs no rule above it. Lines that are anything else are passed over, so that a broken one costs one field and not the document. Null without one.
 */
export function readFrontMatter(text: string): ReadFrontMatter | null {
  const opening = /^((?:\s*<!--[^>]{0,2000}-->)*)\s*(?:(-{3}|\+{3})[ \t]*\n|(?=title:\s))/.exec(text)
  if (opening === null) return null
  const isOpened = opening[2] !== undefined
  const lines = text.slice(opening[0].length, opening[0].length + 100_000).split('\n', maxLines)
  const isToml = opening[2] === '+++'
  const end = isToml ? /^\+{3}[ \t]*$/ : /^(?:-{3}|\.{3})[ \t]*$/
  const rule = lines.findIndex((line) => end.test(line))
  // One that was never closed ends where the envelope begins.
  const closing = rule === -1 && isOpened ? lines.findIndex((line) => /^<!--/.test(line)) : rule
  if (closing === -1) return null
  const header = lines.slice(0, closing)
  const { data, brokenLines } = readYamlSubset(
    isToml ? header.map((line) => line.replace(/^\s*([\w-]+)\s*=\s*/, '$1: ')) : header,
  )
  // A rule at the top of a plain document is no front matter.
  if (brokenLines > (isOpened ? data.size : 0) || (data.size === 0 && header.some((line) => line.trim() !== ''))) return null
  const length = lines.slice(0, rule === -1 ? closing : closing + 1).reduce((sum, line) => sum + line.length + 1, 0)
  return { data, rest: opening[1]! + text.slice(opening[0].length + length), isBroken: rule === -1 || brokenLines > 0 }
}

function readYamlSubset(lines: readonly string[]): { data: Map<string, string | string[]>; brokenLines: number } {
  const data = new Map<string, string | string[]>()
  let brokenLines = 0
  let at = 0
  while (at < lines.length) {
    const line = lines[at]!
    at += 1
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue
    const pair =
      /^["']?([\p{L}\p{N}_][\p{L}\p{N}_ .-]{0,60}?)["']?\s{0,20}[:：](?:\s+(.*)|\s*)$/u.exec(line) ??
      /^([\w-]+):(\S.*)$/.exec(line)
    if (pair === null) {
      brokenLines += 1
      continue
    }
    const key = pair[1]!.toLowerCase()
    const value = (pair[2] ?? '').trim()
    const nested: string[] = []
    while (at < lines.length && /^(?:\s+\S|\s*- |\s*$)/.test(lines[at]!)) {
      nested.push(lines[at]!)
      at += 1
    }
    data.set(key, readValue(value, nested))
  }
  return { data, brokenLines }
}

function readValue(value: string, nested: readonly string[]): string | string[] {
  if (/^[>|][+-]?\d?$/.test(value))
    return nested
      .map((line) => line.trim())
      .join(value.startsWith('|') ? '\n' : ' ')
      .trim()
  if (value === '') {
    const items = nested.filter((line) => line.trim() !== '')
    // A person of several fields is its name.
    const names = items.flatMap((line) => /^\s+(?:- )?name:\s+(.*)$/.exec(line.replace(/^- /, '   '))?.[1] ?? [])
    if (names.length > 0) return names.map(readScalar)
    if (items.length > 0 && items.every((line) => /^\s*- /.test(line)))
      return items.map((line) => readScalar(line.replace(/^\s*- /, '')))
    // Anything else of several fields is what they say, in order.
    return squash(items.map((line) => line.replace(/^\s+[\w-]+:\s/, '')).join(' '))
  }
  const list = /^\[(.*)\]$/.exec(value)
  if (list !== null && !/^\[[^\]]*\][^,]*\]$/.test(value)) {
    return (list[1]!.match(/"(?:\\.|[^"\\])*"|'(?:''|[^'])*'|[^,]+/g) ?? []).map(readScalar).filter((item) => item !== '')
  }
  return readScalar([value, ...nested.map((line) => line.trim()).filter((line) => line !== '')].join(' '))
}

function readScalar(value: string): string {
  const text = value.trim()
  const double = /^"((?:\\.|[^"\\])*)"(?:\s+#.*)?$/.exec(text)
  if (double !== null) return double[1]!.replace(escaped, readEscape)
  const single = /^'((?:''|[^'])*)'(?:\s+#.*)?$/.exec(text)
  if (single !== null) return single[1]!.replace(/''/g, "'")
  // A value that lost one of its quotes.
  return text
    .replace(/\s#(?=\s).*$/, '')
    .replace(/^(["'])(?!.*\1)/, '')
    .trim()
}

/** Characters by number, white space, characters that stand for themselves, and a line's end that is none. */
const escaped = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U(000[\da-fA-F]{5}|0010[\da-fA-F]{4})|([nt]| \\ )|(["\\/])| )/g

function readEscape(_: string, x?: string, u?: string, U?: string, space?: string, plain = ''): string {
  const code = x ?? u ?? U
  return code !== undefined ? String.fromCodePoint(Number.parseInt(code, 16)) : space !== undefined ? ' ' : plain
}
