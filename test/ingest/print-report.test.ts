import { PassThrough } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from '@jest/globals'
import type { ImportProgress } from '../../src/ingest/import-archive.ts'
import type { ImportReport } from '../../src/ingest/import-report.ts'
import { exitCodeOf, printReport } from '../../src/ingest/print-report.ts'
import { createProgressReporter } from '../../src/ingest/progress-reporter.ts'

const quiet: ImportReport = {
  documents: 3,
  kept: 2,
  new: 1,
  updated: 1,
  unchanged: 1,
  superseded: 0,
  supersededFiles: [],
  rejected: 0,
  rejectedFiles: [],
  unreadable: [],
  changes: [],
  problems: [],
  skipped: [],
  recognised: 2,
  waiting: 0,
  isDryRun: false,
  isAborted: false,
  notReached: 0,
  seconds: 1.5,
  documentsPerSecond: 2,
}
const print = (report: Partial<ImportReport>) => stripVTControlCharacters(printReport({ ...quiet, ...report }))

describe('the report in words', () => {
  test('says what became of every document', () => {
    expect(print({})).toContain('3 documents in 1.5 s (2 a second)\n  2 were kept: 1 new, 1 updated\n  1 unchanged')
  })
  test('names what could not be kept, with the reason', () => {
    expect(
      print({ rejected: 1, rejectedFiles: [{ file: 'a/b.md', code: 'EMPTY_DOCUMENT', message: 'It is empty.' }] }),
    ).toContain('a/b.md: It is empty.')
  })
  test('says of what is worth knowing what it is, and leaves the terminal alone', () => {
    const problem = {
      code: 'DECODED',
      severity: 'NOTE',
      count: 2,
      message: 'It was read as Big5.',
      examples: ['a\u001b[2J.md'],
    } as const
    expect(print({ problems: [{ ...problem, examples: [...problem.examples] }] })).toContain(
      '  2 documents, first a\ufffd[2J.md: It was read as Big5. (DECODED)\n',
    )
  })
  test('names both copies of an article', () => {
    expect(print({ superseded: 1, supersededFiles: [{ file: 'old.md', by: 'new.md' }] })).toContain('old.md by new.md')
  })
  test('does not bury a terminal under long lists', () => {
    const rejectedFiles = Array.from({ length: 500 }, (_, number) => ({ file: `${number}.md`, code: 'X', message: 'No.' }))
    expect(print({ rejected: 500, rejectedFiles })).toContain('and 480 more')
  })
  test('names the fields that a dry run would change', () => {
    expect(print({ isDryRun: true, changes: [{ file: 'a.md', fields: ['lead', 'title'] }] })).toContain('a.md: lead, title')
  })
})

test('the exit code tells whether everything that was given is in', () => {
  expect(exitCodeOf(quiet)).toBe(0)
  expect(exitCodeOf({ ...quiet, superseded: 4 })).toBe(0)
  expect(exitCodeOf({ ...quiet, rejected: 1 })).toBe(1)
  expect(exitCodeOf({ ...quiet, unreadable: [{ file: 'x', code: 'UNREADABLE_FOLDER', message: 'No.' }] })).toBe(1)
  expect(exitCodeOf({ ...quiet, isAborted: true })).toBe(1)
})

describe('progress', () => {
  const progress: ImportProgress = {
    pass: 'READING',
    done: 200,
    total: 400,
    isStored: true,
    kept: 190,
    unchanged: 5,
    superseded: 3,
    rejected: 2,
  }
  const written = (isTTY: boolean): string => {
    const out = Object.assign(new PassThrough(), { isTTY, columns: 120, cursorTo() {}, clearLine() {}, moveCursor() {} })
    const reporter = createProgressReporter(out as unknown as NodeJS.WriteStream)
    reporter.onProgress({ ...progress, isStored: false })
    reporter.onProgress(progress)
    reporter.stop()
    return String(out.read() ?? '')
  }

  test('is one line of JSON a stored batch where nobody watches', () => {
    const lines = written(false).trim().split('\n')
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0]!)).toMatchObject({ pass: 'READING', done: 200, total: 400, kept: 190, rejected: 2 })
  })
  test('is a bar with rate and time left on a terminal', () => {
    expect(written(true)).toMatch(/Reading documents.*\/400.*\/s.*left/s)
  })
})
