import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql'
import { PagingArgs } from '../../graphql/connection.ts'
import type { RequestContext } from '../paging/request-context.ts'
import { Import } from './import.type.ts'
import { listProblemsOfImport } from './problem.queries.ts'
import { ProblemConnection, Severity } from './problem.type.ts'

@Resolver(() => Import)
export class ImportResolver {
  @FieldResolver(() => ProblemConnection, { description: 'Problems that this run recorded.' })
  problems(
    @Root() { key }: Import,
    @Args(() => PagingArgs) args: PagingArgs,
    @Arg('severity', () => Severity, { nullable: true }) severity: Severity | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return listProblemsOfImport(context, key, { ...args, severity }, info)
  }
}
