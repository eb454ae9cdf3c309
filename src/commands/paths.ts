import { access, appendFile, constants } from 'node:fs/promises'
import path from 'node:path'

/** What was asked for cannot be done; the message says what to write instead. */
export class UsageError extends Error {
  override name = 'UsageError'
  readonly isExplained = true
}

/** Known before any work is done: throws UsageError for the first path that is not there or cannot be read. */
export async function checkPaths(paths: readonly string[]): Promise<void> {
  for (const one of paths) {
    if (one === '-' || /[*?[\]{}]/.test(one)) continue
    try {
      await access(one, constants.R_OK)
    } catch (error) {
      const isMissing = ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')
      throw new UsageError(
        isMissing
          ? `There is no file or folder ${path.resolve(one)}. Check the path.`
          : `${path.resolve(one)} cannot be read: its permissions do not let this user.`,
      )
    }
  }
}

/** Known before any work is done, too: throws UsageError where no report can be written. */
export async function checkReportFile(file: string): Promise<void> {
  try {
    await appendFile(file, '')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new UsageError(`The report ${path.resolve(file)} cannot be written (${code}). Choose another place with --report FILE.`)
  }
}
