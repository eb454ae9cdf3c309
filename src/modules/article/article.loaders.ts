import type DataLoader from 'dataloader'
import { allColumns, asNode } from '../paging/list.ts'
import type { RequestContext } from '../paging/request-context.ts'
import { statement } from '../paging/statement.ts'
import { articleTable } from './article.table.ts'
import type { Article, BlockKind, Image } from './article.type.ts'
import { type StoredBlock, withText } from './stored-blocks.ts'

const blocksByArticle = statement(
  'article-blocks',
  'SELECT article_id AS "key", blocks AS "value" FROM article_content WHERE article_id = ANY($1::bigint[])',
)
const imagesByArticle = statement(
  'article-images',
  'SELECT article_id AS "key", images AS "value" FROM article_content WHERE article_id = ANY($1::bigint[])',
)

/** The text of an image without a caption is empty. */
export type StoredParagraph = { index: number; kind: BlockKind; text: string; html: string }

/** The body's blocks in order, by article. */
export function paragraphsLoader(context: RequestContext): DataLoader<string, StoredParagraph[]> {
  return context.loader('article-blocks', async (keys) => {
    const rows = await context.db.query<{ key: string; value: StoredBlock<BlockKind>[] }>(blocksByArticle, [keys])
    const byKey = new Map(rows.map(({ key, value }) => [key, value.map((block, index) => ({ index, ...withText(block) }))]))
    return keys.map((key) => byKey.get(key) ?? [])
  })
}

/** All images in order, by article. */
export function imagesLoader(context: RequestContext): DataLoader<string, Image[]> {
  return context.loader('article-images', async (keys) => {
    const rows = await context.db.query<{ key: string; value: Image[] }>(imagesByArticle, [keys])
    const byKey = new Map(rows.map(({ key, value }) => [key, value]))
    return keys.map((key) => byKey.get(key) ?? [])
  })
}

const siblings = statement(
  'article-other-translations',
  `SELECT asked.key AS "asked", ${allColumns(articleTable).join(', ')}
   FROM unnest($1::bigint[]) AS asked(key)
   JOIN article AS self ON self.id = asked.key
   JOIN article AS a ON a.original_id = self.original_id AND a.id <> self.id
   ORDER BY a.published_at DESC, a.id DESC`,
)

/** Other translations of an article's original, newest first. */
export function otherTranslationsLoader(context: RequestContext): DataLoader<string, Article[]> {
  return context.loader('article-other-translations', async (keys) => {
    const rows = await context.db.query<Article & { asked: string }>(siblings, [keys])
    const byArticle = new Map<string, Article[]>(keys.map((key) => [key, []]))
    for (const row of rows) byArticle.get(row.asked)!.push(asNode('Article', row))
    return keys.map((key) => byArticle.get(key)!)
  })
}
