import { searchText } from '../../text/search-pieces.ts'
import type { MentionField } from '../mention/mention.type.ts'
import type { SearchHighlight } from './search.type.ts'

export interface FoundPlace {
  field: MentionField
  /** 0 for title and lead. */
  paragraph: number
  start: number
  end: number
}

/** Highlights that one article has at most: the first ones. */
export const mostHighlights = 5
/** Units of text that a fragment shows on either side. */
const around = 40

/**
 * The first places of an article, in the order of reading, that have the folded words, or that are among `mentions`. Places that
 * overlap an earlier one are left out.
 */
export function findHighlights(
  article: { title: string; lead: string | null },
  paragraphs: readonly { text: string | null }[],
  folded: string | null,
  mentions: readonly FoundPlace[],
): SearchHighlight[] {
  const fields: { field: MentionField; paragraph: number; text: string }[] = [
    { field: 'TITLE', paragraph: 0, text: article.title },
    { field: 'LEAD', paragraph: 0, text: article.lead ?? '' },
    ...paragraphs.map(({ text }, paragraph) => ({ field: 'PARAGRAPH' as const, paragraph, text: text ?? '' })),
  ]
  const highlights: SearchHighlight[] = []
  for (const { field, paragraph, text } of fields) {
    const isHere = (place: FoundPlace) => place.field === field && place.paragraph === paragraph
    const places = [...occurrences(text, folded), ...mentions.filter(isHere)].sort((a, b) => a.start - b.start || b.end - a.end)
    let reached = 0
    for (const { start, end } of places) {
      if (start < reached || end > text.length) continue
      reached = end
      highlights.push({ field, paragraph: field === 'PARAGRAPH' ? paragraph : null, start, end, ...fragmentOf(text, start, end) })
      if (highlights.length === mostHighlights) return highlights
    }
  }
  return highlights
}

function occurrences(text: string, folded: string | null): { start: number; end: number }[] {
  if (folded === null) return []
  const places: { start: number; end: number }[] = []
  const searched = searchText(text)
  for (let at = searched.indexOf(folded); at !== -1; at = searched.indexOf(folded, at + folded.length)) {
    places.push({ start: at, end: at + folded.length })
  }
  return places
}

function fragmentOf(text: string, start: number, end: number): { fragment: string; fragmentStart: number } {
  let from = Math.max(0, start - around)
  let to = Math.min(text.length, end + around)
  // Never half of a character that takes two units.
  if (isLow(text, from)) from--
  if (isLow(text, to)) to++
  return { fragment: text.slice(from, to), fragmentStart: from }
}

const isLow = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00
