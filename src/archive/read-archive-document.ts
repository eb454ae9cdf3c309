import { canonicalUrl } from '../text/canonical-url.ts'
import { countWords } from '../text/count-words.ts'
import { detectLanguage } from '../text/language.ts'
import { shortHash } from '../text/short-hash.ts'
import { squashOrNull } from '../text/whitespace.ts'
import { readClosingCredits } from './fields/closing-credits.ts'
import { splitNames } from './fields/names.ts'
import { loadHtml } from './html/load-html.ts'
import { readBlocks } from './html/read-blocks.ts'
import type { ParsedArticle, ParsedBlock, ParsedCredit, ParsedDocument, ParsedOriginal } from './parsed-article.ts'
import { error, warning } from './problems.ts'
import { unknownPublisher } from './publishers/generic.ts'
import { profileOf } from './publishers/index.ts'
import type { PublisherProfile } from './publishers/profile.ts'
import type { Envelope } from './read-envelope.ts'
import type { ReadFrontMatter } from './read-front-matter.ts'

export interface DocumentParts {
  frontMatter: ReadFrontMatter | null
  envelope: Envelope | null
  body: string
  file: string
}

/** A document in the archive's own format: front matter, envelope and an HTML body. */
export function readArchiveDocument({ frontMatter, envelope, body, file }: DocumentParts): ParsedDocument {
  const scalar = (key: string) => {
    const value = frontMatter?.data.get(key)
    return squashOrNull(Array.isArray(value) ? value.join(', ') : value)
  }
  const url = envelope?.url ?? scalar('from') ?? scalar('url')
  const profile = (url === null ? null : profileOf(url)) ?? unknownPublisher
  const { $, problems } = loadHtml(body)
  for (const selector of profile.selectors?.remove ?? []) $(selector).remove()
  const leadElement = profile.selectors?.lead === undefined ? null : $(profile.selectors.lead).first()
  const lead = squashOrNull(leadElement?.text())
  leadElement?.remove()
  const read = readBlocks($.root()[0]!)
  const story = cutNotices(read.blocks, profile)
  const closing = readClosingCredits(story)
  const blocks = story.filter((_, index) => !closing.blocks.has(index))
  const title =
    squashOrNull(envelope?.title) ?? scalar('title') ?? squashOrNull(blocks.find((block) => block.kind === 'HEADING')?.text)
  if (title === null)
    problems.push(error('MISSING_TITLE', 'No title was found: give the document a heading or a front matter with a title.'))
  if (blocks.length === 0) problems.push(error('MISSING_TEXT', 'The document has no text under its title: fetch it again.'))
  if (title === null || blocks.length === 0) return { article: null, problems }
  const publishedAt = envelope?.publishedAt ?? null
  if (publishedAt === null)
    problems.push(
      warning(
        'MISSING_PUBLISHED_AT',
        'The document does not say when it was published: add <!--milliseconds--> above its title.',
      ),
    )
  if (url === null)
    problems.push(warning('MISSING_URL', 'The document does not say where it was published: add [title](url) above its text.'))
  const canonical = (url === null ? null : canonicalUrl(url, profile)) ?? `urn:interlinear:file:${file}`
  const externalId = url === null ? null : (profile.externalId?.exec(url)?.[1] ?? null)
  const author = scalar('author')
  const credits: ParsedCredit[] = [
    ...(author === null
      ? []
      : splitNames(author).map((name) => ({ role: 'AUTHOR' as const, name, url: null, asPrinted: author }))),
    ...closing.credits,
  ]
  const text = [title, lead ?? '', ...blocks.filter((block) => block.kind !== 'CODE').map((block) => block.text)].join('\n')
  const article: ParsedArticle = {
    url,
    canonicalUrl: canonical,
    slug: `${profile.slug}-${externalId ?? shortHash(canonical)}`,
    publisher: { slug: profile.slug, name: profile.name, hostnames: profile.hostnames },
    externalId,
    title,
    lead,
    language: detectLanguage(text),
    publishedAt,
    byline: [...(author === null ? [] : [author]), ...closing.byline].join('\n') || null,
    credits,
    original: derivedOriginal(profile, externalId, credits),
    blocks,
    images: read.images,
    wordCount: countWords(text),
  }
  return { article, problems }
}

function cutNotices(blocks: readonly ParsedBlock[], profile: PublisherProfile): ParsedBlock[] {
  const end = blocks.findIndex((block) => profile.endsAt?.some((start) => start.test(block.text.trim())))
  const kept = end === -1 ? blocks : blocks.slice(0, end)
  return kept.filter((block) => !profile.notices?.some((notice) => notice.test(block.text.trim())))
}

function derivedOriginal(
  profile: PublisherProfile,
  externalId: string | null,
  credits: readonly ParsedCredit[],
): ParsedOriginal | null {
  if (profile.derivedOriginal === undefined || externalId === null || !credits.some(({ role }) => role === 'TRANSLATOR'))
    return null
  const url = profile.derivedOriginal.url(externalId)
  return {
    url,
    canonicalUrl: canonicalUrl(url) ?? url,
    title: null,
    language: profile.derivedOriginal.language,
    provenance: 'DERIVED',
  }
}
