import type { Field } from '../fields.ts'
import type { OrganisationKind } from '../recognition.ts'
import { heads } from '../words/composed-names.ts'
import { localBodies } from '../words/local-bodies.ts'
import { WordSigns } from '../words/word-lists.ts'
import { findComposedNames } from './composed-names.ts'
import { findLocalBodies } from './local-bodies.ts'
import { findMissions, missions } from './missions.ts'
import { findPaperNames, press } from './paper-names.ts'
import { findQuotedNames } from './quoted-names.ts'
import { bodyEndings } from './suffix-names.ts'

interface PlainForm {
  start: number
  end: number
  kind: OrganisationKind
}

/** What finds names by their form, and what each such name has in it or beside it. */
const forms: readonly { signs: readonly string[]; find: (at: Field, taken: (place: number) => boolean) => PlainForm[] }[] = [
  {
    signs: [...press.words, '接受', '《'],
    find: (at, taken) => findPaperNames(at, taken).map((paper) => ({ ...paper, kind: 'MEDIA' as const })),
  },
  { signs: localBodies.words, find: findLocalBodies },
  { signs: heads.words, find: findComposedNames },
  { signs: missions.words, find: findMissions },
  { signs: ['“', '「'], find: findQuotedNames },
]
// Looked for at once, since most paragraphs have none of them.
const signs = new WordSigns([...forms.map((form) => form.signs), bodyEndings.words])

/** Which forms a field of a folded prose may hold, for the two below; 0 for none. */
export const formsIn = (prose: string, { offset, folded }: Field): number => signs.in(prose, offset, offset + folded.length)

/** True where names may be that `findSuffixNames` finds. */
export const mayHoldEndings = (formsHeld: number): boolean => (formsHeld & (1 << forms.length)) !== 0

/** Names whose form alone says that they are those of bodies, and of what kind. */
export const findPlainForms = (at: Field, formsHeld: number, taken: (place: number) => boolean): PlainForm[] =>
  forms.flatMap(({ find }, index) => ((formsHeld & (1 << index)) === 0 ? [] : find(at, taken)))
