/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Conditions on articles. Those that stand side by side must all hold; one that is absent or null asks nothing. docs/filters.md says exactly what each means. */
export type ArticleFilter = {
  /** All of these hold. An empty list holds. */
  AND?: Array<ArticleFilter> | null | undefined;
  /** This does not hold. */
  NOT?: ArticleFilter | null | undefined;
  /** At least one of these holds. An empty list does not hold. */
  OR?: Array<ArticleFilter> | null | undefined;
  authors?: ContributorsFilter | null | undefined;
  /** Whether the text that it was made from is known. */
  hasOriginal?: boolean | null | undefined;
  /** BCP 47, exactly as `Article.language` gives it. */
  language?: string | null | undefined;
  organisations?: OrganisationsFilter | null | undefined;
  /** Published within. Articles without a time never are, not even in `{}`. */
  publishedAt?: DateTimeRange | null | undefined;
  /** Id or slug of the publisher; one that is unknown matches no article. */
  publisher?: string | null | undefined;
  /** Title, lead or text holds these characters, one after the other, anywhere. Script, case, width and accents do not matter: 臺積電 finds 台积电. Spaces at both ends are left out. Names of organisations are not looked at: `search` does that, and ranks. */
  text?: string | null | undefined;
  translators?: ContributorsFilter | null | undefined;
};

/** Conditions on the people whom an article credits in one role. Each is named by id, slug or name; a name stands for everybody of that name, and one that nobody bears matches nobody. All that are given must hold. */
export type ContributorsFilter = {
  /** Credits each of these, and perhaps others. */
  all?: Array<string> | null | undefined;
  /** How many different people are credited. */
  count?: IntRange | null | undefined;
  /** Everybody credited is one of these: true for an article that credits nobody, too; add `count: { gte: 1 }`. */
  every?: Array<string> | null | undefined;
  /** Credits none of these. An empty list matches every article. */
  none?: Array<string> | null | undefined;
  /** Credits at least one of these. An empty list matches no article. */
  some?: Array<string> | null | undefined;
};

/** A span of time. Both ends belong to it. */
export type DateTimeRange = {
  /** At or after. */
  gte?: string | null | undefined;
  /** At or before. */
  lte?: string | null | undefined;
};

/** A span of numbers. Both ends belong to it. */
export type IntRange = {
  /** At least. */
  gte?: number | null | undefined;
  /** At most. */
  lte?: number | null | undefined;
};

/** Conditions on the organisations that an article names, as `Article.organisations` lists them. Each is given by id, slug or any of its names; one that is no organisation of the archive matches none. All that are given must hold. */
export type OrganisationsFilter = {
  /** Names each of these, and perhaps others. */
  all?: Array<string> | null | undefined;
  /** How many different organisations it names. */
  count?: IntRange | null | undefined;
  /** All that it names are among these: true for an article that names none, too; add `count: { gte: 1 }`. */
  every?: Array<string> | null | undefined;
  /** Weaker joins count as none, for all the conditions beside this one. By itself it asks nothing. */
  minStrength?: Strength | null | undefined;
  /** Names none of these. An empty list matches every article. */
  none?: Array<string> | null | undefined;
  /** Names at least one of these. An empty list matches no article. */
  some?: Array<string> | null | undefined;
};

/** How much an article has to do with an organisation: MENTION is weaker than MAJOR, MAJOR than ABOUT. */
export type Strength =
  /** The article is about it. */
  | 'ABOUT'
  /** It is one of those that matter in the article. */
  | 'MAJOR'
  /** It is named in passing. */
  | 'MENTION';

export type ArticleListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  where?: ArticleFilter | null | undefined;
}>;


export type ArticleListQuery = { articles: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ cursor: string, node: { id: string, title: string, publishedAt: string | null, translators: Array<{ id: string, name: string }> } }> } };

export type ArticleCardFragment = { id: string, title: string, publishedAt: string | null, translators: Array<{ id: string, name: string }> };

export type OrganisationPageQueryVariables = Exact<{
  name: string;
  first: number;
  after?: string | null | undefined;
}>;


export type OrganisationPageQuery = { organisation: { id: string, name: string, articles: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ cursor: string, node: { id: string, title: string } }> } } | null };

export const ArticleCardFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ArticleCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Article"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"publishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"translators"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<ArticleCardFragment, unknown>;
export const ArticleListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ArticleList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"where"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ArticleFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"articles"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ArticleCard"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ArticleCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Article"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"publishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"translators"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<ArticleListQuery, ArticleListQueryVariables>;
export const OrganisationPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OrganisationPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"name"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organisation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"name"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"articles"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<OrganisationPageQuery, OrganisationPageQueryVariables>;