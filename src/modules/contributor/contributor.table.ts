import type { NodeTable } from '../paging/list.ts'

const columns = { slug: 'c.slug', name: 'c.name', url: 'c.url', publisherKey: 'c.publisher_id' }
const shared = { table: 'contributor', alias: 'c', key: 'c.id', needs: { publisher: ['publisherKey'] } }

export const contributorTable: NodeTable = { ...shared, type: 'Contributor', columns }

export const translatorTable: NodeTable = {
  ...shared,
  type: 'Translator',
  columns: { ...columns, articleCount: 'c.translator_count' },
  where: 'c.translator_count > 0',
}

export const authorTable: NodeTable = {
  ...shared,
  type: 'Author',
  columns: { ...columns, articleCount: 'c.author_count' },
  where: 'c.author_count > 0',
}
