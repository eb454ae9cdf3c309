import type { Field } from '../fields.ts'
import type { OrganisationKind } from '../recognition.ts'
import { heads } from '../words/composed-names.ts'
import { localBodies } from '../words/local-bodies.ts'
import { WordFinder } from '../words/word-lists.ts'
import { findComposedNames } from './composed-names.ts'
import { findLocalBodies } from './local-bodies.ts'
import { findMissions, missions } from './missions.ts'
import { findPaperNames, press } from './paper-names.ts'
import { findQuotedNames } from './quoted-names.ts'
import { bodyEndings } from './suffix-names.ts'

/** What each name has that is told by its form, or has beside it: looked for at once, since most paragraphs have none of them. */
const signs = new WordFinder([
  ...[press, localBodies, heads, missions, bodyEndings].flatMap(({ words }) => words),
  ...['接受', '《', '“', '「'],
])

/** False where no rule of this folder that goes by the form of Chinese names can find any. */
export const mayHoldForms = ({ folded }: Pick<Field, 'folded'>): boolean => signs.find(folded, 0) >= 0

/** Names whose form alone says that they are those of bodies, and of what kind. */
export const findPlainForms = (
  at: Field,
  taken: (place: number) => boolean,
): { start: number; end: number; kind: OrganisationKind }[] => [
  ...findPaperNames(at, taken).map((paper) => ({ ...paper, kind: 'MEDIA' as const })),
  ...findLocalBodies(at, taken),
  ...findComposedNames(at, taken),
  ...findMissions(at, taken),
  ...findQuotedNames(at, taken),
]
