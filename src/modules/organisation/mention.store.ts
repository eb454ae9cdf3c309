import type pg from 'pg'
import { bigint, bigintArray, float4, int4, oneOf, text, textArray, timestamptz } from '../../database/binary-types.ts'
import { replaceRows, type Table } from '../../database/write-rows.ts'

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

const mention: Table<MentionInput> = {
  name: 'mention',
  key: ['articleId', 'field', 'paragraph', 'start'],
  columns: {
    articleId: bigint,
    field: oneOf('mention_field'),
    paragraph: int4,
    start: int4,
    end: int4,
    kind: oneOf('mention_kind'),
    surface: text,
    gloss: text,
    rule: text,
    confidence: float4,
    judgement: oneOf('judgement'),
    organisationId: bigint,
    personId: bigint,
    candidates: textArray,
  },
}

interface ArticleOrganisationRow extends ArticleOrganisationInput {
  namedIds: readonly string[] | null
}

const articleOrganisation: Table<ArticleOrganisationRow> = {
  name: 'article_organisation',
  key: ['articleId', 'organisationId'],
  columns: {
    articleId: bigint,
    organisationId: bigint,
    mentionCount: int4,
    firstParagraph: int4,
    strength: oneOf('strength'),
    forms: textArray,
    gloss: text,
    publishedAt: timestamptz,
    namedIds: bigintArray,
  },
}
/** Organisations of an article of which each row holds all. More would take too much room, and past 330 no index takes them. As the migration named_ids. */
const namedAtMost = 64

/** Gives these articles exactly these mentions. Returns how many rows changed. */
export async function saveMentions(
  client: pg.ClientBase,
  articleIds: readonly string[],
  mentions: readonly MentionInput[],
): Promise<number> {
  return (await replaceRows(client, mention, 'articleId', articleIds, mentions)).length
}

/** Gives these articles exactly these organisations. Returns which of the pairs came, went or changed. */
export async function saveArticleOrganisations(
  client: pg.ClientBase,
  articleIds: readonly string[],
  pairs: readonly ArticleOrganisationInput[],
): Promise<Pick<ArticleOrganisationInput, 'articleId' | 'organisationId'>[]> {
  const named = new Map<string, string[]>(articleIds.map((id) => [id, []]))
  for (const { articleId, organisationId } of pairs) named.get(articleId)!.push(organisationId)
  const rows = pairs.map((pair) => {
    const ids = named.get(pair.articleId)!
    return { ...pair, namedIds: ids.length > namedAtMost ? null : ids.sort(byNumber) }
  })
  return replaceRows(client, articleOrganisation, 'articleId', articleIds, rows)
}

/** Order of ids as PostgreSQL has them: none is negative, and none begins with a zero. */
const byNumber = (one: string, other: string): number => one.length - other.length || (one < other ? -1 : 1)
