import { defineConfig } from 'prisma/config'

// `prisma generate` only checks that a schema engine exists; it never runs it. Migrations are written and applied by
// src/database, so any executable will do and nothing is downloaded.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath

export default defineConfig({ schema: 'prisma/schema.prisma', migrations: { path: 'prisma/migrations' } })
