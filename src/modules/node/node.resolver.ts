import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql'
import { badInput } from '../../graphql/errors.ts'
import { parseGlobalId } from '../../graphql/global-id.ts'
import { Node } from '../../graphql/node.type.ts'
import { articleTable } from '../article/article.table.ts'
import { authorTable, contributorTable, translatorTable } from '../contributor/contributor.table.ts'
import { importTable, problemTable } from '../import/import.table.ts'
import { organisationTable } from '../organisation/organisation.table.ts'
import { originalTable } from '../original/original.table.ts'
import { nodesByKey } from '../paging/read-nodes.ts'
import type { RequestContext } from '../paging/request-context.ts'
import { personTable } from '../person/person.table.ts'
import { publisherTable } from '../publisher/publisher.table.ts'

const tables = new Map(
  [
    articleTable,
    authorTable,
    contributorTable,
    importTable,
    organisationTable,
    originalTable,
    personTable,
    problemTable,
    publisherTable,
    translatorTable,
  ].map((table) => [table.type, table]),
)

const mostIds = 100

@Resolver()
export class NodeResolver {
  @Query(() => Node, { nullable: true, description: 'Whatever has this id; null for an id that nothing has.' })
  node(@Arg('id', () => ID) id: string, @Ctx() context: RequestContext) {
    return findNode(context, id)
  }

  @Query(() => [Node], {
    nullable: 'items',
    description: `What has these ids, in their order; null for those that nothing has. At most ${mostIds}.`,
  })
  nodes(@Arg('ids', () => [ID]) ids: string[], @Ctx() context: RequestContext) {
    if (ids.length > mostIds)
      throw badInput('TOO_MANY_VALUES', 'ids', `\`ids\` may hold at most ${mostIds} ids; ${ids.length} were given.`)
    return Promise.all(ids.map((id) => findNode(context, id)))
  }
}

/** Whatever has this id; null for an id that nothing has. One statement reads all that a request asks for of one type. */
export async function findNode(context: RequestContext, id: string): Promise<Node | null> {
  const parsed = parseGlobalId(id)
  const table = parsed === null ? undefined : tables.get(parsed.type)
  return table === undefined ? null : nodesByKey<Node>(context, table).load(parsed!.key)
}
