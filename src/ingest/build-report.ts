import type { Discovery, Skipped } from './discover.ts'
import { kindOfFile } from './document-names.ts'
import type { ImportReport } from './import-report.ts'
import type { ImportRun } from './import-run.ts'

interface End {
  recognised: number
  waiting: number
  isDryRun: boolean
  isAborted: boolean
  startedAt: number
}

/** Columns by which we keep book; no reader asks whether they changed. */
const bookkeeping = new Set(['contentHash', 'parserVersion', 'sourceFile', 'publisherId', 'originalId'])

/** Sums an import up. */
export function buildReport(run: ImportRun, discovery: Discovery, noDocuments: readonly string[], end: End): ImportReport {
  const { tally } = run
  const { documents, kept, unchanged, superseded, rejected } = tally.counts
  const seconds = (performance.now() - end.startedAt) / 1000
  return {
    documents,
    kept,
    new: tally.new,
    updated: tally.updated,
    unchanged,
    superseded,
    supersededFiles: [...run.overtakers]
      .filter(([file]) => tally.outcomes.get(file) === 'SUPERSEDED')
      .map(([file, by]) => ({ file, by }))
      .sort((a, b) => (a.file < b.file ? -1 : 1)),
    rejected,
    rejectedFiles: [...tally.rejectedFiles].map(([file, { code, message }]) => ({ file, code, message })),
    unreadable: discovery.problems.map(({ file, problem: { code, message } }) => ({ file, code, message })),
    changes: [...tally.changes]
      .map(([file, fields]) => ({ file, fields: [...fields].filter((field) => !bookkeeping.has(field)).sort() }))
      .sort((a, b) => (a.file < b.file ? -1 : 1)),
    problems: [...tally.problems.values()].sort((a, b) => (a.code < b.code ? -1 : 1)),
    skipped: withNoDocuments(discovery.skipped, noDocuments),
    recognised: end.recognised,
    waiting: end.waiting,
    isDryRun: end.isDryRun,
    isAborted: end.isAborted,
    notReached: discovery.sources.length - noDocuments.length - tally.outcomes.size,
    seconds,
    documentsPerSecond: documents / seconds,
  }
}

function withNoDocuments(skipped: readonly Skipped[], files: readonly string[]): Skipped[] {
  const sums = new Map(skipped.map((sum) => [sum.kind, { ...sum, examples: [...sum.examples] }]))
  for (const file of files) {
    const kind = `${kindOfFile(file)} without title, time or link above the text`
    const sum = sums.get(kind) ?? { kind, count: 0, examples: [] }
    sum.count += 1
    if (sum.examples.length < 10) sum.examples.push(file)
    sums.set(kind, sum)
  }
  return [...sums.values()]
}
