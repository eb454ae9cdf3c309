import {
  type ASTNode,
  type DocumentNode,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  getDirectiveValues,
  Kind,
  visit,
} from 'graphql'

const conditions = new Set([GraphQLSkipDirective.name, GraphQLIncludeDirective.name])

/** What @skip and @include leave of a document; null where one of them is given null, which graphql-js words. */
export function withoutConditions(document: DocumentNode, variables: Record<string, unknown>): DocumentNode | null {
  try {
    return visit(document, {
      enter(node) {
        if (node.kind === Kind.DIRECTIVE) return conditions.has(node.name.value) ? null : undefined
        return isLeftOut(node, variables) ? null : undefined
      },
    })
  } catch {
    return null
  }
}

function isLeftOut(node: ASTNode, variables: Record<string, unknown>): boolean {
  if (node.kind !== Kind.FIELD && node.kind !== Kind.FRAGMENT_SPREAD && node.kind !== Kind.INLINE_FRAGMENT) return false
  return (
    getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] === true ||
    getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] === false
  )
}
