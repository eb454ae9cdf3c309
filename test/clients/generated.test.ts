import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { generateClient } from './generate.ts'

/** `UPDATE_CLIENT=1 npm test -- test/clients/generated` writes the files, and refuses under CI. */
const isUpdate = process.env['UPDATE_CLIENT'] !== undefined
const folder = 'test/clients/generated/'

test('graphql-codegen makes of the schema the typed client that test/clients/generated holds', async () => {
  if (isUpdate && process.env['CI'] !== undefined) throw new Error('Generated files are not written under CI.')
  const texts = await generateClient()
  if (isUpdate) {
    mkdirSync(folder, { recursive: true })
    for (const [file, text] of Object.entries(texts)) writeFileSync(file, text)
  }
  const stored = existsSync(folder) ? readdirSync(folder).map((file) => `${folder}${file}`) : []
  expect(stored.sort()).toEqual(Object.keys(texts).sort())
  for (const [file, text] of Object.entries(texts)) expect(readFileSync(file, 'utf8')).toBe(text)
})
