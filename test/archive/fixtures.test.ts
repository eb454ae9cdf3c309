import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { parseDocument } from '../../src/archive/parse-document.ts'
import { readFixtures } from '../support/read-fixtures.ts'

describe('every fixture is read as its expected file says (npm run fixtures:update writes them anew)', () => {
  test.each(readFixtures())('$name', ({ name, path, text }) => {
    const expected = path.replace(/\.md$/, '.json')
    expect(existsSync(expected)).toBe(true)
    expect(JSON.parse(JSON.stringify(parseDocument(text, `fixtures/${name}`)))).toEqual(
      JSON.parse(readFileSync(expected, 'utf8')),
    )
  })
})
