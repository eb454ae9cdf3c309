import { parserVersion } from '../archive/parse-document.ts'
import type { DocumentProblem, Severity } from '../archive/parsed-article.ts'
import { readNames } from '../entities/glosses/gloss.ts'
import { dependentsOf, findStoredArticles, removeArticles, saveArticles } from '../modules/article/article.store.ts'
import { rememberChangedLessons, saveLessons } from '../modules/article/lesson.store.ts'
import { refreshContributors, saveContributors, saveCredits } from '../modules/contributor/contributor.store.ts'
import {
  type DocumentInput,
  findSuperseded,
  forgetCopies,
  saveDocuments,
  supersedeDocuments,
} from '../modules/import/document.store.ts'
import { countImport } from '../modules/import/import.store.ts'
import { clearUnread, findProblems, saveProblems, saveSupersededNotes } from '../modules/import/problem.store.ts'
import { refreshOrganisations } from '../modules/organisation/organisation.store.ts'
import { refreshOriginals, saveOriginals } from '../modules/original/original.store.ts'
import { removeEmptyPublishers, savePublishers } from '../modules/publisher/publisher.store.ts'
import { chooseCopies } from './choose-copies.ts'
import type { Outcome } from './import-report.ts'
import type { ImportRun } from './import-run.ts'
import { isRefusal } from './is-refusal.ts'
import type { StoredText } from './kept-texts.ts'
import { nameKeys } from './lesson-names.ts'
import type { PreparedDocument, ReadDocument } from './prepare-documents.ts'
import { toRows } from './to-rows.ts'

/** What a batch did, to be told once it is in the database. */
interface Stored {
  outcomes: Map<string, Outcome>
  problems: Map<string, DocumentProblem[]>
  changes: Map<string, string[]>
  forgotten: string[]
  /** The organisations that articles named whose text is another now. */
  rewritten: Map<string, string[]>
  /** For recognition. */
  texts: StoredText[]
  /** Of files that were overtaken: whose copy stands. */
  overtakers: Map<string, string>
}

/**
 * Stores a batch of documents in one transaction. Should the database refuse it for what one of them holds, the others are kept
 * and that one is rejected with the reason.
 */
export async function storeBatch(run: ImportRun, batch: readonly PreparedDocument[]): Promise<void> {
  try {
    tell(run, await store(run, batch))
  } catch (error) {
    if (!isRefusal(error)) throw error
    const [only] = batch
    if (batch.length > 1) for (const document of batch) await storeBatch(run, [document])
    else if (only?.kind === 'READ') await storeBatch(run, [refuse(only, error)])
    else throw error
  }
}

function refuse({ file, contentHash, before }: ReadDocument, error: unknown): PreparedDocument {
  const message = `The database cannot hold the document (${(error as Error).message}): look for overlong or damaged fields.`
  return {
    kind: 'REJECTED',
    file,
    contentHash,
    before,
    problems: [{ severity: 'ERROR', code: 'NOT_STORABLE', message, place: null }],
  }
}

function tell(run: ImportRun, stored: Stored): void {
  for (const [file, outcome] of stored.outcomes) run.tally.record(file, outcome)
  for (const [file, problems] of stored.problems) {
    run.tally.addProblems(file, problems)
    const error = problems.find(({ severity }) => severity === 'ERROR')
    if (error !== undefined) run.tally.rejectedFiles.set(file, error)
  }
  for (const [file, fields] of stored.changes) run.tally.addChanges(file, fields)
  for (const [file, by] of stored.overtakers) run.overtakers.set(file, by)
  for (const [articleId, organisations] of stored.rewritten) {
    if (!run.organisationsBefore.has(articleId)) run.organisationsBefore.set(articleId, organisations)
  }
  for (const text of stored.texts) run.texts.keep(text)
  for (const file of stored.forgotten) run.forgotten.add(file)
}

