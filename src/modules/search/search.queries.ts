import type { GraphQLResolveInfo } from 'graphql'
import { type EdgeOf, Page, type Paging } from '../../graphql/connection.ts'
import { articleConditions } from '../article/article.filter.ts'
import { articleTable } from '../article/article.table.ts'
import type { Article } from '../article/article.type.ts'
import { isWithText } from '../article/text.filter.ts'
import { findMistyped, findNamed, type NamedOrganisations, nameToFind } from '../organisation/organisation-names.queries.ts'
import type { List, Order } from '../paging/list.ts'
import { type PageRequest, pageRequest } from '../paging/page-request.ts'
import { readRootPage } from '../paging/read-page.ts'
import type { RequestContext } from '../paging/request-context.ts'
import { Parameters, statement } from '../paging/statement.ts'
import { type FoundTexts, findTexts, findTitles } from './found-texts.queries.ts'
import { type QueryText, readQueryText } from './query-text.ts'
import type { SearchArgs } from './search.args.ts'
import { compared, countOthersNaming, matchingArticles, rankedSql, type Wanted } from './search-matches.sql.ts'

/** How a search is carried out: what its edges explain themselves by. */
export interface SearchPlan {
  text: QueryText | null
  names: NamedOrganisations
  /** The query in the form in which names are compared; null for one without anything to compare. */
  name: string | null
}

interface Ranked {
  /** `bigint[]` and `int[]` as PostgreSQL writes them, best first. */
  keys: string
  scores: string
  count: number
  /** Nothing else matches. */
  isAll: boolean
}

type SearchEdgeRow = EdgeOf<Article> & { plan: SearchPlan }

const nothingRanked: Ranked = { keys: '{}', scores: '{}', count: 0, isAll: false }

/** Articles in which the query is found, or that name an organisation in whose name it is. Throws for an empty query. */
export async function searchArticles(
  context: RequestContext,
  args: SearchArgs,
  info: GraphQLResolveInfo,
): Promise<Page<Article, SearchEdgeRow>> {
  const query = readQueryText(args.query, 'query')
  const filterKey = JSON.stringify([query.folded, args.query, args.where ?? null])
  const order = args.orderBy ?? 'RELEVANCE'
  // Paging arguments are refused before anything is looked for.
  const request = pageRequest(args, info, { order, filterKey })
  const { wanted, ranked } = await context.once(`search:${order === 'RELEVANCE'}:${filterKey}`, () =>
    look(context, args, query, order === 'RELEVANCE'),
  )
  const counted = () => countMatches(context, wanted, ranked, args, filterKey)
  const page = await readMatches(context, request, wanted, ranked)
  const plan: SearchPlan = { text: wanted.text?.query ?? null, names: wanted.names, name: nameToFind(args.query) }
  const edges = page.edges.map((edge) => Object.assign(edge, { plan }))
  return new Page(edges as SearchEdgeRow[], page.more, counted)
}

async function look(
  context: RequestContext,
  args: SearchArgs,
  query: QueryText,
  isRanked: boolean,
): Promise<{ wanted: Wanted; ranked: Ranked }> {
  const [names, text, conditions] = await Promise.all([
    findNamed(context, args.query),
    findTexts(context, query),
    articleConditions(context, args.where, 'PAGE'),
  ])
  const areInMany = (found: NamedOrganisations) => found.articleCount > Math.max(2000, text.articles / 10)
  // Where few have the query all of them are compared, and those with it in their title are among them.
  const titles = isRanked && text.ordinals.length >= compared ? (await findTitles(context, query)).ordinals : null
  const wanted: Wanted = { text, titles, names, areNamesInMany: areInMany(names), conditions }
  const ranked = isRanked ? await rank(context, wanted) : nothingRanked
  const mayBeMistyped = names.count === 0 && ranked.count === 0
  if (!mayBeMistyped) return { wanted, ranked }
  const corrected = await findMistyped(context, args.query)
  if (corrected.count === 0 || (await isAnywhere(context, text))) return { wanted, ranked }
  const understood: Wanted = { ...wanted, text: null, names: corrected, areNamesInMany: areInMany(corrected) }
  return { wanted: understood, ranked: isRanked ? await rank(context, understood) : nothingRanked }
}

async function rank(context: RequestContext, wanted: Wanted): Promise<Ranked> {
  const parameters = new Parameters()
  const text = rankedSql(wanted, parameters)
  const [ranked] = await context.db.query<Ranked>(statement('search-ranked', text), parameters.values)
  return ranked!
}

