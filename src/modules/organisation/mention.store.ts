import type pg from 'pg'
import { stageRows } from '../../database/stage-rows.ts'

export interface MentionInput {
  articleId: string
  field: string
  paragraph: number
  start: number
  end: number
  kind: string
  surface: string
  gloss: string | null
  rule: string
  confidence: number
  judgement: string
  organisationId: string | null
  personId: string | null
  candidates: readonly string[]
}

export interface ArticleOrganisationInput {
  articleId: string
  organisationId: string
  mentionCount: number
  firstParagraph: number
  strength: string
  forms: readonly string[]
  gloss: string | null
  publishedAt: Date
}

/** Column names of one table, with their types; the first `keys` of them are its primary key. */
const mention = {
  table: 'mention',
  keys: 4,
  columns: {
    article_id: 'bigint',
    field: 'mention_field',
    paragraph: 'int',
    start: 'int',
    end: 'int',
    kind: 'mention_kind',
    surface: 'text',
    gloss: 'text',
    rule: 'text',
    confidence: 'real',
    judgement: 'judgement',
    organisation_id: 'bigint',
    person_id: 'bigint',
    candidates: 'text[]',
  },
}
const articleOrganisation = {
  table: 'article_organisation',
  keys: 2,
  columns: {
    article_id: 'bigint',
    organisation_id: 'bigint',
    mention_count: 'int',
    first_paragraph: 'int',
    strength: 'strength',
    forms: 'text[]',
    gloss: 'text',
    published_at: 'timestamptz(3)',
  },
}

/** Gives these articles exactly these mentions. Returns how many rows changed. */
export async function saveMentions(
  client: pg.ClientBase,
  articleIds: readonly string[],
  mentions: readonly MentionInput[],
): Promise<number> {
  const rows = mentions.map((row) => [
    row.articleId,
    row.field,
    row.paragraph,
    row.start,
    row.end,
    row.kind,
    row.surface,
    row.gloss,
    row.rule,
    row.confidence,
    row.judgement,
    row.organisationId,
    row.personId,
    row.candidates,
  ])
  return (await replaceRows(client, mention, articleIds, rows)).length
}

/** Gives these articles exactly these organisations. Returns the articles whose organisations changed. */
export async function saveArticleOrganisations(
  client: pg.ClientBase,
  articleIds: readonly string[],
  pairs: readonly ArticleOrganisationInput[],
): Promise<string[]> {
  const rows = pairs.map((row) => [
    row.articleId,
    row.organisationId,
    row.mentionCount,
    row.firstParagraph,
    row.strength,
    row.forms,
    row.gloss,
    row.publishedAt,
  ])
  return replaceRows(client, articleOrganisation, articleIds, rows)
}

async function replaceRows(
  client: pg.ClientBase,
  { table, keys, columns }: typeof mention | typeof articleOrganisation,
  articleIds: readonly string[],
  rows: Parameters<typeof stageRows>[2],
): Promise<string[]> {
  const staging = `incoming_${table}`
  await stageRows(client, { name: staging, columns }, rows)
  const names = Object.keys(columns).map((name) => `"${name}"`)
  const key = names.slice(0, keys)
  const rest = names.slice(keys)
  const list = (prefix: string, of: readonly string[]) => of.map((name) => `${prefix}.${name}`).join(', ')
  const removed = await client.query<{ article_id: string }>(
    `DELETE FROM ${table} AS old WHERE article_id = ANY($1::bigint[])
       AND NOT EXISTS (SELECT FROM ${staging} AS new WHERE (${list('new', key)}) = (${list('old', key)}))
     RETURNING article_id`,
    [articleIds],
  )
  const saved = await client.query<{ article_id: string }>(
    `INSERT INTO ${table} AS old (${names.join(', ')}) SELECT ${names.join(', ')} FROM ${staging}
     ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${rest.map((name) => `${name} = excluded.${name}`).join(', ')}
       WHERE (${list('old', rest)}) IS DISTINCT FROM (${list('excluded', rest)})
     RETURNING article_id`,
  )
  return [...removed.rows, ...saved.rows].map((row) => row.article_id)
}
