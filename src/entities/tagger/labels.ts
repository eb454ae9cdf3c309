/** What the tagger tells apart, and in which order labels may follow one another (begin, inside, end, single; O for none). */
const spanKinds = ['ORGANISATION', 'PERSON', 'PLACE'] as const
export type SpanKind = (typeof spanKinds)[number]

export type Part = 'O' | 'B' | 'I' | 'E' | 'S'
export interface Label {
  part: Part
  kind: SpanKind | null
}

export const labels: readonly Label[] = [
  { part: 'O', kind: null },
  ...spanKinds.flatMap((kind) => (['B', 'I', 'E', 'S'] as const).map((part) => ({ part, kind }))),
]

const isOpen = (label: Label): boolean => label.part === 'B' || label.part === 'I'
const isContinuation = (label: Label): boolean => label.part === 'I' || label.part === 'E'

export const mayStart: readonly boolean[] = labels.map((label) => !isContinuation(label))
export const mayEnd: readonly boolean[] = labels.map((label) => !isOpen(label))
/** For each label, the labels that may stand before it. */
export const predecessors: readonly (readonly number[])[] = labels.map((to) =>
  labels.flatMap((from, index) => {
    const fits = isContinuation(to) ? isOpen(from) && from.kind === to.kind : !isOpen(from)
    return fits ? [index] : []
  }),
)
