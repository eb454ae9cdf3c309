import 'reflect-metadata'
import { type GraphQLSchema, isAbstractType, isObjectType, lexicographicSortSchema, printSchema } from 'graphql'
import { buildSchemaSync } from 'type-graphql'
import { withoutFederation } from '../graphql/federation.ts'
import { fieldText } from '../graphql/selection.ts'
import { ArchiveResolver } from './archive/archive.resolver.ts'
import { ArticleQueries } from './article/article.resolver.ts'
import { ArticleFields, ProvenanceFields, RelatedArticleEdgeFields } from './article/article-fields.resolver.ts'
import { AuthorResolver, ContributorResolver, TranslatorResolver } from './contributor/contributor.resolver.ts'
import { ImportResolver } from './import/import.resolver.ts'
import { MentionResolver } from './mention/mention.resolver.ts'
import { FederationResolver } from './node/federation.resolver.ts'
import { NodeResolver } from './node/node.resolver.ts'
import { OrganisationResolver, RenderingResolver } from './organisation/organisation.resolver.ts'
import { OrganisationPathResolver } from './organisation/organisation-path.resolver.ts'
import { OriginalResolver } from './original/original.resolver.ts'
import { PersonResolver } from './person/person.resolver.ts'
import { PublisherResolver } from './publisher/publisher.resolver.ts'
import { relations } from './relations.ts'
import { SearchMatchResolver, SearchResolver } from './search/search.resolver.ts'

/** The schema that the server executes. */
export function createSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [
      ArchiveResolver,
      ArticleFields,
      ArticleQueries,
      AuthorResolver,
      ContributorResolver,
      FederationResolver,
      ImportResolver,
      MentionResolver,
      NodeResolver,
      OrganisationPathResolver,
      OrganisationResolver,
      OriginalResolver,
      PersonResolver,
      ProvenanceFields,
      PublisherResolver,
      RelatedArticleEdgeFields,
      RenderingResolver,
      SearchMatchResolver,
      SearchResolver,
      TranslatorResolver,
    ],
    // Arguments are checked where they are used, with errors that say what to do.
    validate: false,
  })
  preferReadWithRow(schema)
  resolveTypesByName(schema)
  return schema
}

/** A relation that was read with its row is there already: its resolver is not needed. */
function preferReadWithRow(schema: GraphQLSchema): void {
  for (const [typeName, names] of Object.entries(relations)) {
    const type = schema.getType(typeName)
    if (!isObjectType(type)) throw new Error(`No type has the name ${typeName}`)
    for (const name of Object.keys(names)) {
      const field = type.getFields()[name]
      const resolve = field?.resolve
      if (field === undefined || resolve === undefined) throw new Error(`${typeName}.${name} has no resolver`)
      field.resolve = (row, args, context, info) => {
        const value = row[fieldText(info.fieldNodes[0]!)]
        return value === undefined ? resolve(row, args, context, info) : value
      }
    }
  }
}

/** Rows carry the name of their type. type-graphql would answer by a promise of it, for which graphql-jit does not wait. */
function resolveTypesByName(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) if (isAbstractType(type)) type.resolveType = undefined
}

/** The schema that people read, in SDL, sorted, ending in a line feed: what `schema/schema.graphql` holds. */
export function printSdl(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(withoutFederation(schema)))}\n`
}
