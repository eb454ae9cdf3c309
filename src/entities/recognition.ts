/**
 * What recognition takes and returns. Plain values: recognition is a pure function of a text, the gazetteer and the lessons of
 * the whole archive, so that the order in which documents arrive cannot matter.
 */

export const organisationKinds = [
  'COMPANY',
  'BANK',
  'FUND',
  'LAW_FIRM',
  'EXCHANGE',
  'GOVERNMENT',
  'REGULATOR',
  'CENTRAL_BANK',
  'INTERNATIONAL',
  'MILITARY',
  'POLITICAL_PARTY',
  'UNIVERSITY',
  'RESEARCH',
  'MEDIA',
  'NGO',
  'ASSOCIATION',
  'SPORTS',
  'RELIGIOUS',
  'OTHER',
] as const
export type OrganisationKind = (typeof organisationKinds)[number]

/** One body of `seeds/organisations.json`. */
export interface GazetteerEntry {
  /** Readable, unique, never changed once published: `securities-and-futures-commission`. */
  slug: string
  nameZh: string | null
  nameEn: string | null
  kind: OrganisationKind
  /** ISO 3166-1 alpha-2, or null for international bodies and where unknown. */
  country: string | null
  wikidata: string | null
  /** Other names in any script or language. A weak one is too common to match alone; nameZh or nameEn stands here again when it is. */
  aliases: { text: string; language?: string; weak?: boolean }[]
  /** A product bears its English name: 在Facebook上 speaks of the site, Facebook收购了 of the company. */
  isPlatform?: boolean
  /** In English text nothing tells its English name from a word: Apple, Valve. */
  isEnglishWord?: boolean
}

export interface TextToRead {
  title: string
  lead: string | null
  /** Text of the article's blocks, in order; null for one that is not prose (code), so that indexes stay those of the blocks. */
  paragraphs: readonly (string | null)[]
  /** BCP 47. */
  language: string
}

export type MentionField = 'TITLE' | 'LEAD' | 'PARAGRAPH'
export type Judgement = 'POSITIVE' | 'NEGATIVE' | 'UNSURE'

/** One occurrence of a name. `text.slice(start, end) === surface` holds for the text of its field. */
export interface FoundMention {
  kind: 'ORGANISATION' | 'PERSON'
  field: MentionField
  /** Index of the paragraph; 0 for title and lead. */
  paragraph: number
  start: number
  end: number
  surface: string
  /** The name in brackets behind it, as printed: 谷歌(Google) → `Google`. */
  gloss: string | null
  /** The rule that found it: `gloss`, `gazetteer`, `repeat`, `lesson`, `suffix`, `latin`, … */
  rule: string
  /** 0 to 1. */
  confidence: number
  judgement: Judgement
  /** `key` of the FoundOrganisation or FoundPerson; null while UNSURE between several, or NEGATIVE. */
  referent: string | null
  /** Keys of the bodies that an UNSURE mention may name. */
  candidates: string[]
}

export interface FoundOrganisation {
  /** Natural key, the same in every document: the slug of its gazetteer entry, or one made from its names. */
  key: string
  slug: string
  name: string
  nameZh: string | null
  nameEn: string | null
  kind: OrganisationKind
  country: string | null
  wikidataId: string | null
  /** Aliases known from gazetteer, glosses and lessons (not only those seen here). */
  aliases: { text: string; language: string | null; isWeak: boolean; source: 'GAZETTEER' | 'GLOSS' | 'CURATED' }[]
  /** Surface forms in this document, in order of first use. */
  forms: string[]
  gloss: string | null
  mentionCount: number
  /** Index of the first paragraph that names it; -1 when the title or the lead does. */
  firstParagraph: number
  strength: 'MENTION' | 'MAJOR' | 'ABOUT'
}

export interface FoundPerson {
  key: string
  name: string
  nameZh: string | null
  nameEn: string | null
  forms: string[]
  gloss: string | null
}

export interface Recognition {
  mentions: FoundMention[]
  organisations: FoundOrganisation[]
  people: FoundPerson[]
}

/** A name that a document glosses: what the archive learns from it. */
export interface Lesson {
  /** Chinese side as printed. */
  text: string
  /** `foldName(text)`. */
  folded: string
  gloss: string
  kind: OrganisationKind
}

/** Reads texts with a fixed body of knowledge. Made once, used for many texts. */
export interface Recogniser {
  /** Changes when the rules or the gazetteer do; not with lessons. */
  readonly version: string
  recognise(text: TextToRead): Recognition
}

// Built in this folder:
//   createGazetteer(entries: GazetteerEntry[]): Gazetteer                          gazetteer.ts
//   learn(text: TextToRead, gazetteer: Gazetteer): Lesson[]                         learn.ts    what one document teaches
//   createRecogniser(gazetteer: Gazetteer, lessons: Lesson[]): Recogniser           recognise.ts  lessons of the whole archive, any order
