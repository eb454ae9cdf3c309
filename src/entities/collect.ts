import type { Field, Mention } from './fields.ts'
import type { Body } from './gazetteer/known-name.ts'
import type { FoundMention, FoundOrganisation, FoundPerson, Recognition } from './recognition.ts'
import type { Knowledge } from './resolve.ts'
import { strengthOf } from './strength.ts'

/** Makes the result: mentions in the order of the text, bodies and people in the order of their first mention. */
export function collect(mentions: readonly Mention[], fields: readonly Field[], knowledge: Knowledge): Recognition {
  const ordered = [...mentions].sort((a, b) => a.at.offset + a.start - (b.at.offset + b.start) || b.end - a.end)
  const kept = ordered.filter(({ at, start }, i) => {
    for (let before = Math.max(0, i - 3); before < i; before++)
      if (ordered[before]!.at === at && ordered[before]!.end > start) return false
    return true
  })
  const byBody = new Map<string, { body: Body; mentions: Mention[] }>()
  const byPerson = new Map<string, Mention[]>()
  for (const mention of kept) {
    if (mention.kind === 'PERSON') {
      const there = byPerson.get(mention.person!)
      if (there === undefined) byPerson.set(mention.person!, [mention])
      else there.push(mention)
    } else if (mention.judgement === 'POSITIVE' && mention.body !== null) {
      const there = byBody.get(mention.body.key)
      if (there === undefined) byBody.set(mention.body.key, { body: mention.body, mentions: [mention] })
      else there.mentions.push(mention)
    }
  }
  const allMentions = [...byBody.values()].reduce((sum, { mentions: all }) => sum + all.length, 0)
  const prose = fields.filter((field) => field.field === 'PARAGRAPH')
  return {
    mentions: kept.map(toMention),
    organisations: [...byBody.values()].map(({ body, mentions: all }) =>
      toOrganisation(body, all, allMentions, prose, knowledge),
    ),
    people: [...byPerson].map(([key, all]) => toPerson(key, all)),
  }
}

function toMention(mention: Mention): FoundMention {
  return {
    kind: mention.kind,
    field: mention.at.field,
    paragraph: mention.at.paragraph,
    start: mention.start,
    end: mention.end,
    surface: mention.surface,
    gloss: mention.gloss,
    rule: mention.rule,
    confidence: mention.confidence,
    judgement: mention.judgement,
    referent: mention.kind === 'PERSON' ? mention.person : mention.judgement === 'POSITIVE' ? (mention.body?.key ?? null) : null,
    candidates: mention.candidates,
  }
}

function toOrganisation(
  body: Body,
  all: readonly Mention[],
  allMentions: number,
  prose: readonly Field[],
  knowledge: Knowledge,
): FoundOrganisation {
  const inTitle = all.some((mention) => mention.at.field === 'TITLE')
  const isHeadline = inTitle || all.some((mention) => mention.at.field === 'LEAD')
  const inBody = all.filter((mention) => mention.at.field === 'PARAGRAPH')
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
    forms: [...new Set(all.map((mention) => mention.surface))],
    gloss: all.find((mention) => mention.gloss !== null)?.gloss ?? null,
    mentionCount: all.length,
    firstParagraph,
    strength: strengthOf({ mentionCount: all.length, isHeadline, firstPosition, allMentions, proseCount: prose.length }, inTitle),
  }
}

/** Aliases of the gazetteer, then those that the archive's glosses and this document's teach. */
function aliasesOf(body: Body, all: readonly Mention[], knowledge: Knowledge): FoundOrganisation['aliases'] {
  const aliases = [...body.aliases]
  // Made when first asked: of most bodies an article teaches no name.
  let there: Set<string | null> | null = null
  const add = (text: string, language: string | null): void => {
    there ??= new Set([body.nameZh, body.nameEn, ...body.aliases.map((alias) => alias.text)])
    if (there.has(text)) return
    there.add(text)
    aliases.push({ text, language, isWeak: false, source: 'GLOSS' })
  }
  for (const { text, language } of knowledge.glossAliases.get(body.key) ?? []) add(text, language)
  for (const mention of all) if (mention.gloss !== null) add(mention.surface, null)
  return aliases
}

function toPerson(key: string, all: readonly Mention[]): FoundPerson {
  const full = all.find((mention) => mention.gloss !== null) ?? all.toSorted((a, b) => b.surface.length - a.surface.length)[0]!
  return {
    key,
    name: full.surface,
    nameZh: /\p{Script=Han}/u.test(full.surface) ? full.surface : null,
    nameEn: full.gloss,
    forms: [...new Set(all.map((mention) => mention.surface))],
    gloss: full.gloss,
  }
}
