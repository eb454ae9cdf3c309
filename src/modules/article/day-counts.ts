import type { Condition, Parameters } from '../paging/statement.ts'
import type { ArticleFilter } from './article.filter.args.ts'

const dayMs = 86_400_000

/**
 * SQL of how many articles a filter holds for that asks for nothing but times, a language and originals: whole days are kept, in
 * `article_day`, and only articles of the days at the two ends are counted. Null for other filters.
 */
export function countByDays(filter: ArticleFilter | null | undefined): Condition | null {
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
    const whole = sum(
      [
        ...(publishedAt == null ? [] : ["d.day > '-infinity'"]),
        ...(first === null ? [] : [`d.day >= ${day(parameters, first)}`]),
        ...(last === null ? [] : [`d.day < ${day(parameters, last)}`]),
        ...likewise({ language: 'd.language', hasOriginal: 'd.has_original' }),
      ],
      'COALESCE(sum(d.count), 0)',
      'article_day AS d',
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
    return `(${[whole, ...ends].join(' + ')})::integer`
  }
}

const startOfDay = (at: Date): Date => new Date(Math.floor(at.getTime() / dayMs) * dayMs)
const day = (parameters: Parameters, at: Date): string => `(${parameters.add(at, 'timestamptz')} AT TIME ZONE 'UTC')::date`
const sum = (conditions: string[], count: string, from: string): string =>
  `(SELECT ${count} FROM ${from}${conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`})`
