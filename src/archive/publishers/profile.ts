/**
 * What is known of a publisher's pages. Data only: readers in `fields/` and `html/` do the reading, and a publisher that needs none of
 * this is read by the generic profile.
 */
export interface PublisherProfile {
  /** Readable, unique, never changed once published. */
  slug: string
  name: string
  /** Without `www.`; the first is the one that stands for the publisher. */
  hostnames: readonly string[]
  /** The language its articles are written in, BCP 47. */
  language?: string
  /** Query parameters that choose a view of the same page. */
  ignoredParameters?: readonly string[]
  /** Its first group is the publisher's own id of the article, found in the URL. */
  externalId?: RegExp
  /** Where the article of an id stands. */
  articleUrl?: (externalId: string) => string
  /** What the credits around its texts say, for documents that do not say where they were published. */
  signs?: readonly RegExp[]
  selectors?: {
    /** The line under the headline. */
    lead?: string
    /** The story's own text: what stands before it and is only text is the lead where no other marks it. */
    body?: string
    /** Never part of the article: advertisements, navigation, embedded players. */
    remove?: readonly string[]
  }
  /** Blocks that are the publisher's notices: their whole text matches. */
  notices?: readonly RegExp[]
  /** Whether the lead of a column names its author: 何越：… */
  authorInLead?: boolean
  /** Whether a quotation right under the title is the lead. */
  leadIsQuoted?: boolean
  /** The language that it translates from. */
  originalLanguage?: string
  /** Where the original of a translated article stands, if its URL follows from the article's id. */
  derivedOriginal?: (externalId: string) => string
  /** Offset of printed times that say none, e.g. `+08:00`. */
  utcOffset?: string
}
