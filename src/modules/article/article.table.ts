import type { NodeTable, Order } from '../paging/list.ts'

/** Bodies are not here: they stand in `article_content`, which lists never read. */
export const articleTable: NodeTable = {
  type: 'Article',
  table: 'article',
  alias: 'a',
  key: 'a.id',
  columns: {
    slug: 'a.slug',
    url: 'a.url',
    canonicalUrl: 'a.canonical_url',
    title: 'a.title',
    lead: 'a.lead',
    language: 'a.language',
    publishedAt: 'CASE WHEN a.is_published_at_known THEN a.published_at END',
    importedAt: 'a.imported_at',
    wordCount: 'a.word_count',
    byline: 'a.byline',
    organisationCount: 'a.organisation_count',
    publisherKey: 'a.publisher_id',
    originalKey: 'a.original_id',
    imageUrl: 'a.image_url',
    imageAlt: 'a.image_alt',
    contentHash: 'a.content_hash',
    parserVersion: 'a.parser_version',
    sourceFile: 'a.source_file',
    importKey: 'a.import_id',
  },
  times: ['publishedAt', 'importedAt'],
  needs: {
    publisher: ['publisherKey'],
    original: ['originalKey'],
    otherTranslations: ['originalKey'],
    image: ['imageUrl', 'imageAlt'],
    jsonLd: [
      'title',
      'lead',
      'url',
      'language',
      'publishedAt',
      'wordCount',
      'imageUrl',
      'imageAlt',
      'publisherKey',
      'originalKey',
    ],
    provenance: ['contentHash', 'parserVersion', 'sourceFile', 'importKey'],
  },
}

/**
 * The orders of a list of articles. A joining table that repeats the time gives its own columns, so that its index serves
 * NEWEST and OLDEST.
 */
export function articleOrders(publishedAt = 'a.published_at', id = 'a.id'): Record<string, Order> {
  const byTime = [
    { sql: publishedAt, type: 'timestamptz' },
    { sql: id, type: 'bigint' },
  ] as const
  return {
    NEWEST: { keys: byTime, isDescending: true },
    OLDEST: { keys: byTime, isDescending: false },
    TITLE: {
      keys: [
        { sql: 'a.title', type: 'text' },
        { sql: 'a.id', type: 'bigint' },
      ],
      isDescending: false,
    },
    MOST_ORGANISATIONS: {
      keys: [
        { sql: 'a.organisation_count', type: 'integer' },
        { sql: 'a.id', type: 'bigint' },
      ],
      isDescending: true,
    },
  }
}
