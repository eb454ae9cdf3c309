import type { Field } from '../fields.ts'
import type { OrganisationKind } from '../recognition.ts'
import { findComposedNames } from './composed-names.ts'
import { findLocalBodies } from './local-bodies.ts'
import { findMissions } from './missions.ts'
import { findPaperNames } from './paper-names.ts'
import { findQuotedNames } from './quoted-names.ts'

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
