/**
 * Reading with prepared statements. Every statement has a name that is unique to its text, under which each connection prepares
 * it once; values never become part of the text.
 */
export interface Statement {
  /** Unique to `text`, at most 63 bytes: `article-organisations-by-article`. */
  name: string
  text: string
}

export interface Database {
  /**
   * Rows in the driver's types: `bigint` and `numeric` as strings, `timestamptz` as Date, `json` parsed. Where the first value is `Keys`,
   * every row says in `nth` for which of them it is.
   */
  query<Row>(statement: Statement, values: readonly unknown[]): Promise<Row[]>
}

/** Keys that a statement reads rows of, a list for PostgreSQL. What differs in its keys alone may be read together. */
export class Keys {
  readonly list: readonly string[]

  constructor(list: readonly string[]) {
    this.list = list
  }

  /** How the driver is told. */
  toPostgres(): readonly string[] {
    return this.list
  }
}

/** A row of one of the keys that were asked for, counted from 1. */
export interface RowOfKey {
  nth: number
}
