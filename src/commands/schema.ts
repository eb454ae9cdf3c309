import { createSchema, printSdl } from '../modules/schema.ts'

/** Prints the schema to standard output. */
export async function printSchema(): Promise<void> {
  process.stdout.write(printSdl(createSchema()))
}
