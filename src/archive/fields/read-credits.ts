import type { References } from '../markdown/references.ts'
import type { CreditRole, ParsedCredit } from '../parsed-article.ts'
import type { LabelledValue } from './labelled-line.ts'
import { readNames, whyNameless } from './names.ts'
import { readOriginal } from './original.ts'

/** What one group of labelled lines (a header, a footer) says. */
export interface LabelledFacts {
  credits: ParsedCredit[]
  byline: string[]
  original: { url: string; title: string | null } | null
  originalTitle: string | null
  pageUrl: string | null
  printedDate: string | null
  /** Roles for which the template's placeholder was left. */
  placeholders: { role: CreditRole; printed: string }[]
  /** Values that should name someone, or an address, and were not understood. */
  unread: { field: CreditRole | 'ORIGINAL_URL'; printed: string }[]
}

const roles = new Set<string>(['AUTHOR', 'TRANSLATOR', 'PROOFREADER', 'EDITOR', 'SELECTOR'] satisfies CreditRole[])

/** Reads the values of one group of lines; within it the first address of a kind counts. */
export function readLabelledFacts(values: readonly LabelledValue[], references: References): LabelledFacts {
  const facts: LabelledFacts = {
    credits: [],
    byline: [],
    original: null,
    originalTitle: null,
    pageUrl: null,
    printedDate: null,
    placeholders: [],
    unread: [],
  }
  let source: LabelledFacts['original'] = null
  for (const { field, value, printed } of values) {
    if (value === '') continue
    if (roles.has(field)) addCredits(facts, field as CreditRole, value, printed, references)
    else if (field === 'ORIGINAL_URL') addOriginal(facts, value, references)
    else if (field === 'SOURCE_URL') source ??= readOriginal(value, references)
    else if (field === 'ORIGINAL_TITLE') {
      const linked = value.includes('](') ? readOriginal(value, references) : null
      source ??= linked
      facts.originalTitle ??= linked?.title ?? value
    } else if (field === 'PAGE_URL') facts.pageUrl ??= readPageUrl(value, references)
    else if (field === 'PUBLISHED_AT') facts.printedDate ??= value
  }
  facts.original ??= source
  return facts
}

/** An address printed as one: behind words, it is that of a site or a column, which many articles would share. */
function readPageUrl(value: string, references: References): string | null {
  const page = readOriginal(value, references)
  return page === null || page.title !== null ? null : page.url
}

function addOriginal(facts: LabelledFacts, value: string, references: References): void {
  const original = readOriginal(value, references)
  if (original === null) facts.unread.push({ field: 'ORIGINAL_URL', printed: value })
  facts.original ??= original
}

function addCredits(facts: LabelledFacts, role: CreditRole, value: string, printed: string, references: References): void {
  const names = readNames(value, references, { accounts: role !== 'AUTHOR' })
  const why = names.length > 0 ? null : whyNameless(value)
  if (why === 'PLACEHOLDER') facts.placeholders.push({ role, printed: value })
  if (why === 'UNREAD') facts.unread.push({ field: role, printed: value })
  for (const { name, url } of names) {
    const known = facts.credits.some((credit) => credit.role === role && credit.name.toLowerCase() === name.toLowerCase())
    if (!known) facts.credits.push({ role, name, url, asPrinted: printed })
  }
  if (names.length > 0) facts.byline.push(printed)
}

/** The credits of both groups: for each role the first group that names anyone counts; links of the second are kept for the same names. */
export function mergeCredits(first: readonly ParsedCredit[], second: readonly ParsedCredit[]): ParsedCredit[] {
  const named = new Set(first.map(({ role }) => role))
  const merged = first.map((credit) => {
    if (credit.url !== null) return credit
    const other = second.find(
      ({ role, name, url }) => role === credit.role && url !== null && name.toLowerCase() === credit.name.toLowerCase(),
    )
    return other === undefined ? credit : { ...credit, url: other.url }
  })
  return [...merged, ...second.filter(({ role }) => !named.has(role))]
}
