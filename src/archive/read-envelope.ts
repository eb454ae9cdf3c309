import { decodeEntities } from '../text/entities.ts'
import { readDate } from './fields/read-date.ts'

/** What stands above the body in the archive's format: `<!--milliseconds-->`, `[title](url)`, a rule of dashes. */
export interface Envelope {
  publishedAt: Date | null
  title: string | null
  /** As printed. */
  url: string | null
  /** The document behind the envelope. */
  body: string
}

/** Comments carry no text: the archive's paywall marks stand beside the timestamp. */
const comments = /^(?:\s*<!--(?:(?!-->)[\s\S]){0,2000}-->)*[ \t]*/
const timestamp = /<!--\s*(-?\d{1,16}(?:\.\d*)?|\d{4}-\d{2}-\d{2}[T\d:.Z +-]{0,30}?)\s*-->/
const rule = /^[ \t]*\n?[ \t]*(?:-{3,}|={3,})[ \t]*(?=\n|$)/
const ruleFurtherDown = /^(?:[ \t]*\n){1,4}[ \t]*(?:-{3,}|={3,})[ \t]*(?=\n|$)/

/** A heading whose title or address holds line breaks: lines up to a rule, the last of which alone closes the link. */
const brokenHeading =
  /^(?:#{1,6} )?\[[^\n]*[^)\s*_][ \t]*(?:\n[ \t]*[^\s-][^\n]*){0,4}?\n[^\n]*\)[ \t]*(?=\n[ \t]*\n?[ \t]*(?:-{3,}|={3,})[ \t]*(?:\n|$))/

/** Null for a document without a timestamp comment and without a heading that is one link. */
export function readEnvelope(text: string): Envelope | null {
  const [above] = comments.exec(text)!
  const time = timestamp.exec(above)
  const afterTime = text.slice(above.length)
  const heading = readLinkHeading(afterTime, time !== null)
  if (time === null && heading === null) return null
  const body = heading === null ? afterTime : afterTime.slice(heading.length)
  return {
    publishedAt: time === null ? null : readTimestamp(time[1]!),
    title: heading?.title || null,
    url: heading?.url.trim() || null,
    body,
  }
}

/**
 * `[title](url)` on a line of its own, or broken into several above a rule. Brackets may stand in the title and parentheses in the URL: the title ends at the last `](`
 * that an address follows, the address at the last `)` of the line. Without a timestamp above, a rule below must show what it is.
 */
function readLinkHeading(text: string, isAfterTimestamp: boolean): { title: string; url: string; length: number } | null {
  const start = text.length - text.trimStart().length
  const lineEnd = text.indexOf('\n', start)
  const broken = brokenHeading.exec(text.slice(start, start + 2000))
  const end = broken !== null ? start + broken[0].length : lineEnd === -1 ? text.length : lineEnd
  const link = text
    .slice(start, end)
    .trim()
    .replace(/\s*\n\s*/g, ' ')
    .replace(/^#{1,6}\s+/, '')
    .replace(/^(\*\*|__)(.*)\1$/, '$2')
  if (link.length > 13_000 || !link.startsWith('[') || !link.endsWith(')')) return null
  const parting = [...link.matchAll(/\][ \t]*\((?=\s*(?:https?:)?\/\/)/g)].at(-1) ?? [...link.matchAll(/\]\(/g)].at(-1)
  if (parting === undefined) return null
  const title = decodeEntities(
    link
      .slice(1, parting.index)
      .trim()
      .replace(/\\([!-/:-@[-`{-~])/g, '$1'),
  )
  const address = link.slice(parting.index + parting[0].length, -1).trim()
  const url = (/^<(.*)>$/.exec(address)?.[1] ?? address.replace(/\s+"[^"]*"$/, '')).replaceAll('&amp;', '&')
  const below = (isAfterTimestamp ? ruleFurtherDown : rule).exec(text.slice(end, end + 2000))
  if (below === null && !isAfterTimestamp) return null
  return { title, url, length: end + (below?.[0].length ?? 0) }
}

/** Milliseconds since 1970, seconds or microseconds where that is what was written, or an ISO date. */
function readTimestamp(printed: string): Date | null {
  if (/^\d{4}-/.test(printed)) return readDate(printed, {})
  const digits = printed.replace(/^-|\.\d*$/g, '').length
  const unit = digits === 9 || digits === 10 ? 1000 : digits >= 15 ? 0.001 : 1
  const date = new Date(Math.trunc(Number(printed) * unit))
  const year = date.getUTCFullYear()
  return Number.isNaN(date.getTime()) || year < 1900 || year > 2200 ? null : date
}
