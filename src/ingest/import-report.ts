import type { DocumentProblem, Severity } from '../archive/parsed-article.ts'
import type { ImportCounts } from '../modules/import/import.store.ts'
import type { Skipped } from './discover.ts'

/** What became of one document in this run. */
export type Outcome = 'NEW' | 'UPDATED' | 'SUPERSEDED' | 'UNCHANGED' | 'REJECTED'

export interface ProblemSum {
  code: string
  severity: Severity
  count: number
  /** What was said of the first file. */
  message: string
  /** The first few files. */
  examples: string[]
}

/** What an import did. `documents` is always `kept + unchanged + superseded + rejected`: none is lost. */
export interface ImportReport {
  documents: number
  /** Stored now, as `new` or `updated` articles. */
  kept: number
  new: number
  updated: number
  /** The same as when it was last read. */
  unchanged: number
  /** Copies of an article that another copy overtook, each with the file that did. */
  superseded: number
  supersededFiles: { file: string; by: string }[]
  rejected: number
  rejectedFiles: { file: string; code: string; message: string }[]
  /** Folders and archives that could not be read: how many documents they hold is not known. */
  unreadable: { file: string; code: string; message: string }[]
  /** For each updated document (and in a dry run each that would be), which fields of its article changed. */
  changes: { file: string; fields: string[] }[]
  problems: ProblemSum[]
  /** Files that are no documents. */
  skipped: Skipped[]
  /** Articles in which names were looked for in this run, and articles that still wait for it. */
  recognised: number
  waiting: number
  isDryRun: boolean
  /** It was told to stop: what is reported as kept is kept; `notReached` documents were not looked at. */
  isAborted: boolean
  notReached: number
  seconds: number
  documentsPerSecond: number
}

/** Keeps count of an import as it goes on. */
export class ImportTally {
  readonly outcomes = new Map<string, Outcome>()
  readonly rejectedFiles = new Map<string, DocumentProblem>()
  readonly problems = new Map<string, ProblemSum>()
  readonly changes = new Map<string, Set<string>>()
  readonly #states: Record<Outcome, number> = { NEW: 0, UPDATED: 0, UNCHANGED: 0, SUPERSEDED: 0, REJECTED: 0 }

  record(file: string, outcome: Outcome): void {
    const before = this.outcomes.get(file)
    if (before !== undefined) this.#states[before] -= 1
    this.#states[outcome] += 1
    this.outcomes.set(file, outcome)
  }

  addProblems(file: string, problems: readonly DocumentProblem[]): void {
    for (const { code, severity, message } of problems) {
      const sum = this.problems.get(code) ?? { code, severity, count: 0, message, examples: [] }
      sum.count += 1
      if (sum.examples.length < 10) sum.examples.push(file)
      this.problems.set(code, sum)
    }
  }

  addChanges(file: string, fields: Iterable<string>): void {
    this.changes.set(file, new Set([...(this.changes.get(file) ?? []), ...fields]))
  }

  /** The counts as they will be once these outcomes are recorded. */
  countsWith(coming: ReadonlyMap<string, Outcome>, problems: number): ImportCounts {
    const states = { ...this.#states }
    for (const [file, outcome] of coming) {
      const before = this.outcomes.get(file)
      if (before !== undefined) states[before] -= 1
      states[outcome] += 1
    }
    return {
      documents: states.NEW + states.UPDATED + states.UNCHANGED + states.SUPERSEDED + states.REJECTED,
      kept: states.NEW + states.UPDATED,
      unchanged: states.UNCHANGED,
      superseded: states.SUPERSEDED,
      rejected: states.REJECTED,
      problems: problems + [...this.problems.values()].reduce((sum, problem) => sum + problem.count, 0),
    }
  }

  get counts(): ImportCounts {
    return this.countsWith(new Map(), 0)
  }

  get new(): number {
    return this.#states.NEW
  }

  get updated(): number {
    return this.#states.UPDATED
  }
}
