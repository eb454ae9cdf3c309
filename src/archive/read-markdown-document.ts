import { canonicalUrl } from '../text/canonical-url.ts'
import { squash, squashOrNull } from '../text/whitespace.ts'
import { assembleArticle } from './assemble-article.ts'
import { withoutNotices } from './fields/notices.ts'
import { makeOriginal } from './fields/original.ts'
import { type LabelledFacts, mergeCredits, readLabelledFacts } from './fields/read-credits.ts'
import { readDate } from './fields/read-date.ts'
import { compareWithEnvelope, readFrontMatterFields } from './front-matter-fields.ts'
import { readMarkdown } from './markdown/read-markdown.ts'
import type { CreditRole, DocumentProblem, ParsedBlock, ParsedCredit, ParsedDocument } from './parsed-article.ts'
import { note } from './problems.ts'
import { profileOfCredits, profileOfUrl } from './publishers/index.ts'
import type { PublisherProfile } from './publishers/profile.ts'
import type { DocumentParts } from './read-archive-document.ts'
import { readCreditZones } from './read-credit-zones.ts'

/** A text in Markdown with credits above and below it: LCTT, gold-miner, and any other of this form. */
export function readMarkdownDocument({ frontMatter, envelope, body, file }: DocumentParts): ParsedDocument {
  const zones = readCreditZones(body)
  const above = readFrontMatterFields(frontMatter)
  const fields = readLabelledFacts(zones.fields, zones.references)
  const header = readLabelledFacts(zones.header, zones.references)
  const footer = readLabelledFacts(zones.footer, zones.references)
  // What was written beside the text counts before the fields of a form, which are filled in first and corrected last.
  const groups = [header, footer, fields]
  const original = pickOriginal(groups, above.original)
  const url = envelope?.url ?? above.url ?? firstOf(groups, ({ pageUrl }) => pageUrl)
  const own = profileOfUrl(url)
  // The form of the credits tells the publisher only where no page does: other desks print them in the same way.
  const profile = (envelope?.url == null ? profileOfCredits(zones.printed) : null) ?? own
  const { problems, ...read } = readMarkdown(zones.body, zones.references)
  const { title, blocks: afterTitle } = takeTitle(
    withoutNotices(read.blocks, profile),
    envelope?.title ?? above.title,
    original.title,
  )
  const { lead, blocks } = takeLead(afterTitle, profile)
  const credits = mergeCredits(
    groups.reduce<ParsedCredit[]>((merged, group) => mergeCredits(merged, group.credits), []),
    above.credits,
  )
  if (original.disagrees) problems.push(originalDisagrees)
  for (const { role, printed } of groups.flatMap(({ placeholders }) => placeholders))
    if (!credits.some((credit) => credit.role === role)) problems.push(placeholderLeft(role, printed))
  for (const { field, printed } of groups.flatMap(({ unread }) => unread))
    if (field === 'ORIGINAL_URL' ? original.url === null : !credits.some(({ role }) => role === field))
      problems.push(notUnderstood(field, printed))
  return assembleArticle({
    file,
    profile,
    url,
    title,
    lead: lead ?? above.lead,
    publishedAt:
      envelope?.publishedAt ??
      above.publishedAt ??
      readDate(
        firstOf(groups, ({ printedDate }) => printedDate),
        profile,
      ),
    declaredLanguage: above.language,
    credits,
    byline: [...above.byline, ...fields.byline, ...header.byline, ...footer.byline],
    original:
      original.url === null ? null : makeOriginal(original.url, original.title, profile.originalLanguage ?? null, 'DECLARED'),
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

function notUnderstood(field: CreditRole | 'ORIGINAL_URL', printed: string): DocumentProblem {
  const [wanted, place] = field === 'ORIGINAL_URL' ? ['an address', 'original'] : ['a name', field.toLowerCase()]
  return note(
    'UNREADABLE_CREDIT',
    `Where ${wanted} of the ${place} should stand, the document has ${printed.slice(0, 60)}, which was not understood: write ${wanted} there.`,
    place,
  )
}

/** The title and the blocks without it: the first heading of the first level, else the first heading, else a first line that is one. */
function takeTitle(
  blocks: readonly ParsedBlock[],
  known: string | null,
  originalTitle: string | null,
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
  return { title: originalTitle, blocks: [...blocks] }
}

function takeLead(blocks: ParsedBlock[], profile: PublisherProfile): { lead: string | null; blocks: ParsedBlock[] } {
  const [first, second] = blocks
  if (!profile.leadIsQuoted || first?.kind !== 'QUOTE' || second?.kind === 'QUOTE' || first.text.length > 400)
    return { lead: null, blocks }
  return { lead: squash(first.text), blocks: blocks.slice(1) }
}

/** The first original that is named, and its title: the one that a line of its own gives, else the text of the link. */
function pickOriginal(
  groups: readonly LabelledFacts[],
  above: LabelledFacts['original'],
): { url: string | null; title: string | null; disagrees: boolean } {
  const named = [...groups.map(({ original }) => original), above].filter((one) => one !== null)
  const title = firstOf(groups, ({ originalTitle }) => originalTitle) ?? named.find((one) => one.title !== null)?.title ?? null
  const url = named[0]?.url ?? null
  const disagrees = named.some((one) => one.url !== url && canonicalUrl(one.url) !== canonicalUrl(url!))
  return { url, title: squashOrNull(title), disagrees }
}

const originalDisagrees = note(
  'ORIGINAL_DISAGREES',
  'The credits name different originals; those beside the text count before the fields of a form, those above it before those below: correct the other.',
  'original',
)

function firstOf<Value>(groups: readonly LabelledFacts[], pick: (facts: LabelledFacts) => Value | null): Value | null {
  return groups.map(pick).find((value) => value !== null) ?? null
}
