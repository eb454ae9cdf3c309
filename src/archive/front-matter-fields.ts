import { decodeEntities } from '../text/entities.ts'
import { squashOrNull } from '../text/whitespace.ts'
import type { LabelledValue } from './fields/labelled-line.ts'
import { type Field, fieldsOfLabel } from './fields/labels.ts'
import { readLabelledFacts } from './fields/read-credits.ts'
import { readDeclaredDate } from './fields/read-date.ts'
import type { DocumentProblem, ParsedCredit } from './parsed-article.ts'
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

/** What the labels of credit lines say as keys too: `translator`, `originalUrl`, 译者. Addresses without more words are the page's own there. */
const labelled = new Set<Field>(['AUTHOR', 'TRANSLATOR', 'PROOFREADER', 'EDITOR', 'ORIGINAL_URL', 'ORIGINAL_TITLE'])
/** Labels that are something else as keys: the house, the topic, whether it is one. */
const otherKeys = new Set(['publisher', 'publishers', 'subject', 'translation'])
const originalKeys = ['source_url', 'sourceurl', 'translation_of']

export function readFrontMatterFields(frontMatter: ReadFrontMatter | null): FrontMatterFields {
  const data: FrontMatter = frontMatter?.data ?? new Map()
  const first = (keys: readonly string[], isWanted = (_: string) => true) =>
    keys.map((key) => scalar(data, key)).find((value) => value !== null && isWanted(value)) ?? null
  const problems: DocumentProblem[] = []
  const date = first(['date', 'published', 'published_at', 'pubdate'])
  const publishedAt = readDeclaredDate(date)
  if (date !== null && publishedAt === null) problems.push(unreadableDate(date))
  if (frontMatter?.isBroken) problems.push(broken)
  const { credits, byline, original, originalTitle } = readLabelledFacts(labelledValues(data), new Map())
  const originalUrl = original?.url ?? first(originalKeys, isWebAddress)
  return {
    title: first(['title']),
    url: first(['from', 'url', 'link', 'permalink', 'source', 'canonical_url'], isWebAddress),
    publishedAt,
    language: first(['lang', 'language', 'locale']),
    lead: first(['lead', 'subtitle', 'description', 'excerpt', 'summary']),
    credits,
    byline,
    original: originalUrl === null ? null : { url: originalUrl, title: originalTitle ?? original?.title ?? null },
    problems,
  }
}

function labelledValues(data: FrontMatter): LabelledValue[] {
  return [...data.keys()].flatMap((key) => {
    const value = otherKeys.has(key) ? null : scalar(data, key)
    if (value === null) return []
    const fields = fieldsOfLabel(key.replace(/-/g, '')).filter((field) => labelled.has(field))
    return fields.map((field) => ({ field, value, printed: value }))
  })
}

function unreadableDate(printed: string): DocumentProblem {
  const message = `The date of the front matter, ${printed.slice(0, 60)}, was not understood: write it as 2020-01-31T08:00:00Z.`
  return note('UNREADABLE_DATE', message, 'date')
}

const broken = note(
  'BROKEN_FRONT_MATTER',
  'Some lines of the front matter are no YAML and were passed over: check its quotes and colons.',
  'front matter',
)

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
  return value === undefined ? null : squashOrNull(decodeEntities(Array.isArray(value) ? value.join(', ') : value))
}

function isWebAddress(value: string): boolean {
  return /^(?:https?:)?\/\//i.test(value)
}
