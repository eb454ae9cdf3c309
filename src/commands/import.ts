import { writeFile } from 'node:fs/promises'
import { openDatabase } from '../app.ts'
import type { Connection } from '../database/connect.ts'
import { explainLoss } from '../database/connection-problem.ts'
import type { Environment } from '../environment.ts'
import { importArchive } from '../ingest/import-archive.ts'
import type { ImportReport } from '../ingest/import-report.ts'
import { exitCodeOf, printReport } from '../ingest/print-report.ts'
import { createProgressReporter } from '../ingest/progress-reporter.ts'
import { loadGazetteer } from './load-gazetteer.ts'
import { loadTagger } from './load-tagger.ts'
import { checkPaths, checkReportFile } from './paths.ts'
import { createSteps } from './steps.ts'
import { withStopSignal } from './stop-signals.ts'

export interface ImportCommandOptions {
  data: string
  reparse?: boolean
  dryRun?: boolean
  /** File that the report is written to, as JSON. */
  report?: string
}

export async function importDocuments(
  paths: string[],
  { data, report: reportFile, reparse, dryRun }: ImportCommandOptions,
  { databaseUrl }: Environment,
): Promise<void> {
  await checkPaths(paths)
  if (reportFile !== undefined) await checkReportFile(reportFile)
  await withStopSignal(async (signal) => {
    const database = await openDatabase(databaseUrl, data, createSteps())
    try {
      const report = await runImport(database.connection, {
        paths,
        signal,
        reparse: reparse ?? false,
        dryRun: dryRun ?? false,
      })
      process.stdout.write(printReport(report))
      if (reportFile !== undefined) await writeFile(reportFile, `${JSON.stringify(report, null, 2)}\n`)
      process.exitCode = exitCodeOf(report)
    } finally {
      await database.close()
    }
  })
}

/** Imports with a bar on a terminal, and elsewhere, unless quiet, a line of JSON for each batch. */
export async function runImport(
  connection: Connection,
  {
    isQuiet = false,
    ...options
  }: { paths: readonly string[]; signal: AbortSignal; reparse?: boolean; dryRun?: boolean; isQuiet?: boolean },
): Promise<ImportReport> {
  const progress = isQuiet && !process.stderr.isTTY ? null : createProgressReporter()
  try {
    return await importArchive(connection, await loadGazetteer(), {
      ...options,
      tagger: loadTagger(),
      ...(progress && { onProgress: progress.onProgress }),
    })
  } catch (error) {
    throw explainLoss(error)
  } finally {
    progress?.stop()
  }
}
