/**
 * What the reader makes of one document. Plain values: nothing here knows of files, databases or clocks.
 * Absent is `null`, never `''`.
 */

export type CreditRole = 'AUTHOR' | 'TRANSLATOR' | 'PROOFREADER' | 'EDITOR' | 'SELECTOR'

export interface ParsedCredit {
  role: CreditRole
  /** Our reading of the name. */
  name: string
  /** Profile page, absolute, as printed. */
  url: string | null
  /** The credit as it stands in the document, e.g. `译者/何黎`. */
  asPrinted: string
}

export interface ParsedOriginal {
  /** As printed, or as the publisher's rule makes it. */
  url: string
  /** `url` with scheme, `www.`, tracking parameters, trailing slash and fragment folded; key of the Original. */
  canonicalUrl: string
  title: string | null
  /** BCP 47. */
  language: string | null
  provenance: 'DECLARED' | 'DERIVED'
}

export type BlockKind = 'PARAGRAPH' | 'HEADING' | 'LIST_ITEM' | 'QUOTE' | 'CODE' | 'TABLE' | 'IMAGE' | 'CAPTION'

export interface ParsedBlock {
  kind: BlockKind
  /** Exactly the text content of `html`; mention offsets are UTF-16 units of it. Empty only for an IMAGE without a caption. */
  text: string
  /** Sanitised. A `<ruby>` keeps its brackets as `<rp>`, so that its text reads 中文(English). */
  html: string
}

export interface ParsedImage {
  url: string
  alt: string | null
  caption: string | null
}

export interface ParsedPublisher {
  slug: string
  name: string
  hostnames: readonly string[]
}

export interface ParsedArticle {
  /** This page as printed; null where the document does not say. */
  url: string | null
  /** Natural key together with `language`. For a document without a URL: `urn:interlinear:file:` and its path. */
  canonicalUrl: string
  slug: string
  publisher: ParsedPublisher
  externalId: string | null
  title: string
  lead: string | null
  /** BCP 47: `zh-Hans`, `zh-Hant`, `en`, … ; `und` where the text does not tell. */
  language: string
  publishedAt: Date | null
  /** The printed credit lines, verbatim, joined by line feeds. */
  byline: string | null
  credits: ParsedCredit[]
  original: ParsedOriginal | null
  blocks: ParsedBlock[]
  images: ParsedImage[]
  /** Chinese characters plus words of other scripts, title and lead included. */
  wordCount: number
}

export type Severity = 'ERROR' | 'WARNING' | 'NOTE'

/** Something wrong with a document. ERROR: the document could not be kept. */
export interface DocumentProblem {
  severity: Severity
  /** Stable, UPPER_SNAKE: `EMPTY_DOCUMENT`, `NOT_TEXT`, `TOO_LARGE`, `MISSING_TITLE`, `MISSING_URL`, `MISSING_PUBLISHED_AT`, … */
  code: string
  /** One sentence that says what is wrong and what to do. */
  message: string
  /** Line, field or offset, where one is known. */
  place: string | null
}

export interface ParsedDocument {
  /** Null exactly when `problems` holds an ERROR. */
  article: ParsedArticle | null
  problems: DocumentProblem[]
}
