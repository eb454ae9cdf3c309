import { parserVersion } from '../archive/parse-document.ts'
import type { ParsedArticle } from '../archive/parsed-article.ts'
import type { ArticleInput } from '../modules/article/article.store.ts'
import type { LessonInput } from '../modules/article/lesson.store.ts'
import type { ContributorInput, CreditInput } from '../modules/contributor/contributor.store.ts'
import type { OriginalInput } from '../modules/original/original.store.ts'
import type { PublisherInput } from '../modules/publisher/publisher.store.ts'
import { stableId } from '../text/stable-id.ts'
import type { ReadDocument } from './prepare-documents.ts'

/** Rows of several documents, each natural key once. */
export interface ArchiveRows {
  articles: ArticleInput[]
  publishers: PublisherInput[]
  originals: OriginalInput[]
  contributors: ContributorInput[]
  credits: CreditInput[]
  lessons: LessonInput[]
}

/** The only place that says how what was read becomes what is stored. At most one document an article. */
export function toRows(documents: Iterable<ReadDocument>): ArchiveRows {
  const publishers = new Map<string, PublisherInput>()
  const originals = new Map<string, OriginalInput>()
  const contributors = new Map<string, ContributorInput>()
  const lessons = new Map<string, LessonInput>()
  const rows: Pick<ArchiveRows, 'articles' | 'credits'> = { articles: [], credits: [] }
  for (const document of documents) {
    const { article, articleId } = document
    const publisher = { id: stableId('Publisher', article.publisher.slug), ...article.publisher }
    publishers.set(publisher.id, publisher)
    if (article.original !== null) {
      const { canonicalUrl, url, provenance } = article.original
      const id = stableId('Original', canonicalUrl)
      originals.set(id, { id, canonicalUrl, url, provenance })
    }
    const row = toArticle(document, publisher.id)
    rows.articles.push(row)
    const positions = new Map<string, number>()
    for (const { role, name, url, asPrinted } of article.credits) {
      const contributorId = stableId('Contributor', publisher.slug, name)
      const position = positions.get(role) ?? 0
      positions.set(role, position + 1)
      contributors.set(contributorId, {
        id: contributorId,
        slug: `${publisher.slug}-${slugify(name)}`,
        name,
        publisherId: publisher.id,
      })
      rows.credits.push({ articleId, role, position, contributorId, asPrinted, url, publishedAt: row.publishedAt })
    }
    for (const { folded, text, gloss, kind } of document.lessons) {
      const key = [articleId, folded, gloss].join('\u0000')
      if (!lessons.has(key)) lessons.set(key, { articleId, folded, text, gloss, kind })
    }
  }
  return {
    ...rows,
    publishers: [...publishers.values()],
    originals: [...originals.values()],
    contributors: [...contributors.values()],
    lessons: [...lessons.values()],
  }
}

/** Orders never meet a null; `isPublishedAtKnown` says that this is none. */
const unknownTime = new Date(0)

function toArticle(
  { article, content, searched, articleId, contentHash, file }: ReadDocument,
  publisherId: string,
): ArticleInput {
  const { original } = article
  const publishedAt = storableTime(article.publishedAt)
  return {
    id: articleId,
    slug: article.slug,
    canonicalUrl: article.canonicalUrl,
    language: article.language,
    url: article.url,
    publisherId,
    externalId: article.externalId,
    title: article.title,
    lead: article.lead,
    publishedAt: publishedAt ?? unknownTime,
    isPublishedAtKnown: publishedAt !== null,
    wordCount: article.wordCount,
    byline: article.byline,
    imageUrl: article.image?.url ?? null,
    imageAlt: article.image?.alt ?? null,
    originalId: original === null ? null : stableId('Original', original.canonicalUrl),
    originalUrl: original?.url ?? null,
    originalTitle: original?.title ?? null,
    originalLanguage: original?.language ?? null,
    originalProvenance: original?.provenance ?? null,
    contentHash,
    parserVersion,
    sourceFile: file,
    content,
    searched,
  }
}

/** PostgreSQL and JavaScript agree on the years that a document may print. */
function storableTime(time: ParsedArticle['publishedAt']): Date | null {
  const year = time?.getUTCFullYear() ?? Number.NaN
  return time !== null && year >= 1 && year <= 9999 ? time : null
}

/** A name as it stands in an address: Chinese stays Chinese, everything that is no letter or digit becomes a hyphen. */
function slugify(name: string): string {
  return (
    name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{Letter}\p{Mark}\p{Number}]+/gu, '-')
      .replace(/^-+|-+$/g, '') || 'nameless'
  )
}
