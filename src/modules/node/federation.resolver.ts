import type { GraphQLResolveInfo, GraphQLSchema } from 'graphql'
import { Arg, Ctx, createUnionType, Field, Info, ObjectType, Query, Resolver } from 'type-graphql'
import { badInput } from '../../graphql/errors.ts'
import { Any, printSubgraphSdl } from '../../graphql/federation.ts'
import { keyOfId } from '../../graphql/global-id.ts'
import { Article } from '../article/article.type.ts'
import { Author, Contributor, Translator } from '../contributor/contributor.type.ts'
import { Import } from '../import/import.type.ts'
import { Problem } from '../import/problem.type.ts'
import { Organisation } from '../organisation/organisation.type.ts'
import { Original } from '../original/original.type.ts'
import type { RequestContext } from '../paging/request-context.ts'
import { Person } from '../person/person.type.ts'
import { Publisher } from '../publisher/publisher.type.ts'
import { findNode } from './node.resolver.ts'

const Entity = createUnionType({
  name: '_Entity',
  description: 'Whatever a larger graph may refer to by its id.',
  types: () => [Article, Author, Contributor, Import, Organisation, Original, Person, Problem, Publisher, Translator] as const,
})

@ObjectType('_Service', { simpleResolvers: true, description: 'This archive as a subgraph.' })
class Service {
  @Field(() => String, { description: 'What a larger graph composes: `interlinear schema --federation` prints the same.' })
  sdl!: string
}

/** What a router asks. Everybody else has `node` and `nodes`. */
@Resolver()
export class FederationResolver {
  @Query(() => Service, { name: '_service', description: 'For routers of Apollo Federation.' })
  service(@Info() { schema }: GraphQLResolveInfo): Service {
    return { sdl: subgraphSdl(schema) }
  }

  @Query(() => [Entity], {
    name: '_entities',
    nullable: 'items',
    description:
      'For routers of Apollo Federation: objects by type and id, in the order asked; null for those that are not here.',
  })
  entities(@Arg('representations', () => [Any]) representations: unknown[], @Ctx() context: RequestContext) {
    return representations.map((representation) => findEntity(context, representation))
  }
}

async function findEntity(context: RequestContext, representation: unknown) {
  const { __typename: type, id } = (representation ?? {}) as Record<string, unknown>
  if (typeof type !== 'string' || typeof id !== 'string') {
    throw badInput('INVALID_ID', 'representations', 'Each of `representations` must hold `__typename` and `id`.')
  }
  keyOfId(id, 'representations', type)
  return findNode(context, id)
}

const known = new WeakMap<GraphQLSchema, string>()

function subgraphSdl(schema: GraphQLSchema): string {
  const sdl = known.get(schema) ?? printSubgraphSdl(schema)
  known.set(schema, sdl)
  return sdl
}
