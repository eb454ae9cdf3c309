/**
 * Fits the weights of src/entities/glosses/left-edge-weights.ts, and says how often the left edge is right on names and contexts it was not fitted on.
 *
 *   npm run build && node bench/fit-left-edge.mjs SENTENCES.jsonl NAMES.jsonl > weights.json
 *
 * SENTENCES.jsonl  Chinese news sentences in CLUENER's form; each organisation in them makes room for a glossed name
 * NAMES.jsonl      { source, zh: [names], other: [English names and abbreviations] } a line
 *
 * Nothing is known of the names here: no gazetteer, no second mention. Every third context gets what translators put in front of a name,
 * a word for what the body is (法国核燃料集团|阿海珐), which domestic sentences hold little of.
 */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readCluener } from './labelled-sentences.mjs'

const [sentencesFile, namesFile] = process.argv.slice(2)
if (namesFile === undefined) {
  console.error('usage: fit-left-edge.mjs SENTENCES.jsonl NAMES.jsonl')
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

// The same draw every time.
let seed = 7
const random = () => {
  seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
  return seed / 2 ** 32
}
const pick = (list) => list[Math.floor(random() * list.length)]
const halves = (list) => {
  const shuffled = list.map((item) => [random(), item]).sort(([a], [b]) => a - b)
  return [0, 1].map((half) => shuffled.filter((_, at) => at % 2 === half).map(([, item]) => item))
}

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
const pools = [ofBusiness, ofBusiness, ofOthers, registered].map(halves)
const contexts = halves(
  readCluener(sentencesFile).flatMap(({ text, spans }) =>
    spans.filter(({ kind }) => kind === 'ORGANISATION').map(({ start, end }) => [text.slice(0, start), text.slice(end)]),
  ),
)
const nouns = classNouns.filter((word) => word.length > 1)
const places = [...placeWords]
const phraseInFront = () =>
  `${random() < 0.35 ? pick(places) : ''}${random() < 0.35 ? pick(['汽车', '能源', '时装', '零售', '科技', '电信', '石油', '食品', '媒体', '航空', '金融']) : ''}${pick(nouns)}`

function draw(half, count) {
  const drawn = []
  while (drawn.length < count) {
    const [before, behind] = pick(contexts[half])
    const [chinese, english] = pick(pick(pools)[half])
    const front = (before + (random() < 0.3 ? phraseInFront() : '')).slice(-40)
    const text = `${front}${chinese}(${english})${behind.slice(0, 20)}`
    const site = findGlosses(text).find(({ nameEnd }) => nameEnd === front.length + chinese.length)
    if (site === undefined || site.enclosedBy !== null || site.limit > front.length) continue
    const edges = candidateEdges(site, readEnglish(site.names[0]), { folded: foldText(text), known: () => null, count: () => 1 })
    const right = edges.findIndex(({ start }) => start === front.length)
    if (right >= 0) drawn.push({ edges, right })
  }
  return drawn
}

const weights = { ...edgeWeights }
// Titles stand in front of people, of whom there is none here.
const setByHand = new Set(['knownWithGloss', 'known', 'knownShort', 'recurs', 'behindTitle', 'titlesInside'])
const scores = ({ edges }) =>
  edges.map(({ features }) => features.reduce((sum, [feature, value]) => sum + (weights[feature] ?? 0) * value, 0))
const share = (list) => list.filter((one) => scores(one).indexOf(Math.max(...scores(one))) === one.right).length / list.length

const [fitted, fresh] = [draw(0, 14000), draw(1, 3000)]
console.error(`before: ${share(fitted).toFixed(3)} fitted, ${share(fresh).toFixed(3)} fresh`)
for (let round = 0; round < 30; round++) {
  const rate = 0.15 / (1 + round / 2)
  for (const one of fitted) {
    const all = scores(one)
    const exponentials = all.map((score) => Math.exp(score - Math.max(...all)))
    const total = exponentials.reduce((sum, value) => sum + value)
    one.edges.forEach(({ features }, at) => {
      const step = rate * (Number(at === one.right) - exponentials[at] / total)
      for (const [feature, value] of features)
        if (!setByHand.has(feature)) weights[feature] = (weights[feature] ?? 0) + step * value
    })
  }
}
console.error(`after: ${share(fitted).toFixed(3)} fitted, ${share(fresh).toFixed(3)} fresh`)
console.log(
  JSON.stringify(
    Object.fromEntries(Object.entries(weights).map(([feature, weight]) => [feature, Math.round(weight * 100) / 100])),
    null,
    2,
  ),
)
