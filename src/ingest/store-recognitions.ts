import type { DocumentProblem } from '../archive/parsed-article.ts'
import type { Recogniser, Recognition } from '../entities/recognition.ts'
import { saveRecognised } from '../modules/article/recognition.store.ts'
import { recognitionCode, saveNotes } from '../modules/import/problem.store.ts'
import { saveArticleOrganisations, saveMentions } from '../modules/organisation/mention.store.ts'
import { refreshOrganisations, saveOrganisations } from '../modules/organisation/organisation.store.ts'
import { savePeople } from '../modules/person/person.store.ts'
import type { ImportRun } from './import-run.ts'
import { isRefusal } from './is-refusal.ts'
import type { WaitingText } from './kept-texts.ts'
import { type RecognitionRows, toRecognitionRows } from './to-recognition-rows.ts'

type RecognisedArticle = Omit<WaitingText, 'text'>

export interface RecognisedText {
  article: RecognisedArticle
  /**
   * A `Recognition` as JSON. Objects would outlive young collections while they wait, so that V8 would make what recognition makes among old
   * objects, in this import and ever after.
   */
  recognition: string
  /** Why nothing was found, if something failed. */
  failure: string | null
}

/** A mistake in recognition costs one article its organisations, and is named; it never ends the import. */
export function recognise(recogniser: Recogniser, { text, ...article }: WaitingText): RecognisedText {
  try {
    return { article, recognition: JSON.stringify(recogniser.recognise(text)), failure: null }
  } catch (error) {
    return failed(article, error)
  }
}

function failed(article: RecognisedArticle, error: unknown): RecognisedText {
  const recognition: Recognition = { mentions: [], organisations: [], people: [] }
  return { article, recognition: JSON.stringify(recognition), failure: (error as Error).message }
}

/**
 * Stores what was found in these articles, in one transaction. Should the database refuse it for what one of them holds, the
 * others are stored and that one goes without, with a problem that says so.
 */
export async function storeRecognitions(run: ImportRun, version: string, read: readonly RecognisedText[]): Promise<void> {
  try {
    await store(run, version, read)
  } catch (error) {
    if (!isRefusal(error)) throw error
    const [only] = read
    if (read.length > 1) for (const one of read) await storeRecognitions(run, version, [one])
    else if (only !== undefined && only.failure === null) await store(run, version, [failed(only.article, error)])
    else throw error
  }
}

async function store(run: ImportRun, version: string, read: readonly RecognisedText[]): Promise<void> {
  const { client } = run.writer
  const problems = read.flatMap(({ article, failure }) =>
    failure === null ? [] : [{ file: article.sourceFile, ...problemOf(failure) }],
  )
  await run.writer.unit(async () => {
    const rows = toRecognitionRows(read, run.gazetteer)
    const ids = read.map(({ article }) => article.id)
    let changes = await savePeople(client, rows.people)
    changes += await saveMentions(client, ids, rows.mentions)
    const reorganised = await saveArticleOrganisations(client, ids, rows.articleOrganisations)
    changes += reorganised.length
    await saveRecognised(client, version, rows.articles)
    const named = new Set(rows.organisations.map(({ id }) => id))
    changes += await saveOrganisations(client, rows.organisations, rows.aliases)
    const left = reorganised.map(({ organisationId }) => organisationId).filter((id) => !named.has(id))
    changes += await refreshOrganisations(client, [...new Set(left)])
    const files = read.map(({ article }) => article.sourceFile)
    changes += await saveNotes(client, run.importId, recognitionCode, files, problems)
    tellChanges(run, read, rows, new Set(reorganised.map(({ articleId }) => articleId)))
    return { changes, result: undefined }
  })
  for (const { file, ...problem } of problems) run.tally.addProblems(file, [problem])
}

function problemOf(failure: string): DocumentProblem {
  const message = `Looking for organisations failed (${failure}): the article is kept without any; please report it.`
  return { severity: 'WARNING', code: recognitionCode, message, place: null }
}

/** Which articles name other organisations than before this run. */
function tellChanges(run: ImportRun, read: readonly RecognisedText[], rows: RecognitionRows, changed: ReadonlySet<string>): void {
  for (const { id, sourceFile } of read.map(({ article }) => article)) {
    if (run.isNew(sourceFile)) continue
    const old = run.organisationsBefore.get(id)
    const now = rows.articleOrganisations.filter(({ articleId }) => articleId === id).map(({ organisationId }) => organisationId)
    const isOther = old === undefined ? changed.has(id) : old.sort().join() !== now.sort().join()
    if (isOther) run.tally.addChanges(sourceFile, ['organisations'])
  }
}
