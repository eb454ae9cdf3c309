import { readFile } from 'node:fs/promises'

/** Whether a process runs, as whomever. One that has ended and only waits to be collected by its parent does not. */
export async function isProcessAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: it runs, as somebody else.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  const fields = await statFields(pid)
  return fields === null || (fields[0] !== 'Z' && fields[0] !== 'X')
}

/** When a process started, in the system's own count, which tells it from a later one of the same pid. Null where unknown. */
export async function processStart(pid: number): Promise<string | null> {
  return (await statFields(pid))?.[19] ?? null
}

/** On Linux, the fields of /proc/PID/stat from the third on; the name before them is in brackets and may hold anything. */
async function statFields(pid: number): Promise<string[] | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  return stat === null ? null : stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}
