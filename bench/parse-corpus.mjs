/**
 * Parses every file under the given paths with the built parser and prints one JSON document a line, in the form of `interlinear parse`,
 * with nothing recognised: scores the reading of documents alone.
 *
 *   node bench/parse-corpus.mjs FOLDER… > parsed.ndjson        (BUILD=dist by default)
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const build = resolve(process.env.BUILD ?? 'dist')
const { parseDocument } = await import(pathToFileURL(join(build, 'archive/parse-document.js')).href)

const filesUnder = (path) =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => filesUnder(join(path, name)))
    : [path]

for (const file of process.argv.slice(2).flatMap(filesUnder)) {
  const { article, problems } = parseDocument(readFileSync(file, 'utf8'), file)
  const names = (role) => article?.credits.filter((credit) => credit.role === role).map((credit) => credit.name) ?? []
  console.log(
    JSON.stringify({
      file,
      title: article?.title ?? null,
      url: article?.url ?? null,
      publishedAt: article?.publishedAt ?? null,
      lead: article?.lead ?? null,
      language: article?.language ?? null,
      paragraphs: article?.blocks.filter(({ kind }) => kind !== 'IMAGE').map(({ text }) => text) ?? [],
      authors: names('AUTHOR'),
      translators: names('TRANSLATOR'),
      proofreaders: names('PROOFREADER'),
      selectors: names('SELECTOR'),
      original: article?.original ?? null,
      byline: article?.byline ?? null,
      problems,
    }),
  )
}
