import { openDatabase } from '../app.ts'
import type { Environment } from '../environment.ts'
import { createSteps } from './steps.ts'

export async function migrateDatabase({ data }: { data: string }, { databaseUrl }: Environment): Promise<void> {
  const { close } = await openDatabase(databaseUrl, data, createSteps())
  await close()
}
