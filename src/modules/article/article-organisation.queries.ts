import type { GraphQLResolveInfo } from 'graphql'
import type { Page, PagingArgs } from '../../graphql/connection.ts'
import { organisationTable } from '../organisation/organisation.table.ts'
import type { Organisation } from '../organisation/organisation.type.ts'
import type { List } from '../paging/list.ts'
import { type PageQuestion, pageRequest } from '../paging/page-request.ts'
import { readNestedPage } from '../paging/read-page.ts'
import type { RequestContext } from '../paging/request-context.ts'
import type { Condition } from '../paging/statement.ts'
import type { Strength } from './article-organisation.type.ts'

export const organisationsOfArticle: List = {
  name: 'article-organisations',
  node: organisationTable,
  from: 'article_organisation AS named JOIN organisation AS o ON o.id = named.organisation_id',
  where: ['named.article_id = parent.key'],
  edge: {
    mentionCount: 'named.mention_count',
    firstParagraph: 'NULLIF(named.first_paragraph, -1)',
    strength: 'named.strength',
    forms: "COALESCE(named.forms, '{}')",
    gloss: 'named.gloss',
  },
  orders: {
    STRONGEST: {
      keys: [
        { sql: 'named.strength', type: 'strength' },
        { sql: 'named.mention_count', type: 'integer' },
        { sql: 'named.organisation_id', type: 'bigint' },
      ],
      isDescending: true,
    },
  },
}

type Args = PagingArgs & { minStrength?: Strength | null }

export function organisationsQuestion({ minStrength }: Args): PageQuestion {
  const conditions: Condition[] =
    minStrength == null ? [] : [(parameters) => `named.strength >= ${parameters.add(minStrength, 'strength')}`]
  return { order: 'STRONGEST', conditions, filterKey: minStrength ?? '' }
}

/** Organisations that an article names: strongest first, then most often named. */
export function listOrganisationsOfArticle(
  context: RequestContext,
  articleKey: string,
  args: Args,
  info: GraphQLResolveInfo,
): Promise<Page<Organisation>> {
  return readNestedPage(context, organisationsOfArticle, articleKey, pageRequest(args, info, organisationsQuestion(args)))
}
