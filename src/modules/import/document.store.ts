import type pg from 'pg'
import { bigint, int4, oneOf, text, timestamptz } from '../../database/binary-types.ts'
import { saveRows, type Table } from '../../database/write-rows.ts'

export interface DocumentInput {
  file: string
  contentHash: string
  state: 'KEPT' | 'SUPERSEDED' | 'REJECTED'
  /** Of a rejected document, the article that an earlier state of the file gave and that still stands. */
  articleId: string | null
  publishedAt: Date | null
  parserVersion: number
}

const table: Table<DocumentInput & { importId: string }> = {
  name: 'document',
  key: ['file'],
  columns: {
    file: text,
    contentHash: text,
    state: oneOf('document_state'),
    articleId: bigint,
    publishedAt: timestamptz,
    parserVersion: int4,
    importId: bigint,
  },
}

/** What is remembered of these files, and of files with the same content under other names. */
export async function findDocuments(
  client: pg.ClientBase | pg.Pool,
  files: readonly string[],
  contentHashes: readonly string[],
): Promise<DocumentInput[]> {
  const { rows } = await client.query<DocumentInput>(
    `SELECT file, content_hash AS "contentHash", state, article_id AS "articleId", published_at AS "publishedAt",
       parser_version AS "parserVersion"
     FROM document WHERE file = ANY($1::text[])
     UNION
     SELECT file, content_hash, state, article_id, published_at, parser_version FROM document WHERE content_hash = ANY($2::text[])`,
    [files, contentHashes],
  )
  return rows
}

/** Remembers what became of these files. Returns how many rows changed. */
export async function saveDocuments(
  client: pg.ClientBase,
  importId: string,
  documents: readonly DocumentInput[],
): Promise<number> {
  const rows = documents.map((document) => ({ ...document, importId }))
  return (await saveRows(client, table, rows, { following: ['importId'] })).length
}

/** Of the documents that give one of these articles, all but that which it was read from are superseded. */
export async function supersedeDocuments(client: pg.ClientBase, articleIds: readonly string[]): Promise<number> {
  if (articleIds.length === 0) return 0
  const overtaken = await client.query(
    `UPDATE document SET state = 'SUPERSEDED' FROM article
     WHERE document.article_id = article.id AND document.state = 'KEPT' AND document.file <> article.source_file
       AND article.id = ANY($1::bigint[])`,
    [articleIds],
  )
  return overtaken.rowCount ?? 0
}

/** Forgets the superseded copies of articles that are removed, so that they are read as new. Returns their files. */
export async function forgetCopies(client: pg.ClientBase, articleIds: readonly string[]): Promise<string[]> {
  if (articleIds.length === 0) return []
  const { rows } = await client.query<{ file: string }>(
    `DELETE FROM document WHERE article_id = ANY($1::bigint[]) AND state = 'SUPERSEDED' RETURNING file`,
    [articleIds],
  )
  return rows.map((row) => row.file)
}

export interface SupersededDocument {
  file: string
  articleId: string
  /** The file that the article was read from. */
  by: string
}

/** Copies of these articles that others overtook. */
export async function findSuperseded(client: pg.ClientBase, articleIds: readonly string[]): Promise<SupersededDocument[]> {
  if (articleIds.length === 0) return []
  const { rows } = await client.query<SupersededDocument>(
    `SELECT document.file, article.id AS "articleId", article.source_file AS by
     FROM document JOIN article ON article.id = document.article_id
     WHERE document.state = 'SUPERSEDED' AND article.id = ANY($1::bigint[])`,
    [articleIds],
  )
  return rows
}
