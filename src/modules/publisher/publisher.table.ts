import type { NodeTable } from '../paging/list.ts'

export const publisherTable: NodeTable = {
  type: 'Publisher',
  table: 'publisher',
  alias: 'p',
  key: 'p.id',
  columns: { slug: 'p.slug', name: 'p.name', hostnames: "COALESCE(p.hostnames, '{}')", articleCount: 'p.article_count' },
}
