/**
 * Trains seeds/tagger.model.gz: an averaged perceptron over characters, with a margin and feature dropout.
 *
 *   npm run build && node bench/train-tagger.mjs FOLDER
 *
 * FOLDER holds cluener-train.jsonl and peoples-daily-dev.bio (what it learns from) and cluener-dev.jsonl (what it is measured on).
 * The model holds hashes of features and their weights; no sentence can be read back from it.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { NameSearch } from '../dist/entities/gazetteer/find-mentions.js'
import { createGazetteer } from '../dist/entities/gazetteer/gazetteer.js'
import { decode } from '../dist/entities/tagger/decode.js'
import { joined, reach, readFeatures, singles, writeSingles } from '../dist/entities/tagger/features.js'
import { markKnownNames } from '../dist/entities/tagger/known-name-marks.js'
import { labels } from '../dist/entities/tagger/labels.js'
import { writeTaggerModel } from '../dist/entities/tagger/model.js'
import { createTagger } from '../dist/entities/tagger/tagger.js'
import { notNames } from '../dist/entities/words/places.js'
import { foldText } from '../dist/text/fold-name.js'
import { readBio, readCluener, scoreSpans } from './labelled-sentences.mjs'

const epochs = 6
const margin = 8
const dropout = 0.2
const leastSeen = 2
const featuresKept = 150_000
const labelCount = labels.length

const folder = process.argv[2]
if (!folder) {
  console.error('usage: node bench/train-tagger.mjs FOLDER')
  process.exit(2)
}
const learnt = [...readCluener(join(folder, 'cluener-train.jsonl')), ...readBio(join(folder, 'peoples-daily-dev.bio'))]
const heldOut = readCluener(join(folder, 'cluener-dev.jsonl'))

const gazetteer = createGazetteer(JSON.parse(readFileSync(new URL('../seeds/organisations.json', import.meta.url), 'utf8')))
const search = new NameSearch([gazetteer.names, notNames])
const marksOf = (text) => markKnownNames(text, foldText(text), search)
const scratch = new Int32Array(Math.max(joined, singles))
const written = new Uint32Array(scratch.buffer)
function featuresOf(text) {
  const reader = readFeatures(text, marksOf(text))
  const units = Array.from({ length: text.length }, (_, at) => [...written.subarray(0, reader.writeJoined(at, scratch))])
  reader.symbols.forEach((symbol, place) => {
    writeSingles(symbol, scratch)
    for (let step = 0; step < singles; step++) units[place - 2 * reach + step]?.push(written[step])
  })
  return units
}

const counts = new Map()
const seenIn = learnt.map(({ text }) => featuresOf(text))
for (const units of seenIn)
  for (const seen of units) for (const feature of seen) counts.set(feature, (counts.get(feature) ?? 0) + 1)
const rows = new Map()
for (const [feature, count] of counts) if (count >= leastSeen) rows.set(feature, rows.size)

const examples = learnt.map(({ text, spans }, index) => ({
  rows: seenIn[index].map((seen) => [...seen].flatMap((feature) => rows.get(feature) ?? [])),
  gold: goldLabels(text.length, spans),
}))

const weights = new Float64Array(rows.size * labelCount)
const weightSums = new Float64Array(rows.size * labelCount)
const successions = new Float64Array(labelCount ** 2)
const successionSums = new Float64Array(labelCount ** 2)
let step = 1
let seed = 42
const random = () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return seed / 2 ** 32
}

for (let epoch = 1; epoch <= epochs; epoch++) {
  shuffle(examples)
  let mistaken = 0
  for (const example of examples) mistaken += learn(example) ? 1 : 0
  console.log(`epoch ${epoch}: ${mistaken} of ${examples.length} sentences corrected`)
}

const averaged = weights.map((weight, index) => weight - weightSums[index] / step)
const file = gzipSync(writeTaggerModel(prune(averaged)), { level: 9 })
const target = new URL('../seeds/tagger.model.gz', import.meta.url)
writeFileSync(target, file)
console.log(`seeds/tagger.model.gz: ${file.length} bytes, ${featuresKept} of ${counts.size} features`)
const tagger = createTagger(readFileSync(target))
const tag = (text) => tagger(text, marksOf(text))
console.log('held out', scoreSpans(heldOut, tag))
for (const [low, high] of [
  [0, 0.4],
  [0.4, 0.5],
  [0.5, 0.6],
  [0.6, 0.7],
  [0.7, 0.8],
  [0.8, 0.9],
  [0.9, 0.95],
  [0.95, 1.01],
]) {
  const { right, guessed } = scoreSpans(heldOut, (text) =>
    tag(text).filter((span) => span.confidence >= low && span.confidence < high),
  )
  console.log(`  confidence ${low} to ${Math.min(high, 1)}: ${right} of ${guessed} right`)
}

function goldLabels(length, spans) {
  const index = (part, kind) => labels.findIndex((label) => label.part === part && label.kind === kind)
  const gold = new Array(length).fill(0)
  for (const { start, end, kind } of spans) {
    if (end - start === 1) gold[start] = index('S', kind)
    else for (let at = start; at < end; at++) gold[at] = index(at === start ? 'B' : at === end - 1 ? 'E' : 'I', kind)
  }
  return gold
}

/** One step: the best path under the margin is made less likely wherever it differs from the gold one. True if it differed. */
function learn({ rows: allRows, gold }) {
  const length = gold.length
  if (length === 0) return false
  const kept = allRows.map((seen) => seen.filter(() => random() > dropout))
  const scores = new Float64Array(length * labelCount)
  for (let at = 0; at < length; at++) {
    for (const row of kept[at])
      for (let label = 0; label < labelCount; label++) scores[at * labelCount + label] += weights[row * labelCount + label]
    for (let label = 0; label < labelCount; label++) if (label !== gold[at]) scores[at * labelCount + label] += margin
  }
  const { path } = decode(scores, length, successions)
  let differs = false
  for (let at = 0; at < length; at++) {
    if (path[at] !== gold[at]) {
      differs = true
      for (const row of kept[at]) {
        move(weights, weightSums, row * labelCount + gold[at], 1)
        move(weights, weightSums, row * labelCount + path[at], -1)
      }
    }
    if (at > 0 && (path[at] !== gold[at] || path[at - 1] !== gold[at - 1])) {
      move(successions, successionSums, gold[at - 1] * labelCount + gold[at], 1)
      move(successions, successionSums, path[at - 1] * labelCount + path[at], -1)
    }
  }
  step++
  return differs
}

function move(table, sums, index, by) {
  table[index] += by
  sums[index] += by * step
}

function prune(table) {
  const size = (row) => Math.max(...table.subarray(row * labelCount, (row + 1) * labelCount).map(Math.abs))
  const kept = [...rows]
    .map(([feature, row]) => ({ feature, row, size: size(row) }))
    .sort((a, b) => b.size - a.size || a.feature - b.feature)
    .slice(0, featuresKept)
    .sort((a, b) => a.feature - b.feature)
  return {
    features: Uint32Array.from(kept, ({ feature }) => feature),
    weights: Float32Array.from(kept.flatMap(({ row }) => [...table.subarray(row * labelCount, (row + 1) * labelCount)])),
    successions: Float32Array.from(successions, (weight, index) => weight - successionSums[index] / step),
  }
}

function shuffle(list) {
  for (let index = list.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1))
    ;[list[index], list[other]] = [list[other], list[index]]
  }
}
