import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compileGazetteer } from '../../src/commands/compiled-gazetteer.ts'
import type { BenchmarkRow } from './benchmark-row.ts'
import { inOwnProcess } from './in-own-process.ts'

const turns = 9
const seeds = join(import.meta.dirname, '../../../../seeds/organisations.json')

/** Loading what is known, as an import does it: once, in a process where none of it ran before. */
export function rows(): BenchmarkRow[] {
  const scratch = mkdtempSync(join(tmpdir(), 'interlinear-bench-'))
  try {
    const compiled = join(scratch, 'organisations.compiled')
    writeFileSync(compiled, compileGazetteer(readFileSync(seeds)))
    const times = { built: [] as number[], changed: [] as number[] }
    for (let turn = 0; turn < turns; turn++) {
      times.built.push(inOwnProcess<number>('load-gazetteer-once.js', [seeds, compiled]))
      times.changed.push(inOwnProcess<number>('load-gazetteer-once.js', [seeds, join(scratch, 'none')]))
    }
    return [
      { name: 'first in a process: loading the gazetteer', value: middle(times.built), unit: 'ms', limit: 250 },
      { name: 'the same from entries that changed since the build', value: middle(times.changed), unit: 'ms', limit: null },
    ]
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

const middle = (times: readonly number[]): number => times.toSorted((one, other) => one - other)[times.length >> 1]!
