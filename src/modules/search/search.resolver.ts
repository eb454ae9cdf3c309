import type { GraphQLResolveInfo } from 'graphql'
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql'
import { organisationTable } from '../organisation/organisation.table.ts'
import { Organisation } from '../organisation/organisation.type.ts'
import { nodesByKey } from '../paging/read-nodes.ts'
import type { RequestContext } from '../paging/request-context.ts'
import { mostHighlights } from './find-highlights.ts'
import { SearchArgs } from './search.args.ts'
import { matchesLoader, readHighlights } from './search.loaders.ts'
import { searchArticles } from './search.queries.ts'
import { SearchConnection, SearchEdge, SearchHighlight, SearchMatch } from './search.type.ts'

@Resolver(() => SearchEdge)
export class SearchResolver {
  @Query(() => SearchConnection, {
    description:
      'Articles that have the query in title, lead or text, or that name an organisation with it in one of its names: 臺積電 finds what ' +
      'names 台积电 and what only says TSMC. Where nothing has it, a mistyped Latin name finds what names the organisation meant.',
  })
  search(@Args(() => SearchArgs) args: SearchArgs, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
    return searchArticles(context, args, info)
  }

  @FieldResolver(() => [SearchHighlight], {
    description: `Where the article has the query, or names an organisation that was found by it: the first ${mostHighlights} places.`,
  })
  highlights(@Root() { plan, node }: SearchEdge, @Ctx() context: RequestContext) {
    return readHighlights(context, plan, node.key)
  }

  @FieldResolver(() => [SearchMatch], {
    description: 'Organisations that it names, and that have the query in a name; those first that matter most to it.',
  })
  matched(@Root() { plan, node }: SearchEdge, @Ctx() context: RequestContext) {
    return matchesLoader(context, plan).load(node.key)
  }
}

@Resolver(() => SearchMatch)
export class SearchMatchResolver {
  @FieldResolver(() => Organisation)
  organisation(@Root() { organisationKey }: SearchMatch, @Ctx() context: RequestContext) {
    return nodesByKey(context, organisationTable).load(organisationKey)
  }
}
