import type { NodeTable } from '../paging/list.ts'

export const organisationTable: NodeTable = {
  type: 'Organisation',
  table: 'organisation',
  alias: 'o',
  key: 'o.id',
  columns: {
    slug: 'o.slug',
    name: 'o.name',
    nameZh: 'o.name_zh',
    nameEn: 'o.name_en',
    kind: 'o.kind',
    country: 'o.country',
    wikidataId: 'o.wikidata_id',
    articleCount: 'o.article_count',
  },
  mergedInto: 'merged_into_id',
}