function store(run: ImportRun, batch: readonly PreparedDocument[]): Promise<Stored> {
  const { client } = run.writer
  return run.writer.unit(async () => {
    const result: Stored = {
      outcomes: new Map(),
      problems: new Map(),
      changes: new Map(),
      forgotten: [],
      rewritten: new Map(),
      texts: [],
      overtakers: new Map(),
    }
    const unchanged = batch.filter(({ kind }) => kind === 'UNCHANGED').map(({ file }) => file)
    let changes = await clearUnread(client, unchanged)
    changes += await storeRead(run, batch, result)
    changes += await storeFailures(run, batch, result)
    await noteUnchanged(run, batch, result)
    if (result.outcomes.size > 0) {
      const problems = [...result.problems.values()].reduce((sum, { length }) => sum + length, 0)
      await countImport(client, run.importId, run.tally.countsWith(result.outcomes, problems))
    }
    return { changes, result }
  })
}

async function storeRead(run: ImportRun, batch: readonly PreparedDocument[], result: Stored): Promise<number> {
  const { client } = run.writer
  const read = batch.filter((document) => document.kind === 'READ')
  if (read.length === 0) return 0
  const stored = await findStoredArticles(client, [
    ...new Set(read.flatMap(({ articleId, before }) => [articleId, before?.articleId ?? articleId])),
  ])
  const winners = await chooseCopies(read, stored, (file) => run.competes(file))
  const winning = new Set([...winners].map(({ articleId }) => articleId))
  // A file that gave one article and gives another now takes its old one with it, unless a copy has that already.
  const abandoned = read.flatMap(({ file, articleId, before }) =>
    before?.articleId != null && before.articleId !== articleId && !winning.has(before.articleId)
      ? stored.filter(({ id, sourceFile }) => id === before.articleId && sourceFile === file).map(({ id }) => id)
      : [],
  )
  const rows = toRows(winners)
  const ids = rows.articles.map(({ id }) => id)
  const holders = new Map(stored.map(({ id, sourceFile }) => [id, sourceFile]))
  const before = await dependentsOf(client, [...ids.filter((id) => holders.has(id)), ...abandoned])

  let changes = 0
  const lessons = await saveLessons(client, abandoned, [])
  result.forgotten.push(...(await forgetCopies(client, abandoned)))
  const heirs = new Map(
    read.flatMap(({ before, articleId }) => (before?.articleId ? [[before.articleId, articleId] as const] : [])),
  )
  changes += await removeArticles(client, abandoned, heirs)
  changes += await savePublishers(client, rows.publishers)
  const saved = await saveArticles(client, { importId: run.importId, importedAt: run.startedAt }, rows.articles)
  result.rewritten = saved.rewritten
  const held = new Map([...winners].map((document) => [document.articleId, document.held]))
  for (const { id, publishedAt, sourceFile } of rows.articles)
    result.texts.push({ id, publishedAt, sourceFile, held: held.get(id)! })
  const recredited = new Set(await saveCredits(client, ids, rows.credits))
  changes += saved.changes + recredited.size
  lessons.push(...(await saveLessons(client, ids, rows.lessons)))
  await rememberChangedLessons(client, [...new Set(lessons.flatMap((lesson) => nameKeys(lesson, readNames)))])

  // What articles point to follows them, so that it is written once, with its sums; then what they pointed to before.
  changes += await saveOriginals(client, rows.originals)
  changes += await saveContributors(client, rows.contributors)
  const others = (ids: readonly string[], now: readonly { id: string }[]) => {
    const saved = new Set(now.map(({ id }) => id))
    return ids.filter((id) => !saved.has(id))
  }
  changes += await refreshOriginals(client, others(before.originals, rows.originals))
  changes += await refreshContributors(client, others(before.contributors, rows.contributors))
  changes += await removeEmptyPublishers(client, others(before.publishers, rows.publishers))
  changes += await refreshOrganisations(client, before.organisations)

  await saveDocuments(
    client,
    run.importId,
    read.map((document) => remember(document, winners.has(document))),
  )
  // Articles that some other document gives, too, or did.
  const isShared = (document: ReadDocument) => holders.has(document.articleId) || !winners.has(document)
  const shared = [...new Set(read.filter(isShared).map(({ articleId }) => articleId))]
  await supersedeDocuments(client, shared)
  const superseded = await findSuperseded(client, shared)
  changes += await saveProblems(
    client,
    run.importId,
    read.map(({ file }) => file),
    read.flatMap(problemsOf),
  )
  changes += await saveSupersededNotes(
    client,
    run.importId,
    read.map(({ file }) => file),
    superseded,
  )

  for (const document of read) {
    const { file, articleId } = document
    result.problems.set(file, document.problems)
    if (!winners.has(document)) {
      result.outcomes.set(file, 'SUPERSEDED')
      continue
    }
    const fields = saved.changedFields.get(articleId)
    const changed = [...(fields ?? []), ...(recredited.has(articleId) ? ['credits'] : [])]
    if (fields === undefined || run.isNew(holders.get(articleId)!)) result.outcomes.set(file, 'NEW')
    else if (changed.length === 0) result.outcomes.set(file, 'UNCHANGED')
    else {
      result.outcomes.set(file, 'UPDATED')
      result.changes.set(file, changed)
    }
  }
  for (const { file, by } of superseded) {
    result.overtakers.set(file, by)
    const state = run.tally.outcomes.get(file)
    if (state === 'NEW' || state === 'UPDATED') result.outcomes.set(file, 'SUPERSEDED')
  }
  return changes
}

