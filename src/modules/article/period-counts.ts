import type { Condition, Parameters } from '../paging/statement.ts'
import type { ArticleFilter } from './article.filter.args.ts'

const dayMs = 86_400_000

/**
 * SQL of how many articles a filter holds for that asks for nothing but times, a language and originals: whole months and days are kept,
 * in `article_period`, and only articles of the days at the two ends are counted. Null for other filters.
 */
export function countByPeriods(filter: ArticleFilter | null | undefined): Condition | null {
  const { publishedAt, language, hasOriginal, ...others } = filter ?? {}
  if (filter == null || Object.values(others).some((other) => other != null)) return null
  const { gte = null, lte = null } = publishedAt ?? {}
  // The first day that begins in the span, and the last that begins in it and may end after it.
  const first = gte === null ? null : startOfDay(new Date(gte.getTime() + dayMs - 1))
  const last = lte === null ? null : startOfDay(lte)
  if (first !== null && last !== null && last <= first) return null
  return (parameters) => {
    const likewise = (sql: { language: string; hasOriginal: string }) => [
      ...(language == null ? [] : [`${sql.language} = ${parameters.add(language, 'text')}`]),
      ...(hasOriginal == null ? [] : [`${hasOriginal ? '' : 'NOT '}(${sql.hasOriginal})`]),
    ]
    const kept = ({ unit, from, to }: Periods) =>
      sum(
        [
          `p.unit = '${unit}'`,
          ...(publishedAt == null ? [] : ["p.first_day > '-infinity'"]),
          ...(from === null ? [] : [`p.first_day >= ${day(parameters, from)}`]),
          ...(to === null ? [] : [`p.first_day < ${day(parameters, to)}`]),
          ...likewise({ language: 'p.language', hasOriginal: 'p.has_original' }),
        ],
        'COALESCE(sum(p.count), 0)',
        'article_period AS p',
      )
    const end = (...span: string[]) =>
      sum(
        ['a.is_published_at_known', ...span, ...likewise({ language: 'a.language', hasOriginal: 'a.original_id IS NOT NULL' })],
        'count(*)',
        'article AS a',
      )
    const time = (at: Date) => parameters.add(at, 'timestamptz')
    const ends = [
      ...(gte === null ? [] : [end(`a.published_at >= ${time(gte)}`, `a.published_at < ${time(first!)}`)]),
      ...(lte === null ? [] : [end(`a.published_at >= ${time(last!)}`, `a.published_at <= ${time(lte)}`)]),
    ]
    return `(${[...periodsBetween(first, last).map(kept), ...ends].join(' + ')})::integer`
  }
}

/** All of one unit that begin in this span. */
interface Periods {
  unit: 'day' | 'month'
  from: Date | null
  to: Date | null
}

/** From one day up to another, null for no end: the whole months, and the days before and after them. */
function periodsBetween(first: Date | null, last: Date | null): Periods[] {
  const firstMonth = first === null ? null : startOfMonth(first, first.getUTCDate() === 1 ? 0 : 1)
  const lastMonth = last === null ? null : startOfMonth(last, 0)
  if (firstMonth !== null && lastMonth !== null && lastMonth <= firstMonth) return [{ unit: 'day', from: first, to: last }]
  return [
    { unit: 'month', from: firstMonth, to: lastMonth },
    ...(first === null ? [] : [{ unit: 'day', from: first, to: firstMonth } as const]),
    ...(last === null ? [] : [{ unit: 'day', from: lastMonth, to: last } as const]),
  ]
}

const startOfDay = (at: Date): Date => new Date(Math.floor(at.getTime() / dayMs) * dayMs)
const startOfMonth = (day: Date, later: number): Date => new Date(new Date(day).setUTCMonth(day.getUTCMonth() + later, 1))
const day = (parameters: Parameters, at: Date): string => `(${parameters.add(at, 'timestamptz')} AT TIME ZONE 'UTC')::date`
const sum = (conditions: string[], count: string, from: string): string =>
  `(SELECT ${count} FROM ${from} WHERE ${conditions.join(' AND ')})`
