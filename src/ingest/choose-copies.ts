import type { StoredArticle } from '../modules/article/article.store.ts'
import type { ReadDocument } from './prepare-documents.ts'

/** What is compared of two copies of one article. */
interface Copy {
  file: string
  publishedAt: Date | null
}

/**
 * Whether `a` goes before `b` as the article's text: the later printed time, a time before none, then the file that sorts last.
 * A total order, so that the order of reading cannot matter.
 */
function isLaterCopy(a: Copy, b: Copy): boolean {
  const [timeA, timeB] = [
    a.publishedAt?.getTime() ?? Number.NEGATIVE_INFINITY,
    b.publishedAt?.getTime() ?? Number.NEGATIVE_INFINITY,
  ]
  return timeA === timeB ? a.file > b.file : timeA > timeB
}

/**
 * Which of these documents become their articles. Copies in one run compete by `isLaterCopy`, those that were stored before among
 * them if this run gives them unchanged (`competes`); what only earlier runs knew is overtaken by whatever is new.
 */
export async function chooseCopies(
  documents: readonly ReadDocument[],
  stored: readonly StoredArticle[],
  competes: (file: string) => Promise<boolean>,
): Promise<Set<ReadDocument>> {
  const best = new Map<string, ReadDocument>()
  for (const document of documents) {
    const rival = best.get(document.articleId)
    if (rival === undefined || isLaterCopy(asCopy(document), asCopy(rival))) best.set(document.articleId, document)
  }
  for (const { id, sourceFile, publishedAt } of stored) {
    const document = best.get(id)
    if (document === undefined || document.file === sourceFile) continue
    const holder = { file: sourceFile, publishedAt }
    if (!isLaterCopy(asCopy(document), holder) && (await competes(sourceFile))) best.delete(id)
  }
  return new Set(best.values())
}

const asCopy = ({ file, article }: ReadDocument): Copy => ({ file, publishedAt: article.publishedAt })
