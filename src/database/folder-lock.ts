import { randomBytes } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { isProcessAlive, processStart } from './process-state.ts'

/** Who holds a folder. */
interface Holder {
  pid: number
  /** When the process started, in the system's own count: tells it from a later process of the same pid. Null where unknown. */
  started: string | null
  since: string
}

export class FolderInUseError extends Error {
  override name = 'FolderInUseError'
  readonly isExplained = true

  constructor(folder: string, holder: Holder) {
    super(
      `The data folder ${folder} is in use by process ${holder.pid} (since ${holder.since}). ` +
        'Stop that process, or choose another folder with --data DIR.',
    )
  }
}

/**
 * Takes a folder for this process until the returned function is called or the process ends, however it ends: a lock whose
 * process is gone counts for nothing. Throws FolderInUseError while another process has it.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = path.join(folder, 'lock')
  const mine = JSON.stringify({ pid: process.pid, started: await processStart(process.pid), since: new Date().toISOString() })
  const draft = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`
  // Linked when complete, so that no process ever reads half a lock; linking fails where a lock is.
  await writeFile(draft, mine)
  try {
    while (!(await linked(draft, file))) {
      const found = await readFile(file, 'utf8').catch(() => null)
      if (found === null) continue
      const holder = parseHolder(found)
      if (holder !== null && (await isRunning(holder))) throw new FolderInUseError(folder, holder)
      await removeStale(file, found, draft)
    }
  } finally {
    await rm(draft, { force: true })
  }
  return async () => {
    if ((await readFile(file, 'utf8').catch(() => null)) === mine) await rm(file, { force: true })
  }
}

/** Between reading a stale lock and removing it, another process may have removed it and taken the folder: then its is put back. */
async function removeStale(file: string, stale: string, draft: string): Promise<void> {
  const aside = `${draft}.stale`
  const isMoved = await rename(file, aside).then(
    () => true,
    () => false,
  )
  if (isMoved && (await readFile(aside, 'utf8')) !== stale) await linked(aside, file)
  await rm(aside, { force: true })
}

function linked(from: string, to: string): Promise<boolean> {
  return link(from, to).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false
      throw error
    },
  )
}

function parseHolder(text: string): Holder | null {
  try {
    const { pid, started, since } = JSON.parse(text) as Partial<Holder>
    return typeof pid === 'number' && typeof since === 'string' ? { pid, started: started ?? null, since } : null
  } catch {
    return null
  }
}

async function isRunning({ pid, started }: Holder): Promise<boolean> {
  if (!(await isProcessAlive(pid))) return false
  const now = await processStart(pid)
  return started === null || now === null || started === now
}
