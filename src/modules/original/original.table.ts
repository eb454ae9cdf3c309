import type { NodeTable } from '../paging/list.ts'

export const originalTable: NodeTable = {
  type: 'Original',
  table: 'original',
  alias: 'r',
  key: 'r.id',
  columns: {
    url: 'r.url',
    canonicalUrl: 'r.canonical_url',
    title: 'r.title',
    language: 'r.language',
    provenance: 'r.provenance',
    translationCount: 'r.translation_count',
    publisherKey: 'r.publisher_id',
  },
  needs: { publisher: ['publisherKey'] },
}
