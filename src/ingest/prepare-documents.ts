import { hash } from 'node:crypto'
import type pg from 'pg'
import { parseDocument, parserVersion } from '../archive/parse-document.ts'
import type { DocumentProblem, ParsedArticle, ParsedImage } from '../archive/parsed-article.ts'
import type { Gazetteer } from '../entities/gazetteer/gazetteer.ts'
import { learn } from '../entities/learn.ts'
import type { Lesson } from '../entities/recognition.ts'
import { type ArticleContent, toContent } from '../modules/article/article.store.ts'
import { type DocumentInput, findDocuments } from '../modules/import/document.store.ts'
import { type FoldedText, foldForSearch } from '../modules/search/search.store.ts'
import type { Shelf } from '../text/shelf.ts'
import { stableId } from '../text/stable-id.ts'
import { decodeText } from './decode-text.ts'
import type { Source } from './discover.ts'
import { isDocument } from './document-names.ts'
import type { HeldText, KeptTexts } from './kept-texts.ts'
import type { ReadSource } from './read-sources.ts'
import { takeTurns } from './take-turns.ts'
import { textToRead } from './text-to-read.ts'

/**
 * What was read in a document. Its text is already made into what is stored: few long strings, where the blocks that they are made
 * of would be looked at by the collector again and again until their batch is written. These lie on a shelf.
 */
interface Reading {
  article: Omit<ParsedArticle, 'blocks' | 'images'> & { image: ParsedImage | null }
  content: ArticleContent
  searched: FoldedText
  /** For the second pass. */
  held: HeldText
  /** What it teaches. */
  lessons: Lesson[]
}

/** A document that was read and has an article. */
export interface ReadDocument extends Reading {
  kind: 'READ'
  file: string
  contentHash: string
  articleId: string
  problems: DocumentProblem[]
  /** What is remembered of the file. */
  before: DocumentInput | null
}

export type PreparedDocument =
  | ReadDocument
  /** Its text gives no article. */
  | { kind: 'REJECTED'; file: string; contentHash: string; problems: DocumentProblem[]; before: DocumentInput | null }
  /** There is no text: nothing is known but the reason. */
  | { kind: 'UNREAD'; file: string; problem: DocumentProblem }
  /** The same as when it was last read. */
  | { kind: 'UNCHANGED'; file: string; before: DocumentInput }
  /** No document after all. */
  | { kind: 'SKIPPED'; file: string }

export interface Preparing {
  gazetteer: Gazetteer
  /** Every file of this run. */
  given: ReadonlyMap<string, Source>
  isReparse: boolean
  /** Where the texts lie until they are written. */
  shelf: Shelf
  texts: KeptTexts
  /** Where to look up what is remembered. */
  database: pg.Pool | pg.ClientBase
}

export const hashOf = (bytes: Buffer): string => hash('sha256', bytes)

/** Parses what has to be parsed of these files: all but those that say the same as when they were last read. */
export async function prepareDocuments(
  read: readonly ReadSource[],
  preparing: Preparing,
  signal?: AbortSignal,
  onDocument?: (done: number) => void,
): Promise<PreparedDocument[]> {
  const hashes = read.map((one) => (one.bytes === null ? null : hashOf(one.bytes)))
  const files = read.map(({ source }) => source.file)
  const remembered = await findDocuments(
    preparing.database,
    files,
    hashes.filter((hash) => hash !== null),
  )
  const byFile = new Map(remembered.map((document) => [document.file, document]))
  const elsewhere = remembered.filter(({ file, state }) => !preparing.given.has(file) && state !== 'REJECTED')
  const byHash = new Map(elsewhere.map((document) => [document.contentHash, document]))
  const prepared: PreparedDocument[] = []
  for (const [index, one] of read.entries()) {
    if (signal?.aborted) break
    onDocument?.(prepared.length)
    await takeTurns()
    const contentHash = hashes[index]!
    if (one.bytes === null || contentHash === null) {
      prepared.push({ kind: 'UNREAD', file: one.source.file, problem: one.problem! })
      continue
    }
    const before = byFile.get(one.source.file) ?? null
    // A file that this run does not hold under its old name has moved, or was copied: its content is known all the same.
    const known = before ?? byHash.get(contentHash) ?? null
    if (known !== null && isUnchanged(known, contentHash, preparing.isReparse)) {
      prepared.push({ kind: 'UNCHANGED', file: one.source.file, before: known })
    } else {
      prepared.push(prepare(one.source, one.bytes, contentHash, before, preparing))
    }
  }
  return prepared
}

/** Whether reading the file again would say what is already stored. */
export function isUnchanged(known: DocumentInput, contentHash: string, isReparse: boolean): boolean {
  return !isReparse && known.contentHash === contentHash && known.parserVersion >= parserVersion
}

function prepare(
  { file, isNamed }: Source,
  bytes: Buffer,
  contentHash: string,
  before: DocumentInput | null,
  preparing: Preparing,
): PreparedDocument {
  const { text, problem } = decodeText(bytes)
  const found = problem === null ? [] : [problem]
  if (text === null) return { kind: 'REJECTED', file, contentHash, problems: found, before }
  if (!isDocument({ file, isNamed }, text)) return { kind: 'SKIPPED', file }
  const { reading, problems } = readText(text, file, preparing)
  if (reading === null) return { kind: 'REJECTED', file, contentHash, problems: [...found, ...problems], before }
  const articleId = stableId('Article', reading.article.canonicalUrl, reading.article.language)
  return { kind: 'READ', file, contentHash, articleId, ...reading, problems: [...found, ...problems], before }
}

/** A mistake in our own reading costs one document, never the import. */
function readText(
  document: string,
  file: string,
  preparing: Preparing,
): { reading: Reading | null; problems: DocumentProblem[] } {
  try {
    const { article, problems } = parseDocument(document, file)
    if (article === null) return { reading: null, problems }
    return { reading: toReading(article, preparing), problems }
  } catch (error) {
    const message = `Reading the document failed (${(error as Error).message}): this is a mistake of interlinear, please report it.`
    return { reading: null, problems: [{ severity: 'ERROR', code: 'READING_FAILED', message, place: null }] }
  }
}

function toReading(parsed: ParsedArticle, { gazetteer, shelf, texts }: Preparing): Reading {
  const { blocks, images, ...article } = parsed
  const text = textToRead(parsed)
  return {
    article: { ...detached({ ...article, image: images[0] ?? null }), publishedAt: article.publishedAt },
    content: toContent(parsed, (json) => shelf.encode(json)),
    searched: shelf.put(foldForSearch(parsed)),
    held: texts.hold(text),
    lessons: learn(text, gazetteer),
  }
}

/** The same in strings of their own: V8 keeps a whole document for the sake of a title that was cut from it. */
const detached = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value
