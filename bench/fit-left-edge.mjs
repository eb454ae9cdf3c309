/**
 * Says how often the left edge of a gloss is right on names and sentences that its weights were not fitted on, in several draws; with --fit
 * it fits them first: src/entities/glosses/left-edge-weights.ts (printed) and left-edge-letter-weights.ts (written).
 *
 *   npm run build && node bench/fit-left-edge.mjs SENTENCES.jsonl NAMES.jsonl [--fit]
 *
 * SENTENCES.jsonl  Chinese news sentences in CLUENER's form; each organisation in them makes room for a glossed name
 * NAMES.jsonl      { source, zh: [names], other: [English names and abbreviations] } a line
 *
 * Nothing is known of the names here: no gazetteer, no second mention. One in five of the names and of the sentences is kept for
 * measuring, always the same ones, however the lists grow. Every third context gets what translators put in front of a name,
 * a word for what the body is (法国核燃料集团|阿海珐), which domestic sentences hold little of.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readCluener } from './labelled-sentences.mjs'

const [sentencesFile, namesFile, isFitting] = process.argv.slice(2)
if (namesFile === undefined) {
  console.error('usage: fit-left-edge.mjs SENTENCES.jsonl NAMES.jsonl [--fit]')
  process.exit(2)
}
const build = resolve(process.env.BUILD ?? 'dist')
const load = (file) => import(pathToFileURL(join(build, file)).href)
const { candidateEdges } = await load('entities/glosses/left-edge.js')
const { edgeWeights } = await load('entities/glosses/left-edge-weights.js')
const { readEnglish } = await load('entities/glosses/agreement.js')
const { findGlosses } = await load('entities/glosses/gloss.js')
const { classNouns } = await load('entities/words/boundaries.js')
const { placeWords } = await load('entities/words/translations.js')
const { foldText } = await load('text/fold-name.js')

let seed = 7
const random = () => {
  seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
  return seed / 2 ** 32
}
const pick = (list) => list[Math.floor(random() * list.length)]
/** What is fitted on, and what is kept for measuring. */
const parts = (list, keyOf) => {
  const isKept = (item) => createHash('md5').update(keyOf(item)).digest()[0] % 5 === 0
  return { learnt: list.filter((item) => !isKept(item)), kept: list.filter(isKept) }
}

const lettersKept = 3000

