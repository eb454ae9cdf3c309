import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@jest/globals'
import { writeMigrationSql } from '../../src/database/new-migration.ts'

test('the committed migrations lead to prisma/schema.prisma; from nothing, the whole schema is written', async () => {
  expect(await writeMigrationSql()).toBe('')
  const empty = await mkdtemp(path.join(tmpdir(), 'interlinear-migrations-'))
  expect(await writeMigrationSql(empty)).toContain('CREATE TABLE "article" (')
  await rm(empty, { recursive: true })
}, 120_000)
