import type { Gazetteer } from '../entities/gazetteer/gazetteer.ts'
import type { FoundOrganisation, Recognition } from '../entities/recognition.ts'
import type { ArticleOrganisationInput, MentionInput } from '../modules/organisation/mention.store.ts'
import type { AliasInput, OrganisationInput } from '../modules/organisation/organisation.store.ts'
import type { PersonInput } from '../modules/person/person.store.ts'
import { foldName } from '../text/fold-name.ts'
import { detectLanguage } from '../text/language.ts'
import { stableId } from '../text/stable-id.ts'
import type { WaitingText } from './kept-texts.ts'

export interface RecognitionRows {
  articles: { id: string; organisationCount: number }[]
  organisations: OrganisationInput[]
  aliases: AliasInput[]
  people: PersonInput[]
  mentions: MentionInput[]
  articleOrganisations: ArticleOrganisationInput[]
}

/** The only place that says how what was recognised becomes what is stored. */
export function toRecognitionRows(
  read: readonly { article: Pick<WaitingText, 'id' | 'publishedAt'>; recognition: string }[],
  gazetteer: Gazetteer,
): RecognitionRows {
  const organisations = new Map<string, OrganisationInput>()
  const aliases: AliasInput[] = []
  const rows: Omit<RecognitionRows, 'organisations' | 'aliases'> = {
    articles: [],
    people: [],
    mentions: [],
    articleOrganisations: [],
  }
  for (const { article, recognition: json } of read) {
    const recognition = JSON.parse(json) as Recognition
    const articleId = article.id
    const ids = new Map<string, string>()
    for (const found of recognition.organisations) {
      const id = stableId('Organisation', found.key)
      ids.set(found.key, id)
      if (!organisations.has(id)) {
        const { slug, name, nameZh, nameEn, kind, country, wikidataId } = found
        organisations.set(id, { id, slug, name, nameZh, nameEn, kind, country, wikidataId })
        aliases.push(...toAliases(id, found, gazetteer.bodies.has(found.key)))
      }
      const { mentionCount, firstParagraph, strength, forms, gloss } = found
      rows.articleOrganisations.push({
        articleId,
        organisationId: id,
        mentionCount,
        firstParagraph,
        strength,
        forms,
        gloss,
        publishedAt: article.publishedAt,
      })
    }
    const people = new Map<string, string>()
    for (const { key, name, nameZh, nameEn } of recognition.people) {
      const id = stableId('Person', key)
      people.set(key, id)
      rows.people.push({ id, name, nameZh, nameEn })
    }
    const places = new Set<string>()
    for (const mention of recognition.mentions) {
      const { field, paragraph, start, end, kind, surface, gloss, rule, confidence, judgement, referent, candidates } = mention
      const place = `${field} ${paragraph} ${start}`
      if (places.has(place)) continue
      places.add(place)
      const organisationId = kind === 'ORGANISATION' && referent !== null ? (ids.get(referent) ?? null) : null
      const personId = kind === 'PERSON' && referent !== null ? (people.get(referent) ?? null) : null
      rows.mentions.push({
        articleId,
        field,
        paragraph,
        start,
        end,
        kind,
        surface,
        gloss,
        rule,
        confidence,
        judgement,
        organisationId,
        personId,
        candidates,
      })
    }
    rows.articles.push({ id: articleId, organisationCount: ids.size })
  }
  return { ...rows, organisations: [...organisations.values()], aliases }
}

/** Its names are aliases too: whatever a body is called, one look-up finds it. */
function toAliases(organisationId: string, found: FoundOrganisation, isInGazetteer: boolean): AliasInput[] {
  const source = isInGazetteer ? 'GAZETTEER' : 'GLOSS'
  const own = [
    { text: found.nameZh, language: 'zh' },
    { text: found.nameEn, language: 'en' },
    { text: found.name, language: null },
  ]
  const byText = new Map<string, AliasInput>()
  const add = (text: string, language: string | null, isWeak: boolean, from: string): void => {
    if (text === '' || byText.has(text)) return
    byText.set(text, { organisationId, text, folded: foldName(text), language, script: scriptOf(text), isWeak, source: from })
  }
  for (const { text, language, isWeak, source: from } of found.aliases) add(text, language, isWeak, from)
  for (const { text, language } of own) if (text !== null) add(text, language, false, source)
  return [...byText.values()]
}

/** ISO 15924; `Hani` for Chinese that fits both scripts, null for what is neither Chinese nor Latin. */
function scriptOf(text: string): string | null {
  if (/\p{Script=Han}/u.test(text)) return detectLanguage(text).match(/^zh-(Han[st])$/)?.[1] ?? 'Hani'
  return /\p{Script=Latin}/u.test(text) ? 'Latn' : null
}
