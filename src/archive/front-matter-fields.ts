import { decodeEntities } from '../text/entities.ts'
import { squashOrNull } from '../text/whitespace.ts'
import { splitNames } from './fields/names.ts'
import { readDeclaredDate } from './fields/read-date.ts'
import type { CreditRole, DocumentProblem, ParsedCredit } from './parsed-article.ts'
import { note } from './problems.ts'
import type { Envelope } from './read-envelope.ts'
import type { FrontMatter, ReadFrontMatter } from './read-front-matter.ts'

/** What a front matter says of the article. */
export interface FrontMatterFields {
  title: string | null
  url: string | null
  publishedAt: Date | null
  language: string | null
  lead: string | null
  credits: ParsedCredit[]
  byline: string[]
  original: { url: string; title: string | null } | null
  problems: DocumentProblem[]
}

const creditKeys: [CreditRole, string[]][] = [
  ['AUTHOR', ['author', 'authors', 'writer']],
  ['TRANSLATOR', ['translator', 'translators', 'translated_by', 'translated-by']],
  ['PROOFREADER', ['proofreader', 'proofreaders', 'reviewer', 'reviewers']],
  ['EDITOR', ['editor', 'editors']],
]
const originalKeys = ['original', 'original_url', 'original-url', 'original_link', 'source_url', 'translation_of', 'via']

export function readFrontMatterFields(frontMatter: ReadFrontMatter | null): FrontMatterFields {
  const fields: FrontMatterFields = {
    title: null,
    url: null,
    publishedAt: null,
    language: null,
    lead: null,
    credits: [],
    byline: [],
    original: null,
    problems: [],
  }
  if (frontMatter === null) return fields
  const { data } = frontMatter
  const first = (...keys: string[]) => keys.map((key) => scalar(data, key)).find((value) => value !== null) ?? null
  const firstAddress = (...keys: string[]) => keys.map((key) => scalar(data, key)).find(isWebAddress) ?? null
  fields.title = first('title')
  fields.url = firstAddress('from', 'url', 'link', 'permalink', 'source', 'canonical_url')
  fields.language = first('lang', 'language', 'locale')
  fields.lead = first('lead', 'subtitle', 'description', 'excerpt', 'summary')
  const date = first('date', 'published', 'published_at', 'pubdate')
  fields.publishedAt = readDeclaredDate(date)
  if (date !== null && fields.publishedAt === null) {
    fields.problems.push(
      note(
        'UNREADABLE_DATE',
        `The date of the front matter, ${date.slice(0, 60)}, was not understood: write it as 2020-01-31T08:00:00Z.`,
        'date',
      ),
    )
  }
  for (const [role, keys] of creditKeys) {
    const printed = first(...keys)
    if (printed === null) continue
    const names = splitNames(printed)
    fields.credits.push(...names.map((name) => ({ role, name, url: null, asPrinted: printed })))
    if (names.length > 0) fields.byline.push(printed)
  }
  const original = firstAddress(...originalKeys)
  if (original !== null) fields.original = { url: original, title: first('original_title', 'original-title') }
  if (frontMatter.isBroken) {
    fields.problems.push(
      note(
        'BROKEN_FRONT_MATTER',
        'Some lines of the front matter are no YAML and were passed over: check its quotes and colons.',
        'front matter',
      ),
    )
  }
  return fields
}

/** A front matter that says something else than the envelope: the envelope counts. */
export function compareWithEnvelope(fields: FrontMatterFields, envelope: Envelope | null): DocumentProblem[] {
  if (envelope === null) return []
  const problems: DocumentProblem[] = []
  const disagree = (field: string, above: string, below: string) => {
    problems.push(
      note(
        'FRONT_MATTER_DISAGREES',
        `The front matter gives the ${field} as ${above.slice(0, 200)}, the line below it as ${below.slice(0, 200)}, which counts: correct the other.`,
        field,
      ),
    )
  }
  if (fields.title !== null && envelope.title !== null && squashOrNull(envelope.title) !== fields.title)
    disagree('title', fields.title, envelope.title)
  if (fields.url !== null && envelope.url !== null && fields.url !== envelope.url) disagree('from', fields.url, envelope.url)
  if (fields.publishedAt !== null && envelope.publishedAt !== null) {
    const difference = Math.abs(fields.publishedAt.getTime() - envelope.publishedAt.getTime())
    const isDay = fields.publishedAt.getTime() % 86_400_000 === 0
    if (difference >= (isDay ? 86_400_000 : 1000))
      disagree('date', fields.publishedAt.toISOString(), envelope.publishedAt.toISOString())
  }
  return problems
}

function scalar(data: FrontMatter, key: string): string | null {
  const value = data.get(key)
  return squashOrNull(decodeEntities(Array.isArray(value) ? value.join(', ') : (value ?? '')))
}

function isWebAddress(value: string | null): boolean {
  return value !== null && /^(?:https?:)?\/\//i.test(value)
}
