import { printSubgraphSdl } from '../graphql/federation.ts'
import { createSchema, printSdl } from '../modules/schema.ts'

/** Prints the schema to standard output: the one that people read, or the one that a larger graph composes. */
export async function printSchema({ federation = false }: { federation?: boolean } = {}): Promise<void> {
  process.stdout.write((federation ? printSubgraphSdl : printSdl)(createSchema()))
}
