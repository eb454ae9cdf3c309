import type { GraphQLResolveInfo } from 'graphql'
import { type Paging, type PagingArgs, readPaging } from '../../graphql/connection.ts'
import { type ConnectionSelection, connectionSelection } from '../../graphql/selection.ts'
import type { Condition } from './statement.ts'

/** What is asked of a list beside the place in it: its order and its filter. */
export interface PageQuestion {
  /** One of the list's orders. */
  order: string
  /** Of a filter; the same for every parent. */
  conditions?: readonly Condition[]
  /** The same conditions in the form that counts fastest, where that is another one. */
  countConditions?: () => Promise<readonly Condition[]>
  /** SQL of how many rows of a list at the root the conditions hold for, where that is kept. */
  total?: Condition | null
  /** The arguments behind `conditions` and `from`, as text: the same text, the same rows. */
  filterKey?: string
}

/** What a selection may refer to. */
export type SelectionInfo = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>

export interface PageRequest extends PageQuestion {
  paging: Paging
  selection: ConnectionSelection
  /** Whether it matters what lies around the page. */
  asksForMore: boolean
  info: SelectionInfo
}

/** The request for a page that a field's arguments and selection make; throws for wrong paging arguments. */
export const pageRequest = (args: PagingArgs, info: GraphQLResolveInfo, question: PageQuestion): PageRequest =>
  requestOf(args, info.fieldNodes, info, question)

export function requestOf(
  args: PagingArgs,
  nodes: GraphQLResolveInfo['fieldNodes'],
  info: SelectionInfo,
  question: PageQuestion,
): PageRequest {
  const selection = connectionSelection(nodes, info.fragments as GraphQLResolveInfo['fragments'])
  return { paging: readPaging(args), selection, asksForMore: selection.hasMore, info, ...question }
}
