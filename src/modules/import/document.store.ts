import type pg from 'pg'
import { stageRows } from '../../database/stage-rows.ts'

export interface DocumentInput {
  file: string
  contentHash: string
  state: 'KEPT' | 'SUPERSEDED' | 'REJECTED'
  /** Of a rejected document, the article that an earlier state of the file gave and that still stands. */
  articleId: string | null
  publishedAt: Date | null
  parserVersion: number
}

const incoming = {
  name: 'incoming_document',
  columns: {
    file: 'text',
    content_hash: 'text',
    state: 'document_state',
    article_id: 'bigint',
    published_at: 'timestamptz(3)',
    parser_version: 'int',
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

/**
 * Remembers what became of these files. Of the documents that give one article, all but that which the article was read from
 * are superseded then. Call it after the articles are written. Returns how many rows changed.
 */
export async function saveDocuments(
  client: pg.ClientBase,
  importId: string,
  documents: readonly DocumentInput[],
): Promise<number> {
  await stageRows(
    client,
    incoming,
    documents.map((row) => [row.file, row.contentHash, row.state, row.articleId, row.publishedAt, row.parserVersion]),
  )
  const saved = await client.query(
    `INSERT INTO document AS old (file, content_hash, state, article_id, published_at, parser_version, import_id)
     SELECT file, content_hash, state, article_id, published_at, parser_version, $1 FROM incoming_document
     ON CONFLICT (file) DO UPDATE
       SET content_hash = excluded.content_hash, state = excluded.state, article_id = excluded.article_id,
           published_at = excluded.published_at, parser_version = excluded.parser_version, import_id = excluded.import_id
       WHERE (old.content_hash, old.state, old.article_id, old.published_at, old.parser_version) IS DISTINCT FROM
         (excluded.content_hash, excluded.state, excluded.article_id, excluded.published_at, excluded.parser_version)`,
    [importId],
  )
  const overtaken = await client.query(
    `UPDATE document SET state = 'SUPERSEDED' FROM article
     WHERE document.article_id = article.id AND document.state = 'KEPT' AND document.file <> article.source_file
       AND article.id = ANY($1::bigint[])`,
    [documents.flatMap(({ articleId }) => (articleId === null ? [] : [articleId]))],
  )
  return (saved.rowCount ?? 0) + (overtaken.rowCount ?? 0)
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
  const { rows } = await client.query<SupersededDocument>(
    `SELECT document.file, article.id AS "articleId", article.source_file AS by
     FROM document JOIN article ON article.id = document.article_id
     WHERE document.state = 'SUPERSEDED' AND article.id = ANY($1::bigint[])`,
    [articleIds],
  )
  return rows
}
