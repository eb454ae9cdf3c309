import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Milliseconds of processor time. */
export interface ProcessorTime {
  /** Node's thread that runs JavaScript. */
  main: number
  /** Its others: V8's collector and compilers. Where threads cannot be told apart (not Linux), they count as main. */
  helpers: number
  /** The server that runs in the folder; 0 where that cannot be read. */
  postgres: number
}

export const sumOf = ({ main, helpers, postgres }: ProcessorTime): number => main + helpers + postgres

/** What `work` takes, here and in the PostgreSQL that runs in `folder`. */
export async function timeOf(folder: string, work: () => Promise<unknown>): Promise<ProcessorTime> {
  const before = processorTime(folder)
  await work()
  const after = processorTime(folder)
  return {
    main: after.main - before.main,
    helpers: after.helpers - before.helpers,
    postgres: after.postgres - before.postgres,
  }
}

function processorTime(folder: string): ProcessorTime {
  const { user, system } = process.cpuUsage()
  const all = (user + system) / 1000
  if (process.platform !== 'linux') return { main: all, helpers: 0, postgres: 0 }
  const main = ticksIn(`/proc/self/task/${process.pid}/stat`).own * millisecondsOfTick
  return { main, helpers: all - main, postgres: serverTime(folder) }
}

const millisecondsOfTick = 10

function serverTime(folder: string): number {
  const [postmaster] = readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')
  let ticks = 0
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const { parent, own, ofEnded } = ticksIn(`/proc/${pid}/stat`)
      if (pid === postmaster) ticks += own + ofEnded
      else if (parent === postmaster) ticks += own
    } catch {
      // It ended while we looked.
    }
  }
  return ticks * millisecondsOfTick
}

/** Processor time of a process or thread, and of its children that have ended. */
function ticksIn(file: string): { parent: string; own: number; ofEnded: number } {
  const stat = readFileSync(file, 'utf8')
  // Behind the name, which may hold anything: state, parent, … user, system, and the same of children that have ended.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const sum = (at: number): number => Number(fields[at]) + Number(fields[at + 1])
  return { parent: fields[1]!, own: sum(11), ofEnded: sum(13) }
}
