import type { Body } from '../gazetteer/known-name.ts'

type Ranked = readonly { body: Body; score: number }[]

/** Bodies of countries, those of the country that is spoken of most first. */
export const rankByCountry = (bodies: readonly Body[], scores: ReadonlyMap<string, number>): Ranked =>
  bodies
    .filter((body) => body.country !== null)
    .map((body) => ({ body, score: scores.get(body.country!) ?? 0 }))
    .sort((a, b) => b.score - a.score)

/** The body of the country that is spoken of, and of no other by far; null where none is. */
export function clearlyFirst([first, second]: Ranked): Body | null {
  if (first === undefined || first.score < 2 || first.body.country === second?.body.country) return null
  return first.score >= 1.5 * (second?.score ?? 0) ? first.body : null
}
