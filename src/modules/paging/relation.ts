import type { List, NodeTable, Row } from './list.ts'
import type { PageQuestion } from './page-request.ts'

/** What belongs to a row and can be read with it, in the same statement. SQL in here says `parent.key` for the row's key. */
export type Relation =
  | { kind: 'ONE'; node: NodeTable; key: string }
  | { kind: 'ROWS'; node: NodeTable; from: string; orderBy: string; finish: (rows: Row[]) => unknown }
  | { kind: 'PAGE'; list: List; question: (args: never) => PageQuestion | null }

/** Relations by type and field. A field that is not here is read by its resolver alone. */
export type Relations = Readonly<Record<string, Readonly<Record<string, Relation>>>>

/** The row of `node` whose key stands in a column of the row; null where it does not stand there. */
export const one = (node: NodeTable, key: string): Relation => ({ kind: 'ONE', node, key })

/** Rows of `node` in a plain list. `finish` makes the list's value of them. */
export const rows = (
  node: NodeTable,
  from: string,
  orderBy: string,
  finish: (rows: Row[]) => unknown = (found) => found,
): Relation => ({ kind: 'ROWS', node, from, orderBy, finish })

/** A page of a list. `question` is null for arguments whose answer needs another statement first. */
export const page = <Args>(list: List, question: (args: Args) => PageQuestion | null): Relation => ({
  kind: 'PAGE',
  list,
  question: question as (args: never) => PageQuestion | null,
})