async function isAnywhere(context: RequestContext, found: FoundTexts): Promise<boolean> {
  if (found.query.isExact || found.ordinals.length === 0) return found.ordinals.length > 0
  const parameters = new Parameters()
  const text = `SELECT EXISTS (SELECT FROM article AS m WHERE ${isWithText('m', found, parameters)}) AS "isFound"`
  const [row] = await context.db.query<{ isFound: boolean }>(statement('search-anywhere', text), parameters.values)
  return row!.isFound
}

const byTime = [
  { sql: 'a.published_at', type: 'timestamptz' },
  { sql: 'a.id', type: 'bigint' },
] as const
const byScore = (score: string): Order => ({ keys: [{ sql: score, type: 'integer' }, ...byTime], isDescending: true })

/** Both lists of an order have the same places: a cursor from the one is a cursor of the other. */
function listsOf(wanted: Wanted, ranked: Ranked): { best: List; rest: List } {
  const shared = { name: 'search', node: articleTable }
  return {
    best: {
      ...shared,
      from: (parameters) =>
        `unnest(${parameters.add(ranked.keys, 'bigint[]')}, ${parameters.add(ranked.scores, 'int[]')}) AS ranked(id, score) JOIN article AS a ON a.id = ranked.id`,
      edge: { score: 'ranked.score' },
      orders: { RELEVANCE: byScore('ranked.score') },
    },
    rest: {
      ...shared,
      from: (parameters) => matchingArticles(wanted, parameters, false),
      orders: {
        RELEVANCE: byScore('0::integer'),
        NEWEST: { keys: byTime, isDescending: true },
        OLDEST: { keys: byTime, isDescending: false },
      },
    },
  }
}

/** A page of those that were compared, and where it reaches beyond them, of all others, newest first. */
async function readMatches(context: RequestContext, request: PageRequest, wanted: Wanted, ranked: Ranked) {
  const { best, rest } = listsOf(wanted, ranked)
  const { paging, filterKey } = request
  const isRest = (parameters: Parameters) => `a.id <> ALL(${parameters.add(ranked.keys, 'bigint[]')})`
  const conditions = request.order === 'RELEVANCE' ? [...wanted.conditions, isRest] : wanted.conditions
  const read = async (list: List, part: string, size: number): Promise<Part> => {
    const asked = { ...request, paging: { ...paging, size }, filterKey: `${part}:${filterKey}`, asksForMore: true }
    const page = await readRootPage<Article>(context, list, list === rest ? { ...asked, conditions } : asked)
    const { hasNextPage, hasPreviousPage } = page.pageInfo
    return { edges: page.edges, more: { hasNextPage, hasPreviousPage } }
  }
  if (request.order !== 'RELEVANCE') return read(rest, 'all', paging.size)
  if (ranked.isAll) return read(best, 'best', paging.size)
  return paging.isBackward
    ? backward(paging, await read(rest, 'rest', paging.size), (size) => read(best, 'best', size))
    : forward(paging, await read(best, 'best', paging.size), (size) => read(rest, 'rest', size))
}

interface Part {
  edges: readonly EdgeOf<Article>[]
  more: { hasNextPage: boolean; hasPreviousPage: boolean }
}

async function forward({ size }: Paging, first: Part, readMore: (size: number) => Promise<Part>): Promise<Part> {
  if (first.more.hasNextPage) return first
  const { edges, more } = await readMore(size - first.edges.length)
  return { edges: [...first.edges, ...edges], more }
}

async function backward({ size }: Paging, last: Part, readMore: (size: number) => Promise<Part>): Promise<Part> {
  if (last.more.hasPreviousPage) return last
  const { edges, more } = await readMore(size - last.edges.length)
  return { edges: [...edges, ...last.edges], more }
}

async function countMatches(
  context: RequestContext,
  wanted: Wanted,
  ranked: Ranked,
  { where }: SearchArgs,
  filterKey: string,
): Promise<number> {
  if (ranked.isAll) return ranked.count
  return context.once(`search-total:${filterKey}`, async () => {
    const parameters = new Parameters()
    const { text: found, names } = wanted
    if (where == null && found?.query.isExact) return found.ordinals.length + (await countOthers(context, names, found.ordinals))
    const from = matchingArticles(wanted, parameters, true)
    const conditions = (await articleConditions(context, where, 'COUNT')).map((condition) => condition(parameters))
    const text = `SELECT count(*)::integer AS "count" FROM ${from} WHERE ${['true', ...conditions].join(' AND ')}`
    const [row] = await context.db.query<{ count: number }>(statement('search-count', text), parameters.values)
    return row!.count
  })
}

async function countOthers(context: RequestContext, names: NamedOrganisations, ordinals: Int32Array): Promise<number> {
  if (names.count === 0) return 0
  const parameters = new Parameters()
  const text = countOthersNaming(names, ordinals, parameters)
  const [row] = await context.db.query<{ count: number }>(statement('search-count-named', text), parameters.values)
  return row!.count
}
