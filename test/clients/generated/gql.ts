/* eslint-disable */
import * as types from './graphql.ts';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "query ArticleList($first: Int!, $after: String, $where: ArticleFilter) {\n  articles(first: $first, after: $after, where: $where) {\n    totalCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      cursor\n      node {\n        ...ArticleCard\n      }\n    }\n  }\n}\n\nfragment ArticleCard on Article {\n  id\n  title\n  publishedAt\n  translators {\n    id\n    name\n  }\n}\n": typeof types.ArticleListDocument,
    "query OrganisationPage($name: String!, $first: Int!, $after: String) {\n  organisation(name: $name) {\n    id\n    name\n    articles(first: $first, after: $after) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          id\n          title\n        }\n      }\n    }\n  }\n}\n": typeof types.OrganisationPageDocument,
};
const documents: Documents = {
    "query ArticleList($first: Int!, $after: String, $where: ArticleFilter) {\n  articles(first: $first, after: $after, where: $where) {\n    totalCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      cursor\n      node {\n        ...ArticleCard\n      }\n    }\n  }\n}\n\nfragment ArticleCard on Article {\n  id\n  title\n  publishedAt\n  translators {\n    id\n    name\n  }\n}\n": types.ArticleListDocument,
    "query OrganisationPage($name: String!, $first: Int!, $after: String) {\n  organisation(name: $name) {\n    id\n    name\n    articles(first: $first, after: $after) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          id\n          title\n        }\n      }\n    }\n  }\n}\n": types.OrganisationPageDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ArticleList($first: Int!, $after: String, $where: ArticleFilter) {\n  articles(first: $first, after: $after, where: $where) {\n    totalCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      cursor\n      node {\n        ...ArticleCard\n      }\n    }\n  }\n}\n\nfragment ArticleCard on Article {\n  id\n  title\n  publishedAt\n  translators {\n    id\n    name\n  }\n}\n"): (typeof documents)["query ArticleList($first: Int!, $after: String, $where: ArticleFilter) {\n  articles(first: $first, after: $after, where: $where) {\n    totalCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      cursor\n      node {\n        ...ArticleCard\n      }\n    }\n  }\n}\n\nfragment ArticleCard on Article {\n  id\n  title\n  publishedAt\n  translators {\n    id\n    name\n  }\n}\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query OrganisationPage($name: String!, $first: Int!, $after: String) {\n  organisation(name: $name) {\n    id\n    name\n    articles(first: $first, after: $after) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          id\n          title\n        }\n      }\n    }\n  }\n}\n"): (typeof documents)["query OrganisationPage($name: String!, $first: Int!, $after: String) {\n  organisation(name: $name) {\n    id\n    name\n    articles(first: $first, after: $after) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          id\n          title\n        }\n      }\n    }\n  }\n}\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;