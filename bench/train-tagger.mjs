/**
 * Trains seeds/tagger.model.gz: a conditional random field over characters, by stochastic gradients with feature dropout, averaged.
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
import { joined, reach, readFeatures, singles, writeSingles } from '../dist/entities/tagger/features.js'
import { markKnownNames } from '../dist/entities/tagger/known-name-marks.js'
import { labels, mayEnd, mayStart, predecessors } from '../dist/entities/tagger/labels.js'
import { writeTaggerModel } from '../dist/entities/tagger/model.js'
import { createTagger } from '../dist/entities/tagger/tagger.js'
import { notNames } from '../dist/entities/words/places.js'
import { foldText } from '../dist/text/fold-name.js'
import { readBio, readCluener, scoreSpans } from './labelled-sentences.mjs'

const epochs = 13
const dropout = 0.2
const rateIn = (epoch) => 0.04 / (1 + 0.07 * (epoch - 1))
const leastSeen = 2
const featuresKept = 110_000
const labelCount = labels.length
/** Pairs of labels that may follow one another. */
const steps = predecessors.flatMap((before, to) => before.map((from) => [from, to]))

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
const charactersLearnt = learnt.reduce((sum, { text }) => sum + text.length, 0)
for (const units of seenIn)
  for (const seen of units) for (const feature of seen) counts.set(feature, (counts.get(feature) ?? 0) + 1)
const rows = new Map()
for (const [feature, count] of counts) if (count >= leastSeen) rows.set(feature, rows.size)

const examples = learnt.map(({ text, spans }, index) => {
  const known = seenIn[index].map((seen) => seen.flatMap((feature) => rows.get(feature) ?? []))
  const firsts = [0]
  for (const seen of known) firsts.push(firsts.at(-1) + seen.length)
  return { rows: Int32Array.from(known.flat()), firsts, gold: goldLabels(text.length, spans) }
})

/** Weights as they are, and the sum of all changes times the step they came at: less its mean they are the average over all steps. */
const table = (size) => ({ now: new Float64Array(size), sums: new Float64Array(size) })
const weights = table(rows.size * labelCount)
const successions = table(labelCount ** 2)
let step = 1
let seed = 42
const random = () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return seed / 2 ** 32
}

for (let epoch = 1; epoch <= epochs; epoch++) {
  shuffle(examples)
  let likelihood = 0
  for (const example of examples) likelihood += learn(example, rateIn(epoch))
  console.log(
    `epoch ${epoch}: the right label of a character has a probability of ${Math.exp(likelihood / charactersLearnt).toFixed(4)}`,
  )
}

const average = ({ now, sums }) => now.map((weight, index) => weight - sums[index] / step)
const file = gzipSync(writeTaggerModel(prune(average(weights))), { level: 9 })
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

/** One step towards the gold labels; returns the logarithm of the probability that the characters' right labels had, one by one. */
function learn({ rows, firsts, gold }, rate) {
  const length = gold.length
  const kept = Array.from({ length }, (_, at) => rows.subarray(firsts[at], firsts[at + 1]).filter(() => random() > dropout))
  const scores = new Float64Array(length * labelCount)
  for (let at = 0; at < length; at++)
    for (const row of kept[at])
      for (let label = 0; label < labelCount; label++) scores[at * labelCount + label] += weights.now[row * labelCount + label]
  const { ofLabels, ofSteps } = probabilities(scores, length)
  let likelihood = 0
  for (let at = 0; at < length; at++) {
    likelihood += Math.log(Math.max(1e-9, ofLabels[at * labelCount + gold[at]]))
    for (let label = 0; label < labelCount; label++) {
      const error = Number(label === gold[at]) - ofLabels[at * labelCount + label]
      if (Math.abs(error) > 1e-4) for (const row of kept[at]) move(weights, row * labelCount + label, rate * error)
    }
    if (at > 0)
      for (const [index, [from, to]] of steps.entries()) {
        const error = Number(from === gold[at - 1] && to === gold[at]) - ofSteps[at * steps.length + index]
        move(successions, from * labelCount + to, rate * error)
      }
  }
  step++
  return likelihood
}

/** How probable each label of each character is, and each pair of neighbouring labels (forward and backward, each row made to sum to 1). */
function probabilities(scores, length) {
  const factors = steps.map(([from, to]) => Math.exp(successions.now[from * labelCount + to]))
  const rowOf = (values, at) => values.subarray(at * labelCount, (at + 1) * labelCount)
  const emissions = new Float64Array(scores.length)
  for (let at = 0; at < length; at++) {
    const most = Math.max(...rowOf(scores, at))
    rowOf(emissions, at).set(rowOf(scores, at).map((score) => Math.exp(score - most)))
  }
  const forward = new Float64Array(scores.length)
  rowOf(forward, 0).set(rowOf(emissions, 0).map((factor, label) => (mayStart[label] ? factor : 0)))
  for (let at = 1; at < length; at++) {
    const here = rowOf(forward, at)
    for (const [index, [from, to]] of steps.entries()) here[to] += forward[(at - 1) * labelCount + from] * factors[index]
    for (let label = 0; label < labelCount; label++) here[label] *= emissions[at * labelCount + label]
    scaleToOne(here)
  }
  const backward = new Float64Array(scores.length)
  rowOf(backward, length - 1).set(mayEnd.map(Number))
  const ofSteps = new Float64Array(length * steps.length)
  for (let at = length - 1; at > 0; at--) {
    const before = rowOf(backward, at - 1)
    const ofStep = ofSteps.subarray(at * steps.length, (at + 1) * steps.length)
    for (const [index, [from, to]] of steps.entries()) {
      const rest = factors[index] * emissions[at * labelCount + to] * backward[at * labelCount + to]
      before[from] += rest
      ofStep[index] = forward[(at - 1) * labelCount + from] * rest
    }
    scaleToOne(before)
    scaleToOne(ofStep)
  }
  const ofLabels = forward.map((value, index) => value * backward[index])
  for (let at = 0; at < length; at++) scaleToOne(rowOf(ofLabels, at))
  return { ofLabels, ofSteps }
}

function scaleToOne(values) {
  let sum = 0
  for (const value of values) sum += value
  if (sum > 0) for (let index = 0; index < values.length; index++) values[index] /= sum
}

function move({ now, sums }, index, by) {
  now[index] += by
  sums[index] += by * step
}

function prune(averaged) {
  const size = (row) => Math.max(...averaged.subarray(row * labelCount, (row + 1) * labelCount).map(Math.abs))
  const kept = [...rows]
    .map(([feature, row]) => ({ feature, row, size: size(row) }))
    .sort((a, b) => b.size - a.size || a.feature - b.feature)
    .slice(0, featuresKept)
    .sort((a, b) => a.feature - b.feature)
  return {
    features: Uint32Array.from(kept, ({ feature }) => feature),
    weights: Float32Array.from(kept.flatMap(({ row }) => [...averaged.subarray(row * labelCount, (row + 1) * labelCount)])),
    successions: Float32Array.from(average(successions)),
  }
}

function shuffle(list) {
  for (let index = list.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1))
    ;[list[index], list[other]] = [list[other], list[index]]
  }
}
