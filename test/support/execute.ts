import 'reflect-metadata'
import { type ExecutionResult, graphql } from 'graphql'
import type { Database, Statement } from '../../src/database/database.ts'
import { RequestContext } from '../../src/modules/paging/request-context.ts'
import { createSchema } from '../../src/modules/schema.ts'

const schema = createSchema()

export interface Executed {
  // biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its query
  data: any
  errors: ExecutionResult['errors']
  /** Names of the statements that ran, in order. */
  statements: Statement[]
}

/** Executes an operation without HTTP, and says which statements it took. */
export async function execute(db: Database, source: string, variableValues: Record<string, unknown> = {}): Promise<Executed> {
  const statements: Statement[] = []
  const watched: Database = {
    query(statement, values) {
      statements.push(statement)
      return db.query(statement, values)
    },
  }
  const { data, errors } = await graphql({ schema, source, variableValues, contextValue: new RequestContext(watched) })
  return { data: JSON.parse(JSON.stringify(data ?? null)), errors, statements }
}

/** The answer of an operation that must not fail. */
// biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its query
export async function answer(db: Database, source: string, variables?: Record<string, unknown>): Promise<any> {
  const { data, errors } = await execute(db, source, variables)
  if (errors !== undefined) throw new Error(errors.map((error) => error.stack ?? error.message).join('\n'))
  return data
}
