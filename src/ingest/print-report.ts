import pc from 'picocolors'
import { withoutControls } from '../text/controls.ts'
import type { ImportReport } from './import-report.ts'

/** Longer lists end with how many there are besides; `--report FILE` has them whole. */
const linesPerList = 20

/** 1 if anything that was given could not be kept or was not reached, else 0. */
export function exitCodeOf(report: ImportReport): 0 | 1 {
  return report.rejected > 0 || report.unreadable.length > 0 || report.isAborted ? 1 : 0
}

/** The report in plain words, for people. */
export function printReport(report: ImportReport): string {
  const lines: string[] = []
  const { documents, kept, unchanged, superseded, rejected } = report
  const happened = report.isDryRun ? 'would be' : 'were'
  lines.push(
    `${plural(documents, 'document')} in ${report.seconds.toFixed(1)} s (${Math.round(report.documentsPerSecond)} a second)` +
      `${report.isDryRun ? '; a dry run: nothing was written' : ''}`,
    `  ${pc.green(String(kept))} ${happened} kept: ${report.new} new, ${report.updated} updated`,
    `  ${unchanged} unchanged since they were last read`,
    `  ${superseded} overtaken by a later copy of the same article`,
    `  ${rejected === 0 ? '0' : pc.red(String(rejected))} could not be kept`,
  )
  if (report.recognised > 0) lines.push(`  organisations ${happened} looked for in ${plural(report.recognised, 'article')}`)
  if (report.isAborted) {
    lines.push(
      pc.yellow(
        `Stopped before the end: ${plural(report.notReached, 'document')} not reached, ${plural(report.waiting, 'article')} ` +
          'still without organisations. What is counted as kept is kept; import again to go on from here.',
      ),
    )
  }
  list(lines, 'Could not be kept', report.rejectedFiles, ({ file, message }) => `${file}: ${message}`)
  list(lines, 'Could not be read', report.unreadable, ({ file, message }) => `${file}: ${message}`)
  list(lines, 'Overtaken by a later copy', report.supersededFiles, ({ file, by }) => `${file} by ${by}`)
  if (report.isDryRun) {
    list(lines, 'Would change', report.changes, ({ file, fields }) => `${file}: ${fields.join(', ') || 'bookkeeping only'}`)
  }
  const noted = report.problems.filter(({ severity }) => severity !== 'ERROR')
  list(
    lines,
    'Worth knowing',
    noted,
    ({ code, count, message, examples }) => `${plural(count, 'document')}, first ${examples[0]}: ${message} (${code})`,
  )
  list(
    lines,
    'Left aside as no documents',
    report.skipped,
    ({ kind, count, examples }) => `${kind}: ${count}, first ${examples[0]}`,
  )
  return `${lines.join('\n')}\n`
}

function list<T>(lines: string[], title: string, items: readonly T[], line: (item: T) => string): void {
  if (items.length === 0) return
  lines.push(`${title}:`, ...items.slice(0, linesPerList).map((item) => `  ${withoutControls(line(item))}`))
  if (items.length > linesPerList) lines.push(`  … and ${items.length - linesPerList} more (--report FILE lists all)`)
}

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
