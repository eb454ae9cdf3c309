import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { NameSearch } from '../../src/entities/gazetteer/find-mentions.ts'
import { createGazetteer } from '../../src/entities/gazetteer/gazetteer.ts'
import { createRecogniser } from '../../src/entities/recognise.ts'
import { markKnownNames } from '../../src/entities/tagger/known-name-marks.ts'
import { createTagger } from '../../src/entities/tagger/tagger.ts'
import { notNames } from '../../src/entities/words/places.ts'
import { foldText } from '../../src/text/fold-name.ts'

interface Span {
  kind: string
  start: number
  end: number
}
type Sentence = { text: string; spans: Span[] }
interface Score {
  precision: number
  recall: number
  f1: number
}

/**
 * Exact spans of organisations in labelled sentences: of every `.jsonl` (CLUENER: company, organization and government together) and
 * `.bio` (CoNLL: ORG) among the arguments.
 */
export async function lines(given: string[]): Promise<string[]> {
  const files = given.filter((file) => /\.(jsonl|bio)$/.test(file))
  if (files.length === 0) return []
  const root = join(import.meta.dirname, '../../../..')
  const { readCluener, readBio, scoreSpans } = (await import(pathToFileURL(join(root, 'bench/labelled-sentences.mjs')).href)) as {
    readCluener(file: string): Sentence[]
    readBio(file: string): Sentence[]
    scoreSpans(sentences: Sentence[], tag: (text: string) => Span[]): Score
  }
  const gazetteer = createGazetteer(JSON.parse(readFileSync(join(root, 'seeds/organisations.json'), 'utf8')))
  const tagger = createTagger(readFileSync(join(root, 'seeds/tagger.model.gz')))
  const search = new NameSearch([gazetteer.names, notNames])
  // A mention that stays open (which body, or whether it is counted) is one all the same; what was left out is none.
  const marks = (options: Parameters<typeof createRecogniser>[2], judgements: string[] = ['POSITIVE', 'UNSURE']) => {
    const recogniser = createRecogniser(gazetteer, [], options)
    return (text: string): Span[] =>
      recogniser
        .recognise({ title: '', lead: null, paragraphs: [text], language: 'zh-Hans' })
        .mentions.filter(({ kind, judgement }) => kind === 'ORGANISATION' && judgements.includes(judgement))
  }
  return files.flatMap((file) => {
    const sentences = file.endsWith('.bio') ? readBio(file) : readCluener(file)
    const told = ({ precision, recall, f1 }: Score): string =>
      `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${f1.toFixed(3)}`
    return [
      `Exact spans of organisations in ${sentences.length} sentences of ${file}`,
      `  lists and patterns: ${told(scoreSpans(sentences, marks({})))}`,
      `  tagger alone: ${told(scoreSpans(sentences, (text) => tagger(text, markKnownNames(text, foldText(text), search))))}`,
      `  everything together: ${told(scoreSpans(sentences, marks({ tagger })))}`,
      `  of it what is counted as a body: ${told(scoreSpans(sentences, marks({ tagger }, ['POSITIVE'])))}`,
    ]
  })
}
