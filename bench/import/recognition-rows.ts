import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDocument } from '../../src/archive/parse-document.ts'
import { createGazetteer } from '../../src/entities/gazetteer/gazetteer.ts'
import { learn } from '../../src/entities/learn.ts'
import { createRecogniser } from '../../src/entities/recognise.ts'
import type { GazetteerEntry, Recogniser, TextToRead } from '../../src/entities/recognition.ts'
import { createTagger } from '../../src/entities/tagger/tagger.ts'
import { textToRead } from '../../src/ingest/text-to-read.ts'
import { type BenchmarkRow, leastTimesEach } from './benchmark-row.ts'

const turns = 24
/**
 * Documents that each work goes through before the next one does. Few enough for all to see the same machine, many enough to find warm
 * caches, as whole passes do. What the collector takes is left out, of which parsing causes more: the ratio is higher for it.
 */
const together = 30
const seeds = join(import.meta.dirname, '../../../../seeds')

/** Finding names (what a document teaches, and what it names) against parsing the same documents. */
export function rows(folders: string[]): BenchmarkRow[] {
  const entries = JSON.parse(readFileSync(join(seeds, 'organisations.json'), 'utf8')) as GazetteerEntry[]
  const gazetteer = createGazetteer(entries)
  const larger = createGazetteer(tenfold(entries))
  const tagger = createTagger(readFileSync(join(seeds, 'tagger.model.gz')))
  const documents = folders.flatMap((folder) =>
    readdirSync(folder).map((name) => ({ file: join(folder, name), text: readFileSync(join(folder, name), 'utf8') })),
  )
  const parse = (document: number): TextToRead => {
    const { text, file } = documents[document]!
    const { article } = parseDocument(text, file)
    if (article === null) throw new Error(`${file} is no article.`)
    return textToRead(article)
  }
  const texts = documents.map((_, document) => parse(document))
  const lessons = texts.flatMap((text) => learn(text, gazetteer))
  const reading = (known: typeof gazetteer, recogniser: Recogniser) => (document: number) => {
    // A new object each time, since what was folded for a text is kept with it.
    const fresh = { ...texts[document]! }
    learn(fresh, known)
    recogniser.recognise(fresh)
  }
  const inBlocks = (work: (document: number) => void) => (block: number) => {
    const end = Math.min(texts.length, (block + 1) * together)
    for (let document = block * together; document < end; document++) work(document)
  }
  const lists = reading(gazetteer, createRecogniser(gazetteer, lessons))
  const everything = reading(gazetteer, createRecogniser(gazetteer, lessons, { tagger }))
  const least = leastTimesEach(
    { parse: inBlocks(parse), lists: inBlocks(lists), everything: inBlocks(everything) },
    Math.ceil(texts.length / together),
    turns,
  )
  const sizes = leastTimesEach({ asItIs: lists, larger: reading(larger, createRecogniser(larger, lessons)) }, texts.length, turns)
  return [
    { name: 'recognition without tagger against parsing', value: least.lists / least.parse, unit: 'ratio', limit: 1 },
    { name: 'recognition with everything against parsing', value: least.everything / least.parse, unit: 'ratio', limit: 5 },
    { name: 'recognition with ten times the gazetteer', value: sizes.larger / sizes.asItIs, unit: 'ratio', limit: 1.1 },
  ]
}

/** Nine bodies more for each, whose names begin as its own do and go on as those of others. */
function tenfold(entries: readonly GazetteerEntry[]): GazetteerEntry[] {
  const graft = (name: string | null, other: string | null, copy: number): string | null =>
    name === null || other === null ? name && `${name}${copy}` : `${name.slice(0, Math.ceil(name.length / 2))}${other}${copy}`
  return entries.flatMap((entry, index) => [
    entry,
    ...Array.from({ length: 9 }, (_, copy) => {
      const other = entries[(index * 31 + copy * 977 + 1) % entries.length]!
      return {
        ...entry,
        slug: `${entry.slug}--${copy}`,
        nameZh: graft(entry.nameZh, other.nameZh, copy),
        nameEn: graft(entry.nameEn, other.nameEn, copy),
        aliases: entry.aliases.map((alias) => ({ ...alias, text: graft(alias.text, other.nameZh, copy)! })),
      }
    }),
  ])
}
