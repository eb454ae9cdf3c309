import type DataLoader from 'dataloader'
import type { GraphQLResolveInfo } from 'graphql'
import type { Page } from '../../graphql/connection.ts'
import { keptLength } from '../paging/kept-length.ts'
import type { List } from '../paging/list.ts'
import { pageRequest } from '../paging/page-request.ts'
import { withinIntegers } from '../paging/range-conditions.ts'
import { keysOfReferences } from '../paging/read-nodes.ts'
import { readRootPage } from '../paging/read-page.ts'
import type { RequestContext } from '../paging/request-context.ts'
import { type Condition, statement } from '../paging/statement.ts'
import { publisherTable } from '../publisher/publisher.table.ts'
import type { OriginalsArgs } from './original.args.ts'
import { originalTable } from './original.table.ts'
import type { Original } from './original.type.ts'

const originals: List = {
  name: 'originals',
  node: originalTable,
  from: 'original AS r',
  total: keptLength('original'),
  orders: {
    MOST_TRANSLATIONS: {
      keys: [
        { sql: 'r.translation_count', type: 'integer' },
        { sql: 'r.id', type: 'bigint' },
      ],
      isDescending: true,
    },
  },
}

/** Originals, those with most translations first. */
export async function listOriginals(
  context: RequestContext,
  args: OriginalsArgs,
  info: GraphQLResolveInfo,
): Promise<Page<Original>> {
  const { publisher, language, translationCount } = args.where ?? {}
  const conditions: Condition[] = withinIntegers('r.translation_count', translationCount)
  let total: Condition | null = null
  if (publisher != null) {
    const [key] = await keysOfReferences(context, publisherTable, [publisher])
    if (conditions.length === 0 && language == null)
      total = (parameters) => keptLength('original', `kept.part = ${parameters.add(key, 'text')}`)
    conditions.push((parameters) => `r.publisher_id = ${parameters.add(key, 'bigint')}`)
  }
  if (language != null) conditions.push((parameters) => `r.language = ${parameters.add(language, 'text')}`)
  const filterKey = JSON.stringify(args.where ?? null)
  return readRootPage(context, originals, pageRequest(args, info, { order: 'MOST_TRANSLATIONS', conditions, total, filterKey }))
}

const keyByUrl = statement(
  'original-key-by-url',
  'SELECT r.canonical_url AS "url", r.id AS "key" FROM original AS r WHERE r.canonical_url = ANY($1::text[])',
)

/** Keys of originals by canonical address; null for none. */
export function originalKeysByUrl(context: RequestContext): DataLoader<string, string | null> {
  return context.loader('original-key-by-url', async (urls) => {
    const rows = await context.db.query<{ url: string; key: string }>(keyByUrl, [urls])
    const byUrl = new Map(rows.map(({ url, key }) => [url, key]))
    return urls.map((url) => byUrl.get(url) ?? null)
  })
}

const articleByOriginal = statement(
  'article-key-by-original',
  `SELECT asked.key AS "asked", found.id AS "key" FROM unnest($1::bigint[]) AS asked(key) JOIN original AS r ON r.id = asked.key
   CROSS JOIN LATERAL (
     SELECT a.id FROM article AS a WHERE a.canonical_url = r.canonical_url ORDER BY a.published_at DESC, a.id DESC LIMIT 1
   ) AS found`,
)

/** Key of the article that is the original itself, where the archive holds it; null elsewhere. */
export function articleKeysByOriginal(context: RequestContext): DataLoader<string, string | null> {
  return context.loader('article-key-by-original', async (keys) => {
    const rows = await context.db.query<{ asked: string; key: string }>(articleByOriginal, [keys])
    const byOriginal = new Map(rows.map(({ asked, key }) => [asked, key]))
    return keys.map((key) => byOriginal.get(key) ?? null)
  })
}
