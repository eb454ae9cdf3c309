import { parseDocument } from '../archive/parse-document.ts'
import type { DocumentProblem, ParsedArticle } from '../archive/parsed-article.ts'
import type { Gazetteer } from '../entities/gazetteer/gazetteer.ts'
import { learn } from '../entities/learn.ts'
import { createRecogniser } from '../entities/recognise.ts'
import type { Lesson, Recognition } from '../entities/recognition.ts'
import type { TagNames } from '../entities/tagger/tagged-names.ts'
import { decodeText } from './decode-text.ts'
import { discover, type Source } from './discover.ts'
import { isDocument } from './document-names.ts'
import { readSources } from './read-sources.ts'
import { textToRead } from './text-to-read.ts'

export interface DocumentReading {
  file: string
  /** Null exactly when `problems` holds an ERROR. */
  article: ParsedArticle | null
  /** Null without an article. */
  recognition: Recognition | null
  problems: DocumentProblem[]
}

type Parsed = Omit<DocumentReading, 'recognition'>

/** Articles kept between the two passes; those beyond are read again, so that memory does not grow with the archive. */
const keptAtMost = 2_000

/**
 * Reads documents without a database. Names are recognised with what all the documents together teach, so that neither their
 * order nor their division into files matters: hence two passes.
 */
export async function* parseDocuments(
  paths: readonly string[],
  gazetteer: Gazetteer,
  tagger: TagNames | null = null,
): AsyncGenerator<DocumentReading> {
  const { sources, problems } = await discover(paths)
  for (const { file, problem } of problems) yield { file, article: null, recognition: null, problems: [problem] }

  const kept = new Map<string, Parsed>()
  const lessons: Lesson[] = []
  for await (const parsed of parseSources(sources)) {
    if (parsed.article !== null) lessons.push(...learn(textToRead(parsed.article), gazetteer))
    // Standard input cannot be read twice.
    if (kept.size < keptAtMost || parsed.file === 'stdin') kept.set(parsed.file, parsed)
  }
  const recogniser = createRecogniser(gazetteer, lessons, { tagger })
  const recognise = (parsed: Parsed): DocumentReading => ({
    ...parsed,
    recognition: parsed.article === null ? null : recogniser.recognise(textToRead(parsed.article)),
  })
  const told = new Set(kept.keys())
  for (const [file, parsed] of kept) {
    kept.delete(file)
    yield recognise(parsed)
  }
  const rest = sources.filter(({ file }) => !told.has(file))
  for await (const parsed of parseSources(rest)) yield recognise(parsed)
}

async function* parseSources(sources: readonly Source[]): AsyncGenerator<Parsed> {
  for await (const { source, bytes, problem } of readSources(sources)) {
    const { file } = source
    if (bytes === null) {
      yield { file, article: null, problems: [problem] }
      continue
    }
    const decoded = decodeText(bytes)
    const noted = decoded.problem === null ? [] : [decoded.problem]
    if (decoded.text === null) yield { file, article: null, problems: noted }
    else if (isDocument(source, decoded.text)) {
      const { article, problems } = parseDocument(decoded.text, file)
      yield { file, article, problems: [...noted, ...problems] }
    }
  }
}
