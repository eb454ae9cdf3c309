import type { Connection } from '../database/connect.ts'
import { completeSearch, isSearchComplete } from '../modules/search/search.store.ts'
import { ArchiveBusyError, type ArchiveWriter, withArchiveWriter } from './archive-writer.ts'

/** Makes what an older version stored otherwise: a batch in a transaction, so that what was done before a kill is done. */
export async function completeArchive({ client, unit }: ArchiveWriter): Promise<void> {
  const completeBatch = async () => {
    const changes = await completeSearch(client)
    return { changes, result: changes }
  }
  while ((await unit(completeBatch)) > 0);
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
