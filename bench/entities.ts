/**
 * How well organisations are found: `npm run bench:entities -- LABELS.json FOLDER… [SENTENCES.jsonl…]`. LABELS.json says what readers found in documents of the
 * folders ({"folder/file": { organisations: [{ forms, en, gloss, kind, optional }] }}); all documents of the folders teach. Each part adds
 * its own lines from a file beside this one (`entities/*-lines.ts`): a module that exports `lines(arguments)`, a list of strings or a promise of one.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseDocument } from '../src/archive/parse-document.ts'
import { createGazetteer } from '../src/entities/gazetteer/gazetteer.ts'
import { learn } from '../src/entities/learn.ts'
import { createRecogniser, type RecogniserOptions } from '../src/entities/recognise.ts'
import type { Lesson, TextToRead } from '../src/entities/recognition.ts'
import { createTagger } from '../src/entities/tagger/tagger.ts'
import { textToRead } from '../src/ingest/text-to-read.ts'
import { type LabelledOrganisation, scoreLabels } from './entities/score-labels.ts'

const [labelsFile, ...others] = process.argv.slice(2)
const folders = others.filter((path) => !/\.(jsonl|bio)$/.test(path))
if (labelsFile === undefined || folders.length === 0) {
  console.error('usage: npm run bench:entities -- LABELS.json FOLDER… [SENTENCES.jsonl…]')
  process.exit(2)
}
const root = join(import.meta.dirname, '../../..')
const keyOf = (file: string): string => file.split('/').slice(-2).join('/')
const filesUnder = (path: string): string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => filesUnder(join(path, name)))
    : [path]

const labelled = JSON.parse(readFileSync(labelsFile, 'utf8')) as Record<string, { organisations: LabelledOrganisation[] }>
const labels = new Map(Object.entries(labelled).map(([file, { organisations }]) => [file, organisations]))
const texts = new Map<string, TextToRead>()
for (const file of folders.flatMap(filesUnder)) {
  const { article } = parseDocument(readFileSync(file, 'utf8'), file)
  if (article !== null) texts.set(keyOf(file), textToRead(article))
}
const known = createGazetteer(JSON.parse(readFileSync(join(root, 'seeds/organisations.json'), 'utf8')))
const unknown = createGazetteer([])
const tagger = createTagger(readFileSync(join(root, 'seeds/tagger.model.gz')))

function score(gazetteer: typeof known, lessons: Lesson[], options: RecogniserOptions) {
  const recogniser = createRecogniser(gazetteer, lessons, options)
  return scoreLabels(
    labels,
    new Map([...labels.keys()].filter((file) => texts.has(file)).map((file) => [file, recogniser.recognise(texts.get(file)!)])),
  )
}
const all = { gazetteer: true, patterns: true }
const lessons = [...texts.values()].flatMap((text) => learn(text, known))
const layers = {
  glosses: score(unknown, [], { layers: { gazetteer: false, patterns: false } }),
  '+ gazetteer': score(known, [], { layers: { gazetteer: true, patterns: false } }),
  '+ patterns': score(known, [], { layers: all }),
  "+ the archive's lessons": score(known, lessons, { layers: all }),
  '+ tagger': score(known, lessons, { layers: all, tagger }),
}
const three = (value: number): string => value.toFixed(3)
console.log(
  `${[...labels.keys()].filter((file) => texts.has(file)).length} labelled documents of ${labels.size}, among ${texts.size} documents`,
)
console.table(
  Object.fromEntries(
    Object.entries(layers).map(([layer, { precision, recall, f1, englishNames, kinds, edges }]) => [
      layer,
      {
        precision: three(precision),
        recall: three(recall),
        F1: three(f1),
        'English names': three(englishNames),
        kinds: three(kinds),
        'left edges': `${edges.right}/${edges.of}`,
      },
    ]),
  ),
)
const here = join(import.meta.dirname, 'entities')
for (const file of readdirSync(here).sort()) {
  if (!/-lines\.[jt]s$/.test(file)) continue
  const part = (await import(join(here, file))) as { lines(given: string[]): string[] | Promise<string[]> }
  for (const line of await part.lines(process.argv.slice(2))) console.log(line)
}
