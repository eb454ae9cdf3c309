import type { CreativeWork, NewsArticle, Organization, Person, WithContext } from 'schema-dts'
import { globalId } from '../../graphql/global-id.ts'
import type { CreditRow } from '../contributor/contributor.loaders.ts'
import type { CreditRole } from '../contributor/contributor.type.ts'
import type { Organisation } from '../organisation/organisation.type.ts'
import type { Original } from '../original/original.type.ts'
import type { Publisher } from '../publisher/publisher.type.ts'
import type { Article } from './article.type.ts'

/** What the archive knows around an article. */
export interface ArticleSurroundings {
  publisher: Publisher | null
  original: Original | null
  originalPublisher: Publisher | null
  credits: readonly CreditRow[]
  organisations: readonly NamedOrganisation[]
}

/** An organisation, and the forms in which an article names it. */
export type NamedOrganisation = Organisation & { forms: string[] }

/** An article in the words of schema.org. What is unknown is undefined, which JSON leaves out. */
export function articleJsonLd(article: Article, around: ArticleSurroundings): WithContext<NewsArticle> {
  const { publisher, credits, organisations } = around
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    identifier: globalId('Article', article.key),
    headline: article.title,
    description: article.lead ?? undefined,
    url: article.url ?? undefined,
    inLanguage: languageOf(article.language),
    datePublished: article.publishedAt?.toISOString(),
    wordCount: article.wordCount,
    image:
      article.imageUrl === null
        ? undefined
        : { '@type': 'ImageObject', url: article.imageUrl, description: article.imageAlt ?? undefined },
    author: unlessEmpty(peopleOf(credits, 'AUTHOR')),
    translator: unlessEmpty(peopleOf(credits, 'TRANSLATOR')),
    editor: unlessEmpty(peopleOf(credits, 'EDITOR')),
    publisher: publisherOf(publisher),
    isPartOf: siteOf(publisher) === undefined ? undefined : { '@type': 'WebSite', name: publisher!.name, url: siteOf(publisher) },
    translationOfWork: originalOf(around),
    mentions: unlessEmpty(organisations.map(organisationOf)),
  }
}

const unlessEmpty = <Item>(items: readonly Item[]): readonly Item[] | undefined => (items.length === 0 ? undefined : items)

/** `und` says that the text does not tell: schema.org has no word for that. */
const languageOf = (language: string | null): string | undefined =>
  language === null || language === 'und' ? undefined : language

function peopleOf(credits: readonly CreditRow[], role: CreditRole): Person[] {
  const people = new Map(credits.filter((credit) => credit.role === role).map((credit) => [credit.key, credit]))
  return [...people.values()].map(({ name, url }) => ({ '@type': 'Person', name, url: url ?? undefined }))
}

function siteOf(publisher: Publisher | null): string | undefined {
  const host = publisher?.hostnames[0]
  return host === undefined ? undefined : `https://${host}/`
}

function publisherOf(publisher: Publisher | null): Organization | undefined {
  return publisher === null ? undefined : { '@type': 'Organization', name: publisher.name, url: siteOf(publisher) }
}

function originalOf({ original, originalPublisher }: ArticleSurroundings): CreativeWork | undefined {
  if (original === null) return undefined
  return {
    '@type': 'CreativeWork',
    url: original.url,
    name: original.title ?? undefined,
    inLanguage: languageOf(original.language),
    publisher: publisherOf(originalPublisher),
  }
}

function organisationOf({ name, nameZh, nameEn, wikidataId, forms }: NamedOrganisation): Organization {
  const others = new Set([nameZh, nameEn, ...forms].filter((other) => other !== null && other !== name) as string[])
  return {
    '@type': 'Organization',
    name,
    alternateName: unlessEmpty([...others]),
    sameAs: wikidataId === null ? undefined : `https://www.wikidata.org/entity/${wikidataId}`,
  }
}
