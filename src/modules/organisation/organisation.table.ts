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

/** SQL that holds for the parts of the kept length of organisations that are of those which articles name: their kinds. */
export const isNamedPart = "kept.part NOT IN ('unnamed', 'merged')"

/**
 * SQL of the organisations that an article names, which `row` gives by its `published_at` and `article_id`. By time, since ids are
 * hashes: the newest articles of anybody then stand on few pages of the index, however many articles there are. Looked up article
 * by article (OFFSET keeps it so), whatever the planner expects.
 */
export const organisationsNamedBy = (row: string): string =>
  `SELECT named.organisation_id FROM article_organisation AS named
   WHERE named.published_at = ${row}.published_at AND named.article_id = ${row}.article_id OFFSET 0`

/** SQL of the keys of all organisations that the article of a row of `article_organisation` names: most rows hold them themselves. */
export const idsNamedWith = (row: string): string =>
  `COALESCE(${row}.named_ids, ARRAY(SELECT beside.organisation_id FROM article_organisation AS beside WHERE beside.article_id = ${row}.article_id))`
