import type { FoundOrganisation, Recognition } from '../../src/entities/recognition.ts'

/** Organisations that readers found in a document. An optional one counts neither way. */
export interface LabelledOrganisation {
  forms: string[]
  en: string | null
  gloss: string | null
  /** One kind, or several that are right, joined by `|`. */
  kind: string
  optional: boolean
}

export interface Score {
  precision: number
  recall: number
  f1: number
  englishNames: number
  kinds: number
  /** Glossed bodies in Chinese characters, and how many of their glosses begin where readers say. */
  edges: { right: number; of: number }
}

const place =
  /^(中国大陆|中华人民共和国|中国|美国|英国|法国|德国|日本|香港|台湾|欧盟|欧洲|俄罗斯|意大利|印度|荷兰|瑞士|澳大利亚|加拿大|韩国|全球)的?/
const form = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[《》〈〉“”"'‘’「」]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
const meets = (a: string, b: string): boolean => {
  const [one, other] = [form(a), form(b)]
  if (one === other) return true
  const [bare, otherBare] = [one.replace(place, ''), other.replace(place, '')]
  return bare.length > 1 && bare === otherBare
}
const flat = (name: string | null): string =>
  form(name ?? '')
    .replace(/^the /, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Scores what was recognised in labelled documents; both by file. */
export function scoreLabels(labels: Map<string, LabelledOrganisation[]>, recognised: Map<string, Recognition>): Score {
  const count = { found: 0, gold: 0, right: 0, guessed: 0, english: 0, englishOf: 0, kind: 0, edges: 0, edgesOf: 0 }
  for (const [file, organisations] of labels) {
    const recognition = recognised.get(file)
    if (recognition === undefined) continue
    const guesses = recognition.organisations
    const hits = (gold: LabelledOrganisation, guess: FoundOrganisation): boolean =>
      gold.forms.some((one) => [...guess.forms, guess.nameZh].some((other) => other !== null && meets(one, other)))
    for (const gold of organisations) {
      if (gold.optional) continue
      const matches = guesses.filter((guess) => hits(gold, guess))
      count.gold++
      if (gold.gloss !== null && gold.forms.some((one) => /\p{Script=Han}/u.test(one))) {
        count.edgesOf++
        const glossed = recognition.mentions.filter(
          (mention) => mention.gloss !== null && flat(mention.gloss).startsWith(flat(gold.gloss)),
        )
        if (glossed.some((mention) => gold.forms.some((one) => form(one) === form(mention.surface)))) count.edges++
      }
      if (matches.length === 0) continue
      count.found++
      if (gold.gloss !== null && /[a-z]{4}/i.test(gold.gloss) && gold.gloss !== gold.gloss.toUpperCase()) {
        count.englishOf++
        if (matches.some((match) => [flat(gold.en), flat(gold.gloss)].includes(flat(match.nameEn)))) count.english++
      }
      if (matches.some((match) => gold.kind.split('|').includes(match.kind))) count.kind++
    }
    for (const guess of guesses) {
      const known = organisations.filter((gold) => hits(gold, guess))
      if (known.length > 0 && known.every((gold) => gold.optional)) continue
      count.guessed++
      if (known.length > 0) count.right++
    }
  }
  const precision = count.right / Math.max(1, count.guessed)
  const recall = count.found / Math.max(1, count.gold)
  return {
    precision,
    recall,
    f1: (2 * precision * recall) / Math.max(1e-9, precision + recall),
    englishNames: count.english / Math.max(1, count.englishOf),
    kinds: count.kind / Math.max(1, count.found),
    edges: { right: count.edges, of: count.edgesOf },
  }
}
