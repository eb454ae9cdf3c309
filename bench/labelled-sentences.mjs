/** Sentences with labelled spans, from the two formats that Chinese corpora come in. */
import { readFileSync } from 'node:fs'

const kindOfCluener = {
  company: 'ORGANISATION',
  organization: 'ORGANISATION',
  government: 'ORGANISATION',
  name: 'PERSON',
  address: 'PLACE',
  scene: 'PLACE',
}
const kindOfBio = { ORG: 'ORGANISATION', PER: 'PERSON', LOC: 'PLACE' }

/** CLUENER: one JSON object a line, `label` from type to name to inclusive spans. Returns `{ text, spans: [{ kind, start, end }] }`. */
export function readCluener(file) {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const { text, label } = JSON.parse(line)
      const spans = Object.entries(label).flatMap(([type, names]) =>
        kindOfCluener[type]
          ? Object.values(names).flatMap((places) =>
              places.map(([start, last]) => ({ kind: kindOfCluener[type], start, end: last + 1 })),
            )
          : [],
      )
      return { text, spans }
    })
}

/** CoNLL: a character and its BIO tag a line, a blank line between sentences. */
export function readBio(file) {
  return readFileSync(file, 'utf8')
    .trim()
    .split(/\n\s*\n/)
    .map((sentence) => {
      const rows = sentence.split('\n').map((line) => line.trim().split(/\s+/))
      const spans = []
      rows.forEach(([, tag = 'O'], at) => {
        const kind = kindOfBio[tag.slice(2)]
        const open = spans.at(-1)
        if (kind && (tag.startsWith('B') || open?.end !== at || open.kind !== kind)) spans.push({ kind, start: at, end: at + 1 })
        else if (kind) open.end = at + 1
      })
      return { text: rows.map(([character]) => character).join(''), spans }
    })
    .filter(({ text, spans }) => spans.every(({ end }) => end <= text.length))
}

/** Exact spans of organisations: precision, recall and F1. */
export function scoreSpans(sentences, tag) {
  const organisations = (spans) => spans.filter(({ kind }) => kind === 'ORGANISATION').map(({ start, end }) => `${start}-${end}`)
  let right = 0
  let guessed = 0
  let gold = 0
  for (const { text, spans } of sentences) {
    const known = new Set(organisations(spans))
    const found = organisations(tag(text))
    gold += known.size
    guessed += found.length
    right += found.filter((span) => known.has(span)).length
  }
  const precision = right / (guessed || 1)
  const recall = right / (gold || 1)
  return { right, guessed, gold, precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) }
}
