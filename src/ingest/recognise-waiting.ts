import { spellingsOf } from '../entities/gazetteer/known-name.ts'
import { readNames } from '../entities/glosses/gloss.ts'
import { createRecogniser } from '../entities/recognise.ts'
import { findChangedLessons, forgetChangedLessons, listLessons } from '../modules/article/lesson.store.ts'
import {
  countWaiting,
  findTexts,
  isAnyRecognised,
  listWaiting,
  markReadOtherwise,
  markWaiting,
} from '../modules/article/recognition.store.ts'
import { findArticlesNaming, removeUnmentionedOrganisations } from '../modules/organisation/organisation.store.ts'
import { removeUnmentionedPeople } from '../modules/person/person.store.ts'
import { findHolders } from '../modules/search/text-holders.store.ts'
import type { ImportRun } from './import-run.ts'
import type { WaitingText } from './kept-texts.ts'
import { connectedNames, nameKeys } from './lesson-names.ts'
import { type RecognisedText, recognise, storeRecognitions } from './store-recognitions.ts'
import { takeTurns } from './take-turns.ts'
import { textToRead } from './text-to-read.ts'

/**
 * The second pass: finds the organisations and people of every article that waits for it, with the lessons of the whole archive.
 * Which articles wait is in the database, so that a run that was stopped is taken up by the next one. Returns how many were read.
 */
export async function recogniseWaiting(
  run: ImportRun,
  batchSize: number,
  onBatch: (done: number, total: number) => void,
  signal?: AbortSignal,
): Promise<{ read: number; waiting: number }> {
  const { client, unit } = run.writer
  const lessons = (await listLessons(client)).map((lesson) => ({ ...lesson, names: nameKeys(lesson, readNames) }))
  const recogniser = createRecogniser(run.gazetteer, lessons as Parameters<typeof createRecogniser>[1], { tagger: run.tagger })
  await unit(async () => {
    await markReadOtherwise(client, recogniser.version)
    await markTouched(run, lessons, signal)
    return { changes: 0, result: undefined }
  })
  const waiting = await countWaiting(client)
  let read = 0
  // A batch at a time, so that memory does not grow with the archive.
  for (let last = beforeAll; !signal?.aborted; ) {
    const ids = await listWaiting(client, last, batchSize)
    if (ids.length === 0) break
    const recognised: RecognisedText[] = []
    for (let at = 0; at < ids.length; at += textsAtOnce) {
      for (const text of await textsOf(run, ids.slice(at, at + textsAtOnce))) {
        await takeTurns()
        recognised.push(recognise(recogniser, text))
      }
    }
    await storeRecognitions(run, recogniser.version, recognised)
    last = ids.at(-1)!
    read += ids.length
    onBatch(read, waiting)
  }
  if (read === waiting) {
    await unit(async () => {
      const changes = (await removeUnmentionedOrganisations(client)) + (await removeUnmentionedPeople(client))
      return { changes, result: undefined }
    })
  }
  return { read, waiting: waiting - read }
}

/** No id is negative. */
const beforeAll = '-1'

/** Read from the database at once: what is found in texts is kept until it is stored, they themselves are not. */
const textsAtOnce = 25

async function textsOf(run: ImportRun, ids: readonly string[]): Promise<WaitingText[]> {
  const kept = ids.map((id) => run.texts.take(id)).filter((text) => text !== null)
  const known = new Set(kept.map(({ id }) => id))
  const stored = await findTexts(
    run.writer.client,
    ids.filter((id) => !known.has(id)),
  )
  const read = stored.map(({ id, publishedAt, sourceFile, ...text }) => ({ id, publishedAt, sourceFile, text: textToRead(text) }))
  return [...kept, ...read]
}

/** Marks the articles, read before, on which lessons bear that have changed since. */
async function markTouched(
  { writer: { client } }: ImportRun,
  lessons: readonly { names: string[] }[],
  signal?: AbortSignal,
): Promise<void> {
  const changed = await findChangedLessons(client)
  if (changed.length === 0) return
  if (await isAnyRecognised(client)) {
    const names = [...connectedNames(changed, lessons)]
    const touched = new Set(await findArticlesNaming(client, names))
    for (const spelling of new Set(names.flatMap(spellingsOf))) {
      // What is not finished is begun again by the next import: the changed lessons are still there.
      if (signal?.aborted) return
      // One character is no name that a text could be searched for.
      if (spelling.length > 1) for (const id of await findHolders(client, spelling)) touched.add(id)
    }
    await markWaiting(client, [...touched])
  }
  await forgetChangedLessons(client)
}
