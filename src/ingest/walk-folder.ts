import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import type { DocumentProblem } from '../archive/parsed-article.ts'

export interface Met {
  /** Real path of the folder that it is in. */
  folder: string
  name: string
  /** Path inside the folder that was walked, with `/`; `''` for that folder itself. */
  inside: string
  /** A folder that was left aside: hidden, or full of other people's packages. */
  isFolder: boolean
  problem: DocumentProblem | null
}

const leftAside = (name: string): boolean => name.startsWith('.') || name === 'node_modules' || name === '__MACOSX'

/** Everything in a folder and below it, in the order of names. Links are followed, but never in a circle. */
export async function* walkFolder(folder: string, inside = '', above: ReadonlySet<string> = new Set()): AsyncGenerator<Met> {
  let entries: Dirent[]
  try {
    entries = await readdir(folder, { withFileTypes: true })
  } catch (error) {
    const message = `The folder cannot be read (${reasonOf(error)}): give yourself leave to read it, or leave it out of the import.`
    yield {
      folder: path.dirname(folder),
      name: path.basename(folder),
      inside,
      isFolder: false,
      problem: { severity: 'ERROR', code: 'UNREADABLE_FOLDER', message, place: null },
    }
    return
  }
  const within = new Set(above).add(folder)
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const here = {
      folder,
      name: entry.name,
      inside: inside === '' ? entry.name : `${inside}/${entry.name}`,
      problem: null,
    }
    let isFolder = entry.isDirectory()
    if (entry.isSymbolicLink()) {
      try {
        const target = await realpath(path.join(folder, entry.name))
        isFolder = (await stat(target)).isDirectory()
        here.folder = path.dirname(target)
        here.name = path.basename(target)
      } catch {
        const message = 'The link leads nowhere: mend it, or delete it.'
        yield { ...here, isFolder: false, problem: { severity: 'ERROR', code: 'VANISHED_FILE', message, place: null } }
        continue
      }
    }
    if (!isFolder) {
      yield { ...here, isFolder: false }
      continue
    }
    const real = path.join(here.folder, here.name)
    if (within.has(real)) continue
    if (leftAside(entry.name)) yield { ...here, isFolder: true }
    else yield* walkFolder(real, here.inside, within)
  }
}

/** The system's word for what went wrong, without paths of this machine. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  const words: Record<string, string> = {
    EACCES: 'permission denied',
    EPERM: 'not permitted',
    ENOENT: 'it is not there any more',
    EISDIR: 'it is a folder',
    EIO: 'the disk reports an error',
    EMFILE: 'too many files are open',
    ELOOP: 'its links go in a circle',
    Z_BUF_ERROR: 'it ends too early',
    Z_DATA_ERROR: 'its packed bytes are no longer what was packed',
  }
  return (code === undefined ? undefined : words[code]) ?? code ?? message
}
