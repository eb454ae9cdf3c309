/** What stands above the body in the archive's format: `<!--milliseconds-->`, `[title](url)`, a rule of dashes. */
export interface Envelope {
  publishedAt: Date | null
  title: string | null
  /** As printed. */
  url: string | null
  /** The document behind the envelope. */
  body: string
}

const timestamp = /^\s*<!--\s*(-?\d{9,16})\s*-->[ \t]*/
const rule = /^[ \t]*\n?[ \t]*(?:-{3,}|={3,})[ \t]*(?=\n|$)/

/** Null for a document without a timestamp comment and without a heading that is one link. */
export function readEnvelope(text: string): Envelope | null {
  const time = timestamp.exec(text)
  const afterTime = time === null ? text : text.slice(time[0].length)
  const heading = readLinkHeading(afterTime, time !== null)
  if (time === null && heading === null) return null
  const body = heading === null ? afterTime : afterTime.slice(heading.length)
  return {
    publishedAt: time === null ? null : readMilliseconds(time[1]!),
    title: heading?.title ?? null,
    url: heading?.url.trim() || null,
    body,
  }
}

/**
 * `[title](url)` on a line of its own. Brackets may stand in the title and parentheses in the URL: the title ends at the last `](`
 * that an address follows, the address at the last `)` of the line. Without a timestamp above, a rule below must show what it is.
 */
function readLinkHeading(text: string, isAfterTimestamp: boolean): { title: string; url: string; length: number } | null {
  const start = text.length - text.trimStart().length
  const lineEnd = text.indexOf('\n', start)
  const end = lineEnd === -1 ? text.length : lineEnd
  const link = text
    .slice(start, end)
    .trim()
    .replace(/^#{1,2}\s+/, '')
  if (link.length > 13_000 || !link.startsWith('[') || !link.endsWith(')')) return null
  const parting = [...link.matchAll(/\][ \t]*\((?=\s*(?:https?:)?\/\/)/g)].at(-1) ?? [...link.matchAll(/\]\(/g)].at(-1)
  if (parting === undefined) return null
  const title = link.slice(1, parting.index).trim()
  const address = link.slice(parting.index + parting[0].length, -1).trim()
  const url = /^<(.*)>$/.exec(address)?.[1] ?? address.replace(/\s+"[^"]*"$/, '')
  const below = rule.exec(text.slice(end, end + 2000))
  if (below === null && !isAfterTimestamp) return null
  return { title, url, length: end + (below?.[0].length ?? 0) }
}

/** Milliseconds since 1970, or seconds where that is what was written. */
function readMilliseconds(digits: string): Date | null {
  const value = Number(digits)
  const date = new Date(digits.replace('-', '').length <= 10 ? value * 1000 : value)
  const year = date.getUTCFullYear()
  return Number.isNaN(date.getTime()) || year < 1900 || year > 2200 ? null : date
}
