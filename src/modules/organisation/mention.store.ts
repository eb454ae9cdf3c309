import type pg from 'pg'
import { bigint, float4, int4, oneOf, text, textArray, timestamptz } from '../../database/binary-types.ts'
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
const articleOrganisation: Table<ArticleOrganisationInput> = {
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
  },
}

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
  return replaceRows(client, articleOrganisation, 'articleId', articleIds, pairs)
}
