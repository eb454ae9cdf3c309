import { expect, test } from '@jest/globals'
import { writeMigrationSql } from '../../src/database/new-migration.ts'

test('the committed migrations lead to prisma/schema.prisma', async () => {
  expect(await writeMigrationSql()).toBe('')
}, 60_000)
