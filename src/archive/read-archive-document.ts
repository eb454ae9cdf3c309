import type { CheerioAPI } from 'cheerio/slim'
import { squash, squashOrNull } from '../text/whitespace.ts'
import { assembleArticle } from './assemble-article.ts'
import { readAuthorInLead } from './fields/author-in-lead.ts'
import { readCreditBlocks } from './fields/credit-blocks.ts'
import { withoutNotices } from './fields/notices.ts'
import { makeOriginal } from './fields/original.ts'
import { mergeCredits } from './fields/read-credits.ts'
import { readDate, readDeclaredDate } from './fields/read-date.ts'
import { compareWithEnvelope, readFrontMatterFields } from './front-matter-fields.ts'
import { loadHtml } from './html/load-html.ts'
import { readBlocks } from './html/read-blocks.ts'
import type { ParsedBlock, ParsedDocument } from './parsed-article.ts'
import { profileOfUrl } from './publishers/index.ts'
import type { PublisherProfile } from './publishers/profile.ts'
import type { Envelope } from './read-envelope.ts'
import type { ReadFrontMatter } from './read-front-matter.ts'

export interface DocumentParts {
  frontMatter: ReadFrontMatter | null
  envelope: Envelope | null
  body: string
  file: string
}

/** A document in the archive's own format (front matter, envelope, HTML body), or a page of plain HTML. */
export function readArchiveDocument({ frontMatter, envelope, body, file }: DocumentParts): ParsedDocument {
  const above = readFrontMatterFields(frontMatter)
  const { $, problems } = loadHtml(body)
  const url = envelope?.url ?? above.url ?? readPageUrl($)
  const profile = profileOfUrl(url)
  const pageTitle = squashOrNull($('title').first().text())
  const declaredLanguage = above.language ?? squashOrNull($('html').attr('lang'))
  const hreflang = readAlternate($)
  const skipped = new Set<unknown>(
    profile.selectors?.remove === undefined ? [] : $(profile.selectors.remove.join(', ')).toArray(),
  )
  const markedLead = takeLead($, profile, skipped)
  const read = readBlocks($.root()[0]!, skipped)
  const story = withoutNotices(read.blocks, profile)
  const printed = readCreditBlocks(story)
  const texts = story.filter((_, index) => !printed.blocks.has(index))
  const { title, blocks } = takeTitle(texts, envelope?.title ?? above.title, pageTitle)
  const lead = markedLead ?? above.lead
  const named = mergeCredits(printed.credits, above.credits)
  const author = profile.authorInLead && lead !== null ? readAuthorInLead(lead) : null
  const declared = printed.original ?? above.original
  const language = profile.originalLanguage ?? null
  return assembleArticle({
    file,
    profile,
    url,
    title,
    lead,
    publishedAt:
      envelope?.publishedAt ??
      above.publishedAt ??
      readDeclaredDate($('meta[property="article:published_time"]').attr('content') ?? null) ??
      readDateline(read.blocks, profile),
    declaredLanguage,
    credits: author === null || named.some(({ role }) => role === 'AUTHOR') ? named : [author, ...named],
    byline: [...above.byline, ...(author === null ? [] : [author.asPrinted]), ...printed.byline],
    original:
      declared !== null
        ? makeOriginal(declared.url, declared.title, language, 'DECLARED')
        : hreflang === null || hreflang.url === url
          ? null
          : makeOriginal(hreflang.url, null, hreflang.language, 'DECLARED'),
    blocks,
    images: read.images,
    hasPlayer: blocks.length === 0 && $('iframe, video, audio, object, embed').length > 0,
    problems: [...problems, ...above.problems, ...compareWithEnvelope(above, envelope)],
  })
}

/** The lead, which no block repeats then: marked by the publisher's selector, or the one line of text before a body that is marked. */
function takeLead($: CheerioAPI, profile: PublisherProfile, skipped: Set<unknown>): string | null {
  const { lead, body } = profile.selectors ?? {}
  if (lead !== undefined) {
    const marked = $(lead).first()
    const text = squashOrNull(marked.text())
    if (text !== null && text.length <= 600) {
      skipped.add(marked[0])
      return text
    }
  }
  if (body === undefined) return null
  // Copies that lost their class names keep the order: lead, image, body.
  const container = $(body).first()
  const before = [
    container,
    ...container
      .parents()
      .toArray()
      .map((parent) => $(parent)),
  ].flatMap((element) => element.prevAll().slice(0, 20).toArray())
  for (const element of before) {
    const text = squash($(element).text())
    const isNotice = profile.notices?.some((notice) => notice.test(text))
    if (skipped.has(element) || text === '' || text.length > 300 || isNotice || $(element).find('p').length > 0) continue
    skipped.add(element)
    return text
  }
  return null
}

/** The date that one of the first lines prints, a publisher's notice among them. */
function readDateline(blocks: readonly ParsedBlock[], profile: PublisherProfile): Date | null {
  const dates = blocks.slice(0, 4).map(({ text }) => (text.length < 80 ? readDate(text, profile) : null))
  return dates.find((date) => date !== null) ?? null
}

/** The title, and the blocks without a heading that repeats it. */
function takeTitle(
  blocks: ParsedBlock[],
  known: string | null,
  pageTitle: string | null,
): { title: string | null; blocks: ParsedBlock[] } {
  const heading = blocks.slice(0, 8).findIndex((block) => block.kind === 'HEADING')
  const headingText = heading === -1 ? null : squashOrNull(blocks[heading]!.text)
  const title = squashOrNull(known) ?? (blocks[heading]?.html.startsWith('<h1>') ? headingText : (pageTitle ?? headingText))
  const isRepeated = title !== null && headingText === title
  return { title, blocks: isRepeated ? blocks.filter((_, index) => index !== heading) : blocks }
}

function readPageUrl($: CheerioAPI): string | null {
  const address = $('link[rel="canonical"]').attr('href') ?? $('meta[property="og:url"]').attr('content') ?? ''
  return /^https?:\/\//i.test(address) ? address : null
}

/** The page that says it is this one in another language, English first. */
function readAlternate($: CheerioAPI): { url: string; language: string } | null {
  const links = $('link[rel="alternate"][hreflang], a[hreflang]').toArray()
  const found = links
    .map((link) => ({ url: link.attribs['href'] ?? '', language: link.attribs['hreflang']!.split('-')[0]!.toLowerCase() }))
    .filter(({ url, language }) => /^https?:\/\//i.test(url) && /^[a-z]{2,3}$/.test(language) && language !== 'zh')
  return found.find(({ language }) => language === 'en') ?? found[0] ?? null
}
