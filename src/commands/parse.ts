import { once } from 'node:events'
import picocolors from 'picocolors'
import type { CreditRole } from '../archive/parsed-article.ts'
import { explain } from '../entities/explain.ts'
import { type DocumentReading, parseDocuments } from '../ingest/parse-documents.ts'
import { textToRead } from '../ingest/text-to-read.ts'
import { withoutControls } from '../text/controls.ts'
import { loadGazetteer } from './load-gazetteer.ts'
import { loadTagger } from './load-tagger.ts'
import { checkPaths } from './paths.ts'

/** Prints what was read from each document: data on standard output, and nothing else there. */
export async function parse(
  paths: string[],
  { format, explain: isExplained = false }: { format: 'ndjson' | 'json'; explain?: boolean },
): Promise<void> {
  await checkPaths(paths)
  const readings = parseDocuments(paths, await loadGazetteer(), loadTagger())
  if (isExplained) {
    for await (const reading of readings) await print(explainReading(reading))
    return
  }
  let printed = 0
  for await (const reading of readings) {
    const described = describe(reading)
    const text =
      format === 'ndjson'
        ? `${JSON.stringify(described)}\n`
        : `${printed === 0 ? '[\n' : ',\n'}${JSON.stringify(described, null, 2)}`
    printed += 1
    await print(text)
  }
  if (format === 'json') process.stdout.write(printed === 0 ? '[]\n' : '\n]\n')
}

async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

/** One document with its names marked, for a reader at a terminal: colours only there, and only if NO_COLOR is not set. */
function explainReading({ file, article, recognition, problems }: DocumentReading): string {
  const useColour = process.stdout.isTTY === true && picocolors.isColorSupported
  const head = picocolors.createColors(useColour).bold(withoutControls(file))
  const troubles = problems.map(({ severity, code, message }) => `${severity} ${code}: ${message}\n`).join('')
  const shown = article === null || recognition === null ? '' : explain(textToRead(article), recognition, { useColour })
  return `${head}\n${troubles}\n${shown}\n`
}

/** One document as this command shows it: plain names, absent is null, times in ISO 8601. */
function describe({ file, article, recognition, problems }: DocumentReading): object {
  const found = {
    organisations: recognition?.organisations.map(
      ({ name, nameEn, nameZh, kind, forms, gloss, slug, mentionCount, strength }) => {
        return { name, nameEn, nameZh, kind, forms, gloss, slug, mentionCount, strength }
      },
    ),
    people: recognition?.people.map(({ name, nameEn, nameZh, forms, gloss }) => ({ name, nameEn, nameZh, forms, gloss })),
    problems,
  }
  if (article === null) return { file, ...found }
  const { title, url, publishedAt, lead, blocks, original, language, publisher, byline, images, wordCount } = article
  const credited = (role: CreditRole): string[] =>
    article.credits.filter((credit) => credit.role === role).map((credit) => credit.name)
  return {
    file,
    title,
    url,
    canonicalUrl: article.canonicalUrl,
    publishedAt: publishedAt?.toISOString() ?? null,
    lead,
    language,
    publisher: publisher.slug,
    paragraphs: blocks.filter(({ kind }) => kind !== 'IMAGE' && kind !== 'CAPTION').map(({ text }) => text),
    byline,
    authors: credited('AUTHOR'),
    translators: credited('TRANSLATOR'),
    proofreaders: credited('PROOFREADER'),
    editors: credited('EDITOR'),
    selectors: credited('SELECTOR'),
    original: original && {
      url: original.url,
      title: original.title,
      language: original.language,
      provenance: original.provenance,
    },
    images,
    wordCount,
    ...found,
  }
}
