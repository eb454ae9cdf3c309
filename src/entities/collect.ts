import type { Candidate, Field } from './fields.ts'
import type { Body } from './gazetteer/known-name.ts'
import type { FoundMention, FoundOrganisation, FoundPerson, Recognition } from './recognition.ts'
import type { Knowledge } from './resolve.ts'
import { strengthOf } from './strength.ts'

/** Makes the result of the candidates: mentions in the order of the text, bodies and people in the order of their first mention. */
export function collect(candidates: readonly Candidate[], fields: readonly Field[], knowledge: Knowledge): Recognition {
  const ordered = [...candidates].sort((a, b) => a.at.offset + a.start - (b.at.offset + b.start) || b.end - a.end)
  const kept = ordered.filter(
    (candidate, i) =>
      !ordered.slice(Math.max(0, i - 3), i).some((other) => other.at === candidate.at && other.end > candidate.start),
  )
  const byBody = new Map<string, { body: Body; candidates: Candidate[] }>()
  const byPerson = new Map<string, Candidate[]>()
  for (const candidate of kept) {
    if (candidate.kind === 'PERSON') {
      const there = byPerson.get(candidate.person!)
      if (there === undefined) byPerson.set(candidate.person!, [candidate])
      else there.push(candidate)
    } else if (candidate.judgement === 'POSITIVE' && candidate.body !== null) {
      const there = byBody.get(candidate.body.key)
      if (there === undefined) byBody.set(candidate.body.key, { body: candidate.body, candidates: [candidate] })
      else there.candidates.push(candidate)
    }
  }
  const allMentions = [...byBody.values()].reduce((sum, { candidates: all }) => sum + all.length, 0)
  const prose = fields.filter((field) => field.field === 'PARAGRAPH')
  return {
    mentions: kept.map(toMention),
    organisations: [...byBody.values()].map(({ body, candidates: all }) =>
      toOrganisation(body, all, allMentions, prose, knowledge),
    ),
    people: [...byPerson].map(([key, all]) => toPerson(key, all)),
  }
}

function toMention(candidate: Candidate): FoundMention {
  return {
    kind: candidate.kind,
    field: candidate.at.field,
    paragraph: candidate.at.paragraph,
    start: candidate.start,
    end: candidate.end,
    surface: candidate.surface,
    gloss: candidate.gloss,
    rule: candidate.rule,
    confidence: candidate.confidence,
    judgement: candidate.judgement,
    referent:
      candidate.kind === 'PERSON' ? candidate.person : candidate.judgement === 'POSITIVE' ? (candidate.body?.key ?? null) : null,
    candidates: candidate.candidates,
  }
}

function toOrganisation(
  body: Body,
  all: readonly Candidate[],
  allMentions: number,
  prose: readonly Field[],
  knowledge: Knowledge,
): FoundOrganisation {
  const inTitle = all.some((candidate) => candidate.at.field === 'TITLE')
  const isHeadline = inTitle || all.some((candidate) => candidate.at.field === 'LEAD')
  const inBody = all.filter((candidate) => candidate.at.field === 'PARAGRAPH')
  const firstParagraph = isHeadline ? -1 : inBody[0]!.at.paragraph
  const firstPosition = inBody.length === 0 ? 0 : prose.indexOf(inBody[0]!.at)
  return {
    key: body.key,
    slug: body.key,
    name: body.nameZh ?? body.nameEn ?? body.key,
    nameZh: body.nameZh,
    nameEn: body.nameEn,
    kind: body.kind,
    country: body.country,
    wikidataId: body.wikidataId,
    aliases: aliasesOf(body, all, knowledge),
    forms: [...new Set(all.map((candidate) => candidate.surface))],
    gloss: all.find((candidate) => candidate.gloss !== null)?.gloss ?? null,
    mentionCount: all.length,
    firstParagraph,
    strength: strengthOf({ mentionCount: all.length, isHeadline, firstPosition, allMentions, proseCount: prose.length }, inTitle),
  }
}

/** Aliases of the gazetteer, then those that the archive's glosses and this document's teach. */
function aliasesOf(body: Body, all: readonly Candidate[], knowledge: Knowledge): FoundOrganisation['aliases'] {
  const aliases = [...body.aliases]
  const there = new Set([body.nameZh, body.nameEn, ...aliases.map((alias) => alias.text)])
  const add = (text: string, language: string | null): void => {
    if (there.has(text)) return
    there.add(text)
    aliases.push({ text, language, isWeak: false, source: 'GLOSS' })
  }
  for (const { text, language } of knowledge.glossAliases.get(body.key) ?? []) add(text, language)
  for (const candidate of all) if (candidate.gloss !== null) add(candidate.surface, null)
  return aliases
}

function toPerson(key: string, all: readonly Candidate[]): FoundPerson {
  const full =
    all.find((candidate) => candidate.gloss !== null) ?? all.toSorted((a, b) => b.surface.length - a.surface.length)[0]!
  return {
    key,
    name: full.surface,
    nameZh: /\p{Script=Han}/u.test(full.surface) ? full.surface : null,
    nameEn: full.gloss,
    forms: [...new Set(all.map((candidate) => candidate.surface))],
    gloss: full.gloss,
  }
}
