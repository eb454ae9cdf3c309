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
  /** Query parameters that choose a view of the same page. */
  ignoredParameters?: readonly string[]
  /** Its first group is the publisher's own id of the article, found in the URL. */
  externalId?: RegExp
  selectors?: {
    /** The line under the headline. */
    lead?: string
    /** Where the story's own text stands; blocks before it that no selector names are no paragraphs. */
    body?: string
    /** Never part of the article: advertisements, navigation, embedded players. */
    remove?: readonly string[]
    /** Holds the publisher's printed date. */
    header?: string
  }
  /** Blocks that are the publisher's notices: their whole text matches. */
  notices?: readonly RegExp[]
  /** A block that starts so is no part of the article any more, nor is anything behind it. */
  endsAt?: readonly RegExp[]
  /** Whether the lead of a column names its author: 何越：… */
  authorInLead?: boolean
  /** Where the original of a translated article stands, if its URL follows from the article's. */
  derivedOriginal?: { url: (externalId: string) => string; language: string }
  /** IANA zone of printed times. */
  timeZone?: string
}
