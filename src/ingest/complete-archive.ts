import type { Connection } from '../database/connect.ts'
import { completeNames, completeTexts, isSearchComplete } from '../modules/search/search.store.ts'
import { ArchiveBusyError, type ArchiveWriter, withArchiveWriter } from './archive-writer.ts'

/** Makes what an older version stored otherwise: a batch in a transaction, so that what was done before a kill is done. */
export async function completeArchive({ client, unit }: ArchiveWriter): Promise<void> {
  await unit(async () => ({ changes: await completeNames(client), result: undefined }))
  if (await isSearchComplete(client)) return
  const completeBatch = (after: number) =>
    unit(async () => {
      const { last, completed } = await completeTexts(client, after)
      return { changes: completed, result: last }
    })
  for (let after: number | null = 0; after !== null; ) after = await completeBatch(after)
}

/** As `completeArchive`, for an archive that nothing is imported into. Returns whether there was anything to do. */
export async function completeStoredArchive({ pool }: Connection): Promise<boolean> {
  if (await isSearchComplete(pool)) return false
  try {
    await withArchiveWriter(pool, false, completeArchive)
    return true
  } catch (error) {
    // An import that is running does it at its end.
    if (error instanceof ArchiveBusyError) return false
    throw error
  }
}
