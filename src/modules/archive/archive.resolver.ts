import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver } from 'type-graphql'
import { PagingArgs } from '../../graphql/connection.ts'
import { findLastImportKey, listImports } from '../import/import.queries.ts'
import { importTable } from '../import/import.table.ts'
import { Import, ImportConnection } from '../import/import.type.ts'
import { listProblems } from '../import/problem.queries.ts'
import { ProblemConnection, Severity } from '../import/problem.type.ts'
import { nodesByKey } from '../paging/read-nodes.ts'
import type { RequestContext } from '../paging/request-context.ts'
import { getArchive } from './archive.queries.ts'
import { Archive } from './archive.type.ts'

@Resolver(() => Archive)
export class ArchiveResolver {
  @Query(() => Archive, { description: 'The whole archive.' })
  archive(@Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
    return getArchive(context, info)
  }

  @FieldResolver(() => Import, {
    nullable: true,
    description: 'The last run of the import that came to its end; null before the first.',
  })
  async lastImport(@Ctx() context: RequestContext) {
    const key = await findLastImportKey(context)
    return key === null ? null : nodesByKey(context, importTable).load(key)
  }

  @FieldResolver(() => ImportConnection, { description: 'Runs of the import, last first.' })
  imports(@Args(() => PagingArgs) args: PagingArgs, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
    return listImports(context, args, info)
  }

  @FieldResolver(() => ProblemConnection, { description: 'Recorded problems, those of the last import first.' })
  problems(
    @Args(() => PagingArgs) args: PagingArgs,
    @Arg('severity', () => Severity, { nullable: true }) severity: Severity | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return listProblems(context, { ...args, severity }, info)
  }
}
