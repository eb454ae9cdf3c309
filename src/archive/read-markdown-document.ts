import { canonicalUrl } from '../text/canonical-url.ts'
import { squash, squashOrNull } from '../text/whitespace.ts'
import { assembleArticle } from './assemble-article.ts'
import { withoutNotices } from './fields/notices.ts'
import { makeOriginal } from './fields/original.ts'
import { type LabelledFacts, mergeCredits, readLabelledFacts } from './fields/read-credits.ts'
import { readDate } from './fields/read-date.ts'
import { compareWithEnvelope, readFrontMatterFields } from './front-matter-fields.ts'
import { readMarkdown } from './markdown/read-markdown.ts'
import type { CreditRole, DocumentProblem, ParsedBlock, ParsedDocument } from './parsed-article.ts'
import { note } from './problems.ts'
import { profileOfCredits, profileOfUrl } from './publishers/index.ts'
import type { PublisherProfile } from './publishers/profile.ts'
import type { DocumentParts } from './read-archive-document.ts'
import { readCreditZones } from './read-credit-zones.ts'

/** A text in Markdown with credits above and below it: LCTT, gold-miner, and any other of this form. */
export function readMarkdownDocument({ frontMatter, envelope, body, file }: DocumentParts): ParsedDocument {
  const zones = readCreditZones(body)
  const header = readLabelledFacts(zones.header, zones.references)
  const footer = readLabelledFacts(zones.footer, zones.references)
  const above = readFrontMatterFields(frontMatter)
  const url = envelope?.url ?? above.url ?? header.pageUrl ?? footer.pageUrl
  const own = profileOfUrl(url)
  // The form of the credits tells the publisher only where no page does: other desks print them in the same way.
  const profile = (envelope?.url == null ? profileOfCredits(zones.printed) : null) ?? own
  const { problems, ...read } = readMarkdown(zones.body, zones.references)
  const { title, blocks: afterTitle } = takeTitle(
    withoutNotices(read.blocks, profile),
    envelope?.title ?? above.title,
    header,
    footer,
  )
  const { lead, blocks } = takeLead(afterTitle, profile)
  const credits = mergeCredits(mergeCredits(footer.credits, header.credits), above.credits)
  for (const { role, printed } of [...header.placeholders, ...footer.placeholders])
    if (!credits.some((credit) => credit.role === role)) problems.push(placeholderLeft(role, printed))
  return assembleArticle({
    file,
    profile,
    url,
    title,
    lead: lead ?? above.lead,
    publishedAt: envelope?.publishedAt ?? above.publishedAt ?? readDate(header.printedDate ?? footer.printedDate, profile),
    declaredLanguage: above.language,
    credits,
    byline: [...above.byline, ...header.byline, ...footer.byline],
    original: pickOriginal(header, footer, above.original, profile, problems),
    blocks,
    images: read.images,
    problems: [...problems, ...above.problems, ...compareWithEnvelope(above, envelope)],
  })
}

/** No name stands anywhere for a role, only what the template printed in its place. */
function placeholderLeft(role: CreditRole, printed: string): DocumentProblem {
  return note(
    'PLACEHOLDER_CREDIT',
    `Where the name of the ${role.toLowerCase()} should stand, the document has the placeholder ${printed.slice(0, 60)}: write the name there.`,
    role.toLowerCase(),
  )
}

/** The title and the blocks without it: the first heading of the first level, else the first heading, else a first line that is one. */
function takeTitle(
  blocks: readonly ParsedBlock[],
  known: string | null,
  header: LabelledFacts,
  footer: LabelledFacts,
): { title: string | null; blocks: ParsedBlock[] } {
  const top = blocks.slice(0, 12)
  const isHeading = (block: ParsedBlock) => block.kind === 'HEADING'
  let index = top.findIndex((block) => isHeading(block) && block.html.startsWith('<h1>'))
  if (index === -1) index = top.slice(0, 4).findIndex(isHeading)
  if (known !== null) {
    const repeats = index !== -1 && squash(blocks[index]!.text) === squash(known)
    return { title: squash(known), blocks: blocks.filter((_, at) => !(repeats && at === index)) }
  }
  if (index === -1) {
    // A title that lost its mark: a short first line without a full stop.
    const first = blocks.findIndex((block) => block.kind !== 'IMAGE')
    const line = blocks[first]
    if (line?.kind === 'PARAGRAPH' && line.text.length <= 80 && !/[。.：:；;，,]$/.test(line.text.trim())) index = first
  }
  // Many write a heading without the space that Markdown wants behind its mark.
  if (index !== -1)
    return {
      title: squashOrNull(blocks[index]!.text.replace(/^#{1,6}(?=[^#\s])/, '')),
      blocks: blocks.filter((_, at) => at !== index),
    }
  const original = header.originalTitle ?? header.original?.title ?? footer.originalTitle ?? footer.original?.title ?? null
  return { title: squashOrNull(original), blocks: [...blocks] }
}

function takeLead(blocks: ParsedBlock[], profile: PublisherProfile): { lead: string | null; blocks: ParsedBlock[] } {
  const [first, second] = blocks
  if (!profile.leadIsQuoted || first?.kind !== 'QUOTE' || second?.kind === 'QUOTE' || first.text.length > 400)
    return { lead: null, blocks }
  return { lead: squash(first.text), blocks: blocks.slice(1) }
}

function pickOriginal(
  header: LabelledFacts,
  footer: LabelledFacts,
  above: { url: string; title: string | null } | null,
  profile: PublisherProfile,
  problems: DocumentProblem[],
) {
  const found = footer.original ?? header.original ?? above
  if (found === null) return null
  if (
    header.original !== null &&
    footer.original !== null &&
    header.original.url !== footer.original.url &&
    canonicalUrl(header.original.url) !== canonicalUrl(footer.original.url)
  ) {
    problems.push(
      note(
        'ORIGINAL_DISAGREES',
        'The credits above and below the text name different originals; the one below counts: correct the other.',
        'original',
      ),
    )
  }
  const title =
    header.original?.title ?? footer.original?.title ?? header.originalTitle ?? footer.originalTitle ?? above?.title ?? null
  return makeOriginal(found.url, squashOrNull(title), profile.originalLanguage ?? null, 'DECLARED')
}
