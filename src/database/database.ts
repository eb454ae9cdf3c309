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
  /** Rows in the driver's types: `bigint` and `numeric` as strings, `timestamptz` as Date, `json` parsed. */
  query<Row>(statement: Statement, values: readonly unknown[]): Promise<Row[]>
}