const isHan = (name) => /^\p{Script=Han}{2,16}$/u.test(name)
const lines = (file) =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
const registered = lines(namesFile)
  .filter(({ source }) => source !== 'CC-CEDICT')
  .flatMap(({ zh, other }) => {
    const chinese = zh.find(isHan)
    const full = other.find((name) => /^[A-Z][A-Za-z&.' -]{3,}$/.test(name))
    const short = other.find((name) => /^[A-Z]{2,6}$/.test(name))
    return chinese === undefined ? [] : [full, random() < 0.5 ? short : undefined].filter(Boolean).map((name) => [chinese, name])
  })
const curated = JSON.parse(readFileSync(new URL('../seeds/organisations.json', import.meta.url), 'utf8')).filter(
  ({ nameZh, nameEn }) => nameZh !== null && nameEn !== null && isHan(nameZh),
)
const ofBusiness = curated
  .filter(({ kind }) => ['COMPANY', 'BANK', 'MEDIA', 'FUND', 'LAW_FIRM'].includes(kind))
  .map(({ nameZh, nameEn }) => [nameZh, nameEn])
const ofOthers = curated
  .filter(({ kind }) => !['COMPANY', 'BANK', 'MEDIA', 'FUND', 'LAW_FIRM'].includes(kind))
  .map(({ nameZh, nameEn }) => [nameZh, nameEn])
// Companies twice: they are what translations gloss most.
const pools = [ofBusiness, ofBusiness, ofOthers, registered].map((pool) => parts(pool, ([chinese]) => chinese))
const contexts = parts(
  readCluener(sentencesFile).flatMap(({ text, spans }) =>
    spans.filter(({ kind }) => kind === 'ORGANISATION').map(({ start, end }) => [text.slice(0, start), text.slice(end)]),
  ),
  (sentence) => sentence.join(''),
)
const nouns = classNouns.filter((word) => word.length > 1)
const places = [...placeWords]
const phraseInFront = () =>
  `${random() < 0.35 ? pick(places) : ''}${random() < 0.35 ? pick(['汽车', '能源', '时装', '零售', '科技', '电信', '石油', '食品', '媒体', '航空', '金融']) : ''}${pick(nouns)}`

function draw(part, count) {
  const drawn = []
  while (drawn.length < count) {
    const [before, behind] = pick(contexts[part])
    const [chinese, english] = pick(pick(pools)[part])
    const front = (before + (random() < 0.3 ? phraseInFront() : '')).slice(-40)
    const text = `${front}${chinese}(${english})${behind.slice(0, 20)}`
    const site = findGlosses(text).find(({ nameEnd }) => nameEnd === front.length + chinese.length)
    if (site === undefined || site.enclosedBy !== null || site.limit > front.length) continue
    const folded = foldText(text)
    const edges = candidateEdges(site, readEnglish(site.names[0]), { folded, known: () => null, count: () => 1 })
    const right = edges.findIndex(({ start }) => start === front.length)
    if (right >= 0) drawn.push({ edges, right, folded, site })
  }
  return drawn
}

const weights = { ...edgeWeights }
const scores = ({ edges }) =>
  edges.map(({ features }) => features.reduce((sum, [feature, value]) => sum + (weights[feature] ?? 0) * value, 0))
const isRight = (one) => scores(one).indexOf(Math.max(...scores(one))) === one.right

function measure() {
  const shares = [1, 2, 3, 4, 5].map((draws) => {
    seed = draws
    const drawn = draw('kept', 3000)
    return drawn.filter(isRight).length / drawn.length
  })
  const mean = shares.reduce((sum, share) => sum + share) / shares.length
  return `five draws of 3,000: ${shares.map((share) => share.toFixed(3)).join(', ')}; mean ${mean.toFixed(3)}`
}

if (isFitting !== '--fit') console.log(measure())
else {
  const letters = fit(draw('learnt', 60_000))
  for (const [feature, weight] of Object.entries(weights)) console.log(`  ${feature}: ${Math.round(weight * 100) / 100},`)
  const groups = (side) => `{\n${groupsOf(letters, side)}\n}`
  writeFileSync(
    new URL('../src/entities/glosses/left-edge-letter-weights.ts', import.meta.url),
    `// Written by bench/fit-left-edge.mjs.\n\n/** By weight: what ends in front of names, where positive. */\nexport const lettersInFront = ${groups('inFront')}\n\n/** By weight: what names begin with, where positive. */\nexport const firstLetters = ${groups('first')}\n`,
  )
}

/** Fits the weights, and returns those of letters: the averages over all steps, so that what was seen once weighs little. */
function fit(drawn) {
  // Titles stand in front of people, of whom there is none here.
  const setByHand = new Set(['knownWithGloss', 'known', 'knownShort', 'recurs', 'behindTitle', 'titlesInside', 'letters'])
  const letters = new Map()
  for (const one of drawn)
    one.letters = one.edges.map(({ start, features }) => {
      const seen = []
      features.splice(0, features.length, ...features.filter(([feature]) => feature !== 'letters'))
      for (const key of lettersAround(one.folded, start, one.site)) {
        if (!letters.has(key)) letters.set(key, { weight: 0, sum: 0, seen: 0 })
        letters.get(key).seen++
        seen.push(letters.get(key))
      }
      return seen
    })
  let steps = 1
  for (let round = 0; round < 6; round++) {
    const rate = 0.1 / (1 + round / 2)
    for (const one of drawn) {
      const all = scores(one).map((score, at) => one.letters[at].reduce((sum, { weight }) => sum + weight, score))
      const exponentials = all.map((score) => Math.exp(score - Math.max(...all)))
      const total = exponentials.reduce((sum, value) => sum + value)
      one.edges.forEach(({ features }, at) => {
        const step = rate * (Number(at === one.right) - exponentials[at] / total)
        // There are few of these, and each is seen everywhere.
        for (const [feature, value] of features)
          if (!setByHand.has(feature)) weights[feature] = (weights[feature] ?? 0) + 0.2 * step * value
        for (const letter of one.letters[at]) {
          letter.weight += step
          letter.sum += step * steps
        }
      })
      steps++
    }
  }
  return [...letters]
    .map(([key, { weight, sum, seen }]) => ({
      key,
      weight: Math.round((weight - sum / steps) * 4) / 4,
      worth: Math.abs(weight - sum / steps) * Math.sqrt(seen),
    }))
    .sort((a, b) => b.worth - a.worth)
    .slice(0, lettersKept)
}

/** What src/entities/glosses/left-edge-letters.ts weighs. */
function* lettersAround(folded, start, { limit, nameEnd }) {
  if (start > limit) yield `inFront ${folded[start - 1]}`
  if (start - 1 > limit) yield `inFront ${folded.slice(start - 2, start)}`
  yield `first ${folded[start]}`
  if (start + 1 < nameEnd) yield `first ${folded.slice(start, start + 2)}`
}

function groupsOf(letters, side) {
  const groups = new Map()
  for (const { key, weight } of letters) {
    const [on, text] = key.split(' ')
    if (on === side && weight !== 0) groups.set(weight, [...(groups.get(weight) ?? []), text])
  }
  return [...groups]
    .sort(([a], [b]) => b - a)
    .map(([weight, texts]) => `  '${weight}': '${texts.sort().join(' ')}',`)
    .join('\n')
}