function remember({ file, contentHash, articleId, article }: ReadDocument, isWinner: boolean): DocumentInput {
  return {
    file,
    contentHash,
    state: isWinner ? 'KEPT' : 'SUPERSEDED',
    articleId,
    publishedAt: article.publishedAt,
    parserVersion,
  }
}

const problemsOf = ({ file, problems }: { file: string; problems: readonly DocumentProblem[] }) =>
  problems.map((problem) => ({ file, ...problem }))

/** Documents that gave nothing: what earlier readings of the file gave stands as it was. */
async function storeFailures(run: ImportRun, batch: readonly PreparedDocument[], result: Stored): Promise<number> {
  const { client } = run.writer
  let changes = 0
  const rejected = batch.filter((document) => document.kind === 'REJECTED')
  if (rejected.length > 0) {
    const files = rejected.map(({ file }) => file)
    await saveDocuments(
      client,
      run.importId,
      rejected.map(({ file, contentHash, before }) => ({
        file,
        contentHash,
        state: 'REJECTED' as const,
        articleId: before?.articleId ?? null,
        publishedAt: null,
        parserVersion,
      })),
    )
    changes += await saveProblems(client, run.importId, files, rejected.flatMap(problemsOf))
    changes += await saveSupersededNotes(client, run.importId, files, [])
  }
  const unread = batch.filter((document) => document.kind === 'UNREAD')
  if (unread.length > 0) {
    const problems = unread.map(({ file, problem }) => ({ file, ...problem }))
    changes += await saveProblems(
      client,
      run.importId,
      unread.map(({ file }) => file),
      problems,
    )
  }
  for (const { file, problems } of rejected) {
    result.outcomes.set(file, 'REJECTED')
    result.problems.set(file, problems)
  }
  for (const { file, problem } of unread) {
    result.outcomes.set(file, 'REJECTED')
    result.problems.set(file, [problem])
  }
  return changes
}

/** A document that could not be kept before and is no different now is named again: its state still asks for somebody. */
async function noteUnchanged(run: ImportRun, batch: readonly PreparedDocument[], result: Stored): Promise<void> {
  const unchanged = batch.filter((document) => document.kind === 'UNCHANGED')
  const rejected = unchanged.filter(({ before }) => before.state === 'REJECTED')
  for (const { file } of unchanged) result.outcomes.set(file, 'UNCHANGED')
  if (rejected.length === 0) return
  const known = await findProblems(
    run.writer.client,
    rejected.map(({ before }) => before.file),
  )
  for (const { file, before } of rejected) {
    result.outcomes.set(file, 'REJECTED')
    const problems = known.filter((problem) => problem.file === before.file)
    result.problems.set(
      file,
      problems.map(({ code, message, place, severity }) => ({ code, message, place, severity: severity as Severity })),
    )
  }
}
