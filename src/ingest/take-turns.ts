/** Long enough to be worth it, and not noticed by anybody who waits. */
const turnMs = 10
let turnEnds = 0

/** Between two pieces of work of this thread alone: lets what waits for the database, or for Ctrl-C, have its turn. */
export async function takeTurns(): Promise<void> {
  if (performance.now() < turnEnds) return
  await new Promise((resolve) => setImmediate(resolve))
  turnEnds = performance.now() + turnMs
}
