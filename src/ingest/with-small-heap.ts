import { setFlagsFromString } from 'node:v8'

/** By how much of what is alive the heap may grow before V8 collects again, in percent; 0 is V8's own, generous, choice. */
const growingPercent = 30
let running = 0

/**
 * Runs work that makes much and keeps little in a heap near to what is kept. On a machine with much memory V8 lets garbage pile up
 * to several times of it: an import that keeps 50 MB alive took 325 MB. What less costs and saves: docs/adr/0005.
 */
export async function withSmallHeap<T>(work: () => Promise<T>): Promise<T> {
  running += 1
  setFlagsFromString(`--heap-growing-percent=${growingPercent}`)
  try {
    return await work()
  } finally {
    running -= 1
    if (running === 0) setFlagsFromString('--heap-growing-percent=0')
  }
}
