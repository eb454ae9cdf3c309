import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../../src/database/embedded.ts'
import { filesIn } from './bare-loading.ts'
import type { BenchmarkRow } from './benchmark-row.ts'
import { importOnce } from './in-own-process.ts'

const [few, many] = [1_000, Number(process.env['BENCH_DOCUMENTS'] ?? 20_000)] as const

/** Peak memory of a process that imports few documents and of one that imports many, made by repeating these with changed URLs. */
export async function rows(folders: string[]): Promise<BenchmarkRow[]> {
  const texts = filesIn(folders).map((file) => readFileSync(file, 'utf8'))
  const scratch = mkdtempSync(join(tmpdir(), 'interlinear-bench-'))
  const postgres = await startEmbeddedPostgres(join(scratch, 'data'))
  try {
    const [least, most] = [few, many].map((count, turn) => {
      const folder = join(scratch, `documents-${count}`)
      repeat(texts, count, folder)
      const imported = importOnce(postgres, `memory_${turn}`, 'lists', [folder])
      rmSync(folder, { recursive: true, force: true })
      return imported
    }) as [ReturnType<typeof importOnce>, ReturnType<typeof importOnce>]
    return [
      { name: `peak memory, ${least.documents} documents`, value: least.megabytes, unit: 'MB', limit: 300 },
      { name: `peak memory, ${most.documents} documents`, value: most.megabytes, unit: 'MB', limit: 300 },
      { name: 'peak memory, many against few', value: most.megabytes / least.megabytes, unit: 'ratio', limit: 1.15 },
      {
        name: `time a document, ${most.documents} against ${least.documents}`,
        value: most.seconds / most.documents / (least.seconds / least.documents),
        unit: 'ratio',
        limit: null,
      },
    ]
  } finally {
    await postgres.stop()
    rmSync(scratch, { recursive: true, force: true })
  }
}

function repeat(texts: readonly string[], count: number, folder: string): void {
  for (let number = 0; number < count; number++) {
    const copy = Math.floor(number / texts.length)
    if (number % texts.length === 0) mkdirSync(join(folder, String(copy)), { recursive: true })
    const changed = texts[number % texts.length]!.replace(
      /https?:\/\/[^\s)\]"'<>]+/g,
      (url) => `${url}${url.includes('?') ? '&' : '?'}copy=${copy}`,
    )
    writeFileSync(join(folder, String(copy), `${number}.md`), changed)
  }
}
