import { canonicalUrl } from '../text/canonical-url.ts'
import { countWords } from '../text/count-words.ts'
import { detectLanguage } from '../text/language.ts'
import { shortHash } from '../text/short-hash.ts'
import type {
  DocumentProblem,
  ParsedArticle,
  ParsedBlock,
  ParsedCredit,
  ParsedDocument,
  ParsedImage,
  ParsedOriginal,
} from './parsed-article.ts'
import { error, note, warning } from './problems.ts'
import type { PublisherProfile } from './publishers/profile.ts'

/** What the readers of one document found. */
export interface ArticleParts {
  file: string
  profile: PublisherProfile
  url: string | null
  title: string | null
  lead: string | null
  publishedAt: Date | null
  /** As the document declares it; null where it does not. */
  declaredLanguage: string | null
  credits: ParsedCredit[]
  byline: string[]
  original: ParsedOriginal | null
  blocks: ParsedBlock[]
  images: ParsedImage[]
  /** Whether the page shows something that is no text and is not kept: a film, a recording. */
  hasPlayer?: boolean
  problems: DocumentProblem[]
}

/** Makes the article, or the ERROR that says why there is none; reports what an article should have and this one has not. */
export function assembleArticle(parts: ArticleParts): ParsedDocument {
  const { profile, title, lead, blocks, url, publishedAt, problems, credits } = parts
  if (problems.some(({ severity }) => severity === 'ERROR')) return { article: null, problems }
  const hasText = blocks.some((block) => block.text.trim() !== '')
  if (title === null)
    problems.push(error('MISSING_TITLE', 'No title was found: give the document a heading, or a front matter with a title.'))
  // A gallery, a film or a mere announcement is an article; nothing at all under a title is a page that was not fetched.
  const hasContent = hasText || lead !== null || blocks.length > 0 || parts.hasPlayer === true
  if (!hasContent)
    problems.push(
      error('MISSING_TEXT', 'There is no text under the title: fetch the document again, or leave it out of the import.'),
    )
  if (title === null || !hasContent) return { article: null, problems }
  if (!hasText)
    problems.push(warning('NO_PARAGRAPHS', 'There is no text but the title and its lead: if the page has more, fetch it again.'))
  if (publishedAt === null) {
    problems.push(
      warning(
        'MISSING_PUBLISHED_AT',
        'The document does not say when it was published: add <!--milliseconds--> above its title.',
      ),
    )
  }
  const canonical = url === null ? null : canonicalUrl(url, profile)
  if (canonical === null) {
    problems.push(
      warning(
        'MISSING_URL',
        'The document does not say where it was published, so its path stands for it: add [title](url) above its text.',
      ),
    )
  }
  const language = readLanguage(parts)
  const canonicalOrFile = canonical ?? `urn:interlinear:file:${parts.file}`
  const externalId = url === null ? null : (profile.externalId?.exec(url)?.[1] ?? null)
  const article: ParsedArticle = {
    url,
    canonicalUrl: canonicalOrFile,
    slug: makeSlug(profile, canonicalOrFile, externalId, language),
    publisher: { slug: profile.slug, name: profile.name, hostnames: profile.hostnames },
    externalId,
    title,
    lead,
    language,
    publishedAt,
    byline: parts.byline.length === 0 ? null : [...new Set(parts.byline)].join('\n'),
    credits,
    original: parts.original ?? derivedOriginal(profile, externalId, credits),
    blocks,
    images: parts.images,
    wordCount: countWords(title) + countWords(lead ?? '') + blocks.reduce((sum, block) => sum + countWords(block.text), 0),
  }
  return { article, problems }
}

/**
 * Unique by construction: a publisher's own id stands for its one canonical URL in its own language; anything else is told apart by a
 * hash of URL and language, the natural key of an article.
 */
function makeSlug(profile: PublisherProfile, canonical: string, externalId: string | null, language: string): string {
  const ofId = externalId === null ? undefined : profile.articleUrl?.(externalId)
  if (
    ofId !== undefined &&
    canonicalUrl(ofId) === canonical &&
    language === profile.language &&
    /^[a-z\d-]+$/.test(externalId!)
  ) {
    return `${profile.slug}-${externalId}`
  }
  return `${profile.slug}-${shortHash(`${canonical} ${language}`)}`
}

/** Told from the text; a declared language that the text contradicts is a note. */
function readLanguage({ title, lead, blocks, declaredLanguage, problems }: ArticleParts): string {
  const told = detectLanguage(sampleOf([title ?? '', lead ?? ''], blocks))
  if (declaredLanguage === null) return told
  const [declared] = foldLanguage(declaredLanguage).split('-')
  const full = foldLanguage(declaredLanguage)
  if (told === 'und' || told === 'zh') return declared === 'zh' || told === 'und' ? full : told
  if (full !== told && (full.includes('-Han') || declared !== told.split('-')[0])) {
    problems.push(
      note(
        'LANGUAGE_DISAGREES',
        `The document declares its language as ${declaredLanguage}, its text is ${told}: the text counts; correct the declaration.`,
        'language',
      ),
    )
  }
  return told
}

/** Enough of the prose to tell its language from; code is in none. */
function sampleOf(first: readonly string[], blocks: readonly ParsedBlock[]): string {
  let sample = first.join('\n')
  for (const block of blocks) {
    if (sample.length > 8_000) break
    if (block.kind !== 'CODE') sample += `\n${block.text}`
  }
  return sample
}

/** zh-CN → zh-Hans, zh_TW → zh-Hant, en-GB → en. */
function foldLanguage(tag: string): string {
  const text = tag.trim().replace(/_/g, '-')
  if (/^zh(?:-cmn)?-(?:hans|cn|sg|my)/i.test(text) || /^(?:简体|简中)/.test(text)) return 'zh-Hans'
  if (/^zh(?:-cmn)?-(?:hant|tw|hk|mo)/i.test(text) || /^(?:繁體|繁中|繁体)/.test(text)) return 'zh-Hant'
  return text.split('-')[0]!.toLowerCase()
}

function derivedOriginal(
  profile: PublisherProfile,
  externalId: string | null,
  credits: readonly ParsedCredit[],
): ParsedOriginal | null {
  if (profile.derivedOriginal === undefined || externalId === null || !credits.some(({ role }) => role === 'TRANSLATOR'))
    return null
  const url = profile.derivedOriginal(externalId)
  return {
    url,
    canonicalUrl: canonicalUrl(url) ?? url,
    title: null,
    language: profile.originalLanguage ?? null,
    provenance: 'DERIVED',
  }
}
