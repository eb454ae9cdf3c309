import cliProgress from 'cli-progress'
import type { ImportProgress } from './import-archive.ts'

export interface ProgressReporter {
  onProgress(progress: ImportProgress): void
  /** Leaves the terminal as it was found. */
  stop(): void
}

const titles: Record<ImportProgress['pass'], string> = { READING: 'Reading documents  ', RECOGNISING: 'Finding organisations' }

/** On a terminal a bar with rate and time left; elsewhere one line of JSON a batch, written when the batch is in the database. */
export function createProgressReporter(out: NodeJS.WriteStream = process.stderr): ProgressReporter {
  return out.isTTY ? createBar(out) : createLines(out)
}

function createBar(out: NodeJS.WriteStream): ProgressReporter {
  let bar: cliProgress.SingleBar | undefined
  let pass: ImportProgress['pass'] | undefined
  let startedAt = 0
  return {
    onProgress(progress) {
      if (pass !== progress.pass) {
        bar?.stop()
        pass = progress.pass
        startedAt = performance.now()
        bar = new cliProgress.SingleBar(
          {
            stream: out,
            format: `  {title} {bar} {value}/{total}  {rate}/s  {eta_formatted} left`,
            etaBuffer: 200,
            hideCursor: true,
          },
          cliProgress.Presets.shades_classic,
        )
        bar.start(progress.total, 0, { title: titles[pass], rate: '–' })
      }
      // What is stored lags behind what is read: the bar never goes back.
      if (progress.isStored && pass === 'READING') return
      const seconds = (performance.now() - startedAt) / 1000
      bar?.update(progress.done, { rate: seconds > 0.5 ? Math.round(progress.done / seconds) : '–' })
    },
    stop() {
      bar?.stop()
      bar = undefined
      pass = undefined
    },
  }
}

function createLines(out: NodeJS.WriteStream): ProgressReporter {
  const startedAt = performance.now()
  return {
    onProgress({ isStored, ...progress }) {
      if (!isStored) return
      const seconds = Math.round(performance.now() - startedAt) / 1000
      out.write(`${JSON.stringify({ ...progress, seconds })}\n`)
    },
    stop() {},
  }
}
